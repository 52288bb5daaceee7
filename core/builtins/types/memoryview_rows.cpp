// Rows of memoryview: all in Python (python/methods/memoryview.py), which sees a view's parts
// through the primitives below.
#include "core/builtins/types/shared.h"
#include "core/objects/bytes.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

/// (source, start, length, stride): a view.
Value make_view(Leaf& vm, const Value* a) {
  int64_t numbers[3];
  for (int i = 0; i < 3; ++i) {
    if (!int64_argument(vm, a[i + 1], &numbers[i])) return Value::raised();
  }
  auto* view = vm.heap().make<MemoryView>(Kind::MemoryView);
  view->source = a[0];
  view->start = numbers[0];
  view->length = numbers[1];
  view->stride = numbers[2];
  return Value::from_object(view);
}
Value view_parts(Leaf& vm, const Value* a) {
  if (!is_kind(a[0], Kind::MemoryView)) return Value::none();
  auto* view = a[0].as<MemoryView>();
  if (view->source.is_undefined()) {
    return vm.value_error("operation forbidden on released memoryview object");
  }
  return make_tuple(vm, {view->source, vm.heap().make_int(view->start),
                         vm.heap().make_int(view->length), vm.heap().make_int(view->stride)});
}
Value view_bytes(Leaf& vm, const Value* a) {
  auto* view = a[0].as<MemoryView>();
  if (view->source.is_undefined()) {
    return vm.value_error("operation forbidden on released memoryview object");
  }
  std::string out;
  bytes_like_copy(a[0], &out);
  return make_bytes(vm, out);
}
template <class F>
Value of_view(Leaf& vm, const Value* a, F f) {
  auto* view = a[0].as<MemoryView>();
  if (view->source.is_undefined()) {
    return vm.value_error("operation forbidden on released memoryview object");
  }
  return f(view);
}
Value byte_count(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](MemoryView* v) { return vm.heap().make_int(v->length); });
}
Value one(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](MemoryView*) { return Value::small_int(1); });
}
Value format(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](MemoryView*) { return vm.intern("B"); });
}
Value readonly(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](MemoryView* v) { return Value::boolean(is_bytes(v->source)); });
}
Value object(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](MemoryView* v) { return v->source; });
}
Value shape(Leaf& vm, const Value* a) {
  return of_view(vm, a,
                 [&](MemoryView* v) { return make_tuple(vm, {vm.heap().make_int(v->length)}); });
}
Value strides(Leaf& vm, const Value* a) {
  return of_view(vm, a,
                 [&](MemoryView* v) { return make_tuple(vm, {vm.heap().make_int(v->stride)}); });
}
Value contiguous(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](MemoryView* v) { return Value::boolean(v->stride == 1); });
}
Value release(Leaf&, const Value* a) {
  a[0].as<MemoryView>()->source = Value::undefined();
  return Value::none();
}

const BuiltinDef kPrimitiveTable[] = {
    HH_LEAF("_view", "source, start, length, stride, /", make_view, 0, "A memoryview."),
    HH_LEAF("_view_parts", "view, /", view_parts, kBuiltinReadOnly,
            "Source, start, length and stride; None if it is no memoryview."),
};

constexpr uint32_t kGet = kBuiltinReadOnly | kBuiltinGetter;

const BuiltinDef kMemoryViewTable[] = {
    HH_LEAF("__len__", "self, /", dunder_len_leaf, kBuiltinReadOnly, "len(self)"),
    HH_PYTHON("__getitem__", "self, key, /", "self[key]"),
    HH_PYTHON("__setitem__", "self, key, value, /", "self[key] = value"),
    HH_PYTHON("__iter__", "self, /", "iter(self)"),
    HH_PYTHON("__contains__", "self, value, /", "value in self"),
    HH_EQUALITY_ROWS,
    HH_PYTHON("__hash__", "self, /", "hash(self)"),
    HH_PYTHON("__enter__", "self, /", "self"),
    HH_LEAF("__exit__", "self, /, *exc", release, 0, "Releases the view."),
    HH_LEAF("release", "self, /", release, 0, "Ends the use of the source."),
    HH_LEAF("tobytes", "self, order=", view_bytes, kBuiltinReadOnly, "The elements as bytes."),
    HH_PYTHON("tolist", "self, /", "The elements as a list."),
    HH_PYTHON("hex", "self, sep=, bytes_per_sep=", "The elements in hexadecimal."),
    HH_PYTHON("cast", "self, format, /", "The view with another element type."),
    HH_PYTHON("toreadonly", "self, /", "A view that cannot be written through."),
    HH_LEAF("__bytes__", "self, /", view_bytes, kBuiltinReadOnly, "bytes(self)"),
    HH_LEAF("nbytes", "self, /", byte_count, kGet, "How many bytes there are."),
    HH_LEAF("itemsize", "self, /", one, kGet, "Bytes of an element."),
    HH_LEAF("ndim", "self, /", one, kGet, "Number of dimensions."),
    HH_LEAF("format", "self, /", format, kGet, "Type of the elements, as in struct."),
    HH_LEAF("readonly", "self, /", readonly, kGet, "Can it not be written through?"),
    HH_LEAF("obj", "self, /", object, kGet, "What is viewed."),
    HH_LEAF("shape", "self, /", shape, kGet, "Length in each dimension."),
    HH_LEAF("strides", "self, /", strides, kGet, "Distance of neighbours in each dimension."),
    HH_LEAF("contiguous", "self, /", contiguous, kGet, "Do the elements lie side by side?"),
    HH_LEAF("c_contiguous", "self, /", contiguous, kGet, "Do the elements lie side by side?"),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly, "repr(self)"),
};

}  // namespace

const BuiltinTable kMemoryViewRows = builtin_table(kMemoryViewTable);
const BuiltinTable kMemoryViewPrimitives = builtin_table(kPrimitiveTable);

}  // namespace hothouse
