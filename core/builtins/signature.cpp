#include "core/builtins/signature.h"

#include <cassert>
#include <string>
#include <unordered_map>

#include "core/builtins/arguments.h"
#include "core/builtins/library.h"
#include "core/builtins/tables.h"
#include "core/objects/dict.h"
#include "core/objects/repr_objects.h"
#include "core/objects/slice.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"
#include "core/vm/arity.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

struct ConversionRow {
  Conversion conversion;
  std::string_view annotation;
  const char* function;  // of the library: the argument converted, or itself if it cannot be
};
constexpr ConversionRow kConversions[] = {
    {Conversion::Index, "index", "_index_argument"},
    {Conversion::Slice, "slice", "_slice_argument"},
    {Conversion::Item, "item", "_item_argument"},
    {Conversion::Float, "float", "_float_argument"},
    {Conversion::Buffer, "buffer", "_buffer_argument"},
    {Conversion::Part, "part", "_part_argument"},
};

/// Takes the annotation off a parameter's text.
Conversion take_annotation(std::string_view* item) {
  const size_t colon = item->find(':');
  if (colon == std::string_view::npos) return Conversion::None;
  std::string_view annotation = trimmed(item->substr(colon + 1));
  *item = trimmed(item->substr(0, colon));
  for (const ConversionRow& row : kConversions) {
    if (row.annotation == annotation) return row.conversion;
  }
  return Conversion::None;
}

Signature parse(Leaf& vm, const BuiltinDef& def) {
  Signature out;
  std::string_view text = def.signature;
  bool keyword_only = false;
  bool first = true;
  while (!text.empty()) {
    size_t comma = text.find(',');
    std::string_view item = trimmed(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    if (item.empty()) continue;
    if (item == "/") {
      for (SignatureParameter& p : out.parameters) p.name = Value::undefined();
    } else if (item == "*") {
      keyword_only = true;
    } else if (item.substr(0, 2) == "**") {
      out.var_keywords = true;
    } else if (item[0] == '*') {
      out.rest = take_annotation(&item);
      out.var_args = true;
      keyword_only = true;
    } else {
      bool optional = item.back() == '=';
      if (optional) item.remove_suffix(1);
      const Conversion conversion = take_annotation(&item);
      if (first && (item == "self" || item == "cls")) out.has_self = true;
      out.parameters.push_back({vm.intern(item), optional, conversion});
      if (!keyword_only) {
        ++out.positional;
        if (!optional) ++out.required;
      }
    }
    first = false;
  }
  for (size_t i = out.has_self ? 1 : 0; i < out.parameters.size(); ++i) {
    if (!out.parameters[i].name.is_undefined()) out.keyword_names = true;
  }
  return out;
}

/// "list.append", "len", "math.sqrt".
std::string qualified(Leaf& vm, const BuiltinDef& def) {
  const char* owner = vm.library().owner_name(def);
  std::string name = def.name;
  return owner && *owner ? std::string(owner) + "." + name : name;
}

const char* plural(uint32_t n) { return n == 1 ? "" : "s"; }

/// Functions of CPython that count their arguments themselves: what they say.
enum class Counted : uint8_t { TooFew, TooMany, Both };
struct OwnMessage {
  const char* name;
  TypeId error;
  Counted when;
  const char* message;  // % stands for their number
};
constexpr OwnMessage kOwnMessages[] = {
    {"find", TypeId::TypeError, Counted::TooMany, "find() takes at most 3 arguments (% given)"},
    {"rfind", TypeId::TypeError, Counted::TooMany, "rfind() takes at most 3 arguments (% given)"},
    {"index", TypeId::TypeError, Counted::TooMany, "index() takes at most 3 arguments (% given)"},
    {"rindex", TypeId::TypeError, Counted::TooMany, "rindex() takes at most 3 arguments (% given)"},
    {"count", TypeId::TypeError, Counted::TooMany, "count() takes at most 3 arguments (% given)"},
    {"startswith", TypeId::TypeError, Counted::TooMany,
     "startswith() takes at most 3 arguments (% given)"},
    {"endswith", TypeId::TypeError, Counted::TooMany,
     "endswith() takes at most 3 arguments (% given)"},
    {"map", TypeId::TypeError, Counted::TooFew, "map() must have at least two arguments."},
    {"type", TypeId::TypeError, Counted::Both, "type() takes 1 or 3 arguments"},
    {"object", TypeId::TypeError, Counted::Both, "object() takes no arguments"},
    {"super", TypeId::RuntimeError, Counted::TooFew, "super(): no arguments"},
    {"enumerate", TypeId::TypeError, Counted::TooFew,
     "enumerate() missing required argument 'iterable'"},
    {"sorted", TypeId::TypeError, Counted::Both, "sorted expected 1 argument, got %"},
    {"find", TypeId::TypeError, Counted::TooFew, "find() takes at least 1 argument (% given)"},
    {"rfind", TypeId::TypeError, Counted::TooFew, "rfind() takes at least 1 argument (% given)"},
    {"index", TypeId::TypeError, Counted::TooFew, "index() takes at least 1 argument (% given)"},
    {"rindex", TypeId::TypeError, Counted::TooFew, "rindex() takes at least 1 argument (% given)"},
    {"count", TypeId::TypeError, Counted::TooFew, "count() takes at least 1 argument (% given)"},
    {"startswith", TypeId::TypeError, Counted::TooFew,
     "startswith() takes at least 1 argument (% given)"},
    {"endswith", TypeId::TypeError, Counted::TooFew,
     "endswith() takes at least 1 argument (% given)"},
};

/// Raises it if the function has one; `given` without self.
bool own_message(Leaf& vm, const BuiltinDef& def, uint32_t given, bool too_few) {
  const char* owner = vm.library().owner_name(def);
  const std::string_view type = owner ? owner : "";
  for (const OwnMessage& own : kOwnMessages) {
    if (def.name != std::string_view(own.name) ||
        own.when == (too_few ? Counted::TooMany : Counted::TooFew)) {
      continue;
    }
    if (type == "list" || type == "tuple" || type == "range") continue;
    std::string text = own.message;
    if (const size_t at = text.find('%'); at != std::string::npos) {
      text.replace(at, 1, std::to_string(given));
    }
    vm.raise(own.error, text);
    return true;
  }
  return false;
}

bool is_constructor(const BuiltinDef& def) {
  for (uint32_t i = 0; i < kConstructorCount; ++i) {
    if (&kConstructors[i].def == &def) return true;
  }
  return false;
}

Arity arity_of(Leaf& vm, const BuiltinDef& def, const Signature& s) {
  const uint32_t self = s.has_self ? 1 : 0;
  return {.name = def.name,
          .qualified = qualified(vm, def),
          .required = static_cast<uint32_t>(s.required) - self,
          .most = static_cast<uint32_t>(s.positional) - self,
          .all = static_cast<uint32_t>(s.parameters.size()) - self,
          .keyword_names = s.keyword_names,
          .var_args = s.var_args,
          .constructor = is_constructor(def),
          .slot_wrapper = s.has_self && is_slot_wrapper(def.name)};
}

bool wrong_count(Leaf& vm, const BuiltinDef& def, const Signature& s, uint32_t given) {
  const uint32_t self = s.has_self ? 1 : 0;
  given = given >= self ? given - self : 0;
  const Arity arity = arity_of(vm, def, s);
  if (!own_message(vm, def, given, given < arity.required)) raise_wrong_count(vm, arity, given);
  return false;
}

/// A parameter that has no name for keywords was not given, but others have names.
bool too_few_positional(Leaf& vm, const BuiltinDef& def, const Signature& s, uint32_t given) {
  const uint32_t self = s.has_self ? 1 : 0;
  if (own_message(vm, def, given - self, true)) return false;
  uint32_t required = 0;
  for (const SignatureParameter& p : s.parameters) {
    if (p.name.is_undefined() && !p.optional) ++required;
  }
  const bool exact = required == s.positional && !s.var_args;
  required -= self;
  vm.type_error(std::string(def.name) + "() takes " + (exact ? "exactly " : "at least ") +
                std::to_string(required) + " positional argument" + plural(required) + " (" +
                std::to_string(given - self) + " given)");
  return false;
}

}  // namespace

