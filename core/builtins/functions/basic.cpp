// The builtins module: functions of one value, numbers, attributes, iteration.
#include <cmath>

#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/builtins/types/shared.h"
#include "core/objects/attributes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/float.h"
#include "core/objects/hash.h"
#include "core/objects/list.h"
#include "core/objects/list_sort.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/tuple.h"
#include "core/objects/type_layout.h"
#include "core/vm/vm.h"

namespace hothouse {
Value frame_variables(Leaf& vm, const Value* r, Value globals) {
  CodeBody* body = frame_body(r);
  if (body->flags & kCodeModule) return globals;
  if (body->flags & kCodeClassBody) {
    Value names = r[kFrameExtra];
    if (names == frame_function(r)->globals) return globals;
    return is_kind(names, Kind::Namespace) ? namespace_live_dict(vm, names) : names;
  }
  return variables_dict(vm, *body, r, frame_function(r)->closure);
}

Value attribute_names(Leaf& vm, Value object) {
  Value names = make_dict(vm);
  auto add_list = [&](Value list) {
    for (uint64_t i = 0; i < list_length(list); ++i) {
      dict_set(vm, names, list_get(vm, list, i), Value::none());
    }
  };
  auto add_type = [&](Type* t) {
    for (uint64_t i = 0; i < tuple_length(t->mro); ++i) {
      Type* c = tuple_get(t->mro, i).as<Type>();
      add_list(type_own_names(vm, c));
      if (is_builtin_type(c)) continue;
      if (adds_to_bases(vm, c, Addition::Dict)) {
        dict_set(vm, names, vm.types().name(NameId::Dict), Value::none());
      }
      if (adds_to_bases(vm, c, Addition::WeakReferences)) {
        dict_set(vm, names, vm.intern("__weakref__"), Value::none());
      }
    }
  };
  if (is_kind(object, Kind::Module)) {
    module_define_all(vm, object);
    add_list(dict_keys_list(vm, namespace_to_dict(vm, object.as<Module>()->names)));
  } else if (is_type(object)) {
    dict_set(vm, names, vm.types().name(NameId::Class), Value::none());
    add_type(object.as<Type>());
  } else {
    if (is_instance_kind(object)) add_list(instance_names(vm, object));
    Value holder = is_kind(object, Kind::BoundMethod) ? object.as<BoundMethod>()->function : object;
    if (is_kind(holder, Kind::Function) && is_dict(holder.as<Function>()->attributes)) {
      add_list(dict_keys_list(vm, holder.as<Function>()->attributes));
    }
    if (is_wrapper(object)) add_list(dict_keys_list(vm, wrapper_dict(vm, object)));
    dict_set(vm, names, vm.types().name(NameId::Class), Value::none());
    add_type(type_of(vm, object));
  }
  Value list = dict_keys_list(vm, names);
  list_sort_leaf(vm, list, false);
  return list;
}

Value variables_dict(Leaf& vm, const CodeBody& body, const Value* registers, Value closure) {
  Value out = make_dict(vm);
  for (size_t i = 0; i < body.local_names.size(); ++i) {
    Value v = registers[i];
    if (is_kind(v, Kind::Cell)) {
      bool is_variable = false;
      for (Value name : body.cell_names) is_variable |= name == body.local_names[i];
      if (is_variable) v = v.as<Cell>()->value;
    }
    if (v.is_undefined() || !is_str(body.local_names[i])) continue;
    StrView name = str_view(vm, body.local_names[i]);
    if (name.length && name[0] == '.') continue;
    dict_set(vm, out, body.local_names[i], v);
  }
  if (is_tuple(closure)) {
    for (size_t i = 0; i < body.free_names.size(); ++i) {
      Value v = tuple_get(closure, i).as<Cell>()->value;
      if (!v.is_undefined()) dict_set(vm, out, body.free_names[i], v);
    }
  }
  return out;
}

bool is_callable(Leaf& vm, Value v) {
  if (v.is_object()) {
    switch (v.as_object()->kind) {
      case Kind::Function:
      case Kind::Builtin:
      case Kind::BoundMethod:
      case Kind::Type:
        return true;
      default:
        break;
    }
  }
  return !lookup_in_type(vm, type_of(vm, v), NameId::Call).is_undefined();
}

namespace {

/// True if the class of v is a Python class, so that methods of its own may have to run.
bool has_methods(Leaf& vm, Value v) {
  return is_instance_kind(v) && !is_builtin_type(type_of(vm, v));
}

Value len(Leaf& vm, const Value* a) {
  if (has_methods(vm, a[0])) {
    if (unwrap(vm, a[0]) == a[0] ||
        is_overridden(vm, type_of(vm, a[0]), vm.types().name(NameId::Len))) {
      return leave_to_python();
    }
  }
  int64_t n = builtin_length(vm, a[0]);
  if (n >= 0) return vm.heap().make_int(n);
  if (is_kind(unwrap(vm, a[0]), Kind::Range)) {
    return vm.overflow_error("Python int too large to convert to C ssize_t");
  }
  return leave_to_python();
}

Value abs_function(Leaf& vm, const Value* a) {
  if (a[0].is_double()) return Value::from_double(std::fabs(a[0].as_double()));
  if (is_int_value(a[0])) return int_abs(vm, a[0]);
  return leave_to_python();
}

template <int base>
Value base_text(Leaf& vm, const Value* a) {
  Value n = as_int(vm, a[0]);
  if (n.is_undefined()) {
    return vm.type_error("'" + type_name_of(vm, a[0]) +
                         "' object cannot be interpreted as an integer");
  }
  std::string text;
  if (!int_to_text(vm, int_from_bool(n), base, &text)) return Value::raised();
  text.insert(text[0] == '-' ? 1 : 0, base == 2 ? "0b" : base == 8 ? "0o" : "0x");
  return str_from_ascii(vm, text);
}

Value callable_function(Leaf& vm, const Value* a) { return Value::boolean(is_callable(vm, a[0])); }

Value chr_function(Leaf& vm, const Value* a) {
  Value n = as_int(vm, a[0]);
  if (n.is_undefined()) {
    return vm.type_error("'" + type_name_of(vm, a[0]) +
                         "' object cannot be interpreted as an integer");
  }
  int64_t c;
  if (!as_int64(n, &c) || c < INT32_MIN || c > INT32_MAX) {
    return vm.overflow_error(int_sign(n) < 0 ? "Python int too small to convert to C int"
                                             : "Python int too large to convert to C int");
  }
  if (c < 0 || c > 0x10ffff) return vm.value_error("chr() arg not in range(0x110000)");
  return str_from_code_point(vm, static_cast<char32_t>(c));
}

Value ord_function(Leaf& vm, const Value* a) {
  Value s = unwrap(vm, a[0]);
  uint64_t n;
  if (is_str(s)) {
    n = str_length(s);
    if (n == 1) return Value::small_int(static_cast<int64_t>(str_view(vm, s).at(0)));
  } else if (is_bytes(s) || is_bytearray(s)) {
    BytesView view = bytes_view(s);
    n = view.size();
    if (n == 1) return Value::small_int(static_cast<uint8_t>(view[0]));
  } else {
    return vm.type_error("ord() expected string of length 1, but " + type_name_of(vm, a[0]) +
                         " found");
  }
  return vm.type_error("ord() expected a character, but string of length " + std::to_string(n) +
                       " found");
}

Value divmod_function(Leaf& vm, const Value* a) {
  Value x = a[0], y = a[1];
  if (is_int_value(x) && is_int_value(y)) {
    Value q, r;
    if (!int_divmod(vm, x, y, &q, &r)) return Value::raised();
    return make_tuple(vm, {q, r});
  }
  bool numbers = (x.is_double() || is_int_value(x)) && (y.is_double() || is_int_value(y));
  if (!numbers) return leave_to_python();
  double p, q, quotient, remainder;
  if (!double_argument(vm, x, &p) || !double_argument(vm, y, &q)) return Value::raised();
  if (!float_divmod(vm, p, q, &quotient, &remainder)) return Value::raised();
  return make_tuple(vm, {Value::from_double(quotient), Value::from_double(remainder)});
}

Value pow_function(Leaf& vm, const Value* a) {
  Value x = a[0], y = a[1], m = a[2];
  bool modular = given(m) && !m.is_none();
  if (is_int_value(x) && is_int_value(y)) {
    if (!modular) return int_pow(vm, x, y);
    if (is_int_value(m)) return int_pow_mod(vm, x, y, m);
    if (has_methods(vm, m)) return leave_to_python();
  }
  if (modular) {
    if (has_methods(vm, x) || has_methods(vm, y) || has_methods(vm, m)) return leave_to_python();
    if (is_kind(x, Kind::Complex) || is_kind(y, Kind::Complex)) {
      return vm.value_error("complex modulo");
    }
    bool float_mod = x.is_double() || y.is_double() || m.is_double();
    if (float_mod) {
      return vm.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    }
    return vm.type_error("unsupported operand type(s) for ** or pow(): '" + type_name_of(vm, x) +
                         "', '" + type_name_of(vm, y) + "', '" + type_name_of(vm, m) + "'");
  }
  bool numbers = (x.is_double() || is_int_value(x)) && (y.is_double() || is_int_value(y));
  if (!numbers) return leave_to_python();
  double p, q;
  if (!double_argument(vm, x, &p) || !double_argument(vm, y, &q)) return Value::raised();
  return float_pow(vm, p, q);
}

Value round_function(Leaf& vm, const Value* a) {
  Value x = a[0];
  bool digits_given = given(a[1]) && !a[1].is_none();
  if (digits_given && !is_int_value(a[1])) {
    if (needs_index(vm, a[1]) || has_methods(vm, a[1])) return leave_to_python();
    return vm.type_error("'" + type_name_of(vm, a[1]) +
                         "' object cannot be interpreted as an integer");
  }
  if (is_int_value(x)) return digits_given ? int_round(vm, x, a[1]) : int_from_bool(x);
  if (x.is_double()) {
    return digits_given ? float_round(vm, x.as_double(), clamp_int64(a[1]))
                        : float_round(vm, x.as_double());
  }
  return leave_to_python();
}

Value id_function(Leaf& vm, const Value* a) { return int_from_uint64(vm, identity(vm, a[0])); }

Value hash_function(Leaf& vm, const Value* a) {
  uint64_t hash;
  switch (hash_value(vm, a[0], &hash)) {
    case Verdict::Yes:
      return vm.heap().make_int(static_cast<int64_t>(hash));
    case Verdict::Raised:
      return Value::raised();
    default:
      return leave_to_python();
  }
}

// --- classes

/// isinstance by the MRO; NeedsCall for anything with hooks.
Verdict instance_of(Leaf& vm, Value v, Value class_or_tuple, bool subclass) {
  if (is_type(class_or_tuple)) {
    Type* t = class_or_tuple.as<Type>();
    if (!subclass) return instance_of_class(vm, type_of(vm, v), t);
    Type* meta = type_of(vm, class_or_tuple);
    if (!is_builtin_type(meta) && is_overridden(vm, meta, vm.types().name(NameId::SubclassCheck))) {
      return Verdict::NeedsCall;
    }
    return verdict(is_subtype(v.as<Type>(), t));
  }
  if (is_tuple(class_or_tuple)) {
    for (uint64_t i = 0; i < tuple_length(class_or_tuple); ++i) {
      Verdict r = instance_of(vm, v, tuple_get(class_or_tuple, i), subclass);
      if (r != Verdict::No) return r;
    }
    return Verdict::No;
  }
  return Verdict::NeedsCall;
}

Value isinstance(Leaf& vm, const Value* a) {
  return verdict_value(instance_of(vm, a[0], a[1], false));
}
Value issubclass(Leaf& vm, const Value* a) {
  if (!is_type(a[0])) return leave_to_python();
  return verdict_value(instance_of(vm, a[0], a[1], true));
}

// --- attributes

bool name_argument(Leaf& vm, Value v, const char* function, Value* name) {
  Value s = unwrap(vm, v);
  if (!is_str(s)) {
    (void)function;
    vm.type_error("attribute name must be string, not '" + type_name_of(vm, v) + "'");
    return false;
  }
  *name = is_interned(s) ? s : str_intern(vm, s);
  return true;
}

/// Whether reading that attribute changes the object: its first __dict__ moves the others. These
/// functions only read.
bool makes_dict(Leaf& vm, Value object, Value name) {
  return name == vm.types().name(NameId::Dict) && is_instance_kind(object) &&
         !instance_has_live_dict(vm, object);
}

Value getattr_function(Leaf& vm, const Value* a) {
  Value name;
  if (!name_argument(vm, a[1], "getattr", &name)) return Value::raised();
  if (makes_dict(vm, a[0], name)) return leave_to_python();
  bool needs_call = false;
  Value v = get_attribute(vm, a[0], name, &needs_call);
  if (needs_call) return leave_to_python();
  if (!v.is_undefined()) return v;
  return given(a[2]) ? a[2] : raise_attribute_error(vm, a[0], name);
}
Value hasattr_function(Leaf& vm, const Value* a) {
  Value name;
  if (!name_argument(vm, a[1], "hasattr", &name)) return Value::raised();
  if (makes_dict(vm, a[0], name)) return leave_to_python();
  bool needs_call = false;
  Value v = get_attribute(vm, a[0], name, &needs_call);
  if (needs_call) return leave_to_python();
  if (v.is_raised()) return v;
  return Value::boolean(!v.is_undefined());
}
Value setattr_function(Leaf& vm, const Value* a) {
  Value name;
  if (!name_argument(vm, a[1], "setattr", &name)) return Value::raised();
  return set_attribute(vm, a[0], name, a[2]);
}
Value delattr_function(Leaf& vm, const Value* a) {
  Value name;
  if (!name_argument(vm, a[1], "delattr", &name)) return Value::raised();
  return delete_attribute(vm, a[0], name);
}

Value globals_function(Leaf& vm, const Value*) {
  auto& world = static_cast<Vm&>(vm);
  Value* r = world.current_frame();
  return namespace_live_dict(vm, frame_function(r)->globals);
}

/// A dict of the variables of the calling frame; of a module, its globals.
Value locals_function(Leaf& vm, const Value*) {
  auto& world = static_cast<Vm&>(vm);
  const Value* r = world.current_frame();
  const auto pc = static_cast<uint32_t>(world.state.pc);
  return frame_locals(vm, r, pc, namespace_live_dict(vm, frame_function(r)->globals));
}

Value vars_function(Leaf& vm, const Value* a) {
  if (!given(a[0])) return locals_function(vm, a);
  Value name = vm.types().name(NameId::Dict);
  bool needs_call = false;
  Value v = get_attribute(vm, a[0], name, &needs_call);
  if (needs_call) return leave_to_python();
  if (v.is_undefined() || v.is_raised()) {
    vm.clear_pending();
    return vm.type_error("vars() argument must have __dict__ attribute");
  }
  return v;
}

// --- iteration

Value iter_function(Leaf& vm, const Value* a) {
  if (given(a[1])) return leave_to_python();
  if (is_kind(a[0], Kind::Generator)) {
    const MapId map = a[0].as_object()->map;
    if (map != kMapCoroutine && map != kMapAsyncGenerator) return a[0];
    return vm.type_error("'" + type_name_of(vm, a[0]) + "' object is not iterable");
  }
  return builtin_iterator(vm, a[0]);
}
Value next_function(Leaf& vm, const Value* a) {
  Value x = builtin_next(vm, a[0]);
  if (!x.is_exhausted()) return x;
  return given(a[1]) ? a[1] : vm.stop_iteration(Value::none());
}
Value sorted_function(Leaf& vm, const Value* a) {
  if (given(a[1]) && !a[1].is_none()) return leave_to_python();
  int64_t reverse = 0;
  if (given(a[2]) && !int64_argument(vm, a[2], &reverse)) return Value::raised();
  if (!is_list(a[0]) && !is_tuple(a[0]) && builtin_iterator(vm, a[0]) == a[0]) {
    return leave_to_python();
  }
  Value out = make_list(vm);
  if (is_list(a[0]) || is_tuple(a[0])) {
    Value r = list_extend_list(vm, out, a[0]);
    if (r.is_raised()) return r;
  } else {
    Verdict v =
        each_element(vm, a[0], [&](Value x) { return !list_append(vm, out, x).is_raised(); });
    if (v == Verdict::Raised || vm.raised()) return Value::raised();
    if (v == Verdict::No) return leave_to_python();
  }
  return list_sort_leaf(vm, out, reverse != 0) ? out : leave_to_python();
}

/// A row of plain values that may be gone through twice: exact list, tuple, set, range, dict, str.
bool repeatable(Leaf& vm, Value v) {
  if (!v.is_object() || is_instance_kind(v)) return false;
  Value it = builtin_iterator(vm, v);
  return !it.is_undefined() && !it.is_raised() && it != v;
}

Value sum_function(Leaf& vm, const Value* a) {
  if (!repeatable(vm, a[0])) return leave_to_python();
  Value total = given(a[1]) ? a[1] : Value::small_int(0);
  if (!is_int_value(total) && !total.is_double()) return leave_to_python();
  bool give_up = false;
  Verdict v = each_element(vm, a[0], [&](Value x) {
    if (is_int_value(x) && is_int_value(total)) {
      total = int_add(vm, total, x);
    } else if ((x.is_double() || is_int_value(x)) && (total.is_double() || is_int_value(total))) {
      double p, q;
      if (!double_argument(vm, total, &p) || !double_argument(vm, x, &q)) return false;
      total = Value::from_double(p + q);
    } else {
      give_up = true;
    }
    return !give_up;
  });
  if (give_up) return leave_to_python();
  return v == Verdict::Raised || vm.raised() ? Value::raised() : total;
}

template <bool want>
Value any_or_all(Leaf& vm, const Value* a) {
  if (!repeatable(vm, a[0])) return leave_to_python();
  bool give_up = false, found = false;
  Verdict v = each_element(vm, a[0], [&](Value x) {
    Verdict t = truth(vm, x);
    if (t == Verdict::NeedsCall) {
      give_up = true;
    } else {
      found = (t == Verdict::Yes) == want;
    }
    return !give_up && !found;
  });
  if (give_up) return leave_to_python();
  return v == Verdict::Raised ? Value::raised() : Value::boolean(found == want);
}

template <CompareOp op>
Value extreme(Leaf& vm, const Value* a) {
  // Parameters: key, default, *args.
  if (given(a[0]) && !a[0].is_none()) return leave_to_python();
  Tuple* args = a[2].as<Tuple>();
  Value row = args->length == 1 ? args->data()[0] : a[2];
  if (args->length == 0 || !repeatable(vm, row)) return leave_to_python();
  if (args->length > 1 && given(a[1])) return leave_to_python();
  Value best = Value::undefined();
  bool give_up = false;
  Verdict v = each_element(vm, row, [&](Value x) {
    if (best.is_undefined()) {
      best = x;
      return true;
    }
    Verdict better = compare(vm, op, x, best);
    if (better == Verdict::NeedsCall) give_up = true;
    if (better == Verdict::Yes) best = x;
    return !give_up && better != Verdict::Raised;
  });
  if (give_up) return leave_to_python();
  if (v == Verdict::Raised || vm.raised()) return Value::raised();
  return best.is_undefined() ? leave_to_python() : best;
}

// --- text

Value repr_function(Leaf& vm, const Value* a) { return repr_leaf(vm, a[0]); }
Value ascii_function(Leaf& vm, const Value* a) {
  Value text = repr_leaf(vm, a[0]);
  return is_str(text) ? str_ascii_only(vm, text) : text;
}
Value format_function(Leaf& vm, const Value* a) {
  Value spec = given(a[1]) ? unwrap(vm, a[1]) : vm.types().empty_str();
  if (!is_str(spec)) {
    return vm.type_error("format() argument 2 must be str, not " + type_name_of(vm, a[1]));
  }
  return format_value(vm, a[0], spec);
}

/// The names of an object's attributes, sorted.
Value dir_function(Leaf& vm, const Value* a) {
  if (given(a[0])) {
    // A module may have a __dir__ of its own.
    return is_kind(a[0], Kind::Module) ||
                   is_overridden(vm, type_of(vm, a[0]), vm.types().name(NameId::Dir))
               ? leave_to_python()
               : attribute_names(vm, a[0]);
  }
  Value locals = locals_function(vm, a);
  if (!is_dict(locals)) {  // a mapping of the program's own, passed to exec()
    return vm.type_error(
        "dir() without arguments is not supported by Hothouse where names are in a '" +
        type_name_of(vm, locals) + "'");
  }
  Value list = dict_keys_list(vm, locals);
  list_sort_leaf(vm, list, false);
  return list;
}

constexpr uint32_t kRead = kBuiltinReadOnly;
constexpr uint32_t kReadOrPython = kBuiltinReadOnly | kBuiltinPython;

const BuiltinDef kRows[] = {
    {"len", "obj, /", len, nullptr, kReadOrPython, Inlined::Len,
     "Number of elements of a container."},
    {"abs", "x, /", abs_function, nullptr, kReadOrPython, Inlined::Abs, "Absolute value."},
    HH_LEAF("bin", "number: index, /", base_text<2>, kRead, "Binary text of an integer."),
    HH_LEAF("oct", "number: index, /", base_text<8>, kRead, "Octal text of an integer."),
    HH_LEAF("hex", "number: index, /", base_text<16>, kRead, "Hexadecimal text of an integer."),
    HH_LEAF("callable", "obj, /", callable_function, kRead, "Can the object be called?"),
    HH_INLINED("chr", "i: index, /", chr_function, kRead, Chr, "The character of a code point."),
    {"ord", "c, /", ord_function, nullptr, kRead, Inlined::Ord, "The code point of a character."},
    HH_LEAF("divmod", "x, y, /", divmod_function, kReadOrPython, "(x // y, x % y)"),
    HH_LEAF("pow", "base, exp, mod=", pow_function, kReadOrPython,
            "base ** exp, or that modulo mod."),
    HH_LEAF("round", "number, ndigits=", round_function, kReadOrPython,
            "Rounded to ndigits digits."),
    HH_LEAF("id", "obj, /", id_function, 0, "The identity of an object."),
    HH_LEAF("hash", "obj, /", hash_function, kReadOrPython, "The hash of an object."),
    {"isinstance", "obj, class_or_tuple, /", isinstance, nullptr, kReadOrPython,
     Inlined::IsInstance, "Is the object an instance of the class?"},
    HH_LEAF("issubclass", "type, class_or_tuple, /", issubclass, kReadOrPython,
            "Is the class a subclass?"),
    HH_LEAF("getattr", "object, name, default=, /", getattr_function, kReadOrPython,
            "The attribute of that name."),
    HH_LEAF("hasattr", "obj, name, /", hasattr_function, kReadOrPython,
            "Has the object that attribute?"),
    HH_LEAF("setattr", "obj, name, value, /", setattr_function, kBuiltinPython,
            "Sets an attribute."),
    HH_LEAF("delattr", "obj, name, /", delattr_function, kBuiltinPython, "Deletes an attribute."),
    HH_LEAF("globals", "", globals_function, kRead, "The dict of the module's variables."),
    HH_LEAF("locals", "", locals_function, kRead, "A dict of the variables here (a copy)."),
    HH_LEAF("vars", "object=, /", vars_function, kBuiltinPython, "The object's __dict__."),
    HH_LEAF("dir", "object=, /", dir_function, kReadOrPython, "Names of the object's attributes."),
    HH_LEAF("iter", "object, sentinel=, /", iter_function, kReadOrPython,
            "An iterator over the object."),
    HH_PYTHON("aiter", "async_iterable, /", "An asynchronous iterator over the object."),
    HH_PYTHON("anext", "async_iterator, default=, /", "What to await for the next element."),
    HH_LEAF("next", "iterator, default=, /", next_function, kBuiltinPython,
            "The iterator's next element."),
    HH_LEAF("sorted", "iterable, /, *, key=, reverse: index=", sorted_function, kReadOrPython,
            "A sorted list of the elements."),
    HH_LEAF("sum", "iterable, /, start=", sum_function, kReadOrPython, "The sum of the elements."),
    HH_LEAF("any", "iterable, /", any_or_all<true>, kReadOrPython, "Is any element true?"),
    HH_LEAF("all", "iterable, /", any_or_all<false>, kReadOrPython, "Are all elements true?"),
    {"min", "*args, key=, default=", extreme<CompareOp::Lt>, nullptr, kReadOrPython, Inlined::Min,
     "The smallest element."},
    {"max", "*args, key=, default=", extreme<CompareOp::Gt>, nullptr, kReadOrPython, Inlined::Max,
     "The largest element."},
    HH_LEAF("repr", "obj, /", repr_function, kReadOrPython, "The object as text for programmers."),
    HH_LEAF("ascii", "obj, /", ascii_function, kReadOrPython,
            "repr with everything beyond ASCII escaped."),
    HH_LEAF("format", "value, format_spec=, /", format_function, kReadOrPython,
            "The value as text, as the spec says."),
    HH_LEAF("print", "*args, sep=, end=, file=, flush=", print_function, kBuiltinPython,
            "Writes the values as text."),
    HH_LEAF("input", "prompt=, /", input_function, kBuiltinPython,
            "Reads a line from standard input."),
    HH_PYTHON("open", "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=",
              "Opens a file."),
    HH_PYTHON("__import__", "name, globals=, locals=, fromlist=, level=", "Imports a module."),
    HH_PYTHON("__build_class__", "func, name, /, *bases, **kwds", "Makes a class."),
    HH_PYTHON("eval", "source, globals=, locals=, /", "The value of an expression given as text."),
    HH_PYTHON("exec",
              "source, globals=, locals=, /, *, closure=", "Runs statements given as text."),
    HH_PYTHON("breakpoint", "*args, **kws", "Calls sys.breakpointhook()."),
    HH_PYTHON("exit", "code=", "Ends the program: raises SystemExit."),
    HH_PYTHON("quit", "code=", "Ends the program: raises SystemExit."),
    HH_PYTHON("compile",
              "source, filename, mode, flags=, dont_inherit=, optimize=, *, _feature_version=",
              "The code of a text."),
};

}  // namespace

const BuiltinTable kBuiltinFunctions = builtin_table(kRows);

/// A str with everything beyond ASCII escaped, as ascii() shows it.
Value str_ascii_only(Leaf& vm, Value text) {
  std::string out;
  StrView s = str_view(vm, text);
  for (uint64_t i = 0; i < s.length; ++i) {
    char32_t c = s[i];
    if (c < 128) {
      out.push_back(static_cast<char>(c));
      continue;
    }
    char buffer[16];
    const char* form = c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x";
    std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
    out += buffer;
  }
  return str_from_ascii(vm, out);
}

}  // namespace hothouse
