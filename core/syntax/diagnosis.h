// What is wrong with a text that the parser has refused.
//
// The parser is made for texts that are right and says no more than that one is not. What a mistake
// is called follows from the order in which CPython's parser tries things (PEP 617): once without
// the rules for mistakes, once with them. This walks the same grammar in the same order over the
// tokens.
//
// Neighbours: grammar.peg and peg.h (the grammar), parser.cpp (who asks), diagnosis_actions.cpp.
// Invariant: the two walks do a bounded number of steps. Past them, or if they find nothing wrong,
// the error is the parser's own or, if it has none, at the furthest token that it has read.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/syntax/arena.h"
#include "core/syntax/parser_impl.h"
#include "core/syntax/peg.h"

namespace hothouse::syntax {

class Diagnosis {
 public:
  /// For a parser that has failed. The expression of an f-string's field is read in parentheses.
  explicit Diagnosis(Parser& parser);

  /// Walks from a rule of the grammar at a token that is known to be a beginning. The parser's
  /// error becomes what is found.
  void run(std::string_view start, std::size_t first);

 private:
  /// What a rule, a group or a repetition has matched.
  struct Node {
    std::string_view word;  ///< what kind of expression; empty for tokens and lists
    SourceRange range;
    std::size_t first = 0;  ///< token
    bool is_token = false;
    std::span<const Node*> parts;
  };
  struct Captures {
    const Node* a = nullptr;
    const Node* b = nullptr;
    void set(char name, const Node* node) { (name == 'b' ? b : a) = node; }
    const Node* get(char name) const { return name == 'b' ? b : a; }
  };
  /// What a rule has come to at a token: a list for each token, kept in the arena.
  struct Memory {
    std::uint16_t rule = 0;
    const Node* node = nullptr;
    std::size_t end = 0;
    const Memory* next = nullptr;
  };
  enum class Outcome : std::uint8_t { Matched, Failed, Committed };

  void settle();
  const Node* walk(std::uint16_t rule, std::size_t first);
  const Node* rule(std::uint16_t index);
  const Node* alternatives(const peg::Alternatives& all);
  Outcome alternative(const peg::Alternative& alternative, const Node*& result);
  const Node* made(const peg::Alternative& alternative, std::size_t begin,
                   std::vector<const Node*>& parts);
  const Node* item(const peg::Item& item);
  const Node* repeated(const peg::Item& item);
  const Node* once(const peg::Item& item);
  const Node* token(TokenKind kind);
  bool soft_keyword(const peg::Item& item);
  bool forced(const peg::Item& item);

  // diagnosis_actions.cpp. An action that reports nothing ends its rule, unless it gives a node.
  const Node* act(const peg::Action& action, const Captures& captures);
  void report_targets(const Node& node, peg::Action::Verb verb);
  const Node* invalid_target(const Node& node, peg::Action::Verb verb) const;
  void generator_in_call(const Node& arguments, const Node& generator);
  void argument_order(const Node& arguments);
  void legacy(const Node& name, const Node& rest);
  void comma(const Node& left, const Node& right);
  const Node* strings(const Node& literals);
  bool check_number(const Node& number, bool imaginary);
  std::string filled(const std::string& message, const Node* node) const;
  static const Node* last_part(const Node& node);
  static void flatten(const Node& node, std::vector<const Node*>& out);

  const Token& look();
  const Node* node(const Node& made) { return arena_.make<Node>(made); }
  const Memory* remembered(std::uint16_t rule) const;
  std::string_view text_of(const Token& token) const { return parser_.text_of(token); }
  void report(SourceRange range, const std::string& message);
  void report_end(const std::string& message, ErrorKind kind = ErrorKind::SyntaxError);
  void report_token_error();
  void report_in_token(std::size_t token, bool string);
  void report_generic(std::size_t last);

  static constexpr std::size_t kMaxSteps = 20'000'000;
  static constexpr int kMaxRules = sizeof(void*) == 4 ? 1000 : 5000;

  Parser& parser_;
  const peg::Grammar& grammar_;
  std::vector<Token> tokens_;
  std::size_t shift_ = 0;  // how many tokens stand before the parser's
  std::size_t mark_ = 0;
  std::size_t furthest_ = 0;
  std::size_t steps_ = 0;
  int depth_ = 0;
  bool what_is_wrong_ = false;  // whether the rules for mistakes are asked
  bool stopped_ = false;        // something is reported, or the walk takes too long
  bool settled_ = false;        // nothing that comes later in the text explains more
  std::vector<const Memory*> memory_;
  Arena arena_;
};

}  // namespace hothouse::syntax
