// code.replace(...): the same instructions under other names, in another file, on other lines, or
// with other constants. What would need other instructions is refused. And code.co_code,
// co_positions() and co_lines(), which say what the instructions are and where they come from.
#include <algorithm>
#include <string>

#include "core/builtins/arguments.h"
#include "core/builtins/library.h"
#include "core/builtins/types/code_replace.h"
#include "core/builtins/types/shared.h"
#include "core/bytecode/disassembler.h"
#include "core/bytecode/instrument.h"
#include "core/objects/bytes.h"
#include "core/objects/callables.h"
#include "core/objects/list.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

/// A body of its own, which has never run: without what inline caches and traces know.
CodeBody* copy_body(const CodeBody& from) {
  auto* body = new CodeBody(from);
  body->call_heat = 0;
  body->entry_unit = 0;
  body->is_called = body->is_recorded = false;
  body->words = original_words(from);
  body->instruments = nullptr;
  for (size_t pc = 0; pc < body->words.size();) {
    const uint32_t cache_words = op_info(body->words[pc].insn.op).cache_words;
    for (uint32_t i = 1; i <= cache_words; ++i) body->words[pc + i].cache = 0;
    pc += 1 + cache_words;
  }
  return body;
}

bool take_text(Leaf& vm, const char* what, Value given_value, Value* field) {
  if (!given(given_value)) return true;
  const Value text = unwrap(vm, given_value);
  if (!is_str(text)) {
    vm.type_error(std::string("replace() argument '") + what + "' must be str, not " +
                  type_name_of(vm, given_value));
    return false;
  }
  *field = str_intern(vm, text);
  return true;
}

/// Of as many as there were.
bool take_values(Leaf& vm, const char* what, Value given_value, bool names,
                 std::vector<Value>* row) {
  if (!given(given_value)) return true;
  const Value values = unwrap(vm, given_value);
  if (!is_tuple(values)) {
    vm.type_error(std::string("replace() argument '") + what + "' must be tuple, not " +
                  type_name_of(vm, given_value));
    return false;
  }
  if (tuple_length(values) != row->size()) {
    vm.raise(TypeId::NotImplementedError,
             std::string("Hothouse replaces ") + what + " only by as many as there were");
    return false;
  }
  for (uint64_t i = 0; i < row->size(); ++i) {
    Value v = tuple_get(values, i);
    if (names && !is_str(v)) {
      vm.type_error(std::string("name tuples must contain only strings, not '") +
                    type_name_of(vm, v) + "'");
      return false;
    }
    (*row)[i] = names ? str_intern(vm, v) : v;
  }
  return true;
}

void move_lines(CodeBody* body, int32_t first_line) {
  const int32_t by = first_line - body->first_line;
  body->first_line = first_line;
  for (Position& p : body->positions) {
    p.line += by;
    p.end_line += by;
  }
  for (PassedLine& p : body->passed_lines) p.line += by;
}

/// A copy with copies of the code that stands in it.
Value copy_code(Leaf& vm, Value code) {
  CodeBody* body = copy_body(*code.as<Code>()->body.get());
  for (Value& v : body->constants) {
    if (is_kind(v, Kind::Code)) v = copy_code(vm, v);
  }
  body->copied_from = code;
  register_code(vm, body);
  return make_code(vm, body);
}

}  // namespace

bool belongs_to_globals(const CodeBody& body) {
  for (Value v : body.constants) {
    if (is_kind(v, Kind::Code)) return true;
  }
  for (size_t pc = 0; pc < body.words.size(); pc += 1 + op_info(body.insn_at(pc).op).cache_words) {
    Op op = body.insn_at(pc).op;
    if (op == Op::LoadGlobal || op == Op::StoreGlobal || op == Op::DeleteGlobal) return true;
  }
  return false;
}

Value code_with_globals(Leaf& vm, Value code, Value names) {
  CodeBody* body = code.as<Code>()->body.get();
  if (!body->copied_from.is_undefined()) {
    code = body->copied_from;
    body = code.as<Code>()->body.get();
  }
  if (!belongs_to_globals(*body)) return code;
  Value& copies = vm.library().cache["copies of code " + std::to_string(body->id)];
  if (!is_list(copies)) copies = make_list(vm);
  for (uint64_t i = 0; i < list_length(copies); ++i) {
    const Value row = list_get(vm, copies, i);
    if (tuple_get(row, 0) == names) return tuple_get(row, 1);
  }
  const Value copy = copy_code(vm, code);
  list_append(vm, copies, make_tuple(vm, {names, copy}));
  return copy;
}

