// The primitives of _numarray, by topic. ndarrays that they are given are exactly that: the Python
// part (python/numarray/) has looked at the arguments.
#pragma once

#include "core/builtins/tables.h"

namespace hothouse::numarray {

extern const BuiltinTable kExpressionRows;  // rows_expression.cpp: operators, reductions
extern const BuiltinTable kArrayRows;       // rows_array.cpp: making, viewing, assigning, lists
extern const BuiltinTable kSelectRows;      // rows_select.cpp: masks, indices, extremes, products
extern const BuiltinTable kOrderRows;       // rows_order.cpp: sorting, searching, running sums
extern const BuiltinTable kMemoryRows;      // rows_memory.cpp: elements at addresses

}  // namespace hothouse::numarray
