// The bridge to CPython: `import cpython` starts CPython 3.11 in this process, and with it
// everything that is written for it.
//
// python/cpython.py is the module and documents it; convert.h tells what becomes of values,
// errors.h of exceptions, world.h who runs when and who keeps what alive.
#pragma once

namespace hothouse::cpython {

/// Makes the module known. Called once, before a Vm is made.
void install();

}  // namespace hothouse::cpython
