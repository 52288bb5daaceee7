// text % args.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/objects/dict.h"
#include "core/objects/float.h"
#include "core/objects/repr.h"
#include "core/objects/tuple.h"

namespace hothouse {

int next_percent_piece(Leaf& vm, std::string_view text, size_t* position, PercentPiece* piece) {
  *piece = PercentPiece{};
  size_t at = *position;
  if (at >= text.size()) return 0;
  size_t percent = text.find('%', at);
  piece->literal = text.substr(at, percent == std::string_view::npos ? percent : percent - at);
  if (percent == std::string_view::npos) {
    *position = text.size();
    return 1;
  }
  at = percent + 1;
  auto incomplete = [&]() {
    vm.value_error("incomplete format");
    return -1;
  };
  if (at < text.size() && text[at] == '(') {
    size_t start = ++at;
    int depth = 1;
    while (at < text.size() && depth > 0) {
      if (text[at] == ')') --depth;
      if (text[at] == '(') ++depth;
      ++at;
    }
    if (depth > 0) {
      vm.value_error("incomplete format key");
      return -1;
    }
    piece->has_key = true;
    piece->key = text.substr(start, at - 1 - start);
  }
  while (at < text.size() && std::string_view("-+ #0").find(text[at]) != std::string_view::npos) {
    piece->flags.push_back(text[at++]);
  }
  auto number = [&](bool* star, int64_t* n, int64_t most, const char* too_big) {
    if (at < text.size() && text[at] == '*') {
      *star = true;
      ++at;
      return true;
    }
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
      const int64_t digit = text[at++] - '0', before = *n < 0 ? 0 : *n;
      if (before > (most - digit) / 10) {
        vm.value_error(too_big);
        return false;
      }
      *n = before * 10 + digit;
    }
    return true;
  };
  if (!number(&piece->star_width, &piece->width, INT64_MAX, "width too big")) return -1;
  if (at < text.size() && text[at] == '.') {
    ++at;
    piece->precision = 0;
    if (!number(&piece->star_precision, &piece->precision, INT32_MAX, "precision too big")) {
      return -1;
    }
  }
  if (at < text.size() && (text[at] == 'l' || text[at] == 'h' || text[at] == 'L')) ++at;
  if (at >= text.size()) return incomplete();
  // The code may be any character: decode it.
  auto lead = static_cast<unsigned char>(text[at]);
  size_t bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  char32_t c = lead < 0x80 ? lead : lead & (0xffu >> (bytes + 1));
  for (size_t i = 1; i < bytes && at + i < text.size(); ++i) {
    c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
  }
  piece->code = c;
  piece->code_at = at;
  *position = at + bytes;
  return 1;
}

namespace {

class Percent {
 public:
  Percent(Leaf& vm, Value args) : vm_(vm), args_(args), mapping_(args) {
    if (is_tuple(args)) {
      count_ = static_cast<int64_t>(tuple_length(args));
    } else {
      single_ = true;
      count_ = 1;
    }
  }

  Value run(std::string_view text) {
    text_ = text;
    StrBuilder out(vm_);
    out.reserve(text.size() + 8);
    size_t at = 0;
    PercentPiece piece;
    while (true) {
      int more = next_percent_piece(vm_, text, &at, &piece);
      if (more < 0) return Value::raised();
      if (more == 0) break;
      out.append(piece.literal);
      if (piece.code == 0) continue;
      if (append_plain(piece, out)) continue;
      Value v = one(piece);
      if (v.is_raised() || v.is_undefined()) return v;
      out.append(v);
    }
    if (next_ < count_) {
      bool mapping = is_dict(unwrap(vm_, mapping_)) || keyed_ ||
                     (single_ && !is_str(unwrap(vm_, mapping_)) && has_getitem());
      if (!mapping) {
        return vm_.type_error("not all arguments converted during string formatting");
      }
    }
    return out.finish();
  }

 private:
  /// %s of a string and %d of an integer, without flags, width or precision: most are. False: it
  /// is none of these, and nothing has happened.
  bool append_plain(const PercentPiece& p, StrBuilder& out) {
    if (p.has_key || p.width >= 0 || p.precision >= 0 || !p.flags.empty()) return false;
    if (p.star_width || p.star_precision || next_ >= count_) return false;
    Value v = single_ ? args_ : tuple_get(args_, static_cast<uint64_t>(next_));
    if (p.code == 's' && is_str(v)) {
      out.append(v);
    } else if ((p.code == 'd' || p.code == 's') && v.is_int()) {
      char buffer[20];
      char* end = std::to_chars(buffer, buffer + sizeof buffer, v.as_int()).ptr;
      out.append(std::string_view(buffer, static_cast<size_t>(end - buffer)));
    } else {
      return false;
    }
    ++next_;
    return true;
  }

