// The code of modules, kept between runs.
//
// Parsing and compiling is most of what an import costs. The host keeps what was compiled (Host::
// kept_code), under a name made from the file's; what is kept says which text it was made from,
// and is used for no other, so that nothing has to be told when a file changes.
//
// Kept are the modules that many programs share: the VM's own, CPython's library and installed
// packages. The modules of a program itself change often, and may lie in folders that won't be
// there tomorrow: compiling them each time leaves nothing behind.
//
// Neighbours: compile.cpp (asks here first), bytecode/code_image.h (the form), host.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/bytecode/compiler.h"
#include "core/vm/context.h"

namespace hothouse {

/// Is the code of this file kept?
bool is_code_kept(std::string_view file, CompileMode mode);

/// The code that an earlier run has made of the text of that file; undefined if there is none.
Value take_kept_code(Leaf& vm, const std::shared_ptr<const std::string>& source,
                     std::string_view file, CompileMode mode);

/// Keeps code that was just compiled, and has not run.
void keep_code(Leaf& vm, Value code, std::string_view source, std::string_view file,
               CompileMode mode);

}  // namespace hothouse
