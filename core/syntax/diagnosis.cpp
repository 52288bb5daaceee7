// Walks the grammar over the tokens. See diagnosis.h.
#include "core/syntax/diagnosis.h"

#include <optional>
#include <utility>

namespace hothouse::syntax {

using peg::Alternative;
using peg::Alternatives;
using peg::Item;

Diagnosis::Diagnosis(Parser& parser)
    : parser_(parser), grammar_(peg::Grammar::python()), tokens_(parser.list_.tokens) {
  if (parser.fstring_depth_ == 0) return;
  // The parentheses in which CPython reads a field.
  shift_ = 1;
  Token open = tokens_.front();
  open.kind = TokenKind::OpLPar;
  open.level = 1;
  open.range.end = open.range.begin;
  --open.range.begin.col;
  open.length = 0;
  if (tokens_.back().kind == TokenKind::EndMarker) {
    Token close = tokens_.back();
    close.kind = TokenKind::OpRPar;
    close.level = 0;
    ++close.range.end.col;
    tokens_.back().range.begin = tokens_.back().range.end = close.range.end;
    Token newline = tokens_.back();
    newline.kind = TokenKind::Newline;
    tokens_.insert(tokens_.end() - 1, {close, newline});
  }
  tokens_.insert(tokens_.begin(), open);
}

void Diagnosis::run(std::string_view start, std::size_t first) {
  const std::uint16_t rule = grammar_.index_of(start);
  std::optional<SyntaxError> parsers = std::exchange(parser_.error_, std::nullopt);
  const std::size_t parsers_last = parser_.furthest() + shift_;
  const Node* accepted = walk(rule, first);
  const std::size_t last = furthest_;
  if (accepted == nullptr && !stopped_) {
    what_is_wrong_ = true;
    walk(rule, first);
    if (!stopped_) report_generic(last);
  }
  if (!parser_.error_) parser_.error_ = std::move(parsers);
  if (!parser_.error_) report_generic(parsers_last);
  settle();
}

/// CPython reads on to the end of the text after a syntax error: what is wrong with the tokens
/// explains more than what is wrong with their order, above all a bracket that nobody closed.
void Diagnosis::settle() {
  const TokenList& list = parser_.list_;
  if (settled_ || list.tokens.back().kind != TokenKind::Error) return;
  const Token& last = tokens_[furthest_];
  if (last.kind == TokenKind::Error || list.error_outranks_parser) {
    parser_.error_ = list.error;
  } else if (list.unclosed && last.range.begin.line > list.unclosed_error.line) {
    parser_.error_ = list.unclosed_error;
  }
}

const Diagnosis::Node* Diagnosis::walk(std::uint16_t rule_index, std::size_t first) {
  memory_.assign(tokens_.size(), nullptr);
  mark_ = first;
  return rule(rule_index);
}

/// The token at the mark. Seeing an error among the tokens is reporting it.
const Token& Diagnosis::look() {
  if (mark_ > furthest_) furthest_ = mark_;
  const Token& token = tokens_[mark_];
  if (token.kind == TokenKind::Error) report_token_error();
  return token;
}

const Diagnosis::Memory* Diagnosis::remembered(std::uint16_t rule) const {
  const Memory* found = memory_[mark_];
  while (found != nullptr && found->rule != rule) found = found->next;
  return found;
}

const Diagnosis::Node* Diagnosis::rule(std::uint16_t index) {
  if (stopped_ || ++steps_ > kMaxSteps || depth_ >= kMaxRules) {
    stopped_ = true;
    return nullptr;
  }
  const peg::Rule& rule = grammar_.rule(index);
  look();
  if (stopped_) return nullptr;
  const std::size_t begin = mark_;
  if (rule.remembered) {
    if (const Memory* found = remembered(index)) {
      mark_ = found->end;
      return found->node;
    }
  }
  const bool asked = what_is_wrong_;
  if (rule.without_invalid) what_is_wrong_ = false;
  ++depth_;
  const Node* result = alternatives(rule.alternatives);
  --depth_;
  what_is_wrong_ = asked;
  if (rule.remembered) {
    memory_[begin] = arena_.make<Memory>(index, result, mark_, memory_[begin]);
  }
  return result;
}

const Diagnosis::Node* Diagnosis::alternatives(const Alternatives& all) {
  const std::size_t begin = mark_;
  for (const Alternative& one : all) {
    if (one.asks_what_is_wrong && !what_is_wrong_) continue;
    const Node* result = nullptr;
    const Outcome outcome = alternative(one, result);
    if (stopped_) return nullptr;
    if (outcome == Outcome::Matched) return result;
    mark_ = begin;
    if (outcome == Outcome::Committed) return nullptr;
  }
  return nullptr;
}

Diagnosis::Outcome Diagnosis::alternative(const Alternative& alternative, const Node*& result) {
  const std::size_t begin = mark_;
  bool committed = false;
  Captures captures;
  std::vector<const Node*> parts;
  for (const Item& one : alternative.items) {
    if (one.what == Item::What::Cut) {
      committed = true;
      continue;
    }
    const Node* part = item(one);
    if (part == nullptr) return committed ? Outcome::Committed : Outcome::Failed;
    if (one.look == Item::Look::Ahead || one.look == Item::Look::NotAhead) continue;
    if (one.name != '\0') captures.set(one.name, part);
    parts.push_back(part);
  }
  if (alternative.action.verb == peg::Action::Verb::None) {
    result = made(alternative, begin, parts);
    return Outcome::Matched;
  }
  // What is not reported ends the rule, as it does in CPython.
  result = act(alternative.action, captures);
  return Outcome::Matched;
}

/// What an alternative stands for: what it says that it makes, the one expression in it, or a list.
const Diagnosis::Node* Diagnosis::made(const Alternative& alternative, std::size_t begin,
                                       std::vector<const Node*>& parts) {
  Node all;
  all.first = begin;
  all.range = tokens_[begin].range;
  if (mark_ > begin) all.range.end = tokens_[mark_ - 1].range.end;
  if (alternative.fold) {
    if (parts[1]->parts.empty()) return parts[0];
    all.word = parts[1]->parts.back()->word;
    return node(all);
  }
  all.word = alternative.word;
  if (all.word.empty()) {
    const Node* only = nullptr;
    bool several = false;
    for (const Node* part : parts) {
      if (part->is_token) continue;
      several = several || only != nullptr;
      only = part;
    }
    if (parts.size() == 1) return parts[0];
    if (only != nullptr && !several) return only;
  }
  all.parts = arena_.copy(parts);
  return node(all);
}

const Diagnosis::Node* Diagnosis::item(const Item& item) {
  if (item.look == Item::Look::Take) return repeated(item);
  const std::size_t begin = mark_;
  if (item.look == Item::Look::Forced) return forced(item) ? repeated(item) : nullptr;
  const Node* found = repeated(item);
  mark_ = begin;
  if (stopped_) return nullptr;
  if (item.look == Item::Look::Ahead) return found;
  static const Node kNothing;
  return found == nullptr ? &kNothing : nullptr;
}

const Diagnosis::Node* Diagnosis::repeated(const Item& item) {
  if (item.repeat == Item::Repeat::Once) return once(item);
  Node list;
  list.first = mark_;
  list.range = tokens_[mark_].range;
  std::vector<const Node*> parts;
  for (;;) {
    const std::size_t begin = mark_;
    if (item.repeat == Item::Repeat::Separated && !parts.empty() &&
        token(item.separator) == nullptr) {
      break;
    }
    const Node* next = stopped_ ? nullptr : once(item);
    if (next == nullptr) {
      mark_ = begin;
      break;
    }
    parts.push_back(next);
    list.range.end = next->range.end;
    if (item.repeat == Item::Repeat::Optional) break;
  }
  if (stopped_) return nullptr;
  const bool needed = item.repeat == Item::Repeat::Some || item.repeat == Item::Repeat::Separated;
  if (needed && parts.empty()) return nullptr;
  if (item.repeat == Item::Repeat::Optional && !parts.empty()) return parts[0];
  list.parts = arena_.copy(parts);
  return node(list);
}

const Diagnosis::Node* Diagnosis::once(const Item& item) {
  switch (item.what) {
    case Item::What::Rule:
      return rule(item.rule);
    case Item::What::Group:
      return alternatives(*item.group);
    case Item::What::Token:
      return token(item.kind);
    default: {
      if (!soft_keyword(item)) return nullptr;
      return token(TokenKind::Name);
    }
  }
}

bool Diagnosis::soft_keyword(const Item& item) {
  const Token& at = look();
  if (stopped_ || at.kind != TokenKind::Name) return false;
  const std::string_view text = text_of(at);
  if (item.what == Item::What::SoftKeyword) return text == item.text;
  // CPython compares as many characters as the name has.
  for (const std::string_view keyword : {"_", "case", "match"}) {
    if (keyword.starts_with(text)) return true;
  }
  return false;
}

const Diagnosis::Node* Diagnosis::token(TokenKind kind) {
  const Token& at = look();
  if (stopped_ || at.kind != kind) return nullptr;
  if (kind == TokenKind::Number) report_in_token(mark_, /*string=*/false);
  if (stopped_) return nullptr;
  Node made;
  made.range = at.range;
  made.first = mark_;
  made.is_token = true;
  if (mark_ + 1 < tokens_.size()) ++mark_;
  return node(made);
}

bool Diagnosis::forced(const Item& item) {
  const Token& at = look();
  if (stopped_) return false;
  if (at.kind == item.kind) return true;
  report(at.range, std::string("expected '") + token_spelling(item.kind) + "'");
  return false;
}

}  // namespace hothouse::syntax
