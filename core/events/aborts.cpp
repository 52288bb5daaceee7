#include "core/events/aborts.h"

namespace hothouse {

namespace {

constexpr AbortInfo kAbortInfo[] = {
#define ABORT(Name, id, what, remedy) {id, what, remedy},
#include "core/events/aborts.def"
#undef ABORT
};

}  // namespace

const AbortInfo& abort_info(AbortReason reason) { return kAbortInfo[static_cast<int>(reason)]; }

}  // namespace hothouse
