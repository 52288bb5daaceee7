// Engine: function units - entering them from the interpreter, finishing what they leave, and
// calls that have no native entry.
//
//   interpreter --execute--> unit --CallUnit--> unit --exit--> finish_call: nested interpreter
//                             |                  |                          |
//                             |                  +<-- result or raised -----+
//                             +--CallUnit--> call_interpreted: nested interpreter, until it is hot
//
// Invariant: a frame that a unit or C++ code waits for has Action::Exit in its ReturnWord, so that
// the nested interpreter ends with it. One that the interpreter entered natively by execute() may
// have any action: its result goes through Vm::return_stub().
#include "core/engine/engine.h"
#include "core/engine/native_entry.h"
#include "core/interp/dispatch.h"
#include "core/interp/evaluator.h"
#include "core/vm/unwind.h"

namespace hothouse {

namespace {
/// Bodies that are no functions one calls: generators start by making an object, the others run
/// once.
constexpr uint32_t kNeverCompiled = kCodeGenerator | kCodeModule | kCodeClassBody;
}  // namespace

bool Engine::has_room() const {
  if (vm_.state.depth + kMaxInlinedFrames >= vm_.state.depth_limit) return false;
  char here;
  return reinterpret_cast<uintptr_t>(&here) > vm_.state.native_stack_limit;
}

bool Engine::on_function_entry(Value* r) {
  CodeBody* body = frame_body(r);
  vm_.set_frame(r, 0);
  if (body->entry_unit != 0) return !has_room() || run_unit(r, body->entry_unit);
  if (body->flags & kNeverCompiled) {
    body->call_heat = kNever;
    return true;
  }
  if (!may_record()) {
    body->call_heat = 0;
    return true;
  }
  tell_heat(body, 0, options_.call_threshold());
  return record_function(r, body);
}

void Engine::return_from_unit(Value* r, Value result) {
  r[kFrameFunction] = vm_.return_stub();
  r[0] = result;
  vm_.set_frame(r, 0);
}

bool Engine::stop_at_safepoint() {
  if (!nursery_is_full()) return false;
  if (!vm_.heap().safepoint_requested()) vm_.heap().request_collection();
  return true;
}

Value Engine::finish_frame(bool raises) {
  if (raises && !unwind(vm_)) return Value::raised();
  return run(vm_);
}

Value Engine::finish_call(uint32_t id, uint32_t snapshot, Value* base) {
  Unit& u = unit(id);
  const ir::Snapshot& s = u.trace->snapshots[snapshot];
  ExitState& exit = u.exits[snapshot];
  bool raises = s.resume == ir::Resume::Raise;
  if (exit.safepoint && stop_at_safepoint()) {
    raises = !vm_.safepoint();
    if (raises) vm_.state.pc++;  // in the instruction that comes next
    // At the function's start: the call is made again.
    bool at_start = u.trace->kind == ir::TraceKind::Function && s.base == 0 && s.pc == 0;
    if (!raises && at_start && u.valid && !nursery_is_full()) return u.backend->call(id, base);
  } else if (!raises && !exit.safepoint && u.valid && asks_for_bridge(exit)) {
    raises = !record_bridge(id, snapshot);
  }
  return finish_frame(raises);
}

Value Engine::run_frame(Value* r) {
  CodeBody* body = frame_body(r);
  vm_.set_frame(r, 0);
  bool hot = ++body->call_heat >= vm_.calls_until_hot;
  return finish_frame(hot && !on_function_entry(r));
}

uint64_t Engine::call_interpreted(uint32_t, Value* base) {
  CodeBody* callee = frame_body(base);
  auto end = reinterpret_cast<uintptr_t>(base + callee->register_count);
  bool fits = end < vm_.state.stack_limit && vm_.state.depth < vm_.state.depth_limit;
  if (!fits && !evaluator::stack_overflow(vm_, callee, base - kFrameHeader)) {
    return Value::raised().bits();
  }
  vm_.state.depth++;
  return run_frame(base).bits();
}

bool Engine::enter_natively(Value function, const Value* args, uint32_t count, Value* result) {
  CodeBody* body = function.as<Function>()->body.get();
  uint32_t id = body->entry_unit;
  if (id == 0 || !body->simple_parameters() || count != body->positional_count) return false;
  Unit& u = unit(id);
  VmState& state = vm_.state;
  Value* window = vm_.stack_top();
  Value* r = window + kFrameHeader;
  bool fits = reinterpret_cast<uintptr_t>(r + body->register_count) < state.stack_limit;
  if (!u.valid || !fits || !has_room()) return false;
  uint64_t top = state.top, pc = state.pc;
  auto depth = state.depth;
  int64_t delta = top == 0 ? r - vm_.stack() : r - vm_.current_frame();
  window[0] = function;
  window[1] = ReturnWord{static_cast<uint32_t>(pc), 0, Action::Exit}.encode();
  window[2] = Value::small_int(delta);
  window[3] = Value::undefined();
  for (uint32_t k = 0; k < count; k++) r[k] = args[k];
  state.depth++;
  *result = u.backend->call(id, r);
  state.top = top;
  state.pc = pc;
  state.depth = depth;
  return true;
}

Value call_by_native_entry(Vm& vm, Value callable, const Value* args, uint32_t count) {
  Value result;
  if (vm.jit != nullptr && callable.is_object() && callable.as_object()->is(Kind::Function) &&
      static_cast<Engine*>(vm.jit)->enter_natively(callable, args, count, &result)) {
    return result;
  }
  return vm.call(callable, args, count);
}

}  // namespace hothouse
