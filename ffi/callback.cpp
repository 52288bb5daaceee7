#include "ffi/callback.h"

#include <ffi.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "core/builtins/library.h"
#include "core/builtins/traceback_text.h"
#include "core/engine/native_entry.h"
#include "core/objects/external.h"
#include "core/objects/int.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/vm/threads.h"
#include "ffi/function.h"

namespace hothouse::ffi {

namespace {

constexpr size_t kMaxCallbackArguments = 64;

struct Callback {
  World* world = nullptr;
  External* self = nullptr;  // slots: what is called, and the function that the program gave
  ffi_closure* closure = nullptr;
  void* code = nullptr;
  ffi_cif cif{};
  std::vector<ffi_type*> types;
  std::vector<const CType*> arguments;  // null: a structure, Python gets its address
  const CType* result = nullptr;
  bool use_errno = false;
};

void finalize_callback(External* self) {
  auto* c = static_cast<Callback*>(self->native.get());
  if (c->closure != nullptr) ffi_closure_free(c->closure);
  delete c;
  self->native.set(nullptr);
}
const ExternalOps kCallbackOps = {
    "_ctypes._Callback", nullptr, finalize_callback, nullptr, nullptr, nullptr};

/// Python sees C's errno as get_errno(), and C what Python sets.
class ErrnoScope {
 public:
  ErrnoScope(World& world, bool use) : world_(world), use_(use) { exchange(); }
  ~ErrnoScope() { exchange(); }
  ErrnoScope(const ErrnoScope&) = delete;
  ErrnoScope& operator=(const ErrnoScope&) = delete;

 private:
  void exchange() {
    if (use_) std::swap(errno, world_.saved_errno);
  }
  World& world_;
  bool use_;
};

/// The state of the VM while Python runs inside of C code.
class PythonScope {
 public:
  explicit PythonScope(World& world)
      : world_(world), synced_(world.synced), current_(world.current), errno_(errno) {
    world.synced = 0;
    world.current = nullptr;
    if (synced_ != 0) {
      // The next trace writes its state to the stack before it calls this function.
      if (current_ != nullptr && !current_->calls_back) {
        current_->calls_back = true;
        if (current_->version != nullptr) renew(*current_);
      }
    } else {
      world.vm.hold_collections(true);
      end_assumption(world.vm, world.watched);
    }
  }
  ~PythonScope() {
    if (synced_ == 0) world_.vm.hold_collections(false);
    world_.synced = synced_;
    world_.current = current_;
    errno = errno_;
  }
  PythonScope(const PythonScope&) = delete;
  PythonScope& operator=(const PythonScope&) = delete;

 private:
  static void renew(Function& f) {
    World& world = *static_cast<World*>(f.world);
    NameCell* old = f.version;
    f.version = make_assumption(world.vm, "<C function>");
    world.vm.heap().write_barrier(f.self);
    f.self->slots[0] = Value::from_object(f.version);
    end_assumption(world.vm, old);
  }

