// Searching and copying of code points: for the str*.cpp files.
#pragma once

#include "core/objects/str.h"

namespace hothouse {

/// Copies the code points of `from`, which must fit, to rows of `to_width` bytes each.
void copy_code_points(uint8_t* to, int to_width, const StrView& from);
void append_utf8(std::string& out, char32_t c);
/// Index of the first / last occurrence, or -1; an empty part is found at 0 / at the end.
int64_t find_view(const StrView& s, const StrView& part, uint64_t from = 0);
int64_t rfind_view(const StrView& s, const StrView& part);
bool equal_views(const StrView& a, const StrView& b);

}  // namespace hothouse
