// repr and str of built-in values.
#include "core/objects/repr.h"

#include <algorithm>
#include <cstdio>

#include "core/objects/attributes.h"
#include "core/objects/bytes.h"
#include "core/objects/complex.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/float.h"
#include "core/objects/hash.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/range.h"
#include "core/objects/repr_objects.h"
#include "core/objects/set.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {

namespace {

// Containers whose repr is being made: "[...]" where they meet themselves. Rooted, so that the
// addresses stay right when the collector moves things.
struct Active {
  Active(Caller& vm, Value v, Active*& top) : value(vm, v), below(top), top_(top) { top = this; }
  ~Active() { top_ = below; }
  Active(const Active&) = delete;
  Active& operator=(const Active&) = delete;
  Rooted value;
  Active* below;

 private:
  Active*& top_;
};
Active* g_active = nullptr;
int g_depth = 0;
constexpr int kDeepest = 1500;

/// Its text, unlike its repr, is that of what it shows.
bool is_mapping_proxy(Value v) {
  return is_kind(v, Kind::DictView) && v.as_object()->map == kMapMappingProxy;
}

bool is_active(Value v) {
  for (Active* a = g_active; a; a = a->below) {
    if (a->value.get() == v) return true;
  }
  return false;
}

struct Depth {
  Depth() { ++g_depth; }
  ~Depth() { --g_depth; }
};

// Appends repr(v); false when raised.
bool append_repr(Caller& vm, StrBuilder& out, Value v) {
  Value s = repr_call(vm, v);
  if (s.is_raised()) return false;
  out.append(s);
  return true;
}

template <class Length, class Get>
Value repr_sequence(Caller& vm, Value v, std::string_view open, std::string_view close,
                    Length length, Get get) {
  Active active(vm, v, g_active);
  StrBuilder out(vm);
  out.append(open);
  for (uint64_t i = 0; i < length(active.value); ++i) {
    if (i > 0) out.append(", ");
    if (!append_repr(vm, out, get(active.value, i))) return Value::raised();
  }
  out.append(close);
  return out.finish();
}

Value repr_dict(Caller& vm, Value v) {
  Active active(vm, v, g_active);
  StrBuilder out(vm);
  out.append("{");
  uint64_t position = 0;
  Value key, value;
  bool first = true;
  while (dict_next(active.value, &position, &key, &value)) {
    Rooted kept(vm, value);
    if (!first) out.append(", ");
    first = false;
    if (!append_repr(vm, out, key)) return Value::raised();
    out.append(": ");
    if (!append_repr(vm, out, kept)) return Value::raised();
  }
  out.append("}");
  return out.finish();
}

Value repr_set(Caller& vm, Value v, Value shown) {
  std::string name = type_name_of(vm, shown);
  if (set_count(v) == 0) return vm.str(name + "()");
  bool plain = is_kind(v, Kind::Set) && name == "set";
  Active active(vm, v, g_active);
  // The elements first: a __repr__ may change the set.
  Rooted list(vm, set_to_list(vm, v));
  StrBuilder out(vm);
  out.append(plain ? "{" : name + "({");
  for (uint64_t i = 0; i < list_length(list); ++i) {
    if (i > 0) out.append(", ");
    if (!append_repr(vm, out, list_get(vm, list, i))) return Value::raised();
  }
  out.append(plain ? "}" : "})");
  return out.finish();
}

Value repr_view(Caller& vm, Value v) {
  Rooted view(vm, v);
  Value dict = view.as<DictView>()->dict;
  if (v.as_object()->map == kMapMappingProxy) {
    Value inner = repr_call(vm, dict);
    if (inner.is_raised()) return inner;
    StrBuilder out(vm);
    out.append("mappingproxy(");
    out.append(inner);
    out.append(")");
    return out.finish();
  }
  if (is_active(view)) return vm.str("...");
  Active active(vm, view, g_active);
  MapId map = view.get().as_object()->map;
  Rooted list(vm, map == kMapDictItems    ? dict_items_list(vm, dict)
                  : map == kMapDictValues ? dict_values_list(vm, dict)
                                          : dict_keys_list(vm, dict));
  Value inner = repr_call(vm, list);
  if (inner.is_raised()) return inner;
  StrBuilder out(vm);
  out.append(type_name_of(vm, view) + "(");
  out.append(inner);
  out.append(")");
  return out.finish();
}

Value repr_tuple(Caller& vm, Value v) {
  std::string_view close = tuple_length(v) == 1 ? ",)" : ")";
  return repr_sequence(
      vm, v, "(", close, [](Value t) { return tuple_length(t); },
      [](Value t, uint64_t i) { return tuple_get(t, i); });
}

Value repr_exception(Caller& vm, Value v) {
  Rooted e(vm, v);
  Value args = exception_field(e, kExcArgs);
  Value inner;
  if (tuple_length(args) == 1) {
    inner = repr_call(vm, tuple_get(args, 0));
  } else {
    inner = repr_call(vm, args);
  }
  if (inner.is_raised()) return inner;
  StrBuilder out(vm);
  out.append(type_name_of(vm, e));
  if (tuple_length(exception_field(e, kExcArgs)) == 1) out.append("(");
  out.append(inner);
  if (tuple_length(exception_field(e, kExcArgs)) == 1) out.append(")");
  return out.finish();
}

// A built-in container or object; `shown` is what the program sees (maybe a subclass instance).
Value repr_builtin(Caller& vm, Value v, Value shown) {
  if (v.is_object()) {
    bool inside = is_active(v);
    Kind kind = v.as_object()->kind;
    Depth depth;
    if (g_depth > kDeepest) {
      return vm.raise(TypeId::RecursionError,
                      "maximum recursion depth exceeded while getting the repr of an object");
    }
    switch (kind) {
      case Kind::List:
        if (inside) return vm.str("[...]");
        return repr_sequence(
            vm, v, "[", "]", [](Value l) { return list_length(l); },
            [&](Value l, uint64_t i) { return list_get(vm, l, i); });
      case Kind::Tuple:
        return inside ? vm.str("(...)") : repr_tuple(vm, v);
      case Kind::Dict:
        return inside ? vm.str("{...}") : repr_dict(vm, v);
      case Kind::Set:
      case Kind::FrozenSet:
        if (inside) return vm.str(type_name_of(vm, shown) + "(...)");
        return repr_set(vm, v, shown);
      case Kind::DictView:
        return repr_view(vm, v);
      case Kind::Slice: {
        auto* s = v.as<Slice>();
        Value parts = make_tuple(vm, {s->start, s->stop, s->step});
        Value inner = repr_tuple(vm, parts);
        if (inner.is_raised()) return inner;
        StrBuilder out(vm);
        out.append("slice");
        out.append(inner);
        return out.finish();
      }
      case Kind::BoundMethod: {
        auto* m = v.as<BoundMethod>();
        Value function = m->function;
        Rooted self(vm, m->self);
        std::string name = "?";
        if (is_kind(function, Kind::Function)) {
          name = str_to_utf8(vm, function.as<Function>()->qualname);
        }
        Value inner = repr_call(vm, self);
        if (inner.is_raised()) return inner;
        StrBuilder out(vm);
        out.append("<bound method " + name + " of ");
        out.append(inner);
        out.append(">");
        return out.finish();
      }
      case Kind::StaticMethod:
      case Kind::ClassMethod: {
        Value inner = repr_call(vm, v.as<StaticMethod>()->function);
        if (inner.is_raised()) return inner;
        StrBuilder out(vm);
        out.append(kind == Kind::StaticMethod ? "<staticmethod(" : "<classmethod(");
        out.append(inner);
        out.append(")>");
        return out.finish();
      }
      default:
        break;
    }
  }
  Value leaf = repr_leaf(vm, v);
  return leaf.is_undefined() ? default_repr(vm, shown) : leaf;
}

/// Does a class of the program's name the method of a built-in one: `__str__ = object.__repr__`?
bool takes_builtin(Leaf& vm, Value v, Value method, NameId id) {
  return is_kind(method, Kind::Builtin) &&
         !is_builtin_type(find_owner_in_type(vm, type_of(vm, v), vm.types().name(id)));
}

// A method of the instance's (or external's) type that is not one of the built-in ones, or is not
// the one that it inherits.
bool has_own(Leaf& vm, Value v, NameId id) {
  Value method = lookup_in_type(vm, type_of(vm, v), id);
  if (method.is_undefined()) return false;
  if (!is_kind(method, Kind::Builtin)) return true;
  if (is_kind(v, Kind::Instance)) return takes_builtin(vm, v, method, id);
  return is_kind(v, Kind::External) &&
         find_owner_in_type(vm, type_of(vm, v), vm.types().name(id)) !=
             vm.types().get(TypeId::Object);
}

bool may_override(Value v) {
  return is_kind(v, Kind::Instance) || is_kind(v, Kind::External) || is_kind(v, Kind::Type) ||
         is_kind(v, Kind::Generator);
}

Value checked_str(Caller& vm, Value s, const char* method) {
  if (s.is_raised() || is_str(s)) return s;
  if (as_str(vm, s)) return unwrap(vm, s);
  return vm.type_error(std::string(method) + " returned non-string (type " + type_name_of(vm, s) +
                       ")");
}

}  // namespace

