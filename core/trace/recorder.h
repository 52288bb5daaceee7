// Recorder: the Machine that executes each primitive *and* appends IR for it.
//
// Its values are pairs of a concrete value and an IR reference. The templates of core/ops run over
// it unchanged, so what a trace does is what the interpreter did. It has no code of its own for
// any instruction; record.cpp drives it.
//
// Slots. `slots_` mirrors the VM stack from the trace's base: which IR value each register (frame
// headers included) holds. A slot that was never written is loaded from memory on first use. What
// an instruction writes becomes visible to snapshots only when the instruction has ended
// (`writes_`), for a guard that fails in its midst has the interpreter run it again.
//
// Boxing is lazy: a register may hold an unboxed integer or double; it is boxed by an op only
// where a Value is needed (a store, a call), and by an exit otherwise.
#pragma once

#include <initializer_list>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/events/aborts.h"
#include "core/interp/evaluator.h"
#include "core/ir/trace.h"
#include "core/ops/machine.h"

namespace hothouse {

/// What of a trace the recorder needs to know of the others.
class RecorderHost {
 public:
  virtual ~RecorderHost() = default;
  /// Unit of the loop whose back edge is at that word, 0 if it has none.
  virtual uint32_t loop_unit(const CodeBody* body, uint32_t pc) = 0;
  /// The trace embeds the value of this constant name: it dies when the name is assigned again.
  virtual void depend_on(uint32_t unit, NameCell* cell) = 0;
  /// Runs the frame that was pushed at `r`, whose ReturnWord says Action::Exit, to its end. Its
  /// result, or Value::raised() with the exception unwound to the caller's frame.
  virtual Value run_frame(Value* r) = 0;
};

class Recorder {
 public:
  struct Val {
    Value v;
    ir::Ref ref;
  };
  struct Int {
    int64_t v = 0;
    ir::Ref ref;
  };
  struct Flt {
    double v = 0;
    ir::Ref ref;
  };
  struct Bool {
    bool v = false;
    ir::Ref ref;
  };
  struct Obj {
    Object* v = nullptr;
    ir::Ref ref;
  };
  struct Operand {  // of a C function
    uint64_t bits = 0;
    ir::Ref ref;
  };

  Recorder(Vm& vm, RecorderHost& host, ir::Trace& trace, Value* base);

  // --- driving (record.cpp)
  /// Starts at `pc` in the frame at `r`, `depth` frames above the trace's base.
  void start(Value* r, uint32_t pc, uint32_t depth);
  /// Behind start(), for a loop: the safepoint at its header.
  void begin();
  /// Behind start(), for a bridge: the state of the parent's exit. `inherited` maps the parent's
  /// ops to Inherit ops; sunk objects are built anew, pending stores become stores.
  void begin_bridge(const ir::Trace& parent, uint32_t exit_op,
                    std::unordered_map<uint32_t, ir::Ref> inherited, const ir::Snapshot& s);
  /// Executes and records one instruction. False when the recording has ended.
  bool step();
  bool aborted() const { return aborted_; }
  bool finished() const { return finished_; }
  bool raised() const { return raised_; }
  AbortReason abort_reason() const { return abort_; }
  int32_t abort_line() const { return abort_line_; }
  uint32_t bytecodes() const { return bytecodes_; }
  /// The function whose loop was followed for too many rounds, if the trace began inside it: its
  /// caller ought to have called it.
  const CodeBody* outgrown() const { return outgrown_; }
  bool depends_on_types() const { return depends_on_types_; }
  /// Leaves VmState as the interpreter needs it to go on.
  void sync() { vm_.set_frame(r_, pc_); }
  ir::Trace& trace() { return trace_; }

  // --- registers and constants
  Val reg(int n);
  void set_reg(int n, Val v);
  void set_int(int n, Int i);
  void set_float(int n, Flt f);
  void set_bool(int n, Bool b);
  Val constant(Value v) { return {v, trace_.value_constant(v)}; }
  Int int_constant(int64_t i) { return {i, trace_.int_constant(i)}; }
  Flt float_constant(double d) { return {d, trace_.float_constant(d)}; }
  Value promote(Val v);
  uint32_t promote_int(Int i);

