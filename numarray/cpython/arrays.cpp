// Arrays of CPython (NumPy's, array.array, memoryview) as arrays of numarray, over the same memory.
//
//   ndarray --> Node --> Buffer (foreign) --> memoryview --> the exporting object
//
// The memoryview holds the exporter and keeps it from moving its memory as long as any ndarray
// over it lives; it is dropped under the GIL later (drop_later), for finalizers run at any time.
// The other way needs nothing here: NumPy asks a wrapped ndarray for its __array_interface__.
#include <string_view>

#include "core/objects/unwrap.h"
#include "numarray/array.h"
#include "numarray/cpython/errors.h"
#include "numarray/cpython/proxy.h"
#include "numarray/cpython/rows.h"

namespace hothouse::cpython {

namespace {

/// By the letters of module struct; false: numarray has no such dtype.
bool dtype_of(const Py_buffer& b, numarray::DType* dtype) {
  std::string_view format = b.format == nullptr ? "B" : b.format;
  if (!format.empty() && (format[0] == '@' || format[0] == '=' || format[0] == '<')) {
    format.remove_prefix(1);
  }
  if (format.size() != 1) return false;
  switch (format[0]) {
    case 'd':
      *dtype = numarray::DType::Float64;
      return b.itemsize == 8;
    case 'l':
    case 'q':
      *dtype = numarray::DType::Int64;
      return b.itemsize == 8;
    case '?':
      *dtype = numarray::DType::Bool;
      return b.itemsize == 1;
    default:
      return false;
  }
}

void drop_view(void* memoryview) { drop_later(static_cast<PyObject*>(memoryview)); }

/// (object): does it show its memory as an array of one dimension at least?
Value is_array(Caller& vm, const Value* a) {
  PyObject* o = proxied(vm, a[0]);
  if (o == nullptr) return Value::false_value();
  Inside inside(world_of(vm));
  bool is_text = Py_TYPE(o) == py.bytes_type || Py_TYPE(o) == py.bytearray_type;
  if (is_text || py.PyObject_CheckBuffer(o) == 0) return Value::false_value();
  Py_buffer b;
  if (py.PyObject_GetBuffer(o, &b, PyBUF_FULL_RO) != 0) {
    py.PyErr_Clear();  // elements that no buffer describes: view_array says so
    return Value::true_value();
  }
  bool has_axis = b.ndim > 0;
  py.PyBuffer_Release(&b);
  return Value::boolean(has_axis);
}

/// (object, whether it is to be written): an ndarray over its memory.
Value view_array(Caller& vm, const Value* a) {
  World& world = world_of(vm);
  PyObject* o = proxied(vm, a[0]);
  if (o == nullptr) return vm.type_error("a cpython.Object is required");
  Inside inside(world);
  Ref memoryview(py.PyMemoryView_FromObject(o));
  if (!memoryview) return raise_from_python(world);
  const Py_buffer& b = *PyMemoryView_GET_BUFFER(memoryview.get());
  numarray::View view;
  if (!dtype_of(b, &view.dtype)) {
    return vm.type_error(std::string("cannot convert an array of format '") +
                         (b.format == nullptr ? "B" : b.format) +
                         "': numarray has float64, int64 and bool");
  }
  if (b.ndim < 1 || b.ndim > numarray::kMaxDimensions) {
    return vm.raise(TypeId::NotImplementedError, "numarray: arrays have one or two dimensions");
  }
  if (a[1].is_true() && b.readonly != 0) {
    return vm.value_error("cannot view memory that is read-only: copy it");
  }
  view.ndim = b.ndim;
  for (int k = 0; k < b.ndim; k++) {
    view.length[k] = b.shape[k];
    view.stride[k] = b.strides[k];
  }
  view.data = static_cast<uint8_t*>(b.buf);
  view.buffer = numarray::make_foreign_buffer(b.buf, static_cast<uint64_t>(b.len), drop_view,
                                              memoryview.release());
  Value made = numarray::make_array(vm, view);
  numarray::release(view.buffer);
  return made;
}

constexpr BuiltinDef kRows[] = {
    HH_CALLER("is_array", "object, /", is_array, 0, "Does it show its memory as an array?"),
    HH_CALLER("view_array", "object, to_write, /", view_array, 0, "An ndarray over its memory."),
};

}  // namespace

const BuiltinTable kRowsOfArrays = builtin_table(kRows);

}  // namespace hothouse::cpython
