#include "numarray/kernel.h"

#include <limits>

#include "numarray/functions.h"

namespace hothouse::numarray {

using ir::Op;
using ir::RawType;
using ir::Ref;
using ir::Type;

std::string Spec::key() const {
  std::string k;
  auto add = [&k](auto x) { k.push_back(static_cast<char>(x)); };
  auto add_source = [&](Source s) { add(s.is_step * 128 + s.index); };
  add(inputs.size());
  for (const Input& i : inputs) {
    add(i.dtype);
    add(i.mode);
  }
  for (const Step& s : steps) {
    add(s.op);
    add(s.dtype);
    for (int i = 0; i < operation_info(s.op).operands; i++) add_source(s.operands[i]);
  }
  add_source(result);
  add(dtype);
  add(is_contiguous);
  add(reduction);
  return k;
}

std::string Spec::text() const {
  auto name = [this](auto& self, Source s) -> std::string {
    if (!s.is_step) return std::string(1, static_cast<char>('a' + s.index % 26));
    const Step& step = steps[s.index];
    std::string arguments;
    for (int i = 0; i < operation_info(step.op).operands; i++) {
      arguments += (i > 0 ? ", " : "") + self(self, step.operands[i]);
    }
    return std::string(operation_info(step.op).text) + "(" + arguments + ")";
  };
  static const char* const kReductions[] = {"", "sum ", "min ", "max "};
  return kReductions[static_cast<int>(reduction)] + name(name, result);
}

namespace {

RawType raw_type(DType t) {
  return t == DType::Float64 ? RawType::F64 : t == DType::Int64 ? RawType::I64 : RawType::U8;
}

class Builder {
 public:
  Builder(const Spec& spec, bool wide)
      : spec_(spec),
        wide_(wide),
        copies_(wide                                ? 2
                : spec.reduction == Reduction::None ? 1
                                                    : kLanes),
        lanes_(wide ? 4 : 1),
        trace_(std::make_unique<ir::Trace>()) {}

  std::unique_ptr<ir::Trace> run(std::string& reason) {
    trace_->kind = ir::TraceKind::Kernel;
    trace_->name = spec_.text();
    trace_->origins.push_back({0, 0, 0, 0});
    trace_->snapshots.emplace_back();
    trace_->snapshots[0].resume = ir::Resume::After;
    load_parameters();
    start_loop();
    for (uint32_t c = 0; c < copies_; c++) {
      values_.clear();
      loaded_.clear();
      copy_ = c;
      for (const Spec::Step& s : spec_.steps) values_.push_back(step(s));
      finish(c, source(spec_.result, spec_.dtype));
    }
    end_loop();
    if (!reason_.empty()) {
      reason = reason_;
      return nullptr;
    }
    return std::move(trace_);
  }

 private:
  /// An input or the output: where it is, or its value for all elements.
  struct Place {
    Ref address, stride, offset, now, value;
  };

  // --- ops

  Ref emit(Op op, Type type, Ref a = ir::kNoRef, Ref b = ir::kNoRef, Ref c = ir::kNoRef,
           uint32_t imm = 0, uint16_t aux = 0) {
    ir::Ins ins{};
    ins.op = op;
    ins.type = type;
    ins.a = a;
    ins.b = b;
    ins.c = c;
    ins.imm = imm;
    ins.aux = aux;
    return trace_->append(ins);
  }
  Ref integer(int64_t i) { return trace_->int_constant(i); }
  Ref call(Function f, std::initializer_list<Ref> operands) {
    if (wide_) reason_ = std::string(ir::helper_info(helper_of(f)).name) + ": no vector form";
    ir::HelperId id = helper_of(f);
    auto first = static_cast<uint32_t>(trace_->args.size());
    for (Ref r : operands) trace_->args.push_back(r);
    Type type = ir::helper_info(id).result == 'f' ? Type::F64 : Type::I64;
    return emit(Op::Call, type, Ref{first}, Ref{static_cast<uint32_t>(operands.size())}, ir::kNoRef,
                id);
  }

