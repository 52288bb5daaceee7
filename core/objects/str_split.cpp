// str methods that take apart and put together.
#include <algorithm>
#include <cstring>
#include <vector>

#include "core/objects/list.h"
#include "core/objects/str_methods.h"
#include "core/objects/str_search.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unicode.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31)
                  : unicode_is(c, kUniSpace);
}

Value part(Leaf& vm, const StrView& v, uint64_t from, uint64_t to) {
  return str_from_view(vm, v.sub(from, to - from));
}

/// A list that is made once it is known how long it has to be, if that is short.
class Parts {
 public:
  explicit Parts(Leaf& vm) : vm_(vm) {}
  void add(Value v) {
    if (count_ == kFew) flush();
    row_[count_++] = v;
  }
  Value finish() {
    flush();
    return list_;
  }

 private:
  static constexpr uint64_t kFew = 24;
  void flush() {
    if (list_.is_undefined()) {
      list_ = make_list(vm_, row_, count_);
    } else {
      list_extend_values(vm_, list_, row_, count_);
    }
    count_ = 0;
  }
  Leaf& vm_;
  Value list_ = Value::undefined();
  uint64_t count_ = 0;
  Value row_[kFew];
};

Value split_spaces(Leaf& vm, const StrView& v, int64_t max) {
  Parts parts(vm);
  uint64_t i = 0;
  while (true) {
    while (i < v.length && is_space(v.at(i))) ++i;
    if (i == v.length) break;
    if (max-- == 0) {
      parts.add(part(vm, v, i, v.length));  // blanks at the end stay
      break;
    }
    uint64_t start = i;
    while (i < v.length && !is_space(v.at(i))) ++i;
    parts.add(part(vm, v, start, i));
  }
  return parts.finish();
}

Value rsplit_spaces(Leaf& vm, const StrView& v, int64_t max) {
  Value list = make_list(vm);
  uint64_t i = v.length;
  while (true) {
    while (i > 0 && is_space(v.at(i - 1))) --i;
    if (i == 0) break;
    if (max-- == 0) {
      list_append(vm, list, part(vm, v, 0, i));  // blanks in front stay
      break;
    }
    uint64_t end = i;
    while (i > 0 && !is_space(v.at(i - 1))) --i;
    list_append(vm, list, part(vm, v, i, end));
  }
  list_reverse(vm, list);
  return list;
}

}  // namespace

Value str_split(Leaf& vm, Value s, Value separator, int64_t max) {
  StrView v = str_view(vm, s);
  if (max < 0) max = INT64_MAX;
  if (separator.is_none()) return split_spaces(vm, v, max);
  StrView p = str_view(vm, separator);
  if (p.length == 0) return vm.value_error("empty separator");
  Parts parts(vm);
  uint64_t at = 0;
  while (max-- > 0) {
    int64_t found = find_view(v, p, at);
    if (found < 0) break;
    parts.add(part(vm, v, at, static_cast<uint64_t>(found)));
    at = static_cast<uint64_t>(found) + p.length;
  }
  parts.add(at == 0 ? s : part(vm, v, at, v.length));
  return parts.finish();
}

Value str_rsplit(Leaf& vm, Value s, Value separator, int64_t max) {
  StrView v = str_view(vm, s);
  if (max < 0) max = INT64_MAX;
  if (separator.is_none()) return rsplit_spaces(vm, v, max);
  StrView p = str_view(vm, separator);
  if (p.length == 0) return vm.value_error("empty separator");
  Value list = make_list(vm);
  uint64_t end = v.length;
  while (max-- > 0) {
    int64_t found = rfind_view(v.sub(0, end), p);
    if (found < 0) break;
    list_append(vm, list, part(vm, v, static_cast<uint64_t>(found) + p.length, end));
    end = static_cast<uint64_t>(found);
  }
  list_append(vm, list, part(vm, v, 0, end));
  list_reverse(vm, list);
  return list;
}

Value str_splitlines(Leaf& vm, Value s, bool keep_ends) {
  StrView v = str_view(vm, s);
  Parts parts(vm);
  uint64_t i = 0;
  while (i < v.length) {
    uint64_t start = i;
    while (i < v.length && !unicode_is(v.at(i), kUniLineBreak)) ++i;
    uint64_t end = i;
    if (i < v.length) {
      i += v.at(i) == '\r' && i + 1 < v.length && v.at(i + 1) == '\n' ? 2 : 1;
      if (keep_ends) end = i;
    }
    parts.add(part(vm, v, start, end));
  }
  return parts.finish();
}

Value str_partition(Leaf& vm, Value s, Value separator) {
  StrView v = str_view(vm, s), p = str_view(vm, separator);
  if (p.length == 0) return vm.value_error("empty separator");
  int64_t at = find_view(v, p);
  if (at < 0) return make_tuple(vm, {s, vm.types().empty_str(), vm.types().empty_str()});
  auto i = static_cast<uint64_t>(at);
  Value head = part(vm, v, 0, i), tail = part(vm, v, i + p.length, v.length);
  return make_tuple(vm, {head, separator, tail});
}

Value str_rpartition(Leaf& vm, Value s, Value separator) {
  StrView v = str_view(vm, s), p = str_view(vm, separator);
  if (p.length == 0) return vm.value_error("empty separator");
  int64_t at = rfind_view(v, p);
  if (at < 0) return make_tuple(vm, {vm.types().empty_str(), vm.types().empty_str(), s});
  auto i = static_cast<uint64_t>(at);
  Value head = part(vm, v, 0, i), tail = part(vm, v, i + p.length, v.length);
  return make_tuple(vm, {head, separator, tail});
}

