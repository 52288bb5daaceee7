// WebHost: core/host.h for the browser. Output and the clock are JavaScript's (library.js); files
// are kept in memory, and standard input is a text that is given beforehand.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/host.h"

namespace hothouse::web {

class WebHost final : public Host {
 public:
  void add_file(const std::string& path, std::string_view bytes) { files_[path] = bytes; }
  void set_input(std::string_view text) { input_ = text; }

  bool write(int fd, std::string_view bytes) override;
  bool read_line(std::string& line) override;
  bool read_file(const std::string& path, std::string& bytes, int& error) override;
  bool write_file(const std::string& path, std::string_view bytes, bool append,
                  int& error) override;
  bool file_exists(const std::string& path) override;
  bool is_directory(const std::string& path) override;

  double wall_seconds() override;
  uint64_t monotonic_ns() override;
  uint64_t cpu_ns() override { return monotonic_ns(); }
  void sleep(double seconds) override;

  void entropy(void* bytes, size_t count) override;
  uintptr_t native_stack_limit() override;

 private:
  std::map<std::string, std::string> files_;
  std::string input_;
  size_t input_start_ = 0;
};

}  // namespace hothouse::web
