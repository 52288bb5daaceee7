// repr() and ascii() of strings.
#include <cstdio>

#include "core/objects/str.h"
#include "core/objects/unicode.h"

namespace hothouse {
namespace {

Value quoted(Leaf& vm, Value s, bool ascii_only) {
  StrView v = str_view(vm, s);
  bool single = false, twofold = false;
  for (uint64_t i = 0; i < v.length; ++i) {
    single |= v.at(i) == '\'';
    twofold |= v.at(i) == '"';
  }
  char32_t quote = single && !twofold ? '"' : '\'';
  StrBuilder out(vm);
  out.append(quote);
  char buffer[16];
  for (uint64_t i = 0; i < v.length; ++i) {
    char32_t c = v.at(i);
    if (c == quote || c == '\\') {
      out.append(U'\\');
      out.append(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c < 0x80 ? c >= 0x20 && c != 0x7f : !ascii_only && unicode_is(c, kUniPrintable)) {
      out.append(c);
    } else {
      const char* form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
      std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
      out.append(std::string_view(buffer));
    }
  }
  out.append(quote);
  return out.finish();
}

}  // namespace

Value str_repr(Leaf& vm, Value s) { return quoted(vm, s, false); }

Value str_ascii(Leaf& vm, Value s) { return quoted(vm, s, true); }

std::string str_repr_utf8(Leaf& vm, Value s) { return str_to_utf8(vm, str_repr(vm, s)); }

}  // namespace hothouse
