// What can be shown without running a program.
#pragma once

#include <string>

#include "native/cli/arguments.h"
#include "native/host/posix_host.h"

namespace hothouse {

/// The bytecode of all code objects of a program, on standard output. The exit status.
int disassemble_program(const Arguments& arguments, PosixHost& host);

/// Names of the optimizer's passes, a line each.
std::string list_passes();

}  // namespace hothouse