Value code_replace(Leaf& vm, const Value* a) {
  enum : uint8_t {
    kSelf,
    kName,
    kQualname,
    kFilename,
    kFirstLine,
    kFlags,
    kConsts,
    kVarNames,
    kFreeVars,
    kCellVars,
    kOthers
  };
  for (int i = kOthers; i < kOthers + 7; ++i) {
    if (given(a[i])) {
      return vm.raise(TypeId::NotImplementedError,
                      "Hothouse's code has other instructions than CPython's: replace() changes "
                      "names, lines, constants and what marks a coroutine");
    }
  }
  int64_t line = 0, flags = 0;
  for (int i : {kFirstLine, kFlags}) {
    if (given(a[i]) && !as_int64(a[i], i == kFlags ? &flags : &line)) {
      return vm.type_error("'" + type_name_of(vm, a[i]) +
                           "' object cannot be interpreted as an integer");
    }
  }
  CodeBody* body = copy_body(*a[kSelf].as<Code>()->body.get());
  // As many as co_varnames has: those that are no cells, and parameters.
  auto is_shown = [&](size_t i) {
    const std::vector<Value>& cells = body->cell_names;
    return i < body->parameter_count() ||
           std::find(cells.begin(), cells.end(), body->local_names[i]) == cells.end();
  };
  std::vector<Value> variables;
  std::vector<size_t> shown;
  for (size_t i = 0; i < body->local_names.size(); ++i) {
    if (!is_shown(i)) continue;
    shown.push_back(i);
    variables.push_back(body->local_names[i]);
  }
  const bool fits = take_text(vm, "co_name", a[kName], &body->name) &&
                    take_text(vm, "co_qualname", a[kQualname], &body->qualname) &&
                    take_text(vm, "co_filename", a[kFilename], &body->filename) &&
                    take_values(vm, "co_consts", a[kConsts], false, &body->constants) &&
                    take_values(vm, "co_varnames", a[kVarNames], true, &variables) &&
                    take_values(vm, "co_freevars", a[kFreeVars], true, &body->free_names) &&
                    take_values(vm, "co_cellvars", a[kCellVars], true, &body->cell_names);
  if (!fits) {
    delete body;
    return Value::raised();
  }
  for (size_t k = 0; k < shown.size(); ++k) body->local_names[shown[k]] = variables[k];
  if (given(a[kFirstLine])) move_lines(body, static_cast<int32_t>(line));
  if (given(a[kFlags])) {
    constexpr int64_t kIterable = 0x100;
    body->flags = (flags & kIterable) != 0 ? body->flags | kCodeIterableCoroutine
                                           : body->flags & ~uint32_t{kCodeIterableCoroutine};
  }
  register_code(vm, body);
  return make_code(vm, body);
}

Value code_bytes(Leaf& vm, const Value* a) {
  const CodeBody& body = *a[0].as<Code>()->body.get();
  std::string bytes(2 * body.words.size(), '\0');
  for (uint32_t pc = 0; pc < body.words.size(); pc = next_pc(body, pc)) {
    bytes[size_t{2} * pc] = static_cast<char>(body.insn_at(pc).op);
    bytes[size_t{2} * pc + 1] = static_cast<char>(body.words[pc].insn.a);
  }
  return make_bytes(vm, bytes);
}

Value code_positions(Leaf& vm, const Value* a) {
  Value row = make_list(vm);
  for (const Position& p : a[0].as<Code>()->body.get()->positions) {
    const bool known = p.end_col >= 0;
    Value at = make_tuple(
        vm, {Value::small_int(p.line), known ? Value::small_int(p.end_line) : Value::none(),
             known ? Value::small_int(p.col) : Value::none(),
             known ? Value::small_int(p.end_col) : Value::none()});
    list_append(vm, row, at);
  }
  return builtin_iterator(vm, row);
}

/// Lines that have no instruction have an empty range.
Value code_lines(Leaf& vm, const Value* a) {
  Value row = make_list(vm);
  const CodeBody& body = *a[0].as<Code>()->body.get();
  const std::vector<Position>& positions = body.positions;
  auto add = [&](size_t start, size_t end, int32_t line) {
    list_append(
        vm, row,
        make_tuple(vm, {Value::small_int(static_cast<int64_t>(2 * start)),
                        Value::small_int(static_cast<int64_t>(2 * end)), Value::small_int(line)}));
  };
  // What a frame begins with has no word here.
  const bool is_module = (body.flags & kCodeModule) != 0;
  if (is_module || positions[0].line != body.first_line) add(0, 0, is_module ? 0 : body.first_line);
  for (size_t start = 0; start < positions.size();) {
    size_t end = start + 1;
    while (end < positions.size() && positions[end].line == positions[start].line) ++end;
    for (const PassedLine& p : body.passed_lines) {
      if (start <= p.pc && p.pc < end) add(start, start, p.line);
    }
    add(start, end, positions[start].line);
    start = end;
  }
  return builtin_iterator(vm, row);
}

}  // namespace hothouse
