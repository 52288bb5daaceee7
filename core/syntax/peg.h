// A grammar in the notation of PEP 617, read into tables that diagnosis.cpp walks.
//
// Neighbours: grammar.peg (Python's, which says more on the notation), diagnosis.h (who asks).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/syntax/token.h"

namespace hothouse::syntax::peg {

struct Alternative;
using Alternatives = std::vector<Alternative>;

/// One thing to match, and how.
struct Item {
  enum class What : std::uint8_t { Token, SoftKeyword, AnySoftKeyword, Rule, Group, Cut };
  enum class Repeat : std::uint8_t { Once, Optional, Any, Some, Separated };
  enum class Look : std::uint8_t { Take, Ahead, NotAhead, Forced };

  What what = What::Token;
  Repeat repeat = Repeat::Once;
  Look look = Look::Take;
  char name = '\0';
  TokenKind kind = TokenKind::Error;       ///< of a Token
  TokenKind separator = TokenKind::Error;  ///< of a Separated list
  std::uint16_t rule = 0;                  ///< of a Rule
  std::string_view text;                   ///< of a SoftKeyword
  std::shared_ptr<Alternatives> group;
};

/// What an alternative that has matched says.
struct Action {
  enum class Verb : std::uint8_t {
    None,
    At,               ///< an error at a
    To,               ///< an error from a through b
    From,             ///< an error from a through the last token read
    Behind,           ///< an error at the end of a
    End,              ///< an error at the last token read
    Indent,           ///< an IndentationError there
    TargetsAssign,    ///< an error at the part of a that cannot be assigned to, if there is one
    TargetsFor,       ///< the same for what stands after `for`, which may hold the `in`
    TargetsDelete,    ///< the same for what cannot be deleted
    GeneratorInCall,  ///< a generator b, without parentheses, is not the only argument of a
    ArgumentOrder,    ///< positional arguments follow the keywords of a
    Legacy,           ///< a may be `print` without parentheses
    Comma,            ///< two expressions side by side
    Strings,          ///< joins literals, which may be wrong in themselves
    Real,             ///< a is no imaginary number
    Imaginary,        ///< a is one
  };
  Verb verb = Verb::None;
  char a = '\0';
  char b = '\0';
  std::string message;  ///< %kind, %text and %line are those of a
};

struct Alternative {
  std::vector<Item> items;
  std::string_view word;  ///< the kind of expression that it makes, as messages call it
  bool fold = false;
  bool asks_what_is_wrong = false;  ///< nothing but an invalid_ rule
  Action action;
};

struct Rule {
  std::string_view name;
  bool remembered = false;
  bool without_invalid = false;
  Alternatives alternatives;
};

class Grammar {
 public:
  /// Python's, read when it is first asked for.
  static const Grammar& python();

  /// Reads a grammar. Its text must outlive it; what is wrong in it ends the program.
  explicit Grammar(std::string_view text);

  const Rule& rule(std::uint16_t index) const { return rules_[index]; }
  std::uint16_t index_of(std::string_view name) const { return names_.at(name); }

 private:
  std::vector<Rule> rules_;
  std::unordered_map<std::string_view, std::uint16_t> names_;
};

}  // namespace hothouse::syntax::peg
