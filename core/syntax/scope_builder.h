// The symbol table while it is being built. For scopes.cpp and its parts; others see scopes.h.
//
// Two passes, as in CPython: collecting (scope_collect.cpp) walks the tree and notes for each scope
// what it does with each name; resolving (scope_resolve.cpp) decides what the names are.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/syntax/scopes.h"

namespace hothouse::syntax {

/// What a scope does with a name.
enum NameFlag : unsigned {
  kRead = 1,
  kBound = 2,
  kParameter = 4,
  kGlobal = 8,
  kNonlocal = 16,
  kAnnotated = 32,
  kIterationVariable = 64,
};

struct NameUse {
  std::string_view name;  // mangled, interned
  unsigned flags = 0;
  Resolution resolution = Resolution::Unresolved;
  bool captured = false;        // by a scope inside
  bool passes_through = false;  // free here because a scope inside needs it
};

struct ScopeBuilder {
  Scope* scope = nullptr;
  ScopeBuilder* parent = nullptr;
  std::vector<std::unique_ptr<ScopeBuilder>> children;
  std::vector<NameUse> names;                          // in the order of first mention
  std::unordered_map<const char*, std::size_t> index;  // interned text to `names`
  std::vector<Name*> nodes;
  struct Directive {
    std::string_view name;
    SourceRange range;
  };
  std::vector<Directive> directives;  // global and nonlocal, for errors
  int in_comprehension_iterable = 0;
  bool in_iteration_target = false;

  NameUse* find(std::string_view name) {
    auto it = index.find(name.data());
    return it == index.end() ? nullptr : &names[it->second];
  }
  NameUse& use(std::string_view name) {
    auto [it, added] = index.emplace(name.data(), names.size());
    if (added) {
      names.emplace_back();
      names.back().name = name;
    }
    return names[it->second];
  }
};

/// Collects the scopes of a tree. Null after an error.
std::unique_ptr<ScopeBuilder> collect_scopes(Module& module, Arena& arena, SyntaxError& error);

/// Decides the resolution of every name and fills in the Scope structs and Name nodes.
bool resolve_names(ScopeBuilder& module, Arena& arena, SyntaxError& error);

/// Finds the mistakes that CPython's code generator reports, such as `return` outside a function.
bool check_placement(Module& module, SyntaxError& error);

}  // namespace hothouse::syntax
