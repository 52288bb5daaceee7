// Equality and rich comparison of values.
//
// The Leaf form decides everything between built-in values (containers of them included) and
// answers NeedsCall as soon as an instance with methods of its own takes part. The Caller form
// (…_call) then calls them, the reflected method first where CPython does.
#pragma once

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

/// a == b; identity is not enough (NaN). Never Raised except by too deep a recursion.
Verdict equal(Leaf& vm, Value a, Value b);
/// `a is b or a == b`: what containers ask.
Verdict same_or_equal(Leaf& vm, Value a, Value b);
/// a < b and so on. Raised: "'<' not supported between instances of 'int' and 'str'".
Verdict compare(Leaf& vm, CompareOp op, Value a, Value b);

/// The result of the comparison as an object, or raised; calls methods where needed.
Value compare_call(Caller& vm, CompareOp op, Value a, Value b);
/// Its truth: 1, 0, or -1 when raised.
int compare_truth_call(Caller& vm, CompareOp op, Value a, Value b);
/// `a is b or a == b`: 1, 0, or -1 when raised.
int same_or_equal_call(Caller& vm, Value a, Value b);

/// bool(v) of values whose truth needs no call.
Verdict truth(Leaf& vm, Value v);
/// bool(v): 1, 0, or -1 when raised.
int truth_call(Caller& vm, Value v);

/// "'<' not supported between instances of ..."
Value raise_not_supported(Leaf& vm, CompareOp op, Value a, Value b);

}  // namespace hothouse
