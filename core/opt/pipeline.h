// Runs the passes over a trace in the order of passes.def.
#pragma once

#include <string>
#include <vector>

#include "core/opt/pass.h"

namespace hothouse::opt {

struct OptOptions {
  std::vector<std::string> disabled;  // names of passes to leave out
  /// Verify after every pass. A debug build always does.
  bool verify = false;
  /// What jumps may lead to; without it loops are entered at their pre-rolls.
  const UnitTraces* units = nullptr;
  /// Pointers among the constants point to objects, which passes may read.
  bool has_objects = false;
};

/// All passes, each once, in the order of their rows.
const std::vector<Pass>& passes();
/// The pass of that name, or null.
const Pass* find_pass(const std::string& name);
/// Positions in passes(), in the order in which they run.
const std::vector<int>& steps();

/// Optimizes the trace in place. "" or, when verifying, the name of the pass that broke the trace
/// and how; the trace must not be compiled then.
std::string optimize(ir::Trace& trace, const OptOptions& options = {},
                     EditListener* listener = nullptr);

/// Runs a single pass; how many edits it made. For tests and for stepping through the pipeline.
uint32_t run_pass(const Pass& pass, ir::Trace& trace, EditListener* listener = nullptr,
                  const OptOptions& options = {});

}  // namespace hothouse::opt