  // --- the code
  CodeBody* body() const { return frame_body(r_); }
  Function* function() const { return frame_function(r_); }
  void jump(int32_t offset) { pc_ += static_cast<uint32_t>(offset); }
  void set_pc(uint32_t pc) { pc_ = pc; }
  uint32_t next_pc() const { return pc_; }
  uint32_t return_pc() const { return pc_; }
  bool branch_sense() const;
  void jump_previous() {
    pc_ += static_cast<uint32_t>(int32_t{body()->words[pc_ - 1].insn.imm_c()});
  }
  uint32_t previous_instruction() const { return pc_ - 1; }
  Value protocol(Protocol p) { return protocol_function(vm_, p); }
  Value intrinsic(Intrinsic i) { return intrinsic_function(vm_, static_cast<uint8_t>(i)); }
  Value empty_str() { return vm_.types().empty_str(); }

  // --- types
  bool guard_int(Val v);
  bool guard_both_int(Val a, Val b) { return guard_int(a) && guard_int(b); }
  bool guard_float(Val v);
  bool guard_ref(Val v);
  bool guard_bool(Val v);
  bool guard_is(Val v, Value c);
  bool guard_after_is(Val v, Value c, int dst = kNoRegister);
  bool guard(Bool b);
  bool raised(Val v);
  bool raised_after(Val v, int dst = kNoRegister, bool or_undefined = false);
  bool fits_double(Val v);
  MapId promote_map(Obj o);
  Kind promote_kind(Obj o);
  Tag promote_tag(Val v);
  CodeBody* promote_body(Obj f);
  Type* promote_type(Obj t);
  const BuiltinDef* promote_builtin(Obj b);
  bool promote_bound(Obj b);
  bool guard_self(Obj b, Val v);
  GenState promote_gen_state(Obj g);
  uint32_t promote_pc(Val v);
  ReturnWord promote_return();
  /// Neither happens: a trace leaves observed frames as others, and step() passes nothing on that
  /// is instrumented.
  bool leave_observed(Val*) { return true; }
  Flow instrumented() { return Flow::Exit; }

  // --- boxing
  Int unbox_int(Val v);
  Flt unbox_float(Val v);
  Obj unbox_ref(Val v);
  Bool unbox_bool(Val v);
  Val box_int(Int i) { return {vm_.heap().make_int(i.v), i.ref}; }
  Val box_float(Flt f) { return {Value::from_double(f.v), f.ref}; }
  Val box_ref(Obj o) { return {Value::from_object(o.v), o.ref}; }
  Val box_bool(Bool b) { return {Value::boolean(b.v), b.ref}; }

