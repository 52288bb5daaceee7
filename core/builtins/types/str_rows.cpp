// Rows of str's methods; the text work is objects/str_methods.h.
#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/builtins/types/rows.h"
#include "core/objects/callables.h"
#include "core/objects/compare.h"
#include "core/objects/dict.h"
#include "core/objects/hash.h"
#include "core/objects/list.h"
#include "core/objects/repr.h"
#include "core/objects/slice.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

/// The Str of args[0], or raises; used at the head of every method.
#define STR_SELF(method)      \
  Value s = unwrap(vm, a[0]); \
  if (!is_str(s)) return wrong_self(vm, method, "str", a[0])

/// Start and end arguments a[2], a[3] of find and its kin.
bool range_arguments(Leaf& vm, const Value* a, Value s, int64_t* start, int64_t* end) {
  *start = 0;
  *end = INT64_MAX;
  if (!slice_argument(vm, a[2], start) || !slice_argument(vm, a[3], end)) return false;
  adjust_indices(*start, *end, static_cast<int64_t>(str_length(s)));
  return true;
}

enum class Search { Find, RFind, Index, RIndex, Count };

template <Search kind>
Value search(Leaf& vm, const Value* a) {
  constexpr const char* kNames[] = {"find", "rfind", "index", "rindex", "count"};
  STR_SELF(kNames[static_cast<int>(kind)]);
  Value part = text_argument(vm, a[1]);
  int64_t start, end;
  if (part.is_undefined() || !range_arguments(vm, a, s, &start, &end)) return Value::raised();
  if constexpr (kind == Search::Count)
    return vm.heap().make_int(str_count(vm, s, part, start, end));
  bool forward = kind == Search::Find || kind == Search::Index;
  int64_t at = forward ? str_find(vm, s, part, start, end) : str_rfind(vm, s, part, start, end);
  if (at < 0 && (kind == Search::Index || kind == Search::RIndex)) {
    return vm.value_error("substring not found");
  }
  return vm.heap().make_int(at);
}

template <bool at_start>
Value affix(Leaf& vm, const Value* a) {
  constexpr const char* kName = at_start ? "startswith" : "endswith";
  STR_SELF(kName);
  int64_t start, end;
  if (!range_arguments(vm, a, s, &start, &end)) return Value::raised();
  auto test = [&](Value part) {
    return at_start ? str_starts_with(vm, s, part, start, end)
                    : str_ends_with(vm, s, part, start, end);
  };
  Value part = unwrap(vm, a[1]);
  if (is_str(part)) return Value::boolean(test(part));
  if (!is_tuple(part)) {
    return vm.type_error(std::string(kName) + " first arg must be str or a tuple of str, not " +
                         type_name_of(vm, a[1]));
  }
  for (uint64_t i = 0; i < tuple_length(part); ++i) {
    Value one = unwrap(vm, tuple_get(part, i));
    if (!is_str(one)) {
      return vm.type_error("tuple for " + std::string(kName) + " must only contain str, not " +
                           type_name_of(vm, tuple_get(part, i)));
    }
    if (test(one)) return Value::true_value();
  }
  return Value::false_value();
}

template <MethodName name, Value (*function)(Leaf&, Value, Value, int64_t)>
Value split(Leaf& vm, const Value* a) {
  STR_SELF(name.text);
  Value separator = Value::none();
  if (given(a[1]) && !a[1].is_none()) {
    separator = text_argument(vm, a[1], "must be str or None");
    if (separator.is_undefined()) return Value::raised();
  }
  int64_t max = -1;
  if (given(a[2]) && !int64_argument(vm, a[2], &max)) return Value::raised();
  return function(vm, s, separator, max);
}

Value splitlines(Leaf& vm, const Value* a) {
  STR_SELF("splitlines");
  int64_t keep = 0;
  if (given(a[1]) && !int64_argument(vm, a[1], &keep)) return Value::raised();
  return str_splitlines(vm, s, keep != 0);
}

template <MethodName name, Value (*function)(Leaf&, Value, Value)>
Value with_text(Leaf& vm, const Value* a) {
  STR_SELF(name.text);
  Value part = text_argument(vm, a[1]);
  return part.is_undefined() ? Value::raised() : function(vm, s, part);
}
Value removeprefix(Leaf& vm, const Value* a) {
  STR_SELF("removeprefix");
  Value part = text_argument(vm, a[1], "removeprefix() argument must be str");
  return part.is_undefined() ? Value::raised() : str_remove_prefix(vm, s, part);
}
Value removesuffix(Leaf& vm, const Value* a) {
  STR_SELF("removesuffix");
  Value part = text_argument(vm, a[1], "removesuffix() argument must be str");
  return part.is_undefined() ? Value::raised() : str_remove_suffix(vm, s, part);
}

