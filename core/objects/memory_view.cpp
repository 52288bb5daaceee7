#include "core/objects/memory_view.h"

#include <cstring>

#include "core/objects/compare.h"
#include "core/objects/hash.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/list_storage.h"
#include "core/objects/slice.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

// The tuple that is the source of a view of anything but plain bytes.
enum ViewField : uint64_t { kStore, kObject, kFormat, kCode, kStoreCode, kReadonly, kViewFields };

bool is_bytes_code(char code) { return code == 'B' || code == 'b' || code == 'c'; }

template <class T>
void put(uint8_t* out, T x) {
  std::memcpy(out, &x, sizeof x);
}
template <class T>
T take(const uint8_t* bytes) {
  T x;
  std::memcpy(&x, bytes, sizeof x);
  return x;
}

/// The low bytes of an integer.
void put_integer(uint8_t* out, uint64_t bits, int64_t size) {
  for (int64_t i = 0; i < size; ++i) out[i] = static_cast<uint8_t>(bits >> (8 * i));
}

/// The bytes of element i of an array's list.
void list_element_bytes(const List* list, char code, uint64_t i, uint8_t* out) {
  const int64_t size = element_size(code);
  double d = 0;
  int64_t n = 0;
  bool is_double = false;
  switch (list_storage(list)) {
    case ListStorage::F64:
      d = take<double>(list_bytes(list->items) + i * 8);
      is_double = true;
      break;
    case ListStorage::I64:
      n = take<int64_t>(list_bytes(list->items) + i * 8);
      break;
    case ListStorage::Bool:
      n = list_bytes(list->items)[i];
      break;
    case ListStorage::Values: {
      Value v = list->items.as<Cells>()->data()[i];
      uint64_t u = 0;
      if (v.is_double()) {
        d = v.as_double();
        is_double = true;
      } else if (!as_int64(v, &n) && as_uint64(v, &u)) {
        n = static_cast<int64_t>(u);
      }
      break;
    }
  }
  if (code == 'd') {
    put(out, is_double ? d : static_cast<double>(n));
  } else if (code == 'f') {
    put(out, static_cast<float>(is_double ? d : static_cast<double>(n)));
  } else {
    put_integer(out, static_cast<uint64_t>(n), size);
  }
}

/// The mapped bytes from `at` on, if there are so many.
uint8_t* mapped_bytes(Value store, int64_t at, int64_t count) {
  Mapping mapping;
  std::memcpy(&mapping, store.as<Raw>()->data(), sizeof mapping);
  if (at < 0 || static_cast<uint64_t>(at + count) > mapping.size) return nullptr;
  return reinterpret_cast<uint8_t*>(static_cast<uintptr_t>(mapping.address)) + at;
}

bool raise_invalid(Leaf& vm, const char* what, char code) {
  const std::string text =
      std::string("memoryview: invalid ") + what + " for format '" + code + "'";
  if (std::strcmp(what, "type") == 0) {
    vm.type_error(text);
  } else {
    vm.value_error(text);
  }
  return false;
}

}  // namespace

int64_t element_size(char code) {
  switch (code) {
    case 'c':
    case 'b':
    case 'B':
    case '?':
      return 1;
    case 'h':
    case 'H':
      return 2;
    case 'i':
    case 'I':
    case 'f':
      return 4;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'n':
    case 'N':
    case 'P':
    case 'd':
      return 8;
    default:
      return 0;
  }
}

bool view_parts(const MemoryView* view, ViewParts* parts) {
  if (view->source.is_undefined()) return false;
  parts->store = parts->object = view->source;
  parts->format = Value::undefined();
  parts->code = 'B';
  parts->store_code = 0;
  parts->start = view->start;
  parts->length = view->length;
  parts->stride = view->stride;
  parts->readonly = is_bytes(view->source);
  if (is_tuple(view->source)) {
    const Value* row = view->source.as<Tuple>()->data();
    parts->store = row[kStore];
    parts->object = row[kObject];
    parts->format = row[kFormat];
    parts->code = static_cast<char>(row[kCode].as_int());
    parts->store_code = static_cast<char>(row[kStoreCode].as_int());
    parts->readonly = row[kReadonly].is_true();
  }
  parts->item_size = element_size(parts->code);
  return true;
}

bool view_parts(Leaf& vm, Value view, ViewParts* parts) {
  if (view_parts(view.as<MemoryView>(), parts)) return true;
  vm.value_error("operation forbidden on released memoryview object");
  return false;
}

