// What HostQuestion::Status and FileStatus say of a file.
#pragma once

#include <string>

struct stat;

namespace hothouse {

/// Mode, inode, ... as HostQuestion::Status says.
std::string status_text(const struct stat& s);

}  // namespace hothouse
