#include "core/objects/exception.h"

#include <algorithm>
#include <cstdio>

#include "core/objects/instance.h"
#include "core/objects/int.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

void set_named(Leaf& vm, Value e, NameId name, Value v) {
  instance_set(vm, e, vm.types().name(name), v);
}

Value arg(Value args, uint64_t i) {
  return i < tuple_length(args) ? tuple_get(args, i) : Value::none();
}

/// str of a UnicodeEncodeError and its kin: what its attributes say now, which handlers change.
Value unicode_error_str(Leaf& vm, Value e, const char* what) {
  auto field = [&](NameId id) { return instance_get(vm, e, vm.types().name(id)); };
  auto text = [&](NameId id) {
    Value shown = field(id);
    if (!is_str(shown)) shown = str_leaf(vm, shown);
    return is_str(shown) ? str_to_utf8(vm, shown) : std::string();
  };
  auto place = [&](NameId id) {
    Value v = field(id);
    return v.is_int() ? v.as_int() : 0;
  };
  const Value object = field(NameId::Object);
  const int64_t start = place(NameId::Start), end = place(NameId::End);
  const bool is_one = start >= 0 && end == start + 1;
  const bool is_bad_char =
      is_str(object) && is_one && static_cast<uint64_t>(start) < str_length(object);
  const bool is_bad_byte =
      is_bytes(object) && is_one && static_cast<uint64_t>(start) < object.as<Bytes>()->length;
  std::string s = "can't " + std::string(what) + " ";
  if (Value codec = field(NameId::Encoding); !codec.is_none() && !codec.is_undefined()) {
    s = "'" + text(NameId::Encoding) + "' codec " + s;
  }
  char buffer[64];
  if (is_bad_char) {
    char32_t c = str_view(vm, object).at(static_cast<uint64_t>(start));
    const char* form = c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x";
    std::snprintf(buffer, sizeof buffer, form, static_cast<unsigned>(c));
    s += std::string("character '") + buffer + "' in position " + std::to_string(start);
  } else if (is_bad_byte) {
    std::snprintf(buffer, sizeof buffer, "byte 0x%02x", object.as<Bytes>()->data()[start]);
    s += std::string(buffer) + " in position " + std::to_string(start);
  } else {
    s += std::string(what[0] == 'd' ? "bytes" : "characters") + " in position " +
         std::to_string(start) + "-" + std::to_string(end - 1);
  }
  return str_from_utf8(vm, s + ": " + text(NameId::Reason));
}

}  // namespace

Value make_exception(Leaf& vm, Type* type, Value args) {
  Value e = make_instance(vm, type);
  Value* slots = e.as<Instance>()->slots();
  slots[kExcArgs] = args;
  slots[kExcTraceback] = Value::none();
  slots[kExcCause] = Value::none();
  slots[kExcContext] = Value::none();
  slots[kExcSuppress] = Value::false_value();
  slots[kExcNotes] = Value::undefined();
  set_exception_attributes(vm, e);
  return e;
}

Value make_exception(Leaf& vm, TypeId type, std::string_view message) {
  Value text = str_from_utf8(vm, message);
  return make_exception(vm, vm.types().get(type), make_tuple(vm, {text}));
}

bool is_exception_instance(Leaf& vm, Value v) {
  return is_instance_kind(v) && (type_of(vm, v)->flags & kTypeException);
}

bool is_exception_class(Value v) { return is_type(v) && (v.as<Type>()->flags & kTypeException); }

void set_exception_field(Leaf& vm, Value e, ExceptionSlot slot, Value v) {
  vm.heap().write_barrier(e.as_object());
  e.as<Instance>()->slots()[slot] = v;
}

void chain_context(Leaf& vm, Value e, Value context) {
  if (context == e || !is_exception_instance(vm, context)) return;
  // Cut a chain that leads back to e. A program may have made a cycle without e: `slow` goes at
  // half the speed, and is caught up with then.
  Value slow = context;
  bool move_slow = false;
  for (Value c = context;;) {
    Value next = exception_field(c, kExcContext);
    if (!is_exception_instance(vm, next)) break;
    if (next == e) {
      set_exception_field(vm, c, kExcContext, Value::none());
      break;
    }
    c = next;
    if (c == slow) break;
    if (move_slow) slow = exception_field(slow, kExcContext);
    move_slow = !move_slow;
  }
  set_exception_field(vm, e, kExcContext, context);
}

void add_traceback(Leaf& vm, Value e, Value function, Value code, Value frame, uint64_t pc) {
  auto* t = vm.heap().make<Traceback>(Kind::Traceback);
  t->next = exception_field(e, kExcTraceback);
  t->function = function;
  t->code = code;
  t->frame = frame;
  t->pc = Value::small_int(static_cast<int64_t>(pc)).bits();
  set_exception_field(vm, e, kExcTraceback, Value::from_object(t));
}

