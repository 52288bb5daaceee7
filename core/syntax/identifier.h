// Which code points make up identifiers.
//
// Neighbours: lexer.cpp asks; identifier_tables.inc holds the ranges.
#pragma once

namespace hothouse::syntax {

/// XID_Start or underscore.
bool is_identifier_start(char32_t code_point);
/// XID_Continue.
bool is_identifier_continue(char32_t code_point);

}  // namespace hothouse::syntax
