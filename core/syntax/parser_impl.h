// The recursive-descent parser's state and rules, shared by the parse_*.cpp files. Not for others:
// see parser.h.
//
// A rule whose text it does not find returns null or false, and everything unwinds from there: the
// parser accepts exactly what the grammar does and has no opinion on the rest. What is wrong is for
// diagnosis.h to find out. Errors that are no matter of the grammar (what literals hold, how deep
// the text nests) are raised on the way; the first one wins.
// Invariant: where two readings are possible, the first is a Trial; nothing else goes back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/syntax/lexer.h"
#include "core/syntax/parser.h"

namespace hothouse::syntax {

class Parser {
 public:
  Parser(const SourceText& source, Arena& arena, TokenList list, int fstring_depth,
         TextOrigin origin);

  Module* module(ParseMode mode);
  /// The expression of an f-string field: all tokens, read as if in parentheses.
  Expr* fstring_field();
  /// What is wrong, after one of these has returned null.
  const SyntaxError& error() const { return *error_; }
  std::vector<SyntaxError> take_warnings();

 private:
  using Kind = TokenKind;
  friend class StringJoiner;  // parse_string.h
  friend class Diagnosis;     // diagnosis.h

  /// Goes back to the current token in the end unless told to keep what was parsed.
  class Trial {
   public:
    explicit Trial(Parser& parser) : parser_(parser), pos_(parser.pos_) {}
    ~Trial() {
      if (!kept_) parser_.go_back(pos_);
    }
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;
    void keep() { kept_ = true; }

   private:
    Parser& parser_;
    std::size_t pos_;
    bool kept_ = false;
  };

  /// Counts the nesting of rules; fails when it is too deep.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) { ++parser_.depth_; }
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    bool too_deep();

   private:
    Parser& parser_;
  };

  struct ArgumentList {
    std::vector<Expr*> args;
    std::vector<Keyword*> keywords;
    bool unpacks_mapping = false;
  };

  // parser.cpp, but for what is short
  bool evaluated(std::vector<Stmt*>& out);
  const Token& token() const { return list_.tokens[pos_]; }
  const Token& previous() const { return list_.tokens[pos_ - 1]; }
  bool at(Kind kind) const { return token().kind == kind; }
  /// Only where the current token is not the last, which no rule takes.
  bool next_is(Kind kind) const { return list_.tokens[pos_ + 1].kind == kind; }
  bool at_name(std::string_view text) const { return at(Kind::Name) && text_of(token()) == text; }
  void advance() {
    if (pos_ + 1 < list_.tokens.size()) ++pos_;
  }
  void go_back(std::size_t pos) {
    behind_ = furthest();
    pos_ = pos;
  }
  std::size_t furthest() const { return pos_ > behind_ ? pos_ : behind_; }
  bool accept(Kind kind) {
    if (!at(kind)) return false;
    advance();
    return true;
  }
  std::string_view text_of(const Token& t) const;
  std::string_view normal_name(std::string_view text) const;
  Position here() const { return token().range.begin; }
  Position last_end() const { return pos_ > 0 ? previous().range.end : here(); }
  template <class T, class K>
  T* node(K kind, Position begin) {
    return finish(arena_.make<T>(), kind, begin);
  }
  template <class T, class K>
  T* finish(T* n, K kind, Position begin) {
    n->kind = kind;
    n->range = {begin, last_end()};
    return n;
  }
  Name* name_node(const Token& t, Context context);
  Name* name_node(std::string_view text, SourceRange range, Context context);
  void fail(SourceRange range, const std::string& message);
  /// Reports at a token, as CPython does for the last token that it has read.
  void fail_at(const Token& t, const std::string& message, ErrorKind kind = ErrorKind::SyntaxError);
  std::uint32_t column(Position at) const { return origin_.byte_columns ? at.byte_col : at.col; }
  std::string field_prefix(const std::string& message) const;
  void raise(SyntaxError error);
  void diagnose(std::string_view start);

  // parse_expression.cpp
  Expr* expression_list(bool stars);
  Expr* star_expressions() { return expression_list(/*stars=*/true); }
  Expr* star_expression();
  Expr* star_named_expression();
  Expr* named_expression();
  Expr* expression();
  Expr* conditional(Expr* body, Position begin);
  Expr* disjunction();
  Expr* conjunction();
  Expr* inversion();
  Expr* comparison();
  Expr* bitwise_or() { return binary(1); }
  Expr* binary(int min_precedence);
  Expr* factor();
  Expr* power();
  Expr* lambda();
  Expr* yield_expression();
  Expr* yield_or_star_expressions();
  bool comparison_operator(CompareOp& op);
  bool starts_expression() const;
  bool at_walrus() const { return at(Kind::Name) && next_is(Kind::OpColonEqual); }

