#include "numarray/cpython/api.h"

#include <dlfcn.h>

#include <cstdlib>

namespace hothouse::cpython {

Api py;

bool load_api(std::string* error) {
  const char* chosen = std::getenv("HOTHOUSE_LIBPYTHON");
  const char* file = chosen != nullptr ? chosen : "libpython3.11.so.1.0";
  void* library = dlopen(file, RTLD_NOW | RTLD_GLOBAL);
  if (library == nullptr) {
    *error = dlerror();
    return false;
  }
  Api found;
  bool complete = true;
  auto find = [&](const char* name) {
    void* p = dlsym(library, name);
    if (p == nullptr && complete) {
      complete = false;
      *error = std::string(file) + " has no symbol " + name;
    }
    return p;
  };
#define API(name) found.name = reinterpret_cast<decltype(found.name)>(find(#name));
#define TYPE_OBJECT(field, symbol) found.field = static_cast<PyTypeObject*>(find(#symbol));
#define SINGLETON(field, symbol) found.field = static_cast<PyObject*>(find(#symbol));
#include "numarray/cpython/api.def"
#undef API
#undef TYPE_OBJECT
#undef SINGLETON
  if (complete) py = found;
  return complete;
}

}  // namespace hothouse::cpython
