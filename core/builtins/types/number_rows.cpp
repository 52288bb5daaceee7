// Rows of int's, bool's and float's methods.
#include <cmath>

#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/builtins/types/shared.h"
#include "core/objects/bytes.h"
#include "core/objects/float.h"
#include "core/objects/int.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

#define INT_SELF(method)      \
  Value n = as_int(vm, a[0]); \
  if (n.is_undefined()) return wrong_self(vm, method, "int", a[0])
#define FLOAT_SELF(method) \
  double x;                \
  if (!as_float(vm, a[0], &x)) return wrong_self(vm, method, "float", a[0])

using IntOperation = Value (*)(Leaf&, Value, Value);

template <IntOperation operation, bool reflected>
Value int_binary(Leaf& vm, const Value* a) {
  INT_SELF("__add__");
  Value other = as_int(vm, a[1]);
  if (other.is_undefined()) return Value::not_implemented();
  return reflected ? operation(vm, other, n) : operation(vm, n, other);
}
Value bool_or_int(Leaf& vm, const Value* a, IntOperation operation, char op) {
  Value x = unwrap(vm, a[0]), y = unwrap(vm, a[1]);
  if (x.is_bool() && y.is_bool()) {
    bool p = x.is_true(), q = y.is_true();
    return Value::boolean(op == '&' ? p && q : op == '|' ? p || q : p != q);
  }
  Value i = as_int(vm, x), j = as_int(vm, y);
  if (i.is_undefined() || j.is_undefined()) return Value::not_implemented();
  return operation(vm, i, j);
}
Value bool_and(Leaf& vm, const Value* a) { return bool_or_int(vm, a, int_and, '&'); }
Value bool_or(Leaf& vm, const Value* a) { return bool_or_int(vm, a, int_or, '|'); }
Value bool_xor(Leaf& vm, const Value* a) { return bool_or_int(vm, a, int_xor, '^'); }

Value divmod_pair(Leaf& vm, Value x, Value y) {
  Value q, r;
  if (!int_divmod(vm, x, y, &q, &r)) return Value::raised();
  return make_tuple(vm, {q, r});
}
Value int_pow_method(Leaf& vm, const Value* a) {
  INT_SELF("__pow__");
  Value other = as_int(vm, a[1]);
  if (other.is_undefined()) return Value::not_implemented();
  if (given(a[2]) && !a[2].is_none()) {
    Value m = as_int(vm, a[2]);
    return m.is_undefined() ? Value::not_implemented() : int_pow_mod(vm, n, other, m);
  }
  return int_pow(vm, n, other);
}
template <Value (*operation)(Leaf&, Value)>
Value int_unary(Leaf& vm, const Value* a) {
  INT_SELF("__neg__");
  return operation(vm, n);
}
Value int_self(Leaf& vm, const Value* a) {
  INT_SELF("__int__");
  return int_from_bool(n);
}
Value int_to_float(Leaf& vm, const Value* a) {
  INT_SELF("__float__");
  double d;
  return int_to_double(vm, n, &d) ? Value::from_double(d) : Value::raised();
}
Value int_true(Leaf& vm, const Value* a) {
  INT_SELF("__bool__");
  return Value::boolean(!int_is_zero(n));
}
Value int_repr(Leaf& vm, const Value* a) {
  Value v = unwrap(vm, a[0]);
  if (v.is_bool()) return vm.intern(v.is_true() ? "True" : "False");
  INT_SELF("__repr__");
  return int_to_str(vm, n);
}
Value number_format(Leaf& vm, const Value* a) {
  Value spec = text_argument(vm, a[1], "__format__() argument must be str");
  if (spec.is_undefined()) return Value::raised();
  if (str_length(spec) == 0 && is_instance_kind(a[0])) return leave_to_python();
  return format_value(vm, unwrap(vm, a[0]), spec);
}
Value bit_length(Leaf& vm, const Value* a) {
  INT_SELF("bit_length");
  return vm.heap().make_int(static_cast<int64_t>(int_bit_length(n)));
}
Value bit_count(Leaf& vm, const Value* a) {
  INT_SELF("bit_count");
  return vm.heap().make_int(static_cast<int64_t>(int_bit_count(n)));
}
Value int_round_method(Leaf& vm, const Value* a) {
  INT_SELF("__round__");
  if (!given(a[1]) || a[1].is_none()) return int_from_bool(n);
  Value digits = as_int(vm, a[1]);
  if (digits.is_undefined()) {
    return vm.type_error("'" + type_name_of(vm, a[1]) +
                         "' object cannot be interpreted as an integer");
  }
  return int_round(vm, n, digits);
}
Value one(Leaf&, const Value*) { return Value::small_int(1); }
Value zero(Leaf&, const Value*) { return Value::small_int(0); }
Value float_zero(Leaf&, const Value*) { return Value::from_double(0.0); }
Value int_ratio(Leaf& vm, const Value* a) {
  INT_SELF("as_integer_ratio");
  return make_tuple(vm, {int_from_bool(n), Value::small_int(1)});
}

