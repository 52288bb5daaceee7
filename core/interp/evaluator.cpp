// The Evaluator's rare paths. They take the Vm, not the machine: see evaluator.h.
#include "core/interp/evaluator.h"

#include "core/builtins/registry.h"
#include "core/objects/attributes.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/ops/generators.h"
#include "core/vm/arguments.h"
#include "core/vm/tracing.h"

namespace hothouse::evaluator {

HH_COLD AttributePlan fill_load_cache(Vm& vm, Word* cache, Value object, Value name) {
  bool cacheable = false;
  AttributePlan plan = find_load_plan(vm, object, name, &cacheable);
  if (cacheable && object.is_object()) {
    vm.inline_caches.fill(cache[0].cache,
                          object.as_object()->map | static_cast<uint64_t>(plan.kind) << 32 |
                              static_cast<uint64_t>(plan.one_object) << 40 | kCacheFilled);
    cache[1].cache = plan.cell != nullptr
                         ? static_cast<uint64_t>(reinterpret_cast<uintptr_t>(plan.cell))
                         : plan.slot;
    cache[2].cache = plan.one_object ? object.bits() : 0;
  }
  return plan;
}

HH_COLD AttributePlan fill_store_cache(Vm& vm, Word* cache, Value object, Value name, Value x) {
  bool cacheable = false;
  AttributePlan plan = find_store_plan(vm, object, name, x, &cacheable);
  if (cacheable && object.is_object()) {
    vm.inline_caches.fill(cache[0].cache,
                          object.as_object()->map | static_cast<uint64_t>(plan.kind) << 32 |
                              kCacheFilled | (plan.floats_only ? kCacheFloatsOnly : 0));
    cache[1].cache = plan.slot | static_cast<uint64_t>(plan.next_map) << 32;
  }
  return plan;
}

HH_COLD NameCell* fill_global_cache(Vm& vm, Word* cache, Value* r, uint16_t name) {
  bool cacheable = false;
  Function* f = frame_function(r);
  NameCell* cell = find_global_cell(vm, f, f->body.get()->names[name], &cacheable);
  if (cacheable) {
    vm.inline_caches.fill(cache->cache, static_cast<uint64_t>(reinterpret_cast<uintptr_t>(cell)));
  }
  return cell;
}

HH_COLD void store_global(Vm& vm, Word* cache, Value* r, uint16_t name, Value v) {
  Function* f = frame_function(r);
  NameCell* cell = namespace_set(vm, f->globals, f->body.get()->names[name], v);
  if (cell->gc & kGcOld) {
    vm.inline_caches.fill(cache->cache, static_cast<uint64_t>(reinterpret_cast<uintptr_t>(cell)));
  }
}

HH_COLD bool stack_overflow(Vm& vm, CodeBody* body, Value* window) {
  constexpr uint32_t kRoom = 512;  // arguments that are being rearranged
  const Value* end = window + kFrameHeader + (body != nullptr ? body->register_count : 0) + kRoom;
  if (vm.state.depth < vm.state.depth_limit && vm.extend_stack(end)) return true;
  vm.raise(TypeId::RecursionError, "maximum recursion depth exceeded");
  return false;
}

HH_COLD bool bind_slow(Vm& vm, Function* function, Value* window, uint32_t n, Value names) {
  return bind_function_arguments(vm, function, window + kFrameHeader, n, names);
}

HH_COLD Value bind_python_version(Vm& vm, const BuiltinDef* def, Value* window, uint32_t n,
                                  Value names) {
  Value function = python_version(vm, *def);
  if (function.is_raised()) return function;
  Value bound[kMaxBuiltinParameters];
  if (!bind_arguments(vm, *def, window + kFrameHeader, n, names, bound)) return Value::raised();
  uint32_t count = signature_of(vm, *def).total();
  python_arguments(function, bound, count);
  for (uint32_t k = 0; k < count; k++) window[kFrameHeader + k] = bound[k];
  return function;
}

HH_COLD Value spread_keywords(Vm& vm, Value keywords, Value* out) {
  // all keys are strings: DictMerge has made sure
  uint64_t count = dict_count(keywords);
  auto* tuple = vm.heap().make<Tuple>(Kind::Tuple, count * sizeof(Value));
  tuple->length = count;
  uint64_t position = 0;
  Value key, v;
  for (uint32_t k = 0; dict_next(keywords, &position, &key, &v); k++) {
    tuple->data()[k] = is_interned(key) ? key : str_intern(vm, key);
    out[k] = v;
  }
  return Value::from_object(tuple);
}

Value new_instance_slow(Vm& vm, Type* type) { return make_instance(vm, type); }

HH_COLD bool hot_function(Vm& vm) {
  if (vm.stops_calls()) {
    if (!vm.safepoint()) {
      vm.state.pc = 1;  // in the function's first instruction
      return false;
    }
    if (frame_body(vm.current_frame())->call_heat < vm.call_threshold) return true;
  }
  return vm.jit == nullptr || vm.jit->on_function_entry(vm.current_frame());
}

HH_COLD bool leave_observed(Vm& vm, Value* result) {
  if (vm.tracing != nullptr) return vm.tracing->leave(result);
  vm.observed.leave(vm.current_frame(), static_cast<uint32_t>(vm.state.pc));
  return true;
}

/// The original of the instrumented instruction, or kCount: an exception is pending.
HH_COLD Op instrumented(Vm& vm) {
  const CodeBody* body = frame_body(vm.current_frame());
  const Op original = body->insn_at(vm.state.pc - 1).op;
  const bool ok = vm.tracing == nullptr || vm.tracing->at_instruction();
  return ok ? original : Op::kCount;
}

}  // namespace hothouse::evaluator

