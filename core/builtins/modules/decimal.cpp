// The module _decimal_numbers: arithmetic of decimals, for the classes in python/_decimal*.py.
//
// Operations take the context as their last argument, None for that of the thread. They answer
// a result, or what Python has to do:
//   - an int: these conditions are trapped (_decimal_context.py raises the exception);
//   - None: an operand is neither a decimal nor an int;
//   - False: the thread has no context yet.
#include <vector>

#include "core/builtins/arguments.h"
#include "core/builtins/decimal/arithmetic.h"
#include "core/builtins/decimal/objects.h"
#include "core/builtins/decimal/shorts.h"
#include "core/builtins/decimal/text.h"
#include "core/builtins/library.h"
#include "core/builtins/modules/modules.h"
#include "core/objects/tuple.h"
#include "core/vm/threads.h"

namespace hothouse {
namespace {

using namespace decimal;  // NOLINT: the module is about nothing else

Value no_context() { return Value::false_value(); }

template <void (*operation)(Operation&, Number&, const Number&)>
Value unary(Leaf& vm, const Value* a) {
  Number x, r;
  if (!read_number(vm, a[0], &x)) return Value::none();
  ContextOperation op(vm, a[1]);
  if (!op.ready()) return no_context();
  operation(op, r, x);
  return op.conclude(r);
}

template <void (*operation)(Operation&, Number&, const Number&, const Number&)>
Value binary(Leaf& vm, const Value* a) {
  Number x, y, r;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y)) return Value::none();
  ContextOperation op(vm, a[2]);
  if (!op.ready()) return no_context();
  operation(op, r, x, y);
  return op.conclude(r);
}

// The same, but short numbers go a shorter way.
template <Value (*short_operation)(Leaf&, Value, Value, Value),
          void (*operation)(Operation&, Number&, const Number&, const Number&)>
Value binary_or_short(Leaf& vm, const Value* a) {
  const Value r = short_operation(vm, a[0], a[1], a[2]);
  return r.is_undefined() ? binary<operation>(vm, a) : r;
}

Value fma(Leaf& vm, const Value* a) {
  Number x, y, z, r;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y) || !read_number(vm, a[2], &z)) {
    return Value::none();
  }
  ContextOperation op(vm, a[3]);
  if (!op.ready()) return no_context();
  fused_multiply_add(op, r, x, y, z);
  return op.conclude(r);
}

// None, too, where it is no plain case.
Value plain_power(Leaf& vm, const Value* a) {
  Number x, y, r;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y)) return Value::none();
  ContextOperation op(vm, a[2]);
  if (!op.ready()) return no_context();
  if (!power_within_bounds(op, x, y)) return Value::none();
  integer_power(op, r, x, y);
  return op.conclude(r);
}

Value divmod(Leaf& vm, const Value* a) {
  Number x, y, q, r;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y)) return Value::none();
  ContextOperation op(vm, a[2]);
  if (!op.ready()) return no_context();
  divide_with_remainder(op, q, r, x, y);
  const Value quotient = op.conclude(q);
  if (quotient.is_raised() || quotient.is_int()) return quotient;
  const Value rest = make_number(vm, r);
  return rest.is_raised() ? rest : make_tuple(vm, {quotient, rest});
}

void take_rounding(Operation& op, Value rounding) {
  int64_t number = 0;
  if (as_int64(rounding, &number) && number >= 0 && number < kRoundings && !rounding.is_none()) {
    op.settings.rounding = static_cast<Rounding>(number);
  }
}

Value quantized(Leaf& vm, const Value* a) {
  const Value quick = short_quantized(vm, a[0], a[1], a[2], a[3]);
  if (!quick.is_undefined()) return quick;
  Number x, y, r;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y)) return Value::none();
  ContextOperation op(vm, a[3]);
  if (!op.ready()) return no_context();
  take_rounding(op, a[2]);
  quantize(op, r, x, y);
  return op.conclude(r);
}

Value rescaled(Leaf& vm, const Value* a) {
  Number x, r;
  int64_t exponent = 0;
  if (!read_number(vm, a[0], &x) || !as_int64(a[1], &exponent)) return Value::none();
  ContextOperation op(vm, Value::none());
  if (!op.ready()) return no_context();
  take_rounding(op, a[2]);
  rescale(op, r, x, exponent);
  if (op.status & kMemoryError) return vm.memory_error();
  return make_number(vm, r);
}

