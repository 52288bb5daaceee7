#include "core/builtins/compile.h"
#include "core/builtins/library.h"
#include "core/objects/int.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"
#include "ffi/callback.h"
#include "ffi/function.h"
#include "ffi/rows.h"

namespace hothouse::ffi {
namespace {

Value get_errno(Leaf& vm, const Value*) { return Value::small_int(world_of(vm).saved_errno); }

Value set_errno(Leaf& vm, const Value* a) {
  World& world = world_of(vm);
  int64_t i = 0;
  if (!as_int64(a[0], &i)) {
    return vm.type_error("'" + type_name_of(vm, a[0]) +
                         "' object cannot be interpreted as an integer");
  }
  int old = world.saved_errno;
  world.saved_errno = static_cast<int>(i);
  return Value::small_int(old);
}

/// (text of a def, module): the function. The classes of C types are given accessors with their
/// offsets and sizes as constants, so that traces need not load them.
Value define(Leaf& vm, const Value* a) {
  return declare_function(vm, str_to_utf8(vm, a[0]), "<builtin ctypes>", a[1]);
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("new_function", "cls, address, /", new_function, 0, "An instance of a function class."),
    HH_LEAF("describe", "function, address, result, arguments, targets, /", describe, 0,
            "Says how it is called directly."),
    HH_LEAF("function_address", "function, /", function_address, 0, "What it calls."),
    HH_LEAF("struct_type", "size, alignment, elements, /", make_struct_type, 0,
            "A structure that is passed by value."),
    HH_CALLER("invoke", "function, result, types, arguments, use_errno, /", invoke, 0,
              "Calls with any arguments."),
    HH_CALLER("invoke_waiting", "function, letters, operands, /", invoke_waiting, 0,
              "Calls one that may wait for something."),
    HH_LEAF("make_callback", "function, result, arguments, shown, use_errno, /", make_callback, 0,
            "A closure for C to call."),
    HH_LEAF("callback_address", "callback, /", callback_address, 0, "Where C calls it."),
    HH_LEAF("get_errno", "", get_errno, 0, "The copy of errno."),
    HH_LEAF("set_errno", "value, /", set_errno, 0, "Sets the copy of errno."),
    HH_LEAF("define", "text, module, /", define, 0, "A function from its text."),
};

}  // namespace

const BuiltinTable kFunctionRows = builtin_table(kRows);

}  // namespace hothouse::ffi
