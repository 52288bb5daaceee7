// Filling attribute plans: what the inline caches and the recorder ask.
#pragma once

#include "core/vm/attribute_plan.h"
#include "core/vm/vm.h"

namespace hothouse {

/// How to load attribute `name` of `object`. Sets *cacheable if the plan holds for all objects of
/// its map (or for this one object, plan.one_object) until the next class change.
AttributePlan find_load_plan(Vm& vm, Value object, Value name, bool* cacheable);
/// How to store it.
AttributePlan find_store_plan(Vm& vm, Value object, Value name, Value x, bool* cacheable);

/// The module whose names are behind the globals of a function: builtins, or for functions of
/// the library the module with its primitives.
Value builtins_of(Vm& vm, const Function* function);

/// The NameCell that global `name` means for code of `function`: the module's own, or the
/// built-in's; null with NameError pending. A cell without a value is that of a deleted name. Cells
/// are never freed while their module lives.
NameCell* find_global_cell(Vm& vm, Function* function, Value name, bool* cacheable);

/// Getter of a property if it is a Python function of exactly one positional argument, or
/// undefined.
Value python_getter(Value property);

/// Is it a property that reads an element of a tuple, as the fields of named tuples are?
bool is_tuple_field(Value property, uint32_t* index);

/// The cell of the method that super().name calls, if it is bound to an instance; or null.
NameCell* find_super_method(Vm& vm, const Super* super, Value name);

/// What a class has under a name, static methods as functions, None if nothing; and its cell.
Value lookup_in_class(Vm& vm, Type* type, Value name, NameCell** cell);

/// Is it an instance of a subclass of tuple, list or dict that leaves this method alone?
bool is_plain_wrapper(Vm& vm, const Object* o, NameId method);

/// True if truth needs no call: neither __bool__ nor __len__ in the class, nothing wrapped.
bool has_plain_truth(Vm& vm, const Object* o);

/// True if calling the class means object.__new__ and then `*init` (null: object.__init__, else a
/// cell that holds a Function).
bool has_plain_construction(Vm& vm, Type* type, NameCell** init);

}  // namespace hothouse
