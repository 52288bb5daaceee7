// Floats and text.
#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "core/objects/float.h"
#include "core/objects/types.h"

namespace hothouse {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 28 && c <= 31); }

// snprintf's exponent has at least two digits, as Python's; only the text is taken over.
std::string print(const char* form, int precision, double d) {
  std::string s(64, '\0');
  int n = std::snprintf(s.data(), s.size(), form, precision, d);
  if (static_cast<size_t>(n) >= s.size()) {
    s.resize(static_cast<size_t>(n) + 1);
    n = std::snprintf(s.data(), s.size(), form, precision, d);
  }
  s.resize(static_cast<size_t>(n));
  return s;
}

__extension__ using Wide = unsigned __int128;

/// "%.*f" in integers, for the precisions and magnitudes that programs print: the double is
/// m * 2^e, and m * 10^precision fits 128 bits; shifting that right by -e leaves what is rounded,
/// half to even, as printf does. False: out of reach.
bool print_fixed(double d, int precision, std::string* out) {
  constexpr int kMostDigits = 18;
  if (precision > kMostDigits) return false;
  const auto bits = __builtin_bit_cast(uint64_t, d);
  const auto exponent = static_cast<int>(bits >> 52 & 0x7ff);
  uint64_t mantissa = bits & ((uint64_t{1} << 52) - 1);
  if (exponent != 0) mantissa |= uint64_t{1} << 52;
  const int shift = 1075 - (exponent == 0 ? 1 : exponent);  // d = mantissa * 2^-shift
  if (shift < 0) return false;
  uint64_t power = 1;
  for (int k = 0; k < precision; ++k) power *= 10;
  Wide scaled = static_cast<Wide>(mantissa) * power;
  if (shift >= 127) {
    scaled = 0;  // below a half of the last digit: m * 10^precision has at most 113 bits
  } else if (shift > 0) {
    const Wide half = static_cast<Wide>(1) << (shift - 1);
    const Wide rest = scaled & ((half << 1) - 1);
    scaled >>= shift;
    if (rest > half || (rest == half && (scaled & 1))) ++scaled;
  }
  char buffer[64];
  char* at = buffer + sizeof buffer;
  auto digits = [&at](uint64_t n, int count) {
    for (; count > 0 || n != 0; --count, n /= 10) *--at = static_cast<char>('0' + n % 10);
  };
  const Wide whole = scaled / power;
  if (whole >> 64) return false;
  if (precision > 0) {
    digits(static_cast<uint64_t>(scaled - whole * power), precision);
    *--at = '.';
  }
  digits(static_cast<uint64_t>(whole), 1);
  if (bits >> 63) *--at = '-';
  out->assign(at, buffer + sizeof buffer);
  return true;
}

}  // namespace

std::string float_repr(double d) {
  if (std::isnan(d)) return "nan";
  if (std::isinf(d)) return d > 0 ? "inf" : "-inf";
  // fmt's shortest form has Python's rule for the exponent; it only leaves out ".0".
  char buffer[40];
  char* end = fmt::format_to(buffer, FMT_COMPILE("{}"), d);
  std::string s(buffer, end);
  if (s.find_first_of(".e") == std::string::npos) s += ".0";
  return s;
}

std::string float_format(double d, char code, int precision, bool alternate, bool sign,
                         bool add_dot_0) {
  bool upper = code >= 'A' && code <= 'Z';
  char lower = static_cast<char>(std::tolower(code));
  std::string plus = sign && !std::signbit(d) && !std::isnan(d) ? "+" : "";
  if (!std::isfinite(d)) {
    std::string s = std::isnan(d) ? (sign ? "+nan" : "nan")
                    : d > 0       ? plus + "inf"
                                  : std::string("-inf");
    if (upper) {
      for (char& c : s) c = static_cast<char>(std::toupper(c));
    }
    return s;
  }
  std::string s;
  if (lower == 'r') {
    s = float_repr(d);
    if (!add_dot_0 && s.ends_with(".0")) s.resize(s.size() - 2);
  } else if (lower == 'e') {
    s = print(alternate ? "%#.*e" : "%.*e", precision, d);
  } else if (lower == 'f') {
    if (alternate || !print_fixed(d, precision, &s)) {
      s = print(alternate ? "%#.*f" : "%.*f", precision, d);
    }
  } else {
    s = print(alternate ? "%#.*g" : "%.*g", precision, d);
    if (add_dot_0 && precision > 0 && s.find_first_of(".e") == std::string::npos) {
      // Without a type the exponent form begins one digit earlier.
      const std::string digits = print("%.*e", precision - 1, d);
      if (std::atoi(digits.c_str() + digits.find('e') + 1) + 1 == precision) {
        std::string mantissa = digits.substr(0, digits.find('e'));
        if (mantissa.find('.') != std::string::npos) {
          mantissa.erase(mantissa.find_last_not_of('0') + 1);
          if (mantissa.back() == '.') mantissa.pop_back();
        }
        s = mantissa + digits.substr(digits.find('e'));
      }
    }
    if (add_dot_0 && s.find_first_of(".e") == std::string::npos) {
      // str.format without a type: a float looks like one, and 1e+16 rather than its digits.
      s += ".0";
    }
  }
  if (upper) {
    for (char& c : s) c = static_cast<char>(std::toupper(c));
  }
  return plus + s;
}