const Signature& signature_of(Leaf& vm, const BuiltinDef& def) {
  auto& known = vm.library().signatures;
  auto it = known.find(&def);
  if (it == known.end()) it = known.emplace(&def, parse(vm, def)).first;
  assert(it->second.total() <= kMaxBuiltinParameters);
  return it->second;
}

bool needs_conversion(Leaf& vm, const BuiltinDef& def, const Value* bound) {
  const Signature& s = static_cast<Vm&>(vm).builtin_signature(def);
  auto wanted = [&](Conversion conversion, Value v) {
    if (conversion == Conversion::None) return false;
    if (is_kind(v, Kind::Slice)) return conversion == Conversion::Item && !slice_is_plain(v);
    if (!is_instance_kind(v)) return false;
    if (conversion == Conversion::Buffer || conversion == Conversion::Part) {
      if (has_buffer(vm, v)) return true;
      if (conversion == Conversion::Buffer) return false;
    }
    double d;
    return as_int(vm, v).is_undefined() &&
           !(conversion == Conversion::Float && as_float(vm, v, &d)) &&
           (!lookup_in_type(vm, type_of(vm, v), NameId::Index).is_undefined() ||
            (conversion == Conversion::Float &&
             !lookup_in_type(vm, type_of(vm, v), NameId::FloatMethod).is_undefined()));
  };
  size_t i = 0;
  for (const SignatureParameter& p : s.parameters) {
    if (wanted(p.conversion, bound[i++])) return true;
  }
  if (s.rest == Conversion::None) return false;
  const Tuple* rest = bound[i].as<Tuple>();
  for (uint64_t k = 0; k < rest->length; ++k) {
    if (wanted(s.rest, rest->data()[k])) return true;
  }
  return false;
}