Value make_view(Leaf& vm, const ViewParts& p) {
  const bool plain = p.code == 'B' && p.format.is_undefined() && p.object == p.store &&
                     p.store_code == 0 && p.readonly == is_bytes(p.store);
  Value source = p.store;
  if (!plain) {
    source = make_tuple(vm, nullptr, kViewFields);
    Value* row = source.as<Tuple>()->data();
    row[kStore] = p.store;
    row[kObject] = p.object;
    row[kFormat] = p.format.is_undefined() ? vm.intern("B") : p.format;
    row[kCode] = Value::small_int(p.code);
    row[kStoreCode] = Value::small_int(p.store_code);
    row[kReadonly] = Value::boolean(p.readonly);
  }
  auto* view = vm.heap().make<MemoryView>(Kind::MemoryView);
  view->source = source;
  view->start = p.start;
  view->length = p.length;
  view->stride = p.stride;
  return Value::from_object(view);
}

bool view_read(const ViewParts& p, int64_t at, uint8_t* out, int64_t count) {
  if (p.store_code == 0) {
    BytesView all = bytes_view(p.store);
    if (at < 0 || static_cast<uint64_t>(at + count) > all.size()) return false;
    std::memcpy(out, all.data() + at, static_cast<size_t>(count));
    return true;
  }
  if (p.store_code == kMapped) {
    const uint8_t* bytes = mapped_bytes(p.store, at, count);
    if (bytes != nullptr) std::memcpy(out, bytes, static_cast<size_t>(count));
    return bytes != nullptr;
  }
  const auto* list = p.store.as<List>();
  const int64_t size = element_size(p.store_code);
  uint8_t element[8];
  int64_t known = -1;
  for (int64_t i = 0; i < count; ++i) {
    const int64_t number = (at + i) / size;
    if (number < 0 || static_cast<uint64_t>(number) >= list->length) return false;
    if (number != known) {
      list_element_bytes(list, p.store_code, static_cast<uint64_t>(number), element);
      known = number;
    }
    out[i] = element[(at + i) % size];
  }
  return true;
}

void view_write(Leaf& vm, const ViewParts& p, int64_t at, const uint8_t* bytes, int64_t count) {
  if (p.store_code == 0) {
    if (at >= 0 && static_cast<uint64_t>(at + count) <= bytes_length(p.store)) {
      std::memcpy(bytearray_data(p.store) + at, bytes, static_cast<size_t>(count));
    }
    return;
  }
  if (p.store_code == kMapped) {
    uint8_t* to = mapped_bytes(p.store, at, count);
    if (to != nullptr) std::memcpy(to, bytes, static_cast<size_t>(count));
    return;
  }
  const int64_t size = element_size(p.store_code);
  ViewParts of_list = p;
  of_list.code = p.store_code;
  of_list.item_size = of_list.stride = size;
  of_list.start = 0;
  for (int64_t i = 0; i < count;) {
    const int64_t number = (at + i) / size, within = (at + i) % size;
    if (number < 0 || static_cast<uint64_t>(number) >= p.store.as<List>()->length) return;
    uint8_t element[8];
    list_element_bytes(p.store.as<List>(), p.store_code, static_cast<uint64_t>(number), element);
    int64_t k = within;
    for (; k < size && i < count; ++k) element[k] = bytes[i++];
    // The element as a value, by way of its bytes.
    ViewParts one = of_list;
    Value copy = make_bytes(vm, BytesView(reinterpret_cast<const char*>(element), 8));
    one.store = copy;
    one.store_code = 0;
    list_set(vm, p.store, static_cast<uint64_t>(number), view_element(vm, one, 0));
  }
}

bool view_copy(const ViewParts& p, std::string* out) {
  const size_t before = out->size();
  out->resize(before + static_cast<size_t>(p.bytes()));
  auto* to = reinterpret_cast<uint8_t*>(out->data()) + before;
  if (p.stride == p.item_size) return view_read(p, p.start, to, p.bytes());
  for (int64_t i = 0; i < p.length; ++i) {
    if (!view_read(p, p.start + i * p.stride, to + i * p.item_size, p.item_size)) return false;
  }
  return true;
}

