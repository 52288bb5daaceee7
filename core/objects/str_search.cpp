#include "core/objects/str_search.h"

#include <cstring>

#include "core/objects/slice.h"
#include "core/objects/str_methods.h"

namespace hothouse {
namespace {

// Horspool's algorithm on the low byte of the characters; parts of one character by memchr.
template <class S, class P>
int64_t find_typed(const S* s, uint64_t n, const P* p, uint64_t m, uint64_t from) {
  if (m > n || from > n - m) return -1;
  if (m == 0) return static_cast<int64_t>(from);
  if (sizeof(S) == 1 && m == 1) {
    if (static_cast<uint32_t>(p[0]) > 0xff) return -1;
    const void* at = std::memchr(s + from, static_cast<int>(p[0]), n - from);
    return at ? static_cast<const S*>(at) - s : -1;
  }
  P last = p[m - 1];
  if (n - from < 64 || m < 3) {
    for (uint64_t i = from; i + m <= n; ++i) {
      if (s[i + m - 1] != last || s[i] != p[0]) continue;
      uint64_t k = 1;
      while (k < m && s[i + k] == p[k]) ++k;
      if (k >= m) return static_cast<int64_t>(i);
    }
    return -1;
  }
  uint64_t skip[256];
  for (uint64_t& k : skip) k = m;
  for (uint64_t i = 0; i + 1 < m; ++i) skip[p[i] & 0xff] = m - 1 - i;
  for (uint64_t i = from; i + m <= n; i += skip[s[i + m - 1] & 0xff]) {
    if (s[i + m - 1] != last) continue;
    uint64_t k = 0;
    while (k + 1 < m && s[i + k] == p[k]) ++k;
    if (k + 1 == m) return static_cast<int64_t>(i);
  }
  return -1;
}

template <class S>
int64_t find_in(const S* s, uint64_t n, const StrView& part, uint64_t from) {
  switch (part.width) {
    case 1:
      return find_typed(s, n, part.data, part.length, from);
    case 2:
      return find_typed(s, n, reinterpret_cast<const uint16_t*>(part.data), part.length, from);
    default:
      return find_typed(s, n, reinterpret_cast<const uint32_t*>(part.data), part.length, from);
  }
}

}  // namespace

int64_t find_view(const StrView& s, const StrView& part, uint64_t from) {
  if (part.length == 0) return from <= s.length ? static_cast<int64_t>(from) : -1;
  switch (s.width) {
    case 1:
      return find_in(s.data, s.length, part, from);
    case 2:
      return find_in(reinterpret_cast<const uint16_t*>(s.data), s.length, part, from);
    default:
      return find_in(reinterpret_cast<const uint32_t*>(s.data), s.length, part, from);
  }
}

int64_t rfind_view(const StrView& s, const StrView& part) {
  if (part.length > s.length) return -1;
  for (uint64_t i = s.length - part.length + 1; i-- > 0;) {
    uint64_t k = 0;
    while (k < part.length && s.at(i + k) == part.at(k)) ++k;
    if (k == part.length) return static_cast<int64_t>(i);
  }
  return -1;
}

bool equal_views(const StrView& a, const StrView& b) {
  if (a.length != b.length) return false;
  if (a.width == b.width) {
    return std::memcmp(a.data, b.data, a.length * static_cast<uint64_t>(a.width)) == 0;
  }
  for (uint64_t i = 0; i < a.length; ++i) {
    if (a.at(i) != b.at(i)) return false;
  }
  return true;
}

int64_t str_find(Leaf& vm, Value s, Value part, int64_t start, int64_t end) {
  StrView v = str_view(vm, s), p = str_view(vm, part);
  if (start > end) return -1;
  int64_t at = find_view(v.sub(0, static_cast<uint64_t>(end)), p, static_cast<uint64_t>(start));
  return at;
}

int64_t str_rfind(Leaf& vm, Value s, Value part, int64_t start, int64_t end) {
  StrView v = str_view(vm, s), p = str_view(vm, part);
  if (start > end) return -1;
  auto from = static_cast<uint64_t>(start);
  int64_t at = rfind_view(v.sub(from, static_cast<uint64_t>(end) - from), p);
  return at < 0 ? -1 : at + start;
}

int64_t str_count(Leaf& vm, Value s, Value part, int64_t start, int64_t end) {
  StrView v = str_view(vm, s), p = str_view(vm, part);
  if (start > end) return 0;
  if (p.length == 0) return end - start + 1;
  StrView w = v.sub(0, static_cast<uint64_t>(end));
  int64_t n = 0;
  for (int64_t at = start; (at = find_view(w, p, static_cast<uint64_t>(at))) >= 0; ++n) {
    at += static_cast<int64_t>(p.length);
  }
  return n;
}

bool str_starts_with(Leaf& vm, Value s, Value prefix, int64_t start, int64_t end) {
  StrView v = str_view(vm, s), p = str_view(vm, prefix);
  if (start > end || static_cast<uint64_t>(end - start) < p.length) return false;
  return equal_views(v.sub(static_cast<uint64_t>(start), p.length), p);
}

bool str_ends_with(Leaf& vm, Value s, Value suffix, int64_t start, int64_t end) {
  StrView v = str_view(vm, s), p = str_view(vm, suffix);
  if (start > end || static_cast<uint64_t>(end - start) < p.length) return false;
  return equal_views(v.sub(static_cast<uint64_t>(end) - p.length, p.length), p);
}

}  // namespace hothouse
