// Constants of a trace, and where things stand in it.
#include "core/ir/trace.h"

#include <cstring>

namespace hothouse::ir {

Ref Trace::constant(Type type, uint64_t bits) {
  // Traces have few constants: a search beats a table that every copy of a trace would carry.
  for (size_t i = constants.size(); i-- > 0;) {
    if (constants[i].bits == bits && constants[i].type == type)
      return Ref{static_cast<uint32_t>(i) | Ref::kConstant};
  }
  constants.push_back({type, bits});
  return Ref{static_cast<uint32_t>(constants.size() - 1) | Ref::kConstant};
}

Ref Trace::float_constant(double d) {
  uint64_t bits;
  std::memcpy(&bits, &d, 8);
  return constant(Type::F64, bits);
}

bool has_vectors(const Trace& trace) {
  for (const Ins& ins : trace.ops) {
    if (is_vector(ins.type)) return true;
  }
  return false;
}

uint32_t snapshot_owner(const Trace& trace, uint32_t snapshot) {
  for (uint32_t i = 0; i < trace.ops.size(); ++i)
    if (trace.ops[i].snapshot == snapshot) return i;
  return static_cast<uint32_t>(trace.ops.size());
}

std::vector<uint32_t> sunk_stores(const Trace& trace, Ref object, uint32_t owner) {
  std::vector<uint32_t> stores;
  for (uint32_t i = object.index + 1; i < owner && i < trace.ops.size(); ++i) {
    const Ins& ins = trace.ops[i];
    if ((ins.flags & kSunk) && ins.op != Op::New && ins.a == object) stores.push_back(i);
  }
  return stores;
}

}  // namespace hothouse::ir
