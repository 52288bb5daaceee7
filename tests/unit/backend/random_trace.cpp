#include "tests/unit/backend/random_trace.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <set>

#include "core/ir/helpers.h"
#include "core/ir/operands.h"

namespace hothouse::backend {

using namespace ir;
using Op = ir::Op;

namespace {
constexpr uint32_t kFuelSlot = RandomWorld::kFuelSlot;
}

int64_t RandomTrace::interesting_int() {
  static const int64_t kInts[] = {0,
                                  1,
                                  -1,
                                  2,
                                  3,
                                  7,
                                  10,
                                  -7,
                                  100,
                                  255,
                                  1000003,
                                  1 << 20,
                                  INT32_MAX,
                                  INT32_MIN,
                                  int64_t{1} << 31,
                                  Value::kMaxInt,
                                  Value::kMinInt,
                                  Value::kMaxInt + 1,
                                  Value::kMinInt - 1,
                                  INT64_MAX,
                                  INT64_MIN,
                                  INT64_MIN + 1};
  if (chance(60)) return kInts[below(sizeof kInts / sizeof kInts[0])];
  auto bits = static_cast<int64_t>(random_());
  return bits >> below(64);
}

double RandomTrace::interesting_float() {
  static const double kFloats[] = {0.0,
                                   -0.0,
                                   1.0,
                                   -1.0,
                                   0.5,
                                   1.5,
                                   -2.25,
                                   1e10,
                                   1e300,
                                   5e-324,
                                   9223372036854775808.0,
                                   -9223372036854775808.0,
                                   9223372036854774784.0,
                                   std::numeric_limits<double>::infinity(),
                                   -std::numeric_limits<double>::infinity(),
                                   std::numeric_limits<double>::quiet_NaN()};
  if (chance(60)) return kFloats[below(sizeof kFloats / sizeof kFloats[0])];
  return std::ldexp(static_cast<double>(static_cast<int64_t>(random_())),
                    -static_cast<int>(below(90)));
}

Ref RandomTrace::constant(Type type, uint64_t bits) { return trace_.constant(type, bits); }

Ref RandomTrace::emit(Op op, Type type, Ref a, Ref b, Ref c, uint32_t imm, uint16_t aux) {
  Ins ins;
  ins.op = op;
  ins.type = type;
  ins.a = a;
  ins.b = b;
  ins.c = c;
  ins.imm = imm;
  ins.aux = aux;
  Ref r = trace_.append(ins);
  if (type != Type::Void) values_[static_cast<int>(type)].push_back(r);
  return r;
}

Ref RandomTrace::value(Type type) {
  auto& list = values_[static_cast<int>(type)];
  if (list.empty()) {
    switch (type) {
      case Type::I64:
        return constant(type, static_cast<uint64_t>(interesting_int()));
      case Type::F64:
        return constant(type, __builtin_bit_cast(uint64_t, interesting_float()));
      case Type::Bool:
        return constant(type, below(2));
      default:
        return constant(type, Value::none().bits());
    }
  }
  // Mostly recent ones, now and then any: lives of all lengths.
  size_t n = list.size();
  size_t back = chance(70) ? below(static_cast<uint32_t>(std::min<size_t>(n, 5)))
                           : below(static_cast<uint32_t>(n));
  return list[n - 1 - back];
}

Ref RandomTrace::any(Type type) {
  if (chance(20)) {
    if (type == Type::I64) return constant(type, static_cast<uint64_t>(interesting_int()));
    if (type == Type::F64) {
      return constant(type, __builtin_bit_cast(uint64_t, interesting_float()));
    }
  }
  return value(type);
}

uint32_t RandomTrace::snapshot() {
  if (!trace_.snapshots.empty() && trace_.ops.size() > 3 && chance(25) &&
      !trace_.snapshots.back().entries.empty()) {
    // Guards in a row share theirs.
    return static_cast<uint32_t>(trace_.snapshots.size() - 1);
  }
  Snapshot s;
  uint32_t count = chance(10) ? 20 : below(6);
  for (uint32_t i = 0; i < count; i++) {
    static const Type kTypes[] = {Type::I64, Type::F64, Type::Bool, Type::Value};
    s.entries.push_back({static_cast<int32_t>(20 + i), any(kTypes[below(4)])});
  }
  trace_.snapshots.push_back(s);
  return static_cast<uint32_t>(trace_.snapshots.size() - 1);
}

void RandomTrace::guard(Op op, Ref a, Ref b) {
  Ref r = emit(op, Type::Void, a, b);
  uint32_t s = snapshot();
  trace_.at(r).snapshot = s;
}

Ref RandomTrace::index() {
  if (chance(50)) return trace_.int_constant(below(RandomWorld::kElements));
  return emit(Op::And, Type::I64, value(Type::I64),
              trace_.int_constant(RandomWorld::kElements - 1));
}

void RandomTrace::int_op() {
  static const Op kBinary[] = {Op::Add, Op::Sub, Op::Mul, Op::And, Op::Or, Op::Xor};
  static const Op kCompare[] = {Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::Ult};
  static const Op kShift[] = {Op::Shl, Op::Shr, Op::Ushr};
  static const Op kOverflow[] = {Op::AddOv, Op::SubOv, Op::MulOv};
  switch (below(9)) {
    case 0:
    case 1:
    case 2:
      emit(kBinary[below(6)], Type::I64, any(Type::I64), any(Type::I64));
      break;
    case 3:
      emit(kCompare[below(7)], Type::Bool, any(Type::I64), any(Type::I64));
      break;
    case 4: {
      Ref count = trace_.int_constant(below(64));
      if (chance(40)) count = emit(Op::And, Type::I64, value(Type::I64), trace_.int_constant(63));
      emit(kShift[below(3)], Type::I64, any(Type::I64), count);
      break;
    }
    case 5: {
      // Overflow is likely with wild operands: make them smaller.
      Ref a = emit(Op::Shr, Type::I64, any(Type::I64), trace_.int_constant(below(40)));
      Ref b = emit(Op::Shr, Type::I64, any(Type::I64), trace_.int_constant(34));
      uint32_t s = snapshot();
      Ref r = emit(kOverflow[below(3)], Type::I64, chance(50) ? a : b, chance(50) ? b : a);
      trace_.at(r).snapshot = s;
      break;
    }
    case 6: {
      // A divisor that is not 0, and no least int64 divided by -1.
      Ref a = emit(Op::Shr, Type::I64, any(Type::I64), trace_.int_constant(1 + below(40)));
      Ref b;
      if (chance(50)) {
        int64_t d = interesting_int();
        b = trace_.int_constant(d == 0 ? 7 : d);
      } else {
        b = emit(Op::Shr, Type::I64, any(Type::I64), trace_.int_constant(below(60)));
        b = emit(Op::Or, Type::I64, b, trace_.int_constant(1));
      }
      emit(chance(50) ? Op::FloorDiv : Op::Mod, Type::I64, a, b);
      break;
    }
    case 7:
      emit(chance(50) ? Op::Neg : Op::Invert, Type::I64, any(Type::I64));
      break;
    case 8:
      emit(Op::Select, Type::I64, any(Type::I64), any(Type::I64), value(Type::Bool));
      break;
  }
}

void RandomTrace::float_op() {
  static const Op kBinary[] = {Op::Fadd, Op::Fsub, Op::Fmul, Op::Fdiv};
  static const Op kUnary[] = {Op::Fneg, Op::Fabs, Op::Fsqrt, Op::Ffloor, Op::Fceil};
  static const Op kCompare[] = {Op::Feq, Op::Fne, Op::Flt, Op::Fle, Op::Fgt, Op::Fge};
  switch (below(7)) {
    case 0:
    case 1:
    case 2:
      emit(kBinary[below(4)], Type::F64, any(Type::F64), any(Type::F64));
      break;
    case 3:
      emit(kUnary[below(5)], Type::F64, any(Type::F64));
      break;
    case 4:
      emit(kCompare[below(6)], Type::Bool, any(Type::F64), any(Type::F64));
      break;
    case 5:
      if (chance(50)) {
        emit(Op::IntToFloat, Type::F64, any(Type::I64));
      } else {
        Ref x = value(Type::F64);
        Ref fits = emit(Op::FloatFits, Type::Bool, x);
        Ref safe = emit(Op::Select, Type::F64, x, trace_.float_constant(12.75), fits);
        emit(Op::FloatToInt, Type::I64, safe);
      }
      break;
    case 6:
      emit(Op::Select, Type::F64, any(Type::F64), any(Type::F64), value(Type::Bool));
      break;
  }
}

void RandomTrace::memory_op() {
  auto object = [&](Object* o) {
    return constant(Type::Ref, static_cast<uint64_t>(reinterpret_cast<uintptr_t>(o)));
  };
  switch (below(9)) {
    case 0:
      emit(Op::LoadF64, Type::F64, object(world_.floats), index());
      break;
    case 1:
      emit(Op::StoreF64, Type::Void, object(world_.floats), index(), any(Type::F64));
      break;
    case 2:
      emit(Op::LoadI64, Type::I64, object(world_.ints), index());
      break;
    case 3:
      emit(Op::StoreI64, Type::Void, object(world_.ints), index(), any(Type::I64));
      break;
    case 4:
      emit(Op::LoadByte, Type::I64, object(world_.bytes), index());
      break;
    case 5:
      emit(Op::StoreByte, Type::Void, object(world_.bytes), index(), any(Type::I64));
      break;
    case 6:
      emit(Op::LoadCells, Type::Value, object(world_.cells), index());
      break;
    case 7: {
      Ref o = object(world_.cells);
      emit(Op::Barrier, Type::Void, o);
      emit(Op::StoreCells, Type::Void, o, index(), value(Type::Value));
      break;
    }
    case 8: {
      auto address = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(world_.ints)) + 16;
      Ref a = emit(Op::And, Type::I64, value(Type::I64), trace_.int_constant(24));
      a = emit(Op::Add, Type::I64, a, constant(Type::I64, address));
      auto raw = static_cast<uint16_t>(below(9));
      bool is_float = raw >= static_cast<uint16_t>(RawType::F32);
      Type type = is_float ? Type::F64 : Type::I64;
      // Integers only: float bits of a NaN are not compared in this payload.
      if (chance(50) || is_float) {
        emit(Op::LoadRaw, type, a, kNoRef, kNoRef, 8, raw);
      } else {
        emit(Op::StoreRaw, Type::Void, a, any(type), kNoRef, 8, raw);
      }
      break;
    }
  }
}

