// A syntax tree as text, in the format of Python's `ast.dump(tree)`, with strings escaped as by
// ascii(). For tests and for looking at a tree.
//
// Neighbours: ast.h, scopes.h.
#pragma once

#include <string>

#include "core/syntax/ast.h"
#include "core/syntax/scopes.h"

namespace hothouse::syntax {

/// The tree as `ast.dump` prints it. Recursive: for trees that resolve_scopes() accepts.
std::string dump(const Module& module);

/// The scopes, one a line, indented, each followed by its symbols.
std::string dump_scopes(const Scope& scope);

/// The reads that the analysis of assignments could not prove to be bound: `name@line:col` each.
std::string dump_maybe_unbound(const Module& module);

}  // namespace hothouse::syntax
