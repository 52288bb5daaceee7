// print and input.
#include "core/builtins/arguments.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/host.h"
#include "core/objects/bytes.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/tuple.h"
#include "core/vm/threads.h"

namespace hothouse {

namespace {

/// sep or end: None or absent means the default. False with the error set.
bool separator(Leaf& vm, Value v, const char* name, std::string_view otherwise, std::string* out) {
  if (!given(v) || v.is_none()) {
    *out = otherwise;
    return true;
  }
  Value s = unwrap(vm, v);
  if (!is_str(s)) {
    vm.type_error(std::string(name) + " must be None or a string, not " + type_name_of(vm, v));
    return false;
  }
  *out = str_to_utf8(vm, s);
  return true;
}

bool is_ours(Leaf& vm, const char* name, const char* key) {
  auto it = vm.library().cache.find(key);
  auto sys = vm.library().cache.find("sys");
  if (sys == vm.library().cache.end()) return true;
  Value current = namespace_get(vm, sys->second.as<Module>()->names, vm.intern(name));
  if (it == vm.library().cache.end()) return current.is_undefined();
  return !it->second.is_none() && (it->second == current || current.is_undefined());
}

/// True while sys.stdout is the one we made, and as it was then.
bool stdout_is_ours(Leaf& vm) { return is_ours(vm, "stdout", "sys.stdout"); }

}  // namespace

Value print_function(Leaf& vm, const Value* a) {
  // Parameters: sep, end, file, flush, *args.
  if ((given(a[2]) && !a[2].is_none()) || !stdout_is_ours(vm)) return leave_to_python();
  std::string sep, end;
  if (!separator(vm, a[0], "sep", " ", &sep) || !separator(vm, a[1], "end", "\n", &end)) {
    return Value::raised();
  }
  Tuple* args = a[4].as<Tuple>();
  std::string text;
  for (uint64_t i = 0; i < args->length; ++i) {
    Value v = args->data()[i];
    Value s = is_str(v) ? v : str_leaf(vm, v);
    if (s.is_undefined() || s.is_raised()) return s;
    if (i) text += sep;
    if (!is_utf8_text(vm, s)) return leave_to_python();
    text += str_to_utf8(vm, s);
  }
  text += end;
  write_stdout(vm, text);
  if (flag_argument(vm, a[3], false)) flush_stdout(vm);
  return Value::none();
}

/// Python's version waits without keeping other threads from running.
Value input_function(Leaf& vm, const Value* a) {
  Threads* threads = static_cast<Vm&>(vm).threads_if_any();
  if (threads != nullptr && threads->count() > 1) return Value::undefined();
  if (!stdout_is_ours(vm) || !is_ours(vm, "stdin", "sys.stdin")) return Value::undefined();
  if (given(a[0])) {
    Value s = str_leaf(vm, a[0]);
    if (!is_str(s)) return s;
    if (!is_utf8_text(vm, s)) return Value::undefined();
    write_stdout(vm, str_to_utf8(vm, s));
  }
  flush_stdout(vm);
  std::string line;
  if (!vm.host().read_line(line)) return vm.raise(TypeId::EOFError, "EOF when reading a line");
  if (str_to_utf8(vm, vm.str(line)) != line) {  // not UTF-8: Python decodes it
    vm.library().cache["sys.stdin line"] = make_bytes(vm, line);
    return Value::undefined();
  }
  if (!line.empty() && line.back() == '\n') line.pop_back();
  return vm.str(line);
}

}  // namespace hothouse
