// Evaluator: the Machine whose primitives are plain machine operations. The templates of core/ops
// over it are the interpreter.
//
// Everything small is inlined into the dispatch loop (dispatch.cpp); what is rare lies in
// evaluator.cpp, takes the Vm and not the machine (so that R and pc stay in registers), and
// leaves a changed frame in VmState, from where `reload` fetches it.
#pragma once

#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/instance.h"
#include "core/objects/slice.h"
#include "core/ops/attribute_lookup.h"
#include "core/ops/bind.h"
#include "core/ops/machine.h"
#include "core/vm/native_function.h"
#include "core/vm/raw_memory.h"

namespace hothouse {

namespace evaluator {
/// The member that a field of the IR names, with its offset known at compile time.
template <ir::Field F>
struct FieldOf;
#define FIELD(Name, Struct, member, type, Alias, constness)                \
  template <>                                                              \
  struct FieldOf<ir::Field::Name> {                                        \
    static auto& of(Object* o) { return static_cast<Struct*>(o)->member; } \
  };
#include "core/ir/fields.def"
#undef FIELD

AttributePlan fill_load_cache(Vm& vm, Word* cache, Value object, Value name);
AttributePlan fill_store_cache(Vm& vm, Word* cache, Value object, Value name, Value x);
NameCell* fill_global_cache(Vm& vm, Word* cache, Value* r, uint16_t name);
void store_global(Vm& vm, Word* cache, Value* r, uint16_t name, Value v);
bool stack_overflow(Vm& vm, CodeBody* body, Value* window);
bool bind_slow(Vm& vm, Function* function, Value* window, uint32_t n, Value names);
Value bind_python_version(Vm& vm, const BuiltinDef* def, Value* window, uint32_t n, Value names);
Value spread_keywords(Vm& vm, Value keywords, Value* out);
Value new_instance_slow(Vm& vm, Type* type);
bool hot_function(Vm& vm);
bool leave_observed(Vm& vm, Value* result);
Op instrumented(Vm& vm);
}  // namespace evaluator

class Evaluator {
 public:
  using Val = Value;
  using Int = int64_t;
  using Flt = double;
  using Bool = bool;
  using Obj = Object*;
  using Operand = uint64_t;  // of a C function

  explicit Evaluator(Vm& vm) : vm_(vm) {}

  Value* r = nullptr;     // register 0
  Word* pc = nullptr;     // next word
  Word* words = nullptr;  // of the current body
  Value result;           // of a frame with Action::Exit
  Op original = Op::Nop;  // of Flow::Original

  Vm& vm() { return vm_; }
  void reload() {
    r = vm_.current_frame();
    words = frame_body(r)->words.data();
    pc = words + vm_.state.pc;
  }
  void sync() { vm_.set_frame(r, static_cast<uint32_t>(pc - words)); }

  // --- registers and constants
  Val reg(int n) const { return r[n]; }
  void set_reg(int n, Val v) { r[n] = v; }
  void set_int(int n, Int i) {
    r[n] = Value::fits_small_int(i) ? Value::small_int(i) : vm_.heap().make_big_int(i);
  }
  void set_float(int n, Flt f) { r[n] = Value::from_double(f); }
  void set_bool(int n, Bool b) { r[n] = Value::boolean(b); }
  Val constant(Value v) const { return v; }
  Int int_constant(int64_t i) const { return i; }
  Flt float_constant(double d) const { return d; }
  Value promote(Val v) const { return v; }
  uint32_t promote_int(Int i) const { return static_cast<uint32_t>(i); }

  // --- the code
  CodeBody* body() const { return frame_body(r); }
  Function* function() const { return frame_function(r); }
  void jump(int32_t offset) { pc += offset; }
  void set_pc(uint32_t word) { pc = words + word; }
  uint32_t next_pc() const { return static_cast<uint32_t>(pc - words); }
  uint32_t return_pc() const { return next_pc(); }
  /// The conditional jump before pc that a frame was pushed for: its sense, and taking it.
  bool branch_sense() const;
  void jump_previous() { pc += pc[-1].insn.imm_c(); }
  uint32_t previous_instruction() const { return next_pc() - 1; }
  Value protocol(Protocol p) { return protocol_function(vm_, p); }
  Value intrinsic(Intrinsic i) { return intrinsic_function(vm_, static_cast<uint8_t>(i)); }
  Value empty_str() { return vm_.types().empty_str(); }