template <bool left, bool right>
Value strip(Leaf& vm, const Value* a) {
  constexpr const char* kName = left && right ? "strip" : left ? "lstrip" : "rstrip";
  STR_SELF(kName);
  Value chars = Value::none();
  if (given(a[1]) && !a[1].is_none()) {
    chars = unwrap(vm, a[1]);
    if (!is_str(chars)) {
      return vm.type_error(std::string(kName) + " arg must be None or str");
    }
  }
  return str_strip(vm, s, chars, left, right);
}

Value replace(Leaf& vm, const Value* a) {
  STR_SELF("replace");
  Value from = text_argument(vm, a[1], "replace() argument 1 must be str");
  if (from.is_undefined()) return Value::raised();
  Value to = text_argument(vm, a[2], "replace() argument 2 must be str");
  if (to.is_undefined()) return Value::raised();
  int64_t max = -1;
  if (given(a[3]) && !int64_argument(vm, a[3], &max)) return Value::raised();
  return str_replace(vm, s, from, to, max);
}

template <MethodName name, Value (*function)(Leaf&, Value)>
Value map_text(Leaf& vm, const Value* a) {
  STR_SELF(name.text);
  return function(vm, s);
}
template <MethodName name, bool (*function)(Leaf&, Value)>
Value test_text(Leaf& vm, const Value* a) {
  STR_SELF(name.text);
  return Value::boolean(function(vm, s));
}

template <MethodName name, Value (*function)(Leaf&, Value, int64_t, char32_t)>
Value pad(Leaf& vm, const Value* a) {
  STR_SELF(name.text);
  int64_t width;
  if (!int64_argument(vm, a[1], &width)) return Value::raised();
  char32_t fill = ' ';
  if (given(a[2])) {
    Value f = text_argument(vm, a[2], "The fill character must be a unicode character");
    if (f.is_undefined()) return Value::raised();
    if (str_length(f) != 1) {
      return vm.type_error("The fill character must be exactly one character long");
    }
    fill = str_view(vm, f).at(0);
  }
  return function(vm, s, width, fill);
}
Value zfill(Leaf& vm, const Value* a) {
  STR_SELF("zfill");
  int64_t width;
  if (!int64_argument(vm, a[1], &width)) return Value::raised();
  return str_zfill(vm, s, width);
}
Value expandtabs(Leaf& vm, const Value* a) {
  STR_SELF("expandtabs");
  int64_t size = 8;
  if (given(a[1]) && !int64_argument(vm, a[1], &size)) return Value::raised();
  return str_expandtabs(vm, s, size);
}
Value join(Leaf& vm, const Value* a) {
  STR_SELF("join");
  Value parts = unwrap(vm, a[1]);
  if (is_str(parts)) {
    Value row = make_list(vm);
    for (uint64_t i = 0; i < str_length(parts); ++i) list_append(vm, row, str_at(vm, parts, i));
    return str_join(vm, s, row);
  }
  if (is_dict(parts)) return str_join(vm, s, dict_keys_list(vm, parts));
  if (is_list(parts) || is_tuple(parts)) return str_join(vm, s, parts);
  return leave_to_python();
}
Value translate(Leaf& vm, const Value* a) {
  STR_SELF("translate");
  Value table = unwrap(vm, a[1]);
  if (!is_dict(table)) return leave_to_python();
  return str_translate(vm, s, table);
}
Value maketrans(Leaf& vm, const Value* a) {
  Value x = unwrap(vm, a[0]);
  return str_maketrans(vm, x, unwrap(vm, a[1]), unwrap(vm, a[2]));
}
Value encode(Leaf& vm, const Value* a) {
  STR_SELF("encode");
  std::string encoding, errors;
  if (!codec_arguments(vm, "encode", a + 1, &encoding, &errors)) return Value::raised();
  return str_encode(vm, s, encoding, errors);
}

