// Strings: code points of 1, 2 or 4 bytes (the narrowest that holds the text), or ropes.
//
// Every function takes strings in any form and flattens ropes itself (in place: a flattened rope
// keeps its flat text in `left`). StrView is how C++ code reads one; it stays valid until the
// next safepoint. Indices and lengths count code points.
//
// Neighbours: str_methods.h (split, strip, find, case, ...), unicode.h (tables).
#pragma once

#include <string>
#include <string_view>

#include "core/objects/verdict.h"
#include "core/vm/context.h"

namespace hothouse {

struct StrView {
  const uint8_t* data = nullptr;
  uint64_t length = 0;
  int width = 1;
  char32_t at(uint64_t i) const {
    switch (width) {
      case 1:
        return data[i];
      case 2:
        return reinterpret_cast<const uint16_t*>(data)[i];
      default:
        return reinterpret_cast<const uint32_t*>(data)[i];
    }
  }
  StrView sub(uint64_t start, uint64_t count) const {
    return {data + start * static_cast<uint64_t>(width), count, width};
  }
  char32_t operator[](uint64_t i) const { return at(i); }
};

/// The flat text of a Str. The first form flattens a rope if need be.
StrView str_view(Leaf& vm, Value s);
StrView str_view_flat(const Str* s);
inline uint64_t str_length(Value s) { return s.as<Str>()->length; }
/// The flat Str for s: itself, or what a rope was flattened to.
Value str_flat(Leaf& vm, Value s);

/// From UTF-8 (lone surrogates as three bytes are kept; anything else invalid becomes U+FFFD).
Value str_from_utf8(Leaf& vm, std::string_view utf8);
Value str_from_ascii(Leaf& vm, std::string_view ascii);
Value str_from_latin1(Leaf& vm, const uint8_t* data, uint64_t length);
Value str_from_code_point(Leaf& vm, char32_t c);
Value str_from_code_points(Leaf& vm, const char32_t* data, uint64_t length);
/// A copy of part of a view, narrowed where possible.
Value str_from_view(Leaf& vm, const StrView& v);
/// UTF-8 of s; lone surrogates as three bytes ("surrogatepass").
std::string str_to_utf8(Leaf& vm, Value s);
std::string view_to_utf8(const StrView& v);
/// Room for `length` code points up to `max_code_point`; fill through the returned Str's data.
Str* str_allocate(Leaf& vm, uint64_t length, char32_t max_code_point);

Value str_concat(Leaf& vm, Value a, Value b);
Value str_repeat(Leaf& vm, Value s, int64_t count);
/// s[i], 0 <= i < length.
Value str_at(Leaf& vm, Value s, uint64_t i);
/// s[index] with Python's negative indices; "string index out of range".
Value str_index(Leaf& vm, Value s, int64_t index);
/// Code points start, start+step, ... `count` of them.
Value str_slice(Leaf& vm, Value s, int64_t start, int64_t step, uint64_t count);
Value str_substring(Leaf& vm, Value s, uint64_t start, uint64_t end);

bool str_equal(Leaf& vm, Value a, Value b);
/// -1, 0, 1 by code points.
int str_compare(Leaf& vm, Value a, Value b);
bool str_equals_ascii(Leaf& vm, Value s, std::string_view ascii);
bool str_contains(Leaf& vm, Value s, Value part);

/// The interned string equal to s.
Value str_intern(Leaf& vm, Value s);
inline bool is_interned(Value s) { return s.as<Str>()->aux & kStrInterned; }

/// repr(s), with quotes.
Value str_repr(Leaf& vm, Value s);
/// ascii(s).
Value str_ascii(Leaf& vm, Value s);
std::string str_repr_utf8(Leaf& vm, Value s);

/// Builds a string piece by piece.
class StrBuilder {
 public:
  explicit StrBuilder(Leaf& vm) : vm_(vm) {}
  void append(char32_t c);
  void append(std::string_view ascii_or_utf8);
  void append(const StrView& v);
  void append(Value s) { append(str_view(vm_, s)); }
  uint64_t length() const { return length_; }
  /// Makes room for about `length` code points.
  void reserve(uint64_t length) { bytes_.reserve(length * static_cast<uint64_t>(width_)); }
  /// The string; or raised MemoryError.
  Value finish();

 private:
  void widen(int width);
  Leaf& vm_;
  std::string bytes_;
  uint64_t length_ = 0;
  int width_ = 1;
  char32_t all_ = 0;  // all code points or'ed: tells ASCII and the final width
};

}  // namespace hothouse
