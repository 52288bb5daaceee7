// What bytes can do because they may be text: words, letters, padding. Letters are those of ASCII.
// Where the rule is the same for bytes and characters, it goes through Latin-1 strings.
//
// Neighbour: bytes_rows.cpp, which has the rows of these methods.
#include <cctype>
#include <string>
#include <vector>

#include "core/builtins/types/bytes_methods.h"
#include "core/objects/list.h"
#include "core/objects/memory_view.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"

namespace hothouse::bytes_text {
namespace {

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

Value split_left(Leaf& vm, Value b, BytesView separator, int64_t max) {
  const BytesView s = bytes_view(b);
  std::vector<Value> parts;
  size_t at = 0;
  for (; max != 0; --max) {
    const size_t found = s.find(separator, at);
    if (found == BytesView::npos) break;
    parts.push_back(bytes_like(vm, b, s.substr(at, found - at)));
    at = found + separator.size();
  }
  parts.push_back(bytes_like(vm, b, s.substr(at)));
  return make_list(vm, parts.data(), parts.size());
}

template <bool from_right>
Value split_at(Leaf& vm, const Value* a) {
  BYTES_SELF("split");
  int64_t max = -1;
  if (given(a[2]) && !int64_argument(vm, a[2], &max)) return Value::raised();
  if (!given(a[1]) || a[1].is_none()) {
    if (!from_right || max < 0) return white_split(vm, b, max);
    return white_rsplit(vm, b, max);
  }
  BytesView separator;
  if (!bytes_argument(vm, a[1], &separator)) return Value::raised();
  if (!from_right && !separator.empty()) return split_left(vm, b, separator, max);
  Value text = latin(vm, bytes_view(b)), sep = latin(vm, separator);
  return back_list(vm, b,
                   from_right ? str_rsplit(vm, text, sep, max) : str_split(vm, text, sep, max));
}

template <bool from_right>
Value part_at(Leaf& vm, const Value* a) {
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
Value strip_ends(Leaf& vm, const Value* a) {
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
  if (end - start == s.size() && is_bytes(a[0])) return a[0];
  return bytes_like(vm, b, s.substr(start, end - start));
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

}  // namespace

Value split(Leaf& vm, const Value* a) { return split_at<false>(vm, a); }
Value rsplit(Leaf& vm, const Value* a) { return split_at<true>(vm, a); }

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

Value partition(Leaf& vm, const Value* a) { return part_at<false>(vm, a); }
Value rpartition(Leaf& vm, const Value* a) { return part_at<true>(vm, a); }

Value strip(Leaf& vm, const Value* a) { return strip_ends<true, true>(vm, a); }
Value lstrip(Leaf& vm, const Value* a) { return strip_ends<true, false>(vm, a); }
Value rstrip(Leaf& vm, const Value* a) { return strip_ends<false, true>(vm, a); }

Value replace(Leaf& vm, const Value* a) {
  BYTES_SELF("replace");
  BytesView from, to;
  int64_t max = -1;
  if (!bytes_argument(vm, a[1], &from) || !bytes_argument(vm, a[2], &to)) return Value::raised();
  if (given(a[3]) && !int64_argument(vm, a[3], &max)) return Value::raised();
  return bytes_like(vm, b, bytes_replace(bytes_view(b), from, to, max));
}

Value removeprefix(Leaf& vm, const Value* a) { return remove_affix<true>(vm, a); }
Value removesuffix(Leaf& vm, const Value* a) { return remove_affix<false>(vm, a); }

Value join(Leaf& vm, const Value* a) {
  BYTES_SELF("join");
  if (!is_list(a[1]) && !is_tuple(a[1])) return leave_to_python();
  std::string out, separator(bytes_view(b));
  uint64_t n = is_list(a[1]) ? list_length(a[1]) : tuple_length(a[1]);
  for (uint64_t i = 0; i < n; ++i) {
    Value item = unwrap(vm, is_list(a[1]) ? list_get(vm, a[1], i) : tuple_get(a[1], i));
    BytesView part;
    if (!contiguous_bytes(item, &part)) {
      if (has_buffer(vm, item)) return leave_to_python();
      return vm.type_error("sequence item " + std::to_string(i) +
                           ": expected a bytes-like object, " + type_name_of(vm, item) + " found");
    }
    if (i) out += separator;
    out += part;
  }
  return bytes_like(vm, b, out);
}

Value lower(Leaf& vm, const Value* a) { return map_bytes<std::tolower>(vm, a); }
Value upper(Leaf& vm, const Value* a) { return map_bytes<std::toupper>(vm, a); }

Value capitalize(Leaf& vm, const Value* a) { return map_letters<Letters::Capitalize>(vm, a); }
Value title(Leaf& vm, const Value* a) { return map_letters<Letters::Title>(vm, a); }
Value swapcase(Leaf& vm, const Value* a) { return map_letters<Letters::Swap>(vm, a); }

Value isalpha(Leaf& vm, const Value* a) { return test_bytes<std::isalpha>(vm, a); }
Value isdigit(Leaf& vm, const Value* a) { return test_bytes<std::isdigit>(vm, a); }
Value isalnum(Leaf& vm, const Value* a) { return test_bytes<std::isalnum>(vm, a); }
Value isspace(Leaf& vm, const Value* a) { return test_bytes<std::isspace>(vm, a); }

Value is_ascii(Leaf& vm, const Value* a) {
  BYTES_SELF("isascii");
  for (char c : bytes_view(b)) {
    if (static_cast<unsigned char>(c) >= 128) return Value::false_value();
  }
  return Value::true_value();
}

Value islower(Leaf& vm, const Value* a) { return test_case<std::islower, std::isupper>(vm, a); }
Value isupper(Leaf& vm, const Value* a) { return test_case<std::isupper, std::islower>(vm, a); }

Value istitle(Leaf& vm, const Value* a) {
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

Value center(Leaf& vm, const Value* a) { return pad<"center", str_center>(vm, a); }
Value ljust(Leaf& vm, const Value* a) { return pad<"ljust", str_ljust>(vm, a); }
Value rjust(Leaf& vm, const Value* a) { return pad<"rjust", str_rjust>(vm, a); }

Value zfill(Leaf& vm, const Value* a) {
  BYTES_SELF("zfill");
  int64_t width;
  if (!int64_argument(vm, a[1], &width)) return Value::raised();
  return back(vm, b, str_zfill(vm, latin(vm, bytes_view(b)), width));
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

}  // namespace hothouse::bytes_text
