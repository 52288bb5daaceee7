// What ops do to memory: places, whether two places may be the same, what calls may touch, and
// the table of values that places are known to hold.
//
// Places of different spaces (alias classes) never overlap, save for raw C memory, which may be
// the payload of a bytearray or an array. Within a space two places are the same (Must), may be
// (May), or cannot be (No): another index, another new object, an object with another map.
#pragma once

#include <vector>

#include "core/ir/operands.h"
#include "core/ir/trace.h"

namespace hothouse::opt {

enum class Space : uint8_t {
  None,    // no memory
  Slot,    // a register of a frame: imm
  Map,     // an object's map: base
  Field,   // base, imm; alias class in `part`
  Inline,  // base, imm
  Gen,     // base, imm
  Aux,     // base
  Cells,   // base, index
  Tuple,   // base, index
  F64,     // base, index
  I64,     // base, index
  Byte,    // base, index
  Raw,     // base (an address), imm: offset, part: RawType
};

struct Place {
  Space space = Space::None;
  uint8_t part = 0;
  bool constant = false;  // never written once it is initialized
  uint32_t imm = 0;
  ir::Ref base, index;
};

/// The place that a load, a store (or a pending store's op) accesses.
Place place_of(ir::Op op, uint16_t aux, uint32_t imm, ir::Ref a, ir::Ref b);
inline Place place_of(const ir::Ins& ins) {
  return place_of(ins.op, ins.aux, ins.imm, ins.a, ins.b);
}

enum class Alias : uint8_t { No, May, Must };

/// What a call may do.
struct Effects {
  /// What its reads and writes are confined to.
  enum class Scope : uint8_t {
    Everything,
    Items,   // the contents of containers (kHelperItemsOnly)
    Memory,  // C memory and payloads
  };
  bool reads = false;   // mutable memory
  bool writes = false;  // objects
  bool python = false;  // a safepoint: objects move, frames are read and written
  Scope scope = Scope::Everything;

  /// Whether this place is one that it may read or write, if it reads or writes at all.
  bool touches(const Place& place) const;
  /// Whether it may change an object's map to or from this one.
  bool changes_map(MapId map) const;
};
bool is_list_map(MapId map);
Effects effects_of(const ir::Trace& trace, const ir::Ins& ins);
/// C memory, or a payload that C code may have got hold of.
constexpr bool is_memory(Space space) {
  return space == Space::Raw || space == Space::F64 || space == Space::I64 || space == Space::Byte;
}

/// Facts on references that alias questions need, kept while a pass scans forward.
class AliasFacts {
 public:
  explicit AliasFacts(const ir::Trace& trace);
  /// Call for each op, in order, after it has its final form.
  void see(uint32_t index, const ir::Ins& ins);
  /// Objects allocated in the trace that nothing outside can reach so far.
  bool is_fresh(ir::Ref ref) const;
  Alias alias(const Place& a, const Place& b) const;
  /// Grows with the trace that is being built.
  void resize(size_t ops);

 private:
  bool bases_differ(ir::Ref a, ir::Ref b) const;
  ir::Ref object_of(ir::Ref ref) const;  // through box_ref and unbox_ref
  void escape(ir::Ref ref);

  const ir::Trace& trace_;
  std::vector<bool> escaped_;
};

/// Values that places are known to hold at the current op.
class MemoryTable {
 public:
  struct Entry {
    Place place;
    ir::Ref value;
    uint32_t op;  // the store or load it comes from
    bool is_store;
  };

  explicit MemoryTable(const AliasFacts& facts) : facts_(facts) {}
  const Entry* find(const Place& place) const;
  /// The place holds `value` from now on; whatever may alias it is forgotten.
  void store(const Place& place, ir::Ref value, uint32_t op);
  /// The place was found to hold `value`.
  void load(const Place& place, ir::Ref value, uint32_t op);
  /// Something was stored to the place (an index of kNoRef: any).
  void forget(const Place& place);
  void call(const Effects& effects);
  /// Only what was loaded stays known.
  void forget_stores();
  void clear() { entries_.clear(); }
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  static constexpr size_t kLimit = 128;  // the oldest are forgotten: questions stay cheap
  const AliasFacts& facts_;
  std::vector<Entry> entries_;
};

}  // namespace hothouse::opt
