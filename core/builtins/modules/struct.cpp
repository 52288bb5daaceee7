// The module _struct_bytes: numbers to bytes and back, for the usual values of struct's formats.
// What is unusual (another type, a number that does not fit) answers None, and python/_struct.py
// does it one number at a time, with the errors that go with it.
//
// A plan is a format in bytes: 1 if it is little-endian, then six bytes an item:
//
//     code   size   bytes of padding before it   count, three bytes with the lowest first
#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "core/builtins/builtin.h"
#include "core/builtins/modules/modules.h"
#include "core/objects/bytes.h"
#include "core/objects/int.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

constexpr size_t kItemBytes = 6;

struct Item {
  char code;
  size_t size, padding, count;
};

Item item_at(BytesView plan, size_t at) {
  auto byte = [&](size_t k) { return static_cast<size_t>(static_cast<uint8_t>(plan[at + k])); };
  return {plan[at], byte(1), byte(2), byte(3) | byte(4) << 8 | byte(5) << 16};
}

void put(uint8_t* to, uint64_t bits, size_t size, bool little) {
  for (size_t k = 0; k < size; ++k) {
    to[little ? k : size - 1 - k] = static_cast<uint8_t>(bits >> (8 * k));
  }
}
uint64_t get(const uint8_t* from, size_t size, bool little) {
  uint64_t bits = 0;
  for (size_t k = 0; k < size; ++k) {
    bits |= uint64_t{from[little ? k : size - 1 - k]} << (8 * k);
  }
  return bits;
}

bool is_signed(char code) { return code >= 'a'; }

/// The bits of an int that fits; false: Python says what is wrong.
bool int_bits(Value v, const Item& item, uint64_t* bits) {
  if (!is_int_value(v)) return false;
  int64_t i;
  if (!as_int64(v, &i)) return item.size == 8 && !is_signed(item.code) && as_uint64(v, bits);
  *bits = static_cast<uint64_t>(i);
  const unsigned width = static_cast<unsigned>(item.size) * 8;
  if (!is_signed(item.code)) return i >= 0 && (width == 64 || *bits >> width == 0);
  const unsigned rest = 64 - width;
  return static_cast<int64_t>(*bits << rest) >> rest == i;
}

bool float_bits(Value v, const Item& item, uint64_t* bits) {
  if (!v.is_double() && !v.is_int()) return false;
  const double d = v.is_double() ? v.as_double() : static_cast<double>(v.as_int());
  if (item.size == 8) {
    std::memcpy(bits, &d, 8);
    return true;
  }
  const auto f = static_cast<float>(d);
  uint32_t word;
  std::memcpy(&word, &f, 4);
  *bits = word;
  constexpr uint32_t kExponent = 0x7f800000;
  return (word & kExponent) != kExponent;  // infinities may be numbers that are too large
}

bool value_bits(Value v, const Item& item, uint64_t* bits) {
  switch (item.code) {
    case 'c':
      if (!is_bytes(v) || bytes_length(v) != 1) return false;
      *bits = static_cast<uint8_t>(bytes_view(v)[0]);
      return true;
    case '?':
      *bits = v.is_true() ? 1 : 0;
      return v.is_bool();
    case 'f':
    case 'd':
      return float_bits(v, item, bits);
    default:
      return int_bits(v, item, bits);
  }
}

Value value_of(Leaf& vm, uint64_t bits, const Item& item) {
  switch (item.code) {
    case 'c': {
      const auto c = static_cast<char>(bits);
      return make_bytes(vm, BytesView(&c, 1));
    }
    case '?':
      return Value::boolean(bits != 0);
    case 'f': {
      const auto word = static_cast<uint32_t>(bits);
      float f;
      std::memcpy(&f, &word, 4);
      return Value::from_foreign_double(static_cast<double>(f));
    }
    case 'd': {
      double d;
      std::memcpy(&d, &bits, 8);
      return Value::from_foreign_double(d);
    }
    default: {
      if (!is_signed(item.code)) return int_from_uint64(vm, bits);
      const size_t rest = 64 - 8 * item.size;
      return vm.heap().make_int(static_cast<int64_t>(bits << rest) >> rest);
    }
  }
}

/// pack(plan, total, values)
Value pack(Leaf& vm, const Value* a) {
  const BytesView plan = bytes_view(a[0]);
  const auto total = static_cast<size_t>(a[1].as_int());
  auto* values = a[2].as<Tuple>();
  const size_t count = values->length;
  std::string out(total, '\0');
  auto* bytes = reinterpret_cast<uint8_t*>(out.data());
  const bool little = plan[0] != 0;
  size_t at = 0, next = 0;
  for (size_t k = 1; k < plan.size(); k += kItemBytes) {
    const Item item = item_at(plan, k);
    at += item.padding;
    if (item.code == 's') {
      if (next == count || !is_bytes(values->data()[next])) return Value::none();
      const BytesView text = bytes_view(values->data()[next++]);
      std::memcpy(bytes + at, text.data(), std::min(text.size(), item.count));
      at += item.count;
      continue;
    }
    if (item.code == 'x') {
      at += item.count;
      continue;
    }
    for (size_t n = 0; n < item.count; ++n, at += item.size) {
      uint64_t bits = 0;
      if (next == count || !value_bits(values->data()[next++], item, &bits)) return Value::none();
      put(bytes + at, bits, item.size, little);
    }
  }
  return next == count ? make_bytes(vm, out) : Value::none();
}

/// unpack(plan, data, at): the data is long enough.
Value unpack(Leaf& vm, const Value* a) {
  const BytesView plan = bytes_view(a[0]);
  const BytesView data = bytes_view(unwrap(vm, a[1]));
  const auto* bytes = reinterpret_cast<const uint8_t*>(data.data());
  auto at = static_cast<size_t>(a[2].as_int());
  const bool little = plan[0] != 0;
  std::vector<Value> row;
  for (size_t k = 1; k < plan.size(); k += kItemBytes) {
    const Item item = item_at(plan, k);
    at += item.padding;
    if (item.code == 's') row.push_back(make_bytes(vm, data.substr(at, item.count)));
    if (item.code == 's' || item.code == 'x') {
      at += item.count;
      continue;
    }
    for (size_t n = 0; n < item.count; ++n, at += item.size) {
      row.push_back(value_of(vm, get(bytes + at, item.size, little), item));
    }
  }
  return make_tuple(vm, row.data(), row.size());
}

const BuiltinDef kRows[] = {
    HH_LEAF("pack", "plan, total, values, /", pack, kBuiltinReadOnly,
            "The bytes of the values; None: see one by one what is the matter."),
    HH_LEAF("unpack", "plan, data, at, /", unpack, kBuiltinReadOnly, "The values in bytes."),
};

}  // namespace

const ModuleTable kStructModule = {"_struct_bytes", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
