// The second pass of the symbol table: what each name is. See scope_builder.h.
//
// A name that a scope reads but does not bind is looked for outwards: class bodies are passed over
// (methods do not see them), functions that bind it own it, `global` there ends the search. All
// functions and classes on the way must hand the cell through.
#include <algorithm>
#include <set>

#include "core/syntax/scope_builder.h"

namespace hothouse::syntax {

namespace {

class Resolver {
 public:
  Resolver(Arena& arena, SyntaxError& error) : arena_(arena), error_(error) {}

  bool resolve(ScopeBuilder& builder) {
    // The list may grow while inner scopes pass names through; those are resolved as they come.
    std::size_t own = builder.names.size();
    for (std::size_t i = 0; i < own; ++i) {
      if (!resolve_name(builder, i)) return false;
    }
    for (auto& child : builder.children) {
      if (!resolve(*child)) return false;
    }
    return true;
  }

  void finish(ScopeBuilder& builder);

  /// Notes what the scopes within `builder` declare global: the module's own code means a global by
  /// such a name too, even where exec() gave it locals of its own.
  void collect_globals(const ScopeBuilder& builder) {
    for (const auto& child : builder.children) {
      for (const NameUse& use : child->names) {
        if ((use.flags & kGlobal) != 0) declared_global_.insert(use.name);
      }
      collect_globals(*child);
    }
  }

 private:
  bool resolve_name(ScopeBuilder& builder, std::size_t index);
  bool find_owner(ScopeBuilder& builder, std::string_view name);
  bool fail(ScopeBuilder& builder, std::string_view name, std::string message);
  void set_qualname(Scope& scope, const ScopeBuilder& builder);

