// A program's run in the browser: VM, engine, backends, and how its end becomes an exit status (as
// native/cli/session.h has it).
#pragma once

#include <string>

#include "web/web_host.h"

namespace hothouse::web {

int run_program(WebHost& host, const std::string& path, const std::string& jit, bool events);

}  // namespace hothouse::web