Value view_element(Leaf& vm, const ViewParts& p, int64_t i) {
  uint8_t bytes[8];
  if (!view_read(p, p.start + i * p.stride, bytes, p.item_size)) {
    return vm.index_error("index out of bounds on dimension 1");
  }
  switch (p.code) {
    case 'c':
      return make_bytes(vm, BytesView(reinterpret_cast<const char*>(bytes), 1));
    case 'b':
      return Value::small_int(take<int8_t>(bytes));
    case 'B':
      return Value::small_int(bytes[0]);
    case '?':
      return Value::boolean(bytes[0] != 0);
    case 'h':
      return Value::small_int(take<int16_t>(bytes));
    case 'H':
      return Value::small_int(take<uint16_t>(bytes));
    case 'i':
      return vm.heap().make_int(take<int32_t>(bytes));
    case 'I':
      return vm.heap().make_int(take<uint32_t>(bytes));
    case 'f':
      return Value::from_foreign_double(static_cast<double>(take<float>(bytes)));
    case 'd':
      return Value::from_foreign_double(take<double>(bytes));
    case 'l':
    case 'q':
    case 'n':
      return vm.heap().make_int(take<int64_t>(bytes));
    default:
      return int_from_uint64(vm, take<uint64_t>(bytes));
  }
}

Value view_list(Leaf& vm, const ViewParts& p) {
  Value list = make_list(vm);
  for (int64_t i = 0; i < p.length; ++i) {
    Value x = view_element(vm, p, i);
    if (x.is_raised()) return x;
    list_append(vm, list, x);
  }
  return list;
}

bool element_bytes(Leaf& vm, char code, Value v, uint8_t* out) {
  const int64_t size = element_size(code);
  if (code == 'c') {
    if (!is_bytes(v)) return raise_invalid(vm, "type", code);
    if (bytes_length(v) != 1) return raise_invalid(vm, "value", code);
    out[0] = static_cast<uint8_t>(bytes_view(v)[0]);
    return true;
  }
  if (code == '?') {
    const Verdict is = truth(vm, v);
    if (is == Verdict::Raised) return false;
    out[0] = is == Verdict::Yes ? 1 : 0;
    return true;
  }
  const Value n = as_int(vm, v);
  if (code == 'f' || code == 'd') {
    double d;
    if (!as_float(vm, v, &d)) {
      if (n.is_undefined()) return raise_invalid(vm, "type", code);
      if (!int_to_double(vm, n, &d)) return false;
    }
    if (code == 'd') {
      put(out, d);
    } else {
      put(out, static_cast<float>(d));
    }
    return true;
  }
  if (n.is_undefined()) return raise_invalid(vm, "type", code);
  const bool is_signed = code >= 'a' && code <= 'z';
  int64_t i = 0;
  uint64_t u = 0;
  bool fits = is_signed ? as_int64(n, &i) : as_uint64(n, &u);
  if (is_signed) u = static_cast<uint64_t>(i);
  if (fits && size < 8) {
    const int64_t half = int64_t{1} << (8 * size - 1);
    fits = is_signed ? i >= -half && i < half : u >> (8 * size) == 0;
  }
  if (!fits) return raise_invalid(vm, "value", code);
  put_integer(out, u, size);
  return true;
}

namespace {

/// Has the value methods that say what it stands for?
bool has_methods(Leaf& vm, Value v) {
  double d;
  return is_kind(v, Kind::Instance) && as_int(vm, v).is_undefined() && !as_float(vm, v, &d);
}

/// The number of the element that an integer names; false: IndexError.
bool element_number(Leaf& vm, const ViewParts& p, Value key, int64_t* number) {
  *number = clamp_int64(as_int(vm, key));
  if (*number < 0) *number += p.length;
  if (*number >= 0 && *number < p.length) return true;
  vm.index_error("index out of bounds on dimension 1");
  return false;
}

/// The elements that a slice names, as a view; false: raised.
bool narrow(Leaf& vm, ViewParts* p, Value slice) {
  SliceIndices s;
  if (!slice_indices(vm, slice, p->length, &s)) return false;
  p->start += s.start * p->stride;
  p->stride *= s.step;
  p->length = s.count;
  return true;
}

}  // namespace

Value view_item(Leaf& vm, Value view, Value key) {
  ViewParts p;
  if (!view_parts(vm, view, &p)) return Value::raised();
  if (is_kind(key, Kind::Slice)) {
    if (!slice_is_plain(key)) return Value::undefined();
    return narrow(vm, &p, key) ? make_view(vm, p) : Value::raised();
  }
  int64_t i;
  if (as_int(vm, key).is_undefined()) {
    return has_methods(vm, key) ? Value::undefined()
                                : vm.type_error("memoryview: invalid slice key");
  }
  return element_number(vm, p, key, &i) ? view_element(vm, p, i) : Value::raised();
}

