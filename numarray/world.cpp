#include "numarray/world.h"

#include "core/builtins/library.h"
#include "numarray/kernels.h"

namespace hothouse::numarray {

namespace {

/// Bytes of new arrays after which the nursery is collected: dead arrays are found while their
/// memory is in the caches.
constexpr uint64_t kFreshBytes = uint64_t{8} << 20;

/// The one that was asked for last: every operation asks, and mostly there is one.
World* last_world = nullptr;

}  // namespace

World::World(Vm& owner)
    : vm(owner),
      pool(new Pool(owner.heap().pages())),
      deferred(*this),
      kernels(std::make_unique<Kernels>(owner)) {
  deferred.next = deferred.previous = &deferred;
  roots_ = vm.heap().add_roots([this](RootVisitor& visitor) { visitor.visit(array_class); });
  array_class = Value::none();
  Type* object = vm.types().get(TypeId::Object);
  owner_type = make_builtin_type(vm, "_Owner", "_numarray", object, kTypeBuiltin, Kind::External);
}

World::~World() {
  if (last_world == this) last_world = nullptr;
  vm.heap().remove_roots(roots_);
  // Externals that still live finalize their nodes later: the ring is no more then.
  for (Node* n = deferred.next; n != &deferred;) {
    Node* next = n->next;
    n->next = n->previous = n;
    n = next;
  }
  deferred.next = deferred.previous = nullptr;
  pool->close();
}

Buffer* World::allocate(uint64_t bytes) {
  Heap& heap = vm.heap();
  if (!heap.can_allocate(bytes)) return nullptr;
  const HeapStats& stats = heap.stats();
  if (stats.minor_collections != minor_) {
    minor_ = stats.minor_collections;
    fresh_bytes_ = 0;
    // A full collection has counted anew; otherwise what survived counts from now on.
    uint64_t in_use = pool->bytes_in_use();
    if (stats.major_collections == major_) {
      heap.add_external_bytes(static_cast<int64_t>(in_use) - static_cast<int64_t>(told_));
    }
    major_ = stats.major_collections;
    told_ = in_use;
  }
  fresh_bytes_ += bytes;
  if (fresh_bytes_ > kFreshBytes) heap.request_collection();
  return pool->allocate(bytes);
}

World& world_of(Leaf& vm) {
  if (last_world != nullptr && &last_world->vm == &vm) return *last_world;
  std::shared_ptr<void>& state = vm.library().module_state["numarray"];
  if (!state) state = std::make_shared<World>(static_cast<Vm&>(vm));
  last_world = static_cast<World*>(state.get());
  return *last_world;
}

}  // namespace hothouse::numarray
