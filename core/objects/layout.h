// The structs behind the kinds of kinds.def. Compiled code reads and writes them, so every field
// is 8 bytes on every target and the offsets that code uses are asserted (ir/fields.def).
// Rows of values or bytes follow the struct inline (`data()`).
//
// References in these structs are Values; a slot that may be absent holds Value::undefined().
// Storing a reference into an object that already existed goes through Heap::write_barrier.
#pragma once

#include <cstddef>

#include "core/objects/object.h"

namespace hothouse {

struct CodeBody;     // bytecode/code.h
struct ExternalOps;  // external.h
struct BuiltinDef;   // builtins/builtin.h

struct BigInt : Object {  // aux: 1 if negative
  uint64_t limb_count;
  uint64_t* limbs() { return reinterpret_cast<uint64_t*>(this + 1); }
  const uint64_t* limbs() const { return reinterpret_cast<const uint64_t*>(this + 1); }
  bool negative() const { return aux != 0; }
};

struct Complex : Object {
  double real, imag;  // canonical where they are NaN
};

/// aux of Str: the width in bytes of a code point, and flags.
enum StrFlags : uint16_t {
  kStrWidthMask = 7,  // 1 (code points up to 255), 2 or 4; the narrowest that holds the text
  kStrAscii = 8,      // all code points below 128
  kStrRope = 16,      // not flat: see Rope
  kStrInterned = 32,  // unique among interned strings: identity is equality
};

struct Str : Object {
  uint64_t length;  // code points
  uint64_t hash;    // 0: not computed yet
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  int width() const { return aux & kStrWidthMask; }
  bool is_rope() const { return aux & kStrRope; }
};

/// A Str with kStrRope: the concatenation of two; once flattened, `left` is the flat string and
/// `right` undefined. Made only for long results, so that `s += x` in a loop is linear.
struct Rope : Str {
  Value left;
  Value right;
};

struct Bytes : Object {
  uint64_t length;
  uint64_t hash;
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
};

struct ByteArray : Object {
  uint64_t length;
  Value items;  // Raw, in old space
};

/// Elements are bytes; number i lies at start + i * stride of the source.
struct MemoryView : Object {
  Value source;  // Bytes or ByteArray; undefined: released
  int64_t start, length, stride;
};

struct Tuple : Object {
  uint64_t length;
  Value* data() { return reinterpret_cast<Value*>(this + 1); }
  const Value* data() const { return reinterpret_cast<const Value*>(this + 1); }
};

/// Payloads: `capacity` counts elements of the owner's storage for Cells (Values) and bytes for
/// Raw. Cells beyond the owner's length are undefined.
struct Cells : Object {
  uint64_t capacity;
  Value* data() { return reinterpret_cast<Value*>(this + 1); }
};
struct Raw : Object {
  uint64_t capacity;
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  double* f64() { return reinterpret_cast<double*>(this + 1); }
  int64_t* i64() { return reinterpret_cast<int64_t*>(this + 1); }
};

/// Map kMapList: items is Cells. kMapListF64, kMapListI64, kMapListBool: items is Raw holding
/// doubles, int64s, bytes. An empty list starts as kMapList with the shared empty Cells; its
/// first append chooses the storage. A store of another type converts the whole list to kMapList.
struct List : Object {
  uint64_t length;
  Value items;
};

struct DictEntry {
  uint64_t hash;  // of a deleted one: see dict_next
  Value key;      // undefined: deleted
  Value value;
};
struct Entries : Object {
  uint64_t capacity;
  DictEntry* data() { return reinterpret_cast<DictEntry*>(this + 1); }
};

/// Open addressing over `index` (Raw of int32: entry number, -1 empty, -2 deleted; a power of
/// two of them), entries in insertion order, as CPython's compact dict.
struct Dict : Object {
  uint64_t count;    // live entries
  uint64_t fill;     // entries used, deleted ones included
  Value index;       // Raw
  Value entries;     // Entries
  uint64_t version;  // bumped when a key is added or removed: iterators compare it
  Value owner;       // map kMapInstanceDict: the Instance whose attributes these are
};

/// The table is Entries used as open addressing in CPython's probe order (keys only: undefined is
/// free, Value::exhausted() deleted), so that sets of numbers iterate in CPython's order.
struct Set : Object {  // also FrozenSet
  uint64_t count;
  uint64_t fill;
  uint64_t mask;  // table size - 1
  Value table;    // Entries
  uint64_t hash;  // FrozenSet: cached, 0: not computed
  uint64_t version;
};

struct Slice : Object {
  Value start, stop, step;
};

struct Range : Object {
  Value start, stop, step, length;  // ints, any size
};

struct Cell : Object {
  Value value;  // undefined: not assigned yet, or deleted
};

/// How a NameCell may be used by a trace: a constant is embedded, and the trace is invalidated
/// when the name is assigned again; from then on it is loaded and stored.
enum class NameState : uint16_t { Constant = 0, Mutable = 1 };

struct NameCell : Object {  // aux: NameState
  Value value;              // undefined: deleted
  Value name;               // interned Str
  uint64_t dependents;      // head of the list of traces that embed the value (engine), 0: none
  bool is_constant() const { return aux == static_cast<uint16_t>(NameState::Constant); }
};

/// Insertion-ordered names (interned Strs) to NameCells. Names are added and deleted through
/// namespace.h only, which bumps `version`: "this name is absent" can be cached on it.
struct Namespace : Object {
  Value dict;  // Dict: name -> NameCell
  uint64_t version;
  Value owner;  // the Module or Type
};

struct Function : Object {
  RawSlot<CodeBody> body;
  Value code;         // Code, owns the body
  Value globals;      // Namespace of the module
  Value builtins;     // Namespace of the builtins module
  Value defaults;     // Tuple, or None
  Value kw_defaults;  // Dict, or None
  Value closure;      // Tuple of Cells, or None
  Value name, qualname, doc, module;
  Value attributes;   // Dict, or undefined
  Value annotations;  // Dict, or undefined
};

struct Code : Object {
  RawSlot<CodeBody> body;
};

struct Builtin : Object {
  RawSlot<const BuiltinDef> def;
  Value self;    // undefined: a plain function or an unbound method
  Value module;  // name, or the Type for a method
  Value origin;  // of a bound method: the Builtin that was bound; otherwise undefined
};

struct BoundMethod : Object {
  Value function, self;
};

/// Bit of a Property's aux: its documentation is the getter's, and another getter brings another.
constexpr uint16_t kPropertyAuxGetterDoc = 1;
struct Property : Object {
  Value getter, setter, deleter, doc;
  Value name;  // what __set_name__ said; undefined before
};

struct StaticMethod : Object {  // also ClassMethod
  Value function;
  Value attributes;  // Dict, once the program asks for it (wrapper_dict); undefined before
};
using ClassMethod = StaticMethod;

struct Super : Object {
  Value start_type;  // lookup begins behind it
  Value self;        // object or class
  Value self_type;   // the type whose MRO is walked
};

/// Flags in Type::flags.
enum TypeFlags : uint64_t {
  kTypeBuiltin = 1,      // made by the VM: attributes cannot be set
  kTypeFinal = 2,        // cannot be subclassed (bool, NoneType, function, ...)
  kTypeException = 4,    // subclass of BaseException
  kTypeHasGetattr = 8,   // __getattr__ or __getattribute__ in the MRO
  kTypeHasSetattr = 16,  // __setattr__ or __delattr__
  kTypeHasFinalizer = 32,
  kTypeHasSlots = 64,    // __slots__ and no __dict__
  kTypeOfMembers = 128,  // the class of what stands in classes for entries of __slots__
  kTypeUsesArgs = 256,   // an exception that makes attributes of its args, or insists on some
  kTypeInC = 512,        // stands for one in C: messages name its module, too
};

struct Type : Object {
  Value name, qualname, module;
  Value bases;       // Tuple of Types
  Value mro;         // Tuple of Types, itself first
  Value names;       // Namespace: the class's own attributes
  Value metatype;    // Type
  Value subclasses;  // List (strong: classes are few)
  uint64_t flags;
  uint64_t version;      // changes whenever an attribute of it or of a base is added or removed
  uint64_t root_map;     // MapId of an instance without attributes
  uint64_t builtin_map;  // FixedMap of the built-in base that instances wrap, or kMapInstance
  Value doc;
};

struct Module : Object {
  Value name;
  Value names;  // Namespace
};

/// Slots 0 .. inline_slots-1 lie inline, the others in `overflow` (Cells, or undefined). The map
/// tells which attribute is where. aux: inline_slots.
struct Instance : Object {
  Value overflow;
  Value* slots() { return reinterpret_cast<Value*>(this + 1); }
  const Value* slots() const { return reinterpret_cast<const Value*>(this + 1); }
};

/// First slots of instances of BaseException's subclasses (names as programs see them).
enum ExceptionSlot : uint32_t {
  kExcArgs = 0,       // Tuple
  kExcTraceback = 1,  // Traceback, or None
  kExcCause = 2,
  kExcContext = 3,
  kExcSuppress = 4,  // __suppress_context__
  kExcNotes = 5,
  kExcSlotCount = 6,  // StopIteration.value, OSError.errno, ... are ordinary attributes behind
};
/// First slot of an instance of a subclass of list, dict, int, str, ...: the wrapped object.
constexpr uint32_t kWrappedSlot = 0;

enum class GenState : uint16_t { Created = 0, Suspended = 1, Running = 2, Finished = 3 };

/// A suspended frame. While it runs its registers are on the VM stack. aux: GenState.
struct Generator : Object {
  Value function;
  Value resume_pc;  // int: word index where to continue
  Value name, qualname;
  Value delegate;           // what `yield from` draws from, or undefined
  uint64_t register_count;  // registers saved inline
  Value* registers() { return reinterpret_cast<Value*>(this + 1); }
};

struct ListIter : Object {  // also TupleIter, StrIter, SeqIter
  Value source;             // undefined: exhausted
  uint64_t index;
};
using TupleIter = ListIter;
using StrIter = ListIter;
using SeqIter = ListIter;

struct RangeIter : Object {
  int64_t next, step, left;
};

enum class DictPart : uint16_t { Keys = 0, Values = 1, Items = 2 };
struct DictIter : Object {  // aux: DictPart, | 4 if reversed
  Value source;
  uint64_t index;
  uint64_t version;  // the dict's count when the iteration began
};
struct SetIter : Object {
  Value source;
  uint64_t index;
  uint64_t version;
};
struct CallIter : Object {
  Value callable, sentinel;
};
struct DictView : Object {  // aux: DictPart
  Value dict;
};

struct Traceback : Object {
  Value next;      // towards where it was raised, or None
  Value function;  // or undefined
  Value code;      // Code
  Value frame;     // the frame's object, what it is made of (vm/observed_frames.h), or None
  uint64_t pc;     // int-tagged instruction index
};

/// An object of a plugged-in module (ctypes, numarray). `ops` says how to trace, free and name it.
struct External : Object {
  RawSlot<const ExternalOps> ops;
  RawSlot<void> native;  // the module's own C++ object, freed with this one
  Value slots[4];        // references that the collector follows
};

static_assert(sizeof(Str) == 24 && sizeof(Tuple) == 16 && sizeof(Instance) == 16);
// The structs inherit their header, so they are not "standard layout"; every compiler of ours lays
// them out as if they were.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
static_assert(sizeof(List) == 24 && offsetof(List, items) == 16);
#pragma GCC diagnostic pop
static_assert(sizeof(RangeIter) == 32);

}  // namespace hothouse
