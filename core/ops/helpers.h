// Helper tags: one type a helper, so that a machine's `call` knows the function, its types and
// its effects at compile time, and traces know it by id.
#pragma once

#include <type_traits>

#include "core/ir/helpers.h"
#include "core/ops/helper_functions.h"

#define HH_NOINLINE __attribute__((noinline))
#define HH_COLD __attribute__((noinline, cold))

namespace hothouse::h {

using namespace ir;  // NOLINT: the flags of helpers.def

#define HELPER(Name, effects)                    \
  struct Name {                                  \
    static constexpr auto fn = &helper::Name;    \
    static constexpr const char* name = #Name;   \
    static constexpr uint16_t flags = (effects); \
    static ir::HelperId id;                      \
  };
#include "core/ops/helpers.def"
#undef HELPER

/// Registers all of them (ir/helpers.h). Called once, before a trace is recorded or parsed.
void register_all();

template <class T>
constexpr char letter() {
  if constexpr (std::is_same_v<T, int64_t>)
    return 'i';
  else if constexpr (std::is_same_v<T, double>)
    return 'f';
  else if constexpr (std::is_same_v<T, bool>)
    return 'b';
  else if constexpr (std::is_same_v<T, Value>)
    return 'v';
  else if constexpr (std::is_same_v<T, Object*>)
    return 'r';
  else
    return '-';
}

}  // namespace hothouse::h
