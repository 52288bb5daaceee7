// Objects whose classes have __del__, coroutines until they are awaited, and generators that wait
// within a `try` or `with` (kCodeClosing): they are noted when they are made (coroutines by the
// interpreter only: a loop that has become hot made them before).
// At the end of a full collection's marking those that were not reached are due, and stay alive
// until their __del__ has run; a second time none runs. protocol/finalizers.py calls them.
//
// CPython finalizes an object with the last reference to it, a tracing collector when it looks.
// The compiler therefore emits `finalize` where a program often gives up a last reference (a `del`,
// the statements of a module outside of its loops), which collects while there are such objects:
// for as long as that is cheap compared with what the program allocates.
//
// Classes of the library whose __del__ has something to do in some states only, futures for
// instance, tell when: an object that dies quietly is one of the many that nobody need look for.
//
// Open files, and those that hold what was not written yet, are watched only: they are closed when
// a collection finds them dead. For their sake one takes place when the system has no more
// descriptors, and when it matters whether they are (python/_io.py).
#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "core/builtins/arguments.h"
#include "core/builtins/finalizers.h"
#include "core/builtins/library.h"
#include "core/builtins/tables.h"
#include "core/bytecode/disassembler.h"
#include "core/bytecode/liveness.h"
#include "core/objects/collector.h"
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "core/vm/frame.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

class FinalizerTable {
 public:
  explicit FinalizerTable(Heap& heap) : heap_(heap) {
    roots_ = heap_.add_roots([this](RootVisitor& visitor) { visit(visitor); });
    candidates_ = Collector::add_candidates(heap_, [this](std::vector<Object*>& row) {
      for (Value v : registered_) row.push_back(v.as_object());
      for (Value v : watched_) row.push_back(v.as_object());
    });
    hook_ = heap_.add_finalizer_hook([this](Heap::Reach& reach) { find_due(reach); });
  }
  ~FinalizerTable() {
    heap_.remove_roots(roots_);
    heap_.remove_roots(candidates_);
    heap_.remove_roots(hook_);
  }
  FinalizerTable(const FinalizerTable&) = delete;
  FinalizerTable& operator=(const FinalizerTable&) = delete;

  void add(Value v) { registered_.push_back(v); }
  void watch(Value v) { watched_.push_back(v); }
  const std::vector<Value>& watched() const { return watched_; }
  /// Files are mostly closed in the opposite order.
  void forget_watched(Value v) {
    auto found = std::find(watched_.rbegin(), watched_.rend(), v);
    if (found == watched_.rend()) return;
    const auto at = static_cast<size_t>(watched_.rend() - found) - 1;
    watched_.erase(watched_.begin() + static_cast<std::ptrdiff_t>(at));
    if (at < watched_settled_) --watched_settled_;
  }
  /// Asked often: the row is gone through whenever it has doubled.
  bool is_empty() {
    while (registered_.size() > settled_ && is_settled(registered_.back())) registered_.pop_back();
    if (registered_.size() >= twice_) {
      forget_settled();
      twice_ = std::max<size_t>(16, 2 * registered_.size());
    }
    return registered_.empty() && due_.empty();
  }
  bool is_due() const { return !due_.empty(); }
  std::vector<Value> take_due() {
    taken_ += due_.size();
    return std::exchange(due_, {});
  }
  uint64_t taken() const { return taken_; }
  std::vector<Value> take_all() {
    forget_settled();
    forget_idle(registered_);
    settled_ = 0;
    return std::exchange(registered_, {});
  }
  /// Is a collection for their sake cheap, compared with what the program allocates? It is taken to
  /// cost what the last one did: a nanosecond for each slot that it followed while the heap fits
  /// into the processor's caches, and many where it does not.
  bool pays() {
    if (spent_ + cost() > kAllowance + heap_.stats().bytes_promoted / kBytesASlot) return false;
    spent_ += cost();
    return true;
  }
  /// Is another, for what died with objects that have been finalized? That there are such is known.
  bool another_pays() {
    if (spent_on_others_ + cost() > 10 * kAllowance) return false;
    spent_on_others_ += cost();
    return true;
  }

 private:
  static constexpr uint64_t kFittingSlots = 100'000, kAllowance = 100'000'000, kBytesASlot = 8;

