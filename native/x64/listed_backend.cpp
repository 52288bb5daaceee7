#include "native/x64/listed_backend.h"

#include <cstring>
#include <unordered_map>

#include "core/engine/unit_events.h"
#include "native/x64/compile.h"
#include "native/x64/listing.h"

namespace hothouse::x64 {

namespace {

std::string hex(const std::vector<uint8_t>& bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string result;
  result.reserve(2 * bytes.size());
  for (uint8_t b : bytes) {
    result += kDigits[b >> 4];
    result += kDigits[b & 15];
  }
  return result;
}

/// General registers that a budget leaves: rsp, r14 and r15 are spoken for.
uint32_t register_count(int budget) {
  constexpr int kAll = 13;
  return static_cast<uint32_t>(budget > 0 && budget < kAll ? budget : kAll);
}

class ListedBackend final : public backend::Backend {
 public:
  ListedBackend(std::unique_ptr<backend::Backend> inner, EventStream& events)
      : inner_(std::move(inner)), events_(events) {}

  const char* name() const override { return inner_->name(); }
  uint32_t vector_lanes() const override { return inner_->vector_lanes(); }
  bool supports(const ir::Trace& trace, std::string& reason) const override {
    return inner_->supports(trace, reason);
  }
  backend::CompileResult compile(const ir::Trace& trace,
                                 const backend::CompileOptions& options) override {
    backend::CompileResult result = inner_->compile(trace, options);
    if (result.ok && events_.on()) tell(trace, options);
    return result;
  }
  void link_bridge(backend::UnitId unit, uint32_t snapshot, backend::UnitId bridge) override {
    inner_->link_bridge(unit, snapshot, bridge);
  }
  backend::ExecuteResult execute(backend::UnitId unit, Value* base) override {
    return inner_->execute(unit, base);
  }
  Value call(backend::UnitId unit, Value* base) override { return inner_->call(unit, base); }
  void invalidate(backend::UnitId unit) override { inner_->invalidate(unit); }
  void free(backend::UnitId unit) override {
    inner_->free(unit);
    units_.erase(unit);
  }
  void visit_roots(RootVisitor& visitor) override { inner_->visit_roots(visitor); }

 private:
  void tell(const ir::Trace& trace, const backend::CompileOptions& options);

  std::unique_ptr<backend::Backend> inner_;
  EventStream& events_;
  std::unordered_map<backend::UnitId, CompiledUnit> units_;
};

void ListedBackend::tell(const ir::Trace& trace, const backend::CompileOptions& options) {
  std::string reason;
  if (!x64::supports(trace, reason)) return;
  CompileRequest request;
  request.options = options;
  request.options.assignments = true;
  request.find_unit = [this](backend::UnitId id) -> const CompiledUnit* {
    auto found = units_.find(id);
    return found == units_.end() ? nullptr : &found->second;
  };
  CompiledUnit unit = x64::compile(trace, request);
  if (!unit.ok) return;

  backend::CompileResult shown;
  shown.spills = unit.spilled_values;
  shown.assignments = unit.assignments;
  emit_intervals(events_, trace, shown, register_count(options.registers));

  bool runs = std::strcmp(inner_->name(), "x64") == 0;
  event::Machine e{.unit = trace.unit,
                   .backend = runs ? "x64" : "listing",
                   .bytes = unit.code.size(),
                   .instructions = {}};
  for (const ListedInstruction& listed : list(unit)) {
    bool owned = listed.op < trace.ops.size();
    e.instructions.push_back({.offset = listed.offset,
                              .bytes = hex(listed.bytes),
                              .text = listed.text,
                              .note = listed.note,
                              .op = owned ? static_cast<int64_t>(listed.op) : -1});
  }
  events_.emit(e);
  units_[trace.unit] = std::move(unit);
}

}  // namespace

std::unique_ptr<backend::Backend> with_listing(std::unique_ptr<backend::Backend> inner,
                                               EventStream& events) {
  return std::make_unique<ListedBackend>(std::move(inner), events);
}

}  // namespace hothouse::x64
