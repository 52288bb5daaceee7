// The match statement.
//
// A pattern tests its subject register and jumps to `fail` where it does not match. Names are
// bound only when the whole pattern has matched, so captured values wait in registers; these stay
// allocated until the case ends.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

using syntax::PatternKind;

void Compiler::match_stmt(const syntax::Match& s) {
  Reg subject = alloc();
  expr_to(s.subject, subject);
  Label end = new_label();
  for (size_t i = 0; i < s.cases.size(); ++i) {
    const syntax::MatchCase& c = s.cases[i];
    bool last = i + 1 == s.cases.size();
    TemporaryScope temporaries(unit_->registers);
    set_loc(c.pattern->range);
    Label next = new_label();
    Captures captures;
    pattern(c.pattern, subject, next, captures);
    for (const Capture& captured : captures) store_name(*captured.name, captured.reg);
    if (c.guard != nullptr) condition(c.guard, next, false);
    body(c.body);
    if (!last) jump(end);
    bind(next);
  }
  bind(end);
}

bool Compiler::is_wildcard(const syntax::Pattern* p) {
  if (const auto* star = syntax::node_cast<const syntax::MatchStar>(p)) {
    return star->name == nullptr;
  }
  const auto* any = syntax::node_cast<const syntax::MatchAs>(p);
  return any != nullptr && any->pattern == nullptr && any->name == nullptr;
}

void Compiler::call_intrinsic(Intrinsic intrinsic, std::initializer_list<Reg> args, Reg dst) {
  TemporaryScope temporaries(unit_->registers);
  auto count = static_cast<uint32_t>(args.size());
  Reg w = alloc(4 + count);
  load_intrinsic(w, intrinsic);
  Reg r = w + 4;
  for (Reg arg : args) move(r++, arg);
  emit(Op::Call, dst, w, count);
}

void Compiler::pattern(syntax::Pattern* p, Reg subject, Label fail, Captures& captures) {
  DepthGuard guard(*this);
  if (guard.too_deep()) {
    return error(p->range, "maximum recursion depth exceeded during compilation");
  }
  set_loc(p->range);
  switch (p->kind) {
    case PatternKind::MatchValue: {
      TemporaryScope temporaries(unit_->registers);
      auto& value = syntax::as<syntax::MatchValue>(p);
      Const known;
      int32_t small;
      if (fold(vm_, value.value, known) && known.fits_signed(16, &small)) {
        return jump_on(Op::JumpNotEqI, subject, static_cast<uint32_t>(small), fail);
      }
      return jump_on(Op::JumpNotEq, subject, expr_any(value.value), fail);
    }
    case PatternKind::MatchSingleton: {
      auto value = syntax::as<syntax::MatchSingleton>(p).value;
      if (value == syntax::ConstantKind::None) return jump_on(Op::JumpNotNone, subject, fail);
      TemporaryScope temporaries(unit_->registers);
      Reg r = alloc();
      bool truth = value == syntax::ConstantKind::True;
      load_special(r, truth ? Value::Special::True : Value::Special::False);
      emit(Op::Is, r, subject, r);
      return jump_on(Op::JumpFalse, r, fail);
    }
    case PatternKind::MatchSequence:
      return sequence_pattern(syntax::as<syntax::MatchSequence>(p), subject, fail, captures);
    case PatternKind::MatchMapping:
      return mapping_pattern(syntax::as<syntax::MatchMapping>(p), subject, fail, captures);
    case PatternKind::MatchClass:
      return class_pattern(syntax::as<syntax::MatchClass>(p), subject, fail, captures);
    case PatternKind::MatchStar: {
      auto& star = syntax::as<syntax::MatchStar>(p);
      if (star.name != nullptr) captures.push_back({star.name, subject});
      return;
    }
    case PatternKind::MatchAs: {
      auto& as = syntax::as<syntax::MatchAs>(p);
      if (as.pattern != nullptr) pattern(as.pattern, subject, fail, captures);
      if (as.name != nullptr) captures.push_back({as.name, subject});
      return;
    }
    case PatternKind::MatchOr:
      return or_pattern(syntax::as<syntax::MatchOr>(p), subject, fail, captures);
  }
}

/// R[subject] is a tuple with an element for each pattern.
void Compiler::unpack_patterns(std::span<syntax::Pattern*> patterns, Reg subject, Label fail,
                               Captures& captures) {
  auto count = static_cast<uint32_t>(patterns.size());
  if (count == 0) return;
  Reg row = alloc(count);
  emit(Op::Unpack, row, subject, count);
  for (uint32_t i = 0; i < count; ++i) {
    if (!is_wildcard(patterns[i])) pattern(patterns[i], row + i, fail, captures);
  }
}

