// PosixHost: code that is kept between runs, in files of the user's cache folder.
//
//   $PYTHONPYCACHEPREFIX, or $XDG_CACHE_HOME/hothouse, or ~/.cache/hothouse
//     <hash of the executable's path>/
//       <module>.py-1...      the build's stamp, then what core has kept
//
// A file is written under another name and then renamed, so that who reads at the same time sees
// the old one or the new one. What can't be written is not kept, and nobody is told: as with
// CPython's __pycache__, everything works without.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "native/host/posix_host.h"

namespace hothouse {

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

/// The folder that all builds share; "" if the environment names none.
std::string common_folder() {
  if (std::string prefix = variable("PYTHONPYCACHEPREFIX"); !prefix.empty()) {
    if (prefix[0] == '/') return prefix;
    char here[4096];  // the program may change its working folder
    return ::getcwd(here, sizeof here) == nullptr ? std::string() : here + ("/" + prefix);
  }
  if (std::string cache = variable("XDG_CACHE_HOME"); !cache.empty() && cache[0] == '/') {
    return cache + "/hothouse";
  }
  std::string home = variable("HOME");
  return home.empty() || home[0] != '/' ? std::string() : home + "/.cache/hothouse";
}

std::string executable_path() {
  char path[4096];
  ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
  return size <= 0 ? std::string() : std::string(path, static_cast<size_t>(size));
}

/// Makes a folder and those above it; false if it is not there then.
bool make_folders(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) == 0 || errno == EEXIST) return true;
  size_t slash = path.rfind('/');
  if (errno != ENOENT || slash == std::string::npos || slash == 0) return false;
  return make_folders(path.substr(0, slash)) && ::mkdir(path.c_str(), 0700) == 0;
}

}  // namespace

const std::string& PosixHost::code_folder() {
  if (knows_code_folder_) return code_folder_;
  knows_code_folder_ = true;
  const std::string folder = common_folder();
  const std::string executable = executable_path();
  struct stat status;
  if (folder.empty() || executable.empty() || ::stat(executable.c_str(), &status) != 0) {
    return code_folder_;
  }
  char text[64];
  std::snprintf(text, sizeof text, "/%016zx", std::hash<std::string>()(executable));
  code_folder_ = folder + text;
  // Another build in the same place has another size or time.
  std::snprintf(text, sizeof text, "%016llx%016llx%08lx",
                static_cast<unsigned long long>(status.st_size),
                static_cast<unsigned long long>(status.st_mtim.tv_sec),
                static_cast<unsigned long>(status.st_mtim.tv_nsec));
  program_stamp_ = text;
  if (!variable("PYTHONDONTWRITEBYTECODE").empty()) keeps_code_ = false;
  return code_folder_;
}

bool PosixHost::kept_code(const std::string& name, std::string& bytes) {
  if (code_folder().empty()) return false;
  int error = 0;
  if (!read_file(code_folder() + "/" + name, bytes, error)) return false;
  if (bytes.compare(0, program_stamp_.size(), program_stamp_) != 0) return false;
  bytes.erase(0, program_stamp_.size());
  return true;
}

void PosixHost::keep_code(const std::string& name, std::string_view bytes) {
  const std::string& folder = code_folder();
  if (folder.empty() || !keeps_code_ || !make_folders(folder)) return;
  const std::string path = folder + "/" + name;
  const std::string unfinished = path + "." + std::to_string(::getpid());
  int error = 0;
  if (write_file(unfinished, program_stamp_ + std::string(bytes), false, error) &&
      std::rename(unfinished.c_str(), path.c_str()) == 0) {
    return;
  }
  ::unlink(unfinished.c_str());
}

}  // namespace hothouse