void RandomTrace::boxing_op() {
  switch (below(8)) {
    case 0: {
      Ref small = emit(Op::Shr, Type::I64, any(Type::I64), trace_.int_constant(14));
      Ref boxed = emit(Op::BoxInt, Type::Value, small);
      if (chance(50)) {
        if (chance(60)) guard(Op::GuardInt, boxed);
        emit(Op::UnboxInt, Type::I64, boxed);
      }
      break;
    }
    case 1: {
      Ref boxed = emit(Op::BoxFloat, Type::Value, any(Type::F64));
      if (chance(50)) {
        if (chance(60)) guard(Op::GuardFloat, boxed);
        emit(Op::UnboxFloat, Type::F64, boxed);
      }
      break;
    }
    case 2: {
      Ref boxed = emit(Op::BoxBool, Type::Value, any(Type::Bool));
      if (chance(50)) {
        if (chance(60)) guard(Op::GuardBool, boxed);
        emit(Op::UnboxBool, Type::Bool, boxed);
      }
      break;
    }
    case 3:
      emit(Op::Not, Type::Bool, value(Type::Bool));
      break;
    case 4:
      emit(Op::BoolToInt, Type::I64, value(Type::Bool));
      break;
    case 5: {
      static const Op kGuards[] = {Op::GuardInt,    Op::GuardFloat,    Op::GuardBool,
                                   Op::GuardNotInt, Op::GuardNotFloat, Op::GuardNotBool,
                                   Op::GuardRef,    Op::GuardNotRef};
      if (chance(30)) guard(kGuards[below(8)], value(Type::Value));
      break;
    }
    case 6: {
      Ref v = value(Type::Value);
      Ref same = emit(Op::Same, Type::Bool, v, v);
      guard(Op::GuardTrue, same);
      if (chance(30)) guard(Op::GuardIsNot, v, trace_.value_constant(Value::ellipsis()));
      break;
    }
    case 7:
      emit(Op::Select, Type::Bool, value(Type::Bool), value(Type::Bool), value(Type::Bool));
      break;
  }
}