  uint64_t cost() const {
    const uint64_t slots = std::max(Collector::slots_followed(heap_), kFittingSlots);
    return slots * slots / kFittingSlots;
  }

  /// Coroutines are watched until they are awaited, generators until they are finished. (Asked of
  /// objects that have moved as well, whose first word is gone.)
  static bool is_settled(Value v) {
    const Object* o = v.as_object();
    const auto state = static_cast<GenState>(o->aux);
    if (o->map == kMapCoroutine) return state != GenState::Created;
    return o->map == kMapGenerator && state == GenState::Finished;
  }
  /// A generator in which nothing waits for its end, or an object that said so.
  static bool is_idle(Value v) {
    if (v.as_object()->map != kMapGenerator) return v.as_object()->gc & kGcQuiet;
    auto* g = v.as<Generator>();
    if (static_cast<GenState>(g->aux) != GenState::Suspended) return true;
    return find_handler(g->function.as<Function>()->body.get(),
                        static_cast<uint32_t>(g->resume_pc.as_int())) == nullptr;
  }
  static void forget_idle(std::vector<Value>& row) {
    row.erase(std::remove_if(row.begin(), row.end(), is_idle), row.end());
  }
  void forget_settled() {
    size_t left = 0, settled = 0;
    for (size_t i = 0; i < registered_.size(); ++i) {
      if (is_settled(registered_[i])) continue;
      if (i < settled_) ++settled;
      registered_[left++] = registered_[i];
    }
    registered_.resize(left);
    settled_ = settled;
  }

  void visit(RootVisitor& visitor) {
    for (Value& v : due_) visitor.visit(v);
    if (!visitor.young_only()) return;
    while (watched_settled_ < watched_.size()) visitor.visit(watched_[watched_settled_++]);
    forget_settled();
    for (; settled_ < registered_.size(); ++settled_) visitor.visit(registered_[settled_]);
  }

  /// As reference counts would have it: an object before what only it refers to. Those that refer
  /// to each other are due together.
  void find_due(Heap::Reach& reach) {
    forget_settled();
    std::vector<Value> dead;
    bool any_idle = false;
    for (Value v : registered_) {
      if (Heap::survives(v.as_object())) continue;
      dead.push_back(v);
      any_idle = any_idle || is_idle(v);
    }
    if (any_idle) {
      const auto dies_idle = [](Value v) { return !Heap::survives(v.as_object()) && is_idle(v); };
      registered_.erase(std::remove_if(registered_.begin(), registered_.end(), dies_idle),
                        registered_.end());
      forget_idle(dead);
    }
    const auto registered_count = static_cast<std::ptrdiff_t>(dead.size());
    for (Value v : watched_) {
      const auto end = dead.begin() + registered_count;
      if (!Heap::survives(v.as_object()) && std::find(dead.begin(), end, v) == end) {
        dead.push_back(v);
      }
    }
    if (!dead.empty()) make_due(dead, reach);
    settled_ = registered_.size();
    watched_settled_ = watched_.size();
  }

  void make_due(const std::vector<Value>& dead, Heap::Reach& reach) {
    for (Value v : dead) reach.references_of(v.as_object());
    std::vector<Value> roots, inner;
    for (Value v : dead) (Heap::survives(v.as_object()) ? inner : roots).push_back(v);
    if (roots.empty()) roots.swap(inner);
    for (Value& v : roots) reach.object(v);
    due_.insert(due_.end(), roots.begin(), roots.end());
    const auto before = [](Value a, Value b) { return a.bits() < b.bits(); };
    std::sort(roots.begin(), roots.end(), before);
    const auto is_root = [&](Value v) {
      return std::binary_search(roots.begin(), roots.end(), v, before);
    };
    for (std::vector<Value>* row : {&registered_, &watched_}) {
      row->erase(std::remove_if(row->begin(), row->end(), is_root), row->end());
    }
  }

  Heap& heap_;
  int roots_, candidates_, hook_;
  std::vector<Value> registered_, due_, watched_;
  size_t settled_ = 0;  // how many of them lie in the old space
  size_t watched_settled_ = 0;
  size_t twice_ = 16;
  uint64_t spent_ = 0, spent_on_others_ = 0;
  uint64_t taken_ = 0;
};

