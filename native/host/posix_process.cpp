// Children, and signals to them.
//
// StartProcess does what CPython's _posixsubprocess.fork_exec does. `a` holds the arguments, each
// ended by a zero byte. `b` holds, each ended by a zero byte: the descriptors that become 0, 1 and
// 2 (-1: as they are), the one for errors, close the others?, a session of its own?, the signals
// that Python ignores as usual again?; the working folder or nothing; how many programs to try, and
// they; how many variables, and they (-1: those of this process); descriptors to keep. Invariant:
// between fork and exec only system calls are made, on what was prepared before.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <vector>

#include "native/host/posix_questions.h"

extern "C" char** environ;

namespace hothouse {
namespace {

std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> all;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\0', at);
    if (end == std::string::npos) break;
    all.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  all.reserve(texts.size() + 1);
  for (std::string& t : texts) all.push_back(t.data());
  all.push_back(nullptr);
  return all;
}

struct Start {
  std::vector<std::string> arguments, programs, variables;
  bool own_variables = false;
  std::string folder;
  int standard[3] = {-1, -1, -1};
  int errors = -1, close_others = 0, new_session = 0, restore_signals = 0;
  std::vector<int> keep;
};

bool parse_start(const std::string& a, const std::string& b, Start& s) {
  s.arguments = pieces(a);
  const std::vector<std::string> rows = pieces(b);
  size_t at = 0;
  auto next = [&]() -> std::string { return at < rows.size() ? rows[at++] : std::string(); };
  std::istringstream numbers(next());
  numbers >> s.standard[0] >> s.standard[1] >> s.standard[2] >> s.errors >> s.close_others >>
      s.new_session >> s.restore_signals;
  s.folder = next();
  for (int n = std::atoi(next().c_str()); n > 0; --n) s.programs.push_back(next());
  const int variables = std::atoi(next().c_str());
  s.own_variables = variables >= 0;
  for (int n = variables; n > 0; --n) s.variables.push_back(next());
  std::istringstream keep(next());
  for (int fd = 0; keep >> fd;) s.keep.push_back(fd);
  if (s.errors >= 0) s.keep.push_back(s.errors);
  std::sort(s.keep.begin(), s.keep.end());
  return !s.arguments.empty() && !s.programs.empty();
}

/// Tells the parent in the form that subprocess reads, and ends the child.
[[noreturn]] void fail(int pipe, int error, const char* note) {
  char text[48] = "OSError:";
  size_t n = 8;
  char digits[16];
  size_t count = 0;
  for (int e = error; e > 0; e /= 16) digits[count++] = "0123456789ABCDEF"[e % 16];
  while (count > 0) text[n++] = digits[--count];
  text[n++] = ':';
  for (; *note != 0; ++note) text[n++] = *note;
  ssize_t ignored = ::write(pipe, text, n);
  static_cast<void>(ignored);
  ::_exit(255);
}

/// Closes the descriptors from <= fd < to.
void close_range_of(unsigned from, unsigned to) {
  if (from >= to || ::close_range(from, to - 1, 0) == 0) return;
  constexpr unsigned kMost = 4096;  // of a system without that call
  for (unsigned fd = from; fd < to && fd < kMost; ++fd) ::close(static_cast<int>(fd));
}

[[noreturn]] void run_child(Start& s, char* const* arguments, char* const* variables,
                            const std::vector<char*>& programs) {
  // Descriptors below 3 that are to become others are moved out of the way first.
  for (int i = 0; i < 3; ++i) {
    if (s.standard[i] >= 0 && s.standard[i] < i) {
      const int moved = ::fcntl(s.standard[i], F_DUPFD, 3);
      if (moved < 0) fail(s.errors, errno, "");
      for (int& fd : s.standard) {
        if (fd == s.standard[i] && &fd >= &s.standard[i]) fd = moved;
      }
    }
  }
  for (int i = 0; i < 3; ++i) {
    if (s.standard[i] == i) {
      if (::fcntl(i, F_SETFD, 0) < 0) fail(s.errors, errno, "");
    } else if (s.standard[i] >= 0 && ::dup2(s.standard[i], i) < 0) {
      fail(s.errors, errno, "");
    }
  }
  if (!s.folder.empty() && ::chdir(s.folder.c_str()) != 0) fail(s.errors, errno, "noexec");
  sigset_t interrupts;  // which only the main thread gets
  ::sigemptyset(&interrupts);
  ::sigaddset(&interrupts, SIGINT);
  ::sigprocmask(SIG_UNBLOCK, &interrupts, nullptr);
  if (s.restore_signals != 0) {
    ::signal(SIGPIPE, SIG_DFL);
    ::signal(SIGXFSZ, SIG_DFL);
  }
  if (s.new_session != 0) ::setsid();
  for (int fd : s.keep) {
    if (fd != s.errors) ::fcntl(fd, F_SETFD, 0);  // its end tells the parent of the exec
  }
  if (s.close_others != 0) {
    unsigned from = 3;
    for (int fd : s.keep) {
      const auto kept = static_cast<unsigned>(fd);
      if (kept < from) continue;
      close_range_of(from, kept);
      from = kept + 1;
    }
    close_range_of(from, ~0U);
  }
  int error = ENOENT;
  for (char* program : programs) {
    if (program == nullptr) break;
    ::execve(program, arguments, variables);
    if (errno != ENOENT && errno != ENOTDIR && error == ENOENT) error = errno;
  }
  fail(s.errors, error, "");
}

int start_process(const std::string& a, const std::string& b, std::string& answer) {
  Start s;
  if (!parse_start(a, b, s)) return EINVAL;
  const std::vector<char*> arguments = pointers(s.arguments), programs = pointers(s.programs);
  std::vector<char*> variables = pointers(s.variables);
  char* const* environment = s.own_variables ? variables.data() : environ;
  const pid_t child = ::fork();
  if (child < 0) return errno;
  if (child == 0) run_child(s, arguments.data(), environment, programs);
  answer = std::to_string(child);
  return 0;
}

}  // namespace

int ask_processes(HostQuestion question, const std::string& a, const std::string& b,
                  std::string& answer) {
  auto done = [](int result) { return result == 0 ? 0 : errno; };
  switch (question) {
    case HostQuestion::StartProcess:
      return start_process(a, b, answer);
    case HostQuestion::WaitProcess: {
      int status = 0;
      const pid_t id = ::waitpid(std::atoi(a.c_str()), &status, std::atoi(b.c_str()));
      if (id < 0) return errno;
      answer = std::to_string(id) + " " + std::to_string(status);
      return 0;
    }
    case HostQuestion::SendSignal:
      return done(::kill(std::atoi(a.c_str()), std::atoi(b.c_str())));
    default:
      return kNotAsked;
  }
}

}  // namespace hothouse
