// Shared libraries: dlopen, dlsym, and the question which file a name means.
#include <dlfcn.h>

#include <cstdio>

#include "core/builtins/library.h"
#include "core/objects/int.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"
#include "ffi/rows.h"

namespace hothouse::ffi {
namespace {

void* pointer_of(Value v) {
  uint64_t address = 0;
  as_uint64(v, &address);
  return reinterpret_cast<void*>(static_cast<uintptr_t>(address));
}

/// (name or None, mode): the handle, or an OSError with the loader's words.
Value open_library(Leaf& vm, const Value* a) {
  std::string name = is_str(a[0]) ? str_to_utf8(vm, a[0]) : "";
  int64_t mode = 0;
  as_int64(a[1], &mode);
  void* handle = dlopen(is_str(a[0]) ? name.c_str() : nullptr, static_cast<int>(mode) | RTLD_NOW);
  if (handle == nullptr) {
    const char* why = dlerror();
    return vm.raise(TypeId::OSError, why != nullptr ? why : "dlopen() error");
  }
  return int_from_uint64(vm, reinterpret_cast<uintptr_t>(handle));
}

/// (handle, name): the address, or the loader's message as a str.
Value find_symbol(Leaf& vm, const Value* a) {
  std::string name = str_to_utf8(vm, a[1]);
  dlerror();
  void* address = dlsym(pointer_of(a[0]), name.c_str());
  if (const char* why = dlerror()) return vm.str(why);
  return int_from_uint64(vm, reinterpret_cast<uintptr_t>(address));
}

Value close_library(Leaf&, const Value* a) { return Value::small_int(dlclose(pointer_of(a[0]))); }

/// The file name under which the loader knows library `name` ("m": "libm.so.6"), or None.
Value find_library(Leaf& vm, const Value* a) {
  std::string prefix = "lib" + str_to_utf8(vm, a[0]) + ".so";
  std::FILE* cache = popen("/sbin/ldconfig -p 2>/dev/null", "r");
  if (cache == nullptr) return Value::none();
  std::string found;
  char line[4096];
  while (std::fgets(line, sizeof line, cache) != nullptr) {
    std::string text = line;
    size_t start = text.find_first_not_of(" \t");
    if (start == std::string::npos || !found.empty()) continue;
    size_t end = text.find(' ', start);
    if (end == std::string::npos) continue;
    std::string file = text.substr(start, end - start);
    bool matches = file.compare(0, prefix.size(), prefix) == 0 &&
                   (file.size() == prefix.size() || file[prefix.size()] == '.');
#if defined(__x86_64__)
    matches = matches && text.find("x86-64", end) != std::string::npos;
#endif
    if (matches) found = file;
  }
  pclose(cache);
  return found.empty() ? Value::none() : vm.str(found);
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("dlopen", "name, mode, /", open_library, 0, "Opens a shared library."),
    HH_LEAF("dlsym", "handle, name, /", find_symbol, 0, "The address of a name, or why not."),
    HH_LEAF("dlclose", "handle, /", close_library, 0, "Closes a shared library."),
    HH_LEAF("find_library", "name, /", find_library, 0, "The library's file name."),
};

}  // namespace

const BuiltinTable kLibraryRows = builtin_table(kRows);

}  // namespace hothouse::ffi
