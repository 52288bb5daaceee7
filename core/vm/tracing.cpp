#include "core/vm/tracing.h"

#include "core/bytecode/disassembler.h"
#include "core/bytecode/instrument.h"
#include "core/objects/attributes.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/vm/threads.h"

namespace hothouse {

namespace {

/// Takes the pending exception away while Python runs, and puts it back unless another is pending
/// then.
class HeldException {
 public:
  explicit HeldException(Vm& vm) : vm_(vm), held_(vm, vm.pending()) { vm_.clear_pending(); }
  ~HeldException() {
    if (!vm_.raised()) vm_.raise_again(held_);
  }
  HeldException(const HeldException&) = delete;
  HeldException& operator=(const HeldException&) = delete;
  Value get() const { return held_; }

 private:
  Vm& vm_;
  Rooted held_;
};

/// A function of the library that is written in Python here, and in C in CPython.
bool stands_for_builtin(Leaf& vm, Value callee) {
  if (!callee.is_object() || !callee.as_object()->is(Kind::Function)) return false;
  const auto* f = callee.as<Function>();
  if ((f->body.get()->flags & kCodeInternal) == 0) return false;
  return f->module == vm.intern("sys") || f->module == vm.intern("_lsprof") ||
         f->name == vm.intern("__build_class__");
}

/// The function written in C that a call in that window calls, or undefined.
Value called_builtin(Leaf& vm, const Value* r, const Insn& insn) {
  Value callee = r[insn.b];
  if (callee.is_object() && callee.as_object()->is(Kind::BoundMethod)) {
    callee = callee.as<BoundMethod>()->function;
  }
  const bool is_builtin = callee.is_object() && callee.as_object()->is(Kind::Builtin);
  if (!is_builtin && !stands_for_builtin(vm, callee)) return Value::undefined();
  const bool may_have_self = insn.op == Op::CallMethod || insn.op == Op::CallMethodKw;
  const Value self = may_have_self ? r[insn.b + kFrameHeader] : Value::undefined();
  return self.is_undefined() ? r[insn.b] : bind_method(vm, r[insn.b], self);
}

}  // namespace

Tracing::Thread& Tracing::thread() { return threads_[vm_.threads().current().number]; }

void Tracing::set(Value Thread::*function, Value v) {
  thread().*function = v;
  update();
}

void Tracing::end_thread(uint64_t number) {
  if (threads_.erase(number) != 0) update();
}

/// Instruments what there is, or takes it back.
void Tracing::update() {
  const bool was_on = on(), had_calls = with_calls_;
  active_ = 0;
  with_calls_ = false;
  for (const auto& [number, t] : threads_) {
    active_ += t.is_on();
    with_calls_ = with_calls_ || !t.profile.is_none();
  }
  if (on() == was_on && with_calls_ == had_calls) return;
  if (vm_.jit != nullptr && on() != was_on) vm_.jit->tracing_changed(on());
  instrument_all(vm_, on(), with_calls_);
}

bool Tracing::tell(Value function, Value* r, const char* event, Value arg) {
  const ObservedFrame* f = vm_.observed.find(r);
  if (f == nullptr) return true;
  const uint64_t number = vm_.threads().current().number;
  const Value args[] = {function, f->object, vm_.intern(event), arg};
  threads_[number].inside++;
  const bool ok = !vm_.call(deliver_, args, 4).is_raised();
  Thread& t = threads_[number];
  if (t.inside > 0) t.inside--;
  return ok;
}

bool Tracing::tell_local(Value* r, const char* event, Value arg) {
  const ObservedFrame* f = vm_.observed.find(r);
  if (f == nullptr || thread().trace.is_none()) return true;
  const Value local = instance_get(vm_, f->object, vm_.intern("_trace"));
  if (local.is_none() || local.is_undefined()) return true;
  return tell(local, r, event, arg);
}

bool Tracing::enter() {
  if (!thread().listens()) return true;
  Value* r = vm_.current_frame();
  if (frame_body(r)->flags & kCodeInternal) return true;
  CodeBody* body = frame_body(r);
  const auto pc = static_cast<uint32_t>(vm_.state.pc);
  const bool is_generator = (body->flags & kCodeGenerator) != 0;
  Value object = is_generator ? vm_.observed.take_suspended(r[kFrameExtra]) : Value::undefined();
  const uint32_t first = is_generator ? 2 : 1;  // behind the instruction that is instrumented
  const bool at_start = pc == first;
  if (at_start) {
    for (size_t k = body->parameter_count(); k < body->local_names.size(); k++) {
      r[k] = Value::undefined();
    }
  }
  if (object.is_undefined()) {
    Function* f = frame_function(r);
    object = vm_.call(make_frame_, f->code, namespace_live_dict(vm_, f->globals));
    if (object.is_raised()) return false;
    instance_set(vm_, object, vm_.intern("_function"), r[kFrameFunction]);
  }
  instance_set(vm_, object, vm_.intern("_lives"), Value::true_value());
  ObservedFrame& f = vm_.observed.observe(r, object);
  const Value exact = instance_get(vm_, object, vm_.intern("_exact"));
  f.is_exact = at_start || exact.is_true();
  f.at_start = at_start;
  if (!at_start) f.line = body->positions[pc - 2].line;
  // It is still on the line that it was suspended on.
  if (!at_start) vm_.set_frame(r, pc - 1);
  if (!thread().trace.is_none() && !tell(thread().trace, r, "call", Value::none())) return false;
  if (!thread().profile.is_none() && !tell(thread().profile, r, "call", Value::none()))
    return false;
  vm_.set_frame(r, pc);
  return true;
}

bool Tracing::at_instruction() {
  if (!thread().listens()) return true;
  Value* r = vm_.current_frame();
  CodeBody* body = frame_body(r);
  const auto pc = static_cast<uint32_t>(vm_.state.pc) - 1;
  const std::shared_ptr<const Instruments> instruments = body->instruments;
  const uint8_t spots = instruments->spots[pc];
  if ((spots & kSpotStart) && vm_.observed.find(r) == nullptr && !enter()) return false;
  ObservedFrame* f = vm_.observed.find(r);
  if (f == nullptr) return true;
  if ((spots & kSpotCalled) && !f->called.is_undefined()) {
    const Value called = std::exchange(f->called, Value::undefined());
    const Value profile = thread().profile;
    if (!profile.is_none() && !tell(profile, r, "c_return", called)) return false;
  }
  if (const uint32_t jump = std::exchange(f->jump, 0); jump != 0) {
    uint32_t target = 0;
    const bool is_taken = jump_target(*body, jump - 1, &target) && target == pc;
    if (is_taken && !tell_passed(r, jump - 1, true)) return false;
  }
  if ((spots & kSpotPassed) && !tell_passed(r, pc, false)) return false;
  if ((spots & kSpotLine) && !tell_line(r, pc)) return false;
  f = vm_.observed.find(r);
  if (f == nullptr) return true;
  f->went_back = f->went_back || (spots & kSpotBack) != 0;
  if (spots & kSpotTaken) f->jump = pc + 1;
  if (spots & kSpotCall) return tell_call(r, body->insn_at(pc));
  return true;
}

bool Tracing::tell_line(Value* r, uint32_t pc) {
  const CodeBody* body = frame_body(r);
  const int32_t line = body->positions[pc].line;
  // A loop's own back edge has its header's line, and is told there.
  uint32_t target = 0;
  const bool is_back = body->insn_at(pc).op == Op::JumpBack && jump_target(*body, pc, &target);
  if (line <= 0 || (is_back && body->positions[target].line == line)) return true;
  return tell_line(r, vm_.observed.find(r), line);
}

/// The lines that are passed at a word, which have no instructions.
bool Tracing::tell_passed(Value* r, uint32_t pc, bool is_taken) {
  ObservedFrame* f = vm_.observed.find(r);
  const bool is_again = f != nullptr && f->went_back;
  for (const PassedLine& passed : frame_body(r)->passed_lines) {
    if (passed.pc != pc || (passed.when == PassedLine::kTaken) != is_taken) continue;
    if (passed.when == PassedLine::kEntered && is_again) continue;
    f = vm_.observed.find(r);
    if (f == nullptr) return true;
    f->passed_line = passed.line;
    const bool ok = tell_line(r, f, passed.line);
    f = vm_.observed.find(r);
    if (f != nullptr) f->passed_line = 0;
    if (!ok) return false;
  }
  return true;
}

bool Tracing::tell_line(Value* r, ObservedFrame* f, int32_t line) {
  if (f == nullptr) return true;
  const bool is_new = line != f->line || f->went_back || f->at_start;
  f->line = line;
  f->went_back = f->at_start = false;
  if (!is_new) return true;
  if (!instance_get(vm_, f->object, vm_.intern("_lines")).is_true()) return true;
  return tell_local(r, "line", Value::none());
}

bool Tracing::tell_call(Value* r, const Insn& insn) {
  const Value profile = thread().profile;
  const Value called = called_builtin(vm_, r, insn);
  if (profile.is_none() || called.is_undefined()) return true;
  vm_.observed.find(r)->called = called;
  return tell(profile, r, "c_call", called);
}

bool Tracing::tell_return(Value* r, Value* result) {
  Rooted kept(vm_, *result);
  bool ok = tell_local(r, "return", kept);
  // What the function has set meanwhile counts.
  if (ok && !thread().profile.is_none()) ok = tell(thread().profile, r, "return", kept);
  *result = kept;
  return ok;
}

bool Tracing::leave(Value* result) {
  Value* r = vm_.current_frame();
  if (thread().listens() && !tell_return(r, result)) return false;
  const auto pc = static_cast<uint32_t>(vm_.state.pc);
  vm_.observed.leave(r, pc);
  if (!thread().listens()) return true;
  return tell_delegate_over(r, pc, result);
}

/// In CPython a generator ends by an exception, which the frame that loops over it or delegates to
/// it is told of: unless it returns None. Coroutines always do while a trace function is set.
bool Tracing::tell_delegate_over(Value* r, uint32_t pc, Value* result) {
  const ReturnWord ret = ReturnWord::decode(r[kFrameReturn]);
  if (ret.action != Action::Send && ret.action != Action::ForIter) return true;
  if (!r[kFrameExtra].is_object()) return true;
  const Object* generator = r[kFrameExtra].as_object();
  if (generator->aux != static_cast<uint16_t>(GenState::Finished)) return true;
  if (result->is_none() && generator->map != kMapCoroutine) return true;
  Value* caller = r - r[kFrameLink].as_int();
  Rooted kept(vm_, *result);
  const Value stop = make_exception(vm_, vm_.types().get(TypeId::StopIteration),
                                    make_tuple(vm_, {result->is_none() ? Value::none() : *result}));
  StackReservation above(vm_, 1);  // the frame that is being left stays where it is
  if (above.data() == nullptr) return true;
  *above.data() = Value::none();
  vm_.set_frame(caller, ret.pc);
  const bool ok = tell_local(
      caller, "exception", make_tuple(vm_, {type_value(type_of(vm_, stop)), stop, Value::none()}));
  vm_.set_frame(r, pc);
  *result = kept;
  return ok;
}

void Tracing::raise(bool again) {
  if (!thread().listens()) return;
  Value* r = vm_.current_frame();
  ObservedFrame* f = vm_.observed.find(r);
  if (f == nullptr) return;
  const Value called = std::exchange(f->called, Value::undefined());
  HeldException exception(vm_);
  if (!called.is_undefined() && !thread().profile.is_none() &&
      !tell(thread().profile, r, "c_exception", called)) {
    return;
  }
  if (again) return;
  const Value e = exception.get();
  Value tb = exception_field(e, kExcTraceback);
  if (tb.is_undefined()) tb = Value::none();
  tell_local(r, "exception", make_tuple(vm_, {type_value(type_of(vm_, e)), e, tb}));
}

void Tracing::unwind() {
  if (!thread().listens()) return;
  HeldException exception(vm_);
  Value none = Value::none();
  tell_return(vm_.current_frame(), &none);
}

void Tracing::visit_roots(RootVisitor& visitor) {
  visitor.visit(make_frame_);
  visitor.visit(deliver_);
  for (auto& [number, t] : threads_) {
    visitor.visit(t.trace);
    visitor.visit(t.profile);
  }
}

}  // namespace hothouse
