// Helpers of exceptions. Tracebacks and __context__ are added while the exception unwinds.
#include <string>

#include "core/builtins/arguments.h"
#include "core/builtins/library.h"
#include "core/objects/attributes.h"
#include "core/objects/exception.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/repr_objects.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/ops/helper_functions.h"

namespace hothouse::helper {

namespace {

/// True if calling the class means BaseException's own __new__ and __init__ without arguments.
bool has_plain_constructor(Vm& vm, Type* type) {
  if (type->metatype != vm.types().value(TypeId::Type)) return false;
  if (is_overridden(vm, type, vm.types().name(NameId::Init)) ||
      is_overridden(vm, type, vm.types().name(NameId::New))) {
    return false;
  }
  // these insist on arguments
  return !uses_args(type) || (!is_subtype(type, vm.types().get(TypeId::UnicodeError)) &&
                              !is_subtype(type, vm.types().get(TypeId::BaseExceptionGroup)));
}

/// An instance of an exception class; not checked to be an exception.
Value instantiate(Vm& vm, Value type) {
  if (has_plain_constructor(vm, type.as<Type>())) {
    return make_exception(vm, type.as<Type>(), vm.types().empty_tuple());
  }
  return vm.call(type);
}

}  // namespace

namespace {
/// What messages call it.
std::string generator_word(Value generator) {
  switch (generator.as_object()->map) {
    case kMapCoroutine:
      return "coroutine";
    case kMapAsyncSend:
    case kMapAsyncThrow:
      return "coroutine";
    case kMapAsyncGenerator:
      return "async generator";
    default:
      return "generator";
  }
}
}  // namespace

Value RaiseGeneratorRunning(Vm* vm, Value generator) {
  return vm->value_error(generator_word(generator) + " already executing");
}

Value RaiseIgnoredExit(Vm* vm, Value generator) {
  return vm->raise(TypeId::RuntimeError, generator_word(generator) + " ignored GeneratorExit");
}
Value RaiseFromCoroutine(Vm* vm) {
  return vm->type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
}
Value RaiseWrongSelf(Vm* vm, Value builtin, Value self) {
  const auto* b = builtin.as<Builtin>();
  return wrong_self(*vm, b->def.get()->name, type_name(b->module.as<Type>()).c_str(), self);
}
Value RaiseAwaited(Vm* vm, Value generator) {
  const MapId map = generator.as_object()->map;
  return vm->raise(TypeId::RuntimeError, std::string("cannot reuse already awaited ") +
                                             (map == kMapAsyncSend    ? "__anext__()/asend()"
                                              : map == kMapAsyncThrow ? "aclose()/athrow()"
                                                                      : "coroutine"));
}
Value RaiseSentTooEarly(Vm* vm, Value generator) {
  return vm->type_error("can't send non-None value to a just-started " + generator_word(generator));
}
Value RaiseStopIteration(Vm* vm, Value value) { return vm->stop_iteration(value); }

Value RaiseHandled(Vm* vm) {
  Value e = vm->state.handled;
  if (e.is_none() || e.is_undefined()) {
    return vm->raise(TypeId::RuntimeError, "No active exception to reraise");
  }
  return vm->reraise(e);
}

Value RaiseValue(Vm* vm, Value v, Value cause) {
  Rooted type(*vm, v), reason(*vm, cause);
  Rooted e(*vm, v);
  if (is_exception_class(v)) {
    Value instance = instantiate(*vm, v);
    if (instance.is_raised()) return instance;
    if (!is_exception_instance(*vm, instance)) {
      Rooted rooted(*vm, instance);
      Value shown = repr_call(*vm, type);
      if (shown.is_raised()) return shown;
      return vm->type_error(
          "calling " + str_to_utf8(*vm, unwrap(*vm, shown)) +
          " should have returned an instance of BaseException, not " +
          str_to_utf8(*vm, repr_builtin_object(*vm, type_value(type_of(*vm, rooted)))));
    }
    e = instance;
  } else if (!is_exception_instance(*vm, v)) {
    return vm->type_error("exceptions must derive from BaseException");
  }
  if (cause.is_undefined()) return vm->raise(e);
  if (is_exception_class(reason)) {
    Value instance = instantiate(*vm, reason);
    if (instance.is_raised()) return instance;
    reason = instance;
  }
  if (!reason.get().is_none() && !is_exception_instance(*vm, reason)) {
    return vm->type_error("exception causes must derive from BaseException");
  }
  set_exception_field(*vm, e, kExcCause, reason);
  set_exception_field(*vm, e, kExcSuppress, Value::true_value());
  return vm->raise(e);
}

Value Reraise(Vm* vm, Value v) { return vm->reraise(v); }

Value TakePending(Vm* vm) {
  Value e = vm->pending();
  vm->clear_pending();
  vm->take_reraising();
  return e;
}

bool PendingStops(Vm* vm) { return is_instance(*vm, vm->pending(), TypeId::StopIteration); }

Value AddAttributeContext(Vm* vm, Value exception, Value object, Value name) {
  add_attribute_context(*vm, exception, object, name);
  return Value::none();
}

Value AddTraceback(Vm* vm, Value exception, Value function, Value frame, int64_t pc) {
  add_traceback(*vm, exception, function, function.as<Function>()->code, frame,
                static_cast<uint64_t>(pc) - 1);
  return Value::none();
}

Value SwapHandled(Vm* vm, Value v) {
  Value before = vm->state.handled;
  vm->state.handled = v;
  return before;
}

Value ExceptionMatches(Vm* vm, Value e, Value classes) {
  Verdict v = exception_matches(*vm, e, classes);
  return v == Verdict::Raised ? Value::raised() : Value::boolean(v == Verdict::Yes);
}

Value PrintExpr(Vm* vm, Value v) {
  Rooted shown(*vm, v);
  if (Value hook = sys_hook(*vm, "displayhook"); !hook.is_undefined()) {
    Rooted function(*vm, hook);
    Value argument = shown.get();
    return vm->call(function, &argument, 1);
  }
  if (v.is_none()) return v;
  Value text = repr_call(*vm, v);
  if (text.is_raised()) return text;
  write_stdout(*vm, str_to_utf8(*vm, unwrap(*vm, text)) + "\n");
  Value builtins = vm->library().builtins_module;
  namespace_set(*vm, builtins.as<Module>()->names, vm->intern("_"), shown);
  return Value::none();
}

}  // namespace hothouse::helper
