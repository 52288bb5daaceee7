// See error.h.
#include "core/syntax/error.h"

namespace hothouse::syntax {

const char* error_kind_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::SyntaxError:
      return "SyntaxError";
    case ErrorKind::IndentationError:
      return "IndentationError";
    case ErrorKind::TabError:
      return "TabError";
    case ErrorKind::RecursionError:
      return "RecursionError";
    case ErrorKind::MemoryError:
      return "MemoryError";
    case ErrorKind::ValueError:
      return "ValueError";
    case ErrorKind::DeprecationWarning:
      return "DeprecationWarning";
  }
  return "SyntaxError";
}

}  // namespace hothouse::syntax