  /// The type of a dtype's values in this form.
  Type type_of(DType t) const {
    if (wide_) return t == DType::Float64 ? Type::V4F64 : Type::V4I64;
    return t == DType::Float64 ? Type::F64 : t == DType::Int64 ? Type::I64 : Type::Bool;
  }
  /// The op of this form.
  Ref either(Op scalar, Op vector, DType t, Ref a, Ref b = ir::kNoRef, Ref c = ir::kNoRef) {
    return emit(wide_ ? vector : scalar, type_of(t), a, b, c);
  }
  Ref number(DType t, uint64_t bits) {
    if (t == DType::Float64) {
      Ref c = trace_->constant(Type::F64, bits);
      return wide_ ? splat(Op::SplatF, Type::V4F64, c) : c;
    }
    if (wide_) return splat(Op::SplatI, Type::V4I64, integer(static_cast<int64_t>(bits)));
    if (t == DType::Int64) return integer(static_cast<int64_t>(bits));
    return trace_->bool_constant(bits != 0);
  }
  Ref number(double d) { return number(DType::Float64, __builtin_bit_cast(uint64_t, d)); }
  /// Splats of constants stand before the loop, each once.
  Ref splat(Op op, Type type, Ref constant) {
    for (auto [c, ref] : splats_) {
      if (c == constant) return ref;
    }
    if (in_loop_) return emit(op, type, constant);
    Ref ref = emit(op, type, constant);
    splats_.push_back({constant, ref});
    return ref;
  }

  // --- inputs

  Ref parameter(uint32_t word) {
    return emit(Op::LoadElem, Type::I64, parameters_, integer(8 * int64_t{word}), ir::kNoRef, 0,
                static_cast<uint16_t>(RawType::I64));
  }

  /// One element, as a scalar of this form.
  Ref scalar_element(DType t, Ref address, Ref offset) {
    auto raw = static_cast<uint16_t>(raw_type(t));
    if (t == DType::Float64) {
      Ref x = emit(Op::LoadElem, Type::F64, address, offset, ir::kNoRef, 0, raw);
      return wide_ ? emit(Op::SplatF, Type::V4F64, x) : x;
    }
    Ref x = emit(Op::LoadElem, Type::I64, address, offset, ir::kNoRef, 0, raw);
    if (t == DType::Int64) return wide_ ? emit(Op::SplatI, Type::V4I64, x) : x;
    if (wide_) {
      return emit(Op::SplatI, Type::V4I64, emit(Op::Neg, Type::I64, x));  // a mask
    }
    return emit(Op::Ne, Type::Bool, x, integer(0));
  }

  void load_parameters() {
    Ref base = emit(Op::SlotLoad, Type::Value);
    parameters_ = emit(Op::UnboxInt, Type::I64, base);
    end_ = parameter(0);
    auto count = static_cast<uint32_t>(spec_.inputs.size());
    for (uint32_t k = 0; k <= count; k++) {
      bool is_output = k == count;
      Mode mode = !is_output            ? spec_.inputs[k].mode
                  : spec_.is_contiguous ? Mode::Contiguous
                                        : Mode::Strided;
      Place p;
      if (mode == Mode::Number) {
        // Bools come as 0 or 1 in a word.
        DType t = spec_.inputs[k].dtype;
        Ref offset = integer(8 * (1 + 2 * int64_t{k}));
        p.value = scalar_element(t, parameters_, offset);
      } else {
        p.address = parameter(1 + 2 * k);
        if (mode == Mode::Once)
          p.value = scalar_element(spec_.inputs[k].dtype, p.address, integer(0));
        if (mode == Mode::Strided) p.stride = parameter(2 + 2 * k);
      }
      if (mode == Mode::Strided && wide_) reason_ = "elements with gaps: no vector form";
      places_.push_back(p);
    }
    // What the steps will want, so that it stands before the loop.
    if (wide_) {
      for (double d : {0.0, 1.0, -1.0}) number(d);
      number(DType::Int64, 0);
      number(DType::Int64, ~uint64_t{0});
      number(DType::Int64, 1);
    }
  }

