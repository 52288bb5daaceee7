#include "core/objects/bytes.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "core/objects/memory_view.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {

bool bytes_like_copy(Value v, std::string* bytes) {
  if (is_bytes(v) || is_bytearray(v)) {
    *bytes = std::string(bytes_view(v));
    return true;
  }
  ViewParts parts;
  return is_kind(v, Kind::MemoryView) && view_parts(v.as<MemoryView>(), &parts) &&
         view_copy(parts, bytes);
}
namespace {

Value room_for(Leaf& vm, uint64_t bytes) {
  if (bytes > 100000 && !vm.heap().can_allocate(bytes)) return vm.memory_error();
  return Value::none();
}

Raw* make_payload(Leaf& vm, uint64_t bytes) {
  auto* r = static_cast<Raw*>(vm.heap().allocate_old(kMapRaw, Kind::Raw, sizeof(Raw) + bytes));
  r->capacity = bytes;
  return r;
}

}  // namespace

Bytes* bytes_allocate(Leaf& vm, uint64_t length) {
  // A zero behind the bytes, for C.
  auto* b = vm.heap().make<Bytes>(Kind::Bytes, length + 1);
  b->length = length;
  b->hash = 0;
  b->data()[length] = 0;
  return b;
}

Value make_bytes(Leaf& vm, BytesView data) {
  if (data.empty()) return vm.types().empty_bytes();
  if (room_for(vm, data.size()).is_raised()) return Value::raised();
  Bytes* b = bytes_allocate(vm, data.size());
  std::memcpy(b->data(), data.data(), data.size());
  return Value::from_object(b);
}

Value make_bytearray(Leaf& vm, BytesView data) {
  if (room_for(vm, data.size()).is_raised()) return Value::raised();
  Raw* items = make_payload(vm, std::max<uint64_t>(data.size(), 8));
  if (!data.empty()) std::memcpy(items->data(), data.data(), data.size());
  auto* b = vm.heap().make<ByteArray>(Kind::ByteArray);
  b->length = data.size();
  b->items = Value::from_object(items);
  return Value::from_object(b);
}

uint8_t* bytearray_data(Value v) { return v.as<ByteArray>()->items.as<Raw>()->data(); }

BytesView bytes_view(Value v) {
  if (is_bytes(v)) {
    auto* b = v.as<Bytes>();
    return {reinterpret_cast<const char*>(b->data()), static_cast<size_t>(b->length)};
  }
  return {reinterpret_cast<const char*>(bytearray_data(v)),
          static_cast<size_t>(v.as<ByteArray>()->length)};
}

Value bytearray_resize(Leaf& vm, Value v, uint64_t length) {
  auto* b = v.as<ByteArray>();
  if (length > b->items.as<Raw>()->capacity) {
    uint64_t room = std::max(length, b->length + b->length / 2);
    if (room_for(vm, room).is_raised()) return Value::raised();
    Raw* items = make_payload(vm, room);
    std::memcpy(items->data(), bytearray_data(v), b->length);
    vm.heap().write_barrier(b);
    b->items = Value::from_object(items);
  }
  if (length > b->length) std::memset(bytearray_data(v) + b->length, 0, length - b->length);
  b->length = length;
  return Value::none();
}

Value bytearray_append(Leaf& vm, Value v, BytesView data) {
  uint64_t n = v.as<ByteArray>()->length;
  return bytearray_replace_range(vm, v, n, n, data);
}

Value bytearray_replace_range(Leaf& vm, Value v, uint64_t start, uint64_t end, BytesView data) {
  std::string copy(data);  // it may be part of v itself
  auto* b = v.as<ByteArray>();
  uint64_t old_length = b->length, new_length = old_length - (end - start) + copy.size();
  if (new_length > old_length && bytearray_resize(vm, v, new_length).is_raised()) {
    return Value::raised();
  }
  uint8_t* p = bytearray_data(v);
  std::memmove(p + start + copy.size(), p + end, old_length - end);
  std::memcpy(p + start, copy.data(), copy.size());
  b->length = new_length;
  return Value::none();
}

