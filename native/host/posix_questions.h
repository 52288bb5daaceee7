// The questions of core/host.h that are about open files and processes. Neighbour: posix_host.cpp,
// which answers the others and hands these on.
#pragma once

#include <string>

#include "core/host.h"

struct stat;

namespace hothouse {

/// Mode, inode, ... of a file as HostQuestion::Status says.
std::string status_text(const struct stat& s);

int ask_files(HostQuestion question, const std::string& a, const std::string& b,
              std::string& answer);
int ask_processes(HostQuestion question, const std::string& a, const std::string& b,
                  std::string& answer);

}  // namespace hothouse