Value view_set_item(Leaf& vm, Value view, Value key, Value value) {
  ViewParts p;
  if (!view_parts(vm, view, &p)) return Value::raised();
  if (p.readonly) return vm.type_error("cannot modify read-only memory");
  if (has_methods(vm, key)) return Value::undefined();
  if (is_kind(key, Kind::Slice)) {
    if (!slice_is_plain(key)) return Value::undefined();
    value = unwrap(vm, value);
    if (has_methods(vm, value)) return Value::undefined();
    ViewParts from{value, value, Value::undefined(), 'B', 0, true, 0, 0, 1, 1};
    if (is_kind(value, Kind::MemoryView)) {
      if (!view_parts(vm, value, &from)) return Value::raised();
    } else if (is_bytes(value) || is_bytearray(value)) {
      from.length = static_cast<int64_t>(bytes_length(value));
    } else {
      return vm.type_error("a bytes-like object is required, not '" + type_name_of(vm, value) +
                           "'");
    }
    if (!narrow(vm, &p, key)) return Value::raised();
    if (from.code != p.code || from.length != p.length) {
      return vm.value_error("memoryview assignment: lvalue and rvalue have different structures");
    }
    std::string bytes;  // first: they may overlap
    view_copy(from, &bytes);
    for (int64_t i = 0; i < p.length; ++i) {
      view_write(vm, p, p.start + i * p.stride,
                 reinterpret_cast<const uint8_t*>(bytes.data()) + i * p.item_size, p.item_size);
    }
    return Value::none();
  }
  if (as_int(vm, key).is_undefined()) return vm.type_error("memoryview: invalid slice key");
  int64_t i;
  uint8_t bytes[8];
  if (!element_number(vm, p, key, &i)) return Value::raised();
  if (has_methods(vm, value)) return Value::undefined();
  if (!element_bytes(vm, p.code, value, bytes)) return Value::raised();
  view_write(vm, p, p.start + i * p.stride, bytes, p.item_size);
  return Value::none();
}

bool contiguous_bytes(Value v, BytesView* bytes) {
  if (is_bytes(v) || is_bytearray(v)) {
    *bytes = bytes_view(v);
    return true;
  }
  ViewParts p;
  if (!is_kind(v, Kind::MemoryView) || !view_parts(v.as<MemoryView>(), &p)) return false;
  if (p.store_code == kMapped && p.contiguous()) {
    const uint8_t* mapped = mapped_bytes(p.store, p.start, p.bytes());
    if (mapped == nullptr) return false;
    *bytes = BytesView(reinterpret_cast<const char*>(mapped), static_cast<size_t>(p.bytes()));
    return true;
  }
  if (p.store_code != 0 || !p.contiguous()) return false;
  BytesView all = bytes_view(p.store);
  if (static_cast<uint64_t>(p.start + p.bytes()) > all.size()) return false;
  *bytes = all.substr(static_cast<size_t>(p.start), static_cast<size_t>(p.bytes()));
  return true;
}

Verdict views_equal(Leaf& vm, Value a, Value b) {
  if (a == b) return Verdict::Yes;
  ViewParts p[2];
  const Value both[] = {a, b};
  for (int k = 0; k < 2; ++k) {
    if (is_kind(both[k], Kind::MemoryView)) {
      if (!view_parts(both[k].as<MemoryView>(), &p[k])) return Verdict::No;
    } else {
      p[k] = {both[k], both[k], Value::undefined(), 'B', 0, true, 0, 0, 1, 1};
      p[k].length = static_cast<int64_t>(bytes_length(both[k]));
    }
  }
  if (p[0].length != p[1].length) return Verdict::No;
  if (p[0].code == p[1].code && p[0].code != 'f' && p[0].code != 'd') {
    std::string x, y;
    return verdict(view_copy(p[0], &x) && view_copy(p[1], &y) && x == y);
  }
  for (int64_t i = 0; i < p[0].length; ++i) {
    Value x = view_element(vm, p[0], i), y = view_element(vm, p[1], i);
    if (x.is_raised() || y.is_raised()) return Verdict::Raised;
    const Verdict same = equal(vm, x, y);
    if (same != Verdict::Yes) return same;
  }
  return Verdict::Yes;
}

bool view_hash(Leaf& vm, Value view, uint64_t* hash) {
  ViewParts p;
  if (!view_parts(vm, view, &p)) return false;
  if (!p.readonly) {
    vm.value_error("cannot hash writable memoryview object");
    return false;
  }
  if (!is_bytes_code(p.code)) {
    vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    return false;
  }
  std::string bytes;
  view_copy(p, &bytes);
  return hash_value(vm, make_bytes(vm, bytes), hash) == Verdict::Yes;
}

}  // namespace hothouse
