// Threads of the system behind core/host.h's ThreadHost. Neighbour: posix_host.cpp, which owns
// them.
#pragma once

#include <cstdint>
#include <memory>

#include "core/host.h"

namespace hothouse {

/// Bytes of the native stack that C code below a trace (helpers, libffi, libm) may need.
constexpr uintptr_t kStackReserve = 256 * 1024;

/// The limit of the main thread's stack, and the size of others'.
uintptr_t usual_stack_bytes();

std::unique_ptr<ThreadHost> make_posix_threads();

}  // namespace hothouse
