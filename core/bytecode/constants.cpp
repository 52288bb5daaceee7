// Keys and objects of constants; see constants.h.
#include "core/bytecode/constants.h"

#include <cstring>

#include "core/objects/bytes.h"
#include "core/objects/complex.h"
#include "core/objects/int.h"
#include "core/objects/set.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

/// CPython interns constant strings that look like names. Here those are beyond ASCII as well:
/// calls know the names of their arguments by identity.
bool looks_like_name(const std::string& text) {
  for (char c : text) {
    bool name = c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    if (!name) return false;
  }
  return true;
}

void append_words(std::string& key, const uint64_t* words, uint64_t count) {
  key.append(reinterpret_cast<const char*>(words), count * sizeof(uint64_t));
}

}  // namespace

bool Const::truth() const {
  switch (kind) {
    case Kind::None:
    case Kind::False:
      return false;
    case Kind::True:
    case Kind::Ellipsis:
      return true;
    case Kind::Int:
      return !int_is_zero(value);
    case Kind::Float:
    case Kind::Imaginary:
      return number != 0;
    case Kind::Str:
    case Kind::Bytes:
      return !text.empty();
    case Kind::Tuple:
    case Kind::FrozenSet:
      return !items.empty();
  }
  return false;
}

bool Const::fits_signed(int bits, int32_t* result) const {
  if (!is_int() || !value.is_int()) return false;
  int64_t i = value.as_int();
  int64_t limit = int64_t{1} << (bits - 1);
  if (i < -limit || i >= limit) return false;
  *result = static_cast<int32_t>(i);
  return true;
}

std::string Const::key() const {
  std::string key(1, static_cast<char>('0' + static_cast<int>(kind)));
  switch (kind) {
    case Kind::Int:
      if (value.is_object()) {
        const auto* big = value.as<BigInt>();
        key += big->negative() ? '-' : '+';
        append_words(key, big->limbs(), big->limb_count);
      } else {
        uint64_t bits = value.bits();
        append_words(key, &bits, 1);
      }
      break;
    case Kind::Float:
    case Kind::Imaginary: {
      uint64_t bits;
      std::memcpy(&bits, &number, 8);
      append_words(key, &bits, 1);
      break;
    }
    case Kind::Str:
    case Kind::Bytes:
      key += text;
      break;
    case Kind::Tuple:
    case Kind::FrozenSet:
      for (const Const& item : items) {
        std::string part = item.key();
        uint64_t size = part.size();
        append_words(key, &size, 1);
        key += part;
      }
      break;
    default:
      break;
  }
  return key;
}

Value Const::make(Leaf& vm) const {
  switch (kind) {
    case Kind::None:
      return Value::none();
    case Kind::False:
      return Value::false_value();
    case Kind::True:
      return Value::true_value();
    case Kind::Ellipsis:
      return Value::ellipsis();
    case Kind::Int:
      return value;
    case Kind::Float:
      return Value::from_foreign_double(number);
    case Kind::Imaginary:
      return make_complex(vm, 0, number);
    case Kind::Str:
      return looks_like_name(text) ? vm.intern(text) : vm.str(text);
    case Kind::Bytes:
      return make_bytes(vm, text);
    case Kind::Tuple: {
      std::vector<Value> values;
      for (const Const& item : items) values.push_back(item.make(vm));
      return make_tuple(vm, values.data(), values.size());
    }
    case Kind::FrozenSet: {
      Value set = make_set(vm, true);
      for (const Const& item : items) set_add(vm, set, item.make(vm));
      return set;
    }
  }
  return Value::none();
}

Const Const::of_text(std::string text) {
  Const c;
  c.kind = Kind::Str;
  c.text = std::move(text);
  return c;
}

Const Const::tuple(std::vector<Const> items) {
  Const c;
  c.kind = Kind::Tuple;
  c.items = std::move(items);
  return c;
}

}  // namespace hothouse
