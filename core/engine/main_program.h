// A text as the module __main__: compiled, run, and how it ends as an exit status. What the command
// (native/cli/session.h) and the browser (web/program.h) have in common.
#pragma once

#include <string_view>

#include "core/vm/vm.h"

namespace hothouse {

/// A text as code of __main__, or raised. A file name in <angles> means that there is no file:
/// tracebacks then show no source lines, as in CPython. `prompt`: one statement of a prompt.
Value compile_main(Vm& vm, std::string_view text, std::string_view filename, bool prompt);

/// Runs a text as the module __main__, up to its end or an exception: raised, or the result.
Value run_main(Vm& vm, std::string_view text, std::string_view filename);

/// How a program ends by the pending exception, which is cleared.
struct MainEnd {
  int status = 1;
  bool is_exit = false;       // by SystemExit
  bool is_interrupt = false;  // by KeyboardInterrupt
};
/// Writes the pending exception as the interpreter does at the end of a program. callers: lines of
/// its traceback for what has called the program in CPython.
MainEnd report_main_exception(Vm& vm, std::string_view callers = {});

}  // namespace hothouse