  // --- numbers
  bool add_ov(Int a, Int b, Int* out);
  bool sub_ov(Int a, Int b, Int* out);
  bool mul_ov(Int a, Int b, Int* out);
  Int add(Int a, Int b) { return int_op(ir::Op::Add, eval_.add(a.v, b.v), a, b); }
  Int sub(Int a, Int b) { return int_op(ir::Op::Sub, eval_.sub(a.v, b.v), a, b); }
  Int bit_and(Int a, Int b) { return int_op(ir::Op::And, a.v & b.v, a, b); }
  Int bit_or(Int a, Int b) { return int_op(ir::Op::Or, a.v | b.v, a, b); }
  Int bit_xor(Int a, Int b) { return int_op(ir::Op::Xor, a.v ^ b.v, a, b); }
  Int invert(Int a) { return {~a.v, emit(ir::Op::Invert, ir::Type::I64, a.ref)}; }
  Int shl(Int a, Int b) { return int_op(ir::Op::Shl, eval_.shl(a.v, b.v), a, b); }
  Int shr(Int a, Int b) { return int_op(ir::Op::Shr, a.v >> b.v, a, b); }
  Int floordiv(Int a, Int b) { return int_op(ir::Op::FloorDiv, eval_.floordiv(a.v, b.v), a, b); }
  Int mod(Int a, Int b) { return int_op(ir::Op::Mod, eval_.mod(a.v, b.v), a, b); }
  Bool eq(Int a, Int b) { return compare(ir::Op::Eq, a.v == b.v, a.ref, b.ref); }
  Bool ne(Int a, Int b) { return compare(ir::Op::Ne, a.v != b.v, a.ref, b.ref); }
  Bool lt(Int a, Int b) { return compare(ir::Op::Lt, a.v < b.v, a.ref, b.ref); }
  Bool le(Int a, Int b) { return compare(ir::Op::Le, a.v <= b.v, a.ref, b.ref); }
  Bool gt(Int a, Int b) { return compare(ir::Op::Gt, a.v > b.v, a.ref, b.ref); }
  Bool ge(Int a, Int b) { return compare(ir::Op::Ge, a.v >= b.v, a.ref, b.ref); }
  Bool ult(Int a, Int b) {
    return compare(ir::Op::Ult, uint64_t(a.v) < uint64_t(b.v), a.ref, b.ref);
  }
  Flt fadd(Flt a, Flt b) { return float_op(ir::Op::Fadd, a.v + b.v, a, b); }
  Flt fsub(Flt a, Flt b) { return float_op(ir::Op::Fsub, a.v - b.v, a, b); }
  Flt fmul(Flt a, Flt b) { return float_op(ir::Op::Fmul, a.v * b.v, a, b); }
  Flt fdiv(Flt a, Flt b) { return float_op(ir::Op::Fdiv, a.v / b.v, a, b); }
  Flt fneg(Flt a) { return {-a.v, emit(ir::Op::Fneg, ir::Type::F64, a.ref)}; }
  Flt fabs(Flt a) { return {eval_.fabs(a.v), emit(ir::Op::Fabs, ir::Type::F64, a.ref)}; }
  Flt fsqrt(Flt a) { return {eval_.fsqrt(a.v), emit(ir::Op::Fsqrt, ir::Type::F64, a.ref)}; }
  Flt ffloor(Flt a) { return {eval_.ffloor(a.v), emit(ir::Op::Ffloor, ir::Type::F64, a.ref)}; }
  Flt fceil(Flt a) { return {eval_.fceil(a.v), emit(ir::Op::Fceil, ir::Type::F64, a.ref)}; }
  Bool float_fits(Flt a) {
    return {eval_.float_fits(a.v), emit(ir::Op::FloatFits, ir::Type::Bool, a.ref)};
  }
  Int float_to_int(Flt a) {
    return {eval_.float_to_int(a.v), emit(ir::Op::FloatToInt, ir::Type::I64, a.ref)};
  }
  Flt int_to_float(Int a) {
    return {static_cast<double>(a.v), emit(ir::Op::IntToFloat, ir::Type::F64, a.ref)};
  }
  Bool feq(Flt a, Flt b) { return compare(ir::Op::Feq, a.v == b.v, a.ref, b.ref); }
  Bool fne(Flt a, Flt b) { return compare(ir::Op::Fne, a.v != b.v, a.ref, b.ref); }
  Bool flt(Flt a, Flt b) { return compare(ir::Op::Flt, a.v < b.v, a.ref, b.ref); }
  Bool fle(Flt a, Flt b) { return compare(ir::Op::Fle, a.v <= b.v, a.ref, b.ref); }
  Bool fgt(Flt a, Flt b) { return compare(ir::Op::Fgt, a.v > b.v, a.ref, b.ref); }
  Bool fge(Flt a, Flt b) { return compare(ir::Op::Fge, a.v >= b.v, a.ref, b.ref); }
  Bool bool_not(Bool b) { return {!b.v, emit(ir::Op::Not, ir::Type::Bool, b.ref)}; }
  Int bool_to_int(Bool b) { return {b.v, emit(ir::Op::BoolToInt, ir::Type::I64, b.ref)}; }
  Bool same(Val a, Val b);

