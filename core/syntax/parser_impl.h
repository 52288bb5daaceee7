// The recursive-descent parser's state and rules, shared by the parse_*.cpp files. Not for others:
// see parser.h.
//
// Rules return null after an error. The first error wins, and everything unwinds from there.
// Diagnosing may need a look ahead by a whole expression; that runs inside a Trial, in which errors
// are neither elaborated nor kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/syntax/lexer.h"
#include "core/syntax/parser.h"

namespace hothouse::syntax {

/// What an assignment target is for; decides over the words of the error.
enum class TargetUse : std::uint8_t { Assign, For, Delete };

/// CPython's name for a kind of expression in messages ("function call").
const char* expression_name(const Expr* expr);

class Parser {
 public:
  Parser(const SourceText& source, Arena& arena, TokenList list, int fstring_depth,
         TextOrigin origin);

  Module* module(ParseMode mode);
  /// The expression of an f-string field: all tokens, read as if in parentheses.
  Expr* fstring_field();
  const SyntaxError& error() const { return error_; }
  std::vector<SyntaxError> take_warnings();

 private:
  using Kind = TokenKind;
  friend class StringJoiner;  // parse_string.h
  friend class Diagnosis;     // diagnosis.h

  /// Remembers the state of the parser; goes back to it unless told to keep what was parsed.
  class Trial {
   public:
    explicit Trial(Parser& parser);
    ~Trial();
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;
    /// Goes on from the current token. Only for a trial that succeeded.
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
  };

  // parser.cpp: tokens, nodes, errors
  const Token& token(std::size_t ahead = 0) const;
  const Token& previous() const { return list_.tokens[pos_ - 1]; }
  bool at(Kind kind) const { return list_.tokens[pos_].kind == kind; }
  bool at(Kind kind, std::size_t ahead) const { return token(ahead).kind == kind; }
  bool at_name(std::string_view text, std::size_t ahead = 0) const;
  void advance();
  bool accept(Kind kind);
  bool expect(Kind kind);
  /// Like expect, but the error says "expected ':'".
  bool expect_forced(Kind kind);
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
  std::nullptr_t fail(SourceRange range, const std::string& message);
  std::nullptr_t fail_from(Position begin, const std::string& message);
  /// Reports at a token, as CPython does for the last token that it has read.
  std::nullptr_t fail_at(const Token& t, const std::string& message,
                         ErrorKind kind = ErrorKind::SyntaxError);
  std::nullptr_t invalid_syntax() { return invalid_syntax(token()); }
  std::nullptr_t invalid_syntax(const Token& t);
  std::uint32_t column(Position at) const { return origin_.byte_columns ? at.byte_col : at.col; }
  std::string field_prefix(const std::string& message) const;
  void raise(SyntaxError error);
  void diagnose(std::string_view start);
  void settle_error();

  // parse_expression.cpp
  Expr* star_expressions();
  Expr* star_expression();
  Expr* star_named_expression();
  Expr* named_expression();
  Expr* expression(bool diagnose_comma = true);
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
  bool starts_expression(const Token& t) const;
  // parse_diagnosis.cpp
  bool diagnose_adjacent(Expr* first, std::size_t first_token);
  std::nullptr_t diagnose_equal_sign(Expr* left);

  // parse_primary.cpp
  Expr* primary();
  Expr* primary_suffixes(Expr* value, Position begin);
  Expr* atom();
  Expr* constant(ConstantKind kind);
  Expr* number();
  Expr* subscript_index();
  Expr* slice();
  bool arguments(ArgumentList& out, Position open, bool allow_generator);
  bool argument(ArgumentList& out, Position open, Position first, bool allow_generator,
                bool& out_of_order);
  bool keyword_argument(ArgumentList& out);

  // parse_display.cpp
  Expr* parenthesized();
  Expr* list_display();
  Expr* brace_display();
  Expr* dict_display(Expr* first_key, Position begin);
  Expr* set_display(Expr* first, Position begin);
  bool dict_value(std::vector<Expr*>& values);
  bool comprehension_clauses(std::vector<Comprehension>& out);
  Expr* comprehension(ExprKind kind, Expr* elt, Expr* value, Position begin);
  bool elements(std::vector<Expr*>& out, Kind close);
  bool at_comprehension() const {
    return at(Kind::KwFor) || (at(Kind::KwAsync) && at(Kind::KwFor, 1));
  }

  // parse_parameters.cpp
  Arguments* parameters(bool lambda);
  bool parameter_item(struct ParameterState& state, bool lambda);
  bool star_parameter(struct ParameterState& state, bool lambda);
  bool double_star_parameter(struct ParameterState& state, bool lambda);
  bool slash_parameter(struct ParameterState& state);
  Arg* parameter(bool lambda, bool star_annotation);

  // parse_target.cpp
  bool set_context(Expr* target, Context context, TargetUse use);
  const Expr* invalid_target(const Expr* target, TargetUse use) const;
  Expr* target_list(TargetUse use);

  // parse_string.cpp
  Expr* strings();

  // parse_simple.cpp, parse_import.cpp
  bool simple_statements(std::vector<Stmt*>& out);
  Stmt* simple_statement();
  Stmt* expression_statement();
  Stmt* annotated_assignment(Expr* target, bool parenthesized, Position begin);
  Stmt* assignment(Expr* first, Position begin);
  Stmt* augmented_assignment(Expr* target, BinaryOp op, Position begin);
  bool bad_assignment_target(Expr* target, bool first);
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
  bool block(Stmts& out, const char* what, std::uint32_t line);
  bool header_colon();
  Stmt* if_statement();
  bool else_block(Stmts& out);
  Stmt* while_statement();
  Stmt* for_statement(Position begin, bool is_async);
  Stmt* with_statement(Position begin, bool is_async);
  bool with_items(std::vector<WithItem>& out, Kind end);
  Stmt* try_statement();
  bool except_handler(std::vector<ExceptHandler>& out, bool first, bool& is_star);
  Stmt* decorated();
  Stmt* function_definition(Position begin, Exprs decorators, bool is_async);
  Stmt* class_definition(Exprs decorators);

  // parse_match.cpp, parse_pattern.cpp
  Stmt* match_statement();
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
  std::size_t furthest_ = 0;   // of the tokens looked at
  std::size_t statement_ = 0;  // where the module's last statement begins
  int depth_ = 0;
  int trials_ = 0;
  int fstring_depth_;
  TextOrigin origin_;
  bool failed_ = false;
  SyntaxError error_;
};

}  // namespace hothouse::syntax
