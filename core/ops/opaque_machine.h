// The opaque machine: compile-only, its values are empty structs. opaque_machine.cpp instantiates
// every template of core/ops over it, so a template that looks at a value, converts one kind of
// value into another, or branches on what no guard has answered does not compile. With the
// recorder it would compile, record nothing, and make traces that are wrong.
//
// The bodies mean nothing: none of them ever runs. A primitive that templates begin to use is
// added here, to the evaluator and to the recorder.
#pragma once

#include <type_traits>

#include "core/builtins/protocol.h"
#include "core/builtins/registry.h"
#include "core/ops/attribute_lookup.h"
#include "core/ops/machine.h"
#include "core/vm/native_function.h"

namespace hothouse::ops {

class OpaqueMachine {
 public:
  // Distinct types without members and without conversions.
  struct Val {};
  struct Int {};
  struct Flt {};
  struct Bool {};
  struct Obj {};
  struct Operand {};

  // --- registers and constants
  Val reg(int) { return {}; }
  void set_reg(int, Val) {}
  void set_int(int, Int) {}
  void set_float(int, Flt) {}
  void set_bool(int, Bool) {}
  Val constant(Value) { return {}; }
  Int int_constant(int64_t) { return {}; }
  Flt float_constant(double) { return {}; }
  Value promote(Val) { return {}; }
  uint32_t promote_int(Int) { return 0; }

  // --- the code
  CodeBody* body() const { return nullptr; }
  Function* function() const { return nullptr; }
  void jump(int32_t) {}
  void set_pc(uint32_t) {}
  uint32_t next_pc() const { return 0; }
  uint32_t return_pc() const { return 0; }
  bool branch_sense() const { return false; }
  void jump_previous() {}
  uint32_t previous_instruction() const { return 0; }
  Value protocol(Protocol) { return {}; }
  Value intrinsic(Intrinsic) { return {}; }
  Value empty_str() { return {}; }

  // --- types
  bool guard_int(Val) { return false; }
  bool guard_both_int(Val, Val) { return false; }
  bool guard_float(Val) { return false; }
  bool guard_ref(Val) { return false; }
  bool guard_bool(Val) { return false; }
  bool guard_is(Val, Value) { return false; }
  bool guard_after_is(Val, Value, int = -1) { return false; }
  bool guard(Bool) { return false; }
  bool raised(Val) { return false; }
  bool raised_after(Val, int = -1, bool = false) { return false; }
  bool fits_double(Val) { return false; }
  MapId promote_map(Obj) { return {}; }
  Kind promote_kind(Obj) { return {}; }
  Tag promote_tag(Val) { return {}; }
  CodeBody* promote_body(Obj) { return nullptr; }
  Type* promote_type(Obj) { return nullptr; }
  const BuiltinDef* promote_builtin(Obj) { return nullptr; }
  bool promote_bound(Obj) { return false; }
  bool guard_self(Obj, Val) { return false; }
  GenState promote_gen_state(Obj) { return {}; }
  uint32_t promote_pc(Val) { return 0; }
  ReturnWord promote_return() { return ReturnWord::decode(Value()); }
  bool leave_observed(Val*) { return false; }
  Flow instrumented() { return Flow::Exit; }

  // --- boxing
  Int unbox_int(Val) { return {}; }
  Flt unbox_float(Val) { return {}; }
  Obj unbox_ref(Val) { return {}; }
  Bool unbox_bool(Val) { return {}; }
  Val box_int(Int) { return {}; }
  Val box_float(Flt) { return {}; }
  Val box_ref(Obj) { return {}; }
  Val box_bool(Bool) { return {}; }

  // --- numbers
  bool add_ov(Int, Int, Int*) { return false; }
  bool sub_ov(Int, Int, Int*) { return false; }
  bool mul_ov(Int, Int, Int*) { return false; }
  Int add(Int, Int) { return {}; }
  Int sub(Int, Int) { return {}; }
  Int bit_and(Int, Int) { return {}; }
  Int bit_or(Int, Int) { return {}; }
  Int bit_xor(Int, Int) { return {}; }
  Int invert(Int) { return {}; }
  Int shl(Int, Int) { return {}; }
  Int shr(Int, Int) { return {}; }
  Int floordiv(Int, Int) { return {}; }
  Int mod(Int, Int) { return {}; }
  Bool eq(Int, Int) { return {}; }
  Bool ne(Int, Int) { return {}; }
  Bool lt(Int, Int) { return {}; }
  Bool le(Int, Int) { return {}; }
  Bool gt(Int, Int) { return {}; }
  Bool ge(Int, Int) { return {}; }
  Bool ult(Int, Int) { return {}; }
  Flt fadd(Flt, Flt) { return {}; }
  Flt fsub(Flt, Flt) { return {}; }
  Flt fmul(Flt, Flt) { return {}; }
  Flt fdiv(Flt, Flt) { return {}; }
  Flt fneg(Flt) { return {}; }
  Flt fabs(Flt) { return {}; }
  Flt fsqrt(Flt) { return {}; }
  Flt ffloor(Flt) { return {}; }
  Flt fceil(Flt) { return {}; }
  Bool float_fits(Flt) { return {}; }
  Int float_to_int(Flt) { return {}; }
  Flt int_to_float(Int) { return {}; }
  Bool feq(Flt, Flt) { return {}; }
  Bool fne(Flt, Flt) { return {}; }
  Bool flt(Flt, Flt) { return {}; }
  Bool fle(Flt, Flt) { return {}; }
  Bool fgt(Flt, Flt) { return {}; }
  Bool fge(Flt, Flt) { return {}; }
  Bool bool_not(Bool) { return {}; }
  Int bool_to_int(Bool) { return {}; }
  Bool same(Val, Val) { return {}; }

