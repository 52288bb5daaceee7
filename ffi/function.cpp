#include "ffi/function.h"

#include <cerrno>
#include <cstring>
#include <map>

#include "core/backend/signatures.h"
#include "core/builtins/registry.h"
#include "core/objects/external.h"
#include "core/objects/instance.h"
#include "core/objects/int.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/vm/raw_memory.h"
#include "core/vm/threads.h"

namespace hothouse::ffi {

namespace {

enum Slot { kVersionCell, kTargets };

void finalize_function(External* self) {
  delete static_cast<Function*>(self->native.get());
  self->native.set(nullptr);
}
const NativeFunction* description(External* self) {
  return static_cast<Function*>(self->native.get());
}

const ExternalOps kFunctionOps = {"_ctypes._Function", nullptr, finalize_function, nullptr, nullptr,
                                  description};

// --- what a pointer argument may be

/// Class attribute `name` of a ctypes class as one character; 0 if there is none.
char letter_attribute(Leaf& vm, Type* t, const char* name) {
  Value v = lookup_in_type(vm, t, vm.intern(name));
  return is_str(v) && str_length(v) == 1 ? static_cast<char>(str_view(vm, v).at(0)) : 0;
}

/// Number of an attribute's inline slot; false if the object has none.
bool inline_slot(Leaf& vm, const Object* o, const char* name, uint32_t* slot) {
  int found = vm.maps().get(o->map)->find(vm.intern(name));
  *slot = static_cast<uint32_t>(found);
  return found >= 0 && found < o->aux;
}

Type* target_of(const Function& f, uint32_t k) {
  Value targets = f.self->slots[kTargets];
  if (!is_tuple(targets) || k >= tuple_length(targets)) return nullptr;
  Value t = tuple_get(targets, k);
  return is_type(t) ? t.as<Type>() : nullptr;
}

bool is_target(const Type* t, const Type* target) {
  return target == nullptr || is_subtype(t, target);
}

NativePointer find_pointer(Vm& vm, const Function& f, uint32_t k, Object* o) {
  NativePointer p;
  Type* t = vm.maps().get(o->map)->type.as<Type>();
  const Type* target = target_of(f, k);
  if (!inline_slot(vm, o, "_addr_", &p.slot)) return p;
  Value element = lookup_in_type(vm, t, vm.intern("_type_"));
  switch (letter_attribute(vm, t, "_ffi_kind_")) {
    case 'A':
      if (target == nullptr || (is_type(element) && is_subtype(element.as<Type>(), target))) {
        p.kind = NativePointer::Address;
      }
      break;
    case 'P':
      if (target == nullptr || element == type_value(target)) p.kind = NativePointer::Load;
      break;
    case 'S':
      if (target != nullptr && is_subtype(t, target)) p.kind = NativePointer::Address;
      break;
    case 's': {
      char code = letter_attribute(vm, t, "_type_");
      if (target != nullptr && is_subtype(t, target)) {
        p.kind = NativePointer::Address;
      } else if (code == 'z' && f.takes_bytes[k]) {
        p.kind = NativePointer::Load;
      } else if (target == nullptr && (code == 'P' || code == 'Z')) {
        p.kind = NativePointer::Load;
      }
      break;
    }
    case 'F':
      if (target == nullptr) p.kind = NativePointer::Load;
      break;
    case 'R':
      if (inline_slot(vm, o, "_obj", &p.object)) p.kind = NativePointer::Reference;
      break;
    default:
      break;
  }
  return p;
}

NativePointer pointer(Vm& vm, const NativeFunction& f, uint32_t k, Object* o) {
  auto& function = const_cast<Function&>(static_cast<const Function&>(f));
  Function::Seen& seen = function.seen[k];
  if (seen.map != o->map) {
    seen.map = o->map;
    seen.answer = find_pointer(vm, function, k, o);
  }
  return seen.answer;
}

bool referent(Vm& vm, const NativeFunction& f, uint32_t k, Object* o) {
  return is_target(vm.maps().get(o->map)->type.as<Type>(),
                   target_of(static_cast<const Function&>(f), k));
}

// --- calling

/// A prepared call of one signature.
struct Interface {
  ffi_cif cif;
  std::vector<ffi_type*> types;
};

ffi_type* type_of_letter(char letter) {
  switch (letter) {
    case 'v':
      return &ffi_type_void;
    case 'b':
      return &ffi_type_sint8;
    case 'B':
      return &ffi_type_uint8;
    case 'h':
      return &ffi_type_sint16;
    case 'H':
      return &ffi_type_uint16;
    case 'i':
      return &ffi_type_sint32;
    case 'I':
      return &ffi_type_uint32;
    case 'l':
      return &ffi_type_sint64;
    case 'f':
      return &ffi_type_float;
    case 'd':
      return &ffi_type_double;
    default:
      return &ffi_type_uint64;
  }
}

Interface& interface_of(const std::string& letters) {
  static std::map<std::string, std::unique_ptr<Interface>> table;
  std::unique_ptr<Interface>& entry = table[letters];
  if (!entry) {
    entry = std::make_unique<Interface>();
    for (size_t k = 1; k < letters.size(); k++) entry->types.push_back(type_of_letter(letters[k]));
    ffi_prep_cif(&entry->cif, FFI_DEFAULT_ABI, static_cast<unsigned>(entry->types.size()),
                 type_of_letter(letters[0]), entry->types.data());
  }
  return *entry;
}

/// A result as traces have it: integers widened, floats as doubles, NaNs canonical.
uint64_t widen(char letter, const void* storage) {
  auto address = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(storage));
  switch (letter) {
    case 'v':
      return 0;
    case 'b':
      return static_cast<uint64_t>(int64_t{read_memory<int8_t>(address)});
    case 'B':
      return read_memory<uint8_t>(address);
    case 'h':
      return static_cast<uint64_t>(int64_t{read_memory<int16_t>(address)});
    case 'H':
      return read_memory<uint16_t>(address);
    case 'i':
      return static_cast<uint64_t>(int64_t{read_memory<int32_t>(address)});
    case 'I':
      return read_memory<uint32_t>(address);
    case 'f':
      return __builtin_bit_cast(uint64_t, read_raw_float(ir::RawType::F32, address));
    case 'd':
      return __builtin_bit_cast(uint64_t, read_raw_float(ir::RawType::F64, address));
    default:
      return read_memory<uint64_t>(address);
  }
}

uint64_t invoke_native(Vm& vm, const NativeFunction& f, const uint64_t* operands) {
  auto& function = const_cast<Function&>(static_cast<const Function&>(f));
  (void)vm;
  CallScope scope(*static_cast<World*>(f.world), &function);
  return invoke_letters(function.letters, f.address, operands);
}

}  // namespace