std::string converting_text(Leaf& vm, const BuiltinDef& def, std::string_view name,
                            std::string_view row) {
  const Signature& s = signature_of(vm, def);
  auto function = [](Conversion conversion) -> std::string {
    for (const ConversionRow& r : kConversions) {
      if (r.conversion == conversion) return r.function;
    }
    return "";
  };
  std::string parameters, arguments;
  bool optional = false;
  for (uint32_t i = 0; i < s.total(); ++i) {
    const bool is_parameter = i < s.parameters.size();
    const std::string parameter = "a" + std::to_string(i);
    optional = optional || !is_parameter || s.parameters[i].optional;
    parameters += (i == 0 ? "" : ", ") + parameter + (optional ? "=_missing" : "");
    const Conversion conversion = is_parameter ? s.parameters[i].conversion : s.rest;
    arguments += ", ";
    if (conversion == Conversion::None) {
      arguments += parameter;
    } else if (is_parameter) {
      arguments += function(conversion) + "(" + parameter + ")";
    } else {
      arguments += "_tuple_of([" + function(conversion) + "(x) for x in " + parameter + "])";
    }
  }
  return "def " + std::string(name) + "(" + parameters + "):\n    return _call_row(" +
         std::string(row) + arguments + ")\n";
}

bool bind_arguments(Leaf& vm, const BuiltinDef& def, const Value* args, uint32_t nargs,
                    Value kwnames, Value* out) {
  const Signature& s = signature_of(vm, def);
  const uint32_t named = is_tuple(kwnames) ? static_cast<uint32_t>(kwnames.as<Tuple>()->length) : 0;
  const uint32_t positional = nargs - named;
  const uint32_t count = static_cast<uint32_t>(s.parameters.size());
  if (s.has_self && positional == 0) {
    const char* owner = vm.library().owner_name(def);
    const std::string type = owner ? owner : "object";
    if (def.name == std::string_view("__new__")) {
      vm.type_error(type + ".__new__(): not enough arguments");
    } else if (is_slot_wrapper(def.name)) {
      vm.type_error(std::string("descriptor '") + def.name + "' of '" + type +
                    "' object needs an argument");
    } else {
      vm.type_error("unbound method " + type + "." + def.name + "() needs an argument");
    }
    return false;
  }
  for (uint32_t i = 0; i < count; ++i) out[i] = Value::undefined();
  const uint32_t direct = positional < s.positional ? positional : s.positional;
  for (uint32_t i = 0; i < direct; ++i) out[i] = args[i];
  uint32_t next = count;
  if (positional > s.positional && !s.var_args) {
    return wrong_count(vm, def, s, s.keyword_names ? nargs : positional);
  }
  if (s.var_args) {
    uint32_t extra = positional > s.positional ? positional - s.positional : 0;
    out[next++] = make_tuple(vm, args + direct, extra);
  }
  Value rest = Value::undefined();
  if (s.var_keywords) {
    rest = make_dict(vm);
    out[next++] = rest;
  }
  if (named && !s.keyword_names && !s.var_keywords) {
    if (count == 0 && own_message(vm, def, nargs, false)) return false;
    raise_no_keywords(vm, arity_of(vm, def, s));
    return false;
  }
  for (uint32_t k = 0; k < named; ++k) {
    Value name = kwnames.as<Tuple>()->data()[k];
    Value value = args[positional + k];
    uint32_t i = 0;
    while (i < count && !(s.parameters[i].name == name)) ++i;
    if (i == count) {  // names that were built at run time are not interned
      std::string text = str_to_utf8(vm, name);
      for (i = 0; i < count; ++i) {
        if (!s.parameters[i].name.is_undefined() && str_to_utf8(vm, s.parameters[i].name) == text)
          break;
      }
    }
    if (i < count && !(s.has_self && i == 0)) {
      if (!out[i].is_undefined()) {
        raise_given_twice(vm, arity_of(vm, def, s), str_to_utf8(vm, name),
                          i + (s.has_self ? 0 : 1));
        return false;
      }
      out[i] = value;
    } else if (s.var_keywords) {
      if (dict_set(vm, rest, name, value) == Verdict::Raised) return false;
    } else {
      raise_unknown_keyword(vm, arity_of(vm, def, s), str_to_utf8(vm, name));
      return false;
    }
  }
  for (uint32_t i = 0; i < count; ++i) {
    if (s.parameters[i].optional || !out[i].is_undefined()) continue;
    if (!s.keyword_names) return wrong_count(vm, def, s, positional);
    if (own_message(vm, def, positional, true)) return false;
    if (s.parameters[i].name.is_undefined()) return too_few_positional(vm, def, s, positional);
    raise_missing_argument(vm, arity_of(vm, def, s), str_to_utf8(vm, s.parameters[i].name),
                           i + (s.has_self ? 0 : 1));
    return false;
  }
  return true;
}

}  // namespace hothouse
