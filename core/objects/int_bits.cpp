// Shifts and bit operations: two's complement of unbounded width.
#include <algorithm>

#include "core/objects/int_view.h"
#include "core/objects/types.h"

namespace hothouse {

LimbRow int_twos_complement(const IntView& v, size_t count) {
  LimbRow r(count, 0);
  std::copy(v.limbs(), v.limbs() + std::min(v.count, count), r.begin());
  if (v.negative) {
    uint64_t carry = 1;
    for (uint64_t& l : r) {
      l = ~l + carry;
      carry = carry && l == 0;
    }
  }
  return r;
}

namespace {

// From two's complement, the top bit being the sign.
Value from_twos_complement(Leaf& vm, LimbRow& r) {
  bool negative = !r.empty() && r.back() >> 63;
  if (negative) {
    uint64_t carry = 1;
    for (uint64_t& l : r) {
      l = ~l + carry;
      carry = carry && l == 0;
    }
  }
  return int_from_limbs(vm, r, negative);
}

template <class Op>
Value bitwise(Leaf& vm, Value av, Value bv, Op op) {
  int64_t x, y;
  if (as_int64(av, &x) && as_int64(bv, &y)) {
    return vm.heap().make_int(
        static_cast<int64_t>(op(static_cast<uint64_t>(x), static_cast<uint64_t>(y))));
  }
  IntView a(av), b(bv);
  size_t n = std::max(a.count, b.count) + 1;
  if (!int_room(vm, n)) return Value::raised();
  LimbRow p = int_twos_complement(a, n), q = int_twos_complement(b, n);
  for (size_t i = 0; i < n; ++i) p[i] = op(p[i], q[i]);
  return from_twos_complement(vm, p);
}

}  // namespace

Value int_and(Leaf& vm, Value a, Value b) {
  return bitwise(vm, a, b, [](uint64_t x, uint64_t y) { return x & y; });
}
Value int_or(Leaf& vm, Value a, Value b) {
  return bitwise(vm, a, b, [](uint64_t x, uint64_t y) { return x | y; });
}
Value int_xor(Leaf& vm, Value a, Value b) {
  return bitwise(vm, a, b, [](uint64_t x, uint64_t y) { return x ^ y; });
}
Value int_invert(Leaf& vm, Value a) { return int_sub(vm, Value::small_int(-1), a); }

Value int_lshift(Leaf& vm, Value av, Value bv) {
  if (int_sign(bv) < 0) return vm.value_error("negative shift count");
  IntView a(av);
  if (a.count == 0) return Value::small_int(0);
  int64_t bits;
  if (!as_int64(bv, &bits)) return vm.overflow_error("too many digits in integer");
  if (bits == 0) return int_from_bool(av);
  int64_t x;
  if (bits < 63 && as_int64(av, &x)) {
    int64_t r = static_cast<int64_t>(static_cast<uint64_t>(x) << bits);
    if (r >> bits == x) return vm.heap().make_int(r);
  }
  auto whole = static_cast<uint64_t>(bits) / 64;
  auto part = static_cast<unsigned>(bits % 64);
  if (whole > (uint64_t{1} << 40)) return vm.memory_error();
  if (!int_room(vm, a.count + whole + 1)) return Value::raised();
  BigInt* r = int_allocate(vm, a.count + whole + 1, a.negative);
  std::fill(r->limbs(), r->limbs() + whole, 0);
  if (part) {
    r->limbs()[a.count + whole] = limbs::lshift(r->limbs() + whole, a.limbs(), a.count, part);
  } else {
    std::copy(a.limbs(), a.limbs() + a.count, r->limbs() + whole);
    r->limbs()[a.count + whole] = 0;
  }
  return int_finish(vm, r);
}

Value int_rshift(Leaf& vm, Value av, Value bv) {
  if (int_sign(bv) < 0) return vm.value_error("negative shift count");
  int64_t x, bits;
  bool small = as_int64(av, &x);
  if (!as_int64(bv, &bits)) return Value::small_int(int_sign(av) < 0 ? -1 : 0);
  if (small) return vm.heap().make_int(x >> std::min<int64_t>(bits, 63));
  IntView a(av);
  auto whole = static_cast<uint64_t>(bits) / 64;
  auto part = static_cast<unsigned>(bits % 64);
  if (whole >= a.count) return Value::small_int(a.negative ? -1 : 0);
  bool lost = std::any_of(a.limbs(), a.limbs() + whole, [](uint64_t l) { return l != 0; });
  LimbRow r(a.limbs() + whole, a.limbs() + a.count);
  if (part) lost |= limbs::rshift(r.data(), r.data(), r.size(), part) != 0;
  if (a.negative && lost) {
    // Towards minus infinity: the magnitude grows by one.
    size_t i = 0;
    while (i < r.size() && ++r[i] == 0) ++i;
    if (i == r.size()) r.push_back(1);
  }
  return int_from_limbs(vm, r, a.negative);
}

uint64_t int_bit_length(Value v) {
  IntView x(v);
  if (x.count == 0) return 0;
  return x.count * 64 - static_cast<uint64_t>(__builtin_clzll(x.limbs()[x.count - 1]));
}

uint64_t int_bit_count(Value v) {
  IntView x(v);
  uint64_t n = 0;
  for (size_t i = 0; i < x.count; ++i) {
    n += static_cast<uint64_t>(__builtin_popcountll(x.limbs()[i]));
  }
  return n;
}

bool int_to_bytes(Leaf& vm, Value v, uint8_t* out, size_t length, bool little, bool is_signed) {
  IntView x(v);
  if (x.negative && !is_signed) {
    vm.overflow_error("can't convert negative int to unsigned");
    return false;
  }
  LimbRow r = int_twos_complement(x, std::max(x.count + 1, length / 8 + 1));
  auto byte = [&](size_t i) { return static_cast<uint8_t>(r[i / 8] >> (i % 8 * 8)); };
  uint8_t filler = x.negative ? 0xff : 0;
  bool fits = true;
  for (size_t i = length; i < r.size() * 8; ++i) fits = fits && byte(i) == filler;
  if (is_signed && length > 0) fits = fits && (byte(length - 1) >> 7) == (filler >> 7);
  if (length == 0) fits = x.count == 0;
  if (!fits) {
    vm.overflow_error("int too big to convert");
    return false;
  }
  for (size_t i = 0; i < length; ++i) out[little ? i : length - 1 - i] = byte(i);
  return true;
}

Value int_from_bytes(Leaf& vm, const uint8_t* bytes, size_t length, bool little, bool is_signed) {
  LimbRow r(length / 8 + 1, 0);
  for (size_t i = 0; i < length; ++i) {
    uint64_t b = bytes[little ? i : length - 1 - i];
    r[i / 8] |= b << (i % 8 * 8);
  }
  bool negative = is_signed && length > 0 && bytes[little ? length - 1 : 0] >> 7;
  if (negative) {
    for (size_t i = length; i < r.size() * 8; ++i) r[i / 8] |= uint64_t{0xff} << (i % 8 * 8);
  }
  if (!negative) return int_from_limbs(vm, r, false);
  return from_twos_complement(vm, r);
}

}  // namespace hothouse
