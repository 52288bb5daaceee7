// Making classes: linearization, layout, flags; and changing their attributes.
#include <algorithm>
#include <vector>

#include "core/objects/list.h"
#include "core/objects/mro.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"
#include "core/objects/type_layout.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

constexpr uint16_t kFirstInlineSlots = 4;  // where the methods don't tell
constexpr uint16_t kMostExpectedSlots = 64;

// Flags that follow from which special methods the MRO holds.
void update_flags(Leaf& vm, Type* t) {
  TypeTable& types = vm.types();
  auto overridden = [&](NameId id) { return is_overridden(vm, t, types.name(id)); };
  auto has = [&](NameId id) { return !lookup_in_type(vm, t, id).is_undefined(); };
  uint64_t flags = t->flags & ~(kTypeHasGetattr | kTypeHasSetattr | kTypeHasFinalizer);
  if (overridden(NameId::GetAttribute) || has(NameId::GetAttr)) flags |= kTypeHasGetattr;
  if (overridden(NameId::SetAttr) || overridden(NameId::DelAttr)) flags |= kTypeHasSetattr;
  if (has(NameId::Del)) flags |= kTypeHasFinalizer;
  t->flags = flags;
}

void changed(Leaf& vm, Type* t) {
  t->version = vm.types().next_version();
  if (!is_builtin_type(t)) update_flags(vm, t);
  if (vm.types().hooks.type_changed) vm.types().hooks.type_changed(vm, t);
  if (t->subclasses.is_undefined()) return;
  for (uint64_t i = 0; i < list_length(t->subclasses); ++i) {
    changed(vm, list_get(vm, t->subclasses, i).as<Type>());
  }
}

// How many attributes an instance of `t` will have: those that its methods store to self.
uint16_t expected_attributes(Leaf& vm, const Type* t) {
  if (!vm.types().hooks.self_attributes) return kFirstInlineSlots;
  std::vector<Value> names;
  const auto* mro = t->mro.as<Tuple>();
  for (uint64_t i = 0; i < mro->length; ++i) {
    const auto* c = mro->data()[i].as<Type>();
    if (is_builtin_type(c)) continue;
    uint64_t position = 0;
    Value name;
    for (NameCell* cell; namespace_next(c->names, &position, &name, &cell);) {
      if (!is_kind(cell->value, Kind::Function)) continue;
      vm.types().hooks.self_attributes(cell->value.as<Function>(), names);
    }
  }
  if (names.empty()) return kFirstInlineSlots;
  return static_cast<uint16_t>(std::min<size_t>(names.size(), kMostExpectedSlots));
}

// Values whose kind as a class attribute is plain whatever they are: replacing one by another
// changes no cached answer, since caches hold the cell.
bool is_plain_data(Value v) {
  if (!v.is_object()) return true;
  switch (v.as_object()->kind) {
    case Kind::BigInt:
    case Kind::Complex:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Tuple:
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Range:
    case Kind::Generator:
      return true;
    default:
      return false;
  }
}

Value immutable_error(Leaf& vm, Type* t, Value name) {
  return vm.type_error("cannot set " + str_repr_utf8(vm, name) + " attribute of immutable type '" +
                       type_name(t) + "'");
}

bool is_exception_type(const Type* t) { return t->flags & kTypeException; }

void add_subclass(Leaf& vm, Type* base, Value cls) {
  if (base->subclasses.is_undefined()) {
    Value list = make_list(vm);
    vm.heap().write_barrier(base);
    base->subclasses = list;
  }
  list_append(vm, base->subclasses, cls);
}

}  // namespace

