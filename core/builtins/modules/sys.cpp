// The sys module.
#include <cfloat>

#include "core/builtins/arguments.h"
#include "core/builtins/library.h"
#include "core/builtins/modules/modules.h"
#include "core/builtins/registry.h"
#include "core/host.h"
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/list.h"
#include "core/objects/tuple.h"
#include "core/vm/threads.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

Vm& world(Leaf& vm) { return static_cast<Vm&>(vm); }

Value exit_function(Leaf& vm, const Value* a) {
  Value args = !given(a[0]) || a[0].is_none() ? vm.types().empty_tuple()
               : is_tuple(a[0])               ? a[0]
                                              : make_tuple(vm, {a[0]});
  return vm.raise(make_exception(vm, type_by_id(vm, TypeId::SystemExit), args));
}
Value getrecursionlimit(Leaf& vm, const Value*) {
  return vm.heap().make_int(static_cast<int64_t>(world(vm).state.depth_limit));
}
Value setrecursionlimit(Leaf& vm, const Value* a) {
  int64_t n;
  if (!int64_argument(vm, a[0], &n)) return Value::raised();
  if (n < 1) return vm.value_error("recursion limit must be greater or equal than 1");
  VmState& state = world(vm).state;
  if (state.depth >= static_cast<uint64_t>(n)) {
    return vm.raise(TypeId::RecursionError, "cannot set the recursion limit to " +
                                                std::to_string(n) + " at the recursion depth " +
                                                std::to_string(state.depth) +
                                                ": the limit is too low");
  }
  state.depth_limit = static_cast<uint64_t>(n);
  return Value::none();
}
Value getsizeof(Leaf& vm, const Value* a) {
  if (!a[0].is_object()) return Value::small_int(a[0].is_double() ? 24 : 28);
  return vm.heap().make_int(static_cast<int64_t>(object_size(a[0].as_object())));
}
Value intern(Leaf& vm, const Value* a) {
  Value s = text_argument(vm, a[0], "intern() argument must be str");
  return s.is_undefined() ? Value::raised() : str_intern(vm, s);
}
Value exc_info(Leaf& vm, const Value*) {
  Value e = world(vm).state.handled;
  if (e.is_none() || e.is_undefined()) {
    return make_tuple(vm, {Value::none(), Value::none(), Value::none()});
  }
  Value tb = exception_field(e, kExcTraceback);
  return make_tuple(vm, {type_value(type_of(vm, e)), e, tb.is_undefined() ? Value::none() : tb});
}
Value exception(Leaf& vm, const Value*) {
  Value e = world(vm).state.handled;
  return e.is_undefined() ? Value::none() : e;
}
Value getrefcount(Leaf&, const Value*) { return Value::small_int(2); }
Value get_max_digits(Leaf& vm, const Value*) { return vm.heap().make_int(int_max_str_digits()); }
Value set_max_digits(Leaf& vm, const Value* a) {
  int64_t n;
  if (!int64_argument(vm, a[0], &n)) return Value::raised();
  if (n != 0 && n < 640) return vm.value_error("maxdigits must be 0 or larger than 640");
  set_int_max_str_digits(static_cast<int>(n));
  return Value::none();
}
Value getdefaultencoding(Leaf& vm, const Value*) { return vm.intern("utf-8"); }

// --- what sys.stdout and its kin are made of (python/io.py)

Value write(Leaf& vm, const Value* a) {
  if (std::string bytes; bytes_like_copy(unwrap(vm, a[1]), &bytes)) {  // of sys.stdout.buffer
    if (a[0] == Value::small_int(2)) {
      write_stderr(vm, bytes);
    } else {
      write_stdout(vm, bytes);
    }
    return vm.heap().make_int(static_cast<int64_t>(bytes.size()));
  }
  Value s = text_argument(vm, a[1], "write() argument must be str");
  if (s.is_undefined()) return Value::raised();
  if (!is_utf8_text(vm, s)) return Value::none();
  if (a[0] == Value::small_int(2)) {
    write_stderr(vm, str_to_utf8(vm, s));
  } else {
    write_stdout(vm, str_to_utf8(vm, s));
  }
  return vm.heap().make_int(static_cast<int64_t>(str_length(s)));
}
Value flush(Leaf& vm, const Value*) {
  flush_stdout(vm);
  return Value::none();
}
/// A line of standard input; others run while it is waited for.
bool wait_for_line(Caller& vm, std::string& line) {
  // One that input() could not decode?
  if (auto kept = vm.library().cache.find("sys.stdin line"); kept != vm.library().cache.end()) {
    bytes_like_copy(kept->second, &line);
    vm.library().cache.erase(kept);
    return true;
  }
  flush_stdout(vm);
  Unlocked unlocked(vm);
  return vm.host().read_line(line);
}
Value read_line(Caller& vm, const Value*) {
  std::string line;
  if (!wait_for_line(vm, line)) return vm.types().empty_str();
  Value text = vm.str(line);
  return str_to_utf8(vm, text) == line ? text : make_bytes(vm, line);
}

