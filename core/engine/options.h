// JitOptions: what --jit on the command line and the web site's controls set.
//
// Neighbours: jit_options.def (the table), native/cli and web (who parse it), engine.h (who obeys).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hothouse {

namespace jit_option {
using Count = uint64_t;
using Size = uint64_t;
using Word = std::string;
using Names = std::vector<std::string>;
using Flag = bool;
}  // namespace jit_option

struct JitOptions {
  bool enabled = true;
#define JIT_OPTION(member, name, Kind, standard, values, sentence) \
  jit_option::Kind member = standard;
#include "core/engine/jit_options.def"
#undef JIT_OPTION

  /// Calls until a function is recorded, derived from loop_threshold.
  uint32_t call_threshold() const {
    return static_cast<uint32_t>(loop_threshold < 3 ? loop_threshold : loop_threshold / 3);
  }
};

enum class JitOptionKind : uint8_t { Count, Size, Word, Names, Flag };

struct JitOptionInfo {
  const char* name;
  JitOptionKind kind;
  const char* standard;  // the default as text; empty: see the sentence
  const char* values;
  const char* sentence;
};
extern const JitOptionInfo kJitOptions[];
extern const size_t kJitOptionCount;

/// Sets what `text` says: "off", "on", or settings "name=value" and flags, separated by commas.
/// Several calls add up. False, and one line in `error`, if it cannot be understood.
bool parse_jit_options(std::string_view text, JitOptions& options, std::string& error);

/// A line for each option, for --help.
std::string describe_jit_options();

}  // namespace hothouse
