// From Python text to Functions: the one place where built-ins meet the compiler.
#pragma once

#include <string_view>
#include <vector>

#include "core/bytecode/compiler.h"
#include "core/syntax/ast.h"
#include "core/syntax/error.h"
#include "core/vm/context.h"

namespace hothouse {

/// The exception for a mistake in a source text.
Value raise_syntax_error(Leaf& vm, const syntax::SyntaxError& error, std::string_view file);

/// A list of (message, arguments of a SyntaxError): what the library's _issue_syntax_warnings
/// takes.
Value syntax_warning_rows(Leaf& vm, const std::vector<syntax::SyntaxError>& warnings,
                          std::string_view file);

/// The Code of a text of eval(), exec() or compile(), which runs as a class body does: its names
/// live in a namespace that comes with the call. Or raised.
Value compile_in_names(Leaf& vm, std::string_view text, std::string_view file,
                       syntax::ParseMode mode, std::vector<syntax::SyntaxError>* warnings);

/// A Function without parameters that runs `code` with these namespaces.
Value make_text_function(Leaf& vm, Value code, Value globals, Value builtins);

/// Compiles a text that holds one def and makes the function without running anything: its
/// defaults must be literals or names of the internal namespace. Globals: `module`'s. The result
/// lies in old space and never moves; or raised.
Value declare_function(Leaf& vm, std::string_view text, std::string_view file, Value module);

/// The Function (no parameters) that runs a module's body in the namespace of `module`.
Value make_module_body(Leaf& vm, Value module, std::string_view source, std::string_view filename,
                       CompileMode mode);

}  // namespace hothouse
