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
  if (s.is_async) return unsupported(s.range, "'async for' statements");
  Position statement = loc_;
  Label header = new_label(), out = new_label();
  Block block;
  block.kind = Block::Kind::Loop;
  block.continue_label = new_label();
  block.break_label = new_label();

  Reg iterator = alloc();
  {
    TemporaryScope temporaries(unit_->registers);
    Reg source = membership_operand(s.iter, {});
    emit(Op::GetIter, iterator, source);
  }
  bind(header);
  Reg local = local_target(s.target);
  if (local != kNone) {
    jump_on(Op::ForIter, local, iterator, out);
  } else {
    TemporaryScope temporaries(unit_->registers);
    Reg value = alloc();
    jump_on(Op::ForIter, value, iterator, out);
    store(s.target, value);
  }
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

void Compiler::while_stmt(const syntax::While& s) {
  Position statement = loc_;
  Label header = new_label(), out = new_label();
  Block block;
  block.kind = Block::Kind::Loop;
  block.continue_label = new_label();
  block.break_label = new_label();

  bind(header);
  condition(s.test, out, false);
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
  leaving(loop, [&] { jump(is_break ? loop->break_label : loop->continue_label); });
}

}  // namespace hothouse
