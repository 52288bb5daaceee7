// Which reads of local variables need a check that the variable has a value.
//
// Neighbours: runs over a tree that scopes.h has annotated; the compiler reads the flags.
// Invariant: a Name whose `maybe_unbound` is false is certainly bound whenever it is read or
// deleted. The opposite is a guess on the safe side.
#pragma once

#include "core/syntax/arena.h"
#include "core/syntax/ast.h"

namespace hothouse::syntax {

/// Fills in the fields marked [flow]: Name::maybe_unbound and Symbol::needs_init of the functions,
/// lambdas and comprehensions of the tree.
void analyze_assignments(Module& module, Arena& arena);

}  // namespace hothouse::syntax
