// The Vm's members that need the floors between vm.h and the dispatch loop: making the library,
// running code, safepoints. vm.h is what those floors see of the machine; here it is put together.
#include "core/vm/vm.h"

#include <cstdlib>
#include <cstring>
#include <optional>

#include "core/builtins/finalizers.h"
#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/bytecode/self_attributes.h"
#include "core/interp/dispatch.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/namespace.h"
#include "core/objects/slots.h"
#include "core/objects/str.h"
#include "core/ops/attribute_lookup.h"
#include "core/ops/helper_functions.h"
#include "core/vm/threads.h"
#include "core/vm/tracing.h"

namespace hothouse {

namespace {
uint64_t address(const Value* p) { return static_cast<uint64_t>(reinterpret_cast<uintptr_t>(p)); }
constexpr uint32_t kStackStep = 16 * 1024;
}  // namespace

Vm::Vm(Host& host, const VmOptions& options) : options_(options) {
  host_ = &host;
  Threads::mark_python_thread();
  state.pending = Value::undefined();
  state.handled = Value::none();
  pending_ = &state.pending;
  handled_ = &state.handled;
  state.vm = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(this));
  state.depth_limit = options.recursion_limit;
  state.native_stack_limit = host.native_stack_limit();
  heap_owner_ = std::make_unique<Heap>(state.nursery, options.heap);
  heap_ = heap_owner_.get();
  maps_owner_ = std::make_unique<MapTable>();
  maps_ = maps_owner_.get();
  types_owner_ = std::make_unique<TypeTable>();
  types_ = types_owner_.get();
  main_module_ = return_stub_ = Value::undefined();

  stack_slots_ = options.stack_slots;
  stack_ = allocate_stack(stack_slots_);
  state.stack_limit = first_stack_limit(stack_);
  state.top = 0;

  types_->initialize(*this);
  roots_ = heap_->add_roots([this](RootVisitor& v) { visit_roots(v); });
  variables_kept_ = [](Leaf& vm) {
    JitHooks* engine = static_cast<Vm&>(vm).jit;
    if (engine != nullptr) engine->tracebacks_changed();
  };
  types_->hooks.type_changed = [](Leaf& vm, Type* type) {
    Vm& self = static_cast<Vm&>(vm);
    self.inline_caches.flush();
    if (self.jit != nullptr) self.jit->type_changed(type);
  };
  types_->hooks.name_added = [](Leaf& vm, Value ns, Value name) {
    Value owner = ns.as<Namespace>()->owner;
    if (!owner.is_object() || !owner.as_object()->is(Kind::Module)) return;
    const Library& library = vm.library();
    if (owner == library.builtins_module || owner == library.internal_module) return;
    auto shadowed = [&](Value behind) -> NameCell* {
      if (!behind.is_object()) return nullptr;
      return namespace_cell(vm, behind.as<Module>()->names, name);
    };
    NameCell* builtin = shadowed(library.builtins_module);
    NameCell* internal = shadowed(library.internal_module);
    if (builtin == nullptr && internal == nullptr) return;
    Vm& self = static_cast<Vm&>(vm);
    self.inline_caches.flush();
    if (self.jit == nullptr) return;
    if (builtin != nullptr) self.jit->constant_changed(builtin);
    if (internal != nullptr) self.jit->constant_changed(internal);
  };
  types_->hooks.constant_changed = [](Leaf& vm, NameCell* cell) {
    Vm& self = static_cast<Vm&>(vm);
    if (self.jit != nullptr) self.jit->constant_changed(cell);
  };
  types_->hooks.self_attributes = [](const Function* method, std::vector<Value>& names) {
    if (const CodeBody* body = method->body.get()) add_self_attributes(*body, names);
  };
  install_builtins(*this);
}

Vm::~Vm() {
  Threads::end(threads_);
  remove_builtins(*this);
  heap_->remove_roots(roots_);
  std::free(stack_);
}

void Vm::visit_roots(RootVisitor& visitor) {
  Value* top = stack_top();
  for (Value* p = stack_; p < top; p++) {
    if (p->is_object() && p->bits() != 0) visitor.visit(*p);
  }
  clear_stack(top, state.stack_limit);
  visitor.visit(state.pending);
  visitor.visit(state.handled);
  visitor.visit(main_module_);
  visitor.visit(return_stub_);
  visitor.visit(signal_function_);
  for (Value& stub : stubs_) visitor.visit(stub);
  for (Value& v : repr_stack) visitor.visit(v);
  for (RootedBase* p = rooted_; p != nullptr; p = p->below()) visitor.visit(p->slot());
  const std::vector<CodeBody*>& codes = all_code(heap());
  for (size_t k = visitor.young_only() ? settled_codes_ : 0; k < codes.size(); k++) {
    visit_code_body(codes[k], visitor);
  }
  settled_codes_ = codes.size();
  observed.visit_roots(visitor);
  if (tracing != nullptr) tracing->visit_roots(visitor);
  if (jit != nullptr) jit->visit_roots(visitor);
}