  Ref phi(Type type, Ref before) {
    Ref ref = emit(Op::Phi, type, before, ir::kNoRef);
    return ref;
  }

  void start_loop() {
    Ref zero = integer(0);
    std::vector<Ref> initial(copies_, ir::kNoRef);
    if (spec_.reduction != Reduction::None) {
      for (Ref& r : initial) r = neutral();
    }
    emit(Op::Loop, Type::Void);
    in_loop_ = true;
    at_ = phi(Type::I64, zero);
    for (Place& p : places_) {
      if (!p.stride.is_none()) p.offset = phi(Type::I64, zero);
    }
    if (spec_.reduction != Reduction::None) {
      for (Ref r : initial) partial_.push_back(phi(type_of(spec_.dtype), r));
    }
    next_partial_ = partial_;
    Ref more = emit(Op::Lt, Type::Bool, at_, end_);
    Ref guard = emit(Op::GuardTrue, Type::Void, more);
    trace_->at(guard).snapshot = 0;
    for (Place& p : places_) p.now = p.offset;
  }

  Ref neutral() {
    bool is_float = spec_.dtype == DType::Float64;
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    switch (spec_.reduction) {
      case Reduction::Sum:
        return is_float ? number(-0.0) : number(DType::Int64, 0);  // -0.0 + x is x
      case Reduction::Minimum:
        return is_float ? number(kInfinity) : number(DType::Int64, INT64_MAX);
      default:
        return is_float ? number(-kInfinity)
                        : number(DType::Int64, static_cast<uint64_t>(INT64_MIN));
    }
  }

  /// Where the elements of this copy of the body are.
  struct Where {
    Ref offset;
    uint32_t imm;
  };
  Where where(Place& p, DType t) {
    if (!p.stride.is_none()) return {p.now, 0};
    if (t != DType::Bool) return {at_, copy_ * lanes_ * 8};
    if (bytes_at_.is_none()) bytes_at_ = emit(Op::Ushr, Type::I64, at_, integer(3));
    return {bytes_at_, copy_ * lanes_};
  }

  Ref input(uint8_t index) {
    for (auto [k, ref] : loaded_) {
      if (k == index) return ref;
    }
    Place& p = places_[index];
    Ref value = p.value;
    if (value.is_none()) {
      DType t = spec_.inputs[index].dtype;
      Where w = where(p, t);
      auto raw = static_cast<uint16_t>(raw_type(t));
      if (wide_) {
        value = emit(Op::LoadVec, type_of(t), p.address, w.offset, ir::kNoRef, w.imm, raw);
      } else {
        Type type = t == DType::Float64 ? Type::F64 : Type::I64;
        value = emit(Op::LoadElem, type, p.address, w.offset, ir::kNoRef, w.imm, raw);
        if (t == DType::Bool) value = emit(Op::Ne, Type::Bool, value, integer(0));
      }
    }
    loaded_.push_back({index, value});
    return value;
  }

  // --- steps

