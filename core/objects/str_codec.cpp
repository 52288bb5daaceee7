// Encoding and decoding: utf-8, ascii, latin-1; utf-16 and utf-32 of what has no mistakes. Others
// are Python's business (builtins/python/_encodings.py).
#include <cstdio>
#include <type_traits>

#include "core/objects/bytes.h"
#include "core/objects/exception.h"
#include "core/objects/str_methods.h"
#include "core/objects/str_search.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

namespace hothouse {
namespace {

enum class Codec { Utf8, Ascii, Latin1, Unknown };

/// A name in small letters, without what may stand between them.
std::string plain_name(std::string_view name) {
  std::string n;
  for (char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    n.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  return n;
}

Codec codec_of(std::string_view name) {
  if (name == "utf-8" || name == "utf8") return Codec::Utf8;
  const std::string n = plain_name(name);
  if (n == "utf8" || n == "u8" || n == "cp65001") return Codec::Utf8;
  if (n == "ascii" || n == "usascii" || n == "646") return Codec::Ascii;
  if (n == "latin1" || n == "iso88591" || n == "l1" || n == "88591" || n == "cp819" ||
      n == "latin") {
    return Codec::Latin1;
  }
  return Codec::Unknown;
}

const char* codec_name(Codec c) {
  return c == Codec::Utf8 ? "utf-8" : c == Codec::Ascii ? "ascii" : "latin-1";
}

Value codec_error(Leaf& vm, TypeId type, Codec codec, Value object, uint64_t start, uint64_t end,
                  const char* reason) {
  Value args = make_tuple(
      vm, {vm.str(codec_name(codec)), object, Value::small_int(static_cast<int64_t>(start)),
           Value::small_int(static_cast<int64_t>(end)), vm.str(reason)});
  return vm.raise(make_exception(vm, vm.types().get(type), args));
}

/// Units of more than a byte.
struct Wide {
  int size = 0;  // 2, 4; 0: it is another encoding
  bool big = false;
  bool mark = false;  // the order is said by a byte order mark

  void append(std::string& out, char32_t unit) const {
    for (int i = 0; i < size; ++i) {
      out.push_back(static_cast<char>(unit >> (8 * (big ? size - 1 - i : i))));
    }
  }
  char32_t take(const uint8_t* p) const {
    char32_t unit = 0;
    for (int i = 0; i < size; ++i) {
      unit |= static_cast<char32_t>(p[i]) << (8 * (big ? size - 1 - i : i));
    }
    return unit;
  }
};

Wide wide_of(std::string_view name) {
  const std::string n = plain_name(name);
  Wide wide;
  if (n.compare(0, 5, "utf16") == 0 || n == "u16") wide.size = 2;
  if (n.compare(0, 5, "utf32") == 0 || n == "u32") wide.size = 4;
  const std::string rest = n.size() > 5 ? n.substr(5) : "";
  wide.big = rest == "be";
  wide.mark = rest.empty();
  if (!rest.empty() && rest != "le" && rest != "be") wide.size = 0;
  return wide;
}

constexpr bool is_surrogate(char32_t c) { return c >= 0xd800 && c < 0xe000; }

Value encode_wide(Leaf& vm, StrView v, const Wide& wide) {
  std::string out;
  out.reserve((v.length + 1) * static_cast<size_t>(wide.size));
  if (wide.mark) wide.append(out, 0xfeff);
  for (uint64_t i = 0; i < v.length; ++i) {
    const char32_t c = v.at(i);
    if (is_surrogate(c)) return Value::undefined();
    if (wide.size == 2 && c >= 0x10000) {
      wide.append(out, 0xd800 + ((c - 0x10000) >> 10));
      wide.append(out, 0xdc00 + (c & 0x3ff));
    } else {
      wide.append(out, c);
    }
  }
  return make_bytes(vm, out);
}

Value decode_wide(Leaf& vm, const uint8_t* bytes, uint64_t length, Wide wide) {
  const auto size = static_cast<uint64_t>(wide.size);
  if (length % size != 0) return Value::undefined();
  const std::string source(reinterpret_cast<const char*>(bytes), length);
  const auto* p = reinterpret_cast<const uint8_t*>(source.data());
  uint64_t i = 0;
  if (wide.mark && length >= size) {
    wide.big = p[0] != 0xff && wide.take(p) != 0xfeff;
    if (wide.take(p) == 0xfeff) {
      i = size;
    } else {
      wide.big = false;
    }
  }
  StrBuilder out(vm);
  for (; i < length; i += size) {
    char32_t c = wide.take(p + i);
    if (wide.size == 2 && c >= 0xd800 && c < 0xdc00 && i + 4 <= length) {
      const char32_t low = wide.take(p + i + 2);
      if (low < 0xdc00 || low >= 0xe000) return Value::undefined();
      c = 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff);
      i += 2;
    }
    if (is_surrogate(c) || c >= 0x110000) return Value::undefined();
    out.append(c);
  }
  return out.finish();
}

std::string escaped(char32_t c) {
  char buffer[16];
  const char* form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
  return buffer;
}

/// Texts that are longer go the ways that look for the memory first.
constexpr uint64_t kShort = 100'000;

/// In UTF-8; undefined if there are surrogates.
Value encode_utf8(Leaf& vm, const StrView& v) {
  uint64_t length = 0;
  for (uint64_t i = 0; i < v.length; ++i) {
    const char32_t c = v.at(i);
    if (c >= 0xd800 && c < 0xe000) return Value::undefined();
    length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }
  Bytes* out = bytes_allocate(vm, length);
  uint8_t* to = out->data();
  for (uint64_t i = 0; i < v.length; ++i) {
    const char32_t c = v.at(i);
    auto put = [&to](char32_t byte) { *to++ = static_cast<uint8_t>(byte); };
    if (c < 0x80) {
      put(c);
      continue;
    }
    if (c < 0x800) {
      put(0xc0 | c >> 6);
    } else {
      if (c < 0x10000) {
        put(0xe0 | c >> 12);
      } else {
        put(0xf0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3f));
      }
      put(0x80 | (c >> 6 & 0x3f));
    }
    put(0x80 | (c & 0x3f));
  }
  return Value::from_object(out);
}

/// The code point at `p`, which moves on; false: it is not valid UTF-8.
bool next_code_point(const uint8_t*& p, const uint8_t* end, char32_t* code) {
  const uint8_t c = *p++;
  if (c < 0x80) {
    *code = c;
    return true;
  }
  const int more = c >= 0xc2 && c < 0xe0 ? 1 : c >= 0xe0 && c < 0xf0 ? 2 : c >= 0xf0 ? 3 : 0;
  if (more == 0 || end - p < more) return false;
  char32_t all = c & (0x3fu >> more);
  for (int k = 0; k < more; ++k) {
    if ((*p & 0xc0) != 0x80) return false;
    all = all << 6 | (*p++ & 0x3fu);
  }
  *code = all;
  if (more == 2) return all >= 0x800 && (all < 0xd800 || all >= 0xe000);
  return more == 1 || (c < 0xf5 && all >= 0x10000 && all < 0x110000);
}

/// The text; undefined if it is not valid UTF-8.
Value decode_utf8(Leaf& vm, const uint8_t* bytes, uint64_t size) {
  const uint8_t* end = bytes + size;
  uint64_t length = 0;
  char32_t bits = 0, c = 0;
  for (const uint8_t* p = bytes; p < end; ++length) {
    if (!next_code_point(p, end, &c)) return Value::undefined();
    bits |= c;
  }
  if (length == 1 && c < 0x100) return vm.types().char_str(vm, static_cast<uint8_t>(c));
  Str* out = str_allocate(vm, length, bits);
  auto fill = [&](auto* to) {
    for (const uint8_t* p = bytes; p < end; ++to) {
      (void)next_code_point(p, end, &c);
      *to = static_cast<std::remove_reference_t<decltype(*to)>>(c);
    }
  };
  if (out->width() == 1) {
    fill(out->data());
  } else if (out->width() == 2) {
    fill(reinterpret_cast<uint16_t*>(out->data()));
  } else {
    fill(reinterpret_cast<uint32_t*>(out->data()));
  }
  return Value::from_object(out);
}

}  // namespace

