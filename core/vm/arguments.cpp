// Binding in C++ (ops/bind.h does the cases that traces follow) and the TypeErrors of calls.
#include "core/vm/arguments.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/objects/attributes.h"
#include "core/objects/dict.h"
#include "core/objects/repr_objects.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"
#include "core/vm/arity.h"

namespace hothouse {

namespace {

std::string qualname(Vm& vm, Function* f) { return str_to_utf8(vm, f->qualname); }

/// 'a', 'b' and 'c'
std::string name_list(const std::vector<std::string>& names) {
  std::string s;
  for (size_t i = 0; i < names.size(); i++) {
    if (i > 0) s += i + 1 == names.size() ? (names.size() == 2 ? " and " : ", and ") : ", ";
    s += "'" + names[i] + "'";
  }
  return s;
}

bool raise_too_many(Vm& vm, Function* f, const CodeBody* body, uint64_t given,
                    uint64_t keyword_only_given) {
  uint64_t defaults = f->defaults.is_none() ? 0 : tuple_length(f->defaults);
  uint64_t positional = body->positional_count;
  std::string takes;
  bool many;
  if (defaults > 0) {
    takes = "from " + std::to_string(positional - defaults) + " to " + std::to_string(positional);
    many = true;
  } else {
    takes = std::to_string(positional);
    many = positional != 1;
  }
  std::string given_text = std::to_string(given);
  bool were = given != 1;
  if (keyword_only_given > 0) {
    given_text += std::string(" positional argument") + (given != 1 ? "s" : "") + " (and " +
                  std::to_string(keyword_only_given) + " keyword-only argument" +
                  (keyword_only_given != 1 ? "s" : "") + ")";
    were = true;
  }
  vm.type_error(qualname(vm, f) + "() takes " + takes + " positional argument" + (many ? "s" : "") +
                " but " + given_text + (were ? " were" : " was") + " given");
  return false;
}

bool raise_missing(Vm& vm, Function* f, const std::vector<std::string>& names, const char* kind) {
  vm.type_error(qualname(vm, f) + "() missing " + std::to_string(names.size()) + " required " +
                kind + " argument" + (names.size() == 1 ? "" : "s") + ": " + name_list(names));
  return false;
}

/// A function of the library that is marked so, or whose parameters have no names for callers,
/// stands for one that CPython has in C, whose errors are worded otherwise.
bool stands_for_c(const CodeBody* body) {
  if (body->flags & kCodeInC) return true;
  return (body->flags & kCodeInternal) && body->positional_count > 0 && body->simple_parameters() &&
         body->positional_only_count == body->positional_count;
}

/// What a function that stands for one in C takes. It is a method if its first parameter says so.
Arity arity_of(Vm& vm, Function* f, const Value* args, uint32_t given) {
  const CodeBody* body = f->body.get();
  const std::string first =
      body->positional_count == 0 ? "" : str_to_utf8(vm, body->local_names[0]);
  const uint32_t self = first == "self" || first == "cls" ? 1 : 0;
  const auto defaults =
      static_cast<uint32_t>(f->defaults.is_none() ? 0 : tuple_length(f->defaults));
  Arity a;
  a.name = str_to_utf8(vm, f->name);
  a.qualified = qualname(vm, f);
  a.constructor = a.name == "__init__" || a.name == "__new__";
  if (a.constructor) {
    a.qualified = a.qualified.substr(0, a.qualified.rfind('.'));
    a.name = a.qualified;
  } else if (self == 0) {
    a.constructor = f->aux != kFunctionUnbound;  // of a type of iterators
    if (!a.constructor && is_str(f->module)) {
      a.qualified = str_to_utf8(vm, f->module) + "." + a.name;
    }
  } else if (const size_t dot = a.qualified.rfind('.'); a.qualified[0] == '_' && given > 0) {
    // A class that only serves the library stands for that of the object.
    if (dot != std::string::npos)
      a.qualified = type_name(type_of(vm, args[0])) + a.qualified.substr(dot);
  }
  a.most = body->positional_count - self;
  a.required = a.most > defaults ? a.most - defaults : 0;
  a.all = a.most + body->keyword_only_count;
  a.slot_wrapper = self != 0 && !a.constructor && is_slot_wrapper(a.name);
  a.var_args = (body->flags & kCodeVarArgs) != 0;
  a.keyword_names = body->keyword_only_count != 0 ||
                    body->positional_only_count < body->positional_count ||
                    (body->flags & kCodeVarKeywords) != 0;
  return a;
}

/// The error of a call that does not fit a function which stands for one in C.
bool raise_as_in_c(Vm& vm, Function* f, const Value* args, uint32_t n, Value names) {
  const CodeBody* body = f->body.get();
  const auto keywords = static_cast<uint32_t>(names.is_undefined() ? 0 : tuple_length(names));
  const uint32_t given = n - keywords;
  const Arity arity = arity_of(vm, f, args, given);
  const uint32_t positional = body->positional_count, self = positional - arity.most;
  const uint32_t named = positional + body->keyword_only_count;
  if (given < self) {
    vm.type_error("unbound method " + arity.qualified + "() needs an argument");
    return false;
  }
  if (keywords != 0 && !arity.keyword_names) {
    raise_no_keywords(vm, arity);
    return false;
  }
  if (!arity.keyword_names || (given > positional && !arity.var_args) ||
      (n - self > arity.all && !(body->flags & kCodeVarKeywords))) {
    raise_wrong_count(vm, arity, n - self);
    return false;
  }
  std::vector<bool> filled(named);
  for (uint32_t k = 0; k < given && k < positional; k++) filled[k] = true;
  for (uint32_t k = 0; k < keywords; k++) {
    const Value name = tuple_get(names, k);
    uint32_t p = body->positional_only_count;
    while (p < named && body->local_names[p] != name) p++;
    if (p == named) {
      if (body->flags & kCodeVarKeywords) continue;
      raise_unknown_keyword(vm, arity, str_to_utf8(vm, name));
      return false;
    }
    if (filled[p]) {
      raise_given_twice(vm, arity, str_to_utf8(vm, name), p + 1 - self);
      return false;
    }
    filled[p] = true;
  }
  uint32_t k = 0;
  while (k < named && filled[k]) k++;
  raise_missing_argument(vm, arity, k < named ? str_to_utf8(vm, body->local_names[k]) : "?",
                         k + 1 - self);
  return false;
}

}  // namespace

bool bind_function_arguments(Vm& vm, Function* f, Value* args, uint32_t n, Value names) {
  const CodeBody* body = f->body.get();
  const uint32_t positional = body->positional_count;
  const uint32_t named = positional + body->keyword_only_count;
  const uint32_t total = body->parameter_count();
  const uint32_t keyword_count =
      names.is_undefined() ? 0 : static_cast<uint32_t>(tuple_length(names));
  const uint32_t given = n - keyword_count;
  const bool in_c = stands_for_c(body);
  std::vector<Value> values(total, Value::undefined());
  for (uint32_t k = 0; k < given && k < positional; k++) values[k] = args[k];
  Value dict = Value::undefined();
  if (body->flags & kCodeVarKeywords) dict = make_dict(vm);

  std::vector<std::string> positional_only_by_name;
  for (uint32_t k = 0; k < keyword_count; k++) {
    Value name = tuple_get(names, k);
    Value v = args[given + k];
    uint32_t p = body->positional_only_count;
    while (p < named && body->local_names[p] != name) p++;
    if (p < named) {
      if (!values[p].is_undefined()) {
        if (in_c) return raise_as_in_c(vm, f, args, n, names);
        vm.type_error(qualname(vm, f) + "() got multiple values for argument '" +
                      str_to_utf8(vm, name) + "'");
        return false;
      }
      values[p] = v;
    } else if (!dict.is_undefined()) {
      dict_set_name(vm, dict, name, v);
    } else {
      if (in_c) return raise_as_in_c(vm, f, args, n, names);
      for (uint32_t q = 0; q < body->positional_only_count; q++) {
        if (body->local_names[q] == name) positional_only_by_name.push_back(str_to_utf8(vm, name));
      }
      if (!positional_only_by_name.empty()) continue;
      vm.type_error(qualname(vm, f) + "() got an unexpected keyword argument '" +
                    str_to_utf8(vm, name) + "'");
      return false;
    }
  }
  if (!positional_only_by_name.empty()) {
    std::string list;
    for (const std::string& s : positional_only_by_name) list += (list.empty() ? "" : ", ") + s;
    vm.type_error(qualname(vm, f) +
                  "() got some positional-only arguments passed as keyword arguments: '" + list +
                  "'");
    return false;
  }
  if (given > positional && !(body->flags & kCodeVarArgs)) {
    if (in_c) return raise_as_in_c(vm, f, args, n, names);
    uint64_t keyword_only_given = 0;
    for (uint32_t k = positional; k < named; k++) keyword_only_given += !values[k].is_undefined();
    return raise_too_many(vm, f, body, given, keyword_only_given);
  }
  uint32_t defaults = f->defaults.is_none() ? 0 : static_cast<uint32_t>(tuple_length(f->defaults));
  std::vector<std::string> missing;
  for (uint32_t k = 0; k < positional; k++) {
    if (!values[k].is_undefined()) continue;
    if (k + defaults >= positional) {
      values[k] = tuple_get(f->defaults, k + defaults - positional);
    } else {
      missing.push_back(str_to_utf8(vm, body->local_names[k]));
    }
  }
  if (in_c && !missing.empty()) return raise_as_in_c(vm, f, args, n, names);
  if (!missing.empty()) return raise_missing(vm, f, missing, "positional");
  for (uint32_t k = positional; k < named; k++) {
    if (!values[k].is_undefined()) continue;
    Value v = f->kw_defaults.is_object() ? dict_get_name(vm, f->kw_defaults, body->local_names[k])
                                         : Value::undefined();
    if (v.is_undefined()) missing.push_back(str_to_utf8(vm, body->local_names[k]));
    values[k] = v;
  }
  if (in_c && !missing.empty()) return raise_as_in_c(vm, f, args, n, names);
  if (!missing.empty()) return raise_missing(vm, f, missing, "keyword-only");
  uint32_t at = named;
  if (body->flags & kCodeVarArgs) {
    uint32_t first = given < positional ? given : positional;
    values[at++] = make_tuple(vm, args + first, given - first);
  }
  if (!dict.is_undefined()) values[at] = dict;
  for (uint32_t k = 0; k < total; k++) args[k] = values[k];
  return true;
}

}  // namespace hothouse
