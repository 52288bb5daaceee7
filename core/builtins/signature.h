// Signatures of built-in functions: parsed once from their text, then arguments are bound by it.
//
// A signature is a Python parameter list, see BuiltinDef::signature. The parsed form is kept in a
// table of the Library beside the Builtin objects, never freed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/builtins/builtin.h"
#include "core/vm/context.h"

namespace hothouse {

/// What an argument of a Python class is converted to: annotations of BuiltinDef::signature.
enum class Conversion : uint8_t {
  None,
  Index,
  Slice,  // a bound: None stays
  Item,   // what stands in brackets: also slices with bounds of such classes
  Float,
  Buffer,  // what has a buffer becomes its bytes
  Part,    // Index or Buffer
};

struct SignatureParameter {
  Value name;  // interned; undefined for the positional-only ones (no keyword finds them)
  bool optional;
  Conversion conversion;
};

struct Signature {
  std::vector<SignatureParameter> parameters;  // positional ones, then keyword-only ones
  uint8_t positional = 0;                      // how many may be given by position
  uint8_t required = 0;                        // of those, how many must be given
  bool has_self = false;                       // the first is self and is not counted in messages
  bool var_args = false;
  bool var_keywords = false;
  bool keyword_names = false;          // some parameter may be given by name
  Conversion rest = Conversion::None;  // of each of *args

  /// Length of the array that bind_arguments fills: parameters, then *args, then **kwargs.
  uint32_t total() const {
    return static_cast<uint32_t>(parameters.size()) + (var_args ? 1 : 0) + (var_keywords ? 1 : 0);
  }
  /// True if `n` positional arguments need no binding: only the rest must be set undefined.
  bool simple(uint32_t n) const {
    return n >= required && n <= positional && !var_args && !var_keywords;
  }
};

/// Room for the arguments of any row: code.replace() has 17.
constexpr uint32_t kMaxBuiltinParameters = 20;

/// The parsed signature of `def`.
const Signature& signature_of(Leaf& vm, const BuiltinDef& def);

/// Binds a call's arguments: `nargs` values, the last ones named by the Tuple `kwnames` (undefined
/// or None: no keywords). `out` has room for kMaxBuiltinParameters. False with a TypeError pending.
bool bind_arguments(Leaf& vm, const BuiltinDef& def, const Value* args, uint32_t nargs,
                    Value kwnames, Value* out);

/// True if one of the bound arguments is an object that its parameter's annotation converts: the
/// row's Python version is to be called. Only for rows with kBuiltinConverts.
bool needs_conversion(Leaf& vm, const BuiltinDef& def, const Value* bound);

/// The text of the function that converts the arguments of `def` and calls `row` (a name of the
/// internal module) with them. Its parameters are the bound arguments, all positional.
std::string converting_text(Leaf& vm, const BuiltinDef& def, std::string_view name,
                            std::string_view row);

}  // namespace hothouse
