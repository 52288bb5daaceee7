// Runs the *.ir files beside this one: text before, a pass, text after.
//
//   == name of the case
//   -- fold guards                 the passes to run, in this order
//   %0 = slot_load #0              the trace before
//   ...
//   ->                             the trace after
//   ...
//
// What a `?` line asks for must be among the edits' reasons: `? implied by`. Traces are compared
// by their printed form, so that names may be chosen freely.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/ir/helpers.h"
#include "core/ir/parse.h"
#include "core/ir/print.h"
#include "core/ir/verify.h"
#include "core/opt/cleanup.h"
#include "core/opt/pipeline.h"

namespace hothouse::opt {
namespace {

using namespace ir;

struct Case {
  std::string name, file;
  int line = 0;
  std::vector<std::string> passes, reasons;
  std::string before, after;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.file << ":" << c.line; }

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(HOTHOUSE_SOURCE_DIR "/tests/unit/opt"))
    if (entry.path().extension() == ".ir") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    std::ifstream in(path);
    std::string line;
    std::string* text = nullptr;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.rfind("== ", 0) == 0) {
        cases.emplace_back();
        cases.back().name = line.substr(3);
        cases.back().file = path.filename().string();
        cases.back().line = number;
        text = nullptr;
      } else if (line.rfind("-- ", 0) == 0) {
        std::istringstream words(line.substr(3));
        for (std::string word; words >> word;) cases.back().passes.push_back(word);
        text = &cases.back().before;
      } else if (line == "->") {
        text = &cases.back().after;
      } else if (line.rfind("? ", 0) == 0) {
        cases.back().reasons.push_back(line.substr(2));
      } else if (text) {
        *text += line + "\n";
      }
    }
  }
  return cases;
}

struct Collector : EditListener {
  std::string all;
  void on_edit(const Edit& edit) override {
    all += std::string(edit.pass) + ": " + action_name(edit.action) + " `" + edit.before + "` " +
           edit.after + " because " + edit.reason + "\n";
  }
};

std::string normal_form(Trace& trace) {
  clean_up(trace);
  trace.body_params.clear();
  return print(trace);
}

class CaseTest : public ::testing::TestWithParam<Case> {};

TEST_P(CaseTest, BecomesWhatIsExpected) {
  register_helper({"t_pure", nullptr, 'i', "i", kHelperPure});
  register_helper({"t_reads", nullptr, 'v', "v", kHelperReads | kHelperMayRaise});
  register_helper({"t_writes", nullptr, 'v', "v", kHelperWrites | kHelperMayRaise});
  register_helper({"t_allocates", nullptr, 'v', "v", kHelperAllocates});
  register_helper({"t_python", nullptr, 'v', "v", kHelperCallsPython | kHelperMayRaise});
  const Case& c = GetParam();
  SCOPED_TRACE(c.file + ":" + std::to_string(c.line));
  ParseResult before = parse(c.before);
  ASSERT_TRUE(before.ok) << before.error;
  ASSERT_EQ(verify(before.trace), "");
  ParseResult after = parse(c.after);
  ASSERT_TRUE(after.ok) << "after: " << after.error;
  ASSERT_EQ(verify(after.trace), "");
  Trace silent = before.trace;
  Collector collector;
  for (const std::string& name : c.passes) {
    if (name == "all") {
      EXPECT_EQ(optimize(before.trace, {}, &collector), "");
      EXPECT_EQ(optimize(silent), "");
      continue;
    }
    const Pass* pass = find_pass(name);
    ASSERT_NE(pass, nullptr) << name;
    run_pass(*pass, before.trace, &collector);
    ASSERT_EQ(verify(before.trace), "") << print(before.trace);
    run_pass(*pass, silent);
  }
  EXPECT_EQ(normal_form(before.trace), normal_form(after.trace)) << collector.all;
  EXPECT_EQ(normal_form(silent), normal_form(after.trace)) << "without a listener";
  for (const std::string& reason : c.reasons)
    EXPECT_NE(collector.all.find(reason), std::string::npos) << reason << " in\n" << collector.all;
}

std::string case_name(const ::testing::TestParamInfo<Case>& info) {
  std::string name = info.param.file.substr(0, info.param.file.find('.')) + "_";
  for (char c : info.param.name) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, CaseTest, ::testing::ValuesIn(read_cases()), case_name);

}  // namespace
}  // namespace hothouse::opt
