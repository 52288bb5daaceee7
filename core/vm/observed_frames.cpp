#include "core/vm/observed_frames.h"

#include "core/bytecode/instrument.h"
#include "core/objects/instance.h"
#include "core/objects/tuple.h"
#include "core/vm/tracing.h"
#include "core/vm/vm.h"

namespace hothouse {

namespace {

void set(Vm& vm, Value object, const char* name, Value v) {
  instance_set(vm, object, vm.intern(name), v);
}

}  // namespace

Value frame_row(Vm& vm, const Value* r) {
  const CodeBody* body = frame_body(r);
  if (body->flags & kCodeModule) return Value::none();
  if (body->flags & kCodeClassBody) return r[kFrameExtra];
  const size_t count = body->local_names.size();
  auto* row = vm.heap().make<Tuple>(Kind::Tuple, count * sizeof(Value));
  row->length = count;
  // A register that nothing has been put into since the stack was cleared is no Value yet.
  for (size_t k = 0; k < count; ++k) row->data()[k] = r[k].bits() == 0 ? Value::undefined() : r[k];
  return Value::from_object(row);
}

Value* program_frame_from(Vm& vm, Value* r, uint32_t* pc) {
  while (r != nullptr && (frame_body(r)->flags & kCodeInternal)) {
    *pc = vm.return_word(r).pc;
    const int64_t link = r[kFrameLink].as_int();
    r -= link;
    if (link <= 0 || r <= vm.stack()) return nullptr;
  }
  return r;
}

Value* ObservedFrames::find_live(Value object, uint32_t* pc) {
  Value* r = vm_.current_frame();
  *pc = static_cast<uint32_t>(vm_.state.pc);
  for (uint64_t frames = vm_.state.depth; r != nullptr && frames > 0; --frames) {
    const ObservedFrame* f = find(r);
    if (f != nullptr && f->object == object) return r;
    *pc = vm_.return_word(r).pc;
    const int64_t link = r[kFrameLink].as_int();
    if (link <= 0) return nullptr;
    r -= link;
  }
  return nullptr;
}

ObservedFrame& ObservedFrames::observe(Value* r, Value object) {
  const ReturnWord ret = vm_.return_word(r);
  r[kFrameReturn] = ReturnWord{0, 0, Action::Observed}.encode();
  ObservedFrame& f = frames_[r];
  f = ObservedFrame{};
  f.object = object;
  f.ret = ret;
  return f;
}

ReturnWord ObservedFrames::return_word(const Value* r) const { return frames_.at(r).ret; }

void ObservedFrames::leave(Value* r, uint32_t pc) {
  auto found = frames_.find(r);
  const ObservedFrame f = found->second;
  r[kFrameReturn] = f.ret.encode();
  frames_.erase(found);
  const CodeBody* body = frame_body(r);
  if (frame_function(r) == vm_.return_stub().as<Function>()) return;  // a unit has returned from it
  const bool has_run = !f.at_start && pc > 0 && pc <= body->positions.size();
  int32_t line = has_run ? body->positions[pc - 1].line : body->first_line;
  if (has_run && f.line > 0 && is_implicit(*body, pc - 1)) line = f.line;
  set(vm_, f.object, "_line", Value::small_int(line));
  set(vm_, f.object, "_row", frame_row(vm_, r));
  set(vm_, f.object, "_pc", Value::small_int(pc));
  set(vm_, f.object, "_exact", Value::boolean(f.is_exact));
  set(vm_, f.object, "_lives", Value::false_value());
  uint32_t back_pc = 0;
  Value* back = program_frame_from(vm_, r - r[kFrameLink].as_int(), &back_pc);
  const ObservedFrame* caller = back == nullptr || back <= vm_.stack() ? nullptr : find(back);
  set(vm_, f.object, "_back", caller == nullptr ? Value::none() : caller->object);
  const bool is_generator = (body->flags & kCodeGenerator) && r[kFrameExtra].is_object();
  if (is_generator &&
      r[kFrameExtra].as_object()->aux == static_cast<uint16_t>(GenState::Suspended)) {
    if (suspended_.size() >= kMostSuspended) suspended_.erase(suspended_.begin());
    suspended_.push_back({r[kFrameExtra], f.object});
  }
}

Value ObservedFrames::suspended(Value generator) const {
  for (const Suspended& s : suspended_) {
    if (s.generator == generator) return s.object;
  }
  return Value::undefined();
}

Value ObservedFrames::take_suspended(Value generator) {
  for (size_t k = suspended_.size(); k-- > 0;) {
    if (suspended_[k].generator != generator) continue;
    const Value object = suspended_[k].object;
    suspended_.erase(suspended_.begin() + static_cast<std::ptrdiff_t>(k));
    return object;
  }
  return Value::undefined();
}

void ObservedFrames::forget(const Value* from, const Value* to) {
  std::erase_if(frames_, [&](const auto& f) { return from <= f.first && f.first < to; });
}

void ObservedFrames::visit_roots(RootVisitor& visitor) {
  // Above the top nothing is left.
  forget(vm_.stack_top(), vm_.stack_end());
  // Who debugs compares frames; to others generators may die.
  if (vm_.tracing == nullptr || !vm_.tracing->on()) suspended_.clear();
  for (auto& [r, f] : frames_) {
    visitor.visit(f.object);
    visitor.visit(f.called);
  }
  for (Suspended& s : suspended_) {
    visitor.visit(s.generator);
    visitor.visit(s.object);
  }
}

}  // namespace hothouse
