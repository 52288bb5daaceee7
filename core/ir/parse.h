// Reads the text form of traces (print.h tells how it looks). For tests, and for people who want
// to try a pass on a trace of their own.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/ir/trace.h"

namespace hothouse::ir {

struct ParseOptions {
  /// Address of the object with this name; 0 if there is none.
  std::function<uint64_t(std::string_view)> find_ref;
};

struct ParseResult {
  bool ok = false;
  std::string error;  // "line 3: ..."
  Trace trace;
};

/// Names may be any (`%left`), they need not be numbers. `trace` and snapshot lines may be left
/// out: guards without `!s` are refused by the verifier, not by the parser.
ParseResult parse(std::string_view text, const ParseOptions& options = {});

}  // namespace hothouse::ir