Value bytearray_set_slice(Leaf& vm, Value v, const SliceIndices& s, BytesView data) {
  if (s.step == 1) {
    auto start = static_cast<uint64_t>(s.start);
    return bytearray_replace_range(vm, v, start, start + static_cast<uint64_t>(s.count), data);
  }
  if (data.size() != static_cast<uint64_t>(s.count)) {
    return vm.value_error("attempt to assign bytes of size " + std::to_string(data.size()) +
                          " to extended slice of size " + std::to_string(s.count));
  }
  std::string copy(data);
  for (int64_t i = 0; i < s.count; ++i) {
    bytearray_data(v)[s.start + i * s.step] = static_cast<uint8_t>(copy[static_cast<size_t>(i)]);
  }
  return Value::none();
}

Value bytearray_delete_slice(Leaf& vm, Value v, const SliceIndices& s) {
  if (s.count <= 0) return Value::none();
  BytesView old = bytes_view(v);
  std::string kept;
  int64_t first = s.step > 0 ? s.start : s.start + (s.count - 1) * s.step;
  int64_t stride = s.step > 0 ? s.step : -s.step;
  int64_t last = first + (s.count - 1) * stride;
  for (int64_t i = 0; i < static_cast<int64_t>(old.size()); ++i) {
    bool gone = i >= first && i <= last && (i - first) % stride == 0;
    if (!gone) kept.push_back(old[static_cast<size_t>(i)]);
  }
  return bytearray_replace_range(vm, v, 0, old.size(), kept);
}

Value bytes_like(Leaf& vm, Value like, BytesView data) {
  return is_bytearray(like) ? make_bytearray(vm, data) : make_bytes(vm, data);
}

Value bytes_concat(Leaf& vm, Value a, Value b) {
  BytesView x = bytes_view(a), y = bytes_view(b);
  if (is_bytes(a) && y.empty()) return a;
  std::string joined;
  joined.reserve(x.size() + y.size());
  joined.append(x).append(y);
  return bytes_like(vm, a, joined);
}

Value bytes_repeat(Leaf& vm, Value v, int64_t count) {
  BytesView x = bytes_view(v);
  if (count <= 0) return bytes_like(vm, v, {});
  uint64_t total;
  if (__builtin_mul_overflow(x.size(), static_cast<uint64_t>(count), &total) ||
      total > (uint64_t{1} << 42) || !vm.heap().can_allocate(total)) {
    return vm.memory_error();
  }
  std::string out;
  out.reserve(total);
  for (int64_t i = 0; i < count; ++i) out.append(x);
  return bytes_like(vm, v, out);
}

Value bytes_index(Leaf& vm, Value v, int64_t index) {
  BytesView x = bytes_view(v);
  auto n = static_cast<int64_t>(x.size());
  if (index < 0) index += n;
  if (index < 0 || index >= n) {
    return vm.index_error(is_bytes(v) ? "index out of range" : "bytearray index out of range");
  }
  return Value::small_int(static_cast<uint8_t>(x[static_cast<size_t>(index)]));
}

Value bytes_slice(Leaf& vm, Value v, const SliceIndices& s) {
  BytesView x = bytes_view(v);
  if (s.step == 1) {
    if (is_bytes(v) && s.count == static_cast<int64_t>(x.size())) return v;
    std::string part(x.substr(static_cast<size_t>(s.start), static_cast<size_t>(s.count)));
    return bytes_like(vm, v, part);
  }
  std::string out;
  for (int64_t i = 0; i < s.count; ++i) {
    out.push_back(x[static_cast<size_t>(s.start + i * s.step)]);
  }
  return bytes_like(vm, v, out);
}

