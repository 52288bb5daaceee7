// Primitives of eval(), exec() and compile(); the functions themselves:
// python/builtins/evaluate.py.
//
// Texts are compiled so that their names live in a namespace that comes with the call, as those of
// class bodies do. One compiled text then serves all calls with it, whatever their namespaces, with
// one exception: inline caches hold cells of one module's globals. Code with functions in it, or
// with `global` statements, belongs to the globals that it was first run with, and is compiled
// anew for others.
#include <string>
#include <unordered_map>

#include "core/builtins/arguments.h"
#include "core/builtins/compile.h"
#include "core/builtins/library.h"
#include "core/builtins/tables.h"
#include "core/builtins/types/code_replace.h"
#include "core/bytecode/code.h"
#include "core/objects/bytes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/syntax/source_encoding.h"

namespace hothouse {
namespace {

struct Text {
  std::string source, file;
  syntax::ParseMode mode;
  std::vector<syntax::SyntaxError> warnings;
};

/// What was compiled: the latest code of each text, and the text of each code.
struct Texts {
  std::unordered_map<const CodeBody*, std::string> key_of;
  std::unordered_map<std::string, Text> texts;
};

Texts& texts_of(Leaf& vm) {
  std::shared_ptr<void>& state = vm.library().module_state["compile"];
  if (!state) state = std::make_shared<Texts>();
  return *static_cast<Texts*>(state.get());
}

/// (code, the globals it belongs to or None), kept in Library::cache, whose values are roots.
Value& entry_of(Leaf& vm, const std::string& key) { return vm.library().cache["compiled " + key]; }

Value compile_entry(Leaf& vm, const std::string& key) {
  Texts& texts = texts_of(vm);
  Text& text = texts.texts.at(key);
  Value code = compile_in_names(vm, text.source, text.file, text.mode, &text.warnings);
  if (code.is_raised()) return code;
  texts.key_of[code.as<Code>()->body.get()] = key;
  entry_of(vm, key) = make_tuple(vm, {code, Value::none()});
  return code;
}

/// _compile(source, file, mode): mode 0: statements, 1: an expression, 2: one interactive
/// statement.
Value compile_leaf(Leaf& vm, const Value* a) {
  Text text{"", str_to_utf8(vm, a[1]), static_cast<syntax::ParseMode>(a[2].as_int()), {}};
  if (is_str(a[0])) {
    text.source = str_to_utf8(vm, a[0]);
  } else if (!bytes_like_copy(a[0], &text.source)) {
    return vm.type_error("compile() arg 1 must be a string, bytes or AST object");
  }
  std::string key = std::to_string(a[2].as_int()) + '\n' + text.file + '\n' + text.source;
  if (Value& entry = entry_of(vm, key); is_tuple(entry)) return tuple_get(entry, 0);
  texts_of(vm).texts[key] = std::move(text);
  return compile_entry(vm, key);
}

/// _compile_warnings(code): rows for _issue_syntax_warnings, or None.
Value compile_warnings(Leaf& vm, const Value* a) {
  const Texts& texts = texts_of(vm);
  auto found = texts.key_of.find(a[0].as<Code>()->body.get());
  if (found == texts.key_of.end()) return Value::none();
  const Text& text = texts.texts.at(found->second);
  return text.warnings.empty() ? Value::none() : syntax_warning_rows(vm, text.warnings, text.file);
}

/// _foreign_encoding(source): the encoding other than UTF-8 that its first lines declare, or None.
Value foreign_encoding_leaf(Leaf& vm, const Value* a) {
  std::string source;
  if (!bytes_like_copy(a[0], &source)) return Value::none();
  const std::string name = syntax::foreign_encoding(source);
  return name.empty() ? Value::none() : vm.str(name);
}

/// The code in the form that runs with these globals.
Value code_for(Leaf& vm, Value code, Value globals) {
  const CodeBody* body = code.as<Code>()->body.get();
  if (!belongs_to_globals(*body)) return code;
  auto found = texts_of(vm).key_of.find(body);
  if (found == texts_of(vm).key_of.end()) {
    return body->flags & (kCodeClassBody | kCodeModule) ? code
                                                        : code_with_globals(vm, code, globals);
  }
  const std::string key = found->second;
  Value entry = entry_of(vm, key);
  if (tuple_get(entry, 1) != globals) {
    code = tuple_get(entry, 0);
    if (!tuple_get(entry, 1).is_none()) code = compile_entry(vm, key);
    if (code.is_raised()) return code;
    entry_of(vm, key) = make_tuple(vm, {code, globals});
    return code;
  }
  return tuple_get(entry, 0);
}

/// _text_function(code, globals, builtins): the namespaces as _caller_names and _dict_names give
/// them.
Value text_function(Leaf& vm, const Value* a) {
  Value code = code_for(vm, a[0], a[1]);
  if (code.is_raised()) return code;
  Value builtins = a[2].is_none() ? vm.library().builtins_module.as<Module>()->names : a[2];
  return make_text_function(vm, code, a[1], builtins);
}

/// (function, cells): gives it its free variables.
Value with_closure(Leaf& vm, const Value* a) {
  vm.heap().write_barrier(a[0].as_object());
  a[0].as<Function>()->closure = a[1];
  return a[0];
}

/// _dict_names(dict, is_builtins): a module's globals, or what stands in for the built-ins.
Value dict_names(Leaf& vm, const Value* a) {
  Value dict = unwrap(vm, a[0]);
  if (a[1].is_true()) return dict_live_namespace(vm, dict, vm.types().empty_str());
  Value name = dict_get_name(vm, dict, vm.types().name(NameId::Name));
  return dict_live_namespace(vm, dict, is_str(name) ? str_intern(vm, name) : vm.intern("builtins"));
}
/// Whether code runs with a namespace (a text's), or as the function that it was made for.
Value takes_names(Leaf&, const Value* a) {
  return Value::boolean(a[0].as<Code>()->body.get()->flags & kCodeClassBody);
}

constexpr uint32_t kRead = kBuiltinReadOnly;

const BuiltinDef kRows[] = {
    HH_LEAF("_compile", "source, file, mode, /", compile_leaf, 0, "The code of a text."),
    HH_LEAF("_foreign_encoding", "source, /", foreign_encoding_leaf, kRead,
            "The encoding that a text in bytes declares, unless that is UTF-8."),
    HH_LEAF("_compile_warnings", "code, /", compile_warnings, kRead,
            "What the compiler warns of in a text: rows, or None."),
    HH_LEAF("_text_function", "code, globals, builtins, /", text_function, 0,
            "A function that runs code with these namespaces."),
    HH_LEAF("_with_closure", "function, cells, /", with_closure, 0,
            "The function, with these free variables."),
    HH_LEAF("_dict_names", "dict, is_builtins, /", dict_names, 0,
            "The namespace that follows a dict."),
    HH_LEAF("_takes_names", "code, /", takes_names, kRead, "Does it run with a namespace?"),
};

}  // namespace

const BuiltinTable kEvaluatePrimitives = builtin_table(kRows);

}  // namespace hothouse