FinalizerTable* existing_table(Leaf& vm) {
  auto found = vm.library().module_state.find("finalizers");
  return found == vm.library().module_state.end()
             ? nullptr
             : static_cast<FinalizerTable*>(found->second.get());
}

FinalizerTable& table_of(Leaf& vm) {
  std::shared_ptr<void>& state = vm.library().module_state["finalizers"];
  if (!state) state = std::make_shared<FinalizerTable>(vm.heap());
  return *static_cast<FinalizerTable*>(state.get());
}

Value list_of(Leaf& vm, const std::vector<Value>& values) {
  Value row = make_list(vm);
  for (Value v : values) list_append(vm, row, v);
  return row;
}
Value spare_cycles(Leaf& vm, const Value*) {
  Collector::spare_cycles(vm.heap());
  return Value::none();
}
Value take_due(Leaf& vm, const Value*) {
  FinalizerTable* table = existing_table(vm);
  return list_of(vm, table ? table->take_due() : std::vector<Value>());
}
Value finalizations(Leaf& vm, const Value*) {
  FinalizerTable* table = existing_table(vm);
  return vm.heap().make_int(table ? static_cast<int64_t>(table->taken()) : 0);
}
Value take_all(Leaf& vm, const Value*) {
  FinalizerTable* table = existing_table(vm);
  if (table == nullptr) return make_list(vm);
  std::vector<Value> all = table->take_due();
  for (Value v : table->take_all()) all.push_back(v);
  return list_of(vm, all);
}

/// Registers that an instruction writes: its `d`, or the run of an Unpack.
bool writes(const Insn& insn, uint32_t reg) {
  const char* letters = op_info(insn.op).operands;
  const bool unpacks = insn.op == Op::Unpack || insn.op == Op::UnpackEx;
  const uint32_t operands[4] = {insn.x, insn.a, insn.b, insn.c};
  for (int k = 0; k < 4; ++k) {
    if (letters[k] == 'd' && operands[k] == reg) return true;
    if (letters[k] == 'w' && unpacks && operands[k] <= reg) return true;
  }
  return false;
}

/// Has a local been assigned when a frame is at `pc`? Before, what is in it is of another frame.
bool may_be_assigned(const CodeBody& body, uint32_t pc, uint32_t reg) {
  if (reg < body.parameter_count()) return true;
  bool is_later = false, loops = false;
  for (uint32_t at = 0; at < body.words.size(); at = next_pc(body, at)) {
    uint32_t target;
    if (writes(body.insn_at(at), reg)) {
      if (at < pc) return true;
      is_later = true;
    } else if (at >= pc && jump_target(body, at, &target) && target < pc) {
      loops = true;
    }
  }
  return is_later && loops;
}

constexpr uint32_t kNoRegister = ~uint32_t{0};

/// Up to `end`, where a called frame lies, whose result is to become register `result`.
void forget_dead(Value* r, uint32_t pc, uint32_t result, Value* end) {
  CodeBody& body = *frame_body(r);
  if (pc >= body.words.size()) return;
  const Liveness live(body, /*exact=*/true);
  end = std::min(end, r + body.register_count);
  for (Value* p = r; p < end; ++p) {
    const auto reg = static_cast<uint32_t>(p - r);
    if (!p->is_object()) continue;
    const uint32_t at = reg == result ? instruction_of(body, pc - 1) : pc;
    if (live.is_live(at, reg)) continue;
    if (reg < body.local_names.size() && may_be_assigned(body, at, reg)) continue;
    *p = Value::none();
  }
}

/// forget_dead_registers(all): what the frames of the library, and that of the program which called
/// it, or all frames, keep in registers that nothing reads any more, is not referred to; nor what
/// lies above them.
Value forget_dead_registers(Leaf& vm, const Value* a) {
  auto& world = static_cast<Vm&>(vm);
  Value* r = world.current_frame();
  if (r == nullptr) return Value::none();
  Value* top = world.stack_top();
  auto* end = reinterpret_cast<Value*>(static_cast<uintptr_t>(world.state.stack_limit));
  if (end > top) std::memset(static_cast<void*>(top), 0, (end - top) * sizeof(Value));
  auto pc = static_cast<uint32_t>(world.state.pc);
  uint32_t result = kNoRegister;
  for (;;) {
    const bool goes_on = a[0].is_true() || (frame_body(r)->flags & kCodeInternal);
    forget_dead(r, pc, result, top);
    top = r - kFrameHeader;
    const ReturnWord to = world.return_word(r);
    constexpr uint32_t kHasExtra =
        kCodeGenerator | kCodeCoroutine | kCodeAsyncGenerator | kCodeModule | kCodeClassBody;
    if (!(frame_body(r)->flags & kHasExtra) && to.action != Action::Init) {
      r[kFrameExtra] = Value::none();
    }
    const int64_t link = r[kFrameLink].as_int();
    if (!goes_on || link <= 0 || to.action == Action::Exit) return Value::none();
    pc = to.pc;
    result = to.action == Action::Discard ? kNoRegister : to.dst;
    r -= link;
    if (!is_kind(r[kFrameFunction], Kind::Function)) return Value::none();
  }
}

