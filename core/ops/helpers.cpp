// Registration of the helpers with the trace IR.
#include "core/ops/helpers.h"

namespace hothouse::h {

#define HELPER(Name, effects) ir::HelperId Name::id = ir::kNoHelper;
#include "core/ops/helpers.def"
#undef HELPER

namespace {

template <class R, class... A>
struct Signature {
  static constexpr char result = letter<R>();
  static constexpr char operands[] = {letter<A>()..., '\0'};
};
template <class R, class... A>
Signature<R, A...> signature_of(R (*)(Vm*, A...));

template <class H>
void register_one() {
  using S = decltype(signature_of(H::fn));
  H::id = ir::register_helper(
      {H::name, reinterpret_cast<void*>(H::fn), S::result, S::operands, H::flags});
}

}  // namespace

void register_all() {
  static bool done = false;
  if (done) return;
  done = true;
#define HELPER(Name, effects) register_one<Name>();
#include "core/ops/helpers.def"
#undef HELPER
}

}  // namespace hothouse::h
