#include "core/objects/unicode.h"

#include <algorithm>

namespace hothouse {
namespace {

struct UnicodeSpecial {
  uint32_t code;
  char kind;  // U, L, T, F
  uint8_t count;
  uint32_t form[3];
};

#include "core/objects/unicode_tables.inc"

int special_form(char32_t c, char kind, char32_t* out) {
  const auto* end = kUnicodeSpecial + sizeof(kUnicodeSpecial) / sizeof(kUnicodeSpecial[0]);
  const auto* at = std::lower_bound(kUnicodeSpecial, end, c,
                                    [](const UnicodeSpecial& s, char32_t x) { return s.code < x; });
  for (; at != end && at->code == c; ++at) {
    if (at->kind != kind) continue;
    for (int i = 0; i < at->count; ++i) out[i] = at->form[i];
    return at->count;
  }
  return 0;
}

int form_of(char32_t c, char kind, int32_t delta, char32_t* out) {
  if (c >= 0x80) {
    if (int n = special_form(c, kind, out)) return n;
  }
  out[0] = static_cast<char32_t>(static_cast<int32_t>(c) + delta);
  return 1;
}

}  // namespace

const UnicodeRecord& unicode_record(char32_t c) {
  if (c >= 0x110000) c = 0xffff;
  return kUnicodeRecords[kUnicodeIndex2[(uint32_t{kUnicodeIndex1[c >> 7]} << 7) + (c & 127)]];
}

int unicode_upper(char32_t c, char32_t* out) {
  return form_of(c, 'U', unicode_record(c).upper, out);
}
int unicode_lower(char32_t c, char32_t* out) {
  return form_of(c, 'L', unicode_record(c).lower, out);
}
int unicode_title(char32_t c, char32_t* out) {
  return form_of(c, 'T', unicode_record(c).title, out);
}
int unicode_fold(char32_t c, char32_t* out) {
  return form_of(c, 'F', unicode_record(c).lower, out);
}

}  // namespace hothouse
