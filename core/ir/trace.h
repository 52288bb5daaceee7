// Trace: linear, typed SSA, what the recorder appends to, the passes rewrite and the backends
// compile. Text form: print.h, parse.h; the ops: ops.def.
//
// A Ref names the value an op defines: the op's index in `ops`, or (top bit set) an index into
// `constants`. Operands always refer backwards, but for the second operand of a phi.
//
//   root trace of a loop          after peeling                    bridge
//     slot_load, guards, ...        ... pre-roll (once) ...          inherit ...
//     ops of one iteration          loop                             ops
//     jump_entry self               phi ...                          jump_body / jump_entry /
//                                   ... body ...                     exit
//                                   jump_loop
//
// Snapshots: a guard that fails leaves the trace; its snapshot tells how the interpreter's frames
// look at that point. Slots are counted from the trace's base (register 0 of the frame in which
// it was entered); frame headers are slots too (vm/frame.h), so a snapshot names a whole chain of
// inlined frames without further structure. Slots it does not name are untouched in memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/objects/object.h"
#include "core/objects/value.h"

namespace hothouse::ir {

enum class Type : uint8_t { Void, I64, F64, Ref, Bool, Value, V4F64, V4I64 };

enum class Op : uint8_t {
#define IROP(Name, text, result, operands, imm, flags, sentence) Name,
#include "core/ir/ops.def"
#undef IROP
  kCount
};

enum OpFlags : uint16_t {
  None = 0,
  Guard = 1,
  Pure = 2,
  Load = 4,
  Store = 8,
  Alloc = 16,
  Commutative = 32,
  Call = 64,
  Terminal = 128,
  Effect = 256,
};

struct OpInfo {
  const char* name;  // enumerator
  const char* text;  // in the text form
  char result;
  const char* operands;
  const char* imm;
  uint16_t flags;
  const char* sentence;
};
extern const OpInfo kOpInfo[static_cast<int>(Op::kCount)];
inline const OpInfo& info(Op op) { return kOpInfo[static_cast<int>(op)]; }

struct Ref {
  static constexpr uint32_t kConstant = 0x80000000u;
  uint32_t index = 0xffffffffu;
  bool is_none() const { return index == 0xffffffffu; }
  bool is_constant() const { return (index & kConstant) && !is_none(); }
  bool is_op() const { return !(index & kConstant); }
  uint32_t constant_index() const { return index & ~kConstant; }
  friend bool operator==(Ref a, Ref b) { return a.index == b.index; }
  friend bool operator!=(Ref a, Ref b) { return a.index != b.index; }
};
constexpr Ref kNoRef{};

enum class Field : uint16_t {
#define FIELD(Name, Struct, member, type, Alias, constness) Name,
#include "core/ir/fields.def"
#undef FIELD
  kCount
};
struct FieldInfo {
  const char* name;
  uint16_t offset;  // bytes from the object's start
  Type type;
  uint8_t alias;  // number of the alias class
  bool constant;
};
extern const FieldInfo kFieldInfo[static_cast<int>(Field::kCount)];
inline const FieldInfo& field_info(uint32_t f) { return kFieldInfo[f]; }

/// Width and kind of a raw C memory access (Ins::aux of LoadRaw, StoreRaw).
enum class RawType : uint16_t { I8, U8, I16, U16, I32, U32, I64, F32, F64 };

enum InsFlags : uint8_t {
  kSunk = 1,     // a New, its box_ref or one of its stores: no code; rebuilt at exits that need it
  kHoisted = 2,  // an op of the pre-roll that is the same in each iteration: the body has no copy
};

/// Ins::aux of a CallNative whose C function may call back into Python: a safepoint, as a helper
/// that calls Python.
constexpr uint16_t kNativeCallsBack = 1;
/// Ins::aux of a CallNative while the program has no callback: it touches C memory only.
constexpr uint16_t kNativeQuiet = 2;
/// Ins::aux of a guard behind the effect of its own instruction, whose exit is right for exactly
/// the outcome that fails it (the helper has done nothing then): no other check may go there.
constexpr uint16_t kBehindEffect = 1;
/// Ins::aux of a BoxInt whose operand is known to lie in Value's 50 bits: tagging suffices.
constexpr uint16_t kBoxFits = 1;
/// Ins::aux of a FloorDiv or Mod whose operands are known to be a >= 0, b >= 1: truncating
/// division does.
constexpr uint16_t kOperandsNonNegative = 1;

struct Ins {
  Op op;
  Type type;
  uint8_t flags = 0;
  uint8_t pad = 0;
  uint16_t aux = 0;
  uint16_t pad2 = 0;
  uint32_t imm = 0;
  Ref a, b, c;
  uint32_t snapshot = 0xffffffffu;  // index into Trace::snapshots, for guards and some terminals
  uint32_t origin = 0;              // index into Trace::origins
};

struct Constant {
  Type type;
  uint64_t bits;  // I64, F64 bits, pointer, 0/1, Value bits. Refs and Values are GC roots
};

/// What a recorded op comes from.
struct Origin {
  uint32_t code_id;  // CodeBody::id
  uint32_t pc;       // word index
  int32_t line;
  uint32_t depth;  // inlined frames between the root frame and this one
};

/// Where the interpreter goes on when a guard fails.
enum class Resume : uint8_t {
  Retry,  // at the instruction itself: it had no effect yet
  After,  // behind the instruction, whose result is stored
  Raise,  // the instruction raised: unwind from it with the pending exception
};

struct SnapshotEntry {
  int32_t slot;  // relative to the trace's base
  Ref value;     // any type: boxed on exit
};

/// A store that the trace has put off and that the exit must perform, behind building the sunk
/// objects that it names; a store of a reference with its write barrier. As in entries, the value
/// stored may have any type: where the place holds Values (stores_boxed, operands.h) the exit
/// boxes it. The same goes for the stores of sunk objects.
struct PendingStore {
  Op op;  // StoreField, StoreInline, StoreCells, StoreGen, StoreAux, ...
  uint32_t imm;
  Ref a, b, c;  // as in the store op
};

struct Snapshot {
  Resume resume = Resume::Retry;
  uint32_t code_id = 0;  // of the innermost frame
  uint32_t pc = 0;       // word index in it
  int32_t base = 0;      // register 0 of the innermost frame, relative to the trace's base
  uint32_t depth = 0;    // inlined frames
  std::vector<SnapshotEntry> entries;
  std::vector<PendingStore> pending;
};

struct AllocDesc {
  MapId map;
  Kind kind;
  uint16_t aux;
  uint32_t bytes;
};

/// What an int64 lies in, ends included.
struct IntRange {
  int64_t lo, hi;
  friend bool operator==(const IntRange& a, const IntRange& b) {
    return a.lo == b.lo && a.hi == b.hi;
  }
};

enum class TraceKind : uint8_t { Loop, Bridge, Function, Kernel };

struct Trace {
  TraceKind kind = TraceKind::Loop;
  uint32_t unit = 0;             // id under which the engine knows it
  uint32_t parent_unit = 0;      // bridge: where it starts
  uint32_t parent_exit = 0;      // bridge: snapshot index in the parent
  uint32_t code_id = 0, pc = 0;  // start
  std::string name;              // for people: "advance:25"