bool uses_args(const Type* type) {
  const auto* mro = type->mro.as<Tuple>();
  return std::any_of(mro->data(), mro->data() + mro->length,
                     [](Value t) { return (t.as<Type>()->flags & kTypeUsesArgs) != 0; });
}

void set_exception_attributes(Leaf& vm, Value e) {
  TypeTable& types = vm.types();
  Type* t = type_of(vm, e);
  if (!uses_args(t)) return;
  Value args = exception_field(e, kExcArgs);
  uint64_t count = tuple_length(args);
  auto is = [&](TypeId id) { return is_subtype(t, types.get(id)); };
  if (is(TypeId::StopIteration)) {
    set_named(vm, e, NameId::Value, arg(args, 0));
  } else if (is(TypeId::SystemExit)) {
    set_named(vm, e, NameId::Code, count > 1 ? args : arg(args, 0));
  } else if (is(TypeId::OSError)) {
    if (count >= 3 && is(TypeId::BlockingIOError) && is_int_value(arg(args, 2))) {
      set_named(vm, e, NameId::Errno, arg(args, 0));
      set_named(vm, e, NameId::StrError, arg(args, 1));
      set_named(vm, e, NameId::FileName, Value::none());
      instance_set(vm, e, vm.intern("characters_written"), arg(args, 2));
    } else if (count >= 2 && count <= 5) {
      set_named(vm, e, NameId::Errno, arg(args, 0));
      set_named(vm, e, NameId::StrError, arg(args, 1));
      set_named(vm, e, NameId::FileName, arg(args, 2));
      if (count == 5) set_named(vm, e, NameId::FileName2, arg(args, 4));
      // args keeps errno and the text only.
      if (count > 2) {
        set_exception_field(vm, e, kExcArgs, make_tuple(vm, {arg(args, 0), arg(args, 1)}));
      }
    } else {
      for (NameId id : {NameId::Errno, NameId::StrError, NameId::FileName}) {
        set_named(vm, e, id, Value::none());
      }
    }
  } else if (is(TypeId::SyntaxError)) {
    set_named(vm, e, NameId::Msg, arg(args, 0));
    Value details = count > 1 ? unwrap(vm, arg(args, 1)) : Value::undefined();
    constexpr NameId kFields[] = {NameId::FileName, NameId::LineNo,    NameId::Offset,
                                  NameId::Text,     NameId::EndLineNo, NameId::EndOffset};
    for (uint64_t i = 0; i < 6; ++i) {
      set_named(vm, e, kFields[i], is_tuple(details) ? arg(details, i) : Value::none());
    }
  } else if (is(TypeId::ImportError)) {
    set_named(vm, e, NameId::Msg, count == 1 ? arg(args, 0) : Value::none());
    set_named(vm, e, NameId::PlainName, Value::none());
    set_named(vm, e, NameId::Path, Value::none());
  } else if ((is(TypeId::UnicodeDecodeError) || is(TypeId::UnicodeEncodeError)) && count == 5) {
    constexpr NameId kFields[] = {NameId::Encoding, NameId::Object, NameId::Start, NameId::End,
                                  NameId::Reason};
    for (uint64_t i = 0; i < 5; ++i) set_named(vm, e, kFields[i], arg(args, i));
  } else if (is(TypeId::UnicodeTranslateError) && count == 4) {
    constexpr NameId kFields[] = {NameId::Object, NameId::Start, NameId::End, NameId::Reason};
    set_named(vm, e, NameId::Encoding, Value::none());
    for (uint64_t i = 0; i < 4; ++i) set_named(vm, e, kFields[i], arg(args, i));
  } else if (is(TypeId::BaseExceptionGroup) && count == 2) {
    set_named(vm, e, NameId::Message, arg(args, 0));
    Value members = unwrap(vm, arg(args, 1));
    set_named(vm, e, NameId::Exceptions, is_list(members) ? tuple_from_list(vm, members) : members);
  }
}

TypeId os_error_type(int64_t error) {
  switch (error) {
    case 1:
    case 13:
      return TypeId::PermissionError;
    case 2:
      return TypeId::FileNotFoundError;
    case 3:
      return TypeId::ProcessLookupError;
    case 4:
      return TypeId::InterruptedError;
    case 10:
      return TypeId::ChildProcessError;
    case 11:
    case 114:
    case 115:
      return TypeId::BlockingIOError;
    case 17:
      return TypeId::FileExistsError;
    case 20:
      return TypeId::NotADirectoryError;
    case 21:
      return TypeId::IsADirectoryError;
    case 32:
    case 108:
      return TypeId::BrokenPipeError;
    case 103:
      return TypeId::ConnectionAbortedError;
    case 104:
      return TypeId::ConnectionResetError;
    case 110:
      return TypeId::TimeoutError;
    case 111:
      return TypeId::ConnectionRefusedError;
    default:
      return TypeId::OSError;
  }
}