void Compiler::sequence_pattern(const syntax::MatchSequence& p, Reg subject, Label fail,
                                Captures& captures) {
  auto count = static_cast<uint32_t>(p.patterns.size());
  uint32_t star = count;
  bool only_wildcards = true;
  for (uint32_t i = 0; i < count; ++i) {
    if (p.patterns[i]->kind == PatternKind::MatchStar) star = i;
    only_wildcards = only_wildcards && is_wildcard(p.patterns[i]);
  }
  bool has_star = star != count;
  if (has_star && star >= 256) {
    return error(p.range, "too many expressions in star-unpacking sequence pattern");
  }
  Position place = loc_;
  Reg length = alloc();
  call_intrinsic(Intrinsic::MatchSequence, {subject}, length);
  jump_on(Op::JumpFalse, length, fail);
  uint32_t least = has_star ? count - 1 : count;
  if (!has_star || least > 0) {
    call_intrinsic(Intrinsic::Len, {subject}, length);
    if (least <= INT16_MAX) {
      jump_on(has_star ? Op::JumpLtI : Op::JumpNeI, length, least, fail);
    } else {
      Reg limit = alloc();
      load_int(limit, static_cast<int32_t>(least));
      jump_on(has_star ? Op::JumpLt : Op::JumpNe, length, limit, fail);
    }
  }
  if (only_wildcards) return;
  if (!has_star) {
    unpack_patterns(p.patterns, subject, fail, captures);
    return;
  }
  if (!is_wildcard(p.patterns[star])) {
    Reg row = alloc(count);
    emit(Op::UnpackEx, row, subject, count - star - 1, static_cast<uint8_t>(star));
    for (uint32_t i = 0; i < count; ++i) {
      if (!is_wildcard(p.patterns[i])) pattern(p.patterns[i], row + i, fail, captures);
    }
    return;
  }
  // `[a, *_, b]`: only the items that are looked at.
  for (uint32_t i = 0; i < count; ++i) {
    if (is_wildcard(p.patterns[i])) continue;
    loc_ = place;
    Reg item = alloc();
    if (i < star) {
      emit(Op::GetItemI, item, subject, i);
    } else {
      load_int(item, static_cast<int32_t>(count - i));
      emit(Op::Sub, item, length, item);
      emit(Op::GetItem, item, subject, item);
    }
    pattern(p.patterns[i], item, fail, captures);
  }
}

void Compiler::mapping_pattern(const syntax::MatchMapping& p, Reg subject, Label fail,
                               Captures& captures) {
  auto count = static_cast<uint32_t>(p.keys.size());
  Position place = loc_;
  Reg found = alloc();
  call_intrinsic(Intrinsic::MatchMapping, {subject}, found);
  jump_on(Op::JumpFalse, found, fail);
  if (count == 0 && p.rest == nullptr) return;
  Reg keys = alloc();
  if (count > 0) {
    TemporaryScope temporaries(unit_->registers);
    call_intrinsic(Intrinsic::Len, {subject}, found);
    Reg least = alloc();
    load_int(least, static_cast<int32_t>(count));
    jump_on(Op::JumpLt, found, least, fail);
  }
  {
    TemporaryScope temporaries(unit_->registers);
    Const known;
    if (fold_items(vm_, p.keys, known.items)) {
      known.kind = Const::Kind::Tuple;
      load_const(keys, known);
    } else {
      Reg row = alloc(count);
      for (uint32_t i = 0; i < count; ++i) expr_to(p.keys[i], row + i);
      emit(Op::BuildTuple, keys, row, count);
    }
  }
  if (count > 0) {
    call_intrinsic(Intrinsic::MatchKeys, {subject, keys}, found);
    jump_on(Op::JumpNone, found, fail);
    unpack_patterns(p.patterns, found, fail, captures);
  }
  if (p.rest != nullptr) {
    loc_ = place;
    Reg rest = alloc();
    call_intrinsic(Intrinsic::MatchRest, {subject, keys}, rest);
    captures.push_back({p.rest, rest});
  }
}

void Compiler::class_pattern(const syntax::MatchClass& p, Reg subject, Label fail,
                             Captures& captures) {
  Reg found = alloc();
  {
    TemporaryScope temporaries(unit_->registers);
    Reg cls = alloc(), count = alloc(), names = alloc();
    expr_to(p.cls, cls);
    load_int(count, static_cast<int32_t>(p.patterns.size()));
    std::vector<Const> keywords;
    for (std::string_view name : p.kwd_attrs) {
      keywords.push_back(Const::of_text(std::string(name)));
    }
    load_const(names, Const::tuple(std::move(keywords)));
    call_intrinsic(Intrinsic::MatchClass, {subject, cls, count, names}, found);
  }
  jump_on(Op::JumpNone, found, fail);
  auto positional = static_cast<uint32_t>(p.patterns.size());
  uint32_t count = positional + static_cast<uint32_t>(p.kwd_patterns.size());
  if (count == 0) return;
  Reg row = alloc(count);
  emit(Op::Unpack, row, found, count);
  for (uint32_t i = 0; i < count; ++i) {
    syntax::Pattern* sub = i < positional ? p.patterns[i] : p.kwd_patterns[i - positional];
    if (!is_wildcard(sub)) pattern(sub, row + i, fail, captures);
  }
}

/// All alternatives bind the same names; the registers of the first serve them all.
void Compiler::or_pattern(const syntax::MatchOr& p, Reg subject, Label fail, Captures& captures) {
  Label matched = new_label();
  Captures first;
  // Where the names' values wait: one register a name, below the alternatives' own temporaries.
  std::vector<Reg> home;
  for (size_t i = 0; i < p.patterns.size(); ++i) {
    syntax::Pattern* alternative = p.patterns[i];
    bool last = i + 1 == p.patterns.size();
    Label next = last ? fail : new_label();
    Captures bound;
    if (i == 0) {
      pattern(alternative, subject, next, bound);
      first = bound;
      for (size_t k = 0; k < bound.size(); ++k) home.push_back(alloc());
    } else {
      pattern(alternative, subject, next, bound);
    }
    for (size_t k = 0; k < first.size(); ++k) {
      size_t at = 0;
      while (bound[at].name->mangled != first[k].name->mangled) ++at;
      move(home[k], bound[at].reg);
    }
    if (!last) {
      jump(matched);
      bind(next);
    }
  }
  bind(matched);
  for (size_t k = 0; k < first.size(); ++k) captures.push_back({first[k].name, home[k]});
}

}  // namespace hothouse
