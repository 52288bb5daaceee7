// C++ functions that traces call, with the types and effects the optimizer needs to know.
//
// Helpers are registered once, at start-up, in a fixed order, by the modules that own them
// (core/ops/helpers.def, ffi, numarray); the id is the number in that order, the same on every
// target. Each takes Vm* first, then up to 6 operands, each one 8-byte word: i int64_t,
// f double, r Object*, v Value, b bool (as uint64_t).
#pragma once

#include <cstdint>

#include "core/ir/trace.h"

namespace hothouse::ir {

enum HelperFlags : uint16_t {
  kHelperPure = 1,      // same operands, same result, no effect (memory it reads is constant)
  kHelperMayRaise = 2,  // answers Value::raised() (v) or 0 (r); a guard_no_raise follows
  kHelperAllocates = 4,
  kHelperReads = 8,         // reads mutable memory, writes none that existed before
  kHelperWrites = 16,       // may write any object
  kHelperCallsPython = 32,  // may run Python: safepoints, everything may change
  // With kHelperReads or kHelperWrites: that is of the contents of containers (lists, dicts, sets,
  // tuples, strings, bytes, arrays) and their payloads only; a list's map may change with its
  // storage. No attributes, variables (cells, globals), iterators, generators or functions.
  kHelperItemsOnly = 64,
  // May add, assign or delete names of modules and classes, which traces take for granted: a
  // guard_valid follows.
  kHelperRedefines = 128,
  kHelperRaises = 256,  // never returns without an exception
  // Notes the object for the collector, which nothing else sees: the call goes with the object,
  // does not let it escape, and is made when an exit builds an object that was not made (deopt).
  kHelperNotes = 512,
};

struct HelperInfo {
  const char* name;
  void* function;        // native address (a table index in WebAssembly)
  char result;           // i f r v b, or - for none
  const char* operands;  // letters
  uint16_t flags;
};

using HelperId = uint32_t;
/// Adds a row; returns its id. Of rows with the same name a search finds the first.
HelperId register_helper(const HelperInfo& info);
const HelperInfo& helper_info(HelperId id);
uint32_t helper_count();
/// Id by name, for the parser of the text form; kNoHelper if there is none.
constexpr HelperId kNoHelper = 0xffffffffu;
HelperId find_helper(const char* name);

}  // namespace hothouse::ir
