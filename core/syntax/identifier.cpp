// See identifier.h.
#include "core/syntax/identifier.h"

#include <algorithm>
#include <iterator>

namespace hothouse::syntax {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

#include "core/syntax/identifier_tables.inc"

template <class Table>
bool contains(const Table& table, char32_t c) {
  auto range = std::lower_bound(std::begin(table), std::end(table), c,
                                [](const Range& r, char32_t value) { return r.last < value; });
  return range != std::end(table) && range->first <= c;
}

}  // namespace

bool is_identifier_start(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return contains(kStart, c);
}

bool is_identifier_continue(char32_t c) {
  if (c < 0x80) return is_identifier_start(c) || (c >= '0' && c <= '9');
  return contains(kStart, c) || contains(kContinueOnly, c);
}

}  // namespace hothouse::syntax