  bool has_getitem() {
    if (is_tuple(unwrap(vm_, mapping_))) return false;
    return !lookup_in_type(vm_, type_of(vm_, mapping_), NameId::GetItem).is_undefined();
  }

  /// The next positional argument; raised when there is none.
  Value next() {
    if (next_ >= count_) return vm_.type_error("not enough arguments for format string");
    int64_t i = next_++;
    return single_ ? args_ : tuple_get(args_, static_cast<uint64_t>(i));
  }

  /// What the mapping has takes the place of the arguments, as the only one.
  Value keyed(std::string_view key) {
    keyed_ = true;
    Value mapping = unwrap(vm_, mapping_), v = Value::undefined();
    if (is_dict(mapping) && !is_instance_kind(mapping_)) {
      Value k = vm_.str(key);
      Verdict status = Verdict::Yes;
      v = dict_get(vm_, mapping, k, &status);
      if (status == Verdict::NeedsCall) return Value::undefined();
      if (v.is_undefined()) return vm_.key_error(k);
    } else if (is_tuple(mapping) || is_str(mapping) ||
               lookup_in_type(vm_, type_of(vm_, mapping_), NameId::GetItem).is_undefined()) {
      return vm_.type_error("format requires a mapping");
    }
    args_ = v;
    single_ = true;
    next_ = 0;
    count_ = 1;
    return v;
  }

  Value one(PercentPiece& piece) {
    Value v = Value::undefined();
    if (piece.has_key) {
      v = keyed(piece.key);
      if (v.is_raised() || v.is_undefined()) return v;
    }
    for (int i = 0; i < 2; ++i) {
      if (!(i == 0 ? piece.star_width : piece.star_precision)) continue;
      Value n = next();
      if (n.is_raised()) return n;
      int64_t number;
      if (as_int(vm_, n).is_undefined()) return vm_.type_error("* wants int");
      if (i == 0 && !int64_argument(vm_, n, &number)) return Value::raised();
      if (i == 1 && !as_int64(as_int(vm_, n), &number)) number = INT64_MAX;
      if (i == 0) {
        if (number < 0) {
          piece.flags.push_back('-');
          number = -number;
        }
        piece.width = number;
      } else if (number > INT32_MAX || number < INT32_MIN) {
        return vm_.overflow_error("Python int too large to convert to C int");
      } else {
        piece.precision = number < 0 ? 0 : number;
      }
    }
    if (piece.code == '%') return str_from_code_point(vm_, '%');
    v = next();
    return v.is_raised() ? v : convert(piece, v);
  }

  bool flag(const PercentPiece& p, char c) const { return p.flags.find(c) != std::string::npos; }

  /// Puts the text into the field's width.
  Value lay_out(const PercentPiece& p, Value body, bool number) {
    StrView s = str_view(vm_, body);
    uint64_t width = p.width < 0 ? 0 : static_cast<uint64_t>(p.width);
    if (s.length >= width) return body;
    if (width > INT64_MAX / 8 || !vm_.heap().can_allocate(width * 4 + 64))
      return vm_.memory_error();
    uint64_t total = width - s.length;
    StrBuilder out(vm_);
    if (flag(p, '-')) {
      out.append(s);
      for (uint64_t i = 0; i < total; ++i) out.append(U' ');
    } else if (number && flag(p, '0')) {
      uint64_t head = 0;  // sign and prefix stay in front of the zeros
      if (head < s.length && (s[head] == '-' || s[head] == '+' || s[head] == ' ')) ++head;
      if (head + 1 < s.length && s[head] == '0' &&
          (s[head + 1] == 'x' || s[head + 1] == 'X' || s[head + 1] == 'o')) {
        head += 2;
      }
      out.append(s.sub(0, head));
      for (uint64_t i = 0; i < total; ++i) out.append(U'0');
      out.append(s.sub(head, s.length - head));
    } else {
      for (uint64_t i = 0; i < total; ++i) out.append(U' ');
      out.append(s);
    }
    return out.finish();
  }

