// From syntax tree to bytecode.
//
// Neighbours: syntax/parser.h makes the tree (syntax::analyze), code.h holds the result,
// instructions.def says what the instructions mean. The compiler itself is compiler_impl.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytecode/code.h"
#include "core/objects/value.h"
#include "core/syntax/ast.h"
#include "core/syntax/error.h"

namespace hothouse {

class Leaf;

enum class CompileMode : uint8_t {
  Module,    // a file
  Library,   // as Module, a file of CPython's library
  Prompt,    // an interactive statement: expression statements show their value
  Internal,  // as Module, of the VM's own library: kCodeInternal, left out of tracebacks
  Text,      // of eval(), exec() and compile(): names live in a namespace that comes with the call
  TextPrompt,  // the same of compile(..., "single")
};

struct CompileResult {
  Value code;                 // the root Code object; undefined if there is an error
  syntax::SyntaxError error;  // filled in then
  std::vector<syntax::SyntaxError> warnings;  // SyntaxWarnings, for the program's filters

  bool ok() const { return !code.is_undefined(); }
};

/// Compiles a tree that syntax::analyze made. A tree parsed with ParseMode::Eval gives code that
/// returns the expression's value; other code returns None. `source` is kept for tracebacks; it
/// is the text that the tree's positions refer to.
CompileResult compile_module(Leaf& vm, const syntax::Module& module, std::string_view filename,
                             std::shared_ptr<const std::string> source, CompileMode mode);

}  // namespace hothouse
