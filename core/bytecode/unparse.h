// Expressions back to text, as CPython writes annotations that it does not evaluate.
#pragma once

#include <string>

#include "core/syntax/ast.h"

namespace hothouse {

/// The expression in normal form: single spaces around operators, single-quoted strings, only the
/// parentheses it needs.
std::string unparse(const syntax::Expr* expr);

}  // namespace hothouse
