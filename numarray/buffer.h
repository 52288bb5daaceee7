// Buffers: the memory of arrays' elements, counted by who uses it, and the pool it goes back to.
//
// Fresh memory costs more than arithmetic: the first touch of a small page takes as long as
// computing all its elements several times over. So freed memory is kept and handed out again by
// size class, the collector is asked for a collection of the nursery after so many bytes of new
// arrays (which finds the dead ones while their memory is still in the caches), and what is new
// from the system comes in huge pages (core/objects/pages.h): buffers of middling sizes are cut
// from slabs.
//
//   Slab   [ buffer | buffer | buffer | ... ]    all of one class; freed when none is in use and
//                                               the pool has enough
//
// Neighbours: array.h (what arrays are), world.h (who has the pool).
// Invariant: the fields never move; compiled code reads `readers` through its address.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/objects/pages.h"

namespace hothouse::numarray {

struct Slab;

struct Buffer {
  uint64_t readers = 0;  // deferred expressions that read it; stores look at it first
  uint64_t references = 1;
  uint64_t bytes = 0;
  uint8_t* data = nullptr;
  /// Memory of somebody else (a CPython array): called with `context` when nobody uses it any
  /// more.
  void (*release)(void* context) = nullptr;
  void* context = nullptr;
  Slab* slab = nullptr;  // what it was cut from
  bool is_foreign() const { return release != nullptr; }
  /// Set when others get hold of the address of memory of ours.
  bool is_exported = false;
  /// Changes behind our back: expressions over it are never deferred.
  bool is_shared() const { return is_foreign() || is_exported; }
};

/// A buffer over memory of somebody else.
Buffer* make_foreign_buffer(void* data, uint64_t bytes, void (*release)(void* context),
                            void* context);
inline void retain(Buffer* b) { b->references++; }
/// Takes a reference back; the last one frees it (for memory of ours: into the pool it came from).
void release(Buffer* b);

/// Memory that buffers of one class are cut from.
struct Slab {
  void* data;
  uint32_t buffers;  // cut from it
  uint32_t in_use;
};

/// Memory by size: what was freed last is handed out first, while it is still in the caches.
class Pool {
 public:
  explicit Pool(Pages pages) : pages_(pages) {}
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  /// A buffer of at least `bytes` bytes, 64-byte aligned, not initialized; null: no memory.
  Buffer* allocate(uint64_t bytes);
  uint64_t bytes_kept() const { return kept_; }
  uint64_t bytes_in_use() const { return in_use_bytes_; }
  /// Nothing more is allocated: what is kept is freed now, what is in use when it comes back, and
  /// with the last buffer the pool itself (buffers outlive the module: the heap is torn down last).
  void close();

 private:
  friend void release(Buffer* b);
  static constexpr uint64_t kMostKept = uint64_t{128} << 20;
  static constexpr int kClasses = 256;
  static int class_of(uint64_t bytes);
  static uint64_t class_bytes(int c);
  ~Pool() = default;
  /// More buffers of the class into its list. False: no memory.
  bool refill(int c);
  void give_back(Buffer* b);
  void free_slab(Slab* slab, int c);
  static void destroy(Buffer* b);

  Pages pages_;
  std::vector<Buffer*> free_[kClasses];
  uint64_t kept_ = 0;
  uint64_t in_use_ = 0, in_use_bytes_ = 0;
  bool closed_ = false;
};

}  // namespace hothouse::numarray