Value format_method(Leaf& vm, const Value* a) {
  STR_SELF("format");
  return format_text(vm, s, a[1], a[2]);
}
Value format_map(Leaf& vm, const Value* a) {
  STR_SELF("format_map");
  if (!is_dict(a[1])) return leave_to_python();
  return format_text(vm, s, Value::none(), a[1]);
}
Value dunder_format(Leaf& vm, const Value* a) {
  STR_SELF("__format__");
  Value spec = text_argument(vm, a[1], "__format__() argument must be str");
  if (spec.is_undefined()) return Value::raised();
  return str_length(spec) == 0 && a[0] != s ? leave_to_python() : format_value(vm, s, spec);
}
Value dunder_mod(Leaf& vm, const Value* a) {
  STR_SELF("__mod__");
  return percent_format(vm, s, a[1]);
}
Value dunder_rmod(Leaf&, const Value*) { return Value::not_implemented(); }

Value dunder_add(Leaf& vm, const Value* a) {
  STR_SELF("__add__");
  Value other = unwrap(vm, a[1]);
  return is_str(other) ? str_concat(vm, s, other) : Value::not_implemented();
}
Value dunder_mul(Leaf& vm, const Value* a) {
  STR_SELF("__mul__");
  if (as_int(vm, a[1]).is_undefined()) return Value::not_implemented();
  int64_t count;
  if (!int64_argument(vm, a[1], &count)) return Value::raised();
  return str_repeat(vm, s, count);
}
Value dunder_len(Leaf& vm, const Value* a) {
  STR_SELF("__len__");
  return Value::small_int(static_cast<int64_t>(str_length(s)));
}
Value dunder_getitem(Leaf& vm, const Value* a) {
  STR_SELF("__getitem__");
  if (is_kind(a[1], Kind::Slice)) {
    SliceIndices i;
    if (!slice_is_plain(a[1])) return leave_to_python();
    if (!slice_indices(vm, a[1], static_cast<int64_t>(str_length(s)), &i)) return Value::raised();
    return str_slice(vm, s, i.start, i.step, static_cast<uint64_t>(i.count));
  }
  Value index = as_int(vm, a[1]);
  if (index.is_undefined()) return leave_to_python();
  int64_t i;
  if (!as_int64(index, &i)) {
    return vm.index_error("cannot fit 'int' into an index-sized integer");
  }
  return str_index(vm, s, i);
}
Value dunder_contains(Leaf& vm, const Value* a) {
  STR_SELF("__contains__");
  Value part = text_argument(vm, a[1], "'in <string>' requires string as left operand");
  return part.is_undefined() ? Value::raised() : Value::boolean(str_contains(vm, s, part));
}
Value dunder_iter(Leaf& vm, const Value* a) {
  STR_SELF("__iter__");
  return make_seq_iter(vm, Kind::StrIter, kMapStrIter, s);
}
Value dunder_hash(Leaf& vm, const Value* a) {
  STR_SELF("__hash__");
  return vm.heap().make_int(static_cast<int64_t>(hash_str(vm, s)));
}
Value dunder_str(Leaf& vm, const Value* a) {
  STR_SELF("__str__");
  return s;
}
Value dunder_repr(Leaf& vm, const Value* a) {
  STR_SELF("__repr__");
  return str_repr(vm, s);
}

template <CompareOp op>
Value dunder_compare(Leaf& vm, const Value* a) {
  STR_SELF("__eq__");
  Value other = unwrap(vm, a[1]);
  if (!is_str(other)) return Value::not_implemented();
  if constexpr (op == CompareOp::Eq) return Value::boolean(str_equal(vm, s, other));
  if constexpr (op == CompareOp::Ne) return Value::boolean(!str_equal(vm, s, other));
  return Value::boolean(order_holds(op, str_compare(vm, s, other)));
}

