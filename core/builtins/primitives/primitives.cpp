// Primitives: what functions written in Python (core/builtins/python) need of C++. Their names
// begin with an underscore; only internal code finds them.
#include <cstring>

#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/builtins/library.h"
#include "core/builtins/primitives/primitives.h"
#include "core/builtins/protocol.h"
#include "core/builtins/tables.h"
#include "core/builtins/types/shared.h"
#include "core/bytecode/code.h"
#include "core/objects/attributes.h"
#include "core/objects/bytes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/dict_probe.h"
#include "core/objects/hash.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/list_sort.h"
#include "core/objects/set.h"
#include "core/objects/set_table.h"
#include "core/objects/tuple.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

Value name_of(Leaf& vm, Value v) { return is_interned(v) ? v : str_intern(vm, v); }

bool is_order_name(Leaf& vm, Value name) {
  TypeTable& t = vm.types();
  return name == t.name(NameId::Lt) || name == t.name(NameId::Le) || name == t.name(NameId::Gt) ||
         name == t.name(NameId::Ge);
}

}  // namespace

bool takes_self(Value found) {
  if (is_kind(found, Kind::Function)) return found.as_object()->aux != kFunctionUnbound;
  if (!is_kind(found, Kind::Builtin)) return false;
  auto* b = found.as<Builtin>();
  constexpr uint16_t kOwnWay = kBuiltinAuxGetter | kBuiltinAuxClassMethod | kBuiltinAuxStatic;
  return (b->aux & kOwnWay) != 0 || (is_type(b->module) && b->self.is_undefined());
}

Value special_function(Leaf& vm, Value object, Value name) {
  Type* t = type_of(vm, object);
  Value found = lookup_in_type(vm, t, name);
  if (found.is_undefined()) return Value::none();
  // None blocks what bases and fallbacks would do. Calling it raises TypeError, but for methods
  // whose absence has a message of its own.
  if (found.is_none()) {
    for (NameId id : {NameId::Iter, NameId::Contains, NameId::Reversed, NameId::Hash}) {
      if (name == vm.types().name(id)) return Value::none();
    }
  }
  // object answers NotImplemented to every order comparison: as good as nothing.
  if (is_order_name(vm, name) &&
      find_owner_in_type(vm, t, name) == type_by_id(vm, TypeId::Object)) {
    return Value::none();
  }
  if (takes_self(found)) return found;
  if (is_kind(found, Kind::Function) || is_kind(found, Kind::Builtin)) {
    found = make_static_method(vm, found);
  }
  if (is_kind(found, Kind::StaticMethod) || is_kind(found, Kind::ClassMethod) ||
      is_kind(found, Kind::Property) || is_kind(found, Kind::BoundMethod) ||
      is_instance_kind(found) || is_type(found) || found.is_none()) {
    // Takes no self the usual way: hand out something that drops it.
    Value f = vm.library().python_function(vm, "_unbound_special");
    if (f.is_raised() || f.is_undefined()) return f;
    Value self = make_tuple(vm, {found, type_value(t)});
    return make_bound_method(vm, f, self);
  }
  return found;
}

