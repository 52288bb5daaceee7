// The machine as our code uses it: registers, the native frame, and the form of a compiled unit
// before it has an address.
//
//   r15  VmState*                       r14  base: register 0 of the frame the unit was entered in
//   all others but rsp are allocatable, and xmm0..xmm15
//
//   rsp ->  +0    outgoing words of C calls (7)
//           +56   base, saved by call_unit
//           +64   depth, saved by call_unit
//           +72   spill slots (128)
//           +1096 return address
//
// All units share this frame: loop units and bridges run in the frame of whoever was entered first
// (Backend::execute or a function unit), so a jump between units moves no stack pointer.
//
// A unit's bytes contain no address. What depends on where things are lies in a pool of 8-byte
// words behind the code, read RIP-relative; PoolWord says what to put there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/backend/backend.h"
#include "core/backend/regalloc.h"
#include "core/ir/trace.h"

namespace hothouse::x64 {

enum RegisterNumber : uint8_t {
  kRax,
  kRcx,
  kRdx,
  kRbx,
  kRsp,
  kRbp,
  kRsi,
  kRdi,
  kR8,
  kR9,
  kR10,
  kR11,
  kR12,
  kR13,
  kR14,
  kR15,
  kXmm0,
};
constexpr uint8_t kStateRegister = kR15;
constexpr uint8_t kBaseRegister = kR14;

constexpr int32_t kOutgoingWords = 7;
constexpr int32_t kSavedBase = 56;
constexpr int32_t kSavedDepth = 64;
constexpr int32_t kSpillArea = 72;
constexpr uint32_t kSpillSlots = 128;
constexpr int32_t kFrameBytes = kSpillArea + 8 * static_cast<int32_t>(kSpillSlots);
static_assert(kFrameBytes % 16 == 8, "calls out of the frame keep the stack aligned");

constexpr uint32_t kCalleeSaved = 1u << kRbx | 1u << kRbp | 1u << kR12 | 1u << kR13;
constexpr uint32_t kReserved = 1u << kRsp | 1u << kStateRegister | 1u << kBaseRegister;
constexpr uint32_t kCallClobbers = 0xffffffffu & ~kCalleeSaved & ~kReserved;

/// Entry points that the executing side provides (native/exec/thunks.cpp).
enum class Thunk : uint8_t {
  Exit,       // jumped to; on the stack: unit, exit number
  MakeInt,    // called; a word on the stack: int64 in, Value out; keeps all registers
  Remember,   // called; a word on the stack: Object*; keeps all registers
  Interpret,  // called; eax: code id, r14: base. Value in rax
};

struct PoolWord {
  enum class Kind : uint8_t {
    Bits,      // as it is: numbers, non-pointer Values, C addresses
    Root,      // bits of a Value or Ref that points to the heap: the collector updates it
    Helper,    // address of helper `bits`
    Thunk,     // address of Thunk `bits`
    Valid,     // 1; 0 once the unit is invalidated
    Entry,     // address of unit `bits`' entry, 0 if it cannot be entered
    Body,      // address of unit `bits`' loop body
    Function,  // native entry of the function with code id `bits`, or the Interpret thunk
  };
  Kind kind;
  uint64_t bits;
};

/// A way out of a unit. Guards that share a snapshot share the exit: their values are brought to
/// the same places first.
struct Exit {
  uint32_t snapshot = 0;
  uint32_t stub = 0;                         // offset of the stub: 7 bytes that may be patched
  std::vector<uint32_t> jumps;               // offsets of the rel32 that lead right to the stub
  std::vector<ir::Ref> values;               // exit_values()
  std::vector<backend::Location> locations;  // where they are at the stub
};

/// A place that a jump into the loop's body must fill.
struct BodyInput {
  enum class Kind : uint8_t { Parameter, Constant, Missing };
  Kind kind = Kind::Missing;
  uint32_t index = 0xffffffffu;  // of body_params; for a pointer constant its pool word
  ir::Type type = ir::Type::Void;
  uint64_t bits = 0;  // of a constant that is no pointer
  backend::Location where;
};

/// Bytes [from, next one's from) come from this op of the trace.
struct OwnerRange {
  uint32_t from;
  uint32_t op;  // 0xffffffff: entry and stubs' common tail
};

struct CompiledUnit {
  bool ok = false;
  std::string reason;
  backend::UnitId unit = 0;
  ir::TraceKind kind = ir::TraceKind::Loop;
  uint32_t code_id = 0;
  std::vector<uint8_t> code;   // without the pool; padded to a multiple of 64
  std::vector<PoolWord> pool;  // word i lies at code.size() + 8 * i
  std::vector<Exit> exits;
  std::vector<OwnerRange> owners;
  std::vector<BodyInput> body_inputs;
  std::vector<std::pair<uint32_t, uint32_t>> root_constants;  // constant of the trace, pool word
  uint32_t body = 0xffffffffu;                                // offset of the loop's body
  uint32_t stubs = 0;                                         // offset where the cold code begins
  uint32_t spilled_values = 0;
  std::vector<backend::Assignment> assignments;
};

std::string register_name(uint8_t reg);
std::string location_name(const backend::Location& where);

}  // namespace hothouse::x64
