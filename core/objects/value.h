// Value: the 64-bit word that holds any Python object.
//
// Doubles and small integers are immediate, everything else is a pointer to the heap. The
// encoding is the same on every target (pointers of wasm32 are zero-extended), so that compiled
// code is the same everywhere:
//
//   0000 pppp pppp pppp   pointer to a heap object (48 bits, never 0)
//   0001 0000 0000 00ss   special: undefined, None, False, True, ... (Value::special)
//   0002 .... .... ....   double: its bits plus 2^49, so 0002'0000'0000'0000 is 0.0 and
//   fffa 0000 0000 0000   the negative quiet NaN (the one that x86 produces) is the largest
//   fffc .... .... ....   integer of 50 bits, two's complement, below 14 one bits
//
// Invariants:
//  - heap integers are canonical: never one that would fit 50 bits;
//  - a double's bits are never above fff8'0000'0000'0000: doubles from raw memory go through
//    from_foreign_double, or a NaN's payload could forge a pointer or an integer.
//
// Neighbours: object.h (what a pointer points to), heap.h (who allocates it).
#pragma once

#include <cstdint>
#include <cstring>

namespace hothouse {

struct Object;

class Value {
 public:
  static constexpr uint64_t kDoubleOffset = uint64_t{1} << 49;
  static constexpr uint64_t kMaxDoubleBits = uint64_t{0xfff8} << 48;
  static constexpr uint64_t kIntTag = uint64_t{0xfffc} << 48;
  static constexpr uint64_t kSpecialTag = uint64_t{1} << 48;
  static constexpr int kIntBits = 50;
  static constexpr int64_t kMinInt = -(int64_t{1} << (kIntBits - 1));
  static constexpr int64_t kMaxInt = (int64_t{1} << (kIntBits - 1)) - 1;

  /// The specials. `Undefined` marks an unbound local or an absent argument, `Raised` is what a
  /// helper answers after it set the pending exception, `Exhausted` ends an iteration without an
  /// exception object; none of the three is ever visible to a program.
  enum class Special : uint64_t {
    Undefined = 0,
    None = 1,
    False = 2,
    True = 3,
    NotImplemented = 4,
    Ellipsis = 5,
    Raised = 6,
    Exhausted = 7,
  };

  constexpr Value() : bits_(kSpecialTag) {}
  static constexpr Value from_bits(uint64_t bits) { return Value(bits); }
  static constexpr Value special(Special s) {
    return Value(kSpecialTag | static_cast<uint64_t>(s));
  }
  static constexpr Value undefined() { return special(Special::Undefined); }
  static constexpr Value none() { return special(Special::None); }
  static constexpr Value boolean(bool b) {
    return Value(kSpecialTag | (static_cast<uint64_t>(Special::False) + (b ? 1 : 0)));
  }
  static constexpr Value true_value() { return boolean(true); }
  static constexpr Value false_value() { return boolean(false); }
  static constexpr Value not_implemented() { return special(Special::NotImplemented); }
  static constexpr Value ellipsis() { return special(Special::Ellipsis); }
  static constexpr Value raised() { return special(Special::Raised); }
  static constexpr Value exhausted() { return special(Special::Exhausted); }

  /// An immediate integer; `i` must lie in [kMinInt, kMaxInt]. For any int64 see Heap::make_int.
  static constexpr Value small_int(int64_t i) { return Value(kIntTag | static_cast<uint64_t>(i)); }
  static constexpr bool fits_small_int(int64_t i) { return i >= kMinInt && i <= kMaxInt; }

  /// A double whose bits come from arithmetic (its only NaNs are the two quiet default ones).
  static Value from_double(double d) {
    uint64_t bits;
    std::memcpy(&bits, &d, 8);
    return Value(bits + kDoubleOffset);
  }
  /// A double from raw memory: any NaN becomes the default one.
  static Value from_foreign_double(double d) {
    return d != d ? Value((uint64_t{0x7ff8} << 48) + kDoubleOffset) : from_double(d);
  }
  static Value from_object(const Object* o) {
    return Value(static_cast<uint64_t>(reinterpret_cast<uintptr_t>(o)));
  }

  constexpr uint64_t bits() const { return bits_; }
  constexpr bool is_object() const { return bits_ < kSpecialTag; }
  constexpr bool is_int() const { return bits_ >= kIntTag; }
  constexpr bool is_double() const { return bits_ - kDoubleOffset <= kMaxDoubleBits; }
  constexpr bool is_special() const { return (bits_ >> 48) == 1; }
  constexpr bool is_bool() const { return (bits_ | 1) == true_value().bits_; }
  constexpr bool is_none() const { return bits_ == none().bits_; }
  constexpr bool is_true() const { return bits_ == true_value().bits_; }
  constexpr bool is_false() const { return bits_ == false_value().bits_; }
  constexpr bool is_undefined() const { return bits_ == undefined().bits_; }
  constexpr bool is_raised() const { return bits_ == raised().bits_; }
  constexpr bool is_exhausted() const { return bits_ == exhausted().bits_; }
  constexpr bool is_not_implemented() const { return bits_ == not_implemented().bits_; }
  static constexpr bool both_int(Value a, Value b) { return (a.bits_ & b.bits_) >= kIntTag; }

  constexpr int64_t as_int() const {
    return static_cast<int64_t>(bits_ << (64 - kIntBits)) >> (64 - kIntBits);
  }
  double as_double() const {
    uint64_t bits = bits_ - kDoubleOffset;
    double d;
    std::memcpy(&d, &bits, 8);
    return d;
  }
  Object* as_object() const { return reinterpret_cast<Object*>(static_cast<uintptr_t>(bits_)); }
  template <class T>
  T* as() const {
    return reinterpret_cast<T*>(static_cast<uintptr_t>(bits_));
  }

  /// Identity (`is`), not equality.
  friend constexpr bool operator==(Value a, Value b) { return a.bits_ == b.bits_; }
  friend constexpr bool operator!=(Value a, Value b) { return a.bits_ != b.bits_; }

 private:
  constexpr explicit Value(uint64_t bits) : bits_(bits) {}
  uint64_t bits_;
};
static_assert(sizeof(Value) == 8);

}  // namespace hothouse
