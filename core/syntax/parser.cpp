// The parser's entry points and its helpers: tokens, nodes, errors. See parser.h and parser_impl.h.
#include "core/syntax/parser.h"

#include <algorithm>
#include <utility>

#include "core/objects/unicode_names.h"
#include "core/syntax/definite_assignment.h"
#include "core/syntax/diagnosis.h"
#include "core/syntax/parser_impl.h"
#include "core/syntax/scopes.h"

namespace hothouse::syntax {

namespace {

bool ends_operand(TokenKind kind) {
  switch (kind) {
    case TokenKind::Name:
    case TokenKind::Number:
    case TokenKind::String:
    case TokenKind::OpRPar:
    case TokenKind::OpRSqb:
    case TokenKind::OpRBrace:
    case TokenKind::KwNone:
    case TokenKind::KwTrue:
    case TokenKind::KwFalse:
      return true;
    default:
      return false;
  }
}

bool has_wide(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

}  // namespace

Parser::Parser(const SourceText& source, Arena& arena, TokenList list, int fstring_depth,
               TextOrigin origin)
    : source_(source),
      arena_(arena),
      list_(std::move(list)),
      fstring_depth_(fstring_depth),
      origin_(origin) {}

Parser::Trial::Trial(Parser& parser) : parser_(parser), pos_(parser.pos_) { ++parser.trials_; }

Parser::Trial::~Trial() {
  --parser_.trials_;
  if (!kept_) {
    parser_.pos_ = pos_;
    parser_.failed_ = false;
  }
}

bool Parser::Nesting::too_deep() {
  if (parser_.depth_ <= kMaxDepth) return false;
  SyntaxError error;
  error.kind = ErrorKind::RecursionError;
  error.message = "maximum recursion depth exceeded during compilation";
  parser_.raise(error);
  return true;
}

const Token& Parser::token(std::size_t ahead) const {
  std::size_t index = pos_ + ahead;
  return index < list_.tokens.size() ? list_.tokens[index] : list_.tokens.back();
}

bool Parser::at_name(std::string_view text, std::size_t ahead) const {
  return token(ahead).kind == Kind::Name && text_of(token(ahead)) == text;
}

void Parser::advance() {
  if (pos_ + 1 < list_.tokens.size()) ++pos_;
  if (pos_ > furthest_) furthest_ = pos_;
}

bool Parser::accept(Kind kind) {
  if (!at(kind)) return false;
  advance();
  return true;
}

bool Parser::expect(Kind kind) {
  if (accept(kind)) return true;
  invalid_syntax();
  return false;
}

bool Parser::expect_forced(Kind kind) {
  if (accept(kind)) return true;
  if (at(Kind::Error)) {
    invalid_syntax();
  } else {
    fail(token().range, std::string("expected '") + token_spelling(kind) + "'");
  }
  return false;
}

std::string_view Parser::text_of(const Token& t) const {
  std::string_view text = source_.text().substr(t.offset, t.length);
  return t.kind == Kind::Name && has_wide(text) ? normal_name(text) : text;
}

/// Names are compared in the normal form KC.
std::string_view Parser::normal_name(std::string_view text) const {
  std::u32string points;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    points.push_back(decode_utf8(text, at, length));
  }
  const std::u32string normal = unicode_normalize(points, /*compatibility=*/true, /*compose=*/true);
  if (normal == points) return text;
  std::string utf8;
  for (char32_t c : normal) append_utf8(utf8, c);
  return arena_.copy_text(utf8);
}

Name* Parser::name_node(const Token& t, Context context) {
  return name_node(text_of(t), t.range, context);
}

Name* Parser::name_node(std::string_view text, SourceRange range, Context context) {
  Name* name = arena_.make<Name>();
  name->kind = ExprKind::Name;
  name->range = range;
  name->id = name->mangled = arena_.intern(text);
  name->context = context;
  return name;
}

// What the parser says about the inside of an f-string field is marked as such.
std::string Parser::field_prefix(const std::string& message) const {
  bool marked = fstring_depth_ == 0 || message.compare(0, 10, "f-string: ") == 0;
  return marked ? "" : "f-string: ";
}

std::nullptr_t Parser::fail(SourceRange range, const std::string& message) {
  SyntaxError error;
  error.message = field_prefix(message) + message;
  error.line = range.begin.line;
  error.col = column(range.begin) + 1;
  error.end_line = range.end.line;
  error.end_col = column(range.end) + 1;
  raise(std::move(error));
  return nullptr;
}

std::nullptr_t Parser::fail_from(Position begin, const std::string& message) {
  return fail({begin, token().range.end}, message);
}

std::nullptr_t Parser::fail_at(const Token& t, const std::string& message, ErrorKind kind) {
  if (t.kind == Kind::Error) return invalid_syntax(t);
  SyntaxError error;
  error.kind = kind;
  error.message = field_prefix(message) + message;
  error.line = t.range.begin.line;
  error.col = column(t.range.begin) + 1;
  error.end_line = t.range.end.line;
  error.end_col = column(t.range.end) + 1;
  bool empty = t.kind == Kind::Indent || t.kind == Kind::Dedent || t.kind == Kind::EndMarker;
  if (empty && fstring_depth_ > 0) ++error.end_col;  // where CPython sees its own parenthesis
  if (empty && fstring_depth_ == 0) {
    // These have no text of their own: the place is where the tokenizer stands.
    error.line = error.end_line = t.range.end.line;
    const bool behind = origin_.read_by_lines && t.offset >= source_.text().size();
    error.col = behind ? 0 : column(t.range.end);
    error.end_col = 0;
  }
  raise(std::move(error));
  return nullptr;
}

std::nullptr_t Parser::invalid_syntax(const Token& t) {
  if (t.kind == Kind::Error) {
    raise(list_.error);
  } else if (t.kind == Kind::KwNot && &t == &token() && pos_ > 0 && ends_operand(previous().kind)) {
    // Where a `not` may follow, `in` is missing behind it.
    fail_at(token(1), "invalid syntax");
  } else if (t.kind == Kind::Indent) {
    fail_at(t, "unexpected indent", ErrorKind::IndentationError);
  } else if (t.kind == Kind::Dedent) {
    fail_at(t, "unexpected unindent", ErrorKind::IndentationError);
  } else {
    fail_at(t, "invalid syntax");
    if (t.kind == Kind::EndMarker && fstring_depth_ == 0) error_.col = error_.end_col = 0;
  }
  return nullptr;
}

void Parser::raise(SyntaxError error) {
  if (failed_) return;
  failed_ = true;
  if (trials_ == 0) error_ = std::move(error);
}

// Finds out what is wrong, unless it is that the text is too deep for any parser.
void Parser::diagnose(std::string_view start) {
  const bool too_deep =
      error_.kind == ErrorKind::RecursionError || error_.kind == ErrorKind::MemoryError;
  if (!too_deep) Diagnosis(*this).run(start, statement_);
}

// CPython reads on to the end of the text after a syntax error: what is wrong with the tokens
// explains more than the parser's complaint, above all a bracket that nobody closed.
void Parser::settle_error() {
  if (error_.kind == ErrorKind::RecursionError) return;
  if (list_.tokens.back().kind != Kind::Error) return;
  if (list_.tokens[furthest_].kind == Kind::Error) {
    error_ = list_.error;
    return;
  }
  if (list_.error_outranks_parser) {
    error_ = list_.error;
  } else if (list_.unclosed &&
             list_.tokens[furthest_].range.begin.line > list_.unclosed_error.line) {
    error_ = list_.unclosed_error;
  }
}

Module* Parser::module(ParseMode mode) {
  Module* result = arena_.make<Module>();
  result->mode = mode;
  std::vector<Stmt*> body;
  if (mode == ParseMode::Eval) {
    Position begin = here();
    Expr* value = star_expressions();
    while (value != nullptr && accept(Kind::Newline)) {
    }
    if (value != nullptr && expect(Kind::EndMarker)) {
      ExprStmt* stmt = node<ExprStmt>(StmtKind::Expr, begin);
      stmt->range = value->range;
      stmt->value = value;
      body.push_back(stmt);
    }
  } else if (mode == ParseMode::Single) {
    if (!at(Kind::EndMarker) && statement(body)) {
      while (accept(Kind::Newline)) {
      }
      if (!at(Kind::EndMarker)) {
        fail(token().range, "multiple statements found while compiling a single statement");
      }
    } else if (!failed_) {
      invalid_syntax();
    }
  } else {
    do {
      statement_ = pos_;
    } while (!at(Kind::EndMarker) && statement(body));
  }
  if (failed_) {
    diagnose(mode == ParseMode::Eval ? "eval" : mode == ParseMode::Single ? "interactive" : "file");
    return nullptr;
  }
  result->body = arena_.copy(body);
  return result;
}

Expr* Parser::fstring_field() {
  Position begin = here();
  Expr* value = parenthesized();
  if (value == nullptr || !expect(Kind::EndMarker)) {
    diagnose("fstring");
    return nullptr;
  }
  if (value->range.end.line == 0) value->range = {begin, last_end()};
  return value;
}

/// The warnings of a parser in the order of their places, each once: what was read again, because
/// it turned out to be something else, was warned of again.
std::vector<SyntaxError> Parser::take_warnings() {
  std::vector<SyntaxError>& all = list_.warnings;
  auto place = [](const SyntaxError& w) { return std::pair(w.line, w.col); };
  std::stable_sort(all.begin(), all.end(),
                   [&](const SyntaxError& a, const SyntaxError& b) { return place(a) < place(b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [&](const SyntaxError& a, const SyntaxError& b) {
                          return place(a) == place(b) && a.message == b.message;
                        }),
            all.end());
  for (SyntaxError& warning : all) warning.text = std::string(source_.line(warning.line));
  return std::move(all);
}

Module* parse(std::string_view source, Arena& arena, SyntaxError& error, ParseMode mode,
              std::vector<SyntaxError>* warnings, TextOrigin origin) {
  SourceText text(source);
  Parser parser(text, arena, lex(text), 0, origin);
  Module* module = parser.module(mode);
  if (warnings != nullptr) *warnings = parser.take_warnings();
  if (module != nullptr) return module;
  error = parser.error();
  if (error.text.empty()) error.text = std::string(text.line(error.line));
  return nullptr;
}

Module* analyze(std::string_view source, Arena& arena, SyntaxError& error, ParseMode mode,
                std::vector<SyntaxError>* warnings, TextOrigin origin) {
  Module* module = parse(source, arena, error, mode, warnings, origin);
  if (module == nullptr) return nullptr;
  if (!resolve_scopes(*module, arena, error)) {
    if (error.text.empty()) error.text = std::string(SourceText(source).line(error.line));
    return nullptr;
  }
  analyze_assignments(*module, arena);
  const auto speaks_of = [source](std::string_view word) {
    return source.find(word) != std::string_view::npos;
  };
  module->watches_objects =
      speaks_of("__del__") || speaks_of("weakref") || speaks_of("ResourceWarning");
  module->closes_generators = speaks_of("yield") && speaks_of("finally");
  for (const char* word : {"f_locals", "getargvalues", "capture_locals", "tb_locals", "pdb"}) {
    module->shows_variables = module->shows_variables || speaks_of(word);
  }
  return module;
}

}  // namespace hothouse::syntax