  Arena& arena_;
  SyntaxError& error_;
  std::set<std::string_view> declared_global_;
};

bool Resolver::fail(ScopeBuilder& builder, std::string_view name, std::string message) {
  error_ = SyntaxError{};
  error_.message = std::move(message);
  for (const auto& directive : builder.directives) {
    if (directive.name.data() != name.data()) continue;
    error_.line = directive.range.begin.line;
    error_.col = directive.range.begin.col + 1;
    error_.end_line = directive.range.end.line;
    error_.end_col = directive.range.end.col + 1;
    break;
  }
  return false;
}

bool Resolver::resolve_name(ScopeBuilder& builder, std::size_t index) {
  NameUse& use = builder.names[index];
  std::string_view name = use.name;
  bool module = builder.scope->kind == ScopeKind::Module;
  if ((use.flags & kGlobal) != 0) {
    if ((use.flags & kNonlocal) != 0) {
      return fail(builder, name, "name '" + std::string(name) + "' is nonlocal and global");
    }
    use.resolution = Resolution::GlobalExplicit;
    return true;
  }
  if ((use.flags & kNonlocal) != 0) {
    if (module) {
      return fail(builder, name, "nonlocal declaration not allowed at module level");
    }
    if (!find_owner(builder, name)) {
      return fail(builder, name, "no binding for nonlocal '" + std::string(name) + "' found");
    }
    builder.names[index].resolution = Resolution::Free;
    return true;
  }
  if (module) {
    use.resolution =
        declared_global_.count(name) != 0 ? Resolution::GlobalExplicit : Resolution::ModuleName;
  } else if ((use.flags & kBound) != 0) {
    use.resolution = use.captured ? Resolution::Cell : Resolution::Local;
  } else {
    bool free = find_owner(builder, name);
    builder.names[index].resolution = free ? Resolution::Free : Resolution::GlobalImplicit;
  }
  return true;
}

// Finds the function around `builder` that binds the name. If there is one, marks it there as
// captured and on the way as passing through.
bool Resolver::find_owner(ScopeBuilder& builder, std::string_view name) {
  bool class_cell = name == "__class__";
  ScopeBuilder* owner = builder.parent;
  for (;; owner = owner->parent) {
    if (owner == nullptr || owner->scope->kind == ScopeKind::Module) return false;
    if (owner->scope->kind == ScopeKind::Class) {
      if (!class_cell) continue;
      owner->scope->needs_class_cell = true;
      break;
    }
    NameUse* use = owner->find(name);
    if (use == nullptr) continue;
    if ((use->flags & kGlobal) != 0) return false;
    if ((use->flags & kBound) != 0 && (use->flags & kNonlocal) == 0) {
      use->captured = true;
      if (use->resolution == Resolution::Local) use->resolution = Resolution::Cell;
      break;
    }
  }
  for (ScopeBuilder* between = builder.parent; between != owner; between = between->parent) {
    NameUse& use = between->use(name);
    use.passes_through = true;
    if (use.resolution == Resolution::Unresolved && use.flags == 0)
      use.resolution = Resolution::Free;
  }
  return true;
}

void Resolver::set_qualname(Scope& scope, const ScopeBuilder& builder) {
  const Scope* outer = scope.parent;
  std::string name;
  bool global = false;
  if (builder.parent != nullptr &&
      (scope.kind == ScopeKind::Function || scope.kind == ScopeKind::Class)) {
    std::string_view mangled = mangle(arena_, outer->class_name, scope.name);
    NameUse* use = builder.parent->find(mangled);
    global = use != nullptr && use->resolution == Resolution::GlobalExplicit;
  }
  if (!global && outer->kind != ScopeKind::Module) {
    name = outer->qualname;
    name +=
        outer->kind == ScopeKind::Function || outer->kind == ScopeKind::Lambda ? ".<locals>." : ".";
  }
  name += scope.name;
  scope.qualname = arena_.intern(name);
}

// Writes the results into the Scope and the Name nodes.
void Resolver::finish(ScopeBuilder& builder) {
  Scope& scope = *builder.scope;
  if (scope.parent != nullptr) set_qualname(scope, builder);
  std::vector<Symbol> symbols;
  std::vector<std::string_view> locals;
  std::vector<std::string_view> cells;
  std::vector<std::string_view> frees;
  bool function = scope.is_function_like();
  for (const NameUse& use : builder.names) {
    Symbol symbol;
    symbol.name = use.name;
    symbol.resolution = use.resolution;
    symbol.is_parameter = (use.flags & kParameter) != 0;
    symbol.is_bound = (use.flags & kBound) != 0;
    symbol.is_declared = (use.flags & (kGlobal | kNonlocal)) != 0;
    symbol.is_read = (use.flags & kRead) != 0;
    symbol.needs_init = use.resolution == Resolution::Local && !symbol.is_parameter;
    symbols.push_back(symbol);
    bool cell = use.resolution == Resolution::Cell;
    if (function && (use.resolution == Resolution::Local || (cell && symbol.is_parameter))) {
      locals.push_back(use.name);
    }
    if (cell) cells.push_back(use.name);
    if (use.resolution == Resolution::Free || use.passes_through) frees.push_back(use.name);
  }
  if (scope.needs_class_cell) cells.push_back(arena_.intern("__class__"));
  std::sort(symbols.begin(), symbols.end(),
            [](const Symbol& a, const Symbol& b) { return a.name < b.name; });
  std::sort(cells.begin(), cells.end());
  std::sort(frees.begin(), frees.end());
  scope.symbols = arena_.copy(symbols);
  scope.locals = arena_.copy(locals);
  scope.cells = arena_.copy(cells);
  scope.frees = arena_.copy(frees);
  for (Name* name : builder.nodes) {
    NameUse* use = builder.find(name->mangled);
    name->resolution = use != nullptr                    ? use->resolution
                       : scope.kind == ScopeKind::Module ? Resolution::ModuleName
                                                         : Resolution::GlobalImplicit;
  }
  std::vector<Scope*> children;
  for (auto& child : builder.children) {
    children.push_back(child->scope);
    finish(*child);
  }
  scope.children = arena_.copy(children);
}

}  // namespace

bool resolve_names(ScopeBuilder& module, Arena& arena, SyntaxError& error) {
  Resolver resolver(arena, error);
  resolver.collect_globals(module);
  if (!resolver.resolve(module)) return false;
  resolver.finish(module);
  return true;
}

}  // namespace hothouse::syntax
