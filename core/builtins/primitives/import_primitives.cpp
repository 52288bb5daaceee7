// Primitives of import: where modules come from.
//
// First the modules in C++, then files along sys.path, then the embedded modules in Python: a
// program's own file of the same name goes before these, as it does before the standard library.
// Last the standard library of an installed CPython 3.11, for what is not embedded.
#include <algorithm>
#include <cstring>

#include "core/builtins/arguments.h"
#include "core/builtins/compile.h"
#include "core/builtins/embedded.h"
#include "core/builtins/library.h"
#include "core/builtins/tables.h"
#include "core/bytecode/code.h"
#include "core/host.h"
#include "core/objects/attributes.h"
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/repr_objects.h"
#include "core/objects/tuple.h"
#include "core/syntax/source_encoding.h"
#include "core/vm/threads.h"

namespace hothouse {

ModuleProvider*& module_providers() {
  static ModuleProvider* first = nullptr;
  return first;
}

void add_module_provider(ModuleProvider* provider) {
  provider->next = module_providers();
  module_providers() = provider;
}
void finish_modules(Caller& vm) {
  if (dict_find(vm, vm.library().modules, vm.intern("threading")) >= 0) {
    Rooted join(vm, vm.library().python_function(vm, "_join_threads"));
    if (vm.call(join).is_raised()) vm.clear_pending();
  }
  for (ModuleProvider* p = module_providers(); p; p = p->next) {
    if (p->finish) p->finish(vm);
  }
  auto run = [&vm](const char* name) {
    Rooted function(vm, vm.library().python_function(vm, name));
    if (vm.call(function).is_raised()) vm.clear_pending();
  };
  Value functions = vm.library().cache["atexit"];
  if (is_list(functions) && list_length(functions) != 0) run("_run_exit_functions");
  if (vm.library().module_state.count("finalizers") != 0) run("_finalize_program");
}

Value load_builtin_module(Leaf& vm, std::string_view name, Value* body) {
  *body = Value::undefined();
  Library& library = vm.library();
  for (ModuleProvider* p = module_providers(); p; p = p->next) {
    Value m = p->load(vm, name, body);
    if (!m.is_undefined()) return m;
  }
  if (name == "builtins") return library.builtins_module;
  if (find_module_table(name)) {
    Value m = make_module(vm, vm.intern(name));
    if (name == "sys") library.cache["sys"] = m;
    return m;
  }
  return Value::undefined();
}

namespace {

/// The embedded module or package of that name; nullptr if there is none.
const EmbeddedModule* find_embedded(std::string_view name) {
  std::string file(name);
  std::replace(file.begin(), file.end(), '.', '/');
  const EmbeddedModule* row = find_embedded_module(file.c_str());
  return row ? row : find_embedded_module((file + "/__init__").c_str());
}

/// Is the module one that CPython has in C, whose functions are no methods in a class?
bool is_in_c(std::string_view name) {
  for (const char* other : {"_asyncio",
                            "_bisect",
                            "_codec_registry",
                            "_codecs",
                            "_collections",
                            "_contextvars",
                            "_crypt",
                            "_csv",
                            "_frames",
                            "_functools",
                            "_heapq",
                            "_imp",
                            "_json",
                            "_locale",
                            "_lzma",
                            "_multiprocessing",
                            "_operator",
                            "_pickle",
                            "_pickle_load",
                            "_pickle_names",
                            "_pickle_save",
                            "_posixshmem",
                            "_posixsubprocess",
                            "_queue",
                            "_signal",
                            "_socket",
                            "_socket_address",
                            "_socket_libc",
                            "_sqlite3",
                            "_sre",
                            "_string",
                            "_struct",
                            "_sys",
                            "_thread",
                            "_time",
                            "_tracemalloc",
                            "_warnings",
                            "_weakref",
                            "array",
                            "atexit",
                            "binascii",
                            "bisect",
                            "cmath",
                            "faulthandler",
                            "fcntl",
                            "gc",
                            "grp",
                            "hashlib",
                            "heapq",
                            "itertools",
                            "marshal",
                            "operator",
                            "posix",
                            "pwd",
                            "pyexpat",
                            "resource",
                            "select",
                            "syslog",
                            "termios",
                            "unicodedata",
                            "zlib"}) {
    if (name == other) return true;
  }
  return false;
}

}  // namespace

Value load_embedded_module(Leaf& vm, std::string_view name, Value* body) {
  *body = Value::undefined();
  const EmbeddedModule* row = find_embedded(name);
  if (!row) return Value::undefined();
  Value m = make_module(vm, vm.intern(name));
  Value f = make_module_body(vm, m, std::string_view(row->source, row->size),
                             "<builtin " + std::string(name) + ">", CompileMode::Internal);
  if (f.is_raised()) return f;
  *body = f;
  return m;
}

namespace {

void set_name(Leaf& vm, Value module, const char* name, Value v) {
  namespace_set(vm, module.as<Module>()->names, vm.intern(name), v);
}

/// Where an installed CPython has its library, asked of the host once; "" if nowhere.
const std::string& standard_library(Leaf& vm) {
  std::shared_ptr<void>& known = vm.library().module_state["standard library"];
  if (!known) known = std::make_shared<std::string>(vm.host().standard_library());
  return *static_cast<std::string*>(known.get());
}

/// Does the folder lie in the installed library, whose modules come after the embedded ones?
bool in_standard_library(std::string_view folder, std::string_view standard) {
  if (standard.empty() || folder.substr(0, standard.size()) != standard) return false;
  std::string_view rest = folder.substr(standard.size());
  return rest.empty() || (rest[0] == '/' && rest.find("-packages") == std::string_view::npos);
}

/// Modules of the library that lie frozen in CPython: their code names no file.
bool is_frozen(std::string_view name) {
  return is_frozen_module(name) || name == "ntpath" || name == "runpy" || name == "zipimport";
}

Value load_file(Leaf& vm, const std::string& name, const std::string& path, bool package,
                const std::string& folder) {
  std::string bytes;
  int error = 0;
  if (!vm.host().read_file(path, bytes, error)) {
    return vm.raise(TypeId::ImportError, "cannot read " + path);
  }
  Value m = make_module(vm, vm.intern(name));
  set_name(vm, m, "__name__", vm.intern(name));
  set_name(vm, m, "__file__", vm.str(path));
  set_name(vm, m, "__doc__", Value::none());
  size_t dot = name.rfind('.');
  std::string parent = package ? name : dot == std::string::npos ? "" : name.substr(0, dot);
  set_name(vm, m, "__package__", vm.intern(parent));
  if (package) {
    Value row = make_list(vm);
    list_append(vm, row, vm.str(folder));
    set_name(vm, m, "__path__", row);
  }
  // Decoding is Python's business, but for UTF-8.
  if (const std::string encoding = syntax::foreign_encoding(bytes); !encoding.empty()) {
    Value source = make_bytes(vm, bytes);
    return make_tuple(vm, {m, make_tuple(vm, {source, vm.str(encoding), vm.str(path)})});
  }
  const bool library = in_standard_library(path, standard_library(vm));
  const std::string shown = library && is_frozen(name) ? "<frozen " + name + ">" : path;
  Value body =
      make_module_body(vm, m, bytes, shown, library ? CompileMode::Library : CompileMode::Module);
  if (body.is_raised()) return body;
  return make_tuple(vm, {m, body});
}

Value found(Leaf& vm, Value module, Value body) {
  return make_tuple(vm, {module, body.is_undefined() ? Value::none() : body});
}

/// A folder of the path from the root, as modules that lie there name their files.
std::string absolute_folder(Leaf& vm, std::string folder) {
  if (!folder.empty() && folder[0] == '/') return folder;
  std::string here;
  if (vm.host().ask(HostQuestion::WorkingFolder, "", "", here) != 0) return folder;
  if (folder.empty() || folder == ".") return here;
  return here + (here.back() == '/' ? "" : "/") + folder;
}

/// The module `last` that lies in a folder; undefined if there is none.
Value load_from_folder(Leaf& vm, const std::string& name, std::string folder,
                       const std::string& last) {
  folder = absolute_folder(vm, folder);
  if (!folder.empty() && folder.back() != '/') folder += '/';
  folder += last;
  if (vm.host().file_exists(folder + "/__init__.py")) {
    return load_file(vm, name, folder + "/__init__.py", true, folder);
  }
  if (vm.host().file_exists(folder + ".py")) {
    return load_file(vm, name, folder + ".py", false, "");
  }
  return Value::undefined();
}

/// An embedded module that only stands in for the library's.
bool is_substitute(std::string_view name) { return name == "codecs"; }

/// Modules of the library that CPython has imported when a program begins: a file of the program's
/// that has such a name is never found.
bool is_there_at_start(std::string_view name) {
  for (const char* other :
       {"_collections_abc", "_sitebuiltins", "abc", "codecs", "encodings", "encodings.aliases",
        "encodings.utf_8", "genericpath", "io", "os", "os.path", "posixpath", "site", "stat"}) {
    if (name == other) return true;
  }
  return false;
}

/// (name, path or None): (module, body or None), or None if there is no such module. In place of
/// the body of a text that is not in UTF-8 stands (source, encoding, file).
Value find_module(Leaf& vm, const Value* a) {
  Library& library = vm.library();
  std::string name = str_to_utf8(vm, a[0]);
  Value body;
  Value m = load_builtin_module(vm, name, &body);
  if (m.is_raised()) return m;
  if (!m.is_undefined()) return found(vm, m, body);
  size_t dot = name.rfind('.');
  std::string last = dot == std::string::npos ? name : name.substr(dot + 1);
  Value path = is_list(a[1]) ? a[1] : library.path;
  const std::string& standard = standard_library(vm);
  const bool substituted =
      is_substitute(name) && vm.host().file_exists(standard + "/" + name + ".py");
  const bool ours = find_embedded(name) != nullptr && !substituted;
  const bool only_standard = !standard.empty() && is_there_at_start(name);
  if (is_list(a[1]) || dot == std::string::npos) {
    for (uint64_t i = 0; i < list_length(path); ++i) {
      Value entry = list_get(vm, path, i);
      if (!is_str(entry)) continue;
      std::string folder = str_to_utf8(vm, entry);
      const bool is_standard = in_standard_library(folder, standard);
      if (ours ? is_standard || only_standard : only_standard && !is_standard) continue;
      m = load_from_folder(vm, name, folder, last);
      if (!m.is_undefined()) return m;
    }
  }
  if (ours) {
    m = load_embedded_module(vm, name, &body);
    return m.is_raised() ? m : found(vm, m, body);
  }
  if (!standard.empty() && dot == std::string::npos) {
    m = load_from_folder(vm, name, standard, last);
    if (!m.is_undefined()) return m;
  }
  if (is_list(a[1]) || dot == std::string::npos) {
    for (uint64_t i = 0; i < list_length(path); ++i) {  // a folder alone is a namespace package
      Value entry = list_get(vm, path, i);
      if (!is_str(entry)) continue;
      std::string folder = absolute_folder(vm, str_to_utf8(vm, entry));
      if (!folder.empty() && folder.back() != '/') folder += '/';
      folder += last;
      if (!vm.host().is_directory(folder)) continue;
      Value package = make_module(vm, vm.intern(name));
      set_name(vm, package, "__name__", vm.intern(name));
      set_name(vm, package, "__package__", vm.intern(name));
      Value row = make_list(vm);
      list_append(vm, row, vm.str(folder));
      set_name(vm, package, "__path__", row);
      return found(vm, package, Value::undefined());
    }
  }
  return Value::none();
}

/// (name, path or None): (file, whether a package's), or None: what `-m name` runs.
Value module_file(Leaf& vm, const Value* a) {
  std::string name = str_to_utf8(vm, a[0]);
  size_t dot = name.rfind('.');
  std::string last = dot == std::string::npos ? name : name.substr(dot + 1);
  std::vector<std::string> folders;
  Value path = is_list(a[1]) ? a[1] : vm.library().path;
  for (uint64_t i = 0; i < list_length(path); ++i) {
    Value entry = list_get(vm, path, i);
    if (is_str(entry)) folders.push_back(str_to_utf8(vm, entry));
  }
  if (!is_list(a[1])) folders.push_back(standard_library(vm));
  for (std::string& folder : folders) {
    if (!folder.empty() && folder.back() != '/') folder += '/';
    folder += last;
    if (vm.host().file_exists(folder + "/__init__.py")) {
      return make_tuple(vm, {vm.str(folder + "/__init__.py"), Value::true_value()});
    }
    if (vm.host().file_exists(folder + ".py")) {
      return make_tuple(vm, {vm.str(folder + ".py"), Value::false_value()});
    }
    if (vm.host().file_exists(folder + "/__main__.py")) {
      return make_tuple(vm, {vm.str(folder + "/"), Value::true_value()});
    }
  }
  return Value::none();
}

Value importing(Leaf& vm, const Value*) {
  Value& modules = vm.library().cache["importing"];
  if (modules.is_undefined()) modules = make_dict(vm);
  return modules;
}
/// The entry of _importing() for a module, or undefined.
Value import_row(Leaf& vm, Value name) {
  Verdict status = Verdict::Yes;
  Value row = dict_get(vm, importing(vm, nullptr), name, &status);
  return is_list(row) ? row : Value::undefined();
}
Threads& threads(Leaf& vm) { return static_cast<Vm&>(vm).threads(); }
Value begin_import(Leaf& vm, const Value* a) {
  Value row = make_list(vm);
  list_append(vm, row, a[1]);
  list_append(vm, row, vm.heap().make_int(static_cast<int64_t>(threads(vm).current().number)));
  list_append(vm, row, make_list(vm));
  dict_set(vm, importing(vm, nullptr), a[0], row);
  return Value::none();
}
Value end_import(Leaf& vm, const Value* a) {
  Value row = import_row(vm, a[0]);
  if (row.is_undefined()) return Value::none();
  Value waiting = list_get(vm, row, 2);
  for (uint64_t i = 0; i < list_length(waiting); ++i) {
    int64_t thread = 0;
    if (!as_int64(list_get(vm, waiting, i), &thread)) continue;
    threads(vm).wake(static_cast<uint64_t>(thread));
  }
  dict_delete(vm, importing(vm, nullptr), a[0]);
  return Value::none();
}
Value imports_elsewhere(Leaf& vm, const Value* a) {
  Value row = import_row(vm, a[0]);
  int64_t thread = 0;
  if (row.is_undefined() || !as_int64(list_get(vm, row, 1), &thread)) return Value::false_value();
  return Value::boolean(static_cast<uint64_t>(thread) != threads(vm).current().number);
}
Value has_builtin_module(Leaf& vm, const Value* a) {
  std::string name = str_to_utf8(vm, a[0]);
  if (find_embedded(name)) return Value::true_value();
  Value body;
  Value m = load_builtin_module(vm, name, &body);
  return m.is_raised() ? m : Value::boolean(!m.is_undefined());
}
Value frozen_module(Leaf& vm, const Value* a) {
  return Value::boolean(is_frozen(str_to_utf8(vm, a[0])) &&
                        in_standard_library(str_to_utf8(vm, a[1]), standard_library(vm)));
}
Value meta_path(Leaf& vm, const Value*) {
  Value& finders = vm.library().cache["meta path"];
  if (finders.is_undefined()) finders = make_list(vm);
  return finders;
}
/// Marks the functions of a module that CPython has in C: see kFunctionUnbound.
Value finish_module(Leaf& vm, const Value* a) {
  if (!is_kind(a[0], Kind::Module)) return Value::none();
  auto* module = a[0].as<Module>();
  if (!find_embedded(str_to_utf8(vm, module->name)) || !is_in_c(str_to_utf8(vm, module->name))) {
    return Value::none();
  }
  uint64_t position = 0;
  Value name;
  NameCell* cell = nullptr;
  while (namespace_next(module->names, &position, &name, &cell)) {
    if (!is_kind(cell->value, Kind::Function)) continue;
    auto* function = cell->value.as<Function>();
    if (function->globals.as<Namespace>() != module->names.as<Namespace>()) continue;
    function->aux = kFunctionUnbound;
    function->body.get()->flags |= kCodeInC;
  }
  return Value::none();
}
/// overriding(name): what the program has set as that name of builtins, None if nothing.
Value overriding(Leaf& vm, const Value* a) {
  const Value names = vm.library().builtins_module.as<Module>()->names;
  const NameCell* cell = namespace_find(vm, names, str_intern(vm, unwrap(vm, a[0])));
  if (cell == nullptr || is_kind(cell->value, Kind::Builtin)) return Value::none();
  if (is_kind(cell->value, Kind::Function) &&
      (cell->value.as<Function>()->body.get()->flags & kCodeInternal)) {
    return Value::none();
  }
  return cell->value;
}
Value exit_functions(Leaf& vm, const Value*) {
  Value& functions = vm.library().cache["atexit"];
  if (functions.is_undefined()) functions = make_list(vm);
  return functions;
}
Value request_collection(Leaf& vm, const Value*) {
  vm.heap().request_full_collection();
  return Value::none();
}
Value modules_dict(Leaf& vm, const Value*) { return vm.library().modules; }

Value standard_folder(Leaf& vm, const Value*) { return vm.str(standard_library(vm)); }

/// module.name without __getattr__; _missing if absent.
Value module_value(Leaf& vm, const Value* a) {
  if (is_instance_kind(a[0])) {  // of a class that derives from that of modules, perhaps
    Value v = instance_get(vm, a[0], str_intern(vm, a[1]));
    return v.is_undefined() ? vm.library().missing : v;
  }
  if (!is_kind(a[0], Kind::Module)) return vm.library().missing;
  Value v = module_get(vm, a[0], str_intern(vm, a[1]));
  return v.is_undefined() ? vm.library().missing : v;
}

const BuiltinDef kRows[] = {
    HH_LEAF("_is_frozen_module", "name, file, /", frozen_module, kBuiltinReadOnly,
            "Is the module in that file one that CPython has frozen?"),
    HH_LEAF("_find_module", "name, path, /", find_module, 0,
            "Loads a module, without running its body."),
    HH_LEAF("_module_file", "name, path, /", module_file, 0,
            "The file of a module, and whether it is a package, or None."),
    HH_LEAF("_overriding", "name, /", overriding, kBuiltinReadOnly,
            "What the program has set as that name of builtins, or None."),
    HH_LEAF("_finish_module", "module, /", finish_module, 0,
            "Makes functions of a module in C of ours that stand for such."),
    HH_LEAF("_importing", "", importing, kBuiltinReadOnly,
            "Whose bodies have not ended yet: [module, its thread, those that wait] by name."),
    HH_LEAF("_begin_import", "name, module, /", begin_import, 0, "Adds to those."),
    HH_LEAF("_end_import", "name, /", end_import, 0, "Removes from them, and wakes who waits."),
    HH_LEAF("_imports_elsewhere", "name, /", imports_elsewhere, kBuiltinReadOnly,
            "Does another thread run the body of that module?"),
    HH_LEAF("_standard_library", "", standard_folder, kBuiltinReadOnly,
            "Folder of an installed CPython's library, or ''."),
    HH_LEAF("_has_builtin_module", "name, /", has_builtin_module, 0,
            "Does Hothouse bring that module?"),
    HH_LEAF("_meta_path", "", meta_path, kBuiltinReadOnly, "sys.meta_path"),
    HH_LEAF("_exit_functions", "", exit_functions, 0,
            "What is to be called at the end: (function, args, kwargs)."),
    HH_LEAF("_request_collection", "", request_collection, 0, "Collects at the next safepoint."),
    HH_LEAF("_modules", "", modules_dict, kBuiltinReadOnly, "sys.modules"),
    HH_LEAF("_module_value", "module, name, /", module_value, 0,
            "An attribute of a module, or _missing."),
};

}  // namespace

const BuiltinTable kImportPrimitives = builtin_table(kRows);

}  // namespace hothouse