  Ref convert(Ref x, DType from, DType to) {
    if (from == to) return x;
    if (to == DType::Bool) return invert(equal_zero(x, from));
    if (from == DType::Bool) {
      if (wide_) {
        Ref one = to == DType::Float64 ? number(1.0) : number(DType::Int64, 1);
        Ref zero = to == DType::Float64 ? number(0.0) : number(DType::Int64, 0);
        return emit(to == DType::Float64 ? Op::VSelectF : Op::VSelectI, type_of(to), one, zero, x);
      }
      Ref i = emit(Op::BoolToInt, Type::I64, x);
      return to == DType::Float64 ? emit(Op::IntToFloat, Type::F64, i) : i;
    }
    if (wide_) {
      reason_ = "int64 and float64 are converted one by one: no vector form";
      return x;
    }
    if (to == DType::Float64) return emit(Op::IntToFloat, Type::F64, x);
    return call(Function::float_to_int, {x});
  }
  Ref source(Spec::Source s, DType wanted) {
    Ref x = s.is_step ? values_[s.index] : input(s.index);
    return convert(x, spec_.dtype_of(s), wanted);
  }
  Ref equal_zero(Ref x, DType t) {
    if (t == DType::Float64) return either(Op::Feq, Op::VEqF, DType::Bool, x, number(0.0));
    return either(Op::Eq, Op::VEqI, DType::Bool, x, number(DType::Int64, 0));
  }
  Ref invert(Ref b) {
    if (wide_) return emit(Op::VXor, Type::V4I64, b, number(DType::Int64, ~uint64_t{0}));
    return emit(Op::Not, Type::Bool, b);
  }
  Ref select(DType t, Ref a, Ref b, Ref condition) {
    return either(Op::Select, t == DType::Float64 ? Op::VSelectF : Op::VSelectI, t, a, b,
                  condition);
  }
  Ref logic(Operation op, DType t, Ref a, Ref b) {
    Op scalar = op == Operation::BitAnd ? Op::And : op == Operation::BitOr ? Op::Or : Op::Xor;
    Op vector = op == Operation::BitAnd ? Op::VAnd : op == Operation::BitOr ? Op::VOr : Op::VXor;
    if (wide_) return emit(vector, Type::V4I64, a, b);
    if (t == DType::Int64) return emit(scalar, Type::I64, a, b);
    Ref x = emit(scalar, Type::I64, emit(Op::BoolToInt, Type::I64, a),
                 emit(Op::BoolToInt, Type::I64, b));
    return emit(Op::Ne, Type::Bool, x, integer(0));
  }
  Ref less(DType t, Ref a, Ref b) {
    return t == DType::Float64 ? either(Op::Flt, Op::VLtF, DType::Bool, a, b)
                               : either(Op::Lt, Op::VLtI, DType::Bool, a, b);
  }
  Ref extremum(DType t, Ref a, Ref b, bool greatest) {
    if (t == DType::Bool) return logic(greatest ? Operation::BitOr : Operation::BitAnd, t, a, b);
    if (t == DType::Int64) {
      return greatest ? select(t, a, b, less(t, b, a)) : select(t, a, b, less(t, a, b));
    }
    Ref x = greatest ? b : a, y = greatest ? a : b;
    Ref wins = either(Op::Fle, Op::VLeF, DType::Bool, x, y);  // a >= b, or a <= b
    Ref nan = either(Op::Fne, Op::VNeF, DType::Bool, a, a);
    return select(t, a, b, logic(Operation::BitOr, DType::Bool, wins, nan));
  }
  Ref negative(DType t, Ref a) {
    if (t == DType::Float64) return either(Op::Fneg, Op::VNegF, t, a);
    if (wide_) return emit(Op::VSubI, Type::V4I64, number(DType::Int64, 0), a);
    return emit(Op::Neg, Type::I64, a);
  }

  Ref compare(const Spec::Step& s) {
    DType t = spec_.dtype_of(s.operands[0]);
    if (s.op == Operation::IsNan) {
      Ref a = source(s.operands[0], DType::Float64);
      return either(Op::Fne, Op::VNeF, DType::Bool, a, a);
    }
    t = std::min(t, spec_.dtype_of(s.operands[1]));
    if (t == DType::Bool && s.op != Operation::Equal && s.op != Operation::NotEqual) {
      t = DType::Int64;
    }
    Ref a = source(s.operands[0], t), b = source(s.operands[1], t);
    bool is_float = t == DType::Float64;
    switch (s.op) {
      case Operation::Equal:
      case Operation::NotEqual:
        if (t == DType::Bool) {
          Ref differ = logic(Operation::BitXor, t, a, b);
          return s.op == Operation::Equal ? invert(differ) : differ;
        }
        if (is_float && s.op == Operation::NotEqual) {
          return either(Op::Fne, Op::VNeF, DType::Bool, a, b);
        }
        if (is_float) return either(Op::Feq, Op::VEqF, DType::Bool, a, b);
        a = either(Op::Eq, Op::VEqI, DType::Bool, a, b);
        return s.op == Operation::Equal ? a : invert(a);
      case Operation::Less:
        return less(t, a, b);
      case Operation::Greater:
        return less(t, b, a);
      case Operation::LessEqual:
        if (is_float) return either(Op::Fle, Op::VLeF, DType::Bool, a, b);
        return invert(less(t, b, a));
      default:
        if (is_float) return either(Op::Fle, Op::VLeF, DType::Bool, b, a);
        return invert(less(t, a, b));
    }
  }

