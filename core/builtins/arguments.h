// Helpers with which rows of C++ check their arguments; messages are CPython's.
#pragma once

#include <string>

#include "core/objects/int.h"
#include "core/objects/str.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {

/// What a kBuiltinPython leaf answers to leave the work to Python.
inline Value leave_to_python() { return Value::undefined(); }

/// "descriptor 'append' for 'list' objects doesn't apply to a 'int' object"
Value wrong_self(Leaf& vm, const char* method, const char* type, Value self);

/// An index-sized integer: ints, bools and their subclasses; false with TypeError
/// "'str' object cannot be interpreted as an integer" or OverflowError. Objects with __index__ are
/// refused: rows that want them leave to Python first (needs_index).
bool int64_argument(Leaf& vm, Value v, int64_t* result);
/// The same, out-of-range values clamped.
bool clamped_argument(Leaf& vm, Value v, int64_t* result);
/// As for slices: None and undefined leave *result as it is.
bool slice_argument(Leaf& vm, Value v, int64_t* result);
/// True if v is an instance that may have __index__.
inline bool needs_index(Leaf& vm, Value v) {
  return is_instance_kind(v) && as_int(vm, v).is_undefined();
}
/// The Str that v is; TypeError "must be str, not int" otherwise (undefined result).
Value text_argument(Leaf& vm, Value v, std::string_view prefix = "must be str");
/// What encode() and decode() take: row[0] is the encoding, row[1] how errors are handled. False
/// with "function() argument 'encoding' must be str, not int".
bool codec_arguments(Leaf& vm, const char* function, const Value* row, std::string* encoding,
                     std::string* errors);
/// A double of a float or int (not of objects with __float__): false with TypeError
/// "must be real number, not str".
bool double_argument(Leaf& vm, Value v, double* result);
/// True if v is an instance whose class of the library says by __buffer__ what its bytes are.
bool has_buffer(Leaf& vm, Value v);
/// True if v is an instance that may have __float__ or __index__.
inline bool needs_float(Leaf& vm, Value v) {
  double d;
  return is_instance_kind(v) && as_int(vm, v).is_undefined() && !as_float(vm, v, &d);
}
inline bool given(Value v) { return !v.is_undefined(); }
/// bool(v) of built-in values; Verdict::NeedsCall for instances with methods.
/// The truth of a flag argument: undefined and None are `otherwise`.
bool flag_argument(Leaf& vm, Value v, bool otherwise);

inline Value verdict_value(Verdict v) {
  switch (v) {
    case Verdict::Yes:
      return Value::true_value();
    case Verdict::No:
      return Value::false_value();
    case Verdict::Raised:
      return Value::raised();
    default:
      return Value::undefined();
  }
}
inline Value truth_value(int truth) {
  return truth < 0 ? Value::raised() : Value::boolean(truth != 0);
}

}  // namespace hothouse
