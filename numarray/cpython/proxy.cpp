#include "numarray/cpython/proxy.h"

#include "core/objects/external.h"
#include "core/objects/instance.h"
#include "core/objects/unwrap.h"

namespace hothouse::cpython {

namespace {

constexpr int kSizeSlot = 0;

void finalize(External* self) {
  drop_later(static_cast<PyObject*>(self->native.get()));
  self->native.set(nullptr);
}
/// Arrays hold much outside of the heap: the collector has to know, or they pile up.
size_t external_bytes(External* self) {
  return static_cast<size_t>(self->slots[kSizeSlot].as_int());
}

const ExternalOps kProxyOps = {"cpython.Object", nullptr, finalize, external_bytes};

int64_t buffer_size(PyObject* o) {
  PyBufferProcs* procs = Py_TYPE(o)->tp_as_buffer;
  if (procs == nullptr || procs->bf_getbuffer == nullptr) return 0;
  Py_buffer view;
  if (py.PyObject_GetBuffer(o, &view, PyBUF_FULL_RO) != 0) {
    py.PyErr_Clear();  // it has nothing to show; that is no error here
    return 0;
  }
  int64_t size = view.len;
  py.PyBuffer_Release(&view);
  return size;
}

}  // namespace

Value make_proxy(World& world, Ref object) {
  Vm& vm = world.vm;
  int64_t size = buffer_size(object.get());
  Type* type = world.object_class.as<Type>();
  External* e = make_external(vm, world.proxy_type.as<Type>(), &kProxyOps, object.release());
  e->slots[kSizeSlot] = Value::small_int(size);
  if (size > 0) vm.heap().add_external_bytes(size);
  return make_wrapped(vm, type, Value::from_object(e));
}

PyObject* proxied(Leaf& vm, Value v) {
  External* e = as_external(vm, v, &kProxyOps);
  return e == nullptr ? nullptr : static_cast<PyObject*>(e->native.get());
}

}  // namespace hothouse::cpython
