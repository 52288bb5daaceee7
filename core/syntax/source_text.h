// A source text made uniform: no byte-order mark, lines that end in \n, a newline at the end.
//
// Neighbours: lexer.h reads it; errors quote lines from it.
// Invariant: offsets into text() stay valid for the life of the object; text() is valid UTF-8
// (or WTF-8) unless invalid_byte() says otherwise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hothouse::syntax {

class SourceText {
 public:
  explicit SourceText(std::string_view source);

  std::string_view text() const { return text_; }
  /// Offset of the first malformed byte, or npos.
  std::size_t invalid_byte() const { return invalid_byte_; }
  /// The 1-based line that holds an offset.
  std::uint32_t line_of(std::size_t offset) const;
  /// The same, found from a line that is at or near it.
  std::uint32_t line_of(std::size_t offset, std::uint32_t near) const;
  /// The offset of a line's first byte.
  std::size_t line_start(std::uint32_t number) const { return line_starts_[number - 1]; }
  /// Is each character one byte?
  bool is_ascii() const { return is_ascii_; }
  /// A line, 1-based, with its newline; empty if there is no such line. Lines of the original that
  /// had no newline at the end of the file have none here either.
  std::string_view line(std::uint32_t number) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  /// Whether the final newline was added here.
  bool added_newline() const { return added_newline_; }

 private:
  void find_lines();
  void check_characters();

  std::string text_;
  std::vector<std::uint32_t> line_starts_;
  std::size_t invalid_byte_ = std::string_view::npos;
  bool added_newline_ = false;
  bool is_ascii_ = true;
};

/// Decodes the code point at `offset`; sets `length` to its bytes. Malformed input gives U+FFFD and
/// length 1. Surrogates (WTF-8) are let through.
char32_t decode_utf8(std::string_view text, std::size_t offset, std::size_t& length);

/// Appends a code point as UTF-8; a surrogate as WTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// The number of code points in well-formed text.
std::uint32_t count_code_points(std::string_view text);

}  // namespace hothouse::syntax
