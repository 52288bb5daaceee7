#include "numarray/array.h"

#include "core/objects/external.h"
#include "core/objects/int.h"
#include "core/objects/unwrap.h"
#include "numarray/world.h"

namespace hothouse::numarray {

namespace {

void finalize_owner(External* self) { drop_handle(static_cast<Node*>(self->native.get())); }

/// Buffers that several arrays share are counted in parts.
size_t owner_bytes(External* self) {
  auto* n = static_cast<Node*>(self->native.get());
  if (!n->is_leaf() || n->view.buffer->is_foreign()) return 0;
  return static_cast<size_t>(n->view.buffer->bytes / n->view.buffer->references);
}

constexpr ExternalOps kOwnerOps{"_Owner", nullptr, finalize_owner, owner_bytes};

Value address_value(Leaf& vm, const void* p) {
  return vm.heap().make_int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(p)));
}

Node* owner_node(Instance* o) {
  return static_cast<Node*>(o->slots()[kSlotOwner].as<External>()->native.get());
}

/// Addresses fit an immediate int, so that filling in what was deferred needs no barrier.
void fill_in(Leaf& vm, Instance* o, const View& view) {
  Value* s = o->slots();
  s[kSlotAddress] = address_value(vm, view.data);
  s[kSlotStride0] = Value::small_int(view.stride[0]);
  s[kSlotStride1] = Value::small_int(view.stride[1]);
  s[kSlotFlag] = address_value(vm, &view.buffer->readers);
}

}  // namespace

const char* dtype_name(DType t) {
  static constexpr const char* kNames[] = {"float64", "int64", "bool"};
  return kNames[static_cast<int>(t)];
}

bool View::is_contiguous() const {
  int64_t size = item_size(dtype);
  if (ndim == 1) return length[0] <= 1 || stride[0] == size;
  bool rows = length[0] <= 1 || stride[0] == size * length[1];
  return rows && (length[1] <= 1 || stride[1] == size);
}

bool is_array(Leaf& vm, Value v) {
  return is_kind(v, Kind::Instance) && v.as_object()->map == world_of(vm).array_map;
}

Value make_array_of(World& world, Node* node) {
  Vm& vm = world.vm;
  External* owner = make_external(vm, world.owner_type, &kOwnerOps, node);
  add_handle(node);
  auto* o = static_cast<Instance*>(
      vm.heap().allocate(world.array_map, Kind::Instance,
                         sizeof(Instance) + size_t{world.array_slots} * 8, world.array_slots));
  o->overflow = Value::undefined();
  Value* s = o->slots();
  for (uint32_t k = kArraySlots; k < world.array_slots; k++) s[k] = Value::undefined();
  const View& view = node->view;
  s[kSlotAddress] = Value::none();
  s[kSlotDType] = Value::small_int(static_cast<int64_t>(view.dtype));
  s[kSlotDimensions] = Value::small_int(view.ndim);
  s[kSlotLength0] = Value::small_int(view.length[0]);
  s[kSlotLength1] = Value::small_int(view.length[1]);
  s[kSlotStride0] = s[kSlotStride1] = s[kSlotFlag] = Value::small_int(0);
  s[kSlotOwner] = Value::from_object(owner);
  if (node->is_leaf()) fill_in(vm, o, view);
  return Value::from_object(o);
}

Node* node_of(World& world, Value array) {
  auto* o = array.as<Instance>();
  const Value* s = o->slots();
  Node* n = owner_node(o);
  if (s[kSlotAddress].is_none()) {
    retain(n);
    return n;
  }
  View view;
  view_of(world.vm, array, &view);
  return make_leaf(world, view);
}

bool view_of(Leaf& vm, Value array, View* view) {
  auto* o = array.as<Instance>();
  Value* s = o->slots();
  Node* n = owner_node(o);
  if (s[kSlotAddress].is_none()) {
    if (!n->is_leaf() && !compute(n)) {
      vm.memory_error();
      return false;
    }
    fill_in(vm, o, n->view);
  }
  int64_t address = 0;
  as_int64(s[kSlotAddress], &address);
  view->dtype = static_cast<DType>(s[kSlotDType].as_int());
  view->ndim = static_cast<int>(s[kSlotDimensions].as_int());
  view->length[0] = s[kSlotLength0].as_int();
  view->length[1] = s[kSlotLength1].as_int();
  view->stride[0] = s[kSlotStride0].as_int();
  view->stride[1] = s[kSlotStride1].as_int();
  view->data = reinterpret_cast<uint8_t*>(static_cast<uintptr_t>(address));
  view->buffer = n->view.buffer;
  return true;
}

bool before_write(Leaf& vm, Buffer* buffer) {
  if (buffer->readers == 0) return true;
  World& world = world_of(vm);
  // Computing one takes it out of the ring, and others with it.
  for (Node* n = world.deferred.next; n != &world.deferred && buffer->readers > 0;) {
    Node* next = n->next;
    if (reads(n, buffer)) {
      if (!compute(n)) {
        vm.memory_error();
        return false;
      }
      next = world.deferred.next;
    }
    n = next;
  }
  return true;
}

Value make_array(Leaf& vm, DType dtype, int ndim, const int64_t* length) {
  View view;
  view.dtype = dtype;
  view.ndim = ndim;
  int64_t size = item_size(dtype);
  int64_t bytes = size;
  bool is_too_large = false;
  for (int k = 0; k < kMaxDimensions; k++) {
    view.length[k] = k < ndim ? length[k] : 1;
    is_too_large |= __builtin_mul_overflow(bytes, view.length[k], &bytes);
  }
  view.stride[0] = ndim == 1 ? size : size * view.length[1];
  view.stride[1] = ndim == 1 ? 0 : size;
  World& world = world_of(vm);
  view.buffer = is_too_large ? nullptr : world.allocate(static_cast<uint64_t>(bytes));
  if (view.buffer == nullptr) return vm.memory_error();
  view.data = view.buffer->data;
  Value made = make_array(vm, view);
  release(view.buffer);
  return made;
}

Value make_array(Leaf& vm, const View& view) {
  World& world = world_of(vm);
  return make_array_of(world, make_leaf(world, view));
}

}  // namespace hothouse::numarray