template <bool exact>
Value to_integral(Leaf& vm, const Value* a) {
  Number x, r;
  if (!read_number(vm, a[0], &x)) return Value::none();
  ContextOperation op(vm, a[2]);
  if (!op.ready()) return no_context();
  take_rounding(op, a[1]);
  round_to_integer(op, r, x, exact);
  return op.conclude(r);
}

Value to_int(Leaf& vm, const Value* a) {
  Number x, r;
  if (!read_number(vm, a[0], &x)) return Value::none();
  if (x.is_nan()) return vm.value_error("cannot convert NaN to integer");
  if (x.is_infinite()) return vm.overflow_error("cannot convert Infinity to integer");
  Operation op(vm, kUnlimited);
  take_rounding(op, a[1]);
  round_to_integer(op, r, x, false);
  if (r.exponent == 0) return int_of(vm, r.coefficient, r.negative());
  Natural wide;
  if (!op.scale(wide, r.coefficient, r.exponent)) return vm.memory_error();
  return int_of(vm, wide, r.negative());
}

Value compared(Leaf& vm, const Value* a) {
  const Value quick = short_order(vm, a[0], a[1]);
  if (!quick.is_undefined()) return quick;
  Number x, y;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y)) return Value::none();
  if (x.is_nan() || y.is_nan()) return Value::none();
  return Value::small_int(compare(x, y));
}

Value compared_magnitudes(Leaf& vm, const Value* a) {
  Number x, y;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y)) return Value::none();
  if (x.is_nan() || y.is_nan()) return Value::none();
  return Value::small_int(compare_magnitudes(x, y));
}

Value quiet_nan(Leaf& vm, const Value* a) {
  Number x, y, r;
  if (!read_number(vm, a[0], &x) || !read_number(vm, a[1], &y)) return Value::none();
  if (!x.is_nan() && !y.is_nan()) return Value::none();
  ContextOperation op(vm, a[2]);
  if (!op.ready()) return no_context();
  op.take_nan(r, x, &y);
  return op.conclude(r);
}

// finish(coefficient, exponent, form, status, context)
Value finish(Leaf& vm, const Value* a) {
  int64_t exponent = 0, form = 0, status = 0;
  if (!is_int_value(a[0]) || !as_int64(a[1], &exponent) || !as_int64(a[2], &form) ||
      !as_int64(a[3], &status)) {
    return Value::none();
  }
  ContextOperation op(vm, a[4]);
  if (!op.ready()) return no_context();
  Number r;
  take_int(r.coefficient, a[0]);
  r.exponent = exponent;
  r.form = static_cast<uint8_t>(form);
  op.status = static_cast<uint32_t>(status);
  op.finish(r);
  return op.conclude(r);
}

Value make(Leaf& vm, const Value* a) {
  int64_t exponent = 0, form = 0;
  if (!is_int_value(a[0]) || !as_int64(a[1], &exponent) || !as_int64(a[2], &form)) {
    return Value::none();
  }
  Number r;
  take_int(r.coefficient, a[0]);
  r.exponent = exponent;
  r.form = static_cast<uint8_t>(form);
  return make_number(vm, r);
}

// What exact conversions do with a number that is out of all bounds.
Value conclude_exactly(ContextOperation& op, Number& n) {
  constexpr int64_t kFar = kMostDigits / 10;
  if (n.exponent > -kFar && n.exponent < kFar) return op.conclude(n);
  Operation unlimited(op);
  unlimited.settings = kUnlimited;
  unlimited.status = 0;
  unlimited.finish(n);
  if (unlimited.status & (kInexact | kRounded | kClamped)) {
    n.set_special(kNaN);
    op.status |= kInvalidOperation;
  }
  return op.conclude(n);
}

// parse(text, exactly, context): as the constructor, or as create_decimal
Value parsed(Leaf& vm, const Value* a) {
  ContextOperation op(vm, a[2]);
  if (!op.ready()) return no_context();
  const Str* s = as_str(vm, a[0]);
  if (s == nullptr) return Value::none();
  const StrView view = str_view(vm, Value::from_object(const_cast<Str*>(s)));
  char local[64];
  std::string longer;
  char* text = local;
  if (view.length > sizeof local) {
    longer.resize(view.length);
    text = longer.data();
  }
  for (uint64_t i = 0; i < view.length; ++i) {
    const char32_t c = view[i];
    text[i] = c < 128 ? static_cast<char>(c) : '?';
  }
  const bool exactly = a[1].is_true();
  Number n;
  if (!parse(std::string_view(text, view.length), &n)) return Value::none();
  if (exactly) return conclude_exactly(op, n);
  if (n.is_nan() && !n.coefficient.is_zero() &&
      n.digits() > op.settings.precision - op.settings.clamp) {
    op.fail(n, kConversionSyntax);
  }
  op.finish(n);
  return op.conclude(n);
}

