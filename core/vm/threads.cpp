#include "core/vm/threads.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "core/vm/tracing.h"

namespace hothouse {

namespace {

thread_local bool runs_python = false;

/// What get_ident() of the main thread answers: as large as CPython's numbers are.
constexpr uint64_t kFirstNumber = 140'000'000'000'000;

}  // namespace

bool Threads::is_python_thread() { return runs_python; }
void Threads::mark_python_thread() { runs_python = true; }

Threads::Threads(Vm& vm) : vm_(vm), host_(vm.host().threads()), last_number_(kFirstNumber - 1) {
  current_ = &add();
  roots_ = vm_.heap().add_roots([this](RootVisitor& v) { visit_roots(v); });
  if (host_ == nullptr) return;
  current_->native_id = host_->native_id();
  set_switch_interval(interval_);
}

void Threads::end(Threads* threads) {
  if (threads == nullptr) return;
  threads->vm_.heap().remove_roots(threads->roots_);
  if (threads->host_ != nullptr) threads->host_->on_waiting(nullptr, nullptr, threads->interval_);
  if (threads->count() == 1) delete threads;
}

PythonThread& Threads::add() {
  auto thread = std::make_unique<PythonThread>();
  thread->number = ++last_number_;
  if (host_ != nullptr) thread->place = host_->make_waiting_place();
  threads_.push_back(std::move(thread));
  return *threads_.back();
}

void Threads::set_switch_interval(double seconds) {
  interval_ = seconds;
  if (host_ == nullptr) return;
  host_->on_waiting([](void* vm) { static_cast<Vm*>(vm)->request_switch(); }, &vm_, seconds);
}

/// Calls move(the Vm's field, the thread's) for all that belongs to a thread.
template <class F>
void Threads::for_each_field(PythonThread& t, F&& move) {
  VmState& s = vm_.state;
  move(s.native_stack_limit, t.native_stack_limit);
  move(s.depth, t.depth);
  move(s.stack_limit, t.stack_limit);
  move(s.top, t.top);
  move(s.pc, t.pc);
  move(s.exit_unit, t.exit_unit);
  move(s.exit_snapshot, t.exit_snapshot);
  move(s.pending, t.pending);
  move(s.handled, t.handled);
  move(vm_.stack_, t.stack);
  move(vm_.stack_slots_, t.stack_slots);
  move(vm_.reserved_end_, t.reserved_end);
  move(vm_.rooted_, t.rooted);
  move(vm_.reraising_, t.reraising);
}

void Threads::save(PythonThread& t) {
  t.stack_top = vm_.stack_top();
  for_each_field(t, [](const auto& field, auto& kept) { kept = field; });
  t.repr_stack.swap(vm_.repr_stack);
  t.words.clear();
  for (const Vm::ThreadWord& w : vm_.thread_words_) {
    t.words.insert(t.words.end(), w.at, w.at + w.bytes);
  }
  t.settled = false;
}

void Threads::load(PythonThread& t) {
  for_each_field(t, [](auto& field, const auto& kept) { field = kept; });
  t.repr_stack.swap(vm_.repr_stack);
  size_t at = 0;
  for (const Vm::ThreadWord& w : vm_.thread_words_) {
    if (at + w.bytes <= t.words.size()) {
      std::memcpy(w.at, t.words.data() + at, w.bytes);
    } else {
      std::memset(w.at, 0, w.bytes);  // it is younger than the thread's last turn
    }
    at += w.bytes;
  }
  current_ = &t;
  if (on_main()) vm_.renew_signals();
}

void Threads::leave() {
  save(*current_);
  host_->give();
}

void Threads::enter(PythonThread& thread) {
  host_->take();
  load(thread);
}

bool Threads::may_switch() const {
  if (switches_held_ != 0 || host_ == nullptr || threads_.size() == 1) return false;
  const Value* r = vm_.current_frame();
  return r != nullptr && (frame_body(r)->flags & kCodeInternal) == 0;
}

bool Threads::give_way() {
  if (!may_switch()) return true;
  PythonThread& self = *current_;
  save(self);
  host_->give_way();
  load(self);
  return vm_.handle_signals();
}

bool Threads::wait(double seconds) {
  if (host_ == nullptr || switches_held_ != 0) {
    if (seconds < 0) {
      vm_.raise(TypeId::RuntimeError,
                host_ == nullptr ? "this would wait for ever: there is one thread only, in which "
                                   "others run to their end when they are started"
                                 : "this would wait for ever: no other thread can run while "
                                   "CPython waits for a result");
      return false;
    }
    vm_.host().sleep(seconds);
    return vm_.handle_signals();
  }
  PythonThread& self = *current_;
  leave();
  self.place->wait(seconds);
  enter(self);
  return vm_.handle_signals();
}

void Threads::wake(uint64_t number) {
  for (auto& thread : threads_) {
    if (thread->number == number && thread->place != nullptr) thread->place->wake();
  }
}

uint64_t Threads::start(Value function, Value argument, size_t stack_bytes) {
  PythonThread& t = add();
  const uint64_t number = t.number;
  t.function = function;
  t.argument = argument;
  if (host_ == nullptr) {
    PythonThread* before = std::exchange(current_, &t);
    call(t);
    current_ = before;
    threads_.pop_back();
    return number;
  }
  // Programs that ask for a large stack mean to recurse deeply.
  constexpr uint64_t kMostSlots = uint64_t{1} << 28;
  t.stack_slots = static_cast<uint32_t>(
      std::clamp<uint64_t>(stack_bytes / sizeof(Value), vm_.options_.stack_slots, kMostSlots));
  t.stack = Vm::allocate_stack(t.stack_slots);
  t.stack_top = t.stack;
  if (t.stack != nullptr) {
    t.stack_limit = Vm::first_stack_limit(t.stack);
    auto* row = new std::pair<Threads*, PythonThread*>(this, &t);
    if (host_->start(run, row, stack_bytes) != 0) return number;
    delete row;
    std::free(t.stack);
  }
  threads_.pop_back();
  return 0;
}

void Threads::run(void* argument, uintptr_t stack_limit) {
  auto* row = static_cast<std::pair<Threads*, PythonThread*>*>(argument);
  Threads* self = row->first;
  PythonThread* thread = row->second;
  delete row;
  mark_python_thread();
  ThreadHost* host = self->host_;
  host->take();
  thread->native_stack_limit = stack_limit;
  thread->native_id = host->native_id();
  self->load(*thread);
  self->call(*thread);
  std::free(self->vm_.stack_);
  self->vm_.stack_ = nullptr;
  auto& all = self->threads_;
  all.erase(std::find_if(all.begin(), all.end(), [&](auto& t) { return t.get() == thread; }));
  self->current_ = nullptr;  // whoever takes the lock loads itself
  host->give();
}

void Threads::after_fork() {
  if (host_ == nullptr) return;
  host_->after_fork();
  if (vm_.jit != nullptr) vm_.jit->after_fork(current_->number);
  auto self = std::find_if(threads_.begin(), threads_.end(),
                           [&](const auto& t) { return t.get() == current_; });
  std::swap(*self, threads_.front());
  threads_.resize(1);
  current_->native_id = host_->native_id();
}

void Threads::call(PythonThread& thread) {
  Rooted function(vm_, std::exchange(thread.function, Value::undefined()));
  Value argument = std::exchange(thread.argument, Value::undefined());
  if (vm_.call(function, argument).is_raised()) vm_.clear_pending();
  if (vm_.tracing != nullptr) vm_.tracing->end_thread(thread.number);
  if (host_ != nullptr) vm_.observed.forget(vm_.stack(), vm_.stack_end());
}

void Threads::visit_roots(RootVisitor& visitor) {
  for (auto& thread : threads_) {
    PythonThread& t = *thread;
    for (Value* v : {&t.state, &t.context_value, &t.function, &t.argument}) visitor.visit(*v);
    if (&t == current_ || t.stack == nullptr || (t.settled && visitor.young_only())) continue;
    for (Value* p = t.stack; p < t.stack_top; p++) {
      if (p->is_object() && p->bits() != 0) visitor.visit(*p);
    }
    if (!t.settled) {
      Vm::clear_stack(t.stack_top, t.stack_limit);
      t.settled = visitor.young_only();
    }
    visitor.visit(t.pending);
    visitor.visit(t.handled);
    for (Value& v : t.repr_stack) visitor.visit(v);
    for (RootedBase* p = t.rooted; p != nullptr; p = p->below()) visitor.visit(p->slot());
  }
}

Unlocked::Unlocked(Caller& vm) : threads_(static_cast<Vm&>(vm).threads_if_any()) {
  if (threads_ == nullptr) return;
  if (threads_->host_ == nullptr || threads_->count() == 1 || threads_->switches_held_ != 0) {
    threads_ = nullptr;
    return;
  }
  self_ = threads_->current_;
  threads_->leave();
}

Unlocked::~Unlocked() {
  if (threads_ != nullptr) threads_->enter(*self_);
}

}  // namespace hothouse