Value str_join(Leaf& vm, Value separator, Value parts) {
  bool tuple = is_tuple(parts);
  uint64_t n = tuple ? tuple_length(parts) : list_length(parts);
  auto get = [&](uint64_t i) { return tuple ? tuple_get(parts, i) : list_get(vm, parts, i); };
  if (n == 0) return vm.types().empty_str();
  uint64_t separator_length = str_length(separator), length = separator_length * (n - 1);
  int width = separator_length && n > 1 ? separator.as<Str>()->width() : 1;
  bool ascii = (separator.as<Str>()->aux & kStrAscii) || n == 1;
  for (uint64_t i = 0; i < n; ++i) {
    const Str* s = as_str(vm, get(i));
    if (!s) {
      return vm.type_error("sequence item " + std::to_string(i) + ": expected str instance, " +
                           type_name_of(vm, get(i)) + " found");
    }
    length += s->length;
    width = std::max(width, s->width());
    ascii = ascii && (s->aux & kStrAscii);
  }
  if (n == 1) return unwrap(vm, get(0));
  if (length == 0) return vm.types().empty_str();
  if (length > 100000 && !vm.heap().can_allocate(length * 4)) return vm.memory_error();
  auto w = static_cast<uint64_t>(width);
  Str* out = str_allocate(vm, length,
                          ascii        ? 0x7f
                          : width == 1 ? 0xff
                          : width == 2 ? 0xffff
                                       : 0x10ffff);
  uint8_t* to = out->data();
  auto copy = [&](const StrView& v) {
    if (width == 1 && v.length <= 8) {  // most separators and many parts: no call
      for (uint64_t i = 0; i < v.length; ++i) to[i] = v.data[i];
    } else {
      copy_code_points(to, width, v);
    }
    to += v.length * w;
  };
  const StrView sep = str_view(vm, separator);
  for (uint64_t i = 0; i < n; ++i) {
    if (i > 0 && sep.length > 0) copy(sep);
    copy(str_view(vm, unwrap(vm, get(i))));
  }
  return Value::from_object(out);
}

namespace {

/// ASCII texts, of which the second is not empty: how long the result is is counted first.
Value replace_ascii(Leaf& vm, Value s, const StrView& v, const StrView& o, const StrView& n,
                    int64_t max) {
  uint64_t count = 0, at = 0;
  for (; count < static_cast<uint64_t>(max); ++count) {
    const int64_t found = find_view(v, o, at);
    if (found < 0) break;
    at = static_cast<uint64_t>(found) + o.length;
  }
  if (count == 0) return s;
  const uint64_t length = v.length - count * o.length + count * n.length;
  if (length == 0) return vm.types().empty_str();
  if (length > 100000 && !vm.heap().can_allocate(length)) return vm.memory_error();
  Str* out = str_allocate(vm, length, 0x7f);
  uint8_t* to = out->data();
  auto copy = [&to](const uint8_t* from, uint64_t size) {
    std::memcpy(to, from, size);
    to += size;
  };
  for (at = 0; count > 0; --count) {
    const auto found = static_cast<uint64_t>(find_view(v, o, at));
    copy(v.data + at, found - at);
    copy(n.data, n.length);
    at = found + o.length;
  }
  copy(v.data + at, v.length - at);
  return length == 1 ? vm.types().char_str(vm, out->data()[0]) : Value::from_object(out);
}

}  // namespace

Value str_replace(Leaf& vm, Value s, Value old_part, Value new_part, int64_t max) {
  StrView v = str_view(vm, s), o = str_view(vm, old_part), n = str_view(vm, new_part);
  if (max < 0) max = INT64_MAX;
  if (max == 0) return s;
  if (o.length > 0 && str_is_ascii(vm, s) && str_is_ascii(vm, new_part)) {
    return replace_ascii(vm, s, v, o, n, max);
  }
  StrBuilder out(vm);
  if (o.length == 0) {
    for (uint64_t i = 0; i <= v.length; ++i) {
      if (max-- > 0) out.append(n);
      if (i < v.length) out.append(v.at(i));
    }
    return out.finish();
  }
  uint64_t at = 0;
  bool any = false;
  while (max-- > 0) {
    int64_t found = find_view(v, o, at);
    if (found < 0) break;
    if (!any) out.reserve(v.length + n.length);
    any = true;
    out.append(v.sub(at, static_cast<uint64_t>(found) - at));
    out.append(n);
    at = static_cast<uint64_t>(found) + o.length;
  }
  if (!any) return s;
  out.append(v.sub(at, v.length - at));
  return out.finish();
}

Value str_strip(Leaf& vm, Value s, Value chars, bool left, bool right) {
  StrView v = str_view(vm, s);
  StrView set = chars.is_none() ? StrView{} : str_view(vm, chars);
  auto in_set = [&](char32_t c) {
    if (chars.is_none()) return is_space(c);
    for (uint64_t i = 0; i < set.length; ++i) {
      if (set.at(i) == c) return true;
    }
    return false;
  };
  uint64_t start = 0, end = v.length;
  while (left && start < end && in_set(v.at(start))) ++start;
  while (right && end > start && in_set(v.at(end - 1))) --end;
  return str_substring(vm, s, start, end);
}

Value str_remove_prefix(Leaf& vm, Value s, Value prefix) {
  auto n = static_cast<int64_t>(str_length(s));
  if (!str_starts_with(vm, s, prefix, 0, n)) return s;
  return str_substring(vm, s, str_length(prefix), str_length(s));
}

Value str_remove_suffix(Leaf& vm, Value s, Value suffix) {
  auto n = static_cast<int64_t>(str_length(s));
  if (str_length(suffix) == 0 || !str_ends_with(vm, s, suffix, 0, n)) return s;
  return str_substring(vm, s, 0, str_length(s) - str_length(suffix));
}

}  // namespace hothouse