  Ref step(const Spec::Step& s) {
    DType t = s.dtype;
    if (operation_info(s.op).kind == OperationKind::Compare) return compare(s);
    if (s.op == Operation::Cast) return source(s.operands[0], t);
    if (s.op == Operation::Where) {
      Ref condition = source(s.operands[0], DType::Bool);
      Ref a = source(s.operands[1], t), b = source(s.operands[2], t);
      return select(t, a, b, condition);
    }
    Ref a = source(s.operands[0], t);
    Ref b = operation_info(s.op).operands > 1 ? source(s.operands[1], t) : ir::kNoRef;
    return t == DType::Float64 ? float_step(s.op, a, b) : integer_step(s.op, t, a, b);
  }

  Ref float_step(Operation op, Ref a, Ref b) {
    constexpr DType t = DType::Float64;
    switch (op) {
      case Operation::Add:
        return either(Op::Fadd, Op::VAddF, t, a, b);
      case Operation::Subtract:
        return either(Op::Fsub, Op::VSubF, t, a, b);
      case Operation::Multiply:
        return either(Op::Fmul, Op::VMulF, t, a, b);
      case Operation::Divide:
        return either(Op::Fdiv, Op::VDivF, t, a, b);
      case Operation::Square:
        return either(Op::Fmul, Op::VMulF, t, a, a);
      case Operation::Sqrt:
        return either(Op::Fsqrt, Op::VSqrtF, t, a);
      case Operation::Floor:
        return either(Op::Ffloor, Op::VFloorF, t, a);
      case Operation::Ceil:
        return either(Op::Fceil, Op::VCeilF, t, a);
      case Operation::Absolute:
        return either(Op::Fabs, Op::VAbsF, t, a);
      case Operation::Negative:
        return negative(t, a);
      case Operation::Minimum:
      case Operation::Maximum:
        return extremum(t, a, b, op == Operation::Maximum);
      case Operation::Sign: {
        Ref zero = number(0.0);
        // NaN stays; so does the sign's zero.
        Ref r = select(t, number(-1.0), a, less(t, a, zero));
        return select(t, number(1.0), select(t, zero, r, equal_zero(a, t)), less(t, zero, a));
      }
#define CALL1(Name, function) \
  case Operation::Name:       \
    return call(Function::function, {a});
#define CALL2(Name, function) \
  case Operation::Name:       \
    return call(Function::function, {a, b});
        CALL1(Exp, exp)
        CALL1(Log, log)
        CALL1(Log2, log2)
        CALL1(Log10, log10)
        CALL1(Sin, sin)
        CALL1(Cos, cos)
        CALL1(Tan, tan)
        CALL1(Tanh, tanh)
        CALL1(Arctan, arctan)
        CALL1(Arcsin, arcsin)
        CALL1(Arccos, arccos)
        CALL1(Sinh, sinh)
        CALL1(Cosh, cosh)
        CALL1(Arcsinh, arcsinh)
        CALL1(Arccosh, arccosh)
        CALL1(Arctanh, arctanh)
        CALL1(Cbrt, cbrt)
        CALL1(Exp2, exp2)
        CALL1(Expm1, expm1)
        CALL1(Log1p, log1p)
        CALL1(Trunc, trunc)
        CALL1(Rint, rint)
        CALL2(Copysign, copysign)
        CALL2(Fmod, fmod)
        CALL2(Arctan2, arctan2)
        CALL2(Hypot, hypot)
        CALL2(Power, power)
        CALL2(FloorDivide, floor_divide)
        CALL2(Remainder, remainder)
      default:
        reason_ = std::string(operation_info(op).text) + " of float64";
        return a;
    }
  }

