// Engine: which functions traces had better call than inline, learnt from bridges.
//
// A loop in an inlined function has been unrolled by the recorder: well and good if it always runs
// the same few rounds by the same way. Where that depends on data, each round of each copy asks
// for bridges, which unroll the rest of the loop again: a tree that grows by the power of the
// rounds (heapq's sift loops, binary searches). The function's own loop trace has each path once.
// So when a few bridges have begun inside the loops of an inlined function, it is called from then
// on (CodeBody::is_called), and the tree that asked is recorded anew. The same if a bridge that
// begins in such a loop is given up because the loop goes on for too many rounds.
#include "core/engine/engine.h"

namespace hothouse {

namespace {

constexpr uint32_t kMaxLoopBridges = 5;  // inside loops of one inlined function

/// Whether word `pc` lies between a loop's header and its back edge.
bool is_in_loop(const CodeBody& body, uint32_t pc) {
  for (uint32_t w = pc; w < body.words.size();) {
    const Insn insn = body.insn_at(w);
    uint32_t next = w + 1 + op_info(insn.op).cache_words;
    if (insn.op == Op::JumpBack && next + static_cast<uint32_t>(insn.wide()) <= pc) return true;
    w = next;
  }
  return false;
}

}  // namespace

bool Engine::prefers_call(const Unit& root, Value* base, Value* r, uint32_t pc) {
  // Of several such frames the outermost, which holds the loops of the others.
  CodeBody* found = nullptr;
  for (; r > base; r -= r[kFrameLink].as_int()) {
    CodeBody* body = frame_body(r);
    if ((body->flags & kCodeGenerator) == 0 && is_in_loop(*body, pc)) found = body;
    // The word before the one at which the caller goes on belongs to the call.
    pc = vm_.return_word(r).pc - 1;
  }
  if (found == nullptr) return false;
  if (++loop_bridges_[found->id].count < kMaxLoopBridges) return false;
  found->is_called = true;
  return inlined_what_is_called(root, *found);
}

bool Engine::inlined_what_is_called(const Unit& root, const CodeBody& function) {
  LoopBridges& seen = loop_bridges_[function.id];
  if (seen.called_since == 0) seen.called_since = static_cast<uint32_t>(units_.size());
  // A younger tree inlined it nevertheless: it will do so again.
  return root.trace->unit < seen.called_since;
}

void Engine::record_anew(uint32_t id) {
  invalidate(id, "a loop that it inlined turned out to take many ways");
  const Unit& u = unit(id);
  if (u.trace->kind == ir::TraceKind::Function) {
    u.body->call_heat = options_.call_threshold() - 1;
  } else if (u.trace->kind == ir::TraceKind::Loop) {
    u.body->words[u.back_edge + 1].cache = vm_.loop_threshold - 1;
  }
}

}  // namespace hothouse
