// See source_text.h.
#include "core/syntax/source_text.h"

#include <algorithm>
#include <cstring>

namespace hothouse::syntax {

SourceText::SourceText(std::string_view source) {
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  text_.reserve(source.size() + 1);
  const bool is_plain = source.find('\r') == std::string_view::npos;
  if (is_plain) text_ = source;
  for (std::size_t i = 0; !is_plain && i < source.size(); ++i) {
    if (source[i] == '\r') {
      text_ += '\n';
      if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
    } else {
      text_ += source[i];
    }
  }
  if (!text_.empty() && text_.back() != '\n') {
    text_ += '\n';
    added_newline_ = true;
  }
  find_lines();
  is_ascii_ = std::all_of(text_.begin(), text_.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!is_ascii_) check_characters();
}

void SourceText::find_lines() {
  line_starts_.reserve(text_.size() / 32 + 1);
  line_starts_.push_back(0);
  const char* begin = text_.data();
  const char* end = begin + text_.size();
  for (const char* at = begin; at < end;) {
    const void* newline = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (newline == nullptr) break;
    at = static_cast<const char*>(newline) + 1;
    if (at < end) line_starts_.push_back(static_cast<std::uint32_t>(at - begin));
  }
}

void SourceText::check_characters() {
  for (std::size_t i = 0; i < text_.size();) {
    std::size_t length = 0;
    if (decode_utf8(text_, i, length) == 0xFFFD && length == 1) {
      invalid_byte_ = i;
      break;
    }
    i += length;
  }
}

std::uint32_t SourceText::line_of(std::size_t offset) const {
  auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(next - line_starts_.begin());
}

std::uint32_t SourceText::line_of(std::size_t offset, std::uint32_t near) const {
  if (near == 0 || near > line_starts_.size() || line_starts_[near - 1] > offset) {
    return line_of(offset);
  }
  while (near < line_starts_.size() && line_starts_[near] <= offset) ++near;
  return near;
}

std::string_view SourceText::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  std::size_t begin = line_starts_[number - 1];
  std::size_t end = number < line_starts_.size() ? line_starts_[number] : text_.size();
  if (added_newline_ && number == line_starts_.size()) --end;
  return text().substr(begin, end - begin);
}

char32_t decode_utf8(std::string_view text, std::size_t offset, std::size_t& length) {
  auto byte = [&](std::size_t i) -> unsigned {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
  };
  auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  unsigned first = byte(0);
  length = 1;
  if (first < 0x80) return first;
  if (first >= 0xC2 && first < 0xE0 && continues(1)) {
    length = 2;
    return ((first & 0x1F) << 6) | (byte(1) & 0x3F);
  }
  if (first >= 0xE0 && first < 0xF0 && continues(1) && continues(2)) {
    char32_t c = ((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    if (c >= 0x800) {
      length = 3;
      return c;
    }
  }
  if (first >= 0xF0 && first < 0xF5 && continues(1) && continues(2) && continues(3)) {
    char32_t c = ((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
                 (byte(3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) {
      length = 4;
      return c;
    }
  }
  return 0xFFFD;
}

void append_utf8(std::string& out, char32_t c) {
  auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::uint32_t count_code_points(std::string_view text) {
  std::uint32_t count = 0;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
  }
  return count;
}

}  // namespace hothouse::syntax
