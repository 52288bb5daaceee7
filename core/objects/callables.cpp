#include "core/objects/callables.h"

#include "core/objects/types.h"

namespace hothouse {

Value make_builtin(Leaf& vm, const BuiltinDef* def, Value self, Value module, uint32_t flags) {
  MapId map = kMapBuiltin;
  if (flags & kBuiltinAuxGetter) {
    map = kMapGetSetDescriptor;
  } else if (is_type(module) && self.is_undefined() &&
             !(flags & (kBuiltinAuxStatic | kBuiltinAuxClassMethod))) {
    map = kMapMethodDescriptor;
  }
  auto* b = static_cast<Builtin*>(
      vm.heap().allocate(map, Kind::Builtin, sizeof(Builtin), static_cast<uint16_t>(flags)));
  b->def.set(def);
  b->self = self;
  b->module = module;
  b->origin = Value::undefined();
  return Value::from_object(b);
}

Value make_bound_method(Leaf& vm, Value function, Value self) {
  auto* m = vm.heap().make<BoundMethod>(Kind::BoundMethod);
  m->function = function;
  m->self = self;
  return Value::from_object(m);
}

Value make_property(Leaf& vm, Value getter, Value setter, Value deleter, Value doc) {
  auto* p = vm.heap().make<Property>(Kind::Property);
  p->getter = getter;
  p->setter = setter;
  p->deleter = deleter;
  p->doc = doc;
  p->name = Value::undefined();
  return Value::from_object(p);
}

Value make_static_method(Leaf& vm, Value function) {
  auto* m = vm.heap().make<StaticMethod>(Kind::StaticMethod);
  m->function = function;
  m->attributes = Value::undefined();
  return Value::from_object(m);
}

Value make_class_method(Leaf& vm, Value function) {
  auto* m = vm.heap().make<ClassMethod>(Kind::ClassMethod);
  m->function = function;
  m->attributes = Value::undefined();
  return Value::from_object(m);
}

Value make_cell(Leaf& vm, Value v) {
  auto* c = vm.heap().make<Cell>(Kind::Cell);
  c->value = v;
  return Value::from_object(c);
}

Value make_super(Leaf& vm, Value start_type, Value self, Value self_type) {
  auto* s = vm.heap().make<Super>(Kind::Super);
  s->start_type = start_type;
  s->self = self;
  s->self_type = self_type;
  return Value::from_object(s);
}

Value make_code(Leaf& vm, CodeBody* body) {
  auto* c = static_cast<Code*>(vm.heap().allocate_immortal(kMapCode, Kind::Code, sizeof(Code)));
  c->body.set(body);
  return Value::from_object(c);
}

Value make_seq_iter(Leaf& vm, Kind kind, MapId map, Value source, uint64_t index) {
  auto* it = static_cast<SeqIter*>(vm.heap().allocate(map, kind, sizeof(SeqIter)));
  it->source = source;
  it->index = index;
  return Value::from_object(it);
}

Value make_call_iter(Leaf& vm, Value callable, Value sentinel) {
  auto* it = vm.heap().make<CallIter>(Kind::CallIter);
  it->callable = callable;
  it->sentinel = sentinel;
  return Value::from_object(it);
}

}  // namespace hothouse
