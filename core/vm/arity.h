// The TypeErrors of calls with too many or too few arguments, as CPython words them for what it has
// in C: for rows of tables (builtins/signature.cpp), and for functions written in Python that stand
// for C's (kCodeInC; arguments.cpp).
#pragma once

#include <string>
#include <vector>

#include "core/vm/context.h"

namespace hothouse {

/// What a function takes, self not counted.
struct Arity {
  std::string name;            // "append"; of a constructor the type's
  std::string qualified;       // "list.append", "math.sqrt"
  uint32_t required = 0;       // by position, without defaults
  uint32_t most = 0;           // by position
  uint32_t all = 0;            // keyword-only ones included
  bool keyword_names = false;  // some parameter may be given by name
  bool var_args = false;
  bool constructor = false;
  bool slot_wrapper = false;  // a special method of a type
};

/// `given` arguments are too many or too few: those by position, or all if there are names.
void raise_wrong_count(Leaf& vm, const Arity& arity, uint32_t given);
void raise_no_keywords(Leaf& vm, const Arity& arity);
void raise_unknown_keyword(Leaf& vm, const Arity& arity, const std::string& keyword);
/// Given twice; `position` counts from 1.
void raise_given_twice(Leaf& vm, const Arity& arity, const std::string& keyword, uint32_t position);
void raise_missing_argument(Leaf& vm, const Arity& arity, const std::string& parameter,
                            uint32_t position);

}  // namespace hothouse
