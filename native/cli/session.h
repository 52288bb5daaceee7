// Session: one Python world on the command line - host, VM, engine - and how a program's end
// becomes an exit status.
//
// Statuses are CPython's: 0; 1 after an uncaught exception; what sys.exit() says; 2 if the program
// cannot be read; 120 if standard output cannot be written at the end. An uncaught
// KeyboardInterrupt ends the process by SIGINT, which shells show as 130.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/events/events.h"
#include "core/vm/vm.h"
#include "native/cli/arguments.h"
#include "native/host/posix_host.h"

namespace hothouse {

class Session {
 public:
  Session(const Arguments& arguments, EventStream& events, PosixHost& host);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Vm& vm() { return *vm_; }
  PosixHost& host() { return host_; }

  /// Runs what the arguments name. The exit status.
  int run();
  /// Runs a text as the module __main__ and reports what it raises.
  int run_text(std::string_view text, std::string_view filename);
  /// Writes the pending exception as the interpreter does at the end of a program; the exit
  /// status. A prompt gives `exits`: it goes on unless that is set, by a SystemExit.
  int report_exception(bool* exits = nullptr);
  /// Writes out what print() has buffered and the engine's last events. `status`, or 120 if
  /// standard output cannot be written.
  int finish(int status);
  /// If KeyboardInterrupt ended the program, ends the process by SIGINT: a shell that runs a loop
  /// shall see that it was the signal.
  void pass_on_interrupt();

  /// A text as code of __main__, or raised.
  Value compile(std::string_view text, std::string_view filename, bool prompt);

  /// The program's text into `text`, the name for tracebacks into `filename`. False, with the
  /// status in `status` and a message on standard error, if it cannot be read.
  bool read_program(std::string& text, std::string& filename, int& status);

 private:
  void set_argv();
  void set_switches();
  void start_jit();
  void set_path(std::string_view folder);
  /// The program in a zip file, whose name becomes that of the module; false, and why is written.
  bool read_archive(std::string& text, std::string& filename, int& status);
  /// __package__ of a program that is a module, a folder or an archive.
  void set_package(std::string_view name);
  /// The file that `-m name` runs; false, and why is written, if there is none.
  bool find_module(std::string& path, int& status);
  bool read_file(const std::string& path, std::string& text, std::string& filename, int& status);

  const Arguments& arguments_;
  EventStream& events_;
  PosixHost& host_;
  std::unique_ptr<Vm> vm_;
  std::string_view callers_;  // lines in front of the program's in its last traceback
  struct Jit;                 // engine and backends
  std::unique_ptr<Jit> jit_;
  bool interrupted_ = false;  // ended by KeyboardInterrupt
};

/// An argument, path or environment string of the system as UTF-8: bytes that are none become
/// lone surrogates (surrogateescape), encoded as three bytes.
std::string decode_system(std::string_view bytes);

}  // namespace hothouse
