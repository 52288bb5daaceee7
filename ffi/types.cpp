#include "ffi/types.h"

#include <cstring>

#include "core/builtins/arguments.h"
#include "core/objects/bytes.h"
#include "core/objects/int.h"
#include "core/objects/str.h"
#include "core/vm/raw_memory.h"
#include "ffi/world.h"

namespace hothouse::ffi {

namespace {

const CType kTypes[] = {
    {'?', 1, 'B', &ffi_type_uint8},     {'c', 1, 'b', &ffi_type_schar},
    {'b', 1, 'b', &ffi_type_sint8},     {'B', 1, 'B', &ffi_type_uint8},
    {'h', 2, 'h', &ffi_type_sint16},    {'H', 2, 'H', &ffi_type_uint16},
    {'i', 4, 'i', &ffi_type_sint32},    {'I', 4, 'I', &ffi_type_uint32},
    {'l', 8, 'l', &ffi_type_sint64},    {'L', 8, 'L', &ffi_type_uint64},
    {'q', 8, 'l', &ffi_type_sint64},    {'Q', 8, 'L', &ffi_type_uint64},
    {'f', 4, 'f', &ffi_type_float},     {'d', 8, 'd', &ffi_type_double},
    {'g', 16, 0, &ffi_type_longdouble}, {'u', 4, 0, &ffi_type_sint32},
    {'P', 8, 'L', &ffi_type_pointer},   {'z', 8, 'L', &ffi_type_pointer},
    {'Z', 8, 'L', &ffi_type_pointer},   {'&', 8, 'L', &ffi_type_pointer},
    {'v', 0, 'v', &ffi_type_void},
};

bool store_number(Leaf& vm, const CType& type, Value v, void* storage) {
  if (type.code == 'f' || type.code == 'd' || type.code == 'g') {
    double d;
    if (!double_argument(vm, v, &d)) return false;
    if (type.code == 'f') {
      auto f = static_cast<float>(d);
      std::memcpy(storage, &f, sizeof f);
    } else if (type.code == 'd') {
      std::memcpy(storage, &d, sizeof d);
    } else {
      long double g = d;
      std::memcpy(storage, &g, sizeof g);
    }
    return true;
  }
  Value i = as_int(vm, v);
  if (i.is_undefined()) {
    vm.type_error("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
    return false;
  }
  uint8_t word[8] = {};
  int64_t small;
  if (as_int64(i, &small)) {
    std::memcpy(word, &small, 8);
  } else {
    // The low 64 bits, as C wraps.
    Value mask = int_from_uint64(vm, ~uint64_t{0});
    uint64_t low = 0;
    as_uint64(int_and(vm, i, mask), &low);
    std::memcpy(word, &low, 8);
  }
  if (type.code == '?') word[0] = !int_is_zero(i);
  std::memcpy(storage, word, type.code == '?' ? 1 : 8);
  return true;
}

}  // namespace

const CType* find_type(char code) {
  for (const CType& t : kTypes) {
    if (t.code == code) return &t;
  }
  return nullptr;
}

bool store_value(Leaf& vm, const CType& type, Value v, void* storage) {
  std::memset(storage, 0, 16);
  switch (type.code) {
    case 'P':
    case 'z':
    case 'Z':
    case '&':
      if (v.is_none()) return true;
      if (is_bytes(v)) {
        uint64_t address = world_of(vm).bytes_address(static_cast<Vm&>(vm), v);
        std::memcpy(storage, &address, 8);
        return true;
      }
      return store_number(vm, *find_type('L'), v, storage);
    case 'c':
      if ((is_bytes(v) || is_bytearray(v)) && bytes_length(v) == 1) {
        std::memcpy(storage, bytes_view(v).data(), 1);
        return true;
      }
      if (v.is_int() && v.as_int() >= 0 && v.as_int() < 256) {
        return store_number(vm, type, v, storage);
      }
      vm.type_error("one character bytes, bytearray or integer expected");
      return false;
    case 'u':
      if (is_str(v) && str_length(v) == 1) {
        auto c = static_cast<uint32_t>(str_view(vm, v).at(0));
        std::memcpy(storage, &c, 4);
        return true;
      }
      vm.type_error(is_str(v) ? "one character unicode string expected"
                              : "unicode string expected instead of " + type_name_of(vm, v) +
                                    " instance");
      return false;
    default:
      return store_number(vm, type, v, storage);
  }
}

Value load_value(Leaf& vm, const CType& type, const void* storage) {
  auto address = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(storage));
  using ir::RawType;
  switch (type.code) {
    case '?':
      return Value::boolean(read_memory<uint8_t>(address) != 0);
    case 'c':
      return make_bytes(vm, BytesView(static_cast<const char*>(storage), 1));
    case 'b':
      return Value::small_int(read_memory<int8_t>(address));
    case 'B':
      return Value::small_int(read_memory<uint8_t>(address));
    case 'h':
      return Value::small_int(read_memory<int16_t>(address));
    case 'H':
      return Value::small_int(read_memory<uint16_t>(address));
    case 'i':
      return Value::small_int(read_memory<int32_t>(address));
    case 'I':
      return Value::small_int(read_memory<uint32_t>(address));
    case 'l':
    case 'q':
      return vm.heap().make_int(read_memory<int64_t>(address));
    case 'L':
    case 'Q':
    case '&':
      return int_from_uint64(vm, read_memory<uint64_t>(address));
    case 'f':
      return Value::from_double(read_raw_float(RawType::F32, address));
    case 'd':
      return Value::from_double(read_raw_float(RawType::F64, address));
    case 'g': {
      long double g;
      std::memcpy(&g, storage, sizeof g);
      return Value::from_foreign_double(static_cast<double>(g));
    }
    case 'u': {
      auto c = read_memory<uint32_t>(address);
      if (c > 0x10ffff) {
        return vm.value_error("character U+" + std::to_string(c) +
                              " is not in range [U+0000; U+10ffff]");
      }
      return str_from_code_point(vm, c);
    }
    case 'P': {
      auto p = read_memory<uint64_t>(address);
      return p == 0 ? Value::none() : int_from_uint64(vm, p);
    }
    case 'z': {
      auto p = read_memory<uint64_t>(address);
      if (p == 0) return Value::none();
      return make_bytes(vm, reinterpret_cast<const char*>(static_cast<uintptr_t>(p)));
    }
    case 'Z': {
      auto p = read_memory<uint64_t>(address);
      if (p == 0) return Value::none();
      const auto* text = reinterpret_cast<const char32_t*>(static_cast<uintptr_t>(p));
      uint64_t length = 0;
      while (text[length] != 0) length++;
      return str_from_code_points(vm, text, length);
    }
    default:
      return Value::none();
  }
}

}  // namespace hothouse::ffi
