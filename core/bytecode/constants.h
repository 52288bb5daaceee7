// Constants the compiler knows: literals, and what folding makes of them.
//
// Neighbours: folding.cpp (evaluates constant expressions), compiler_impl.h (loads them).
// Invariant: two constants have the same key exactly if the program can't tell them apart (1, 1.0
// and True differ, and so do 0.0 and -0.0), so that a body holds each constant once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/objects/value.h"
#include "core/syntax/ast.h"

namespace hothouse {

class Leaf;

struct Const {
  enum class Kind : uint8_t {
    None,
    False,
    True,
    Ellipsis,
    Int,        // value
    Float,      // number
    Imaginary,  // number
    Str,        // text, UTF-8 (WTF-8)
    Bytes,      // text
    Tuple,      // items
    FrozenSet,  // items; never folded further
  };
  Kind kind = Kind::None;
  Value value;
  double number = 0;
  std::string text;
  std::vector<Const> items;

  bool is_int() const { return kind == Kind::Int; }
  bool is_str() const { return kind == Kind::Str; }
  bool is_none() const { return kind == Kind::None; }
  bool truth() const;
  /// The int as an immediate of so many bits; false if it is none or does not fit.
  bool fits_signed(int bits, int32_t* result) const;
  std::string key() const;
  /// The object.
  Value make(Leaf& vm) const;

  static Const of_text(std::string text);
  static Const tuple(std::vector<Const> items);
};

/// Evaluates an expression of literals as CPython's optimizer does: operators on numbers and
/// strings, tuples. False if it is not constant, or would raise or grow too large.
bool fold(Leaf& vm, const syntax::Expr* expr, Const& result);
/// The operator applied to constants.
bool fold_binary(Leaf& vm, syntax::BinaryOp op, const Const& left, const Const& right,
                 Const& result);
/// The elements of a display, if all are constant.
bool fold_items(Leaf& vm, syntax::Exprs exprs, std::vector<Const>& items);

}  // namespace hothouse
