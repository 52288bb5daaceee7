// Weak references: (the reference object, its target) beside the heap, where the collector does not
// follow them. python/_weakref.py makes the classes.
//
// References and targets are strong until the nursery has been emptied once, so that both lie in
// the old space and never move again. At the end of a full collection, before anything is freed,
// what was not reached is forgotten (before finalizers are looked for, which may keep it alive, as
// in CPython): the entry of a dead reference is free again, and a reference whose target died is
// kept in `dead` until its callback has run. Unlike CPython's, targets die
// when the collector looks, not with the last reference to them.
#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/builtins/arguments.h"
#include "core/builtins/finalizers.h"
#include "core/builtins/library.h"
#include "core/builtins/tables.h"
#include "core/objects/collector.h"
#include "core/objects/list.h"

namespace hothouse {
namespace {

class WeakTable {
 public:
  explicit WeakTable(Heap& heap) : heap_(heap) {
    roots_ = heap_.add_roots([this](RootVisitor& visitor) { visit(visitor); });
    candidates_ = Collector::add_candidates(heap_, [this](std::vector<Object*>& row) {
      for (const Entry& e : entries_) {
        if (e.target.is_object()) row.push_back(e.target.as_object());
      }
    });
    death_hook_ = heap_.add_death_hook([this] { forget_dead(); });
    hook_ = heap_.add_sweep_hook([this] { free_entries(); });
  }
  ~WeakTable() {
    heap_.remove_roots(roots_);
    heap_.remove_roots(candidates_);
    heap_.remove_roots(death_hook_);
    heap_.remove_roots(hook_);
  }
  WeakTable(const WeakTable&) = delete;
  WeakTable& operator=(const WeakTable&) = delete;

  uint32_t add(Value reference, Value target) {
    uint32_t at;
    if (free_.empty()) {
      at = static_cast<uint32_t>(entries_.size());
      entries_.push_back({});
    } else {
      at = free_.back();
      free_.pop_back();
    }
    entries_[at] = {reference, target};
    young_.push_back(at);
    of_target_.emplace(target.bits(), at);
    return at;
  }
  /// Undefined once the target has died.
  Value target(uint32_t at) const { return entries_[at].target; }

  template <class F>
  void each_reference(Value target, F&& use) const {
    std::vector<uint32_t> row;
    const auto [from, to] = of_target_.equal_range(target.bits());
    for (auto it = from; it != to; ++it) row.push_back(it->second);
    std::sort(row.begin(), row.end());
    for (uint32_t at : row) use(entries_[at].reference);
  }
  bool is_used() const { return entries_.size() > free_.size(); }
  /// References whose targets died since it was last asked.
  std::vector<Value> take_dead() { return std::exchange(dead_, {}); }

 private:
  struct Entry {
    Value reference = Value::undefined(), target = Value::undefined();
  };

  void visit(RootVisitor& visitor) {
    for (Value& reference : dead_) visitor.visit(reference);
    if (!visitor.young_only()) return;
    for (uint32_t at : young_) {
      forget_target(at);
      visitor.visit(entries_[at].reference);
      visitor.visit(entries_[at].target);
      of_target_.emplace(entries_[at].target.bits(), at);
    }
    young_.clear();
  }

  static bool survives(Value v) { return !v.is_object() || Heap::survives(v.as_object()); }

  void forget_target(uint32_t at) {
    const auto [from, to] = of_target_.equal_range(entries_[at].target.bits());
    for (auto it = from; it != to; ++it) {
      if (it->second == at) {
        of_target_.erase(it);
        return;
      }
    }
  }
  void forget_dead() {
    for (uint32_t at = 0; at < entries_.size(); ++at) {
      Entry& e = entries_[at];
      if (e.reference.is_undefined() || e.target.is_undefined() || survives(e.target)) continue;
      forget_target(at);
      e.target = Value::undefined();
      if (survives(e.reference)) dead_.push_back(e.reference);
    }
  }
  /// A finalizer may have kept a reference alive that nothing else refers to.
  void free_entries() {
    for (uint32_t at = 0; at < entries_.size(); ++at) {
      if (entries_[at].reference.is_undefined() || survives(entries_[at].reference)) continue;
      if (!entries_[at].target.is_undefined()) forget_target(at);
      entries_[at] = {};
      free_.push_back(at);
    }
  }

  Heap& heap_;
  int roots_, candidates_, death_hook_, hook_;
  std::vector<Entry> entries_;
  std::unordered_multimap<uint64_t, uint32_t> of_target_;  // entries by the target's bits
  std::vector<uint32_t> free_, young_;
  std::vector<Value> dead_;
};

WeakTable& table_of(Leaf& vm) {
  std::shared_ptr<void>& state = vm.library().module_state["weak references"];
  if (!state) state = std::make_shared<WeakTable>(vm.heap());
  return *static_cast<WeakTable*>(state.get());
}

/// _weak_add(reference, target): the number by which _weak_target knows the two.
Value weak_add(Leaf& vm, const Value* a) { return Value::small_int(table_of(vm).add(a[0], a[1])); }
Value weak_target(Leaf& vm, const Value* a) {
  Value target = table_of(vm).target(static_cast<uint32_t>(a[0].as_int()));
  return target.is_undefined() ? Value::none() : target;
}
Value weak_references(Leaf& vm, const Value* a) {
  Value row = make_list(vm);
  table_of(vm).each_reference(a[0], [&](Value reference) { list_append(vm, row, reference); });
  return row;
}
Value weak_dead(Leaf& vm, const Value*) {
  Value row = make_list(vm);
  for (Value reference : table_of(vm).take_dead()) list_append(vm, row, reference);
  return row;
}

}  // namespace

bool has_weak_references(Leaf& vm) {
  auto found = vm.library().module_state.find("weak references");
  return found != vm.library().module_state.end() &&
         static_cast<WeakTable*>(found->second.get())->is_used();
}

Value first_weak_reference(Leaf& vm, Value target) {
  Value first = Value::none();
  if (!has_weak_references(vm)) return first;
  table_of(vm).each_reference(target, [&](Value reference) {
    if (first.is_none()) first = reference;
  });
  return first;
}

namespace {

const BuiltinDef kRows[] = {
    HH_LEAF("_weak_add", "reference, target, /", weak_add, 0, "Notes a weak reference."),
    HH_LEAF("_weak_target", "number, /", weak_target, kBuiltinReadOnly,
            "What a weak reference names, or None."),
    HH_LEAF("_weak_references", "target, /", weak_references, kBuiltinReadOnly,
            "The weak references to an object."),
    HH_LEAF("_weak_dead", "", weak_dead, 0,
            "The weak references whose targets died since the last call."),
};

}  // namespace

const BuiltinTable kWeakPrimitives = builtin_table(kRows);

}  // namespace hothouse
