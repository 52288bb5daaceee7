// The modules written in C++: their tables, one file a module.
#pragma once

#include "core/builtins/tables.h"

namespace hothouse {

extern const ModuleTable kSysModule, kMathModule, kTimeModule, kRandomModule, kRegexModule,
    kBinaryModule, kUnicodeDataModule, kJsonModule, kThreadsModule, kSignalsModule, kDecimalModule,
    kStructModule;

}  // namespace hothouse
