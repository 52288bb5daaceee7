// str methods about the kind and case of characters, and those that pad.
#include <algorithm>
#include <cstring>
#include <vector>

#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/str_methods.h"
#include "core/objects/str_search.h"
#include "core/objects/types.h"
#include "core/objects/unicode.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

using CaseForm = int (*)(char32_t, char32_t*);

// Greek capital sigma is a final sigma behind a cased letter and not before one.
int lower_in_context(const StrView& v, uint64_t i, char32_t* out) {
  constexpr char32_t kSigma = 0x3a3, kSmall = 0x3c3, kFinal = 0x3c2;
  if (v.at(i) != kSigma) return unicode_lower(v.at(i), out);
  uint64_t j = i;
  while (j > 0 && unicode_is(v.at(j - 1), kUniCaseIgnorable)) --j;
  bool behind = j > 0 && unicode_is(v.at(j - 1), kUniCased);
  j = i + 1;
  while (j < v.length && unicode_is(v.at(j), kUniCaseIgnorable)) ++j;
  bool before = j < v.length && unicode_is(v.at(j), kUniCased);
  out[0] = behind && !before ? kFinal : kSmall;
  return 1;
}

// Each character by `form(i, out)`.
template <class F>
Value map_characters(Leaf& vm, Value s, F form) {
  StrView v = str_view(vm, s);
  StrBuilder out(vm);
  char32_t forms[3];
  for (uint64_t i = 0; i < v.length; ++i) {
    int n = form(v, i, forms);
    for (int k = 0; k < n; ++k) out.append(forms[k]);
  }
  return out.finish();
}

bool is_ascii(Leaf& vm, Value s) { return str_flat(vm, s).as<Str>()->aux & kStrAscii; }

template <class F>
Value map_ascii(Leaf& vm, Value s, F f) {
  StrView v = str_view(vm, s);
  if (v.length < 2) {
    return v.length ? vm.types().char_str(vm, static_cast<uint8_t>(f(v.data[0]))) : s;
  }
  Str* out = str_allocate(vm, v.length, 0x7f);
  for (uint64_t i = 0; i < v.length; ++i) out->data()[i] = static_cast<uint8_t>(f(v.data[i]));
  return Value::from_object(out);
}

// All characters have one of the flags, and there is at least one.
bool all_are(Leaf& vm, Value s, uint16_t flags) {
  StrView v = str_view(vm, s);
  for (uint64_t i = 0; i < v.length; ++i) {
    if (!unicode_is(v.at(i), flags)) return false;
  }
  return v.length > 0;
}

Value pad(Leaf& vm, Value s, uint64_t left, uint64_t right, char32_t fill) {
  if (left == 0 && right == 0) return s;
  if (left + right > 100000 && !vm.heap().can_allocate((left + right) * 4)) {
    return vm.memory_error();
  }
  const StrView v = str_view(vm, s);
  if (fill >= 0x80 || !is_ascii(vm, s)) {
    StrBuilder out(vm);
    for (uint64_t i = 0; i < left; ++i) out.append(fill);
    out.append(v);
    for (uint64_t i = 0; i < right; ++i) out.append(fill);
    return out.finish();
  }
  const uint64_t length = left + v.length + right;
  if (length == 1) return vm.types().char_str(vm, static_cast<uint8_t>(fill));
  Str* out = str_allocate(vm, length, 0x7f);
  std::memset(out->data(), static_cast<int>(fill), left);
  std::memcpy(out->data() + left, v.data, v.length);
  std::memset(out->data() + left + v.length, static_cast<int>(fill), right);
  return Value::from_object(out);
}

uint64_t missing(Value s, int64_t width) {
  auto n = static_cast<int64_t>(str_length(s));
  return width > n ? static_cast<uint64_t>(width - n) : 0;
}

}  // namespace

