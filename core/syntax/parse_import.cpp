// `import` and `from ... import`. See parser_impl.h.
#include "core/syntax/parser_impl.h"

namespace hothouse::syntax {

// NAME ('.' NAME)*
bool Parser::dotted_name(std::string& out, Token& first) {
  first = token();
  if (!accept(Kind::Name)) return false;
  out = text_of(first);
  while (at(Kind::OpDot)) {
    advance();
    Token part = token();
    if (!accept(Kind::Name)) return false;
    out += '.';
    out += text_of(part);
  }
  return true;
}

// ['as' NAME], which replaces the target.
bool Parser::alias_as(Alias& alias) {
  if (accept(Kind::KwAs)) {
    Token name = token();
    if (!accept(Kind::Name)) return false;
    alias.asname = arena_.intern(text_of(name));
    alias.target = name_node(name, Context::Store);
  }
  alias.range.end = last_end();
  return true;
}

Stmt* Parser::import_statement() {
  Position begin = here();
  std::vector<Alias> names;
  do {
    advance();
    Alias alias;
    std::string name;
    Token first;
    if (!dotted_name(name, first)) return nullptr;
    alias.range.begin = first.range.begin;
    alias.name = arena_.intern(name);
    alias.target = name_node(first, Context::Store);
    if (!alias_as(alias)) return nullptr;
    names.push_back(alias);
  } while (at(Kind::OpComma));
  Import* stmt = node<Import>(StmtKind::Import, begin);
  stmt->names = arena_.copy(names);
  return stmt;
}

// 'from' ('.' | '...')* dotted_name 'import' targets
Stmt* Parser::from_import_statement() {
  Position begin = here();
  advance();
  std::uint32_t level = 0;
  for (;;) {
    if (accept(Kind::OpDot)) {
      ++level;
    } else if (accept(Kind::OpEllipsis)) {
      level += 3;
    } else {
      break;
    }
  }
  std::string module;
  if (level == 0 || !at(Kind::KwImport)) {
    Token first;
    if (!dotted_name(module, first)) return nullptr;
  }
  if (!accept(Kind::KwImport)) return nullptr;
  std::vector<Alias> names;
  if (at(Kind::OpStar)) {
    Alias star;
    star.range = token().range;
    star.name = arena_.intern("*");
    advance();
    names.push_back(star);
  } else if (!from_import_names(names)) {
    return nullptr;
  }
  ImportFrom* stmt = node<ImportFrom>(StmtKind::ImportFrom, begin);
  stmt->module = arena_.intern(module);
  stmt->names = arena_.copy(names);
  stmt->level = level;
  return stmt;
}

bool Parser::from_import_names(std::vector<Alias>& out) {
  bool parenthesized = accept(Kind::OpLPar);
  for (;;) {
    Token name = token();
    if (!accept(Kind::Name)) return false;
    Alias alias;
    alias.range.begin = name.range.begin;
    alias.name = arena_.intern(text_of(name));
    alias.target = name_node(name, Context::Store);
    if (!alias_as(alias)) return false;
    out.push_back(alias);
    if (!accept(Kind::OpComma)) break;
    if (parenthesized && at(Kind::OpRPar)) break;
  }
  return !parenthesized || accept(Kind::OpRPar);
}

}  // namespace hothouse::syntax
