// Primitives that read and write C memory. Numbers are templates in interpreter and traces; the
// functions here do the rest: other values, and errors.
#include <cstring>

#include "core/builtins/arguments.h"
#include "core/builtins/library.h"
#include "core/objects/bytes.h"
#include "core/objects/external.h"
#include "core/objects/instance.h"
#include "core/objects/memory_view.h"
#include "core/objects/tuple.h"
#include "core/vm/raw_memory.h"
#include "ffi/rows.h"
#include "ffi/types.h"
#include "ffi/world.h"

namespace hothouse::ffi {
namespace {

uint64_t address_of(Value v) {
  uint64_t address = 0;
  as_uint64(v, &address);
  return address;
}
void* pointer_of(Value v) { return reinterpret_cast<void*>(static_cast<uintptr_t>(address_of(v))); }

template <char code>
Value load(Leaf& vm, const Value* a) {
  return load_value(vm, *find_type(code), pointer_of(a[0]));
}

template <char code>
Value store(Leaf& vm, const Value* a) {
  const CType& type = *find_type(code);
  alignas(16) uint8_t storage[16];
  if (!store_value(vm, type, a[1], storage)) return Value::raised();
  std::memcpy(pointer_of(a[0]), storage, type.size);
  return Value::none();
}

/// An instance without attributes: object.__new__ of a class of ctypes, with nothing to check.
Value bare(Leaf& vm, const Value* a) { return make_instance(vm, a[0].as<Type>()); }

/// Memory of so many bytes, all zero, at an address that never changes.
Value allocate(Leaf& vm, const Value* a) {
  int64_t size = a[0].as_int();
  if (size < 0 || !vm.heap().can_allocate(static_cast<uint64_t>(size))) return vm.memory_error();
  return Value::from_object(make_raw_old(vm, static_cast<uint64_t>(size)));
}
/// Where the memory of allocate() or pin() begins.
Value data(Leaf& vm, const Value* a) { return int_from_uint64(vm, World::data_of(a[0])); }

/// An object that keeps the bytes where C finds them: data() tells the address.
Value pin(Leaf& vm, const Value* a) {
  if (is_bytearray(a[0])) return a[0].as<ByteArray>()->items;
  return world_of(vm).pin(a[0]);
}
/// (memoryview): what it looks at, start, length and stride, in bytes. None if that is no memory.
Value view_parts(Leaf& vm, const Value* a) {
  ViewParts parts;
  if (!hothouse::view_parts(vm, a[0], &parts)) return Value::raised();
  if (parts.store_code != 0) return Value::none();
  const bool contiguous = parts.contiguous();
  return make_tuple(vm, {parts.store, vm.heap().make_int(parts.start),
                         vm.heap().make_int(contiguous ? parts.bytes() : parts.length),
                         vm.heap().make_int(contiguous ? 1 : parts.stride)});
}
/// (memory, address, size): a memoryview of a part of what allocate() or pin() answered; None if
/// it is something else.
Value view_memory(Leaf& vm, const Value* a) {
  if (!is_kind(a[0], Kind::Raw)) return Value::none();
  auto* memory = a[0].as<Raw>();
  auto* bytes = vm.heap().make<ByteArray>(Kind::ByteArray);
  bytes->length = memory->capacity;
  bytes->items = a[0];
  auto* view = vm.heap().make<MemoryView>(Kind::MemoryView);
  view->source = Value::from_object(bytes);
  view->start = static_cast<uint8_t*>(pointer_of(a[1])) - memory->data();
  view->length = a[2].as_int();
  view->stride = 1;
  return Value::from_object(view);
}
/// The same for text as wchar_t.
Value pin_text(Leaf& vm, const Value* a) {
  StrView text = str_view(vm, a[0]);
  Raw* raw = make_raw_old(vm, (text.length + 1) * 4);
  for (uint64_t k = 0; k < text.length; k++) {
    auto c = static_cast<uint32_t>(text.at(k));
    std::memcpy(raw->data() + 4 * k, &c, 4);
  }
  return Value::from_object(raw);
}

Value copy(Leaf&, const Value* a) {
  std::memmove(pointer_of(a[0]), pointer_of(a[1]), static_cast<size_t>(a[2].as_int()));
  return Value::none();
}
Value fill(Leaf&, const Value* a) {
  std::memset(pointer_of(a[0]), static_cast<int>(a[1].as_int()),
              static_cast<size_t>(a[2].as_int()));
  return Value::none();
}
/// (address, size): bytes; size -1: up to the first zero.
Value bytes_at(Leaf& vm, const Value* a) {
  const auto* p = static_cast<const char*>(pointer_of(a[0]));
  int64_t size = a[1].as_int();
  return make_bytes(vm, BytesView(p, size < 0 ? std::strlen(p) : static_cast<size_t>(size)));
}
/// (address, limit): bytes up to the first zero, at most `limit`.
Value text_at(Leaf& vm, const Value* a) {
  const auto* p = static_cast<const char*>(pointer_of(a[0]));
  return make_bytes(vm, BytesView(p, strnlen(p, static_cast<size_t>(a[1].as_int()))));
}
/// (address, characters, stop at zero): str of wchar_t.
Value wide_at(Leaf& vm, const Value* a) {
  const auto* p = static_cast<const char32_t*>(pointer_of(a[0]));
  int64_t size = a[1].as_int();
  uint64_t length = 0;
  bool stop = a[2].is_true();
  while ((size < 0 || length < static_cast<uint64_t>(size)) && !(stop && p[length] == 0)) length++;
  return str_from_code_points(vm, p, length);
}
/// (address, bytes): copies all of them.
Value write_bytes(Leaf&, const Value* a) {
  BytesView b = bytes_view(a[1]);
  std::memcpy(pointer_of(a[0]), b.data(), b.size());
  return Value::none();
}

#define LOAD(name, code, inlined) \
  { name, "address, /", load<code>, nullptr, kBuiltinReadOnly, Inlined::inlined, "Reads C memory." }
#define STORE(name, code, inlined) \
  { name, "address, value, /", store<code>, nullptr, 0, Inlined::inlined, "Writes C memory." }

constexpr BuiltinDef kRows[] = {
    LOAD("load_b", 'b', LoadI8),
    LOAD("load_B", 'B', LoadU8),
    LOAD("load_h", 'h', LoadI16),
    LOAD("load_H", 'H', LoadU16),
    LOAD("load_i", 'i', LoadI32),
    LOAD("load_I", 'I', LoadU32),
    LOAD("load_l", 'l', LoadI64),
    LOAD("load_L", 'L', None),
    LOAD("load_q", 'q', LoadI64),
    LOAD("load_Q", 'Q', None),
    LOAD("load_f", 'f', LoadF32),
    LOAD("load_d", 'd', LoadF64),
    LOAD("load_g", 'g', None),
    LOAD("load_c", 'c', None),
    LOAD("load_u", 'u', None),
    LOAD("load_bool", '?', None),
    LOAD("load_P", 'P', None),
    LOAD("load_z", 'z', None),
    LOAD("load_Z", 'Z', None),
    STORE("store_b", 'b', StoreI8),
    STORE("store_B", 'B', StoreU8),
    STORE("store_h", 'h', StoreI16),
    STORE("store_H", 'H', StoreU16),
    STORE("store_i", 'i', StoreI32),
    STORE("store_I", 'I', StoreU32),
    STORE("store_l", 'l', StoreI64),
    STORE("store_L", 'L', StoreI64),
    STORE("store_q", 'q', StoreI64),
    STORE("store_Q", 'Q', StoreI64),
    STORE("store_f", 'f', StoreF32),
    STORE("store_d", 'd', StoreF64),
    STORE("store_g", 'g', None),
    STORE("store_c", 'c', None),
    STORE("store_u", 'u', None),
    STORE("store_bool", '?', None),
    STORE("store_P", 'L', StoreI64),
    HH_LEAF("bare", "cls, /", bare, 0, "An instance without attributes."),
    HH_LEAF("allocate", "size, /", allocate, 0, "Memory that never moves."),
    HH_LEAF("data", "memory, /", data, 0, "Its address."),
    HH_LEAF("pin", "bytes, /", pin, 0, "Keeps bytes where C finds them."),
    HH_LEAF("view_parts", "view, /", view_parts, 0, "What a memoryview looks at."),
    HH_LEAF("view_memory", "memory, address, size, /", view_memory, 0, "A memoryview of it."),
    HH_LEAF("pin_text", "text, /", pin_text, 0, "Text as wchar_t."),
    HH_LEAF("copy", "to, from, size, /", copy, 0, "memmove"),
    HH_LEAF("fill", "to, byte, size, /", fill, 0, "memset"),
    HH_LEAF("bytes_at", "address, size, /", bytes_at, kBuiltinReadOnly, "Memory as bytes."),
    HH_LEAF("text_at", "address, limit, /", text_at, kBuiltinReadOnly, "A C string as bytes."),
    HH_LEAF("wide_at", "address, size, stop, /", wide_at, kBuiltinReadOnly, "A wchar_t string."),
    HH_LEAF("write_bytes", "address, bytes, /", write_bytes, 0, "Bytes into memory."),
};
#undef LOAD
#undef STORE

}  // namespace

const BuiltinTable kMemoryRows = builtin_table(kRows);

}  // namespace hothouse::ffi