void RandomTrace::call_op() {
  struct Row {
    const char* name;
    const char* operands;
    Type type;
  };
  static const Row kRows[] = {{"test_mixed", "ififif", Type::F64},
                              {"test_six", "iiiiii", Type::I64},
                              {"test_six_floats", "ffffff", Type::F64},
                              {"test_twice", "i", Type::I64},
                              {"test_nothing", "", Type::Void}};
  const Row& row = kRows[below(5)];
  auto first = static_cast<uint32_t>(trace_.args.size());
  std::vector<Ref> args;
  for (const char* p = row.operands; *p; p++)
    args.push_back(any(*p == 'f' ? Type::F64 : Type::I64));
  trace_.args.insert(trace_.args.end(), args.begin(), args.end());
  emit(Op::Call, row.type, Ref{first}, Ref{static_cast<uint32_t>(args.size())}, kNoRef,
       find_helper(row.name));
}

void RandomTrace::random_guard() {
  static const Op kInt[] = {Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::Ult};
  static const Op kFloat[] = {Op::Feq, Op::Fne, Op::Flt, Op::Fle, Op::Fgt, Op::Fge};
  Ref c;
  switch (below(4)) {
    case 0:
      c = emit(kInt[below(7)], Type::Bool, value(Type::I64), any(Type::I64));
      break;
    case 1:
      c = emit(kFloat[below(6)], Type::Bool, value(Type::F64), any(Type::F64));
      break;
    case 2:
      c = emit(Op::FloatFits, Type::Bool, value(Type::F64));
      break;
    default:
      c = value(Type::Bool);
      break;
  }
  if (chance(20)) c = emit(Op::Not, Type::Bool, c);
  guard(chance(50) ? Op::GuardTrue : Op::GuardFalse, c);
}