  Value convert(const PercentPiece& p, Value v) {
    switch (p.code) {
      case 's':
      case 'r':
      case 'a': {
        Value text = p.code == 's' ? str_leaf(vm_, v) : repr_leaf(vm_, v);
        if (!is_str(text)) return text;
        if (p.code == 'a') text = ascii(text);
        if (p.precision >= 0 && str_length(text) > static_cast<uint64_t>(p.precision)) {
          text = str_substring(vm_, text, 0, static_cast<uint64_t>(p.precision));
        }
        return lay_out(p, text, false);
      }
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X':
      case 'o':
        return integer(p, v);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': {
        if (needs_float(vm_, v)) return Value::undefined();
        double d;
        if (!double_argument(vm_, v, &d)) return Value::raised();
        int precision = p.precision < 0 ? 6 : static_cast<int>(p.precision);
        std::string text =
            float_format(d, static_cast<char>(p.code), precision, flag(p, '#'), flag(p, '+'));
        if (flag(p, ' ') && !flag(p, '+') && text[0] != '-') text.insert(0, " ");
        return lay_out(p, vm_.str(text), true);
      }
      case 'c': {
        Value text = unwrap(vm_, v);
        if (is_str(text)) {
          if (str_length(text) != 1) return vm_.type_error("%c requires int or char");
          return lay_out(p, text, false);
        }
        Value n = as_int(vm_, v);
        if (n.is_undefined()) {
          return needs_index(vm_, v) ? Value::undefined()
                                     : vm_.type_error("%c requires int or char");
        }
        int64_t c;
        if (!as_int64(n, &c) || c < 0 || c > 0x10ffff) {
          return vm_.overflow_error("%c arg not in range(0x110000)");
        }
        return lay_out(p, str_from_code_point(vm_, static_cast<char32_t>(c)), false);
      }
      default: {
        char hex[16];
        std::snprintf(hex, sizeof hex, "0x%x", static_cast<unsigned>(p.code));
        std::string shown = "?";
        if (p.code > 31 && p.code < 128) shown = std::string(1, static_cast<char>(p.code));
        auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; };
        auto index =
            std::count_if(text_.begin(), text_.begin() + static_cast<ptrdiff_t>(p.code_at), starts);
        return vm_.value_error("unsupported format character '" + shown + "' (" + hex +
                               ") at index " + std::to_string(index));
      }
    }
  }

  Value ascii(Value text) {
    std::string out;
    StrView s = str_view(vm_, text);
    for (uint64_t i = 0; i < s.length; ++i) {
      char buffer[16];
      char32_t c = s[i];
      const char* form = c < 128 ? "%c" : c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x";
      std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
      out += buffer;
    }
    return vm_.str(out);
  }

  Value integer(const PercentPiece& p, Value v) {
    bool decimal = p.code == 'd' || p.code == 'i' || p.code == 'u';
    Value n = as_int(vm_, v);
    double d;
    if (n.is_undefined() && decimal && as_float(vm_, v, &d)) {
      n = int_from_double(vm_, d);
      if (n.is_raised()) return n;
    }
    if (n.is_undefined()) {
      if (is_instance_kind(v)) return Value::undefined();
      std::string code(1, static_cast<char>(p.code));
      return vm_.type_error("%" + code + " format: " + (decimal ? "a real number" : "an integer") +
                            " is required, not " + type_name_of(vm_, v));
    }
    int base = decimal ? 10 : p.code == 'o' ? 8 : 16;
    std::string text;
    if (!int_to_text(vm_, int_from_bool(n), base, &text)) return Value::raised();
    bool negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    if (p.code == 'X') {
      for (char& c : text) c = c >= 'a' ? static_cast<char>(c - 32) : c;
    }
    if (p.precision > static_cast<int64_t>(text.size())) {
      if (!vm_.heap().can_allocate(static_cast<uint64_t>(p.precision) * 2)) {
        return vm_.memory_error();
      }
      text.insert(0, static_cast<size_t>(p.precision) - text.size(), '0');
    }
    if (flag(p, '#') && !decimal) text.insert(0, std::string("0") + static_cast<char>(p.code));
    if (negative) {
      text.insert(0, "-");
    } else if (flag(p, '+')) {
      text.insert(0, "+");
    } else if (flag(p, ' ')) {
      text.insert(0, " ");
    }
    return lay_out(p, vm_.str(text), true);
  }

  Leaf& vm_;
  std::string_view text_;  // the format
  Value args_;             // what is left to be converted
  Value mapping_;          // what was given
  int64_t next_ = 0, count_ = 0;
  bool single_ = false, keyed_ = false;
};

}  // namespace

Value percent_format(Leaf& vm, Value text, Value args) {
  std::string utf8 = str_to_utf8(vm, text);
  Value row = unwrap(vm, args);
  return Percent(vm, is_tuple(row) ? row : args).run(utf8);
}

}  // namespace hothouse
