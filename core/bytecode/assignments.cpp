// Assignment: targets, unpacking, parallel, augmented and annotated assignment, del.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

using syntax::ExprKind;

void Compiler::assign(const syntax::Assign& s) {
  if (s.targets.size() == 1) return assign_one(s.targets[0], s.value);

  TemporaryScope temporaries(unit_->registers);
  bool all_names = true;
  for (const syntax::Expr* target : s.targets) {
    if (target->kind != ExprKind::Name) all_names = false;
  }
  // With other targets than names the value must survive what those do to variables.
  Reg value;
  Const known;
  if (all_names && fold(vm_, s.value, known)) {
    value = kNone;
    for (syntax::Expr* target : s.targets) {
      Reg local = local_target(target);
      if (local == kNone && value == kNone) load_const(value = alloc(), known);
      if (local != kNone) {
        load_const(local, known);
      } else {
        store(target, value);
      }
    }
    return;
  }
  if (all_names) {
    value = expr_any(s.value);
  } else {
    value = alloc();
    expr_to(s.value, value);
  }
  for (syntax::Expr* target : s.targets) store(target, value);
}

void Compiler::assign_one(syntax::Expr* target, syntax::Expr* value) {
  TemporaryScope temporaries(unit_->registers);
  Reg local = local_target(target);
  if (local != kNone) return expr_to(value, local);
  if (target->kind == ExprKind::Tuple || target->kind == ExprKind::List) {
    if (assign_parallel(syntax::as<syntax::Sequence>(target), value)) return;
  }
  store(target, expr_any(value, {target}));
}

/// `a, b = b, a` without the tuple: all values are evaluated, then all targets assigned.
bool Compiler::assign_parallel(const syntax::Sequence& targets, syntax::Expr* value) {
  auto* values = syntax::node_cast<syntax::Sequence>(value);
  if (values == nullptr || values->kind == ExprKind::Set) return false;
  size_t count = targets.elts.size();
  if (values->elts.size() != count || count == 0 || count > 30) return false;
  for (size_t i = 0; i < count; ++i) {
    if (targets.elts[i]->kind == ExprKind::Starred) return false;
    if (values->elts[i]->kind == ExprKind::Starred) return false;
  }
  // Distinct local variables may be assigned in any order: the last value goes straight into
  // its variable, constants are loaded in place, and other variables are used where they lie.
  std::vector<Reg> locals;
  bool simple = !may_have_walrus_;
  for (size_t i = 0; i < count && simple; ++i) {
    Reg local = local_target(targets.elts[i]);
    simple = local != kNone;
    for (Reg other : locals) simple = simple && other != local;
    locals.push_back(local);
  }
  std::vector<Reg> from(count, kNone);
  std::vector<Const> known(count);
  for (size_t i = 0; i < count; ++i) {
    syntax::Expr* element = values->elts[i];
    if (simple) {
      if (fold(vm_, element, known[i])) continue;
      if (i + 1 == count) {
        expr_to(element, locals[i]);
        from[i] = locals[i];
        continue;
      }
      Reg local = local_operand(element);
      bool overwritten = false;
      for (Reg target : locals) overwritten = overwritten || target == local;
      if (local != kNone && !overwritten) {
        from[i] = local;
        continue;
      }
      from[i] = alloc();
      if (local != kNone) {
        move(from[i], local);
      } else {
        expr_to(element, from[i]);
      }
    } else {
      from[i] = alloc();
      expr_to(element, from[i]);
    }
  }
  for (size_t i = 0; i < count; ++i) {
    if (!simple) {
      store(targets.elts[i], from[i]);
    } else if (from[i] == kNone) {
      load_const(locals[i], known[i]);
    } else {
      move(locals[i], from[i]);
    }
  }
  return true;
}

void Compiler::store(syntax::Expr* target, Reg value) {
  DepthGuard guard(*this);
  if (guard.too_deep()) {
    return error(target->range, "maximum recursion depth exceeded during compilation");
  }
  Position around = loc_;
  TemporaryScope temporaries(unit_->registers);
  set_loc(target->range);
  switch (target->kind) {
    case ExprKind::Name:
      store_name(syntax::as<syntax::Name>(target), value);
      break;
    case ExprKind::Attribute: {
      auto& e = syntax::as<syntax::Attribute>(target);
      Reg object = expr_any(e.value);
      set_loc_to_attribute(e);
      emit(Op::StoreAttr, object, name_index(e.mangled), value);
      break;
    }
    case ExprKind::Subscript: {
      auto& e = syntax::as<syntax::Subscript>(target);
      Reg object = expr_any(e.value, {e.slice});
      emit(Op::SetItem, object, expr_any(e.slice), value);
      break;
    }
    case ExprKind::Tuple:
    case ExprKind::List:
      unpack(syntax::as<syntax::Sequence>(target), value);
      break;
    default:
      break;  // the parser lets no others through
  }
  loc_ = around;
}

