// Which tables of built-ins there are. A table is an array of rows in the file of its type or
// module; tables.cpp lists them all.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/builtins/builtin.h"
#include "core/objects/types.h"

namespace hothouse {

struct BuiltinTable {
  const BuiltinDef* rows;
  uint32_t count;
};
template <uint32_t N>
constexpr BuiltinTable builtin_table(const BuiltinDef (&rows)[N]) {
  return {rows, N};
}

/// The leaf of rows that are Python from the start.
Value leave_all_to_python(Leaf& vm, const Value* args);

/// A row without C++: python_version(row) does all of it.
#define HH_PYTHON(name, signature, doc)                                                    \
  {                                                                                        \
    name, signature, ::hothouse::leave_all_to_python, nullptr, ::hothouse::kBuiltinPython, \
        ::hothouse::Inlined::None, doc                                                     \
  }

/// The methods of a type. Types with the same methods in a base need no table of their own.
struct TypeTableRow {
  TypeId type;
  const BuiltinTable* methods;
};
extern const TypeTableRow kTypeTables[];
extern const uint32_t kTypeTableCount;

/// A value of a module that is no function: made when it is first asked for.
struct ModuleConstant {
  const char* name;
  Value (*make)(Leaf& vm);
};
struct ModuleTable {
  const char* name;
  BuiltinTable functions;
  const ModuleConstant* constants;
  uint32_t constant_count;
};
extern const ModuleTable* const kModuleTables[];
extern const uint32_t kModuleTableCount;
const ModuleTable* find_module_table(std::string_view name);

/// __weakref__ of instances.
const BuiltinDef& weak_reference_row();
/// Functions of the builtins module.
extern const BuiltinTable kBuiltinFunctions;
/// What calling a built-in type does: rows named as the type.
struct ConstructorRow {
  TypeId type;
  BuiltinDef def;
};
extern const ConstructorRow kConstructors[];
extern const uint32_t kConstructorCount;
/// Bound to the class: an exception, or the refusal of types that programs cannot make.
extern const BuiltinDef kExceptionConstructor, kCannotCreate;
/// The class that calling the exception group `type` with these arguments makes an instance of:
/// BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup. Null if raised.
/// What the exceptions of codecs are made of is checked, for handlers count on it; false: raised.
bool check_unicode_args(Leaf& vm, Type* type, Value args);
Type* check_exception_group(Leaf& vm, Type* type, Value args);
/// name=, path=, obj= of exceptions that take keywords; false with TypeError.
bool take_exception_keywords(Leaf& vm, Value exception, Value kwargs);
/// Functions that only internal code sees.
extern const BuiltinTable kPrimitives;
extern const BuiltinTable kTypePrimitives;
extern const BuiltinTable kTextPrimitives;
extern const BuiltinTable kImportPrimitives;
extern const BuiltinTable kMemoryViewPrimitives, kFramePrimitives, kObservePrimitives,
    kEvaluatePrimitives;
extern const BuiltinTable kWeakPrimitives, kFinalizerPrimitives, kIteratorPrimitives;
extern const BuiltinTable kCodePrimitives;
extern const BuiltinTable kAstPrimitives;

/// The row of that name, or null.
const BuiltinDef* find_row(const BuiltinTable& table, std::string_view name);

}  // namespace hothouse
