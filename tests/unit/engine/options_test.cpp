#include "core/engine/options.h"

#include <gtest/gtest.h>

namespace hothouse {
namespace {

/// What is said about settings that cannot be understood; empty if they are fine.
std::string error_of(std::string_view text) {
  JitOptions options;
  std::string error;
  return parse_jit_options(text, options, error) ? "" : error;
}

TEST(JitOptions, SettingsAddUp) {
  JitOptions options;
  std::string error;
  ASSERT_TRUE(
      parse_jit_options("threshold=1,backend=eval,disable=fold,disable=peel", options, error));
  ASSERT_TRUE(parse_jit_options("nursery=64k,verify,force-exits=7", options, error));
  EXPECT_TRUE(options.enabled);
  EXPECT_EQ(options.loop_threshold, 1u);
  EXPECT_EQ(options.call_threshold(), 1u);
  EXPECT_EQ(options.backend, "eval");
  EXPECT_EQ(options.disabled, (std::vector<std::string>{"fold", "peel"}));
  EXPECT_EQ(options.nursery, 64u * 1024);
  EXPECT_EQ(options.force_exits, 7u);
  EXPECT_TRUE(options.verify);
}

TEST(JitOptions, OffAndOn) {
  JitOptions options;
  std::string error;
  ASSERT_TRUE(parse_jit_options("off", options, error));
  EXPECT_FALSE(options.enabled);
  ASSERT_TRUE(parse_jit_options("on", options, error));
  EXPECT_TRUE(options.enabled);
}

TEST(JitOptions, FunctionsAreHotSooner) {
  JitOptions options;
  options.loop_threshold = 900;
  EXPECT_EQ(options.call_threshold(), 300u);
}

TEST(JitOptions, ErrorsNameTheSettingAndWhatItTakes) {
  EXPECT_EQ(error_of("threshold=0"), "--jit threshold: '0' is not a number from 1 to 1000000000");
  EXPECT_EQ(error_of("threshold=-1"), "--jit threshold: '-1' is not a number from 1 to 1000000000");
  EXPECT_EQ(error_of("backend=z80"), "--jit backend: 'z80' is not one of eval, x64");
  EXPECT_EQ(error_of("nursery=3"), "--jit nursery: '3' is not a size from 64k to 1G");
  EXPECT_EQ(error_of("nursery=k"), "--jit nursery: 'k' is not a size from 64k to 1G");
  EXPECT_EQ(error_of("threshold"), "--jit threshold needs a value: threshold=...");
  EXPECT_EQ(error_of("threshold=99999999999999999999"),
            "--jit threshold: '99999999999999999999' is not a number from 1 to 1000000000");
  EXPECT_EQ(error_of("verify=yes"), "--jit verify takes no value");
  EXPECT_EQ(error_of("disable="), "--jit disable: '' is not a name");
  EXPECT_EQ(error_of("").substr(0, 29), "--jit knows no ''; it takes o");
  EXPECT_EQ(error_of("threshold=1,").substr(0, 16), "--jit knows no '");
}

TEST(JitOptions, HelpNamesEach) {
  std::string help = describe_jit_options();
  for (size_t i = 0; i < kJitOptionCount; ++i) {
    EXPECT_NE(help.find(std::string("  ") + kJitOptions[i].name), std::string::npos);
  }
}

}  // namespace
}  // namespace hothouse
