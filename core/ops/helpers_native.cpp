// Helpers around C functions: results and arguments that are no plain numbers.
#include "core/objects/bytes.h"
#include "core/objects/int.h"
#include "core/ops/helper_functions.h"
#include "core/vm/native_function.h"

namespace hothouse::helper {

Value BoxUnsigned(Vm* vm, int64_t bits) {
  if (bits >= 0) return vm->heap().make_int(bits);
  return int_from_uint64(*vm, static_cast<uint64_t>(bits));
}

Value AddressValue(Vm* vm, int64_t address) {
  return address == 0 ? Value::none() : BoxUnsigned(vm, address);
}

Value TextAt(Vm* vm, int64_t address) {
  if (address == 0) return Value::none();
  return make_bytes(*vm, reinterpret_cast<const char*>(static_cast<uintptr_t>(address)));
}

Value CharBytes(Vm* vm, int64_t c) {
  char byte = static_cast<char>(c);
  return make_bytes(*vm, BytesView(&byte, 1));
}

int64_t BytesAddress(Vm* vm, int64_t world, Value bytes) {
  auto* w = reinterpret_cast<NativeWorld*>(static_cast<uintptr_t>(world));
  return static_cast<int64_t>(w->bytes_address(*vm, bytes));
}

}  // namespace hothouse::helper
