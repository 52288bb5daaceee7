// Rows of bytes' and bytearray's methods. Texts that both have (strip, split, ...) go through
// Latin-1 strings where the rule is the same for bytes and characters.
#include <cctype>
#include <cstring>

#include "core/builtins/arguments.h"
#include "core/builtins/types/shared.h"
#include "core/objects/bytes.h"
#include "core/objects/list.h"
#include "core/objects/slice.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

#define BYTES_SELF(method)    \
  Value b = unwrap(vm, a[0]); \
  if (!is_bytes(b) && !is_bytearray(b)) return wrong_self(vm, method, "bytes", a[0])

bool bytes_argument(Leaf& vm, Value v, BytesView* view) {
  Value u = unwrap(vm, v);
  if (is_bytes(u) || is_bytearray(u)) {
    *view = bytes_view(u);
    return true;
  }
  vm.type_error("a bytes-like object is required, not '" + type_name_of(vm, v) + "'");
  return false;
}
/// Bytes or a single byte as an int.
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
  Value u = unwrap(vm, v);
  if (is_bytes(u) || is_bytearray(u)) {
    *part = std::string(bytes_view(u));
    return true;
  }
  vm.type_error("argument should be integer or bytes-like object, not '" + type_name_of(vm, v) +
                "'");
  return false;
}
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
  auto test = [&](Value part) {
    BytesView p = bytes_view(part);
    if (p.size() > s.size()) return false;
    return at_start ? s.substr(0, p.size()) == p : s.substr(s.size() - p.size()) == p;
  };
  Value part = unwrap(vm, a[1]);
  if (is_bytes(part) || is_bytearray(part)) return Value::boolean(test(part));
  if (is_tuple(part)) {
    for (uint64_t i = 0; i < tuple_length(part); ++i) {
      Value one = unwrap(vm, tuple_get(part, i));
      if ((is_bytes(one) || is_bytearray(one)) && test(one)) return Value::true_value();
    }
    return Value::false_value();
  }
  return vm.type_error(std::string(kName) + " first arg must be bytes or a tuple of bytes, not " +
                       type_name_of(vm, a[1]));
}

Value latin(Leaf& vm, BytesView s) {
  return str_from_latin1(vm, reinterpret_cast<const uint8_t*>(s.data()), s.size());
}
/// A Latin-1 Str as bytes of the same type as `like`.
Value back(Leaf& vm, Value like, Value text) {
  std::string out;
  StrView s = str_view(vm, text);
  for (uint64_t i = 0; i < s.length; ++i) out.push_back(static_cast<char>(s[i]));
  return bytes_like(vm, like, out);
}
Value back_list(Leaf& vm, Value like, Value list) {
  if (!is_list(list)) return list;
  Value out = make_list(vm);
  for (uint64_t i = 0; i < list_length(list); ++i) {
    list_append(vm, out, back(vm, like, list_get(vm, list, i)));
  }
  return out;
}

bool is_space(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }

Value white_split(Leaf& vm, Value b, int64_t max) {
  BytesView s = bytes_view(b);
  std::vector<std::string> words;
  size_t at = 0;
  while (true) {
    while (at < s.size() && is_space(static_cast<unsigned char>(s[at]))) ++at;
    if (at >= s.size()) break;
    if (max >= 0 && static_cast<int64_t>(words.size()) == max) {
      words.emplace_back(s.substr(at));  // blanks at the end stay
      break;
    }
    size_t start = at;
    while (at < s.size() && !is_space(static_cast<unsigned char>(s[at]))) ++at;
    words.emplace_back(s.substr(start, at - start));
  }
  Value out = make_list(vm);
  for (const std::string& w : words) list_append(vm, out, bytes_like(vm, b, w));
  return out;
}

Value white_rsplit(Leaf& vm, Value b, int64_t max) {
  BytesView s = bytes_view(b);
  std::vector<std::string> words;
  size_t end = s.size();
  while (true) {
    while (end > 0 && is_space(static_cast<unsigned char>(s[end - 1]))) --end;
    if (end == 0) break;
    if (static_cast<int64_t>(words.size()) == max) {
      words.emplace_back(s.substr(0, end));
      break;
    }
    size_t start = end;
    while (start > 0 && !is_space(static_cast<unsigned char>(s[start - 1]))) --start;
    words.emplace_back(s.substr(start, end - start));
    end = start;
  }
  Value out = make_list(vm);
  for (auto w = words.rbegin(); w != words.rend(); ++w) {
    list_append(vm, out, bytes_like(vm, b, *w));
  }
  return out;
}

