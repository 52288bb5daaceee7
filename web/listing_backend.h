// ListingBackend: another backend, and beside it the x86-64 code of each trace it compiles, told as
// events. The code is shown, never run; it is byte for byte what the native build makes.
#pragma once

#include <memory>
#include <unordered_map>

#include "core/backend/backend.h"
#include "core/events/events.h"
#include "native/x64/compile.h"

namespace hothouse::web {

/// The units of all backends of an engine as x86-64 code: a bridge's code depends on its parent's.
class Listing {
 public:
  explicit Listing(EventStream& events) : events_(events) {}
  void add(const ir::Trace& trace, int registers);

 private:
  EventStream& events_;
  std::unordered_map<backend::UnitId, std::unique_ptr<x64::CompiledUnit>> units_;
};

class ListingBackend final : public backend::Backend {
 public:
  ListingBackend(std::unique_ptr<backend::Backend> runs, Listing& listing)
      : runs_(std::move(runs)), listing_(listing) {}

  const char* name() const override { return runs_->name(); }
  bool supports(const ir::Trace& trace, std::string& reason) const override {
    return runs_->supports(trace, reason);
  }
  backend::CompileResult compile(const ir::Trace& trace,
                                 const backend::CompileOptions& options) override;
  void link_bridge(backend::UnitId unit, uint32_t snapshot, backend::UnitId bridge) override {
    runs_->link_bridge(unit, snapshot, bridge);
  }
  backend::ExecuteResult execute(backend::UnitId unit, Value* base) override {
    return runs_->execute(unit, base);
  }
  Value call(backend::UnitId unit, Value* base) override { return runs_->call(unit, base); }
  void invalidate(backend::UnitId unit) override { runs_->invalidate(unit); }
  void free(backend::UnitId unit) override { runs_->free(unit); }
  void visit_roots(RootVisitor& visitor) override { runs_->visit_roots(visitor); }

 private:
  std::unique_ptr<backend::Backend> runs_;
  Listing& listing_;
};

}  // namespace hothouse::web