  // --- memory
  template <ir::Field F>
  Val load(Obj o) {
    Value v = eval_.load<F>(o.v);
    if (is_known_field(F, o)) return constant(v);
    return {v, load_field(F, ir::Type::Value, o.ref)};
  }
  template <ir::Field F>
  Int load_int(Obj o) {
    int64_t v = eval_.load_int<F>(o.v);
    if (is_known_field(F, o)) return int_constant(v);
    return {v, load_field(F, ir::Type::I64, o.ref)};
  }
  template <ir::Field F>
  Obj load_obj(Obj o) {
    return {eval_.load_obj<F>(o.v), load_field(F, ir::Type::Ref, o.ref)};
  }
  template <ir::Field F>
  void store(Obj o, Val v) {
    eval_.store<F>(o.v, v.v);
    barrier(o, v);
    emit_store(ir::Op::StoreField, o.ref, value_ref(v), ir::kNoRef, static_cast<uint32_t>(F));
  }
  template <ir::Field F>
  void store_int(Obj o, Int i) {
    eval_.store_int<F>(o.v, i.v);
    emit_store(ir::Op::StoreField, o.ref, i.ref, ir::kNoRef, static_cast<uint32_t>(F));
  }
  Val load_inline(Obj o, uint32_t n);
  Val load_inline_float(Obj o, uint32_t n);
  void store_inline(Obj o, uint32_t n, Val v);
  void set_map(Obj o, MapId map);
  Val load_cells(Obj o, Int i);
  void store_cells(Obj o, Int i, Val v);
  Val load_tuple(Obj o, Int i);
  Flt load_f64(Obj o, Int i);
  void store_f64(Obj o, Int i, Flt f);
  Int load_i64(Obj o, Int i);
  void store_i64(Obj o, Int i, Int x);
  Int load_byte(Obj o, Int i);
  void store_byte(Obj o, Int i, Int x);
  Val load_gen(Obj g, uint32_t n);
  void store_gen(Obj g, uint32_t n, Val v);
  void store_aux(Obj o, uint16_t aux);

  // --- C memory and C functions (recorder_native.cpp)
  Int load_raw(ir::RawType type, Int address);
  Flt load_raw_float(ir::RawType type, Int address);
  void store_raw(ir::RawType type, Int address, Int i);
  void store_raw_float(ir::RawType type, Int address, Flt f);
  const NativeFunction* promote_native(Obj callee);
  NativePointer native_pointer(const NativeFunction& f, uint32_t k, Obj o) {
    return f.pointer(vm_, f, k, o.v);
  }
  bool native_referent(const NativeFunction& f, uint32_t k, Obj o) {
    return f.referent(vm_, f, k, o.v);
  }
  Operand native_word(Int i) { return {static_cast<uint64_t>(i.v), i.ref}; }
  Operand native_word(Flt f) { return {__builtin_bit_cast(uint64_t, f.v), f.ref}; }
  Int native_call_int(const NativeFunction& f, const Operand* words);
  Flt native_call_float(const NativeFunction& f, const Operand* words);
  void native_call(const NativeFunction& f, const Operand* words);

  Flow generator_throw(Obj gen, const ops::Thrown<Val>& thrown, Action action, uint16_t dst);
  Value generator_exit() { return eval_.generator_exit(); }

  // --- new objects
  Obj new_cell(Val v);
  Obj new_tuple(uint32_t n);
  void init_tuple(Obj t, uint32_t k, Val v);
  Obj new_list(MapId map, const Val* row, uint32_t n);
  Obj new_seq_iter(Kind kind, Val source);
  Obj new_dict();
  Obj new_super(Val start, Val self, Val self_type);
  Obj new_slice(Val start, Val stop, Val step);
  Obj new_range(Val start, Val stop, Val step, Val length);
  Obj new_range_iter(Int next, Int step, Int left);
  Obj new_generator();
  Obj new_instance(Type* type);

