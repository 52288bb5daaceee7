// Host: all that core needs of the world. native/ and web/ implement it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace hothouse {

/// What Host::ask can be asked: about files and the process. `a` and `b` are paths, or what the
/// comment says.
enum class HostQuestion : uint8_t {
  WorkingFolder,  // the answer is its path
  Environment,    // NAME=VALUE, each ended by a zero byte
  ListFolder,     // names, each ended by a zero byte
  Status,         // mode, inode, device, links, uid, gid, size, atime, mtime, ctime in decimal;
                  // then block size, blocks, the device it is
  LinkStatus,     // the same of a link itself
  ReadLink,       // where it leads
  MakeFolder,     // b: the mode in decimal, or empty
  RemoveFolder,
  RemoveFile,
  Rename,        // a to b
  ChangeFolder,  // the working folder
  ProcessId,     // in decimal
  // Open files: `a` is a descriptor, numbers are decimal.
  OpenFile,      // a: path, b: flags and mode; the answer is a descriptor
  CloseFile,     //
  ReadFile,      // b: how many bytes at most
  WriteFile,     // b: bytes; the answer is how many were written
  SeekFile,      // b: offset and whence; the answer is the position
  TruncateFile,  // b: size
  FileStatus,    // as Status
  SyncFile,      //
  TerminalFile,  // is it a terminal? 0, or why it is not
  Duplicate,     // b: the new descriptor, or empty; the answer is it
  MakePipe,      // the answer is both ends
  WaitFiles,     // a: descriptors and poll(2)'s events, b: milliseconds; answer: those ready
  // More of the file system.
  ChangeMode,        // b: the mode
  SetTimes,          // b: access and modification, in nanoseconds
  MakeLink,          // a to b
  MakeSymbolicLink,  // b leads to a
  // Processes.
  SetVariable,   // a: name, b: value; Environment has it from now on
  DropVariable,  // a: name
  ParentId,
  StartProcess,  // native/host/posix_process.cpp says how; the answer is its id
  WaitProcess,   // a: id, b: options; answer: id and status
  SendSignal,    // a: id, b: signal
  // The time zone that the environment names.
  LocalTime,  // a: seconds since 1970; answer: struct tm's fields, offset from UTC, name
  MakeTime,   // a: struct tm's fields; answer: seconds since 1970
};

/// What a signal of the system does.
enum class SignalAction : uint8_t {
  Default,
  Ignore,
  Note,  // Vm::note_signal
};

/// Where one thread waits until another wakes it. A wake() that comes first is remembered.
class WaitingPlace {
 public:
  virtual ~WaitingPlace() = default;
  /// Waits for wake(), at most that many seconds (negative: for ever). A signal ends it early.
  virtual void wait(double seconds) = 0;
  /// Any thread, also a signal handler.
  virtual void wake() = 0;
};

/// Threads of the system, for those of Python (vm/threads.h), and the lock under which one of them
/// at a time runs Python. The thread that asked first holds it from the start.
class ThreadHost {
 public:
  virtual ~ThreadHost() = default;
  /// Runs `body(argument, lowest address the stack may grow to)` on a stack of its own of that
  /// size, 0 for the usual one. Answers the size, or 0 if there can be no more threads.
  virtual size_t start(void (*body)(void*, uintptr_t), void* argument, size_t stack_bytes) = 0;
  virtual std::unique_ptr<WaitingPlace> make_waiting_place() = 0;
  /// The system's number of the calling thread.
  virtual uint64_t native_id() = 0;
  /// Gets the lock. While the same holder keeps it, `ask(argument)` is called each interval.
  virtual void take() = 0;
  virtual void give() = 0;
  /// Gives the lock to one that waits for it, and gets it again.
  virtual void give_way() = 0;
  virtual void on_waiting(void (*ask)(void*), void* argument, double interval) = 0;
  /// In a process that the lock's holder has forked: no other thread is there.
  virtual void after_fork() = 0;
};

class Host {
 public:
  virtual ~Host() = default;

  /// Writes to standard output (fd 1) or standard error (fd 2). False if it cannot be written.
  virtual bool write(int fd, std::string_view bytes) = 0;
  /// errno of the last write that failed; 0: none did, or it is not known.
  virtual int write_error() const { return 0; }
  /// Is it a terminal, so that people wait for each line?
  virtual bool is_terminal(int /*fd*/) { return false; }
  /// Reads one line with its newline from standard input; false at end of file.
  virtual bool read_line(std::string& line) = 0;
  /// Whole file into `bytes`; false with a message in `error` ("No such file or directory").
  virtual bool read_file(const std::string& path, std::string& bytes, int& error) = 0;
  virtual bool write_file(const std::string& path, std::string_view bytes, bool append,
                          int& error) = 0;
  virtual bool file_exists(const std::string& path) = 0;
  virtual bool is_directory(const std::string& path) = 0;
  /// Asks or does it; 0, or an errno. ENOSYS where there is no such system.
  virtual int ask(HostQuestion /*question*/, const std::string& /*a*/, const std::string& /*b*/,
                  std::string& /*answer*/) {
    return 38;
  }
  /// Folder of an installed CPython 3.11's standard library, whose modules in Python programs may
  /// import where Hothouse has none of its own; "" if there is none.
  virtual std::string standard_library() { return {}; }
  /// What an earlier run of this very program has kept under that name (a file name without
  /// folders); false if there is nothing.
  virtual bool kept_code(const std::string& /*name*/, std::string& /*bytes*/) { return false; }
  /// Keeps it for later runs, where the system and its user let it.
  virtual void keep_code(const std::string& /*name*/, std::string_view /*bytes*/) {}

  /// Seconds since 1970, wall clock; monotonic nanoseconds; CPU nanoseconds of the process.
  virtual double wall_seconds() = 0;
  virtual uint64_t monotonic_ns() = 0;
  virtual uint64_t cpu_ns() = 0;
  virtual void sleep(double seconds) = 0;

  /// Random bytes from the system.
  virtual void entropy(void* bytes, size_t count) = 0;
  /// Lowest address the native stack may grow down to; 0 where it is not known.
  virtual uintptr_t native_stack_limit() = 0;
  /// Changes what a signal does (null: leaves it) and says what it did: 0, or an errno; ENOSYS
  /// where there are no signals.
  virtual int set_signal(int /*number*/, const SignalAction* /*action*/, SignalAction* /*before*/) {
    return 38;
  }
  /// Null where there is one thread only.
  virtual ThreadHost* threads() { return nullptr; }
};

}  // namespace hothouse
