// Primitives that look at the frames of the program, for exec(), warnings and tracebacks.
#include <memory>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/builtins/arguments.h"
#include "core/builtins/compile.h"
#include "core/builtins/frames.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/library.h"
#include "core/builtins/primitives/program_frames.h"
#include "core/builtins/tables.h"
#include "core/builtins/traceback_text.h"
#include "core/bytecode/assigned.h"
#include "core/bytecode/code.h"
#include "core/bytecode/liveness.h"
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/int.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/vm/frame.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

/// Functions of the library whose frames programs count on: see _count_frames_of.
using CountedBodies = std::unordered_set<const CodeBody*>;

const CountedBodies* counted_bodies(Vm& world) {
  auto found = world.library().module_state.find("counted frames");
  return found == world.library().module_state.end()
             ? nullptr
             : static_cast<const CountedBodies*>(found->second.get());
}

/// The frames from the innermost on that are not the library's own, or stand for some that programs
/// count on, until `take` is content.
template <class F>
void each_program_frame(Vm& world, F take) {
  Value* r = world.current_frame();
  auto pc = static_cast<uint32_t>(world.state.pc);
  const CountedBodies* counted = counted_bodies(world);
  for (uint64_t frames = world.state.depth; r != nullptr && frames > 0; --frames) {
    const CodeBody* body = frame_body(r);
    const bool counts =
        !(body->flags & kCodeInternal) || (counted != nullptr && counted->count(body) != 0);
    if (counts && take(ProgramFrame{r, pc})) return;
    pc = world.return_word(r).pc;
    int64_t link = r[kFrameLink].as_int();
    if (link <= 0) return;
    r -= link;
  }
}

}  // namespace

ProgramFrame program_frame(Vm& world, int64_t depth) {
  ProgramFrame found{nullptr, 0};
  each_program_frame(world, [&](ProgramFrame frame) {
    if (depth-- != 0) return false;
    found = frame;
    return true;
  });
  return found;
}

int64_t program_depth(Vm& world, const Value* r) {
  int64_t depth = 0;
  bool is_there = false;
  each_program_frame(world, [&](ProgramFrame frame) {
    is_there = frame.registers == r;
    depth += !is_there;
    return is_there;
  });
  return is_there ? depth : -1;
}

void forget_unknown(CodeBody& body, uint32_t pc, bool in_trace, std::vector<Value>& row) {
  if ((body.flags & kCodeSeesLocals) || row.empty()) return;
  const Assigned assigned(body);
  const Liveness& live = liveness_of(body);
  for (uint32_t k = 0; k < row.size(); ++k) {
    bool is_known = pc > 0 && pc <= body.words.size() && assigned.is_assigned(pc - 1, k);
    if (body.is_recorded) is_known = is_known && live.is_live(pc - 1, k);
    if (body.is_recorded && in_trace) is_known = is_known && k < body.parameter_count();
    if (!is_known) row[k] = Value::undefined();
  }
}

int32_t line_at(const CodeBody& body, uint32_t pc) {
  return pc > 0 && pc <= body.positions.size() ? body.positions[pc - 1].line : body.first_line;
}

Value frame_locals(Leaf& vm, const Value* r, uint32_t pc, Value globals) {
  CodeBody& body = *frame_body(r);
  if (body.flags & (kCodeSeesLocals | kCodeModule | kCodeClassBody)) {
    return frame_variables(vm, r, globals);
  }
  std::vector<Value> row(r, r + body.local_names.size());
  const ObservedFrame* observed = static_cast<Vm&>(vm).observed.find(r);
  if (observed == nullptr || !observed->is_exact) forget_unknown(body, pc, true, row);
  return variables_dict(vm, body, row.data(), frame_function(r)->closure);
}