Value compute_mro(Leaf& vm, Type* self, Value bases) {
  const auto* row = bases.as<Tuple>();
  std::vector<std::vector<Value>> sequences;
  for (uint64_t i = 0; i < row->length; ++i) {
    const auto* mro = row->data()[i].as<Type>()->mro.as<Tuple>();
    sequences.emplace_back(mro->data(), mro->data() + mro->length);
  }
  sequences.emplace_back(row->data(), row->data() + row->length);
  std::vector<size_t> heads(sequences.size(), 0);
  std::vector<Value> result{type_value(self)};
  auto in_a_tail = [&](Value v) {
    for (size_t i = 0; i < sequences.size(); ++i) {
      for (size_t j = heads[i] + 1; j < sequences[i].size(); ++j) {
        if (sequences[i][j] == v) return true;
      }
    }
    return false;
  };
  for (;;) {
    bool all_empty = true, progress = false;
    for (size_t i = 0; i < sequences.size(); ++i) {
      if (heads[i] == sequences[i].size()) continue;
      all_empty = false;
      Value candidate = sequences[i][heads[i]];
      if (in_a_tail(candidate)) continue;
      result.push_back(candidate);
      for (size_t j = 0; j < sequences.size(); ++j) {
        if (heads[j] < sequences[j].size() && sequences[j][heads[j]] == candidate) ++heads[j];
      }
      progress = true;
      break;
    }
    if (all_empty) return make_tuple(vm, result.data(), result.size());
    if (progress) continue;
    // CPython lists the classes that block each other: the heads that remain, in a set's order;
    // for the usual two bases that is the order given.
    std::string names;
    std::vector<Value> seen;
    for (size_t i = 0; i < sequences.size(); ++i) {
      if (heads[i] == sequences[i].size()) continue;
      Value head = sequences[i][heads[i]];
      if (std::find(seen.begin(), seen.end(), head) != seen.end()) continue;
      seen.push_back(head);
      names += (names.empty() ? "" : ", ") + type_name(head.as<Type>());
    }
    return vm.type_error("Cannot create a consistent method resolution\norder (MRO) for bases " +
                         names);
  }
}

Value calculate_metatype(Leaf& vm, Value metatype, Value bases) {
  Type* winner = metatype.is_undefined() ? vm.types().get(TypeId::Type) : metatype.as<Type>();
  const auto* row = bases.as<Tuple>();
  for (uint64_t i = 0; i < row->length; ++i) {
    Type* candidate = type_of(vm, row->data()[i]);
    if (is_subtype(winner, candidate)) continue;
    if (is_subtype(candidate, winner)) {
      winner = candidate;
      continue;
    }
    return vm.type_error(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
        "the metaclasses of all its bases");
  }
  return type_value(winner);
}