Value repr_call(Caller& vm, Value v) {
  if (may_override(v) && has_own(vm, v, NameId::Repr)) {
    Depth depth;
    if (g_depth > kDeepest) {
      return vm.raise(TypeId::RecursionError,
                      "maximum recursion depth exceeded while calling a Python object");
    }
    return checked_str(vm, call_special(vm, v, NameId::Repr), "__repr__");
  }
  if (is_exception_instance(vm, v)) {
    Value leaf = repr_leaf(vm, v);
    return leaf.is_undefined() ? repr_exception(vm, v) : leaf;
  }
  return repr_builtin(vm, unwrap(vm, v), v);
}

Value str_call(Caller& vm, Value v) {
  if (is_str(v)) return v;
  if (is_mapping_proxy(v)) return str_call(vm, v.as<DictView>()->dict);
  if (may_override(v)) {
    if (has_own(vm, v, NameId::StrMethod)) {
      return checked_str(vm, call_special(vm, v, NameId::StrMethod), "__str__");
    }
    if (is_exception_instance(vm, v)) {
      Value s = exception_str(vm, v);
      if (!s.is_undefined()) return s;
      Value args = exception_field(v, kExcArgs);
      if (tuple_length(args) != 1) return repr_call(vm, args);
      bool key_error = is_instance(vm, v, TypeId::KeyError);
      return key_error ? repr_call(vm, tuple_get(args, 0)) : str_call(vm, tuple_get(args, 0));
    }
    if (as_str(vm, v) && !has_own(vm, v, NameId::Repr)) return unwrap(vm, v);
    if (as_str(vm, v)) return unwrap(vm, v);
  }
  return repr_call(vm, v);
}