void Compiler::unpack(const syntax::Sequence& target, Reg value) {
  Exprs elements = target.elts;
  auto count = static_cast<uint32_t>(elements.size());
  uint32_t star = count;
  for (uint32_t i = 0; i < count; ++i) {
    if (elements[i]->kind == ExprKind::Starred) star = i;
  }
  if (star < count && (star >= 256 || count - star - 1 > 60000)) {
    return error(target.range, "too many expressions in star-unpacking assignment");
  }
  // Neighbouring local variables in order take the elements directly.
  Reg row = count > 0 ? local_target(elements[0]) : kNone;
  for (uint32_t i = 0; i < count && row != kNone; ++i) {
    if (local_target(elements[i]) != row + i) row = kNone;
  }
  bool direct = row != kNone;
  if (!direct) row = alloc(count);
  if (star < count) {
    emit(Op::UnpackEx, row, value, count - star - 1, static_cast<uint8_t>(star));
  } else {
    emit(Op::Unpack, row, value, count);
  }
  if (direct) return;
  for (uint32_t i = 0; i < count; ++i) {
    syntax::Expr* element = elements[i];
    if (i == star) element = syntax::as<syntax::Starred>(element).value;
    store(element, row + i);
  }
}

void Compiler::aug_assign(const syntax::AugAssign& s) {
  TemporaryScope temporaries(unit_->registers);
  Position statement = loc_;
  switch (s.target->kind) {
    case ExprKind::Name: {
      auto& name = syntax::as<syntax::Name>(s.target);
      Reg local = local_target(&name);
      if (local != kNone) {
        set_loc(name.range);
        if (name.maybe_unbound) emit(Op::CheckBound, local, name_index(name.mangled));
        Reg left = local;
        if (assigned_in({s.value}, name.mangled)) move(left = alloc(), local);
        loc_ = statement;
        return in_place(s.op, local, left, s.value);
      }
      Reg value = alloc();
      set_loc(name.range);
      load_name(name, value);
      loc_ = statement;
      in_place(s.op, value, value, s.value);
      set_loc(name.range);
      return store_name(name, value);
    }
    case ExprKind::Attribute: {
      auto& e = syntax::as<syntax::Attribute>(s.target);
      set_loc(e.range);
      Reg object = expr_any(e.value, {s.value});
      Reg value = alloc();
      set_loc_to_attribute(e);
      emit(Op::LoadAttr, value, object, name_index(e.mangled));
      loc_ = statement;
      in_place(s.op, value, value, s.value);
      set_loc(e.range);
      set_loc_to_attribute(e);
      return emit(Op::StoreAttr, object, name_index(e.mangled), value);
    }
    case ExprKind::Subscript: {
      auto& e = syntax::as<syntax::Subscript>(s.target);
      set_loc(e.range);
      Reg object = expr_any(e.value, {e.slice, s.value});
      Reg index = expr_any(e.slice, {s.value});
      Reg value = alloc();
      emit(Op::GetItem, value, object, index);
      loc_ = statement;
      in_place(s.op, value, value, s.value);
      set_loc(e.range);
      return emit(Op::SetItem, object, index, value);
    }
    default:
      return;  // the parser lets no others through
  }
}

void Compiler::ann_assign(const syntax::AnnAssign& s) {
  TemporaryScope temporaries(unit_->registers);
  if (s.value != nullptr) assign_one(s.target, s.value);
  bool evaluated = !unit_->is_function();
  if (auto* name = syntax::node_cast<syntax::Name>(s.target); name != nullptr && s.simple) {
    if (!evaluated) return;
    Reg annotation = alloc(), holder = alloc(), key = alloc();
    annotation_to(s.annotation, annotation);
    emit(unit_->has_namespace() ? Op::LoadName : Op::LoadGlobal, holder,
         name_index("__annotations__"));
    load_text(key, name->mangled);
    return emit(Op::SetItem, holder, key, annotation);
  }
  if (s.value == nullptr) {
    if (auto* e = syntax::node_cast<syntax::Attribute>(s.target)) {
      expr_effect(e->value);
    } else if (auto* item = syntax::node_cast<syntax::Subscript>(s.target)) {
      expr_effect(item->value);
      expr_effect(item->slice);
    }
  }
  if (evaluated && !future_annotations_) expr_effect(s.annotation);
}

void Compiler::delete_target(syntax::Expr* target) {
  Position around = loc_;
  TemporaryScope temporaries(unit_->registers);
  set_loc(target->range);
  switch (target->kind) {
    case ExprKind::Name:
      delete_name(syntax::as<syntax::Name>(target));
      break;
    case ExprKind::Attribute: {
      auto& e = syntax::as<syntax::Attribute>(target);
      Reg object = expr_any(e.value);
      set_loc_to_attribute(e);
      emit(Op::DeleteAttr, object, name_index(e.mangled));
      break;
    }
    case ExprKind::Subscript: {
      auto& e = syntax::as<syntax::Subscript>(target);
      Reg object = expr_any(e.value, {e.slice});
      emit(Op::DeleteItem, object, expr_any(e.slice));
      break;
    }
    case ExprKind::Tuple:
    case ExprKind::List:
      for (syntax::Expr* element : syntax::as<syntax::Sequence>(target).elts) {
        delete_target(element);
      }
      break;
    default:
      break;  // the parser lets no others through
  }
  loc_ = around;
}

}  // namespace hothouse