  // --- types
  bool guard_int(Val v) const { return v.is_int(); }
  bool guard_both_int(Val a, Val b) const { return Value::both_int(a, b); }
  bool guard_float(Val v) const { return v.is_double(); }
  bool guard_ref(Val v) const { return v.is_object(); }
  bool guard_bool(Val v) const { return v.is_bool(); }
  bool guard_is(Val v, Value c) const { return v == c; }
  bool guard_after_is(Val v, Value c, int = -1) const { return v == c; }
  bool guard(Bool b) const { return b; }
  bool raised(Val v) const { return v.is_raised(); }
  bool raised_after(Val v, int = -1, bool = false) const { return v.is_raised(); }
  bool fits_double(Val) const { return true; }  // immediates have 50 bits
  MapId promote_map(Obj o) const { return o->map; }
  Kind promote_kind(Obj o) const { return o->kind; }
  Tag promote_tag(Val v) const {
    if (v.is_object()) return Tag::Ref;
    if (v.is_int()) return Tag::Int;
    if (v.is_true()) return Tag::True;
    if (v.is_false()) return Tag::False;
    if (v.is_none()) return Tag::None;
    if (v.is_double()) return Tag::Float;
    return v.is_undefined() ? Tag::Undefined : Tag::Other;
  }
  CodeBody* promote_body(Obj f) const { return static_cast<Function*>(f)->body.get(); }
  Type* promote_type(Obj t) const { return static_cast<Type*>(t); }
  const BuiltinDef* promote_builtin(Obj b) const { return static_cast<Builtin*>(b)->def.get(); }
  bool promote_bound(Obj b) const { return !static_cast<Builtin*>(b)->self.is_undefined(); }
  bool guard_self(Obj b, Val v) { return fits_self(vm_, static_cast<Builtin*>(b), v); }
  GenState promote_gen_state(Obj g) const { return static_cast<GenState>(g->aux); }
  uint32_t promote_pc(Val v) const { return static_cast<uint32_t>(v.as_int()); }
  ReturnWord promote_return() const { return ReturnWord::decode(r[kFrameReturn]); }

  // --- boxing
  Int unbox_int(Val v) const { return v.as_int(); }
  Flt unbox_float(Val v) const { return v.as_double(); }
  Obj unbox_ref(Val v) const { return v.as_object(); }
  Bool unbox_bool(Val v) const { return v.is_true(); }
  Val box_int(Int i) { return vm_.heap().make_int(i); }
  Val box_float(Flt f) const { return Value::from_double(f); }
  Val box_ref(Obj o) const { return Value::from_object(o); }
  Val box_bool(Bool b) const { return Value::boolean(b); }

  // --- numbers
  bool add_ov(Int a, Int b, Int* out) const { return !__builtin_add_overflow(a, b, out); }
  bool sub_ov(Int a, Int b, Int* out) const { return !__builtin_sub_overflow(a, b, out); }
  bool mul_ov(Int a, Int b, Int* out) const { return !__builtin_mul_overflow(a, b, out); }
  Int add(Int a, Int b) const { return static_cast<Int>(uint64_t(a) + uint64_t(b)); }
  Int sub(Int a, Int b) const { return static_cast<Int>(uint64_t(a) - uint64_t(b)); }
  Int bit_and(Int a, Int b) const { return a & b; }
  Int bit_or(Int a, Int b) const { return a | b; }
  Int bit_xor(Int a, Int b) const { return a ^ b; }
  Int invert(Int a) const { return ~a; }
  Int shl(Int a, Int b) const { return static_cast<Int>(uint64_t(a) << b); }
  Int shr(Int a, Int b) const { return a >> b; }
  Int floordiv(Int a, Int b) const {
    Int q = a / b;
    return q - ((a % b != 0) & ((a ^ b) < 0));
  }
  Int mod(Int a, Int b) const {
    Int m = a % b;
    return m != 0 && (m ^ b) < 0 ? m + b : m;
  }
  Bool eq(Int a, Int b) const { return a == b; }
  Bool ne(Int a, Int b) const { return a != b; }
  Bool lt(Int a, Int b) const { return a < b; }
  Bool le(Int a, Int b) const { return a <= b; }
  Bool gt(Int a, Int b) const { return a > b; }
  Bool ge(Int a, Int b) const { return a >= b; }
  Bool ult(Int a, Int b) const { return uint64_t(a) < uint64_t(b); }
  Flt fadd(Flt a, Flt b) const { return a + b; }
  Flt fsub(Flt a, Flt b) const { return a - b; }
  Flt fmul(Flt a, Flt b) const { return a * b; }
  Flt fdiv(Flt a, Flt b) const { return a / b; }
  Flt fneg(Flt a) const { return -a; }
  Flt fabs(Flt a) const { return __builtin_fabs(a); }
  Flt fsqrt(Flt a) const { return __builtin_sqrt(a); }
  Flt ffloor(Flt a) const { return __builtin_floor(a); }
  Flt fceil(Flt a) const { return __builtin_ceil(a); }
  Bool float_fits(Flt a) const { return a >= -9223372036854775808.0 && a < 9223372036854775808.0; }
  Int float_to_int(Flt a) const { return static_cast<Int>(a); }
  Flt int_to_float(Int a) const { return static_cast<Flt>(a); }
  Bool feq(Flt a, Flt b) const { return a == b; }
  Bool fne(Flt a, Flt b) const { return a != b; }
  Bool flt(Flt a, Flt b) const { return a < b; }
  Bool fle(Flt a, Flt b) const { return a <= b; }
  Bool fgt(Flt a, Flt b) const { return a > b; }
  Bool fge(Flt a, Flt b) const { return a >= b; }
  Bool bool_not(Bool b) const { return !b; }
  Int bool_to_int(Bool b) const { return b; }
  Bool same(Val a, Val b) const { return a == b; }