namespace {

Value special(Leaf& vm, const Value* a) { return special_function(vm, a[0], name_of(vm, a[1])); }

Value is_blocked(Leaf& vm, const Value* a) {
  return Value::boolean(lookup_in_type(vm, type_of(vm, a[0]), name_of(vm, a[1])).is_none());
}

Value overrides(Leaf& vm, const Value* a) {
  Type* ta = type_of(vm, a[0]);
  Type* tb = type_of(vm, a[1]);
  if (ta == tb || !is_subtype(tb, ta)) return Value::false_value();
  Value name = name_of(vm, a[2]);
  return Value::boolean(lookup_in_type(vm, ta, name) != lookup_in_type(vm, tb, name));
}

Value is_sequence_method(Leaf& vm, const Value* a) {
  if (!is_kind(a[0], Kind::Builtin)) return Value::false_value();
  Value owner = a[0].as<Builtin>()->module;
  for (TypeId id : {TypeId::List, TypeId::Tuple, TypeId::Str, TypeId::Bytes, TypeId::ByteArray}) {
    if (owner != vm.types().value(id)) continue;
    const char* name = a[0].as<Builtin>()->def.get()->name;
    return Value::boolean(std::strcmp(name, "__mod__") != 0);
  }
  return Value::false_value();
}

/// The error of an operator that nobody implements.
Value binary_error(Leaf& vm, const Value* a) {
  std::string symbol = str_to_utf8(vm, a[0]);
  Value x = unwrap(vm, a[1]), y = unwrap(vm, a[2]);
  std::string left = type_name_of(vm, a[1]), right = type_name_of(vm, a[2]);
  if (symbol == "+" || symbol == "+=") {
    if (is_str(x)) return vm.type_error("can only concatenate str (not \"" + right + "\") to str");
    if (is_list(x) && symbol == "+") {
      return vm.type_error("can only concatenate list (not \"" + right + "\") to list");
    }
    if (is_list(x)) return vm.type_error("'" + right + "' object is not iterable");
    if (is_tuple(x)) {
      return vm.type_error("can only concatenate tuple (not \"" + right + "\") to tuple");
    }
    if (is_bytes(x) || is_bytearray(x)) {
      return vm.type_error("can't concat " + right + " to " + left);
    }
  }
  if (symbol == "*" || symbol == "*=") {
    auto sequence = [](Value v) {
      return is_str(v) || is_list(v) || is_tuple(v) || is_bytes(v) || is_bytearray(v);
    };
    if (sequence(x)) {
      return vm.type_error("can't multiply sequence by non-int of type '" + right + "'");
    }
    if (sequence(y)) {
      return vm.type_error("can't multiply sequence by non-int of type '" + left + "'");
    }
  }
  if (symbol == ">>" && is_kind(a[1], Kind::Builtin) &&
      std::strcmp(a[1].as<Builtin>()->def.get()->name, "print") == 0) {
    return vm.type_error("unsupported operand type(s) for >>: '" + left + "' and '" + right +
                         "'. Did you mean \"print(<message>, file=<output_stream>)\"?");
  }
  return vm.type_error("unsupported operand type(s) for " + symbol + ": '" + left + "' and '" +
                       right + "'");
}

Value type_name_leaf(Leaf& vm, const Value* a) { return vm.str(type_name_of(vm, a[0])); }
Value class_name(Leaf& vm, const Value* a) { return vm.str(type_name(a[0].as<Type>())); }
Value is_subclass(Leaf&, const Value* a) {
  return Value::boolean(is_subtype(a[0].as<Type>(), a[1].as<Type>()));
}

template <bool (*test)(Leaf&, Value)>
Value test_kind(Leaf& vm, const Value* a) {
  return Value::boolean(test(vm, a[0]));
}
bool test_int(Leaf& vm, Value v) { return !as_int(vm, v).is_undefined(); }
bool test_str(Leaf& vm, Value v) { return is_str(unwrap(vm, v)); }
bool test_bytes(Leaf& vm, Value v) {
  return is_bytes(unwrap(vm, v)) || is_bytearray(unwrap(vm, v));
}
bool test_dict(Leaf& vm, Value v) { return is_dict(unwrap(vm, v)); }
bool test_set(Leaf& vm, Value v) {
  Value u = unwrap(vm, v);
  return is_any_set(u) || (is_kind(u, Kind::DictView) && (u.as_object()->map == kMapDictView ||
                                                          u.as_object()->map == kMapDictItems));
}
bool test_frozen(Leaf& vm, Value v) { return is_kind(unwrap(vm, v), Kind::FrozenSet); }
Value cell_of(Leaf& vm, const Value* a) { return make_cell(vm, a[0]); }
bool test_code(Leaf&, Value v) { return is_kind(v, Kind::Code); }
bool test_cell(Leaf&, Value v) { return is_kind(v, Kind::Cell); }
bool test_plain_generator(Leaf&, Value v) {
  return v.is_object() && v.as_object()->map == kMapGenerator;
}
bool test_coroutine(Leaf&, Value v) { return v.is_object() && v.as_object()->map == kMapCoroutine; }
bool test_own_generator(Leaf&, Value v) {
  return is_kind(v, Kind::Generator) &&
         (v.as<Generator>()->function.as<Function>()->body.get()->flags &
          (kCodeInternal | kCodeIterableCoroutine));
}
bool test_list(Leaf& vm, Value v) { return is_list(unwrap(vm, v)); }
bool test_tuple(Leaf& vm, Value v) { return is_tuple(unwrap(vm, v)); }
bool test_type(Leaf&, Value v) { return is_type(v); }
bool test_module(Leaf&, Value v) { return is_kind(v, Kind::Module); }
bool test_function(Leaf&, Value v) {
  return is_kind(v, Kind::Function) || is_kind(v, Kind::Builtin);
}
bool test_generator(Leaf&, Value v) { return is_kind(v, Kind::Generator); }
bool test_builtin_type(Leaf&, Value v) { return is_type(v) && is_builtin_type(v.as<Type>()); }
bool test_generic_type(Leaf& vm, Value v) {
  for (TypeId id :
       {TypeId::List, TypeId::Dict, TypeId::Tuple, TypeId::Set, TypeId::FrozenSet, TypeId::Type}) {
    if (v == vm.types().value(id)) return true;
  }
  return false;
}

Value unwrap_leaf(Leaf& vm, const Value* a) { return unwrap(vm, a[0]); }
Value wrap(Leaf& vm, const Value* a) {
  if (!is_type(a[0])) {
    return vm.type_error(type_name_of(vm, a[1]) + ".__new__(X): X is not a type object (" +
                         type_name_of(vm, a[0]) + ")");
  }
  Type* t = a[0].as<Type>();
  if (t == type_of(vm, a[1])) return a[1];
  if (t->builtin_map == kMapInstance || !is_subtype(t, type_of(vm, unwrap(vm, a[1])))) {
    return vm.type_error(type_name_of(vm, a[1]) + ".__new__(" + type_name(t) +
                         "): " + type_name(t) + " is not a subtype of " + type_name_of(vm, a[1]));
  }
  if (t->flags & kTypeBuiltin) {  // bool
    return vm.type_error(type_name_of(vm, a[1]) + ".__new__(" + type_name(t) +
                         ") is not safe, use " + type_name(t) + ".__new__()");
  }
  return make_wrapped(vm, t, unwrap(vm, a[1]));
}
Value same_kind(Leaf& vm, const Value* a) {
  return Value::boolean(family_of(vm, a[0]) == family_of(vm, a[1]));
}
/// A list of a container's elements, read without its methods.
Value items(Leaf& vm, const Value* a) {
  Value v = unwrap(vm, a[0]);
  if (is_list(v) || is_tuple(v)) return v;
  if (is_any_set(v)) return set_to_list(vm, v);
  if (is_dict(v)) return dict_keys_list(vm, v);
  return vm.type_error("no built-in container");
}
Value tuple_of(Leaf& vm, const Value* a) { return tuple_from_list(vm, a[0]); }
Value frozen(Leaf& vm, const Value* a) { return set_copy(vm, a[0], true); }
Value bytearray_of(Leaf& vm, const Value* a) {
  return is_bytearray(a[0]) ? a[0] : make_bytearray(vm, bytes_view(a[0]));
}

Value retype(Leaf& vm, const Value* a) {
  Value type = generator_type_named(vm, str_to_utf8(vm, a[1]));
  a[0].as_object()->map = static_cast<MapId>(type.as<Type>()->root_map);
  return a[0];
}
/// (generator, throws): makes it what asend() or athrow() of an asynchronous generator gives.
Value async_step(Leaf&, const Value* a) {
  a[0].as_object()->map = a[1].is_true() ? kMapAsyncThrow : kMapAsyncSend;
  return a[0];
}
Value generator_type_leaf(Leaf& vm, const Value* a) {
  return generator_type_named(vm, str_to_utf8(vm, a[0]));
}

Value sort_by(Leaf& vm, const Value* a) {
  return Value::boolean(list_sort_by_keys_leaf(vm, a[0], a[1], a[2].is_true()));
}

// --- hash tables with keys that have methods

/// The `which`-th entry in probe order whose hash is `hash`; without `which`, *free_slot is the
/// slot where a new key of a set goes.
int64_t probe_set(const Set* s, uint64_t hash, int64_t which, uint64_t* free_slot) {
  const DictEntry* table = s->table.as<Entries>()->data();
  uint64_t perturb = hash, i = hash & s->mask;
  while (true) {
    uint64_t probes = i + kSetLinearProbes <= s->mask ? kSetLinearProbes : 0;
    for (uint64_t j = i; j <= i + probes; ++j) {
      if (table[j].key.is_undefined()) {
        if (free_slot) *free_slot = j;
        return -1;
      }
      if (table[j].key.is_exhausted() || table[j].hash != hash) continue;
      if (which-- == 0) return static_cast<int64_t>(j);
    }
    perturb >>= 5;
    i = (i * 5 + 1 + perturb) & s->mask;
  }
}

/// The dict or set that holds the entries: of a view that of its dict.
Value table_of(Leaf& vm, Value v) {
  return v.as_object()->kind == Kind::DictView ? v.as<DictView>()->dict : unwrap(vm, v);
}

Value find_key(Leaf& vm, const Value* a) {
  Value table = table_of(vm, a[0]);
  int64_t wanted = 0, which = 0;
  as_int64(a[1], &wanted);
  as_int64(a[2], &which);
  auto hash = static_cast<uint64_t>(wanted);
  if (!is_dict(table)) {
    return vm.heap().make_int(probe_set(table.as<Set>(), hash, which, nullptr));
  }
  DictTable t(table.as<Dict>());
  for (DictProbe probe(hash, t.mask);; probe.next()) {
    int32_t at = t.index[probe.slot()];
    if (at == kDictEmptySlot) return Value::small_int(-1);
    if (at < 0 || t.entries[at].hash != hash || t.entries[at].key.is_undefined()) continue;
    if (which-- == 0) return Value::small_int(at);
  }
}
Value key_at(Leaf& vm, const Value* a) {
  Value table = table_of(vm, a[0]);
  auto at = static_cast<uint64_t>(a[1].as_int());
  // A comparison may have changed the table: whoever asks compares with what was there.
  const bool dict = is_dict(table);
  if (at >= (dict ? table.as<Dict>()->fill : table.as<Set>()->mask + 1)) return Value::none();
  Value entries = dict ? table.as<Dict>()->entries : table.as<Set>()->table;
  Value key = entries.as<Entries>()->data()[at].key;
  return key.is_undefined() || key.is_exhausted() ? Value::none() : key;
}
Value viewed(Leaf&, const Value* a) { return a[0].as<DictView>()->dict; }
Value value_at(Leaf& vm, const Value* a) {
  return dict_value_at(table_of(vm, a[0]), static_cast<uint64_t>(a[1].as_int()));
}
Value set_value_at(Leaf& vm, const Value* a) {
  dict_set_value_at(vm, a[0], static_cast<uint64_t>(a[1].as_int()), a[2]);
  return Value::none();
}
Value add_entry(Leaf& vm, const Value* a) {
  int64_t hash = 0;
  as_int64(a[2], &hash);
  if (is_dict(a[0])) {
    Value r = dict_insert_new(vm, a[0], a[1], static_cast<uint64_t>(hash), a[3]);
    return r.is_raised() ? r : Value::none();
  }
  auto* set = a[0].as<Set>();
  uint64_t slot = 0;
  probe_set(set, static_cast<uint64_t>(hash), INT64_MAX, &slot);
  bool done = set_insert_at(vm, set, slot, a[1], static_cast<uint64_t>(hash));
  return done ? Value::none() : Value::raised();
}
Value remove_entry(Leaf& vm, const Value* a) {
  auto at = static_cast<uint64_t>(a[1].as_int());
  if (is_dict(a[0])) {
    dict_delete_at(vm, a[0], at);
  } else {
    set_remove_at(a[0].as<Set>(), at);
  }
  return Value::none();
}
Value raise_key_error(Leaf& vm, const Value* a) { return vm.key_error(a[0]); }
Value shuffle_bits(Leaf& vm, const Value* a) {
  int64_t i = 0;
  as_int64(a[0], &i);
  auto h = static_cast<uint64_t>(i);
  return vm.heap().make_int(static_cast<int64_t>(((h ^ 89869747u) ^ (h << 16)) * 3644798167u));
}
Value finish_set_hash(Leaf& vm, const Value* a) {
  int64_t i = 0, n = 0;
  as_int64(a[0], &i);
  as_int64(a[1], &n);
  auto h = static_cast<uint64_t>(i);
  h ^= (static_cast<uint64_t>(n) + 1) * 1927868237u;
  h ^= (h >> 11) ^ (h >> 25);
  h = h * 69069u + 907133923u;
  if (h == ~uint64_t{0}) h = 590923713u;
  return vm.heap().make_int(static_cast<int64_t>(h));
}
/// __hash__'s result as hash() reports it.
Value fold_hash(Leaf& vm, const Value* a) {
  Value n = as_int(vm, a[0]);
  if (n.is_undefined()) return vm.type_error("__hash__ method should return an integer");
  int64_t i;
  if (as_int64(n, &i)) {
    if (i == -1) i = -2;
    return vm.heap().make_int(i);
  }
  return vm.heap().make_int(static_cast<int64_t>(int_hash(n)));
}

// --- repr

Value repr_enter(Leaf& vm, const Value* a) {
  auto& stack = static_cast<Vm&>(vm).repr_stack;
  for (Value v : stack) {
    if (v == a[0]) return Value::false_value();
  }
  stack.push_back(a[0]);
  return Value::true_value();
}
Value repr_leave(Leaf& vm, const Value*) {
  static_cast<Vm&>(vm).repr_stack.pop_back();
  return Value::none();
}

/// Calls the leaf of a row with bound arguments, _missing for those that are not given.
Value call_row(Leaf& vm, const Value* a) {
  const BuiltinDef& def = *a[0].as<Builtin>()->def.get();
  Value bound[kMaxBuiltinParameters];
  const auto n = static_cast<uint32_t>(tuple_length(a[1]));
  for (uint32_t i = 0; i < n; ++i) {
    bound[i] = tuple_get(a[1], i);
    if (bound[i] == vm.library().missing) bound[i] = Value::undefined();
  }
  Value r = def.leaf(vm, bound);
  if (!r.is_undefined()) return r;
  return vm.raise(TypeId::SystemError, std::string(def.name) + "() left converted arguments");
}

constexpr uint32_t kRead = kBuiltinReadOnly;
constexpr uint32_t kByClass = kBuiltinReadOnly | kBuiltinByClass;
constexpr uint32_t kOfClasses = kBuiltinReadOnly | kBuiltinOfClasses;

const BuiltinDef kRows[] = {
    {"_special", "obj, name, /", special, nullptr, kRead, Inlined::LookupSpecial,
     "The function that the class of obj has for a special method, or None."},
    HH_LEAF("_is_blocked", "obj, name, /", is_blocked, kRead,
            "Is this special method of the object's class None?"),
    HH_LEAF("_overrides", "a, b, name, /", overrides, kRead,
            "Is b's class a proper subclass of a's with its own method?"),
    HH_LEAF("_is_sequence_method", "f, /", is_sequence_method, kRead,
            "Is it concatenation or repetition of a sequence?"),
    HH_LEAF("_binary_error", "symbol, a, b, /", binary_error, 0,
            "Raises the error of an operator that nobody implements."),
    HH_LEAF("_type_name", "obj, /", type_name_leaf, kRead, "Name of the class of obj."),
    HH_LEAF("_class_name", "cls, /", class_name, kRead, "Name of a class."),
    HH_LEAF("_is_subclass", "a, b, /", is_subclass, kOfClasses, "issubclass by the MRO."),
    HH_LEAF("_is_int", "obj, /", test_kind<test_int>, kByClass, "Is it an int?"),
    HH_LEAF("_is_str", "obj, /", test_kind<test_str>, kByClass, "Is it a str?"),
    HH_LEAF("_is_bytes", "obj, /", test_kind<test_bytes>, kByClass, "Is it bytes or a bytearray?"),
    HH_LEAF("_is_dict", "obj, /", test_kind<test_dict>, kByClass, "Is it a dict?"),
    HH_LEAF("_is_set", "obj, /", test_kind<test_set>, kRead,
            "Is it a set, frozenset or a view like one?"),
    HH_LEAF("_is_frozen", "obj, /", test_kind<test_frozen>, kByClass, "Is it a frozenset?"),
    HH_LEAF("_cell", "value, /", cell_of, 0, "A cell that holds the value."),
    HH_LEAF("_is_code", "obj, /", test_kind<test_code>, kByClass, "Is it a code object?"),
    HH_LEAF("_is_cell", "obj, /", test_kind<test_cell>, kByClass, "Is it a cell?"),
    HH_LEAF("_is_plain_generator", "obj, /", test_kind<test_plain_generator>, kRead,
            "Is it a generator, and nothing asynchronous?"),
    HH_LEAF("_is_coroutine", "obj, /", test_kind<test_coroutine>, kRead, "Is it a coroutine?"),
    HH_LEAF("_is_own_generator", "obj, /", test_kind<test_own_generator>, kRead,
            "Is it a generator of the VM's own library?"),
    HH_LEAF("_is_list", "obj, /", test_kind<test_list>, kByClass, "Is it a list?"),
    HH_LEAF("_is_tuple", "obj, /", test_kind<test_tuple>, kByClass, "Is it a tuple?"),
    HH_LEAF("_is_type", "obj, /", test_kind<test_type>, kByClass, "Is it a class?"),
    HH_LEAF("_is_module", "obj, /", test_kind<test_module>, kByClass, "Is it a module?"),
    HH_LEAF("_is_function", "obj, /", test_kind<test_function>, kByClass, "Is it a function?"),
    HH_LEAF("_is_generator", "obj, /", test_kind<test_generator>, kByClass, "Is it a generator?"),
    HH_LEAF("_is_builtin_type", "obj, /", test_kind<test_builtin_type>, kOfClasses,
            "Is it a built-in class?"),
    HH_LEAF("_is_generic_type", "obj, /", test_kind<test_generic_type>, kRead,
            "May it be subscripted, as list[int]?"),
    HH_LEAF("_unwrap", "obj, /", unwrap_leaf, kRead,
            "The built-in object that an instance of a subclass holds."),
    HH_INLINED("_wrap", "cls, obj, /", wrap, 0, Wrap, "An instance of cls that holds obj."),
    HH_LEAF("_same_kind", "a, b, /", same_kind, kByClass, "Are both lists, both tuples, ...?"),
    HH_LEAF("_items", "obj, /", items, kRead, "The elements of a built-in container."),
    HH_LEAF("_tuple_of", "list, /", tuple_of, kRead, "A tuple of a list's elements."),
    HH_LEAF("_frozen", "set, /", frozen, kRead, "A frozenset of a set's elements."),
    HH_LEAF("_bytearray_of", "bytes, /", bytearray_of, kRead, "A bytearray."),
    HH_LEAF("_as_async_step", "generator, throws, /", async_step, 0,
            "Makes a generator a step of an asynchronous one."),
    HH_LEAF("_retype", "generator, name, /", retype, 0, "Makes a generator report another type."),
    HH_LEAF("_generator_type", "name, /", generator_type_leaf, 0, "The type that _retype gives."),
    HH_LEAF("_sort_by", "list, keys, reverse, /", sort_by, 0,
            "Sorts by keys; False if that needs Python."),
    HH_LEAF("_viewed", "view, /", viewed, kRead, "The dict of a view or proxy."),
    HH_LEAF("_find_key", "table, hash, which, /", find_key, kRead,
            "Number of the which-th entry with that hash, or -1."),
    HH_LEAF("_key_at", "table, i, /", key_at, kRead, "Key of an entry."),
    HH_LEAF("_value_at", "dict, i, /", value_at, kRead, "Value of an entry."),
    HH_LEAF("_set_value_at", "dict, i, value, /", set_value_at, 0,
            "Replaces the value of an entry."),
    HH_LEAF("_add_entry", "table, key, hash, value, /", add_entry, 0,
            "Adds a key that is known to be absent."),
    HH_LEAF("_remove_entry", "table, i, /", remove_entry, 0, "Removes an entry."),
    HH_LEAF("_raise_key_error", "key, /", raise_key_error, 0, "Raises KeyError(key)."),
    HH_LEAF("_shuffle_bits", "hash, /", shuffle_bits, kRead, "Part of a frozenset's hash."),
    HH_LEAF("_finish_set_hash", "hash, count, /", finish_set_hash, kRead, "The rest of it."),
    HH_LEAF("_fold_hash", "hash, /", fold_hash, kRead,
            "What hash() makes of the result of __hash__."),
    HH_LEAF("_repr_enter", "obj, /", repr_enter, 0, "False if obj is being shown already."),
    HH_LEAF("_call_row", "row, /, *args", call_row, 0, "The row's C++ function."),
    HH_LEAF("_repr_leave", "", repr_leave, 0, "Ends _repr_enter."),
};

}  // namespace

const BuiltinTable kPrimitives = builtin_table(kRows);

}  // namespace hothouse
