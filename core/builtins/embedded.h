// The library modules that are written in Python and compiled into the program.
//
// Each file core/builtins/python/<name>.py becomes one row; a file in a folder there, which is a
// package's or holds the parts of one namespace, has the folder in its name. The table is generated
// into the build folder by cmake/embed_python.cmake, without any Python. It is constant data:
// nothing at start-up, until a module is asked for.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace hothouse {

struct EmbeddedModule {
  const char* name;    // "functools", "json/decoder", "protocol/text"
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

/// The text of a module that is written in parts, files of a folder that share one namespace, in
/// the order given: the first part begins with what the others need.
template <size_t N>
std::string join_embedded_parts(const EmbeddedModule* table, std::string_view folder,
                                const std::string_view (&parts)[N]) {
  std::string text;
  for (std::string_view part : parts) {
    std::string name = std::string(folder) + "/" + std::string(part);
    for (const EmbeddedModule* row = table; row->name != nullptr; row++) {
      if (name == row->name) text.append(row->source, row->size);
    }
  }
  return text;
}

}  // namespace hothouse
