#include "core/builtins/library.h"

#include <cstring>

#include "core/builtins/compile.h"
#include "core/builtins/embedded.h"
#include "core/builtins/registry.h"
#include "core/builtins/tables.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/str_methods.h"
#include "core/objects/unicode_names.h"
#include "core/syntax/parser.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

struct TemplateRow {
  std::string_view prefix, op, reflected, symbol;
};
constexpr TemplateRow kTemplates[] = {
#define TEMPLATE(prefix, op, reflected, symbol) {prefix, op, reflected, symbol},
#include "core/builtins/templates.def"
#undef TEMPLATE
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// Where a function of the embedded files begins.
struct EmbeddedFunction {
  std::string_view source;  // from its def line on, to the file's end
  std::string_view file;
};

/// The functions of the files that are searched, by name; of several of one name the first.
const std::unordered_map<std::string_view, EmbeddedFunction>& embedded_functions() {
  static const auto kTable = [] {
    constexpr std::string_view kHead = "\ndef ";
    std::unordered_map<std::string_view, EmbeddedFunction> found;
    for (size_t i = 0; i < kEmbeddedModuleCount; ++i) {
      const EmbeddedModule& m = kEmbeddedModules[i];
      if (!std::strchr(m.name, '/')) continue;
      std::string_view source(m.source, m.size);
      for (size_t at = source.find(kHead); at != std::string_view::npos;
           at = source.find(kHead, at + 1)) {
        std::string_view name = source.substr(at + kHead.size());
        found.emplace(name.substr(0, name.find('(')),
                      EmbeddedFunction{source.substr(at + 1), m.name});
      }
    }
    return found;
  }();
  return kTable;
}

/// Cuts the function `name` out of the embedded files: from its def line to the next line that
/// begins with neither white space nor a closing bracket.
bool cut_function(std::string_view name, std::string* text, std::string_view* file) {
  auto found = embedded_functions().find(name);
  if (found == embedded_functions().end()) return false;
  std::string_view source = found->second.source;
  size_t end = 0;
  while (true) {
    end = source.find('\n', end);
    if (end == std::string_view::npos) {
      end = source.size();
      break;
    }
    ++end;
    if (end >= source.size()) break;
    char c = source[end];
    if (c != ' ' && c != '\n' && c != ')') break;
  }
  *text = std::string(source.substr(0, end));
  *file = found->second.file;
  return true;
}

bool find_source(std::string_view name, std::string* text, std::string_view* file) {
  if (cut_function(name, text, file)) return true;
  for (const TemplateRow& t : kTemplates) {
    if (name.size() != t.prefix.size() + t.op.size() ||
        name.substr(0, t.prefix.size()) != t.prefix || name.substr(t.prefix.size()) != t.op) {
      continue;
    }
    if (!cut_function(std::string(t.prefix) + "OP", text, file)) return false;
    replace_all(*text, "OP", t.op);
    replace_all(*text, "REFLECTED", t.reflected);
    replace_all(*text, "SYMBOL", t.symbol);
    return true;
  }
  return false;
}

}  // namespace

Library::Library(Leaf& vm) : vm_(vm) {
  roots_ = vm.heap().add_roots([this](RootVisitor& v) { visit(v); });
  missing = make_cell(vm, Value::none());
  internal_module = make_module(vm, vm.intern("_hothouse"));
  builtins_module = make_module(vm, vm.intern("builtins"));
  modules = make_dict(vm);
  path = make_list(vm);
  argv = make_list(vm);
  warnoptions = make_list(vm);
  xoptions = make_dict(vm);
}

Library::~Library() { vm_.heap().remove_roots(roots_); }

void Library::visit(RootVisitor& visitor) {
  for (Value* v : {&internal_module, &builtins_module, &modules, &path, &argv, &warnoptions,
                   &xoptions, &missing}) {
    visitor.visit(*v);
  }
  for (auto& [def, signature] : signatures) {
    for (SignatureParameter& p : signature.parameters) visitor.visit(p.name);
  }
  for (auto& entry : types) visitor.visit(entry.second);
  for (auto& entry : constructors) visitor.visit(entry.second);
  for (auto& entry : cache) visitor.visit(entry.second);
  for (auto& entry : functions_) visitor.visit(entry.second);
  for (auto& entry : versions_) visitor.visit(entry.second);
  for (Value& v : protocols_) visitor.visit(v);
}

