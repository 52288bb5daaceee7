// Engine: kernels, the loops that plugged-in modules make (kernels.h).
#include "core/engine/engine.h"

namespace hothouse {

uint32_t Engine::vector_lanes() const { return backends_.front()->vector_lanes(); }

uint32_t Engine::add_kernel(std::unique_ptr<ir::Trace> trace, bool warm) {
  uint32_t id = new_unit();
  trace->kind = ir::TraceKind::Kernel;
  trace->unit = id;
  if (events_.on()) {
    event::RecordStart e;
    e.kind = "kernel";
    e.unit = id;
    e.code = trace->code_id;
    e.pc = trace->pc;
    e.line = trace->origins[0].line;
    e.name = trace->name;
    e.parent_unit = e.parent_exit = -1;
    events_.emit(e);
  }
  auto u = std::make_unique<Unit>();
  u->trace = std::move(trace);
  return compile(std::move(u), warm ? backends_.size() - 1 : 0) ? id : 0;
}

void Engine::run_kernel(uint32_t id, Value* base) { unit(id).backend->execute(id, base); }

}  // namespace hothouse
