// Library: what the built-ins of one VM remember, and the functions written in Python.
//
// A function written in Python is compiled alone: its text is cut out of the embedded file that
// has a line "def NAME(", so a program pays for the functions it uses and files can be grouped
// for the reader. Files whose names have a folder (protocol/, builtins/, methods/) are searched;
// those without are modules that programs import.
//
// Neighbours: registry.h (finds built-ins), templates.def (text replaced before compiling).
// Invariant: every Value kept here is a root.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/builtins/builtin.h"
#include "core/builtins/protocol.h"
#include "core/builtins/signature.h"
#include "core/vm/context.h"

namespace hothouse {

class Library {
 public:
  explicit Library(Leaf& vm);
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  static void install(Leaf& vm);
  static void remove(Leaf& vm);

  std::unordered_map<const BuiltinDef*, Signature> signatures;
  /// "list" of list.append, "math" of math.sqrt, "" for functions of builtins.
  const char* owner_name(const BuiltinDef& def) const;
  void set_owner(const BuiltinDef& def, const char* owner) { owners_[&def] = owner; }

  /// The Function of that name in the embedded sources, compiled on first use; undefined if there
  /// is none. With `shown`, the function calls itself that.
  Value python_function(Leaf& vm, std::string_view name, std::string_view shown = {});
  /// The same for a row whose leaf left the work.
  Value python_version(Leaf& vm, const BuiltinDef& def);
  Value protocol(Leaf& vm, Protocol p);

  /// Namespace that functions written in Python see: primitives, each other, built-ins.
  Value internal_module;
  Value builtins_module;
  /// sys.modules; sys.path; sys.argv; sys.warnoptions; sys._xoptions.
  Value modules, path, argv, warnoptions, xoptions;
  /// What internal code compares with to find out that an argument was not given.
  Value missing;
  /// Types without an enumerator: map, zip, ... by name.
  std::unordered_map<std::string, Value> types;
  /// Calling a built-in type, by the Type's bits.
  std::unordered_map<uint64_t, Value> constructors;
  /// sys.stdout's buffer.
  std::string out;
  /// State of C++ modules that keep any, by name (random's generator).
  std::unordered_map<std::string, std::shared_ptr<void>> module_state;
  std::unordered_map<std::string, Value> cache;  // odds and ends, roots

 private:
  void visit(RootVisitor& visitor);
  /// The Python version of a row that wants nothing but converted arguments.
  Value converting_function(Leaf& vm, const BuiltinDef& def, const std::string& name);

  Leaf& vm_;
  int roots_ = 0;
  std::unordered_map<const BuiltinDef*, const char*> owners_;
  std::unordered_map<std::string, Value> functions_;
  std::unordered_map<const BuiltinDef*, Value> versions_;
  Value protocols_[static_cast<size_t>(Protocol::kCount)];
};

/// Writes text to standard output through the buffer.
void write_stdout(Leaf& vm, std::string_view text);
/// Can the text be written? Lone surrogates cannot, without an error handler.
bool is_utf8_text(Leaf& vm, Value text);
/// Writes to standard error, standard output first.
void write_stderr(Leaf& vm, std::string_view text);

/// What a folder that plugs in brings along: modules by name. Made in static storage; the command
/// registers it before the Vm starts.
struct ModuleProvider {
  /// The module of that name, or undefined. *body: the function that fills it, or undefined.
  Value (*load)(Leaf& vm, std::string_view name, Value* body);
  /// What is to be done when the program has ended, while its functions can still run; or null.
  void (*finish)(Caller& vm) = nullptr;
  ModuleProvider* next = nullptr;
};
void add_module_provider(ModuleProvider* provider);
/// Tells all of them that the program has ended.
void finish_modules(Caller& vm);

/// A module in C++ of that name; undefined if there is none. *body: undefined, or the function
/// that fills it.
Value load_builtin_module(Leaf& vm, std::string_view name, Value* body);
/// One of the embedded modules in Python; *body is the function that fills it.
/// What the program has set as sys.<name>; undefined if it has not.
Value sys_hook(Leaf& vm, const char* name);
Value load_embedded_module(Leaf& vm, std::string_view name, Value* body);

}  // namespace hothouse