namespace {

uint64_t invoke_interface(Interface& interface, const std::string& letters, uint64_t address,
                          const uint64_t* operands) {
  uint64_t words[kMaxNativeArguments];
  void* values[kMaxNativeArguments];
  auto count = static_cast<uint32_t>(letters.size() - 1);
  for (uint32_t k = 0; k < count; k++) {
    words[k] = operands[k];
    if (letters[k + 1] == 'f') {
      auto narrow = static_cast<float>(__builtin_bit_cast(double, operands[k]));
      std::memcpy(&words[k], &narrow, sizeof narrow);
    }
    values[k] = &words[k];
  }
  uint64_t result[2] = {};
  ffi_call(&interface.cif, FFI_FN(reinterpret_cast<void (*)()>(static_cast<uintptr_t>(address))),
           result, values);
  return widen(letters[0], result);
}

}  // namespace

uint64_t invoke_letters(const std::string& letters, uint64_t address, const uint64_t* operands) {
  return invoke_interface(interface_of(letters), letters, address, operands);
}

Function* as_function(Leaf& vm, Value v) {
  External* e = as_external(vm, v, &kFunctionOps);
  return e == nullptr ? nullptr : static_cast<Function*>(e->native.get());
}

/// (class, address): an instance of one of ctypes' function classes.
Value new_function(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  auto* f = new Function;
  f->world = &world;
  f->invoke = invoke_native;
  f->pointer = pointer;
  f->referent = referent;
  as_uint64(a[1], &f->address);
  // In old space: nothing that describes it moves.
  External* e = make_external(vm, world.function_type.as<Type>(), &kFunctionOps, f, true);
  f->self = e;
  return make_wrapped(vm, a[0].as<Type>(), Value::from_object(e));
}

Value function_address(Leaf& vm, const Value* a) {
  Function* f = as_function(vm, a[0]);
  return f == nullptr ? Value::none() : int_from_uint64(vm, f->address);
}

