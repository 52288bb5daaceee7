// Primitives that look at the frames of the program, for warnings and tracebacks.
#include "core/builtins/compile.h"
#include "core/builtins/frames.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/tables.h"
#include "core/builtins/traceback_text.h"
#include "core/bytecode/code.h"
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/vm/frame.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

/// frame_info(depth): (code, line, globals) of the depth-th frame that is not the library's own,
/// or None.
Value frame_info(Leaf& vm, const Value* a) {
  auto& world = static_cast<Vm&>(vm);
  int64_t depth = 0;
  if (!as_int64(a[0], &depth)) return Value::none();
  const Value* r = world.current_frame();
  auto pc = static_cast<uint32_t>(world.state.pc);
  for (uint64_t frames = world.state.depth; r != nullptr && frames > 0; --frames) {
    Function* f = frame_function(r);
    CodeBody* body = f->body.get();
    if (!(body->flags & kCodeInternal) && depth-- == 0) {
      const int32_t line =
          pc > 0 && pc <= body->positions.size() ? body->positions[pc - 1].line : body->first_line;
      return make_tuple(vm,
                        {f->code, vm.heap().make_int(line), namespace_live_dict(vm, f->globals)});
    }
    pc = ReturnWord::decode(r[kFrameReturn]).pc;
    int64_t link = r[kFrameLink].as_int();
    if (link <= 0) break;
    r -= link;
  }
  return Value::none();
}

/// scope_of_caller(): (globals, locals) of the nearest frame that is not the library's own.
Value scope_of_caller(Leaf& vm, const Value*) {
  auto& world = static_cast<Vm&>(vm);
  const Value* r = world.current_frame();
  while (frame_body(r)->flags & kCodeInternal) {
    int64_t link = r[kFrameLink].as_int();
    if (link <= 0) break;
    r -= link;
  }
  Function* f = frame_function(r);
  Value globals = namespace_live_dict(vm, f->globals);
  return make_tuple(vm, {globals, frame_variables(vm, r, globals)});
}

/// compile_source(text, file, mode, own_locals)
Value compile_source_row(Leaf& vm, const Value* a) {
  std::string text;
  if (is_str(a[0])) {
    text = str_to_utf8(vm, a[0]);
  } else if (!bytes_like_copy(a[0], &text)) {
    return vm.type_error("compile() arg 1 must be a string, bytes or AST object");
  }
  return compile_source(vm, text, str_to_utf8(vm, a[1]), str_to_utf8(vm, a[2]), a[3].is_true());
}

/// function_of(code, globals): the function without parameters that runs the code.
Value function_of(Leaf& vm, const Value* a) {
  Value dict = a[1], names = Value::undefined();
  if (dict.as_object()->map == kMapInstanceDict) names = dict.as<Dict>()->owner;
  if (!is_kind(names, Kind::Namespace)) {
    Value name = dict_get_name(vm, dict, vm.types().name(NameId::Name));
    Value module = make_module(vm, is_str(name) ? str_intern(vm, name) : vm.intern("builtins"));
    names = module.as<Module>()->names;
    namespace_adopt_dict(vm, names, dict);
  }
  return function_of_code(vm, a[0], names);
}
Value free_count(Leaf& vm, const Value* a) {
  return vm.heap().make_int(static_cast<int64_t>(a[0].as<Code>()->body.get()->free_names.size()));
}

Value traceback_of(Caller& vm, const Value* a) { return vm.str(traceback_text(vm, a[0])); }

const BuiltinDef kRows[] = {
    HH_LEAF("_frame_info", "depth, /", frame_info, 0, "Code, line and globals of a frame."),
    HH_LEAF("_scope_of_caller", "", scope_of_caller, 0, "Globals and locals of a frame."),
    HH_LEAF("_compile_source", "text, file, mode, own_locals, /", compile_source_row, 0,
            "The code of a text."),
    HH_LEAF("_function_of", "code, globals, /", function_of, 0, "A function that runs code."),
    HH_LEAF("_free_count", "code, /", free_count, kBuiltinReadOnly, "How many free variables?"),
    HH_CALLER("_traceback_text", "exception, /", traceback_of, 0,
              "The exception as it is shown at the end of a program."),
};

}  // namespace

const BuiltinTable kFramePrimitives = builtin_table(kRows);

bool looks_at_frames(const BuiltinDef& def, uint32_t count) {
  if (def.leaf == frame_info || def.leaf == scope_of_caller) return true;
  if (count > 0) return false;
  for (const char* name : {"locals", "vars", "dir"}) {
    if (&def == find_row(kBuiltinFunctions, name)) return true;
  }
  return false;
}

}  // namespace hothouse
