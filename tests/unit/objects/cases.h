// Reading the tables that make_cases.py writes: four columns a line, separated by tabs.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace hothouse::test {

inline std::vector<std::vector<std::string>> rows_of(const char* file) {
  std::ifstream in(std::string(HOTHOUSE_SOURCE_DIR "/tests/unit/objects/") + file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> row(1);
    for (char c : line) {
      if (c == '\t') {
        row.emplace_back();
      } else {
        row.back().push_back(c);
      }
    }
    if (row.size() == 4) rows.push_back(row);
  }
  return rows;
}

/// The text that ascii() of a string shows: '...' with \x, \u, \U, \n, ... escapes.
inline std::u32string from_ascii_repr(const std::string& s) {
  std::u32string out;
  for (size_t i = 1; i + 1 < s.size(); ++i) {
    if (s[i] != '\\') {
      out.push_back(static_cast<unsigned char>(s[i]));
      continue;
    }
    char c = s[++i];
    size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits) {
      out.push_back(static_cast<char32_t>(std::stoul(s.substr(i + 1, digits), nullptr, 16)));
      i += digits;
    } else {
      out.push_back(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : static_cast<char32_t>(c));
    }
  }
  return out;
}

}  // namespace hothouse::test
