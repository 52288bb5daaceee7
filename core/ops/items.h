// Items: subscripts, displays, unpacking and formatting.
#pragma once

#include <limits>

#include "core/ops/arithmetic.h"
#include "core/ops/control.h"

namespace hothouse::ops {

/// A non-negative index below `length` from a Python index, as a guard. False: out of range.
template <class M>
bool check_index(M& m, typename M::Int* index, typename M::Int length) {
  if (m.guard(m.ult(*index, length))) return true;
  if (!m.guard(m.lt(*index, m.int_constant(0)))) return false;
  *index = m.add(*index, length);
  return m.guard(m.ult(*index, length));
}

/// A bound of a slice: `open` when it is None. False: neither an int nor None.
template <class M>
bool slice_bound(M& m, typename M::Val v, int64_t open, typename M::Int* bound) {
  if (m.guard_is(v, Value::none())) {
    *bound = m.int_constant(open);
    return true;
  }
  if (!m.guard_int(v)) return false;
  *bound = m.unbox_int(v);
  return true;
}

/// o[start:stop] of a list, tuple or string: the slice object is only looked at. False: not done.
template <class M>
bool get_plain_slice(M& m, typename M::Val o, typename M::Obj slice, typename M::Val* r) {
  if (!m.guard_is(m.template load<ir::Field::SliceStep>(slice), Value::none())) return false;
  typename M::Val start = m.template load<ir::Field::SliceStart>(slice);
  typename M::Val stop = m.template load<ir::Field::SliceStop>(slice);
  typename M::Int from, to;
  if (!slice_bound(m, start, 0, &from)) return false;
  if (!slice_bound(m, stop, std::numeric_limits<int64_t>::max(), &to)) return false;
  *r = m.call(h::GetSlice{}, o, from, to);
  return true;
}

/// Element `key` of a list, tuple or string, the key an int. False: not in range, or no such kind.
template <class M>
bool get_element(M& m, Kind kind, typename M::Obj obj, typename M::Val key, typename M::Val* r) {
  typename M::Int index = m.unbox_int(key);
  switch (kind) {
    case Kind::List: {
      MapId map = m.promote_map(obj);
      if (!check_index(m, &index, m.template load_int<ir::Field::ListLength>(obj))) return false;
      *r = list_element(m, map, obj, index);
      return true;
    }
    case Kind::Tuple:
      if (!check_index(m, &index, m.template load_int<ir::Field::TupleLength>(obj))) return false;
      *r = m.load_tuple(obj, index);
      return true;
    default:
      if (!check_index(m, &index, m.template load_int<ir::Field::StrLength>(obj))) return false;
      *r = m.call(h::StrAt{}, m.box_ref(obj), index);
      return true;
  }
}

template <class M>
Flow get_item(M& m, uint16_t dst, typename M::Val o, typename M::Val key) {
  if (m.guard_ref(o)) {
    typename M::Val container = o;
    typename M::Obj obj = m.unbox_ref(o);
    Kind kind = m.promote_kind(obj);
    const bool is_wrapped =
        kind == Kind::Instance && plain_operand(m, obj, NameId::GetItem, &container);
    if (is_wrapped) {
      obj = m.unbox_ref(container);
      kind = m.promote_kind(obj);
    }
    switch (kind) {
      case Kind::List:
      case Kind::Tuple:
      case Kind::Str: {
        typename M::Val r;
        if (m.guard_int(key)) {
          if (!get_element(m, kind, obj, key, &r)) break;
          m.set_reg(dst, r);
          return Flow::Next;
        }
        if (m.guard_ref(key) && m.promote_kind(m.unbox_ref(key)) == Kind::Slice &&
            get_plain_slice(m, container, m.unbox_ref(key), &r)) {
          if (m.raised(r)) return Flow::Raise;
          m.set_reg(dst, r);
          return Flow::Next;
        }
        break;
      }
      case Kind::Dict: {
        if (m.promote_map(obj) != kMapDict) break;  // follows a namespace, which is no item
        // the entry's number, or negative: absent, or a key that Python must compare
        typename M::Int entry = m.call(h::DictFind{}, container, key);
        if (m.guard(m.ge(entry, m.int_constant(0)))) {
          m.set_reg(dst, m.call(h::DictValueAt{}, container, entry));
          return Flow::Next;
        }
        break;
      }
      case Kind::Instance:
      case Kind::Type:
        return call_protocol(m, Protocol::GetItem, Action::Store, dst, o, key);
      default:
        break;
    }
    if (is_wrapped) return call_protocol(m, Protocol::GetItem, Action::Store, dst, o, key);
  }
  typename M::Val r = m.call(h::GetItemBuiltin{}, o, key);  // undefined: needs Python
  if (m.raised(r)) return Flow::Raise;
  if (m.guard_is(r, Value::undefined())) {
    return call_protocol(m, Protocol::GetItem, Action::Store, dst, o, key);
  }
  m.set_reg(dst, r);
  return Flow::Next;
}
template <class M>
Flow op_GetItem(M& m, Insn i) {
  typename M::Val o = m.reg(i.b), key = m.reg(i.c);
  return get_item(m, i.a, o, key);
}
template <class M>
Flow op_GetItemI(M& m, Insn i) {
  return get_item(m, i.a, m.reg(i.b), m.constant(Value::small_int(i.imm_c())));
}

/// Whether `v`, of a built-in type, is a dict that a namespace or an instance follows: setting its
/// items may redefine what traces take for constant.
template <class M>
bool is_followed(M& m, typename M::Val v) {
  if (!m.guard_ref(v)) return false;
  typename M::Obj o = m.unbox_ref(v);
  return m.promote_kind(o) == Kind::Dict && m.promote_map(o) != kMapDict;
}

template <class M>
Flow op_SetItem(M& m, Insn i) {
  typename M::Val o = m.reg(i.a), key = m.reg(i.b), v = m.reg(i.c);
  typename M::Val container = o;
  if (m.guard_ref(o)) {
    typename M::Obj obj = m.unbox_ref(o);
    Kind kind = m.promote_kind(obj);
    if (kind == Kind::Instance && plain_operand(m, obj, NameId::SetItem, &container)) {
      obj = m.unbox_ref(container);
      if (m.promote_kind(obj) != Kind::Tuple) kind = m.promote_kind(obj);
    }
    if (kind == Kind::List && m.guard_int(key)) {
      MapId map = m.promote_map(obj);
      typename M::Int index = m.unbox_int(key);
      if (check_index(m, &index, m.template load_int<ir::Field::ListLength>(obj))) {
        if (map == kMapList) {
          m.store_cells(m.template load_obj<ir::Field::ListItems>(obj), index, v);
          return Flow::Next;
        }
        if (map == kMapListF64 && m.guard_float(v)) {
          typename M::Obj items = m.template load_obj<ir::Field::ListItems>(obj);
          m.store_f64(items, index, m.unbox_float(v));
          return Flow::Next;
        }
        if (map == kMapListI64 && m.guard_int(v)) {
          typename M::Obj items = m.template load_obj<ir::Field::ListItems>(obj);
          m.store_i64(items, index, m.unbox_int(v));
          return Flow::Next;
        }
        if (map == kMapListBool && m.guard_bool(v)) {
          typename M::Obj items = m.template load_obj<ir::Field::ListItems>(obj);
          m.store_byte(items, index, m.bool_to_int(m.unbox_bool(v)));
          return Flow::Next;
        }
      }
    } else if (kind == Kind::Instance || kind == Kind::Type) {
      return call_protocol(m, Protocol::SetItem, Action::Discard, 0, o, key, v);
    }
  }
  typename M::Val r = is_followed(m, container) ? m.call(h::SetItemFollowed{}, container, key, v)
                                                : m.call(h::SetItemBuiltin{}, container, key, v);
  if (m.raised(r)) return Flow::Raise;
  if (m.guard_after_is(r, Value::undefined())) {
    return call_protocol(m, Protocol::SetItem, Action::Discard, 0, o, key, v);
  }
  return Flow::Next;
}

template <class M>
Flow op_DeleteItem(M& m, Insn i) {
  typename M::Val o = m.reg(i.a), key = m.reg(i.b);
  if (is_builtin_operand(m, o)) {
    typename M::Val r = is_followed(m, o) ? m.call(h::DeleteItemFollowed{}, o, key)
                                          : m.call(h::DeleteItemBuiltin{}, o, key);
    if (m.raised_after(r)) return Flow::Raise;
    if (!m.guard_after_is(r, Value::undefined())) return Flow::Next;
  }
  return call_protocol(m, Protocol::DelItem, Action::Discard, 0, o, key);
}

template <class M>
Flow op_BuildSlice(M& m, Insn i) {
  typename M::Val start = m.reg(i.b), stop = m.reg(i.b + 1), step = m.reg(i.b + 2);
  m.set_reg(i.a, m.box_ref(m.new_slice(start, stop, step)));
  return Flow::Next;
}
template <class M>
Flow op_BuildTuple(M& m, Insn i) {
  typename M::Obj t = m.new_tuple(i.c);
  for (int k = 0; k < i.c; k++) m.init_tuple(t, k, m.reg(i.b + k));
  m.set_reg(i.a, m.box_ref(t));
  return Flow::Next;
}

/// A new list of at most kMaxDisplay elements, in the storage for the type of all of them.
template <class M>
typename M::Val new_list_of(M& m, const typename M::Val* row, uint32_t n) {
  MapId map = kMapList;
  auto all = [&](auto guard, MapId storage) {
    uint32_t k = 0;
    while (k < n && guard(row[k])) k++;
    if (k == n) map = storage;
    return k > 0;
  };
  if (n > 0 && !m.guard_ref(row[0])) {
    all([&](typename M::Val v) { return m.guard_int(v); }, kMapListI64) ||
        all([&](typename M::Val v) { return m.guard_float(v); }, kMapListF64) ||
        all([&](typename M::Val v) { return m.guard_bool(v); }, kMapListBool);
  }
  return m.box_ref(m.new_list(map, row, n));
}
template <class M>
Flow op_BuildList(M& m, Insn i) {
  typename M::Val row[kMaxDisplay];
  for (uint32_t k = 0; k < i.c; k++) row[k] = m.reg(static_cast<int>(i.b + k));
  m.set_reg(i.a, new_list_of(m, row, i.c));
  return Flow::Next;
}
/// Whether hashing and comparing the key runs no Python, for sure.
template <class M>
bool is_plain_key(M& m, typename M::Val key) {
  if (m.guard_int(key) || m.guard_float(key) || m.guard_bool(key)) return true;
  return m.guard_ref(key) && m.promote_kind(m.unbox_ref(key)) == Kind::Str;
}

// Which helper fills a new set or dict is decided before the first of them runs: behind one that
// ran Python a failing guard could not try the instruction again. Those that may run Python
// answer the container, which may have moved.
template <class M>
Flow op_BuildSet(M& m, Insn i) {
  bool plain = true;
  for (int k = 0; k < i.c && plain; k++) plain = is_plain_key(m, m.reg(i.b + k));
  typename M::Val set = m.call(h::MakeSet{});
  for (int k = 0; k < i.c; k++) {
    if (plain) {
      if (m.raised(m.call(h::SetAddBuiltin{}, set, m.reg(i.b + k)))) return Flow::Raise;
    } else {
      set = m.call(h::SetAddCall{}, set, m.reg(i.b + k));
      if (m.raised(set)) return Flow::Raise;
    }
  }
  m.set_reg(i.a, set);
  return Flow::Next;
}
template <class M>
Flow op_BuildDict(M& m, Insn i) {
  bool plain = true;
  for (int k = 0; k < i.c && plain; k++) plain = is_plain_key(m, m.reg(i.b + 2 * k));
  typename M::Val dict = dict_for(m, i.c);
  for (int k = 0; k < i.c; k++) {
    typename M::Val key = m.reg(i.b + 2 * k), v = m.reg(i.b + 2 * k + 1);
    if (plain) {
      if (m.raised(m.call(h::SetItemBuiltin{}, dict, key, v))) return Flow::Raise;
    } else {
      dict = m.call(h::DictSetCall{}, dict, key, v);
      if (m.raised(dict)) return Flow::Raise;
    }
  }
  m.set_reg(i.a, dict);
  return Flow::Next;
}
template <class M>
Flow op_BuildString(M& m, Insn i) {
  typename M::Val s = m.reg(i.b);
  for (int k = 1; k < i.c; k++) s = m.call(h::StrConcat{}, s, m.reg(i.b + k));
  m.set_reg(i.a, s);
  return Flow::Next;
}

template <class M>
Flow op_FormatValue(M& m, Insn i) {
  typename M::Val v = m.reg(i.b), spec = m.reg(i.c);
  if (is_builtin_operand(m, v)) {
    typename M::Val r = m.call(h::FormatBuiltin{}, v, m.int_constant(i.x), spec);
    if (m.raised(r)) return Flow::Raise;
    if (!m.guard_is(r, Value::undefined())) {
      m.set_reg(i.a, r);
      return Flow::Next;
    }
  }
  if (i.x != 0 && m.guard_is(spec, Value::undefined())) {
    Protocol p = i.x == 'r' ? Protocol::Repr : i.x == 's' ? Protocol::Str : Protocol::Ascii;
    return call_protocol(m, p, Action::Store, i.a, v);
  }
  if (i.x != 0) {  // convert, then format: two calls, of which the first is C++ calling Python
    typename M::Val r = m.call(h::ConvertCall{}, v, m.int_constant(i.x));
    if (m.raised(r)) return Flow::Raise;
    r = m.call(h::FormatBuiltin{}, r, m.int_constant(0), spec);
    if (m.raised(r)) return Flow::Raise;
    m.set_reg(i.a, r);
    return Flow::Next;
  }
  if (m.guard_is(spec, Value::undefined())) spec = m.constant(m.empty_str());
  return call_protocol(m, Protocol::Format, Action::Store, i.a, v, spec);
}

/// Appends to a list that nobody else can have converted: the storage is promoted.
template <class M>
Flow op_ListAppend(M& m, Insn i) {
  typename M::Val list = m.reg(i.a), v = m.reg(i.b);
  m.call(h::ListAppend{}, list, v);
  return Flow::Next;
}
template <class M>
Flow op_ListExtend(M& m, Insn i) {
  typename M::Val list = m.reg(i.a), more = m.reg(i.b);
  typename M::Val r = m.call(h::ListExtendBuiltin{}, list, more);
  if (m.raised(r)) return Flow::Raise;
  if (m.guard_after_is(r, Value::undefined())) {
    return call_protocol(m, Protocol::ListExtend, Action::Discard, 0, list, more);
  }
  return Flow::Next;
}

/// Elements that a short tuple or list of any length is taken apart into; longer ones are copied.
constexpr uint32_t kMaxSpread = 8;

template <class M>
Flow op_TupleExtend(M& m, Insn i) {
  typename M::Val tuple = m.reg(i.b), more = m.reg(i.c);
  typename M::Obj first = m.unbox_ref(tuple);
  if (m.guard_ref(more)) {
    typename M::Obj o = m.unbox_ref(more);
    const Kind kind = m.promote_kind(o);
    if (kind == Kind::Tuple || kind == Kind::List) {
      const MapId map = m.promote_map(o);
      typename M::Int length = kind == Kind::Tuple ? m.template load_int<ir::Field::TupleLength>(o)
                                                   : m.template load_int<ir::Field::ListLength>(o);
      typename M::Int most = m.int_constant(kMaxSpread);
      typename M::Int before = m.template load_int<ir::Field::TupleLength>(first);
      if (m.guard(m.le(length, most)) && m.guard(m.le(before, most))) {
        const uint32_t a = m.promote_int(before), b = m.promote_int(length);
        typename M::Obj t = m.new_tuple(a + b);
        for (uint32_t k = 0; k < a; k++) m.init_tuple(t, k, m.load_tuple(first, m.int_constant(k)));
        for (uint32_t k = 0; k < b; k++) {
          typename M::Int at = m.int_constant(k);
          m.init_tuple(t, a + k,
                       kind == Kind::Tuple ? m.load_tuple(o, at) : list_element(m, map, o, at));
        }
        m.set_reg(i.a, m.box_ref(t));
        return Flow::Next;
      }
    }
  }
  typename M::Val r = m.call(h::TupleExtend{}, tuple, more);  // undefined: needs Python
  if (m.raised(r)) return Flow::Raise;
  if (m.guard_after_is(r, Value::undefined(), i.a)) {
    return call_protocol(m, Protocol::TupleExtend, Action::Store, i.a, tuple, more);
  }
  m.set_reg(i.a, r);
  return Flow::Next;
}
template <class M>
Flow op_ListToTuple(M& m, Insn i) {
  m.set_reg(i.a, m.call(h::ListToTuple{}, m.reg(i.b)));
  return Flow::Next;
}
template <class M>
Flow op_SetAdd(M& m, Insn i) {
  typename M::Val set = m.reg(i.a), v = m.reg(i.b);
  typename M::Val r = m.call(h::SetAddBuiltin{}, set, v);
  if (m.raised(r)) return Flow::Raise;
  if (m.guard_after_is(r, Value::undefined())) {
    return call_protocol(m, Protocol::SetAdd, Action::Discard, 0, set, v);
  }
  return Flow::Next;
}
template <class M>
Flow op_SetUpdate(M& m, Insn i) {
  typename M::Val set = m.reg(i.a), more = m.reg(i.b);
  return call_protocol(m, Protocol::SetUpdate, Action::Discard, 0, set, more);
}
template <class M>
Flow op_DictSet(M& m, Insn i) {
  typename M::Val dict = m.reg(i.a), key = m.reg(i.b), v = m.reg(i.c);
  typename M::Val r = m.call(h::SetItemBuiltin{}, dict, key, v);
  if (m.raised(r)) return Flow::Raise;
  if (m.guard_after_is(r, Value::undefined())) {
    return call_protocol(m, Protocol::DictSet, Action::Discard, 0, dict, key, v);
  }
  return Flow::Next;
}
template <class M>
Flow op_DictMerge(M& m, Insn i) {
  typename M::Val dict = m.reg(i.a), more = m.reg(i.b);
  if (m.guard_ref(more)) {
    typename M::Obj o = m.unbox_ref(more);
    if (m.promote_map(o) == kMapDict) {
      typename M::Int count = m.template load_int<ir::Field::DictCount>(o);
      if (m.guard(m.eq(count, m.int_constant(0)))) return Flow::Next;
      typename M::Val r = m.call(h::MergeNames{}, dict, more, m.int_constant(i.c));
      if (m.raised(r)) return Flow::Raise;
      if (!m.guard_after_is(r, Value::undefined())) return Flow::Next;
    }
  }
  if (i.c == 0) return call_protocol(m, Protocol::DictMerge, Action::Discard, 0, dict, more);
  return call_protocol(m, Protocol::DictMergeCall, Action::Discard, 0, dict, more,
                       m.reg(static_cast<int>(i.a) - 5));
}

template <class M>
Flow op_Unpack(M& m, Insn i) {
  typename M::Val v = m.reg(i.b);
  if (m.guard_ref(v)) {
    typename M::Obj o = m.unbox_ref(v);
    Kind kind = m.promote_kind(o);
    typename M::Val inner;
    if (kind == Kind::Instance && plain_operand(m, o, NameId::Iter, &inner)) {
      o = m.unbox_ref(inner);
      kind = m.promote_kind(o);
    }
    if (kind == Kind::Tuple) {
      if (m.guard(m.eq(m.template load_int<ir::Field::TupleLength>(o), m.int_constant(i.c)))) {
        for (int k = 0; k < i.c; k++) m.set_reg(i.a + k, m.load_tuple(o, m.int_constant(k)));
        return Flow::Next;
      }
    } else if (kind == Kind::List) {
      MapId map = m.promote_map(o);
      if (m.guard(m.eq(m.template load_int<ir::Field::ListLength>(o), m.int_constant(i.c)))) {
        for (int k = 0; k < i.c; k++) {
          m.set_reg(i.a + k, list_element(m, map, o, m.int_constant(k)));
        }
        return Flow::Next;
      }
    }
  }
  return call_protocol(m, Protocol::Unpack, Action::Spread, i.a, v,
                       m.constant(Value::small_int(i.c)));
}
/// The elements of a list or tuple that has enough of them, the middle ones as a list. False: it is
/// no such thing.
template <class M>
bool unpack_around(M& m, Insn i, typename M::Val v, Flow* f) {
  if (!m.guard_ref(v)) return false;
  typename M::Obj o = m.unbox_ref(v);
  const Kind kind = m.promote_kind(o);
  if (kind != Kind::Tuple && kind != Kind::List) return false;
  const uint32_t before = i.x, after = i.c;
  const MapId map = m.promote_map(o);
  auto element = [&](typename M::Int k) {
    return kind == Kind::Tuple ? m.load_tuple(o, k) : list_element(m, map, o, k);
  };
  typename M::Int length = kind == Kind::Tuple ? m.template load_int<ir::Field::TupleLength>(o)
                                               : m.template load_int<ir::Field::ListLength>(o);
  if (!m.guard(m.ge(length, m.int_constant(before + after)))) return false;
  typename M::Int end = m.sub(length, m.int_constant(after));
  typename M::Val middle;
  // Tuples of one place have one length, as a rule; lists have any.
  if (kind == Kind::Tuple && m.guard(m.le(length, m.int_constant(kMaxSpread)))) {
    const uint32_t stop = m.promote_int(length) - after;
    typename M::Val row[kMaxSpread];
    for (uint32_t k = before; k < stop; k++) row[k - before] = element(m.int_constant(k));
    middle = new_list_of(m, row, stop - before);
  } else {
    middle = m.call(h::ListOfSlice{}, v, m.int_constant(before), end);
    if (m.raised(middle)) {
      *f = Flow::Raise;
      return true;
    }
  }
  for (uint32_t k = 0; k < after; k++) {
    m.set_reg(static_cast<int>(i.a + before + 1 + k), element(m.add(end, m.int_constant(k))));
  }
  m.set_reg(static_cast<int>(i.a + before), middle);
  for (uint32_t k = 0; k < before; k++) {
    m.set_reg(static_cast<int>(i.a + k), element(m.int_constant(k)));
  }
  return true;
}
template <class M>
Flow op_UnpackEx(M& m, Insn i) {
  Flow f = Flow::Next;
  if (unpack_around(m, i, m.reg(i.b), &f)) return f;
  return call_protocol(m, Protocol::UnpackEx, Action::Spread, i.a, m.reg(i.b),
                       m.constant(Value::small_int(i.x)), m.constant(Value::small_int(i.c)));
}

}  // namespace hothouse::ops
