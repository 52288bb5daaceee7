// Loops. Each has one back edge, which is where it gets hot:
//
//   for:  get_iter it            while:  header: jump out unless test
//   header: for_iter target, it, out     body
//   body                                 continue: jump_back header
//   continue: jump_back header           out: else
//   out: else                            break:
//   break:
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

void Compiler::for_stmt(const syntax::For& s) {
  Position statement = loc_;
  Label header = new_label(), out = new_label();
  Block block;
  block.kind = Block::Kind::Loop;
  block.continue_label = new_label();
  block.break_label = new_label();

  Reg iterator = alloc();
  {
    TemporaryScope temporaries(unit_->registers);
    Reg source = s.is_async ? expr_any(s.iter) : membership_operand(s.iter, {});
    if (s.is_async) {
      call_intrinsic(Intrinsic::AsyncIter, {source}, iterator);
    } else {
      emit(Op::GetIter, iterator, source);
    }
  }
  bind_header(header);
  Reg local = local_target(s.target);
  if (s.is_async) {
    TemporaryScope temporaries(unit_->registers);
    Reg value = alloc();
    async_next(iterator, value, out);
    store(s.target, value);
  } else if (local != kNone) {
    jump_on(Op::ForIter, local, iterator, out);
  } else {
    TemporaryScope temporaries(unit_->registers);
    Reg value = alloc();
    jump_on(Op::ForIter, value, iterator, out);
    store(s.target, value);
  }
  loc_ = statement;
  push_block(block);
  body(s.body);
  pop_block();
  bind(block.continue_label);
  loc_ = statement;
  jump_back(header);
  bind(out);
  body(s.orelse);
  bind(block.break_label);
  // Who breaks off often gives up a generator.
  if (block.breaks && (watches_objects_ || closes_generators_)) emit(Op::Finalize);
}

void Compiler::async_next(Reg iterator, Reg value, Label out) {
  TemporaryScope temporaries(unit_->registers);
  Reg exc = alloc(), saved = alloc(), matches = alloc();
  Label handler = new_label(), go_on = new_label();
  Block block;
  block.kind = Block::Kind::Try;
  push_block(block);
  call_intrinsic(Intrinsic::AsyncNext, {iterator}, value);
  await_value(value, value);
  pop_block();
  jump(go_on);
  begin_handler(block, handler, exc);
  emit(Op::EnterHandler, saved, exc);
  load_intrinsic(matches, Intrinsic::StopAsyncIteration);
  emit(Op::ExcMatch, matches, exc, matches);
  emit(Op::LeaveHandler, saved);
  jump_on(Op::JumpTrue, matches, out);
  emit(Op::Reraise, exc);
  bind(go_on);
}

void Compiler::while_stmt(const syntax::While& s) {
  Position statement = loc_;
  Label header = new_label(), out = new_label();
  Block block;
  block.kind = Block::Kind::Loop;
  block.continue_label = new_label();
  block.break_label = new_label();

  if (syntax::node_cast<syntax::Constant>(s.test) != nullptr) pass_line();  // no instructions
  bind_header(header);
  condition(s.test, out, false);
  loc_ = statement;
  push_block(block);
  body(s.body);
  pop_block();
  bind(block.continue_label);
  loc_ = statement;
  jump_back(header);
  bind(out);
  body(s.orelse);
  bind(block.break_label);
}

void Compiler::loop_exit(bool is_break) {
  Block* loop = unit_->block;
  while (loop->kind != Block::Kind::Loop) loop = loop->outer;
  loop->breaks |= is_break;
  pass_line();
  const uint32_t start = unit_->code.here();
  leaving(loop, [&] {
    // Behind a finally clause the jump is not the statement any more.
    if (unit_->code.here() != start) loc_.end_col = -1;
    jump(is_break ? loop->break_label : loop->continue_label);
  });
}

}  // namespace hothouse
