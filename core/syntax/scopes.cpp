// The public face of the symbol table. See scopes.h.
#include "core/syntax/scopes.h"

#include <algorithm>

#include "core/syntax/scope_builder.h"

namespace hothouse::syntax {

const Symbol* Scope::find(std::string_view mangled) const {
  auto it = std::lower_bound(symbols.begin(), symbols.end(), mangled,
                             [](const Symbol& s, std::string_view name) { return s.name < name; });
  return it != symbols.end() && it->name == mangled ? &*it : nullptr;
}

Resolution Scope::resolve(std::string_view mangled) const {
  const Symbol* symbol = find(mangled);
  if (symbol != nullptr && symbol->resolution != Resolution::Unresolved) return symbol->resolution;
  return kind == ScopeKind::Module ? Resolution::ModuleName : Resolution::GlobalImplicit;
}

std::string_view mangle(Arena& arena, std::string_view class_name, std::string_view name) {
  bool is_private = name.size() > 2 && name.substr(0, 2) == "__" &&
                    name.substr(name.size() - 2) != "__" && name.find('.') == name.npos;
  std::size_t start = class_name.find_first_not_of('_');
  if (!is_private || start == class_name.npos) return arena.intern(name);
  std::string mangled = "_";
  mangled += class_name.substr(start);
  mangled += name;
  return arena.intern(mangled);
}

bool resolve_scopes(Module& module, Arena& arena, SyntaxError& error) {
  std::unique_ptr<ScopeBuilder> root = collect_scopes(module, arena, error);
  return root != nullptr && resolve_names(*root, arena, error) && check_placement(module, error);
}

}  // namespace hothouse::syntax