/// (function, address, result code, argument codes, target classes): from now on it is called
/// directly; an empty result code: it no longer is.
Value describe(Leaf& vm, const Value* a) {
  Function* f = as_function(vm, a[0]);
  if (f == nullptr) return vm.type_error("not a C function");
  if (f->version != nullptr) end_assumption(vm, f->version);
  f->version = nullptr;
  f->direct = false;
  as_uint64(a[1], &f->address);
  std::string result = str_to_utf8(vm, a[2]), codes = str_to_utf8(vm, a[3]);
  if (result.size() != 1 || codes.size() > kMaxNativeArguments) return Value::none();
  const CType* type = find_type(result[0]);
  if (type == nullptr || type->letter == 0) return Value::none();
  std::string letters(1, type->letter);
  switch (type->code) {
    case 'v':
      f->result = NativeResult::None;
      break;
    case '?':
      f->result = NativeResult::Truth;
      break;
    case 'c':
      f->result = NativeResult::Char;
      break;
    case 'L':
    case 'Q':
      f->result = NativeResult::Unsigned;
      break;
    case 'f':
    case 'd':
      f->result = NativeResult::Float;
      break;
    case 'P':
      f->result = NativeResult::Address;
      break;
    case 'z':
      f->result = NativeResult::Text;
      break;
    case 'Z':
    case '&':
      return Value::none();
    default:
      f->result = NativeResult::Int;
      break;
  }
  for (size_t k = 0; k < codes.size(); k++) {
    const CType* argument = find_type(codes[k]);
    if (argument == nullptr || argument->letter == 0 || codes[k] == 'v') return Value::none();
    letters += argument->letter;
    f->takes_ints[k] = codes[k] == 'P';
    f->takes_bytes[k] = codes[k] == 'P' || codes[k] == 'z';
    f->seen[k] = {};
    switch (codes[k]) {
      case '?':
        f->pass[k] = NativePass::Truth;
        break;
      case 'f':
      case 'd':
        f->pass[k] = NativePass::Float;
        break;
      case 'P':
      case 'z':
      case '&':
        f->pass[k] = NativePass::Pointer;
        break;
      case 'c':
      case 'Z':
        return Value::none();
      default:
        f->pass[k] = NativePass::Int;
        break;
    }
  }
  f->count = static_cast<uint8_t>(codes.size());
  f->letters = letters;
  f->signature = backend::register_native_signature(letters);
  vm.heap().write_barrier(f->self);
  f->self->slots[kTargets] = a[4];
  f->version = make_assumption(vm, "<C function>");
  f->self->slots[kVersionCell] = Value::from_object(f->version);
  f->direct = true;
  return Value::none();
}

// --- the general call

namespace {

void finalize_struct(External* self) {
  delete static_cast<StructType*>(self->native.get());
  self->native.set(nullptr);
}
const ExternalOps kStructOps = {
    "_ctypes._StructType", nullptr, finalize_struct, nullptr, nullptr, nullptr};

}  // namespace

ffi_type* ffi_type_of(Leaf& vm, Value v) {
  if (External* e = as_external(vm, v, &kStructOps)) {
    return &static_cast<StructType*>(e->native.get())->type;
  }
  if (!is_str(v) || str_length(v) != 1) return nullptr;
  const CType* type = find_type(static_cast<char>(str_view(vm, v).at(0)));
  return type == nullptr ? nullptr : type->native;
}

/// (size, alignment, elements): elements are codes or other struct types. The owner keeps those.
Value make_struct_type(Leaf& vm, const Value* a) {
  auto* s = new StructType;
  s->type.type = FFI_TYPE_STRUCT;
  s->type.size = static_cast<size_t>(a[0].as_int());
  s->type.alignment = static_cast<unsigned short>(a[1].as_int());
  for (uint64_t k = 0; k < tuple_length(a[2]); k++) {
    ffi_type* element = ffi_type_of(vm, tuple_get(a[2], k));
    if (element == nullptr) {
      delete s;
      return vm.type_error("a structure's element has no C type");
    }
    s->elements.push_back(element);
  }
  s->elements.push_back(nullptr);
  s->type.elements = s->elements.data();
  External* e = make_external(vm, world_of(vm).native_type.as<Type>(), &kStructOps, s, true);
  e->slots[0] = a[2];
  return Value::from_object(e);
}

