// One collection: the nursery is emptied into old space; if asked (or if old space has grown
// enough), old space is marked and swept as well.
//
// Copying: a root or slot that points into the nursery makes its object move to old space once;
// the old copy's header gets kGcForwarded and its second word the new address. Moved objects are
// scanned from a work list, so deep structures need no C++ stack.
#pragma once

#include <vector>

#include "core/objects/heap.h"

namespace hothouse {

class Collector {
 public:
  explicit Collector(Heap& heap);
  void run(bool full);

 private:
  void empty_nursery();
  void mark_and_sweep();
  void evacuate(Value& slot);
  void mark(Value v);

  Heap& heap_;
  std::vector<Object*> work_;
};

}  // namespace hothouse
