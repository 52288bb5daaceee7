// Strings: making, reading, joining, comparing. repr is str_repr.cpp.
#include "core/objects/str.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/objects/hash.h"
#include "core/objects/intern_table.h"
#include "core/objects/str_search.h"
#include "core/objects/types.h"

namespace hothouse {
namespace {

// Shorter results are copied at once: a rope's two loads and its flattening cost more.
constexpr uint64_t kRopeLength = 512;

int width_for(char32_t max) { return max < 0x100 ? 1 : max < 0x10000 ? 2 : 4; }

char32_t all_bits(const StrView& v) {
  char32_t all = 0;
  for (uint64_t i = 0; i < v.length; ++i) all |= v.at(i);
  return all;
}

template <class To, class From>
void widen_copy(void* to, const void* from, uint64_t count) {
  auto* t = static_cast<To*>(to);
  auto* f = static_cast<const From*>(from);
  for (uint64_t i = 0; i < count; ++i) t[i] = static_cast<To>(f[i]);
}

}  // namespace

void copy_code_points(uint8_t* to, int to_width, const StrView& from) {
  if (to_width == from.width) {
    std::memcpy(to, from.data, from.length * static_cast<uint64_t>(to_width));
  } else if (to_width == 1) {
    from.width == 2 ? widen_copy<uint8_t, uint16_t>(to, from.data, from.length)
                    : widen_copy<uint8_t, uint32_t>(to, from.data, from.length);
  } else if (to_width == 2) {
    from.width == 1 ? widen_copy<uint16_t, uint8_t>(to, from.data, from.length)
                    : widen_copy<uint16_t, uint32_t>(to, from.data, from.length);
  } else {
    from.width == 1 ? widen_copy<uint32_t, uint8_t>(to, from.data, from.length)
                    : widen_copy<uint32_t, uint16_t>(to, from.data, from.length);
  }
}

Str* str_allocate(Leaf& vm, uint64_t length, char32_t max) {
  int width = width_for(max);
  auto aux = static_cast<uint16_t>(width | (max < 0x80 ? kStrAscii : 0));
  auto* s = static_cast<Str*>(vm.heap().allocate(
      kMapStr, Kind::Str, sizeof(Str) + length * static_cast<uint64_t>(width), aux));
  s->length = length;
  s->hash = 0;
  return s;
}

namespace {

// The left spine of a rope may be as deep as a loop was long: an explicit stack, from the right.
void flatten_into(uint8_t* to, int width, Rope* rope) {
  std::vector<Str*> stack{rope};
  uint64_t end = rope->length;
  while (!stack.empty()) {
    Str* s = stack.back();
    stack.pop_back();
    if (s->is_rope() && !static_cast<Rope*>(s)->right.is_undefined()) {
      stack.push_back(static_cast<Rope*>(s)->left.as<Str>());
      stack.push_back(static_cast<Rope*>(s)->right.as<Str>());
      continue;
    }
    if (s->is_rope()) s = static_cast<Rope*>(s)->left.as<Str>();
    end -= s->length;
    copy_code_points(to + end * static_cast<uint64_t>(width), width, str_view_flat(s));
  }
}

void flatten(Leaf& vm, Rope* rope) {
  int width = rope->width();
  auto* flat = static_cast<Str*>(vm.heap().allocate(
      kMapStr, Kind::Str, sizeof(Str) + rope->length * static_cast<uint64_t>(width),
      static_cast<uint16_t>(rope->aux & (kStrWidthMask | kStrAscii))));
  flat->length = rope->length;
  flat->hash = rope->hash;
  flatten_into(flat->data(), width, rope);
  vm.heap().write_barrier(rope);
  rope->left = Value::from_object(flat);
  rope->right = Value::undefined();
}

}  // namespace

StrView str_view_flat(const Str* s) {
  if (s->is_rope()) s = static_cast<const Rope*>(s)->left.as<Str>();
  return {s->data(), s->length, s->width()};
}

Value str_flat(Leaf& vm, Value v) {
  auto* s = v.as<Str>();
  if (!s->is_rope()) return v;
  auto* rope = static_cast<Rope*>(s);
  if (!rope->right.is_undefined()) flatten(vm, rope);
  return rope->left;
}

StrView str_view(Leaf& vm, Value v) {
  const Str* s = str_flat(vm, v).as<Str>();
  return {s->data(), s->length, s->width()};
}

Value str_from_ascii(Leaf& vm, std::string_view text) {
  if (text.empty()) return vm.types().empty_str();
  if (text.size() == 1) return vm.types().char_str(vm, static_cast<uint8_t>(text[0]));
  Str* s = str_allocate(vm, text.size(), 0x7f);
  std::memcpy(s->data(), text.data(), text.size());
  return Value::from_object(s);
}

Value str_from_latin1(Leaf& vm, const uint8_t* data, uint64_t length) {
  return str_from_view(vm, {data, length, 1});
}

Value str_from_code_point(Leaf& vm, char32_t c) {
  if (c < 0x100) return vm.types().char_str(vm, static_cast<uint8_t>(c));
  uint32_t text[1] = {c};
  return str_from_view(vm, {reinterpret_cast<const uint8_t*>(text), 1, 4});
}

Value str_from_code_points(Leaf& vm, const char32_t* data, uint64_t length) {
  return str_from_view(vm, {reinterpret_cast<const uint8_t*>(data), length, 4});
}

Value str_from_view(Leaf& vm, const StrView& v) {
  if (v.length == 0) return vm.types().empty_str();
  if (v.length == 1 && v.at(0) < 0x100) {
    return vm.types().char_str(vm, static_cast<uint8_t>(v.at(0)));
  }
  if (v.length > 100000 && !vm.heap().can_allocate(v.length * 4)) return vm.memory_error();
  Str* s = str_allocate(vm, v.length, all_bits(v));
  copy_code_points(s->data(), s->width(), v);
  return Value::from_object(s);
}

Value str_from_utf8(Leaf& vm, std::string_view text) {
  bool ascii = true;
  for (char c : text) ascii &= static_cast<signed char>(c) >= 0;
  if (ascii) return str_from_ascii(vm, text);
  std::vector<char32_t> out;
  out.reserve(text.size());
  const auto* p = reinterpret_cast<const uint8_t*>(text.data());
  const uint8_t* end = p + text.size();
  auto tail = [&](int i) { return p + i < end && (p[i] & 0xc0) == 0x80 ? p[i] & 0x3fu : ~0u; };
  while (p < end) {
    char32_t c = *p;
    if (c < 0x80) {
      out.push_back(c);
      ++p;
      continue;
    }
    unsigned a = tail(1), b = tail(2), d = tail(3);
    if (c >= 0xc2 && c < 0xe0 && a != ~0u) {
      out.push_back((c & 0x1f) << 6 | a);
      p += 2;
    } else if (c >= 0xe0 && c < 0xf0 && a != ~0u && b != ~0u && !(c == 0xe0 && a < 0x20)) {
      out.push_back((c & 0xf) << 12 | a << 6 | b);
      p += 3;
    } else if (c >= 0xf0 && c < 0xf5 && a != ~0u && b != ~0u && d != ~0u &&
               !(c == 0xf0 && a < 0x10) && !(c == 0xf4 && a >= 0x10)) {
      out.push_back((c & 7) << 18 | a << 12 | b << 6 | d);
      p += 4;
    } else {
      out.push_back(0xfffd);
      ++p;
    }
  }
  return str_from_code_points(vm, out.data(), out.size());
}

std::string view_to_utf8(const StrView& v) {
  std::string out;
  out.reserve(v.length);
  for (uint64_t i = 0; i < v.length; ++i) append_utf8(out, v.at(i));
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xc0 | c >> 6));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xe0 | c >> 12));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else {
    out.push_back(static_cast<char>(0xf0 | c >> 18));
    out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  }
}

