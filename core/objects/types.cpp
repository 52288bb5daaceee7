// The table of built-in types, and attribute lookup in classes.
#include "core/objects/types.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/set.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

struct TypeRow {
  const char* name;
  TypeId base, base2;
  uint64_t flags;
};

constexpr TypeRow kRows[] = {
#define TYPE(id, name, base, flags) {name, TypeId::base, TypeId::base, flags},
#define EXCEPTION(id, base) {#id, TypeId::base, TypeId::base, kTypeException},
#define EXCEPTION2(id, base1, base2) {#id, TypeId::base1, TypeId::base2, kTypeException},
#include "core/objects/types.def"
#undef TYPE
#undef EXCEPTION
#undef EXCEPTION2
};

constexpr const char* kNames[] = {
#define NAME(id, text) text,
#include "core/objects/names.def"
#undef NAME
};

struct MapRow {
  TypeId type;
  MapId map;
};

// Fixed maps and the types they belong to. The first row of a type is its root map.
constexpr MapRow kMapRows[] = {
    {TypeId::Object, kMapInstance},
    {TypeId::Type, kMapType},
    {TypeId::Int, kMapInt},
    {TypeId::Int, kMapBigInt},
    {TypeId::Bool, kMapBool},
    {TypeId::Float, kMapFloat},
    {TypeId::Complex, kMapComplex},
    {TypeId::Str, kMapStr},
    {TypeId::Bytes, kMapBytes},
    {TypeId::ByteArray, kMapByteArray},
    {TypeId::Tuple, kMapTuple},
    {TypeId::List, kMapList},
    {TypeId::List, kMapListF64},
    {TypeId::List, kMapListI64},
    {TypeId::List, kMapListBool},
    {TypeId::Dict, kMapDict},
    {TypeId::Dict, kMapInstanceDict},
    {TypeId::Set, kMapSet},
    {TypeId::FrozenSet, kMapFrozenSet},
    {TypeId::Slice, kMapSlice},
    {TypeId::Range, kMapRange},
    {TypeId::Function, kMapFunction},
    {TypeId::Code, kMapCode},
    {TypeId::Cell, kMapCell},
    {TypeId::Builtin, kMapBuiltin},
    {TypeId::MethodDescriptor, kMapMethodDescriptor},
    {TypeId::GetSetDescriptor, kMapGetSetDescriptor},
    {TypeId::BoundMethod, kMapBoundMethod},
    {TypeId::Property, kMapProperty},
    {TypeId::StaticMethod, kMapStaticMethod},
    {TypeId::ClassMethod, kMapClassMethod},
    {TypeId::Super, kMapSuper},
    {TypeId::Module, kMapModule},
    {TypeId::Generator, kMapGenerator},
    {TypeId::Coroutine, kMapCoroutine},
    {TypeId::AsyncGenerator, kMapAsyncGenerator},
    {TypeId::AsyncSend, kMapAsyncSend},
    {TypeId::AsyncThrow, kMapAsyncThrow},
    {TypeId::ListIter, kMapListIter},
    {TypeId::ListReverseIter, kMapListReverseIter},
    {TypeId::TupleIter, kMapTupleIter},
    {TypeId::RangeIter, kMapRangeIter},
    {TypeId::LongRangeIter, kMapLongRangeIter},
    {TypeId::StrIter, kMapStrIter},
    {TypeId::DictKeyIter, kMapDictIter},
    {TypeId::DictValueIter, kMapDictValueIter},
    {TypeId::DictItemIter, kMapDictItemIter},
    {TypeId::DictReverseKeyIter, kMapDictReverseKeyIter},
    {TypeId::DictReverseValueIter, kMapDictReverseValueIter},
    {TypeId::DictReverseItemIter, kMapDictReverseItemIter},
    {TypeId::SetIter, kMapSetIter},
    {TypeId::SeqIter, kMapSeqIter},
    {TypeId::BytesIter, kMapBytesIter},
    {TypeId::ByteArrayIter, kMapByteArrayIter},
    {TypeId::Reversed, kMapReversed},
    {TypeId::CallIter, kMapCallIter},
    {TypeId::DictKeys, kMapDictView},
    {TypeId::DictValues, kMapDictValues},
    {TypeId::DictItems, kMapDictItems},
    {TypeId::Traceback, kMapTraceback},
    {TypeId::MemoryView, kMapMemoryView},
    {TypeId::NoneType, kMapNone},
    {TypeId::NotImplementedType, kMapNotImplemented},
    {TypeId::EllipsisType, kMapEllipsis},
    {TypeId::MappingProxy, kMapMappingProxy},
    // Never seen by a program; a type all the same, so that type_of always answers.
    {TypeId::Object, kMapNameCell},
    {TypeId::Object, kMapNamespace},
    {TypeId::Object, kMapExternal},
    {TypeId::Object, kMapCells},
    {TypeId::Object, kMapRaw},
    {TypeId::Object, kMapEntries},
};

