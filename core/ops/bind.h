// Binding arguments to parameters: defaults, keywords, *args, **kwargs. All that decides lies in
// promoted constants (the code body, the names), so a trace sees only moves and tuple loads.
#pragma once

#include <algorithm>

#include "core/ops/common.h"

namespace hothouse::ops {

constexpr uint32_t kMaxBoundParameters = 256;

/// bind() of at most kMost parameters and arguments.
template <uint32_t kMost, class M>
HH_NOINLINE bool bind_few(M& m, CodeBody* body, typename M::Obj function, uint32_t w, uint32_t n,
                          Value names) {
  using Val = typename M::Val;
  const int base = static_cast<int>(w + kFrameHeader);
  const uint32_t total = body->parameter_count();
  const uint32_t positional = body->positional_count;
  const uint32_t named = positional + body->keyword_only_count;
  const uint32_t keyword_count =
      names.is_undefined() ? 0 : static_cast<uint32_t>(names.as<Tuple>()->length);
  const uint32_t given = n - keyword_count;
  const bool var_args = body->flags & kCodeVarArgs;
  const bool var_keywords = body->flags & kCodeVarKeywords;
  if (!m.check_window(w, total > n ? total : n)) return false;
  if (given > positional && !var_args) return m.bind_slow(function, w, n, names);

  Val values[kMost];
  bool present[kMost] = {};
  const uint32_t taken = given < positional ? given : positional;
  for (uint32_t k = 0; k < taken; k++) {
    values[k] = m.reg(base + static_cast<int>(k));
    present[k] = true;
  }
  if (var_args) {
    typename M::Obj rest = m.new_tuple(given - taken);
    for (uint32_t k = taken; k < given; k++) {
      m.init_tuple(rest, k - taken, m.reg(base + static_cast<int>(k)));
    }
    values[named] = m.box_ref(rest);
  }
  uint32_t others[kMost];  // keywords that no parameter takes
  uint32_t other_count = 0;
  for (uint32_t k = 0; k < keyword_count; k++) {
    Value name = names.as<Tuple>()->data()[k];
    uint32_t p = body->positional_only_count;
    while (p < named && body->local_names[p] != name) p++;
    Val v = m.reg(base + static_cast<int>(given + k));
    if (p < named && !present[p]) {
      values[p] = v;
      present[p] = true;
    } else if (p == named && var_keywords) {
      others[other_count++] = k;
    } else {
      return m.bind_slow(function, w, n, names);  // raises: unexpected or repeated
    }
  }
  bool missing = false;
  for (uint32_t k = 0; k < positional; k++) missing |= !present[k];
  if (missing) {
    Val defaults = m.template load<ir::Field::FunctionDefaults>(function);
    uint32_t count = 0;
    if (!m.guard_is(defaults, Value::none())) {
      count = m.promote_int(m.template load_int<ir::Field::TupleLength>(m.unbox_ref(defaults)));
    }
    for (uint32_t k = 0; k < positional; k++) {
      if (present[k]) continue;
      if (k + count < positional) return m.bind_slow(function, w, n, names);
      values[k] = m.load_tuple(m.unbox_ref(defaults), m.int_constant(k + count - positional));
      present[k] = true;
    }
  }
  for (uint32_t k = positional; k < named; k++) {
    if (present[k]) continue;
    values[k] = m.call(h::KeywordDefault{}, m.box_ref(function), m.constant(body->local_names[k]));
    if (m.guard_is(values[k], Value::undefined())) return m.bind_slow(function, w, n, names);
  }
  if (var_keywords) {  // behind all guards, for filling it counts as an effect
    values[total - 1] = dict_for(m, other_count);
    for (uint32_t k = 0; k < other_count; k++) {
      Val name = m.constant(names.as<Tuple>()->data()[others[k]]);
      m.call(h::DictSetName{}, values[total - 1], name,
             m.reg(base + static_cast<int>(given + others[k])));
    }
  }
  for (uint32_t k = 0; k < total; k++) m.set_reg(base + static_cast<int>(k), values[k]);
  return true;
}

/// Rearranges the arguments in the window at `w` into parameter order. False: raised.
template <class M>
bool bind(M& m, CodeBody* body, typename M::Obj function, uint32_t w, uint32_t n, Value names) {
  constexpr uint32_t kFew = 12;  // clearing more room takes longer than binding
  const uint32_t most = std::max(body->parameter_count(), n);
  if (most <= kFew) return bind_few<kFew>(m, body, function, w, n, names);
  if (most > kMaxBoundParameters) return m.bind_slow(function, w, n, names);
  return bind_few<kMaxBoundParameters>(m, body, function, w, n, names);
}

}  // namespace hothouse::ops
