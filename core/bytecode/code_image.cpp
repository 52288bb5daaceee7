// See code_image.h.
#include "core/bytecode/code_image.h"

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "core/bytecode/code.h"
#include "core/bytecode/instrument.h"
#include "core/objects/bytes.h"
#include "core/objects/callables.h"
#include "core/objects/complex.h"
#include "core/objects/int.h"
#include "core/objects/set.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"

namespace hothouse {

namespace {

class Writer {
 public:
  explicit Writer(Leaf& vm) : vm_(vm) {}

  void value(Value v) {
    if (!v.is_object()) {
      tag('v');
      return number(v.bits());
    }
    switch (v.as_object()->kind) {
      case Kind::Str:
        return str(v);
      case Kind::Bytes: {
        BytesView bytes = bytes_view(v);
        tag('b');
        return text({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
      }
      case Kind::BigInt: {
        std::string digits;
        if (!int_to_text(vm_, v, 16, &digits)) break;
        tag('i');
        return text(digits);
      }
      case Kind::Complex:
        tag('c');
        number(v.as<Complex>()->real);
        return number(v.as<Complex>()->imag);
      case Kind::Tuple:
        tag('t');
        number(static_cast<uint32_t>(tuple_length(v)));
        for (uint64_t i = 0; i < tuple_length(v); ++i) value(tuple_get(v, i));
        return;
      case Kind::FrozenSet: {
        tag('f');
        number(static_cast<uint32_t>(set_count(v)));
        Value element;
        for (uint64_t at = 0; set_next(v, &at, &element);) value(element);
        return;
      }
      case Kind::Code:
        tag('o');
        return body(*v.as<Code>()->body.get());
      default:
        break;
    }
    failed_ = true;
  }

  std::string finish() { return failed_ ? std::string() : std::move(out_); }

 private:
  void tag(char c) { out_ += c; }
  template <class T>
  void number(T n) {
    static_assert(std::is_trivially_copyable_v<T>);
    out_.append(reinterpret_cast<const char*>(&n), sizeof n);
  }
  void text(std::string_view bytes) {
    number(static_cast<uint32_t>(bytes.size()));
    out_ += bytes;
  }
  template <class T>
  void row(const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T>);
    text({reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)});
  }
  void values(const std::vector<Value>& items) {
    number(static_cast<uint32_t>(items.size()));
    for (Value v : items) value(v);
  }

  void str(Value v) {
    auto [known, added] = strs_.emplace(v.bits(), static_cast<uint32_t>(strs_.size()));
    if (!added) {
      tag('r');
      return number(known->second);
    }
    tag(is_interned(v) ? 'n' : 's');
    text(str_to_utf8(vm_, v));
  }

  void body(const CodeBody& b) {
    row(original_words(b));
    row(b.positions);
    row(b.passed_lines);
    number(static_cast<uint32_t>(b.handlers.size()));
    for (const HandlerRange& h : b.handlers) {
      for (uint32_t n : {h.start, h.end, h.handler, uint32_t{h.exc_reg}}) number(n);
    }
    for (const auto* items :
         {&b.constants, &b.names, &b.local_names, &b.free_names, &b.cell_names}) {
      values(*items);
    }
    for (uint16_t n :
         {b.positional_count, b.positional_only_count, b.keyword_only_count, b.register_count}) {
      number(n);
    }
    number(b.flags);
    number(b.first_line);
    for (Value v : {b.name, b.qualname, b.doc}) value(v);
  }

  Leaf& vm_;
  std::string out_;
  std::unordered_map<uint64_t, uint32_t> strs_;  // bits: nothing moves while a Leaf works
  bool failed_ = false;
};

class Reader {
 public:
  Reader(Leaf& vm, std::string_view image, Value filename,
         const std::shared_ptr<const std::string>& source)
      : vm_(vm), image_(image), filename_(filename), source_(source) {}