void RandomTrace::random_op() {
  uint32_t r = below(100);
  if (r < 38) return int_op();
  if (r < 66) return float_op();
  if (r < 80) return memory_op();
  if (r < 92) return boxing_op();
  if (r < 95) return call_op();
  random_guard();
}

Trace RandomTrace::make_loop() {
  trace_ = Trace();
  trace_.unit = 1;
  trace_.name = "random";
  for (auto& v : values_) v.clear();
  for (int i = 0; i < RandomWorld::kInts; i++) {
    Ref v = emit(Op::SlotLoad, Type::Value, kNoRef, kNoRef, kNoRef, static_cast<uint32_t>(i));
    emit(Op::UnboxInt, Type::I64, v);
  }
  for (int i = 0; i < RandomWorld::kFloats; i++) {
    Ref v = emit(Op::SlotLoad, Type::Value, kNoRef, kNoRef, kNoRef,
                 static_cast<uint32_t>(RandomWorld::kInts + i));
    emit(Op::UnboxFloat, Type::F64, v);
  }
  emit(Op::Lt, Type::Bool, value(Type::I64), value(Type::I64));
  uint32_t before = below(12);
  for (uint32_t i = 0; i < before; i++) random_op();
  if (chance(25)) {
    uint32_t count = below(60);
    for (uint32_t i = 0; i < count; i++) random_op();
    Ref r = emit(Op::Exit, Type::Void);
    trace_.at(r).snapshot = snapshot();
    return trace_;
  }
  Ref loop = emit(Op::Loop, Type::Void);
  body_ = loop.index;
  std::vector<Ref> phis;
  std::vector<Ref> firsts;
  uint32_t phi_count = below(10);
  for (uint32_t i = 0; i < phi_count; i++) {
    static const Type kTypes[] = {Type::I64, Type::F64, Type::Bool, Type::Value};
    firsts.push_back(any(kTypes[below(4)]));
  }
  Ref counter = emit(Op::Phi, Type::I64, trace_.int_constant(0));
  phis.push_back(counter);
  for (Ref first : firsts) phis.push_back(emit(Op::Phi, trace_.type_of(first), first));
  Ref more = emit(Op::Lt, Type::Bool, counter, trace_.int_constant(2 + below(12)));
  guard(Op::GuardTrue, more);
  uint32_t count = 1 + below(60);
  for (uint32_t i = 0; i < count; i++) random_op();
  trace_.at(counter).b = emit(Op::Add, Type::I64, counter, trace_.int_constant(1));
  for (size_t i = 1; i < phis.size(); i++) trace_.at(phis[i]).b = any(trace_.type_of(phis[i]));
  emit(Op::JumpLoop, Type::Void);
  fill_params();
  return trace_;
}

