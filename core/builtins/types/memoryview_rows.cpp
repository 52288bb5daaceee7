// Rows of memoryview; what a view is made of: objects/memory_view.h. What has methods of its own
// among the arguments is Python's business (python/methods/memoryview.py).
#include <cstring>

#include "core/builtins/types/shared.h"
#include "core/objects/external.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/memory_view.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

/// The format as one letter, or 0: it may begin with @.
char format_letter(Leaf& vm, Value format) {
  std::string text = str_to_utf8(vm, format);
  if (text.size() == 2 && text[0] == '@') text.erase(0, 1);
  return text.size() == 1 && element_size(text[0]) > 0 ? text[0] : '\0';
}

/// (address, size): what stands for mapped memory.
Value mapped(Leaf& vm, const Value* a) {
  Raw* raw = make_raw_old(vm, sizeof(Mapping));
  const Value made = Value::from_object(raw);
  Mapping mapping{};
  as_uint64(a[0], &mapping.address);
  as_uint64(a[1], &mapping.size);
  std::memcpy(raw->data(), &mapping, sizeof mapping);
  return made;
}

/// (mapped, address, size): it lies elsewhere now, or nowhere.
Value remap(Leaf&, const Value* a) {
  Mapping mapping{};
  as_uint64(a[1], &mapping.address);
  as_uint64(a[2], &mapping.size);
  std::memcpy(a[0].as<Raw>()->data(), &mapping, sizeof mapping);
  return Value::none();
}

/// (store, object, format, readonly): a view of all of bytes, of the list of an array, or of mapped
/// memory.
Value view_of(Leaf& vm, const Value* a) {
  ViewParts p{a[0], a[1], Value::undefined(), 'B', 0, a[3].is_true(), 0, 0, 1, 1};
  if (is_kind(a[0], Kind::Raw)) {
    Mapping mapping;
    std::memcpy(&mapping, a[0].as<Raw>()->data(), sizeof mapping);
    p.store_code = kMapped;
    p.length = static_cast<int64_t>(mapping.size);
  } else if (is_list(a[0])) {
    p.format = a[2];
    p.code = p.store_code = format_letter(vm, a[2]);
    p.item_size = p.stride = element_size(p.code);
    p.length = static_cast<int64_t>(list_length(a[0]));
  } else {
    p.length = static_cast<int64_t>(bytes_length(a[0]));
  }
  return make_view(vm, p);
}

Value is_view(Leaf&, const Value* a) { return Value::boolean(is_kind(a[0], Kind::MemoryView)); }

/// f(parts) of the receiver.
template <class F>
Value of_view(Leaf& vm, const Value* a, F f) {
  ViewParts parts;
  if (!is_kind(a[0], Kind::MemoryView)) return wrong_self(vm, "method", "memoryview", a[0]);
  return view_parts(vm, a[0], &parts) ? f(parts) : Value::raised();
}

Value copy(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts& p) { return make_view(vm, p); });
}
Value length(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts& p) { return vm.heap().make_int(p.length); });
}
Value get_item(Leaf& vm, const Value* a) { return view_item(vm, a[0], a[1]); }
Value set_item(Leaf& vm, const Value* a) { return view_set_item(vm, a[0], a[1], a[2]); }
Value delete_item(Leaf& vm, const Value*) { return vm.type_error("cannot delete memory"); }
Value to_bytes(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts& p) {
    std::string out;
    view_copy(p, &out);
    return make_bytes(vm, out);
  });
}
Value to_list(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts& p) { return view_list(vm, p); });
}
Value to_readonly(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](ViewParts p) {
    p.readonly = true;
    return make_view(vm, p);
  });
}

/// False with TypeError unless a shape is that of one dimension with so many elements.
bool check_shape(Leaf& vm, Value shape, int64_t count) {
  if (!is_list(shape) && !is_tuple(shape)) {
    vm.type_error("shape must be a list or a tuple");
    return false;
  }
  const uint64_t n = is_list(shape) ? list_length(shape) : tuple_length(shape);
  int64_t product = 1;
  for (uint64_t i = 0; i < n; ++i) {
    const Value v = as_int(vm, is_list(shape) ? list_get(vm, shape, i) : tuple_get(shape, i));
    int64_t extent = 0;
    if (v.is_undefined()) {
      vm.type_error("memoryview.cast(): elements of shape must be integers");
      return false;
    }
    if (!as_int64(v, &extent) || extent <= 0) {
      vm.value_error("memoryview.cast(): elements of shape must be integers > 0");
      return false;
    }
    if (__builtin_mul_overflow(product, extent, &product)) product = -1;
  }
  if (product != count) {
    vm.type_error("memoryview: product(shape) * itemsize != buffer size");
    return false;
  }
  if (n == 1) return true;
  vm.raise(TypeId::NotImplementedError,
           "memoryview: views of several dimensions are not supported by Hothouse");
  return false;
}

Value cast(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](ViewParts p) {
    if (!is_str(a[1])) {
      return vm.type_error("cast() argument 'format' must be str, not " + type_name_of(vm, a[1]));
    }
    if (!p.contiguous()) {
      return vm.type_error("memoryview: casts are restricted to C-contiguous views");
    }
    const char code = format_letter(vm, a[1]);
    if (code == '\0') {
      return vm.value_error(
          "memoryview: destination format must be a native single character format prefixed with "
          "an optional '@'");
    }
    auto is_byte = [](char c) { return c == 'B' || c == 'b' || c == 'c'; };
    if (!is_byte(code) && !is_byte(p.code)) {
      return vm.type_error("memoryview: cannot cast between two non-byte formats");
    }
    const int64_t bytes = p.bytes();
    p.code = code;
    p.format = a[1];
    p.item_size = p.stride = element_size(code);
    if (bytes % p.item_size != 0) {
      return vm.type_error("memoryview: length is not a multiple of itemsize");
    }
    p.length = bytes / p.item_size;
    if (given(a[2]) && !check_shape(vm, a[2], p.length)) return Value::raised();
    return make_view(vm, p);
  });
}

