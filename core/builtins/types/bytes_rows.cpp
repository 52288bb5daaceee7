// Rows of bytes' and bytearray's methods, and those methods that are neither about text nor change
// anything. Neighbour: bytes_methods.h, which says what lies where.
#include <algorithm>
#include <cstring>

#include "core/builtins/types/bytes_methods.h"
#include "core/objects/memory_view.h"
#include "core/objects/slice.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"

namespace hothouse {

bool bytes_argument(Leaf& vm, Value v, BytesView* view) {
  if (contiguous_bytes(unwrap(vm, v), view)) return true;
  vm.type_error("a bytes-like object is required, not '" + type_name_of(vm, v) + "'");
  return false;
}
bool part_argument(Leaf& vm, Value v, std::string* part) {
  Value n = as_int(vm, v);
  if (!n.is_undefined()) {
    int64_t c;
    if (!as_int64(n, &c) || c < 0 || c > 255) {
      vm.value_error("byte must be in range(0, 256)");
      return false;
    }
    *part = std::string(1, static_cast<char>(c));
    return true;
  }
  if (bytes_like_copy(unwrap(vm, v), part)) return true;
  vm.type_error("argument should be integer or bytes-like object, not '" + type_name_of(vm, v) +
                "'");
  return false;
}

bool byte_argument(Leaf& vm, Value v, char* c) {
  Value n = as_int(vm, v);
  int64_t i;
  if (n.is_undefined()) {
    vm.type_error("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
    return false;
  }
  if (!as_int64(n, &i) || i < 0 || i > 255) {
    vm.value_error("byte must be in range(0, 256)");
    return false;
  }
  *c = static_cast<char>(i);
  return true;
}

namespace {

bool range_arguments(Leaf& vm, const Value* a, int64_t length, int64_t* start, int64_t* end) {
  *start = 0;
  *end = INT64_MAX;
  if (!slice_argument(vm, a[2], start) || !slice_argument(vm, a[3], end)) return false;
  adjust_indices(*start, *end, length);
  return true;
}

enum class Search { Find, RFind, Index, RIndex, Count };
template <Search kind>
Value search(Leaf& vm, const Value* a) {
  BYTES_SELF("find");
  std::string part;
  int64_t start, end;
  BytesView s = bytes_view(b);
  if (!part_argument(vm, a[1], &part) ||
      !range_arguments(vm, a, static_cast<int64_t>(s.size()), &start, &end)) {
    return Value::raised();
  }
  if (kind == Search::Count) return vm.heap().make_int(bytes_count(s, part, start, end));
  bool forward = kind == Search::Find || kind == Search::Index;
  int64_t at = forward ? bytes_find(s, part, start, end) : bytes_rfind(s, part, start, end);
  if (at < 0 && (kind == Search::Index || kind == Search::RIndex)) {
    return vm.value_error("subsection not found");
  }
  return vm.heap().make_int(at);
}

template <bool at_start>
Value affix(Leaf& vm, const Value* a) {
  constexpr const char* kName = at_start ? "startswith" : "endswith";
  BYTES_SELF(kName);
  BytesView s = bytes_view(b);
  int64_t start, end;
  if (!range_arguments(vm, a, static_cast<int64_t>(s.size()), &start, &end)) return Value::raised();
  if (start > static_cast<int64_t>(s.size()) || start > end)
    s = BytesView();
  else
    s = s.substr(static_cast<size_t>(start), static_cast<size_t>(end - start));
  auto test = [&](BytesView p) {
    if (p.size() > s.size()) return false;
    return at_start ? s.substr(0, p.size()) == p : s.substr(s.size() - p.size()) == p;
  };
  Value part = unwrap(vm, a[1]);
  BytesView p;
  if (contiguous_bytes(part, &p)) return Value::boolean(test(p));
  if (is_tuple(part)) {
    for (uint64_t i = 0; i < tuple_length(part); ++i) {
      if (!bytes_argument(vm, tuple_get(part, i), &p)) return Value::raised();
      if (test(p)) return Value::true_value();
    }
    return Value::false_value();
  }
  return vm.type_error(std::string(kName) + " first arg must be bytes or a tuple of bytes, not " +
                       type_name_of(vm, a[1]));
}

Value decode(Leaf& vm, const Value* a) {
  BYTES_SELF("decode");
  std::string encoding, errors;
  if (!codec_arguments(vm, "decode", a + 1, &encoding, &errors)) return Value::raised();
  BytesView s = bytes_view(b);
  return str_decode(vm, reinterpret_cast<const uint8_t*>(s.data()), s.size(), encoding, errors);
}
Value hex(Leaf& vm, const Value* a) {
  BYTES_SELF("hex");
  char separator = 0;
  int64_t group = 1;
  if (given(a[1])) {
    Value s = unwrap(vm, a[1]);
    if (is_str(s) && str_length(s) == 1)
      separator = static_cast<char>(str_view(vm, s).at(0));
    else if ((is_bytes(s)) && bytes_length(s) == 1)
      separator = bytes_view(s)[0];
    else if (builtin_length(vm, s) < 0)
      return vm.type_error("object of type '" + type_name_of(vm, s) + "' has no len()");
    else
      return vm.value_error("sep must be length 1.");
    if (static_cast<unsigned char>(separator) >= 128 ||
        (is_str(s) && str_view(vm, s).at(0) >= 128)) {
      return vm.value_error("sep must be ASCII.");
    }
  }
  if (given(a[2]) && !int64_argument(vm, a[2], &group)) return Value::raised();
  if (given(a[1]) && separator == 0) {  // bytes_hex takes it for none at all
    std::string text = bytes_hex(bytes_view(b), ',', group);
    std::replace(text.begin(), text.end(), ',', '\0');
    return str_from_ascii(vm, text);
  }
  return str_from_ascii(vm, bytes_hex(bytes_view(b), separator, group));
}
Value fromhex(Leaf& vm, const Value* a) {
  if (!is_type(a[0])) {
    return vm.type_error("descriptor 'fromhex' requires a type but received a '" +
                         type_name_of(vm, a[0]) + "' instance");
  }
  if (!is_builtin_type(a[0].as<Type>())) return leave_to_python();  // cls(the bytes)
  Value text = text_argument(vm, a[1], "fromhex() argument must be str");
  std::string out;
  if (text.is_undefined() || !bytes_from_hex(vm, str_to_utf8(vm, text), &out))
    return Value::raised();
  return is_subtype(a[0].as<Type>(), type_by_id(vm, TypeId::ByteArray)) ? make_bytearray(vm, out)
                                                                        : make_bytes(vm, out);
}

Value getitem(Leaf& vm, const Value* a) {
  BYTES_SELF("__getitem__");
  if (is_kind(a[1], Kind::Slice)) {
    if (!slice_is_plain(a[1])) return leave_to_python();
    SliceIndices s;
    if (!slice_indices(vm, a[1], static_cast<int64_t>(bytes_length(b)), &s)) return Value::raised();
    return bytes_slice(vm, b, s);
  }
  Value i = as_int(vm, a[1]);
  if (i.is_undefined()) return leave_to_python();
  return bytes_index(vm, b, clamp_int64(i));
}
Value contains(Leaf& vm, const Value* a) {
  BYTES_SELF("__contains__");
  Value n = as_int(vm, a[1]);
  std::string part;
  if (n.is_undefined()) {
    BytesView view;
    if (!contiguous_bytes(unwrap(vm, a[1]), &view)) return leave_to_python();
    part = std::string(view);
  } else if (!part_argument(vm, a[1], &part)) {
    return Value::raised();
  }
  return Value::boolean(bytes_view(b).find(part) != BytesView::npos);
}
Value add(Leaf& vm, const Value* a) {
  BYTES_SELF("__add__");
  Value other = unwrap(vm, a[1]);
  if (is_instance_kind(other)) return leave_to_python();
  if (!is_bytes(other) && !is_bytearray(other)) return Value::not_implemented();
  return bytes_concat(vm, b, other);
}
Value mul(Leaf& vm, const Value* a) {
  BYTES_SELF("__mul__");
  if (as_int(vm, a[1]).is_undefined()) return Value::not_implemented();
  int64_t n;
  return int64_argument(vm, a[1], &n) ? bytes_repeat(vm, b, n) : Value::raised();
}
Value copy(Leaf& vm, const Value* a) {
  BYTES_SELF("copy");
  return make_bytearray(vm, bytes_view(b));
}

constexpr uint32_t kRead = kBuiltinReadOnly;
constexpr uint32_t kPy = kBuiltinReadOnly | kBuiltinPython;

Value to_bytes(Leaf& vm, const Value* a) { return unwrap(vm, a[0]); }

#define COMMON_ROWS                                                                                \
  HH_LEAF("find", "self, sub: part, start: slice=, end: slice=, /", search<Search::Find>, kRead,   \
          "The lowest index of sub, or -1."),                                                      \
      HH_LEAF("rfind", "self, sub: part, start: slice=, end: slice=, /", search<Search::RFind>,    \
              kRead, "The highest index of sub, or -1."),                                          \
      HH_LEAF("index", "self, sub: part, start: slice=, end: slice=, /", search<Search::Index>,    \
              kRead, "As find, but ValueError when absent."),                                      \
      HH_LEAF("rindex", "self, sub: part, start: slice=, end: slice=, /", search<Search::RIndex>,  \
              kRead, "As rfind, but ValueError when absent."),                                     \
      HH_LEAF("count", "self, sub: part, start: slice=, end: slice=, /", search<Search::Count>,    \
              kRead, "Number of non-overlapping occurrences."),                                    \
      HH_LEAF("startswith", "self, prefix: buffer, start: slice=, end: slice=, /", affix<true>,    \
              kRead, "Does it begin with prefix?"),                                                \
      HH_LEAF("endswith", "self, suffix: buffer, start: slice=, end: slice=, /", affix<false>,     \
              kRead, "Does it end with suffix?"),                                                  \
      HH_LEAF("split", "self, sep: buffer=, maxsplit: index=", bytes_text::split, kRead,           \
              "The parts between separators."),                                                    \
      HH_LEAF("rsplit", "self, sep: buffer=, maxsplit: index=", bytes_text::rsplit, kRead,         \
              "The parts, split from the end."),                                                   \
      HH_LEAF("splitlines", "self, keepends: index=", bytes_text::splitlines, kRead,               \
              "The lines."),                                                                       \
      HH_LEAF("partition", "self, sep, /", bytes_text::partition, kRead,                           \
              "What lies before, at and behind the first sep."),                                   \
      HH_LEAF("rpartition", "self, sep, /", bytes_text::rpartition, kRead,                         \
              "What lies before, at and behind the last sep."),                                    \
      HH_LEAF("strip", "self, bytes: buffer=, /", bytes_text::strip, kRead,                        \
              "Without these bytes at both ends."),                                                \
      HH_LEAF("lstrip", "self, bytes: buffer=, /", bytes_text::lstrip, kRead,                      \
              "Without these bytes in front."),                                                    \
      HH_LEAF("rstrip", "self, bytes: buffer=, /", bytes_text::rstrip, kRead,                      \
              "Without these bytes at the end."),                                                  \
      HH_LEAF("replace", "self, old: buffer, new: buffer, count: index=, /", bytes_text::replace,  \
              kRead, "With every old replaced by new."),                                           \
      HH_LEAF("lower", "self, /", bytes_text::lower, kRead, "ASCII letters in lower case."),       \
      HH_LEAF("upper", "self, /", bytes_text::upper, kRead, "ASCII letters in upper case."),       \
      HH_LEAF("isalpha", "self, /", bytes_text::isalpha, kRead, "Only ASCII letters?"),            \
      HH_LEAF("isdigit", "self, /", bytes_text::isdigit, kRead, "Only ASCII digits?"),             \
      HH_LEAF("isalnum", "self, /", bytes_text::isalnum, kRead, "Only ASCII letters and digits?"), \
      HH_LEAF("isspace", "self, /", bytes_text::isspace, kRead, "Only ASCII white space?"),        \
      HH_LEAF("isascii", "self, /", bytes_text::is_ascii, kRead, "Only ASCII bytes?"),             \
      HH_LEAF("islower", "self, /", bytes_text::islower, kRead, "Letters, all in lower case?"),    \
      HH_LEAF("isupper", "self, /", bytes_text::isupper, kRead, "Letters, all in upper case?"),    \
      HH_LEAF("istitle", "self, /", bytes_text::istitle, kRead, "Words with a capital each?"),     \
      HH_LEAF("capitalize", "self, /", bytes_text::capitalize, kRead,                              \
              "The first letter in upper case, the others in lower case."),                        \
      HH_LEAF("title", "self, /", bytes_text::title, kRead, "Each word with a capital."),          \
      HH_LEAF("swapcase", "self, /", bytes_text::swapcase, kRead,                                  \
              "Lower case for upper and the reverse."),                                            \
      HH_LEAF("expandtabs", "self, tabsize: index=", bytes_text::expandtabs, kRead,                \
              "Tabs as spaces."),                                                                  \
      HH_LEAF("center", "self, width: index, fillchar=, /", bytes_text::center, kRead,             \
              "Centered in width."),                                                               \
      HH_LEAF("ljust", "self, width: index, fillchar=, /", bytes_text::ljust, kRead,               \
              "Left-justified in width."),                                                         \
      HH_LEAF("rjust", "self, width: index, fillchar=, /", bytes_text::rjust, kRead,               \
              "Right-justified in width."),                                                        \
      HH_LEAF("zfill", "self, width: index, /", bytes_text::zfill, kRead,                          \
              "Padded with zeros behind the sign."),                                               \
      HH_LEAF("removeprefix", "self, prefix: buffer, /", bytes_text::removeprefix, kRead,          \
              "Without that prefix."),                                                             \
      HH_LEAF("removesuffix", "self, suffix: buffer, /", bytes_text::removesuffix, kRead,          \
              "Without that suffix."),                                                             \
      HH_LEAF("join", "self, iterable, /", bytes_text::join, kPy,                                  \
              "The items with self between them."),                                                \
      HH_LEAF("decode", "self, encoding=, errors=", decode, kRead | kBuiltinPython,                \
              "The text in an encoding."),                                                         \
      HH_LEAF("hex", "self, sep=, bytes_per_sep: index=", hex, kRead, "Hexadecimal digits."),      \
      HH_LEAF("fromhex", "cls, string, /", fromhex, kPy | kBuiltinClassMethod,                     \
              "From hexadecimal digits."),                                                         \
      HH_LEAF("translate", "self, table: buffer, /, delete: buffer=", bytes_text::translate,       \
              kRead, "Every byte replaced as the table says."),                                    \
      HH_LEAF("maketrans", "frm: buffer, to: buffer, /", bytes_text::maketrans,                    \
              kRead | kBuiltinStatic, "A table for translate."),                                   \
      HH_LEAF("__getitem__", "self, key, /", getitem, kPy, "self[key]"),                           \
      HH_LEAF("__contains__", "self, key, /", contains, kPy, "key in self"),                       \
      HH_LEAF("__add__", "self, value, /", add, kPy, "self + value"),                              \
      HH_LEAF("__mul__", "self, value: index, /", mul, kRead, "self * value"),                     \
      HH_LEAF("__rmul__", "self, value: index, /", mul, kRead, "value * self"),                    \
      HH_LEAF("__len__", "self, /", dunder_len_leaf, kRead, "len(self)"),                          \
      HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kRead, "iter(self)"),                       \
      HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kRead, "repr(self)"), HH_EQUALITY_ROWS,     \
      HH_ORDER_ROWS, HH_NEW

const BuiltinDef kBytes[] = {
    COMMON_ROWS,
    HH_LEAF("__bytes__", "self, /", to_bytes, kRead, "bytes(self)"),
    HH_PYTHON("__mod__", "self, value, /", "self % value"),
    HH_PYTHON("__rmod__", "self, value, /", "value % self"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kRead, "hash(self)"),
    HH_PYTHON("__getnewargs__", "self, /", "Arguments that make the value again."),
};
const BuiltinDef kByteArrayTable[] = {
    COMMON_ROWS,
    HH_PYTHON("__init__", "self, /, *args, **kwargs", "Fills a new bytearray."),
    HH_PYTHON("__mod__", "self, value, /", "self % value"),
    HH_PYTHON("__rmod__", "self, value, /", "value % self"),
    HH_LEAF("append", "self, item: index, /", bytearray_change::append, 0, "Adds a byte."),
    HH_LEAF("extend", "self, iterable, /", bytearray_change::extend, kBuiltinPython, "Adds bytes."),
    HH_LEAF("insert", "self, index: index, item: index, /", bytearray_change::insert, 0,
            "Inserts a byte."),
    HH_LEAF("pop", "self, index: index=, /", bytearray_change::pop, 0,
            "Removes and returns a byte."),
    HH_LEAF("remove", "self, value: index, /", bytearray_change::remove, 0,
            "Removes the first such byte."),
    HH_LEAF("clear", "self, /", bytearray_change::clear, 0, "Removes all."),
    HH_LEAF("copy", "self, /", copy, kRead, "A copy."),
    HH_LEAF("reverse", "self, /", bytearray_change::reverse, 0, "Reverses in place."),
    HH_LEAF("__setitem__", "self, key: item, value: part, /", bytearray_change::setitem, 0,
            "self[key] = value"),
    HH_LEAF("__delitem__", "self, key: item, /", bytearray_change::delitem, 0, "del self[key]"),
    HH_LEAF("__iadd__", "self, value, /", bytearray_change::iadd, 0, "self += value"),
    HH_PYTHON("__reduce_ex__", "self, protocol, /", "How the value is made again."),
};

}  // namespace

const BuiltinTable kBytesRows = builtin_table(kBytes);
const BuiltinTable kByteArrayRows = builtin_table(kByteArrayTable);

}  // namespace hothouse