namespace {

/// (code, line, globals, locals)
Value description(Leaf& vm, ProgramFrame frame) {
  const auto [r, pc] = frame;
  Function* f = frame_function(r);
  Value globals = namespace_live_dict(vm, f->globals);
  return make_tuple(vm, {f->code, Value::small_int(line_at(*f->body.get(), pc)), globals,
                         frame_locals(vm, r, pc, globals)});
}

/// frame_info(depth): (code, line, globals, locals) of the depth-th frame that is not the
/// library's own, or None.
Value frame_info(Leaf& vm, const Value* a) {
  int64_t depth = 0;
  if (!as_int64(a[0], &depth)) return Value::none();
  const ProgramFrame frame = program_frame(static_cast<Vm&>(vm), depth);
  return frame.registers == nullptr ? Value::none() : description(vm, frame);
}

/// frame_line(depth): (code, line), without that anything is read of its registers.
Value frame_line(Leaf& vm, const Value* a) {
  int64_t depth = 0;
  if (!as_int64(a[0], &depth)) return Value::none();
  const auto [r, pc] = program_frame(static_cast<Vm&>(vm), depth);
  if (r == nullptr) return Value::none();
  Function* f = frame_function(r);
  return make_tuple(vm, {f->code, Value::small_int(line_at(*f->body.get(), pc))});
}

/// The frame that runs a generator; null registers if none of the program's does.
ProgramFrame running_frame(Vm& world, Value generator) {
  ProgramFrame found{nullptr, 0};
  each_program_frame(world, [&](ProgramFrame frame) {
    const bool is_it = (frame_body(frame.registers)->flags & kCodeGenerator) != 0 &&
                       frame.registers[kFrameExtra] == generator;
    if (is_it) found = frame;
    return is_it;
  });
  return found;
}

/// The same of a generator that has not ended.
Value generator_frame(Leaf& vm, const Value* a) {
  auto* g = a[0].as<Generator>();
  const auto state = static_cast<GenState>(g->aux);
  if (state == GenState::Finished) return Value::none();
  auto* f = g->function.as<Function>();
  CodeBody& body = *f->body.get();
  if (state == GenState::Running) {
    const ProgramFrame frame = running_frame(static_cast<Vm&>(vm), a[0]);
    if (frame.registers != nullptr) return description(vm, frame);
  }
  const auto pc = static_cast<uint32_t>(g->resume_pc.as_int());
  const bool is_new = state == GenState::Created;
  std::vector<Value> row(body.local_names.size(), Value::undefined());
  if (state != GenState::Running) {
    // What a Yield has saved: see op_Yield.
    const Insn yield = body.insn_at(pc - 1);
    const uint32_t saved = yield.op == Op::Yield ? yield.c : body.parameter_count();
    for (uint32_t k = 0; k < row.size() && k < saved; ++k) row[k] = g->registers()[k];
    forget_unknown(body, pc, false, row);
  }
  const int32_t line = is_new ? body.first_line : line_at(body, pc);
  return make_tuple(vm, {f->code, Value::small_int(line), namespace_live_dict(vm, f->globals),
                         variables_dict(vm, body, row.data(), f->closure)});
}

/// What typing asks sys._getframe for is whether its caller is in the module abc.
Value count_frames_of(Leaf& vm, const Value* a) {
  std::shared_ptr<void>& state = vm.library().module_state["counted frames"];
  if (!state) state = std::make_shared<CountedBodies>();
  static_cast<CountedBodies*>(state.get())->insert(a[0].as<Function>()->body.get());
  return Value::none();
}

/// How many frames of the program there are.
Value frame_count(Leaf& vm, const Value*) {
  int64_t count = 0;
  each_program_frame(static_cast<Vm&>(vm), [&](ProgramFrame) {
    ++count;
    return false;
  });
  return Value::small_int(count);
}

/// The name of the module in which the calling code is.
Value caller_module(Leaf& vm, const Value*) {
  const Value* r = program_frame(static_cast<Vm&>(vm), 0).registers;
  if (r == nullptr) return vm.intern("__main__");
  Value globals = frame_function(r)->globals;
  Value name = is_kind(globals, Kind::Namespace)
                   ? namespace_get(vm, globals, vm.types().name(NameId::Name))
                   : Value::undefined();
  return name.is_undefined() ? Value::none() : name;
}

/// What SETUP_ANNOTATIONS does in CPython: an empty dict, unless the names have one. They are a
/// module's, a class body's, or any mapping that __prepare__ or exec() brought.
Value setup_annotations(Leaf& vm, const Value*) {
  const Value* r = static_cast<Vm&>(vm).current_frame();
  bool has_names = (frame_body(r)->flags & kCodeClassBody) != 0;
  Value names = has_names ? r[kFrameExtra] : frame_function(r)->globals;
  Value name = vm.types().name(NameId::Annotations);
  if (is_kind(names, Kind::Namespace)) {
    if (namespace_get(vm, names, name).is_undefined()) {
      namespace_set(vm, names, name, make_dict(vm));
    }
    return Value::none();
  }
  if (!is_dict(names)) return Value::undefined();
  int64_t at = dict_find(vm, names, name);
  if (at == kDictNeedsCall) return Value::undefined();
  if (at == kDictRaised) return Value::raised();
  if (at < 0) dict_set(vm, names, name, make_dict(vm));
  return Value::none();
}

/// What @types.coroutine does to a generator function. False for other functions.
Value make_awaitable(Leaf&, const Value* a) {
  CodeBody* body = a[0].as<Function>()->body.get();
  if ((body->flags & (kCodeCoroutine | kCodeAsyncGenerator)) || !(body->flags & kCodeGenerator)) {
    return Value::false_value();
  }
  body->flags |= kCodeIterableCoroutine;
  return Value::true_value();
}

/// traceback_type(): the library's own frames leave no traceback to ask for its type.
Value traceback_type(Leaf& vm, const Value*) { return vm.types().value(TypeId::Traceback); }

/// caller_names(): (globals, names) of the nearest frame that is not the library's own: two
/// namespaces, or a namespace and a dict of a function's variables.
Value caller_names(Leaf& vm, const Value*) {
  auto& world = static_cast<Vm&>(vm);
  auto [found, pc] = program_frame(world, 0);
  const Value* r = found;
  if (r == nullptr) {
    r = world.current_frame();
    pc = static_cast<uint32_t>(world.state.pc);
  }
  Value globals = frame_function(r)->globals;
  bool has_names = (frame_body(r)->flags & kCodeClassBody) != 0;
  Value names = has_names ? r[kFrameExtra] : frame_locals(vm, r, pc, globals);
  return make_tuple(vm, {globals, names});
}

Value free_count(Leaf& vm, const Value* a) {
  return vm.heap().make_int(static_cast<int64_t>(a[0].as<Code>()->body.get()->free_names.size()));
}

Value traceback_of(Caller& vm, const Value* a) {
  if (!is_exception_instance(vm, a[0])) return vm.type_error("not an exception");
  TracebackOptions options{.own = given(a[1]) && a[1].is_true()};
  if (given(a[2]) && !a[2].is_none() && !int64_argument(vm, a[2], &options.limit)) {
    return Value::raised();
  }
  if (given(a[3])) options.chain = a[3].is_true();
  return vm.str(traceback_text(vm, a[0], options));
}

const BuiltinDef kRows[] = {
    HH_LEAF("_frame_info", "depth, /", frame_info, 0, "Code, line, globals and locals of a frame."),
    HH_LEAF("_frame_line", "depth, /", frame_line, 0, "Code and line of a frame."),
    HH_LEAF("_count_frames_of", "function, /", count_frames_of, 0,
            "Makes sys._getframe count the frames of a function of the library."),
    HH_LEAF("_frame_count", "", frame_count, 0, "How many frames there are."),
    HH_LEAF("_generator_frame", "generator, /", generator_frame, 0,
            "Code, line, globals and locals of the frame of a generator."),
    HH_LEAF("_caller_names", "", caller_names, 0, "Namespaces of the caller's globals and names."),
    HH_LEAF("_caller_module", "", caller_module, kBuiltinReadOnly,
            "Name of the module of the calling code."),
    HH_LEAF("_free_count", "code, /", free_count, kBuiltinReadOnly, "How many free variables?"),
    HH_LEAF("__setup_annotations__", "", setup_annotations, kBuiltinPython,
            "Gives the frame's names an __annotations__ if they have none."),
    HH_LEAF("_make_awaitable", "function, /", make_awaitable, 0,
            "Lets `await` draw from the generators of a function."),
    HH_LEAF("_traceback_type", "", traceback_type, kBuiltinReadOnly, "The type of tracebacks."),
    HH_CALLER("_traceback_text", "exception, own=, limit=, chain=, /", traceback_of, 0,
              "The exception as the traceback module shows it, or as it is at a program's end."),
};

}  // namespace

const BuiltinTable kFramePrimitives = builtin_table(kRows);

bool changes_frames(const BuiltinDef& def) {
  static const BuiltinDef* const kForget = find_row(kFinalizerPrimitives, "_forget_dead_registers");
  if (&def == kForget) return true;
  if (find_row(kObservePrimitives, def.name) != &def) return false;
  const std::string_view name = def.name;
  return name == "_store_variables" || name == "_set_trace" || name == "_set_profile" ||
         name == "_set_inside";
}

bool looks_at_frames(const BuiltinDef& def, uint32_t count) {
  if (find_row(kObservePrimitives, def.name) == &def) return true;
  if (def.leaf == frame_info || def.leaf == frame_line || def.leaf == generator_frame ||
      def.leaf == frame_count || def.leaf == caller_names || def.leaf == caller_module)
    return true;
  if (count > 0) return false;
  for (const char* name : {"locals", "vars", "dir"}) {
    if (&def == find_row(kBuiltinFunctions, name)) return true;
  }
  return false;
}

}  // namespace hothouse
