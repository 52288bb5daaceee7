// Recorder: names, attributes, calls and frames.
#include "core/builtins/frames.h"
#include "core/trace/deopt.h"
#include "core/trace/recorder.h"

#include "core/builtins/library.h"
#include "core/builtins/protocol.h"
#include "core/builtins/registry.h"
#include "core/builtins/signature.h"
#include "core/builtins/tables.h"
#include "core/objects/dict.h"
#include "core/objects/float_slots.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/ops/common.h"
#include "core/vm/arguments.h"

namespace hothouse {

using ir::Ref;

// --- names

NameCell* Recorder::global_cell(uint16_t name) {
  bool cacheable = false;
  Value key = body()->names[name];
  NameCell* cell = find_global_cell(vm_, function(), key, &cacheable);
  // A built-in's: the module may come to define the name itself.
  if (cell != nullptr && namespace_find(vm_, function()->globals, key) != cell) {
    host_.depend_on(trace_.unit, cell);
  }
  return cell;
}

Recorder::Val Recorder::load_name_cell(NameCell* c) {
  if (c->is_constant()) {
    host_.depend_on(trace_.unit, c);
    return constant(c->value);
  }
  Ref cell = trace_.constant(ir::Type::Ref, Value::from_object(c).bits());
  return {c->value, load_field(ir::Field::NameCellValue, ir::Type::Value, cell)};
}

void Recorder::store_global(uint16_t name, Val v) {
  Value key = body()->names[name];
  NameCell* known = namespace_cell(vm_, function()->globals, key);
  if (known != nullptr && known->value.is_undefined()) {
    call(h::RedefineGlobal{}, reg(kFrameFunction), constant(key), v);
    return;
  }
  NameCell* cell = namespace_set(vm_, function()->globals, key, v.v);
  if (cell->is_constant()) {
    abort(AbortReason::GlobalAdded);
    return;
  }
  Obj o{cell, trace_.constant(ir::Type::Ref, Value::from_object(cell).bits())};
  barrier(o, v);
  emit_store(ir::Op::StoreField, o.ref, value_ref(v), ir::kNoRef,
             static_cast<uint32_t>(ir::Field::NameCellValue));
}

// --- attributes

void Recorder::guard_shape(Val v) {
  if (promote_tag(v) == Tag::Ref) promote_map(unbox_ref(v));
}

AttributePlan Recorder::attribute_plan(Val v, Value name) {
  // The lookup itself may move the object to another map: asking for an instance's __dict__ does.
  guard_shape(v);
  bool cacheable = false;
  AttributePlan plan = find_load_plan(vm_, v.v, name, &cacheable);
  guard_plan(v, plan);
  if (plan.floats_only) {
    host_.depend_on(trace_.unit, float_slots_cell(vm_, vm_.maps().get(v.v.as_object()->map)));
  }
  return plan;
}

AttributePlan Recorder::store_plan(Val v, Value name, Val x) {
  bool cacheable = false;
  guard_shape(v);
  AttributePlan plan = find_store_plan(vm_, v.v, name, x.v, &cacheable);
  guard_plan(v, plan);
  return plan;
}

/// What a plan holds for beyond the shape: objects of classes as they are, or this object.
void Recorder::guard_plan(Val v, const AttributePlan& plan) {
  depends_on_types_ = true;
  Kind kind = v.v.is_object() ? v.v.as_object()->kind : Kind::kCount;
  if (plan.one_object || kind == Kind::Type || kind == Kind::Module || kind == Kind::Super) {
    if (kind != Kind::Super) guard_is({v.v, value_ref(v)}, v.v);
  }
}

/// The class of all objects of its shape.
Recorder::Val Recorder::class_of(Val v) {
  guard_shape(v);
  return constant(type_value(type_of(vm_, v.v)));
}

Verdict Recorder::instance_of(Val v, hothouse::Type* type) {
  guard_shape(v);
  depends_on_types_ = true;
  return instance_of_class(vm_, type_of(vm_, v.v), type);
}

/// What the class has under that name, as long as neither the class nor the attribute changes.
bool Recorder::special_method(Val object, Val name, Val* f) {
  if (!name.ref.is_constant() || !is_interned(name.v)) return false;
  NameCell* cell = find_in_type(vm_, type_of(vm_, object.v), name.v);
  if (cell != nullptr) {
    const bool is_plain = cell->value.is_none() || takes_self(cell->value);
    if (!cell->is_constant() || !is_plain) return false;
  }
  Value found = special_function(vm_, object.v, name.v);
  guard_shape(object);
  depends_on_types_ = true;
  if (cell != nullptr) host_.depend_on(trace_.unit, cell);
  *f = constant(found);
  return true;
}

bool Recorder::class_lookup(Obj type, Val name, Val* f) {
  if (!name.ref.is_constant() || !is_interned(name.v)) return false;
  NameCell* cell = nullptr;
  Value found = lookup_in_class(vm_, static_cast<hothouse::Type*>(type.v), name.v, &cell);
  if (cell != nullptr && !cell->is_constant()) return false;
  promote_type(type);
  depends_on_types_ = true;
  if (cell != nullptr) host_.depend_on(trace_.unit, cell);
  *f = constant(found);
  return true;
}

NameCell* Recorder::super_method(Obj super, Value name) {
  auto* s = static_cast<Super*>(super.v);
  NameCell* cell = find_super_method(vm_, s, name);
  if (cell == nullptr) return nullptr;
  depends_on_types_ = true;
  guard_is(load<ir::Field::SuperStart>(super), s->start_type);
  guard_is(load<ir::Field::SuperSelfType>(super), s->self_type);
  return cell;
}

bool Recorder::plain_wrapper(Obj o, NameId method) {
  promote_map(o);
  depends_on_types_ = true;
  return is_plain_wrapper(vm_, o.v, method);
}

hothouse::Type* Recorder::promote_class(Val v) {
  guard_shape(v);
  depends_on_types_ = true;
  return type_of(vm_, v.v);
}

bool Recorder::is_subclass(hothouse::Type* type, hothouse::Type* base) {
  depends_on_types_ = true;
  return is_subtype(type, base);
}

bool Recorder::decide_by_class(const BuiltinDef& def, const Val* row, int count, Val* answer) {
  Value arguments[kMaxBuiltinParameters];
  for (int k = 0; k < count; k++) {
    arguments[k] = row[k].v;
    // What an instance of a subclass of a built-in wraps is not told by its class.
    if (is_instance_kind(row[k].v) && type_of(vm_, row[k].v)->builtin_map != kMapInstance) {
      return false;
    }
    if (is_str(row[k].v) && !is_interned(row[k].v)) return false;
  }
  Value found = def.leaf(vm_, arguments);
  if (found.is_raised()) {
    vm_.clear_pending();
    return false;
  }
  for (int k = 0; k < count; k++) {
    const Value v = row[k].v;
    const bool is_name = v.is_object() && (v.as_object()->is(Kind::Type) || is_str(v));
    if (is_name && (def.flags & kBuiltinOfClasses)) {
      guard_is({v, value_ref(row[k])}, v);
    } else {
      guard_shape(row[k]);
    }
  }
  depends_on_types_ = true;
  *answer = constant(found);
  return true;
}

bool Recorder::plain_truth(Obj o) {
  depends_on_types_ = true;
  return has_plain_truth(vm_, o.v);
}
bool Recorder::plain_construction(hothouse::Type* type, NameCell** init) {
  depends_on_types_ = true;
  NameCell* open = find_in_type(vm_, type, vm_.intern("__abstractmethods__"));
  if (open != nullptr) host_.depend_on(trace_.unit, open);
  return has_plain_construction(vm_, type, init);
}
Value Recorder::type_constructor(hothouse::Type* type) {
  return hothouse::type_constructor(vm_, type);
}

// --- calls

Ref Recorder::emit_call(ir::HelperId id, ir::Type type, const Ref* operands, uint32_t count,
                        uint16_t flags) {
  auto first = static_cast<uint32_t>(trace_.args.size());
  for (uint32_t k = 0; k < count; k++) trace_.args.push_back(operands[k]);
  Ref ref = emit(ir::Op::Call, type, Ref{first}, Ref{count}, ir::kNoRef, id);
  forget_after_call(flags);
  return ref;
}

void Recorder::forget_after_call(uint16_t flags) {
  if (flags & ir::kHelperWrites) {
    effect_ = true;
    known_maps_.clear();
  }
  if (flags & ir::kHelperRedefines) valid_guard_due_ = true;
  if (flags & ir::kHelperCallsPython) {
    effect_ = true;
    // The heap has moved, perhaps: pointers are loaded again from the slots they were flushed to.
    valid_guard_due_ = true;
    known_tags_.clear();
    unboxed_.clear();
    boxed_.clear();
    fresh_.clear();
    for (Ref& ref : slots_) {
      if (ref.is_none() || ref.is_constant()) continue;
      ir::Type type = trace_.type_of(ref);
      if (type == ir::Type::Value || type == ir::Type::Ref) ref = ir::kNoRef;
    }
  }
}

void Recorder::flush() {
  auto end = static_cast<int32_t>(slots_.size()) - kSlotBias;
  for (int32_t slot = -kSlotBias; slot < end; slot++) {
    if (!is_dirty(slot)) continue;
    Ref ref = slot_ref(slot);
    // Constants that a bridge has from its parent's exit may be unboxed ones.
    Val v;
    v.ref = ref;
    if (ref.is_constant()) v.v = box_constant(vm_.heap(), trace_.constant(ref));
    emit(ir::Op::SlotStore, ir::Type::Void, value_ref(v), ir::kNoRef, ir::kNoRef,
         static_cast<uint32_t>(slot));
    dirty_[static_cast<size_t>(slot + kSlotBias)] = false;
  }
  emit(ir::Op::FrameSync, ir::Type::Void, trace_.int_constant(pc_), ir::kNoRef, ir::kNoRef,
       static_cast<uint32_t>(slot_of(0)));
}

namespace {

/// Leaves an instance of a Python class that extends no built-in to the class's method.
bool asks_method(const BuiltinDef& def) {
  return def.inlined == Inlined::Len || def.inlined == Inlined::Abs;
}

}  // namespace

Recorder::Val Recorder::call_builtin(const BuiltinDef* def, uint32_t w, uint32_t n, Value names) {
  sync();
  if (def->leaf == nullptr && def->caller == nullptr) return constant(Value::undefined());
  // globals() asks the frame, which an inlined function has none of in a trace: its function knows.
  static const BuiltinDef* const kGlobals = find_row(kBuiltinFunctions, "globals");
  if (n == 0 && def == kGlobals) {
    Value getter =
        lookup_in_type(vm_, vm_.types().get(TypeId::Function), vm_.types().name(NameId::Globals));
    const Val function[] = {reg(kFrameFunction)};
    return call_row(h::CallLeaf0{}, h::CallLeaf1{}, h::CallLeaf2{}, h::CallLeaf3{}, h::CallLeaf4{},
                    h::CallLeaf5{}, constant(getter), function, 1);
  }
  Val row[kMaxBuiltinParameters];
  const int count = changes_frames(*def) ? -1 : bind_row(*def, w, n, names, row);
  if (count < 0 || count > kMaxHelperArguments) {
    abort(count < 0 && changes_frames(*def) ? AbortReason::Unsupported
                                            : AbortReason::TooManyArguments);
    return {helper::call_builtin(&vm_, def, r_ + w + kFrameHeader, n, names),
            trace_.value_constant(Value::none())};
  }
  Val answer;
  if ((def->flags & (kBuiltinByClass | kBuiltinOfClasses)) &&
      decide_by_class(*def, row, count, &answer))
    return answer;
  if (asks_method(*def) && is_instance_kind(row[0].v) &&
      promote_class(row[0])->builtin_map == kMapInstance) {
    return constant(Value::undefined());
  }
  // The callee may have been replaced in the window by a constructor: it is this Builtin. What a
  // bound one was made from serves as well, and is a constant.
  Val callee = reg(static_cast<int>(w));
  if (Value origin = callee.v.as<Builtin>()->origin; origin.is_object()) callee = constant(origin);
  // What looks at frames finds in memory what a caller of Python would.
  if (def->leaf == nullptr || looks_at_frames(*def, n)) {
    return call_row(h::CallBuiltin0{}, h::CallBuiltin1{}, h::CallBuiltin2{}, h::CallBuiltin3{},
                    h::CallBuiltin4{}, h::CallBuiltin5{}, callee, row, count);
  }
  if (def->flags & (kBuiltinPure | kBuiltinReadOnly)) {
    return call_row(h::CallLeafPure0{}, h::CallLeafPure1{}, h::CallLeafPure2{}, h::CallLeafPure3{},
                    h::CallLeafPure4{}, h::CallLeafPure5{}, callee, row, count);
  }
  return call_row(h::CallLeaf0{}, h::CallLeaf1{}, h::CallLeaf2{}, h::CallLeaf3{}, h::CallLeaf4{},
                  h::CallLeaf5{}, callee, row, count);
}

int Recorder::bind_row(const BuiltinDef& def, uint32_t w, uint32_t n, Value names, Val* row) {
  constexpr uint32_t kMost = 64;
  if (n > kMost) return -1;
  // Which argument goes where is seen by binding their numbers.
  Value numbers[kMost + 1], bound[kMaxBuiltinParameters];
  for (uint32_t k = 0; k < n; k++) numbers[k] = Value::small_int(k);
  if (!bind_arguments(vm_, def, numbers, n, names, bound)) {
    vm_.clear_pending();
    return -1;
  }
  const Signature& signature = signature_of(vm_, def);
  const int base = static_cast<int>(w + kFrameHeader);
  auto argument = [&](Value number) { return reg(base + static_cast<int>(number.as_int())); };
  int count = 0;
  for (size_t i = 0; i < signature.parameters.size(); i++) {
    row[count] = bound[count].is_undefined() ? constant(bound[count]) : argument(bound[count]);
    count++;
  }
  if (signature.var_args) {
    auto* rest = bound[count].as<Tuple>();
    Obj tuple = new_tuple(static_cast<uint32_t>(rest->length));
    for (uint32_t k = 0; k < rest->length; k++) init_tuple(tuple, k, argument(rest->data()[k]));
    row[count++] = box_ref(tuple);
  }
  if (signature.var_keywords) {
    Value keywords = bound[count];
    const bool effect = effect_;  // filling an object that nobody sees yet is none
    Val dict = ops::dict_for(*this, static_cast<uint32_t>(dict_count(keywords)));
    uint64_t position = 0;
    Value key, v;
    while (dict_next(keywords, &position, &key, &v)) {
      call(h::DictSetName{}, dict, constant(key), argument(v));
    }
    effect_ = effect;
    row[count++] = dict;
  }
  return count;
}

Value Recorder::bind_python_version(const BuiltinDef* def, uint32_t w, uint32_t n, Value names) {
  Value function = python_version(vm_, *def);
  if (function.is_raised()) return function;
  Val row[kMaxBuiltinParameters];
  const int count = bind_row(*def, w, n, names, row);
  if (count < 0) {
    abort(AbortReason::TooManyArguments);
    return evaluator::bind_python_version(vm_, def, r_ + w, n, names);
  }
  Value bound[kMaxBuiltinParameters];
  for (int k = 0; k < count; k++) bound[k] = row[k].v;
  python_arguments(function, bound, static_cast<uint32_t>(count));
  for (int k = 0; k < count; k++) {
    bool is_default = row[k].v.is_undefined();
    set_reg(static_cast<int>(w + kFrameHeader) + k, is_default ? constant(bound[k]) : row[k]);
  }
  return function;
}

bool Recorder::bind_slow(Obj f, uint32_t w, uint32_t n, Value names) {
  abort(AbortReason::TooManyArguments);
  return bind_function_arguments(vm_, static_cast<Function*>(f.v), r_ + w + kFrameHeader, n, names);
}

Value Recorder::spread_keywords(Val keywords, uint32_t count, uint32_t at) {
  // The names become constants: entry by entry, the key has to be the one of now.
  auto* names = vm_.heap().make<Tuple>(Kind::Tuple, count * sizeof(Value));
  names->length = count;
  uint64_t position = 0;
  Value key, v;
  for (uint32_t k = 0; dict_next(keywords.v, &position, &key, &v); k++) {
    Int entry = int_constant(static_cast<int64_t>(position - 1));
    names->data()[k] = promote(call(h::DictNameAt{}, keywords, entry));
    set_reg(static_cast<int>(at + k), call(h::DictValueAt{}, keywords, entry));
  }
  return Value::from_object(names);
}

// --- frames

bool Recorder::check_window(uint32_t w, uint32_t n) {
  eval_.r = r_;
  return eval_.check_window(w, n);
}

bool Recorder::check_stack(CodeBody* callee, uint32_t w) {
  eval_.r = r_;
  if (!eval_.check_stack(callee, w)) return false;
  if (slot_of(static_cast<int>(w)) + static_cast<int32_t>(kFrameHeader + callee->register_count) >
      static_cast<int32_t>(kStackMargin)) {
    abort(AbortReason::TooDeep);
  }
  return true;
}

void Recorder::enter_frame(CodeBody* callee, uint32_t base) {
  (void)callee;
  r_ += base;
  pc_ = 0;
  depth_++;
  vm_.state.depth++;
}

void Recorder::leave_frame(uint32_t return_pc) {
  // What the frame held is dead.
  int32_t low = slot_of(-static_cast<int>(kFrameHeader));
  auto index = static_cast<size_t>(low + kSlotBias);
  for (size_t k = index; k < slots_.size(); k++) {
    slots_[k] = ir::kNoRef;
    dirty_[k] = false;
  }
  size_t kept = 0;
  for (const Write& w : writes_) {
    if (w.slot < low) writes_[kept++] = w;
  }
  writes_.resize(kept);
  r_ -= r_[kFrameLink].as_int();
  pc_ = return_pc;
  depth_--;
  vm_.state.depth--;
}

Flow Recorder::generator_throw(Obj gen, const ops::Thrown<Val>& thrown, Action action,
                               uint16_t dst) {
  // Exceptions thrown into generators are rare: the evaluator does the rest of the instruction.
  abort(AbortReason::Generator);
  eval_.r = r_;
  eval_.words = body()->words.data();
  eval_.pc = eval_.words + pc_;
  Flow f = eval_.generator_throw(gen.v, {thrown.type.v, thrown.value.v, thrown.traceback.v}, action,
                                 dst);
  r_ = eval_.r;
  pc_ = eval_.next_pc();
  return f;
}

Flow Recorder::exit_frame(Val) {
  // Only stubs have Action::Exit, and a recording ends before it leaves its root frame.
  abort(AbortReason::RootLeft);
  return Flow::Exit;
}

bool Recorder::branch_sense() const {
  hothouse::Op op = body()->insn_at(pc_ - 1).op;
  using B = hothouse::Op;
  return op == B::JumpTrue || (op >= B::JumpLt && op <= B::JumpGe) ||
         (op >= B::JumpLtI && op <= B::JumpGeI);
}

}  // namespace hothouse
