// Callbacks: Python functions that C code calls, through libffi closures.
//
// C holds the address of a closure, which lies outside of the heap, and the closure the External
// that keeps the Python function; nothing of it moves. When a callback arrives, either all state
// of the VM is on its stack (the call came from the interpreter, or from a trace that wrote it
// there: NativeWorld::synced), and then Python runs as in any call, with collections. Or it comes
// out of a direct call in a trace whose references lie in registers: then the collector is held
// back until the callback is over, and such traces end (NativeWorld::watched).
#pragma once

#include "core/vm/context.h"

namespace hothouse::ffi {

/// (callable, result code, argument codes, the program's function, use errno): an object that keeps
/// the closure. Row of _ctypes.
Value make_callback(Leaf& vm, const Value* a);
/// The address that C calls.
Value callback_address(Leaf& vm, const Value* a);

}  // namespace hothouse::ffi
