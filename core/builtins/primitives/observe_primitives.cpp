// Primitives behind the objects of frames and trace functions (python/_frames.py).
#include "core/builtins/arguments.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/primitives/program_frames.h"
#include "core/builtins/tables.h"
#include "core/bytecode/instrument.h"
#include "core/objects/dict.h"
#include "core/objects/instance.h"
#include "core/objects/namespace.h"
#include "core/objects/tuple.h"
#include "core/vm/threads.h"
#include "core/vm/tracing.h"

namespace hothouse {
namespace {

Vm& world(Leaf& vm) { return static_cast<Vm&>(vm); }

Tracing& tracing(Leaf& vm) {
  Vm& w = world(vm);
  if (w.tracing == nullptr) w.tracing = std::make_unique<Tracing>(w);
  return *w.tracing;
}

/// The object of the depth-th frame of the program; (code, globals, function) if it has none yet;
/// None if there is no such frame.
Value observed(Leaf& vm, const Value* a) {
  int64_t depth = 0;
  if (!int64_argument(vm, a[0], &depth)) return Value::raised();
  Value* r = program_frame(world(vm), depth).registers;
  if (r == nullptr) return Value::none();
  if (const ObservedFrame* f = world(vm).observed.find(r)) return f->object;
  Function* f = frame_function(r);
  return make_tuple(vm, {f->code, namespace_live_dict(vm, f->globals), Value::from_object(f)});
}

Value observe(Leaf& vm, const Value* a) {
  int64_t depth = 0;
  if (!int64_argument(vm, a[0], &depth)) return Value::raised();
  const auto [r, pc] = program_frame(world(vm), depth);
  if (r != nullptr) world(vm).observed.observe(r, a[1]).line = line_at(*frame_body(r), pc);
  return Value::none();
}

/// The line that a frame is on, or None if it runs no longer.
Value observed_line(Leaf& vm, const Value* a) {
  uint32_t pc = 0;
  Value* r = world(vm).observed.find_live(a[0], &pc);
  if (r == nullptr) return Value::none();
  const CodeBody& body = *frame_body(r);
  const ObservedFrame& f = *world(vm).observed.find(r);
  if (f.passed_line != 0) return Value::small_int(f.passed_line);
  if (pc > 0 && !f.at_start && f.line > 0 && is_implicit(body, pc - 1)) {
    return Value::small_int(f.line);
  }
  const bool at_start = f.at_start;
  const int32_t first = body.name == vm.intern("<module>") ? 0 : body.first_line;
  return Value::small_int(at_start ? first : line_at(body, pc));
}

Value observed_depth(Leaf& vm, const Value* a) {
  uint32_t pc = 0;
  Value* r = world(vm).observed.find_live(a[0], &pc);
  return r == nullptr ? Value::none() : Value::small_int(program_depth(world(vm), r));
}

Value attribute(Leaf& vm, Value object, const char* name) {
  return instance_get(vm, object, vm.intern(name));
}

/// The variables of a frame that has been left, of what it has left.
Value variables_of_row(Leaf& vm, Value frame) {
  const Value row = attribute(vm, frame, "_row");
  const Value function = attribute(vm, frame, "_function");
  if (is_kind(row, Kind::Namespace)) return namespace_live_dict(vm, row);
  if (!is_tuple(row) || !is_kind(function, Kind::Function))
    return is_dict(row) ? row : Value::none();
  CodeBody& body = *function.as<Function>()->body.get();
  std::vector<Value> registers(body.local_names.size(), Value::undefined());
  for (size_t k = 0; k < registers.size() && k < tuple_length(row); ++k) {
    registers[k] = tuple_get(row, k);
  }
  const Value pc = attribute(vm, frame, "_pc");
  const bool is_told = tuple_length(row) > registers.size();  // Recorder::frame_row
  if (!is_told && !attribute(vm, frame, "_exact").is_true()) {
    forget_unknown(body, pc.is_int() ? static_cast<uint32_t>(pc.as_int()) : 0, false, registers);
  }
  return variables_dict(vm, body, registers.data(), function.as<Function>()->closure);
}

/// A new dict of a function's variables, or the names of a module or class as they are.
Value frame_variables_of(Leaf& vm, const Value* a) {
  uint32_t pc = 0;
  Value* r = world(vm).observed.find_live(a[0], &pc);
  if (r == nullptr) return variables_of_row(vm, a[0]);
  return frame_locals(vm, r, pc, namespace_live_dict(vm, frame_function(r)->globals));
}

bool is_cell_variable(const CodeBody& body, Value name) {
  for (Value v : body.cell_names) {
    if (v == name) return true;
  }
  return false;
}

void store_cell(Leaf& vm, Value cell, Value v) {
  vm.heap().write_barrier(cell.as_object());
  cell.as<Cell>()->value = v;
}

/// store_variables(frame, dict): what a trace function has put into f_locals is what the frame goes
/// on with.
Value store_variables(Leaf& vm, const Value* a) {
  uint32_t pc = 0;
  Value* r = world(vm).observed.find_live(a[0], &pc);
  if (r == nullptr || !is_dict(a[1])) return Value::none();
  const CodeBody& body = *frame_body(r);
  if (body.flags & (kCodeModule | kCodeClassBody)) return Value::none();
  const bool is_exact = world(vm).observed.find(r)->is_exact || (body.flags & kCodeSeesLocals) != 0;
  for (size_t k = 0; k < body.local_names.size(); ++k) {
    const Value name = body.local_names[k];
    const StrView text = str_view(vm, name);
    if (text.length != 0 && text[0] == '.') continue;
    const int64_t at = dict_find(vm, a[1], name);
    if (at < 0 && !is_exact) continue;
    const Value v = at < 0 ? Value::undefined() : dict_value_at(a[1], static_cast<uint64_t>(at));
    if (is_kind(r[k], Kind::Cell) && is_cell_variable(body, name)) {
      store_cell(vm, r[k], v);
    } else {
      r[k] = v;
    }
  }
  const Value closure = frame_function(r)->closure;
  for (size_t k = 0; is_tuple(closure) && k < body.free_names.size(); ++k) {
    const int64_t at = dict_find(vm, a[1], body.free_names[k]);
    if (at >= 0)
      store_cell(vm, tuple_get(closure, k), dict_value_at(a[1], static_cast<uint64_t>(at)));
  }
  return Value::none();
}

/// The object that a suspended generator's frame had.
Value suspended_frame(Leaf& vm, const Value* a) {
  const Value object = world(vm).observed.suspended(a[0]);
  return object.is_undefined() ? Value::none() : object;
}

Value keep_traceback_frame(Leaf& vm, const Value* a) {
  vm.heap().write_barrier(a[0].as_object());
  a[0].as<Traceback>()->frame = a[1];
  return Value::none();
}

Value set_trace(Leaf& vm, const Value* a) {
  tracing(vm).set_functions(a[1], a[2]);
  tracing(vm).set_trace(a[0]);
  return Value::none();
}
Value set_profile(Leaf& vm, const Value* a) {
  tracing(vm).set_functions(a[1], a[2]);
  tracing(vm).set_profile(a[0]);
  return Value::none();
}
Value trace_function(Leaf& vm, const Value*) {
  return world(vm).tracing == nullptr ? Value::none() : tracing(vm).trace();
}
Value profile_function(Leaf& vm, const Value*) {
  return world(vm).tracing == nullptr ? Value::none() : tracing(vm).profile();
}
Value set_inside(Leaf& vm, const Value* a) {
  int64_t n = 0;
  if (!int64_argument(vm, a[0], &n)) return Value::raised();
  return Value::small_int(tracing(vm).set_inside(static_cast<uint32_t>(n)));
}

const BuiltinDef kRows[] = {
    HH_LEAF("_observed", "depth, /", observed, 0, "The object of a frame, or what it is made of."),
    HH_LEAF("_observe", "depth, frame, /", observe, 0, "Gives a frame its object."),
    HH_LEAF("_observed_line", "frame, /", observed_line, 0, "The line of a frame that runs."),
    HH_LEAF("_observed_depth", "frame, /", observed_depth, 0, "How far out a frame lies."),
    HH_LEAF("_frame_variables", "frame, /", frame_variables_of, 0, "The variables of a frame."),
    HH_LEAF("_store_variables", "frame, variables, /", store_variables, 0,
            "Sets the variables of a frame that runs."),
    HH_LEAF("_suspended_object", "generator, /", suspended_frame, 0,
            "The object of a suspended generator's frame."),
    HH_LEAF("_keep_traceback_frame", "traceback, frame, /", keep_traceback_frame, 0,
            "Gives an entry of a traceback its frame's object."),
    HH_LEAF("_set_trace", "function, make_frame, deliver, /", set_trace, 0,
            "Sets the thread's trace function."),
    HH_LEAF("_set_profile", "function, make_frame, deliver, /", set_profile, 0,
            "Sets the thread's profile function."),
    HH_LEAF("_trace_function", "", trace_function, 0, "The thread's trace function."),
    HH_LEAF("_profile_function", "", profile_function, 0, "The thread's profile function."),
    HH_LEAF("_set_inside", "count, /", set_inside, 0,
            "In how many trace functions the thread is; what it was."),
};

}  // namespace

const BuiltinTable kObservePrimitives = builtin_table(kRows);

}  // namespace hothouse
