// xbyak as we use it: no exceptions (errors stay in Xbyak::GetError), no memory of its own, so that
// the very same code runs in the browser's build.
#pragma once

#ifndef XBYAK_NO_EXCEPTION
#define XBYAK_NO_EXCEPTION
#endif
#ifndef XBYAK64
#define XBYAK64 1
#define XBYAK64_GCC
#endif
#include <xbyak/xbyak.h>
