// An exception as CPython 3.11 prints it at the end of a program: traceback with carets, causes
// and contexts, groups, notes, and the guess at what a misspelled name was meant to be.
//
// Neighbours: objects/exception.h (the object), suggestions.h (the guess).
#pragma once

#include <string>

#include "core/vm/context.h"

namespace hothouse {

/// The whole text, with a newline at its end; `suggest`: guesses at misspelled names, as those of
/// the traceback module are without. Runs __str__ of exceptions that have one; what that
/// raises is dropped. Needs no frame on the stack.
std::string traceback_text(Caller& vm, Value exception, bool suggest = true);

/// The lines of one traceback entry, as they stand in it: file, line, source and carets.
std::string traceback_entry_text(Leaf& vm, const Traceback* entry);

}  // namespace hothouse
