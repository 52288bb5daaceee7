// What an alternative of the grammar reports when it has matched. See diagnosis.h.
#include "core/syntax/diagnosis.h"

namespace hothouse::syntax {

using peg::Action;

const Diagnosis::Node* Diagnosis::act(const Action& action, const Captures& captures) {
  const Node* a = captures.get(action.a);
  const Node* b = captures.get(action.b);
  switch (action.verb) {
    case Action::Verb::None:
      return nullptr;
    case Action::Verb::At:
      report(a->range, filled(action.message, a));
      return nullptr;
    case Action::Verb::To:
      report({a->range.begin, last_part(*b)->range.end}, filled(action.message, a));
      return nullptr;
    case Action::Verb::From: {
      report({a->range.begin, tokens_[furthest_].range.end}, filled(action.message, a));
      --parser_.error_->end_col;
      return nullptr;
    }
    case Action::Verb::Behind:
      report({a->range.end, a->range.end}, filled(action.message, a));
      --parser_.error_->col;
      parser_.error_->end_col = 0;
      return nullptr;
    case Action::Verb::End:
      report_end(action.message);
      return nullptr;
    case Action::Verb::Indent:
      report_end(filled(action.message, a), ErrorKind::IndentationError);
      return nullptr;
    case Action::Verb::TargetsAssign:
    case Action::Verb::TargetsFor:
    case Action::Verb::TargetsDelete:
      report_targets(*a, action.verb);
      return nullptr;
    case Action::Verb::GeneratorInCall:
      generator_in_call(*a, *b);
      return nullptr;
    case Action::Verb::ArgumentOrder:
      argument_order(*a);
      return nullptr;
    case Action::Verb::Legacy:
      legacy(*a, *b);
      return nullptr;
    case Action::Verb::Comma:
      comma(*a, *b);
      return nullptr;
    case Action::Verb::Strings:
      return strings(*a);
    case Action::Verb::Real:
      return check_number(*a, /*imaginary=*/false) ? a : nullptr;
    case Action::Verb::Imaginary:
      return check_number(*a, /*imaginary=*/true) ? a : nullptr;
  }
  return nullptr;
}

std::string Diagnosis::filled(const std::string& message, const Node* node) const {
  std::string out;
  for (std::size_t at = 0; at < message.size(); ++at) {
    const std::string_view rest = std::string_view(message).substr(at);
    if (rest.starts_with("%kind")) {
      out += node->word;
      at += 4;
    } else if (rest.starts_with("%text")) {
      out += text_of(tokens_[node->first]);
      at += 4;
    } else if (rest.starts_with("%line")) {
      out += std::to_string(node->range.begin.line);
      at += 4;
    } else {
      out += message[at];
    }
  }
  return out;
}

/// The last expression in a list of lists, or the node itself.
const Diagnosis::Node* Diagnosis::last_part(const Node& node) {
  if (!node.word.empty() || node.is_token) return &node;
  for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part) {
    const bool empty = !(*part)->is_token && (*part)->word.empty() && (*part)->parts.empty();
    if (!empty) return last_part(**part);
  }
  return &node;
}

/// The expressions in a list of lists.
void Diagnosis::flatten(const Node& node, std::vector<const Node*>& out) {
  for (const Node* part : node.parts) {
    if (part->is_token) continue;
    if (part->word.empty()) {
      flatten(*part, out);
    } else {
      out.push_back(part);
    }
  }
}

void Diagnosis::report_targets(const Node& node, Action::Verb verb) {
  const Node* bad = invalid_target(node, verb);
  if (bad == nullptr) return;
  const char* what = verb == Action::Verb::TargetsDelete ? "cannot delete " : "cannot assign to ";
  report(bad->range, what + std::string(bad->word));
}

/// The innermost part that cannot be a target, or null.
const Diagnosis::Node* Diagnosis::invalid_target(const Node& node, Action::Verb verb) const {
  if (node.word == "name" || node.word == "attribute" || node.word == "subscript") return nullptr;
  if (node.word == "comparison" && verb == Action::Verb::TargetsFor) {
    // `for a in b` was read as `for` and a comparison.
    std::vector<const Node*> operands;
    flatten(node, operands);
    return operands[1]->word == "in" ? invalid_target(*operands[0], verb) : nullptr;
  }
  if (node.word == "starred" && verb == Action::Verb::TargetsDelete) return &node;
  if (node.word != "list" && node.word != "tuple" && node.word != "starred") return &node;
  std::vector<const Node*> parts;
  flatten(node, parts);
  for (const Node* part : parts) {
    if (const Node* bad = invalid_target(*part, verb)) return bad;
  }
  return nullptr;
}

