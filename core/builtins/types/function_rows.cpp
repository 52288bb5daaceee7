// Rows of functions, methods, code, properties and what else is around functions.
#include <algorithm>

#include "core/builtins/arguments.h"
#include "core/builtins/library.h"
#include "core/builtins/types/code_replace.h"
#include "core/builtins/types/shared.h"
#include "core/bytecode/disassembler.h"
#include "core/objects/attributes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

Value or_none(Value v) { return v.is_undefined() ? Value::none() : v; }

template <Value Function::*field>
Value function_field(Leaf& vm, const Value* a) {
  if (!is_kind(a[0], Kind::Function)) return wrong_self(vm, "__name__", "function", a[0]);
  return or_none(a[0].as<Function>()->*field);
}
Value function_globals(Leaf& vm, const Value* a) {
  return namespace_live_dict(vm, a[0].as<Function>()->globals);
}
/// The live dict, made when it is first asked for.
template <Value Function::*field>
Value function_dict(Leaf& vm, const Value* a) {
  Value& slot = a[0].as<Function>()->*field;
  if (!is_dict(slot)) {
    slot = make_dict(vm);
    vm.heap().write_barrier(a[0].as_object());
  }
  return slot;
}
/// function.__get__(obj, type): what binds methods.
Value bind(Leaf& vm, const Value* a) {
  if (!given(a[1]) || a[1].is_none()) return a[0];
  if (is_kind(a[0], Kind::Builtin)) {
    const auto* b = a[0].as<Builtin>();
    if (b->self.is_undefined() && !fits_self(vm, b, a[1])) {
      return vm.type_error(std::string("descriptor '") + b->def.get()->name + "' for '" +
                           type_name(b->module.as<Type>()) + "' objects doesn't apply to a '" +
                           type_name_of(vm, a[1]) + "' object");
    }
    if (b->aux & kBuiltinAuxGetter) {
      return is_type(a[1]) ? b->def.get()->leaf(vm, &a[1]) : leave_to_python();
    }
  }
  return bind_method(vm, a[0], a[1]);
}

