// The module _json_text: reading JSON texts without hooks, and its string literals in both
// directions.
//
// Neighbours: python/_json.py, which has everything that calls the program back.
// Invariant: an error of the text is an answer (message, position), which _json.py makes into a
// JSONDecodeError.
#include <cmath>
#include <cstdio>
#include <cstring>
#include <unordered_map>

#include "core/builtins/arguments.h"
#include "core/builtins/modules/modules.h"
#include "core/objects/dict.h"
#include "core/objects/float.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

class Reader {
 public:
  Reader(Leaf& vm, Value text, bool strict)
      : vm_(vm), s_(str_view(vm, text)), strict_(strict), depth_(depth_of(vm)) {}

  /// The value at `at`; undefined: failure() tells what is wrong. Or raised.
  Value read(uint64_t* at) {
    i_ = *at;
    Value v = value();
    *at = i_;
    return v;
  }
  /// The rest of a literal whose opening quote is before `at`.
  Value read_string(uint64_t* at) {
    i_ = *at;
    Value v = string();
    *at = i_;
    return v;
  }
  /// What read() and read_string() answered undefined for.
  Value failure() const {
    Value where = vm_.heap().make_int(static_cast<int64_t>(position_));
    return make_tuple(vm_, {Value::none(), vm_.str(message_), where});
  }

 private:
  static constexpr uint64_t kDeepest = 20000;  // what the native stack bears in any case
  static uint64_t depth_of(Leaf& vm) {
    const VmState& state = static_cast<Vm&>(vm).state;
    return state.depth_limit > state.depth ? state.depth_limit - state.depth : 0;
  }

  Value fail(std::string_view message, uint64_t where) {
    message_ = message;
    position_ = where;
    return Value::undefined();
  }
  char32_t peek() const { return i_ < s_.length ? s_[i_] : 0; }
  bool at_digit() const { return i_ < s_.length && s_[i_] - U'0' < 10; }
  void skip_space() {
    while (i_ < s_.length) {
      char32_t c = s_[i_];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') return;
      ++i_;
    }
  }
  bool word(const char* text) {
    uint64_t n = std::strlen(text);
    if (s_.length - i_ < n) return false;
    for (uint64_t k = 0; k < n; ++k) {
      if (s_[i_ + k] != static_cast<unsigned char>(text[k])) return false;
    }
    i_ += n;
    return true;
  }

  Value value() {
    if (i_ >= s_.length) return fail("Expecting value", i_);
    switch (s_[i_]) {
      case '"':
        ++i_;
        return string();
      case '{':
        return nested("object", &Reader::object);
      case '[':
        return nested("array", &Reader::array);
      case 'n':
        if (word("null")) return Value::none();
        break;
      case 't':
        if (word("true")) return Value::true_value();
        break;
      case 'f':
        if (word("false")) return Value::false_value();
        break;
      case 'N':
        if (word("NaN")) return Value::from_double(NAN);
        break;
      case 'I':
        if (word("Infinity")) return Value::from_double(HUGE_VAL);
        break;
      case '-':
        if (word("-Infinity")) return Value::from_double(-HUGE_VAL);
        break;
      default:
        break;
    }
    return number();
  }

  Value nested(const char* what, Value (Reader::*read)()) {
    if (++level_ > depth_ || level_ > kDeepest) {
      return vm_.raise(TypeId::RecursionError,
                       std::string("maximum recursion depth exceeded while decoding a JSON ") +
                           what + " from a unicode string");
    }
    ++i_;
    Value v = (this->*read)();
    --level_;
    return v;
  }

  Value number() {
    const uint64_t start = i_;
    if (peek() == '-') ++i_;
    if (peek() == '0') {
      ++i_;
    } else if (at_digit()) {
      while (at_digit()) ++i_;
    } else {
      return fail("Expecting value", start);
    }
    bool whole = true;
    if (peek() == '.') {
      const uint64_t point = i_++;
      if (at_digit()) {
        whole = false;
        while (at_digit()) ++i_;
      } else {
        i_ = point;
      }
    }
    if (const uint64_t e = i_; peek() == 'e' || peek() == 'E') {
      ++i_;
      if (peek() == '+' || peek() == '-') ++i_;
      if (at_digit()) {
        whole = false;
        while (at_digit()) ++i_;
      } else {
        i_ = e;
      }
    }
    std::string text;
    text.reserve(i_ - start);
    for (uint64_t k = start; k < i_; ++k) text += static_cast<char>(s_[k]);
    if (!whole) {
      double d = 0;
      float_parse(text, &d);
      return Value::from_double(d);
    }
    return int_from_text(vm_, text, 10, "'" + text + "'");
  }

