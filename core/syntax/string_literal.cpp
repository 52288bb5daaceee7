// See string_literal.h.
#include "core/syntax/string_literal.h"

#include "core/syntax/parser.h"
#include "core/syntax/source_text.h"

namespace hothouse::syntax {

namespace {

UnicodeNameLookup unicode_name_lookup = nullptr;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Decodes the escapes that mean the same in both kinds of literals. `at` is at the character after
// the backslash and moves behind the escape. Returns false if it is none of these.
bool simple_escape(std::string_view body, std::size_t& at, unsigned& value, bool& nothing) {
  nothing = false;
  char c = body[at++];
  switch (c) {
    case '\n':
      nothing = true;
      return true;
    case '\\':
    case '\'':
    case '"':
      value = static_cast<unsigned char>(c);
      return true;
    case 'b':
      value = '\b';
      return true;
    case 'f':
      value = '\f';
      return true;
    case 't':
      value = '\t';
      return true;
    case 'n':
      value = '\n';
      return true;
    case 'r':
      value = '\r';
      return true;
    case 'v':
      value = '\v';
      return true;
    case 'a':
      value = '\a';
      return true;
    default:
      break;
  }
  if (c < '0' || c > '7') {
    --at;
    return false;
  }
  value = static_cast<unsigned>(c - '0');
  for (int i = 0; i < 2 && at < body.size() && body[at] >= '0' && body[at] <= '7'; ++i) {
    value = value * 8 + static_cast<unsigned>(body[at++] - '0');
  }
  return true;
}

// Positions in CPython's messages count every non-ASCII character as the ten of \UXXXXXXXX, into
// which it turns them before it decodes.
std::string unicode_error(std::string_view body, std::size_t begin, std::size_t end,
                          const char* reason) {
  std::size_t extra = 0;
  for (std::size_t i = 0; i < begin; ++i) {
    unsigned char c = static_cast<unsigned char>(body[i]);
    if (c >= 0xC0)
      extra += 9;
    else if (c >= 0x80)
      --extra;
  }
  return "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
         std::to_string(begin + extra) + "-" + std::to_string(end - 1 + extra) + ": " + reason;
}

}  // namespace

void set_unicode_name_lookup(UnicodeNameLookup lookup) { unicode_name_lookup = lookup; }

std::string decode_string_escapes(std::string_view body, std::string& out, std::string& invalid) {
  std::size_t at = 0;
  while (at < body.size()) {
    if (body[at] != '\\') {
      out += body[at++];
      continue;
    }
    std::size_t begin = at++;
    if (at >= body.size()) {
      return "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position " +
             std::to_string(begin) + ": \\ at end of string";
    }
    unsigned value = 0;
    bool nothing = false;
    if (simple_escape(body, at, value, nothing)) {
      if (value > 0xff && invalid.empty()) invalid = body.substr(begin, at - begin);
      if (!nothing) append_utf8(out, value);
      continue;
    }
    char c = body[at++];
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
      char32_t code_point = 0;
      int seen = 0;
      while (seen < digits && at < body.size() && hex_value(body[at]) >= 0) {
        code_point = code_point * 16 + static_cast<char32_t>(hex_value(body[at++]));
        ++seen;
      }
      if (seen < digits) {
        return unicode_error(body, begin, at,
                             c == 'x'   ? "truncated \\xXX escape"
                             : c == 'u' ? "truncated \\uXXXX escape"
                                        : "truncated \\UXXXXXXXX escape");
      }
      if (code_point > 0x10FFFF) return unicode_error(body, begin, at, "illegal Unicode character");
      append_utf8(out, code_point);
    } else if (c == 'N') {
      std::size_t close = at < body.size() && body[at] == '{' ? body.find('}', at) : body.npos;
      if (close == body.npos || close == at + 1) {
        bool brace = at < body.size() && body[at] == '{';
        return unicode_error(body, begin, brace ? at + 1 : at, "malformed \\N character escape");
      }
      char32_t code_point = 0;
      if (unicode_name_lookup == nullptr ||
          !unicode_name_lookup(body.substr(at + 1, close - at - 1), code_point)) {
        return unicode_error(body, begin, close + 1, "unknown Unicode character name");
      }
      append_utf8(out, code_point);
      at = close + 1;
    } else {
      // An unknown escape stands for itself.
      out += '\\';
      --at;
      const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
      if (is_ascii && invalid.empty()) invalid = std::string("\\") + c;
      std::size_t length = 0;
      append_utf8(out, decode_utf8(body, at, length));
      at += length;
    }
  }
  return {};
}

std::string decode_bytes_escapes(std::string_view body, std::string& out, std::string& invalid) {
  std::size_t at = 0;
  while (at < body.size()) {
    if (body[at] != '\\') {
      out += body[at++];
      continue;
    }
    std::size_t begin = at++;
    if (at >= body.size()) return "(value error) Trailing \\ in string";
    unsigned value = 0;
    bool nothing = false;
    if (simple_escape(body, at, value, nothing)) {
      if (value > 0xff && invalid.empty()) invalid = body.substr(begin, at - begin);
      if (!nothing) out += static_cast<char>(static_cast<unsigned char>(value & 0xFF));
    } else if (body[at] == 'x') {
      ++at;
      if (at + 1 >= body.size() || hex_value(body[at]) < 0 || hex_value(body[at + 1]) < 0) {
        return "(value error) invalid \\x escape at position " + std::to_string(begin);
      }
      out += static_cast<char>(
          static_cast<unsigned char>(hex_value(body[at]) * 16 + hex_value(body[at + 1])));
      at += 2;
    } else {
      out += '\\';
      if (invalid.empty()) invalid = std::string("\\") + body[at];
    }
  }
  return {};
}

}  // namespace hothouse::syntax