  // parse_primary.cpp
  Expr* primary();
  Expr* primary_suffixes(Expr* value, Position begin);
  Expr* atom();
  Expr* constant(ConstantKind kind);
  Expr* number();
  Expr* subscript_index();
  Expr* slice();
  bool arguments(ArgumentList& out, Position open, bool allow_generator);
  bool argument(ArgumentList& out);
  bool keyword_argument(ArgumentList& out);
  Expr* starred_argument();

  // parse_display.cpp
  Expr* parenthesized();
  Expr* list_display();
  Expr* brace_display();
  Expr* dict_display(Expr* first_key, Position begin);
  Expr* set_display(Expr* first, Position begin);
  bool comprehension_clauses(std::vector<Comprehension>& out);
  Expr* comprehension(ExprKind kind, Expr* elt, Expr* value, Position begin);
  bool more_elements(std::vector<Expr*>& out, Kind close);
  bool at_comprehension() const {
    return at(Kind::KwFor) || (at(Kind::KwAsync) && next_is(Kind::KwFor));
  }

  // parse_parameters.cpp
  Arguments* parameters(bool lambda);
  bool parameter_item(struct ParameterState& state, bool lambda);
  bool star_parameter(struct ParameterState& state, bool lambda);
  bool slash_parameter(struct ParameterState& state);
  Arg* parameter(bool lambda, bool star_annotation);

  // parse_target.cpp
  bool make_target(Expr* expr, Context context);
  bool make_single_target(Expr* expr);
  Expr* for_targets();

  // parse_string.cpp
  Expr* strings();

  // parse_simple.cpp, parse_import.cpp
  bool simple_statements(std::vector<Stmt*>& out);
  Stmt* simple_statement();
  Stmt* expression_statement();
  Stmt* annotated_assignment(Expr* target, bool parenthesized, Position begin);
  Stmt* assignment(Expr* first, Position begin);
  Stmt* augmented_assignment(Expr* target, BinaryOp op, Position begin);
  Stmt* return_statement();
  Stmt* raise_statement();
  Stmt* delete_statement();
  Stmt* assert_statement();
  Stmt* import_statement();
  Stmt* from_import_statement();
  bool from_import_names(std::vector<Alias>& out);
  bool dotted_name(std::string& out, Token& first);
  bool alias_as(Alias& alias);
  Stmt* scope_declaration();

  // parse_compound.cpp, parse_definition.cpp
  bool statements_until(Kind end, std::vector<Stmt*>& out);
  bool statement(std::vector<Stmt*>& out);
  Stmt* compound_statement();
  bool block(Stmts& out);
  Stmt* if_statement();
  bool else_block(Stmts& out);
  Stmt* while_statement();
  Stmt* for_statement(Position begin, bool is_async);
  Stmt* with_statement(Position begin, bool is_async);
  bool with_items(std::vector<WithItem>& out, Kind end);
  Stmt* try_statement();
  bool except_handler(std::vector<ExceptHandler>& out, bool is_star);
  Stmt* decorated();
  Stmt* function_definition(Position begin, Exprs decorators, bool is_async);
  Stmt* class_definition(Exprs decorators);

  // parse_match.cpp, parse_pattern.cpp
  Expr* match_header();
  Stmt* match_statement(Position begin, Expr* subject);
  Expr* match_subject();
  bool match_case(std::vector<MatchCase>& out);
  Pattern* patterns();
  Pattern* star_pattern();
  Pattern* as_pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Pattern* group_or_sequence_pattern(Kind close);
  Pattern* mapping_pattern();
  Pattern* class_pattern(Expr* cls, Position begin);
  Pattern* name_pattern();
  Pattern* literal_pattern();
  Expr* pattern_number();
  Expr* pattern_signed_number();
  Expr* mapping_key();

  const SourceText& source_;
  Arena& arena_;
  TokenList list_;
  std::size_t pos_ = 0;
  std::size_t behind_ = 0;     // the furthest token that a trial has gone back from
  std::size_t statement_ = 0;  // where the module's last statement begins
  int depth_ = 0;
  int fstring_depth_;
  TextOrigin origin_;
  std::optional<SyntaxError> error_;
};

}  // namespace hothouse::syntax
