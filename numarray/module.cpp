#include "numarray/module.h"

#include "core/builtins/compile.h"
#include "core/builtins/embedded.h"
#include "core/builtins/library.h"
#include "core/objects/callables.h"
#include "core/objects/namespace.h"
#include "numarray/rows.h"
#include "numarray/world.h"

namespace hothouse {
extern const EmbeddedModule kNumarrayModules[];
}

namespace hothouse::numarray {

namespace {

constexpr std::string_view kParts[] = {"dtypes",    "ndarray",    "making",  "views",
                                       "functions", "reductions", "joining", "text"};

Value make_primitives(Leaf& vm) {
  Value name = vm.intern("_numarray");
  Value m = make_module(vm, name);
  for (const BuiltinTable* table : {&kExpressionRows, &kArrayRows, &kSelectRows, &kMemoryRows}) {
    for (uint32_t k = 0; k < table->count; k++) {
      const BuiltinDef& def = table->rows[k];
      namespace_set(vm, m.as<Module>()->names, vm.intern(def.name),
                    make_builtin(vm, &def, Value::undefined(), name, def.flags));
    }
  }
  return m;
}

Value load(Leaf& vm, std::string_view name, Value* body) {
  if (name == "_numarray") return make_primitives(vm);
  if (name != "numarray") return Value::undefined();
  std::string text = join_embedded_parts(kNumarrayModules, "numarray", kParts);
  Value m = make_module(vm, vm.intern(name));
  Value f = make_module_body(vm, m, text, "<builtin numarray>", true);
  if (f.is_raised()) return f;
  *body = f;
  return m;
}

}  // namespace

void install() {
  static ModuleProvider provider{load, nullptr};
  static bool done = false;
  if (done) return;
  done = true;
  add_module_provider(&provider);
}

}  // namespace hothouse::numarray
