// From a Value to the built-in object it is: itself, or what an instance of a subclass wraps.
#pragma once

#include "core/objects/types.h"

namespace hothouse {

inline bool is_kind(Value v, Kind k) { return v.is_object() && v.as_object()->kind == k; }

/// `v` itself unless it is an instance of a Python subclass of a built-in: then the built-in
/// object in its first slot.
inline Value unwrap(Leaf& vm, Value v) {
  if (!is_kind(v, Kind::Instance)) return v;
  Type* t = type_of(vm, v);
  if (t->builtin_map == kMapInstance) return v;
  Value inner = v.as<Instance>()->slots()[kWrappedSlot];
  return inner.is_undefined() ? v : inner;
}

inline bool is_str(Value v) { return is_kind(v, Kind::Str); }
inline bool is_tuple(Value v) { return is_kind(v, Kind::Tuple); }
inline bool is_list(Value v) { return is_kind(v, Kind::List); }
inline bool is_dict(Value v) { return is_kind(v, Kind::Dict); }
inline bool is_bytes(Value v) { return is_kind(v, Kind::Bytes); }
inline bool is_bytearray(Value v) { return is_kind(v, Kind::ByteArray); }
inline bool is_any_set(Value v) { return is_kind(v, Kind::Set) || is_kind(v, Kind::FrozenSet); }
inline bool is_instance_kind(Value v) { return is_kind(v, Kind::Instance); }

/// Is it what stands in a class for an entry of its __slots__? Attributes of instances are found
/// and stored as if it were not there; only the class itself shows it.
inline bool is_member_descriptor(Leaf& vm, Value v) {
  return is_instance_kind(v) && (type_of(vm, v)->flags & kTypeOfMembers);
}
/// Has the class an entry `name` of __slots__?
inline bool is_member_name(Leaf& vm, Type* t, Value name) {
  NameCell* cell = find_in_type(vm, t, name);
  return cell != nullptr && is_member_descriptor(vm, cell->value);
}

/// A staticmethod or a classmethod.
inline bool is_wrapper(Value v) {
  return is_kind(v, Kind::StaticMethod) || is_kind(v, Kind::ClassMethod);
}

/// Null if the value (unwrapped) is not of the kind.
template <class T>
T* as_kind(Leaf& vm, Value v, Kind k) {
  Value u = unwrap(vm, v);
  return is_kind(u, k) ? u.as<T>() : nullptr;
}
inline Str* as_str(Leaf& vm, Value v) { return as_kind<Str>(vm, v, Kind::Str); }
inline Tuple* as_tuple(Leaf& vm, Value v) { return as_kind<Tuple>(vm, v, Kind::Tuple); }
inline List* as_list(Leaf& vm, Value v) { return as_kind<List>(vm, v, Kind::List); }
inline Dict* as_dict(Leaf& vm, Value v) { return as_kind<Dict>(vm, v, Kind::Dict); }
inline Bytes* as_bytes(Leaf& vm, Value v) { return as_kind<Bytes>(vm, v, Kind::Bytes); }
inline ByteArray* as_bytearray(Leaf& vm, Value v) {
  return as_kind<ByteArray>(vm, v, Kind::ByteArray);
}
inline Range* as_range(Leaf& vm, Value v) { return as_kind<Range>(vm, v, Kind::Range); }
inline Slice* as_slice(Leaf& vm, Value v) { return as_kind<Slice>(vm, v, Kind::Slice); }
/// A Set or FrozenSet.
inline Set* as_any_set(Leaf& vm, Value v) {
  Value u = unwrap(vm, v);
  return is_any_set(u) ? u.as<Set>() : nullptr;
}
/// The int (immediate, BigInt, bool) that v is, or undefined. No __index__.
inline Value as_int(Leaf& vm, Value v) {
  Value u = unwrap(vm, v);
  return u.is_int() || u.is_bool() || is_kind(u, Kind::BigInt) ? u : Value::undefined();
}
/// The double that v is (a float, not an int); false if it is none.
inline bool as_float(Leaf& vm, Value v, double* d) {
  Value u = unwrap(vm, v);
  if (!u.is_double()) return false;
  *d = u.as_double();
  return true;
}

}  // namespace hothouse
