#include "core/opt/pipeline.h"

#include <algorithm>

#include "core/ir/verify.h"
#include "core/opt/cleanup.h"

namespace hothouse::opt {

#define PASS(name, sentence) void run_##name(ir::Trace& trace, PassContext& context);
#include "core/opt/passes.def"

namespace {

enum class PassNumber {
#define PASS(name, sentence) name,
#include "core/opt/passes.def"
};

#ifdef HOTHOUSE_DEBUG
constexpr bool kAlwaysVerify = true;
#else
constexpr bool kAlwaysVerify = false;
#endif

}  // namespace

const char* action_name(Action action) {
  static const char* const kNames[] = {"removed",      "replaced", "forwarded",
                                       "strengthened", "hoisted",  "sunk",
                                       "deferred",     "inserted", "note"};
  return kNames[static_cast<int>(action)];
}

const std::vector<Pass>& passes() {
  static const auto* const kList = new std::vector<Pass>{
#define PASS(name, sentence) {#name, sentence, run_##name},
#include "core/opt/passes.def"
  };
  return *kList;
}

const Pass* find_pass(const std::string& name) {
  for (const Pass& pass : passes())
    if (name == pass.name) return &pass;
  return nullptr;
}

const std::vector<int>& steps() {
  static const auto* const kList = new std::vector<int>{
#define STEP(name) static_cast<int>(PassNumber::name),
#include "core/opt/passes.def"
  };
  return *kList;
}

uint32_t run_pass(const Pass& pass, ir::Trace& trace, EditListener* listener,
                  const OptOptions& options) {
  PassContext context(pass.name, listener, options.units, options.has_objects);
  if (listener) listener->on_pass_begin(pass.name, trace);
  pass.function(trace, context);
  if (listener) listener->on_pass_end(pass.name, trace);
  return context.edits();
}

std::string optimize(ir::Trace& trace, const OptOptions& options, EditListener* listener) {
  bool verifying = options.verify || kAlwaysVerify;
  auto is_disabled = [&options](const char* name) {
    return std::find(options.disabled.begin(), options.disabled.end(), name) !=
           options.disabled.end();
  };
  if (verifying) {
    std::string problem = ir::verify(trace);
    if (!problem.empty()) return "before optimizing: " + problem;
  }
  // A pass that has seen the trace as it is would find nothing: most traces are short and have no
  // loop that could be peeled, and what it costs to compile them is what short programs wait for.
  // That ops without uses are gone makes no difference to any of them.
  constexpr uint64_t kNever = ~uint64_t{0};
  std::vector<uint64_t> seen(passes().size(), kNever);
  uint64_t edits = 0;
  for (int step : steps()) {
    const Pass& pass = passes()[static_cast<size_t>(step)];
    if (is_disabled(pass.name)) continue;
    uint64_t& last = seen[static_cast<size_t>(step)];
    if (last == edits) {
      if (listener) listener->on_pass_begin(pass.name, trace);
      if (listener) listener->on_pass_end(pass.name, trace);
      continue;
    }
    uint32_t made = run_pass(pass, trace, listener, options);
    if (step != static_cast<int>(PassNumber::dce)) edits += made;
    last = edits;
    if (!verifying) continue;
    std::string problem = ir::verify(trace);
    if (!problem.empty()) return std::string(pass.name) + ": " + problem;
  }
  clean_up(trace);
  if (!verifying) return "";
  std::string problem = ir::verify(trace);
  return problem.empty() ? "" : "clean_up: " + problem;
}

}  // namespace hothouse::opt
