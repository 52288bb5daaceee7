#include "core/vm/arity.h"

namespace hothouse {

namespace {
const char* plural(uint32_t n) { return n == 1 ? "" : "s"; }
}  // namespace

void raise_wrong_count(Leaf& vm, const Arity& a, uint32_t given) {
  const std::string count = std::to_string(given);
  if (a.slot_wrapper && a.required == a.most && !a.var_args) {
    vm.type_error("expected " + std::to_string(a.most) + " argument" + plural(a.most) + ", got " +
                  count);
    return;
  }
  if (!a.keyword_names) {
    if (a.most == 0 && !a.var_args) {
      vm.type_error(a.qualified + "() takes no arguments (" + count + " given)");
    } else if (a.most == 1 && a.required == 1 && !a.var_args && !a.constructor) {
      vm.type_error(a.qualified + "() takes exactly one argument (" + count + " given)");
    } else {
      const uint32_t bound = given < a.required ? a.required : a.most;
      std::string how = a.required == a.most && !a.var_args ? ""
                        : given < a.required                ? "at least "
                                                            : "at most ";
      vm.type_error(a.name + " expected " + how + std::to_string(bound) + " argument" +
                    plural(bound) + ", got " + count);
    }
    return;
  }
  if (a.most == 0) {
    vm.type_error(a.name + "() takes no positional arguments");
    return;
  }
  vm.type_error(a.name + "() takes " + (a.required == a.all ? "exactly " : "at most ") +
                std::to_string(a.most) + (a.all > a.most ? " positional" : "") + " argument" +
                plural(a.most) + " (" + count + " given)");
}

void raise_no_keywords(Leaf& vm, const Arity& a) {
  vm.type_error(a.qualified + "() takes no keyword arguments");
}

void raise_unknown_keyword(Leaf& vm, const Arity& a, const std::string& keyword) {
  vm.type_error("'" + keyword + "' is an invalid keyword argument for " + a.name + "()");
}

void raise_given_twice(Leaf& vm, const Arity& a, const std::string& keyword, uint32_t position) {
  vm.type_error("argument for " + a.name + "() given by name ('" + keyword + "') and position (" +
                std::to_string(position) + ")");
}

void raise_missing_argument(Leaf& vm, const Arity& a, const std::string& parameter,
                            uint32_t position) {
  vm.type_error(a.name + "() missing required argument '" + parameter + "' (pos " +
                std::to_string(position) + ")");
}

}  // namespace hothouse
