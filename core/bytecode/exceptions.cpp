// try, with, and how break, continue and return leave them.
//
// Entering a try statement costs nothing: the ranges of instructions it protects stand in the
// body's table of handlers. The code that leaves a block (its finally clause, its __exit__) is
// compiled at each place that leaves, as in CPython, and is not protected by the block itself.
//
// A handler saves the exception handled before and makes its own the handled one:
//
//   handler:  enter_handler saved, exc
//             ... except clauses, each ends with leave_handler saved
//   cleanup:  leave_handler saved; reraise exc      an exception raised in the handler
//
// The register of the exception serves the cleanup again: by then the first exception is not
// needed any more.
//
// While a generator is suspended in a handler, what its caller handles is not its business:
//
//   leave_handler saved; yield; enter_handler saved, exc
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

// --- blocks

void Compiler::open_range(Block& block) {
  uint32_t here = unit_->code.here();
  block.ranges.emplace_back(here, here);
  block.is_open = true;
}

void Compiler::close_range(Block& block) {
  if (!block.is_open) return;
  block.ranges.back().second = unit_->code.here();
  block.is_open = false;
}

/// As many blocks as CPython's compiler lets stand in each other; for an except clause it has two.
void Compiler::check_nesting(Block::Kind kind) {
  constexpr int kMost = 20;
  int depth = kind == Block::Kind::Handler ? 1 : 0;
  for (const Block* b = unit_->block; b != nullptr; b = b->outer) {
    depth += b->kind == Block::Kind::Handler ? 2 : 1;
  }
  if (depth < kMost) return;
  syntax::SourceRange place;
  place.begin.line = static_cast<uint32_t>(loc_.line);
  place.begin.col = place.begin.byte_col = static_cast<uint32_t>(loc_.col);
  place.end.line = static_cast<uint32_t>(loc_.end_line);
  place.end.col = place.end.byte_col = static_cast<uint32_t>(loc_.end_col);
  error(place, "too many statically nested blocks");
}

void Compiler::push_block(Block& block) {
  check_nesting(block.kind);
  block.outer = unit_->block;
  unit_->block = &block;
  if (block.kind != Block::Kind::Loop) open_range(block);
}

void Compiler::pop_block() {
  Block& block = *unit_->block;
  close_range(block);
  unit_->block = block.outer;
}

void Compiler::begin_handler(const Block& block, Label handler, Reg exc) {
  bool reachable = false;
  for (auto [start, end] : block.ranges) {
    unit_->code.add_handler(start, end, handler, static_cast<uint16_t>(exc));
    reachable = reachable || start < end;
  }
  unit_->code.bind_handler(handler, reachable);
}

void Compiler::leave(Block& block) {
  switch (block.kind) {
    case Block::Kind::Loop:
    case Block::Kind::Try:
      break;
    case Block::Kind::Finally:
      body(block.final_body);
      break;
    case Block::Kind::Handler:
      emit(Op::LeaveHandler, block.saved);
      if (block.name != nullptr) forget_handler_name(*block.name);
      break;
    case Block::Kind::FinallyHandler:
      emit(Op::LeaveHandler, block.saved);
      break;
    case Block::Kind::With:
      call_exit_with_none(block, false);
      break;
  }
}

void Compiler::emit_yield(Reg dst, Reg value) {
  const Block* inner = nullptr;
  const Block* outer = nullptr;
  for (const Block* block = unit_->block; block != nullptr; block = block->outer) {
    if (block->kind != Block::Kind::Handler && block->kind != Block::Kind::FinallyHandler) continue;
    if (inner == nullptr) inner = block;
    outer = block;
  }
  if (outer != nullptr) emit(Op::LeaveHandler, outer->saved);
  emit(Op::Yield, dst, value, unit_->registers.top());
  if (outer != nullptr) emit(Op::EnterHandler, outer->saved, inner->exc);
}

void Compiler::leaving(Block* target, const std::function<void()>& finish) {
  Block* innermost = unit_->block;
  Position place = loc_;
  for (Block* block = innermost; block != target; block = block->outer) {
    close_range(*block);
    unit_->block = block->outer;
    leave(*block);
    loc_ = place;
  }
  finish();
  unit_->block = innermost;
  for (Block* block = innermost; block != target; block = block->outer) {
    if (block->kind != Block::Kind::Loop) open_range(*block);
  }
}

void Compiler::return_stmt(const syntax::Return& s) {
  bool runs_code = false;  // that could assign a variable
  for (Block* block = unit_->block; block != nullptr; block = block->outer) {
    runs_code = runs_code || block->kind == Block::Kind::Finally || block->name != nullptr;
  }
  Const known;
  Reg value = kNone;
  if (s.value != nullptr && !fold(vm_, s.value, known)) {
    if (runs_code) {
      expr_to(s.value, value = alloc());
    } else {
      value = expr_any(s.value);
    }
  }
  leaving(nullptr, [&] {
    if (value == kNone) load_const(value = alloc(), known);
    emit(Op::Return, value);
  });
}

