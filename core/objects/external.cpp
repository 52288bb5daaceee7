#include "core/objects/external.h"

#include <cstring>

#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {

External* make_external(Leaf& vm, Type* type, const ExternalOps* ops, void* native, bool pinned) {
  auto map = static_cast<MapId>(type->root_map);
  Heap& heap = vm.heap();
  auto* e = static_cast<External*>(pinned ? heap.allocate_old(map, Kind::External, sizeof(External))
                                          : heap.allocate(map, Kind::External, sizeof(External)));
  e->ops.set(ops);
  e->native.set(native);
  for (Value& v : e->slots) v = Value::undefined();
  heap.note_external(e);
  return e;
}

External* as_external(Leaf& vm, Value v, const ExternalOps* ops) {
  Value inner = unwrap(vm, v);
  if (!is_kind(inner, Kind::External)) return nullptr;
  auto* e = inner.as<External>();
  return e->ops.get() == ops ? e : nullptr;
}

Raw* make_raw_old(Leaf& vm, uint64_t bytes) {
  auto* r = static_cast<Raw*>(vm.heap().allocate_old(kMapRaw, Kind::Raw, sizeof(Raw) + bytes));
  r->capacity = bytes;
  std::memset(r->data(), 0, bytes);
  return r;
}

}  // namespace hothouse
