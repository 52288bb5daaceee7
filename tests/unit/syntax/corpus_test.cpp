// Compares trees and errors with CPython's for the cases of valid.txt and invalid.txt, which
// generate_expectations.py keeps.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "core/syntax/dump.h"
#include "core/syntax/parser.h"

namespace hothouse::syntax {
namespace {

struct Case {
  std::string source;
  std::string expected;
};

std::string unescape(const std::string& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\') {
      out += line[i];
      continue;
    }
    char c = line[++i];
    if (c == 'x') {
      out += static_cast<char>(std::stoi(line.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
  }
  return out;
}

std::vector<Case> load(const std::string& name) {
  std::ifstream file(std::string(HOTHOUSE_SOURCE_DIR "/tests/unit/syntax/") + name);
  std::vector<Case> cases;
  std::string source, expected, empty;
  while (std::getline(file, source) && std::getline(file, expected)) {
    cases.push_back({unescape(source), unescape(expected)});
    std::getline(file, empty);
  }
  return cases;
}

TEST(Corpus, TreesAreThoseOfCPython) {
  std::vector<Case> cases = load("valid.txt");
  ASSERT_GT(cases.size(), 200U);
  for (const Case& c : cases) {
    Arena arena;
    SyntaxError error;
    Module* module = parse(c.source, arena, error);
    ASSERT_NE(module, nullptr) << c.source << "\n" << error.message;
    EXPECT_EQ(dump(*module), c.expected) << c.source;
  }
}

TEST(Corpus, ErrorsAreThoseOfCPython) {
  std::vector<Case> cases = load("invalid.txt");
  ASSERT_GT(cases.size(), 400U);
  for (const Case& c : cases) {
    Arena arena;
    SyntaxError error;
    EXPECT_EQ(analyze(c.source, arena, error), nullptr) << c.source;
    std::string got = std::string(error_kind_name(error.kind)) + ": " + error.message + " (" +
                      std::to_string(error.line) + ", " + std::to_string(error.col) + ")";
    EXPECT_EQ(got, c.expected) << c.source;
  }
}

}  // namespace
}  // namespace hothouse::syntax
