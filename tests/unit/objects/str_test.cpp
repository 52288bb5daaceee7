// Strings against str_cases.txt, and what the tables do not show: ropes, widths, interning.
#include "core/objects/dict.h"
#include "core/objects/hash.h"
#include "core/objects/str_methods.h"
#include "core/objects/unicode.h"
#include "tests/unit/objects/cases.h"
#include "tests/unit/objects/world.h"

namespace hothouse::test {
namespace {

Value text_of(World& vm, const std::string& ascii_repr) {
  std::u32string s = from_ascii_repr(ascii_repr);
  return str_from_code_points(vm, s.data(), s.size());
}

std::string ascii_of(World& vm, Value v) {
  Value s = v.is_raised() ? v : ascii_call(vm, v);
  return s.is_raised() ? "!" + vm.error() : vm.text(s);
}

Value forms_of(World& vm, Value s) {
  StrBuilder out(vm);
  char32_t form[3];
  int (*functions[])(char32_t, char32_t*) = {unicode_upper, unicode_lower, unicode_title,
                                             unicode_fold};
  for (int i = 0; i < 4; ++i) {
    if (i) out.append(U'|');
    int n = functions[i](str_view(vm, s).at(0), form);
    for (int k = 0; k < n; ++k) out.append(form[k]);
  }
  return out.finish();
}

Value method(World& vm, const std::string& m, Value s, Value p) {
  auto n = static_cast<int64_t>(str_length(s));
  bool with_part = str_length(p) > 0;
  Value chars = with_part ? p : Value::none();
  auto truth = [](bool b) { return Value::boolean(b); };
  auto number = [](int64_t i) { return Value::small_int(i); };
  if (m == "lower") return str_lower(vm, s);
  if (m == "upper") return str_upper(vm, s);
  if (m == "title") return str_title(vm, s);
  if (m == "capitalize") return str_capitalize(vm, s);
  if (m == "swapcase") return str_swapcase(vm, s);
  if (m == "casefold") return str_casefold(vm, s);
  if (m == "splitlines") return str_splitlines(vm, s, false);
  if (m == "isalpha") return truth(str_is_alpha(vm, s));
  if (m == "isdigit") return truth(str_is_digit(vm, s));
  if (m == "isdecimal") return truth(str_is_decimal(vm, s));
  if (m == "isnumeric") return truth(str_is_numeric(vm, s));
  if (m == "isalnum") return truth(str_is_alnum(vm, s));
  if (m == "isspace") return truth(str_is_space(vm, s));
  if (m == "islower") return truth(str_is_lower(vm, s));
  if (m == "isupper") return truth(str_is_upper(vm, s));
  if (m == "istitle") return truth(str_is_title(vm, s));
  if (m == "isidentifier") return truth(str_is_identifier(vm, s));
  if (m == "isprintable") return truth(str_is_printable(vm, s));
  if (m == "expandtabs") return str_expandtabs(vm, s, 8);
  if (m == "repr") return str_repr(vm, s);
  if (m == "forms") return forms_of(vm, s);
  if (m == "find") return number(str_find(vm, s, p, 0, n));
  if (m == "rfind") return number(str_rfind(vm, s, p, 0, n));
  if (m == "count") return number(str_count(vm, s, p, 0, n));
  if (m == "partition") return str_partition(vm, s, p);
  if (m == "rpartition") return str_rpartition(vm, s, p);
  if (m == "startswith") return truth(str_starts_with(vm, s, p, 0, n));
  if (m == "endswith") return truth(str_ends_with(vm, s, p, 0, n));
  if (m == "removeprefix") return str_remove_prefix(vm, s, p);
  if (m == "removesuffix") return str_remove_suffix(vm, s, p);
  if (m == "replace") return str_replace(vm, s, p, vm.str("<>"), -1);
  if (m == "split") return str_split(vm, s, chars, -1);
  if (m == "rsplit") return str_rsplit(vm, s, chars, -1);
  return str_strip(vm, s, chars, m != "rstrip", m != "lstrip");
}

TEST(Str, AgreesWithCPython) {
  World vm;
  auto rows = rows_of("str_cases.txt");
  ASSERT_GT(rows.size(), 4000u);
  for (const auto& row : rows) {
    // An empty separator or set of characters is not the same as none.
    bool splits = row[0].find("split") != std::string::npos;
    bool strips = row[0].find("strip") != std::string::npos;
    if (row[2] == "''" && splits && row[3][0] == '!') continue;
    Value s = text_of(vm, row[1]), p = text_of(vm, row[2]);
    if (row[2] == "''" && strips && ascii_of(vm, s) == row[3]) continue;
    EXPECT_EQ(ascii_of(vm, method(vm, row[0], s, p)), row[3])
        << row[0] << " " << row[1] << " " << row[2];
  }
}

TEST(Str, RopesReadLikeFlatText) {
  World vm;
  Value s = vm.types().empty_str();
  std::string wanted;
  for (int i = 0; i < 20000; ++i) {
    std::string piece = i % 3 == 0 ? "abc" : i % 3 == 1 ? "\xc3\xa9" : "x";
    s = str_concat(vm, s, vm.str(piece));
    wanted += piece;
  }
  EXPECT_TRUE(s.as<Str>()->is_rope());
  EXPECT_EQ(vm.text(s), wanted);
  EXPECT_TRUE(str_equal(vm, s, vm.str(wanted)));
  EXPECT_EQ(hash_str(vm, s), hash_str(vm, vm.str(wanted)));
}

TEST(Str, NarrowestWidth) {
  World vm;
  Value wide = vm.str("a\xf0\x9f\x98\x80");
  EXPECT_EQ(wide.as<Str>()->width(), 4);
  Value part = str_substring(vm, wide, 0, 1);
  EXPECT_EQ(part.as<Str>()->width(), 1);
  EXPECT_EQ(str_substring(vm, vm.str("ab\xe4\xb8\xad"), 0, 2).as<Str>()->aux & kStrAscii,
            kStrAscii);
  EXPECT_EQ(vm.str("caf\xc3\xa9").as<Str>()->width(), 1);
}

TEST(Str, InterningMakesOne) {
  World vm;
  Value a = vm.intern("some_name"), b = vm.intern("some_name");
  EXPECT_EQ(a, b);
  EXPECT_EQ(str_intern(vm, vm.str("some_name")), a);
  EXPECT_NE(vm.str("some_name"), a);
  EXPECT_TRUE(str_equal(vm, vm.str("some_name"), a));
  vm.heap().collect(true);
  EXPECT_EQ(vm.text(vm.intern("some_name")), "some_name");
}

TEST(Str, Codecs) {
  World vm;
  Value s = vm.str("a\xc3\xa9\xe4\xb8\xad");
  EXPECT_EQ(vm.repr(str_encode(vm, s, "utf-8", "strict")), "b'a\\xc3\\xa9\\xe4\\xb8\\xad'");
  EXPECT_TRUE(str_encode(vm, s, "latin-1", "strict").is_raised());
  EXPECT_EQ(vm.error(),
            "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u4e2d' in position 2: "
            "ordinal not in range(256)");
  EXPECT_EQ(vm.repr(str_encode(vm, s, "ascii", "xmlcharrefreplace")), "b'a&#233;&#20013;'");
  EXPECT_TRUE(str_encode(vm, s, "ebcdic", "strict").is_undefined());  // perhaps Python knows it
  auto decode = [&](const char* bytes, size_t n, const char* errors) {
    return str_decode(vm, reinterpret_cast<const uint8_t*>(bytes), n, "utf-8", errors);
  };
  EXPECT_TRUE(decode("ab\xff", 3, "strict").is_raised());
  EXPECT_EQ(vm.error(),
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 2: invalid start "
            "byte");
  EXPECT_TRUE(decode("\xe4\xb8", 2, "strict").is_raised());
  EXPECT_EQ(vm.error(),
            "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end "
            "of data");
  EXPECT_EQ(vm.text(decode("a\xff"
                           "b",
                           3, "replace")),
            "a\xef\xbf\xbd"
            "b");
  EXPECT_EQ(vm.text(decode("a\xff"
                           "b",
                           3, "ignore")),
            "ab");
}

TEST(Str, TranslateAndPad) {
  World vm;
  Value table = str_maketrans(vm, vm.str("abc"), vm.str("xyz"), vm.str("d"));
  EXPECT_EQ(vm.text(str_translate(vm, vm.str("abcde"), table)), "xyze");
  EXPECT_EQ(vm.text(str_center(vm, vm.str("ab"), 5, '*')), "**ab*");
  EXPECT_EQ(vm.text(str_center(vm, vm.str("abc"), 6, '*')), "*abc**");
  EXPECT_EQ(vm.text(str_zfill(vm, vm.str("-5"), 5)), "-0005");
  EXPECT_EQ(vm.text(str_ljust(vm, vm.str("ab"), 4, '.')), "ab..");
  EXPECT_EQ(vm.text(str_join(vm, vm.str(", "), vm.list({vm.str("a"), vm.str("b")}))), "a, b");
  EXPECT_TRUE(str_join(vm, vm.str(""), vm.list({Value::small_int(0)})).is_raised());
  EXPECT_EQ(vm.error(), "TypeError: sequence item 0: expected str instance, int found");
}

}  // namespace
}  // namespace hothouse::test
