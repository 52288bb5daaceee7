// Rows of the exceptions' methods. Fields (args, __cause__, ...) are slots: objects/exception.h.
#include "core/builtins/arguments.h"
#include "core/builtins/types/shared.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/repr.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

bool derives(Leaf& vm, Type* t, TypeId base) { return is_subtype(t, type_by_id(vm, base)); }

Value exception_new(Leaf& vm, const Value* a) {
  if (!is_exception_class(a[0])) {
    return vm.type_error("BaseException.__new__(X): X is not a type object");
  }
  Type* t = a[0].as<Type>();
  if (derives(vm, t, TypeId::BaseExceptionGroup)) t = check_exception_group(vm, t, a[1]);
  return t != nullptr ? make_exception(vm, t, a[1]) : Value::raised();
}

Value exception_init(Leaf& vm, const Value* a) {
  if (!is_exception_instance(vm, a[0])) return wrong_self(vm, "__init__", "BaseException", a[0]);
  // The classes of OSError fill in __new__, unless only __init__ is a program's own.
  Type* t = type_of(vm, a[0]);
  if (derives(vm, t, TypeId::OSError) && is_overridden(vm, t, vm.types().name(NameId::New)) &&
      !is_overridden(vm, t, vm.types().name(NameId::Init))) {
    return Value::none();
  }
  if (!check_unicode_args(vm, t, a[1])) return Value::raised();
  set_exception_field(vm, a[0], kExcArgs, a[1]);
  set_exception_attributes(vm, a[0]);
  if (vm.raised()) return Value::raised();
  if (dict_count(a[2]) && !take_exception_keywords(vm, a[0], a[2])) return Value::raised();
  return Value::none();
}

Value with_traceback(Leaf& vm, const Value* a) {
  if (!a[1].is_none() && !is_kind(a[1], Kind::Traceback)) {
    return vm.type_error("__traceback__ must be a traceback or None");
  }
  set_exception_field(vm, a[0], kExcTraceback, a[1]);
  return a[0];
}

Value add_note(Leaf& vm, const Value* a) {
  Value note = unwrap(vm, a[1]);
  if (!is_str(note)) {
    return vm.type_error("note must be a str, not '" + type_name_of(vm, a[1]) + "'");
  }
  Value notes = exception_field(a[0], kExcNotes);
  if (!is_list(notes)) {
    if (!notes.is_undefined() && !notes.is_none()) {
      return vm.type_error("Cannot add note: __notes__ is not a list");
    }
    notes = make_list(vm);
    set_exception_field(vm, a[0], kExcNotes, notes);
  }
  return list_append(vm, notes, note);
}

Value exception_str_leaf(Leaf& vm, const Value* a) { return exception_str(vm, a[0]); }
Value exception_repr(Leaf& vm, const Value* a) {
  Value args = exception_field(a[0], kExcArgs);
  std::string name = type_name_of(vm, a[0]);
  if (!is_tuple(args)) return vm.str(name + "()");
  Value text = repr_leaf(vm, tuple_length(args) == 1 ? tuple_get(args, 0) : args);
  if (!is_str(text)) return text;
  std::string body = str_to_utf8(vm, text);
  if (tuple_length(args) == 1) body = "(" + body + ")";
  return vm.str(name + body);
}

const BuiltinDef kBase[] = {
    HH_PYTHON("__reduce__", "self, /", "How the value is made again."),
    HH_PYTHON("__setstate__", "self, state, /", "Sets the attributes of a copy."),
    {"__new__", "cls, /, *args, **kwargs", exception_new, nullptr, kBuiltinStatic, Inlined::None,
     "A new exception."},
    HH_LEAF("__init__", "self, /, *args, **kwargs", exception_init, 0, "Fills a new exception."),
    HH_LEAF("with_traceback", "self, tb, /", with_traceback, 0,
            "Sets __traceback__ and returns self."),
    HH_LEAF("add_note", "self, note, /", add_note, 0,
            "Adds a line to be shown below the traceback."),
    HH_LEAF("__str__", "self, /", exception_str_leaf, kBuiltinReadOnly | kBuiltinPython,
            "str(self)"),
    HH_LEAF("__repr__", "self, /", exception_repr, kBuiltinReadOnly | kBuiltinPython, "repr(self)"),
};
const BuiltinDef kKey[] = {
    HH_LEAF("__str__", "self, /", exception_str_leaf, kBuiltinReadOnly | kBuiltinPython,
            "str(self)"),
};
const BuiltinDef kGroup[] = {
    HH_CLASS_GETITEM,
    HH_PYTHON("subgroup", "self, condition, /", "The part that matches."),
    HH_PYTHON("split", "self, condition, /", "The parts that match and do not."),
    HH_PYTHON("derive", "self, excs, /", "A group of other exceptions with the same message."),
};

}  // namespace

