// The prompt: statements are read, run, and their values shown.
#pragma once

#include <string_view>

namespace hothouse {

class Session;

/// Reads statements until the end of input or sys.exit(). The exit status.
int run_prompt(Session& session);

/// Is this the beginning of a statement that goes on in the next line? As at CPython's prompt, a
/// block ends with an empty line.
bool wants_another_line(std::string_view text);

}  // namespace hothouse