Value make_os_error(Leaf& vm, int error, std::string_view message, Value filename) {
  Value text = str_from_utf8(vm, message);
  Value number = Value::small_int(error);
  bool plain = filename.is_undefined() || filename.is_none();
  Value args = plain ? make_tuple(vm, {number, text}) : make_tuple(vm, {number, text, filename});
  return make_exception(vm, vm.types().get(os_error_type(error)), args);
}

Value exception_str(Leaf& vm, Value e) {
  TypeTable& types = vm.types();
  Type* t = type_of(vm, e);
  Value args = exception_field(e, kExcArgs);
  uint64_t count = tuple_length(args);
  auto is = [&](TypeId id) { return is_subtype(t, types.get(id)); };
  auto named = [&](NameId id) {
    Value v = instance_get(vm, e, types.name(id));
    return v.is_undefined() ? Value::none() : v;
  };
  auto text = [&](Value v) { return str_to_utf8(vm, v); };
  if (is(TypeId::KeyError) && count == 1) return repr_leaf(vm, tuple_get(args, 0));
  if (is(TypeId::OSError) && !named(NameId::Errno).is_none()) {
    Value number = str_leaf(vm, named(NameId::Errno)), what = str_leaf(vm, named(NameId::StrError));
    if (number.is_undefined() || what.is_undefined()) return Value::undefined();
    std::string s = "[Errno " + text(number) + "] " + text(what);
    if (Value file = named(NameId::FileName); !file.is_none()) {
      Value shown = repr_leaf(vm, file);
      if (shown.is_undefined()) return shown;
      s += ": " + text(shown);
      if (Value second = named(NameId::FileName2); !second.is_none()) {
        shown = repr_leaf(vm, second);
        if (shown.is_undefined()) return shown;
        s += " -> " + text(shown);
      }
    }
    return str_from_utf8(vm, s);
  }
  if (is(TypeId::SyntaxError)) {
    Value msg = str_leaf(vm, named(NameId::Msg));
    if (msg.is_undefined()) return msg;
    Value file = named(NameId::FileName), line = named(NameId::LineNo);
    std::string s = text(msg), where;
    if (is_str(file)) {
      where = text(file);
      where.erase(0, where.rfind('/') == std::string::npos ? 0 : where.rfind('/') + 1);
    }
    if (line.is_int())
      where += (where.empty() ? "line " : ", line ") + std::to_string(line.as_int());
    return where.empty() ? msg : str_from_utf8(vm, s + " (" + where + ")");
  }
  if (is(TypeId::UnicodeDecodeError) || is(TypeId::UnicodeEncodeError) ||
      is(TypeId::UnicodeTranslateError)) {
    const char* what = is(TypeId::UnicodeDecodeError)   ? "decode"
                       : is(TypeId::UnicodeEncodeError) ? "encode"
                                                        : "translate";
    if (!named(NameId::Object).is_none()) return unicode_error_str(vm, e, what);
  }
  if (is(TypeId::BaseExceptionGroup) && count == 2 && is_str(tuple_get(args, 0))) {
    Value members = named(NameId::Exceptions);
    uint64_t n = is_tuple(members) ? tuple_length(members) : 0;
    return str_from_utf8(vm, text(tuple_get(args, 0)) + " (" + std::to_string(n) +
                                 " sub-exception" + (n == 1 ? ")" : "s)"));
  }
  if (is(TypeId::ImportError) && is_str(named(NameId::Msg))) return named(NameId::Msg);
  if (count == 0) return types.empty_str();
  if (count == 1) return str_leaf(vm, tuple_get(args, 0));
  return repr_leaf(vm, args);
}

Verdict exception_matches(Leaf& vm, Value e, Value wanted) {
  auto refuse = [&] {
    vm.type_error("catching classes that do not inherit from BaseException is not allowed");
    return Verdict::Raised;
  };
  if (is_tuple(wanted)) {
    bool any = false;
    for (uint64_t i = 0; i < tuple_length(wanted); ++i) {
      if (!is_exception_class(tuple_get(wanted, i))) return refuse();
      any = any || is_instance(vm, e, tuple_get(wanted, i).as<Type>());
    }
    return verdict(any);
  }
  if (!is_exception_class(wanted)) return refuse();
  return verdict(is_instance(vm, e, wanted.as<Type>()));
}

}  // namespace hothouse