bool byte_order(Leaf& vm, Value v, bool* little) {
  if (!given(v)) {
    *little = false;
    return true;
  }
  v = unwrap(vm, v);
  std::string text = is_str(v) ? str_to_utf8(vm, v) : "";
  *little = text == "little";
  if (*little || text == "big") return true;
  vm.value_error("byteorder must be either 'little' or 'big'");
  return false;
}
Value to_bytes(Leaf& vm, const Value* a) {
  INT_SELF("to_bytes");
  int64_t length = 1;
  bool little;
  if (given(a[1]) && !int64_argument(vm, a[1], &length)) return Value::raised();
  if (!byte_order(vm, a[2], &little)) return Value::raised();
  if (length < 0) return vm.value_error("length argument must be non-negative");
  constexpr int64_t kSmall = 100000;
  if (length > kSmall && !vm.heap().can_allocate(static_cast<uint64_t>(length))) {
    return vm.memory_error();
  }
  Bytes* out = bytes_allocate(vm, static_cast<uint64_t>(length));
  bool is_signed = flag_argument(vm, a[3], false);
  if (!int_to_bytes(vm, n, out->data(), static_cast<size_t>(length), little, is_signed)) {
    return Value::raised();
  }
  return Value::from_object(out);
}
Value from_bytes(Leaf& vm, const Value* a) {
  if (a[0].as_object() != vm.types().get(TypeId::Int)) return leave_to_python();
  bool little;
  if (!byte_order(vm, a[2], &little)) return Value::raised();
  Value source = unwrap(vm, a[1]);
  std::string collected;
  BytesView view;
  if (is_bytes(source) || is_bytearray(source)) {
    view = bytes_view(source);
  } else if (bytes_like_copy(source, &collected)) {
    view = collected;
  } else {
    if (source.is_object() == false || is_str(source)) {
      return vm.type_error("cannot convert '" + type_name_of(vm, a[1]) + "' object to bytes");
    }
    Verdict v = each_element(vm, source, [&](Value x) {
      int64_t b;
      if (!int64_argument(vm, x, &b)) return false;
      if (b < 0 || b > 255) vm.value_error("bytes must be in range(0, 256)");
      collected.push_back(static_cast<char>(b));
      return !vm.raised();
    });
    if (vm.raised()) return Value::raised();
    if (v == Verdict::No) return leave_to_python();
    view = collected;
  }
  return int_from_bytes(vm, reinterpret_cast<const uint8_t*>(view.data()), view.size(), little,
                        flag_argument(vm, a[3], false));
}

// --- float

bool float_operand(Leaf& vm, Value v, double* d, bool* failed) {
  *failed = false;
  if (as_float(vm, v, d)) return true;
  Value i = as_int(vm, v);
  if (i.is_undefined()) return false;
  *failed = !int_to_double(vm, i, d);
  return !*failed;
}

enum class FloatOp { Add, Sub, Mul, TrueDiv, FloorDiv, Mod, Pow, DivMod };

Value float_operate(Leaf& vm, FloatOp op, double x, double y) {
  switch (op) {
    case FloatOp::Add:
      return Value::from_double(x + y);
    case FloatOp::Sub:
      return Value::from_double(x - y);
    case FloatOp::Mul:
      return Value::from_double(x * y);
    case FloatOp::TrueDiv:
      return float_truediv(vm, x, y);
    case FloatOp::FloorDiv:
      return float_floordiv(vm, x, y);
    case FloatOp::Mod:
      return float_mod(vm, x, y);
    case FloatOp::Pow:
      return float_pow(vm, x, y);
    case FloatOp::DivMod: {
      double q, r;
      if (!float_divmod(vm, x, y, &q, &r)) return Value::raised();
      return make_tuple(vm, {Value::from_double(q), Value::from_double(r)});
    }
  }
  return Value::not_implemented();
}