Value ascii_call(Caller& vm, Value v) {
  Value s = repr_call(vm, v);
  if (s.is_raised()) return s;
  StrView view = str_view(vm, s);
  StrBuilder out(vm);
  char buffer[16];
  for (uint64_t i = 0; i < view.length; ++i) {
    char32_t c = view.at(i);
    if (c < 0x80) {
      out.append(c);
      continue;
    }
    const char* form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
    out.append(std::string_view(buffer));
  }
  return out.finish();
}

Value repr_leaf(Leaf& vm, Value v) {
  if (v.is_int() || is_big_int(v)) return int_to_str(vm, v);
  if (v.is_double()) return str_from_ascii(vm, float_repr(v.as_double()));
  if (!v.is_object()) {
    return vm.intern(v.is_true()              ? "True"
                     : v.is_false()           ? "False"
                     : v.is_none()            ? "None"
                     : v.is_not_implemented() ? "NotImplemented"
                                              : "Ellipsis");
  }
  switch (v.as_object()->kind) {
    case Kind::Str:
      return str_repr(vm, v);
    case Kind::Complex:
      return str_from_ascii(vm, complex_repr({v.as<Complex>()->real, v.as<Complex>()->imag}));
    case Kind::Bytes:
    case Kind::ByteArray:
      return str_from_ascii(vm, bytes_repr(v));
    case Kind::Range:
      return str_from_ascii(vm, range_repr(vm, v));
    case Kind::Instance: {
      Type* t = type_of(vm, v);
      Value method = lookup_in_type(vm, t, NameId::Repr);
      if (!method.is_undefined() && !is_kind(method, Kind::Builtin)) return Value::undefined();
      if (takes_builtin(vm, v, method, NameId::Repr)) return Value::undefined();
      if (Value inner = unwrap(vm, v); inner != v) {
        if (is_any_set(inner)) return Value::undefined();
        if (is_bytearray(inner)) {
          return vm.str(type_name(t) + "(" + bytes_repr(bytes_view(inner)) + ")");
        }
        return repr_leaf(vm, inner);
      }
      if (is_subtype(t, vm.types().get(TypeId::Module))) return repr_module_instance(vm, v);
      if (!is_exception_instance(vm, v)) return default_repr(vm, v);
      Value args = exception_field(v, kExcArgs);
      std::string out = type_name(t);
      Value inner = repr_leaf(vm, tuple_length(args) == 1 ? tuple_get(args, 0) : args);
      if (inner.is_undefined() || inner.is_raised()) return inner;
      std::string text = str_to_utf8(vm, inner);
      return vm.str(tuple_length(args) == 1 ? out + "(" + text + ")" : out + text);
    }
    case Kind::Tuple: {
      std::string out = "(";
      if (g_depth > 100) return Value::undefined();
      Depth depth;
      for (uint64_t i = 0; i < tuple_length(v); ++i) {
        Value x = repr_leaf(vm, tuple_get(v, i));
        if (x.is_undefined() || x.is_raised()) return x;
        out += (i ? ", " : "") + str_to_utf8(vm, x);
      }
      return vm.str(out + (tuple_length(v) == 1 ? ",)" : ")"));
    }
    case Kind::List: {
      if (g_depth > 100) return Value::undefined();
      Depth depth;
      std::string out = "[";
      for (uint64_t i = 0; i < list_length(v); ++i) {
        Value x = list_get(vm, v, i);
        // Containers within lists might contain the list.
        if (is_list(x) || is_dict(x) || is_tuple(x)) return Value::undefined();
        x = repr_leaf(vm, x);
        if (x.is_undefined() || x.is_raised()) return x;
        out += (i ? ", " : "") + str_to_utf8(vm, x);
      }
      return vm.str(out + "]");
    }
    case Kind::Dict:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::DictView:
    case Kind::Slice:
    case Kind::BoundMethod:
    case Kind::StaticMethod:
    case Kind::ClassMethod:
    case Kind::External:
      return Value::undefined();
    case Kind::Type: {
      Type* meta = type_of(vm, v);
      if (!is_builtin_type(meta) && is_overridden(vm, meta, vm.types().name(NameId::Repr))) {
        return Value::undefined();
      }
      return repr_builtin_object(vm, v);
    }
    case Kind::Generator: {  // itertools.count says how far it is
      Value method = lookup_in_type(vm, type_of(vm, v), NameId::Repr);
      if (is_kind(method, Kind::Function)) return Value::undefined();
      return repr_builtin_object(vm, v);
    }
    default:
      return repr_builtin_object(vm, v);
  }
}