// exact(number, context)
Value exact(Leaf& vm, const Value* a) {
  Number n;
  if (!read_number(vm, a[0], &n)) return Value::none();
  ContextOperation op(vm, a[1]);
  if (!op.ready()) return no_context();
  return conclude_exactly(op, n);
}

// text(number, engineering, context)
Value text(Leaf& vm, const Value* a) {
  Number n;
  if (!read_number(vm, a[0], &n)) return Value::none();
  ContextOperation op(vm, a[2]);
  if (!op.ready()) return no_context();
  return vm.str(text_of(n, a[1].is_true(), op.capitals()));
}

// fixed(number, places, commas, context): what the format .<places>f or ,.<places>f has; None for
// special numbers
Value fixed(Leaf& vm, const Value* a) {
  Number x, r;
  int64_t places = 0;
  if (!read_number(vm, a[0], &x) || !as_int64(a[1], &places) || x.is_special()) {
    return Value::none();
  }
  ContextOperation op(vm, a[3]);
  if (!op.ready()) return no_context();
  rescale(op, r, x, -places);
  if (op.status & kMemoryError) return vm.memory_error();
  return vm.str(fixed_text_of(r, a[2].is_true()));
}

// digits(int): the text of a number without limits to its length
Value digits(Leaf& vm, const Value* a) {
  Natural n;
  take_int(n, a[0]);
  return vm.str(digits_of(n));
}

Value digit_tuple(Leaf& vm, const Value* a) {
  Natural n;
  take_int(n, a[0]);
  const std::string text = digits_of(n);
  std::vector<Value> row(text.size());
  for (size_t i = 0; i < text.size(); ++i) row[i] = Value::small_int(text[i] - '0');
  return make_tuple(vm, row.data(), row.size());
}

Value count_digits(Leaf& vm, const Value* a) {
  Natural n;
  take_int(n, a[0]);
  return vm.heap().make_int(digit_count(n));
}

constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;

uint64_t modular_product(uint64_t a, uint64_t b) {
  const UnsignedWide product = UnsignedWide{a} * b;
  const uint64_t sum =
      static_cast<uint64_t>(product & kModulus) + static_cast<uint64_t>(product >> 61);
  return sum >= kModulus ? sum - kModulus : sum;
}

uint64_t modular_power(uint64_t base, uint64_t exponent) {
  uint64_t result = 1;
  for (; exponent != 0; exponent >>= 1) {
    if (exponent & 1) result = modular_product(result, base);
    base = modular_product(base, base);
  }
  return result;
}

// As hash() of an equal int, float or Fraction.
Value hashed(Leaf& vm, const Value* a) {
  constexpr uint64_t kTenth = 2075258708292324556;  // times 10: 1 modulo that
  constexpr int64_t kOfInfinity = 314159;
  Number n;
  if (!read_number(vm, a[0], &n)) return Value::none();
  if (n.is_signaling()) return vm.type_error("Cannot hash a signaling NaN value");
  if (n.is_nan()) return Value::none();
  if (n.is_infinite()) return Value::small_int(n.negative() ? -kOfInfinity : kOfInfinity);
  Natural q, r;
  divide(q, r, n.coefficient, Natural(kModulus));
  const uint64_t scale = n.exponent >= 0
                             ? modular_power(10, static_cast<uint64_t>(n.exponent))
                             : modular_power(kTenth, static_cast<uint64_t>(-n.exponent));
  auto hash = static_cast<int64_t>(modular_product(r.low(), scale));
  if (n.negative()) hash = -hash;
  return vm.heap().make_int(hash == -1 ? -2 : hash);
}

Value set_up(Leaf& vm, const Value* a) {
  set_classes(vm, a[0], a[1]);
  return Value::none();
}

Value context(Leaf& vm, const Value*) {
  const Value v = static_cast<Vm&>(vm).threads().current().context_value;
  return v.is_undefined() ? Value::none() : v;
}

