// Exception objects: made here, chained here. Their text as a traceback is
// builtins/traceback_text.h.
//
// An exception is an Instance whose first kExcSlotCount slots are its fields.
#pragma once

#include "core/objects/types.h"

namespace hothouse {

/// An instance of an exception class with args, no __init__ called.
Value make_exception(Leaf& vm, Type* type, Value args_tuple);
Value make_exception(Leaf& vm, TypeId type, std::string_view message);
/// Exactly or by a subclass.
bool is_exception_instance(Leaf& vm, Value v);
bool is_exception_class(Value v);
inline Value exception_field(Value e, ExceptionSlot slot) {
  return e.as<Instance>()->slots()[slot];
}
void set_exception_field(Leaf& vm, Value e, ExceptionSlot slot, Value v);
/// Sets __context__ of `e` to `context` unless that would make a cycle (which is cut, as CPython
/// does it).
void chain_context(Leaf& vm, Value e, Value context);
/// Adds a traceback entry in front: the exception passed through `code` at instruction `pc`, in a
/// frame of which `frame` tells the variables (Traceback::frame).
void add_traceback(Leaf& vm, Value e, Value function, Value code, Value frame, uint64_t pc);
/// Whether set_exception_attributes() does something for the type's instances, or its constructor
/// refuses some args.
bool uses_args(const Type* type);
/// Fields that a built-in exception's constructor sets from args: StopIteration.value,
/// SystemExit.code, OSError.errno..., SyntaxError.msg..., ImportError. Called by make_exception
/// and by BaseException.__init__ with the final args.
void set_exception_attributes(Leaf& vm, Value e);
/// OSError with errno: the subclass that errno stands for (2: FileNotFoundError), with args
/// (errno, strerror, filename).
/// The subclass of OSError that stands for an errno.
TypeId os_error_type(int64_t error);
Value make_os_error(Leaf& vm, int error, std::string_view message, Value filename);
/// str(e) for exceptions whose class has no __str__ of its own and whose args need no call:
/// undefined if a call is needed.
Value exception_str(Leaf& vm, Value e);
/// Matching of an except clause: Yes, No, or Raised "catching classes that do not inherit from
/// BaseException is not allowed".
Verdict exception_matches(Leaf& vm, Value e, Value class_or_tuple);

}  // namespace hothouse