Value note(Leaf& vm, const Value* a) {
  note_finalizable(vm, a[0]);
  return Value::none();
}

Value watch(Leaf& vm, const Value* a) {
  table_of(vm).watch(a[0]);
  return Value::none();
}
Value forget_watched(Leaf& vm, const Value* a) {
  table_of(vm).forget_watched(a[0]);
  return Value::none();
}

Value watched(Leaf& vm, const Value*) {
  FinalizerTable* table = existing_table(vm);
  return list_of(vm, table ? table->watched() : std::vector<Value>());
}

/// set_quiet(object, quiet): unless a program's class has put its own __del__ before the library's.
Value set_quiet(Leaf& vm, const Value* a) {
  Object* o = a[0].as_object();
  const NameCell* del = find_in_type(vm, type_of(vm, a[0]), vm.types().name(NameId::Del));
  const bool ours = del != nullptr && is_kind(del->value, Kind::Function) &&
                    (del->value.as<Function>()->body.get()->flags & kCodeInternal);
  o->gc = static_cast<uint8_t>(ours && a[1].is_true() ? o->gc | kGcQuiet : o->gc & ~kGcQuiet);
  return Value::none();
}

Value collection_pays(Leaf& vm, const Value*) { return Value::boolean(table_of(vm).pays()); }

Value another_pays(Leaf& vm, const Value*) { return Value::boolean(table_of(vm).another_pays()); }

const BuiltinDef kRows[] = {
    HH_LEAF("_note_finalizable", "object, /", note, 0,
            "The object has something to do when it dies, as if it had __del__."),
    HH_LEAF("_set_quiet", "object, quiet, /", set_quiet, 0,
            "Tells whether the object's __del__ has nothing to do should it die now."),
    HH_LEAF("_watch_file", "file, /", watch, 0,
            "The file is to be closed when a collection finds it dead."),
    HH_LEAF("_forget_file", "file, /", forget_watched, 0, "The file has been closed."),
    HH_LEAF("_watched_files", "", watched, kBuiltinReadOnly, "The files that are watched."),
    HH_LEAF("_collection_pays", "", collection_pays, 0,
            "Is a collection to find dead objects cheap? It is taken to take place."),
    HH_LEAF("_another_collection_pays", "", another_pays, 0,
            "The same for one that finds what died with them."),
    HH_LEAF("_spare_cycles", "", spare_cycles, 0,
            "The next full collection leaves cycles of the objects in question alone."),
    HH_LEAF("_take_due", "", take_due, 0, "The objects whose __del__ is to be called."),
    HH_LEAF("_finalizations", "", finalizations, kBuiltinReadOnly,
            "How many objects _take_due has given."),
    HH_LEAF("_take_finalizable", "", take_all, 0, "All objects whose __del__ was not called yet."),
    HH_LEAF("_forget_dead_registers", "all, /", forget_dead_registers, 0,
            "Clears what frames keep in registers that are dead."),
};

}  // namespace

const BuiltinTable kFinalizerPrimitives = builtin_table(kRows);

void note_finalizable(Leaf& vm, Value object) { table_of(vm).add(object); }

bool finalization_pays(Leaf& vm) {
  FinalizerTable* table = existing_table(vm);
  const bool is_seen = (table != nullptr && !table->is_empty()) || has_weak_references(vm);
  return is_seen && table_of(vm).pays();
}

bool finalizers_are_due(Leaf& vm) {
  FinalizerTable* table = existing_table(vm);
  return table != nullptr && table->is_due();
}

}  // namespace hothouse
