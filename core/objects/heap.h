// The heap: a moving nursery, an old space that never moves, and the collector.
//
// Allocation never collects and never fails: when the nursery is full, objects go to old space
// and a collection is requested; it happens at the next safepoint between two bytecodes. So C++
// code that does not call Python needs no handles; code that does holds Values in Rooted<>
// (vm/context.h). Sizes that could exhaust memory are checked first (`can_allocate`).
//
// Nursery:   [ start ......... soft | trace reserve | exit reserve ] end
// C++ helpers allocate up to `soft`. A trace tests at its loop header that the current position
// is below `soft`, and then bumps without testing: one iteration of a trace allocates at most
// kTraceReserve, and materializing the objects of one exit at most kExitReserve.
// Requesting an interrupt or a collection sets `soft` to 0, so that one comparison serves all.
//
// A collection empties the nursery into old space; when old space has doubled since the last
// time, it is marked and swept as well. Roots: providers register with add_roots and are called
// with a visitor that updates each slot in place (compiled code's constant pools are such roots,
// hence code may embed young objects).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "core/objects/layout.h"
#include "core/objects/object.h"
#include "core/objects/pages.h"

namespace hothouse {

constexpr size_t kTraceReserve = 128 * 1024;
constexpr size_t kExitReserve = 128 * 1024;

/// The words of the heap that compiled code reads and writes (part of VmState).
struct NurseryState {
  uint64_t cursor = 0;  // address of the next free byte
  uint64_t soft = 0;    // see above; 0 while a safepoint is requested
  uint64_t hard = 0;    // end of the trace reserve
};

/// Called for each root slot; may change the slot.
class RootVisitor {
 public:
  explicit RootVisitor(bool young_only = false) : young_only_(young_only) {}
  virtual void visit(Value& slot) = 0;
  /// True: the nursery is emptied. Slots that were visited before and have not been written since
  /// refer to old space, and may be left out.
  bool young_only() const { return young_only_; }

 protected:
  ~RootVisitor() = default;

 private:
  bool young_only_;
};

struct HeapOptions {
  size_t nursery_bytes = 4 * 1024 * 1024;  // at least kTraceReserve + kExitReserve + 64 KiB
  bool collect_at_every_safepoint = false;
  size_t max_bytes = size_t{16} << 30;  // can_allocate answers false beyond
  PreferHugePages prefer_huge_pages = nullptr;
};

struct HeapStats {
  uint64_t minor_collections = 0, major_collections = 0;
  uint64_t bytes_promoted = 0, old_bytes = 0;
};

class Heap {
 public:
  Heap(NurseryState& nursery, const HeapOptions& options);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  /// A new object of `bytes` bytes (rounded up to 8), header filled, the rest uninitialized:
  /// the caller fills every slot before the next safepoint.
  Object* allocate(MapId map, Kind kind, size_t bytes, uint16_t aux = 0) {
    bytes = (bytes + 7) & ~size_t{7};  // every kind has at least one word behind its header
    uint64_t start = nursery_.cursor;
    if (start + bytes <= nursery_.soft) {
      nursery_.cursor = start + bytes;
      return init(reinterpret_cast<Object*>(static_cast<uintptr_t>(start)), map, kind, 0, aux);
    }
    return allocate_slow(map, kind, bytes, aux);
  }
  /// The same in old space, remembered (its first stores need no barrier): for objects that live
  /// long (code, types, interned names) or whose address C gets hold of.
  Object* allocate_old(MapId map, Kind kind, size_t bytes, uint16_t aux = 0);

  /// The same, never freed: types, code, names known to C++ code.
  Object* allocate_immortal(MapId map, Kind kind, size_t bytes, uint16_t aux = 0);

  template <class T>
  T* make(Kind kind, size_t extra_bytes = 0) {
    return static_cast<T*>(allocate(static_cast<MapId>(kind), kind, sizeof(T) + extra_bytes));
  }