namespace hothouse {

Value Evaluator::type_constructor(Type* type) { return hothouse::type_constructor(vm_, type); }

bool Evaluator::branch_sense() const {
  Op op = body()->insn_at(next_pc() - 1).op;
  return op == Op::JumpTrue || (op >= Op::JumpLt && op <= Op::JumpGe) ||
         (op >= Op::JumpLtI && op <= Op::JumpGeI);
}

Object* Evaluator::new_list(MapId map, const Value* row, uint32_t n) {
  if (n == 0) return make_list(vm_).as_object();
  Heap& heap = vm_.heap();
  auto* list = heap.make<List>(Kind::List);
  list->map = map;
  list->length = n;
  if (map == kMapList) {
    auto* cells = heap.make<Cells>(Kind::Cells, n * sizeof(Value));
    cells->capacity = n;
    std::copy(row, row + n, cells->data());
    list->items = Value::from_object(cells);
    return list;
  }
  const size_t bytes = map == kMapListBool ? n : n * sizeof(int64_t);
  auto* raw = heap.make<Raw>(Kind::Raw, bytes);
  raw->capacity = bytes;
  for (uint32_t k = 0; k < n; k++) {
    if (map == kMapListI64) {
      as_int64(row[k], &raw->i64()[k]);
    } else if (map == kMapListF64) {
      raw->f64()[k] = row[k].as_double();
    } else {
      raw->data()[k] = row[k].is_true();
    }
  }
  list->items = Value::from_object(raw);
  return list;
}

Object* Evaluator::new_generator() {
  CodeBody* code = body();
  auto* g = vm_.heap().make<Generator>(Kind::Generator, code->register_count * sizeof(Value));
  if (code->flags & kCodeCoroutine) g->map = kMapCoroutine;
  if (code->flags & kCodeAsyncGenerator) g->map = kMapAsyncGenerator;
  g->aux = static_cast<uint16_t>(GenState::Created);
  Function* f = function();
  g->function = Value::from_object(f);
  g->resume_pc = Value::small_int(next_pc());
  g->name = f->name;
  g->qualname = f->qualname;
  g->delegate = Value::undefined();
  g->register_count = code->register_count;
  for (uint32_t k = 0; k < code->register_count; k++) g->registers()[k] = Value::undefined();
  // Who forgets to await it will be told.
  if ((code->flags & (kCodeCoroutine | kCodeInternal)) == kCodeCoroutine) {
    vm_.types().hooks.made_finalizable(vm_, Value::from_object(g));
  }
  return g;
}

Value Evaluator::generator_exit() { return make_exception(vm_, TypeId::GeneratorExit, ""); }

Flow Evaluator::exit_frame(Val v) {
  result = v;
  r -= r[kFrameLink].as_int();
  vm_.state.depth--;
  return Flow::Exit;
}

Flow Evaluator::back_edge(int32_t offset) {
  Word* counter = pc - 1;
  if (vm_.state.nursery.soft == 0) {
    sync();
    if (!vm_.safepoint()) return Flow::Raise;
  }
  auto count = static_cast<int64_t>(counter->cache);
  if (vm_.loop_threshold != 0 && count + 1 >= static_cast<int64_t>(vm_.loop_threshold)) {
    // the frame stands at the loop's header when the engine sees it
    vm_.set_frame(r, static_cast<uint32_t>(pc - 2 - words));
    bool ok = vm_.jit->on_back_edge(r, static_cast<uint32_t>(pc - 2 - words));
    reload();
    return ok ? Flow::Frame : Flow::Raise;
  }
  counter->cache = static_cast<uint64_t>(count + 1);
  pc += offset;
  return Flow::Next;
}

}  // namespace hothouse