bool float_parse(std::string_view text, double* result) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  if (text.empty()) return false;
  std::string s;
  char before = 0;
  for (char c : text) {
    if (c == '_') {
      if (!(before >= '0' && before <= '9')) return false;
    } else {
      if (before == '_' && !(c >= '0' && c <= '9')) return false;
      s.push_back(c);
    }
    before = c;
  }
  if (before == '_') return false;
  size_t i = s[0] == '+' || s[0] == '-' ? 1 : 0;
  std::string word;
  for (size_t k = i; k < s.size(); ++k)
    word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(s[k]))));
  bool negative = s[0] == '-';
  if (word == "inf" || word == "infinity") {
    *result = negative ? -HUGE_VAL : HUGE_VAL;
    return true;
  }
  if (word == "nan") {
    *result = negative ? -NAN : NAN;
    return true;
  }
  // strtod also reads hexadecimal and words: check the grammar first.
  size_t k = 0, digits = 0;
  while (k < word.size() && word[k] >= '0' && word[k] <= '9') ++k, ++digits;
  if (k < word.size() && word[k] == '.') {
    ++k;
    while (k < word.size() && word[k] >= '0' && word[k] <= '9') ++k, ++digits;
  }
  if (digits == 0) return false;
  if (k < word.size() && word[k] == 'e') {
    ++k;
    if (k < word.size() && (word[k] == '+' || word[k] == '-')) ++k;
    size_t first = k;
    while (k < word.size() && word[k] >= '0' && word[k] <= '9') ++k;
    if (k == first) return false;
  }
  if (k != word.size()) return false;
  *result = std::strtod(s.c_str(), nullptr);
  return true;
}

double float_from_literal(std::string_view digits) {
  return std::strtod(std::string(digits).c_str(), nullptr);
}

std::string float_hex(double d) {
  if (std::isnan(d)) return "nan";
  if (std::isinf(d)) return d > 0 ? "inf" : "-inf";
  std::string sign = std::signbit(d) ? "-" : "";
  if (d == 0) return sign + "0x0.0p+0";
  int e;
  double m = std::frexp(std::fabs(d), &e);
  int shift = 1 - std::max(-1021 - e, 0);
  m = std::ldexp(m, shift);
  e -= shift;
  std::string s = sign + "0x";
  auto digit = [&] {
    s.push_back("0123456789abcdef"[static_cast<int>(m)]);
    m -= std::floor(m);
  };
  digit();
  s.push_back('.');
  for (int i = 0; i < 13; ++i) {
    m *= 16;
    digit();
  }
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "p%c%d", e < 0 ? '-' : '+', std::abs(e));
  return s + buffer;
}

Value float_from_hex(Leaf& vm, std::string_view text) {
  auto invalid = [&] { return vm.value_error("invalid hexadecimal floating-point string"); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string s(text);
  for (char& c : s) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  bool negative = !s.empty() && s[0] == '-';
  if (!s.empty() && (s[0] == '+' || s[0] == '-')) s.erase(0, 1);
  double d = 0;
  if (s == "inf" || s == "infinity") {
    d = HUGE_VAL;
  } else if (s == "nan") {
    return Value::from_foreign_double(NAN);
  } else {
    if (s.starts_with("0x")) s.erase(0, 2);
    size_t k = 0, digits = 0;
    while (k < s.size() && std::isxdigit(static_cast<unsigned char>(s[k]))) ++k, ++digits;
    if (k < s.size() && s[k] == '.') {
      ++k;
      while (k < s.size() && std::isxdigit(static_cast<unsigned char>(s[k]))) ++k, ++digits;
    }
    if (digits == 0) return invalid();
    if (k < s.size() && s[k] == 'p') {
      ++k;
      if (k < s.size() && (s[k] == '+' || s[k] == '-')) ++k;
      size_t first = k;
      while (k < s.size() && s[k] >= '0' && s[k] <= '9') ++k;
      if (k == first) return invalid();
    }
    if (k != s.size()) return invalid();
    d = std::strtod(("0x" + s).c_str(), nullptr);
    if (std::isinf(d)) {
      return vm.overflow_error("hexadecimal value too large to represent as a float");
    }
  }
  return Value::from_foreign_double(negative ? -d : d);
}

}  // namespace hothouse