  // --- memory
  template <ir::Field F>
  Val load(Obj) {
    return {};
  }
  template <ir::Field F>
  Int load_int(Obj) {
    return {};
  }
  template <ir::Field F>
  Obj load_obj(Obj) {
    return {};
  }
  template <ir::Field F>
  void store(Obj, Val) {}
  template <ir::Field F>
  void store_int(Obj, Int) {}
  Val load_inline(Obj, uint32_t) { return {}; }
  Val load_inline_float(Obj, uint32_t) { return {}; }
  void store_inline(Obj, uint32_t, Val) {}
  void set_map(Obj, MapId) {}
  Val load_cells(Obj, Int) { return {}; }
  void store_cells(Obj, Int, Val) {}
  Val load_tuple(Obj, Int) { return {}; }
  Flt load_f64(Obj, Int) { return {}; }
  void store_f64(Obj, Int, Flt) {}
  Int load_i64(Obj, Int) { return {}; }
  void store_i64(Obj, Int, Int) {}
  Int load_byte(Obj, Int) { return {}; }
  void store_byte(Obj, Int, Int) {}
  Val load_gen(Obj, uint32_t) { return {}; }
  void store_gen(Obj, uint32_t, Val) {}
  void store_aux(Obj, uint16_t) {}

  // --- C memory and C functions
  Int load_raw(ir::RawType, Int) { return {}; }
  Flt load_raw_float(ir::RawType, Int) { return {}; }
  void store_raw(ir::RawType, Int, Int) {}
  void store_raw_float(ir::RawType, Int, Flt) {}
  const NativeFunction* promote_native(Obj) { return nullptr; }
  NativePointer native_pointer(const NativeFunction&, uint32_t, Obj) { return {}; }
  bool native_referent(const NativeFunction&, uint32_t, Obj) { return false; }
  Operand native_word(Int) { return {}; }
  Operand native_word(Flt) { return {}; }
  Int native_call_int(const NativeFunction&, const Operand*) { return {}; }
  Flt native_call_float(const NativeFunction&, const Operand*) { return {}; }
  void native_call(const NativeFunction&, const Operand*) {}

  Flow generator_throw(Obj, const Thrown<Val>&, Action, uint16_t) { return Flow::Next; }
  Value generator_exit() { return {}; }

  // --- new objects
  Obj new_cell(Val) { return {}; }
  Obj new_tuple(uint32_t) { return {}; }
  void init_tuple(Obj, uint32_t, Val) {}
  Obj new_list(MapId, const Val*, uint32_t) { return {}; }
  Obj new_seq_iter(Kind, Val) { return {}; }
  Obj new_dict() { return {}; }
  Obj new_super(Val, Val, Val) { return {}; }
  Obj new_slice(Val, Val, Val) { return {}; }
  Obj new_range(Val, Val, Val, Val) { return {}; }
  Obj new_range_iter(Int, Int, Int) { return {}; }
  Obj new_generator() { return {}; }
  Obj new_instance(Type*) { return {}; }

  // --- names and attributes
  NameCell* global_cell(uint16_t) { return nullptr; }
  Val load_name_cell(NameCell*) { return {}; }
  void store_global(uint16_t, Val) {}
  AttributePlan attribute_plan(Val, Value) { return {}; }
  AttributePlan store_plan(Val, Value, Val) { return {}; }
  Value property_getter(Val) { return {}; }
  bool plain_truth(Obj) { return false; }
  Val class_of(Val) { return {}; }
  Verdict instance_of(Val, Type*) { return Verdict::No; }
  bool special_method(Val, Val, Val*) { return false; }
  bool class_lookup(Obj, Val, Val*) { return false; }
  Val special_name(NameId) { return {}; }
  Type* promote_class(Val) { return nullptr; }
  bool is_subclass(Type*, Type*) { return false; }
  bool tuple_field(Val, uint32_t*) { return false; }
  NameCell* super_method(Obj, Value) { return nullptr; }
  bool plain_wrapper(Obj, NameId) { return false; }
  bool plain_construction(Type*, NameCell**) { return false; }
  Value type_constructor(Type*) { return {}; }

  // --- calls
  /// A helper takes opaque operands of just the kinds that its parameters are.
  template <class H, class... A>
  auto call(H, A... args) {
    return call_helper(H::fn, args...);
  }
  Val call_builtin(const BuiltinDef*, uint32_t, uint32_t, Value) { return {}; }
  Value bind_python_version(const BuiltinDef*, uint32_t, uint32_t, Value) { return {}; }
  bool bind_slow(Obj, uint32_t, uint32_t, Value) { return false; }
  Value spread_keywords(Val, uint32_t, uint32_t) { return {}; }
  bool check_window(uint32_t, uint32_t) { return false; }
  bool check_stack(CodeBody*, uint32_t) { return false; }
  void enter_frame(CodeBody*, uint32_t) {}
  Flow enter_function(CodeBody*, uint32_t) { return Flow::Frame; }
  void leave_frame(uint32_t) {}
  Flow exit_frame(Val) { return Flow::Exit; }
  Flow back_edge(int32_t) { return Flow::Next; }

 private:
  template <class T>
  static auto opaque() {
    if constexpr (std::is_same_v<T, Value>) return Val{};
    if constexpr (std::is_same_v<T, int64_t>) return Int{};
    if constexpr (std::is_same_v<T, double>) return Flt{};
    if constexpr (std::is_same_v<T, bool>) return Bool{};
  }
  template <class R, class... P, class... A>
  static auto call_helper(R (*)(Vm*, P...), A...) {
    static_assert((std::is_same_v<A, decltype(opaque<P>())> && ...),
                  "a helper's operands are of other kinds than its parameters");
    return opaque<R>();
  }
};

}  // namespace hothouse::ops
