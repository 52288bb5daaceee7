// Methods that change a bytearray. Neighbour: bytes_rows.cpp, which has their rows.
#include <string>
#include <utility>

#include "core/builtins/types/bytes_methods.h"
#include "core/objects/slice.h"

namespace hothouse::bytearray_change {

Value append(Leaf& vm, const Value* a) {
  BYTES_SELF("append");
  char c;
  return byte_argument(vm, a[1], &c) ? bytearray_append(vm, b, BytesView(&c, 1)) : Value::raised();
}
Value extend(Leaf& vm, const Value* a) {
  BYTES_SELF("extend");
  Value other = unwrap(vm, a[1]);
  std::string data;
  return bytes_like_copy(other, &data) ? bytearray_append(vm, b, data) : leave_to_python();
}
Value iadd(Leaf& vm, const Value* a) {
  BYTES_SELF("__iadd__");
  std::string other;
  if (!bytes_like_copy(unwrap(vm, a[1]), &other)) return Value::not_implemented();
  if (unwrap(vm, a[1]) == b && !other.empty()) {  // which looks at it while it would change
    return vm.raise(TypeId::BufferError, "Existing exports of data: object cannot be re-sized");
  }
  Value r = bytearray_append(vm, b, other);
  return r.is_raised() ? r : a[0];
}
Value insert(Leaf& vm, const Value* a) {
  BYTES_SELF("insert");
  int64_t i;
  char c;
  if (!int64_argument(vm, a[1], &i) || !byte_argument(vm, a[2], &c)) return Value::raised();
  auto n = static_cast<int64_t>(bytes_length(b));
  if (i < 0) i += n;
  i = i < 0 ? 0 : i > n ? n : i;
  return bytearray_replace_range(vm, b, static_cast<uint64_t>(i), static_cast<uint64_t>(i),
                                 BytesView(&c, 1));
}
Value pop(Leaf& vm, const Value* a) {
  BYTES_SELF("pop");
  int64_t i = -1;
  if (given(a[1]) && !int64_argument(vm, a[1], &i)) return Value::raised();
  auto n = static_cast<int64_t>(bytes_length(b));
  if (n == 0) return vm.index_error("pop from empty bytearray");
  if (i < 0) i += n;
  if (i < 0 || i >= n) return vm.index_error("pop index out of range");
  Value out = Value::small_int(static_cast<uint8_t>(bytes_view(b)[static_cast<size_t>(i)]));
  Value r =
      bytearray_replace_range(vm, b, static_cast<uint64_t>(i), static_cast<uint64_t>(i) + 1, "");
  return r.is_raised() ? r : out;
}
Value remove(Leaf& vm, const Value* a) {
  BYTES_SELF("remove");
  char c;
  if (!byte_argument(vm, a[1], &c)) return Value::raised();
  size_t at = bytes_view(b).find(c);
  if (at == BytesView::npos) return vm.value_error("value not found in bytearray");
  return bytearray_replace_range(vm, b, at, at + 1, "");
}
Value clear(Leaf& vm, const Value* a) {
  BYTES_SELF("clear");
  return bytearray_resize(vm, b, 0);
}
Value reverse(Leaf& vm, const Value* a) {
  BYTES_SELF("reverse");
  uint8_t* data = bytearray_data(b);
  for (uint64_t i = 0, j = bytes_length(b); i + 1 < j; ++i) std::swap(data[i], data[--j]);
  return Value::none();
}
Value setitem(Leaf& vm, const Value* a) {
  BYTES_SELF("__setitem__");
  if (is_kind(a[1], Kind::Slice)) {
    SliceIndices s;
    Value other = unwrap(vm, a[2]);
    std::string data;
    if (!bytes_like_copy(other, &data)) {
      bool bad = false;
      Verdict v = each_element(vm, other, [&](Value x) {
        char c;
        bad = !byte_argument(vm, x, &c);
        if (!bad) data.push_back(c);
        return !bad;
      });
      if (bad || v == Verdict::Raised) return Value::raised();
      if (v == Verdict::No) {
        return vm.type_error(
            "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
      }
    }
    if (!slice_indices(vm, a[1], static_cast<int64_t>(bytes_length(b)), &s)) return Value::raised();
    return bytearray_set_slice(vm, b, s, data);
  }
  Value i = as_int(vm, a[1]);
  if (i.is_undefined()) {
    return vm.type_error("bytearray indices must be integers or slices, not " +
                         type_name_of(vm, a[1]));
  }
  int64_t at = clamp_int64(i);
  auto n = static_cast<int64_t>(bytes_length(b));
  char c;
  if (!byte_argument(vm, a[2], &c)) return Value::raised();
  if (at < 0) at += n;
  if (at < 0 || at >= n) return vm.index_error("bytearray index out of range");
  bytearray_data(b)[at] = static_cast<uint8_t>(c);
  return Value::none();
}
Value delitem(Leaf& vm, const Value* a) {
  BYTES_SELF("__delitem__");
  auto n = static_cast<int64_t>(bytes_length(b));
  if (is_kind(a[1], Kind::Slice)) {
    SliceIndices s;
    if (!slice_indices(vm, a[1], n, &s)) return Value::raised();
    return bytearray_delete_slice(vm, b, s);
  }
  int64_t at;
  if (!clamped_argument(vm, a[1], &at)) return Value::raised();
  if (at < 0) at += n;
  if (at < 0 || at >= n) return vm.index_error("bytearray index out of range");
  return bytearray_replace_range(vm, b, static_cast<uint64_t>(at), static_cast<uint64_t>(at) + 1,
                                 "");
}

}  // namespace hothouse::bytearray_change
