#include "core/builtins/suggestions.h"

#include <algorithm>
#include <cstdint>

#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/bytecode/code.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"

namespace hothouse {

namespace {

constexpr size_t kMoveCost = 2;
constexpr size_t kCaseCost = 1;
constexpr size_t kMostNames = 750;
constexpr size_t kLongestName = 40;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

using Names = std::vector<std::string>;

void add_names(Leaf& vm, const std::vector<Value>& values, Names& names) {
  for (Value v : values) {
    if (is_str(v)) names.push_back(str_to_utf8(vm, v));
  }
}

void add_elements(Leaf& vm, Value list, Names& names) {
  for (uint64_t i = 0; i < list_length(list); ++i) {
    Value v = list_get(vm, list, i);
    if (is_str(v)) names.push_back(str_to_utf8(vm, v));
  }
}

void add_namespace(Leaf& vm, Value ns, Names& names) {
  uint64_t position = 0;
  Value name;
  NameCell* cell = nullptr;
  while (namespace_next(ns, &position, &name, &cell)) {
    if (is_str(name)) names.push_back(str_to_utf8(vm, name));
  }
}

/// The names that dir() gives for an object; none if it raises.
Names directory(Caller& vm, Value object) {
  Names names;
  Rooted rooted(vm, object);
  Value dir = find_builtin(vm, vm.intern("dir"));
  Value list = dir.is_undefined() ? dir : vm.call(dir, rooted);
  if (is_list(list)) {
    add_elements(vm, list, names);
  } else if (list.is_raised()) {
    vm.clear_pending();
  }
  return names;
}

/// The name between quotes of "name 'x' is not defined", for errors that don't say it apart.
std::string quoted_name(Leaf& vm, Value exception) {
  Value args = exception_field(exception, kExcArgs);
  if (!is_tuple(args) || args.as<Tuple>()->length != 1 || !is_str(args.as<Tuple>()->data()[0])) {
    return "";
  }
  std::string text = str_to_utf8(vm, args.as<Tuple>()->data()[0]);
  constexpr std::string_view kHead = "name '", kTail = "' is not defined";
  if (text.size() <= kHead.size() + kTail.size() || text.compare(0, kHead.size(), kHead) != 0 ||
      text.compare(text.size() - kTail.size(), kTail.size(), kTail) != 0) {
    return "";
  }
  return text.substr(kHead.size(), text.size() - kHead.size() - kTail.size());
}

std::string suggestion_for_name(Caller& vm, Value exception) {
  Value attribute = instance_get(vm, exception, vm.types().name(NameId::PlainName));
  std::string name = is_str(attribute) ? str_to_utf8(vm, attribute) : quoted_name(vm, exception);
  Value entry = exception_field(exception, kExcTraceback);
  if (name.empty() || !is_kind(entry, Kind::Traceback)) return "";
  while (is_kind(entry.as<Traceback>()->next, Kind::Traceback)) {
    entry = entry.as<Traceback>()->next;
  }
  // The innermost frame's variables, its globals, the built-ins: the first that has something
  // close.
  const CodeBody& body = *entry.as<Traceback>()->code.as<Code>()->body.get();
  Names names;
  add_names(vm, body.local_names, names);
  add_names(vm, body.cell_names, names);
  add_names(vm, body.free_names, names);
  std::string found = closest_name(names, name);
  Value function = entry.as<Traceback>()->function;
  if (found.empty() && is_kind(function, Kind::Function)) {
    names.clear();
    add_namespace(vm, function.as<Function>()->globals, names);
    found = closest_name(names, name);
  }
  if (found.empty()) {
    names.clear();
    auto add = [](void* context, const char* text) {
      static_cast<Names*>(context)->emplace_back(text);
    };
    vm.types().hooks.lazy_names(vm, vm.library().builtins_module.as_object(), add, &names);
    add_namespace(vm, vm.library().builtins_module.as<Module>()->names, names);
    found = closest_name(names, name);
  }
  return found;
}

std::string suggestion_for_attribute(Caller& vm, Value exception) {
  Value name = instance_get(vm, exception, vm.types().name(NameId::PlainName));
  Value object = instance_get(vm, exception, vm.types().name(NameId::Obj));
  if (!is_str(name) || object.is_undefined()) return "";
  std::string text = str_to_utf8(vm, name);
  return closest_name(directory(vm, object), text);
}

}  // namespace

size_t name_distance(std::string_view a, std::string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMoveCost;
  if (a.size() > kLongestName || b.size() > kLongestName) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMoveCost > limit) return limit + 1;
  // One row of the table of distances between prefixes, updated in place.
  size_t row[kLongestName];
  for (size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kMoveCost;
  size_t result = 0;
  for (size_t j = 0; j < b.size(); ++j) {
    size_t diagonal = j * kMoveCost;
    result = diagonal;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < a.size(); ++i) {
      size_t substitute = diagonal + substitution_cost(b[j], a[i]);
      diagonal = row[i];
      result = std::min(std::min(result, diagonal) + kMoveCost, substitute);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

std::string closest_name(const std::vector<std::string>& known, std::string_view name) {
  if (known.size() >= kMostNames) return "";
  const std::string* best = nullptr;
  size_t best_distance = SIZE_MAX;
  for (const std::string& candidate : known) {
    if (candidate == name) continue;
    // At most a third of the letters may differ, and only what beats the best so far counts.
    size_t limit = (name.size() + candidate.size() + 3) * kMoveCost / 6;
    limit = std::min(limit, best_distance - 1);
    size_t distance = name_distance(name, candidate, limit);
    if (distance > limit) continue;
    best = &candidate;
    best_distance = distance;
    if (best_distance == 0) break;
  }
  return best ? *best : "";
}

std::string suggestion_for(Caller& vm, Value exception) {
  Type* type = type_of(vm, exception);
  if (type == type_by_id(vm, TypeId::NameError)) return suggestion_for_name(vm, exception);
  if (type == type_by_id(vm, TypeId::AttributeError)) {
    return suggestion_for_attribute(vm, exception);
  }
  return "";
}

}  // namespace hothouse
