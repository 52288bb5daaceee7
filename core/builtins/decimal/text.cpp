#include "core/builtins/decimal/text.h"

#include <cstring>

namespace hothouse::decimal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool same_letters(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
  }
  return true;
}

bool starts_with_letters(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && same_letters(text.substr(0, lower.size()), lower);
}

bool parse_payload(std::string_view digits, Number* n) {
  for (char c : digits) {
    if (!is_digit(c)) return false;
  }
  if (!digits.empty()) n->coefficient = natural_of_digits(digits);
  return true;
}

// A signed decimal integer, clamped to what limits an exponent.
bool parse_exponent(std::string_view text, int64_t* exponent) {
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.empty()) return false;
  int64_t value = 0;
  for (char c : text) {
    if (!is_digit(c)) return false;
    if (value < INT64_MAX / 20) {
      value = value * 10 + (c - '0');
    } else {
      value = INT64_MAX / 2;
    }
  }
  *exponent = negative ? -value : value;
  return true;
}

}  // namespace

std::string digits_of(const Natural& n) {
  if (n.is_zero()) return "0";
  if (n.size() == 1) return std::to_string(n.low());
  if (n.size() == 2) {
    const UnsignedWide all = UnsignedWide{n.limbs()[1]} << 64 | n.low();
    const UnsignedWide high = all / kLimbPowers[kLimbDigits];
    if (high >> 64 == 0) {
      std::string text = std::to_string(static_cast<uint64_t>(high));
      const std::string low =
          std::to_string(static_cast<uint64_t>(all - high * kLimbPowers[kLimbDigits]));
      text.append(kLimbDigits - low.size(), '0');
      return text += low;
    }
  }
  Natural scratch = n;
  std::string values(limbs::text_size(n.size(), 10), '\0');
  const size_t count =
      limbs::to_digits(reinterpret_cast<uint8_t*>(values.data()), 10, scratch.limbs(), n.size());
  values.resize(count);
  for (char& c : values) c = static_cast<char>(c + '0');
  return values;
}

Natural natural_of_digits(std::string_view digits) {
  while (!digits.empty() && digits[0] == '0') digits.remove_prefix(1);
  if (digits.size() <= 19) {
    uint64_t value = 0;
    for (char c : digits) value = value * 10 + static_cast<uint64_t>(c - '0');
    return Natural(value);
  }
  std::string values(digits);
  for (char& c : values) c = static_cast<char>(c - '0');
  Natural n;
  Limb* row = n.resize(limbs::limbs_for(values.size(), 10));
  const size_t used =
      limbs::from_digits(row, reinterpret_cast<const uint8_t*>(values.data()), values.size(), 10);
  n.resize(used);
  n.trim();
  return n;
}

std::string text_of(const Number& n, bool engineering, bool capitals) {
  std::string text = n.negative() ? "-" : "";
  if (n.is_infinite()) return text + "Infinity";
  const std::string digits = digits_of(n.coefficient);
  if (n.is_nan()) {
    text += n.is_signaling() ? "sNaN" : "NaN";
    return n.coefficient.is_zero() ? text : text + digits;
  }
  const auto count = static_cast<int64_t>(digits.size());
  const int64_t left = count + n.exponent;  // digits before the point, if there were no exponent
  int64_t point = 1;
  if (n.exponent <= 0 && left > -6) {
    point = left;
  } else if (engineering) {
    const auto modulo3 = [](int64_t i) { return ((i % 3) + 3) % 3; };
    point = n.is_zero() ? modulo3(n.exponent + 2) - 1 : 1 + modulo3(left - 1);
  }
  if (point <= 0) {
    text += "0.";
    text.append(static_cast<size_t>(-point), '0');
    text += digits;
  } else if (point >= count) {
    text += digits;
    text.append(static_cast<size_t>(point - count), '0');
  } else {
    text.append(digits, 0, static_cast<size_t>(point));
    text += '.';
    text.append(digits, static_cast<size_t>(point));
  }
  if (point != left) {
    text += capitals ? 'E' : 'e';
    if (left >= point) text += '+';
    text += std::to_string(left - point);
  }
  return text;
}

std::string fixed_text_of(const Number& n, bool commas) {
  std::string digits = digits_of(n.coefficient);
  const auto places = static_cast<size_t>(-n.exponent);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  const size_t whole = digits.size() - places;
  std::string text;
  text.reserve(digits.size() + 2 + (commas ? whole / 3 : 0));
  if (n.negative()) text += '-';
  if (commas) {
    for (size_t i = 0; i < whole; ++i) {
      if (i != 0 && (whole - i) % 3 == 0) text += ',';
      text += digits[i];
    }
  } else {
    text.append(digits, 0, whole);
  }
  if (places != 0) {
    text += '.';
    text.append(digits, whole);
  }
  return text;
}

bool parse(std::string_view text, Number* n) {
  n->set(false, Natural(), 0);
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    n->form = text[0] == '-' ? kNegative : 0;
    text.remove_prefix(1);
  }
  if (text.empty()) return false;
  if (!is_digit(text[0]) && text[0] != '.') {
    if (same_letters(text, "inf") || same_letters(text, "infinity")) {
      n->form |= kInfinity;
      return true;
    }
    if (starts_with_letters(text, "nan")) {
      n->form |= kNaN;
      return parse_payload(text.substr(3), n);
    }
    if (starts_with_letters(text, "snan")) {
      n->form |= kNaN | kSignaling;
      return parse_payload(text.substr(4), n);
    }
    return false;
  }
  size_t end = 0, point = std::string_view::npos, digits = 0;
  for (; end < text.size(); ++end) {
    if (is_digit(text[end])) {
      ++digits;
    } else if (text[end] == '.' && point == std::string_view::npos) {
      point = end;
    } else {
      break;
    }
  }
  if (digits == 0) return false;
  if (end < text.size()) {
    if (text[end] != 'e' && text[end] != 'E') return false;
    if (!parse_exponent(text.substr(end + 1), &n->exponent)) return false;
  }
  if (point == std::string_view::npos) {
    n->coefficient = natural_of_digits(text.substr(0, end));
    return true;
  }
  n->exponent -= static_cast<int64_t>(end - point - 1);
  char local[64];
  std::string long_digits;
  char* joined = local;
  if (digits > sizeof local) {
    long_digits.resize(digits);
    joined = long_digits.data();
  }
  std::memcpy(joined, text.data(), point);
  std::memcpy(joined + point, text.data() + point + 1, end - point - 1);
  n->coefficient = natural_of_digits({joined, digits});
  return true;
}

}  // namespace hothouse::decimal