Type* allocate_type(Leaf& vm) {
  auto* t = static_cast<Type*>(vm.heap().allocate_immortal(kMapType, Kind::Type, sizeof(Type)));
  t->bases = t->mro = t->names = t->subclasses = Value::undefined();
  t->name = t->qualname = t->module = t->doc = Value::none();
  t->metatype = Value::undefined();
  t->flags = kTypeBuiltin;
  t->version = vm.types().next_version();
  t->root_map = t->builtin_map = kMapInstance;
  return t;
}

// The MRO of a type with one base: itself, then the base's.
Value extend_mro(Leaf& vm, Type* t, const Type* base) {
  const auto* inherited = base->mro.as<Tuple>();
  Value mro = make_tuple(vm, nullptr, inherited->length + 1);
  mro.as<Tuple>()->data()[0] = type_value(t);
  for (uint64_t i = 0; i < inherited->length; ++i) {
    mro.as<Tuple>()->data()[i + 1] = inherited->data()[i];
  }
  return mro;
}

constexpr uint16_t kExceptionInlineSlots = kExcSlotCount + 2;

}  // namespace

void TypeTable::initialize(Leaf& vm) {
  cache_ = static_cast<TypeCacheEntry*>(std::calloc(kCacheSize, sizeof(TypeCacheEntry)));
  Heap& heap = vm.heap();
  auto* empty = static_cast<Tuple*>(heap.allocate_immortal(kMapTuple, Kind::Tuple, sizeof(Tuple)));
  empty->length = 0;
  empty_tuple_ = Value::from_object(empty);
  auto* bytes =
      static_cast<Bytes*>(heap.allocate_immortal(kMapBytes, Kind::Bytes, sizeof(Bytes) + 8));
  bytes->length = bytes->hash = 0;
  bytes->data()[0] = 0;
  empty_bytes_ = Value::from_object(bytes);
  auto* cells = static_cast<Cells*>(heap.allocate_immortal(kMapCells, Kind::Cells, sizeof(Cells)));
  cells->capacity = 0;
  empty_cells_ = Value::from_object(cells);
  auto* entries =
      static_cast<Entries*>(heap.allocate_immortal(kMapEntries, Kind::Entries, sizeof(Entries)));
  entries->capacity = 0;
  empty_entries_ = Value::from_object(entries);
  auto* index = static_cast<Raw*>(heap.allocate_immortal(kMapRaw, Kind::Raw, sizeof(Raw) + 8));
  index->capacity = 4;
  index->i64()[0] = -1;
  empty_index_ = Value::from_object(index);
  auto* none = static_cast<Str*>(
      heap.allocate_immortal(kMapStr, Kind::Str, sizeof(Str), uint16_t{1} | kStrAscii));
  none->length = none->hash = 0;
  empty_str_ = str_intern(vm, Value::from_object(none));
  for (size_t i = 0; i < static_cast<size_t>(NameId::kCount); ++i) names_[i] = vm.intern(kNames[i]);

  for (size_t i = 0; i < static_cast<size_t>(TypeId::kCount); ++i) {
    types_[i] = type_value(allocate_type(vm));
  }
  Value module = name(NameId::BuiltinsModule);
  for (size_t i = 0; i < static_cast<size_t>(TypeId::kCount); ++i) {
    const TypeRow& row = kRows[i];
    Type* t = types_[i].as<Type>();
    t->name = t->qualname = vm.intern(row.name);
    t->module = module;
    t->metatype = value(TypeId::Type);
    t->flags = row.flags | kTypeBuiltin;
    if (i == 0) {
      t->bases = empty_tuple_;
      t->mro = make_tuple(vm, {types_[0]});
    } else if (row.base == row.base2) {
      t->bases = make_tuple(vm, {value(row.base)});
      t->mro = extend_mro(vm, t, get(row.base));
    } else {
      t->bases = make_tuple(vm, {value(row.base), value(row.base2)});
      t->mro = compute_mro(vm, t, t->bases);
    }
    t->builtin_map = get(row.base)->builtin_map;
    if (row.flags & kTypeException) {
      t->root_map =
          vm.maps().add_root(types_[i], Kind::Instance, kExcSlotCount, kExceptionInlineSlots)->id;
    }
  }
  for (TypeId id : {TypeId::StopIteration, TypeId::SystemExit, TypeId::OSError, TypeId::SyntaxError,
                    TypeId::ImportError, TypeId::UnicodeError, TypeId::BaseExceptionGroup}) {
    get(id)->flags |= kTypeUsesArgs;
  }
  for (size_t i = sizeof(kMapRows) / sizeof(kMapRows[0]); i-- > 0;) {
    const MapRow& row = kMapRows[i];
    vm.maps().get(row.map)->type = value(row.type);
    if (row.map >= kMapNameCell && row.type == TypeId::Object && row.map != kMapInstance) continue;
    get(row.type)->root_map = get(row.type)->builtin_map = row.map;
  }
  empty_frozenset_ = make_set(vm, true);

  heap.add_roots([this, &vm, settled_maps = uint32_t{0}](RootVisitor& visitor) mutable {
    for (Value& v : types_) visitor.visit(v);
    for (Value& v : names_) visitor.visit(v);
    for (Value& v : latin1_) visitor.visit(v);
    visitor.visit(empty_str_);
    visitor.visit(empty_tuple_);
    visitor.visit(empty_bytes_);
    visitor.visit(empty_frozenset_);
    visitor.visit(empty_cells_);
    visitor.visit(empty_entries_);
    visitor.visit(empty_index_);
    vm.maps().visit(visitor.young_only() ? settled_maps : 0, visitor);
    settled_maps = vm.maps().size();
  });
  heap.add_sweep_hook([this] { clear_cache(); });
}