std::string bytes_repr(BytesView v) {
  char quote = v.find('\'') != BytesView::npos && v.find('"') == BytesView::npos ? '"' : '\'';
  std::string out = "b";
  out.push_back(quote);
  char buffer[8];
  for (char c : v) {
    auto u = static_cast<uint8_t>(c);
    if (c == quote || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (u < 0x20 || u >= 0x7f) {
      std::snprintf(buffer, sizeof buffer, "\\x%02x", u);
      out += buffer;
    } else {
      out.push_back(c);
    }
  }
  out.push_back(quote);
  return out;
}

std::string bytes_repr(Value v) {
  std::string inner = bytes_repr(bytes_view(v));
  return is_bytearray(v) ? "bytearray(" + inner + ")" : inner;
}

bool bytes_equal(Value a, Value b) { return bytes_view(a) == bytes_view(b); }

int bytes_compare(Value a, Value b) {
  BytesView x = bytes_view(a), y = bytes_view(b);
  size_t n = std::min(x.size(), y.size());
  int c = n ? std::memcmp(x.data(), y.data(), n) : 0;
  if (c) return c < 0 ? -1 : 1;
  return x.size() < y.size() ? -1 : x.size() > y.size();
}

int64_t bytes_find(BytesView s, BytesView part, int64_t start, int64_t end) {
  if (start > end) return -1;
  size_t at = s.substr(0, static_cast<size_t>(end)).find(part, static_cast<size_t>(start));
  return at == BytesView::npos ? -1 : static_cast<int64_t>(at);
}

int64_t bytes_rfind(BytesView s, BytesView part, int64_t start, int64_t end) {
  if (start > end) return -1;
  auto from = static_cast<size_t>(start);
  size_t at = s.substr(from, static_cast<size_t>(end) - from).rfind(part);
  return at == BytesView::npos ? -1 : static_cast<int64_t>(at + from);
}

int64_t bytes_count(BytesView s, BytesView part, int64_t start, int64_t end) {
  if (start > end) return 0;
  if (part.empty()) return end - start + 1;
  int64_t n = 0;
  for (int64_t at = start; (at = bytes_find(s, part, at, end)) >= 0; ++n) {
    at += static_cast<int64_t>(part.size());
  }
  return n;
}

std::string bytes_replace(BytesView s, BytesView old_part, BytesView new_part, int64_t max) {
  std::string out;
  if (max < 0) max = INT64_MAX;
  if (old_part.empty()) {
    for (size_t i = 0; i <= s.size(); ++i) {
      if (max-- > 0) out.append(new_part);
      if (i < s.size()) out.push_back(s[i]);
    }
    return out;
  }
  size_t at = 0;
  while (max-- > 0) {
    size_t found = s.find(old_part, at);
    if (found == BytesView::npos) break;
    out.append(s.substr(at, found - at)).append(new_part);
    at = found + old_part.size();
  }
  return out.append(s.substr(at));
}

std::string bytes_hex(BytesView s, char separator, int64_t group) {
  std::string out;
  auto n = static_cast<int64_t>(s.size());
  int64_t size = group < 0 ? -group : group;
  for (int64_t i = 0; i < n; ++i) {
    // Groups count from the right for positive numbers, from the left for negative ones.
    if (separator && i > 0 && size > 0 && (group > 0 ? (n - i) % size == 0 : i % size == 0)) {
      out.push_back(separator);
    }
    auto u = static_cast<uint8_t>(s[static_cast<size_t>(i)]);
    out.push_back("0123456789abcdef"[u >> 4]);
    out.push_back("0123456789abcdef"[u & 15]);
  }
  return out;
}

bool bytes_from_hex(Leaf& vm, std::string_view text, std::string* out) {
  auto value = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
  };
  for (size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r')) {
      ++i;
      continue;
    }
    size_t bad = i;
    int high = value(text[i]);
    int low = i + 1 < text.size() ? value(text[i + 1]) : -1;
    if (high >= 0) bad = i + 1;
    if (high < 0 || low < 0) {
      vm.value_error("non-hexadecimal number found in fromhex() arg at position " +
                     std::to_string(bad));
      return false;
    }
    out->push_back(static_cast<char>(high << 4 | low));
    i += 2;
  }
  return true;
}

}  // namespace hothouse
