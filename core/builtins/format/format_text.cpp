// str.format: the walk through the text, and the fields.
#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/objects/attributes.h"
#include "core/objects/dict.h"
#include "core/objects/list.h"
#include "core/objects/repr.h"
#include "core/objects/tuple.h"

namespace hothouse {

int next_format_piece(Leaf& vm, std::string_view text, size_t* position, FormatPiece* piece) {
  *piece = FormatPiece{};
  size_t at = *position;
  if (at >= text.size()) return 0;
  auto fail = [&](const char* message) {
    vm.value_error(message);
    return -1;
  };
  while (at < text.size()) {
    char c = text[at++];
    if (c != '{' && c != '}') {
      piece->literal.push_back(c);
      continue;
    }
    if (at < text.size() && text[at] == c) {
      piece->literal.push_back(c);
      ++at;
      continue;
    }
    if (c == '}') return fail("Single '}' encountered in format string");
    if (at >= text.size()) return fail("Single '{' encountered in format string");
    // The field: up to '!' or ':' outside of brackets, or the closing brace.
    piece->has_field = true;
    size_t start = at;
    bool bracket = false;
    while (at < text.size()) {
      c = text[at];
      if (c == '{') return fail("unexpected '{' in field name");
      if (c == '[') {
        bracket = true;
      } else if (c == ']') {
        bracket = false;
      } else if (!bracket && (c == '}' || c == ':' || c == '!')) {
        break;
      }
      ++at;
    }
    if (at >= text.size()) return fail("expected '}' before end of string");
    piece->field = std::string(text.substr(start, at - start));
    c = text[at++];
    if (c == '!') {
      if (at >= text.size()) {
        return fail("end of string while looking for conversion specifier");
      }
      piece->conversion = text[at++];
      if (at >= text.size()) return fail("unmatched '{' in format spec");
      c = text[at++];
      if (c == '}') {
        *position = at;
        return 1;
      }
      if (c != ':') return fail("expected ':' after conversion specifier");
    }
    if (c == ':') {
      start = at;
      int depth = 1;
      while (at < text.size()) {
        if (text[at] == '{') ++depth;
        if (text[at] == '}' && --depth == 0) break;
        ++at;
      }
      if (at >= text.size()) return fail("unmatched '{' in format spec");
      piece->spec = std::string(text.substr(start, at - start));
      ++at;
    }
    *position = at;
    return 1;
  }
  *position = at;
  return 1;
}

namespace {

/// Formats with the arguments; the numbering of {} goes on in nested specs.
class Formatter {
 public:
  Formatter(Leaf& vm, Value args, Value kwargs) : vm_(vm), args_(args), kwargs_(kwargs) {}

  Value run(std::string_view text, int depth) {
    if (depth < 0) return vm_.value_error("Max string recursion exceeded");
    StrBuilder out(vm_);
    size_t at = 0;
    FormatPiece piece;
    while (true) {
      int more = next_format_piece(vm_, text, &at, &piece);
      if (more < 0) return Value::raised();
      if (more == 0) return out.finish();
      out.append(piece.literal);
      if (!piece.has_field) continue;
      Value v = field(piece.field);
      if (v.is_raised() || v.is_undefined()) return v;
      v = convert(v, piece.conversion);
      if (v.is_raised() || v.is_undefined()) return v;
      Value spec = vm_.types().empty_str();
      if (!piece.spec.empty()) {
        spec = piece.spec.find_first_of("{}") == std::string::npos ? vm_.str(piece.spec)
                                                                   : run(piece.spec, depth - 1);
        if (spec.is_raised() || spec.is_undefined()) return spec;
      }
      v = format_value(vm_, v, spec);
      if (v.is_raised() || v.is_undefined()) return v;
      out.append(v);
    }
  }

 private:
  Value convert(Value v, char conversion) {
    switch (conversion) {
      case 0:
        return v;
      case 's':
        return str_leaf(vm_, v);
      case 'r':
        return repr_leaf(vm_, v);
      case 'a': {
        Value r = repr_leaf(vm_, v);
        if (!is_str(r)) return r;
        return vm_.str(ascii_escape(r));
      }
      default:
        return vm_.value_error(std::string("Unknown conversion specifier ") + conversion);
    }
  }

  std::string ascii_escape(Value text) {
    std::string out;
    StrView s = str_view(vm_, text);
    for (uint64_t i = 0; i < s.length; ++i) {
      char32_t c = s[i];
      char buffer[16];
      if (c < 128) {
        out.push_back(static_cast<char>(c));
        continue;
      }
      const char* form = c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x";
      std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
      out += buffer;
    }
    return out;
  }

