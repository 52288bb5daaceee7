// Old space: objects that never move, in blocks of cells of one size, and large objects alone.
//
//   block (64 KiB):  [ header | cell | cell | ... ]
//
// A free cell is an Object whose kind is Kind::kCount and whose second word links to the next
// free cell of its size class. Objects above kMaxCell bytes are allocated on their own (kGcLarge).
//
// Neighbours: heap.cpp (who asks), collector.cpp (who sweeps). Invariant: between collections
// every cell of a block below its `fresh` mark is an object or a free cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/objects/object.h"
#include "core/objects/pages.h"

namespace hothouse {

class OldSpace {
 public:
  static constexpr size_t kBlockBytes = 64 * 1024;
  /// Blocks are cut from chunks: of a chunk only the pages in use are touched, where a block from
  /// malloc costs the page of its neighbour's header too.
  static constexpr size_t kChunkBlocks = kHugePage / kBlockBytes;
  static constexpr size_t kMaxCell = 8 * 1024;

  explicit OldSpace(Pages pages) : pages_(pages) {}
  ~OldSpace();
  OldSpace(const OldSpace&) = delete;
  OldSpace& operator=(const OldSpace&) = delete;

  /// Uninitialized room for `bytes` (a multiple of 8, at least 16); *large tells that the object
  /// stands alone. The caller writes the header at once.
  void* allocate(size_t bytes, bool* large);

  /// Visits every object; for those that `keep` refuses, calls `dead` and frees them.
  template <class Keep, class Dead>
  void sweep(Keep&& keep, Dead&& dead);
  template <class F>
  void for_each(F&& f);

  uint64_t bytes() const { return bytes_; }

 private:
  struct Block {
    uint8_t* cells;
    uint32_t cell_bytes;
    uint32_t capacity;
    uint32_t fresh;  // cells handed out at least once
  };
  struct FreeCell : Object {
    FreeCell* next;
  };
  struct Large {
    Object* object;
    size_t bytes;
  };
  static constexpr int kClassCount = 48;
  struct Class {
    FreeCell* free = nullptr;
    int32_t current = -1;  // block whose fresh cells are handed out
  };

  static int class_of(size_t bytes);
  static size_t class_bytes(int c);
  void* allocate_fresh(int c);
  uint8_t* allocate_block();
  static Object* cell(const Block& b, uint32_t i) {
    return reinterpret_cast<Object*>(b.cells + size_t{i} * b.cell_bytes);
  }
  void free_cell(Object* o, int c) {
    auto* f = static_cast<FreeCell*>(o);
    f->kind = Kind::kCount;
    f->gc = 0;
    f->next = classes_[c].free;
    classes_[c].free = f;
  }
  static void free_large(Object* o);

  Pages pages_;
  Class classes_[kClassCount];
  std::vector<uint8_t*> chunks_;
  std::vector<Block> blocks_;
  std::vector<Large> large_;
  uint64_t bytes_ = 0;
};

template <class Keep, class Dead>
void OldSpace::sweep(Keep&& keep, Dead&& dead) {
  for (Class& c : classes_) c.free = nullptr;
  for (const Block& b : blocks_) {
    int c = class_of(b.cell_bytes);
    for (uint32_t i = b.fresh; i-- > 0;) {
      Object* o = cell(b, i);
      if (o->kind == Kind::kCount) {
        free_cell(o, c);
      } else if (!keep(o)) {
        dead(o);
        bytes_ -= b.cell_bytes;
        free_cell(o, c);
      }
    }
  }
  size_t kept = 0;
  for (const Large& l : large_) {
    if (keep(l.object)) {
      large_[kept++] = l;
    } else {
      dead(l.object);
      bytes_ -= l.bytes;
      free_large(l.object);
    }
  }
  large_.resize(kept);
}

template <class F>
void OldSpace::for_each(F&& f) {
  for (const Block& b : blocks_) {
    for (uint32_t i = 0; i < b.fresh; ++i) {
      if (Object* o = cell(b, i); o->kind != Kind::kCount) f(o);
    }
  }
  for (const Large& l : large_) f(l.object);
}

}  // namespace hothouse
