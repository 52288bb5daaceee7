// Registration of the helpers with the trace IR.
#include "core/ops/helpers.h"

namespace hothouse::h {

#define HELPER(Name, effects) ir::HelperId Name::id = ir::kNoHelper;
#include "core/ops/helpers.def"
#undef HELPER

namespace {

template <class R, class... A>
struct Signature {
  static constexpr char kResult = letter<R>();
  static constexpr char kOperands[] = {letter<A>()..., '\0'};
};
template <class R, class... A>
Signature<R, A...> signature_of(R (*)(Vm*, A...));

/// Traces pass and receive whole words: a bool is one too (in a register its upper bits would be
/// undefined, and WebAssembly would see another type).
template <class T>
using Word = std::conditional_t<std::is_same_v<T, bool>, uint64_t, T>;

template <auto fn, class R, class... A>
Word<R> with_words(Vm* vm, Word<A>... operands) {
  return static_cast<Word<R>>(fn(vm, static_cast<A>(operands)...));
}

template <auto fn, class R, class... A>
void* address_of(R (*)(Vm*, A...)) {
  if constexpr ((std::is_same_v<R, bool> || ... || std::is_same_v<A, bool>)) {
    return reinterpret_cast<void*>(&with_words<fn, R, A...>);
  } else {
    return reinterpret_cast<void*>(fn);
  }
}

template <class H>
void register_one() {
  using S = decltype(signature_of(H::fn));
  H::id =
      ir::register_helper({H::name, address_of<H::fn>(H::fn), S::kResult, S::kOperands, H::flags});
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