  Value string() {
    const uint64_t begin = i_ - 1;
    uint64_t start = i_;
    // Most literals have no escape: a copy of the text.
    while (i_ < s_.length && s_[i_] != '"' && s_[i_] != '\\' && s_[i_] >= ' ') ++i_;
    if (i_ < s_.length && s_[i_] == '"') return str_from_view(vm_, s_.sub(start, i_++ - start));
    StrBuilder out(vm_);
    while (true) {
      if (i_ >= s_.length) return fail("Unterminated string starting at", begin);
      char32_t c = s_[i_];
      if (c == '"' || c == '\\') {
        out.append(s_.sub(start, i_ - start));
        ++i_;
        if (c == '"') return out.finish();
        if (!escape(out, begin)) return Value::undefined();
        start = i_;
        continue;
      }
      if (c < ' ' && strict_) return fail("Invalid control character at", i_);
      ++i_;
    }
  }

  bool escape(StrBuilder& out, uint64_t begin) {
    if (i_ >= s_.length) {
      fail("Unterminated string starting at", begin);
      return false;
    }
    const char32_t c = s_[i_];
    if (c != 'u') {
      static constexpr char kNames[] = "\"\\/bfnrt", kMeanings[] = "\"\\/\b\f\n\r\t";
      const char* at = c != 0 && c < 128 ? std::strchr(kNames, static_cast<char>(c)) : nullptr;
      if (at == nullptr) {
        fail("Invalid \\escape", i_ - 1);
        return false;
      }
      out.append(static_cast<char32_t>(kMeanings[at - kNames]));
      ++i_;
      return true;
    }
    int64_t code = hex(i_ + 1);
    if (code < 0) {
      fail("Invalid \\uXXXX escape", i_);
      return false;
    }
    i_ += 5;
    if (code >= 0xd800 && code < 0xdc00 && i_ + 6 <= s_.length && s_[i_] == '\\' &&
        s_[i_ + 1] == 'u') {
      int64_t low = hex(i_ + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00));
        i_ += 6;
      }
    }
    out.append(static_cast<char32_t>(code));
    return true;
  }
  int64_t hex(uint64_t at) const {
    if (at + 4 > s_.length) return -1;
    int64_t code = 0;
    for (uint64_t k = at; k < at + 4; ++k) {
      const char32_t c = s_[k], lower = c | 32;
      const int64_t digit = c - U'0' < 10      ? static_cast<int64_t>(c - U'0')
                            : lower - U'a' < 6 ? static_cast<int64_t>(lower - U'a' + 10)
                                               : -1;
      if (digit < 0) return -1;
      code = code << 4 | digit;
    }
    return code;
  }

  Value array() {
    Value row = make_list(vm_);
    skip_space();
    if (peek() == ']') {
      ++i_;
      return row;
    }
    while (true) {
      Value v = value();
      if (v.is_undefined() || v.is_raised()) return v;
      list_append(vm_, row, v);
      skip_space();
      const char32_t c = peek();
      if (c == ']') {
        ++i_;
        return row;
      }
      if (c != ',') return fail("Expecting ',' delimiter", i_);
      ++i_;
      skip_space();
    }
  }

  Value object() {
    Value names = make_dict(vm_);
    skip_space();
    if (peek() == '}') {
      ++i_;
      return names;
    }
    while (true) {
      if (peek() != '"') return fail("Expecting property name enclosed in double quotes", i_);
      ++i_;
      Value key = this->key();
      if (key.is_undefined() || key.is_raised()) return key;
      skip_space();
      if (peek() != ':') return fail("Expecting ':' delimiter", i_);
      ++i_;
      skip_space();
      Value v = value();
      if (v.is_undefined() || v.is_raised()) return v;
      if (dict_set(vm_, names, key, v) == Verdict::Raised) return Value::raised();
      skip_space();
      const char32_t c = peek();
      if (c == '}') {
        ++i_;
        return names;
      }
      if (c != ',') return fail("Expecting ',' delimiter", i_);
      ++i_;
      skip_space();
    }
  }
  /// A text has the same keys again and again: they share one string.
  Value key() {
    const uint64_t start = i_;
    Value v = string();
    if (v.is_undefined() || v.is_raised() || i_ - start > kLongestSharedKey) return v;
    return keys_.emplace(str_to_utf8(vm_, v), v).first->second;
  }

  static constexpr uint64_t kLongestSharedKey = 64;
  Leaf& vm_;
  StrView s_;
  bool strict_;
  uint64_t i_ = 0, depth_, level_ = 0;
  std::string message_;
  uint64_t position_ = 0;
  std::unordered_map<std::string, Value> keys_;
};