template <FloatOp op, bool reflected>
Value float_binary(Leaf& vm, const Value* a) {
  FLOAT_SELF("__add__");
  double y;
  bool failed;
  if (!float_operand(vm, a[1], &y, &failed)) {
    return failed ? Value::raised() : Value::not_implemented();
  }
  return reflected ? float_operate(vm, op, y, x) : float_operate(vm, op, x, y);
}
Value float_neg(Leaf& vm, const Value* a) {
  FLOAT_SELF("__neg__");
  return Value::from_double(-x);
}
Value float_pos(Leaf& vm, const Value* a) {
  FLOAT_SELF("__pos__");
  return Value::from_double(x);
}
Value float_abs(Leaf& vm, const Value* a) {
  FLOAT_SELF("__abs__");
  return Value::from_double(std::fabs(x));
}
Value float_bool(Leaf& vm, const Value* a) {
  FLOAT_SELF("__bool__");
  return Value::boolean(x != 0);
}
Value float_int(Leaf& vm, const Value* a) {
  FLOAT_SELF("__int__");
  return int_from_double(vm, x);
}
Value float_repr_method(Leaf& vm, const Value* a) {
  FLOAT_SELF("__repr__");
  return str_from_ascii(vm, float_repr(x));
}
Value float_floor_method(Leaf& vm, const Value* a) {
  FLOAT_SELF("__floor__");
  return float_floor(vm, x);
}
Value float_ceil_method(Leaf& vm, const Value* a) {
  FLOAT_SELF("__ceil__");
  return float_ceil(vm, x);
}
Value is_integer(Leaf& vm, const Value* a) {
  FLOAT_SELF("is_integer");
  return Value::boolean(std::isfinite(x) && std::floor(x) == x);
}
Value float_ratio(Leaf& vm, const Value* a) {
  FLOAT_SELF("as_integer_ratio");
  return float_as_integer_ratio(vm, x);
}
Value float_hex_method(Leaf& vm, const Value* a) {
  FLOAT_SELF("hex");
  return str_from_ascii(vm, float_hex(x));
}
Value float_fromhex(Leaf& vm, const Value* a) {
  if (a[0].as_object() != vm.types().get(TypeId::Float)) return leave_to_python();
  Value text = text_argument(vm, a[1], "fromhex() argument must be str");
  return text.is_undefined() ? Value::raised() : float_from_hex(vm, str_to_utf8(vm, text));
}
Value float_getformat(Leaf& vm, const Value* a) {
  Value text = text_argument(vm, a[1], "__getformat__() argument must be str");
  if (text.is_undefined()) return Value::raised();
  const std::string kind = str_to_utf8(vm, text);
  if (kind == "double" || kind == "float") return vm.intern("IEEE, little-endian");
  return vm.value_error("__getformat__() argument 1 must be 'double' or 'float'");
}
Value float_round_method(Leaf& vm, const Value* a) {
  FLOAT_SELF("__round__");
  if (!given(a[1]) || a[1].is_none()) return float_round(vm, x);
  int64_t digits;
  return clamped_argument(vm, a[1], &digits) ? float_round(vm, x, digits) : Value::raised();
}

constexpr uint32_t kPureOp = kBuiltinReadOnly;
#define INT_PAIR(name, rname, operation)                                                    \
  HH_LEAF(name, "self, value, /", (int_binary<operation, false>), kPureOp, "An operator."), \
      HH_LEAF(rname, "self, value, /", (int_binary<operation, true>), kPureOp,              \
              "A reflected operator.")
#define FLOAT_PAIR(name, rname, op)                                                             \
  HH_LEAF(name, "self, value, /", (float_binary<FloatOp::op, false>), kPureOp, "An operator."), \
      HH_LEAF(rname, "self, value, /", (float_binary<FloatOp::op, true>), kPureOp,              \
              "A reflected operator.")

