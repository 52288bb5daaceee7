// Classes, instances, attributes and namespaces.
#include "core/objects/attributes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/namespace.h"
#include "core/objects/unwrap.h"
#include "tests/unit/objects/world.h"

namespace hothouse::test {
namespace {

Value make_class(World& vm, const char* name, std::vector<Value> bases,
                 std::vector<std::pair<const char*, Value>> members = {}) {
  Value ns = make_namespace(vm, Value::undefined());
  for (auto& [n, v] : members) namespace_set(vm, ns, vm.intern(n), v);
  return make_type(vm, vm.intern(name), make_tuple(vm, bases.data(), bases.size()), ns);
}

std::string mro(World& vm, Value type) {
  std::string s;
  const auto* t = type.as<Type>()->mro.as<Tuple>();
  for (uint64_t i = 0; i < t->length; ++i) {
    s += (i ? " " : "") + type_name(t->data()[i].as<Type>());
  }
  (void)vm;
  return s;
}

// Stands for a Python function: only its kind matters here.
Value function(World& vm) {
  auto* f = vm.heap().make<Function>(Kind::Function);
  f->body.set(nullptr);
  for (Value* v : {&f->code, &f->globals, &f->builtins, &f->defaults, &f->kw_defaults, &f->closure,
                   &f->name, &f->qualname, &f->doc, &f->module, &f->attributes, &f->annotations}) {
    *v = Value::undefined();
  }
  return Value::from_object(f);
}

TEST(Types, BuiltinOnes) {
  World vm;
  auto name = [&](Value v) { return type_name_of(vm, v); };
  EXPECT_EQ(name(Value::small_int(1)), "int");
  EXPECT_EQ(name(vm.integer("100000000000000000000")), "int");
  EXPECT_EQ(name(Value::true_value()), "bool");
  EXPECT_EQ(name(Value::from_double(1)), "float");
  EXPECT_EQ(name(Value::none()), "NoneType");
  EXPECT_EQ(name(Value::ellipsis()), "ellipsis");
  EXPECT_EQ(name(vm.list({Value::from_double(1)})), "list");
  EXPECT_EQ(name(make_dict_view(vm, make_dict(vm), DictPart::Items)), "dict_items");
  EXPECT_EQ(name(vm.types().value(TypeId::Int)), "type");
  EXPECT_TRUE(is_instance(vm, Value::true_value(), TypeId::Int));
  EXPECT_EQ(mro(vm, vm.types().value(TypeId::ExceptionGroup)),
            "ExceptionGroup BaseExceptionGroup Exception BaseException object");
  EXPECT_EQ(mro(vm, vm.types().value(TypeId::TabError)),
            "TabError IndentationError SyntaxError Exception BaseException object");
}

TEST(Types, Linearization) {
  World vm;
  Value a = make_class(vm, "A", {}), b = make_class(vm, "B", {a}), c = make_class(vm, "C", {a});
  Value d = make_class(vm, "D", {b, c});
  EXPECT_EQ(mro(vm, d), "D B C A object");
  EXPECT_TRUE(make_class(vm, "E", {a, b}).is_raised());
  EXPECT_EQ(vm.error(),
            "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, B");
  EXPECT_TRUE(make_class(vm, "F", {vm.types().value(TypeId::Bool)}).is_raised());
  EXPECT_EQ(vm.error(), "TypeError: type 'bool' is not an acceptable base type");
  EXPECT_TRUE(make_class(vm, "G", {vm.types().value(TypeId::Int), vm.types().value(TypeId::List)})
                  .is_raised());
  EXPECT_EQ(vm.error(), "TypeError: multiple bases have instance lay-out conflict");
  EXPECT_TRUE(make_class(vm, "H", {a, a}).is_raised());
  EXPECT_EQ(vm.error(), "TypeError: duplicate base class A");
}

TEST(Types, ChangingAClassChangesVersionsAndAnswers) {
  World vm;
  Value a = make_class(vm, "A", {}), b = make_class(vm, "B", {a});
  Value x = vm.intern("x");
  EXPECT_EQ(find_in_type(vm, b.as<Type>(), x), nullptr);
  uint64_t before = b.as<Type>()->version;
  set_type_attribute(vm, a.as<Type>(), x, Value::small_int(1));
  EXPECT_NE(b.as<Type>()->version, before);
  EXPECT_EQ(lookup_in_type(vm, b.as<Type>(), x).as_int(), 1);
  NameCell* cell = find_in_type(vm, b.as<Type>(), x);
  EXPECT_TRUE(cell->is_constant());
  before = b.as<Type>()->version;
  set_type_attribute(vm, a.as<Type>(), x, Value::small_int(2));
  EXPECT_EQ(b.as<Type>()->version, before);  // plain data in the same cell
  EXPECT_FALSE(cell->is_constant());
  EXPECT_EQ(cell->value.as_int(), 2);
  set_type_attribute(vm, b.as<Type>(), x, Value::small_int(3));
  EXPECT_EQ(lookup_in_type(vm, b.as<Type>(), x).as_int(), 3);
  delete_type_attribute(vm, b.as<Type>(), x);
  EXPECT_EQ(lookup_in_type(vm, b.as<Type>(), x).as_int(), 2);
  EXPECT_TRUE(set_type_attribute(vm, vm.types().get(TypeId::Int), x, x).is_raised());
  EXPECT_EQ(vm.error(), "TypeError: cannot set 'x' attribute of immutable type 'int'");
}

TEST(Instances, SlotsOverflowDeleteAndOrder) {
  World vm;
  Value cls = make_class(vm, "C", {});
  Value o = make_instance(vm, cls.as<Type>());
  for (int i = 0; i < 40; ++i) {
    instance_set(vm, o, vm.intern("a" + std::to_string(i)), Value::small_int(i));
  }
  for (int i = 0; i < 40; ++i) {
    ASSERT_EQ(instance_get(vm, o, vm.intern("a" + std::to_string(i))).as_int(), i);
  }
  EXPECT_TRUE(instance_delete(vm, o, vm.intern("a3")));
  EXPECT_FALSE(instance_delete(vm, o, vm.intern("a3")));
  EXPECT_TRUE(instance_get(vm, o, vm.intern("a3")).is_undefined());
  EXPECT_EQ(instance_get(vm, o, vm.intern("a39")).as_int(), 39);
  instance_set(vm, o, vm.intern("a3"), Value::none());
  Value names = instance_names(vm, o);
  EXPECT_EQ(list_length(names), 40u);
  EXPECT_EQ(vm.text(list_get(vm, names, 3)), "a4");
  EXPECT_EQ(vm.text(list_get(vm, names, 39)), "a3");
  // The class has learnt: a new instance has all slots inline.
  Value p = make_instance(vm, cls.as<Type>());
  EXPECT_GE(p.as_object()->aux, 40);
  EXPECT_EQ(type_of(vm, p), type_of(vm, o));
}

TEST(Instances, ShareMaps) {
  World vm;
  Value cls = make_class(vm, "Point", {});
  Value x = vm.intern("x"), y = vm.intern("y");
  auto point = [&] {
    Value o = make_instance(vm, cls.as<Type>());
    instance_set(vm, o, x, Value::small_int(1));
    instance_set(vm, o, y, Value::small_int(2));
    return o;
  };
  EXPECT_EQ(point().as_object()->map, point().as_object()->map);
}

TEST(Instances, LiveDict) {
  World vm;
  Value cls = make_class(vm, "C", {});
  Value o = make_instance(vm, cls.as<Type>());
  auto name = [&](int i) { return vm.intern("a" + std::to_string(i)); };
  for (int i = 0; i < 6; ++i) set_attribute(vm, o, name(i), Value::small_int(i));
  Value d = find_attribute(vm, o, vm.intern("__dict__")).value;
  EXPECT_EQ(find_attribute(vm, o, vm.intern("__dict__")).value, d);
  EXPECT_EQ(vm.repr(d), "{'a0': 0, 'a1': 1, 'a2': 2, 'a3': 3, 'a4': 4, 'a5': 5}");
  dict_set_name(vm, d, "new", Value::none());
  EXPECT_TRUE(instance_get(vm, o, vm.intern("new")).is_none());
  set_attribute(vm, o, name(1), Value::true_value());
  set_attribute(vm, o, vm.intern("other"), Value::false_value());
  delete_attribute(vm, o, name(0));
  dict_delete(vm, d, vm.str("a2"));
  EXPECT_EQ(vm.repr(d), "{'a1': True, 'a3': 3, 'a4': 4, 'a5': 5, 'new': None, 'other': False}");
  EXPECT_TRUE(instance_get(vm, o, name(2)).is_undefined());
  vm.keep(o);
  vm.heap().collect(true);
  o = vm.kept[0];
  EXPECT_EQ(instance_get(vm, o, name(5)).as_int(), 5);
  d = instance_dict(vm, o);
  dict_clear(vm, d);
  EXPECT_EQ(instance_attribute_count(vm, o), 0u);
  Value e = make_dict(vm);
  dict_set_name(vm, e, "x", Value::small_int(9));
  set_attribute(vm, o, vm.intern("__dict__"), e);
  EXPECT_EQ(instance_get(vm, o, vm.intern("x")).as_int(), 9);
  dict_set_name(vm, d, "lost", Value::none());
  EXPECT_TRUE(instance_get(vm, o, vm.intern("lost")).is_undefined());
  // Others of the class are not concerned.
  Value p = make_instance(vm, cls.as<Type>());
  EXPECT_EQ(find_attribute_store(vm, p, vm.intern("x")).kind, SetKind::AddSlot);
}

TEST(Attributes, InstanceBeforePlainClassAttribute) {
  World vm;
  Value f = function(vm);
  Value cls = make_class(vm, "C", {}, {{"m", f}, {"x", Value::small_int(1)}});
  Value o = make_instance(vm, cls.as<Type>());
  Attribute a = find_attribute(vm, o, vm.intern("m"));
  EXPECT_EQ(a.kind, AttrKind::Method);
  EXPECT_EQ(a.value, f);
  EXPECT_TRUE(a.cacheable);
  EXPECT_EQ(find_attribute(vm, o, vm.intern("x")).kind, AttrKind::Value);
  instance_set(vm, o, vm.intern("x"), Value::small_int(5));
  a = find_attribute(vm, o, vm.intern("x"));
  EXPECT_EQ(a.kind, AttrKind::Slot);
  EXPECT_EQ(a.value.as_int(), 5);
  a = find_attribute(vm, cls, vm.intern("m"));
  EXPECT_EQ(a.kind, AttrKind::Value);
  a = find_attribute(vm, o, vm.intern("nothing"));
  EXPECT_EQ(a.kind, AttrKind::Missing);
  raise_attribute_error(vm, o, vm.intern("nothing"));
  EXPECT_EQ(vm.error(), "AttributeError: 'C' object has no attribute 'nothing'");
  raise_attribute_error(vm, cls, vm.intern("nothing"));
  EXPECT_EQ(vm.error(), "AttributeError: type object 'C' has no attribute 'nothing'");
}

TEST(Attributes, PropertiesComeFirst) {
  World vm;
  Value getter = function(vm);
  Value p = make_property(vm, getter, Value::none(), Value::none(), Value::none());
  Value cls = make_class(vm, "C", {}, {{"p", p}});
  Value o = make_instance(vm, cls.as<Type>());
  Attribute a = find_attribute(vm, o, vm.intern("p"));
  EXPECT_EQ(a.kind, AttrKind::Getter);
  EXPECT_EQ(a.value, getter);
  EXPECT_EQ(find_attribute(vm, cls, vm.intern("p")).value, p);
  EXPECT_EQ(find_attribute_store(vm, o, vm.intern("p")).kind, SetKind::Raised);
  EXPECT_EQ(vm.error(), "AttributeError: property of 'C' object has no setter");
}

TEST(Attributes, StaticAndClassMethods) {
  World vm;
  Value f = function(vm);
  Value cls =
      make_class(vm, "C", {}, {{"s", make_static_method(vm, f)}, {"c", make_class_method(vm, f)}});
  Value o = make_instance(vm, cls.as<Type>());
  EXPECT_EQ(find_attribute(vm, o, vm.intern("s")).kind, AttrKind::Value);
  EXPECT_EQ(find_attribute(vm, o, vm.intern("s")).value, f);
  Attribute a = find_attribute(vm, o, vm.intern("c"));
  EXPECT_EQ(a.kind, AttrKind::ClassMethod);
  EXPECT_EQ(a.self, cls);
  EXPECT_EQ(find_attribute(vm, cls, vm.intern("c")).self, cls);
}

TEST(Attributes, Slots) {
  World vm;
  Value cls =
      make_class(vm, "C", {}, {{"__slots__", make_tuple(vm, {vm.intern("x"), vm.intern("__y")})}});
  Value o = make_instance(vm, cls.as<Type>());
  // The members that let x and __y be stored are the library's (python/_members.py).
  EXPECT_TRUE(set_attribute(vm, o, vm.intern("z"), Value::none()).is_raised());
  EXPECT_EQ(vm.error(), "AttributeError: 'C' object has no attribute 'z'");
  EXPECT_FALSE(instance_has_dict(vm, o));
  Value sub = make_class(vm, "D", {cls});
  Value p = make_instance(vm, sub.as<Type>());
  EXPECT_TRUE(set_attribute(vm, p, vm.intern("z"), Value::none()).is_none());
}

TEST(Attributes, SubclassesOfBuiltinsWrap) {
  World vm;
  Value cls = make_class(vm, "MyInt", {vm.types().value(TypeId::Int)});
  Value o = make_wrapped(vm, cls.as<Type>(), Value::small_int(41));
  instance_set(vm, o, vm.intern("note"), Value::true_value());
  EXPECT_EQ(as_int(vm, o).as_int(), 41);
  EXPECT_EQ(vm.repr(o), "41");
  EXPECT_TRUE(instance_get(vm, o, vm.intern("note")).is_true());
  EXPECT_EQ(list_length(instance_names(vm, o)), 1u);
}

TEST(Exceptions, FieldsAndText) {
  World vm;
  Value e = make_exception(vm, TypeId::ValueError, "bad");
  EXPECT_EQ(vm.repr(e), "ValueError('bad')");
  EXPECT_EQ(vm.text(str_call(vm, e)), "bad");
  Attribute a = find_attribute(vm, e, vm.intern("args"));
  EXPECT_EQ(a.kind, AttrKind::Slot);
  EXPECT_EQ(vm.repr(a.value), "('bad',)");
  vm.key_error(vm.str("k"));
  EXPECT_EQ(vm.error(), "KeyError: 'k'");
  Value os = make_os_error(vm, 2, "No such file or directory", vm.str("f.txt"));
  EXPECT_EQ(type_name_of(vm, os), "FileNotFoundError");
  EXPECT_EQ(vm.text(str_call(vm, os)), "[Errno 2] No such file or directory: 'f.txt'");
  EXPECT_EQ(vm.repr(exception_field(os, kExcArgs)), "(2, 'No such file or directory')");
  Value f = make_exception(vm, TypeId::TypeError, "second");
  chain_context(vm, f, e);
  EXPECT_EQ(exception_field(f, kExcContext), e);
  chain_context(vm, e, f);  // the cycle is cut
  EXPECT_TRUE(exception_field(f, kExcContext).is_none());
  Value cls = make_class(vm, "MyError", {vm.types().value(TypeId::KeyError)});
  Value mine = make_exception(vm, cls.as<Type>(), make_tuple(vm, {Value::small_int(1)}));
  EXPECT_EQ(exception_matches(vm, mine, vm.types().value(TypeId::LookupError)), Verdict::Yes);
  EXPECT_EQ(exception_matches(vm, mine, vm.types().value(TypeId::OSError)), Verdict::No);
  EXPECT_EQ(exception_matches(vm, mine, Value::small_int(1)), Verdict::Raised);
  EXPECT_EQ(vm.error(),
            "TypeError: catching classes that do not inherit from BaseException is not allowed");
}

TEST(Namespaces, CellsKeepStates) {
  World vm;
  Value module = make_module(vm, vm.intern("m"));
  Value ns = module.as<Module>()->names, x = vm.intern("x");
  NameCell* cell = namespace_set(vm, ns, x, Value::small_int(1));
  uint64_t version = ns.as<Namespace>()->version;
  EXPECT_TRUE(cell->is_constant());
  EXPECT_EQ(namespace_set(vm, ns, x, Value::small_int(2)), cell);
  EXPECT_FALSE(cell->is_constant());
  EXPECT_EQ(ns.as<Namespace>()->version, version);
  EXPECT_TRUE(namespace_delete(vm, ns, x));
  EXPECT_NE(ns.as<Namespace>()->version, version);
  EXPECT_EQ(namespace_find(vm, ns, x), nullptr);
  vm.keep(module);
  namespace_set(vm, ns, x, vm.str("kept by the cell"));
  vm.heap().collect(true);
  EXPECT_EQ(vm.text(module_get(vm, vm.kept[0], x)), "kept by the cell");
}

TEST(Repr, Recursion) {
  World vm;
  Value l = vm.list({Value::small_int(1)});
  list_append(vm, l, l);
  EXPECT_EQ(vm.repr(l), "[1, [...]]");
  Value d = make_dict(vm);
  dict_set_name(vm, d, "self", d);
  EXPECT_EQ(vm.repr(d), "{'self': {...}}");
  EXPECT_EQ(vm.repr(make_tuple(vm, {Value::none()})), "(None,)");
  EXPECT_EQ(vm.repr(vm.types().value(TypeId::Int)), "<class 'int'>");
}

}  // namespace
}  // namespace hothouse::test
