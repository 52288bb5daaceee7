// A syntax tree as a sequence of events, under the names of Python's `ast` module: for whoever
// makes text (dump.h) or Python's own nodes of it (builtins/primitives/ast_primitives.cpp).
//
// Neighbours: ast.h.
// Invariant: optional fields that are absent make no event.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/syntax/ast.h"

namespace hothouse::syntax {

/// Gets the events. A value is a node, a list, or one call of the others.
class TreeEvents {
 public:
  virtual ~TreeEvents() = default;
  /// A node; what follows until close_node() are its fields. The range is null for nodes without.
  virtual void open_node(std::string_view name, const SourceRange* range) = 0;
  virtual void close_node() = 0;
  /// The field that the next value belongs to.
  virtual void field(const char* name) = 0;
  virtual void open_list() = 0;
  virtual void close_list() = 0;
  /// None, True, False or Ellipsis.
  virtual void constant(ConstantKind kind) = 0;
  virtual void number(int64_t value) = 0;
  /// An int literal's digits.
  virtual void integer(std::string_view digits, int base) = 0;
  virtual void real(double value, bool imaginary) = 0;
  virtual void text(std::string_view value, bool bytes) = 0;
};

/// Recursive: for trees that resolve_scopes() accepts.
void walk_tree(const Module& module, TreeEvents& events);

}  // namespace hothouse::syntax
