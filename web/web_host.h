// WebHost: core/host.h for the browser. Output and the clock are JavaScript's (library.js); files
// lie in Emscripten's file system, in memory, and what is asked about them is answered by the code
// that answers it natively (native/host). Standard input is a text that is given beforehand. The
// modules of the standard library are files whose bytes the embedder has: they come into the file
// system when one is opened. What they were compiled to, the embedder keeps for later runs.
//
// Errors are numbered as Linux does, whose numbers Python's errno has; Emscripten's are WASI's.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/host.h"

namespace hothouse::web {

class WebHost final : public Host {
 public:
  /// Makes the file, and its folders.
  void add_file(const std::string& path, std::string_view bytes);
  /// CPython's standard library: its folder, and the files in it, from there, a path a line.
  void set_library(const std::string& folder, std::string_view paths);
  void set_input(std::string_view text) { input_ = text; }

  bool write(int fd, std::string_view bytes) override;
  bool read_line(std::string& line) override;
  bool read_file(const std::string& path, std::string& bytes, int& error) override;
  bool write_file(const std::string& path, std::string_view bytes, bool append,
                  int& error) override;
  bool file_exists(const std::string& path) override;
  bool is_directory(const std::string& path) override;
  int ask(HostQuestion question, const std::string& a, const std::string& b,
          std::string& answer) override;
  std::string standard_library() override { return library_; }
  bool kept_code(const std::string& name, std::string& bytes) override;
  void keep_code(const std::string& name, std::string_view bytes) override;

  double wall_seconds() override;
  uint64_t monotonic_ns() override;
  uint64_t cpu_ns() override { return monotonic_ns(); }
  void sleep(double seconds) override;

  void entropy(void* bytes, size_t count) override;
  uintptr_t native_stack_limit() override;

 private:
  /// Brings a file that the embedder has into the file system; false if it cannot be had.
  bool fetch(const std::string& path);
  int ask_system(HostQuestion question, const std::string& a, const std::string& b,
                 std::string& answer);

  std::set<std::string> remote_;  // files that the embedder has
  std::string library_;
  std::string input_;
  size_t input_start_ = 0;
};

}  // namespace hothouse::web