// --- try

void Compiler::try_stmt(const syntax::Try& s) {
  pass_line();
  if (s.finalbody.empty()) {
    try_except_or_star(s);
  } else {
    try_finally(s);
  }
}

void Compiler::try_finally(const syntax::Try& s) {
  Position statement = loc_;
  Reg exc = alloc(), saved = alloc();
  Block block;
  block.kind = Block::Kind::Finally;
  block.final_body = s.finalbody;
  push_block(block);
  if (s.handlers.empty()) {
    body(s.body);
  } else {
    try_except_or_star(s);
  }
  pop_block();
  body(s.finalbody);
  Label done = new_label(), handler = new_label();
  jump(done);

  loc_ = statement;
  begin_handler(block, handler, exc);
  emit(Op::EnterHandler, saved, exc);
  Block inside;
  inside.kind = Block::Kind::FinallyHandler;
  inside.exc = exc;
  inside.saved = saved;
  push_block(inside);
  body(s.finalbody);
  pop_block();
  emit(Op::LeaveHandler, saved);
  emit(Op::Reraise, exc);

  end_handler(inside, exc, saved, done);
}

void Compiler::try_except_or_star(const syntax::Try& s) {
  if (s.is_star) {
    try_except_star(s);
  } else {
    try_except(s);
  }
}

/// The statements that are tried, and the handler up to the clauses. What the clauses' types do is
/// protected by `matching`; each clause has a block of its own.
void Compiler::begin_matching(const syntax::Try& s, Reg exc, Reg saved, Label done,
                              Block& matching) {
  Position statement = loc_;
  Label handler = new_label();
  Block block;
  block.kind = Block::Kind::Try;
  push_block(block);
  body(s.body);
  pop_block();
  body(s.orelse);
  jump(done);

  loc_ = statement;
  begin_handler(block, handler, exc);
  emit(Op::EnterHandler, saved, exc);
  matching.kind = Block::Kind::FinallyHandler;
  matching.exc = exc;
  matching.saved = saved;
  push_block(matching);
}

/// What is raised inside a handler goes on, the handler's exception no longer being handled.
void Compiler::end_handler(const Block& inside, Reg exc, Reg saved, Label done) {
  begin_handler(inside, new_label(), exc);
  emit(Op::LeaveHandler, saved);
  emit(Op::Reraise, exc);
  bind(done);
}

/// Each clause gets its part of the exception; what clauses raise, and what none of them handled,
/// goes on together behind the last. The bookkeeping is written in Python (protocol/groups.py).
void Compiler::try_except_star(const syntax::Try& s) {
  Position statement = loc_;
  TemporaryScope registers(unit_->registers);
  Reg exc = alloc(), saved = alloc(), state = alloc();
  Label done = new_label();
  Block matching;
  begin_matching(s, exc, saved, done, matching);
  call_intrinsic(Intrinsic::StarBegin, {exc}, state);
  for (const syntax::ExceptHandler& clause : s.handlers) {
    set_loc(clause.range);
    TemporaryScope temporaries(unit_->registers);
    Label next = new_label(), raised = new_label();
    Reg part = alloc(), inner_saved = alloc(), inner_exc = alloc();
    call_intrinsic(Intrinsic::StarMatch, {state, expr_any(clause.type)}, part);
    jump_on(Op::JumpNone, part, next);
    emit(Op::EnterHandler, inner_saved, part);
    if (clause.name != nullptr) store_name(*clause.name, part);
    Block inside;
    inside.kind = Block::Kind::Handler;
    inside.exc = part;
    inside.saved = inner_saved;
    inside.name = clause.name;
    push_block(inside);
    body(clause.body);
    pop_block();
    leave(inside);
    jump(next);
    begin_handler(inside, raised, inner_exc);
    leave(inside);
    call_intrinsic(Intrinsic::StarRaised, {state, inner_exc}, inner_exc);
    bind(next);
  }
  loc_ = statement;
  Reg result = alloc();
  call_intrinsic(Intrinsic::StarEnd, {state}, result);
  pop_block();
  emit(Op::LeaveHandler, saved);
  jump_on(Op::JumpNone, result, done);
  emit(Op::Reraise, result);

  end_handler(matching, exc, saved, done);
}