/// (function, letters of its signature, ints): calls it while other threads run; it is to call
/// nothing back. Its result as an int; when a signal came, the program's handlers have run.
Value invoke_waiting(Caller& vm, const Value* a) {
  Function* f = as_function(vm, a[0]);
  const std::string letters = str_to_utf8(vm, a[1]);
  const size_t count = letters.size() - 1;
  if (f == nullptr || count > kMaxNativeArguments || count != tuple_length(a[2])) {
    return vm.type_error("not a C function with so many arguments");
  }
  uint64_t operands[kMaxNativeArguments] = {};
  for (size_t k = 0; k < count; ++k) {
    int64_t number = 0;
    if (as_int64(tuple_get(a[2], k), &number)) {
      operands[k] = static_cast<uint64_t>(number);
    } else if (!as_uint64(tuple_get(a[2], k), &operands[k])) {
      return vm.type_error("not an int");
    }
  }
  World& world = *static_cast<World*>(f->world);
  Interface& interface = interface_of(letters);
  const uint64_t address = f->address;
  uint64_t result = 0;
  int code = 0;
  {
    Unlocked unlocked(vm);
    errno = 0;
    result = invoke_interface(interface, letters, address, operands);
    code = errno;
  }
  if (code == EINTR && !static_cast<Vm&>(vm).handle_signals()) return Value::raised();
  world.saved_errno = code;
  return vm.heap().make_int(static_cast<int64_t>(result));
}

/// (function, result, argument types, arguments, use errno). result: a code, or (struct type,
/// address where it goes). Arguments of struct types are addresses.
Value invoke(Caller& vm, const Value* a) {
  constexpr size_t kMaxArguments = 1024;
  Function* f = as_function(vm, a[0]);
  if (f == nullptr) return vm.type_error("not a C function");
  World& world = *static_cast<World*>(f->world);
  size_t count = tuple_length(a[3]);
  if (count > kMaxArguments) {
    return vm.raise(TypeId::ValueError,
                    "too many arguments (" + std::to_string(count) + "), maximum is 1024");
  }
  struct Storage {
    alignas(16) uint8_t bytes[16];
  };
  std::vector<Storage> storage(count);
  std::vector<void*> values(count);
  std::vector<ffi_type*> types(count);
  for (size_t k = 0; k < count; k++) {
    Value kind = tuple_get(a[2], k), v = tuple_get(a[3], k);
    types[k] = ffi_type_of(vm, kind);
    if (types[k] == nullptr) return vm.type_error("argument without a C type");
    values[k] = storage[k].bytes;
    if (types[k]->type == FFI_TYPE_STRUCT) {
      uint64_t address = 0;
      as_uint64(v, &address);
      values[k] = reinterpret_cast<void*>(static_cast<uintptr_t>(address));
      continue;
    }
    const CType* type = find_type(static_cast<char>(str_view(vm, kind).at(0)));
    if (!store_value(vm, *type, v, storage[k].bytes)) return Value::raised();
  }
  bool to_memory = is_tuple(a[1]);
  ffi_type* result_type = ffi_type_of(vm, to_memory ? tuple_get(a[1], 0) : a[1]);
  if (result_type == nullptr) return vm.type_error("result without a C type");
  ffi_cif cif;
  if (ffi_prep_cif(&cif, FFI_DEFAULT_ABI, static_cast<unsigned>(count), result_type,
                   types.data()) != FFI_OK) {
    return vm.raise(TypeId::RuntimeError, "ffi_prep_cif failed");
  }
  Storage result{};
  void* where = result.bytes;
  uint64_t destination = 0;
  if (to_memory) {
    as_uint64(tuple_get(a[1], 1), &destination);
    where = reinterpret_cast<void*>(static_cast<uintptr_t>(destination));
  }
  std::vector<uint8_t> large;
  if (to_memory && result_type->size < sizeof(ffi_arg)) {  // libffi may write a whole word
    large.resize(16);
    where = large.data();
  }
  char result_code = to_memory ? 0 : static_cast<char>(str_view(vm, a[1]).at(0));
  flush_stdout(vm);
  {
    CallScope scope(world, f);
    bool use_errno = a[4].is_true();
    if (use_errno) std::swap(errno, world.saved_errno);
    ffi_call(&cif, FFI_FN(reinterpret_cast<void (*)()>(static_cast<uintptr_t>(f->address))), where,
             values.data());
    if (use_errno) std::swap(errno, world.saved_errno);
  }
  if (!large.empty()) {
    std::memcpy(reinterpret_cast<void*>(static_cast<uintptr_t>(destination)), where,
                result_type->size);
  }
  if (to_memory) return Value::none();
  return load_value(vm, *find_type(result_code), result.bytes);
}

}  // namespace hothouse::ffi