template <bool from_right>
Value split(Leaf& vm, const Value* a) {
  BYTES_SELF("split");
  int64_t max = -1;
  if (given(a[2]) && !int64_argument(vm, a[2], &max)) return Value::raised();
  if (!given(a[1]) || a[1].is_none()) {
    if (!from_right || max < 0) return white_split(vm, b, max);
    return white_rsplit(vm, b, max);
  }
  BytesView separator;
  if (!bytes_argument(vm, a[1], &separator)) return Value::raised();
  Value text = latin(vm, bytes_view(b)), sep = latin(vm, separator);
  return back_list(vm, b,
                   from_right ? str_rsplit(vm, text, sep, max) : str_split(vm, text, sep, max));
}
Value splitlines(Leaf& vm, const Value* a) {
  BYTES_SELF("splitlines");
  int64_t keep = 0;
  if (given(a[1]) && !int64_argument(vm, a[1], &keep)) return Value::raised();
  BytesView s = bytes_view(b);
  Value out = make_list(vm);
  for (size_t at = 0; at < s.size();) {
    size_t end = at;
    while (end < s.size() && s[end] != '\n' && s[end] != '\r') ++end;
    size_t next = end;
    if (next < s.size())
      next += s[next] == '\r' && next + 1 < s.size() && s[next + 1] == '\n' ? 2 : 1;
    list_append(vm, out, bytes_like(vm, b, s.substr(at, (keep ? next : end) - at)));
    s = bytes_view(b);
    at = next;
  }
  return out;
}
template <bool from_right>
Value partition(Leaf& vm, const Value* a) {
  BYTES_SELF("partition");
  BytesView separator;
  if (!bytes_argument(vm, a[1], &separator)) return Value::raised();
  Value text = latin(vm, bytes_view(b)), sep = latin(vm, separator);
  Value t = from_right ? str_rpartition(vm, text, sep) : str_partition(vm, text, sep);
  if (!is_tuple(t)) return t;
  return make_tuple(vm, {back(vm, b, tuple_get(t, 0)), back(vm, b, tuple_get(t, 1)),
                         back(vm, b, tuple_get(t, 2))});
}
template <bool left, bool right>
Value strip(Leaf& vm, const Value* a) {
  BYTES_SELF("strip");
  std::string chars = " \t\n\r\v\f";
  if (given(a[1]) && !a[1].is_none()) {
    BytesView view;
    if (!bytes_argument(vm, a[1], &view)) return Value::raised();
    chars = std::string(view);
  }
  BytesView s = bytes_view(b);
  size_t start = 0, end = s.size();
  while (left && start < end && chars.find(s[start]) != std::string::npos) ++start;
  while (right && end > start && chars.find(s[end - 1]) != std::string::npos) --end;
  return bytes_like(vm, b, s.substr(start, end - start));
}
Value replace(Leaf& vm, const Value* a) {
  BYTES_SELF("replace");
  BytesView from, to;
  int64_t max = -1;
  if (!bytes_argument(vm, a[1], &from) || !bytes_argument(vm, a[2], &to)) return Value::raised();
  if (given(a[3]) && !int64_argument(vm, a[3], &max)) return Value::raised();
  return bytes_like(vm, b, bytes_replace(bytes_view(b), from, to, max));
}
template <int (*function)(int)>
Value map_bytes(Leaf& vm, const Value* a) {
  BYTES_SELF("lower");
  std::string out(bytes_view(b));
  for (char& c : out) {
    auto u = static_cast<unsigned char>(c);
    if (u < 128) c = static_cast<char>(function(u));
  }
  return bytes_like(vm, b, out);
}
template <int (*function)(int)>
Value test_bytes(Leaf& vm, const Value* a) {
  BYTES_SELF("isalpha");
  BytesView s = bytes_view(b);
  for (char c : s) {
    auto u = static_cast<unsigned char>(c);
    if (u >= 128 || !function(u)) return Value::false_value();
  }
  return Value::boolean(!s.empty());
}
enum class Letters { Capitalize, Title, Swap };
template <Letters how>
Value map_letters(Leaf& vm, const Value* a) {
  BYTES_SELF("title");
  std::string out(bytes_view(b));
  bool inside = false;
  for (char& c : out) {
    const auto u = static_cast<unsigned char>(c);
    const bool letter = u < 128 && std::isalpha(u) != 0;
    const bool lower = how == Letters::Swap ? std::isupper(u) != 0 : inside;
    if (letter) c = static_cast<char>(lower ? std::tolower(u) : std::toupper(u));
    inside = how == Letters::Capitalize || letter;
  }
  return bytes_like(vm, b, out);
}
/// Is there a letter, and none in the other case?
template <int (*wanted)(int), int (*refused)(int)>
Value test_case(Leaf& vm, const Value* a) {
  BYTES_SELF("islower");
  bool any = false;
  for (char c : bytes_view(b)) {
    const auto u = static_cast<unsigned char>(c);
    if (u >= 128) continue;
    if (refused(u)) return Value::false_value();
    any = any || wanted(u) != 0;
  }
  return Value::boolean(any);
}
Value is_title(Leaf& vm, const Value* a) {
  BYTES_SELF("istitle");
  bool any = false, inside = false;
  for (char c : bytes_view(b)) {
    const auto u = static_cast<unsigned char>(c);
    const bool letter = u < 128 && std::isalpha(u) != 0;
    if (letter && (std::isupper(u) != 0) == inside) return Value::false_value();
    any = any || letter;
    inside = letter;
  }
  return Value::boolean(any);
}
Value expandtabs(Leaf& vm, const Value* a) {
  BYTES_SELF("expandtabs");
  int64_t size = 8;
  if (given(a[1]) && !int64_argument(vm, a[1], &size)) return Value::raised();
  return back(vm, b, str_expandtabs(vm, latin(vm, bytes_view(b)), size));
}
Value is_ascii(Leaf& vm, const Value* a) {
  BYTES_SELF("isascii");
  for (char c : bytes_view(b)) {
    if (static_cast<unsigned char>(c) >= 128) return Value::false_value();
  }
  return Value::true_value();
}
template <MethodName name, Value (*function)(Leaf&, Value, int64_t, char32_t)>
Value pad(Leaf& vm, const Value* a) {
  BYTES_SELF(name.text);
  int64_t width;
  if (!int64_argument(vm, a[1], &width)) return Value::raised();
  char32_t fill = ' ';
  if (given(a[2])) {
    Value f = unwrap(vm, a[2]);
    if ((!is_bytes(f) && !is_bytearray(f)) || bytes_length(f) != 1) {
      return vm.type_error(std::string(name.text) +
                           "() argument 2 must be a byte string of length 1, not " +
                           type_name_of(vm, a[2]));
    }
    fill = static_cast<unsigned char>(bytes_view(f)[0]);
  }
  return back(vm, b, function(vm, latin(vm, bytes_view(b)), width, fill));
}
Value zfill(Leaf& vm, const Value* a) {
  BYTES_SELF("zfill");
  int64_t width;
  if (!int64_argument(vm, a[1], &width)) return Value::raised();
  return back(vm, b, str_zfill(vm, latin(vm, bytes_view(b)), width));
}
template <bool prefix>
Value remove_affix(Leaf& vm, const Value* a) {
  BYTES_SELF("removeprefix");
  BytesView part;
  if (!bytes_argument(vm, a[1], &part)) return Value::raised();
  BytesView s = bytes_view(b);
  if (part.size() <= s.size() && !part.empty()) {
    if (prefix && s.substr(0, part.size()) == part)
      s = s.substr(part.size());
    else if (!prefix && s.substr(s.size() - part.size()) == part)
      s = s.substr(0, s.size() - part.size());
  }
  return bytes_like(vm, b, s);
}
Value join(Leaf& vm, const Value* a) {
  BYTES_SELF("join");
  if (!is_list(a[1]) && !is_tuple(a[1])) return leave_to_python();
  std::string out, separator(bytes_view(b));
  uint64_t n = is_list(a[1]) ? list_length(a[1]) : tuple_length(a[1]);
  for (uint64_t i = 0; i < n; ++i) {
    Value item = unwrap(vm, is_list(a[1]) ? list_get(vm, a[1], i) : tuple_get(a[1], i));
    if (!is_bytes(item) && !is_bytearray(item)) {
      return vm.type_error("sequence item " + std::to_string(i) +
                           ": expected a bytes-like object, " + type_name_of(vm, item) + " found");
    }
    if (i) out += separator;
    out += bytes_view(item);
  }
  return bytes_like(vm, b, out);
}
Value decode(Leaf& vm, const Value* a) {
  BYTES_SELF("decode");
  std::string encoding = "utf-8", errors = "strict";
  if (given(a[1])) {
    Value e = text_argument(vm, a[1], "decode() argument 'encoding' must be str");
    if (e.is_undefined()) return Value::raised();
    encoding = str_to_utf8(vm, e);
  }
  if (given(a[2])) {
    Value e = text_argument(vm, a[2], "decode() argument 'errors' must be str");
    if (e.is_undefined()) return Value::raised();
    errors = str_to_utf8(vm, e);
  }
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
  }
  if (given(a[2]) && !int64_argument(vm, a[2], &group)) return Value::raised();
  return str_from_ascii(vm, bytes_hex(bytes_view(b), separator, group));
}
Value fromhex(Leaf& vm, const Value* a) {
  Value text = text_argument(vm, a[1], "fromhex() argument must be str");
  std::string out;
  if (text.is_undefined() || !bytes_from_hex(vm, str_to_utf8(vm, text), &out))
    return Value::raised();
  return is_subtype(a[0].as<Type>(), type_by_id(vm, TypeId::ByteArray)) ? make_bytearray(vm, out)
                                                                        : make_bytes(vm, out);
}
Value translate(Leaf& vm, const Value* a) {
  BYTES_SELF("translate");
  BytesView table, removed;
  bool identity = a[1].is_none();
  if (!identity && !bytes_argument(vm, a[1], &table)) return Value::raised();
  if (!identity && table.size() != 256) {
    return vm.value_error("translation table must be 256 characters long");
  }
  if (given(a[2]) && !bytes_argument(vm, a[2], &removed)) return Value::raised();
  std::string out;
  for (char c : bytes_view(b)) {
    if (removed.find(c) != BytesView::npos) continue;
    out.push_back(identity ? c : table[static_cast<unsigned char>(c)]);
  }
  return bytes_like(vm, b, out);
}
Value maketrans(Leaf& vm, const Value* a) {
  BytesView from, to;
  if (!bytes_argument(vm, a[0], &from) || !bytes_argument(vm, a[1], &to)) return Value::raised();
  if (from.size() != to.size()) {
    return vm.value_error("maketrans arguments must have same length");
  }
  std::string table;
  for (int i = 0; i < 256; ++i) table.push_back(static_cast<char>(i));
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return make_bytes(vm, table);
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
    if (!bytes_argument(vm, a[1], &view)) return Value::raised();
    part = std::string(view);
  } else if (!part_argument(vm, a[1], &part)) {
    return Value::raised();
  }
  return Value::boolean(bytes_view(b).find(part) != BytesView::npos);
}
Value add(Leaf& vm, const Value* a) {
  BYTES_SELF("__add__");
  Value other = unwrap(vm, a[1]);
  if (!is_bytes(other) && !is_bytearray(other)) return Value::not_implemented();
  return bytes_concat(vm, b, other);
}
Value mul(Leaf& vm, const Value* a) {
  BYTES_SELF("__mul__");
  if (as_int(vm, a[1]).is_undefined()) return Value::not_implemented();
  int64_t n;
  return int64_argument(vm, a[1], &n) ? bytes_repeat(vm, b, n) : Value::raised();
}

