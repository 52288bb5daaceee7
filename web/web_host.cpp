#include "web/web_host.h"

#include <emscripten/stack.h>

#include <cerrno>

extern "C" {
void hothouse_write(int fd, const char* bytes, uint32_t count);
double hothouse_monotonic_ms();
double hothouse_wall_ms();
void hothouse_sleep_ms(double ms);
void hothouse_entropy(void* bytes, uint32_t count);
}

namespace hothouse::web {

namespace {

/// Browsers give a worker's WebAssembly about a megabyte of native stack, which cannot be measured.
/// Our own stack in linear memory grows with it, more slowly: this much of it is allowed.
constexpr uintptr_t kStackBytes = 512 << 10;

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

bool WebHost::read_file(const std::string& path, std::string& bytes, int& error) {
  auto found = files_.find(path);
  if (found == files_.end()) {
    error = is_directory(path) ? EISDIR : ENOENT;
    return false;
  }
  bytes = found->second;
  return true;
}

bool WebHost::write_file(const std::string& path, std::string_view bytes, bool append, int&) {
  std::string& file = files_[path];
  if (!append) file.clear();
  file += bytes;
  return true;
}

bool WebHost::file_exists(const std::string& path) { return files_.count(path) != 0; }

bool WebHost::is_directory(const std::string& path) {
  if (path.empty() || path == "." || path == "/") return true;
  std::string prefix = path.back() == '/' ? path : path + "/";
  auto next = files_.lower_bound(prefix);
  return next != files_.end() && next->first.compare(0, prefix.size(), prefix) == 0;
}

double WebHost::wall_seconds() { return hothouse_wall_ms() / 1e3; }

uint64_t WebHost::monotonic_ns() { return static_cast<uint64_t>(hothouse_monotonic_ms() * 1e6); }

void WebHost::sleep(double seconds) { hothouse_sleep_ms(seconds * 1e3); }

void WebHost::entropy(void* bytes, size_t count) {
  hothouse_entropy(bytes, static_cast<uint32_t>(count));
}

uintptr_t WebHost::native_stack_limit() { return emscripten_stack_get_base() - kStackBytes; }

}  // namespace hothouse::web
