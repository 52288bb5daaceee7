#include "core/objects/type_layout.h"

#include <string>

#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"

namespace hothouse {

namespace {

/// The exceptions with fields besides those of BaseException.
constexpr TypeId kWithFields[] = {
    TypeId::BaseExceptionGroup,
    TypeId::StopIteration,
    TypeId::SystemExit,
    TypeId::ImportError,
    TypeId::OSError,
    TypeId::NameError,
    TypeId::AttributeError,
    TypeId::SyntaxError,
    TypeId::UnicodeEncodeError,
    TypeId::UnicodeDecodeError,
    TypeId::UnicodeTranslateError,
};

/// Does a built-in type lay its objects out as its first base does?
bool is_like_its_base(Leaf& vm, const Type* t, const Type* base) {
  for (TypeId id : kWithFields) {
    if (t == vm.types().get(id)) return false;
  }
  return t->builtin_map == base->builtin_map && ((t->flags ^ base->flags) & kTypeException) == 0;
}

Type* first_base(const Type* t) {
  const auto* row = t->bases.as<Tuple>();
  return row->length == 0 ? nullptr : row->data()[0].as<Type>();
}

Value slots_of(Leaf& vm, const Type* t) {
  return is_builtin_type(t) ? Value::undefined()
                            : namespace_get(vm, t->names, vm.types().name(NameId::Slots));
}

/// Calls see(name) for each entry of the class's own __slots__ that is a field.
template <class F>
void for_each_field(Leaf& vm, Type* t, F&& see) {
  if (slots_of(vm, t).is_undefined()) return;
  Value names = type_own_names(vm, t);
  for (uint64_t i = 0; i < list_length(names); ++i) {
    Value name = list_get(vm, names, i);
    if (is_member_descriptor(vm, namespace_get(vm, t->names, name))) see(name);
  }
}

uint32_t field_count(Leaf& vm, Type* t) {
  uint32_t n = 0;
  for_each_field(vm, t, [&](Value) { ++n; });
  return n;
}

/// The class that gave a class's objects their fields.
Type* solid_base(Leaf& vm, Type* t) {
  while (Type* base = is_builtin_type(t) ? first_base(t) : best_base(vm, t->bases.as<Tuple>())) {
    if (is_builtin_type(t) ? !is_like_its_base(vm, t, base) : field_count(vm, t) != 0) break;
    t = base;
  }
  return t;
}

bool adds_anything(Leaf& vm, Type* t, const Type* base) {
  if (is_builtin_type(t)) return !is_like_its_base(vm, t, base);
  return field_count(vm, t) != 0 || adds_to_bases(vm, t, Addition::Dict) ||
         adds_to_bases(vm, t, Addition::WeakReferences);
}

/// The class nearest to `t` that adds anything to its base.
Type* layout_of(Leaf& vm, Type* t) {
  while (Type* base = is_builtin_type(t) ? first_base(t) : best_base(vm, t->bases.as<Tuple>())) {
    if (adds_anything(vm, t, base)) break;
    t = base;
  }
  return t;
}

bool add_the_same(Leaf& vm, Type* a, Type* b) {
  if (is_builtin_type(a) || is_builtin_type(b)) return false;
  if (base_of_type(vm, a) != base_of_type(vm, b)) return false;
  for (Addition what : {Addition::Dict, Addition::WeakReferences}) {
    if (adds_to_bases(vm, a, what) != adds_to_bases(vm, b, what)) return false;
  }
  bool same = field_count(vm, a) == field_count(vm, b);
  for_each_field(vm, a, [&](Value name) {
    same = same && is_member_descriptor(vm, namespace_get(vm, b->names, name));
  });
  return same;
}

/// Are its objects ones that CPython's collector does not follow? They are freed otherwise.
bool is_freed_at_once(Leaf& vm, const Type* t) {
  for (TypeId id : {TypeId::Object, TypeId::Int, TypeId::Float, TypeId::Complex, TypeId::Str,
                    TypeId::Bytes, TypeId::ByteArray, TypeId::Range}) {
    if (t == vm.types().get(id)) return true;
  }
  return false;
}

}  // namespace

Type* best_base(Leaf& vm, const Tuple* bases) {
  Type* best = bases->length == 0 ? nullptr : bases->data()[0].as<Type>();
  if (bases->length < 2) return best;
  Type* decides = solid_base(vm, best);
  for (uint64_t i = 1; i < bases->length; ++i) {
    Type* base = bases->data()[i].as<Type>();
    Type* candidate = solid_base(vm, base);
    if (is_subtype(decides, candidate)) continue;
    if (!is_subtype(candidate, decides)) return nullptr;
    decides = candidate;
    best = base;
  }
  return best;
}

Value base_of_type(Leaf& vm, const Type* cls) {
  const auto* bases = cls->bases.as<Tuple>();
  if (bases->length == 0) return Value::none();
  const Type* best = best_base(vm, bases);
  return best == nullptr ? bases->data()[0] : type_value(best);
}

bool slots_name(Leaf& vm, Value slots, Value name) {
  auto is_it = [&](Value v) { return is_str(v) && str_intern(vm, v) == name; };
  if (!is_tuple(slots) && !is_list(slots)) return is_it(slots);
  const uint64_t n = is_tuple(slots) ? tuple_length(slots) : list_length(slots);
  for (uint64_t i = 0; i < n; ++i) {
    if (is_it(is_tuple(slots) ? tuple_get(slots, i) : list_get(vm, slots, i))) return true;
  }
  return false;
}

bool adds_to_bases(Leaf& vm, Type* t, Addition what) {
  TypeTable& types = vm.types();
  const bool dict = what == Addition::Dict;
  const Value name = dict ? types.name(NameId::Dict) : vm.intern("__weakref__");
  const Tuple* mro = t->mro.as<Tuple>();
  for (uint64_t i = 0; i < mro->length; ++i) {
    Type* c = mro->data()[i].as<Type>();
    bool has;
    if (is_builtin_type(c)) {
      const bool weak = c == types.get(TypeId::Set) || c == types.get(TypeId::FrozenSet);
      const bool fixed = c == types.get(TypeId::Int) || c == types.get(TypeId::Tuple) ||
                         c == types.get(TypeId::Bytes);
      const bool both = c == types.get(TypeId::Type);
      has = both || (dict ? c == types.get(TypeId::BaseException) : weak || fixed);
    } else {
      Value slots = slots_of(vm, c);
      has = slots.is_undefined() || slots_name(vm, slots, name);
    }
    if (has != (i == 0)) return false;
  }
  return true;
}

bool check_same_layout(Leaf& vm, Type* before, Type* after, std::string_view attribute) {
  const bool freed_otherwise = is_freed_at_once(vm, before) != is_freed_at_once(vm, after);
  Type* a = layout_of(vm, before);
  Type* b = layout_of(vm, after);
  if (!freed_otherwise && (a == b || add_the_same(vm, a, b))) return true;
  vm.type_error(std::string(attribute) + " assignment: '" + type_name(after) +
                (freed_otherwise ? "' deallocator" : "' object layout") + " differs from '" +
                type_name(before) + "'");
  return false;
}

}  // namespace hothouse
