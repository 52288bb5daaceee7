// C functions called directly, and C memory: what a plugged-in module's objects come down to in
// interpreter and traces (vm/native_function.h).
#pragma once

#include "core/builtins/builtin.h"
#include "core/ops/common.h"
#include "core/vm/native_function.h"

namespace hothouse::ops {

/// The address in inline slot `slot` of an object; false if there is no int.
template <class M>
bool address_slot(M& m, typename M::Obj o, uint32_t slot, typename M::Int* address) {
  typename M::Val v = m.load_inline(o, slot);
  if (!m.guard_int(v)) return false;
  *address = m.unbox_int(v);
  return true;
}

template <class M>
bool pointer_argument(M& m, const NativeFunction& f, uint32_t k, typename M::Val v,
                      typename M::Int* address) {
  if (m.guard_int(v)) {
    if (!f.takes_ints[k]) return false;
    *address = m.unbox_int(v);
    return true;
  }
  if (!m.guard_ref(v)) {
    if (!m.guard_is(v, Value::none())) return false;
    *address = m.int_constant(0);
    return true;
  }
  typename M::Obj o = m.unbox_ref(v);
  switch (m.promote_kind(o)) {
    case Kind::Bytes:
      if (!f.takes_bytes[k]) return false;
      *address =
          m.call(h::BytesAddress{},
                 m.int_constant(static_cast<int64_t>(reinterpret_cast<uintptr_t>(f.world))), v);
      return true;
    case Kind::Instance: {
      NativePointer p = m.native_pointer(f, k, o);
      if (p.kind == NativePointer::Unknown) return false;
      if (p.kind == NativePointer::Reference) {
        typename M::Val target = m.load_inline(o, p.object);
        if (!m.guard_ref(target)) return false;
        typename M::Obj t = m.unbox_ref(target);
        m.promote_map(t);
        if (!m.native_referent(f, k, t)) return false;
      }
      if (!address_slot(m, o, p.slot, address)) return false;
      if (p.kind == NativePointer::Load) *address = m.load_raw(ir::RawType::I64, *address);
      return true;
    }
    default:
      return false;
  }
}

/// One argument as an operand; false: the module converts it, or raises.
template <class M>
bool native_argument(M& m, const NativeFunction& f, uint32_t k, typename M::Val v,
                     typename M::Operand* word) {
  switch (f.pass[k]) {
    case NativePass::Int:
      if (m.guard_int(v)) {
        *word = m.native_word(m.unbox_int(v));
        return true;
      }
      if (!m.guard_bool(v)) return false;
      *word = m.native_word(m.bool_to_int(m.unbox_bool(v)));
      return true;
    case NativePass::Truth:
      if (m.guard_int(v)) {
        *word = m.native_word(m.bool_to_int(m.ne(m.unbox_int(v), m.int_constant(0))));
        return true;
      }
      if (!m.guard_bool(v)) return false;
      *word = m.native_word(m.bool_to_int(m.unbox_bool(v)));
      return true;
    case NativePass::Float:
      if (m.guard_float(v)) {
        *word = m.native_word(m.unbox_float(v));
        return true;
      }
      if (!m.guard_int(v)) return false;
      *word = m.native_word(m.int_to_float(m.unbox_int(v)));
      return true;
    case NativePass::Pointer: {
      typename M::Int address;
      if (!pointer_argument(m, f, k, v, &address)) return false;
      *word = m.native_word(address);
      return true;
    }
  }
  return false;
}

/// Calls a C function with the `n` arguments from register `base` on. False: not with these
/// arguments; nothing has happened.
template <class M>
bool call_native(M& m, const NativeFunction& f, uint16_t dst, uint32_t base, uint32_t n) {
  if (n != f.count) return false;
  typename M::Operand words[kMaxNativeArguments];
  for (uint32_t k = 0; k < n; k++) {
    if (!native_argument(m, f, k, m.reg(static_cast<int>(base + k)), &words[k])) return false;
  }
  switch (f.result) {
    case NativeResult::None:
      m.native_call(f, words);
      m.set_reg(dst, m.constant(Value::none()));
      break;
    case NativeResult::Int:
      m.set_int(dst, m.native_call_int(f, words));
      break;
    case NativeResult::Unsigned:
      m.set_reg(dst, m.call(h::BoxUnsigned{}, m.native_call_int(f, words)));
      break;
    case NativeResult::Truth:
      m.set_bool(dst, m.ne(m.native_call_int(f, words), m.int_constant(0)));
      break;
    case NativeResult::Float:
      m.set_float(dst, m.native_call_float(f, words));
      break;
    case NativeResult::Address:
      m.set_reg(dst, m.call(h::AddressValue{}, m.native_call_int(f, words)));
      break;
    case NativeResult::Text:
      m.set_reg(dst, m.call(h::TextAt{}, m.native_call_int(f, words)));
      break;
    case NativeResult::Char:
      m.set_reg(dst, m.call(h::CharBytes{}, m.native_call_int(f, words)));
      break;
  }
  return true;
}

/// Built-ins that read and write C memory: (address) and (address, value).
template <class M>
bool inlined_load_raw(M& m, ir::RawType type, uint16_t dst, int base, uint32_t n) {
  if (n != 1) return false;
  typename M::Val v = m.reg(base);
  if (!m.guard_int(v)) return false;
  typename M::Int address = m.unbox_int(v);
  if (type == ir::RawType::F32 || type == ir::RawType::F64) {
    m.set_float(dst, m.load_raw_float(type, address));
  } else {
    m.set_int(dst, m.load_raw(type, address));
  }
  return true;
}

template <class M>
bool inlined_store_raw(M& m, ir::RawType type, uint16_t dst, int base, uint32_t n) {
  if (n != 2) return false;
  typename M::Val a = m.reg(base), v = m.reg(base + 1);
  if (!m.guard_int(a)) return false;
  typename M::Int address = m.unbox_int(a);
  if (type == ir::RawType::F32 || type == ir::RawType::F64) {
    if (m.guard_float(v)) {
      m.store_raw_float(type, address, m.unbox_float(v));
    } else if (m.guard_int(v)) {
      m.store_raw_float(type, address, m.int_to_float(m.unbox_int(v)));
    } else {
      return false;
    }
  } else {
    if (!m.guard_int(v)) return false;
    m.store_raw(type, address, m.unbox_int(v));
  }
  m.set_reg(dst, m.constant(Value::none()));
  return true;
}

}  // namespace hothouse::ops
