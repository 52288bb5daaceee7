// The module unicodedata, over objects/unicode_names.h.
#include <string>

#include "core/builtins/arguments.h"
#include "core/builtins/modules/modules.h"
#include "core/objects/unicode.h"
#include "core/objects/unicode_names.h"

namespace hothouse {
namespace {

/// The character that `v` is; false with TypeError.
bool character(Leaf& vm, Value v, const char* what, char32_t* c) {
  Value text = unwrap(vm, v);
  if (is_str(text) && str_length(text) == 1) {
    *c = str_view(vm, text)[0];
    return true;
  }
  vm.type_error(std::string(what) + " must be a unicode character, not " + type_name_of(vm, v));
  return false;
}

Value name(Leaf& vm, const Value* a) {
  char32_t c;
  if (!character(vm, a[0], "name() argument 1", &c)) return Value::raised();
  const std::string text = unicode_name(c);
  if (!text.empty()) return str_from_ascii(vm, text);
  return given(a[1]) ? a[1] : vm.value_error("no such name");
}

Value lookup(Leaf& vm, const Value* a) {
  Value text = text_argument(vm, a[0], "lookup() argument must be str");
  if (text.is_undefined()) return Value::raised();
  const std::string asked = str_to_utf8(vm, text);
  char32_t c;
  if (unicode_lookup(asked, c)) return str_from_code_point(vm, c);
  return vm.key_error(vm.str("undefined character name '" + asked + "'"));
}

Value decimal(Leaf& vm, const Value* a) {
  char32_t c;
  if (!character(vm, a[0], "decimal() argument 1", &c)) return Value::raised();
  if (unicode_is(c, kUniDecimal)) return Value::small_int(unicode_record(c).decimal);
  return given(a[1]) ? a[1] : vm.value_error("not a decimal");
}
Value digit(Leaf& vm, const Value* a) {
  char32_t c;
  if (!character(vm, a[0], "digit() argument 1", &c)) return Value::raised();
  int64_t numerator, denominator;
  if (unicode_is(c, kUniDigit) && unicode_numeric(c, &numerator, &denominator)) {
    return Value::small_int(numerator);
  }
  return given(a[1]) ? a[1] : vm.value_error("not a digit");
}
Value numeric(Leaf& vm, const Value* a) {
  char32_t c;
  if (!character(vm, a[0], "numeric() argument 1", &c)) return Value::raised();
  int64_t numerator, denominator;
  if (unicode_numeric(c, &numerator, &denominator)) {
    return Value::from_double(static_cast<double>(numerator) / static_cast<double>(denominator));
  }
  return given(a[1]) ? a[1] : vm.value_error("not a numeric character");
}

/// What `property` tells of the only argument, a character.
template <class Property>
Value of_character(Leaf& vm, const Value* a, const char* what, Property&& property) {
  char32_t c;
  return character(vm, a[0], what, &c) ? property(c) : Value::raised();
}
Value category(Leaf& vm, const Value* a) {
  return of_character(vm, a, "category() argument",
                      [&](char32_t c) { return vm.intern(unicode_category(c)); });
}
Value bidirectional(Leaf& vm, const Value* a) {
  return of_character(vm, a, "bidirectional() argument",
                      [&](char32_t c) { return vm.intern(unicode_bidirectional(c)); });
}
Value combining(Leaf& vm, const Value* a) {
  return of_character(vm, a, "combining() argument", [&](char32_t c) {
    return Value::small_int(unicode_properties(c).combining);
  });
}
Value east_asian_width(Leaf& vm, const Value* a) {
  return of_character(vm, a, "east_asian_width() argument",
                      [&](char32_t c) { return vm.intern(unicode_east_asian_width(c)); });
}
Value mirrored(Leaf& vm, const Value* a) {
  return of_character(vm, a, "mirrored() argument", [&](char32_t c) {
    return Value::small_int(unicode_properties(c).mirrored ? 1 : 0);
  });
}
Value decomposition(Leaf& vm, const Value* a) {
  return of_character(vm, a, "decomposition() argument",
                      [&](char32_t c) { return str_from_ascii(vm, unicode_decomposition(c)); });
}

/// The normal form that a[0] names of a[1]; false with an error.
bool normal_form(Leaf& vm, const Value* a, const char* function, Value* text,
                 std::u32string* form) {
  const std::string where = std::string(function) + "() argument ";
  Value kind = text_argument(vm, a[0], where + "1 must be str");
  if (kind.is_undefined()) return false;
  *text = text_argument(vm, a[1], where + "2 must be str");
  if (text->is_undefined()) return false;
  const std::string asked = str_to_utf8(vm, kind);
  if (asked != "NFC" && asked != "NFD" && asked != "NFKC" && asked != "NFKD") {
    vm.value_error("invalid normalization form");
    return false;
  }
  const StrView view = str_view(vm, *text);
  std::u32string points;
  for (uint64_t i = 0; i < view.length; ++i) points += view[i];
  *form = unicode_normalize(points, asked[2] == 'K', asked.back() == 'C');
  return true;
}
Value normalize(Leaf& vm, const Value* a) {
  Value text;
  std::u32string form;
  if (!normal_form(vm, a, "normalize", &text, &form)) return Value::raised();
  return str_from_code_points(vm, form.data(), form.size());
}
Value is_normalized(Leaf& vm, const Value* a) {
  Value text;
  std::u32string form;
  if (!normal_form(vm, a, "is_normalized", &text, &form)) return Value::raised();
  const StrView view = str_view(vm, text);
  bool same = view.length == form.size();
  for (uint64_t i = 0; same && i < view.length; ++i) same = view[i] == form[i];
  return Value::boolean(same);
}

constexpr uint32_t kPure = kBuiltinReadOnly;
const BuiltinDef kRows[] = {
    HH_LEAF("name", "chr, default=, /", name, kPure, "The name of a character."),
    HH_LEAF("lookup", "name, /", lookup, kPure, "The character of that name."),
    HH_LEAF("decimal", "chr, default=, /", decimal, kPure, "The value of a decimal digit."),
    HH_LEAF("digit", "chr, default=, /", digit, kPure, "The value of a digit."),
    HH_LEAF("numeric", "chr, default=, /", numeric, kPure, "The value of a numeric character."),
    HH_LEAF("category", "chr, /", category, kPure, "The general category, 'Lu' of 'A'."),
    HH_LEAF("bidirectional", "chr, /", bidirectional, kPure, "The bidirectional class."),
    HH_LEAF("combining", "chr, /", combining, kPure, "The canonical combining class."),
    HH_LEAF("east_asian_width", "chr, /", east_asian_width, kPure, "The East Asian width."),
    HH_LEAF("mirrored", "chr, /", mirrored, kPure, "1 if it is mirrored in right-to-left text."),
    HH_LEAF("decomposition", "chr, /", decomposition, kPure, "The decomposition mapping."),
    HH_LEAF("normalize", "form, unistr, /", normalize, kPure, "The text in a normal form."),
    HH_LEAF("is_normalized", "form, unistr, /", is_normalized, kPure,
            "Is the text in that normal form?"),
};
Value make_unidata_version(Leaf& vm) { return vm.intern("14.0.0"); }
const ModuleConstant kConstants[] = {{"unidata_version", make_unidata_version}};

}  // namespace

const ModuleTable kUnicodeDataModule = {"_unicodedata", builtin_table(kRows), kConstants, 1};

}  // namespace hothouse
