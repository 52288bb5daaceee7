#include "core/builtins/types/shared.h"

#include <algorithm>

#include "core/objects/bytes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/hash.h"
#include "core/objects/list.h"
#include "core/objects/memory_view.h"
#include "core/objects/range.h"
#include "core/objects/repr.h"
#include "core/objects/set.h"
#include "core/objects/tuple.h"

namespace hothouse {

Family family_of(Leaf& vm, Value v) {
  v = unwrap(vm, v);
  if (v.is_int() || v.is_double() || v.is_bool()) return Family::Number;
  if (!v.is_object()) return Family::Other;
  switch (v.as_object()->kind) {
    case Kind::BigInt:
      return Family::Number;
    case Kind::Complex:
      return Family::Complex;
    case Kind::Str:
      return Family::Str;
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::MemoryView:
      return Family::Bytes;
    case Kind::Tuple:
      return Family::Tuple;
    case Kind::List:
      return Family::List;
    case Kind::Dict:
      return Family::Dict;
    case Kind::Set:
    case Kind::FrozenSet:
      return Family::Set;
    case Kind::DictView:  // keys and items compare as sets
      return v.as_object()->map == kMapDictView || v.as_object()->map == kMapDictItems
                 ? Family::Set
                 : Family::Other;
    case Kind::Range:
      return Family::Range;
    case Kind::Slice:
      return Family::Slice;
    default:
      return Family::Other;
  }
}

Value builtin_iterator(Leaf& vm, Value v) {
  if (!v.is_object()) return Value::undefined();
  if (is_instance_kind(v)) {
    Value inner = unwrap(vm, v);
    if (inner == v || is_overridden(vm, type_of(vm, v), vm.types().name(NameId::Iter))) {
      return Value::undefined();
    }
    if (!inner.is_object()) return Value::undefined();
    v = inner;
  }
  switch (v.as_object()->kind) {
    case Kind::List:
      return make_seq_iter(vm, Kind::ListIter, kMapListIter, v);
    case Kind::Tuple:
      return make_seq_iter(vm, Kind::TupleIter, kMapTupleIter, v);
    case Kind::Str:
      return make_seq_iter(vm, Kind::StrIter, kMapStrIter, str_flat(vm, v));
    case Kind::Bytes:
      return make_seq_iter(vm, Kind::SeqIter, kMapBytesIter, v);
    case Kind::MemoryView: {
      ViewParts parts;
      if (!view_parts(vm, v, &parts)) return Value::raised();
      Value list = view_list(vm, parts);
      return list.is_raised() ? list : make_seq_iter(vm, Kind::ListIter, kMapListIter, list);
    }
    case Kind::ByteArray:
      return make_seq_iter(vm, Kind::SeqIter, kMapByteArrayIter, v);
    case Kind::Dict:
      return make_dict_iter(vm, v, DictPart::Keys, false);
    case Kind::DictView:
      if (v.as_object()->map == kMapMappingProxy) {
        return make_dict_iter(vm, v.as<DictView>()->dict, DictPart::Keys, false);
      }
      return make_dict_iter(vm, v.as<DictView>()->dict,
                            static_cast<DictPart>(v.as_object()->aux & 3), false);
    case Kind::Set:
    case Kind::FrozenSet:
      return make_set_iter(vm, v);
    case Kind::Range:
      return make_range_iter(vm, v);
    case Kind::ListIter:
    case Kind::TupleIter:
    case Kind::RangeIter:
    case Kind::StrIter:
    case Kind::DictIter:
    case Kind::SetIter:
      return v;
    case Kind::SeqIter:
      return v.as_object()->map == kMapSeqIter || v.as_object()->map == kMapReversed
                 ? Value::undefined()
                 : v;
    default:
      return Value::undefined();
  }
}

Value builtin_next(Leaf& vm, Value it) {
  if (!it.is_object()) return Value::undefined();
  Object* o = it.as_object();
  switch (o->kind) {
    case Kind::ListIter: {
      auto* i = it.as<ListIter>();
      if (i->source.is_undefined()) return Value::exhausted();
      uint64_t n = list_length(i->source);
      if (o->map == kMapListReverseIter) {
        if (i->index == 0 || i->index > n) {
          i->source = Value::undefined();
          return Value::exhausted();
        }
        return list_get(vm, i->source, --i->index);
      }
      if (i->index < n) return list_get(vm, i->source, i->index++);
      i->source = Value::undefined();
      return Value::exhausted();
    }
    case Kind::TupleIter: {
      auto* i = it.as<TupleIter>();
      if (i->source.is_undefined()) return Value::exhausted();
      if (i->index < tuple_length(i->source)) return tuple_get(i->source, i->index++);
      i->source = Value::undefined();
      return Value::exhausted();
    }
    case Kind::StrIter: {
      auto* i = it.as<StrIter>();
      if (i->source.is_undefined()) return Value::exhausted();
      if (i->index < str_length(i->source)) return str_at(vm, i->source, i->index++);
      i->source = Value::undefined();
      return Value::exhausted();
    }
    case Kind::RangeIter:
      return range_iter_next(vm, it);
    case Kind::DictIter:
      return dict_iter_next(vm, it);
    case Kind::SetIter:
      return set_iter_next(vm, it);
    case Kind::SeqIter: {
      if (o->map == kMapLongRangeIter) return range_iter_next(vm, it);
      if (o->map != kMapBytesIter && o->map != kMapByteArrayIter) return Value::undefined();
      auto* i = it.as<SeqIter>();
      if (i->source.is_undefined()) return Value::exhausted();
      BytesView bytes = bytes_view(i->source);
      if (i->index < bytes.size()) {
        return Value::small_int(static_cast<uint8_t>(bytes[i->index++]));
      }
      i->source = Value::undefined();
      return Value::exhausted();
    }
    default:
      return Value::undefined();
  }
}

Value iterator_length_hint(Leaf& vm, const Value* a) {
  Object* o = a[0].as_object();
  uint64_t left = 0, position = 0;
  Value key, value;
  switch (o->kind) {
    case Kind::RangeIter:
      left = static_cast<uint64_t>(a[0].as<RangeIter>()->left);
      break;
    case Kind::DictIter: {
      auto* i = a[0].as<DictIter>();
      if (i->source.is_undefined() || static_cast<uint32_t>(i->version) != dict_count(i->source)) {
        break;
      }
      const bool reversed = i->aux & 4;
      if (!reversed) position = i->index;
      while (dict_next(i->source, &position, &key, &value)) {
        if (!reversed || position <= i->index) ++left;
      }
      break;
    }
    case Kind::SetIter: {
      auto* i = a[0].as<SetIter>();
      if (i->source.is_undefined() || i->version != set_count(i->source)) break;
      position = i->index;
      while (set_next(i->source, &position, &key)) ++left;
      break;
    }
    case Kind::ListIter:
    case Kind::TupleIter:
    case Kind::StrIter: {
      auto* i = a[0].as<ListIter>();
      if (i->source.is_undefined()) break;
      const auto n = static_cast<uint64_t>(builtin_length(vm, i->source));
      if (o->map == kMapListReverseIter) {
        left = i->index <= n ? i->index : 0;
      } else {
        left = n - std::min(n, i->index);
      }
      break;
    }
    case Kind::SeqIter: {
      if (o->map != kMapBytesIter && o->map != kMapByteArrayIter) break;
      auto* i = a[0].as<SeqIter>();
      if (i->source.is_undefined()) break;
      const uint64_t n = bytes_view(i->source).size();
      left = n - std::min(n, i->index);
      break;
    }
    default:
      break;
  }
  return vm.heap().make_int(static_cast<int64_t>(left));
}

Value builtin_reversed(Leaf& vm, Value v) {
  if (!v.is_object()) return Value::undefined();
  if (is_instance_kind(v)) {
    Value inner = unwrap(vm, v);
    Type* t = type_of(vm, v);
    if (inner == v || is_overridden(vm, t, vm.types().name(NameId::Reversed)) ||
        is_overridden(vm, t, vm.types().name(NameId::GetItem)) ||
        is_overridden(vm, t, vm.types().name(NameId::Len))) {
      return Value::undefined();
    }
    if (!inner.is_object()) return Value::undefined();
    v = inner;
  }
  switch (v.as_object()->kind) {
    case Kind::List:
      return make_seq_iter(vm, Kind::ListIter, kMapListReverseIter, v, list_length(v));
    case Kind::Range:
      return make_range_iter_reversed(vm, v);
    case Kind::Dict:
      return make_dict_iter(vm, v, DictPart::Keys, true);
    case Kind::DictView:
      return make_dict_iter(vm, v.as<DictView>()->dict,
                            static_cast<DictPart>(v.as_object()->aux & 3), true);
    default:
      return Value::undefined();
  }
}

Value dunder_repr_leaf(Leaf& vm, const Value* a) { return repr_leaf(vm, unwrap(vm, a[0])); }

Value dunder_hash_leaf(Leaf& vm, const Value* a) {
  uint64_t hash;
  switch (hash_value(vm, unwrap(vm, a[0]), &hash)) {
    case Verdict::Yes:
      return vm.heap().make_int(static_cast<int64_t>(hash));
    case Verdict::Raised:
      return Value::raised();
    default:
      return leave_to_python();
  }
}

Value dunder_iter_leaf(Leaf& vm, const Value* a) {
  Value it = builtin_iterator(vm, unwrap(vm, a[0]));
  return it.is_undefined()
             ? vm.type_error("'" + type_name_of(vm, a[0]) + "' object is not iterable")
             : it;
}

Value dunder_next_leaf(Leaf& vm, const Value* a) {
  Value x = builtin_next(vm, a[0]);
  if (x.is_exhausted()) return vm.stop_iteration(Value::none());
  if (x.is_undefined()) {
    return vm.type_error("'" + type_name_of(vm, a[0]) + "' object is not an iterator");
  }
  return x;
}

int64_t builtin_length(Leaf& vm, Value v) {
  v = unwrap(vm, v);
  if (!v.is_object()) return -1;
  switch (v.as_object()->kind) {
    case Kind::Str:
      return static_cast<int64_t>(str_length(v));
    case Kind::MemoryView:  // that of a released one raises, in the method
      return v.as<MemoryView>()->source.is_undefined() ? -1 : v.as<MemoryView>()->length;
    case Kind::Bytes:
    case Kind::ByteArray:
      return static_cast<int64_t>(bytes_length(v));
    case Kind::Tuple:
      return static_cast<int64_t>(tuple_length(v));
    case Kind::List:
      return static_cast<int64_t>(list_length(v));
    case Kind::Dict:
      return static_cast<int64_t>(dict_count(v));
    case Kind::DictView:
      return static_cast<int64_t>(dict_count(v.as<DictView>()->dict));
    case Kind::Set:
    case Kind::FrozenSet:
      return static_cast<int64_t>(set_count(v));
    case Kind::Range: {
      int64_t n;
      return as_int64(range_length(v), &n) ? n : -1;
    }
    default:
      return -1;
  }
}

Value dunder_len_leaf(Leaf& vm, const Value* a) {
  int64_t n = builtin_length(vm, a[0]);
  if (n < 0) {
    if (is_kind(unwrap(vm, a[0]), Kind::Range)) {
      return vm.overflow_error("Python int too large to convert to C ssize_t");
    }
    return wrong_self(vm, "__len__", "container", a[0]);
  }
  return vm.heap().make_int(n);
}

Value dunder_reversed_leaf(Leaf& vm, const Value* a) {
  Value it = builtin_reversed(vm, unwrap(vm, a[0]));
  return it.is_undefined()
             ? vm.type_error("'" + type_name_of(vm, a[0]) + "' object is not reversible")
             : it;
}

Value return_self(Leaf&, const Value* a) { return a[0]; }
Value not_implemented_leaf(Leaf&, const Value*) { return Value::not_implemented(); }

}  // namespace hothouse
