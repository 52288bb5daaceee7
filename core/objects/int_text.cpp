// Ints and text.
#include <algorithm>
#include <charconv>

#include "core/objects/int_view.h"
#include "core/objects/str.h"
#include "core/objects/types.h"

namespace hothouse {
namespace {

constexpr int kDefaultDigitLimit = 4300;
constexpr int kDigitLimitThreshold = 640;  // below, no conversion is slow enough to matter
int g_digit_limit = kDefaultDigitLimit;

bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

Value from_digit_values(Leaf& vm, const std::vector<uint8_t>& digits, int base, bool negative) {
  size_t first = 0;
  while (first < digits.size() && digits[first] == 0) ++first;
  size_t count = digits.size() - first;
  if (count == 0) return Value::small_int(0);
  if (count <= 11) {
    int64_t i = 0;
    for (size_t k = first; k < digits.size(); ++k) i = i * base + digits[k];
    return vm.heap().make_int(negative ? -i : i);
  }
  LimbRow r(limbs::limbs_for(count, base), 0);
  size_t used = limbs::from_digits(r.data(), digits.data() + first, count, base);
  return int_from_limbs(vm, r.data(), used, negative);
}

Value too_many_digits(Leaf& vm, size_t digits) {
  return vm.value_error("Exceeds the limit (" + std::to_string(g_digit_limit) +
                        " digits) for integer string conversion: value has " +
                        std::to_string(digits) +
                        " digits; use sys.set_int_max_str_digits() to increase the limit");
}

}  // namespace

int int_max_str_digits() { return g_digit_limit; }
void set_int_max_str_digits(int digits) { g_digit_limit = digits; }

bool int_to_text(Leaf& vm, Value v, int base, std::string* text) {
  int64_t i;
  if (as_int64(v, &i)) {
    char buffer[72];
    if (base == 10) {
      text->assign(buffer, std::to_chars(buffer, buffer + sizeof buffer, i).ptr);
      return true;
    }
    char* p = buffer + sizeof buffer;
    uint64_t u = i < 0 ? uint64_t{0} - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
    auto b = static_cast<uint64_t>(base);
    do {
      *--p = "0123456789abcdefghijklmnopqrstuvwxyz"[u % b];
      u /= b;
    } while (u);
    if (i < 0) *--p = '-';
    text->assign(p, buffer + sizeof buffer);
    return true;
  }
  IntView x(v);
  auto refuse = [&] {
    vm.value_error("Exceeds the limit (" + std::to_string(g_digit_limit) +
                   " digits) for integer string conversion; use sys.set_int_max_str_digits() to "
                   "increase the limit");
    return false;
  };
  bool limited = !is_power_of_two(base) && g_digit_limit > 0;
  // An estimate first: do not spend the time if it is certainly too long.
  if (limited && limbs::text_size(x.count - 1, base) >
                     static_cast<size_t>(std::max(g_digit_limit, kDigitLimitThreshold)) + 4) {
    return refuse();
  }
  std::vector<uint8_t> digits(limbs::text_size(x.count, base));
  LimbRow copy(x.limbs(), x.limbs() + x.count);
  copy.push_back(0);
  size_t n = limbs::to_digits(digits.data(), base, copy.data(), x.count);
  size_t first = 0;
  while (first + 1 < n && digits[first] == 0) ++first;
  if (limited && n - first > static_cast<size_t>(g_digit_limit) &&
      n - first > kDigitLimitThreshold) {
    return refuse();
  }
  text->clear();
  text->reserve(n - first + 1);
  if (x.negative) text->push_back('-');
  for (size_t k = first; k < n; ++k) {
    text->push_back("0123456789abcdefghijklmnopqrstuvwxyz"[digits[k]]);
  }
  return true;
}

Value int_to_str(Leaf& vm, Value v) {
  if (v.is_int() && v.as_int() >= 0 && v.as_int() < 10) {
    return vm.types().char_str(vm, static_cast<uint8_t>('0' + v.as_int()));
  }
  std::string text;
  if (!int_to_text(vm, v, 10, &text)) return Value::raised();
  return str_from_ascii(vm, text);
}

Value int_from_digits(Leaf& vm, std::string_view text, int base) {
  std::vector<uint8_t> digits(text.size());
  for (size_t i = 0; i < text.size(); ++i) digits[i] = static_cast<uint8_t>(digit_value(text[i]));
  if (!is_power_of_two(base) && g_digit_limit > 0 && text.size() > kDigitLimitThreshold &&
      text.size() > static_cast<size_t>(g_digit_limit)) {
    return too_many_digits(vm, text.size());
  }
  return from_digit_values(vm, digits, base, false);
}

Value int_from_text(Leaf& vm, std::string_view text, int base, std::string_view shown_repr) {
  int shown_base = base;
  auto invalid = [&] {
    return vm.value_error("invalid literal for int() with base " + std::to_string(shown_base) +
                          ": " + std::string(shown_repr));
  };
  auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 28 && c <= 31); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  auto prefix_base = [&] {
    if (text.size() < 2 || text[0] != '0') return 0;
    char c = static_cast<char>(text[1] | 0x20);
    return c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
  };
  int prefixed = prefix_base();
  bool must_be_zero = false;
  bool had_prefix = false;
  if (base == 0) {
    base = prefixed ? prefixed : 10;
    // "010" is an old octal: refused unless it is all zeros.
    must_be_zero = !prefixed && !text.empty() && text[0] == '0';
    had_prefix = prefixed != 0;
  } else {
    had_prefix = prefixed == base;
  }
  if (had_prefix) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  }
  std::vector<uint8_t> digits;
  digits.reserve(text.size());
  bool after_digit = false;
  for (char c : text) {
    if (c == '_') {
      if (!after_digit) return invalid();
      after_digit = false;
      continue;
    }
    int d = digit_value(c);
    if (d >= base) return invalid();
    digits.push_back(static_cast<uint8_t>(d));
    after_digit = true;
  }
  if (digits.empty() || !after_digit) return invalid();
  if (must_be_zero && std::any_of(digits.begin(), digits.end(), [](uint8_t d) { return d != 0; })) {
    return invalid();
  }
  if (!is_power_of_two(base) && g_digit_limit > 0 && digits.size() > kDigitLimitThreshold &&
      digits.size() > static_cast<size_t>(g_digit_limit)) {
    return too_many_digits(vm, digits.size());
  }
  return from_digit_values(vm, digits, base, negative);
}

}  // namespace hothouse
