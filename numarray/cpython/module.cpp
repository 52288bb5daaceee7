#include "numarray/cpython/module.h"

#include "core/builtins/compile.h"
#include "core/builtins/embedded.h"
#include "core/builtins/library.h"
#include "core/objects/callables.h"
#include "core/objects/namespace.h"
#include "numarray/cpython/rows.h"
#include "numarray/cpython/world.h"

namespace hothouse {
extern const EmbeddedModule kCpythonModules[];
}

namespace hothouse::cpython {

namespace {

Value make_primitives(Leaf& vm) {
  Value name = vm.intern("_cpython");
  Value m = make_module(vm, name);
  Value names = m.as<Module>()->names;
  for (const BuiltinTable* table : {&kRowsOfBridge, &kRowsOfArrays}) {
    for (uint32_t k = 0; k < table->count; k++) {
      const BuiltinDef& def = table->rows[k];
      namespace_set(vm, names, vm.intern(def.name),
                    make_builtin(vm, &def, Value::undefined(), name, def.flags));
    }
  }
  namespace_set(vm, names, vm.intern("Proxy"), world_of(vm).proxy_type);
  return m;
}

Value load(Leaf& vm, std::string_view name, Value* body) {
  if (name == "_cpython") return make_primitives(vm);
  if (name != "cpython") return Value::undefined();
  const EmbeddedModule& source = kCpythonModules[0];
  Value m = make_module(vm, vm.intern(name));
  Value f = make_module_body(vm, m, std::string_view(source.source, source.size),
                             "<builtin cpython>", CompileMode::Internal);
  if (f.is_raised()) return f;
  *body = f;
  return m;
}

}  // namespace

void install() {
  static ModuleProvider provider{load, finish};
  static bool done = false;
  if (done) return;
  done = true;
  add_module_provider(&provider);
}

}  // namespace hothouse::cpython
