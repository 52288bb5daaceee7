// From Python text to Functions: the one place where built-ins meet the compiler.
#pragma once

#include <string_view>

#include "core/syntax/error.h"
#include "core/vm/context.h"

namespace hothouse {

/// The exception for a mistake in a source text.
Value raise_syntax_error(Leaf& vm, const syntax::SyntaxError& error, std::string_view file);

/// Compiles a text that holds one def and makes the function without running anything: its
/// defaults must be literals or names of the internal namespace. Globals: `module`'s. The result
/// lies in old space and never moves; or raised.
Value declare_function(Leaf& vm, std::string_view text, std::string_view file, Value module);

/// The Code of a text in one of compile()'s modes. own_locals: to be run as a class body is, with a
/// mapping of its own for the names it assigns.
Value compile_source(Leaf& vm, std::string_view text, std::string_view file, std::string_view mode,
                     bool own_locals);
/// The function without parameters that runs a module's code with these globals, a Namespace.
Value function_of_code(Leaf& vm, Value code, Value globals);

/// The Function (no parameters) that runs a module's body in the namespace of `module`.
Value make_module_body(Leaf& vm, Value module, std::string_view source, std::string_view filename,
                       bool internal);

}  // namespace hothouse
