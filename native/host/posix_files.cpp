// Open files: the system calls behind os.open, os.read and their kin, and so behind open(); and
// whole files, for the VM itself.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <vector>

#include "native/host/posix_questions.h"
#include "native/host/posix_status.h"

namespace hothouse {
namespace {

/// The numbers of a text like "12 -3 0".
std::vector<long long> numbers(const std::string& text) {
  std::vector<long long> all;
  const char* at = text.c_str();
  while (*at != 0) {
    char* end = nullptr;
    const long long n = std::strtoll(at, &end, 10);
    if (end == at) break;
    all.push_back(n);
    at = end;
  }
  all.resize(all.size() + 2);  // what is not said is 0
  return all;
}

int said(long long result, std::string& answer) {
  if (result < 0) return errno;
  answer = std::to_string(result);
  return 0;
}

int read_some(int fd, size_t count, std::string& answer) {
  answer.resize(count);
  const ssize_t n = ::read(fd, answer.data(), count);
  answer.resize(n < 0 ? 0 : static_cast<size_t>(n));
  return n < 0 ? errno : 0;
}

int write_some(int fd, const std::string& bytes, std::string& answer) {
  return said(::write(fd, bytes.data(), bytes.size()), answer);
}

int wait_for(const std::vector<long long>& wanted, int milliseconds, std::string& answer) {
  std::vector<pollfd> files;
  for (size_t i = 0; i + 3 < wanted.size(); i += 2) {
    files.push_back({static_cast<int>(wanted[i]), static_cast<short>(wanted[i + 1]), 0});
  }
  if (::poll(files.data(), files.size(), milliseconds) < 0) return errno;
  for (const pollfd& f : files) {
    if (f.revents != 0) answer += std::to_string(f.fd) + " " + std::to_string(f.revents) + " ";
  }
  return 0;
}

timespec time_of(long long nanoseconds) {
  timespec t;
  t.tv_sec = static_cast<time_t>(nanoseconds / 1000000000);
  t.tv_nsec = static_cast<long>(nanoseconds % 1000000000);
  if (t.tv_nsec < 0) {
    t.tv_nsec += 1000000000;
    --t.tv_sec;
  }
  return t;
}

}  // namespace

int ask_files(HostQuestion question, const std::string& a, const std::string& b,
              std::string& answer) {
  auto done = [](int result) { return result == 0 ? 0 : errno; };
  const int fd = std::atoi(a.c_str());
  switch (question) {
    case HostQuestion::OpenFile: {
      const auto n = numbers(b);
      return said(::open(a.c_str(), static_cast<int>(n[0]) | O_CLOEXEC, static_cast<mode_t>(n[1])),
                  answer);
    }
    case HostQuestion::CloseFile:
      return done(::close(fd));
    case HostQuestion::ReadFile:
      return read_some(fd, static_cast<size_t>(numbers(b)[0]), answer);
    case HostQuestion::WriteFile:
      return write_some(fd, b, answer);
    case HostQuestion::SeekFile: {
      const auto n = numbers(b);
      return said(::lseek(fd, n[0], static_cast<int>(n[1])), answer);
    }
    case HostQuestion::TruncateFile:
      return done(::ftruncate(fd, numbers(b)[0]));
    case HostQuestion::FileStatus: {
      struct stat status;
      if (::fstat(fd, &status) != 0) return errno;
      answer = status_text(status);
      return 0;
    }
    case HostQuestion::SyncFile:
      return done(::fsync(fd));
    case HostQuestion::TerminalFile:
      return ::isatty(fd) == 1 ? 0 : errno;
    case HostQuestion::Duplicate:
      return said(b.empty() ? ::fcntl(fd, F_DUPFD_CLOEXEC, 0) : ::dup2(fd, std::atoi(b.c_str())),
                  answer);
    case HostQuestion::MakePipe: {
      int ends[2];
      if (::pipe2(ends, O_CLOEXEC) != 0) return errno;
      answer = std::to_string(ends[0]) + " " + std::to_string(ends[1]);
      return 0;
    }
    case HostQuestion::WaitFiles:
      return wait_for(numbers(a), static_cast<int>(numbers(b)[0]), answer);
    case HostQuestion::ChangeMode:
      return done(::chmod(a.c_str(), static_cast<mode_t>(numbers(b)[0])));
    case HostQuestion::SetTimes: {
      const auto n = numbers(b);
      const timespec times[2] = {time_of(n[0]), time_of(n[1])};
      return done(::utimensat(AT_FDCWD, a.c_str(), times, 0));
    }
    case HostQuestion::MakeLink:
      return done(::link(a.c_str(), b.c_str()));
    case HostQuestion::MakeSymbolicLink:
      return done(::symlink(a.c_str(), b.c_str()));
    default:
      return kNotAsked;
  }
}

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

int read_whole_file(const std::string& path, std::string& bytes) {
  int fd;
  do {
    fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) return errno;
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
  const int error = n < 0 ? errno : 0;
  ::close(fd);
  bytes.resize(size);
  return error;
}

int write_whole_file(const std::string& path, std::string_view bytes, bool append) {
  int fd;
  do {
    fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0666);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) return errno;
  int error = write_all(fd, bytes);
  if (::close(fd) != 0 && error == 0) error = errno;
  return error;
}

}  // namespace hothouse