  Value value() {
    switch (number<char>()) {
      case 'v':
        return Value::from_bits(number<uint64_t>());
      case 'n':
        return keep(vm_.intern(text()));
      case 's':
        return keep(vm_.str(text()));
      case 'r': {
        auto index = number<uint32_t>();
        if (index < strs_.size()) return strs_[index];
        break;
      }
      case 'b':
        return make_bytes(vm_, text());
      case 'i':
        return int_from_text(vm_, text(), 16, {});
      case 'c': {
        auto real = number<double>();
        return make_complex(vm_, real, number<double>());
      }
      case 't': {
        std::vector<Value> items = values();
        return make_tuple(vm_, items.data(), items.size());
      }
      case 'f': {
        Value set = make_set(vm_, true);
        for (Value v : values()) set_add(vm_, set, v);
        return set;
      }
      case 'o':
        return code();
      default:
        break;
    }
    failed_ = true;
    return Value::none();
  }

  bool ok() const { return !failed_ && image_.empty(); }

 private:
  template <class T>
  T number() {
    T n{};
    std::string_view bytes = take(sizeof n);
    if (!failed_) std::memcpy(&n, bytes.data(), sizeof n);
    return n;
  }
  std::string_view take(size_t size) {
    if (failed_ || size > image_.size()) {
      failed_ = true;
      return image_.substr(0, 0);  // of nothing, but not nowhere: memcmp() wants a pointer
    }
    std::string_view bytes = image_.substr(0, size);
    image_.remove_prefix(size);
    return bytes;
  }
  std::string_view text() {
    auto size = number<uint32_t>();
    return take(size);
  }
  template <class T>
  void row(std::vector<T>& items) {
    std::string_view bytes = text();
    items.resize(bytes.size() / sizeof(T));
    if (!items.empty()) std::memcpy(items.data(), bytes.data(), items.size() * sizeof(T));
  }
  std::vector<Value> values() {
    auto count = number<uint32_t>();
    std::vector<Value> items;
    if (count <= image_.size()) items.reserve(count);
    for (uint32_t i = 0; i < count && !failed_; ++i) items.push_back(value());
    return items;
  }
  Value keep(Value str) {
    strs_.push_back(str);
    return str;
  }

  Value code() {
    auto b = std::make_unique<CodeBody>();
    row(b->words);
    row(b->positions);
    row(b->passed_lines);
    b->handlers.resize(std::min<size_t>(number<uint32_t>(), image_.size()));
    for (HandlerRange& h : b->handlers) {
      h.start = number<uint32_t>();
      h.end = number<uint32_t>();
      h.handler = number<uint32_t>();
      h.exc_reg = static_cast<uint16_t>(number<uint32_t>());
    }
    for (auto* items :
         {&b->constants, &b->names, &b->local_names, &b->free_names, &b->cell_names}) {
      *items = values();
    }
    for (uint16_t* n : {&b->positional_count, &b->positional_only_count, &b->keyword_only_count,
                        &b->register_count}) {
      *n = number<uint16_t>();
    }
    b->flags = number<uint32_t>();
    b->first_line = number<int32_t>();
    for (Value* v : {&b->name, &b->qualname, &b->doc}) *v = value();
    b->filename = filename_;
    b->source = source_;
    CodeBody* body = b.release();
    register_code(vm_, body);
    return make_code(vm_, body);
  }

  Leaf& vm_;
  std::string_view image_;
  Value filename_;
  const std::shared_ptr<const std::string>& source_;
  std::vector<Value> strs_;
  bool failed_ = false;
};

}  // namespace

std::string write_code_image(Leaf& vm, Value code) {
  Writer writer(vm);
  writer.value(code);
  return writer.finish();
}

Value read_code_image(Leaf& vm, std::string_view image, Value filename,
                      const std::shared_ptr<const std::string>& source) {
  Reader reader(vm, image, filename, source);
  Value code = reader.value();
  return reader.ok() && is_kind(code, Kind::Code) ? code : Value::undefined();
}

}  // namespace hothouse