namespace {

/// False: TypeError was raised.
bool check_bases(Leaf& vm, const Tuple* row) {
  for (uint64_t i = 0; i < row->length; ++i) {
    if (!is_type(row->data()[i])) {
      vm.type_error("bases must be types");
      return false;
    }
    auto* b = row->data()[i].as<Type>();
    if (b->flags & kTypeFinal) {
      vm.type_error("type '" + type_name(b) + "' is not an acceptable base type");
      return false;
    }
    for (uint64_t j = 0; j < i; ++j) {
      if (row->data()[j] != row->data()[i]) continue;
      vm.type_error("duplicate base class " + type_name(b));
      return false;
    }
  }
  return true;
}

/// What the body's namespace says of the class itself: __qualname__, __module__, __doc__. False:
/// TypeError was raised.
bool take_description(Leaf& vm, Type* t) {
  TypeTable& types = vm.types();
  auto own = [&](NameId id) { return namespace_get(vm, t->names, types.name(id)); };
  if (Value qualname = own(NameId::QualName); is_str(qualname)) {
    t->qualname = qualname;
    namespace_delete(vm, t->names, types.name(NameId::QualName));
  } else if (!qualname.is_undefined()) {
    vm.type_error("type __qualname__ must be a str, not " + type_name_of(vm, qualname));
    return false;
  }
  t->module = own(NameId::Module);
  if (t->module.is_undefined()) t->module = types.name(NameId::BuiltinsModule);
  if (is_str(t->module) && !(t->flags & kTypeException) &&
      is_module_in_c(str_to_utf8(vm, t->module))) {
    t->flags |= kTypeInC;
  }
  if (Value doc = own(NameId::Doc); !doc.is_undefined()) {
    t->doc = doc;
  } else {
    namespace_set(vm, t->names, types.name(NameId::Doc), Value::none());
  }
  return true;
}

/// What Python takes as said: __init_subclass__ and __class_getitem__ are class methods, __new__ is
/// a static method, and __eq__ without __hash__ makes instances unhashable.
void add_what_is_implied(Leaf& vm, Value names) {
  TypeTable& types = vm.types();
  for (NameId id : {NameId::InitSubclass, NameId::ClassGetItem, NameId::New}) {
    NameCell* cell = namespace_find(vm, names, types.name(id));
    if (!cell || !is_kind(cell->value, Kind::Function)) continue;
    Kind kind = id == NameId::New ? Kind::StaticMethod : Kind::ClassMethod;
    auto* wrapper = vm.heap().make<StaticMethod>(kind);
    wrapper->function = cell->value;
    vm.heap().write_barrier(cell);
    cell->value = Value::from_object(wrapper);
  }
  auto own = [&](NameId id) { return namespace_get(vm, names, types.name(id)); };
  if (!own(NameId::Eq).is_undefined() && own(NameId::Hash).is_undefined()) {
    namespace_set(vm, names, types.name(NameId::Hash), Value::none());
  }
}

/// Whether this is what __slots__ may be; false: TypeError was raised. Iterables other than tuples
/// and lists go unchecked.
bool check_slots(Leaf& vm, const Type* t, Value slots) {
  auto check_name = [&](Value name) {
    if (!is_str(name)) {
      vm.type_error("__slots__ items must be strings, not '" + type_name_of(vm, name) + "'");
    } else if (!str_is_identifier(vm, name)) {
      vm.type_error("__slots__ must be identifiers");
    } else {
      return true;
    }
    return false;
  };
  if (is_str(slots)) return check_name(slots);
  if (!slots.is_object() || is_kind(slots, Kind::BigInt)) {
    vm.type_error("'" + type_name_of(vm, slots) + "' object is not iterable");
    return false;
  }
  const uint64_t n = is_tuple(slots)  ? tuple_length(slots)
                     : is_list(slots) ? list_length(slots)
                                      : 0;
  for (TypeId id : {TypeId::Int, TypeId::Tuple, TypeId::Bytes}) {
    Type* base = vm.types().get(id);
    if (n == 0 || !is_subtype(t, base)) continue;
    vm.type_error("nonempty __slots__ not supported for subtype of '" +
                  type_name(t->bases.as<Tuple>()->data()[0].as<Type>()) + "'");
    return false;
  }
  for (uint64_t i = 0; i < n; ++i) {
    if (!check_name(is_tuple(slots) ? tuple_get(slots, i) : list_get(vm, slots, i))) return false;
  }
  return true;
}

/// False: TypeError or ValueError was raised.
bool apply_slots(Leaf& vm, Type* t) {
  Value slots = namespace_get(vm, t->names, vm.types().name(NameId::Slots));
  if (slots.is_undefined()) return true;
  if (!check_slots(vm, t, slots)) return false;
  const auto* row = t->bases.as<Tuple>();
  bool restricted = !slots_name(vm, slots, vm.types().name(NameId::Dict));
  for (uint64_t i = 0; i < row->length; ++i) {
    auto* b = row->data()[i].as<Type>();
    if (is_exception_type(b) || !(is_builtin_type(b) || (b->flags & kTypeHasSlots))) {
      restricted = false;
    }
  }
  if (restricted) t->flags |= kTypeHasSlots;
  return true;
}

/// Instances get a root map of their own; those of metaclasses are classes, Kind::Type.
void make_root_map(Leaf& vm, Type* t, const Type* best) {
  bool is_metaclass = is_subtype(t, vm.types().get(TypeId::Type));
  uint32_t hidden = is_metaclass                     ? 0
                    : is_exception_type(t)           ? uint32_t{kExcSlotCount}
                    : t->builtin_map != kMapInstance ? 1
                                                     : 0;
  Kind kind = is_metaclass ? Kind::Type : Kind::Instance;
  auto room = static_cast<uint16_t>(kind == Kind::Type ? 0 : hidden + expected_attributes(vm, t));
  if (!is_builtin_type(best) && kind == Kind::Instance) {
    room = std::max(room, vm.maps().get(static_cast<MapId>(best->root_map))->inline_slots);
  }
  Map* root = vm.maps().add_root(type_value(t), kind, hidden, room);
  // The classes whose instances are written through maps only, and not by C++ functions as well.
  if (kind == Kind::Instance && t->builtin_map == kMapInstance && !is_exception_type(t)) {
    root->float_slots = ~uint64_t{0};
  }
  t->root_map = root->id;
}

void tell_bases(Leaf& vm, Type* t) {
  const auto* row = t->bases.as<Tuple>();
  for (uint64_t i = 0; i < row->length; ++i) {
    add_subclass(vm, row->data()[i].as<Type>(), type_value(t));
  }
}

}  // namespace

