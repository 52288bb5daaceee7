#include "web/web_host.h"

#include <emscripten/stack.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>

#include "native/host/posix_questions.h"

extern "C" {
void hothouse_write(int fd, const char* bytes, uint32_t count);
double hothouse_monotonic_ms();
double hothouse_wall_ms();
void hothouse_sleep_ms(double ms);
void hothouse_entropy(void* bytes, uint32_t count);
// Each answers bytes that are to be freed, or null if there are none.
char* hothouse_fetch(const char* path, uint32_t* count);
char* hothouse_kept(const char* name, uint32_t* count);
void hothouse_keep(const char* name, const char* bytes, uint32_t count);
}

namespace hothouse::web {

namespace {

/// Browsers give a worker's WebAssembly about a megabyte of native stack, which cannot be measured.
/// Our own stack in linear memory grows with it, more slowly: this much of it is allowed.
constexpr uintptr_t kStackBytes = 512 << 10;

constexpr int kLinuxEio = 5;

/// Linux's number of an errno that Emscripten's calls leave, in the order of <asm-generic/errno.h>.
int linux_errno(int error) {
  static constexpr struct {
    int wasi, linux_number;
  } kNumbers[] = {
      {0, 0},        {EPERM, 1},      {ENOENT, 2},  {EINTR, 4},         {EIO, kLinuxEio},
      {ENXIO, 6},    {EBADF, 9},      {ECHILD, 10}, {EAGAIN, 11},       {ENOMEM, 12},
      {EACCES, 13},  {EBUSY, 16},     {EEXIST, 17}, {EXDEV, 18},        {ENODEV, 19},
      {ENOTDIR, 20}, {EISDIR, 21},    {EINVAL, 22}, {EMFILE, 24},       {ENOTTY, 25},
      {EFBIG, 27},   {ENOSPC, 28},    {ESPIPE, 29}, {EROFS, 30},        {EMLINK, 31},
      {EPIPE, 32},   {EDOM, 33},      {ERANGE, 34}, {ENAMETOOLONG, 36}, {EDEADLK, 35},
      {ENOSYS, 38},  {ENOTEMPTY, 39}, {ELOOP, 40},  {EOVERFLOW, 75},
  };
  for (const auto& row : kNumbers) {
    if (row.wasi == error) return row.linux_number;
  }
  return kLinuxEio;
}

/// Takes what the embedder has answered; false if that is nothing.
bool take(char* answer, uint32_t count, std::string& bytes) {
  if (answer == nullptr) return false;
  bytes.assign(answer, count);
  std::free(answer);
  return true;
}

}  // namespace

bool WebHost::write(int fd, std::string_view bytes) {
  hothouse_write(fd, bytes.data(), static_cast<uint32_t>(bytes.size()));
  return true;
}

bool WebHost::read_line(std::string& line) {
  if (input_start_ >= input_.size()) return false;
  size_t end = input_.find('\n', input_start_);
  end = end == std::string::npos ? input_.size() : end + 1;
  line = input_.substr(input_start_, end - input_start_);
  input_start_ = end;
  return true;
}

bool WebHost::fetch(const std::string& path) {
  const auto found = remote_.find(path);
  if (found == remote_.end()) return true;
  uint32_t count = 0;
  std::string bytes;
  if (!take(hothouse_fetch(path.c_str(), &count), count, bytes)) return false;
  remote_.erase(found);
  add_file(path, bytes);
  return true;
}

void WebHost::add_file(const std::string& path, std::string_view bytes) {
  for (size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    ::mkdir(path.substr(0, slash).c_str(), 0777);
  }
  write_whole_file(path, bytes, false);
}

bool WebHost::read_file(const std::string& path, std::string& bytes, int& error) {
  error = fetch(path) ? linux_errno(read_whole_file(path, bytes)) : kLinuxEio;
  return error == 0;
}

bool WebHost::write_file(const std::string& path, std::string_view bytes, bool append, int& error) {
  error = linux_errno(write_whole_file(path, bytes, append));
  return error == 0;
}

bool WebHost::file_exists(const std::string& path) {
  return remote_.count(path) != 0 || path_exists(path);
}

bool WebHost::is_directory(const std::string& path) { return is_folder(path); }

int WebHost::ask(HostQuestion question, const std::string& a, const std::string& b,
                 std::string& answer) {
  return linux_errno(ask_system(question, a, b, answer));
}

int WebHost::ask_system(HostQuestion question, const std::string& a, const std::string& b,
                        std::string& answer) {
  switch (question) {
    case HostQuestion::OpenFile:
    case HostQuestion::Status:
    case HostQuestion::LinkStatus:
      if (!fetch(a)) return EIO;
      break;
    case HostQuestion::ReadFile:
      if (a != "0") break;
      answer = input_.substr(input_start_, std::strtoul(b.c_str(), nullptr, 10));
      input_start_ += answer.size();
      return 0;
    case HostQuestion::WriteFile:
      if (a != "1" && a != "2") break;
      write(a == "1" ? 1 : 2, b);
      answer = std::to_string(b.size());
      return 0;
    case HostQuestion::TerminalFile:
      return ENOTTY;
    case HostQuestion::WaitFiles: {
      // Nobody writes while we wait: what is not ready now will not be.
      const int error = ask_files(question, a, "0", answer);
      const double milliseconds = std::strtod(b.c_str(), nullptr);
      if (error != 0 || !answer.empty()) return error;
      if (milliseconds < 0) return EDEADLK;
      if (milliseconds > 0) hothouse_sleep_ms(milliseconds);
      return 0;
    }
    default:
      break;
  }
  for (auto* part : {ask_folders, ask_files, ask_environment}) {
    const int error = part(question, a, b, answer);
    if (error != kNotAsked) return error;
  }
  return ENOSYS;
}

void WebHost::set_library(const std::string& folder, std::string_view paths) {
  library_ = folder;
  while (!paths.empty()) {
    const size_t end = paths.find('\n');
    remote_.insert(folder + "/" + std::string(paths.substr(0, end)));
    paths = end == std::string_view::npos ? std::string_view{} : paths.substr(end + 1);
  }
}

bool WebHost::kept_code(const std::string& name, std::string& bytes) {
  uint32_t count = 0;
  return take(hothouse_kept(name.c_str(), &count), count, bytes);
}

void WebHost::keep_code(const std::string& name, std::string_view bytes) {
  hothouse_keep(name.c_str(), bytes.data(), static_cast<uint32_t>(bytes.size()));
}

double WebHost::wall_seconds() { return hothouse_wall_ms() / 1e3; }

uint64_t WebHost::monotonic_ns() { return static_cast<uint64_t>(hothouse_monotonic_ms() * 1e6); }

void WebHost::sleep(double seconds) { hothouse_sleep_ms(seconds * 1e3); }

void WebHost::entropy(void* bytes, size_t count) {
  hothouse_entropy(bytes, static_cast<uint32_t>(count));
}

uintptr_t WebHost::native_stack_limit() { return emscripten_stack_get_base() - kStackBytes; }

}  // namespace hothouse::web
