#include "ffi/world.h"

#include <cstring>
#include <memory>

#include "core/builtins/library.h"
#include "core/objects/external.h"
#include "core/objects/namespace.h"
#include "core/objects/unwrap.h"

namespace hothouse::ffi {

namespace {
/// The one that was asked for last: calls of C functions ask often, and mostly there is one.
World* last_world = nullptr;
}  // namespace

World::World(Vm& owner) : vm(owner) {
  roots_ = vm.heap().add_roots([this](RootVisitor& visitor) {
    for (Value* v : {&function_type, &native_type, &quiet_cell, &watched_cell}) visitor.visit(*v);
    for (Value& v : recent_) visitor.visit(v);
  });
  vm.add_thread_word(&synced, sizeof synced);
  vm.add_thread_word(&current, sizeof current);
  vm.add_thread_word(&saved_errno, sizeof saved_errno);
  quiet = make_assumption(vm, "<C function>");
  quiet_cell = Value::from_object(quiet);
  watched = make_assumption(vm, "<C function>");
  watched_cell = Value::from_object(watched);
  Type* object = vm.types().get(TypeId::Object);
  function_type = type_value(
      make_builtin_type(vm, "_Function", "_ctypes", object, kTypeBuiltin, Kind::External));
  native_type =
      type_value(make_builtin_type(vm, "_Native", "_ctypes", object, kTypeBuiltin, Kind::External));
  bytes_address = [](Vm& world_vm, Value bytes) {
    World& world = world_of(world_vm);
    Value pinned = world.pin(bytes);
    if (pinned != bytes) world.keep(pinned);
    return data_of(pinned);
  };
}

World::~World() {
  vm.heap().remove_roots(roots_);
  if (last_world == this) last_world = nullptr;
}

Value World::pin(Value bytes) {
  auto* b = bytes.as<Bytes>();
  if (b->gc & kGcOld) return bytes;
  Raw* copy = make_raw_old(vm, b->length + 1);
  std::memcpy(copy->data(), b->data(), b->length);
  return Value::from_object(copy);
}

uint64_t World::data_of(Value pinned) {
  const uint8_t* data = is_bytes(pinned) ? pinned.as<Bytes>()->data() : pinned.as<Raw>()->data();
  return reinterpret_cast<uintptr_t>(data);
}

void World::keep(Value v) {
  if (recent_.size() < kRecent) {
    recent_.push_back(v);
    return;
  }
  recent_[next_] = v;
  next_ = (next_ + 1) % kRecent;
}

World& world_of(Leaf& vm) {
  if (last_world != nullptr && &last_world->vm == &vm) return *last_world;
  std::shared_ptr<void>& state = vm.library().module_state["ctypes"];
  if (!state) state = std::make_shared<World>(static_cast<Vm&>(vm));
  last_world = static_cast<World*>(state.get());
  return *last_world;
}

}  // namespace hothouse::ffi