Value str_lower(Leaf& vm, Value s) {
  if (is_ascii(vm, s)) {
    return map_ascii(vm, s, [](uint8_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  }
  return map_characters(vm, s, lower_in_context);
}

Value str_upper(Leaf& vm, Value s) {
  if (is_ascii(vm, s)) {
    return map_ascii(vm, s, [](uint8_t c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
  }
  return map_characters(vm, s, [](const StrView& v, uint64_t i, char32_t* out) {
    return unicode_upper(v.at(i), out);
  });
}

Value str_casefold(Leaf& vm, Value s) {
  if (is_ascii(vm, s)) return str_lower(vm, s);
  return map_characters(vm, s, [](const StrView& v, uint64_t i, char32_t* out) {
    return unicode_fold(v.at(i), out);
  });
}

Value str_swapcase(Leaf& vm, Value s) {
  return map_characters(vm, s, [](const StrView& v, uint64_t i, char32_t* out) {
    char32_t c = v.at(i);
    if (unicode_is(c, kUniUpper)) return lower_in_context(v, i, out);
    if (unicode_is(c, kUniLower)) return unicode_upper(c, out);
    out[0] = c;
    return 1;
  });
}

Value str_title(Leaf& vm, Value s) {
  return map_characters(vm, s, [](const StrView& v, uint64_t i, char32_t* out) {
    bool inside = i > 0 && unicode_is(v.at(i - 1), kUniCased);
    return inside ? lower_in_context(v, i, out) : unicode_title(v.at(i), out);
  });
}

Value str_capitalize(Leaf& vm, Value s) {
  return map_characters(vm, s, [](const StrView& v, uint64_t i, char32_t* out) {
    return i == 0 ? unicode_title(v.at(0), out) : lower_in_context(v, i, out);
  });
}

bool str_is_alpha(Leaf& vm, Value s) { return all_are(vm, s, kUniAlpha); }
bool str_is_digit(Leaf& vm, Value s) { return all_are(vm, s, kUniDigit); }
bool str_is_decimal(Leaf& vm, Value s) { return all_are(vm, s, kUniDecimal); }
bool str_is_numeric(Leaf& vm, Value s) { return all_are(vm, s, kUniNumeric); }
bool str_is_alnum(Leaf& vm, Value s) {
  return all_are(vm, s, kUniAlpha | kUniDecimal | kUniDigit | kUniNumeric);
}
bool str_is_space(Leaf& vm, Value s) { return all_are(vm, s, kUniSpace); }
bool str_is_ascii(Leaf& vm, Value s) { return is_ascii(vm, s); }

bool str_is_lower(Leaf& vm, Value s) {
  StrView v = str_view(vm, s);
  bool cased = false;
  for (uint64_t i = 0; i < v.length; ++i) {
    if (unicode_is(v.at(i), kUniUpper | kUniTitle)) return false;
    cased = cased || unicode_is(v.at(i), kUniLower);
  }
  return cased;
}

bool str_is_upper(Leaf& vm, Value s) {
  StrView v = str_view(vm, s);
  bool cased = false;
  for (uint64_t i = 0; i < v.length; ++i) {
    if (unicode_is(v.at(i), kUniLower | kUniTitle)) return false;
    cased = cased || unicode_is(v.at(i), kUniUpper);
  }
  return cased;
}

bool str_is_title(Leaf& vm, Value s) {
  StrView v = str_view(vm, s);
  bool cased = false, inside = false;
  for (uint64_t i = 0; i < v.length; ++i) {
    char32_t c = v.at(i);
    if (unicode_is(c, kUniUpper | kUniTitle)) {
      if (inside) return false;
      inside = cased = true;
    } else if (unicode_is(c, kUniLower)) {
      if (!inside) return false;
      cased = true;
    } else {
      inside = false;
    }
  }
  return cased;
}

bool str_is_identifier(Leaf& vm, Value s) {
  StrView v = str_view(vm, s);
  if (v.length == 0 || !unicode_is(v.at(0), kUniIdStart)) return false;
  for (uint64_t i = 1; i < v.length; ++i) {
    if (!unicode_is(v.at(i), kUniIdContinue)) return false;
  }
  return true;
}

bool str_is_printable(Leaf& vm, Value s) {
  return str_length(s) == 0 || all_are(vm, s, kUniPrintable);
}

Value str_center(Leaf& vm, Value s, int64_t width, char32_t fill) {
  uint64_t n = missing(s, width);
  // CPython puts the odd one left if the width is odd.
  uint64_t left = n / 2 + (n & static_cast<uint64_t>(width) & 1);
  return pad(vm, s, left, n - left, fill);
}

Value str_ljust(Leaf& vm, Value s, int64_t width, char32_t fill) {
  return pad(vm, s, 0, missing(s, width), fill);
}

Value str_rjust(Leaf& vm, Value s, int64_t width, char32_t fill) {
  return pad(vm, s, missing(s, width), 0, fill);
}

Value str_zfill(Leaf& vm, Value s, int64_t width) {
  uint64_t n = missing(s, width);
  if (n == 0) return s;
  StrView v = str_view(vm, s);
  if (v.length > 0 && (v.at(0) == '+' || v.at(0) == '-')) {
    StrBuilder out(vm);
    out.append(v.at(0));
    for (uint64_t i = 0; i < n; ++i) out.append(U'0');
    out.append(v.sub(1, v.length - 1));
    return out.finish();
  }
  return pad(vm, s, n, 0, '0');
}

Value str_expandtabs(Leaf& vm, Value s, int64_t tab_size) {
  StrView v = str_view(vm, s);
  StrBuilder out(vm);
  int64_t column = 0;
  for (uint64_t i = 0; i < v.length; ++i) {
    char32_t c = v.at(i);
    if (c == '\t') {
      if (tab_size <= 0) continue;
      int64_t n = tab_size - column % tab_size;
      column += n;
      while (n-- > 0) out.append(U' ');
      continue;
    }
    out.append(c);
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return out.finish();
}

Value str_translate(Leaf& vm, Value s, Value table) {
  StrView v = str_view(vm, s);
  StrBuilder out(vm);
  for (uint64_t i = 0; i < v.length; ++i) {
    char32_t c = v.at(i);
    int64_t at = dict_find(vm, table, Value::small_int(c));
    if (at == kDictRaised) return Value::raised();
    if (at < 0) {
      out.append(c);
      continue;
    }
    Value x = unwrap(vm, dict_value_at(table, static_cast<uint64_t>(at)));
    int64_t code;
    if (x.is_none()) {
    } else if (is_str(x)) {
      out.append(x);
    } else if (is_int_value(x)) {
      if (!as_int64(x, &code) || code < 0 || code > 0x10ffff) {
        return vm.value_error("character mapping must be in range(0x110000)");
      }
      out.append(static_cast<char32_t>(code));
    } else {
      return vm.type_error("character mapping must return integer, None or str");
    }
  }
  return out.finish();
}

Value str_maketrans(Leaf& vm, Value x, Value y, Value z) {
  Value table = make_dict(vm);
  if (y.is_undefined()) {
    Value source = unwrap(vm, x);
    if (!is_dict(source)) {
      return vm.type_error("if you give only one argument to maketrans it must be a dict");
    }
    uint64_t position = 0;
    Value key, v;
    while (dict_next(source, &position, &key, &v)) {
      key = unwrap(vm, key);
      if (is_str(key)) {
        if (str_length(key) != 1) {
          return vm.value_error("string keys in translate table must be of length 1");
        }
        key = Value::small_int(str_view(vm, key).at(0));
      } else if (!is_int_value(key)) {
        return vm.type_error("keys in translate table must be strings or integers");
      }
      dict_set(vm, table, key, v);
    }
    return table;
  }
  if (!as_str(vm, x)) {
    return vm.type_error("first maketrans argument must be a string if there is a second argument");
  }
  for (Value other : {y, z}) {
    if (other.is_undefined() || is_str(unwrap(vm, other))) continue;
    return vm.type_error(std::string("maketrans() argument ") + (other == y ? "2" : "3") +
                         " must be str, not " + type_name_of(vm, other));
  }
  StrView a = str_view(vm, unwrap(vm, x)), b = str_view(vm, unwrap(vm, y));
  if (a.length != b.length) {
    return vm.value_error("the first two maketrans arguments must have equal length");
  }
  for (uint64_t i = 0; i < a.length; ++i) {
    dict_set(vm, table, Value::small_int(a.at(i)), Value::small_int(b.at(i)));
  }
  if (!z.is_undefined()) {
    StrView gone = str_view(vm, unwrap(vm, z));
    for (uint64_t i = 0; i < gone.length; ++i) {
      dict_set(vm, table, Value::small_int(gone.at(i)), Value::none());
    }
  }
  return table;
}

std::string str_numeric_text(Leaf& vm, Value s) {
  StrView v = str_view(vm, s);
  std::string out;
  uint64_t start = 0, end = v.length;
  while (start < end && unicode_is(v.at(start), kUniSpace)) ++start;
  while (end > start && unicode_is(v.at(end - 1), kUniSpace)) --end;
  for (uint64_t i = start; i < end; ++i) {
    char32_t c = v.at(i);
    if (c < 0x80) {
      out.push_back(c ? static_cast<char>(c) : '?');
    } else if (unicode_is(c, kUniDecimal)) {
      out.push_back(static_cast<char>('0' + unicode_record(c).decimal));
    } else {
      out.push_back(unicode_is(c, kUniSpace) ? ' ' : '?');
    }
  }
  return out;
}

}  // namespace hothouse
