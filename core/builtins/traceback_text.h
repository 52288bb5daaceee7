// An exception as CPython 3.11 prints it at the end of a program: traceback with carets, causes
// and contexts, groups, notes, and the guess at what a misspelled name was meant to be.
//
// Neighbours: objects/exception.h (the object), suggestions.h (the guess).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/vm/context.h"

namespace hothouse {

/// What distinguishes the interpreter's own texts, for which sys.tracebacklimit counts, from the
/// traceback module's.
struct TracebackOptions {
  bool own = true;            // the interpreter's: it guesses at misspelled names
  bool chain = true;          // causes and contexts, too
  std::string_view callers;   // lines in front of the entries of the exception itself
  int64_t limit = INT64_MAX;  // the first entries of the others; the last -limit if it is negative
};

/// The whole text, with a newline at its end. Runs __str__ of exceptions that have one; what that
/// raises is dropped. Needs no frame on the stack.
std::string traceback_text(Caller& vm, Value exception, TracebackOptions options = {});

/// The lines of one traceback entry, as they stand in it: file, line, source and carets.
std::string traceback_entry_text(Leaf& vm, const Traceback* entry);

}  // namespace hothouse
