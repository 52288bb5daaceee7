#include "numarray/module.h"

#include "core/builtins/arguments.h"
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

constexpr std::string_view kParts[] = {"dtypes",    "operators",  "ndarray", "making", "views",
                                       "functions", "reductions", "joining", "text"};
// Functions that few programs use: compiled when the first of them is looked up.
constexpr std::string_view kLateParts[] = {"files",   "indices", "random",     "sets",  "shapes",
                                           "special", "splits",  "statistics", "ufuncs"};

/// (numarray): a function that adds the late parts to the module.
Value late_parts(Leaf& vm, const Value* a) {
  std::string text = join_embedded_parts(kNumarrayModules, "numarray_late", kLateParts);
  return make_module_body(vm, a[0], text, "<builtin numarray>", CompileMode::Internal);
}

constexpr BuiltinDef kRows[] = {
    HH_LEAF("late_parts", "module, /", late_parts, 0, "What adds the late parts to the module."),
};
constexpr BuiltinTable kModuleRows = builtin_table(kRows);

Value make_primitives(Leaf& vm) {
  Value name = vm.intern("_numarray");
  Value m = make_module(vm, name);
  for (const BuiltinTable* table :
       {&kModuleRows, &kExpressionRows, &kArrayRows, &kSelectRows, &kOrderRows, &kMemoryRows}) {
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
  Value f = make_module_body(vm, m, text, "<builtin numarray>", CompileMode::Internal);
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