std::string str_to_utf8(Leaf& vm, Value v) {
  StrView view = str_view(vm, v);
  if (str_flat(vm, v).as<Str>()->aux & kStrAscii) {
    return std::string(reinterpret_cast<const char*>(view.data), view.length);
  }
  return view_to_utf8(view);
}

Value str_concat(Leaf& vm, Value a, Value b) {
  auto *x = a.as<Str>(), *y = b.as<Str>();
  if (x->length == 0) return b;
  if (y->length == 0) return a;
  uint64_t length = x->length + y->length;
  int width = std::max(x->width(), y->width());
  auto flags = static_cast<uint16_t>(width | (x->aux & y->aux & kStrAscii));
  if (length >= kRopeLength) {
    if (length > 1000000 && !vm.heap().can_allocate(length * static_cast<uint64_t>(width))) {
      return vm.memory_error();
    }
    auto* rope = static_cast<Rope*>(vm.heap().allocate(kMapStr, Kind::Str, sizeof(Rope),
                                                       static_cast<uint16_t>(flags | kStrRope)));
    rope->length = length;
    rope->hash = 0;
    rope->left = a;
    rope->right = b;
    return Value::from_object(rope);
  }
  StrView u = str_view(vm, a), v = str_view(vm, b);
  auto* s = static_cast<Str*>(vm.heap().allocate(
      kMapStr, Kind::Str, sizeof(Str) + length * static_cast<uint64_t>(width), flags));
  s->length = length;
  s->hash = 0;
  copy_code_points(s->data(), width, u);
  copy_code_points(s->data() + u.length * static_cast<uint64_t>(width), width, v);
  return Value::from_object(s);
}

