#include "core/vm/unwind.h"

#include "core/bytecode/disassembler.h"
#include "core/objects/attributes.h"
#include "core/objects/exception.h"
#include "core/vm/tracing.h"

namespace hothouse {

namespace {

/// PEP 479: a StopIteration that leaves a generator is a RuntimeError, and so is a
/// StopAsyncIteration that leaves an asynchronous one.
void convert_stop_iteration(Vm& vm, const CodeBody* body) {
  Value stop = vm.state.pending;
  const bool asynchronous = (body->flags & kCodeAsyncGenerator) != 0;
  const bool plain = is_instance(vm, stop, TypeId::StopIteration);
  if (!plain && !(asynchronous && is_instance(vm, stop, TypeId::StopAsyncIteration))) return;
  vm.clear_pending();
  vm.raise(TypeId::RuntimeError,
           std::string(asynchronous                     ? "async generator"
                       : (body->flags & kCodeCoroutine) ? "coroutine"
                                                        : "generator") +
               (plain ? " raised StopIteration" : " raised StopAsyncIteration"));
  Value error = vm.pending();
  set_exception_field(vm, error, kExcCause, stop);
  set_exception_field(vm, error, kExcContext, stop);
  set_exception_field(vm, error, kExcSuppress, Value::true_value());
}

/// Makes a generator what it was before it was resumed: its own copies of the registers are those
/// of its last Yield.
void suspend_again(Generator* g, const CodeBody* body) {
  auto resume = static_cast<uint32_t>(g->resume_pc.as_int());
  bool started = body->insn_at(resume - 1).op == Op::Yield;
  g->aux = static_cast<uint16_t>(started ? GenState::Suspended : GenState::Created);
}

/// What a traceback's entry keeps of a frame.
Value traceback_frame(Vm& vm, Value* r) {
  if (const ObservedFrame* observed = vm.observed.find(r)) return observed->object;
  return vm.keeps_variables() ? frame_row(vm, r) : Value::none();
}

ReturnWord leave_observed(Vm& vm, Value* r) {
  if (vm.tracing != nullptr) vm.tracing->unwind();
  vm.observed.leave(r, static_cast<uint32_t>(vm.state.pc));
  return ReturnWord::decode(r[kFrameReturn]);
}

}  // namespace

const Insn* passed_attribute_load(const CodeBody& body, uint32_t pc) {
  if (pc == 0) return nullptr;
  const uint32_t at = instruction_of(body, pc - 1);
  const Op op = body.insn_at(at).op;
  return op == Op::LoadAttr || op == Op::LoadMethod ? &body.words[at].insn : nullptr;
}

bool unwind(Vm& vm) {
  for (bool again = vm.take_reraising();; again = false) {
    Value* r = vm.current_frame();
    Function* f = frame_function(r);
    CodeBody* body = f->body.get();
    auto pc = static_cast<uint32_t>(vm.state.pc);
    if (!again && lacks_attribute_context(vm, vm.state.pending)) {
      if (const Insn* load = passed_attribute_load(*body, pc)) {
        add_attribute_context(vm, vm.state.pending, r[load->b], body->names[load->c]);
      }
    }
    if (!(body->flags & kCodeInternal) && !again) {
      const Value frame = traceback_frame(vm, r);
      add_traceback(vm, vm.state.pending, Value::from_object(f), f->code, frame, pc - 1);
    }
    if (vm.tracing != nullptr) vm.tracing->raise(again);
    if (const HandlerRange* h = find_handler(body, pc)) {
      r[h->exc_reg] = vm.state.pending;
      vm.clear_pending();
      vm.state.pc = h->handler;
      return true;
    }
    bool generator = (body->flags & kCodeGenerator) && r[kFrameExtra].is_object();
    if (generator && r[kFrameExtra].as_object()->map >= kMapFixedCount) {
      // map, filter and their kin: an exception of the function they call passes through, and
      // they go on with the next element.
      suspend_again(static_cast<Generator*>(r[kFrameExtra].as_object()), body);
      generator = false;
    } else if (generator) {
      r[kFrameExtra].as_object()->aux = static_cast<uint16_t>(GenState::Finished);
      convert_stop_iteration(vm, body);
    }
    ReturnWord ret = ReturnWord::decode(r[kFrameReturn]);
    if (ret.action == Action::Observed) ret = leave_observed(vm, r);
    Value* caller = r - r[kFrameLink].as_int();
    vm.state.depth--;
    vm.set_frame(caller, ret.pc);
    if (ret.action == Action::Exit) return false;
    if (ret.action == Action::Close && is_instance(vm, vm.state.pending, TypeId::GeneratorExit)) {
      vm.clear_pending();
      caller[ret.dst] = Value::none();
      return true;
    }
    bool ends_iteration = ret.action == Action::ForIter || ret.action == Action::Send;
    if (ends_iteration && !generator && is_instance(vm, vm.state.pending, TypeId::StopIteration)) {
      if (vm.tracing != nullptr) {
        vm.tracing->raise(false);
        if (!is_instance(vm, vm.state.pending, TypeId::StopIteration)) continue;
      }
      if (ret.action == Action::Send) {
        bool needs_call = false;
        Value stop = vm.state.pending;
        vm.clear_pending();
        caller[ret.dst] = get_attribute(vm, stop, vm.types().name(NameId::Value), &needs_call);
      }
      vm.clear_pending();
      vm.state.pc = ret.pc + static_cast<uint32_t>(
                                 int32_t{frame_body(caller)->words[ret.pc - 1].insn.imm_c()});
      return true;
    }
  }
}

}  // namespace hothouse
