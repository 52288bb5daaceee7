// Appends JSON to a string: just what events and their schema need.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hothouse {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool b);
  void value(uint64_t n);
  void value(int64_t n);
  void value(double d);
  template <class T>
  void member(std::string_view name, const T& v) {
    key(name);
    value(v);
  }

 private:
  void open(char c);
  void close(char c);
  void separate();
  std::string& out_;
  bool first_ = true;  // nothing stands before in this object, array or after this key
};

}  // namespace hothouse
