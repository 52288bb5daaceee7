// Namespaces: the variables of a module, the attributes of a class.
//
// Each name has a NameCell for good: code keeps its address. The cell of a deleted name stays in
// the table, its value undefined, and gets a value again when the name is defined again.
// `version` changes when a name is added or deleted, never when one is assigned again.
#pragma once

#include "core/objects/dict.h"
#include "core/objects/str.h"
#include "core/objects/types.h"

namespace hothouse {

/// owner: the Module or Type, or undefined.
Value make_namespace(Leaf& vm, Value owner);
/// The cell of the interned name, a deleted one's too, or null.
NameCell* namespace_cell(Leaf& vm, Value ns, Value name);
/// The cell of a name that is defined, or null.
NameCell* namespace_find(Leaf& vm, Value ns, Value name);
/// The value, or undefined.
Value namespace_get(Leaf& vm, Value ns, Value name);
/// Assigns or defines; a second assignment of a different value makes the cell Mutable (and calls
/// hooks.constant_changed). Returns the cell.
NameCell* namespace_set(Leaf& vm, Value ns, Value name, Value v);
/// False if the name was absent.
bool namespace_delete(Leaf& vm, Value ns, Value name);
/// Iteration in order of definition.
bool namespace_next(Value ns, uint64_t* position, Value* name, NameCell** cell);
/// A new dict of the names and values.
Value namespace_to_dict(Leaf& vm, Value ns);
/// globals(): the one dict that follows the namespace, and which the namespace follows; up to date.
Value namespace_live_dict(Leaf& vm, Value ns);
/// The namespace that follows a dict in the same way, of a module of that name: exec() with globals
/// of one's own.
Value dict_live_namespace(Leaf& vm, Value dict, Value module_name);
/// Brings such a dict up to date.
void namespace_dict_refresh(Leaf& vm, Value dict);
void namespace_set_owner(Leaf& vm, Value ns, Value owner);
/// A namespace with the (str) keys of a dict.
Value namespace_from_dict(Leaf& vm, Value dict, Value owner);
/// Assigns to a cell that exists: what StoreGlobal does when the name is bound already.
void name_cell_assign(Leaf& vm, NameCell* cell, Value v);

/// A cell in no namespace, constant until end_assumption: traces depend on it that take something
/// for granted. It never moves; the caller keeps it alive.
NameCell* make_assumption(Leaf& vm, std::string_view what);
/// Invalidates the traces that depend on the cell.
void end_assumption(Leaf& vm, NameCell* cell);

Value make_module(Leaf& vm, Value name);
/// Attribute of a module: its namespace, else lazy built-ins (then defined); undefined if absent.
Value module_get(Leaf& vm, Value module, Value name);
/// Gives a module in C++ all its names, which otherwise come when they are looked up.
void module_define_all(Leaf& vm, Value module);
/// The same as a cell (null if absent): for caching globals and built-ins.
NameCell* module_find(Leaf& vm, Value module, Value name);

}  // namespace hothouse
