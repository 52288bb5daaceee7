// What the numarray module keeps for one Vm: the class of arrays, the pool, the deferred
// expressions, the kernels.
#pragma once

#include <memory>

#include "core/vm/vm.h"
#include "numarray/node.h"

namespace hothouse::numarray {

class Kernels;  // kernels.h

struct World {
  explicit World(Vm& vm);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  Vm& vm;
  Pool* pool;
  Node deferred;  // head of the ring of deferred nodes with handles
  std::unique_ptr<Kernels> kernels;
  Type* owner_type = nullptr;  // of the Externals
  Value array_class;           // ndarray; None until python/numarray/ has told
  MapId array_map = 0;         // map of its instances
  uint16_t array_slots = 0;    // their inline slots

  /// Memory for a new array. Null: no memory.
  Buffer* allocate(uint64_t bytes);

 private:
  uint64_t fresh_bytes_ = 0;  // allocated since the nursery was collected last
  uint64_t minor_ = 0, major_ = 0, told_ = 0;
  int roots_ = 0;
};

/// Made on first use.
World& world_of(Leaf& vm);

/// An ndarray of the node. Takes over a reference.
Value make_array_of(World& world, Node* node);
/// The node of an ndarray, retained.
Node* node_of(World& world, Value array);

}  // namespace hothouse::numarray