Value make_type(Leaf& vm, Value name, Value bases, Value names, Value metatype) {
  TypeTable& types = vm.types();
  if (bases.as<Tuple>()->length == 0) bases = make_tuple(vm, {types.value(TypeId::Object)});
  if (!check_bases(vm, bases.as<Tuple>())) return Value::raised();
  Value meta = calculate_metatype(vm, metatype, bases);
  if (meta.is_raised()) return meta;
  Type* best = best_base(vm, bases.as<Tuple>());
  if (!best) return vm.type_error("multiple bases have instance lay-out conflict");
  if (is_str(name) && str_to_utf8(vm, name).find('\0') != std::string::npos) {
    return vm.value_error("type name must not contain null characters");
  }

  auto* t = static_cast<Type*>(vm.heap().allocate_old(static_cast<MapId>(meta.as<Type>()->root_map),
                                                      Kind::Type, sizeof(Type)));
  t->name = t->qualname = name;
  t->module = Value::undefined();
  t->bases = bases;
  t->mro = Value::undefined();
  t->names = names;
  t->metatype = meta;
  t->subclasses = Value::undefined();
  t->flags = best->flags & kTypeException;
  t->version = types.next_version();
  // A module that has a class of the program is an instance like any other.
  t->builtin_map = best->builtin_map == kMapModule ? uint32_t{kMapInstance} : best->builtin_map;
  t->root_map = kMapInstance;
  t->doc = Value::none();
  Value mro = compute_mro(vm, t, bases);
  if (mro.is_raised()) return mro;
  t->mro = mro;

  if (!take_description(vm, t)) return Value::raised();
  add_what_is_implied(vm, names);
  if (!apply_slots(vm, t)) return Value::raised();
  namespace_set_owner(vm, names, type_value(t));
  make_root_map(vm, t, best);
  tell_bases(vm, t);
  update_flags(vm, t);
  return type_value(t);
}

namespace {

void remove_subclass(Leaf& vm, Type* base, Value cls) {
  if (base->subclasses.is_undefined()) return;
  for (uint64_t i = 0; i < list_length(base->subclasses); ++i) {
    if (list_get(vm, base->subclasses, i) == cls) {
      list_pop(vm, base->subclasses, static_cast<int64_t>(i));
      return;
    }
  }
}

/// Computes the MRO of a class and of those below it anew.
Value renew_mro(Leaf& vm, Type* t) {
  Value mro = compute_mro(vm, t, t->bases);
  if (mro.is_raised()) return mro;
  vm.heap().write_barrier(t);
  t->mro = mro;
  if (t->subclasses.is_undefined()) return Value::none();
  for (uint64_t i = 0; i < list_length(t->subclasses); ++i) {
    Value r = renew_mro(vm, list_get(vm, t->subclasses, i).as<Type>());
    if (r.is_raised()) return r;
  }
  return Value::none();
}

}  // namespace

Value set_mro(Leaf& vm, Type* t, Value mro) {
  const Type* own = best_base(vm, t->bases.as<Tuple>());
  for (uint64_t i = 0; i < tuple_length(mro); ++i) {
    Value entry = tuple_get(mro, i);
    if (!is_type(entry)) {
      return vm.type_error("mro() returned a non-class ('" + type_name_of(vm, entry) + "')");
    }
    const Type* c = entry.as<Type>();
    if (c != t && c->builtin_map != kMapInstance && c->builtin_map != own->builtin_map) {
      return vm.type_error("mro() returned base with unsuitable layout ('" + type_name(c) + "')");
    }
  }
  vm.heap().write_barrier(t);
  t->mro = mro;
  changed(vm, t);
  return Value::none();
}

