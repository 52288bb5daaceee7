// Built-in functions and methods with a template of their own (builtins/inlined.def).
#pragma once

#include "core/builtins/builtin.h"
#include "core/ops/common.h"
#include "core/ops/native.h"

namespace hothouse::ops {

template <class M>
bool number_int(M& m, typename M::Val v) {
  return m.guard_int(v);
}

/// len(v) of a built-in container into *n; false if it has no such field.
template <class M>
bool inlined_len(M& m, typename M::Val v, typename M::Int* n) {
  if (!m.guard_ref(v)) return false;
  typename M::Obj o = m.unbox_ref(v);
  switch (m.promote_kind(o)) {
    case Kind::List:
      *n = m.template load_int<ir::Field::ListLength>(o);
      return true;
    case Kind::Str:
      *n = m.template load_int<ir::Field::StrLength>(o);
      return true;
    case Kind::Tuple:
      *n = m.template load_int<ir::Field::TupleLength>(o);
      return true;
    case Kind::Dict:
      *n = m.template load_int<ir::Field::DictCount>(o);
      return true;
    case Kind::Set:
    case Kind::FrozenSet:
      *n = m.template load_int<ir::Field::SetCount>(o);
      return true;
    case Kind::Instance: {
      typename M::Val inner;
      return plain_operand(m, o, NameId::Len, &inner) && inlined_len(m, inner, n);
    }
    default:
      return false;
  }
}

/// The first of x and y unless the other is smaller (larger). False: not two numbers of one type.
template <bool Max, class M>
bool choose(M& m, typename M::Val x, typename M::Val y, typename M::Val* r) {
  if (m.guard_both_int(x, y)) {
    typename M::Int a = m.unbox_int(x), b = m.unbox_int(y);
    *r = m.guard(Max ? m.gt(b, a) : m.lt(b, a)) ? y : x;
    return true;
  }
  if (m.guard_float(x) && m.guard_float(y)) {
    typename M::Flt a = m.unbox_float(x), b = m.unbox_float(y);
    *r = m.guard(Max ? m.fgt(b, a) : m.flt(b, a)) ? y : x;
    return true;
  }
  return false;
}

/// min or max of two to kMost numbers, all ints or all floats.
template <bool Max, class M>
bool inlined_min_max(M& m, uint16_t dst, int b, uint32_t n) {
  constexpr uint32_t kMost = 4;
  if (n < 2 || n > kMost) return false;
  typename M::Val best = m.reg(b);
  for (int k = 1; k < static_cast<int>(n); k++) {
    if (!choose<Max>(m, best, m.reg(b + k), &best)) return false;
  }
  m.set_reg(dst, best);
  return true;
}

/// isinstance(x, c), c a class or a tuple of classes; false: NeedsCall, or not of these.
template <class M>
bool inlined_isinstance(M& m, typename M::Val x, typename M::Val c, bool* answer) {
  constexpr uint32_t kMost = 8;  // classes in a tuple
  if (!m.guard_ref(c)) return false;
  typename M::Obj o = m.unbox_ref(c);
  Kind kind = m.promote_kind(o);
  if (kind == Kind::Type) {
    Verdict v = m.instance_of(x, m.promote_type(o));
    *answer = v == Verdict::Yes;
    return v == Verdict::Yes || v == Verdict::No;
  }
  if (kind != Kind::Tuple) return false;
  uint32_t length = m.promote_int(m.template load_int<ir::Field::TupleLength>(o));
  if (length > kMost) return false;
  *answer = false;
  for (uint32_t k = 0; k < length && !*answer; k++) {
    typename M::Val part = m.load_tuple(o, m.int_constant(k));
    if (!m.guard_ref(part)) return false;
    typename M::Obj type = m.unbox_ref(part);
    if (m.promote_kind(type) != Kind::Type) return false;
    Verdict v = m.instance_of(x, m.promote_type(type));
    if (v != Verdict::Yes && v != Verdict::No) return false;
    *answer = v == Verdict::Yes;
  }
  return true;
}

/// range(stop), range(start, stop), range(start, stop, step) of small integers, step not zero.
template <class M>
bool inlined_range(M& m, uint16_t dst, int b, uint32_t n) {
  if (n < 1 || n > 3) return false;
  typename M::Val stop = m.reg(n == 1 ? b : b + 1);
  typename M::Val start = n == 1 ? m.constant(Value::small_int(0)) : m.reg(b);
  typename M::Val step = n < 3 ? m.constant(Value::small_int(1)) : m.reg(b + 2);
  if (!m.guard_int(start) || !m.guard_int(stop) || !m.guard_int(step)) return false;
  typename M::Int from = m.unbox_int(start), to = m.unbox_int(stop), by = m.unbox_int(step);
  typename M::Int one = m.int_constant(1), zero = m.int_constant(0);
  typename M::Int length;
  bool up = m.guard(m.gt(by, zero));
  if (!up && !m.guard(m.lt(by, zero))) return false;
  if (!(up ? m.sub_ov(to, from, &length) : m.sub_ov(from, to, &length))) return false;
  if (!m.guard(m.gt(length, zero))) {
    length = zero;
  } else if (!m.guard(m.eq(by, up ? one : m.int_constant(-1)))) {
    typename M::Int distance = up ? by : m.sub(zero, by);
    length = m.add(m.floordiv(m.sub(length, one), distance), one);
  }
  m.set_reg(dst, m.box_ref(m.new_range(start, stop, step, m.box_int(length))));
  return true;
}

/// _wrap(cls, tuple) for a Python subclass of tuple.
template <class M>
bool inlined_wrap(M& m, uint16_t dst, int b, uint32_t n) {
  if (n != 2) return false;
  typename M::Val cls = m.reg(b), inner = m.reg(b + 1);
  if (!m.guard_ref(cls) || !m.guard_ref(inner)) return false;
  typename M::Obj type = m.unbox_ref(cls);
  if (m.promote_kind(type) != Kind::Type) return false;
  const Type* t = m.promote_type(type);
  if (t->builtin_map != kMapTuple || (t->flags & kTypeBuiltin)) return false;
  if (m.promote_kind(m.unbox_ref(inner)) != Kind::Tuple) return false;
  typename M::Obj o = m.new_instance(m.promote_type(type));
  m.store_inline(o, kWrappedSlot, inner);
  m.set_reg(dst, m.box_ref(o));
  return true;
}

/// super(cls, self), self being an instance.
template <class M>
bool inlined_super(M& m, uint16_t dst, int b, uint32_t n) {
  if (n != 2) return false;
  typename M::Val cls = m.reg(b), self = m.reg(b + 1);
  if (!m.guard_ref(cls) || !m.guard_ref(self)) return false;
  typename M::Obj type = m.unbox_ref(cls);
  if (m.promote_kind(type) != Kind::Type) return false;
  if (m.promote_kind(m.unbox_ref(self)) == Kind::Type) return false;
  Type* start = m.promote_type(type);
  if (!m.is_subclass(m.promote_class(self), start)) return false;
  typename M::Val self_type = m.class_of(self);
  m.set_reg(dst, m.box_ref(m.new_super(cls, self, self_type)));
  return true;
}

/// True when the call is done (its outcome in *f); false: call the C++ function.
template <class M>
bool call_inlined(M& m, Inlined id, uint16_t dst, uint32_t base, uint32_t n, Flow* f) {
  using Val = typename M::Val;
  *f = Flow::Next;
  const int b = static_cast<int>(base);
  switch (id) {
    case Inlined::Len: {
      typename M::Int length;
      if (n != 1 || !inlined_len(m, m.reg(b), &length)) return false;
      m.set_int(dst, length);
      return true;
    }
    case Inlined::Abs: {
      if (n != 1) return false;
      Val v = m.reg(b);
      if (m.guard_float(v)) {
        m.set_float(dst, m.fabs(m.unbox_float(v)));
        return true;
      }
      if (!m.guard_int(v)) return false;
      typename M::Int x = m.unbox_int(v);
      if (m.guard(m.ge(x, m.int_constant(0)))) {
        m.set_reg(dst, v);
        return true;
      }
      typename M::Int r;
      if (!m.sub_ov(m.int_constant(0), x, &r)) return false;
      m.set_int(dst, r);
      return true;
    }
    case Inlined::Min:
      return inlined_min_max<false>(m, dst, b, n);
    case Inlined::Max:
      return inlined_min_max<true>(m, dst, b, n);
    case Inlined::Int1: {
      if (n != 1) return false;
      Val v = m.reg(b);
      if (m.guard_int(v)) {
        m.set_reg(dst, v);
        return true;
      }
      if (m.guard_float(v)) {
        typename M::Flt x = m.unbox_float(v);
        if (!m.guard(m.float_fits(x))) return false;
        m.set_int(dst, m.float_to_int(x));
        return true;
      }
      if (m.guard_bool(v)) {
        m.set_int(dst, m.bool_to_int(m.unbox_bool(v)));
        return true;
      }
      return false;
    }
    case Inlined::Float1: {
      if (n != 1) return false;
      Val v = m.reg(b);
      if (m.guard_float(v)) {
        m.set_reg(dst, v);
        return true;
      }
      if (!m.guard_int(v)) return false;
      m.set_float(dst, m.int_to_float(m.unbox_int(v)));
      return true;
    }
    case Inlined::Bool1: {
      if (n != 1) return false;
      Val v = m.reg(b);
      bool known;
      bool t = truth(m, v, &known);
      if (!known) {
        *f = call_protocol(m, Protocol::Truth, Action::Store, dst, v);
        return true;
      }
      m.set_reg(dst, m.constant(Value::boolean(t)));
      return true;
    }
    case Inlined::Sqrt: {
      if (n != 1) return false;
      Val v = m.reg(b);
      typename M::Flt x;
      if (m.guard_float(v)) {
        x = m.unbox_float(v);
      } else if (m.guard_int(v)) {
        x = m.int_to_float(m.unbox_int(v));
      } else {
        return false;
      }
      if (!m.guard(m.fge(x, m.float_constant(0.0)))) return false;  // negative or NaN
      m.set_float(dst, m.fsqrt(x));
      return true;
    }
    case Inlined::Fabs: {
      if (n != 1) return false;
      Val v = m.reg(b);
      if (!m.guard_float(v)) return false;
      m.set_float(dst, m.fabs(m.unbox_float(v)));
      return true;
    }
    case Inlined::Floor:
    case Inlined::Ceil: {
      if (n != 1) return false;
      Val v = m.reg(b);
      if (m.guard_int(v)) {
        m.set_reg(dst, v);
        return true;
      }
      if (!m.guard_float(v)) return false;
      typename M::Flt x = m.unbox_float(v);
      typename M::Flt r = id == Inlined::Floor ? m.ffloor(x) : m.fceil(x);
      if (!m.guard(m.float_fits(r))) return false;
      m.set_int(dst, m.float_to_int(r));
      return true;
    }
    case Inlined::Ord: {
      if (n != 1) return false;
      Val v = m.reg(b);
      if (!m.guard_ref(v) || m.promote_kind(m.unbox_ref(v)) != Kind::Str) return false;
      if (!m.guard(
              m.eq(m.template load_int<ir::Field::StrLength>(m.unbox_ref(v)), m.int_constant(1)))) {
        return false;
      }
      m.set_int(dst, m.call(h::OrdOne{}, v));
      return true;
    }
    case Inlined::IsInstance: {
      if (n != 2) return false;
      Val x = m.reg(b);
      Val c = m.reg(b + 1);
      bool answer = false;
      if (!inlined_isinstance(m, x, c, &answer)) return false;
      m.set_reg(dst, m.constant(Value::boolean(answer)));
      return true;
    }
    case Inlined::Type1: {
      if (n != 1) return false;
      m.set_reg(dst, m.class_of(m.reg(b)));
      return true;
    }
    case Inlined::LookupSpecial: {
      Val f;
      if (n != 2) return false;
      Val object = m.reg(b);
      Val name = m.reg(b + 1);
      if (!m.special_method(object, name, &f)) return false;
      m.set_reg(dst, f);
      return true;
    }
    case Inlined::ClassLookup: {
      if (n != 2 || !m.guard_ref(m.reg(b))) return false;
      Val name = m.reg(b + 1);
      typename M::Obj type = m.unbox_ref(m.reg(b));
      Val found;
      if (m.promote_kind(type) != Kind::Type || !m.class_lookup(type, name, &found)) return false;
      m.set_reg(dst, found);
      return true;
    }
    case Inlined::Wrap:
      return inlined_wrap(m, dst, b, n);
    case Inlined::Super:
      return inlined_super(m, dst, b, n);
    case Inlined::Range:
      return inlined_range(m, dst, b, n);
    case Inlined::ListAppend: {
      if (n != 2) return false;
      Val v = m.reg(b);
      if (!m.guard_ref(v) || m.promote_kind(m.unbox_ref(v)) != Kind::List) return false;
      Val r = m.call(h::ListAppend{}, v, m.reg(b + 1));
      if (m.raised(r)) {
        *f = Flow::Raise;
        return true;
      }
      m.set_reg(dst, m.constant(Value::none()));
      return true;
    }
    case Inlined::ListPop: {
      if (n != 1) return false;
      Val v = m.reg(b);
      if (!m.guard_ref(v) || m.promote_kind(m.unbox_ref(v)) != Kind::List) return false;
      Val r = m.call(h::ListPop{}, v);
      if (m.raised_after(r, dst)) {
        *f = Flow::Raise;
        return true;
      }
      m.set_reg(dst, r);
      return true;
    }
    case Inlined::DictGet: {
      if (n < 2 || n > 3) return false;
      Val v = m.reg(b);
      if (!m.guard_ref(v) || m.promote_map(m.unbox_ref(v)) != kMapDict) return false;
      typename M::Int entry = m.call(h::DictFind{}, v, m.reg(b + 1));
      if (m.guard(m.ge(entry, m.int_constant(0)))) {
        m.set_reg(dst, m.call(h::DictValueAt{}, v, entry));
        return true;
      }
      if (!m.guard(m.eq(entry, m.int_constant(-1)))) return false;
      m.set_reg(dst, n == 3 ? m.reg(b + 2) : m.constant(Value::none()));
      return true;
    }
    default:
      if (id >= Inlined::LoadI8 && id <= Inlined::LoadF64) {
        auto type =
            static_cast<ir::RawType>(static_cast<int>(id) - static_cast<int>(Inlined::LoadI8));
        return inlined_load_raw(m, type, dst, b, n);
      }
      if (id >= Inlined::StoreI8 && id <= Inlined::StoreF64) {
        auto type =
            static_cast<ir::RawType>(static_cast<int>(id) - static_cast<int>(Inlined::StoreI8));
        return inlined_store_raw(m, type, dst, b, n);
      }
      return false;
  }
}

}  // namespace hothouse::ops