void Diagnosis::generator_in_call(const Node& arguments, const Node& generator) {
  std::vector<const Node*> all;
  flatten(arguments, all);
  std::erase_if(all, [](const Node* n) { return n->word.starts_with("keyword"); });
  if (all.size() <= 1) return;
  report({all.back()->range.begin, last_part(generator)->range.end},
         "Generator expression must be parenthesized");
}

void Diagnosis::argument_order(const Node& arguments) {
  std::vector<const Node*> all;
  flatten(arguments, all);
  bool unpacking = false;
  for (const Node* n : all) unpacking = unpacking || n->word == "keyword unpacking";
  report_end(unpacking ? "positional argument follows keyword argument unpacking"
                       : "positional argument follows keyword argument");
}

namespace {
bool is_legacy(std::string_view name) { return name == "print" || name == "exec"; }
}  // namespace

void Diagnosis::legacy(const Node& name, const Node& rest) {
  const std::string text(text_of(tokens_[name.first]));
  if (!is_legacy(text)) return;
  report({name.range.begin, rest.range.end},
         "Missing parentheses in call to '" + text + "'. Did you mean " + text + "(...)?");
}

void Diagnosis::comma(const Node& left, const Node& right) {
  if (left.word == "name" && is_legacy(text_of(tokens_[left.first]))) return;
  if (tokens_[mark_ - 1].level == 0) return;
  report({left.range.begin, right.range.end}, "invalid syntax. Perhaps you forgot a comma?");
}

const Diagnosis::Node* Diagnosis::strings(const Node& literals) {
  report_in_token(literals.first, /*string=*/true);
  if (stopped_) return nullptr;
  for (std::size_t at = literals.first; at < mark_; ++at) {
    const std::string_view text = text_of(tokens_[at]);
    const std::string_view prefix = text.substr(0, text.find_first_of("'\""));
    if (prefix.find_first_of("fF") != std::string_view::npos) {
      Node formatted = literals;
      formatted.word = "f-string expression";
      return node(formatted);
    }
  }
  return &literals;
}

bool Diagnosis::check_number(const Node& number, bool imaginary) {
  const char last = text_of(tokens_[number.first]).back();
  const bool is_imaginary = last == 'j' || last == 'J';
  if (is_imaginary == imaginary) return true;
  report(number.range, imaginary ? "imaginary number required in complex literal"
                                 : "real number required in complex literal");
  return false;
}

// --- reporting, by the parser's words

void Diagnosis::report(SourceRange range, const std::string& message) {
  stopped_ = true;
  parser_.fail(range, message);
}

void Diagnosis::report_end(const std::string& message, ErrorKind kind) {
  stopped_ = true;
  parser_.fail_at(tokens_[furthest_], message, kind);
}

void Diagnosis::report_token_error() {
  stopped_ = true;
  parser_.raise(parser_.list_.error);
}

/// What the parser finds wrong inside of literals.
void Diagnosis::report_in_token(std::size_t token, bool string) {
  parser_.pos_ = token - shift_;
  stopped_ = (string ? parser_.strings() : parser_.number()) == nullptr;
}

/// Nothing better is known: `last` is the last token that was read without asking what is wrong.
void Diagnosis::report_generic(std::size_t last) {
  const TokenKind kind = tokens_[last].kind;
  if (kind == TokenKind::Indent || kind == TokenKind::Dedent) {
    settled_ = true;
    return report_end(kind == TokenKind::Indent ? "unexpected indent" : "unexpected unindent",
                      ErrorKind::IndentationError);
  }
  stopped_ = true;
  parser_.fail_at(tokens_[last], "invalid syntax");
  if (kind == TokenKind::EndMarker && parser_.fstring_depth_ == 0) {
    parser_.error_->col = parser_.error_->end_col = 0;
  }
}

}  // namespace hothouse::syntax
