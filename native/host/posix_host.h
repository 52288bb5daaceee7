// PosixHost: core/host.h for Linux and other POSIX systems.
#pragma once

#include <memory>
#include <mutex>

#include "core/host.h"

namespace hothouse {

class PosixHost final : public Host {
 public:
  bool write(int fd, std::string_view bytes) override;
  int write_error() const override { return write_error_; }
  bool is_terminal(int fd) override;
  bool read_line(std::string& line) override;
  bool read_file(const std::string& path, std::string& bytes, int& error) override;
  bool write_file(const std::string& path, std::string_view bytes, bool append,
                  int& error) override;
  bool file_exists(const std::string& path) override;
  bool is_directory(const std::string& path) override;
  int ask(HostQuestion question, const std::string& a, const std::string& b,
          std::string& answer) override;
  std::string standard_library() override;
  bool kept_code(const std::string& name, std::string& bytes) override;
  void keep_code(const std::string& name, std::string_view bytes) override;
  /// Option -B: nothing is written.
  void keep_no_code() { keeps_code_ = false; }

  double wall_seconds() override;
  uint64_t monotonic_ns() override;
  uint64_t cpu_ns() override;
  void sleep(double seconds) override;

  void entropy(void* bytes, size_t count) override;
  uintptr_t native_stack_limit() override;
  int set_signal(int number, const SignalAction* action, SignalAction* before) override;
  /// Whom signals with SignalAction::Note are told, from the handler; null: nobody.
  static void on_signals(void (*note)(void*, int), void* argument);
  ThreadHost* threads() override;

  /// Everything that can still be read from standard input.
  bool read_rest(std::string& bytes, int& error);
  void clear_write_error() { write_error_ = 0; }

 private:
  /// Appends what one read(2) gives to input_; false at the end or on an error.
  bool fill(int& error);
  /// Where this program keeps code; "" if it keeps none.
  const std::string& code_folder();

  std::mutex input_lock_;
  std::unique_ptr<ThreadHost> threads_;
  std::string input_;  // read from standard input, not yet asked for
  size_t input_start_ = 0;
  int write_error_ = 0;
  bool keeps_code_ = true;
  bool knows_code_folder_ = false;
  std::string code_folder_;
  std::string program_stamp_;  // before each record: which build has written it
};

/// madvise(2) with MADV_HUGEPAGE. Where the kernel refuses, pages are small: nothing else changes.
void prefer_huge_pages(void* start, size_t bytes);

}  // namespace hothouse