const BuiltinDef kIntTable[] = {
    INT_PAIR("__add__", "__radd__", int_add),
    INT_PAIR("__sub__", "__rsub__", int_sub),
    INT_PAIR("__mul__", "__rmul__", int_mul),
    INT_PAIR("__truediv__", "__rtruediv__", int_truediv),
    INT_PAIR("__floordiv__", "__rfloordiv__", int_floordiv),
    INT_PAIR("__mod__", "__rmod__", int_mod),
    INT_PAIR("__divmod__", "__rdivmod__", divmod_pair),
    INT_PAIR("__lshift__", "__rlshift__", int_lshift),
    INT_PAIR("__rshift__", "__rrshift__", int_rshift),
    INT_PAIR("__and__", "__rand__", int_and),
    INT_PAIR("__or__", "__ror__", int_or),
    INT_PAIR("__xor__", "__rxor__", int_xor),
    HH_LEAF("__pow__", "self, value, mod=, /", int_pow_method, kPureOp, "pow(self, value, mod)"),
    HH_LEAF("__rpow__", "self, value, mod=, /", (int_binary<int_pow, true>), kPureOp,
            "value ** self"),
    HH_LEAF("__neg__", "self, /", int_unary<int_neg>, kPureOp, "-self"),
    HH_LEAF("__pos__", "self, /", int_self, kPureOp, "+self"),
    HH_LEAF("__abs__", "self, /", int_unary<int_abs>, kPureOp, "abs(self)"),
    HH_LEAF("__invert__", "self, /", int_unary<int_invert>, kPureOp, "~self"),
    HH_LEAF("__int__", "self, /", int_self, kPureOp, "int(self)"),
    HH_LEAF("__index__", "self, /", int_self, kPureOp, "self as an index"),
    HH_LEAF("__trunc__", "self, /", int_self, kPureOp, "math.trunc(self)"),
    HH_LEAF("__floor__", "self, /", int_self, kPureOp, "math.floor(self)"),
    HH_LEAF("__ceil__", "self, /", int_self, kPureOp, "math.ceil(self)"),
    HH_LEAF("__round__", "self, ndigits: index=, /", int_round_method, kPureOp,
            "round(self, ndigits)"),
    HH_LEAF("__float__", "self, /", int_to_float, kPureOp, "float(self)"),
    HH_LEAF("__bool__", "self, /", int_true, kPureOp, "bool(self)"),
    HH_LEAF("__repr__", "self, /", int_repr, kPureOp, "repr(self)"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kPureOp, "hash(self)"),
    HH_LEAF("__format__", "self, format_spec, /", number_format, kPureOp | kBuiltinPython,
            "Formatted as the spec says."),
    HH_LEAF("bit_length", "self, /", bit_length, kPureOp, "Number of bits without the sign."),
    HH_LEAF("bit_count", "self, /", bit_count, kPureOp, "Number of ones in the absolute value."),
    HH_LEAF("conjugate", "self, /", int_self, kPureOp, "self"),
    HH_LEAF("as_integer_ratio", "self, /", int_ratio, kPureOp, "(self, 1)"),
    HH_LEAF("to_bytes", "self, length: index=, byteorder=, *, signed=", to_bytes, kPureOp,
            "The bytes of the integer."),
    HH_LEAF("from_bytes", "cls, bytes, byteorder=, *, signed=", from_bytes,
            kPureOp | kBuiltinClassMethod | kBuiltinPython, "The integer of these bytes."),
    HH_LEAF("real", "self, /", int_self, kPureOp | kBuiltinGetter, "The number itself."),
    HH_LEAF("imag", "self, /", zero, kPureOp | kBuiltinGetter, "0"),
    HH_LEAF("numerator", "self, /", int_self, kPureOp | kBuiltinGetter, "The number itself."),
    HH_LEAF("denominator", "self, /", one, kPureOp | kBuiltinGetter, "1"),
    HH_PYTHON("__getnewargs__", "self, /", "Arguments that make the value again."),
    HH_EQUALITY_ROWS,
    HH_ORDER_ROWS,
    HH_NEW,
};
const BuiltinDef kBoolTable[] = {
    HH_LEAF("__and__", "self, value, /", bool_and, kPureOp, "self & value"),
    HH_LEAF("__rand__", "self, value, /", bool_and, kPureOp, "value & self"),
    HH_LEAF("__or__", "self, value, /", bool_or, kPureOp, "self | value"),
    HH_LEAF("__ror__", "self, value, /", bool_or, kPureOp, "value | self"),
    HH_LEAF("__xor__", "self, value, /", bool_xor, kPureOp, "self ^ value"),
    HH_LEAF("__rxor__", "self, value, /", bool_xor, kPureOp, "value ^ self"),
    HH_LEAF("__repr__", "self, /", int_repr, kPureOp, "repr(self)"),
    HH_NEW,
};
const BuiltinDef kFloatTable[] = {
    FLOAT_PAIR("__add__", "__radd__", Add),
    FLOAT_PAIR("__sub__", "__rsub__", Sub),
    FLOAT_PAIR("__mul__", "__rmul__", Mul),
    FLOAT_PAIR("__truediv__", "__rtruediv__", TrueDiv),
    FLOAT_PAIR("__floordiv__", "__rfloordiv__", FloorDiv),
    FLOAT_PAIR("__mod__", "__rmod__", Mod),
    FLOAT_PAIR("__divmod__", "__rdivmod__", DivMod),
    HH_LEAF("__pow__", "self, value, mod=, /", (float_binary<FloatOp::Pow, false>), kPureOp,
            "self ** value"),
    HH_LEAF("__rpow__", "self, value, mod=, /", (float_binary<FloatOp::Pow, true>), kPureOp,
            "value ** self"),
    HH_LEAF("__neg__", "self, /", float_neg, kPureOp, "-self"),
    HH_LEAF("__pos__", "self, /", float_pos, kPureOp, "+self"),
    HH_LEAF("__abs__", "self, /", float_abs, kPureOp, "abs(self)"),
    HH_LEAF("__bool__", "self, /", float_bool, kPureOp, "bool(self)"),
    HH_LEAF("__int__", "self, /", float_int, kPureOp, "int(self)"),
    HH_LEAF("__trunc__", "self, /", float_int, kPureOp, "math.trunc(self)"),
    HH_LEAF("__floor__", "self, /", float_floor_method, kPureOp, "math.floor(self)"),
    HH_LEAF("__ceil__", "self, /", float_ceil_method, kPureOp, "math.ceil(self)"),
    HH_LEAF("__round__", "self, ndigits: index=, /", float_round_method, kPureOp,
            "round(self, ndigits)"),
    HH_LEAF("__float__", "self, /", float_pos, kPureOp, "float(self)"),
    HH_LEAF("__repr__", "self, /", float_repr_method, kPureOp, "repr(self)"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kPureOp, "hash(self)"),
    HH_LEAF("__format__", "self, format_spec, /", number_format, kPureOp | kBuiltinPython,
            "Formatted as the spec says."),
    HH_LEAF("is_integer", "self, /", is_integer, kPureOp, "Is it a whole number?"),
    HH_LEAF("as_integer_ratio", "self, /", float_ratio, kPureOp,
            "Numerator and denominator of the exact value."),
    HH_LEAF("conjugate", "self, /", float_pos, kPureOp, "self"),
    HH_LEAF("hex", "self, /", float_hex_method, kPureOp, "In hexadecimal, exactly."),
    HH_LEAF("fromhex", "cls, string, /", float_fromhex,
            kPureOp | kBuiltinClassMethod | kBuiltinPython, "The number of such a text."),
    HH_LEAF("__getformat__", "cls, typestr, /", float_getformat, kPureOp | kBuiltinClassMethod,
            "How doubles or floats are stored."),
    HH_LEAF("real", "self, /", float_pos, kPureOp | kBuiltinGetter, "The number itself."),
    HH_LEAF("imag", "self, /", float_zero, kPureOp | kBuiltinGetter, "0.0"),
    HH_PYTHON("__getnewargs__", "self, /", "Arguments that make the value again."),
    HH_EQUALITY_ROWS,
    HH_ORDER_ROWS,
    HH_NEW,
};

}  // namespace

const BuiltinTable kIntRows = builtin_table(kIntTable);
const BuiltinTable kBoolRows = builtin_table(kBoolTable);
const BuiltinTable kFloatRows = builtin_table(kFloatTable);

}  // namespace hothouse