  World& world_;
  uint64_t synced_;
  Function* current_;
  int errno_;
};

/// What CPython writes when there is nobody to raise to.
void report(Vm& vm, std::string_view where, Value about) {
  Value exception = vm.pending();
  vm.clear_pending();
  Rooted rooted(vm, exception);
  std::string text = "Exception ignored " + std::string(where) + ": ";
  std::string shown;
  Rooted subject(vm, about);
  Value repr = repr_call(vm, about);
  if (repr.is_raised()) {
    vm.clear_pending();
    shown = "<object repr() failed>";
  } else {
    shown = str_to_utf8(vm, repr);
  }
  write_stderr(vm, text + shown + "\n" + traceback_text(vm, rooted));
}

void on_call(ffi_cif*, void* result, void** arguments, void* data) {
  auto& callback = *static_cast<Callback*>(data);
  World& world = *callback.world;
  Vm& vm = world.vm;
  std::memset(result, 0, callback.result->size == 0 ? 0 : sizeof(ffi_arg));
  if (!Threads::is_python_thread()) {
    std::fputs("hothouse: a ctypes callback was called from another thread; it is ignored\n",
               stderr);
    return;
  }
  ErrnoScope errno_scope(world, callback.use_errno);
  PythonScope scope(world);
  // The callback may be freed by what it runs: nothing of it is used afterwards but these.
  const CType* type = callback.result;
  Rooted self(vm, Value::from_object(callback.self));
  // Not initialized: most callbacks take one or two.
  alignas(Value) std::byte storage_of_values[kMaxCallbackArguments * sizeof(Value)];
  auto* values = reinterpret_cast<Value*>(storage_of_values);
  auto count = static_cast<uint32_t>(callback.arguments.size());
  for (uint32_t k = 0; k < count; k++) {
    // Allocates, never collects.
    values[k] = callback.arguments[k] == nullptr
                    ? int_from_uint64(vm, reinterpret_cast<uintptr_t>(arguments[k]))
                    : load_value(vm, *callback.arguments[k], arguments[k]);
    if (values[k].is_raised())
      return report(vm, "on calling ctypes callback function", callback.self->slots[1]);
  }
  Value answer = call_by_native_entry(vm, callback.self->slots[0], values, count);
  if (answer.is_raised()) {
    return report(vm, "on calling ctypes callback function", self.as<External>()->slots[1]);
  }
  if (type->code == 'v') return;
  alignas(16) uint8_t storage[16];
  if (!store_value(vm, *type, answer, storage)) {
    return report(vm, "on converting result of ctypes callback function",
                  self.as<External>()->slots[1]);
  }
  // Small integers go back as whole words.
  switch (type->letter) {
    case 'b': {
      // NOLINTNEXTLINE(bugprone-signed-char-misuse): the sign is meant
      auto word = static_cast<ffi_sarg>(*reinterpret_cast<int8_t*>(storage));
      std::memcpy(result, &word, sizeof word);
      return;
    }
    case 'h': {
      int16_t narrow;
      std::memcpy(&narrow, storage, 2);
      auto word = static_cast<ffi_sarg>(narrow);
      std::memcpy(result, &word, sizeof word);
      return;
    }
    case 'i': {
      int32_t narrow;
      std::memcpy(&narrow, storage, 4);
      auto word = static_cast<ffi_sarg>(narrow);
      std::memcpy(result, &word, sizeof word);
      return;
    }
    case 'B':
    case 'H':
    case 'I': {
      ffi_arg word = 0;
      std::memcpy(&word, storage, type->size);
      std::memcpy(result, &word, sizeof word);
      return;
    }
    default:
      std::memcpy(result, storage, type->size);
      return;
  }
}

}  // namespace

Value make_callback(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  std::string result = str_to_utf8(vm, a[1]);
  const uint64_t count = tuple_length(a[2]);
  auto* c = new Callback;
  c->world = &world;
  External* e = make_external(vm, world.native_type.as<Type>(), &kCallbackOps, c, true);
  c->self = e;
  c->use_errno = a[4].is_true();
  e->slots[0] = a[0];
  e->slots[1] = a[3];
  e->slots[2] = a[2];
  c->result = result.size() == 1 ? find_type(result[0]) : nullptr;
  if (c->result == nullptr) return vm.type_error("invalid result type for callback function");
  if (count > kMaxCallbackArguments) {
    return vm.value_error("a callback function takes at most " +
                          std::to_string(kMaxCallbackArguments) + " arguments");
  }
  for (uint64_t k = 0; k < count; k++) {
    Value kind = tuple_get(a[2], k);
    ffi_type* type = ffi_type_of(vm, kind);
    if (type == nullptr) return vm.type_error("invalid argument type for callback function");
    c->arguments.push_back(is_str(kind) ? find_type(static_cast<char>(str_view(vm, kind).at(0)))
                                        : nullptr);
    c->types.push_back(type);
  }
  if (ffi_prep_cif(&c->cif, FFI_DEFAULT_ABI, static_cast<unsigned>(c->types.size()),
                   c->result->native, c->types.data()) != FFI_OK) {
    return vm.raise(TypeId::RuntimeError, "ffi_prep_cif failed");
  }
  c->closure = static_cast<ffi_closure*>(ffi_closure_alloc(sizeof(ffi_closure), &c->code));
  if (c->closure == nullptr ||
      ffi_prep_closure_loc(c->closure, &c->cif, on_call, c, c->code) != FFI_OK) {
    return vm.memory_error();
  }
  // From now on C code may call Python.
  end_assumption(vm, world.quiet);
  return Value::from_object(e);
}

Value callback_address(Leaf& vm, const Value* a) {
  External* e = as_external(vm, a[0], &kCallbackOps);
  if (e == nullptr) return Value::none();
  return int_from_uint64(
      vm, reinterpret_cast<uintptr_t>(static_cast<Callback*>(e->native.get())->code));
}

}  // namespace hothouse::ffi