Value byte_count(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts& p) { return vm.heap().make_int(p.bytes()); });
}
Value item_size(Leaf& vm, const Value* a) {
  return of_view(vm, a, [](const ViewParts& p) { return Value::small_int(p.item_size); });
}
Value dimensions(Leaf& vm, const Value* a) {
  return of_view(vm, a, [](const ViewParts&) { return Value::small_int(1); });
}
Value format(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts& p) {
    return p.format.is_undefined() ? vm.intern("B") : p.format;
  });
}
Value readonly(Leaf& vm, const Value* a) {
  return of_view(vm, a, [](const ViewParts& p) { return Value::boolean(p.readonly); });
}
Value object(Leaf& vm, const Value* a) {
  return of_view(vm, a, [](const ViewParts& p) { return p.object; });
}
Value shape(Leaf& vm, const Value* a) {
  return of_view(
      vm, a, [&](const ViewParts& p) { return make_tuple(vm, {vm.heap().make_int(p.length)}); });
}
Value strides(Leaf& vm, const Value* a) {
  return of_view(
      vm, a, [&](const ViewParts& p) { return make_tuple(vm, {vm.heap().make_int(p.stride)}); });
}
Value suboffsets(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts&) { return vm.types().empty_tuple(); });
}
Value contiguous(Leaf& vm, const Value* a) {
  return of_view(vm, a, [](const ViewParts& p) { return Value::boolean(p.contiguous()); });
}
Value enter(Leaf& vm, const Value* a) {
  return of_view(vm, a, [&](const ViewParts&) { return a[0]; });
}
Value release(Leaf&, const Value* a) {
  a[0].as<MemoryView>()->source = Value::undefined();
  return Value::none();
}

const BuiltinDef kPrimitiveTable[] = {
    HH_LEAF("_view", "store, object, format, readonly, /", view_of, 0, "A memoryview."),
    HH_LEAF("_mapped", "address, size, /", mapped, 0, "What stands for mapped memory."),
    HH_LEAF("_remap", "mapped, address, size, /", remap, 0, "Says where that is now."),
    HH_LEAF("_view_copy", "view, /", copy, 0, "Another view of the same."),
    HH_LEAF("_is_view", "obj, /", is_view, kBuiltinReadOnly, "Is it a memoryview?"),
};

constexpr uint32_t kGet = kBuiltinReadOnly | kBuiltinGetter;

const BuiltinDef kMemoryViewTable[] = {
    HH_LEAF("__len__", "self, /", length, kBuiltinReadOnly, "len(self)"),
    HH_LEAF("__getitem__", "self, key: item, /", get_item, kBuiltinReadOnly, "self[key]"),
    HH_LEAF("__setitem__", "self, key, value, /", set_item, kBuiltinPython, "self[key] = value"),
    HH_LEAF("__delitem__", "self, key, /", delete_item, 0, "del self[key]"),
    HH_LEAF("__iter__", "self, /", dunder_iter_leaf, 0, "iter(self)"),
    HH_PYTHON("__contains__", "self, value, /", "value in self"),
    HH_EQUALITY_ROWS,
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kBuiltinReadOnly, "hash(self)"),
    HH_LEAF("__enter__", "self, /", enter, 0, "self"),
    HH_LEAF("__exit__", "self, /, *exc", release, 0, "Releases the view."),
    HH_LEAF("release", "self, /", release, 0, "Ends the use of the source."),
    HH_LEAF("tobytes", "self, order=", to_bytes, kBuiltinReadOnly, "The elements as bytes."),
    HH_LEAF("tolist", "self, /", to_list, kBuiltinReadOnly, "The elements as a list."),
    HH_PYTHON("hex", "self, sep=, bytes_per_sep=", "The elements in hexadecimal."),
    HH_LEAF("cast", "self, format, shape=", cast, 0, "The view with another element type."),
    HH_LEAF("toreadonly", "self, /", to_readonly, 0, "A view that cannot be written through."),
    HH_LEAF("__bytes__", "self, /", to_bytes, kBuiltinReadOnly, "bytes(self)"),
    HH_LEAF("nbytes", "self, /", byte_count, kGet, "How many bytes there are."),
    HH_LEAF("itemsize", "self, /", item_size, kGet, "Bytes of an element."),
    HH_LEAF("ndim", "self, /", dimensions, kGet, "Number of dimensions."),
    HH_LEAF("format", "self, /", format, kGet, "Type of the elements, as in struct."),
    HH_LEAF("readonly", "self, /", readonly, kGet, "Can it not be written through?"),
    HH_LEAF("obj", "self, /", object, kGet, "What is viewed."),
    HH_LEAF("shape", "self, /", shape, kGet, "Length in each dimension."),
    HH_LEAF("strides", "self, /", strides, kGet, "Distance of neighbours in each dimension."),
    HH_LEAF("suboffsets", "self, /", suboffsets, kGet, "Nothing: there are no pointers."),
    HH_LEAF("contiguous", "self, /", contiguous, kGet, "Do the elements lie side by side?"),
    HH_LEAF("c_contiguous", "self, /", contiguous, kGet, "Do the elements lie side by side?"),
    HH_LEAF("f_contiguous", "self, /", contiguous, kGet, "Do the elements lie side by side?"),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly, "repr(self)"),
};

}  // namespace

const BuiltinTable kMemoryViewRows = builtin_table(kMemoryViewTable);
const BuiltinTable kMemoryViewPrimitives = builtin_table(kPrimitiveTable);

}  // namespace hothouse
