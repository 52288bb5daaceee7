// One collection: the nursery is emptied into old space; if asked (or if old space has grown
// enough), old space is marked and swept as well.
//
// Copying: a root or slot that points into the nursery makes its object move to old space once;
// the old copy's header gets kGcForwarded and its second word the new address. Moved objects are
// scanned from a work list, so deep structures need no C++ stack.
#pragma once

#include <functional>
#include <vector>

#include "core/objects/heap.h"

namespace hothouse {

class Collector {
 public:
  explicit Collector(Heap& heap);
  void run(bool full);

  /// How many slots the last full collection followed: its time is in proportion to that.
  static uint64_t slots_followed(const Heap& heap);
  /// In the next full collection those among the candidates that are referred to by themselves or
  /// by each other survive: what reference counts would not free either.
  static void spare_cycles(Heap& heap);
  using Candidates = std::function<void(std::vector<Object*>&)>;
  /// Objects whose end a program may see.
  static int add_candidates(Heap& heap, Candidates candidates);

 private:
  class Resurrection;

  void empty_nursery();
  void mark_and_sweep();
  void evacuate(Value& slot);
  void mark(Value v);
  void reach_cycles();
  void reach(Value& slot);
  void reach_all();  // what the work list's objects refer to

  Heap& heap_;
  std::vector<Object*> work_;
  uint64_t followed_ = 0;
};

}  // namespace hothouse