// --- bytearray's own

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
Value append(Leaf& vm, const Value* a) {
  BYTES_SELF("append");
  char c;
  return byte_argument(vm, a[1], &c) ? bytearray_append(vm, b, BytesView(&c, 1)) : Value::raised();
}
Value extend(Leaf& vm, const Value* a) {
  BYTES_SELF("extend");
  Value other = unwrap(vm, a[1]);
  if (is_bytes(other) || is_bytearray(other)) {
    return bytearray_append(vm, b, std::string(bytes_view(other)));
  }
  return leave_to_python();
}
Value iadd(Leaf& vm, const Value* a) {
  BYTES_SELF("__iadd__");
  std::string other;
  if (!bytes_like_copy(unwrap(vm, a[1]), &other)) return Value::not_implemented();
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
Value copy(Leaf& vm, const Value* a) {
  BYTES_SELF("copy");
  return make_bytearray(vm, bytes_view(b));
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
    if (is_bytes(other) || is_bytearray(other)) {
      data = std::string(bytes_view(other));
    } else {
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
  if (at < 0) at += n;
  if (at < 0 || at >= n) return vm.index_error("bytearray index out of range");
  char c;
  if (!byte_argument(vm, a[2], &c)) return Value::raised();
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

constexpr uint32_t kRead = kBuiltinReadOnly;
constexpr uint32_t kPy = kBuiltinReadOnly | kBuiltinPython;

#define COMMON_ROWS                                                                                \
  HH_LEAF("find", "self, sub, start: slice=, end: slice=, /", search<Search::Find>, kRead,         \
          "The lowest index of sub, or -1."),                                                      \
      HH_LEAF("rfind", "self, sub, start: slice=, end: slice=, /", search<Search::RFind>, kRead,   \
              "The highest index of sub, or -1."),                                                 \
      HH_LEAF("index", "self, sub, start: slice=, end: slice=, /", search<Search::Index>, kRead,   \
              "As find, but ValueError when absent."),                                             \
      HH_LEAF("rindex", "self, sub, start: slice=, end: slice=, /", search<Search::RIndex>, kRead, \
              "As rfind, but ValueError when absent."),                                            \
      HH_LEAF("count", "self, sub, start: slice=, end: slice=, /", search<Search::Count>, kRead,   \
              "Number of non-overlapping occurrences."),                                           \
      HH_LEAF("startswith", "self, prefix, start: slice=, end: slice=, /", affix<true>, kRead,     \
              "Does it begin with prefix?"),                                                       \
      HH_LEAF("endswith", "self, suffix, start: slice=, end: slice=, /", affix<false>, kRead,      \
              "Does it end with suffix?"),                                                         \
      HH_LEAF("split", "self, sep=, maxsplit: index=", split<false>, kRead,                        \
              "The parts between separators."),                                                    \
      HH_LEAF("rsplit", "self, sep=, maxsplit: index=", split<true>, kRead,                        \
              "The parts, split from the end."),                                                   \
      HH_LEAF("splitlines", "self, keepends: index=", splitlines, kRead, "The lines."),            \
      HH_LEAF("partition", "self, sep, /", partition<false>, kRead,                                \
              "What lies before, at and behind the first sep."),                                   \
      HH_LEAF("rpartition", "self, sep, /", partition<true>, kRead,                                \
              "What lies before, at and behind the last sep."),                                    \
      HH_LEAF("strip", "self, bytes=, /", (strip<true, true>), kRead,                              \
              "Without these bytes at both ends."),                                                \
      HH_LEAF("lstrip", "self, bytes=, /", (strip<true, false>), kRead,                            \
              "Without these bytes in front."),                                                    \
      HH_LEAF("rstrip", "self, bytes=, /", (strip<false, true>), kRead,                            \
              "Without these bytes at the end."),                                                  \
      HH_LEAF("replace", "self, old, new, count: index=, /", replace, kRead,                       \
              "With every old replaced by new."),                                                  \
      HH_LEAF("lower", "self, /", map_bytes<std::tolower>, kRead, "ASCII letters in lower case."), \
      HH_LEAF("upper", "self, /", map_bytes<std::toupper>, kRead, "ASCII letters in upper case."), \
      HH_LEAF("isalpha", "self, /", test_bytes<std::isalpha>, kRead, "Only ASCII letters?"),       \
      HH_LEAF("isdigit", "self, /", test_bytes<std::isdigit>, kRead, "Only ASCII digits?"),        \
      HH_LEAF("isalnum", "self, /", test_bytes<std::isalnum>, kRead,                               \
              "Only ASCII letters and digits?"),                                                   \
      HH_LEAF("isspace", "self, /", test_bytes<std::isspace>, kRead, "Only ASCII white space?"),   \
      HH_LEAF("isascii", "self, /", is_ascii, kRead, "Only ASCII bytes?"),                         \
      HH_LEAF("islower", "self, /", (test_case<std::islower, std::isupper>), kRead,                \
              "Letters, all in lower case?"),                                                      \
      HH_LEAF("isupper", "self, /", (test_case<std::isupper, std::islower>), kRead,                \
              "Letters, all in upper case?"),                                                      \
      HH_LEAF("istitle", "self, /", is_title, kRead, "Words with a capital each?"),                \
      HH_LEAF("capitalize", "self, /", map_letters<Letters::Capitalize>, kRead,                    \
              "The first letter in upper case, the others in lower case."),                        \
      HH_LEAF("title", "self, /", map_letters<Letters::Title>, kRead,                              \
              "Each word with a capital."),                                                        \
      HH_LEAF("swapcase", "self, /", map_letters<Letters::Swap>, kRead,                            \
              "Lower case for upper and the reverse."),                                            \
      HH_LEAF("expandtabs", "self, tabsize: index=", expandtabs, kRead, "Tabs as spaces."),        \
      HH_LEAF("center", "self, width: index, fillchar=, /", (pad<"center", str_center>), kRead,    \
              "Centered in width."),                                                               \
      HH_LEAF("ljust", "self, width: index, fillchar=, /", (pad<"ljust", str_ljust>), kRead,       \
              "Left-justified in width."),                                                         \
      HH_LEAF("rjust", "self, width: index, fillchar=, /", (pad<"rjust", str_rjust>), kRead,       \
              "Right-justified in width."),                                                        \
      HH_LEAF("zfill", "self, width: index, /", zfill, kRead,                                      \
              "Padded with zeros behind the sign."),                                               \
      HH_LEAF("removeprefix", "self, prefix, /", remove_affix<true>, kRead,                        \
              "Without that prefix."),                                                             \
      HH_LEAF("removesuffix", "self, suffix, /", remove_affix<false>, kRead,                       \
              "Without that suffix."),                                                             \
      HH_LEAF("join", "self, iterable, /", join, kPy, "The items with self between them."),        \
      HH_LEAF("decode", "self, encoding=, errors=", decode, kRead | kBuiltinPython,                \
              "The text in an encoding."),                                                         \
      HH_LEAF("hex", "self, sep=, bytes_per_sep: index=", hex, kRead, "Hexadecimal digits."),      \
      HH_LEAF("fromhex", "cls, string, /", fromhex, kRead | kBuiltinClassMethod,                   \
              "From hexadecimal digits."),                                                         \
      HH_LEAF("translate", "self, table, /, delete=", translate, kRead,                            \
              "Every byte replaced as the table says."),                                           \
      HH_LEAF("maketrans", "frm, to, /", maketrans, kRead | kBuiltinStatic,                        \
              "A table for translate."),                                                           \
      HH_LEAF("__getitem__", "self, key, /", getitem, kPy, "self[key]"),                           \
      HH_LEAF("__contains__", "self, key: index, /", contains, kRead, "key in self"),              \
      HH_LEAF("__add__", "self, value, /", add, kRead, "self + value"),                            \
      HH_LEAF("__mul__", "self, value: index, /", mul, kRead, "self * value"),                     \
      HH_LEAF("__rmul__", "self, value: index, /", mul, kRead, "value * self"),                    \
      HH_LEAF("__len__", "self, /", dunder_len_leaf, kRead, "len(self)"),                          \
      HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kRead, "iter(self)"),                       \
      HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kRead, "repr(self)"), HH_EQUALITY_ROWS,     \
      HH_ORDER_ROWS, HH_NEW

const BuiltinDef kBytes[] = {
    COMMON_ROWS,
    HH_PYTHON("__mod__", "self, value, /", "self % value"),
    HH_PYTHON("__rmod__", "self, value, /", "value % self"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kRead, "hash(self)"),
    HH_PYTHON("__getnewargs__", "self, /", "Arguments that make the value again."),
};
const BuiltinDef kByteArrayTable[] = {
    COMMON_ROWS,
    HH_PYTHON("__mod__", "self, value, /", "self % value"),
    HH_PYTHON("__rmod__", "self, value, /", "value % self"),
    HH_LEAF("append", "self, item: index, /", append, 0, "Adds a byte."),
    HH_LEAF("extend", "self, iterable, /", extend, kBuiltinPython, "Adds bytes."),
    HH_LEAF("insert", "self, index: index, item: index, /", insert, 0, "Inserts a byte."),
    HH_LEAF("pop", "self, index: index=, /", pop, 0, "Removes and returns a byte."),
    HH_LEAF("remove", "self, value: index, /", remove, 0, "Removes the first such byte."),
    HH_LEAF("clear", "self, /", clear, 0, "Removes all."),
    HH_LEAF("copy", "self, /", copy, kRead, "A copy."),
    HH_LEAF("reverse", "self, /", reverse, 0, "Reverses in place."),
    HH_LEAF("__setitem__", "self, key: item, value: index, /", setitem, 0, "self[key] = value"),
    HH_LEAF("__delitem__", "self, key: item, /", delitem, 0, "del self[key]"),
    HH_LEAF("__iadd__", "self, value, /", iadd, 0, "self += value"),
    HH_PYTHON("__reduce_ex__", "self, protocol, /", "How the value is made again."),
};

}  // namespace

const BuiltinTable kBytesRows = builtin_table(kBytes);
const BuiltinTable kByteArrayRows = builtin_table(kByteArrayTable);

}  // namespace hothouse
