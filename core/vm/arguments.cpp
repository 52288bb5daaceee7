// Binding in C++ (ops/bind.h does the cases that traces follow) and the TypeErrors of calls.
#include "core/vm/arguments.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/objects/dict.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

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

/// A function of the library whose parameters have no names for callers: it stands for one that
/// CPython has in C, whose errors are worded otherwise.
bool stands_for_c(const CodeBody* body) {
  return (body->flags & kCodeInternal) && body->positional_count > 0 && body->simple_parameters() &&
         body->positional_only_count == body->positional_count;
}

bool raise_as_in_c(Vm& vm, Function* f, const CodeBody* body, const Value* args, uint32_t given,
                   uint32_t keyword_count) {
  std::string full = qualname(vm, f);
  const size_t dot = full.rfind('.');
  const bool is_method = dot != std::string::npos && full.find('<') == std::string::npos;
  // A class that only serves the library stands for that of the object.
  if (is_method && full[0] == '_' && given > 0) full = type_name_of(vm, args[0]) + full.substr(dot);
  const std::string name = is_method ? str_to_utf8(vm, f->name) : full;
  const uint32_t self = is_method ? 1 : 0;
  const uint64_t defaults = f->defaults.is_none() ? 0 : tuple_length(f->defaults);
  const uint64_t most = body->positional_count - self, least = most - std::min(most, defaults);
  const uint64_t count = given > self ? given - self : 0;
  if (keyword_count > 0) {
    vm.type_error(full + "() takes no keyword arguments");
  } else if (most == 0) {
    vm.type_error(full + "() takes no arguments (" + std::to_string(count) + " given)");
  } else if (most == 1 && least == 1) {
    vm.type_error(full + "() takes exactly one argument (" + std::to_string(count) + " given)");
  } else {
    const uint64_t bound = count < least ? least : most;
    const char* how = least == most ? "" : count < least ? "at least " : "at most ";
    vm.type_error(name + " expected " + how + std::to_string(bound) + " argument" +
                  (bound == 1 ? "" : "s") + ", got " + std::to_string(count));
  }
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
  if (stands_for_c(body)) {
    const uint64_t defaults = f->defaults.is_none() ? 0 : tuple_length(f->defaults);
    if (keyword_count > 0 || given > positional || given + defaults < positional) {
      return raise_as_in_c(vm, f, body, args, given, keyword_count);
    }
  }
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
        vm.type_error(qualname(vm, f) + "() got multiple values for argument '" +
                      str_to_utf8(vm, name) + "'");
        return false;
      }
      values[p] = v;
    } else if (!dict.is_undefined()) {
      dict_set_name(vm, dict, name, v);
    } else {
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
  if (!missing.empty()) return raise_missing(vm, f, missing, "positional");
  for (uint32_t k = positional; k < named; k++) {
    if (!values[k].is_undefined()) continue;
    Value v = f->kw_defaults.is_object() ? dict_get_name(vm, f->kw_defaults, body->local_names[k])
                                         : Value::undefined();
    if (v.is_undefined()) missing.push_back(str_to_utf8(vm, body->local_names[k]));
    values[k] = v;
  }
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