Value sys_hook(Leaf& vm, const char* name) {
  auto found = vm.library().cache.find("sys");
  if (found == vm.library().cache.end() || !found->second.is_object()) {
    return Value::undefined();
  }
  return namespace_get(vm, found->second.as<Module>()->names, vm.intern(name));
}

void Library::install(Leaf& vm) {
  if (vm.library_) return;
  vm.library_ = new Library(vm);
  syntax::set_unicode_name_lookup(unicode_lookup);
}

void Library::remove(Leaf& vm) {
  delete vm.library_;
  vm.library_ = nullptr;
}

const char* Library::owner_name(const BuiltinDef& def) const {
  auto it = owners_.find(&def);
  return it == owners_.end() ? "" : it->second;
}

Value Library::python_function(Leaf& vm, std::string_view name, std::string_view shown) {
  std::string key(name);
  auto it = functions_.find(key);
  if (it != functions_.end()) return it->second;
  std::string text;
  std::string_view file;
  if (!find_source(name, &text, &file)) return Value::undefined();
  Value f = declare_function(vm, text, file, internal_module);
  if (f.is_raised()) return f;
  if (!shown.empty()) {
    Value text_value = vm.intern(shown);
    f.as<Function>()->name = text_value;
    f.as<Function>()->qualname = text_value;
  }
  functions_.emplace(key, f);
  return f;
}

Value Library::python_version(Leaf& vm, const BuiltinDef& def) {
  auto it = versions_.find(&def);
  if (it != versions_.end()) return it->second;
  std::string owner = owner_name(def);
  std::string name;
  for (uint32_t i = 0; i < kConstructorCount; ++i) {
    if (&kConstructors[i].def == &def) owner = "new";
  }
  if (owner.empty()) owner = "builtin";
  name = owner + "_" + def.name;
  Value f = python_function(vm, name, def.name);
  // A frozenset's methods are those of set, ...
  if (f.is_undefined()) {
    std::string_view like = owner == "frozenset" || owner == "dict_keys" || owner == "dict_items"
                                ? "set"
                            : owner == "bytearray"                        ? "bytes"
                            : owner.find("iterator") != std::string::npos ? "list_iterator"
                                                                          : "";
    if (!like.empty()) f = python_function(vm, std::string(like) + "_" + def.name, def.name);
  }
  if (f.is_undefined() && (def.flags & kBuiltinConverts)) f = converting_function(vm, def, name);
  if (f.is_undefined()) {
    return vm.raise(TypeId::SystemError, "no Python version of " + name);
  }
  if (!f.is_raised()) versions_.emplace(&def, f);
  return f;
}

Value Library::converting_function(Leaf& vm, const BuiltinDef& def, const std::string& name) {
  const std::string row = "_row_" + name;
  namespace_set(vm, internal_module.as<Module>()->names, vm.intern(row),
                make_builtin(vm, &def, Value::undefined(), vm.intern("builtins"), def.flags));
  Value f = declare_function(vm, converting_text(vm, def, name, row), name, internal_module);
  if (f.is_raised()) return f;
  Value shown = vm.intern(def.name);
  f.as<Function>()->name = shown;
  f.as<Function>()->qualname = shown;
  return f;
}

Value Library::protocol(Leaf& vm, Protocol p) {
  Value& slot = protocols_[static_cast<size_t>(p)];
  if (slot.is_undefined()) {
    Value f = python_function(vm, protocol_info(p).python_function);
    if (f.is_undefined()) {
      return vm.raise(TypeId::SystemError,
                      std::string("no protocol function ") + protocol_info(p).python_function);
    }
    if (f.is_raised()) return f;
    slot = f;
  }
  return slot;
}

bool is_utf8_text(Leaf& vm, Value text) {
  const StrView s = str_view(vm, text);
  if (s.width == 1) return true;
  for (uint64_t i = 0; i < s.length; ++i) {
    if (s[i] >= 0xd800 && s[i] < 0xe000) return false;
  }
  return true;
}

void write_stdout(Leaf& vm, std::string_view text) {
  std::string& out = vm.library().out;
  out.append(text);
  if (out.size() >= 16384) flush_stdout(vm);
}

void flush_stdout(Leaf& vm) {
  std::string& out = vm.library().out;
  if (out.empty()) return;
  vm.host().write(1, out);
  out.clear();
}

void write_stderr(Leaf& vm, std::string_view text) {
  flush_stdout(vm);
  vm.host().write(2, text);
}

}  // namespace hothouse
