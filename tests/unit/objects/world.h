// A Python world without an interpreter: heap, maps and types, for tests of core/objects.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "core/objects/float.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

namespace hothouse::test {

class World : public Caller {
 public:
  explicit World(HeapOptions options = {}) : heap_object_(nursery_, options) {
    heap_ = &heap_object_;
    maps_ = &maps_object_;
    types_ = &types_object_;
    pending_ = &pending_value_;
    handled_ = &handled_value_;
    types_object_.initialize(*this);
    heap_object_.add_roots([this](RootVisitor& v) {
      v.visit(pending_value_);
      for (Value& x : kept) v.visit(x);
    });
  }

  /// Keeps a value across collections; answers its index in `kept`.
  size_t keep(Value v) {
    kept.push_back(v);
    return kept.size() - 1;
  }
  std::vector<Value> kept;

  Value integer(const std::string& text) { return int_from_text(*this, text, 10, text); }
  Value list(std::initializer_list<Value> values) {
    return make_list(*this, values.begin(), values.size());
  }
  std::string text(Value v) {
    if (v.is_undefined()) return "<undefined>";
    if (v.is_raised()) return "<raised " + error() + ">";
    return str_to_utf8(*this, v);
  }
  std::string repr(Value v) {
    if (v.is_undefined()) return "<undefined>";
    if (v.is_raised()) return "<raised " + error() + ">";
    return text(repr_call(*this, v));
  }
  /// "TypeError: message" of the pending exception, which is cleared.
  std::string error() {
    Value e = pending();
    clear_pending();
    if (e.is_undefined()) return "no error";
    return type_name_of(*this, e) + ": " + text(str_leaf(*this, e));
  }

 private:
  NurseryState nursery_;
  Heap heap_object_;
  MapTable maps_object_;
  TypeTable types_object_;
  Value pending_value_, handled_value_ = Value::none();
};

}  // namespace hothouse::test
