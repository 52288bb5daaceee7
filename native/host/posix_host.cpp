// Signals: read, write and sleep are restarted after one. A Ctrl-C during read_line ends the line
// early; the next safepoint raises KeyboardInterrupt.
#include "native/host/posix_host.h"

#include "native/host/posix_questions.h"
#include "native/host/posix_threads.h"

#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace hothouse {

namespace {

uint64_t nanoseconds(clockid_t clock) {
  timespec t;
  clock_gettime(clock, &t);
  return static_cast<uint64_t>(t.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(t.tv_nsec);
}

}  // namespace

bool PosixHost::write(int fd, std::string_view bytes) {
  int error = write_all(fd, bytes);
  if (error != 0) write_error_ = error;
  return error == 0;
}

bool PosixHost::is_terminal(int fd) { return ::isatty(fd) == 1; }

bool PosixHost::fill(int& error) {
  constexpr size_t kChunk = 64 * 1024;
  if (input_start_ == input_.size()) {
    input_.clear();
    input_start_ = 0;
  }
  size_t old = input_.size();
  input_.resize(old + kChunk);
  ssize_t n = ::read(0, input_.data() + old, kChunk);
  error = n < 0 ? errno : 0;
  input_.resize(old + static_cast<size_t>(std::max<ssize_t>(n, 0)));
  return n > 0;
}

bool PosixHost::read_line(std::string& line) {
  std::lock_guard<std::mutex> lock(input_lock_);
  size_t searched = input_start_;
  for (;;) {
    size_t newline = input_.find('\n', searched);
    if (newline != std::string::npos) {
      line.assign(input_, input_start_, newline + 1 - input_start_);
      input_start_ = newline + 1;
      return true;
    }
    // What has been searched keeps its distance from the start when fill() starts over.
    size_t distance = input_.size() - input_start_;
    int error = 0;
    if (!fill(error)) {
      line.assign(input_, input_start_);
      input_.clear();
      input_start_ = 0;
      return error == EINTR || !line.empty();
    }
    searched = input_start_ + distance;
  }
}

bool PosixHost::read_rest(std::string& bytes, int& error) {
  std::lock_guard<std::mutex> lock(input_lock_);
  while (fill(error) || error == EINTR) {
  }
  bytes.assign(input_, input_start_);
  input_.clear();
  input_start_ = 0;
  return error == 0;
}

bool PosixHost::read_file(const std::string& path, std::string& bytes, int& error) {
  error = read_whole_file(path, bytes);
  return error == 0;
}

bool PosixHost::write_file(const std::string& path, std::string_view bytes, bool append,
                           int& error) {
  error = write_whole_file(path, bytes, append);
  return error == 0;
}

bool PosixHost::file_exists(const std::string& path) { return path_exists(path); }

bool PosixHost::is_directory(const std::string& path) { return is_folder(path); }

int PosixHost::ask(HostQuestion question, const std::string& a, const std::string& b,
                   std::string& answer) {
  for (auto* part : {ask_folders, ask_files, ask_environment, ask_processes}) {
    const int error = part(question, a, b, answer);
    if (error != kNotAsked) return error;
  }
  return ENOSYS;
}

std::string PosixHost::standard_library() {
  for (const char* folder : {"/usr/lib/python3.11", "/usr/local/lib/python3.11"}) {
    if (file_exists(std::string(folder) + "/os.py")) return folder;
  }
  return {};
}

double PosixHost::wall_seconds() { return static_cast<double>(nanoseconds(CLOCK_REALTIME)) * 1e-9; }

uint64_t PosixHost::monotonic_ns() { return nanoseconds(CLOCK_MONOTONIC); }

uint64_t PosixHost::cpu_ns() { return nanoseconds(CLOCK_PROCESS_CPUTIME_ID); }

void PosixHost::sleep(double seconds) {
  if (!(seconds > 0)) return;
  seconds = std::min(seconds, 1e9);
  timespec rest;
  rest.tv_sec = static_cast<time_t>(seconds);
  rest.tv_nsec = static_cast<long>((seconds - static_cast<double>(rest.tv_sec)) * 1e9);
  // An interrupted sleep ends: a Ctrl-C is answered at the safepoint behind it.
  ::nanosleep(&rest, nullptr);
}

void PosixHost::entropy(void* bytes, size_t count) {
  auto* p = static_cast<char*>(bytes);
  while (count > 0) {
    ssize_t n = ::getrandom(p, count, 0);
    if (n < 0) {
      if (errno == EINTR) continue;
      // No getrandom (an old kernel, a sandbox): the clocks are what is left.
      for (size_t i = 0; i < count; ++i) {
        p[i] = static_cast<char>((monotonic_ns() * 0x9e3779b97f4a7c15u) >> 56);
      }
      return;
    }
    p += n;
    count -= static_cast<size_t>(n);
  }
}

uintptr_t PosixHost::native_stack_limit() {
  // The main thread's stack grows down from about here to the resource limit. Asking pthreads
  // would read /proc/self/maps, which costs a quarter of a millisecond.
  auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  const uintptr_t size = usual_stack_bytes();
  // Arguments and environment lie above main's frame: they take part of the limit.
  constexpr uintptr_t kAbove = 128 * 1024;
  if (size < 2 * (kStackReserve + kAbove)) return here - size / 2;
  return here - size + kStackReserve + kAbove;
}

ThreadHost* PosixHost::threads() {
  if (!threads_) threads_ = make_posix_threads();
  return threads_.get();
}

void prefer_huge_pages(void* start, size_t bytes) { (void)::madvise(start, bytes, MADV_HUGEPAGE); }

}  // namespace hothouse