TypeTable::~TypeTable() { std::free(cache_); }

void TypeTable::clear_cache() {
  for (size_t i = 0; i < kCacheSize; ++i) {
    if (cache_[i].version != 0) cache_[i] = TypeCacheEntry{};
  }
}

Value TypeTable::char_str(Leaf& vm, uint8_t c) {
  if (latin1_[c].is_undefined()) {
    auto* s = static_cast<Str*>(
        vm.heap().allocate_immortal(kMapStr, Kind::Str, sizeof(Str) + 8,
                                    static_cast<uint16_t>(1 | (c < 0x80 ? kStrAscii : 0))));
    s->length = 1;
    s->hash = 0;
    s->data()[0] = c;
    latin1_[c] = str_intern(vm, Value::from_object(s));
  }
  return latin1_[c];
}

bool is_subtype(const Type* t, const Type* base) {
  if (t == base) return true;
  const auto* mro = t->mro.as<Tuple>();
  Value wanted = type_value(base);
  for (uint64_t i = 0; i < mro->length; ++i) {
    if (mro->data()[i] == wanted) return true;
  }
  return false;
}

namespace {

/// Whether reading __class__ of an instance may give another class than its own: proxies do that.
bool claims_a_class(Leaf& vm, Type* t) {
  if (is_builtin_type(t)) return false;
  return !lookup_in_type(vm, t, NameId::Class).is_undefined() ||
         is_overridden(vm, t, vm.types().name(NameId::GetAttribute));
}

}  // namespace

Verdict instance_of_class(Leaf& vm, Type* own, Type* base) {
  Type* meta = type_of(vm, type_value(base));
  if (!is_builtin_type(meta) && is_overridden(vm, meta, vm.types().name(NameId::InstanceCheck))) {
    return Verdict::NeedsCall;
  }
  if (is_subtype(own, base)) return Verdict::Yes;
  return claims_a_class(vm, own) ? Verdict::NeedsCall : Verdict::No;
}

bool is_instance(Leaf& vm, Value v, const Type* type) { return is_subtype(type_of(vm, v), type); }
bool is_instance(Leaf& vm, Value v, TypeId id) { return is_instance(vm, v, vm.types().get(id)); }

std::string type_name(const Type* t) {
  return is_str(t->name) ? view_to_utf8(str_view_flat(t->name.as<Str>())) : std::string("?");
}

bool is_module_in_c(std::string_view module) {
  static constexpr std::string_view kModules[] = {
      "_abc",      "_asyncio", "_blake2",      "_bz2",     "_collections", "_contextvars",
      "_csv",      "_ctypes",  "_elementtree", "_hashlib", "_io",          "_json",
      "_lzma",     "_pickle",  "_queue",       "_random",  "_socket",      "_sre",
      "_ssl",      "_struct",  "_thread",      "array",    "datetime",     "grp",
      "itertools", "mmap",     "operator",     "posix",    "pwd",          "pyexpat",
      "resource",  "select",   "sqlite3",      "sys",      "time",         "unicodedata",
      "zlib",      "zoneinfo",
  };
  return std::binary_search(std::begin(kModules), std::end(kModules), module);
}

std::string message_name(const Type* t) {
  if ((t->flags & kTypeInC) && is_str(t->module)) {
    return view_to_utf8(str_view_flat(t->module.as<Str>())) + "." + type_name(t);
  }
  return type_name(t);
}
std::string type_name_of(Leaf& vm, Value v) { return message_name(type_of(vm, v)); }

