// The library modules that are written in Python and compiled into the program.
//
// Each file core/builtins/python/<name>.py becomes one row; a file in a folder there has the
// folder in its name. The table is generated into the build folder by cmake/embed_python.cmake,
// without any Python. It is constant data: nothing at start-up, until a module is asked for.
#pragma once

#include <cstddef>
#include <cstring>

namespace hothouse {

struct EmbeddedModule {
  const char* name;    // "functools", "intrinsics/sequences"
  const char* source;  // UTF-8, followed by a zero byte that is not counted
  size_t size;         // bytes of source
};

extern const EmbeddedModule kEmbeddedModules[];  // one more row than counted: all nulls
extern const size_t kEmbeddedModuleCount;

// The row of that name, or nullptr.
inline const EmbeddedModule* find_embedded_module(const char* name) {
  for (size_t i = 0; i < kEmbeddedModuleCount; ++i) {
    if (std::strcmp(kEmbeddedModules[i].name, name) == 0) return &kEmbeddedModules[i];
  }
  return nullptr;
}

}  // namespace hothouse
