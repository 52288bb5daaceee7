// The header of every heap object, its kind, and the ids of the fixed maps.
//
//    bit 63        48 47     40 39     32 31                 0
//       |    aux     |   gc    |  kind   |      map id        |
//
// `map` names the hidden class (map.h): compiled code compares these 32 bits to know type and
// shape at once. Map ids are handed out in program order, so they are the same on every target.
// `kind` tells the struct of layout.h; a subclass of a built-in type is an Instance whose first
// slot holds the built-in object. `aux` belongs to the kind.
#pragma once

#include <cstdint>

#include "core/objects/value.h"

namespace hothouse {

enum class Kind : uint8_t {
#define KIND(name, type_name, sentence) name,
#include "core/objects/kinds.def"
#undef KIND
  kCount
};

using MapId = uint32_t;

/// Ids of the built-in maps. The kinds come first, in the order of kinds.def; then the second
/// and further maps of a kind, and types that have no kind of their own.
enum FixedMap : MapId {
#define KIND(name, type_name, sentence) kMap##name,
#include "core/objects/kinds.def"
#undef KIND
  kMapListF64,   // list whose elements are raw doubles (kMapList: elements are Values)
  kMapListI64,   // list whose elements are raw int64
  kMapListBool,  // list whose elements are bytes 0 or 1
  kMapInt,       // the immediates: never in a header, but map_of() answers them
  kMapFloat,
  kMapBool,
  kMapNone,
  kMapNotImplemented,
  kMapEllipsis,
  kMapMethodDescriptor,  // Builtin: unbound method of a built-in type
  kMapGetSetDescriptor,  // Builtin: attribute of a built-in type that is computed
  kMapDictValues,        // DictView (kMapDictView: keys)
  kMapDictItems,
  kMapDictValueIter,  // DictIter (kMapDictIter: keys)
  kMapDictItemIter,
  kMapDictReverseKeyIter,
  kMapDictReverseValueIter,
  kMapDictReverseItemIter,
  kMapListReverseIter,  // ListIter running backwards: index is one more than the next
  kMapLongRangeIter,    // SeqIter over a range beyond int64: source is the rest of it
  kMapBytesIter,        // SeqIter
  kMapByteArrayIter,    // SeqIter
  kMapReversed,         // SeqIter backwards over __getitem__: as kMapListReverseIter
  kMapMappingProxy,     // DictView of a class's __dict__: a read-only dict
  kMapInstanceDict,     // Dict that is the live __dict__ of an instance (instance_dict.cpp)
  kMapCoroutine,        // Generator: what calling an async function gives
  kMapAsyncGenerator,   // Generator: an async function with yield
  kMapAsyncSend,        // Generator: what asend() and __anext__() of such a generator give
  kMapAsyncThrow,       // Generator: what its athrow() and aclose() give
  kMapFixedCount
};
/// Generators that refuse to be asked again when they are over.
constexpr bool is_awaited_once(MapId map) {
  return map == kMapCoroutine || map == kMapAsyncSend || map == kMapAsyncThrow;
}

/// Bits of Object::gc.
enum GcBits : uint8_t {
  kGcOld = 1,         // lives in old space (or is immortal)
  kGcRemembered = 2,  // old, and in the remembered set already: the write barrier is satisfied
  kGcMarked = 4,      // reached by the running mark phase
  kGcForwarded = 8,   // moved: the first slot behind the header holds the new address
  kGcImmortal = 16,   // never swept
  kGcLarge = 32,      // allocated on its own
  kGcIdentity = 64,   // id() was asked for: Heap::identity keeps a number for it
  kGcQuiet = 128,     // its class has a finalizer, which has nothing to do
};

struct Object {
  MapId map;
  Kind kind;
  uint8_t gc;
  uint16_t aux;

  bool is(Kind k) const { return kind == k; }
};
static_assert(sizeof(Object) == 8);

/// An 8-byte slot that holds a pointer which is not a Value (a C++ object), on every target.
template <class T>
class RawSlot {
 public:
  T* get() const { return reinterpret_cast<T*>(static_cast<uintptr_t>(bits_)); }
  void set(T* p) { bits_ = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(p)); }

 private:
  uint64_t bits_ = 0;
};
static_assert(sizeof(RawSlot<int>) == 8);

}  // namespace hothouse