  // --- names and attributes
  NameCell* global_cell(uint16_t name);
  Val load_name_cell(NameCell* c);
  void store_global(uint16_t name, Val v);
  AttributePlan attribute_plan(Val v, Value name);
  AttributePlan store_plan(Val v, Value name, Val x);
  Value property_getter(Val property) { return python_getter(property.v); }
  bool tuple_field(Val property, uint32_t* index) { return is_tuple_field(property.v, index); }
  NameCell* super_method(Obj super, Value name);
  bool plain_wrapper(Obj o, NameId method);
  bool plain_truth(Obj o);
  Val class_of(Val v);
  Verdict instance_of(Val v, Type* type);
  bool special_method(Val object, Val name, Val* f);
  bool class_lookup(Obj type, Val name, Val* f);
  Val special_name(NameId name) { return constant(vm_.types().name(name)); }
  hothouse::Type* promote_class(Val v);
  bool is_subclass(hothouse::Type* type, hothouse::Type* base);
  bool plain_construction(Type* type, NameCell** init);
  Value type_constructor(Type* type);

  // --- calls
  template <class H, class... A>
  auto call(H, A... args) {
    return call_helper<H>(H::fn, args...);
  }
  static constexpr int kMaxHelperArguments = 5;  // of helpers that call a built-in function
  /// The arguments of a call of `def`, one a parameter, *args as a tuple; how many. -1: they do not
  /// fit its signature, or are too many to describe.
  int bind_row(const BuiltinDef& def, uint32_t w, uint32_t n, Value names, Val* row);
  template <class H0, class H1, class H2, class H3, class H4, class H5>
  Val call_row(H0, H1, H2, H3, H4, H5, Val callee, const Val* row, int count) {
    switch (count) {
      case 0:
        return call(H0{}, callee);
      case 1:
        return call(H1{}, callee, row[0]);
      case 2:
        return call(H2{}, callee, row[0], row[1]);
      case 3:
        return call(H3{}, callee, row[0], row[1], row[2]);
      case 4:
        return call(H4{}, callee, row[0], row[1], row[2], row[3]);
      default:
        return call(H5{}, callee, row[0], row[1], row[2], row[3], row[4]);
    }
  }
  Val call_builtin(const BuiltinDef* def, uint32_t w, uint32_t n, Value names);
  Value bind_python_version(const BuiltinDef* def, uint32_t w, uint32_t n, Value names);
  bool bind_slow(Obj f, uint32_t w, uint32_t n, Value names);
  Value spread_keywords(Val keywords, uint32_t count, uint32_t at);
  bool check_window(uint32_t w, uint32_t n);
  bool check_stack(CodeBody* callee, uint32_t w);
  void enter_frame(CodeBody* callee, uint32_t base);
  Flow enter_function(CodeBody* callee, uint32_t base) {
    enter_frame(callee, base);
    return Flow::Frame;
  }
  void leave_frame(uint32_t return_pc);
  /// What a traceback keeps of the current frame's variables: see frame_row() of
  /// vm/observed_frames.h. Behind them stands True: all that are there are what they were.
  Val frame_row();
  /// Follows the pending exception to its handler. False, with nothing recorded: the handler is
  /// not in a frame of the trace, or the exception's way is not one that traces describe.
  bool record_unwinding();
  Flow exit_frame(Val v);
  Flow back_edge(int32_t offset);
  /// Not a template's case to record: the instruction goes on, the recording is given up.
  void abort(AbortReason reason);

 private:
  static constexpr int kNoRegister = -1000;
  static constexpr uint32_t kMaxRecursion = 3;  // frames of one code in the chain
  static constexpr int32_t kSlotBias = kFrameHeader;
  struct Write {
    int32_t slot;
    ir::Ref ref;
  };
  /// What is known of a value of IR type Value.
  enum Known : uint8_t {
    kInt = 1,
    kFloat = 2,
    kRef = 4,
    kBool = 8,
    kNotInt = 16,
    kNotFloat = 32,
    kNotRef = 64,
    kNotBool = 128,
  };
  static constexpr uint8_t kAnyTag = kInt | kFloat | kRef | kBool;
  static bool decide(uint8_t& known, uint8_t tag, uint8_t not_tag, bool holds, bool* emit_guard);