void Compiler::try_except(const syntax::Try& s) {
  TemporaryScope registers(unit_->registers);
  Reg exc = alloc(), saved = alloc();
  Label done = new_label();
  Block matching;
  begin_matching(s, exc, saved, done, matching);
  for (const syntax::ExceptHandler& clause : s.handlers) {
    set_loc(clause.range);
    Label next = new_label();
    if (clause.type != nullptr) {
      TemporaryScope temporaries(unit_->registers);
      Reg type = expr_any(clause.type);
      Reg matches = alloc();
      emit(Op::ExcMatch, matches, exc, type);
      jump_on(Op::JumpFalse, matches, next);
    }
    close_range(matching);
    unit_->block = matching.outer;
    except_clause(clause, exc, saved, done);
    unit_->block = &matching;
    open_range(matching);
    bind(next);
  }
  pop_block();
  emit(Op::LeaveHandler, saved);
  emit(Op::Reraise, exc);

  end_handler(matching, exc, saved, done);
}

void Compiler::except_clause(const syntax::ExceptHandler& clause, Reg exc, Reg saved, Label done) {
  if (clause.name != nullptr) store_name(*clause.name, exc);
  Block block;
  block.kind = Block::Kind::Handler;
  block.exc = exc;
  block.saved = saved;
  block.name = clause.name;
  push_block(block);
  body(clause.body);
  pop_block();
  leave(block);
  jump(done);

  Label cleanup = new_label();
  begin_handler(block, cleanup, exc);
  leave(block);
  emit(Op::Reraise, exc);
}

/// The name of `except E as name` is unbound when the clause is left. The clause may have deleted
/// it already.
void Compiler::forget_handler_name(const syntax::Name& name) {
  Reg local = local_target(&name);
  if (local != kNone) return load_special(local, Value::Special::Undefined);
  TemporaryScope temporaries(unit_->registers);
  Reg none = alloc();
  load_special(none, Value::Special::None);
  store_name(name, none);
  delete_name(name);
}

// --- with

/// R[base] = __exit__, R[base+4] = its self; calls it with None three times. At the top of the
/// temporaries the window itself is used, else a copy (a return value may lie above it).
void Compiler::call_exit_with_none(const Block& block, bool at_top) {
  TemporaryScope temporaries(unit_->registers);
  loc_ = block.position;
  const Reg base = block.window;
  Reg w = base;
  if (!at_top) {
    w = alloc(5);
    move(w, base);
    move(w + 4, base + 4);
  }
  Reg args = alloc(3);
  for (Reg i = 0; i < 3; ++i) load_special(args + i, Value::Special::None);
  emit(Op::CallMethod, w, w, 3);
  if (block.is_async) await_value(w, w, Intrinsic::AwaitableExit);
}

void Compiler::with_stmt(const syntax::With& s, size_t index) {
  const syntax::WithItem& item = s.items[index];
  Position statement = loc_;
  TemporaryScope registers(unit_->registers);
  Reg exc = alloc(), saved = alloc(), exit = alloc(5);
  Label done = new_label(), handler = new_label(), cleanup = new_label();
  Block block;
  block.kind = Block::Kind::With;
  block.window = exit;
  block.position = statement;
  block.is_async = s.is_async;
  {
    TemporaryScope temporaries(unit_->registers);
    Reg manager = expr_any(item.context_expr);
    Reg enter = alloc(5);
    emit(Op::LoadSpecialMethod, enter, manager, s.is_async ? 2 : 0);
    emit(Op::LoadSpecialMethod, exit, manager, s.is_async ? 3 : 1);
    Reg local = item.optional_vars && !s.is_async ? local_target(item.optional_vars) : kNone;
    Reg value = local != kNone ? local : enter;
    emit(Op::CallMethod, value, enter, 0);
    if (s.is_async) await_value(value, value, Intrinsic::AwaitableEnter);
    push_block(block);
    if (item.optional_vars != nullptr && local == kNone) store(item.optional_vars, value);
  }
  if (index + 1 < s.items.size()) {
    loc_ = statement;
    with_stmt(s, index + 1);
  } else {
    body(s.body);
  }
  pop_block();
  call_exit_with_none(block, true);
  jump(done);

  loc_ = statement;
  begin_handler(block, handler, exc);
  emit(Op::EnterHandler, saved, exc);
  Block inside;
  inside.kind = Block::Kind::FinallyHandler;
  inside.exc = exc;
  inside.saved = saved;
  push_block(inside);
  {
    TemporaryScope temporaries(unit_->registers);
    Reg args = alloc(3);
    emit(Op::LoadAttr, args, exc, name_index("__class__"));
    move(args + 1, exc);
    emit(Op::LoadAttr, args + 2, exc, name_index("__traceback__"));
    emit(Op::CallMethod, exit, exit, 3);
    if (s.is_async) await_value(exit, exit, Intrinsic::AwaitableExit);
  }
  Label suppressed = new_label();
  jump_on(Op::JumpTrue, exit, suppressed);
  pop_block();
  emit(Op::LeaveHandler, saved);
  emit(Op::Reraise, exc);

  begin_handler(inside, cleanup, exc);
  emit(Op::LeaveHandler, saved);
  emit(Op::Reraise, exc);
  bind(suppressed);
  emit(Op::LeaveHandler, saved);
  bind(done);
}

}  // namespace hothouse
