// See source_encoding.h.
#include "core/syntax/source_encoding.h"

#include <cctype>

namespace hothouse::syntax {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
}

/// UTF-8 and Latin-1 have many spellings; others stay as they are written.
std::string normal_name(std::string_view name) {
  std::string lower;
  for (char c : name.substr(0, 12)) {
    lower += c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  auto is = [&](std::string_view known) {
    return lower == known || (lower.substr(0, known.size()) == known &&
                              lower.size() > known.size() && lower[known.size()] == '-');
  };
  if (is("utf-8")) return "utf-8";
  if (is("latin-1") || is("iso-8859-1") || is("iso-latin-1")) return "iso-8859-1";
  return std::string(name);
}

/// The name in a line that is nothing but a comment. `goes_on`: the next line may tell.
std::string_view name_in_line(std::string_view line, bool& goes_on) {
  size_t at = line.find_first_not_of(" \t\f");
  goes_on = at == std::string_view::npos || line[at] == '#';
  if (at == std::string_view::npos || line[at] != '#') return {};
  for (at = line.find("coding", at); at != std::string_view::npos; at = line.find("coding", at)) {
    at += 6;
    if (at >= line.size() || (line[at] != ':' && line[at] != '=')) continue;
    size_t begin = line.find_first_not_of(" \t", at + 1);
    if (begin == std::string_view::npos) return {};
    size_t end = begin;
    while (end < line.size() && is_name_character(line[end])) ++end;
    if (end > begin) return line.substr(begin, end - begin);
  }
  return {};
}

}  // namespace

std::string declared_encoding(std::string_view source) {
  if (source.starts_with(kByteOrderMark)) source.remove_prefix(kByteOrderMark.size());
  for (int i = 0; i < 2; ++i) {
    const size_t end = source.find_first_of("\r\n");
    bool goes_on = false;
    const std::string_view name = name_in_line(source.substr(0, end), goes_on);
    if (!name.empty()) return normal_name(name);
    if (!goes_on || end == std::string_view::npos) break;
    const bool pair = source[end] == '\r' && source.substr(end + 1, 1) == "\n";
    source.remove_prefix(end + (pair ? 2 : 1));
  }
  return {};
}

std::string foreign_encoding(std::string_view source) {
  std::string name = declared_encoding(source);
  return name == "utf-8" ? std::string() : name;
}

bool is_encoding_silent(std::string_view source) {
  return !source.starts_with(kByteOrderMark) && declared_encoding(source).empty();
}

}  // namespace hothouse::syntax
