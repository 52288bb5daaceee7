// Calls: of Python functions (a frame is pushed), bound methods, classes, built-ins, objects.
#pragma once

#include "core/ops/bind.h"
#include "core/ops/generators.h"
#include "core/ops/inlined.h"
#include "core/ops/returns.h"

namespace hothouse::ops {

/// A call that goes on with another callee once the arguments are rearranged.
struct CallSite {
  uint32_t w;  // window
  uint32_t n;  // arguments in it
  Action action;
  uint16_t dst;
  Value names;  // Tuple of the names of the last arguments, or undefined
};

/// Makes room for one more first argument.
template <class M>
bool insert_argument(M& m, CallSite& c, typename M::Val first) {
  if (!m.check_window(c.w, c.n + 1)) return false;
  int base = static_cast<int>(c.w + kFrameHeader);
  for (int k = static_cast<int>(c.n); k > 0; k--) m.set_reg(base + k, m.reg(base + k - 1));
  m.set_reg(base, first);
  c.n++;
  return true;
}

template <class M>
typename M::Val argument_tuple(M& m, const CallSite& c, uint32_t count) {
  typename M::Obj t = m.new_tuple(count);
  for (uint32_t k = 0; k < count; k++) {
    m.init_tuple(t, k, m.reg(static_cast<int>(c.w + kFrameHeader + k)));
  }
  return m.box_ref(t);
}

/// Arguments as tuple and dict, for protocol functions.
template <class M>
Flow call_packed(M& m, Protocol p, const CallSite& c, typename M::Val callee) {
  if (c.names.is_undefined()) {
    return call_protocol(m, p, c.action, c.dst, callee, argument_tuple(m, c, c.n),
                         m.constant(Value::none()));
  }
  Tuple* names = c.names.as<Tuple>();
  uint32_t positional = c.n - static_cast<uint32_t>(names->length);
  typename M::Val dict = dict_for(m, static_cast<uint32_t>(names->length));
  for (uint32_t k = 0; k < names->length; k++) {
    m.call(h::DictSetName{}, dict, m.constant(names->data()[k]),
           m.reg(static_cast<int>(c.w + kFrameHeader + positional + k)));
  }
  return call_protocol(m, p, c.action, c.dst, callee, argument_tuple(m, c, positional), dict);
}

template <class M>
Flow call_function(M& m, CallSite& c, typename M::Obj function) {
  CodeBody* body = m.promote_body(function);
  if (!body->simple_parameters() || c.n != body->positional_count || !c.names.is_undefined()) {
    if (!bind(m, body, function, c.w, c.n, c.names)) return Flow::Raise;
  }
  return push_frame(m, body, c.w, c.action, c.dst, m.constant(Value::undefined()));
}

/// Built-ins that resume or push a frame. True when the call is one of them.
template <class M>
bool call_resuming(M& m, Inlined id, const CallSite& c, Flow* f) {
  const int b = static_cast<int>(c.w + kFrameHeader);
  const bool is_generator = id >= Inlined::GenSend && id <= Inlined::GenClose;
  if ((!is_generator && id != Inlined::RunClassBody) || c.n == 0) return false;
  typename M::Val self = m.reg(b);
  if (!m.guard_ref(self)) return false;
  typename M::Obj o = m.unbox_ref(self);
  if (id == Inlined::RunClassBody) {
    if (c.n != 2 || m.promote_kind(o) != Kind::Function) return false;
    typename M::Val names = m.reg(b + 1);
    CodeBody* body = m.promote_body(o);
    m.set_reg(static_cast<int>(c.w), self);
    *f = push_frame(m, body, c.w, c.action, c.dst, names);
    return true;
  }
  if (m.promote_kind(o) != Kind::Generator) return false;
  auto given = [&](uint32_t k) {
    return c.n > k ? m.reg(b + static_cast<int>(k)) : m.constant(Value::undefined());
  };
  switch (id) {
    case Inlined::GenNext:
      if (c.n != 1) return false;
      *f = resume_generator(m, o, m.constant(Value::none()), Action::Next, c.dst);
      return true;
    case Inlined::GenSend: {
      if (c.n != 2) return false;
      typename M::Val sent = m.reg(b + 1);
      if (m.promote_gen_state(o) == GenState::Created && !m.guard_is(sent, Value::none())) {
        m.call(h::RaiseSentTooEarly{}, self);
        *f = Flow::Raise;
        return true;
      }
      *f = resume_generator(m, o, sent, Action::Next, c.dst);
      return true;
    }
    case Inlined::GenThrow: {
      if (c.n < 2 || c.n > 4) return false;
      const Thrown<typename M::Val> thrown{given(1), given(2), given(3)};
      *f = m.generator_throw(o, thrown, Action::Next, c.dst);
      return true;
    }
    case Inlined::GenClose:
      if (c.n != 1) return false;
      if (m.promote_gen_state(o) == GenState::Running) {
        m.call(h::RaiseGeneratorRunning{}, self);
        *f = Flow::Raise;
        return true;
      }
      if (m.promote_gen_state(o) != GenState::Suspended) {
        m.store_aux(o, static_cast<uint16_t>(GenState::Finished));
        m.set_reg(c.dst, m.constant(Value::none()));
        *f = Flow::Next;
        return true;
      }
      {
        const typename M::Val nothing = given(c.n), exit = m.constant(m.generator_exit());
        *f = m.generator_throw(o, {exit, nothing, nothing}, Action::Close, c.dst);
      }
      return true;
    default:
      return false;
  }
}

/// Is there an argument that is no keyword's?
inline bool has_positional(const CallSite& c) {
  if (c.names.is_undefined()) return c.n != 0;
  return c.n > c.names.as<Tuple>()->length;
}

/// What a C++ function answered, put where the call's result belongs. Only Action::Store calls
/// reach C++ functions directly: operators go through protocol functions.
template <class M>
Flow call_builtin(M& m, CallSite& c, typename M::Obj callee) {
  const BuiltinDef* def = m.promote_builtin(callee);
  if (m.promote_bound(callee)) {
    if (!insert_argument(m, c, m.template load<ir::Field::BuiltinSelf>(callee))) return Flow::Raise;
  } else if (has_positional(c)) {
    typename M::Val first = m.reg(static_cast<int>(c.w + kFrameHeader));
    if (!m.guard_self(callee, first)) {
      m.call(h::RaiseWrongSelf{}, m.box_ref(callee), first);
      return Flow::Raise;
    }
  }
  if (def->inlined != Inlined::None && c.names.is_undefined() && c.action == Action::Store) {
    Flow f;
    if (call_resuming(m, def->inlined, c, &f)) return f;
    if (call_inlined(m, def->inlined, c.dst, c.w + kFrameHeader, c.n, &f)) return f;
  }
  typename M::Val r = m.call_builtin(def, c.w, c.n, c.names);
  if (m.raised_after(r, c.dst, def->flags & kBuiltinPython)) return Flow::Raise;
  if (def->flags & kBuiltinPython) {
    if (m.guard_after_is(r, Value::undefined(), c.dst)) {
      Value function = m.bind_python_version(def, c.w, c.n, c.names);
      if (function.is_raised()) return Flow::Raise;
      return call_function_value(m, function, c.w, c.action, c.dst);
    }
  }
  m.set_reg(c.dst, r);
  return Flow::Next;
}

/// Calling a class. Classes whose instances are made by object.__new__ and initialized by a
/// Python __init__ (or nothing) are done here; the others by the protocol function.
template <class M>
Flow call_type(M& m, CallSite& c, typename M::Obj callee) {
  Type* type = m.promote_type(callee);
  if (type->flags & kTypeBuiltin) return Flow::Exit;  // see call()
  NameCell* init = nullptr;
  if (m.plain_construction(type, &init)) {
    if (init == nullptr) {  // object.__init__
      if (c.n == 0) {
        m.set_reg(c.dst, m.box_ref(m.new_instance(type)));
        return Flow::Next;
      }
      return call_packed(m, Protocol::Construct, c, m.box_ref(callee));
    }
    typename M::Val function = m.load_name_cell(init);
    typename M::Val instance = m.box_ref(m.new_instance(type));
    typename M::Obj f = m.unbox_ref(function);
    CodeBody* body = m.promote_body(f);
    if (!insert_argument(m, c, instance)) return Flow::Raise;
    m.set_reg(static_cast<int>(c.w), function);
    if (!body->simple_parameters() || c.n != body->positional_count || !c.names.is_undefined()) {
      if (!bind(m, body, f, c.w, c.n, c.names)) return Flow::Raise;
    }
    return push_frame(m, body, c.w, Action::Init, c.dst, instance);
  }
  return call_packed(m, Protocol::Construct, c, m.box_ref(callee));
}

template <class M>
Flow call(M& m, CallSite c) {
  for (int step = 0; step < 4; step++) {  // bound method of a built-in type's constructor at most
    typename M::Val callee = m.reg(static_cast<int>(c.w));
    if (!m.guard_ref(callee)) {
      m.call(h::RaiseNotCallable{}, callee);
      return Flow::Raise;
    }
    typename M::Obj o = m.unbox_ref(callee);
    switch (m.promote_kind(o)) {
      case Kind::Function:
        return call_function(m, c, o);
      case Kind::Builtin:
        return call_builtin(m, c, o);
      case Kind::BoundMethod: {
        typename M::Val f = m.template load<ir::Field::BoundFunction>(o);
        if (!insert_argument(m, c, m.template load<ir::Field::BoundSelf>(o))) return Flow::Raise;
        m.set_reg(static_cast<int>(c.w), f);
        continue;
      }
      case Kind::Type: {
        Type* type = m.promote_type(o);
        if (type->flags & kTypeBuiltin) {
          Value constructor = m.type_constructor(type);
          if (constructor.is_raised()) return Flow::Raise;
          m.set_reg(static_cast<int>(c.w), m.constant(constructor));
          continue;
        }
        return call_type(m, c, o);
      }
      case Kind::External:
      case Kind::Instance: {
        const NativeFunction* f = m.promote_native(o);
        if (f != nullptr && c.action == Action::Store && c.names.is_undefined() &&
            call_native(m, *f, c.dst, c.w + kFrameHeader, c.n)) {
          return Flow::Next;
        }
        return call_packed(m, Protocol::CallObject, c, callee);
      }
      default:
        return call_packed(m, Protocol::CallObject, c, callee);
    }
  }
  return call_packed(m, Protocol::CallObject, c, m.reg(static_cast<int>(c.w)));
}

template <class M>
Flow op_Call(M& m, Insn i) {
  return call(m, CallSite{i.b, i.c, Action::Store, i.a, Value::undefined()});
}

/// After LoadMethod: without a self the arguments move down by one.
template <class M>
Flow call_method(M& m, Insn i, Value names) {
  int self = static_cast<int>(i.b + kFrameHeader);
  if (m.guard_is(m.reg(self), Value::undefined())) {
    for (int k = 0; k < i.c; k++) m.set_reg(self + k, m.reg(self + k + 1));
    return call(m, CallSite{i.b, i.c, Action::Store, i.a, names});
  }
  return call(m, CallSite{i.b, i.c + 1u, Action::Store, i.a, names});
}
template <class M>
Flow op_CallMethod(M& m, Insn i) {
  return call_method(m, i, Value::undefined());
}
template <class M>
Flow op_CallKw(M& m, Insn i) {
  return call(m, CallSite{i.b, i.c, Action::Store, i.a, m.promote(m.reg(i.b + 1))});
}
template <class M>
Flow op_CallMethodKw(M& m, Insn i) {
  return call_method(m, i, m.promote(m.reg(i.b + 1)));
}

/// f(*args, **kwargs): the tuple is spread into the window when there are no keywords; otherwise
/// the machine binds (Machine::call_ex).
template <class M>
Flow op_CallEx(M& m, Insn i) {
  int base = static_cast<int>(i.b + kFrameHeader);
  typename M::Val args = m.reg(base), keywords = m.reg(base + 1);
  typename M::Val tuple = args;
  if (!m.guard_ref(args) || m.promote_kind(m.unbox_ref(args)) != Kind::Tuple) {
    tuple = m.call(h::ArgumentTuple{}, args);  // undefined: any iterable
  }
  if (m.guard_is(tuple, Value::undefined())) {
    // TupleOf leaves its result in the window and the instruction runs again.
    return call_protocol(m, Protocol::TupleOf, Action::Retry, static_cast<uint16_t>(base), args,
                         m.reg(i.b));
  }
  typename M::Obj t = m.unbox_ref(tuple);
  Value names = Value::undefined();
  uint32_t n = m.promote_int(m.template load_int<ir::Field::TupleLength>(t));
  if (!m.check_window(i.b, n + 1)) return Flow::Raise;
  if (!m.guard_is(keywords, Value::undefined())) {
    typename M::Obj dict = m.unbox_ref(keywords);
    uint32_t count = m.promote_int(m.template load_int<ir::Field::DictCount>(dict));
    if (!m.check_window(i.b, n + count)) return Flow::Raise;
    if (count != 0) {
      names = m.spread_keywords(keywords, count, static_cast<uint32_t>(base) + n);
    }
    for (uint32_t k = 0; k < n; k++) {
      m.set_reg(base + static_cast<int>(k), m.load_tuple(t, m.int_constant(k)));
    }
    return call(m, CallSite{i.b, n + count, Action::Store, i.a, names});
  }
  for (uint32_t k = 0; k < n; k++) {
    m.set_reg(base + static_cast<int>(k), m.load_tuple(t, m.int_constant(k)));
  }
  return call(m, CallSite{i.b, n, Action::Store, i.a, names});
}

template <class M>
Flow op_Return(M& m, Insn i) {
  typename M::Val v = m.reg(i.a);
  if (m.body()->flags & kCodeGenerator) {
    typename M::Obj gen = m.unbox_ref(m.reg(kFrameExtra));
    m.store_aux(gen, static_cast<uint16_t>(GenState::Finished));
    return return_finished(m, v);
  }
  return return_value(m, v);
}

template <class M>
Flow op_MakeFunction(M& m, Insn i) {
  typename M::Val f =
      m.call(h::MakeFunction{}, m.constant(m.body()->constants[i.b]), m.reg(kFrameFunction));
  if (i.x & 1) m.call(h::SetDefaults{}, f, m.reg(i.c));
  if (i.x & 2) m.call(h::SetKwDefaults{}, f, m.reg(i.c + 1));
  if (i.x & 4) m.call(h::SetAnnotations{}, f, m.reg(i.c + 2));
  if (i.x & 8) m.call(h::SetClosure{}, f, m.reg(i.c + 3));
  m.set_reg(i.a, f);
  return Flow::Next;
}

template <class M>
Flow op_Import(M& m, Insn i) {
  typename M::Val names = m.reg(i.c), level = m.reg(i.c + 1);
  typename M::Val package = m.body()->flags & kCodeInternal
                                ? m.constant(Value::false_value())
                                : m.call(h::PackageName{}, m.reg(kFrameFunction));
  return call_protocol(m, Protocol::Import, Action::Store, i.a, m.constant(m.body()->names[i.b]),
                       names, level, package);
}
template <class M>
Flow op_ImportFrom(M& m, Insn i) {
  return call_protocol(m, Protocol::ImportFrom, Action::Store, i.a, m.reg(i.b),
                       m.constant(m.body()->names[i.c]));
}
template <class M>
Flow op_ImportStar(M& m, Insn i) {
  typename M::Val function = m.reg(kFrameFunction), module = m.reg(i.a);
  typename M::Val r = m.call(h::ImportStar{}, function, module);
  return m.raised(r) ? Flow::Raise : Flow::Next;
}

}  // namespace hothouse::ops