NameCell* find_own(Leaf& vm, Type* t, Value name) {
  if (!t->names.is_undefined()) {
    if (NameCell* cell = namespace_find(vm, t->names, name)) return cell;
  }
  if (!is_builtin_type(t) || !vm.types().hooks.lazy_lookup) return nullptr;
  Value v = vm.types().hooks.lazy_lookup(vm, t, name);
  if (v.is_undefined() || v.is_raised()) return nullptr;
  define_in_type(vm, t, name, v);
  return namespace_find(vm, t->names, name);
}

NameCell* find_in_type(Leaf& vm, Type* t, Value name) {
  TypeCacheEntry& entry = vm.types().cache_slot(t->version, name.bits());
  if (entry.version == t->version && entry.name == name.bits()) return entry.cell;
  NameCell* cell = nullptr;
  const auto* mro = t->mro.as<Tuple>();
  for (uint64_t i = 0; i < mro->length && !cell; ++i) {
    cell = find_own(vm, mro->data()[i].as<Type>(), name);
  }
  entry = {t->version, name.bits(), cell};
  return cell;
}

Value lookup_in_type(Leaf& vm, Type* t, Value name) {
  NameCell* cell = find_in_type(vm, t, name);
  return cell ? cell->value : Value::undefined();
}

NameCell* find_in_type_after(Leaf& vm, Type* t, const Type* start, Value name) {
  const auto* mro = t->mro.as<Tuple>();
  bool behind = false;
  for (uint64_t i = 0; i < mro->length; ++i) {
    Type* k = mro->data()[i].as<Type>();
    if (behind) {
      if (NameCell* cell = find_own(vm, k, name)) return cell;
    } else if (k == start) {
      behind = true;
    }
  }
  return nullptr;
}

Type* find_owner_in_type(Leaf& vm, Type* t, Value name) {
  NameCell* cell = find_in_type(vm, t, name);
  if (!cell) return nullptr;
  const auto* mro = t->mro.as<Tuple>();
  for (uint64_t i = 0; i < mro->length; ++i) {
    Type* k = mro->data()[i].as<Type>();
    if (!k->names.is_undefined() && namespace_find(vm, k->names, name) == cell) return k;
  }
  return nullptr;
}

bool is_overridden(Leaf& vm, Type* t, Value name) {
  if (is_builtin_type(t)) return false;
  Type* owner = find_owner_in_type(vm, t, name);
  return owner && !is_builtin_type(owner);
}

void define_in_type(Leaf& vm, Type* t, Value name, Value value) {
  if (t->names.is_undefined()) {
    Value ns = make_namespace(vm, type_value(t));
    vm.heap().write_barrier(t);
    t->names = ns;
  }
  namespace_set(vm, t->names, name, value);
}

Type* make_builtin_type(Leaf& vm, std::string_view name, std::string_view module, Type* base,
                        uint64_t flags, Kind kind) {
  if (!base) base = vm.types().get(TypeId::Object);
  Type* t = allocate_type(vm);
  t->name = t->qualname = vm.intern(name);
  t->module = vm.intern(module);
  t->metatype = vm.types().value(TypeId::Type);
  t->bases = make_tuple(vm, {type_value(base)});
  t->mro = extend_mro(vm, t, base);
  t->flags = flags | kTypeBuiltin | (base->flags & kTypeException);
  bool exception = t->flags & kTypeException;
  if (!exception && module != "builtins") t->flags |= kTypeInC;
  Map* root = vm.maps().add_root(
      type_value(t), kind, exception ? uint32_t{kExcSlotCount} : 0,
      exception ? kExceptionInlineSlots : static_cast<uint16_t>(kind == Kind::Instance ? 4 : 0));
  t->root_map = root->id;
  t->builtin_map = kind == Kind::Instance ? base->builtin_map : root->id;
  return t;
}

Value type_own_names(Leaf& vm, Type* t) {
  Value list = make_list(vm);
  if (is_builtin_type(t) && vm.types().hooks.lazy_names) {
    struct Context {
      Leaf& vm;
      Type* type;
    } context{vm, t};
    // Looking each name up defines it.
    vm.types().hooks.lazy_names(
        vm, t,
        [](void* c, const char* name) {
          auto* context = static_cast<Context*>(c);
          find_own(context->vm, context->type, context->vm.intern(name));
        },
        &context);
  }
  if (t->names.is_undefined()) return list;
  uint64_t position = 0;
  Value name;
  NameCell* cell;
  while (namespace_next(t->names, &position, &name, &cell)) list_append(vm, list, name);
  return list;
}

}  // namespace hothouse
