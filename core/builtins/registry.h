// Built-ins found by name on first use: rows of tables become objects when a program asks.
//
// Three kinds of built-in hide behind one name space:
//   C++     a row of a table (BuiltinDef); its object is a Builtin, calls go through
//           bind_arguments and def->leaf or def->caller;
//   both    a row with kBuiltinPython: the leaf does the usual case (exact built-in containers)
//           and answers Value::undefined() when the work would run Python code (iterate a
//           generator, call __eq__ of a class). The VM then calls python_version(def) with the
//           *same bound arguments* as positionals, so that traces follow it. The leaf has had no
//           effect in that case. Arguments not given are undefined: python_arguments() puts the
//           function's defaults in their place;
//           A row whose parameters are annotated needs no such function: the one that converts
//           the arguments and calls the leaf again is made from the signature (signature.h);
//   Python  a function of core/builtins/python, compiled when it is first asked for
//           (library.h). Its object is a Function whose code has kCodeInternal; repr() and type()
//           show it as a built-in.
//
// Neighbours: builtin.h (the rows), tables.h (which tables there are), library.h (the functions
// written in Python), protocol.h (those that the interpreter calls), signature.h (binding).
#pragma once

#include <string_view>

#include "core/builtins/builtin.h"
#include "core/builtins/signature.h"
#include "core/vm/context.h"

namespace hothouse {

/// Value of the built-in `name` ("len", "ValueError", "map"), or undefined if there is none.
/// The lazy hook of the builtins namespace.
Value find_builtin(Leaf& vm, Value name);

/// Attribute `name` that the built-in type itself defines (not its bases), or undefined. The lazy
/// hook of the namespaces of built-in types.
Value find_type_attribute(Leaf& vm, Type* type, Value name);

/// Attribute `name` of a module written in C++ ("math", "sys"), or undefined. The lazy hook of
/// module namespaces.
Value find_module_attribute(Leaf& vm, Module* module, Value name);

/// The function that calling the built-in type `type` runs with the same arguments (the class is
/// not among them): list(x) runs type_constructor(list)(x). A Builtin or an internal Function; it
/// raises "cannot create 'X' instances" for types without one. Only for types with kTypeBuiltin
/// that are not exceptions... those have constructors too: `ValueError("x")` makes the instance.
/// Classes of programs go through Protocol::Construct.
Value type_constructor(Leaf& vm, Type* type);

/// The function in Python that finishes what the leaf of a kBuiltinPython row left (see above).
Value python_version(Leaf& vm, const BuiltinDef& def);
/// Replaces undefined entries of bound arguments by the defaults of `function`.
void python_arguments(Value function, Value* args, uint32_t count);

/// Makes vm.library(), sets the lazy hooks of objects/. Vm calls it once, after the types exist.
void install_builtins(Leaf& vm);
/// Flushes standard output, frees the library. Vm calls it when it ends.
void remove_builtins(Leaf& vm);
/// Writes out what print() has buffered. To be called before anything goes to standard error,
/// before the process ends, and before C code may write.
void flush_stdout(Leaf& vm);

}  // namespace hothouse