Value read_line_bytes(Caller& vm, const Value*) {
  std::string line;
  wait_for_line(vm, line);
  return make_bytes(vm, line);
}

Value make_argv(Leaf& vm) { return vm.library().argv; }
Value make_warnoptions(Leaf& vm) { return vm.library().warnoptions; }
Value make_xoptions(Leaf& vm) { return vm.library().xoptions; }
Value make_path(Leaf& vm) { return vm.library().path; }
Value make_modules(Leaf& vm) { return vm.library().modules; }
Value make_version(Leaf& vm) { return vm.str("3.11.2 (main, hothouse) [Hothouse 0.1]"); }
Value make_platform(Leaf& vm) { return vm.intern("linux"); }
Value make_byteorder(Leaf& vm) { return vm.intern("little"); }
Value make_maxsize(Leaf& vm) { return vm.heap().make_int(INT64_MAX); }
Value make_maxunicode(Leaf&) { return Value::small_int(0x10ffff); }
/// Where the program lies that runs; "" where it cannot be told.
Value make_executable(Leaf& vm) {
  std::string path;
  bool known = vm.host().ask(HostQuestion::ReadLink, "/proc/self/exe", "", path) == 0;
  return vm.str(known ? path : "");
}
Value make_hexversion(Leaf&) { return Value::small_int(0x030b02f0); }
Value make_true(Leaf&) { return Value::true_value(); }
Value make_empty(Leaf& vm) { return vm.types().empty_str(); }
Value make_copyright(Leaf& vm) { return vm.str("Hothouse"); }

const BuiltinDef kRows[] = {
    HH_LEAF("exit", "status=, /", exit_function, 0, "Ends the program by raising SystemExit."),
    HH_LEAF("getrecursionlimit", "", getrecursionlimit, kBuiltinReadOnly,
            "How deep calls may nest."),
    HH_LEAF("setrecursionlimit", "limit: index, /", setrecursionlimit, 0,
            "Sets how deep calls may nest."),
    HH_LEAF("getsizeof", "object, default=", getsizeof, kBuiltinReadOnly, "Bytes of an object."),
    HH_LEAF("intern", "string, /", intern, 0, "The one string of that text."),
    HH_LEAF("exc_info", "", exc_info, kBuiltinReadOnly,
            "Type, value and traceback of the handled exception."),
    HH_LEAF("exception", "", exception, kBuiltinReadOnly, "The handled exception."),
    HH_LEAF("getrefcount", "object, /", getrefcount, kBuiltinReadOnly,
            "There are no reference counts: 2."),
    HH_LEAF("get_int_max_str_digits", "", get_max_digits, kBuiltinReadOnly,
            "Limit of digits in conversions."),
    HH_LEAF("set_int_max_str_digits", "maxdigits", set_max_digits, 0, "Sets that limit."),
    HH_LEAF("getdefaultencoding", "", getdefaultencoding, kBuiltinReadOnly, "utf-8"),
    HH_LEAF("getfilesystemencoding", "", getdefaultencoding, kBuiltinReadOnly, "utf-8"),
    HH_LEAF("_write", "fd, text, /", write, 0, "Writes to a standard stream."),
    HH_LEAF("_flush", "", flush, 0, "Flushes standard output."),
    HH_CALLER("_read_line", "", read_line, 0,
              "A line of standard input, '' at the end; bytes if it is not UTF-8."),
    HH_CALLER("_read_line_bytes", "", read_line_bytes, 0, "The same in bytes."),
};

const ModuleConstant kConstants[] = {
    {"argv", make_argv},
    {"warnoptions", make_warnoptions},
    {"_xoptions", make_xoptions},
    {"path", make_path},
    {"modules", make_modules},
    {"version", make_version},
    {"platform", make_platform},
    {"byteorder", make_byteorder},
    {"maxsize", make_maxsize},
    {"maxunicode", make_maxunicode},
    {"executable", make_executable},
    {"hexversion", make_hexversion},
    {"dont_write_bytecode", make_true},
    {"prefix", make_empty},
    {"base_prefix", make_empty},
    {"copyright", make_copyright},
};

}  // namespace

const ModuleTable kSysModule = {"sys", builtin_table(kRows), kConstants,
                                sizeof(kConstants) / sizeof(kConstants[0])};

}  // namespace hothouse
