// Leaf's own functions: raising and strings. Caller::call is the interpreter's (interp/).
#include "core/vm/context.h"

#include "core/bytecode/code.h"
#include "core/objects/exception.h"
#include "core/objects/hash.h"
#include "core/objects/intern_table.h"
#include "core/objects/slots.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

namespace hothouse {

Value Leaf::raise(TypeId type, std::string_view message) {
  return raise(make_exception(*this, type, message));
}

Value Leaf::raise(Value exception) {
  if (handled_->is_object() && *handled_ != exception) chain_context(*this, exception, *handled_);
  return raise_again(exception);
}

Value Leaf::raise_again(Value exception) {
  *pending_ = exception;
  return Value::raised();
}

Value Leaf::type_error(std::string_view message) { return raise(TypeId::TypeError, message); }
Value Leaf::value_error(std::string_view message) { return raise(TypeId::ValueError, message); }
Value Leaf::index_error(std::string_view message) { return raise(TypeId::IndexError, message); }
Value Leaf::overflow_error(std::string_view message) {
  return raise(TypeId::OverflowError, message);
}

Value Leaf::memory_error() {
  return raise(make_exception(*this, types().get(TypeId::MemoryError), types().empty_tuple()));
}

Value Leaf::key_error(Value key) {
  return raise(make_exception(*this, types().get(TypeId::KeyError), make_tuple(*this, {key})));
}

Value Leaf::stop_iteration(Value value) {
  Value args = value.is_none() ? types().empty_tuple() : make_tuple(*this, {value});
  return raise(make_exception(*this, types().get(TypeId::StopIteration), args));
}

Value Leaf::intern(std::string_view utf8) {
  bool ascii = true;
  for (char c : utf8) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) {
    StrView view{reinterpret_cast<const uint8_t*>(utf8.data()), utf8.size(), 1};
    if (Str* s = heap().interned().find(view, hash_bytes(view.data, view.length))) {
      return Value::from_object(s);
    }
  }
  return str_intern(*this, str_from_utf8(*this, utf8));
}

Value Leaf::str(std::string_view utf8) { return str_from_utf8(*this, utf8); }

void visit_code_body(CodeBody* body, RootVisitor& visitor) {
  auto row = [&](std::vector<Value>& values) {
    for (Value& v : values) visitor.visit(v);
  };
  row(body->constants);
  row(body->names);
  row(body->local_names);
  row(body->free_names);
  row(body->cell_names);
  visitor.visit(body->name);
  visitor.visit(body->qualname);
  visitor.visit(body->filename);
  visitor.visit(body->doc);
  visitor.visit(body->copied_from);
}

}  // namespace hothouse
