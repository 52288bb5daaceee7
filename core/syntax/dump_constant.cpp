// See dump_constant.h.
#include "core/syntax/dump_constant.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "core/syntax/source_text.h"

namespace hothouse::syntax {

std::string quoted(std::string_view text, bool bytes) {
  bool single = text.find('\'') != text.npos;
  char quote = single && text.find('"') == text.npos ? '"' : '\'';
  std::string out = bytes ? "b" : "";
  out += quote;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    char32_t c = bytes ? static_cast<unsigned char>(text[i]) : decode_utf8(text, i, length);
    i += length;
    char buffer[16];
    if (c == static_cast<unsigned char>(quote) || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c >= 0x20 && c < 0x7F) {
      out += static_cast<char>(c);
    } else {
      const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
      std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(c));
      out += buffer;
    }
  }
  out += quote;
  return out;
}

std::string decimal(std::string_view digits, int base) {
  constexpr std::uint32_t kBillion = 1000000000;
  std::vector<std::uint32_t> limbs;  // base 1e9, least significant first
  for (char c : digits) {
    std::uint64_t carry = static_cast<std::uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    for (std::uint32_t& limb : limbs) {
      carry += static_cast<std::uint64_t>(limb) * static_cast<std::uint64_t>(base);
      limb = static_cast<std::uint32_t>(carry % kBillion);
      carry /= kBillion;
    }
    if (carry != 0) limbs.push_back(static_cast<std::uint32_t>(carry));
  }
  if (limbs.empty()) return "0";
  std::string out = std::to_string(limbs.back());
  for (auto limb = limbs.rbegin() + 1; limb != limbs.rend(); ++limb) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%09u", *limb);
    out += buffer;
  }
  return out;
}

namespace {

// The shortest digits that give the value back, laid out as Python does. Without ".0".
std::string shortest(double value) {
  if (value - value != 0) return "1e309";  // what ast.dump's repr calls inf
  char buffer[40];
  int precision = 0;
  do {
    std::snprintf(buffer, sizeof buffer, "%.*e", precision, value);
  } while (std::strtod(buffer, nullptr) != value && ++precision < 17);
  std::string text = buffer;
  std::size_t e = text.find('e');
  int exponent = std::atoi(text.c_str() + e + 1);
  std::string digits = text.substr(0, 1) + (e > 1 ? text.substr(2, e - 2) : "");
  int count = static_cast<int>(digits.size());
  if (exponent < -4 || exponent >= 16) {
    std::string out = digits.substr(0, 1);
    if (count > 1) out += "." + digits.substr(1);
    std::snprintf(buffer, sizeof buffer, "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
    return out + buffer;
  }
  if (exponent < 0)
    return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  if (count <= exponent + 1) {
    return digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0');
  }
  return digits.insert(static_cast<std::size_t>(exponent + 1), 1, '.');
}

}  // namespace

std::string float_repr(double value) {
  if (value - value != 0) return "inf";
  std::string out = shortest(value);
  return out.find_first_of(".e") == std::string::npos ? out + ".0" : out;
}

std::string imaginary_repr(double value) {
  return (value - value != 0 ? "inf" : shortest(value)) + "j";
}

}  // namespace hothouse::syntax
