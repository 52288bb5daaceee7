// Rows of complex' methods.
#include "core/objects/complex.h"

#include "core/builtins/types/shared.h"
#include "core/objects/tuple.h"

namespace hothouse {

Value complex_arithmetic(Leaf& vm, Protocol op, ComplexParts x, ComplexParts y) {
  switch (op) {
    case Protocol::Add:
      return make_complex(vm, x.real + y.real, x.imag + y.imag);
    case Protocol::Sub:
      return make_complex(vm, x.real - y.real, x.imag - y.imag);
    case Protocol::Mul:
      return make_complex(vm, x.real * y.real - x.imag * y.imag, x.real * y.imag + x.imag * y.real);
    case Protocol::TrueDiv:
      return complex_truediv(vm, x, y);
    case Protocol::Pow:
      return complex_pow(vm, x, y);
    default:
      return Value::not_implemented();
  }
}

namespace {

#define COMPLEX_SELF(method)                                                    \
  ComplexParts x;                                                               \
  bool failed;                                                                  \
  if (!is_complex(unwrap(vm, a[0])) || !complex_operand(vm, a[0], &x, &failed)) \
  return wrong_self(vm, method, "complex", a[0])

template <Protocol op, bool reflected>
Value binary(Leaf& vm, const Value* a) {
  COMPLEX_SELF("__add__");
  ComplexParts y;
  if (!complex_operand(vm, a[1], &y, &failed)) {
    return failed ? Value::raised() : Value::not_implemented();
  }
  if (op == Protocol::Pow && given(a[2]) && !a[2].is_none()) {
    return vm.value_error("complex modulo");
  }
  return reflected ? complex_arithmetic(vm, op, y, x) : complex_arithmetic(vm, op, x, y);
}
Value negative(Leaf& vm, const Value* a) {
  COMPLEX_SELF("__neg__");
  return make_complex(vm, -x.real, -x.imag);
}
Value plain(Leaf& vm, const Value* a) {
  COMPLEX_SELF("__pos__");
  return make_complex(vm, x.real, x.imag);
}
Value conjugate(Leaf& vm, const Value* a) {
  COMPLEX_SELF("conjugate");
  return make_complex(vm, x.real, -x.imag);
}
Value absolute(Leaf& vm, const Value* a) {
  COMPLEX_SELF("__abs__");
  return complex_abs(vm, x);
}
/// self == value: other numbers compare, too.
template <bool negated>
Value compare_equal(Leaf& vm, const Value* a) {
  const Family other = family_of(vm, a[1]);
  if (other != Family::Complex && other != Family::Number) return Value::not_implemented();
  const Verdict same = equal(vm, unwrap(vm, a[0]), unwrap(vm, a[1]));
  if (same != Verdict::Yes && same != Verdict::No) return verdict_value(same);
  return Value::boolean((same == Verdict::Yes) != negated);
}
Value is_true(Leaf& vm, const Value* a) {
  COMPLEX_SELF("__bool__");
  return Value::boolean(x.real != 0 || x.imag != 0);
}
Value real(Leaf& vm, const Value* a) {
  COMPLEX_SELF("real");
  return Value::from_foreign_double(x.real);
}
Value imag(Leaf& vm, const Value* a) {
  COMPLEX_SELF("imag");
  return Value::from_foreign_double(x.imag);
}
Value parts(Leaf& vm, const Value* a) {
  COMPLEX_SELF("__getnewargs__");
  return make_tuple(vm, {Value::from_foreign_double(x.real), Value::from_foreign_double(x.imag)});
}

constexpr uint32_t kRead = kBuiltinReadOnly;
#define COMPLEX_PAIR(name, rname, op, signature)                                  \
  HH_LEAF(name, signature, (binary<Protocol::op, false>), kRead, "An operator."), \
      HH_LEAF(rname, signature, (binary<Protocol::op, true>), kRead, "A reflected operator.")

const BuiltinDef kComplexTable[] = {
    COMPLEX_PAIR("__add__", "__radd__", Add, "self, value, /"),
    COMPLEX_PAIR("__sub__", "__rsub__", Sub, "self, value, /"),
    COMPLEX_PAIR("__mul__", "__rmul__", Mul, "self, value, /"),
    COMPLEX_PAIR("__truediv__", "__rtruediv__", TrueDiv, "self, value, /"),
    COMPLEX_PAIR("__pow__", "__rpow__", Pow, "self, value, mod=, /"),
    HH_LEAF("__neg__", "self, /", negative, kRead, "-self"),
    HH_LEAF("__pos__", "self, /", plain, kRead, "+self"),
    HH_LEAF("__abs__", "self, /", absolute, kRead, "abs(self)"),
    HH_LEAF("__bool__", "self, /", is_true, kRead, "bool(self)"),
    HH_LEAF("__complex__", "self, /", plain, kRead, "complex(self)"),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kRead, "repr(self)"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kRead, "hash(self)"),
    HH_LEAF("__getnewargs__", "self, /", parts, kRead, "The parts."),
    HH_PYTHON("__format__", "self, format_spec, /", "Formatted as the spec says."),
    HH_LEAF("conjugate", "self, /", conjugate, kRead, "The number mirrored at the real axis."),
    HH_LEAF("real", "self, /", real, kRead | kBuiltinGetter, "The real part."),
    HH_LEAF("imag", "self, /", imag, kRead | kBuiltinGetter, "The imaginary part."),
    HH_LEAF("__eq__", "self, value, /", compare_equal<false>, kRead, "self == value"),
    HH_LEAF("__ne__", "self, value, /", compare_equal<true>, kRead, "self != value"),
    HH_LEAF("__lt__", "self, value, /", not_implemented_leaf, kRead, "self < value"),
    HH_LEAF("__le__", "self, value, /", not_implemented_leaf, kRead, "self <= value"),
    HH_LEAF("__gt__", "self, value, /", not_implemented_leaf, kRead, "self > value"),
    HH_LEAF("__ge__", "self, value, /", not_implemented_leaf, kRead, "self >= value"),
    HH_NEW,
};

}  // namespace

const BuiltinTable kComplexRows = builtin_table(kComplexTable);

}  // namespace hothouse
