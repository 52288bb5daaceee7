// repr of what contains nothing to be shown.
#pragma once

#include <string>
#include <string_view>

#include "core/objects/value.h"

namespace hothouse {

struct CodeBody;  // bytecode/code.h

/// Special methods that CPython keeps in slots of the type; the others are methods like any other.
bool is_slot_wrapper(std::string_view name);

/// Modules that CPython has frozen and has imported when a program begins, or that are built in
/// here: no file of a program's is ever found in their place.
bool is_frozen_module(std::string_view name);

/// The repr of a class, function, module or the like which its own type gives.
Value repr_builtin_object(Leaf& vm, Value v);

/// The same of an object of a class that derives from that of modules.
Value repr_module_instance(Leaf& vm, Value v);

/// 'f at 0x7f12, file "<string>", line 3', the address being given as " at 0x7f12" (defined in
/// bytecode/disassembler.cpp, since this floor does not know the layout of CodeBody).
std::string code_place(const CodeBody& body, const std::string& address);

}  // namespace hothouse
