// Instrumentation: how tracing (sys.settrace, sys.setprofile) costs nothing while nobody traces.
//
//     7  for_iter     r2, r3 -> 16            7  instrumented r2, r3 -> 16    original: for_iter
//     8  and_i        r4, r2, 7      ---->    8  instrumented r4, r2, 7       original: and_i
//     9  jump_not_eq_i r4, 3 -> 12            9  jump_not_eq_i r4, 3 -> 12
//
// While a thread traces, the instructions at which something is to be told are replaced in place,
// as PEP 669 does it: the operation only, so that whoever reads operands (Yield's, a jump's) need
// not know. The interpreter's `instrumented` tells it (core/vm/tracing.h) and goes on with the
// original. Other ways would cost those who do not trace (a test per instruction or per call), or
// would not reach frames that run already: a second dispatch loop is entered by calls, and a
// debugger wants to see the next line of a frame whose loop has been running for long.
//
// Returns and exceptions need no spots: a frame that is traced has another ReturnWord
// (core/vm/observed_frames.h), and unwinding asks.
//
// What reads the operations of a body that may run meanwhile uses CodeBody::insn_at.
#pragma once

#include "core/bytecode/code.h"

namespace hothouse {

/// Why a word is instrumented.
enum Spot : uint8_t {
  kSpotStart = 1,     // a frame is entered, or a generator goes on
  kSpotLine = 2,      // another line may begin
  kSpotBack = 4,      // a back edge: its target counts as a new line
  kSpotCall = 8,      // calls: for functions that profile
  kSpotCalled = 16,   // behind a call
  kSpotPassed = 32,   // a passed line in front of it
  kSpotTaken = 64,    // a jump that passes a line when it is taken
  kSpotLanding = 128  // where such a jump leads, or the word behind it
};

/// Instructions that stand for nothing in the text, though they have a position.
inline bool is_artificial(Op op) {
  return op == Op::EnterHandler || op == Op::LeaveHandler || op == Op::Reraise ||
         op == Op::Finalize;
}
/// Whether an instruction is of the return at a body's end, which no statement makes, or leaves a
/// loop behind a finally clause. It counts to the line of what ran before.
inline bool is_implicit(const CodeBody& body, uint32_t pc) {
  const Op op = body.insn_at(pc).op;
  return (op == Op::LoadSpecial || op == Op::Return || op == Op::Jump) &&
         body.positions[pc].end_col < 0;
}
/// Instruments a body, with calls if asked, unless it is the library's own.
void instrument(CodeBody& body, bool with_calls);
/// Puts the originals back.
void remove_instruments(CodeBody& body);
/// All bodies that there are, and those that will be registered; or takes that back.
void instrument_all(Leaf& vm, bool on, bool with_calls);
/// The words of a body as they are when nobody traces.
std::vector<Word> original_words(const CodeBody& body);

}  // namespace hothouse