Value* Vm::allocate_stack(uint32_t slots) {
  return static_cast<Value*>(std::calloc(size_t{slots} + 2 * kStackMargin, sizeof(Value)));
}

uint64_t Vm::first_stack_limit(const Value* stack) { return address(stack + kStackStep); }

/// Stale words above the frames may name objects that are about to move or die.
void Vm::clear_stack(Value* top, uint64_t limit) {
  auto* end = reinterpret_cast<Value*>(static_cast<uintptr_t>(limit));
  std::memset(static_cast<void*>(top), 0,
              static_cast<size_t>(end + kStackMargin - top) * sizeof(Value));
}

bool Vm::extend_stack(const Value* end) {
  if (end > stack_ + stack_slots_) return false;
  uint64_t wanted = address(end) + kStackStep * sizeof(Value);
  uint64_t most = address(stack_ + stack_slots_) + 1;
  if (wanted > state.stack_limit) state.stack_limit = wanted < most ? wanted : most;
  return true;
}

bool Vm::safepoint() {
  call_threshold = calls_until_hot;
  bool wanted = heap().wants_collection() || heap().options().collect_at_every_safepoint;
  if (wanted && collections_held_ == 0) {
    uint64_t full_before = heap().stats().major_collections;
    heap().collect(false);
    // Addresses of dead classes and modules may come back.
    if (heap().stats().major_collections != full_before) inline_caches.flush();
  }
  heap().clear_request();
  const bool finalizes = !finalizing_ && finalizers_are_due(*this);
  if (finalizes || signals_ != 0) {
    // The library's code is indivisible: no other thread runs while a program's does in its middle.
    const Value* r = current_frame();
    std::optional<HeldSwitches> held;
    if (r != nullptr && (frame_body(r)->flags & kCodeInternal) != 0) held.emplace(*this);
    if (finalizes) run_finalizers();
    if (!handle_signals()) return false;
  }
  if (switch_wanted_ == 0) return true;
  switch_wanted_ = 0;
  return threads_->give_way();
}

void Vm::run_finalizers() {
  finalizing_ = true;
  Rooted finalize(*this, library().python_function(*this, "_run_finalizers"));
  if (call(finalize).is_raised()) clear_pending();
  finalizing_ = false;
}

void Vm::hold_collections(bool hold) {
  if (hold && collections_held_++ == 0) {
    held_loop_threshold_ = std::exchange(loop_threshold, 0);
  } else if (!hold && --collections_held_ == 0) {
    loop_threshold = held_loop_threshold_;
    if (heap().wants_collection()) heap().request_safepoint();
  }
}

void Vm::note_signal(int number) {
  __atomic_fetch_or(&signals_, uint64_t{1} << (number - 1), __ATOMIC_RELAXED);
  stop_soon();
  if (main_place_ != nullptr) main_place_->wake();
}

bool Vm::handle_signals() {
  if (threads_ != nullptr && !threads_->on_main()) return true;
  while (signals_ != 0) {
    const int bit = __builtin_ctzll(signals_);
    __atomic_fetch_and(&signals_, ~(uint64_t{1} << bit), __ATOMIC_RELAXED);
    if (signal_function_.is_undefined()) {
      raise(TypeId::KeyboardInterrupt, "");
      return false;
    }
    if (call(signal_function_, Value::small_int(bit + 1)).is_raised()) return false;
  }
  return true;
}

Threads& Vm::threads() {
  if (threads_ == nullptr) {
    threads_ = new Threads(*this);
    main_place_ = threads_->main().place.get();
  }
  return *threads_;
}

Value Vm::main_module() {
  if (main_module_.is_undefined()) {
    Value name = intern("__main__");
    main_module_ = make_module(*this, name);
    Value names = main_module_.as<Module>()->names;
    namespace_set(*this, names, types().name(NameId::Name), name);
    for (const char* other : {"__doc__", "__package__", "__loader__", "__spec__"}) {
      namespace_set(*this, names, intern(other), Value::none());
    }
    namespace_set(*this, names, intern("__annotations__"), make_dict(*this));
    namespace_set(*this, names, intern("__builtins__"), library().builtins_module);
    dict_set(*this, library().modules, name, main_module_);
  }
  return main_module_;
}