Value str_encode(Leaf& vm, Value s, std::string_view encoding, std::string_view errors) {
  Codec codec = codec_of(encoding);
  if (codec == Codec::Unknown) {
    const Wide wide = wide_of(encoding);
    return wide.size == 0 ? Value::undefined() : encode_wide(vm, str_view(vm, s), wide);
  }
  StrView v = str_view(vm, s);
  if (str_is_ascii(vm, s)) {
    return make_bytes(vm, {reinterpret_cast<const char*>(v.data), static_cast<size_t>(v.length)});
  }
  if (codec == Codec::Utf8 && v.length < kShort) {
    if (Value bytes = encode_utf8(vm, v); !bytes.is_undefined()) return bytes;
  }
  char32_t limit = codec == Codec::Utf8 ? 0x110000 : codec == Codec::Ascii ? 0x80 : 0x100;
  auto bad = [&](char32_t c) {
    return codec == Codec::Utf8 ? c >= 0xd800 && c < 0xe000 : c >= limit;
  };
  std::string out;
  out.reserve(v.length);
  for (uint64_t i = 0; i < v.length; ++i) {
    char32_t c = v.at(i);
    if (!bad(c)) {
      if (codec == Codec::Utf8) {
        append_utf8(out, c);
      } else {
        out.push_back(static_cast<char>(c));
      }
      continue;
    }
    if (errors == "strict") {
      uint64_t end = i + 1;
      while (end < v.length && bad(v.at(end))) ++end;
      const char* reason = codec == Codec::Utf8    ? "surrogates not allowed"
                           : codec == Codec::Ascii ? "ordinal not in range(128)"
                                                   : "ordinal not in range(256)";
      return codec_error(vm, TypeId::UnicodeEncodeError, codec, s, i, end, reason);
    }
    if (errors == "ignore") continue;
    if (errors == "replace") {
      out.push_back('?');
    } else if (errors == "backslashreplace") {
      out += escaped(c);
    } else if (errors == "xmlcharrefreplace") {
      out += "&#" + std::to_string(static_cast<uint32_t>(c)) + ";";
    } else if (errors == "surrogatepass" && codec == Codec::Utf8) {
      append_utf8(out, c);
    } else if (errors == "surrogateescape" && c >= 0xdc80 && c <= 0xdcff) {
      out.push_back(static_cast<char>(c - 0xdc00));
    } else {
      return Value::undefined();
    }
  }
  return make_bytes(vm, out);
}

