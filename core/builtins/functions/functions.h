// What the files of the builtins module share.
#pragma once

#include "core/builtins/tables.h"
#include "core/objects/bytes.h"
#include "core/objects/instance.h"

namespace hothouse {

Value print_function(Leaf& vm, const Value* args);
Value input_function(Leaf& vm, const Value* args);
/// The variables of the frame at r; at module level they are `globals`. Its registers must all
/// hold what the program has put there: ask frame_locals of a frame that may be anybody's.
Value frame_variables(Leaf& vm, const Value* r, Value globals);
/// locals() and f_locals of the frame at r, which is behind the instruction before `pc`. Of a
/// function that does not name locals(), eval() or the like only what is known is in it.
Value frame_locals(Leaf& vm, const Value* r, uint32_t pc, Value globals);
/// The variables that lie in these registers, and the free ones, by name.
Value variables_dict(Leaf& vm, const CodeBody& body, const Value* registers, Value closure);
/// What dir() of an object lists whose class has no __dir__ of its own: a sorted List.
Value attribute_names(Leaf& vm, Value object);
bool is_callable(Leaf& vm, Value v);
Value str_ascii_only(Leaf& vm, Value text);

}  // namespace hothouse
