// Which scope each name belongs to: the symbol table.
//
// Neighbours: ast.h (the tree that is annotated), parser.h (which made it), definite_assignment.h
// (which runs afterwards and refines the flags); the bytecode compiler reads the scopes.
// Invariant: after resolve_scopes() has succeeded, every Name node has `mangled` and `resolution`,
// every Attribute `mangled`, and every node that opens a scope its `scope`. Symbols carry the
// mangled name.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/syntax/ast.h"
#include "core/syntax/error.h"

namespace hothouse::syntax {

enum class ScopeKind : std::uint8_t { Module, Class, Function, Lambda, Comprehension };

/// One name in one scope.
struct Symbol {
  std::string_view name;  ///< mangled, interned
  Resolution resolution = Resolution::Unresolved;
  bool is_parameter = false;
  bool is_bound = false;     ///< assigned, imported, deleted, ... in this very scope
  bool is_declared = false;  ///< named in a `global` or `nonlocal` statement
  /// A free name of a class body that the body itself also binds cannot exist; but a name which
  /// only passes through a class to its methods is Free there without being read in it.
  bool is_read = false;
  /// [flow] The local must hold the undefined marker when the function is entered. Parameters never
  /// need it. (A Cell is always created empty.)
  bool needs_init = true;
};

/// A module, class body, function, lambda or comprehension.
struct Scope {
  ScopeKind kind = ScopeKind::Module;
  Scope* parent = nullptr;
  std::span<Scope*> children;  ///< in source order
  std::string_view name;       ///< "<module>", "f", "C", "<lambda>", "<listcomp>", "<genexpr>", ...
  std::string_view qualname;   ///< "C.f.<locals>.<lambda>"
  std::string_view class_name;  ///< of the innermost class around: what `__x` is mangled with
  SourceRange range;

  std::span<Symbol> symbols;  ///< sorted by name

  // Functions, lambdas and comprehensions only. Parameters come first in `locals`, in the order
  // posonly, args, kwonly, *vararg, **kwarg (as in co_varnames); then the other locals in the order
  // of first binding. A parameter that is a Cell is in both `locals` and `cells`; other cells are
  // only in `cells`. A comprehension has one parameter, ".0", its first iterator.
  std::span<std::string_view> locals;
  std::span<std::string_view> cells;  ///< in a class: "__class__" if a method needs it
  std::span<std::string_view> frees;  ///< also of classes: what passes through to the methods
  std::uint32_t parameter_count = 0;  ///< of all kinds

  bool is_generator = false;     ///< contains yield or is a generator expression
  bool is_coroutine = false;     ///< async def, or contains await
  bool has_star_import = false;  ///< module only
  bool needs_class_cell =
      false;  ///< a class of which a method uses __class__ or zero-argument super()

  /// Finds a name (mangled), or null. Binary search.
  const Symbol* find(std::string_view mangled) const;
  /// Where a name lives seen from here; names this scope does not mention are GlobalImplicit (at
  /// module level ModuleName).
  Resolution resolve(std::string_view mangled) const;
  bool is_function_like() const { return kind != ScopeKind::Module && kind != ScopeKind::Class; }
};

/// Applies private-name mangling: `__x` in class `_C` becomes `_C__x`. The result is interned.
std::string_view mangle(Arena& arena, std::string_view class_name, std::string_view name);

/// Builds the scopes of a tree and annotates it. Returns true, or false with `error` filled in.
/// The errors are those that CPython finds outside its grammar: `global` after use, `return`
/// outside a function, duplicate arguments, and so on.
bool resolve_scopes(Module& module, Arena& arena, SyntaxError& error);

}  // namespace hothouse::syntax
