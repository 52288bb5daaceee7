// What the files of the builtins module share.
#pragma once

#include "core/builtins/tables.h"
#include "core/objects/bytes.h"
#include "core/objects/instance.h"

namespace hothouse {

Value print_function(Leaf& vm, const Value* args);
Value input_function(Leaf& vm, const Value* args);
/// locals() of the frame at r; at module level that is `globals`.
Value frame_variables(Leaf& vm, const Value* r, Value globals);
/// The variables that lie in these registers, and the free ones, by name.
Value variables_dict(Leaf& vm, const CodeBody& body, const Value* registers, Value closure);
bool is_callable(Leaf& vm, Value v);
Value str_ascii_only(Leaf& vm, Value text);

}  // namespace hothouse