  // --- memory
  template <ir::Field F>
  Val load(Obj o) const {
    return *slot<Value, F>(o);
  }
  template <ir::Field F>
  Int load_int(Obj o) const {
    return *slot<int64_t, F>(o);
  }
  template <ir::Field F>
  Obj load_obj(Obj o) const {
    return slot<Value, F>(o)->as_object();
  }
  template <ir::Field F>
  void store(Obj o, Val v) {
    vm_.heap().write_barrier(o);
    *slot<Value, F>(o) = v;
  }
  template <ir::Field F>
  void store_int(Obj o, Int i) {
    *slot<int64_t, F>(o) = i;
  }
  Val load_inline(Obj o, uint32_t n) const { return static_cast<Instance*>(o)->slots()[n]; }
  Val load_inline_float(Obj o, uint32_t n) const { return load_inline(o, n); }
  void store_inline(Obj o, uint32_t n, Val v) {
    vm_.heap().write_barrier(o);
    static_cast<Instance*>(o)->slots()[n] = v;
  }
  void set_map(Obj o, MapId map) { o->map = map; }
  Val load_cells(Obj o, Int i) const { return static_cast<Cells*>(o)->data()[i]; }
  void store_cells(Obj o, Int i, Val v) {
    vm_.heap().write_barrier(o);
    static_cast<Cells*>(o)->data()[i] = v;
  }
  Val load_tuple(Obj o, Int i) const { return static_cast<Tuple*>(o)->data()[i]; }
  Flt load_f64(Obj o, Int i) const { return static_cast<Raw*>(o)->f64()[i]; }
  void store_f64(Obj o, Int i, Flt f) { static_cast<Raw*>(o)->f64()[i] = f; }
  Int load_i64(Obj o, Int i) const { return static_cast<Raw*>(o)->i64()[i]; }
  void store_i64(Obj o, Int i, Int x) { static_cast<Raw*>(o)->i64()[i] = x; }
  Int load_byte(Obj o, Int i) const { return static_cast<Raw*>(o)->data()[i]; }
  void store_byte(Obj o, Int i, Int x) {
    static_cast<Raw*>(o)->data()[i] = static_cast<uint8_t>(x);
  }
  Val load_gen(Obj g, uint32_t n) const { return static_cast<Generator*>(g)->registers()[n]; }
  void store_gen(Obj g, uint32_t n, Val v) {
    vm_.heap().write_barrier(g);
    static_cast<Generator*>(g)->registers()[n] = v;
  }
  void store_aux(Obj o, uint16_t aux) { o->aux = aux; }

  // --- C memory and C functions
  Int load_raw(ir::RawType type, Int address) const {
    return read_raw_int(type, static_cast<uint64_t>(address));
  }
  Flt load_raw_float(ir::RawType type, Int address) const {
    return read_raw_float(type, static_cast<uint64_t>(address));
  }
  void store_raw(ir::RawType type, Int address, Int i) {
    write_raw_int(type, static_cast<uint64_t>(address), i);
  }
  void store_raw_float(ir::RawType type, Int address, Flt f) {
    write_raw_float(type, static_cast<uint64_t>(address), f);
  }
  const NativeFunction* promote_native(Obj callee) { return find_native_function(vm_, callee); }
  NativePointer native_pointer(const NativeFunction& f, uint32_t k, Obj o) {
    return f.pointer(vm_, f, k, o);
  }
  bool native_referent(const NativeFunction& f, uint32_t k, Obj o) {
    return f.referent(vm_, f, k, o);
  }
  Operand native_word(Int i) const { return static_cast<uint64_t>(i); }
  Operand native_word(Flt f) const { return __builtin_bit_cast(uint64_t, f); }
  Int native_call_int(const NativeFunction& f, const Operand* words) {
    return static_cast<int64_t>(native_call(f, words));
  }
  Flt native_call_float(const NativeFunction& f, const Operand* words) {
    return __builtin_bit_cast(double, native_call(f, words));
  }
  uint64_t native_call(const NativeFunction& f, const Operand* words) {
    sync();
    return f.invoke(vm_, f, words);
  }

