// Encoding and decoding: utf-8, ascii, latin-1.
#include <cstdio>

#include "core/objects/bytes.h"
#include "core/objects/exception.h"
#include "core/objects/str_methods.h"
#include "core/objects/str_search.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

namespace hothouse {
namespace {

enum class Codec { Utf8, Ascii, Latin1, Unknown };

Codec codec_of(std::string_view name) {
  std::string n;
  for (char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    n.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
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

std::string escaped(char32_t c) {
  char buffer[16];
  const char* form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
  return buffer;
}

}  // namespace

Value str_encode(Leaf& vm, Value s, std::string_view encoding, std::string_view errors) {
  Codec codec = codec_of(encoding);
  if (codec == Codec::Unknown) return Value::undefined();
  StrView v = str_view(vm, s);
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
  if (codec == Codec::Unknown) return Value::undefined();
  if (codec == Codec::Latin1) return str_from_latin1(vm, bytes, length);
  bool ascii = true;
  for (uint64_t i = 0; i < length; ++i) ascii &= bytes[i] < 0x80;
  auto text = reinterpret_cast<const char*>(bytes);
  if (ascii) return str_from_ascii(vm, {text, static_cast<size_t>(length)});
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