  std::vector<Ins> ops;
  std::vector<Constant> constants;
  std::vector<Ref> args;  // operands of Call ops and JumpBody
  std::vector<Snapshot> snapshots;
  std::vector<AllocDesc> allocs;
  std::vector<Origin> origins;
  /// Set by peeling: the values that a jump into the body must supply: phis, then the pre-roll's
  /// values that the body uses.
  std::vector<Ref> body_params;
  std::vector<Type> inherit_types;  // bridge: type of each Inherit
  /// What the optimizer has assumed of phis: imm of a phi is 1 + an index into this, or 0. Who
  /// jumps into the body has to see to it.
  std::vector<IntRange> ranges;

  const Ins& at(Ref r) const { return ops[r.index]; }
  Ins& at(Ref r) { return ops[r.index]; }
  Type type_of(Ref r) const {
    return r.is_constant() ? constants[r.constant_index()].type : ops[r.index].type;
  }
  const Constant& constant(Ref r) const { return constants[r.constant_index()]; }
  /// The range that was assumed of a phi; null if none was.
  const IntRange* range_of_phi(const Ins& phi) const {
    return phi.imm == 0 ? nullptr : &ranges[phi.imm - 1];
  }
  /// The constant with these bits (shared when it exists already).
  Ref constant(Type type, uint64_t bits);
  Ref int_constant(int64_t i) { return constant(Type::I64, static_cast<uint64_t>(i)); }
  Ref float_constant(double d);
  Ref value_constant(hothouse::Value v) { return constant(Type::Value, v.bits()); }
  Ref bool_constant(bool b) { return constant(Type::Bool, b); }
  Ref append(const Ins& ins) {
    ops.push_back(ins);
    return Ref{static_cast<uint32_t>(ops.size() - 1)};
  }
};

/// The values that an exit needs, each once, in a fixed order: those of its entries and pending
/// stores and, in place of sunk objects, what their stores hold (transitively). Constants are
/// left out. Inherit ops of a bridge number this list.
std::vector<Ref> snapshot_uses(const Trace& trace, uint32_t snapshot);

inline bool is_vector(Type t) { return t == Type::V4F64 || t == Type::V4I64; }
/// Whether any op computes a vector.
bool has_vectors(const Trace& trace);

/// Index of the first op that leaves through this snapshot; ops.size() if there is none.
uint32_t snapshot_owner(const Trace& trace, uint32_t snapshot);

/// The sunk stores into the sunk object `object` (a New) that an exit at op `owner` performs, in
/// order, as op indices.
std::vector<uint32_t> sunk_stores(const Trace& trace, Ref object, uint32_t owner);

}  // namespace hothouse::ir
