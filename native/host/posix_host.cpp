// Signals: read, write and sleep are restarted after one. A Ctrl-C during read_line ends the line
// early; the next safepoint raises KeyboardInterrupt.
#include "native/host/posix_host.h"

#include "native/host/posix_questions.h"
#include "native/host/posix_threads.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
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

/// Writes all of `bytes`; 0 or errno.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return 0;
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
  int fd;
  do {
    fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) {
    error = errno;
    return false;
  }
  struct stat status;
  size_t expected = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode)
                        ? static_cast<size_t>(status.st_size)
                        : 0;
  bytes.clear();
  size_t size = 0;
  ssize_t n;
  do {
    // One byte more than expected, so that the end of a file is seen without growing.
    if (bytes.size() - size < 4096) bytes.resize(std::max(size * 2, expected) + 4096);
    n = ::read(fd, bytes.data() + size, bytes.size() - size);
    if (n > 0) size += static_cast<size_t>(n);
  } while (n > 0 || (n < 0 && errno == EINTR));
  error = n < 0 ? errno : 0;
  ::close(fd);
  bytes.resize(size);
  return error == 0;
}

bool PosixHost::write_file(const std::string& path, std::string_view bytes, bool append,
                           int& error) {
  int fd;
  do {
    fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0666);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) {
    error = errno;
    return false;
  }
  error = write_all(fd, bytes);
  if (::close(fd) != 0 && error == 0) error = errno;
  return error == 0;
}

bool PosixHost::file_exists(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0;
}

bool PosixHost::is_directory(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string status_text(const struct stat& s) {
  std::string text;
  auto add = [&](auto n) { text += std::to_string(static_cast<long long>(n)) + " "; };
  add(s.st_mode);
  add(s.st_ino);
  add(s.st_dev);
  add(s.st_nlink);
  add(s.st_uid);
  add(s.st_gid);
  add(s.st_size);
  for (const timespec& t : {s.st_atim, s.st_mtim, s.st_ctim}) {
    add(static_cast<long long>(t.tv_sec) * 1000000000 + t.tv_nsec);
  }
  add(s.st_blksize);
  add(s.st_blocks);
  add(s.st_rdev);
  return text;
}

int PosixHost::ask(HostQuestion question, const std::string& a, const std::string& b,
                   std::string& answer) {
  auto done = [](int result) { return result == 0 ? 0 : errno; };
  switch (question) {
    case HostQuestion::WorkingFolder: {
      char* folder = ::getcwd(nullptr, 0);
      if (folder == nullptr) return errno;
      answer = folder;
      std::free(folder);
      return 0;
    }
    case HostQuestion::Environment:
      for (char** p = environ; p != nullptr && *p != nullptr; ++p) {
        answer += *p;
        answer.push_back('\0');
      }
      return 0;
    case HostQuestion::ListFolder: {
      DIR* folder = ::opendir(a.c_str());
      if (folder == nullptr) return errno;
      while (const dirent* entry = ::readdir(folder)) {
        std::string name = entry->d_name;
        if (name == "." || name == "..") continue;
        answer += name;
        answer.push_back('\0');
      }
      ::closedir(folder);
      return 0;
    }
    case HostQuestion::Status:
    case HostQuestion::LinkStatus: {
      struct stat status;
      bool of_link = question == HostQuestion::LinkStatus;
      if ((of_link ? ::lstat(a.c_str(), &status) : ::stat(a.c_str(), &status)) != 0) return errno;
      answer = status_text(status);
      return 0;
    }
    case HostQuestion::ReadLink: {
      answer.resize(4096);
      ssize_t size = ::readlink(a.c_str(), answer.data(), answer.size());
      if (size < 0) return errno;
      answer.resize(static_cast<size_t>(size));
      return 0;
    }
    case HostQuestion::MakeFolder:
      return done(::mkdir(a.c_str(), static_cast<mode_t>(b.empty() ? 0777 : std::stoul(b))));
    case HostQuestion::RemoveFolder:
      return done(::rmdir(a.c_str()));
    case HostQuestion::RemoveFile:
      return done(::unlink(a.c_str()));
    case HostQuestion::Rename:
      return done(std::rename(a.c_str(), b.c_str()));
    case HostQuestion::ChangeFolder:
      return done(::chdir(a.c_str()));
    case HostQuestion::ProcessId:
      answer = std::to_string(::getpid());
      return 0;
    default:
      return question < HostQuestion::SetVariable ? ask_files(question, a, b, answer)
                                                  : ask_processes(question, a, b, answer);
  }
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
