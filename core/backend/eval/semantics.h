// What the ops mean, as functions of 64-bit words: the reference the other backends are compared
// with. Words hold int64, double bits, pointers, 0/1 or Value bits; see ir/ops.def for each op.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/backend/signatures.h"
#include "core/ir/trace.h"
#include "core/objects/layout.h"

namespace hothouse::backend {

// Byte offsets inside objects, as code sees them.
constexpr uint64_t kPayloadOffset = 16;  // Cells, Raw, Tuple: a header and a word before the row
constexpr uint64_t kInlineOffset = sizeof(Instance);
constexpr uint64_t kGenOffset = sizeof(Generator);
constexpr uint64_t kGcOffset = 5;
constexpr uint64_t kAuxOffset = 6;
static_assert(sizeof(Cells) == 16 && sizeof(Raw) == 16 && sizeof(Tuple) == 16);
static_assert(offsetof(Object, gc) == 5 && offsetof(Object, aux) == 6);

/// The first word of a new object.
inline uint64_t object_header(const ir::AllocDesc& d) {
  return d.map | static_cast<uint64_t>(d.kind) << 32 | uint64_t{d.aux} << 48;
}

/// Python's // and %: rounded towards minus infinity. Wrapping where int64 cannot hold the result.
int64_t floor_divide(int64_t a, int64_t b);
int64_t floor_modulo(int64_t a, int64_t b);

/// Ops that compute a word from words and nothing else: arithmetic, comparisons, boxing but
/// box_int, truth.
bool is_pure_word_op(ir::Op op);
uint64_t evaluate(ir::Op op, uint64_t a, uint64_t b, uint64_t c);
/// Ops with a vector as result or operand (vectors.h).
inline bool is_vector_op(ir::Op op) { return op >= ir::Op::LoadVec && op <= ir::Op::VSelectI; }
/// add_ov, sub_ov, mul_ov: whether it overflows.
bool overflowing(ir::Op op, int64_t a, int64_t b, int64_t& result);
/// Guards that look at words only: guard_int .. guard_is_not, guard_true, guard_false.
bool guard_holds(ir::Op op, uint64_t a, uint64_t b);

uint64_t load_raw(ir::RawType type, uint64_t address);
void store_raw(ir::RawType type, uint64_t address, uint64_t bits);
uint64_t invoke_native(const NativeSignature& signature, void* function, const uint64_t* operands);

/// Snapshot that tells the frame of a call op: its own, or that of the guard behind it.
uint32_t call_snapshot(const ir::Trace& trace, uint32_t op);

template <class T>
T load_as(uint64_t address) {
  T t;
  std::memcpy(&t, reinterpret_cast<const void*>(static_cast<uintptr_t>(address)), sizeof t);
  return t;
}
template <class T>
void store_as(uint64_t address, T t) {
  std::memcpy(reinterpret_cast<void*>(static_cast<uintptr_t>(address)), &t, sizeof t);
}
inline uint64_t load_word(uint64_t a) { return load_as<uint64_t>(a); }
inline uint64_t load_u32(uint64_t a) { return load_as<uint32_t>(a); }
inline uint64_t load_u16(uint64_t a) { return load_as<uint16_t>(a); }
inline uint64_t load_u8(uint64_t a) { return load_as<uint8_t>(a); }
inline void store_word(uint64_t a, uint64_t v) { store_as(a, v); }
inline void store_u32(uint64_t a, uint32_t v) { store_as(a, v); }
inline void store_u16(uint64_t a, uint16_t v) { store_as(a, v); }
inline void store_u8(uint64_t a, uint8_t v) { store_as(a, v); }

}  // namespace hothouse::backend
