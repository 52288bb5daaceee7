#include "core/vm/native_function.h"

#include "core/objects/external.h"
#include "core/objects/unwrap.h"

namespace hothouse {

const NativeFunction* find_native_function(Vm& vm, const Object* callee) {
  Value inner = unwrap(vm, Value::from_object(callee));
  if (!is_kind(inner, Kind::External)) return nullptr;
  auto* e = inner.as<External>();
  const ExternalOps* ops = e->ops.get();
  if (ops->native_function == nullptr) return nullptr;
  const NativeFunction* f = ops->native_function(e);
  return f != nullptr && f->direct ? f : nullptr;
}

}  // namespace hothouse
