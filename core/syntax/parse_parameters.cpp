// The parameter lists of `def` and `lambda`. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

/// A parameter list while it is being parsed.
struct ParameterState {
  Arguments* out = nullptr;
  std::vector<Arg*> positional;  // before `*`; cut in two by `/`
  std::size_t posonly_count = 0;
  std::vector<Arg*> keyword_only;
  std::vector<Expr*> defaults;
  std::vector<Expr*> keyword_defaults;
  bool slash_seen = false;
  bool star_seen = false;
};

// NAME [':' annotation]
Arg* Parser::parameter(bool lambda, bool star_annotation) {
  Token name = token();
  if (!accept(Kind::Name)) return nullptr;
  Arg* arg = arena_.make<Arg>();
  arg->name = name_node(name, Context::Store);
  if (!lambda && accept(Kind::OpColon)) {
    arg->annotation = star_annotation && at(Kind::OpStar) ? star_expression() : expression();
    if (arg->annotation == nullptr) return nullptr;
  }
  arg->range = {name.range.begin, last_end()};
  return arg;
}

Arguments* Parser::parameters(bool lambda) {
  Kind close = lambda ? Kind::OpColon : Kind::OpRPar;
  ParameterState state;
  state.out = arena_.make<Arguments>();
  while (!at(close)) {
    if (!parameter_item(state, lambda)) return nullptr;
    if (at(close)) break;
    if (!accept(Kind::OpComma)) return nullptr;
  }
  std::size_t cut = state.posonly_count;
  std::vector<Arg*> posonly(state.positional.begin(),
                            state.positional.begin() + static_cast<std::ptrdiff_t>(cut));
  std::vector<Arg*> rest(state.positional.begin() + static_cast<std::ptrdiff_t>(cut),
                         state.positional.end());
  Arguments* out = state.out;
  out->posonlyargs = arena_.copy(posonly);
  out->args = arena_.copy(rest);
  out->kwonlyargs = arena_.copy(state.keyword_only);
  out->kw_defaults = arena_.copy(state.keyword_defaults);
  out->defaults = arena_.copy(state.defaults);
  return out;
}

bool Parser::parameter_item(ParameterState& state, bool lambda) {
  if (state.out->kwarg != nullptr) return false;
  if (at(Kind::OpSlash)) return slash_parameter(state);
  if (at(Kind::OpStar)) return star_parameter(state, lambda);
  if (accept(Kind::OpDoubleStar)) {
    state.out->kwarg = parameter(lambda, false);
    return state.out->kwarg != nullptr;
  }
  Arg* arg = parameter(lambda, false);
  if (arg == nullptr) return false;
  Expr* value = nullptr;
  if (accept(Kind::OpEqual)) {
    value = expression();
    if (value == nullptr) return false;
  }
  if (state.star_seen) {
    state.keyword_only.push_back(arg);
    state.keyword_defaults.push_back(value);
    return true;
  }
  if (value != nullptr) {
    state.defaults.push_back(value);
  } else if (!state.defaults.empty()) {
    return false;
  }
  state.positional.push_back(arg);
  return true;
}

// '/' behind a parameter, once and before '*'
bool Parser::slash_parameter(ParameterState& state) {
  if (state.slash_seen || state.star_seen || state.positional.empty()) return false;
  advance();
  state.slash_seen = true;
  state.posonly_count = state.positional.size();
  return true;
}

// '*' with a name, or alone before a parameter that it makes keyword-only
bool Parser::star_parameter(ParameterState& state, bool lambda) {
  if (state.star_seen) return false;
  state.star_seen = true;
  advance();
  if (at(Kind::Name)) {
    state.out->vararg = parameter(lambda, true);
    return state.out->vararg != nullptr;
  }
  return at(Kind::OpComma) && next_is(Kind::Name);
}

}  // namespace hothouse::syntax
