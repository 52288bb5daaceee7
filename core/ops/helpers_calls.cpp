// Helpers of calls: argument rows, functions being made, and calls of C++ functions.
//
// A leaf's bound arguments lie on the C++ stack. A caller may run Python, which moves objects, so
// its arguments lie on the VM stack above the current frame while it runs (StackReservation).
#include <algorithm>
#include <cstring>
#include <string>

#include "core/builtins/signature.h"
#include "core/builtins/types/shared.h"
#include "core/bytecode/code.h"
#include "core/objects/dict.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/ops/helper_functions.h"

namespace hothouse::helper {

Value ArgumentTuple(Vm* vm, Value v) {
  if (is_tuple(v)) return v;
  if (is_list(v)) return tuple_from_list(*vm, v);
  if (!v.is_object()) return Value::undefined();
  switch (v.as_object()->kind) {
    case Kind::Instance: {  // a subclass of tuple or list that iterates as they do
      Value inner = unwrap(*vm, v);
      if (inner == v || !(is_tuple(inner) || is_list(inner)) ||
          is_overridden(*vm, type_of(*vm, v), vm->types().name(NameId::Iter))) {
        return Value::undefined();
      }
      return is_tuple(inner) ? inner : tuple_from_list(*vm, inner);
    }
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Dict:
    case Kind::DictView:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Range: {
      Value list = make_list(*vm);
      Value r = ListExtendBuiltin(vm, list, v);
      if (r.is_none()) return tuple_from_list(*vm, list);
      vm->clear_pending();  // no memory: the protocol function meets it again
      return Value::undefined();
    }
    default:
      return Value::undefined();
  }
}

Value KeywordDefault(Vm* vm, Value function, Value name) {
  Value defaults = function.as<Function>()->kw_defaults;
  return is_dict(defaults) ? dict_get_name(*vm, defaults, name) : Value::undefined();
}

Value RaiseNotCallable(Vm* vm, Value v) {
  return vm->type_error("'" + type_name_of(*vm, v) + "' object is not callable");
}

Value RaiseInitResult(Vm* vm, Value v) {
  return vm->type_error("__init__() should return None, not '" + type_name_of(*vm, v) + "'");
}

Value MakeFunction(Vm* vm, Value code, Value maker) {
  CodeBody* body = code.as<Code>()->body.get();
  auto* f = vm->heap().make<Function>(Kind::Function);
  const Function* m = maker.as<Function>();
  f->body.set(body);
  f->code = code;
  f->globals = m->globals;
  f->builtins = m->builtins;
  f->defaults = Value::none();
  f->kw_defaults = Value::none();
  f->closure = Value::none();
  f->name = body->name;
  f->qualname = body->qualname;
  f->doc = body->doc.is_undefined() ? Value::none() : body->doc;
  Value module = namespace_get(*vm, m->globals, vm->types().name(NameId::Name));
  f->module = module.is_undefined() ? Value::none() : module;
  f->attributes = Value::undefined();
  f->annotations = Value::undefined();
  return Value::from_object(f);
}

Value SetDefaults(Vm* vm, Value f, Value v) {
  vm->heap().write_barrier(f.as_object());
  f.as<Function>()->defaults = v;
  return Value::none();
}
Value SetKwDefaults(Vm* vm, Value f, Value v) {
  vm->heap().write_barrier(f.as_object());
  f.as<Function>()->kw_defaults = v;
  return Value::none();
}
Value SetAnnotations(Vm* vm, Value f, Value v) {
  vm->heap().write_barrier(f.as_object());
  f.as<Function>()->annotations = v;
  return Value::none();
}
Value SetClosure(Vm* vm, Value f, Value v) {
  vm->heap().write_barrier(f.as_object());
  f.as<Function>()->closure = v;
  return Value::none();
}

namespace {

Value run_caller(Vm& vm, CallerFunction function, const Value* bound, uint32_t count) {
  StackReservation rows(vm, count);
  if (rows.data() == nullptr) {
    return vm.raise(TypeId::RecursionError, "maximum recursion depth exceeded");
  }
  std::copy_n(bound, count, rows.data());
  return function(vm, rows.data());
}

/// Undefined: the row's Python version is to be called.
Value run_leaf(Vm& vm, const BuiltinDef* def, const Value* bound) {
  if ((def->flags & kBuiltinConverts) && needs_conversion(vm, *def, bound)) {
    return Value::undefined();
  }
  return def->leaf(vm, bound);
}

/// Calls `def` with arguments in parameter order; `count` of them are there.
Value run(Vm& vm, const BuiltinDef* def, const Value* bound, uint32_t count) {
  if (def->leaf != nullptr) return run_leaf(vm, def, bound);
  return run_caller(vm, def->caller, bound, count);
}

/// Calls with the arguments of a trace, which stand in parameter order.
template <class... A>
Value call_leaf(Vm* vm, Value callee, A... args) {
  const Value row[sizeof...(A) + 1] = {args..., Value::undefined()};
  return run_leaf(*vm, callee.as<Builtin>()->def.get(), row);
}
template <class... A>
Value call_caller(Vm* vm, Value callee, A... args) {
  const Value row[sizeof...(A) + 1] = {args..., Value::undefined()};
  const BuiltinDef* def = callee.as<Builtin>()->def.get();
  if (def->leaf != nullptr) return run_leaf(*vm, def, row);  // one that looks at frames
  if (def->caller == nullptr) return Value::undefined();
  return run_caller(*vm, def->caller, row, sizeof...(A));
}

}  // namespace

Value call_builtin(Vm* vm, const BuiltinDef* def, const Value* args, uint32_t n, Value names) {
  if (def->leaf == nullptr && def->caller == nullptr) return Value::undefined();
  const Signature& signature = vm->builtin_signature(*def);
  const uint32_t total = signature.total();
  Value bound[kMaxBuiltinParameters];
  if (names.is_undefined() && signature.simple(n)) {
    if (n == total) return run(*vm, def, args, n);
    std::copy_n(args, n, bound);
    std::fill(bound + n, bound + total, Value::undefined());
  } else if (!bind_arguments(*vm, *def, args, n, names, bound)) {
    return Value::raised();
  }
  return run(*vm, def, bound, total);
}

#define HH_CALLS(Name, call_with)                                                                \
  Value Name##0(Vm * vm, Value callee) { return call_with(vm, callee); }                         \
  Value Name##1(Vm * vm, Value callee, Value a) { return call_with(vm, callee, a); }             \
  Value Name##2(Vm * vm, Value callee, Value a, Value b) { return call_with(vm, callee, a, b); } \
  Value Name##3(Vm * vm, Value callee, Value a, Value b, Value c) {                              \
    return call_with(vm, callee, a, b, c);                                                       \
  }                                                                                              \
  Value Name##4(Vm * vm, Value callee, Value a, Value b, Value c, Value d) {                     \
    return call_with(vm, callee, a, b, c, d);                                                    \
  }                                                                                              \
  Value Name##5(Vm * vm, Value callee, Value a, Value b, Value c, Value d, Value e) {            \
    return call_with(vm, callee, a, b, c, d, e);                                                 \
  }
HH_CALLS(CallBuiltin, call_caller)
HH_CALLS(CallLeaf, call_leaf)
HH_CALLS(CallLeafPure, call_leaf)
#undef HH_CALLS

}  // namespace hothouse::helper
