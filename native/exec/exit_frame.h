// What the exit thunk leaves on the native stack for on_native_exit.
#pragma once

#include "native/exec/x64_backend.h"
#include "native/x64/machine.h"

namespace hothouse::exec {

struct X64Backend::ExitFrame {
  uint64_t general[16];
  uint64_t floats[16];
  uint64_t unit;
  uint64_t exit;
  uint8_t frame[x64::kFrameBytes];
  uint64_t return_address;
};

}  // namespace hothouse::exec
