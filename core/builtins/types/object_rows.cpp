// Rows of object and type.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/builtins/arguments.h"
#include "core/builtins/finalizers.h"
#include "core/builtins/format/format.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/library.h"
#include "core/builtins/tables.h"
#include "core/builtins/types/attribute_generic.h"
#include "core/builtins/types/shared.h"
#include "core/objects/attributes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/hash.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/repr_objects.h"
#include "core/objects/set.h"
#include "core/objects/tuple.h"
#include "core/objects/type_layout.h"

namespace hothouse {
namespace {

bool overrides_new(Leaf& vm, Type* t) {
  Type* owner = find_owner_in_type(vm, t, vm.types().name(NameId::New));
  return owner && owner != type_by_id(vm, TypeId::Object);
}
bool overrides_init(Leaf& vm, Type* t) {
  Type* owner = find_owner_in_type(vm, t, vm.types().name(NameId::Init));
  return owner && owner != type_by_id(vm, TypeId::Object);
}

/// "Can't instantiate abstract class A with abstract methods f, g", or undefined.
Value refuse_abstract(Leaf& vm, Type* t) {
  Value names = lookup_in_type(vm, t, vm.intern("__abstractmethods__"));
  if (is_any_set(names) && set_count(names) == 0) return Value::undefined();
  if (!is_any_set(names) && !is_tuple(names) && !is_list(names)) return Value::undefined();
  std::vector<std::string> texts;
  each_element(vm, builtin_iterator(vm, names), [&](Value name) {
    texts.push_back(str_to_utf8(vm, name));
    return true;
  });
  if (texts.empty()) return Value::undefined();
  std::sort(texts.begin(), texts.end());
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + text;
  return vm.type_error("Can't instantiate abstract class " + type_name(t) +
                       " with abstract method" + (texts.size() == 1 ? " " : "s ") + list);
}

Value object_new(Leaf& vm, const Value* a) {
  if (!is_type(a[0])) {
    return vm.type_error("object.__new__(X): X is not a type object (" + type_name_of(vm, a[0]) +
                         ")");
  }
  Type* t = a[0].as<Type>();
  bool excess = tuple_length(a[1]) || dict_count(a[2]);
  if (excess) {
    if (overrides_new(vm, t)) {
      return vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (!overrides_init(vm, t)) return vm.type_error(type_name(t) + "() takes no arguments");
  }
  if (t->flags & kTypeException) return make_exception(vm, t, a[1]);
  if (t->builtin_map != kMapInstance ||
      (is_builtin_type(t) && t != type_by_id(vm, TypeId::Object))) {
    return vm.type_error("object.__new__(" + type_name(t) + ") is not safe, use " + type_name(t) +
                         ".__new__()");
  }
  Value refused = refuse_abstract(vm, t);
  if (!refused.is_undefined()) return refused;
  return make_instance(vm, t);
}

Value object_init(Leaf& vm, const Value* a) {
  Type* t = type_of(vm, a[0]);
  if (tuple_length(a[1]) || dict_count(a[2])) {
    if (overrides_init(vm, t)) {
      return vm.type_error(
          "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (!overrides_new(vm, t)) return vm.type_error(type_name(t) + "() takes no arguments");
  }
  return Value::none();
}

Value object_repr(Leaf& vm, const Value* a) { return default_repr(vm, a[0]); }
Value object_eq(Leaf&, const Value* a) {
  return a[0] == a[1] ? Value::true_value() : Value::not_implemented();
}
Value object_hash(Leaf& vm, const Value* a) {
  return vm.heap().make_int(static_cast<int64_t>(hash_identity(vm, a[0])));
}
Value object_format(Leaf& vm, const Value* a) {
  Value spec = text_argument(vm, a[1], "__format__() argument must be str");
  if (spec.is_undefined()) return Value::raised();
  return leave_to_python();
}
Value nothing(Leaf&, const Value*) { return Value::none(); }
Value init_subclass(Leaf& vm, const Value* a) {
  if (dict_count(a[1]) == 0) return Value::none();
  return vm.type_error(str_to_utf8(vm, a[0].as<Type>()->qualname) +
                       ".__init_subclass__() takes no keyword arguments");
}
Value interned_name(Leaf& vm, Value v) {
  return is_str(v) ? str_intern(vm, v) : Value::undefined();
}

/// The type's hooks (__getattribute__, __getattr__, __setattr__, ...) put aside: what the methods
/// of object do.
class WithoutHooks {
 public:
  WithoutHooks(Leaf& vm, Value v) : type_(type_of(vm, v)), flags_(type_->flags) {
    type_->flags &= ~uint64_t{kTypeHasGetattr | kTypeHasSetattr};
  }
  ~WithoutHooks() { type_->flags = flags_; }
  WithoutHooks(const WithoutHooks&) = delete;
  WithoutHooks& operator=(const WithoutHooks&) = delete;

 private:
  Type* type_;
  uint64_t flags_;
};

Value object_setattr(Leaf& vm, const Value* a) {
  Value name = interned_name(vm, unwrap(vm, a[1]));
  if (name.is_undefined()) {
    return vm.type_error("attribute name must be string, not '" + type_name_of(vm, a[1]) + "'");
  }
  WithoutHooks aside(vm, a[0]);
  return set_attribute(vm, a[0], name, a[2]);
}
Value object_delattr(Leaf& vm, const Value* a) {
  Value name = interned_name(vm, unwrap(vm, a[1]));
  if (name.is_undefined()) {
    return vm.type_error("attribute name must be string, not '" + type_name_of(vm, a[1]) + "'");
  }
  WithoutHooks aside(vm, a[0]);
  return delete_attribute(vm, a[0], name);
}
Value object_getattribute(Leaf& vm, const Value* a) {
  Value name = interned_name(vm, unwrap(vm, a[1]));
  if (name.is_undefined()) {
    return vm.type_error("attribute name must be string, not '" + type_name_of(vm, a[1]) + "'");
  }
  WithoutHooks aside(vm, a[0]);
  Attribute found = find_attribute(vm, a[0], name);
  if (found.kind == AttrKind::Missing) return raise_attribute_error(vm, a[0], name);
  return attribute_value(vm, a[0], found);
}
Value object_sizeof(Leaf&, const Value*) { return Value::small_int(48); }
Value object_dir(Leaf& vm, const Value* a) { return attribute_names(vm, a[0]); }

// --- type

Value type_call(Leaf&, const Value*) { return leave_to_python(); }
Value type_mro(Leaf& vm, const Value* a) { return list_from_tuple(vm, a[0].as<Type>()->mro); }
Value type_subclasses(Leaf& vm, const Value* a) {
  Value list = a[0].as<Type>()->subclasses;
  return is_list(list) ? list_copy(vm, list) : make_list(vm);
}
Value type_repr(Leaf& vm, const Value* a) { return repr_builtin_object(vm, a[0]); }
Value type_name_field(Leaf&, const Value* a) { return a[0].as<Type>()->name; }
Value type_qualname(Leaf&, const Value* a) { return a[0].as<Type>()->qualname; }
Value type_module(Leaf&, const Value* a) { return a[0].as<Type>()->module; }
Value type_bases(Leaf&, const Value* a) { return a[0].as<Type>()->bases; }
Value type_mro_field(Leaf&, const Value* a) { return a[0].as<Type>()->mro; }
Value type_base(Leaf& vm, const Value* a) { return base_of_type(vm, a[0].as<Type>()); }
Value type_instancecheck(Leaf& vm, const Value* a) {
  return Value::boolean(is_subtype(type_of(vm, a[1]), a[0].as<Type>()));
}
Value type_subclasscheck(Leaf& vm, const Value* a) {
  if (!is_type(a[1])) return vm.type_error("issubclass() arg 1 must be a class");
  return Value::boolean(is_subtype(a[1].as<Type>(), a[0].as<Type>()));
}
Value type_prepare(Leaf& vm, const Value*) { return make_dict(vm); }
Value instance_dict_getter(Leaf& vm, const Value* a) {
  return instance_has_dict(vm, a[0])
             ? instance_dict(vm, a[0])
             : raise_attribute_error(vm, a[0], vm.types().name(NameId::Dict));
}
Value type_weak_reference(Leaf& vm, const Value* a);
Value instance_weak_reference(Leaf& vm, const Value* a) {
  Value type = type_value(type_of(vm, a[0]));
  if (type_weak_reference(vm, &type).is_raised()) {
    vm.clear_pending();
    return raise_attribute_error(vm, a[0], vm.intern("__weakref__"));
  }
  return first_weak_reference(vm, a[0]);
}

const BuiltinDef kInstanceDict = HH_LEAF("__dict__", "self, /", instance_dict_getter,
                                         kBuiltinGetter, "The attributes of an instance."),
                 kInstanceWeakRef = HH_LEAF("__weakref__", "self, /", instance_weak_reference,
                                            kBuiltinGetter, "Weak references to an instance.");

}  // namespace

const BuiltinDef& weak_reference_row() { return kInstanceWeakRef; }

namespace {

/// The descriptor of a class that adds_to_bases.
Value own_descriptor(Leaf& vm, Type* t, const BuiltinDef& def) {
  Value& known =
      vm.library()
          .cache[std::string("own ") + def.name + ' ' + std::to_string(type_value(t).bits())];
  if (!known.is_object() || known.as<Builtin>()->module != type_value(t)) {
    known = make_builtin(vm, &def, Value::undefined(), type_value(t), def.flags);
  }
  return known;
}

/// cls.__weakref__: the descriptor of the first class in the MRO that adds weak references.
Value type_weak_reference(Leaf& vm, const Value* a) {
  const Tuple* mro = a[0].as<Type>()->mro.as<Tuple>();
  Value name = vm.intern(kInstanceWeakRef.name);
  for (uint64_t i = 0; i < mro->length; ++i) {
    Type* t = mro->data()[i].as<Type>();
    if (!is_builtin_type(t) && adds_to_bases(vm, t, Addition::WeakReferences)) {
      return own_descriptor(vm, t, kInstanceWeakRef);
    }
    if (t->names.is_object() && t != type_by_id(vm, TypeId::Object)) {
      Value own = namespace_get(vm, t->names, name);
      if (!own.is_undefined()) return own;
    }
  }
  return raise_attribute_error(vm, a[0], name);
}

/// Names that CPython puts into a class without being told, as the class's __dict__ shows them.
Value dict_with_own_descriptors(Leaf& vm, Type* t, Value names) {
  Value out = make_dict(vm);
  auto add = [&] {
    for (auto [what, def] : {std::pair{Addition::Dict, &kInstanceDict},
                             std::pair{Addition::WeakReferences, &kInstanceWeakRef}}) {
      if (!adds_to_bases(vm, t, what)) continue;
      dict_set_name(vm, out, vm.intern(def->name), own_descriptor(vm, t, *def));
    }
  };
  uint64_t position = 0, left = dict_count(names);
  Value key, v;
  const Value doc = vm.types().name(NameId::Doc);
  bool added = false;
  while (dict_next(names, &position, &key, &v)) {
    if (--left == 0 && key == doc && v.is_none()) {
      add();
      added = true;
    }
    dict_set(vm, out, key, v);
  }
  if (!added) add();
  return out;
}

Value type_dict(Leaf& vm, const Value* a) {
  Type* t = a[0].as<Type>();
  Value d = t->names.is_undefined() ? make_dict(vm) : namespace_to_dict(vm, t->names);
  if (!is_builtin_type(t)) d = dict_with_own_descriptors(vm, t, d);
  if (is_builtin_type(t)) {  // lazily defined ones too
    Value names = type_own_names(vm, t);
    for (uint64_t i = 0; i < list_length(names); ++i) {
      Value name = list_get(vm, names, i);
      NameCell* cell = find_own(vm, t, str_intern(vm, name));
      if (cell) dict_set(vm, d, name, cell->value);
    }
  }
  Value view = make_dict_view(vm, d, DictPart::Keys);
  view.as_object()->map = kMapMappingProxy;
  return view;
}
Value type_doc(Leaf& vm, const Value* a) {
  Type* t = a[0].as<Type>();
  NameCell* own = find_own(vm, t, vm.types().name(NameId::Doc));
  // What a built-in type has under that name may be the getter of its instances.
  if (own == nullptr || (is_builtin_type(t) && !is_str(own->value))) {
    return t->doc.is_undefined() ? Value::none() : t->doc;
  }
  if (is_str(own->value)) return own->value;
  return own->value.is_object() ? leave_to_python() : own->value;
}
Value type_annotations(Leaf& vm, const Value* a) {
  Type* t = a[0].as<Type>();
  Value name = vm.types().name(NameId::Annotations);
  if (is_builtin_type(t)) return raise_attribute_error(vm, a[0], name);
  Value own = namespace_get(vm, t->names, name);
  if (!own.is_undefined()) return own;
  Value fresh = make_dict(vm);
  set_type_attribute(vm, t, name, fresh);
  return fresh;
}
Value type_abstract(Leaf& vm, const Value* a) {
  Value name = vm.intern("__abstractmethods__");
  const auto* t = a[0].as<Type>();
  // What a built-in type has under that name is this getter.
  Value own = is_builtin_type(t) ? Value::undefined() : namespace_get(vm, t->names, name);
  return own.is_undefined() ? raise_attribute_error(vm, a[0], name) : own;
}

Value object_doc(Leaf& vm, const Value* a) {
  Type* t = type_of(vm, a[0]);
  return t->doc.is_undefined() ? Value::none() : t->doc;
}

/// CPython's Py_TPFLAGS_*, as far as they say something of classes here.
Value type_flags(Leaf& vm, const Value* a) {
  const auto* t = a[0].as<Type>();
  int64_t flags = 1 << 12 | 1 << 14;  // ready, has the collector
  if (!is_builtin_type(t)) flags |= 1 << 9;
  if (!(t->flags & kTypeFinal)) flags |= 1 << 10;
  Value abstract = t->names.is_undefined()
                       ? Value::undefined()
                       : namespace_get(vm, t->names, vm.intern("__abstractmethods__"));
  if (is_any_set(abstract) && set_count(abstract) != 0) flags |= 1 << 20;
  constexpr TypeId kKinds[] = {TypeId::Int, TypeId::List, TypeId::Tuple,         TypeId::Bytes,
                               TypeId::Str, TypeId::Dict, TypeId::BaseException, TypeId::Type};
  for (int64_t k = 0; k < 8; ++k) {
    if (is_subtype(t, type_by_id(vm, kKinds[k]))) flags |= int64_t{1} << (24 + k);
  }
  return vm.heap().make_int(flags);
}
/// Bytes of an instance, as CPython lays out one without slots and with __dict__ and weak
/// references.
Value type_basicsize(Leaf& vm, const Value* a) {
  const auto* t = a[0].as<Type>();
  return Value::small_int(t == type_by_id(vm, TypeId::Object) ? 16 : 32);
}
Value type_itemsize(Leaf&, const Value*) { return Value::small_int(0); }
Value type_dictoffset(Leaf&, const Value* a) {
  const auto* t = a[0].as<Type>();
  return Value::small_int(is_builtin_type(t) || (t->flags & kTypeHasSlots) ? 0 : 16);
}
Value type_text_signature(Leaf& vm, const Value* a) {
  return a[0] == vm.types().value(TypeId::Object) ? vm.str("()") : Value::none();
}

const BuiltinDef kObject[] = {
    HH_LEAF("__new__", "cls, /, *args, **kwargs", object_new, kBuiltinStatic, "A new instance."),
    HH_LEAF("__init__", "self, /, *args, **kwargs", object_init, 0, "Fills a new instance."),
    HH_LEAF("__repr__", "self, /", object_repr, kBuiltinReadOnly, "repr(self)"),
    HH_PYTHON("__str__", "self, /", "str(self)"),
    HH_LEAF("__format__", "self, format_spec, /", object_format, kBuiltinPython,
            "Formatted as the spec says."),
    HH_LEAF("__eq__", "self, value, /", object_eq, kBuiltinReadOnly, "self == value"),
    HH_PYTHON("__ne__", "self, value, /", "self != value"),
    HH_LEAF("__lt__", "self, value, /", not_implemented_leaf, kBuiltinReadOnly, "self < value"),
    HH_LEAF("__le__", "self, value, /", not_implemented_leaf, kBuiltinReadOnly, "self <= value"),
    HH_LEAF("__gt__", "self, value, /", not_implemented_leaf, kBuiltinReadOnly, "self > value"),
    HH_LEAF("__ge__", "self, value, /", not_implemented_leaf, kBuiltinReadOnly, "self >= value"),
    HH_LEAF("__hash__", "self, /", object_hash, 0, "hash(self)"),
    HH_LEAF("__setattr__", "self, name, value, /", object_setattr, kBuiltinPython,
            "Sets an attribute."),
    HH_LEAF("__delattr__", "self, name, /", object_delattr, kBuiltinPython,
            "Deletes an attribute."),
    HH_LEAF("__getattribute__", "self, name, /", object_getattribute, kBuiltinPython,
            "The attribute of that name."),
    HH_LEAF("__dir__", "self, /", object_dir, kBuiltinReadOnly, "Names of the attributes."),
    HH_LEAF("__sizeof__", "self, /", object_sizeof, kBuiltinReadOnly, "Size in bytes, roughly."),
    HH_LEAF("__init_subclass__", "cls, /, **kwargs", init_subclass, kBuiltinClassMethod,
            "Called when the class is subclassed."),
    HH_LEAF("__subclasshook__", "cls, subclass, /", not_implemented_leaf, kBuiltinClassMethod,
            "Overridden by abstract classes."),
    HH_PYTHON("__reduce_ex__", "self, protocol, /", "How pickle makes the object again."),
    HH_PYTHON("__reduce__", "self, /", "How pickle makes the object again."),
    HH_PYTHON("__getstate__", "self, /", "The attributes of the object."),
    HH_LEAF("__doc__", "self, /", object_doc, kBuiltinGetter,
            "The documentation of the object's class, which has none of its own in its namespace."),
};

const BuiltinDef kTypeTable[] = {
    HH_LEAF("__call__", "self, /, *args, **kwargs", type_call, kBuiltinPython,
            "self(*args, **kwargs)"),
    {"__new__", "cls, name, bases, dict, /, **kwds", leave_all_to_python, nullptr,
     kBuiltinPython | kBuiltinStatic, Inlined::None, "A new class."},
    HH_LEAF("__init__", "self, /, *args, **kwargs", nothing, 0, "Fills a new class."),
    HH_LEAF("mro", "self, /", type_mro, kBuiltinReadOnly,
            "The classes that are searched for attributes, in order."),
    HH_LEAF("__subclasses__", "self, /", type_subclasses, kBuiltinReadOnly,
            "The direct subclasses."),
    HH_LEAF("__repr__", "self, /", type_repr, kBuiltinReadOnly, "repr(self)"),
    HH_LEAF("__instancecheck__", "self, instance, /", type_instancecheck, kBuiltinReadOnly,
            "isinstance(instance, self)"),
    HH_LEAF("__subclasscheck__", "self, subclass, /", type_subclasscheck, kBuiltinReadOnly,
            "issubclass(subclass, self)"),
    HH_LEAF("__prepare__", "cls, /, *args, **kwargs", type_prepare, kBuiltinClassMethod,
            "The namespace of a class body."),
    HH_LEAF("__getattribute__", "self, name, /", object_getattribute, kBuiltinPython,
            "The attribute of that name."),
    HH_LEAF("__setattr__", "self, name, value, /", object_setattr, kBuiltinPython,
            "Sets an attribute."),
    HH_LEAF("__delattr__", "self, name, /", object_delattr, kBuiltinPython,
            "Deletes an attribute."),
    HH_LEAF("__dir__", "self, /", object_dir, kBuiltinReadOnly, "Names of the attributes."),
    HH_LEAF("__sizeof__", "self, /", object_sizeof, kBuiltinReadOnly, "Size in bytes, roughly."),
    HH_LEAF("__name__", "self, /", type_name_field, kBuiltinGetter, "The class's name."),
    HH_LEAF("__qualname__", "self, /", type_qualname, kBuiltinGetter,
            "The name with those around it."),
    HH_LEAF("__module__", "self, /", type_module, kBuiltinGetter, "Name of the module."),
    HH_LEAF("__bases__", "self, /", type_bases, kBuiltinGetter,
            "The classes that it derives from."),
    HH_LEAF("__base__", "self, /", type_base, kBuiltinGetter,
            "The base that decides how instances are laid out."),
    HH_LEAF("__mro__", "self, /", type_mro_field, kBuiltinGetter,
            "The classes that are searched for attributes."),
    HH_LEAF("__dict__", "self, /", type_dict, kBuiltinGetter,
            "The class's own attributes, read-only."),
    HH_LEAF("__doc__", "self, /", type_doc, kBuiltinGetter | kBuiltinPython,
            "The class's documentation."),
    HH_LEAF("__weakref__", "self, /", type_weak_reference, kBuiltinGetter,
            "The descriptor of weak references to instances."),
    HH_LEAF("__annotations__", "self, /", type_annotations, kBuiltinGetter,
            "The class's annotations."),
    HH_LEAF("__abstractmethods__", "self, /", type_abstract, kBuiltinGetter,
            "Names of abstract methods."),
    HH_LEAF("__flags__", "self, /", type_flags, kBuiltinGetter, "Bits that tell its kind."),
    HH_LEAF("__basicsize__", "self, /", type_basicsize, kBuiltinGetter, "Bytes of an instance."),
    HH_LEAF("__itemsize__", "self, /", type_itemsize, kBuiltinGetter, "Bytes of an item."),
    HH_LEAF("__dictoffset__", "self, /", type_dictoffset, kBuiltinGetter,
            "Where an instance's __dict__ lies, 0: nowhere."),
    HH_LEAF("__weakrefoffset__", "self, /", type_dictoffset, kBuiltinGetter,
            "Where an instance's weak references lie, 0: nowhere."),
    HH_LEAF("__text_signature__", "self, /", type_text_signature, kBuiltinGetter,
            "The parameters of the class, or None."),
    HH_PYTHON("__or__", "self, value, /", "A union of types."),
    HH_PYTHON("__ror__", "self, value, /", "A union of types."),
};

}  // namespace

const BuiltinTable kObjectRows = builtin_table(kObject);
const BuiltinTable kTypeRows = builtin_table(kTypeTable);

Attribute find_attribute_generic(Leaf& vm, Value object, Value name) {
  WithoutHooks aside(vm, object);
  return find_attribute(vm, object, name);
}
AttributeStore find_store_generic(Leaf& vm, Value object, Value name, bool deleting) {
  WithoutHooks aside(vm, object);
  return deleting ? find_attribute_delete(vm, object, name)
                  : find_attribute_store(vm, object, name);
}

Value leave_all_to_python(Leaf&, const Value*) { return Value::undefined(); }

}  // namespace hothouse
