// Comprehensions and generator expressions: functions of one argument, the first iterator. The
// first iterable is evaluated, and its iterator made, in the scope around.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

using syntax::ExprKind;

void Compiler::comprehension(const syntax::ComprehensionExpr& e, Reg dst) {
  Reg w = window(dst, 1);
  {
    TemporaryScope temporaries(unit_->registers);
    Value code = compile_comprehension(e);
    Reg parts = alloc(4);
    uint8_t flags = closure(*e.scope, parts + 3) ? 8 : 0;
    make_function(code, flags, parts, w);
  }
  {
    TemporaryScope temporaries(unit_->registers);
    Reg source = expr_any(e.generators[0].iter, {}, w + 4);
    iterator_of(e.generators[0], source, w + 4);
  }
  const bool awaited = e.scope->is_coroutine && e.kind != ExprKind::GeneratorExp;
  Reg result = awaited ? scratch(dst) : dst;
  emit(Op::Call, result, w, 1);
  if (!awaited) return;
  await_value(result, result);
  move(dst, result);
}

void Compiler::iterator_of(const syntax::Comprehension& clause, Reg source, Reg dst) {
  if (clause.is_async) {
    call_intrinsic(Intrinsic::AsyncIter, {source}, dst);
  } else {
    emit(Op::GetIter, dst, source);
  }
}

Value Compiler::compile_comprehension(const syntax::ComprehensionExpr& e) {
  Unit unit;
  begin_unit(unit, e.scope, function_flags(*e.scope) | kCodeComprehension, e.range.begin.line);
  unit.body->positional_count = 1;
  set_loc(e.range);
  prologue();
  Reg result = kNone;
  switch (e.kind) {
    case ExprKind::ListComp:
      result = alloc();
      emit(Op::BuildList, result, result, 0);
      break;
    case ExprKind::SetComp:
      result = alloc();
      emit(Op::BuildSet, result, result, 0);
      break;
    case ExprKind::DictComp:
      result = alloc();
      emit(Op::BuildDict, result, result, 0);
      break;
    default:
      break;
  }
  comprehension_loop(e, 0, result);
  set_loc(e.range);
  if (result == kNone) {
    return_none();
  } else {
    emit(Op::Return, result);
  }
  return end_unit();
}

void Compiler::comprehension_loop(const syntax::ComprehensionExpr& e, size_t index, Reg result) {
  TemporaryScope temporaries(unit_->registers);
  const syntax::Comprehension& generator = e.generators[index];
  Label header = new_label(), next = new_label(), out = new_label();
  Reg iterator = 0;
  if (index > 0) {
    iterator = alloc();
    TemporaryScope inner(unit_->registers);
    Reg source = membership_operand(generator.iter, {});
    iterator_of(generator, source, iterator);
  }
  bind_header(header);
  Reg local = local_target(generator.target);
  if (generator.is_async) {
    TemporaryScope inner(unit_->registers);
    Reg value = alloc();
    async_next(iterator, value, out);
    store(generator.target, value);
  } else if (local != kNone) {
    jump_on(Op::ForIter, local, iterator, out);
  } else {
    TemporaryScope inner(unit_->registers);
    Reg value = alloc();
    jump_on(Op::ForIter, value, iterator, out);
    store(generator.target, value);
  }
  for (syntax::Expr* test : generator.ifs) condition(test, next, false);
  if (index + 1 < e.generators.size()) {
    comprehension_loop(e, index + 1, result);
  } else {
    TemporaryScope inner(unit_->registers);
    Reg value = expr_any(e.elt, {e.value});
    switch (e.kind) {
      case ExprKind::ListComp:
        emit(Op::ListAppend, result, value);
        break;
      case ExprKind::SetComp:
        emit(Op::SetAdd, result, value);
        break;
      case ExprKind::DictComp:
        emit(Op::DictSet, result, value, expr_any(e.value));
        break;
      default: {
        Reg sent = alloc();
        if (unit_->body->flags & kCodeAsyncGenerator) {
          call_intrinsic(Intrinsic::AsyncValue, {value}, sent);
          value = sent;
        }
        emit(Op::Yield, sent, value, unit_->registers.top());
        break;
      }
    }
  }
  bind(next);
  jump_back(header);
  bind(out);
}

}  // namespace hothouse