Value set_context(Leaf& vm, const Value* a) {
  static_cast<Vm&>(vm).threads().current().context_value = a[0];
  return Value::none();
}

const BuiltinDef kRows[] = {
    HH_LEAF("set_up", "decimal, context, /", set_up, 0, "Tells the classes."),
    HH_LEAF("context", "", context, kBuiltinReadOnly, "The thread's context if it is known."),
    HH_LEAF("set_context", "context, /", set_context, 0, "Makes it known."),
    HH_LEAF("make", "coefficient, exponent, form, /", make, 0, "A Decimal of that."),
    HH_LEAF("finish", "coefficient, exponent, form, status, context, /", finish, 0,
            "A Decimal of that, rounded."),
    HH_LEAF("parse", "text, exactly, context, /", parsed, 0,
            "A Decimal of a text, None if it is no number's in ASCII."),
    HH_LEAF("exact", "number, context, /", exact, 0, "A Decimal of an int, or as it is."),
    HH_LEAF("text", "number, engineering, context, /", text, 0, "str() of it."),
    HH_LEAF("fixed", "number, places, commas, context, /", fixed, 0,
            "With so many digits behind the point, and perhaps commas."),
    HH_LEAF("digits", "integer, /", digits, 0, "Its digits, however many."),
    HH_LEAF("digit_tuple", "integer, /", digit_tuple, 0, "The same as a tuple of ints."),
    HH_LEAF("count_digits", "integer, /", count_digits, kBuiltinReadOnly | kBuiltinNoRaise,
            "How many digits it has."),
    HH_LEAF("hash", "number, /", hashed, 0, "The hash; None of a NaN."),
    HH_LEAF("to_int", "number, rounding, /", to_int, 0, "An int."),
    HH_LEAF("compare", "a, b, /", compared, 0, "-1, 0, 1; None of a NaN."),
    HH_LEAF("compare_magnitudes", "a, b, /", compared_magnitudes, 0, "The same without signs."),
    HH_LEAF("quiet_nan", "a, b, context, /", quiet_nan, 0,
            "The NaN that an operation with one answers; None if there is none."),
    HH_LEAF("add", "a, b, context, /", (binary_or_short<short_sum, add>), 0, "a + b"),
    HH_LEAF("subtract", "a, b, context, /", (binary_or_short<short_difference, subtract>), 0,
            "a - b"),
    HH_LEAF("multiply", "a, b, context, /", (binary_or_short<short_product, multiply>), 0, "a * b"),
    HH_LEAF("divide", "a, b, context, /", (binary_or_short<short_quotient, divide>), 0, "a / b"),
    HH_LEAF("divide_int", "a, b, context, /", binary<divide_int>, 0, "a // b"),
    HH_LEAF("remainder", "a, b, context, /", binary<remainder>, 0, "a % b"),
    HH_LEAF("remainder_near", "a, b, context, /", binary<remainder_near>, 0,
            "The remainder of the nearest quotient."),
    HH_LEAF("divmod", "a, b, context, /", divmod, 0, "divmod(a, b)"),
    HH_LEAF("plain_power", "a, b, context, /", plain_power, 0,
            "a ** b for an integer b, if that is far from limits; None otherwise."),
    HH_LEAF("fma", "a, b, c, context, /", fma, 0, "a * b + c"),
    HH_LEAF("plus", "a, context, /", unary<plus>, 0, "+a"),
    HH_LEAF("minus", "a, context, /", unary<minus>, 0, "-a"),
    HH_LEAF("absolute", "a, context, /", unary<absolute>, 0, "abs(a)"),
    HH_LEAF("reduce", "a, context, /", unary<reduce>, 0, "Without trailing zeros."),
    HH_LEAF("square_root", "a, context, /", unary<square_root>, 0, "The square root."),
    HH_LEAF("quantize", "a, b, rounding, context, /", quantized, 0, "a with b's exponent."),
    HH_LEAF("rescale", "a, exponent, rounding, /", rescaled, 0, "The same without limits."),
    HH_LEAF("to_integral", "a, rounding, context, /", to_integral<false>, 0, "An integer."),
    HH_LEAF("to_integral_exact", "a, rounding, context, /", to_integral<true>, 0,
            "The same with signals."),
};

}  // namespace

const ModuleTable kDecimalModule = {"_decimal_numbers", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
