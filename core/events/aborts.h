// AbortReason: why a recording was given up. A value like any other result; the table says what
// it means for people.
#pragma once

#include <cstdint>

namespace hothouse {

enum class AbortReason : uint8_t {
#define ABORT(Name, id, what, remedy) Name,
#include "core/events/aborts.def"
#undef ABORT
  kCount
};

struct AbortInfo {
  const char* id;
  const char* what;    // completes "the trace was given up because ..."
  const char* remedy;  // what the author of the program can do about it
};

const AbortInfo& abort_info(AbortReason reason);

}  // namespace hothouse
