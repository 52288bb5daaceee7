// The format-spec mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
#include <algorithm>
#include <cmath>

#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/objects/float.h"
#include "core/objects/int.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"

namespace hothouse {
namespace {

struct Spec {
  char32_t fill = ' ';
  char align = 0;  // 0: the type's default
  char sign = 0;
  bool no_negative_zero = false;
  bool alternate = false;
  int64_t width = -1;
  char grouping = 0;  // ',' or '_'
  int64_t precision = -1;
  char32_t type = 0;
};

std::string code_text(char32_t c) {
  if (c > 32 && c < 128) return std::string(1, static_cast<char>(c));
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "\\x%x", static_cast<unsigned>(c));
  return buffer;
}

bool unknown_type(Leaf& vm, char32_t type, const std::string& name) {
  vm.value_error("Unknown format code '" + code_text(type) + "' for object of type '" + name + "'");
  return false;
}

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/// Digits at `at`: -1 if there are none, -2 with the error set.
int64_t read_number(Leaf& vm, const StrView& s, uint64_t* at) {
  if (*at >= s.length || s[*at] < '0' || s[*at] > '9') return -1;
  int64_t n = 0;
  while (*at < s.length && s[*at] >= '0' && s[*at] <= '9') {
    int64_t digit = static_cast<int64_t>(s[*at] - '0');
    if (n > (INT64_MAX - digit) / 10) {
      vm.value_error("Too many decimal digits in format string");
      return -2;
    }
    n = n * 10 + digit;
    ++*at;
  }
  return n;
}

bool parse(Leaf& vm, Value text, const std::string& type_name, char default_align,
           char default_type, Spec* out) {
  StrView s = str_view(vm, text);
  uint64_t at = 0;
  bool fill_given = false, align_given = false;
  out->type = static_cast<unsigned char>(default_type);
  out->align = default_align;
  if (s.length >= 2 && is_align(s[1])) {
    out->fill = s[0];
    out->align = static_cast<char>(s[1]);
    fill_given = align_given = true;
    at = 2;
  } else if (s.length >= 1 && is_align(s[0])) {
    out->align = static_cast<char>(s[0]);
    align_given = true;
    at = 1;
  }
  auto peek = [&](char32_t c) { return at < s.length && s[at] == c; };
  if (peek('+') || peek('-') || peek(' ')) out->sign = static_cast<char>(s[at++]);
  if (peek('z')) {
    out->no_negative_zero = true;
    ++at;
  }
  if (peek('#')) {
    out->alternate = true;
    ++at;
  }
  if (!fill_given && peek('0')) {
    out->fill = '0';
    if (!align_given && default_align == '>') out->align = '=';
    ++at;
  }
  out->width = read_number(vm, s, &at);
  if (out->width == -2) return false;
  if (peek(',')) {
    out->grouping = ',';
    ++at;
  }
  if (peek('_')) {
    if (out->grouping) {
      vm.value_error("Cannot specify both ',' and '_'.");
      return false;
    }
    out->grouping = '_';
    ++at;
  }
  if (peek(',') && out->grouping == '_') {
    vm.value_error("Cannot specify both ',' and '_'.");
    return false;
  }
  if (peek('.')) {
    ++at;
    out->precision = read_number(vm, s, &at);
    if (out->precision == -2) return false;
    if (out->precision == -1) {
      vm.value_error("Format specifier missing precision");
      return false;
    }
  }
  if (s.length - at > 1) {
    vm.value_error("Invalid format specifier '" + str_to_utf8(vm, text) + "' for object of type '" +
                   type_name + "'");
    return false;
  }
  if (at < s.length) out->type = s[at];
  if (out->grouping) {
    bool decimal = out->type == 0;
    for (char c : std::string_view("defgEG%F")) decimal |= out->type == static_cast<char32_t>(c);
    bool binary = out->grouping == '_' &&
                  (out->type == 'b' || out->type == 'o' || out->type == 'x' || out->type == 'X');
    if (!decimal && !binary) {
      vm.value_error(std::string("Cannot specify '") + out->grouping + "' with '" +
                     code_text(out->type) + "'.");
      return false;
    }
  }
  return true;
}

/// Pads `body` (code points) to the width.
Value pad(Leaf& vm, const StrView& body, const Spec& spec) {
  uint64_t width = spec.width < 0 ? 0 : static_cast<uint64_t>(spec.width);
  uint64_t total = width > body.length ? width - body.length : 0;
  if (!vm.heap().can_allocate(total * 4 + 64)) return vm.memory_error();
  uint64_t left = spec.align == '>' ? total : spec.align == '^' ? total / 2 : 0;
  StrBuilder out(vm);
  for (uint64_t i = 0; i < left; ++i) out.append(spec.fill);
  out.append(body);
  for (uint64_t i = left; i < total; ++i) out.append(spec.fill);
  return out.finish();
}

Value pad(Leaf& vm, const std::string& ascii, const Spec& spec) {
  return pad(vm, StrView{reinterpret_cast<const uint8_t*>(ascii.data()), ascii.size(), 1}, spec);
}

/// Digits with separators every `group`, and zeros in front up to `min_width`.
std::string group_digits(std::string_view digits, char separator, size_t group, size_t min_width) {
  std::string reversed;
  size_t in_group = 0;
  size_t used = 0;
  while (used < digits.size() || reversed.size() < min_width) {
    if (separator && in_group == group) {
      reversed.push_back(separator);
      in_group = 0;
    }
    reversed.push_back(used < digits.size() ? digits[digits.size() - 1 - used] : '0');
    ++used;
    ++in_group;
  }
  return std::string(reversed.rbegin(), reversed.rend());
}

/// As lay_out, where the field is short, of ASCII, and its digits stay as they are: most are.
Value lay_out_short(Leaf& vm, std::string_view head, std::string_view digits, std::string_view rest,
                    size_t width, const Spec& spec) {
  char field[64];
  const size_t length = head.size() + digits.size() + rest.size();
  if (length > sizeof field || width > sizeof field || spec.fill >= 128) return Value::undefined();
  const size_t total = width > length ? width - length : 0;
  const auto fill = static_cast<char>(spec.fill);
  char* at = field;
  auto append = [&at](std::string_view s) { at = std::copy(s.begin(), s.end(), at); };
  auto pad_by = [&at, fill](size_t n) { at = std::fill_n(at, n, fill); };
  const size_t left = spec.align == '>' ? total : spec.align == '^' ? total / 2 : 0;
  pad_by(left);
  append(head);
  if (spec.align == '=') pad_by(total);
  append(digits);
  append(rest);
  if (spec.align != '=') pad_by(total - left);
  return str_from_ascii(vm, std::string_view(field, static_cast<size_t>(at - field)));
}

/// Sign, prefix, digits and the rest put together and padded.
Value lay_out(Leaf& vm, bool negative, const std::string& prefix, std::string_view digits,
              std::string_view rest, size_t group, const Spec& spec) {
  std::string head;
  if (negative) {
    head = "-";
  } else if (spec.sign == '+' || spec.sign == ' ') {
    head = std::string(1, spec.sign);
  }
  head += prefix;
  size_t fixed = head.size() + rest.size();
  size_t width = spec.width < 0 ? 0 : static_cast<size_t>(spec.width);
  if (spec.grouping == 0) {
    Value field = lay_out_short(vm, head, digits, rest, width, spec);
    if (!field.is_undefined()) return field;
  }
  bool zeros = spec.fill == '0' && spec.align == '=';
  size_t min_width = zeros && width > fixed ? width - fixed : 0;
  if (!vm.heap().can_allocate(uint64_t{width} * 4 + 64)) return vm.memory_error();
  std::string body = group_digits(digits, spec.grouping, group, min_width);
  if (spec.align == '=') {
    size_t length = head.size() + body.size() + rest.size();
    StrBuilder out(vm);
    out.append(head);
    for (; length < width; ++length) out.append(spec.fill);
    out.append(body);
    out.append(rest);
    return out.finish();
  }
  return pad(vm, head + body + std::string(rest), spec);
}

Value format_double(Leaf& vm, double d, const Spec& spec) {
  char type = static_cast<char>(spec.type);
  bool dot_zero = false;
  int precision = static_cast<int>(spec.precision);
  if (spec.precision > INT32_MAX - 4) return vm.value_error("precision too big");
  if (type == 0) {
    dot_zero = true;
    type = precision < 0 ? 'r' : 'g';
  }
  if (type == 'n') type = 'g';
  bool percent = type == '%';
  if (percent) {
    type = 'f';
    d *= 100;
  }
  if (precision < 0) precision = type == 'r' ? 0 : 6;
  std::string text = float_format(d, type, precision, spec.alternate, false, dot_zero);
  if (percent) text.push_back('%');
  bool negative = !text.empty() && text[0] == '-';
  if (negative) text.erase(0, 1);
  if (negative && spec.no_negative_zero) {
    bool zero = std::isfinite(d);
    for (char c : text) {
      if (c == 'e' || c == 'E') break;
      if (c >= '1' && c <= '9') zero = false;
    }
    if (zero) negative = false;
  }
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  return lay_out(vm, negative, "", std::string_view(text).substr(0, digits),
                 std::string_view(text).substr(digits), 3, spec);
}

bool is_float_type(char32_t t) {
  return t == 'e' || t == 'E' || t == 'f' || t == 'F' || t == 'g' || t == 'G' || t == '%';
}

Value format_int(Leaf& vm, Value v, Value text, const std::string& name) {
  Spec spec;
  if (!parse(vm, text, name, '>', 'd', &spec)) return Value::raised();
  if (is_float_type(spec.type)) {
    double d;
    if (!int_to_double(vm, v, &d)) return Value::raised();
    return format_double(vm, d, spec);
  }
  char32_t t = spec.type;
  if (t != 'd' && t != 'b' && t != 'o' && t != 'x' && t != 'X' && t != 'n' && t != 'c') {
    unknown_type(vm, t, name);
    return Value::raised();
  }
  if (spec.precision >= 0) {
    return vm.value_error("Precision not allowed in integer format specifier");
  }
  if (spec.no_negative_zero) {
    return vm.value_error("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (t == 'c') {
    if (spec.sign) {
      return vm.value_error("Sign not allowed with integer format specifier 'c'");
    }
    if (spec.alternate) {
      return vm.value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    int64_t c;
    if (!as_int64(v, &c)) {
      return vm.overflow_error("Python int too large to convert to C long");
    }
    if (c < 0 || c > 0x10ffff) {
      return vm.overflow_error("%c arg not in range(0x110000)");
    }
    Value one = str_from_code_point(vm, static_cast<char32_t>(c));
    if (spec.align == '=') spec.align = '>';
    return pad(vm, str_view(vm, one), spec);
  }
  int base = t == 'b' ? 2 : t == 'o' ? 8 : t == 'x' || t == 'X' ? 16 : 10;
  std::string digits;
  if (!int_to_text(vm, int_from_bool(v), base, &digits)) return Value::raised();
  bool negative = digits[0] == '-';
  if (negative) digits.erase(0, 1);
  std::string prefix;
  if (spec.alternate && base != 10) {
    prefix = std::string("0") + (t == 'X' ? 'X' : static_cast<char>(t));
  }
  if (t == 'X') {
    for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  return lay_out(vm, negative, prefix, digits, "", base == 10 ? 3 : 4, spec);
}

Value format_string(Leaf& vm, Value v, Value text) {
  Spec spec;
  if (!parse(vm, text, "str", '<', 's', &spec)) return Value::raised();
  if (spec.type != 's') {
    unknown_type(vm, spec.type, "str");
    return Value::raised();
  }
  if (spec.sign) {
    return vm.value_error(spec.sign == ' ' ? "Space not allowed in string format specifier"
                                           : "Sign not allowed in string format specifier");
  }
  if (spec.no_negative_zero) {
    return vm.value_error("Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) {
    return vm.value_error("Alternate form (#) not allowed in string format specifier");
  }
  if (spec.align == '=') {
    return vm.value_error("'=' alignment not allowed in string format specifier");
  }
  StrView s = str_view(vm, v);
  if (spec.precision >= 0 && static_cast<uint64_t>(spec.precision) < s.length) {
    s = s.sub(0, static_cast<uint64_t>(spec.precision));
  }
  return pad(vm, s, spec);
}

}  // namespace

Value format_value(Leaf& vm, Value v, Value spec) {
  bool plain = str_length(spec) == 0;
  if (is_instance_kind(v)) {
    Type* t = type_of(vm, v);
    Value name = vm.types().name(NameId::Format);
    if (unwrap(vm, v) == v || is_overridden(vm, t, name) ||
        is_overridden(vm, t, vm.types().name(NameId::StrMethod)) ||
        is_overridden(vm, t, vm.types().name(NameId::Repr))) {
      return leave_to_python();
    }
    v = unwrap(vm, v);
  }
  if (is_str(v)) return plain ? v : format_string(vm, v, spec);
  if (v.is_bool()) {
    return plain ? str_leaf(vm, v) : format_int(vm, v, spec, "bool");
  }
  if (is_int_value(v)) return plain ? int_to_str(vm, v) : format_int(vm, v, spec, "int");
  if (v.is_double()) {
    if (plain) return str_from_ascii(vm, float_repr(v.as_double()));
    Spec parsed;
    if (!parse(vm, spec, "float", '>', 0, &parsed)) return Value::raised();
    if (parsed.type != 0 && parsed.type != 'n' && !is_float_type(parsed.type)) {
      unknown_type(vm, parsed.type, "float");
      return Value::raised();
    }
    return format_double(vm, v.as_double(), parsed);
  }
  if (is_kind(v, Kind::External)) return leave_to_python();
  if (is_kind(v, Kind::Complex) && !plain) return leave_to_python();
  if (!plain) {
    return vm.type_error("unsupported format string passed to " + type_name_of(vm, v) +
                         ".__format__");
  }
  return str_leaf(vm, v);
}

}  // namespace hothouse