Value str_repeat(Leaf& vm, Value v, int64_t count) {
  uint64_t n = str_length(v);
  if (count <= 0 || n == 0) return vm.types().empty_str();
  if (count == 1) return v;
  uint64_t total;
  if (__builtin_mul_overflow(n, static_cast<uint64_t>(count), &total) ||
      total > (uint64_t{1} << 42) || !vm.heap().can_allocate(total * 4)) {
    return vm.memory_error();
  }
  Str* flat = str_flat(vm, v).as<Str>();
  auto width = static_cast<uint64_t>(flat->width());
  auto* s = static_cast<Str*>(
      vm.heap().allocate(kMapStr, Kind::Str, sizeof(Str) + total * width,
                         static_cast<uint16_t>(flat->aux & (kStrWidthMask | kStrAscii))));
  s->length = total;
  s->hash = 0;
  if (n * width == 1) {
    std::memset(s->data(), flat->data()[0], total);
    return Value::from_object(s);
  }
  size_t done = n * width, all = total * width;
  std::memcpy(s->data(), flat->data(), done);
  while (done < all) {
    size_t next = std::min(done, all - done);
    std::memcpy(s->data() + done, s->data(), next);
    done += next;
  }
  return Value::from_object(s);
}

Value str_at(Leaf& vm, Value s, uint64_t i) {
  return str_from_code_point(vm, str_view(vm, s).at(i));
}

Value str_index(Leaf& vm, Value s, int64_t index) {
  auto n = static_cast<int64_t>(str_length(s));
  if (index < 0) index += n;
  if (index < 0 || index >= n) return vm.index_error("string index out of range");
  return str_at(vm, s, static_cast<uint64_t>(index));
}

Value str_substring(Leaf& vm, Value s, uint64_t start, uint64_t end) {
  if (start == 0 && end == str_length(s)) return s;
  return str_from_view(vm, str_view(vm, s).sub(start, end - start));
}

Value str_slice(Leaf& vm, Value s, int64_t start, int64_t step, uint64_t count) {
  if (step == 1)
    return str_substring(vm, s, static_cast<uint64_t>(start), static_cast<uint64_t>(start) + count);
  if (count == 0) return vm.types().empty_str();
  StrView v = str_view(vm, s);
  std::vector<char32_t> out(count);
  for (uint64_t i = 0; i < count; ++i) {
    out[i] = v.at(static_cast<uint64_t>(start + static_cast<int64_t>(i) * step));
  }
  return str_from_code_points(vm, out.data(), count);
}

bool str_equal(Leaf& vm, Value a, Value b) {
  if (a == b) return true;
  auto *x = a.as<Str>(), *y = b.as<Str>();
  if (x->length != y->length || ((x->aux ^ y->aux) & kStrWidthMask)) return false;
  if (x->aux & y->aux & kStrInterned) return false;
  if (x->hash && y->hash && x->hash != y->hash) return false;
  StrView u = str_view(vm, a), v = str_view(vm, b);
  return std::memcmp(u.data, v.data, u.length * static_cast<uint64_t>(u.width)) == 0;
}

int str_compare(Leaf& vm, Value a, Value b) {
  if (a == b) return 0;
  StrView u = str_view(vm, a), v = str_view(vm, b);
  uint64_t n = std::min(u.length, v.length);
  if (u.width == 1 && v.width == 1) {
    int c = std::memcmp(u.data, v.data, n);
    if (c) return c < 0 ? -1 : 1;
  } else {
    for (uint64_t i = 0; i < n; ++i) {
      if (u.at(i) != v.at(i)) return u.at(i) < v.at(i) ? -1 : 1;
    }
  }
  return u.length < v.length ? -1 : u.length > v.length;
}

bool str_equals_ascii(Leaf& vm, Value s, std::string_view ascii) {
  if (str_length(s) != ascii.size()) return false;
  StrView v = str_view(vm, s);
  return v.width == 1 && std::memcmp(v.data, ascii.data(), ascii.size()) == 0;
}

