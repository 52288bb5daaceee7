// Methods of code objects, for their rows (function_rows.cpp).
#pragma once

#include "core/vm/context.h"

namespace hothouse {

struct CodeBody;

/// The parameters are those of the row's signature.
constexpr const char* kCodeReplaceSignature =
    "self, /, *, co_name=, co_qualname=, co_filename=, co_firstlineno=, co_flags=, co_consts=, "
    "co_varnames=, co_freevars=, co_cellvars=, co_names=, co_code=, co_argcount=, "
    "co_posonlyargcount=, co_kwonlyargcount=, co_nlocals=, co_linetable=";
Value code_replace(Leaf& vm, const Value* args);
/// Does code look at its function's globals, itself or by functions that it makes?
bool belongs_to_globals(const CodeBody& body);
/// The code of a function that is to run with a namespace of globals which need not be those that
/// the code was made for: its inline caches and traces hold for one namespace only.
Value code_with_globals(Leaf& vm, Value code, Value names);
/// The instructions as if each word had CPython's two bytes; the module dis shows all of them.
Value code_bytes(Leaf& vm, const Value* args);
/// Where the instructions come from, two bytes each: iterators.
Value code_positions(Leaf& vm, const Value* args);
Value code_lines(Leaf& vm, const Value* args);

}  // namespace hothouse
