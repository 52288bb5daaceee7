// The dispatch loop: fetch, jump to the instruction's code, which is its template over Evaluator.
//
// Threaded: each instruction's code ends in its own indirect jump, so the branch predictor sees
// which instruction tends to follow which. A template's Flow is a constant on most paths, so the
// switch on it vanishes.
#include "core/interp/dispatch.h"

#include "core/interp/evaluator.h"
#include "core/ops/all.h"
#include "core/ops/machine_concept.h"
#include "core/vm/unwind.h"

namespace hothouse {

static_assert(ops::Machine<Evaluator>);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"  // labels as values

Value run(Vm& vm) {
  Evaluator m(vm);
  m.reload();

  static const void* const kLabels[] = {
#define INSN(Name, text, operands, cache_words, sentence) &&L_##Name,
#include "core/bytecode/instructions.def"
#undef INSN
  };

#define HH_DISPATCH() goto* kLabels[static_cast<int>(m.pc->insn.op)]
  HH_DISPATCH();

#define INSN(Name, text, operands, cache_words, sentence)                   \
  L_##Name : {                                                              \
    Insn i = m.pc->insn;                                                    \
    m.pc += 1 + (cache_words);                                              \
    Flow f = ops::op_##Name(m, i);                                          \
    if (__builtin_expect(f > Flow::Frame, 0)) {                             \
      if (f == Flow::Exit) return m.result;                                 \
      if (f == Flow::Original) goto* kLabels[static_cast<int>(m.original)]; \
      goto raise;                                                           \
    }                                                                       \
    HH_DISPATCH();                                                          \
  }
#include "core/bytecode/instructions.def"
#undef INSN

raise:
  m.sync();
  if (!unwind(vm)) return Value::raised();
  m.reload();
  HH_DISPATCH();
}

#pragma GCC diagnostic pop

}  // namespace hothouse