bool reader_arguments(Leaf& vm, const Value* a, uint64_t* at) {
  if (!is_str(unwrap(vm, a[0]))) {
    vm.type_error("first argument must be a string, not " + type_name_of(vm, a[0]));
    return false;
  }
  int64_t start;
  if (!int64_argument(vm, a[1], &start)) return false;
  if (start < 0) {
    vm.value_error("idx cannot be negative");
    return false;
  }
  *at = static_cast<uint64_t>(start);
  return true;
}

template <Value (Reader::*kRead)(uint64_t*)>
Value read_with(Leaf& vm, const Value* a) {
  uint64_t at;
  if (!reader_arguments(vm, a, &at)) return Value::raised();
  Reader reader(vm, unwrap(vm, a[0]), a[2].is_true());
  Value v = (reader.*kRead)(&at);
  if (v.is_raised()) return v;
  if (v.is_undefined()) return reader.failure();
  return make_tuple(vm, {v, vm.heap().make_int(static_cast<int64_t>(at))});
}

/// A JSON string literal; everything beyond ASCII is escaped if kAscii.
template <bool kAscii>
Value quote(Leaf& vm, const Value* a) {
  if (!is_str(unwrap(vm, a[0]))) {
    return vm.type_error("first argument must be a string, not " + type_name_of(vm, a[0]));
  }
  StrView s = str_view(vm, unwrap(vm, a[0]));
  StrBuilder out(vm);
  out.reserve(s.length + 2);
  out.append(U'"');
  uint64_t start = 0;  // of what is copied as it is
  char buffer[16];
  for (uint64_t i = 0; i < s.length; ++i) {
    const char32_t c = s[i];
    if (c >= 32 && c != '"' && c != '\\' && (!kAscii || c < 127)) continue;
    out.append(s.sub(start, i - start));
    start = i + 1;
    static constexpr char kNames[] = "\"\\bfnrt", kMeanings[] = "\"\\\b\f\n\r\t";
    const char* at = c != 0 && c < 128 ? std::strchr(kMeanings, static_cast<char>(c)) : nullptr;
    if (at != nullptr) {
      out.append(U'\\');
      out.append(static_cast<char32_t>(kNames[at - kMeanings]));
      continue;
    }
    if (c > 0xffff) {
      const char32_t v = c - 0x10000;
      std::snprintf(buffer, sizeof buffer, "\\u%04x\\u%04x",
                    0xd800u + static_cast<unsigned>(v >> 10),
                    0xdc00u + static_cast<unsigned>(v & 0x3ff));
    } else {
      std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
    }
    out.append(std::string_view(buffer));
  }
  out.append(s.sub(start, s.length - start));
  out.append(U'"');
  return out.finish();
}

const BuiltinDef kRows[] = {
    HH_LEAF("scan", "text, index, strict, /", read_with<&Reader::read>, kBuiltinReadOnly,
            "(value, end), or (None, what is wrong, where)."),
    HH_LEAF("scanstring", "text, index, strict, /", read_with<&Reader::read_string>,
            kBuiltinReadOnly, "The same for the rest of a string literal."),
    HH_LEAF("encode_basestring_ascii", "text, /", quote<true>, kBuiltinReadOnly,
            "A JSON string literal of ASCII characters."),
    HH_LEAF("encode_basestring", "text, /", quote<false>, kBuiltinReadOnly,
            "A JSON string literal."),
};

}  // namespace

const ModuleTable kJsonModule = {"_json_text", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
