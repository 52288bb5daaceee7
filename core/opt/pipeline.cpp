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

void run_pass(const Pass& pass, ir::Trace& trace, EditListener* listener, const UnitTraces* units) {
  PassContext context(pass.name, listener, units);
  if (listener) listener->on_pass_begin(pass.name, trace);
  pass.function(trace, context);
  if (listener) listener->on_pass_end(pass.name, trace);
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
  for (int step : steps()) {
    const Pass& pass = passes()[static_cast<size_t>(step)];
    if (is_disabled(pass.name)) continue;
    run_pass(pass, trace, listener, options.units);
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
