#include "core/objects/collector.h"

#include <algorithm>
#include <cstring>

#include "core/objects/heap_impl.h"
#include "core/objects/slots.h"

namespace hothouse {
namespace {

template <class F>
class Visitor final : public RootVisitor {
 public:
  Visitor(F f, bool young_only) : RootVisitor(young_only), f_(f) {}
  void visit(Value& slot) override { f_(slot); }

 private:
  F f_;
};
template <class F>
Visitor(F, bool) -> Visitor<F>;

Value& forwarding_slot(Object* o) { return *reinterpret_cast<Value*>(o + 1); }

void finalize_external(Object* o) {
  auto* e = static_cast<External*>(o);
  if (e->ops.get() && e->ops.get()->finalize) e->ops.get()->finalize(e);
}

/// A rope that was flattened is replaced by its flat text.
Value through_flat_rope(Value v) {
  Object* o = v.as_object();
  if (o->is(Kind::Str) && !(o->gc & kGcForwarded) && static_cast<Str*>(o)->is_rope()) {
    auto* r = static_cast<Rope*>(o);
    if (r->right.is_undefined() && !(o->gc & kGcIdentity)) return r->left;
  }
  return v;
}

}  // namespace

Collector::Collector(Heap& heap) : heap_(heap) {}

void Collector::evacuate(Value& slot) {
  if (!slot.is_object() || !heap_.in_nursery(slot.as_object())) return;
  Value v = through_flat_rope(slot);
  Object* from = v.as_object();
  if (!heap_.in_nursery(from)) {
    slot = v;
    return;
  }
  if (from->gc & kGcForwarded) {
    slot = forwarding_slot(from);
    return;
  }
  size_t bytes = std::max(object_size(from), size_t{16});
  bool large;
  void* to = heap_.impl_->old.allocate(bytes, &large);
  std::memcpy(to, from, bytes);
  auto* o = static_cast<Object*>(to);
  constexpr int kKept = kGcIdentity | kGcQuiet;
  o->gc = static_cast<uint8_t>((from->gc & kKept) | kGcOld | (large ? kGcLarge : 0));
  from->gc = static_cast<uint8_t>(from->gc | kGcForwarded);
  slot = Value::from_object(o);
  forwarding_slot(from) = slot;
  heap_.stats_.bytes_promoted += bytes;
  work_.push_back(o);
}

void Collector::empty_nursery() {
  Heap::Impl& h = *heap_.impl_;
  auto move = [this](Value& slot) { evacuate(slot); };
  Visitor visitor(move, true);
  for (auto& [token, visit] : h.roots) visit(visitor);
  std::vector<Object*> remembered;
  remembered.swap(h.remembered);
  for (Object* o : remembered) {
    o->gc = static_cast<uint8_t>(o->gc & ~kGcRemembered);
    for_each_slot(o, move);
  }
  while (!work_.empty()) {
    Object* o = work_.back();
    work_.pop_back();
    for_each_slot(o, move);
  }
  for (Object* o : h.young_externals) {
    if (!(o->gc & kGcForwarded)) finalize_external(o);
  }
  h.young_externals.clear();
  for (uint64_t at : h.young_identities) {
    uint64_t number = h.identities.take(at);
    auto* o = reinterpret_cast<Object*>(static_cast<uintptr_t>(at));
    if (o->gc & kGcForwarded) h.identities.set(forwarding_slot(o).bits(), number);
  }
  h.young_identities.clear();
#ifdef HOTHOUSE_DEBUG
  // A reference that was not updated is to be noticed at once.
  std::memset(reinterpret_cast<void*>(static_cast<uintptr_t>(heap_.start_)), 0xdb,
              heap_.nursery_.cursor - heap_.start_);
#endif
  heap_.nursery_.cursor = heap_.start_;
  ++heap_.stats_.minor_collections;
}

void Collector::mark(Value v) {
  ++followed_;
  if (!v.is_object()) return;
  Object* o = v.as_object();
  if (o->gc & kGcMarked) return;
  o->gc = static_cast<uint8_t>(o->gc | kGcMarked);
  work_.push_back(o);
}

void Collector::reach(Value& slot) {
  if (slot.is_object()) slot = through_flat_rope(slot);
  mark(slot);
}

void Collector::reach_all() {
  while (!work_.empty()) {
    Object* o = work_.back();
    work_.pop_back();
    for_each_slot(o, [this](Value& slot) { reach(slot); });
  }
}

class Collector::Resurrection final : public Heap::Reach {
 public:
  explicit Resurrection(Collector& collector) : collector_(collector) {}
  void object(Value v) override {
    collector_.mark(v);
    collector_.reach_all();
  }
  void references_of(Object* o) override {
    for_each_slot(o, [this](Value& slot) { collector_.reach(slot); });
    collector_.reach_all();
  }