  /// The value of "0.name[key]".
  Value field(std::string_view name) {
    size_t end = name.find_first_of(".[");
    std::string_view first = name.substr(0, end);
    std::string_view rest = end == std::string_view::npos ? "" : name.substr(end);
    Value v = first_value(first);
    while (!rest.empty() && !v.is_raised() && !v.is_undefined()) {
      if (rest[0] == '.') {
        size_t stop = rest.find_first_of(".[", 1);
        std::string_view attribute =
            rest.substr(1, stop == std::string_view::npos ? stop : stop - 1);
        rest = stop == std::string_view::npos ? "" : rest.substr(stop);
        if (attribute.empty()) return vm_.value_error("Empty attribute in format string");
        bool needs_call = false;
        Value key = vm_.intern(attribute);
        Value owner = v;
        v = get_attribute(vm_, owner, key, &needs_call);
        if (needs_call) return Value::undefined();
        if (v.is_undefined()) return raise_attribute_error(vm_, owner, key);
      } else if (rest[0] == '[') {
        size_t stop = rest.find(']');
        if (stop == std::string_view::npos) {
          return vm_.value_error("Missing ']' in format string");
        }
        std::string_view key = rest.substr(1, stop - 1);
        rest = rest.substr(stop + 1);
        if (key.empty()) return vm_.value_error("Empty attribute in format string");
        if (!rest.empty() && rest[0] != '.' && rest[0] != '[') {
          return vm_.value_error("Only '.' or '[' may follow ']' in format field specifier");
        }
        v = item(v, key);
      }
    }
    return v;
  }

  static bool number(std::string_view text, int64_t* n) {
    if (text.empty()) return false;
    *n = 0;
    for (char c : text) {
      if (c < '0' || c > '9') return false;
      if (__builtin_mul_overflow(*n, int64_t{10}, n) ||
          __builtin_add_overflow(*n, int64_t{c - '0'}, n)) {
        *n = INT64_MIN;  // too many digits
      }
    }
    return true;
  }

  Value item(Value owner, std::string_view key) {
    int64_t i = 0;
    bool is_number = number(key, &i);
    if (i < 0) return vm_.value_error("Too many decimal digits in format string");
    if (is_list(owner) && is_number) return list_index(vm_, owner, i);
    if (is_tuple(owner) && is_number) return tuple_index(vm_, owner, i);
    if (is_str(owner) && is_number) return str_index(vm_, owner, i);
    if (is_dict(owner)) {
      Value k = is_number ? vm_.heap().make_int(i) : vm_.str(key);
      Verdict status = Verdict::Yes;
      Value v = dict_get(vm_, owner, k, &status);
      if (status == Verdict::NeedsCall) return Value::undefined();
      if (status == Verdict::Raised) return Value::raised();
      return v.is_undefined() ? vm_.key_error(k) : v;
    }
    return Value::undefined();
  }

  Value first_value(std::string_view name) {
    int64_t i;
    if (name.empty()) {
      if (numbering_ == 2) {
        return vm_.value_error(
            "cannot switch from manual field specification to automatic field numbering");
      }
      numbering_ = 1;
      i = next_++;
    } else if (number(name, &i)) {
      if (i < 0) return vm_.value_error("Too many decimal digits in format string");
      if (numbering_ == 1) {
        return vm_.value_error(
            "cannot switch from automatic field numbering to manual field specification");
      }
      numbering_ = 2;
    } else {
      Value key = vm_.str(name);
      if (!is_dict(kwargs_)) return vm_.key_error(key);
      Verdict status = Verdict::Yes;
      Value v = dict_get(vm_, kwargs_, key, &status);
      return v.is_undefined() ? vm_.key_error(key) : v;
    }
    if (!is_tuple(args_)) return vm_.value_error("Format string contains positional fields");
    if (static_cast<uint64_t>(i) >= tuple_length(args_)) {
      return vm_.index_error("Replacement index " + std::to_string(i) +
                             " out of range for positional args tuple");
    }
    return tuple_get(args_, static_cast<uint64_t>(i));
  }

  Leaf& vm_;
  Value args_, kwargs_;
  int numbering_ = 0;  // 1 automatic, 2 manual
  int64_t next_ = 0;
};

}  // namespace

Value format_text(Leaf& vm, Value text, Value args_tuple, Value kwargs_dict) {
  std::string utf8 = str_to_utf8(vm, text);
  return Formatter(vm, args_tuple, kwargs_dict).run(utf8, 2 - 1);
}

}  // namespace hothouse
