// Element access: loads and stores at addresses, which are templates in interpreter and traces
// (core/ops/native.h). The functions here do what those leave: other values, and errors.
#include <cstring>

#include "core/builtins/arguments.h"
#include "core/objects/bytes.h"
#include "numarray/expression.h"
#include "numarray/rows.h"

namespace hothouse::numarray {

namespace {

uint8_t* pointer_of(Value v) {
  int64_t address = 0;
  as_int64(v, &address);
  return reinterpret_cast<uint8_t*>(static_cast<uintptr_t>(address));
}

template <DType dtype>
Value load(Leaf& vm, const Value* a) {
  uint64_t bits = 0;
  std::memcpy(&bits, pointer_of(a[0]), static_cast<size_t>(item_size(dtype)));
  return box(vm, dtype, bits);
}

/// NotImplemented if the value is no number.
template <DType dtype>
Value store(Leaf& vm, const Value* a) {
  Operand o;
  if (!operand_of(world_of(vm), a[1], &o)) {
    return vm.raised() ? Value::raised() : Value::not_implemented();
  }
  bool is_scalar = o.is_scalar();
  release(o);
  if (!is_scalar) return Value::not_implemented();
  uint64_t bits = convert_bits(o.dtype, dtype, o.bits);
  std::memcpy(pointer_of(a[0]), &bits, static_cast<size_t>(item_size(dtype)));
  return Value::none();
}

/// (array): has what reads it, and was not computed, computed.
Value before_write_row(Leaf& vm, const Value* a) {
  View view;
  if (!view_of(vm, a[0], &view) || !before_write(vm, view.buffer)) return Value::raised();
  return Value::none();
}

/// (array): the address of its first element, for others to read and write there from now on.
Value share(Leaf& vm, const Value* a) {
  View view;
  if (!view_of(vm, a[0], &view) || !before_write(vm, view.buffer)) return Value::raised();
  view.buffer->is_exported = true;
  return vm.heap().make_int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(view.data)));
}

/// (array): its elements in C order as they lie in memory.
Value to_bytes(Leaf& vm, const Value* a) {
  View v;
  if (!view_of(vm, a[0], &v)) return Value::raised();
  auto size = static_cast<size_t>(item_size(v.dtype));
  std::string bytes;
  bytes.reserve(static_cast<size_t>(v.count()) * size);
  for (int64_t i = 0; i < v.length[0]; i++) {
    for (int64_t j = 0; j < v.length[1]; j++) {
      bytes.append(reinterpret_cast<const char*>(v.at(i, j)), size);
    }
  }
  return make_bytes(vm, bytes);
}

/// (bytes, dtype, count, offset): an array of so many elements that lie there.
Value from_bytes(Leaf& vm, const Value* a) {
  auto dtype = static_cast<DType>(a[1].as_int());
  int64_t length[2] = {a[2].as_int(), 1};
  auto size = static_cast<size_t>(length[0] * item_size(dtype));
  View view;
  Value made = make_array(vm, dtype, 1, length);
  if (made.is_raised() || !view_of(vm, made, &view)) return Value::raised();
  BytesView bytes = bytes_view(a[0]);
  auto offset = static_cast<size_t>(a[3].as_int());
  if (offset > bytes.size() || size > bytes.size() - offset) {
    return vm.value_error("buffer is smaller than requested size");
  }
  std::memcpy(view.data, bytes.data() + offset, size);
  if (dtype != DType::Bool) return made;
  for (size_t k = 0; k < size; k++) view.data[k] = view.data[k] != 0;
  return made;
}

#define LOAD(name, dtype, inlined) \
  { name, "address, /", load<dtype>, nullptr, kBuiltinReadOnly, Inlined::inlined, "An element." }
#define STORE(name, dtype, inlined) \
  { name, "address, value, /", store<dtype>, nullptr, 0, Inlined::inlined, "Sets an element." }

constexpr BuiltinDef kRows[] = {
    LOAD("load_f64", DType::Float64, LoadF64),
    LOAD("load_i64", DType::Int64, LoadI64),
    LOAD("load_bool", DType::Bool, None),
    LOAD("load_byte", DType::Bool, LoadU8),
    STORE("store_f64", DType::Float64, StoreF64),
    STORE("store_i64", DType::Int64, StoreI64),
    STORE("store_bool", DType::Bool, None),
    HH_LEAF("to_bytes", "array, /", to_bytes, 0, "Its elements in C order."),
    HH_LEAF("from_bytes", "bytes, dtype, count, offset, /", from_bytes, 0, "Elements from bytes."),
    HH_LEAF("share", "array, /", share, 0, "Where its elements are, for others."),
    HH_LEAF("before_write", "array, /", before_write_row, 0, "Before elements are written."),
};
#undef LOAD
#undef STORE

}  // namespace

const BuiltinTable kMemoryRows = builtin_table(kRows);

}  // namespace hothouse::numarray