 private:
  Collector& collector_;
};

uint64_t Collector::slots_followed(const Heap& heap) { return heap.impl_->slots_followed; }

void Collector::spare_cycles(Heap& heap) { heap.impl_->spares_cycles = true; }

int Collector::add_candidates(Heap& heap, Candidates candidates) {
  heap.impl_->candidates.emplace_back(heap.impl_->next_token, std::move(candidates));
  return heap.impl_->next_token++;
}

void Collector::reach_cycles() {
  heap_.impl_->spares_cycles = false;
  std::vector<Object*> dead;
  for (auto& [token, candidates] : heap_.impl_->candidates) candidates(dead);
  std::erase_if(dead, [](const Object* o) { return Heap::survives(o); });
  for (Object* o : dead) {
    for_each_slot(o, [this](Value& slot) { reach(slot); });
    reach_all();
  }
}

void Collector::mark_and_sweep() {
  Heap::Impl& h = *heap_.impl_;
  Visitor visitor([this](Value& slot) { reach(slot); }, false);
  for (auto& [token, visit] : h.roots) visit(visitor);
  for (Object* o : h.immortal) mark(Value::from_object(o));
  reach_all();
  if (h.spares_cycles) reach_cycles();
  for (auto& [token, hook] : h.death_hooks) hook();
  Resurrection resurrection(*this);
  for (auto& [token, hook] : h.finalizer_hooks) hook(resurrection);
  h.interned.sweep([](Str* s) { return Heap::survives(s); });
  for (auto& [token, hook] : h.sweep_hooks) hook();
  h.external_bytes = 0;
  h.old.sweep(
      [&](Object* o) {
        bool alive = Heap::survives(o);
        o->gc = static_cast<uint8_t>(o->gc & ~kGcMarked);
        if (alive && o->is(Kind::External)) {
          auto* e = static_cast<External*>(o);
          if (e->ops.get() && e->ops.get()->external_bytes) {
            h.external_bytes += e->ops.get()->external_bytes(e);
          }
        }
        return alive;
      },
      [&](Object* o) {
        if (o->is(Kind::External)) finalize_external(o);
        if (o->gc & kGcIdentity) h.identities.take(Value::from_object(o).bits());
      });
  uint64_t live = h.old.bytes() + h.external_bytes;
  h.full_threshold = std::max(uint64_t{32} << 20, live * 2);
  // Marking and sweeping takes as long as what lives in the heap, so it is to be worth it.
  h.external_threshold =
      std::max({Heap::Impl::kLeastExternal, h.external_bytes * 2, h.old.bytes() / 2});
  h.slots_followed = followed_;
  ++heap_.stats_.major_collections;
}

void Collector::run(bool full) {
  empty_nursery();
  Heap::Impl& h = *heap_.impl_;
  if (full || h.wants_full()) mark_and_sweep();
  heap_.stats_.old_bytes = h.old.bytes();
}

}  // namespace hothouse
