#include "native/host/posix_host.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace hothouse {
namespace {

/// Standard input is this text, as long as the object lives.
class Input {
 public:
  explicit Input(std::string_view text) : saved_(dup(0)) {
    std::FILE* file = std::tmpfile();
    std::fwrite(text.data(), 1, text.size(), file);
    std::rewind(file);
    dup2(fileno(file), 0);
    std::fclose(file);
  }
  ~Input() {
    dup2(saved_, 0);
    close(saved_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

 private:
  int saved_;
};

TEST(PosixHost, LinesKeepTheirNewlines) {
  Input input("one\n\nthree");
  PosixHost host;
  std::string line;
  ASSERT_TRUE(host.read_line(line));
  EXPECT_EQ(line, "one\n");
  ASSERT_TRUE(host.read_line(line));
  EXPECT_EQ(line, "\n");
  ASSERT_TRUE(host.read_line(line));
  EXPECT_EQ(line, "three");
  EXPECT_FALSE(host.read_line(line));
  EXPECT_EQ(line, "");
}

TEST(PosixHost, LinesLongerThanABuffer) {
  std::string one(200'000, 'x'), two(70'000, 'y');
  Input input(one + "\n" + two + "\n");
  PosixHost host;
  std::string line;
  ASSERT_TRUE(host.read_line(line));
  EXPECT_EQ(line, one + "\n");
  ASSERT_TRUE(host.read_line(line));
  EXPECT_EQ(line, two + "\n");
  EXPECT_FALSE(host.read_line(line));
}

TEST(PosixHost, TheRestBehindALine) {
  Input input("first\nsecond\nthird\n");
  PosixHost host;
  std::string line, rest;
  int error = 0;
  ASSERT_TRUE(host.read_line(line));
  ASSERT_TRUE(host.read_rest(rest, error));
  EXPECT_EQ(rest, "second\nthird\n");
}

TEST(PosixHost, Files) {
  PosixHost host;
  std::string path = testing::TempDir() + "/hothouse_posix_host", text;
  int error = 0;
  ASSERT_TRUE(host.write_file(path, "abc", false, error));
  ASSERT_TRUE(host.write_file(path, "def", true, error));
  ASSERT_TRUE(host.read_file(path, text, error));
  EXPECT_EQ(text, "abcdef");
  ASSERT_TRUE(host.write_file(path, "", false, error));
  ASSERT_TRUE(host.read_file(path, text, error));
  EXPECT_EQ(text, "");
  EXPECT_TRUE(host.file_exists(path));
  EXPECT_FALSE(host.is_directory(path));
  EXPECT_TRUE(host.is_directory("/"));
  std::remove(path.c_str());
  EXPECT_FALSE(host.file_exists(path));
  EXPECT_FALSE(host.read_file(path, text, error));
  EXPECT_EQ(error, ENOENT);
  EXPECT_FALSE(host.read_file("/", text, error));
  EXPECT_EQ(error, EISDIR);
  EXPECT_FALSE(host.write_file("/no/where", "", false, error));
  EXPECT_EQ(error, ENOENT);
}

TEST(PosixHost, WriteErrorsAreKept) {
  PosixHost host;
  int saved = dup(1);
  int full = open("/dev/full", O_WRONLY);
  dup2(full, 1);
  EXPECT_FALSE(host.write(1, "x"));
  dup2(saved, 1);
  close(full);
  close(saved);
  EXPECT_EQ(host.write_error(), ENOSPC);
  host.clear_write_error();
  EXPECT_EQ(host.write_error(), 0);
}

TEST(PosixHost, ClocksGoOn) {
  PosixHost host;
  uint64_t start = host.monotonic_ns(), cpu = host.cpu_ns();
  host.sleep(0.002);
  EXPECT_GE(host.monotonic_ns() - start, 2'000'000u);
  EXPECT_GE(host.cpu_ns(), cpu);
  EXPECT_GT(host.wall_seconds(), 1.7e9);
}

TEST(PosixHost, TheStackLimitIsBelow) {
  PosixHost host;
  auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  uintptr_t limit = host.native_stack_limit();
  EXPECT_LT(limit, here);
  EXPECT_GT(here - limit, 500'000u);
}

TEST(PosixHost, Entropy) {
  PosixHost host;
  uint64_t a[2] = {}, b[2] = {};
  host.entropy(a, sizeof a);
  host.entropy(b, sizeof b);
  EXPECT_FALSE(a[0] == b[0] && a[1] == b[1]);
}

}  // namespace
}  // namespace hothouse
