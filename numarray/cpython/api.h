// CPython's C API as a table of pointers: libpython is opened when a program imports `cpython`,
// never linked, so a program that does not pays nothing and needs no CPython.
//
// It is opened with RTLD_GLOBAL: extension modules (numpy, _ctypes) expect to find the API among
// the process's symbols. Python.h is here for declarations only; its macros and inline functions
// that touch reference counts must not be used, for they name symbols of libpython: Ref does.
#pragma once

#include <Python.h>

#include <string>
#include <utility>

namespace hothouse::cpython {

struct Api {
#define API(name) decltype(&::name) name = nullptr;
#define TYPE_OBJECT(field, symbol) PyTypeObject* field = nullptr;
#define SINGLETON(field, symbol) PyObject* field = nullptr;
#include "numarray/cpython/api.def"
#undef API
#undef TYPE_OBJECT
#undef SINGLETON
};

/// Filled by load_api.
extern Api py;

/// Opens libpython3.11 (or the file that HOTHOUSE_LIBPYTHON names). False: `error` says why.
bool load_api(std::string* error);

/// A reference that is ours. To be held and dropped under the GIL.
class Ref {
 public:
  Ref() = default;
  /// Takes over a new reference.
  explicit Ref(PyObject* owned) : object_(owned) {}
  static Ref borrow(PyObject* o) {
    py.Py_IncRef(o);
    return Ref(o);
  }
  Ref(Ref&& other) noexcept : object_(other.release()) {}
  Ref& operator=(Ref&& other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  Ref(const Ref&) = delete;
  Ref& operator=(const Ref&) = delete;
  ~Ref() {
    if (object_ != nullptr) py.Py_DecRef(object_);
  }
  PyObject* get() const { return object_; }
  PyObject* release() { return std::exchange(object_, nullptr); }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  PyObject* object_ = nullptr;
};

inline bool is_exactly(PyObject* o, const PyTypeObject* type) { return Py_TYPE(o) == type; }

}  // namespace hothouse::cpython