const CodeBody& body_of(const Value* a) { return *a[0].as<Code>()->body.get(); }
Value names_tuple(Leaf& vm, const std::vector<Value>& names) {
  return make_tuple(vm, names.data(), names.size());
}
Value co_name(Leaf&, const Value* a) { return body_of(a).name; }
Value co_qualname(Leaf&, const Value* a) { return body_of(a).qualname; }
Value co_filename(Leaf&, const Value* a) { return body_of(a).filename; }
Value co_firstlineno(Leaf&, const Value* a) { return Value::small_int(body_of(a).first_line); }
Value co_argcount(Leaf&, const Value* a) { return Value::small_int(body_of(a).positional_count); }
Value co_posonly(Leaf&, const Value* a) {
  return Value::small_int(body_of(a).positional_only_count);
}
Value co_kwonly(Leaf&, const Value* a) { return Value::small_int(body_of(a).keyword_only_count); }
/// Without the variables of closures, which are registers here, but no locals in CPython.
std::vector<Value> variable_names(const CodeBody& body) {
  std::vector<Value> row;
  for (size_t i = 0; i < body.local_names.size(); ++i) {
    const std::vector<Value>& cells = body.cell_names;
    const bool is_cell = std::find(cells.begin(), cells.end(), body.local_names[i]) != cells.end();
    if (!is_cell || i < body.parameter_count()) row.push_back(body.local_names[i]);
  }
  return row;
}
Value co_nlocals(Leaf&, const Value* a) {
  return Value::small_int(static_cast<int64_t>(variable_names(body_of(a)).size()));
}
Value co_varnames(Leaf& vm, const Value* a) { return names_tuple(vm, variable_names(body_of(a))); }
/// Ours have those of closures as well, for messages.
Value co_names(Leaf& vm, const Value* a) {
  const CodeBody& body = body_of(a);
  std::vector<Value> row;
  for (Value name : body.names) {
    const auto has = [name](const std::vector<Value>& names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (!has(body.free_names) && !has(body.cell_names)) row.push_back(name);
  }
  return names_tuple(vm, row);
}
Value co_freevars(Leaf& vm, const Value* a) { return names_tuple(vm, body_of(a).free_names); }
Value co_cellvars(Leaf& vm, const Value* a) { return names_tuple(vm, body_of(a).cell_names); }
Value co_stacksize(Leaf&, const Value* a) { return Value::small_int(body_of(a).register_count); }
Value co_consts(Leaf& vm, const Value* a) { return names_tuple(vm, body_of(a).constants); }
Value co_flags(Leaf&, const Value* a) {
  uint32_t flags = body_of(a).flags;
  // Optimized, new locals; the names of modules and classes live in dicts.
  int64_t out = flags & (kCodeModule | kCodeClassBody) ? 0 : 3;
  if (flags & kCodeVarArgs) out |= 4;
  if (flags & kCodeVarKeywords) out |= 8;
  if (flags & kCodeNested) out |= 16;
  if (flags & kCodeCoroutine) {
    out |= 128;
  } else if (flags & kCodeAsyncGenerator) {
    out |= 512;
  } else if (flags & kCodeGenerator) {
    out |= 32;
  }
  if (flags & kCodeIterableCoroutine) out |= 256;
  return Value::small_int(out);
}

Value builtin_name(Leaf& vm, const Value* a) {
  return vm.intern(a[0].as<Builtin>()->def.get()->name);
}
Value builtin_qualname(Leaf& vm, const Value* a) {
  auto* b = a[0].as<Builtin>();
  std::string name = b->def.get()->name;
  if (is_type(b->module)) name = type_name(b->module.as<Type>()) + "." + name;
  return vm.intern(name);
}
Value builtin_doc(Leaf& vm, const Value* a) { return vm.str(a[0].as<Builtin>()->def.get()->doc); }
Value builtin_self(Leaf& vm, const Value* a) {
  Value self = a[0].as<Builtin>()->self;
  if (!self.is_undefined()) return self;
  const Value module = a[0].as<Builtin>()->module;
  if (is_str(module)) {  // a function's is the module that has it
    const Value found = dict_get_name(vm, vm.library().modules, module);
    return found.is_undefined() ? vm.library().builtins_module : found;
  }
  return raise_attribute_error(vm, a[0], vm.types().name(NameId::Self));
}
Value builtin_module(Leaf&, const Value* a) {
  Value module = a[0].as<Builtin>()->module;
  return is_str(module) ? module : Value::none();
}
Value builtin_objclass(Leaf&, const Value* a) { return a[0].as<Builtin>()->module; }

Value method_func(Leaf&, const Value* a) { return a[0].as<BoundMethod>()->function; }
Value method_self(Leaf&, const Value* a) { return a[0].as<BoundMethod>()->self; }
Value method_eq(Leaf&, const Value* a) {
  if (!is_kind(a[1], Kind::BoundMethod)) return Value::not_implemented();
  return Value::boolean(a[0].as<BoundMethod>()->function == a[1].as<BoundMethod>()->function &&
                        a[0].as<BoundMethod>()->self == a[1].as<BoundMethod>()->self);
}
template <Value (*leaf)(Leaf&, const Value*)>
Value method_forward(Leaf& vm, const Value* a) {
  return leaf(vm, &a[0].as<BoundMethod>()->function);
}
/// An attribute of the function behind a method.
template <NameId name>
Value method_attribute(Leaf& vm, const Value* a) {
  bool needs_call = false;
  Value f = a[0].as<BoundMethod>()->function;
  Value key = vm.types().name(name);
  Attribute found = find_attribute(vm, f, key);
  if (found.kind == AttrKind::Getter && is_kind(found.value, Kind::Builtin)) {
    return found.value.as<Builtin>()->def.get()->leaf(vm, &f);
  }
  Value v = get_attribute(vm, f, key, &needs_call);
  return v.is_undefined() ? raise_attribute_error(vm, a[0], key) : v;
}

Property* property_of(Leaf& vm, Value v) { return as_kind<Property>(vm, v, Kind::Property); }
template <Value Property::*field>
Value property_field(Leaf& vm, const Value* a) {
  return or_none(property_of(vm, a[0])->*field);
}
Value property_doc(Leaf& vm, const Value* a) { return or_none(property_of(vm, a[0])->doc); }
/// What an abstract class has left open: the attribute that @abstractmethod sets. Whether one of
/// the functions has it; the Python versions ask for the truth of other values than bools.
Value any_abstract(Leaf& vm, std::initializer_list<Value> functions) {
  for (Value f : functions) {
    if (f.is_undefined() || f.is_none()) continue;
    bool needs_call = false;
    Value v = get_attribute(vm, f, vm.intern("__isabstractmethod__"), &needs_call);
    if (v.is_raised()) vm.clear_pending();
    if (needs_call || !(v.is_raised() || v.is_undefined() || v.is_bool())) {
      return Value::undefined();
    }
    if (v.is_true()) return v;
  }
  return Value::boolean(false);
}
Value property_is_abstract(Leaf& vm, const Value* a) {
  Property* p = property_of(vm, a[0]);
  return any_abstract(vm, {p->getter, p->setter, p->deleter});
}
/// The property with another setter or deleter. The Python version makes it by calling the class,
/// and looks for the documentation of another getter.
template <Value Property::*part>
Value property_with(Leaf& vm, const Value* a) {
  if (!is_kind(a[0], Kind::Property)) return Value::undefined();
  auto* p = a[0].as<Property>();
  Value copy = make_property(vm, p->getter, p->setter, p->deleter, p->doc);
  copy.as_object()->aux = p->aux;
  copy.as<Property>()->name = p->name;
  if (!a[1].is_none()) copy.as<Property>()->*part = a[1];
  return copy;
}

Value wrapped_function(Leaf& vm, const Value* a) {
  auto* m = as_kind<StaticMethod>(vm, a[0], Kind::StaticMethod);
  if (!m) m = as_kind<StaticMethod>(vm, a[0], Kind::ClassMethod);
  return m ? m->function : Value::none();
}
Value wrapped_is_abstract(Leaf& vm, const Value* a) {
  return any_abstract(vm, {wrapped_function(vm, a)});
}
template <NameId name>
Value wrapped_attribute(Leaf& vm, const Value* a) {
  Value f = wrapped_function(vm, a);
  Value key = vm.types().name(name);
  if (is_wrapper(a[0])) {
    if (name == NameId::Dict) return wrapper_dict(vm, a[0]);
    if (Value own = a[0].as<StaticMethod>()->attributes; is_dict(own)) {
      Value v = dict_get_name(vm, own, key);
      return v.is_undefined() ? raise_attribute_error(vm, a[0], key) : v;
    }
  }
  Attribute found = find_attribute(vm, f, key);
  if (found.kind == AttrKind::Getter && is_kind(found.value, Kind::Builtin)) {
    return found.value.as<Builtin>()->def.get()->leaf(vm, &f);
  }
  bool needs_call = false;
  Value v = get_attribute(vm, f, key, &needs_call);
  return v.is_undefined() ? raise_attribute_error(vm, a[0], key) : v;
}
Value static_get(Leaf& vm, const Value* a) { return wrapped_function(vm, a); }
Value class_method_get(Leaf& vm, const Value* a) {
  const Value function = wrapped_function(vm, a);
  if (!is_kind(function, Kind::Function) && !is_kind(function, Kind::Builtin) &&
      !lookup_in_type(vm, type_of(vm, function), NameId::Get).is_undefined()) {
    return leave_to_python();
  }
  Value cls = given(a[2]) && !a[2].is_none() ? a[2] : type_value(type_of(vm, a[1]));
  return bind_method(vm, wrapped_function(vm, a), cls);
}

Value cell_contents(Leaf& vm, const Value* a) {
  Value v = a[0].as<Cell>()->value;
  return v.is_undefined() ? vm.value_error("Cell is empty") : v;
}
Value super_this(Leaf&, const Value* a) { return a[0].as<Super>()->start_type; }
Value super_self(Leaf&, const Value* a) { return a[0].as<Super>()->self; }
Value super_self_class(Leaf&, const Value* a) { return a[0].as<Super>()->self_type; }

Value tb_next(Leaf&, const Value* a) { return a[0].as<Traceback>()->next; }
Value tb_lineno(Leaf&, const Value* a) {
  auto* t = a[0].as<Traceback>();
  const CodeBody& body = *t->code.as<Code>()->body.get();
  auto pc = static_cast<size_t>(Value::from_bits(t->pc).as_int());
  return Value::small_int(pc < body.positions.size() ? body.positions[pc].line : body.first_line);
}
/// In bytes of CPython's instructions, which have two: co_positions() has a row for each.
Value tb_lasti(Leaf&, const Value* a) {
  auto* t = a[0].as<Traceback>();
  const auto word = static_cast<uint32_t>(Value::from_bits(t->pc).as_int());
  return Value::small_int(int64_t{2} * instruction_of(*t->code.as<Code>()->body.get(), word));
}
Value tb_code(Leaf&, const Value* a) { return a[0].as<Traceback>()->code; }

Value generator_name(Leaf&, const Value* a) { return a[0].as<Generator>()->name; }
Value generator_qualname(Leaf&, const Value* a) { return a[0].as<Generator>()->qualname; }
Value generator_state(Leaf&, const Value* a) { return Value::small_int(a[0].as_object()->aux); }
Value generator_running(Leaf&, const Value* a) {
  return Value::boolean(a[0].as_object()->aux == static_cast<uint16_t>(GenState::Running));
}
Value generator_suspended(Leaf&, const Value* a) {
  return Value::boolean(a[0].as_object()->aux == static_cast<uint16_t>(GenState::Suspended));
}
/// `yield from` suspends at the Yield behind a Send, whose b is the delegate. A Yield in a handler
/// stands between the instructions that leave and enter it.
/// Nobody keeps where coroutines were made.
Value coroutine_origin(Leaf&, const Value*) { return Value::none(); }
Value generator_delegate(Leaf&, const Value* a) {
  auto* g = a[0].as<Generator>();
  if (g->aux != static_cast<uint16_t>(GenState::Suspended)) return Value::none();
  const CodeBody& body = *g->function.as<Function>()->body.get();
  const auto resume = static_cast<size_t>(g->resume_pc.as_int());
  const size_t yield = resume - (body.insn_at(resume).op == Op::EnterHandler ? 2 : 1);
  const Insn send = yield == 0 ? Insn{} : body.insn_at(yield - 1);
  return send.op == Op::Send ? or_none(g->registers()[send.b]) : Value::none();
}
Value function_code(Leaf&, const Value* a) {
  const Value original = a[0].as<Function>()->body.get()->copied_from;
  return original.is_undefined() ? a[0].as<Function>()->code : original;
}
Value generator_code(Leaf&, const Value* a) {
  return a[0].as<Generator>()->function.as<Function>()->code;
}
Value tb_function(Leaf&, const Value* a) { return a[0].as<Traceback>()->function; }
Value tb_object(Leaf&, const Value* a) { return a[0].as<Traceback>()->frame; }
Value tb_pc(Leaf&, const Value* a) { return Value::from_bits(a[0].as<Traceback>()->pc); }
Value tb_globals(Leaf& vm, const Value* a) {
  Value function = a[0].as<Traceback>()->function;
  if (!is_kind(function, Kind::Function)) return make_dict(vm);
  return namespace_live_dict(vm, function.as<Function>()->globals);
}
Value must_be_inlined(Leaf& vm, const Value*) {
  return vm.raise(TypeId::SystemError, "a generator can only be resumed by the interpreter");
}

constexpr uint32_t kGet = kBuiltinGetter | kBuiltinReadOnly;
#define GETTER(name, function, doc) HH_LEAF(name, "self, /", function, kGet, doc)
#define PYTHON_GETTER(name, doc) \
  HH_LEAF(name, "self, /", leave_all_to_python, kBuiltinGetter | kBuiltinPython, doc)
#define REPR_ROW HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly, "repr(self)")
#define CALL_ROW HH_PYTHON("__call__", "self, /, *args, **kwargs", "self(*args, **kwargs)")

const BuiltinDef kFunction[] = {
    GETTER("__name__", function_field<&Function::name>, "The name."),
    GETTER("__qualname__", function_field<&Function::qualname>, "The name with those around it."),
    GETTER("__doc__", function_field<&Function::doc>, "The documentation."),
    GETTER("__module__", function_field<&Function::module>, "Name of the module."),
    GETTER("__defaults__", function_field<&Function::defaults>, "Defaults of the last parameters."),
    GETTER("__kwdefaults__", function_field<&Function::kw_defaults>,
           "Defaults of keyword-only parameters."),
    GETTER("__closure__", function_field<&Function::closure>, "Cells of the free variables."),
    GETTER("__code__", function_code, "The compiled body."),
    GETTER("__globals__", function_globals, "The dict of the module's variables."),
    GETTER("__dict__", function_dict<&Function::attributes>, "The attributes."),
    GETTER("__annotations__", function_dict<&Function::annotations>, "The annotations."),
    HH_LEAF("__get__", "self, instance, owner=, /", bind, kBuiltinReadOnly, "Binds the function."),
    REPR_ROW,
    CALL_ROW,
};
const BuiltinDef kBuiltinMethod[] = {
    HH_PYTHON("__reduce__", "self, /", "The name under which it is found."),
    GETTER("__name__", builtin_name, "The name."),
    GETTER("__qualname__", builtin_qualname, "The name with that of the class."),
    GETTER("__doc__", builtin_doc, "The documentation."),
    GETTER("__self__", builtin_self, "What it is bound to."),
    GETTER("__module__", builtin_module, "Name of the module."),
    GETTER("__objclass__", builtin_objclass, "The class."),
    HH_LEAF("__get__", "self, instance, owner=, /", bind, kBuiltinReadOnly | kBuiltinPython,
            "Binds the function, or reads the attribute."),
    REPR_ROW,
    CALL_ROW,
};
const BuiltinDef kGetSetDescriptor[] = {
    HH_PYTHON("__reduce__", "self, /", "The name under which it is found."),
    GETTER("__name__", builtin_name, "The name."),
    GETTER("__qualname__", builtin_qualname, "The name with that of the class."),
    GETTER("__doc__", builtin_doc, "The documentation."),
    GETTER("__objclass__", builtin_objclass, "The class."),
    HH_LEAF("__get__", "self, instance, owner=, /", bind, kBuiltinReadOnly | kBuiltinPython,
            "Reads the attribute."),
    HH_PYTHON("__set__", "self, instance, value, /", "Sets the attribute."),
    HH_PYTHON("__delete__", "self, instance, /", "Deletes the attribute."),
    REPR_ROW,
};
const BuiltinDef kBoundMethod[] = {
    HH_PYTHON("__reduce__", "self, /", "How pickle makes it again."),
    GETTER("__func__", method_func, "The function."),
    GETTER("__self__", method_self, "What it is bound to."),
    GETTER("__name__", method_attribute<NameId::Name>, "The name."),
    GETTER("__qualname__", method_attribute<NameId::QualName>, "The name with those around it."),
    GETTER("__doc__", method_attribute<NameId::Doc>, "The documentation."),
    GETTER("__module__", method_attribute<NameId::Module>, "Name of the module."),
    HH_LEAF("__eq__", "self, value, /", method_eq, kBuiltinReadOnly, "self == value"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kBuiltinReadOnly | kBuiltinPython,
            "hash(self)"),
    HH_PYTHON("__repr__", "self, /", "repr(self)"),
    CALL_ROW,
};
const BuiltinDef kCodeTable[] = {
    GETTER("co_name", co_name, "Name of the function."),
    GETTER("co_qualname", co_qualname, "The name with those around it."),
    GETTER("co_filename", co_filename, "The file."),
    GETTER("co_firstlineno", co_firstlineno, "The first line."),
    GETTER("co_argcount", co_argcount, "Number of positional parameters."),
    GETTER("co_posonlyargcount", co_posonly, "How many of them are positional-only."),
    GETTER("co_kwonlyargcount", co_kwonly, "Number of keyword-only parameters."),
    GETTER("co_nlocals", co_nlocals, "Number of local variables."),
    GETTER("co_varnames", co_varnames, "Names of parameters and locals."),
    GETTER("co_names", co_names, "Names that the code mentions."),
    GETTER("co_freevars", co_freevars, "Names of free variables."),
    GETTER("co_cellvars", co_cellvars, "Names of variables shared with inner functions."),
    GETTER("co_consts", co_consts, "The constants."),
    GETTER("co_flags", co_flags, "Flags."),
    GETTER("co_stacksize", co_stacksize, "Number of registers."),
    GETTER("co_code", code_bytes, "Opcode and first operand of each instruction, 0 for caches."),
    HH_LEAF("co_positions", "self, /", code_positions, kBuiltinReadOnly,
            "(line, end line, column, end column) of each instruction."),
    HH_LEAF("co_lines", "self, /", code_lines, kBuiltinReadOnly,
            "(start, end, line) of runs of instructions, in bytes."),
    HH_LEAF("replace", kCodeReplaceSignature, code_replace, 0, "A copy that differs in something."),
};
const BuiltinDef kPropertyTable[] = {
    GETTER("fget", property_field<&Property::getter>, "The getter."),
    GETTER("fset", property_field<&Property::setter>, "The setter."),
    GETTER("fdel", property_field<&Property::deleter>, "The deleter."),
    GETTER("__doc__", property_doc, "The documentation."),
    HH_LEAF("__isabstractmethod__", "self, /", property_is_abstract, kGet | kBuiltinPython,
            "Is one of its functions abstract?"),
    HH_PYTHON("getter", "self, function, /", "The property with another getter."),
    HH_LEAF("setter", "self, function, /", property_with<&Property::setter>,
            kBuiltinReadOnly | kBuiltinPython, "The property with another setter."),
    HH_LEAF("deleter", "self, function, /", property_with<&Property::deleter>,
            kBuiltinReadOnly | kBuiltinPython, "The property with another deleter."),
    HH_PYTHON("__set_name__", "self, /, *args", "The name that messages give it."),
    HH_PYTHON("__get__", "self, instance, owner=, /", "Reads the attribute."),
    HH_PYTHON("__set__", "self, instance, value, /", "Sets the attribute."),
    HH_PYTHON("__delete__", "self, instance, /", "Deletes the attribute."),
    HH_PYTHON("__init__", "self, fget=, fset=, fdel=, doc=", "Takes other functions."),
    HH_NEW,
};
const BuiltinDef kStaticMethodTable[] = {
    GETTER("__func__", wrapped_function, "The function."),
    GETTER("__wrapped__", wrapped_function, "The function."),
    GETTER("__module__", wrapped_attribute<NameId::Module>, "Name of the module."),
    HH_LEAF("__isabstractmethod__", "self, /", wrapped_is_abstract, kGet | kBuiltinPython,
            "Is the function abstract?"),
    GETTER("__name__", wrapped_attribute<NameId::Name>, "The name."),
    GETTER("__qualname__", wrapped_attribute<NameId::QualName>, "The name with those around it."),
    GETTER("__doc__", wrapped_attribute<NameId::Doc>, "The documentation."),
    GETTER("__annotations__", wrapped_attribute<NameId::Annotations>, "The annotations."),
    GETTER("__dict__", wrapped_attribute<NameId::Dict>, "Attributes of the function."),
    HH_LEAF("__get__", "self, instance, owner=, /", static_get, kBuiltinReadOnly, "The function."),
    CALL_ROW,
    HH_PYTHON("__repr__", "self, /", "repr(self)"),
    HH_PYTHON("__init__", "self, function, /", "Wraps a function."),
    HH_NEW,
};
const BuiltinDef kClassMethodTable[] = {
    GETTER("__func__", wrapped_function, "The function."),
    GETTER("__wrapped__", wrapped_function, "The function."),
    GETTER("__module__", wrapped_attribute<NameId::Module>, "Name of the module."),
    HH_LEAF("__isabstractmethod__", "self, /", wrapped_is_abstract, kGet | kBuiltinPython,
            "Is the function abstract?"),
    GETTER("__name__", wrapped_attribute<NameId::Name>, "The name."),
    GETTER("__qualname__", wrapped_attribute<NameId::QualName>, "The name with those around it."),
    GETTER("__doc__", wrapped_attribute<NameId::Doc>, "The documentation."),
    GETTER("__annotations__", wrapped_attribute<NameId::Annotations>, "The annotations."),
    GETTER("__dict__", wrapped_attribute<NameId::Dict>, "Attributes of the function."),
    HH_LEAF("__get__", "self, instance, owner=, /", class_method_get,
            kBuiltinReadOnly | kBuiltinPython, "The function bound to the class."),
    HH_PYTHON("__repr__", "self, /", "repr(self)"),
    HH_PYTHON("__init__", "self, function, /", "Wraps a function."),
    HH_NEW,
};
const BuiltinDef kSuperTable[] = {
    GETTER("__thisclass__", super_this, "The class behind which the search begins."),
    GETTER("__self__", super_self, "The object."),
    GETTER("__self_class__", super_self_class, "The class whose MRO is searched."),
    HH_PYTHON("__get__", "self, instance, owner=, /", "Binds super(class) to an object."),
    REPR_ROW,
};
const BuiltinDef kModuleTable[] = {
    REPR_ROW,
    HH_PYTHON("__dir__", "self, /", "What the module's own __dir__ says, or else its names."),
    HH_PYTHON("__init__", "self, name, doc=", "Names a new module."),
    HH_NEW,
};
const BuiltinDef kCellTable[] = {GETTER("cell_contents", cell_contents, "The variable's value.")};
const BuiltinDef kTracebackTable[] = {
    GETTER("tb_next", tb_next, "The next entry."),
    GETTER("tb_lineno", tb_lineno, "The line."),
    GETTER("tb_lasti", tb_lasti, "Where in the code, in bytes."),
    PYTHON_GETTER("tb_frame", "The frame, as far as it can be known when it has ended."),
    GETTER("_code", tb_code, "The code of the frame."),
    GETTER("_function", tb_function, "The function of the frame."),
    GETTER("_frame", tb_object, "The object of the frame, or what its variables are made of."),
    GETTER("_pc", tb_pc, "Where in the code."),
    GETTER("_globals", tb_globals, "The variables of the module."),
};
const BuiltinDef kGeneratorTable[] = {
    {"send", "self, value, /", must_be_inlined, nullptr, 0, Inlined::GenSend,
     "Resumes with a value."},
    {"throw", "self, type, value=, traceback=, /", must_be_inlined, nullptr, 0, Inlined::GenThrow,
     "Resumes by raising an exception."},
    {"close", "self, /", must_be_inlined, nullptr, 0, Inlined::GenClose, "Ends the generator."},
    // Inlined, but for instances of classes that wrap a generator.
    {"__next__", "self, /", leave_all_to_python, nullptr, kBuiltinPython, Inlined::GenNext,
     "next(self)"},
    HH_LEAF("__iter__", "self, /", return_self, kBuiltinReadOnly, "iter(self)"),
    GETTER("__name__", generator_name, "Name of the function."),
    GETTER("__qualname__", generator_qualname, "The name with those around it."),
    PYTHON_GETTER("gi_frame", "The suspended frame, None when it has ended."),
    GETTER("_state", generator_state, "0 created, 1 suspended, 2 running, 3 finished."),
    GETTER("gi_running", generator_running, "Is it running?"),
    GETTER("gi_suspended", generator_suspended, "Has it begun, and waits?"),
    GETTER("gi_yieldfrom", generator_delegate, "What it delegates to."),
    GETTER("gi_code", generator_code, "The compiled body."),
    REPR_ROW,
};
const BuiltinDef kCoroutineTable[] = {
    {"send", "self, value, /", must_be_inlined, nullptr, 0, Inlined::GenSend,
     "Resumes with a value."},
    {"throw", "self, type, value=, traceback=, /", must_be_inlined, nullptr, 0, Inlined::GenThrow,
     "Resumes by raising an exception."},
    {"close", "self, /", must_be_inlined, nullptr, 0, Inlined::GenClose, "Ends the coroutine."},
    HH_PYTHON("__await__", "self, /", "What awaiting it draws from."),
    GETTER("__name__", generator_name, "Name of the function."),
    GETTER("__qualname__", generator_qualname, "The name with those around it."),
    PYTHON_GETTER("cr_frame", "The suspended frame, None when it has ended."),
    GETTER("cr_running", generator_running, "Is it running?"),
    GETTER("cr_suspended", generator_suspended, "Has it begun, and waits?"),
    GETTER("cr_await", generator_delegate, "What it awaits."),
    GETTER("cr_code", generator_code, "The compiled body."),
    GETTER("cr_origin", coroutine_origin, "Where it was made: None, as by default."),
    GETTER("_state", generator_state, "0 created, 1 suspended, 2 running, 3 finished."),
    REPR_ROW,
};
const BuiltinDef kAsyncStepTable[] = {
    {"send", "self, value, /", must_be_inlined, nullptr, 0, Inlined::GenSend,
     "Resumes with a value."},
    {"throw", "self, type, value=, traceback=, /", must_be_inlined, nullptr, 0, Inlined::GenThrow,
     "Resumes by raising an exception."},
    {"close", "self, /", must_be_inlined, nullptr, 0, Inlined::GenClose, "Ends it."},
    {"__next__", "self, /", leave_all_to_python, nullptr, kBuiltinPython, Inlined::GenNext,
     "next(self)"},
    HH_LEAF("__iter__", "self, /", return_self, kBuiltinReadOnly, "iter(self)"),
    HH_LEAF("__await__", "self, /", return_self, kBuiltinReadOnly, "What awaiting it draws from."),
};
const BuiltinDef kAsyncGeneratorTable[] = {
    {"_send", "self, value, /", must_be_inlined, nullptr, 0, Inlined::GenSend,
     "Resumes the frame with a value."},
    {"_throw", "self, type, value=, traceback=, /", must_be_inlined, nullptr, 0, Inlined::GenThrow,
     "Resumes the frame by raising an exception."},
    HH_LEAF("__aiter__", "self, /", return_self, kBuiltinReadOnly, "aiter(self)"),
    HH_PYTHON("__anext__", "self, /", "What to await for the next element."),
    HH_PYTHON("asend", "self, value, /", "The same, with a value for the yield."),
    HH_PYTHON("athrow", "self, type, value=, traceback=, /", "The same, raising an exception."),
    HH_PYTHON("aclose", "self, /", "What to await to end the generator."),
    GETTER("__name__", generator_name, "Name of the function."),
    GETTER("__qualname__", generator_qualname, "The name with those around it."),
    PYTHON_GETTER("ag_frame", "The suspended frame, None when it has ended."),
    GETTER("ag_running", generator_running, "Is it running?"),
    GETTER("ag_suspended", generator_suspended, "Has it begun, and waits?"),
    GETTER("ag_await", generator_delegate, "What it awaits."),
    GETTER("ag_code", generator_code, "The compiled body."),
    GETTER("_state", generator_state, "0 created, 1 suspended, 2 running, 3 finished."),
    REPR_ROW,
};
const BuiltinDef kIteratorTable[] = {
    HH_LEAF("__next__", "self, /", dunder_next_leaf, 0, "next(self)"),
    HH_LEAF("__iter__", "self, /", return_self, kBuiltinReadOnly, "iter(self)"),
    HH_LEAF("__length_hint__", "self, /", iterator_length_hint, kBuiltinReadOnly,
            "How many elements are left."),
    HH_PYTHON("__reduce__", "self, /", "How pickle makes the iterator again."),
    HH_LEAF("__setstate__", "self, index, /", set_iterator_position, 0,
            "Puts the iterator at an index."),
};

Value none_bool(Leaf&, const Value*) { return Value::false_value(); }
const BuiltinDef kNoneTable[] = {
    HH_LEAF("__bool__", "self, /", none_bool, kBuiltinReadOnly, "False"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kBuiltinReadOnly, "hash(self)"),
    REPR_ROW,
};
const BuiltinDef kPlainTable[] = {
    REPR_ROW,
    HH_PYTHON("__reduce__", "self, /", "The name under which it is found."),
};

}  // namespace

