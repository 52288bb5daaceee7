// Executable memory: never writable and executable at one address, reused when it is released.
#include "native/exec/code_memory.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <string>

namespace hothouse::exec {
namespace {

TEST(CodeMemory, NothingIsWritableAndExecutable) {
  CodeMemory memory(1 << 20);
  ASSERT_TRUE(memory.ok());
  const uint8_t code[] = {0xb8, 0x2a, 0, 0, 0, 0xc3};  // mov eax, 42; ret
  uint8_t* at = memory.allocate(sizeof code);
  memory.write(at, code, sizeof code);
  EXPECT_EQ(reinterpret_cast<int (*)()>(at)(), 42);
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    EXPECT_EQ(line.find("rwx"), std::string::npos) << line;
  }
}

TEST(CodeMemory, IsReused) {
  CodeMemory memory(1 << 16);
  uint8_t* a = memory.allocate(1000);
  uint8_t* b = memory.allocate(1000);
  ASSERT_NE(a, nullptr);
  EXPECT_EQ((b - a) % 64, 0);
  memory.release(a, 1000);
  EXPECT_EQ(memory.allocate(900), a);
  EXPECT_EQ(memory.allocate(1 << 17), nullptr);
}

TEST(CodeMemory, IsNotSharedWithAForkedProcess) {
  CodeMemory memory(1 << 16);
  const uint8_t code[] = {0xb8, 0x2a, 0, 0, 0, 0xc3};  // mov eax, 42; ret
  uint8_t* at = memory.allocate(sizeof code);
  memory.write(at, code, sizeof code);
  const uint8_t other = 7;
  const pid_t child = fork();
  if (child == 0) {
    memory.write(at + 1, &other, 1);
    _exit(reinterpret_cast<int (*)()>(at)());
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  EXPECT_EQ(reinterpret_cast<int (*)()>(at)(), 42);
}

}  // namespace
}  // namespace hothouse::exec