namespace {

/// cls.__bases__ = value
Value set_bases(Leaf& vm, Type* t, Value value) {
  if (!is_tuple(value)) {
    return vm.type_error("can only assign tuple to " + type_name(t) + ".__bases__, not " +
                         type_name_of(vm, value));
  }
  const auto* row = value.as<Tuple>();
  if (row->length == 0) {
    return vm.type_error("can only assign non-empty tuple to " + type_name(t) +
                         ".__bases__, not ()");
  }
  for (uint64_t i = 0; i < row->length; ++i) {
    if (!is_type(row->data()[i])) {
      return vm.type_error(type_name(t) + ".__bases__ must be tuple of classes, not '" +
                           type_name_of(vm, row->data()[i]) + "'");
    }
    if (is_subtype(row->data()[i].as<Type>(), t)) {
      return vm.type_error("a __bases__ item causes an inheritance cycle");
    }
  }
  Type* best = best_base(vm, row);
  if (best == nullptr) return vm.type_error("multiple bases have instance lay-out conflict");
  if (!check_same_layout(vm, best_base(vm, t->bases.as<Tuple>()), best, "__bases__")) {
    return Value::raised();
  }
  Value before = t->bases;
  vm.heap().write_barrier(t);
  t->bases = value;
  Value r = renew_mro(vm, t);
  if (r.is_raised()) {
    Value error = vm.pending();
    vm.clear_pending();
    t->bases = before;
    renew_mro(vm, t);
    return vm.raise(error);
  }
  const Value self = type_value(t);
  for (uint64_t i = 0; i < tuple_length(before); ++i) {
    remove_subclass(vm, tuple_get(before, i).as<Type>(), self);
  }
  for (uint64_t i = 0; i < row->length; ++i) add_subclass(vm, row->data()[i].as<Type>(), self);
  changed(vm, t);
  return Value::none();
}

}  // namespace

namespace {

/// What a class computes, and nobody sets: raises. False: it is another attribute.
bool refuse_read_only(Leaf& vm, Type* t, Value name) {
  if (find_in_type(vm, t->metatype.as<Type>(), name) == nullptr) return false;
  for (const char* field : {"__mro__", "__base__", "__basicsize__", "__itemsize__", "__flags__",
                            "__dictoffset__", "__weakrefoffset__"}) {
    if (name != vm.intern(field)) continue;
    vm.raise(TypeId::AttributeError, "readonly attribute");
    return true;
  }
  if (name != vm.types().name(NameId::Dict)) return false;
  vm.raise(TypeId::AttributeError, "attribute '__dict__' of 'type' objects is not writable");
  return true;
}

}  // namespace

Value set_type_attribute(Leaf& vm, Type* t, Value name, Value value) {
  if (is_builtin_type(t)) return immutable_error(vm, t, name);
  if (refuse_read_only(vm, t, name)) return Value::raised();
  TypeTable& types = vm.types();
  if (name == types.name(NameId::Bases)) return set_bases(vm, t, value);
  if (name == types.name(NameId::Name) || name == types.name(NameId::QualName)) {
    bool plain = name == types.name(NameId::Name);
    if (!is_str(value)) {
      return vm.type_error("can only assign string to " + type_name(t) + "." +
                           (plain ? "__name__" : "__qualname__") + ", not '" +
                           type_name_of(vm, value) + "'");
    }
    if (plain && str_to_utf8(vm, value).find('\0') != std::string::npos) {
      return vm.value_error("type name must not contain null characters");
    }
    vm.heap().write_barrier(t);
    (plain ? t->name : t->qualname) = value;
    return Value::none();
  }
  if (name == types.name(NameId::Module)) {
    vm.heap().write_barrier(t);
    t->module = value;
  } else if (name == types.name(NameId::Doc)) {
    vm.heap().write_barrier(t);
    t->doc = value;
  }
  if (NameCell* cell = namespace_find(vm, t->names, name)) {
    bool plain = is_plain_data(cell->value) && is_plain_data(value);
    name_cell_assign(vm, cell, value);
    if (!plain) changed(vm, t);
    return Value::none();
  }
  namespace_set(vm, t->names, name, value);
  changed(vm, t);
  return Value::none();
}

Value delete_type_attribute(Leaf& vm, Type* t, Value name) {
  if (is_builtin_type(t)) return immutable_error(vm, t, name);
  if (refuse_read_only(vm, t, name)) return Value::raised();
  for (NameId id : {NameId::Name, NameId::QualName, NameId::Module, NameId::Bases, NameId::Doc}) {
    if (name != vm.types().name(id)) continue;
    return vm.type_error("cannot delete '" + str_to_utf8(vm, name) +
                         "' attribute of immutable type '" + type_name(t) + "'");
  }
  if (!namespace_delete(vm, t->names, name)) {
    return vm.raise(TypeId::AttributeError, "type object '" + type_name(t) + "' has no attribute " +
                                                str_repr_utf8(vm, name));
  }
  changed(vm, t);
  return Value::none();
}

}  // namespace hothouse
