// A program's run in the browser: VM, engine and backends (native/cli/session.h is the command's).
#pragma once

#include <string>
#include <vector>

#include "web/web_host.h"

namespace hothouse::web {

/// Runs the file `path` as __main__ with that sys.argv; the exit status. `jit`: settings as --jit
/// takes them, or empty. With `events`, the event stream goes to JavaScript.
int run_program(WebHost& host, const std::string& path, const std::vector<std::string>& argv,
                const std::string& jit, bool events);

}  // namespace hothouse::web