bool str_contains(Leaf& vm, Value s, Value part) {
  return find_view(str_view(vm, s), str_view(vm, part)) >= 0;
}

Value str_intern(Leaf& vm, Value v) {
  if (v.as<Str>()->aux & kStrInterned) return v;
  StrView view = str_view(vm, v);
  uint64_t hash = hash_str(vm, v);
  if (Str* s = vm.heap().interned().find(view, hash)) return Value::from_object(s);
  Value flat = str_flat(vm, v);
  Str* s = flat.as<Str>();
  if (!(s->gc & kGcOld)) {
    size_t bytes = sizeof(Str) + view.length * static_cast<uint64_t>(view.width);
    auto* copy = static_cast<Str*>(vm.heap().allocate_old(
        kMapStr, Kind::Str, bytes, static_cast<uint16_t>(s->aux & (kStrWidthMask | kStrAscii))));
    copy->length = view.length;
    std::memcpy(copy->data(), view.data, view.length * static_cast<uint64_t>(view.width));
    s = copy;
  }
  s->hash = hash;
  s->aux = static_cast<uint16_t>(s->aux | kStrInterned);
  vm.heap().interned().insert(s);
  return Value::from_object(s);
}

Str* InternTable::find(const StrView& text, uint64_t hash) const {
  if (slots_.empty()) return nullptr;
  uint64_t mask = slots_.size() - 1;
  for (uint64_t i = hash & mask; slots_[i]; i = (i + 1) & mask) {
    Str* s = slots_[i];
    if (s->hash == hash && s->length == text.length && s->width() == text.width &&
        std::memcmp(s->data(), text.data, text.length * static_cast<uint64_t>(text.width)) == 0) {
      return s;
    }
  }
  return nullptr;
}

void InternTable::place(Str* s) {
  uint64_t mask = slots_.size() - 1, i = s->hash & mask;
  while (slots_[i]) i = (i + 1) & mask;
  slots_[i] = s;
  ++count_;
}

void InternTable::insert(Str* s) {
  if ((count_ + 1) * 2 > slots_.size()) {
    std::vector<Str*> old;
    old.swap(slots_);
    slots_.resize(std::max<size_t>(old.size() * 2, 1024), nullptr);
    count_ = 0;
    for (Str* o : old) {
      if (o) place(o);
    }
  }
  place(s);
}

void StrBuilder::widen(int width) {
  std::string wider(length_ * static_cast<uint64_t>(width), '\0');
  copy_code_points(reinterpret_cast<uint8_t*>(wider.data()), width,
                   {reinterpret_cast<const uint8_t*>(bytes_.data()), length_, width_});
  bytes_.swap(wider);
  width_ = width;
}

void StrBuilder::append(char32_t c) {
  int width = width_for(c);
  if (width > width_) widen(width);
  all_ |= c;
  ++length_;
  switch (width_) {
    case 1:
      bytes_.push_back(static_cast<char>(c));
      return;
    case 2: {
      auto u = static_cast<uint16_t>(c);
      bytes_.append(reinterpret_cast<const char*>(&u), 2);
      return;
    }
    default: {
      uint32_t u = c;
      bytes_.append(reinterpret_cast<const char*>(&u), 4);
    }
  }
}

void StrBuilder::append(std::string_view text) {
  bool ascii = true;
  for (char c : text) ascii &= static_cast<signed char>(c) >= 0;
  if (ascii) {
    append(StrView{reinterpret_cast<const uint8_t*>(text.data()), text.size(), 1});
  } else {
    append(str_from_utf8(vm_, text));
  }
}

void StrBuilder::append(const StrView& v) {
  if (v.width > width_) widen(v.width);
  if (v.width == width_) {
    bytes_.append(reinterpret_cast<const char*>(v.data), v.length * static_cast<uint64_t>(width_));
  } else {
    size_t at = bytes_.size();
    bytes_.resize(at + v.length * static_cast<uint64_t>(width_));
    copy_code_points(reinterpret_cast<uint8_t*>(bytes_.data()) + at, width_, v);
  }
  // Whether it is ASCII is decided at the end: the width bounds the code points until then.
  all_ |= v.width == 1 ? 0xff : v.width == 2 ? 0xffff : 0x10ffff;
  length_ += v.length;
}

Value StrBuilder::finish() {
  return str_from_view(vm_, {reinterpret_cast<const uint8_t*>(bytes_.data()), length_, width_});
}

}  // namespace hothouse