Value str_leaf(Leaf& vm, Value v) {
  if (is_str(v)) return v;
  if (is_mapping_proxy(v)) return str_leaf(vm, v.as<DictView>()->dict);
  if (is_instance_kind(v)) {
    Value method = lookup_in_type(vm, type_of(vm, v), NameId::StrMethod);
    if (!method.is_undefined() && !is_kind(method, Kind::Builtin)) return Value::undefined();
    if (takes_builtin(vm, v, method, NameId::StrMethod)) return Value::undefined();
    if (is_exception_instance(vm, v)) return exception_str(vm, v);
    if (as_str(vm, v)) return unwrap(vm, v);
  }
  return repr_leaf(vm, v);
}

Value default_repr(Leaf& vm, Value v) {
  Type* t = type_of(vm, v);
  char address[32];
  std::snprintf(address, sizeof address, "0x%012llx",
                static_cast<unsigned long long>(identity(vm, v)));
  std::string module = is_str(t->module) ? str_to_utf8(vm, t->module) : "";
  std::string name = is_str(t->qualname) ? str_to_utf8(vm, t->qualname) : type_name(t);
  if (!module.empty() && module != "builtins") name = module + "." + name;
  return vm.str("<" + name + " object at " + address + ">");
}

}  // namespace hothouse
