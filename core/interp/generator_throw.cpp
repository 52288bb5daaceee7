// generator.throw() and close(): an exception raised where a generator stands, or in the generator
// that it delegates to, or given to the throw() of another object that it delegates to.
//
// What is thrown stays as it was given until that is known: a throw() written in Python may take
// what is no exception at all.
#include "core/builtins/protocol.h"
#include "core/interp/evaluator.h"
#include "core/objects/attributes.h"
#include "core/objects/exception.h"
#include "core/objects/repr.h"
#include "core/objects/repr_objects.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/ops/generators.h"
#include "core/ops/helper_functions.h"
#include "core/vm/tracing.h"

namespace hothouse {

namespace {

/// Where a suspended generator goes on. `yield from` suspends at the Yield behind a Send, whose b
/// is the delegate. A Yield in a handler stands between the instructions that leave and enter it.
struct Suspension {
  Insn enter;  // EnterHandler, if `handles`
  bool handles = false;
  uint32_t behind_send = 0;  // 0: it does not delegate
  Insn send;

  explicit Suspension(const Generator* g) {
    if (g->aux != static_cast<uint16_t>(GenState::Suspended)) return;
    const CodeBody* body = g->function.as<Function>()->body.get();
    const auto resume = static_cast<uint32_t>(g->resume_pc.as_int());
    enter = body->insn_at(resume);
    handles = enter.op == Op::EnterHandler;
    const uint32_t yield = resume - (handles ? 2 : 1);
    if (yield == 0) return;
    send = body->insn_at(yield - 1);
    if (send.op == Op::Send) behind_send = yield;
  }
};

/// What the last of the generators delegates to that is none: undefined if nothing.
Value foreign_delegate(Value generator) {
  for (;;) {
    auto* g = generator.as<Generator>();
    const Suspension at(g);
    if (at.behind_send == 0) return Value::undefined();
    Value delegate = g->registers()[at.send.b];
    if (!is_kind(delegate, Kind::Generator)) return delegate;
    generator = delegate;
  }
}

/// delegate.throw, undefined if it has none.
Value throw_method(Vm& vm, Value delegate) {
  const Value name = vm.intern("throw");
  bool needs_call = false;
  Value method = get_attribute(vm, delegate, name, &needs_call);
  if (!method.is_undefined() || !needs_call) return method;
  method = vm.call(protocol_function(vm, Protocol::GetAttr), delegate, name);
  if (method.is_raised() && is_instance(vm, vm.pending(), TypeId::AttributeError)) {
    vm.clear_pending();
    return Value::undefined();
  }
  return method;
}

bool is_exit(Vm& vm, Value type) {
  if (is_exception_class(type)) {
    return is_subtype(type.as<Type>(), vm.types().get(TypeId::GeneratorExit));
  }
  return is_instance(vm, type, TypeId::GeneratorExit);
}

/// The instance of an exception class that is thrown; an exception that making it raises is thrown
/// in its place.
Value thrown_instance(Vm& vm, Value type, Value value) {
  Rooted cls(vm, type), args(vm, value);
  Value made;
  if (value.is_undefined() || value.is_none()) {
    made = vm.call(cls);
  } else if (is_instance(vm, value, type.as<Type>())) {
    return value;
  } else if (is_tuple(value)) {
    made = vm.call(cls, value.as<Tuple>()->data(), static_cast<uint32_t>(tuple_length(value)));
  } else {
    made = vm.call(cls, value);
  }
  if (!made.is_raised() && !is_exception_instance(vm, made)) {
    const std::string wrong = type_name_of(vm, made);
    Value shown = repr_call(vm, cls);
    if (!shown.is_raised()) {
      vm.type_error("calling " + str_to_utf8(vm, unwrap(vm, shown)) +
                    " should have returned an instance of BaseException, not " + wrong);
    }
    made = Value::raised();
  }
  return made.is_raised() ? helper::TakePending(&vm) : made;
}

/// The exception that the arguments of throw() stand for.
Value make_thrown(Vm& vm, const Rooted& type, const Rooted& value, const Rooted& traceback) {
  const bool has_traceback = !traceback.get().is_undefined() && !traceback.get().is_none();
  if (has_traceback && !is_kind(traceback, Kind::Traceback)) {
    return vm.type_error("throw() third argument must be a traceback object");
  }
  Value thrown = type;
  if (is_exception_class(type)) {
    thrown = thrown_instance(vm, type, value);
  } else if (!is_exception_instance(vm, type)) {
    return vm.type_error(
        "exceptions must be classes or instances deriving from BaseException, not " +
        type_name_of(vm, type));
  } else if (!value.get().is_undefined() && !value.get().is_none()) {
    return vm.type_error("instance exception may not have a separate value");
  }
  if (has_traceback) set_exception_field(vm, thrown, kExcTraceback, traceback);
  return thrown;
}

}  // namespace

Flow Evaluator::generator_throw(Obj gen, const ops::Thrown<Val>& thrown, Action action,
                                uint16_t dst) {
  if (gen->aux == static_cast<uint16_t>(GenState::Running)) {
    helper::RaiseGeneratorRunning(&vm_, Value::from_object(gen));
    return Flow::Raise;
  }
  sync();
  Rooted generator(vm_, Value::from_object(gen)), type(vm_, thrown.type);
  Rooted value(vm_, thrown.value), traceback(vm_, thrown.traceback);
  Rooted method(vm_, Value::undefined()), exception(vm_, Value::undefined());
  const bool exits = is_exit(vm_, type);
  if (!exits) {
    Value delegate = foreign_delegate(generator);
    if (!delegate.is_undefined()) method = throw_method(vm_, delegate);
    if (method.get().is_raised()) return Flow::Raise;
  }
  if (method.get().is_undefined()) {
    exception = make_thrown(vm_, type, value, traceback);
    if (exception.get().is_raised()) return Flow::Raise;
  }
  for (;;) {
    auto* g = generator.as<Generator>();
    auto state = static_cast<GenState>(g->aux);
    if (state == GenState::Running) {
      helper::RaiseGeneratorRunning(&vm_, generator);
      return Flow::Raise;
    }
    if (state == GenState::Finished) {
      if (is_awaited_once(g->map)) {
        helper::RaiseAwaited(&vm_, generator);
      } else {
        vm_.raise_again(exception);
      }
      return Flow::Raise;
    }
    const Suspension at(g);
    Flow f = ops::resume_generator(*this, g, Value::none(), action, dst);
    if (f != Flow::Frame) return f;
    if (vm_.tracing != nullptr) {
      vm_.set_frame(r, next_pc() + 1);
      if (!vm_.tracing->enter()) return Flow::Raise;
    }
    if (at.handles) {
      r[at.enter.a] = vm_.state.handled;
      vm_.state.handled = r[at.enter.b];
    }
    Value delegate = at.behind_send != 0 ? r[at.send.b] : Value::undefined();
    const bool foreign = at.behind_send != 0 && !is_kind(delegate, Kind::Generator);
    if (at.behind_send == 0 || (foreign && !exits && method.get().is_undefined())) {
      // What the caller handles is no context of an exception that is thrown in.
      if (at.handles) {
        vm_.raise(exception);
      } else {
        vm_.raise_again(exception);
      }
      return Flow::Raise;
    }
    // What the delegate makes of it is what the Send would have given.
    set_pc(at.behind_send);
    if (exits) {
      return ops::call_protocol(*this, Protocol::CloseInto, Action::Send, at.send.a, delegate,
                                exception.get());
    }
    if (foreign) {
      Value given[] = {type, value, traceback};
      const uint32_t count = value.get().is_undefined()       ? 1
                             : traceback.get().is_undefined() ? 2
                                                              : 3;
      return ops::call_protocol(*this, Protocol::ThrowInto, Action::Send, at.send.a, method.get(),
                                make_tuple(vm_, given, count));
    }
    generator = delegate;
    action = Action::Send;
    dst = at.send.a;
  }
}

}  // namespace hothouse