const BuiltinTable kFunctionRows = builtin_table(kFunction);
const BuiltinTable kBuiltinMethodRows = builtin_table(kBuiltinMethod);
const BuiltinTable kGetSetDescriptorRows = builtin_table(kGetSetDescriptor);
const BuiltinTable kBoundMethodRows = builtin_table(kBoundMethod);
const BuiltinTable kCodeRows = builtin_table(kCodeTable);
const BuiltinTable kPropertyRows = builtin_table(kPropertyTable);
const BuiltinTable kStaticMethodRows = builtin_table(kStaticMethodTable);
const BuiltinTable kClassMethodRows = builtin_table(kClassMethodTable);
const BuiltinTable kSuperRows = builtin_table(kSuperTable);
const BuiltinTable kModuleRows = builtin_table(kModuleTable);
const BuiltinTable kCellRows = builtin_table(kCellTable);
const BuiltinTable kTracebackRows = builtin_table(kTracebackTable);
const BuiltinTable kCoroutineRows = builtin_table(kCoroutineTable);
const BuiltinTable kAsyncGeneratorRows = builtin_table(kAsyncGeneratorTable);
const BuiltinTable kAsyncStepRows = builtin_table(kAsyncStepTable);
const BuiltinTable kGeneratorRows = builtin_table(kGeneratorTable);
const BuiltinTable kIteratorRows = builtin_table(kIteratorTable);
const BuiltinTable kNoneRows = builtin_table(kNoneTable);
const BuiltinTable kEllipsisRows = builtin_table(kPlainTable);
const BuiltinTable kNotImplementedRows = builtin_table(kPlainTable);

}  // namespace hothouse
