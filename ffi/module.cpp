#include "ffi/module.h"

#include "core/backend/signatures.h"
#include "core/builtins/compile.h"
#include "core/builtins/embedded.h"
#include "core/builtins/library.h"
#include "core/objects/callables.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "ffi/function.h"
#include "ffi/rows.h"

namespace hothouse {
extern const EmbeddedModule kFfiModules[];
}

namespace hothouse::ffi {

namespace {

constexpr std::string_view kParts[] = {
    "data",      "types",      "accessors", "pointers",  "bitfields", "structures", "swapped",
    "functions", "parameters", "callbacks", "libraries", "instances", "below"};
constexpr std::string_view kUtilParts[] = {"util"};

Value make_primitives(Leaf& vm) {
  Value m = make_module(vm, vm.intern("_ctypes"));
  Value module_name = vm.intern("_ctypes");
  for (const BuiltinTable* table : {&kMemoryRows, &kFunctionRows, &kLibraryRows}) {
    for (uint32_t k = 0; k < table->count; k++) {
      const BuiltinDef& def = table->rows[k];
      namespace_set(vm, m.as<Module>()->names, vm.intern(def.name),
                    make_builtin(vm, &def, Value::undefined(), module_name, def.flags));
    }
  }
  namespace_set(vm, m.as<Module>()->names, vm.intern("_Function"), world_of(vm).function_type);
  return m;
}

/// Modules of the package that are not built in (ctypes.wintypes) come from CPython's library.
void set_path(Leaf& vm, Value module) {
  Value path = make_list(vm);
  std::string library = vm.host().standard_library();
  if (!library.empty()) list_append(vm, path, vm.str(library + "/ctypes"));
  namespace_set(vm, module.as<Module>()->names, vm.intern("__path__"), path);
}

Value load(Leaf& vm, std::string_view name, Value* body) {
  if (name == "_ctypes") return make_primitives(vm);
  if (name != "ctypes" && name != "ctypes.util") {
    return Value::undefined();
  }
  std::string text = name == "ctypes" ? join_embedded_parts(kFfiModules, "ctypes", kParts)
                                      : join_embedded_parts(kFfiModules, "ctypes_util", kUtilParts);
  Value m = make_module(vm, vm.intern(name));
  if (name == "ctypes") set_path(vm, m);
  Value f =
      make_module_body(vm, m, text, "<builtin " + std::string(name) + ">", CompileMode::Internal);
  if (f.is_raised()) return f;
  *body = f;
  return m;
}

uint64_t invoke_signature(const backend::NativeSignature& signature, void* function,
                          const uint64_t* operands) {
  return invoke_letters(signature.letters, reinterpret_cast<uintptr_t>(function), operands);
}

}  // namespace

void install() {
  static ModuleProvider provider{load};
  static bool done = false;
  if (done) return;
  done = true;
  add_module_provider(&provider);
  backend::set_native_invoker(invoke_signature);
}

}  // namespace hothouse::ffi