/// Phis, then what the body uses from before: as core/opt/cleanup does.
void RandomTrace::fill_params() {
  std::set<uint32_t> used;
  auto use = [&](Ref r) {
    if (!r.is_none() && r.is_op() && r.index < body_) used.insert(r.index);
  };
  for (uint32_t i = body_ + 1; i < trace_.ops.size(); i++) {
    Ins& ins = trace_.ops[i];
    if (ins.op == Op::Phi) {
      trace_.body_params.push_back(Ref{i});
      use(ins.b);
      continue;
    }
    for_each_operand(trace_, ins, use);
    if (ins.snapshot != 0xffffffffu) {
      for (Ref r : snapshot_uses(trace_, ins.snapshot)) use(r);
    }
  }
  for (uint32_t i : used) trace_.body_params.push_back(Ref{i});
}

Trace RandomTrace::make_bridge(const Trace& parent, uint32_t snapshot, const Trace& loop,
                               uint32_t unit) {
  std::vector<Ref> kept = exit_values(parent, snapshot);
  bool has_body = !loop.body_params.empty();
  trace_ = Trace();
  trace_.kind = TraceKind::Bridge;
  trace_.unit = unit;
  trace_.parent_unit = parent.unit;
  trace_.parent_exit = snapshot;
  trace_.name = "bridge";
  for (auto& v : values_) v.clear();
  body_ = 0;
  for (uint32_t i = 0; i < kept.size(); i++) {
    trace_.inherit_types.push_back(parent.type_of(kept[i]));
    emit(Op::Inherit, parent.type_of(kept[i]), kNoRef, kNoRef, kNoRef, i);
  }
  uint32_t count = below(25);
  for (uint32_t i = 0; i < count; i++) random_op();
  // Back into the body if everything that it needs is known here (exits before the loop keep no
  // invariants).
  std::vector<Ref> operands;
  for (Ref param : loop.body_params) {
    Ref operand = kNoRef;
    if (loop.at(param).op == Op::Phi) {
      operand = any(loop.type_of(param));
    } else if (parent.unit == loop.unit) {
      for (uint32_t k = 0; k < kept.size(); k++) {
        if (kept[k] == param) operand = Ref{k};
      }
    }
    if (operand.is_none()) has_body = false;
    operands.push_back(operand);
  }
  if (has_body && chance(80)) {
    auto first = static_cast<uint32_t>(trace_.args.size());
    // The loop counts its first phi: go on where it was, or nearly at the end.
    if (!operands.empty()) operands[0] = trace_.int_constant(1 + below(6));
    // Fuel in a slot, as the same exit may be taken for ever.
    Ref fuel = emit(Op::UnboxInt, Type::I64,
                    emit(Op::SlotLoad, Type::Value, kNoRef, kNoRef, kNoRef, kFuelSlot));
    fuel = emit(Op::Sub, Type::I64, fuel, trace_.int_constant(1));
    emit(Op::SlotStore, Type::Void, emit(Op::BoxInt, Type::Value, fuel), kNoRef, kNoRef, kFuelSlot);
    guard(Op::GuardTrue, emit(Op::Gt, Type::Bool, fuel, trace_.int_constant(0)));
    trace_.args.insert(trace_.args.end(), operands.begin(), operands.end());
    emit(Op::JumpBody, Type::Void, Ref{first}, Ref{static_cast<uint32_t>(operands.size())}, kNoRef,
         loop.unit);
  } else {
    Ref r = emit(Op::Exit, Type::Void);
    trace_.at(r).snapshot = this->snapshot();
  }
  return trace_;
}

}  // namespace hothouse::backend
