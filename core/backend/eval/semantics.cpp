#include "core/backend/eval/semantics.h"

#include <cmath>

#include "core/backend/invoke.h"

namespace hothouse::backend {

using ir::Op;

namespace {

double f64(uint64_t bits) { return __builtin_bit_cast(double, bits); }
uint64_t bits_of(double d) { return __builtin_bit_cast(uint64_t, d); }
int64_t i64(uint64_t bits) { return static_cast<int64_t>(bits); }
constexpr uint64_t kSign = uint64_t{1} << 63;

bool float_fits(double d) { return d >= -9223372036854775808.0 && d < 9223372036854775808.0; }

uint64_t shift_left(uint64_t a, uint64_t n) { return a << (n & 63); }
uint64_t shift_right(uint64_t a, uint64_t n) {
  return static_cast<uint64_t>(i64(a) >> static_cast<int>(n & 63));
}

/// Narrows or widens an integer operand or result of a C call to the width of its letter.
uint64_t extended(char letter, uint64_t word) {
  switch (letter) {
    case 'b':
      return static_cast<uint64_t>(int64_t{static_cast<int8_t>(word)});
    case 'B':
      return static_cast<uint8_t>(word);
    case 'h':
      return static_cast<uint64_t>(int64_t{static_cast<int16_t>(word)});
    case 'H':
      return static_cast<uint16_t>(word);
    case 'i':
      return static_cast<uint64_t>(int64_t{static_cast<int32_t>(word)});
    case 'I':
      return static_cast<uint32_t>(word);
    default:
      return word;
  }
}

}  // namespace

int64_t floor_divide(int64_t a, int64_t b) {
  if (b == -1) return i64(0 - static_cast<uint64_t>(a));
  int64_t q = a / b;
  return q - (a % b != 0 && ((a % b < 0) != (b < 0)));
}

int64_t floor_modulo(int64_t a, int64_t b) {
  if (b == -1) return 0;
  int64_t r = a % b;
  return r != 0 && ((r < 0) != (b < 0)) ? r + b : r;
}

bool is_pure_word_op(Op op) {
  switch (op) {
    case Op::BoxInt:
    case Op::LoadTuple:
      return false;
    default:
      return (ir::info(op).flags & ir::Pure) && !is_vector_op(op);
  }
}

uint64_t evaluate(Op op, uint64_t a, uint64_t b, uint64_t c) {
  switch (op) {
    case Op::BoxFloat:
      return a + Value::kDoubleOffset;
    case Op::BoxRef:
      return a;
    case Op::BoxBool:
      return Value::boolean(a != 0).bits();
    case Op::UnboxInt:
      return static_cast<uint64_t>(Value::from_bits(a).as_int());
    case Op::UnboxFloat:
      return a - Value::kDoubleOffset;
    case Op::UnboxRef:
      return a;
    case Op::UnboxBool:
      return a & 1;

    case Op::Add:
      return a + b;
    case Op::Sub:
      return a - b;
    case Op::Mul:
      return a * b;
    case Op::FloorDiv:
      return static_cast<uint64_t>(floor_divide(i64(a), i64(b)));
    case Op::Mod:
      return static_cast<uint64_t>(floor_modulo(i64(a), i64(b)));
    case Op::Neg:
      return 0 - a;
    case Op::And:
      return a & b;
    case Op::Or:
      return a | b;
    case Op::Xor:
      return a ^ b;
    case Op::Invert:
      return ~a;
    case Op::Shl:
      return shift_left(a, b);
    case Op::Shr:
      return shift_right(a, b);
    case Op::Ushr:
      return a >> (b & 63);
    case Op::Eq:
      return a == b;
    case Op::Ne:
      return a != b;
    case Op::Lt:
      return i64(a) < i64(b);
    case Op::Le:
      return i64(a) <= i64(b);
    case Op::Gt:
      return i64(a) > i64(b);
    case Op::Ge:
      return i64(a) >= i64(b);
    case Op::Ult:
      return a < b;

    case Op::Fadd:
      return bits_of(f64(a) + f64(b));
    case Op::Fsub:
      return bits_of(f64(a) - f64(b));
    case Op::Fmul:
      return bits_of(f64(a) * f64(b));
    case Op::Fdiv:
      return bits_of(f64(a) / f64(b));
    case Op::Fneg:
      return a ^ kSign;
    case Op::Fabs:
      return a & ~kSign;
    case Op::Fsqrt:
      return bits_of(std::sqrt(f64(a)));
    case Op::Ffloor:
      return bits_of(std::floor(f64(a)));
    case Op::Fceil:
      return bits_of(std::ceil(f64(a)));
    case Op::IntToFloat:
      return bits_of(static_cast<double>(i64(a)));
    case Op::FloatToInt:
      return float_fits(f64(a)) ? static_cast<uint64_t>(static_cast<int64_t>(f64(a))) : kSign;
    case Op::FloatFits:
      return float_fits(f64(a));
    case Op::Feq:
      return f64(a) == f64(b);
    case Op::Fne:
      return f64(a) != f64(b);
    case Op::Flt:
      return f64(a) < f64(b);
    case Op::Fle:
      return f64(a) <= f64(b);
    case Op::Fgt:
      return f64(a) > f64(b);
    case Op::Fge:
      return f64(a) >= f64(b);

    case Op::Not:
      return !a;
    case Op::BoolToInt:
      return a;
    case Op::Same:
      return a == b;
    case Op::Select:
      return c ? a : b;
    default:
      return 0;
  }
}

bool overflowing(Op op, int64_t a, int64_t b, int64_t& result) {
  switch (op) {
    case Op::AddOv:
      return __builtin_add_overflow(a, b, &result);
    case Op::SubOv:
      return __builtin_sub_overflow(a, b, &result);
    default:
      return __builtin_mul_overflow(a, b, &result);
  }
}

bool guard_holds(Op op, uint64_t a, uint64_t b) {
  Value v = Value::from_bits(a);
  switch (op) {
    case Op::GuardInt:
      return v.is_int();
    case Op::GuardFloat:
      return v.is_double();
    case Op::GuardRef:
      return v.is_object();
    case Op::GuardBool:
      return v.is_bool();
    case Op::GuardNotInt:
      return !v.is_int();
    case Op::GuardNotFloat:
      return !v.is_double();
    case Op::GuardNotRef:
      return !v.is_object();
    case Op::GuardNotBool:
      return !v.is_bool();
    case Op::GuardIs:
      return a == b;
    case Op::GuardIsNot:
      return a != b;
    case Op::GuardTrue:
      return a != 0;
    case Op::GuardFalse:
      return a == 0;
    default:
      return false;
  }
}

uint64_t load_raw(ir::RawType type, uint64_t address) {
  switch (type) {
    case ir::RawType::I8:
      return static_cast<uint64_t>(int64_t{load_as<int8_t>(address)});
    case ir::RawType::U8:
      return load_as<uint8_t>(address);
    case ir::RawType::I16:
      return static_cast<uint64_t>(int64_t{load_as<int16_t>(address)});
    case ir::RawType::U16:
      return load_as<uint16_t>(address);
    case ir::RawType::I32:
      return static_cast<uint64_t>(int64_t{load_as<int32_t>(address)});
    case ir::RawType::U32:
      return load_as<uint32_t>(address);
    case ir::RawType::I64:
      return load_as<uint64_t>(address);
    case ir::RawType::F32:
      return canonical_double_bits(bits_of(double{load_as<float>(address)}));
    case ir::RawType::F64:
      return canonical_double_bits(load_as<uint64_t>(address));
  }
  return 0;
}

void store_raw(ir::RawType type, uint64_t address, uint64_t bits) {
  switch (type) {
    case ir::RawType::I8:
    case ir::RawType::U8:
      return store_as(address, static_cast<uint8_t>(bits));
    case ir::RawType::I16:
    case ir::RawType::U16:
      return store_as(address, static_cast<uint16_t>(bits));
    case ir::RawType::I32:
    case ir::RawType::U32:
      return store_as(address, static_cast<uint32_t>(bits));
    case ir::RawType::F32:
      return store_as(address, static_cast<float>(f64(bits)));
    case ir::RawType::I64:
    case ir::RawType::F64:
      return store_as(address, bits);
  }
}

uint64_t invoke_native(const NativeSignature& signature, void* function, const uint64_t* operands) {
  std::string_view letters = signature.operands();
  char result = signature.result();
  if (NativeInvoker invoke = native_invoker()) return invoke(signature, function, operands);
  // Without libffi (tests, the browser): what fits the helpers' shape, and that is all but float.
  char classes[kMaxNativeOperands + 1] = {};
  uint64_t words[kMaxNativeOperands] = {};
  for (size_t i = 0; i < letters.size() && i < kMaxNativeOperands; i++) {
    classes[i] = letters[i] == 'd' || letters[i] == 'f' ? 'f' : 'i';
    words[i] = extended(letters[i], operands[i]);
#if defined(__x86_64__)
    // System V passes a float in the low half of the register that a double fills.
    if (letters[i] == 'f') {
      words[i] = __builtin_bit_cast(uint32_t, static_cast<float>(f64(operands[i])));
    }
#endif
  }
  char result_class = result == 'v' ? '-' : result == 'd' || result == 'f' ? 'f' : 'i';
  uint64_t word = invoke_function(function, result_class, classes, words);
  if (result == 'f') {
    word = bits_of(double{__builtin_bit_cast(float, static_cast<uint32_t>(word))});
  }
  if (result_class == 'f') return canonical_double_bits(word);
  return extended(result, word);
}

uint32_t call_snapshot(const ir::Trace& trace, uint32_t op) {
  if (trace.ops[op].snapshot != 0xffffffffu) return trace.ops[op].snapshot;
  for (uint32_t i = op + 1; i < trace.ops.size(); i++) {
    if (trace.ops[i].snapshot != 0xffffffffu) return trace.ops[i].snapshot;
  }
  return 0xffffffffu;
}

}  // namespace hothouse::backend