  /// To be called before (or right after) a reference is stored into an object that existed
  /// before the current bytecode. Cheap when the object is young or already remembered.
  void write_barrier(Object* o) {
    if ((o->gc & (kGcOld | kGcRemembered)) == kGcOld) remember(o);
  }
  void remember(Object* o);

  /// False if an object of that many bytes must be refused with a MemoryError.
  bool can_allocate(uint64_t bytes) const;

  /// Any int64 as an int: immediate, or a BigInt.
  Value make_int(int64_t i) {
    return Value::fits_small_int(i) ? Value::small_int(i) : make_big_int(i);
  }
  Value make_big_int(int64_t i);

  /// A number that is the object's own as long as it lives, wherever it moves: id(). In order of
  /// the first question, so the same in every run.
  uint64_t identity(Object* o);
  /// Called at the end of each full collection, before anything is freed that was not reached.
  int add_sweep_hook(std::function<void()> hook);
  /// The same before finalizers are looked for: `survives` tells what the program can reach.
  int add_death_hook(std::function<void()> hook);
  /// Lets objects survive that nothing refers to.
  class Reach {
   public:
    virtual void object(Value v) = 0;           // and all that it refers to
    virtual void references_of(Object* o) = 0;  // only what it refers to

   protected:
    ~Reach() = default;
  };
  /// Called behind the death hooks; what the hook reaches survives this collection.
  int add_finalizer_hook(std::function<void(Reach&)> hook);
  /// Within such a hook: will the object survive?
  static bool survives(const Object* o) { return o->gc & (kGcMarked | kGcImmortal); }
  /// A young object that must be finalized if it dies (Kind::External).
  void note_external(Object* o);
  /// Tells of memory outside the heap that objects keep alive: counts towards the next collection.
  void add_external_bytes(int64_t bytes);

  /// Registers a callback that visits roots; returns a token for remove_roots.
  int add_roots(std::function<void(RootVisitor&)> visit);
  void remove_roots(int token);

  bool safepoint_requested() const { return nursery_.soft == 0; }
  /// Makes the next safepoint stop (a signal, a collection): see Vm::safepoint.
  void request_safepoint() { nursery_.soft = 0; }
  /// Ends a requested stop.
  void clear_request();
  bool wants_collection() const { return wants_collection_; }
  /// The next collection looks at the old space too.
  void request_full_collection();
  void request_collection() {
    wants_collection_ = true;
    request_safepoint();
  }
  /// Collects. Only at safepoints. `full` marks and sweeps old space too.
  void collect(bool full);

  class InternTable& interned();  // intern_table.h

  const HeapStats& stats() const { return stats_; }
  /// Where large stretches of memory come from.
  Pages pages() const { return Pages(options_.prefer_huge_pages); }
  const HeapOptions& options() const { return options_; }
  bool in_nursery(const Object* o) const {
    auto a = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(o));
    return a - start_ < size_;
  }

 private:
  void allocate_nursery();
  friend class Collector;
  static Object* init(Object* o, MapId map, Kind kind, uint8_t gc, uint16_t aux) {
    o->map = map;
    o->kind = kind;
    o->gc = gc;
    o->aux = aux;
    return o;
  }
  Object* allocate_slow(MapId map, Kind kind, size_t bytes, uint16_t aux);

  NurseryState& nursery_;
  HeapOptions options_;
  uint64_t start_ = 0, size_ = 0;
  bool wants_collection_ = false;
  HeapStats stats_;
  struct Impl;  // old space, remembered set, root providers (heap.cpp, old_space.h)
  Impl* impl_;
};

/// Size in bytes of an object, from its header and length fields.
size_t object_size(const Object* o);

/// Calls `visit` for every Value slot of an object that the collector follows.
template <class F>
void for_each_slot(Object* o, F&& f);  // slots.h

}  // namespace hothouse
