// Arithmetic of ints. Text is int_text.cpp, doubles int_double.cpp, bits int_bits.cpp.
#include "core/objects/int.h"

#include <algorithm>
#include <cmath>

#include "core/objects/float.h"
#include "core/objects/int_view.h"
#include "core/objects/types.h"

namespace hothouse {

bool int_room(Leaf& vm, uint64_t limbs) {
  if (limbs < 4096 || vm.heap().can_allocate(limbs * 8)) return true;
  vm.memory_error();
  return false;
}

BigInt* int_allocate(Leaf& vm, size_t count, bool negative) {
  auto* b = static_cast<BigInt*>(
      vm.heap().allocate(kMapBigInt, Kind::BigInt, sizeof(BigInt) + count * 8, negative));
  b->limb_count = count;
  return b;
}

Value int_finish(Leaf& vm, BigInt* b) {
  size_t n = b->limb_count;
  while (n && b->limbs()[n - 1] == 0) --n;
  if (n <= 1) {
    uint64_t magnitude = n ? b->limbs()[0] : 0;
    if (magnitude <= static_cast<uint64_t>(Value::kMaxInt) + (b->negative() ? 1 : 0)) {
      auto i = static_cast<int64_t>(magnitude);
      return Value::small_int(b->negative() ? -i : i);
    }
  }
  // A size class of old space is told by the object's own length: an object that lost limbs may
  // keep the larger cell, and in the nursery nothing walks objects.
  b->limb_count = n;
  (void)vm;
  return Value::from_object(b);
}

Value int_from_limbs(Leaf& vm, const uint64_t* limbs, size_t count, bool negative) {
  while (count && limbs[count - 1] == 0) --count;
  if (count == 0) return Value::small_int(0);
  if (!int_room(vm, count)) return Value::raised();
  BigInt* b = int_allocate(vm, count, negative);
  std::copy(limbs, limbs + count, b->limbs());
  return int_finish(vm, b);
}

bool as_int64(Value v, int64_t* result) {
  if (v.is_int()) {
    *result = v.as_int();
    return true;
  }
  if (!is_big_int(v)) {
    *result = v.is_true();
    return true;
  }
  auto* b = v.as<BigInt>();
  if (b->limb_count != 1) return false;
  uint64_t magnitude = b->limbs()[0];
  if (magnitude > static_cast<uint64_t>(INT64_MAX) + (b->negative() ? 1 : 0)) return false;
  *result = static_cast<int64_t>(b->negative() ? uint64_t{0} - magnitude : magnitude);
  return true;
}

bool as_uint64(Value v, uint64_t* result) {
  IntView x(v);
  if (x.negative || x.count > 1) return false;
  *result = x.count ? x.limbs()[0] : 0;
  return true;
}

int64_t clamp_int64(Value v) {
  int64_t i;
  if (as_int64(v, &i)) return i;
  return v.as<BigInt>()->negative() ? INT64_MIN : INT64_MAX;
}

int int_sign(Value v) {
  IntView x(v);
  return x.negative ? -1 : x.count != 0;
}

Value int_from_bool(Value v) { return v.is_bool() ? Value::small_int(v.is_true()) : v; }

Value int_from_uint64(Leaf& vm, uint64_t u) {
  if (u <= static_cast<uint64_t>(INT64_MAX)) return vm.heap().make_int(static_cast<int64_t>(u));
  return int_from_limbs(vm, &u, 1, false);
}

namespace {

int compare_magnitudes(const IntView& a, const IntView& b) {
  if (a.count != b.count) return a.count < b.count ? -1 : 1;
  return a.count ? limbs::compare(a.limbs(), b.limbs(), a.count) : 0;
}

// a + b with the sign of b replaced.
Value add_signed(Leaf& vm, Value av, Value bv, bool flip) {
  IntView a(av), b(bv);
  bool b_negative = b.negative != (flip && b.count != 0);
  const IntView *x = &a, *y = &b;
  bool x_negative = a.negative;
  if (a.negative == b_negative || a.count == 0 || b.count == 0) {
    if (a.count < b.count) std::swap(x, y);
    if (y->count == 0) {
      return int_from_limbs(vm, x->limbs(), x->count, x == &a ? a.negative : b_negative);
    }
    if (!int_room(vm, x->count + 1)) return Value::raised();
    BigInt* r = int_allocate(vm, x->count + 1, a.negative);
    r->limbs()[x->count] = limbs::add(r->limbs(), x->limbs(), x->count, y->limbs(), y->count);
    return int_finish(vm, r);
  }
  int order = compare_magnitudes(a, b);
  if (order == 0) return Value::small_int(0);
  if (order < 0) {
    std::swap(x, y);
    x_negative = b_negative;
  }
  BigInt* r = int_allocate(vm, x->count, x_negative);
  limbs::sub(r->limbs(), x->limbs(), x->count, y->limbs(), y->count);
  return int_finish(vm, r);
}

}  // namespace

Value int_add(Leaf& vm, Value a, Value b) {
  int64_t x, y, r;
  if (as_int64(a, &x) && as_int64(b, &y) && !__builtin_add_overflow(x, y, &r)) {
    return vm.heap().make_int(r);
  }
  return add_signed(vm, a, b, false);
}

Value int_sub(Leaf& vm, Value a, Value b) {
  int64_t x, y, r;
  if (as_int64(a, &x) && as_int64(b, &y) && !__builtin_sub_overflow(x, y, &r)) {
    return vm.heap().make_int(r);
  }
  return add_signed(vm, a, b, true);
}

Value int_mul(Leaf& vm, Value av, Value bv) {
  int64_t x, y, r;
  if (as_int64(av, &x) && as_int64(bv, &y) && !__builtin_mul_overflow(x, y, &r)) {
    return vm.heap().make_int(r);
  }
  IntView a(av), b(bv);
  if (a.count == 0 || b.count == 0) return Value::small_int(0);
  if (!int_room(vm, a.count + b.count)) return Value::raised();
  BigInt* p = int_allocate(vm, a.count + b.count, a.negative != b.negative);
  if (av == bv) {
    limbs::square(p->limbs(), a.limbs(), a.count);
  } else if (a.count >= b.count) {
    limbs::mul(p->limbs(), a.limbs(), a.count, b.limbs(), b.count);
  } else {
    limbs::mul(p->limbs(), b.limbs(), b.count, a.limbs(), a.count);
  }
  return int_finish(vm, p);
}

namespace {

// Floor division; quotient or remainder may be null. b is not zero.
bool floor_divmod(Leaf& vm, Value av, Value bv, Value* quotient, Value* remainder) {
  int64_t x, y;
  if (as_int64(av, &x) && as_int64(bv, &y) && !(x == INT64_MIN && y == -1)) {
    int64_t q = x / y, r = x % y;
    if (r != 0 && (r < 0) != (y < 0)) {
      --q;
      r += y;
    }
    if (quotient) *quotient = vm.heap().make_int(q);
    if (remainder) *remainder = vm.heap().make_int(r);
    return true;
  }
  IntView a(av), b(bv);
  bool opposite = a.negative != b.negative;
  if (compare_magnitudes(a, b) < 0) {
    bool adjust = opposite && a.count != 0;
    if (quotient) *quotient = Value::small_int(adjust ? -1 : 0);
    if (remainder) *remainder = adjust ? int_add(vm, av, bv) : int_from_bool(av);
    return true;
  }
  if (!int_room(vm, 2 * a.count)) return false;
  LimbRow q(a.count - b.count + 2, 0), r(b.count, 0);
  limbs::divmod(q.data(), r.data(), a.limbs(), a.count, b.limbs(), b.count);
  bool exact = std::all_of(r.begin(), r.end(), [](uint64_t l) { return l == 0; });
  if (opposite && !exact) {
    // Towards minus infinity: one more, and the remainder's complement to b.
    for (size_t i = 0; i < q.size() && ++q[i] == 0; ++i) {
    }
    limbs::sub(r.data(), b.limbs(), b.count, r.data(), r.size());
  }
  if (quotient) *quotient = int_from_limbs(vm, q, opposite);
  if (remainder) *remainder = int_from_limbs(vm, r, b.negative);
  return true;
}

}  // namespace

Value int_floordiv(Leaf& vm, Value a, Value b) {
  if (int_is_zero(b)) {
    return vm.raise(TypeId::ZeroDivisionError, "integer division or modulo by zero");
  }
  Value q;
  return floor_divmod(vm, a, b, &q, nullptr) ? q : Value::raised();
}

Value int_mod(Leaf& vm, Value a, Value b) {
  if (int_is_zero(b)) {
    return vm.raise(TypeId::ZeroDivisionError, "integer modulo by zero");
  }
  Value r;
  return floor_divmod(vm, a, b, nullptr, &r) ? r : Value::raised();
}

bool int_divmod(Leaf& vm, Value a, Value b, Value* quotient, Value* remainder) {
  if (int_is_zero(b)) {
    vm.raise(TypeId::ZeroDivisionError, "integer division or modulo by zero");
    return false;
  }
  return floor_divmod(vm, a, b, quotient, remainder);
}

Value int_pow(Leaf& vm, Value a, Value b) {
  if (int_sign(b) < 0) {
    double x, y;
    if (!int_to_double(vm, a, &x) || !int_to_double(vm, b, &y)) return Value::raised();
    return float_pow(vm, x, y);
  }
  int64_t base = 0, exponent;
  if (as_int64(a, &base) && (base == 0 || base == 1 || base == -1)) {
    if (base == -1) {
      bool odd = (IntView(b).count ? IntView(b).limbs()[0] : 0) & 1;
      return Value::small_int(odd ? -1 : 1);
    }
    return Value::small_int(base == 1 || int_is_zero(b) ? 1 : 0);
  }
  if (!as_int64(b, &exponent)) return vm.memory_error();
  // Refuse at once what could not be held.
  uint64_t bits = int_bit_length(a);
  if (static_cast<double>(bits - 1) * static_cast<double>(exponent) > 8e9 ||
      !int_room(vm, bits * static_cast<uint64_t>(exponent) / 64 + 1)) {
    return vm.raised() ? Value::raised() : vm.memory_error();
  }
  if (base > 1 && (base & (base - 1)) == 0) {
    // A power of two is shifted.
    return int_lshift(vm, Value::small_int(1),
                      vm.heap().make_int(static_cast<int64_t>(bits - 1) * exponent));
  }
  Value result = Value::small_int(1);
  int top = 63 - __builtin_clzll(static_cast<uint64_t>(exponent | 1));
  if (exponent == 0) return result;
  for (int i = top; i >= 0; --i) {
    result = int_mul(vm, result, result);
    if (result.is_raised()) return result;
    if (exponent >> i & 1) {
      result = int_mul(vm, result, a);
      if (result.is_raised()) return result;
    }
  }
  return result;
}

namespace {

// Inverse of a modulo m > 0, or undefined.
Value modular_inverse(Leaf& vm, Value a, Value m) {
  Value r0 = m, r1 = int_mod(vm, a, m), t0 = Value::small_int(0), t1 = Value::small_int(1);
  while (!int_is_zero(r1)) {
    Value q, r;
    if (!int_divmod(vm, r0, r1, &q, &r)) return Value::raised();
    Value t = int_sub(vm, t0, int_mul(vm, q, t1));
    t0 = t1;
    t1 = t;
    r0 = r1;
    r1 = r;
  }
  if (int_compare(r0, Value::small_int(1)) != 0) return Value::undefined();
  return int_mod(vm, t0, m);
}

}  // namespace

Value int_pow_mod(Leaf& vm, Value a, Value b, Value m) {
  if (int_is_zero(m)) return vm.value_error("pow() 3rd argument cannot be 0");
  bool negative_modulus = int_sign(m) < 0;
  Value modulus = int_abs(vm, m);
  if (int_compare(modulus, Value::small_int(1)) == 0) return Value::small_int(0);
  if (int_sign(b) < 0) {
    b = int_neg(vm, b);
    a = modular_inverse(vm, a, modulus);
    if (a.is_undefined()) return vm.value_error("base is not invertible for the given modulus");
    if (a.is_raised()) return a;
  }
  a = int_mod(vm, a, modulus);
  if (a.is_raised()) return a;
  Value result;
  int64_t x, y, z;
  if (as_int64(modulus, &z) && as_int64(a, &x) && as_int64(b, &y)) {
    __extension__ using Wide = unsigned __int128;
    Wide acc = 1, base = static_cast<uint64_t>(x), n = static_cast<uint64_t>(z);
    for (auto e = static_cast<uint64_t>(y); e; e >>= 1) {
      if (e & 1) acc = acc * base % n;
      base = base * base % n;
    }
    result = vm.heap().make_int(static_cast<int64_t>(acc % n));
  } else {
    IntView base(a), exponent(b), n(modulus);
    if (exponent.count == 0) {
      result = Value::small_int(1);
    } else {
      LimbRow r(n.count);
      limbs::pow_mod(r.data(), base.limbs(), base.count, exponent.limbs(), exponent.count,
                     n.limbs(), n.count);
      result = int_from_limbs(vm, r, false);
    }
  }
  if (negative_modulus && !result.is_raised() && !int_is_zero(result)) {
    result = int_sub(vm, result, modulus);
  }
  return result;
}

Value int_neg(Leaf& vm, Value a) {
  int64_t i;
  if (as_int64(a, &i) && i != INT64_MIN) return vm.heap().make_int(-i);
  IntView x(a);
  return int_from_limbs(vm, x.limbs(), x.count, !x.negative);
}

Value int_abs(Leaf& vm, Value a) { return int_sign(a) < 0 ? int_neg(vm, a) : int_from_bool(a); }

int int_compare(Value av, Value bv) {
  int64_t x, y;
  if (as_int64(av, &x) && as_int64(bv, &y)) return x < y ? -1 : x > y;
  IntView a(av), b(bv);
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  int order = compare_magnitudes(a, b);
  return a.negative ? -order : order;
}

uint64_t int_hash(Value v) {
  IntView x(v);
  constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;
  __extension__ using Wide = unsigned __int128;
  uint64_t h = 0;
  for (size_t i = x.count; i-- > 0;) {
    h = static_cast<uint64_t>((static_cast<Wide>(h) << 64 | x.limbs()[i]) % kModulus);
  }
  if (x.negative) h = uint64_t{0} - h;
  return h == ~uint64_t{0} ? uint64_t{0} - 2 : h;
}

Value int_gcd(Leaf& vm, Value av, Value bv) {
  IntView a(av), b(bv);
  if (a.count == 0) return int_abs(vm, bv);
  if (b.count == 0) return int_abs(vm, av);
  if (a.count == 1 && b.count == 1) {
    uint64_t x = a.limbs()[0], y = b.limbs()[0];
    while (y) {
      uint64_t t = x % y;
      x = y;
      y = t;
    }
    return int_from_uint64(vm, x);
  }
  LimbRow r(std::min(a.count, b.count) + 1, 0);
  size_t used = limbs::gcd(r.data(), a.limbs(), a.count, b.limbs(), b.count);
  return int_from_limbs(vm, r.data(), used, false);
}

Value int_isqrt(Leaf& vm, Value v) {
  IntView x(v);
  if (x.negative) return vm.value_error("isqrt() argument must be nonnegative");
  if (x.count == 0) return Value::small_int(0);
  if (x.count == 1) {
    uint64_t n = x.limbs()[0];
    auto r = static_cast<uint64_t>(std::sqrt(static_cast<double>(n)));
    while (r > 0xffffffffu || r * r > n) --r;
    while (r < 0xffffffffu && (r + 1) * (r + 1) <= n) ++r;
    return int_from_uint64(vm, r);
  }
  LimbRow r((x.count + 1) / 2, 0);
  limbs::sqrt(r.data(), x.limbs(), x.count);
  return int_from_limbs(vm, r, false);
}

Value int_round(Leaf& vm, Value v, Value ndigits) {
  v = int_from_bool(v);
  if (int_sign(ndigits) >= 0) return v;
  int64_t n;
  // 10 ** -ndigits is far beyond v: the result is 0.
  if (!as_int64(ndigits, &n) || -n > static_cast<int64_t>(int_bit_length(v)) / 3 + 2) {
    return Value::small_int(0);
  }
  Value unit = int_pow(vm, Value::small_int(10), Value::small_int(-n));
  if (unit.is_raised()) return unit;
  Value q, r;
  if (!int_divmod(vm, v, unit, &q, &r)) return Value::raised();
  int order = int_compare(int_lshift(vm, r, Value::small_int(1)), unit);
  bool odd = IntView(q).count && (IntView(q).limbs()[0] & 1);
  Value down = int_sub(vm, v, r);
  return order > 0 || (order == 0 && odd) ? int_add(vm, down, unit) : down;
}

}  // namespace hothouse