  int32_t slot_of(int n) const { return static_cast<int32_t>(r_ - base_) + n; }
  ir::Ref& slot_ref(int32_t slot);
  void seed_slot(int32_t slot, ir::Ref ref);
  void write_slot(int32_t slot, ir::Ref ref);
  void commit_writes();
  bool is_dirty(int32_t slot) const;

  ir::Ref emit(ir::Op op, ir::Type type, ir::Ref a = ir::kNoRef, ir::Ref b = ir::kNoRef,
               ir::Ref c = ir::kNoRef, uint32_t imm = 0);
  void emit_guard(ir::Op op, ir::Ref a, ir::Ref b = ir::kNoRef, uint32_t imm = 0);
  void emit_store(ir::Op op, ir::Ref a, ir::Ref b, ir::Ref c, uint32_t imm);
  ir::Ref load_field(ir::Field f, ir::Type type, ir::Ref o);
  /// Whether the trace knows what is in the field: the object, and that it never changes.
  static bool is_known_field(ir::Field f, Obj o) {
    return o.ref.is_constant() && ir::field_info(static_cast<uint32_t>(f)).constant;
  }
  Int int_op(ir::Op op, int64_t v, Int a, Int b) {
    return {v, emit(op, ir::Type::I64, a.ref, b.ref)};
  }
  Flt float_op(ir::Op op, double v, Flt a, Flt b) {
    return {v, emit(op, ir::Type::F64, a.ref, b.ref)};
  }
  Bool compare(ir::Op op, bool v, ir::Ref a, ir::Ref b) {
    return {v, emit(op, ir::Type::Bool, a, b)};
  }
  /// The IR value as a boxed Value, as a pointer.
  ir::Ref value_ref(Val v);
  ir::Ref obj_value_ref(Obj o);
  void barrier(Obj o, Val stored);
  Obj new_object(Object* o, size_t bytes);
  /// Stores a field of an object that is being made.
  void init_field(Obj o, ir::Field field, ir::Ref v);
  /// An object of `bytes` that the concrete run has made, with these fields.
  Obj new_filled(Object* made, size_t bytes,
                 std::initializer_list<std::pair<ir::Field, Val>> fields);

  ir::Ref emit_raw(ir::Op op, ir::RawType type, ir::Type result, ir::Ref address, ir::Ref value);
  uint64_t emit_native_call(const NativeFunction& f, const Operand* words, ir::Type type,
                            ir::Ref* ref);

  uint32_t retry_snapshot();
  uint32_t make_snapshot(ir::Resume resume, uint32_t pc, bool with_writes);
  /// Before a call that may run Python: all state goes to memory.
  void flush();
  void forget_after_call(uint16_t flags);

  void guard_plan(Val v, const AttributePlan& plan);
  /// What a built-in function answers that only looks at the classes of its arguments.
  bool decide_by_class(const BuiltinDef& def, const Val* row, int count, Val* answer);
  /// Guards the type (and map) of a value, whatever it is.
  void guard_shape(Val v);
  Flow end_with_jump(uint32_t unit);
  void end_with_exit();
  void end_with_return(int reg);

  // --- calls of function units (recorder_units.cpp)
  /// Whether the frame just pushed is to be called natively rather than inlined.
  bool is_unit_call() const;
  /// Calls it, concretely and in the trace. False if it raised.
  bool call_unit();
  void keep_unboxed(int32_t end);
  void store_headers();
  std::vector<std::pair<int32_t, int32_t>> shown_variables() const;
  void store_frames(int32_t window);

