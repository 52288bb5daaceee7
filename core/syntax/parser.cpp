// The parser's entry points and its helpers: names, errors. See parser.h and parser_impl.h.
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

bool Parser::Nesting::too_deep() {
  if (parser_.depth_ <= kMaxDepth) return false;
  SyntaxError error;
  error.kind = ErrorKind::RecursionError;
  error.message = "maximum recursion depth exceeded during compilation";
  parser_.raise(error);
  return true;
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

void Parser::fail(SourceRange range, const std::string& message) {
  SyntaxError error;
  error.message = field_prefix(message) + message;
  error.line = range.begin.line;
  error.col = column(range.begin) + 1;
  error.end_line = range.end.line;
  error.end_col = column(range.end) + 1;
  raise(std::move(error));
}

void Parser::fail_at(const Token& t, const std::string& message, ErrorKind kind) {
  if (t.kind == Kind::Error) return raise(list_.error);
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
    error.end_col = -1;
  }
  raise(std::move(error));
}

void Parser::raise(SyntaxError error) {
  if (!error_) error_ = std::move(error);
}

// Finds out what is wrong, unless it is that the text is too deep for any parser.
void Parser::diagnose(std::string_view start) {
  const bool too_deep = error_ && error_->kind == ErrorKind::RecursionError;
  if (!too_deep) Diagnosis(*this).run(start, statement_);
}

// expressions NEWLINE*
bool Parser::evaluated(std::vector<Stmt*>& out) {
  ExprStmt* stmt = arena_.make<ExprStmt>();
  stmt->value = expression_list(/*stars=*/false);
  if (stmt->value == nullptr) return false;
  stmt->kind = StmtKind::Expr;
  stmt->range = stmt->value->range;
  out.push_back(stmt);
  while (accept(Kind::Newline)) {
  }
  return at(Kind::EndMarker);
}

Module* Parser::module(ParseMode mode) {
  Module* result = arena_.make<Module>();
  result->mode = mode;
  std::vector<Stmt*> body;
  bool accepted = false;
  if (mode == ParseMode::Eval) {
    accepted = evaluated(body);
  } else if (mode == ParseMode::Single) {
    accepted = !at(Kind::EndMarker) && statement(body);
    while (accepted && accept(Kind::Newline)) {
    }
    if (accepted && !at(Kind::EndMarker)) {
      accepted = false;
      fail_at(previous(), "multiple statements found while compiling a single statement");
    }
  } else {
    accepted = true;
    while (accepted && !at(Kind::EndMarker)) {
      statement_ = pos_;
      accepted = statement(body);
    }
  }
  if (!accepted) {
    diagnose(mode == ParseMode::Eval ? "eval" : mode == ParseMode::Single ? "interactive" : "file");
    return nullptr;
  }
  result->body = arena_.copy(body);
  return result;
}

Expr* Parser::fstring_field() {
  Position begin = here();
  Expr* value = parenthesized();
  if (value == nullptr || !at(Kind::EndMarker)) {
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