Type* check_exception_group(Leaf& vm, Type* t, Value args) {
  const std::string function = "BaseExceptionGroup.__new__()";
  if (tuple_length(args) != 2) {
    vm.type_error(function + " takes exactly 2 arguments (" + std::to_string(tuple_length(args)) +
                  " given)");
    return nullptr;
  }
  Value message = tuple_get(args, 0);
  if (!is_str(unwrap(vm, message))) {
    vm.type_error(function + " argument 1 must be str, not " +
                  (message.is_none() ? "None" : type_name_of(vm, message)));
    return nullptr;
  }
  Value members = unwrap(vm, tuple_get(args, 1));
  if (is_list(members)) members = tuple_from_list(vm, members);
  if (!is_tuple(members)) {
    vm.type_error("second argument (exceptions) must be a sequence");
    return nullptr;
  }
  const uint64_t count = tuple_length(members);
  if (count == 0) {
    vm.value_error("second argument (exceptions) must be a non-empty sequence");
    return nullptr;
  }
  bool all_plain = true;
  for (uint64_t i = 0; i < count; ++i) {
    Value member = tuple_get(members, i);
    if (!is_exception_instance(vm, member)) {
      vm.value_error("Item " + std::to_string(i) +
                     " of second argument (exceptions) is not an exception");
      return nullptr;
    }
    all_plain = all_plain && derives(vm, type_of(vm, member), TypeId::Exception);
  }
  if (all_plain) {
    return t == type_by_id(vm, TypeId::BaseExceptionGroup) ? type_by_id(vm, TypeId::ExceptionGroup)
                                                           : t;
  }
  if (derives(vm, t, TypeId::Exception)) {
    vm.type_error("Cannot nest BaseExceptions in " + (t == type_by_id(vm, TypeId::ExceptionGroup)
                                                          ? "an ExceptionGroup"
                                                          : "'" + type_name(t) + "'"));
    return nullptr;
  }
  return t;
}

bool check_unicode_args(Leaf& vm, Type* t, Value args) {
  const bool decodes = derives(vm, t, TypeId::UnicodeDecodeError);
  const bool translates = derives(vm, t, TypeId::UnicodeTranslateError);
  if (!decodes && !translates && !derives(vm, t, TypeId::UnicodeEncodeError)) return true;
  const std::string_view kinds = translates ? "siis" : decodes ? "sbiis" : "ssiis";
  if (tuple_length(args) != kinds.size()) {
    vm.type_error("function takes exactly " + std::to_string(kinds.size()) + " arguments (" +
                  std::to_string(tuple_length(args)) + " given)");
    return false;
  }
  for (size_t i = 0; i < kinds.size(); ++i) {
    const Value v = unwrap(vm, tuple_get(args, i));
    const std::string is = v.is_none() ? "None" : type_name_of(vm, v);
    if (kinds[i] == 's' && !is_str(v)) {
      vm.type_error("argument " + std::to_string(i + 1) + " must be str, not " + is);
      return false;
    }
    if (kinds[i] == 'b' && (is_str(v) || is_int_value(v) || v.is_none())) {
      vm.type_error("a bytes-like object is required, not '" + type_name_of(vm, v) + "'");
      return false;
    }
    if (kinds[i] == 'i' && !is_int_value(v)) {
      vm.type_error("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
      return false;
    }
  }
  return true;
}

bool take_exception_keywords(Leaf& vm, Value e, Value kwargs) {
  Type* t = type_of(vm, e);
  uint64_t position = 0;
  Value key, value;
  while (dict_next(kwargs, &position, &key, &value)) {
    std::string name = str_to_utf8(vm, key);
    bool known = false;
    if (derives(vm, t, TypeId::ImportError)) known = name == "name" || name == "path";
    if (derives(vm, t, TypeId::AttributeError)) known = name == "name" || name == "obj";
    if (derives(vm, t, TypeId::NameError)) known = name == "name";
    if (!known) {
      bool takes_some = derives(vm, t, TypeId::ImportError) ||
                        derives(vm, t, TypeId::AttributeError) || derives(vm, t, TypeId::NameError);
      vm.type_error(takes_some
                        ? "'" + name + "' is an invalid keyword argument for " + type_name(t) + "()"
                        : type_name(t) + "() takes no keyword arguments");
      return false;
    }
    instance_set(vm, e, vm.intern(name), value);
  }
  return true;
}

const BuiltinTable kBaseExceptionRows = builtin_table(kBase);
const BuiltinTable kKeyErrorRows = builtin_table(kKey);
const BuiltinTable kExceptionGroupRows = builtin_table(kGroup);

}  // namespace hothouse
