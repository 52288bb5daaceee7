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
  if (!expect(Kind::Name)) return nullptr;
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
    if (!accept(Kind::OpComma)) return invalid_syntax();
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
  if (state.out->kwarg != nullptr) {
    if (at(Kind::Name) || at(Kind::OpStar) || at(Kind::OpDoubleStar) || at(Kind::OpSlash)) {
      fail(token().range, "arguments cannot follow var-keyword argument");
    } else {
      invalid_syntax();
    }
    return false;
  }
  if (at(Kind::OpSlash)) return slash_parameter(state);
  if (at(Kind::OpStar)) return star_parameter(state, lambda);
  if (at(Kind::OpDoubleStar)) return double_star_parameter(state, lambda);
  if (at(Kind::OpLPar)) {
    // Python 2 unpacked tuples here.
    Token open = token();
    Token close = open;
    bool names = false;
    {
      Trial trial(*this);
      advance();
      do {
        names = accept(Kind::Name);
      } while (names && accept(Kind::OpComma) && !at(Kind::OpRPar));
      close = token();
    }
    if (!names || close.kind != Kind::OpRPar || !state.defaults.empty()) {
      invalid_syntax();
    } else {
      fail({open.range.begin, close.range.end},
           lambda ? "Lambda expression parameters cannot be parenthesized"
                  : "Function parameters cannot be parenthesized");
    }
    return false;
  }
  Arg* arg = parameter(lambda, false);
  if (arg == nullptr) return false;
  Expr* value = nullptr;
  if (at(Kind::OpEqual)) {
    Token equal = token();
    advance();
    if (at(Kind::OpRPar) || at(Kind::OpComma)) {
      fail(equal.range, "expected default value expression");
      return false;
    }
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
    fail(arg->range, "non-default argument follows default argument");
    return false;
  }
  state.positional.push_back(arg);
  return true;
}

bool Parser::slash_parameter(ParameterState& state) {
  Token slash = token();
  if (state.slash_seen) {
    fail(slash.range, "/ may appear only once");
    return false;
  }
  if (state.star_seen) {
    fail(slash.range, "/ must be ahead of *");
    return false;
  }
  if (state.positional.empty()) {
    if (at(Kind::OpComma, 1)) {
      fail(slash.range, "at least one argument must precede /");
    } else {
      invalid_syntax();
    }
    return false;
  }
  advance();
  if (at(Kind::OpStar)) {
    fail(token().range, "expected comma between / and *");
    return false;
  }
  state.slash_seen = true;
  state.posonly_count = state.positional.size();
  return true;
}

// '*' alone, or '*' with a name
bool Parser::star_parameter(ParameterState& state, bool lambda) {
  Token star = token();
  if (state.star_seen) {
    fail(star.range, "* argument may appear only once");
    return false;
  }
  state.star_seen = true;
  advance();
  if (at(Kind::Name)) {
    state.out->vararg = parameter(lambda, true);
    if (state.out->vararg == nullptr) return false;
    if (at(Kind::OpEqual)) {
      fail(token().range, "var-positional argument cannot have default value");
      return false;
    }
    return true;
  }
  Kind close = lambda ? Kind::OpColon : Kind::OpRPar;
  bool nothing_named =
      at(close) || (at(Kind::OpComma) && (at(close, 1) || at(Kind::OpDoubleStar, 1)));
  if (nothing_named && lambda) {
    fail_at(at(close) ? token() : token(1), "named arguments must follow bare *");
    return false;
  }
  if (nothing_named) {
    fail(star.range, "named arguments must follow bare *");
    return false;
  }
  if (at(Kind::OpComma)) return true;
  invalid_syntax();
  return false;
}

bool Parser::double_star_parameter(ParameterState& state, bool lambda) {
  advance();
  state.out->kwarg = parameter(lambda, false);
  if (state.out->kwarg == nullptr) return false;
  if (at(Kind::OpEqual)) {
    fail(token().range, "var-keyword argument cannot have default value");
    return false;
  }
  return true;
}

}  // namespace hothouse::syntax
