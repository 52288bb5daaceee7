#include "core/backend/signatures.h"

#include <cassert>
#include <deque>

namespace hothouse::backend {

namespace {

// A deque: rows are referred to while others are added.
std::deque<NativeSignature>& signatures() {
  static std::deque<NativeSignature> table;
  return table;
}
NativeInvoker g_invoker;

}  // namespace

uint32_t register_native_signature(std::string_view letters) {
  auto& table = signatures();
  for (uint32_t i = 0; i < table.size(); i++) {
    if (table[i].letters == letters) return i;
  }
  assert(!letters.empty());
  table.push_back(NativeSignature{std::string(letters)});
  return static_cast<uint32_t>(table.size() - 1);
}

const NativeSignature& native_signature(uint32_t id) { return signatures()[id]; }

uint32_t native_signature_count() { return static_cast<uint32_t>(signatures().size()); }

void set_native_invoker(NativeInvoker invoker) { g_invoker = invoker; }

NativeInvoker native_invoker() { return g_invoker; }

uint64_t canonical_double_bits(uint64_t bits) {
  double d = __builtin_bit_cast(double, bits);
  return d != d ? uint64_t{0x7ff8} << 48 : bits;
}

}  // namespace hothouse::backend
