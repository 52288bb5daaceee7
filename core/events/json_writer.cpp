#include "core/events/json_writer.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace hothouse {

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

void JsonWriter::open(char c) {
  separate();
  out_ += c;
  first_ = true;
}

void JsonWriter::close(char c) {
  out_ += c;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  value(name);
  out_ += ':';
  first_ = true;
}

void JsonWriter::value(bool b) {
  separate();
  out_ += b ? "true" : "false";
}

void JsonWriter::value(uint64_t n) {
  separate();
  out_ += std::to_string(n);
}

void JsonWriter::value(int64_t n) {
  separate();
  out_ += std::to_string(n);
}

void JsonWriter::value(double d) {
  separate();
  if (!std::isfinite(d)) {  // JSON has no such numbers
    out_ += "null";
    return;
  }
  char text[32];
  for (int digits : {6, 15, 17}) {
    std::snprintf(text, sizeof text, "%.*g", digits, d);
    if (std::strtod(text, nullptr) == d) break;
  }
  out_ += text;
}

namespace {

/// Length of the well-formed UTF-8 sequence at the start of `s`; 0 if there is none. Surrogates
/// encoded as three bytes, which Python strings may hold, are not well-formed.
size_t sequence_length(std::string_view s) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  unsigned char lead = byte(0);
  size_t length = lead < 0x80   ? 1
                  : lead < 0xc2 ? 0
                  : lead < 0xe0 ? 2
                  : lead < 0xf0 ? 3
                  : lead < 0xf5 ? 4
                                : 0;
  if (length == 0 || length > s.size()) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  if (lead == 0xe0 && byte(1) < 0xa0) return 0;
  if (lead == 0xed && byte(1) > 0x9f) return 0;
  if (lead == 0xf0 && byte(1) < 0x90) return 0;
  if (lead == 0xf4 && byte(1) > 0x8f) return 0;
  return length;
}

}  // namespace

void JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  while (!text.empty()) {
    size_t length = sequence_length(text);
    auto c = static_cast<unsigned char>(text[0]);
    if (length == 0) {
      out_ += "\xef\xbf\xbd";  // U+FFFD stands for what no reader of JSON would take
      length = 1;
    } else if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += text[0];
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (c < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", c);
      out_ += escape;
    } else {
      out_.append(text.substr(0, length));
    }
    text.remove_prefix(length);
  }
  out_ += '"';
}

}  // namespace hothouse
