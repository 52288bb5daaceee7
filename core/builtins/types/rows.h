// The tables of the types' methods, one .cpp a type, and what their rows share.
#pragma once

#include "core/builtins/protocol.h"
#include "core/builtins/tables.h"
#include "core/objects/complex.h"
#include "core/objects/verdict.h"

namespace hothouse {

extern const BuiltinTable kObjectRows, kTypeRows, kIntRows, kFloatRows, kComplexRows,
    kMemoryViewRows, kCoroutineRows, kAsyncGeneratorRows, kAsyncStepRows, kBoolRows, kStrRows,
    kBytesRows, kByteArrayRows, kTupleRows, kListRows, kDictRows, kSetRows, kFrozenSetRows,
    kRangeRows, kSliceRows, kFunctionRows, kBuiltinMethodRows, kGetSetDescriptorRows,
    kBoundMethodRows, kPropertyRows, kStaticMethodRows, kClassMethodRows, kSuperRows, kModuleRows,
    kGeneratorRows, kIteratorRows, kDictKeysRows, kDictValuesRows, kDictItemsRows, kNoneRows,
    kMappingProxyRows, kCodeRows, kCellRows, kTracebackRows, kBaseExceptionRows, kKeyErrorRows,
    kOSErrorRows, kStopIterationRows, kSystemExitRows, kSyntaxErrorRows, kImportErrorRows,
    kAttributeErrorRows, kUnicodeErrorRows, kExceptionGroupRows, kEllipsisRows, kNotImplementedRows;

/// x op y of complex numbers; NotImplemented of operators that they don't have.
Value complex_arithmetic(Leaf& vm, Protocol op, ComplexParts x, ComplexParts y);

/// Does `op` hold for a comparison that answered `order` (-1, 0, 1)?
constexpr bool order_holds(CompareOp op, int order) {
  switch (op) {
    case CompareOp::Lt:
      return order < 0;
    case CompareOp::Le:
      return order <= 0;
    case CompareOp::Eq:
      return order == 0;
    case CompareOp::Ne:
      return order != 0;
    case CompareOp::Gt:
      return order > 0;
    default:
      return order >= 0;
  }
}

/// A method's name as a template argument.
struct MethodName {
  template <size_t N>
  constexpr MethodName(const char (&name)[N]) {  // NOLINT: names are written as literals
    for (size_t i = 0; i < N; ++i) text[i] = name[i];
  }
  char text[16] = {};
};

/// __new__ of a built-in type that programs subclass: builtins/constructors.py.
#define HH_NEW                                                                              \
  {                                                                                         \
    "__new__", "cls, /, *args, **kwargs", ::hothouse::leave_all_to_python, nullptr,         \
        ::hothouse::kBuiltinPython | ::hothouse::kBuiltinStatic, ::hothouse::Inlined::None, \
        "A new object of the class."                                                        \
  }
/// __class_getitem__ of a built-in type whose subclasses are generic as well.
#define HH_CLASS_GETITEM                                                                         \
  {                                                                                              \
    "__class_getitem__", "cls, key, /", ::hothouse::leave_all_to_python, nullptr,                \
        ::hothouse::kBuiltinPython | ::hothouse::kBuiltinClassMethod, ::hothouse::Inlined::None, \
        "A generic alias of the class."                                                          \
  }
#define HH_INIT                                                                       \
  {                                                                                   \
    "__init__", "self, /, *args, **kwargs", ::hothouse::leave_all_to_python, nullptr, \
        ::hothouse::kBuiltinPython, ::hothouse::Inlined::None, "Fills a new object."  \
  }

}  // namespace hothouse
