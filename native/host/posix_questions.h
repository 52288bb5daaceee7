// The questions of core/host.h that POSIX answers, each part in a file of its name; and whole
// files. What is here knows nothing of PosixHost: Emscripten has these calls too, and the browser's
// host answers most questions by them.
#pragma once

#include <string>
#include <string_view>

#include "core/host.h"

namespace hothouse {

/// The answer of a part to a question that is none of its own.
constexpr int kNotAsked = -1;

/// Folders, and the names in them.
int ask_folders(HostQuestion question, const std::string& a, const std::string& b,
                std::string& answer);
/// Open files.
int ask_files(HostQuestion question, const std::string& a, const std::string& b,
              std::string& answer);
/// The environment, the time zone that it names, and who we are.
int ask_environment(HostQuestion question, const std::string& a, const std::string& b,
                    std::string& answer);
/// Children, and signals to them.
int ask_processes(HostQuestion question, const std::string& a, const std::string& b,
                  std::string& answer);

bool path_exists(const std::string& path);
bool is_folder(const std::string& path);
/// The whole file; 0 or errno.
int read_whole_file(const std::string& path, std::string& bytes);
/// Makes the file these bytes, or appends them; 0 or errno.
int write_whole_file(const std::string& path, std::string_view bytes, bool append);
/// Writes all of `bytes` to a descriptor; 0 or errno.
int write_all(int fd, std::string_view bytes);

}  // namespace hothouse
