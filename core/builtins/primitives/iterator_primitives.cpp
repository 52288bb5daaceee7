// Primitives for iterators: the types of those that are generators (map, itertools.count), and
// what lies in an iterator, for pickle and copy (python/methods/iterators.py).
#include <algorithm>

#include "core/builtins/frames.h"
#include "core/builtins/library.h"
#include "core/builtins/primitives/primitives.h"
#include "core/builtins/tables.h"
#include "core/builtins/types/shared.h"
#include "core/bytecode/code.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/range.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

/// iterator_type(name, constructor, attributes): the type that _retype(generator, name) gives.
/// Calling it calls the constructor; classes can derive from it.
Value iterator_type(Leaf& vm, const Value* a) {
  Value type = generator_type_named(vm, str_to_utf8(vm, a[0]));
  auto* t = type.as<Type>();
  t->flags &= ~uint64_t{kTypeFinal};
  vm.library().constructors.emplace(type.bits(), a[1]);
  if (is_kind(a[1], Kind::Function)) a[1].as<Function>()->body.get()->flags |= kCodeInC;
  uint64_t position = 0;
  Value name, value;
  while (dict_next(a[2], &position, &name, &value)) {
    define_in_type(vm, t, str_intern(vm, name), value);
  }
  return type;
}

/// generator_variables(generator): (has it begun, its variables), or None if it has ended or runs.
Value generator_variables(Leaf& vm, const Value* a) {
  Value inner = unwrap(vm, a[0]);
  if (!is_kind(inner, Kind::Generator)) return Value::none();
  auto* g = inner.as<Generator>();
  const auto state = static_cast<GenState>(g->aux);
  if (state != GenState::Created && state != GenState::Suspended) return Value::none();
  CodeBody* body = g->function.as<Function>()->body.get();
  Value variables = make_dict(vm);
  for (size_t i = 0; i < body->local_names.size() && i < g->register_count; ++i) {
    Value name = body->local_names[i];
    Value v = g->registers()[i];
    if (is_str(name) && !v.is_undefined()) dict_set(vm, variables, name, v);
  }
  return make_tuple(vm, {Value::boolean(state == GenState::Suspended), variables});
}

/// set_generator_variable(generator, name, value): of one that _generator_variables shows.
Value set_generator_variable(Leaf& vm, const Value* a) {
  auto* g = unwrap(vm, a[0]).as<Generator>();
  CodeBody* body = g->function.as<Function>()->body.get();
  for (size_t i = 0; i < body->local_names.size() && i < g->register_count; ++i) {
    if (body->local_names[i] != a[1]) continue;
    vm.heap().write_barrier(g);
    g->registers()[i] = a[2];
  }
  return Value::none();
}

bool is_sequence_iterator(Value v) {
  return is_kind(v, Kind::ListIter) || is_kind(v, Kind::TupleIter) || is_kind(v, Kind::StrIter) ||
         is_kind(v, Kind::SeqIter);
}

/// iterator_position(iterator): (what it goes through, index of the next element); source None:
/// it has ended. For a range (first, step, count of what is left). None for other iterators.
Value iterator_position(Leaf& vm, const Value* a) {
  if (is_kind(a[0], Kind::RangeIter)) {
    auto* it = a[0].as<RangeIter>();
    return make_tuple(vm, {vm.heap().make_int(it->next), vm.heap().make_int(it->step),
                           vm.heap().make_int(it->left)});
  }
  if (!is_sequence_iterator(a[0])) return Value::none();
  auto* it = a[0].as<ListIter>();
  const bool over = it->source.is_undefined();
  const int64_t back = it->map == kMapListReverseIter ? 1 : 0;
  return make_tuple(vm, {over ? Value::none() : it->source,
                         vm.heap().make_int(static_cast<int64_t>(it->index) - back)});
}

/// iterator_rest(iterator): a list of what an iterator over a dict or set has left; it stays where
/// it is.
Value iterator_rest(Leaf& vm, const Value* a) {
  Value copy = Value::undefined();
  if (is_kind(a[0], Kind::DictIter)) {
    auto* to = vm.heap().make<DictIter>(Kind::DictIter);
    const auto* from = a[0].as<DictIter>();
    to->map = from->map;
    to->aux = from->aux;
    to->source = from->source;
    to->index = from->index;
    to->version = from->version;
    copy = Value::from_object(to);
  } else if (is_kind(a[0], Kind::SetIter)) {
    auto* to = vm.heap().make<SetIter>(Kind::SetIter);
    const auto* from = a[0].as<SetIter>();
    to->source = from->source;
    to->index = from->index;
    to->version = from->version;
    copy = Value::from_object(to);
  } else {
    return Value::none();
  }
  Value list = make_list(vm);
  while (true) {
    Value x = builtin_next(vm, copy);
    if (x.is_exhausted()) return list;
    if (x.is_raised()) return x;
    list_append(vm, list, x);
  }
}

const BuiltinDef kRows[] = {
    HH_LEAF("_iterator_type", "name, constructor, attributes, /", iterator_type, 0,
            "A type of iterators that programs can call and derive from."),
    HH_LEAF("_generator_variables", "generator, /", generator_variables, kBuiltinReadOnly,
            "Whether a generator has begun, and its variables."),
    HH_LEAF("_set_generator_variable", "generator, name, value, /", set_generator_variable, 0,
            "Assigns a variable of a generator that does not run."),
    HH_LEAF("_iterator_position", "iterator, /", iterator_position, kBuiltinReadOnly,
            "What an iterator goes through, and where it is."),
    HH_LEAF("_iterator_rest", "iterator, /", iterator_rest, kBuiltinReadOnly,
            "What an iterator over a dict or set has left."),
};

}  // namespace

Value set_iterator_position(Leaf& vm, const Value* a) {
  int64_t index;
  if (!clamped_argument(vm, a[1], &index)) return Value::raised();
  if (is_kind(a[0], Kind::RangeIter)) {
    auto* it = a[0].as<RangeIter>();
    const int64_t steps = std::clamp<int64_t>(index, 0, it->left);
    it->next += steps * it->step;
    it->left -= steps;
    return Value::none();
  }
  if (!is_sequence_iterator(a[0])) return Value::none();
  auto* it = a[0].as<ListIter>();
  if (it->source.is_undefined()) return Value::none();
  const int64_t length = std::max<int64_t>(builtin_length(vm, it->source), 0);
  if (it->map == kMapListReverseIter) {
    it->index = static_cast<uint64_t>(std::clamp<int64_t>(index, -1, length - 1) + 1);
  } else {
    it->index = static_cast<uint64_t>(std::clamp<int64_t>(index, 0, length));
  }
  return Value::none();
}

const BuiltinTable kIteratorPrimitives = builtin_table(kRows);

}  // namespace hothouse
