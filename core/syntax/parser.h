// From source text to syntax tree.
//
// Neighbours: lexer.h below, ast.h for the result, error.h for failures, scopes.h for what follows.
// Invariant: parsing never crashes or recurses without bound, whatever the bytes; what is wrong
// comes back as an error that says what CPython 3.11 would say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/syntax/arena.h"
#include "core/syntax/ast.h"
#include "core/syntax/error.h"

namespace hothouse::syntax {

/// How deeply syntax may nest, other than in the two chains named in ast.h.
inline constexpr int kMaxDepth = 1000;

/// How a text came here. The columns that CPython gives for what is wrong depend on it.
struct TextOrigin {
  bool byte_columns = false;   ///< as bytes that declare no encoding: columns count bytes
  bool read_by_lines = false;  ///< from a file line by line: there is no column behind the last one
};

/// Parses a source text (UTF-8). Returns the tree, whose nodes live in the arena and do not point
/// into `source`, or null with `error` filled in. `warnings`: what is legal still.
Module* parse(std::string_view source, Arena& arena, SyntaxError& error,
              ParseMode mode = ParseMode::Exec, std::vector<SyntaxError>* warnings = nullptr,
              TextOrigin origin = {});

/// Looks up a character by its Unicode name, for `\N{...}`. Returns false if there is none.
using UnicodeNameLookup = bool (*)(std::string_view name, char32_t& code_point);

/// Sets the lookup that string literals use; without one, every name is unknown. (The table of
/// names is large, so that whoever has one brings it along.)
void set_unicode_name_lookup(UnicodeNameLookup lookup);

/// parse(), resolve_scopes() and analyze_assignments() in one: a tree ready to be compiled, or null
/// with `error` filled in, its text included.
Module* analyze(std::string_view source, Arena& arena, SyntaxError& error,
                ParseMode mode = ParseMode::Exec, std::vector<SyntaxError>* warnings = nullptr,
                TextOrigin origin = {});

}  // namespace hothouse::syntax
