// Frames on the VM stack: rows of Values, the header before register 0.
//
//      caller's registers ... | window w                                      |
//                             | w+0        w+1      w+2    w+3    w+4 ...      |
//                               function   return   link   extra  register 0 ...
//      R[i] of the callee:      R[-4]      R[-3]    R[-2]  R[-1]  R[0]
//
// Arguments are written where they become the callee's first registers, so a call copies nothing.
// Every header word is a Value (numbers are int-tagged), so the collector scans the stack from
// bottom to top without knowing where frames begin, and a trace's snapshot restores headers like
// registers. What lies above the topmost frame is cleared by each collection: stale words there
// were all written since, and so point to objects that still exist.
#pragma once

#include <cstdint>

#include "core/bytecode/code.h"
#include "core/objects/layout.h"

namespace hothouse {

constexpr int kFrameFunction = -4;  // Function
constexpr int kFrameReturn = -3;    // ReturnWord: what the caller does with the result
constexpr int kFrameLink = -2;      // int: registers between the caller's R[0] and this R[0]
constexpr int kFrameExtra = -1;     // generator; namespace of a class body; instance being made
constexpr uint32_t kFrameHeader = 4;

/// What happens with a frame's result.
enum class Action : uint8_t {
  Store,     // register dst of the caller = result
  Discard,   // drop it
  Init,      // it must be None (__init__); register dst = the instance in the frame's `extra`
  Branch,    // the instruction before return_pc is a conditional jump: take it by the result
  Not,       // register dst = not result (a bool)
  ForIter,   // Store; when the iteration is over, take the jump of the instruction before return_pc
  Send,      // as ForIter, but the generator's return value is stored when it is over
  Next,      // Store; when a generator is over: raise StopIteration
  Close,     // drop it: the generator is over, as generator.close() demands
  Spread,    // the result is a tuple: registers dst, dst+1, ... = its elements (unpacking)
  Retry,     // register dst = result, then the instruction before return_pc runs again
  Exit,      // return to the C++ code that runs this dispatch loop
  Observed,  // somebody has an object of this frame: observed_frames.h knows what happens
};

/// dst, action and return pc, packed into an int.
struct ReturnWord {
  uint32_t pc;  // word index at which the caller goes on
  uint16_t dst;
  Action action;

  Value encode() const {
    return Value::small_int(static_cast<int64_t>(pc) | static_cast<int64_t>(dst) << 28 |
                            static_cast<int64_t>(action) << 44);
  }
  static ReturnWord decode(Value v) {
    int64_t w = v.as_int();
    return {static_cast<uint32_t>(w & 0xfffffff), static_cast<uint16_t>(w >> 28 & 0xffff),
            static_cast<Action>(w >> 44)};
  }
};

inline Function* frame_function(const Value* r) { return r[kFrameFunction].as<Function>(); }
inline CodeBody* frame_body(const Value* r) { return frame_function(r)->body.get(); }

}  // namespace hothouse