  /// Resumes a suspended generator by raising what is thrown where it stands, or in what it
  /// delegates to (generator_throw.cpp).
  Flow generator_throw(Obj gen, const ops::Thrown<Val>& thrown, Action action, uint16_t dst);
  Value generator_exit();

  // --- new objects
  Obj new_cell(Val v) { return make_cell(vm_, v).as_object(); }
  Obj new_tuple(uint32_t n) {
    auto* t = vm_.heap().make<Tuple>(Kind::Tuple, n * sizeof(Value));
    t->length = n;
    for (uint32_t k = 0; k < n; k++) t->data()[k] = Value::none();
    return t;
  }
  void init_tuple(Obj t, uint32_t k, Val v) { static_cast<Tuple*>(t)->data()[k] = v; }
  /// A list with this map (its storage) of elements which that storage holds.
  Obj new_list(MapId map, const Val* row, uint32_t n);
  Obj new_seq_iter(Kind kind, Val source) {
    auto* it = vm_.heap().make<ListIter>(kind);
    it->source = source;
    it->index = 0;
    return it;
  }
  Obj new_super(Val start, Val self, Val self_type) {
    return make_super(vm_, start, self, self_type).as_object();
  }
  /// An empty one.
  Obj new_dict() { return make_dict(vm_).as_object(); }
  Obj new_slice(Val start, Val stop, Val step) {
    return make_slice(vm_, start, stop, step).as_object();
  }
  Obj new_range(Val start, Val stop, Val step, Val length) {
    auto* o = vm_.heap().make<Range>(Kind::Range);
    o->start = start;
    o->stop = stop;
    o->step = step;
    o->length = length;
    return o;
  }
  Obj new_range_iter(Int next, Int step, Int left) {
    auto* it = vm_.heap().make<RangeIter>(Kind::RangeIter);
    it->next = next;
    it->step = step;
    it->left = left;
    return it;
  }
  Obj new_generator();
  Obj new_instance(Type* type) { return evaluator::new_instance_slow(vm_, type).as_object(); }

  // --- names and attributes
  NameCell* global_cell(uint16_t name) {
    uint64_t c = pc[-1].cache;
    if (c != 0) return reinterpret_cast<NameCell*>(static_cast<uintptr_t>(c));
    return evaluator::fill_global_cache(vm_, pc - 1, r, name);
  }
  Val load_name_cell(NameCell* c) const { return c->value; }
  void store_global(uint16_t name, Val v) {
    auto* c = reinterpret_cast<NameCell*>(static_cast<uintptr_t>(pc[-1].cache));
    if (c != nullptr && !c->is_constant() && !c->value.is_undefined()) {
      vm_.heap().write_barrier(c);
      c->value = v;
    } else {
      evaluator::store_global(vm_, pc - 1, r, name, v);
    }
  }
  AttributePlan attribute_plan(Val v, Value name) {
    Word* cache = pc - 3;
    uint64_t w = cache[0].cache;
    if (v.is_object() && static_cast<uint32_t>(w) == v.as_object()->map && (w & kCacheFilled) &&
        (!(w >> 40 & 1) || cache[2].cache == v.bits())) {
      AttributePlan plan;
      plan.kind = static_cast<PlanKind>(w >> 32 & 0xff);
      plan.slot = static_cast<uint32_t>(cache[1].cache);
      plan.cell = reinterpret_cast<NameCell*>(static_cast<uintptr_t>(cache[1].cache));
      return plan;
    }
    return evaluator::fill_load_cache(vm_, cache, v, name);
  }
  AttributePlan store_plan(Val v, Value name, Val x) {
    Word* cache = pc - 2;
    uint64_t w = cache[0].cache;
    if (v.is_object() && static_cast<uint32_t>(w) == v.as_object()->map && (w & kCacheFilled) &&
        (!(w & kCacheFloatsOnly) || x.is_double())) {
      AttributePlan plan;
      plan.kind = static_cast<PlanKind>(w >> 32 & 0xff);
      plan.slot = static_cast<uint32_t>(cache[1].cache);
      plan.next_map = static_cast<MapId>(cache[1].cache >> 32);
      return plan;
    }
    return evaluator::fill_store_cache(vm_, cache, v, name, x);
  }
  Value property_getter(Val property) const { return python_getter(property); }
  Val class_of(Val v) const { return type_value(type_of(vm_, v)); }
  Verdict instance_of(Val v, Type* type) { return instance_of_class(vm_, type_of(vm_, v), type); }
  /// The C++ function looks it up as fast.
  bool special_method(Val, Val, Val*) const { return false; }
  bool class_lookup(Obj, Val, Val*) const { return false; }
  Val special_name(NameId name) { return vm_.types().name(name); }
  Type* promote_class(Val v) { return type_of(vm_, v); }
  bool is_subclass(Type* type, Type* base) const { return is_subtype(type, base); }
  bool tuple_field(Val property, uint32_t* index) const { return is_tuple_field(property, index); }
  NameCell* super_method(Obj super, Value name) {
    return find_super_method(vm_, static_cast<Super*>(super), name);
  }
  bool plain_wrapper(Obj o, NameId method) { return is_plain_wrapper(vm_, o, method); }
  bool plain_truth(Obj o) { return has_plain_truth(vm_, o); }
  bool plain_construction(Type* type, NameCell** init) {
    return has_plain_construction(vm_, type, init);
  }
  Value type_constructor(Type* type);

