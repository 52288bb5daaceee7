// Recorder: registers, emission of ops, type guards, boxing.
#include "core/trace/recorder.h"

#include "core/ir/boxing.h"
#include "core/objects/int.h"

namespace hothouse {

using ir::Ref;

Recorder::Recorder(Vm& vm, RecorderHost& host, ir::Trace& trace, Value* base)
    : vm_(vm), host_(host), trace_(trace), eval_(vm), base_(base) {
  trace_.origins.push_back({trace.code_id, trace.pc, 0, 0});
}

// --- slots

Ref& Recorder::slot_ref(int32_t slot) {
  auto index = static_cast<size_t>(slot + kSlotBias);
  if (index >= slots_.size()) {
    slots_.resize(index + 64, ir::kNoRef);
    dirty_.resize(index + 64, false);
  }
  return slots_[index];
}

bool Recorder::is_dirty(int32_t slot) const {
  auto index = static_cast<size_t>(slot + kSlotBias);
  return index < dirty_.size() && dirty_[index];
}

void Recorder::seed_slot(int32_t slot, Ref ref) {
  slot_ref(slot) = ref;
  auto index = static_cast<size_t>(slot + kSlotBias);
  dirty_[index] = true;
  if (index < slot_is_ref_.size()) slot_is_ref_[index] = false;
}

void Recorder::write_slot(int32_t slot, Ref ref) {
  for (Write& w : writes_) {
    if (w.slot == slot) {
      w.ref = ref;
      return;
    }
  }
  writes_.push_back({slot, ref});
}

void Recorder::commit_writes() {
  for (const Write& w : writes_) seed_slot(w.slot, w.ref);
  writes_.clear();
}

Recorder::Val Recorder::reg(int n) {
  int32_t slot = slot_of(n);
  for (const Write& w : writes_) {
    if (w.slot == slot) return {r_[n], w.ref};
  }
  Ref& ref = slot_ref(slot);
  if (ref.is_none()) {
    Ref loaded = emit(ir::Op::SlotLoad, ir::Type::Value, ir::kNoRef, ir::kNoRef, ir::kNoRef,
                      static_cast<uint32_t>(slot));
    slot_ref(slot) = loaded;
    auto index = static_cast<size_t>(slot + kSlotBias);
    if (index < slot_is_ref_.size() && slot_is_ref_[index]) known_tags_[loaded.index] = kRef;
    return {r_[n], loaded};
  }
  return {r_[n], ref};
}

void Recorder::set_reg(int n, Val v) {
  r_[n] = v.v;
  write_slot(slot_of(n), v.ref);
}
void Recorder::set_int(int n, Int i) {
  eval_.r = r_;
  eval_.set_int(n, i.v);
  write_slot(slot_of(n), i.ref);
}
void Recorder::set_float(int n, Flt f) {
  r_[n] = Value::from_double(f.v);
  write_slot(slot_of(n), f.ref);
}
void Recorder::set_bool(int n, Bool b) {
  r_[n] = Value::boolean(b.v);
  write_slot(slot_of(n), b.ref);
}

// --- emission

Ref Recorder::emit(ir::Op op, ir::Type type, Ref a, Ref b, Ref c, uint32_t imm) {
  ir::Ins ins{};
  ins.op = op;
  ins.type = type;
  ins.a = a;
  ins.b = b;
  ins.c = c;
  ins.imm = imm;
  ins.origin = origin_;
  return trace_.append(ins);
}

void Recorder::emit_guard(ir::Op op, Ref a, Ref b, uint32_t imm) {
  uint32_t snapshot = retry_snapshot();
  Ref ref = emit(op, ir::Type::Void, a, b, ir::kNoRef, imm);
  trace_.at(ref).snapshot = snapshot;
}

void Recorder::emit_store(ir::Op op, Ref a, Ref b, Ref c, uint32_t imm) {
  effect_ = true;
  emit(op, ir::Type::Void, a, b, c, imm);
}

Ref Recorder::load_field(ir::Field f, ir::Type type, Ref o) {
  return emit(ir::Op::LoadField, type, o, ir::kNoRef, ir::kNoRef, static_cast<uint32_t>(f));
}

// --- boxing

Ref Recorder::value_ref(Val v) {
  if (v.ref.is_constant()) return trace_.value_constant(v.v);
  ir::Type type = trace_.type_of(v.ref);
  if (type == ir::Type::Value) return v.ref;
  auto found = boxed_.find(v.ref.index);
  if (found != boxed_.end()) return found->second;
  Ref boxed = emit(ir::box_op(type), ir::Type::Value, v.ref);
  boxed_[v.ref.index] = boxed;
  return boxed;
}

Ref Recorder::obj_value_ref(Obj o) { return value_ref({Value::from_object(o.v), o.ref}); }

Recorder::Int Recorder::unbox_int(Val v) {
  int64_t i = 0;
  as_int64(v.v, &i);
  if (v.ref.is_constant()) return {i, trace_.int_constant(i)};
  if (trace_.type_of(v.ref) == ir::Type::I64) return {i, v.ref};
  Ref& cached = unboxed_.try_emplace(v.ref.index, ir::kNoRef).first->second;
  if (cached.is_none()) cached = emit(ir::Op::UnboxInt, ir::Type::I64, v.ref);
  return {i, cached};
}
Recorder::Flt Recorder::unbox_float(Val v) {
  double d = v.v.as_double();
  if (v.ref.is_constant()) return {d, trace_.float_constant(d)};
  if (trace_.type_of(v.ref) == ir::Type::F64) return {d, v.ref};
  Ref& cached = unboxed_.try_emplace(v.ref.index, ir::kNoRef).first->second;
  if (cached.is_none()) cached = emit(ir::Op::UnboxFloat, ir::Type::F64, v.ref);
  return {d, cached};
}
Recorder::Obj Recorder::unbox_ref(Val v) {
  Object* o = v.v.as_object();
  if (v.ref.is_constant()) return {o, trace_.constant(ir::Type::Ref, v.v.bits())};
  if (trace_.type_of(v.ref) == ir::Type::Ref) return {o, v.ref};
  Ref& cached = unboxed_.try_emplace(v.ref.index, ir::kNoRef).first->second;
  if (cached.is_none()) cached = emit(ir::Op::UnboxRef, ir::Type::Ref, v.ref);
  return {o, cached};
}
Recorder::Bool Recorder::unbox_bool(Val v) {
  bool b = v.v.is_true();
  if (v.ref.is_constant()) return {b, trace_.bool_constant(b)};
  if (trace_.type_of(v.ref) == ir::Type::Bool) return {b, v.ref};
  Ref& cached = unboxed_.try_emplace(v.ref.index, ir::kNoRef).first->second;
  if (cached.is_none()) cached = emit(ir::Op::UnboxBool, ir::Type::Bool, v.ref);
  return {b, cached};
}

// --- type guards

/// Whether the value is of the tag, guarding the outcome unless it is known.
bool Recorder::decide(uint8_t& known, uint8_t tag, uint8_t not_tag, bool holds, bool* emit_guard) {
  *emit_guard = false;
  if (known & tag) return true;
  if ((known & not_tag) || (known & kAnyTag)) return false;
  *emit_guard = true;
  known |= holds ? tag : not_tag;
  return holds;
}

bool Recorder::guard_int(Val v) {
  if (v.ref.is_constant()) return v.v.is_int();
  ir::Type type = trace_.type_of(v.ref);
  if (type != ir::Type::Value) return type == ir::Type::I64;
  bool due;
  bool r = decide(known_tags_[v.ref.index], kInt, kNotInt, v.v.is_int(), &due);
  if (due) emit_guard(r ? ir::Op::GuardInt : ir::Op::GuardNotInt, v.ref);
  return r;
}
bool Recorder::guard_float(Val v) {
  if (v.ref.is_constant()) return v.v.is_double();
  ir::Type type = trace_.type_of(v.ref);
  if (type != ir::Type::Value) return type == ir::Type::F64;
  bool due;
  bool r = decide(known_tags_[v.ref.index], kFloat, kNotFloat, v.v.is_double(), &due);
  if (due) emit_guard(r ? ir::Op::GuardFloat : ir::Op::GuardNotFloat, v.ref);
  return r;
}
bool Recorder::guard_ref(Val v) {
  if (v.ref.is_constant()) return v.v.is_object();
  ir::Type type = trace_.type_of(v.ref);
  if (type != ir::Type::Value) return type == ir::Type::Ref;
  bool due;
  bool r = decide(known_tags_[v.ref.index], kRef, kNotRef, v.v.is_object(), &due);
  if (due) emit_guard(r ? ir::Op::GuardRef : ir::Op::GuardNotRef, v.ref);
  return r;
}
bool Recorder::guard_bool(Val v) {
  if (v.ref.is_constant()) return v.v.is_bool();
  ir::Type type = trace_.type_of(v.ref);
  if (type != ir::Type::Value) return type == ir::Type::Bool;
  bool due;
  bool r = decide(known_tags_[v.ref.index], kBool, kNotBool, v.v.is_bool(), &due);
  if (due) emit_guard(r ? ir::Op::GuardBool : ir::Op::GuardNotBool, v.ref);
  return r;
}

bool Recorder::guard_is(Val v, Value c) {
  bool holds = v.v == c;
  if (v.ref.is_constant()) return holds;
  ir::Type type = trace_.type_of(v.ref);
  if (type == ir::Type::I64 || type == ir::Type::F64)
    return c.is_int() || c.is_double() ? holds : false;
  if (type == ir::Type::Bool) {
    if (!c.is_bool()) return false;
    emit_guard(v.v.is_true() ? ir::Op::GuardTrue : ir::Op::GuardFalse, v.ref);
    return holds;
  }
  if (type == ir::Type::Ref && !c.is_object()) return false;
  uint8_t known = type == ir::Type::Value ? known_tags_[v.ref.index] : uint8_t{kRef};
  if (c.is_special() && !c.is_bool() && (known & kAnyTag)) return false;
  if (c.is_bool() && (known & (kInt | kFloat | kRef | kNotBool))) return false;
  emit_guard(holds ? ir::Op::GuardIs : ir::Op::GuardIsNot, value_ref(v), trace_.value_constant(c));
  return holds;
}

bool Recorder::guard_after_is(Val v, Value c, int dst) {
  if (v.v != c) {
    // Should it be c in another iteration, the helper will have had no effect.
    bool effect = effect_;
    effect_ = false;
    size_t before = trace_.ops.size();
    bool r = guard_is(v, c);
    for (size_t k = before; k < trace_.ops.size(); k++) {
      if (trace_.ops[k].op == ir::Op::GuardIsNot) trace_.ops[k].aux = ir::kBehindEffect;
    }
    effect_ = effect;
    return r;
  }
  if (v.ref.is_constant()) return true;
  // Otherwise the helper has done the work: the exit stores its result and goes on behind.
  size_t mark = writes_.size();
  if (dst != kNoRegister) write_slot(slot_of(dst), v.ref);
  uint32_t snapshot = make_snapshot(ir::Resume::After, pc_, true);
  writes_.resize(mark);
  Ref ref = emit(ir::Op::GuardIs, ir::Type::Void, value_ref(v), trace_.value_constant(c));
  trace_.at(ref).snapshot = snapshot;
  return true;
}

bool Recorder::guard(Bool b) {
  if (!b.ref.is_constant()) emit_guard(b.v ? ir::Op::GuardTrue : ir::Op::GuardFalse, b.ref);
  return b.v;
}

bool Recorder::raised_after(Val v, int dst, bool or_undefined) {
  if (!v.v.is_raised() || !effect_ || v.ref.is_constant()) return raised(v);
  // The helper has done its work, and can't be asked again: should it not raise another time, its
  // result is stored, and the instruction is over.
  if (or_undefined) guard_after_is(v, Value::undefined());
  size_t mark = writes_.size();
  if (dst != kNoRegister) write_slot(slot_of(dst), v.ref);
  uint32_t snapshot = make_snapshot(ir::Resume::After, pc_, true);
  writes_.resize(mark);
  Ref ref = emit(ir::Op::GuardIs, ir::Type::Void, v.ref, trace_.value_constant(v.v));
  trace_.at(ref).snapshot = snapshot;
  raise_described_ = true;
  return true;
}

bool Recorder::raised(Val v) {
  if (v.v.is_raised()) {
    // Should it not raise another time, the instruction is run again: if nothing has happened yet.
    if (!effect_ && !v.ref.is_constant()) {
      guard_is(v, v.v);
      raise_described_ = true;
    }
    return true;
  }
  if (v.ref.is_constant() || trace_.type_of(v.ref) != ir::Type::Value) return false;
  uint32_t snapshot = make_snapshot(ir::Resume::Raise, pc_, false);
  Ref ref = emit(ir::Op::GuardNoRaise, ir::Type::Void, v.ref);
  trace_.at(ref).snapshot = snapshot;
  return false;
}

bool Recorder::fits_double(Val v) {
  // Of the ints in registers only those beyond 50 bits may be inexact as doubles.
  if (v.ref.is_constant() || trace_.type_of(v.ref) != ir::Type::I64) return true;
  Int i = unbox_int(v);
  constexpr int64_t kExact = int64_t{1} << 53;
  return guard(ult(add(i, int_constant(kExact)), int_constant(2 * kExact)));
}

Value Recorder::promote(Val v) {
  guard_is(v, v.v);
  return v.v;
}
uint32_t Recorder::promote_int(Int i) {
  if (!i.ref.is_constant()) guard(eq(i, int_constant(i.v)));
  return static_cast<uint32_t>(i.v);
}

MapId Recorder::promote_map(Obj o) {
  MapId map = o.v->map;
  if (o.ref.is_constant() && o.v->kind != Kind::Instance && o.v->kind != Kind::List) return map;
  auto found = known_maps_.find(o.ref.index);
  if (found != known_maps_.end() && found->second == map) return map;
  emit_guard(ir::Op::GuardMap, o.ref, ir::kNoRef, map);
  known_maps_[o.ref.index] = map;
  return map;
}
Kind Recorder::promote_kind(Obj o) {
  promote_map(o);
  return o.v->kind;
}

Tag Recorder::promote_tag(Val v) {
  if (v.ref.is_constant()) return eval_.promote_tag(v.v);
  switch (trace_.type_of(v.ref)) {
    case ir::Type::I64:
      return Tag::Int;
    case ir::Type::F64:
      return Tag::Float;
    case ir::Type::Ref:
      return Tag::Ref;
    case ir::Type::Bool:
      return guard(unbox_bool(v)) ? Tag::True : Tag::False;
    default:
      break;
  }
  Tag tag = eval_.promote_tag(v.v);
  switch (tag) {
    case Tag::Int:
      guard_int(v);
      break;
    case Tag::Float:
      guard_float(v);
      break;
    case Tag::Ref:
      guard_ref(v);
      break;
    default:
      guard_is(v, v.v);
      break;
  }
  return tag;
}

CodeBody* Recorder::promote_body(Obj f) {
  auto* function = static_cast<Function*>(f.v);
  if (!f.ref.is_constant()) guard_is(load<ir::Field::FunctionCode>(f), function->code);
  return function->body.get();
}

hothouse::Type* Recorder::promote_type(Obj t) {
  if (!t.ref.is_constant())
    guard_is({Value::from_object(t.v), obj_value_ref(t)}, Value::from_object(t.v));
  return static_cast<hothouse::Type*>(t.v);
}
const BuiltinDef* Recorder::promote_builtin(Obj b) {
  auto* builtin = static_cast<Builtin*>(b.v);
  if (b.ref.is_constant()) return builtin->def.get();
  if (builtin->origin.is_object()) {
    // Each binding of a method makes an object of its own: what was bound decides.
    guard_is(load<ir::Field::BuiltinOrigin>(b), builtin->origin);
  } else {
    Value v = Value::from_object(b.v);
    guard_is({v, obj_value_ref(b)}, v);
  }
  return builtin->def.get();
}
bool Recorder::promote_bound(Obj b) { return !static_cast<Builtin*>(b.v)->self.is_undefined(); }

/// The builtin is promoted already, so the class of `v` decides.
bool Recorder::guard_self(Obj b, Val v) {
  const auto* builtin = static_cast<Builtin*>(b.v);
  const bool fits = fits_self(vm_, builtin, v.v);
  if (!is_type(builtin->module) || builtin->module == vm_.types().value(TypeId::Object) ||
      (builtin->aux & (kBuiltinAuxStatic | kBuiltinAuxClassMethod))) {
    return fits;
  }
  if (promote_tag(v) == Tag::Ref) promote_map(unbox_ref(v));
  return fits;
}

GenState Recorder::promote_gen_state(Obj g) {
  Int aux{g.v->aux, emit(ir::Op::LoadAux, ir::Type::I64, g.ref)};
  promote_int(aux);
  return static_cast<GenState>(g.v->aux);
}
uint32_t Recorder::promote_pc(Val v) {
  guard_is(v, v.v);
  return static_cast<uint32_t>(v.v.as_int());
}
/// Of a frame above the root: this trace, or one that it is a bridge of, has entered it, by a call
/// that is always the same. So no guard is needed, which could have no place behind an effect.
ReturnWord Recorder::promote_return() { return vm_.return_word(r_); }

Recorder::Bool Recorder::same(Val a, Val b) {
  return compare(ir::Op::Same, a.v == b.v, value_ref(a), value_ref(b));
}

bool Recorder::add_ov(Int a, Int b, Int* out) {
  if (!eval_.add_ov(a.v, b.v, &out->v)) return false;
  uint32_t snapshot = retry_snapshot();
  out->ref = emit(ir::Op::AddOv, ir::Type::I64, a.ref, b.ref);
  trace_.at(out->ref).snapshot = snapshot;
  return true;
}
bool Recorder::sub_ov(Int a, Int b, Int* out) {
  if (!eval_.sub_ov(a.v, b.v, &out->v)) return false;
  uint32_t snapshot = retry_snapshot();
  out->ref = emit(ir::Op::SubOv, ir::Type::I64, a.ref, b.ref);
  trace_.at(out->ref).snapshot = snapshot;
  return true;
}
bool Recorder::mul_ov(Int a, Int b, Int* out) {
  if (!eval_.mul_ov(a.v, b.v, &out->v)) return false;
  uint32_t snapshot = retry_snapshot();
  out->ref = emit(ir::Op::MulOv, ir::Type::I64, a.ref, b.ref);
  trace_.at(out->ref).snapshot = snapshot;
  return true;
}

}  // namespace hothouse