Value str_decode(Leaf& vm, const uint8_t* bytes, uint64_t length, std::string_view encoding,
                 std::string_view errors) {
  Codec codec = codec_of(encoding);
  if (codec == Codec::Unknown) {
    const Wide wide = wide_of(encoding);
    return wide.size == 0 ? Value::undefined() : decode_wide(vm, bytes, length, wide);
  }
  if (codec == Codec::Latin1) return str_from_latin1(vm, bytes, length);
  bool ascii = true;
  for (uint64_t i = 0; i < length; ++i) ascii &= bytes[i] < 0x80;
  auto text = reinterpret_cast<const char*>(bytes);
  if (ascii) return str_from_ascii(vm, {text, static_cast<size_t>(length)});
  if (codec == Codec::Utf8 && length < kShort) {
    if (Value valid = decode_utf8(vm, bytes, length); !valid.is_undefined()) return valid;
  }
  std::string source(text, length);  // the object may be a bytearray that changes
  const auto* p = reinterpret_cast<const uint8_t*>(source.data());
  StrBuilder out(vm);
  for (uint64_t i = 0; i < length;) {
    uint8_t c = p[i];
    if (c < 0x80) {
      out.append(static_cast<char32_t>(c));
      ++i;
      continue;
    }
    const char* reason = "ordinal not in range(128)";
    uint64_t bad = 1;
    if (codec == Codec::Utf8) {
      int need = c >= 0xc2 && c < 0xe0   ? 1
                 : c >= 0xe0 && c < 0xf0 ? 2
                 : c >= 0xf0 && c < 0xf5 ? 3
                                         : 0;
      reason = "invalid start byte";
      if (need) {
        char32_t code = c & (0x3fu >> need);
        int got = 0;
        reason = nullptr;
        while (got < need) {
          if (i + static_cast<uint64_t>(got) + 1 >= length) {
            reason = "unexpected end of data";
            break;
          }
          uint8_t t = p[i + static_cast<uint64_t>(got) + 1];
          bool fits = (t & 0xc0) == 0x80;
          if (got == 0) {
            bool surrogates = errors == "surrogatepass";
            if (c == 0xe0) fits = fits && t >= 0xa0;
            if (c == 0xed && !surrogates) fits = fits && t < 0xa0;
            if (c == 0xf0) fits = fits && t >= 0x90;
            if (c == 0xf4) fits = fits && t < 0x90;
          }
          if (!fits) {
            reason = "invalid continuation byte";
            break;
          }
          code = code << 6 | (t & 0x3f);
          ++got;
        }
        if (!reason) {
          out.append(code);
          i += static_cast<uint64_t>(need) + 1;
          continue;
        }
        bad = static_cast<uint64_t>(got) + 1;
      }
    }
    if (errors == "strict" || errors == "surrogatepass") {
      Value object = make_bytes(vm, source);
      return codec_error(vm, TypeId::UnicodeDecodeError, codec, object, i, i + bad, reason);
    }
    if (errors == "replace") {
      out.append(char32_t{0xfffd});
    } else if (errors == "backslashreplace") {
      for (uint64_t k = 0; k < bad; ++k) out.append(std::string_view(escaped(p[i + k])));
    } else if (errors == "surrogateescape") {
      for (uint64_t k = 0; k < bad; ++k) out.append(static_cast<char32_t>(0xdc00 + p[i + k]));
    } else if (errors != "ignore") {
      return Value::undefined();
    }
    i += bad;
  }
  return out.finish();
}

}  // namespace hothouse
