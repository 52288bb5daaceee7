// Reads and writes of C memory by RawType, as the ops load_raw and store_raw have them.
#pragma once

#include <cstring>

#include "core/ir/trace.h"
#include "core/objects/value.h"

namespace hothouse {

template <class T>
T read_memory(uint64_t address) {
  T t;
  std::memcpy(&t, reinterpret_cast<const void*>(static_cast<uintptr_t>(address)), sizeof t);
  return t;
}
template <class T>
void write_memory(uint64_t address, T t) {
  std::memcpy(reinterpret_cast<void*>(static_cast<uintptr_t>(address)), &t, sizeof t);
}

inline int64_t read_raw_int(ir::RawType type, uint64_t address) {
  switch (type) {
    case ir::RawType::I8:
      return read_memory<int8_t>(address);
    case ir::RawType::U8:
      return read_memory<uint8_t>(address);
    case ir::RawType::I16:
      return read_memory<int16_t>(address);
    case ir::RawType::U16:
      return read_memory<uint16_t>(address);
    case ir::RawType::I32:
      return read_memory<int32_t>(address);
    case ir::RawType::U32:
      return read_memory<uint32_t>(address);
    default:
      return read_memory<int64_t>(address);
  }
}
/// NaNs become the default one.
inline double read_raw_float(ir::RawType type, uint64_t address) {
  double d =
      type == ir::RawType::F32 ? double{read_memory<float>(address)} : read_memory<double>(address);
  return Value::from_foreign_double(d).as_double();
}
inline void write_raw_int(ir::RawType type, uint64_t address, int64_t i) {
  switch (type) {
    case ir::RawType::I8:
    case ir::RawType::U8:
      return write_memory(address, static_cast<int8_t>(i));
    case ir::RawType::I16:
    case ir::RawType::U16:
      return write_memory(address, static_cast<int16_t>(i));
    case ir::RawType::I32:
    case ir::RawType::U32:
      return write_memory(address, static_cast<int32_t>(i));
    default:
      return write_memory(address, i);
  }
}
inline void write_raw_float(ir::RawType type, uint64_t address, double d) {
  if (type == ir::RawType::F32) return write_memory(address, static_cast<float>(d));
  write_memory(address, d);
}

}  // namespace hothouse