  Ref integer_step(Operation op, DType t, Ref a, Ref b) {
    switch (op) {
      case Operation::Add:
        return either(Op::Add, Op::VAddI, t, a, b);
      case Operation::Subtract:
        return either(Op::Sub, Op::VSubI, t, a, b);
      case Operation::Multiply:
        return either(Op::Mul, Op::VMulI, t, a, b);
      case Operation::Square:
        return either(Op::Mul, Op::VMulI, t, a, a);
      case Operation::Negative:
        return negative(t, a);
      case Operation::Absolute:
        return select(t, negative(t, a), a, less(t, a, number(t, 0)));
      case Operation::Sign: {
        Ref zero = number(t, 0);
        Ref r = select(t, number(t, ~uint64_t{0}), zero, less(t, a, zero));
        return select(t, number(t, 1), r, less(t, zero, a));
      }
      case Operation::Minimum:
      case Operation::Maximum:
        return extremum(t, a, b, op == Operation::Maximum);
      case Operation::BitAnd:
      case Operation::BitOr:
      case Operation::BitXor:
        return logic(op, t, a, b);
      case Operation::Invert:
        if (t == DType::Bool) return invert(a);
        return wide_ ? invert(a) : emit(Op::Invert, Type::I64, a);
        CALL2(FloorDivide, floor_divide_int)
        CALL2(Remainder, remainder_int)
        CALL2(Fmod, fmod_int)
        CALL2(Power, power_int)
        CALL2(LeftShift, left_shift)
        CALL2(RightShift, right_shift)
      default:
        reason_ = std::string(operation_info(op).text) + " of integers";
        return a;
    }
  }
#undef CALL1
#undef CALL2

  // --- the end of an iteration

  void finish(uint32_t c, Ref value) {
    Place& out = places_.back();
    DType t = spec_.dtype;
    auto raw = static_cast<uint16_t>(raw_type(t));
    if (spec_.reduction != Reduction::None) {
      Ref& p = next_partial_[c];
      if (spec_.reduction == Reduction::Sum) {
        p = t == DType::Float64 ? either(Op::Fadd, Op::VAddF, t, p, value)
                                : either(Op::Add, Op::VAddI, t, p, value);
      } else {
        p = extremum(t, p, value, spec_.reduction == Reduction::Maximum);
      }
      emit(wide_ ? Op::StoreVec : Op::StoreElem, Type::Void, out.address,
           integer(8 * int64_t{lanes_} * c), p, 0, raw);
    } else {
      Where w = where(out, t);
      if (!wide_ && t == DType::Bool) value = emit(Op::BoolToInt, Type::I64, value);
      emit(wide_ ? Op::StoreVec : Op::StoreElem, Type::Void, out.address, w.offset, value, w.imm,
           raw);
    }
    for (Place& p : places_) {
      if (!p.stride.is_none()) p.now = emit(Op::Add, Type::I64, p.now, p.stride);
    }
  }

  void end_loop() {
    Ref next = emit(Op::Add, Type::I64, at_, integer(8 * int64_t{lanes_} * copies_));
    trace_->at(at_).b = next;
    for (Place& p : places_) {
      if (!p.stride.is_none()) trace_->at(p.offset).b = p.now;
    }
    for (size_t k = 0; k < partial_.size(); k++) trace_->at(partial_[k]).b = next_partial_[k];
    emit(Op::JumpLoop, Type::Void);
  }

  const Spec& spec_;
  const bool wide_;
  const uint32_t copies_, lanes_;
  std::unique_ptr<ir::Trace> trace_;
  std::string reason_;
  Ref parameters_, end_, at_, bytes_at_;
  std::vector<Place> places_;  // of the inputs, then of the output
  std::vector<Ref> partial_, next_partial_;
  std::vector<std::pair<Ref, Ref>> splats_;
  bool in_loop_ = false;
  uint32_t copy_ = 0;
  std::vector<Ref> values_;                      // of the steps
  std::vector<std::pair<uint8_t, Ref>> loaded_;  // in this copy of the body
};

}  // namespace

std::unique_ptr<ir::Trace> build_kernel(const Spec& spec, bool wide, std::string& reason) {
  return Builder(spec, wide).run(reason);
}

}  // namespace hothouse::numarray