const BuiltinDef kRows[] = {
    HH_LEAF("find", "self, sub, start: slice=, end: slice=, /", search<Search::Find>,
            kBuiltinReadOnly, "The lowest index where sub is found, or -1."),
    HH_LEAF("rfind", "self, sub, start: slice=, end: slice=, /", search<Search::RFind>,
            kBuiltinReadOnly, "The highest index where sub is found, or -1."),
    HH_LEAF("index", "self, sub, start: slice=, end: slice=, /", search<Search::Index>,
            kBuiltinReadOnly, "As find, but ValueError when absent."),
    HH_LEAF("rindex", "self, sub, start: slice=, end: slice=, /", search<Search::RIndex>,
            kBuiltinReadOnly, "As rfind, but ValueError when absent."),
    HH_LEAF("count", "self, sub, start: slice=, end: slice=, /", search<Search::Count>,
            kBuiltinReadOnly, "Number of non-overlapping occurrences."),
    HH_LEAF("startswith", "self, prefix, start: slice=, end: slice=, /", affix<true>,
            kBuiltinReadOnly, "Does the string begin with prefix?"),
    HH_LEAF("endswith", "self, suffix, start: slice=, end: slice=, /", affix<false>,
            kBuiltinReadOnly, "Does the string end with suffix?"),
    HH_LEAF("split", "self, sep=, maxsplit: index=", (split<"split", str_split>), kBuiltinReadOnly,
            "The words of the string."),
    HH_LEAF("rsplit", "self, sep=, maxsplit: index=", (split<"rsplit", str_rsplit>),
            kBuiltinReadOnly, "The words, split from the end."),
    HH_LEAF("splitlines", "self, keepends: index=", splitlines, kBuiltinReadOnly,
            "The lines of the string."),
    HH_LEAF("partition", "self, sep, /", (with_text<"partition", str_partition>), kBuiltinReadOnly,
            "What lies before, at and behind the first sep."),
    HH_LEAF("rpartition", "self, sep, /", (with_text<"rpartition", str_rpartition>),
            kBuiltinReadOnly, "What lies before, at and behind the last sep."),
    HH_LEAF("removeprefix", "self, prefix, /", removeprefix, kBuiltinReadOnly,
            "The string without that prefix."),
    HH_LEAF("removesuffix", "self, suffix, /", removesuffix, kBuiltinReadOnly,
            "The string without that suffix."),
    HH_LEAF("strip", "self, chars=, /", (strip<true, true>), kBuiltinReadOnly,
            "Without leading and trailing white space."),
    HH_LEAF("lstrip", "self, chars=, /", (strip<true, false>), kBuiltinReadOnly,
            "Without leading white space."),
    HH_LEAF("rstrip", "self, chars=, /", (strip<false, true>), kBuiltinReadOnly,
            "Without trailing white space."),
    HH_LEAF("replace", "self, old, new, count: index=, /", replace, kBuiltinReadOnly,
            "With every old replaced by new."),
    HH_LEAF("lower", "self, /", (map_text<"lower", str_lower>), kBuiltinReadOnly, "In lower case."),
    HH_LEAF("upper", "self, /", (map_text<"upper", str_upper>), kBuiltinReadOnly, "In upper case."),
    HH_LEAF("title", "self, /", (map_text<"title", str_title>), kBuiltinReadOnly,
            "Every word capitalized."),
    HH_LEAF("capitalize", "self, /", (map_text<"capitalize", str_capitalize>), kBuiltinReadOnly,
            "First character upper, the rest lower case."),
    HH_LEAF("swapcase", "self, /", (map_text<"swapcase", str_swapcase>), kBuiltinReadOnly,
            "Upper and lower case exchanged."),
    HH_LEAF("casefold", "self, /", (map_text<"casefold", str_casefold>), kBuiltinReadOnly,
            "For caseless comparison."),
    HH_LEAF("isalpha", "self, /", (test_text<"isalpha", str_is_alpha>), kBuiltinReadOnly,
            "Only letters?"),
    HH_LEAF("isdigit", "self, /", (test_text<"isdigit", str_is_digit>), kBuiltinReadOnly,
            "Only digits?"),
    HH_LEAF("isdecimal", "self, /", (test_text<"isdecimal", str_is_decimal>), kBuiltinReadOnly,
            "Only decimal digits?"),
    HH_LEAF("isnumeric", "self, /", (test_text<"isnumeric", str_is_numeric>), kBuiltinReadOnly,
            "Only numeric characters?"),
    HH_LEAF("isalnum", "self, /", (test_text<"isalnum", str_is_alnum>), kBuiltinReadOnly,
            "Only letters and digits?"),
    HH_LEAF("isspace", "self, /", (test_text<"isspace", str_is_space>), kBuiltinReadOnly,
            "Only white space?"),
    HH_LEAF("islower", "self, /", (test_text<"islower", str_is_lower>), kBuiltinReadOnly,
            "Is all that has case lower case?"),
    HH_LEAF("isupper", "self, /", (test_text<"isupper", str_is_upper>), kBuiltinReadOnly,
            "Is all that has case upper case?"),
    HH_LEAF("istitle", "self, /", (test_text<"istitle", str_is_title>), kBuiltinReadOnly,
            "Is every word capitalized?"),
    HH_LEAF("isidentifier", "self, /", (test_text<"isidentifier", str_is_identifier>),
            kBuiltinReadOnly, "Is it an identifier?"),
    HH_LEAF("isprintable", "self, /", (test_text<"isprintable", str_is_printable>),
            kBuiltinReadOnly, "Only printable characters?"),
    HH_LEAF("isascii", "self, /", (test_text<"isascii", str_is_ascii>), kBuiltinReadOnly,
            "Only ASCII characters?"),
    HH_LEAF("center", "self, width: index, fillchar=, /", (pad<"center", str_center>),
            kBuiltinReadOnly, "Centered in width."),
    HH_LEAF("ljust", "self, width: index, fillchar=, /", (pad<"ljust", str_ljust>),
            kBuiltinReadOnly, "Left-justified in width."),
    HH_LEAF("rjust", "self, width: index, fillchar=, /", (pad<"rjust", str_rjust>),
            kBuiltinReadOnly, "Right-justified in width."),
    HH_LEAF("zfill", "self, width: index, /", zfill, kBuiltinReadOnly,
            "Padded with zeros behind the sign."),
    HH_LEAF("expandtabs", "self, tabsize: index=", expandtabs, kBuiltinReadOnly,
            "Tabs replaced by spaces."),
    HH_LEAF("join", "self, iterable, /", join, kBuiltinReadOnly | kBuiltinPython,
            "The strings of the iterable with self between them."),
    HH_LEAF("translate", "self, table, /", translate, kBuiltinReadOnly | kBuiltinPython,
            "Every character replaced as the table says."),
    HH_LEAF("maketrans", "x, y=, z=, /", maketrans, kBuiltinReadOnly | kBuiltinStatic,
            "A table for translate."),
    HH_LEAF("encode", "self, encoding=, errors=", encode, kBuiltinReadOnly | kBuiltinPython,
            "The bytes of the string in an encoding."),
    HH_LEAF("format", "self, /, *args, **kwargs", format_method, kBuiltinPython,
            "With {} replaced by arguments."),
    HH_LEAF("format_map", "self, mapping, /", format_map, kBuiltinPython,
            "With {name} replaced by the mapping's values."),
    HH_LEAF("__format__", "self, format_spec, /", dunder_format, kBuiltinReadOnly | kBuiltinPython,
            "Formatted as the spec says."),
    HH_LEAF("__mod__", "self, value, /", dunder_mod, kBuiltinPython, "self % value"),
    HH_LEAF("__rmod__", "self, value, /", dunder_rmod, kBuiltinReadOnly, "value % self"),
    HH_LEAF("__add__", "self, value, /", dunder_add, kBuiltinReadOnly, "self + value"),
    HH_LEAF("__mul__", "self, value: index, /", dunder_mul, kBuiltinReadOnly | kBuiltinPython,
            "self * value"),
    HH_LEAF("__rmul__", "self, value: index, /", dunder_mul, kBuiltinReadOnly | kBuiltinPython,
            "value * self"),
    HH_LEAF("__len__", "self, /", dunder_len, kBuiltinReadOnly, "len(self)"),
    HH_LEAF("__getitem__", "self, key, /", dunder_getitem, kBuiltinReadOnly | kBuiltinPython,
            "self[key]"),
    HH_LEAF("__contains__", "self, key, /", dunder_contains, kBuiltinReadOnly, "key in self"),
    HH_LEAF("__iter__", "self, /", dunder_iter, kBuiltinReadOnly, "iter(self)"),
    HH_LEAF("__hash__", "self, /", dunder_hash, kBuiltinReadOnly, "hash(self)"),
    HH_LEAF("__str__", "self, /", dunder_str, kBuiltinReadOnly, "str(self)"),
    HH_LEAF("__repr__", "self, /", dunder_repr, kBuiltinReadOnly, "repr(self)"),
    HH_LEAF("__eq__", "self, value, /", dunder_compare<CompareOp::Eq>, kBuiltinReadOnly,
            "self == value"),
    HH_LEAF("__ne__", "self, value, /", dunder_compare<CompareOp::Ne>, kBuiltinReadOnly,
            "self != value"),
    HH_LEAF("__lt__", "self, value, /", dunder_compare<CompareOp::Lt>, kBuiltinReadOnly,
            "self < value"),
    HH_LEAF("__le__", "self, value, /", dunder_compare<CompareOp::Le>, kBuiltinReadOnly,
            "self <= value"),
    HH_LEAF("__gt__", "self, value, /", dunder_compare<CompareOp::Gt>, kBuiltinReadOnly,
            "self > value"),
    HH_LEAF("__ge__", "self, value, /", dunder_compare<CompareOp::Ge>, kBuiltinReadOnly,
            "self >= value"),
    HH_PYTHON("__getnewargs__", "self, /", "Arguments that make the value again."),
    HH_NEW,
};

}  // namespace

const BuiltinTable kStrRows = builtin_table(kRows);

}  // namespace hothouse
