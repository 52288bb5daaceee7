// The `hothouse` command. arguments.h says what it takes, session.h how a program is run.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/events/schema.h"
#include "ffi/module.h"
#include "native/cli/arguments.h"
#include "native/cli/dis.h"
#include "native/cli/prompt.h"
#include "native/cli/session.h"
#include "native/cli/view.h"
#include "numarray/cpython/module.h"
#include "numarray/module.h"

namespace hothouse {

namespace {

constexpr const char* kBanner =
    "Hothouse, Python 3.11 with a tracing JIT. Ctrl-D or exit() ends it.\n";

int run(const Arguments& arguments, PosixHost& host) {
  EventStream events;
  Session session(arguments, events, host);
  bool prompt =
      arguments.interactive || (arguments.program == Arguments::Program::None && isatty(0));
  int status = 0;
  if (!prompt || arguments.program != Arguments::Program::None) status = session.run();
  if (prompt) {
    if (arguments.program == Arguments::Program::None) host.write(2, kBanner);
    status = run_prompt(session);
  }
  status = session.finish(status);
  session.pass_on_interrupt();
  return status;
}

/// A file that is written as the program runs.
class OutputFile {
 public:
  /// An empty path is standard output: then what the program prints goes to standard error, so
  /// that the two do not mix.
  bool open(const std::string& path, bool separate) {
    if (!path.empty()) {
      fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
      return fd_ >= 0;
    }
    if (!separate) {
      fd_ = 1;
      return true;
    }
    fd_ = fcntl(1, F_DUPFD_CLOEXEC, 3);
    return fd_ >= 0 && dup2(2, 1) >= 0;
  }
  void write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() > 1 << 16) flush();
  }
  void flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
      ssize_t n = ::write(fd_, rest.data(), rest.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) break;  // a reader that went away, a full disk: the program goes on
      rest.remove_prefix(static_cast<size_t>(n));
    }
    buffer_.clear();
  }

 private:
  int fd_ = 1;
  std::string buffer_;
};

int trace(const Arguments& arguments, PosixHost& host) {
  OutputFile file;
  if (!file.open(arguments.output, arguments.json)) {
    host.write(2,
               "hothouse: can't write '" + arguments.output + "': " + std::strerror(errno) + "\n");
    return 2;
  }
  TraceView view(arguments.shown);
  EventStream events;
  if (arguments.json) {
    events.open([&](std::string_view line) {
      file.write(line);
      file.write("\n");
    });
  } else {
    events.open([&](std::string_view line) { view.add(line); });
  }
  Session session(arguments, events, host);
  int status = session.finish(session.run());
  if (!arguments.json) file.write(view.text());
  file.flush();
  session.pass_on_interrupt();
  return status;
}

int dispatch(const Arguments& arguments, PosixHost& host) {
  switch (arguments.action) {
    case Arguments::Action::Print:
      host.write(arguments.status == 0 ? 1 : 2, arguments.text);
      return arguments.status;
    case Arguments::Action::Schema:
      host.write(1, event_schema());
      return 0;
    case Arguments::Action::SchemaText:
      host.write(1, event_documentation());
      return 0;
    case Arguments::Action::ListPasses:
      host.write(1, list_passes());
      return 0;
    case Arguments::Action::Dis:
      return disassemble_program(arguments, host);
    case Arguments::Action::Trace:
      return trace(arguments, host);
    case Arguments::Action::Run:
      return run(arguments, host);
  }
  return 2;
}

int run_command(int argc, char** argv) {
  ffi::install();
  cpython::install();
  numarray::install();
  PosixHost host;
  int status = dispatch(parse_arguments(argc, argv), host);
  // Files that C libraries wrote through stdio are flushed; memory is not given back piece by
  // piece, since the system takes it all at once.
  std::fflush(nullptr);
  _exit(status);
}

/// Calls run_command with the stack at the start of a page. The size of the environment and chance
/// decide where it lies otherwise, and with it whether spill slots get into the way of loads from
/// the heap: the same trace was seen to take 1 or 1.5 times as long (Mytkowicz et al., "Producing
/// wrong data without doing anything obviously wrong!", ASPLOS 2009).
[[gnu::noinline]] int run_at_page_start(int argc, char** argv) {
  constexpr uintptr_t kPage = 4096;
  auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  volatile char* room = static_cast<char*>(__builtin_alloca(here % kPage + 16));
  *room = 0;  // so that it is not optimized away
  return run_command(argc, argv);
}

}  // namespace

}  // namespace hothouse

int main(int argc, char** argv) { return hothouse::run_at_page_start(argc, argv); }