  // --- helper calls: concrete arguments and operands
  static Value concrete(Val v) { return v.v; }
  static int64_t concrete(Int i) { return i.v; }
  static double concrete(Flt f) { return f.v; }
  static bool concrete(Bool b) { return b.v; }
  ir::Ref operand(Val v) { return value_ref(v); }
  ir::Ref operand(Int i) { return i.ref; }
  ir::Ref operand(Flt f) { return f.ref; }
  ir::Ref operand(Bool b) { return b.ref; }
  Val wrap(Value v, ir::Ref ref) { return {v, ref}; }
  Int wrap(int64_t v, ir::Ref ref) { return {v, ref}; }
  Flt wrap(double v, ir::Ref ref) { return {v, ref}; }
  Bool wrap(bool v, ir::Ref ref) { return {v, ref}; }
  template <class T>
  static constexpr ir::Type type_letter() {
    if constexpr (std::is_same_v<T, int64_t>) return ir::Type::I64;
    if constexpr (std::is_same_v<T, double>) return ir::Type::F64;
    if constexpr (std::is_same_v<T, bool>) return ir::Type::Bool;
    return ir::Type::Value;
  }
  ir::Ref emit_call(ir::HelperId id, ir::Type type, const ir::Ref* operands, uint32_t count,
                    uint16_t flags);
  template <class H, class R, class... P, class... A>
  auto call_helper(R (*fn)(Vm*, P...), A... args) {
    ir::Ref operands[] = {operand(args)..., ir::kNoRef};
    if ((H::flags & ir::kHelperCallsPython) != 0) {
      flush();
      sync();
    }
    R result = fn(&vm_, concrete(args)...);
    if ((H::flags & ir::kHelperRaises) != 0) raise_described_ = true;
    ir::Ref ref = emit_call(H::id, type_letter<R>(), operands, sizeof...(A), H::flags);
    return wrap(result, ref);
  }

  Vm& vm_;
  RecorderHost& host_;
  ir::Trace& trace_;
  Evaluator eval_;  // primitives on concrete values
  Value* base_;     // register 0 of the trace's root frame
  Value* r_ = nullptr;
  uint32_t pc_ = 0;       // next word
  uint32_t insn_pc_ = 0;  // of the instruction being recorded
  int32_t insn_base_ = 0;
  uint32_t insn_depth_ = 0;
  uint32_t insn_code_ = 0;
  int32_t insn_line_ = 0;  // kept: when it has run, the frame is another one, perhaps
  uint32_t depth_ = 0;
  uint32_t start_pc_ = 0;
  uint32_t start_depth_ = 0;
  const CodeBody* outgrown_ = nullptr;
  uint32_t origin_ = 0;
  uint32_t bytecodes_ = 0;

  std::vector<ir::Ref> slots_;  // index: slot + kSlotBias
  std::vector<bool> dirty_;
  std::vector<Write> writes_;
  bool raise_described_ = false;  // the trace knows that this instruction raises
  uint32_t retry_ = kNone;        // snapshot of this instruction, made on demand
  static constexpr uint32_t kNone = 0xffffffffu;

  std::unordered_map<uint32_t, uint8_t> known_tags_;  // by Ref: bits of Known
  std::unordered_map<uint32_t, MapId> known_maps_;    // by Ref of a pointer
  std::unordered_map<uint32_t, ir::Ref> unboxed_;     // by Ref of a Value
  std::unordered_map<uint32_t, ir::Ref> boxed_;       // by Ref of an unboxed value
  std::vector<bool> fresh_;                           // by op: New of this trace
  std::unordered_map<uint64_t, uint32_t> unrolled_;   // back edges taken, by place
  std::vector<bool> slot_is_ref_;                     // what a call's frame holds there (by slot)
  bool valid_guard_due_ = false;
  bool safepoint_due_ = false;
  bool depends_on_types_ = false;
  bool effect_ = false;  // this instruction has had an effect: no Retry guard may follow
  bool aborted_ = false, finished_ = false, raised_ = false;
  AbortReason abort_{};
  int32_t abort_line_ = 0;
};

}  // namespace hothouse