  // --- calls
  template <class H, class... A>
  auto call(H, A... args) {
    if constexpr ((H::flags & ir::kHelperCallsPython) != 0) sync();
    return H::fn(&vm_, args...);
  }
  Val call_builtin(const BuiltinDef* def, uint32_t w, uint32_t n, Value names) {
    sync();
    return helper::call_builtin(&vm_, def, r + w + kFrameHeader, n, names);
  }
  Value bind_python_version(const BuiltinDef* def, uint32_t w, uint32_t n, Value names) {
    return evaluator::bind_python_version(vm_, def, r + w, n, names);
  }
  bool bind_slow(Obj f, uint32_t w, uint32_t n, Value names) {
    return evaluator::bind_slow(vm_, static_cast<Function*>(f), r + w, n, names);
  }
  Value spread_keywords(Val keywords, uint32_t, uint32_t at) {
    return evaluator::spread_keywords(vm_, keywords, r + at);
  }
  bool check_window(uint32_t w, uint32_t n) {
    auto end = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(r + w + kFrameHeader + n));
    return end < vm_.state.stack_limit || evaluator::stack_overflow(vm_, nullptr, r + w);
  }
  bool check_stack(CodeBody* callee, uint32_t w) {
    Value* end = r + w + kFrameHeader + callee->register_count;
    if (static_cast<uint64_t>(reinterpret_cast<uintptr_t>(end)) < vm_.state.stack_limit &&
        vm_.state.depth < vm_.state.depth_limit) {
      return true;
    }
    return evaluator::stack_overflow(vm_, callee, r + w);
  }
  void enter_frame(CodeBody* callee, uint32_t base) {
    r += base;
    words = callee->words.data();
    pc = words;
    vm_.state.depth++;
  }
  /// The same at a function's start, where calls are counted.
  Flow enter_function(CodeBody* callee, uint32_t base) {
    enter_frame(callee, base);
    if (__builtin_expect(++callee->call_heat < vm_.call_threshold, 1)) return Flow::Frame;
    vm_.set_frame(r, 0);
    bool ok = evaluator::hot_function(vm_);
    reload();
    return ok ? Flow::Frame : Flow::Raise;
  }
  void leave_frame(uint32_t return_pc) {
    r -= r[kFrameLink].as_int();
    words = frame_body(r)->words.data();
    pc = words + return_pc;
    vm_.state.depth--;
  }
  /// The frame returns that: tells whoever observes it. False: an exception is pending.
  bool leave_observed(Val* v) {
    sync();
    return evaluator::leave_observed(vm_, v);
  }
  /// Tells what there is to be told in front of an instruction, which comes next then.
  Flow instrumented() {
    sync();
    original = evaluator::instrumented(vm_);
    reload();
    if (original == Op::kCount) return Flow::Raise;
    pc--;
    return Flow::Original;
  }
  Flow exit_frame(Val v);
  Flow back_edge(int32_t offset);

 private:
  template <class T, ir::Field F>
  static T* slot(Obj o) {
    return reinterpret_cast<T*>(&evaluator::FieldOf<F>::of(o));
  }
  Vm& vm_;
};

}  // namespace hothouse