Value Vm::run_code(Value code, Value globals) {
  auto* f = heap().make<Function>(Kind::Function);
  CodeBody* body = code.as<Code>()->body.get();
  f->body.set(body);
  f->code = code;
  f->globals = globals;
  f->builtins = Value::undefined();
  f->defaults = f->kw_defaults = f->closure = Value::none();
  f->name = body->name;
  f->qualname = body->qualname;
  f->doc = f->module = Value::none();
  f->attributes = f->annotations = Value::undefined();
  Rooted function(*this, Value::from_object(f));
  return call(function);
}

/// An immortal function of the VM's own, without a namespace.
Value Vm::make_stub(const std::vector<Insn>& code, uint16_t register_count, const char* name) {
  auto* body = new CodeBody();
  for (const Insn& insn : code) {
    Word w;
    w.insn = insn;
    body->words.push_back(w);
    for (int k = 0; k < op_info(insn.op).cache_words; k++) {
      w.cache = 0;
      body->words.push_back(w);
    }
  }
  body->positions.assign(body->words.size(), Position{0, 0, 0, -1});
  body->register_count = register_count;
  body->flags = kCodeInternal;
  body->name = body->qualname = body->filename = intern(name);
  body->doc = Value::none();
  register_code(*this, body);
  auto* f =
      static_cast<Function*>(heap().allocate_old(kMapFunction, Kind::Function, sizeof(Function)));
  Value code_object = make_code(*this, body);
  f->body.set(body);
  f->code = code_object;
  f->globals = f->builtins = Value::undefined();
  f->defaults = f->kw_defaults = f->closure = Value::none();
  f->name = f->qualname = body->name;
  f->doc = f->module = Value::none();
  f->attributes = f->annotations = Value::undefined();
  heap().write_barrier(f);
  return Value::from_object(f);
}

/// A function whose code calls R[0](R[4], ... count arguments) and returns the result: C++ code
/// calls Python by running its frame.
Value Vm::stub_for(uint32_t count) {
  if (stubs_.size() <= count) stubs_.resize(count + 1, Value::undefined());
  if (stubs_[count].is_undefined()) {
    auto n = static_cast<uint16_t>(count);
    auto registers = static_cast<uint16_t>(count + kFrameHeader + 2);
    stubs_[count] =
        make_stub({Insn{Op::Call, 0, 0, 0, n}, Insn{Op::Return, 0, 0, 0, 0}}, registers, "<call>");
  }
  return stubs_[count];
}

Value Vm::return_stub() {
  if (return_stub_.is_undefined()) {
    return_stub_ = make_stub({Insn{Op::Return, 0, 0, 0, 0}}, 1, "<return>");
  }
  return return_stub_;
}

Value Caller::call(Value callable, const Value* args, uint32_t count) {
  Vm& vm = *static_cast<Vm*>(this);
  Value stub = vm.stub_for(count);
  Value* window = vm.stack_top();
  Value* r = window + kFrameHeader;
  const Value* end = r + stub.as<Function>()->body.get()->register_count;
  bool too_deep = vm.state.depth >= vm.state.depth_limit;
  if (!too_deep && vm.state.native_stack_limit != 0) {
    char here;
    too_deep = reinterpret_cast<uintptr_t>(&here) < vm.state.native_stack_limit;
  }
  if (too_deep || (address(end) >= vm.state.stack_limit && !vm.extend_stack(end))) {
    return vm.raise(TypeId::RecursionError, "maximum recursion depth exceeded");
  }
  const uint64_t top = vm.state.top, pc = vm.state.pc, depth = vm.state.depth;
  int64_t delta = top == 0 ? r - vm.stack_ : r - vm.current_frame();
  window[0] = stub;
  window[1] = ReturnWord{static_cast<uint32_t>(pc), 0, Action::Exit}.encode();
  window[2] = Value::small_int(delta);
  window[3] = Value::undefined();
  r[0] = callable;
  for (uint32_t k = 0; k < count; k++) r[kFrameHeader + k] = args[k];
  vm.set_frame(r, 0);
  if (top != 0) vm.state.depth++;  // the outermost stub is below what the limit counts
  Value result = run(vm);
  vm.state.top = top;
  vm.state.pc = pc;
  vm.state.depth = depth;
  return result;
}

}  // namespace hothouse
