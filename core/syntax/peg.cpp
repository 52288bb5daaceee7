// Reads a grammar. See peg.h.
#include "core/syntax/peg.h"

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace hothouse::syntax::peg {

namespace {

constexpr std::string_view kPython =
#include "core/syntax/grammar.peg"
    ;

struct Spelling {
  std::string_view text;
  TokenKind kind;
};

constexpr Spelling kSpellings[] = {
#define KEYWORD(Name, spelling) {spelling, TokenKind::Kw##Name},
#define OPERATOR(Name, spelling) {spelling, TokenKind::Op##Name},
#include "core/syntax/tokens.def"
    {"ENDMARKER", TokenKind::EndMarker}, {"NEWLINE", TokenKind::Newline},
    {"INDENT", TokenKind::Indent},       {"DEDENT", TokenKind::Dedent},
    {"NAME", TokenKind::Name},           {"NUMBER", TokenKind::Number},
    {"STRING", TokenKind::String},
};

struct VerbRow {
  std::string_view text;
  Action::Verb verb;
};

constexpr VerbRow kVerbs[] = {
    {"at", Action::Verb::At},
    {"from", Action::Verb::From},
    {"behind", Action::Verb::Behind},
    {"end", Action::Verb::End},
    {"indent", Action::Verb::Indent},
    {"targets assign", Action::Verb::TargetsAssign},
    {"targets for", Action::Verb::TargetsFor},
    {"targets delete", Action::Verb::TargetsDelete},
    {"generator", Action::Verb::GeneratorInCall},
    {"order", Action::Verb::ArgumentOrder},
    {"legacy", Action::Verb::Legacy},
    {"comma", Action::Verb::Comma},
    {"strings", Action::Verb::Strings},
    {"real", Action::Verb::Real},
    {"imaginary", Action::Verb::Imaginary},
};

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Reads one rule's right side.
class Reader {
 public:
  Reader(std::string_view text, const std::unordered_map<std::string_view, std::uint16_t>& names)
      : text_(text), names_(names) {}

  Alternatives rule() {
    accept("|");
    Alternatives all = alternatives();
    if (at_ < text_.size()) wrong("what is this?");
    return all;
  }

 private:
  [[noreturn]] void wrong(const char* what) const {
    const std::string here(text_.substr(at_, 40));
    std::fprintf(stderr, "hothouse: the grammar: %s: %s\n", what, here.c_str());
    std::abort();
  }

  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }

  bool accept(std::string_view mark) {
    skip();
    if (text_.substr(at_, mark.size()) != mark) return false;
    at_ += mark.size();
    return true;
  }

  void expect(std::string_view mark) {
    if (!accept(mark)) wrong("something is missing");
  }

  std::string_view word() {
    skip();
    const std::size_t begin = at_;
    while (at_ < text_.size() && in_word(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  Alternatives alternatives() {
    Alternatives all;
    do {
      all.push_back(alternative());
    } while (accept("|"));
    return all;
  }

  Alternative alternative() {
    Alternative result;
    for (;;) {
      skip();
      if (at_ >= text_.size() || text_[at_] == '|' || text_[at_] == ')' || text_[at_] == ']') break;
      if (accept("->")) {
        skip();
        const std::size_t begin = at_;
        while (at_ < text_.size() && (in_word(text_[at_]) || text_[at_] == ' ')) ++at_;
        result.word = text_.substr(begin, at_ - begin);
        while (result.word.ends_with(' ')) result.word.remove_suffix(1);
        result.fold = result.word == "fold";
        break;
      }
      if (accept("{")) {
        result.action = action();
        break;
      }
      result.items.push_back(item());
    }
    result.asks_what_is_wrong =
        result.items.size() == 1 && result.items[0].what == Item::What::Rule && last_is_invalid_;
    return result;
  }

  Item item() {
    Item result;
    if (accept("~")) {
      result.what = Item::What::Cut;
      return result;
    }
    if (accept("&&")) {
      result.look = Item::Look::Forced;
    } else if (accept("&")) {
      result.look = Item::Look::Ahead;
    } else if (accept("!")) {
      result.look = Item::Look::NotAhead;
    }
    skip();
    if (at_ + 1 < text_.size() && in_word(text_[at_]) && text_[at_ + 1] == '=') {
      result.name = text_[at_];
      at_ += 2;
    }
    primary(result);
    if (at_ >= text_.size()) return result;
    if (text_[at_] == '.') {
      ++at_;
      const TokenKind separator = result.kind;
      result.what = Item::What::Token;
      primary(result);
      result.separator = separator;
      result.repeat = Item::Repeat::Separated;
      expect("+");
      return result;
    }
    switch (text_[at_]) {
      case '?':
        result.repeat = Item::Repeat::Optional;
        break;
      case '*':
        result.repeat = Item::Repeat::Any;
        break;
      case '+':
        result.repeat = Item::Repeat::Some;
        break;
      default:
        return result;
    }
    ++at_;
    return result;
  }

  void primary(Item& result) {
    last_is_invalid_ = false;
    if (accept("(")) {
      group(result, ")");
    } else if (accept("[")) {
      group(result, "]");
      result.repeat = Item::Repeat::Optional;
    } else if (accept("'")) {
      result.kind = kind_of(until('\''));
    } else if (accept("\"")) {
      result.what = Item::What::SoftKeyword;
      result.text = until('"');
    } else {
      const std::string_view name = word();
      if (name == "SOFT_KEYWORD") {
        result.what = Item::What::AnySoftKeyword;
      } else if (auto found = names_.find(name); found != names_.end()) {
        result.what = Item::What::Rule;
        result.rule = found->second;
        last_is_invalid_ = name.starts_with("invalid_");
      } else {
        result.kind = kind_of(name);
      }
    }
  }

  void group(Item& result, std::string_view close) {
    result.what = Item::What::Group;
    result.group = std::make_shared<Alternatives>(alternatives());
    expect(close);
    last_is_invalid_ = false;
  }

  std::string_view until(char quote) {
    const std::size_t begin = at_;
    at_ = text_.find(quote, at_) + 1;
    return text_.substr(begin, at_ - 1 - begin);
  }

  TokenKind kind_of(std::string_view text) const {
    for (const Spelling& row : kSpellings) {
      if (row.text == text) return row.kind;
    }
    wrong("neither a token nor a rule before");
  }

  Action action() {
    Action result;
    std::string_view verb = word();
    if (verb == "targets") {
      const std::string_view use = word();
      verb = std::string_view(verb.data(), static_cast<std::size_t>(use.end() - verb.begin()));
    }
    if (verb.size() == 1) {
      result.verb = Action::Verb::To;
      result.a = verb[0];
      expect("to");
      result.b = word()[0];
    } else {
      for (const VerbRow& row : kVerbs) {
        if (row.text == verb) result.verb = row.verb;
      }
      if (result.verb == Action::Verb::None) wrong("what to do is unknown before");
      if (const std::string_view a = word(); !a.empty()) result.a = a[0];
      if (const std::string_view b = word(); !b.empty()) result.b = b[0];
    }
    if (accept(":")) {
      expect("\"");
      for (; text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\\') ++at_;
        result.message += text_[at_];
      }
      ++at_;
    }
    expect("}");
    return result;
  }

  std::string_view text_;
  const std::unordered_map<std::string_view, std::uint16_t>& names_;
  std::size_t at_ = 0;
  bool last_is_invalid_ = false;
};

}  // namespace

const Grammar& Grammar::python() {
  static const Grammar kGrammar(kPython);
  return kGrammar;
}

// A rule begins at the start of a line; comments are lines of their own.
Grammar::Grammar(std::string_view text) {
  std::vector<std::string_view> bodies;
  std::size_t begin = 0;
  while (begin < text.size()) {
    if (text[begin] == '\n') {
      ++begin;
      continue;
    }
    if (text[begin] == '#') {
      begin = text.find('\n', begin);
      continue;
    }
    std::size_t end = begin;
    do {
      end = text.find('\n', end) + 1;
    } while (end < text.size() && text[end] == ' ');
    const std::string_view all = text.substr(begin, end - begin);
    const std::size_t colon = all.find(':');
    Rule rule;
    rule.name = all.substr(0, colon);
    rule.remembered = rule.name.ends_with(" memo");
    if (rule.remembered) rule.name.remove_suffix(5);
    rule.without_invalid = rule.name.ends_with("_without_invalid");
    names_.emplace(rule.name, static_cast<std::uint16_t>(rules_.size()));
    rules_.push_back(std::move(rule));
    bodies.push_back(all.substr(colon + 1));
    begin = end;
  }
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    rules_[i].alternatives = Reader(bodies[i], names_).rule();
  }
}

}  // namespace hothouse::syntax::peg
