// The compiler's entry, code units, emission and errors; see compiler_impl.h.
#include "core/bytecode/compiler.h"

#include "core/bytecode/compiler_impl.h"
#include "core/objects/callables.h"
#include "core/objects/str.h"
#include "core/syntax/source_text.h"

namespace hothouse {

Compiler::Compiler(Leaf& vm, std::string_view filename, std::shared_ptr<const std::string> source,
                   CompileMode mode)
    : vm_(vm), source_(std::move(source)), filename_(vm.str(filename)), mode_(mode) {
  is_placeholder_ = filename.substr(0, 1) == "<";
  may_have_walrus_ = source_ == nullptr || speaks_of(":=");
  may_see_locals_ = speaks_of("f_locals");
}

namespace {

bool defines_coroutine(const syntax::Scope& scope) {
  for (const syntax::Scope* child : scope.children) {
    if (child->is_coroutine || defines_coroutine(*child)) return true;
  }
  return false;
}

/// Is there a `yield` of a generator that its death must resume, for the sake of a handler?
bool must_be_closed(const CodeBody& body) {
  constexpr uint32_t kOthers = kCodeCoroutine | kCodeAsyncGenerator | kCodeInternal;
  if ((body.flags & (kCodeGenerator | kOthers)) != kCodeGenerator) return false;
  for (uint32_t pc = 0; pc < body.words.size();) {
    const Op op = body.words[pc].insn.op;
    if (op == Op::Yield && find_handler(&body, pc + 1) != nullptr) return true;
    pc += 1u + op_info(op).cache_words;
  }
  return false;
}

}  // namespace

/// Whoever is at a prompt may want to see them, too. `inspect` shows them only to those that ask
/// it.
bool Compiler::shows_variables(const syntax::Module& module) const {
  if (shows_values()) return true;
  if (!module.shows_variables || mode_ == CompileMode::Internal) return false;
  return mode_ != CompileMode::Library || !str_to_utf8(vm_, filename_).ends_with("/inspect.py");
}

CompileResult Compiler::run(const syntax::Module& module) {
  Unit unit;
  const bool library = mode_ == CompileMode::Internal || mode_ == CompileMode::Library;
  watches_objects_ = module.watches_objects && !library;
  closes_generators_ = module.closes_generators && !library && !is_text();
  has_coroutines_ = !library && !is_text() && defines_coroutine(*module.scope);
  begin_unit(unit, module.scope, is_text() ? kCodeClassBody : kCodeModule, 1);
  if (shows_variables(module)) unit.body->flags |= kCodeShowsVariables;
  loc_ = Position{1, 1, 0, 0};
  prologue();
  if (module.mode == syntax::ParseMode::Eval) {
    auto* value = syntax::node_cast<syntax::ExprStmt>(module.body[0]);
    Reg r = expr_any(value->value);
    emit(Op::Return, r);
  } else {
    setup_annotations(module.body);
    set_doc(module.body);
    if (!shows_values() && !unit.body->doc.is_none()) {
      Reg doc = alloc();
      expr_to(syntax::node_cast<syntax::ExprStmt>(module.body[0])->value, doc);
      emit(unit.has_namespace() ? Op::StoreName : Op::StoreGlobal, name_index("__doc__"), doc);
      unit.registers.release_to(doc);
    }
    body(module.body);
    return_none();
  }
  CompileResult result;
  Value code = end_unit();
  if (failed_) {
    result.error = std::move(error_);
  } else {
    result.code = code;
    result.warnings = std::move(warnings_);
  }
  return result;
}

// --- units

void Compiler::begin_unit(Unit& unit, syntax::Scope* scope, uint32_t flags, uint32_t first_line) {
  unit.parent = unit_;
  unit.scope = scope;
  unit.loc = loc_;
  unit.body = std::make_unique<CodeBody>();
  CodeBody& body = *unit.body;
  body.flags = flags | (mode_ == CompileMode::Internal ? kCodeInternal : 0u);
  body.first_line = static_cast<int32_t>(first_line);
  body.name = vm_.intern(scope->name);
  body.qualname = vm_.intern(scope->qualname);
  body.filename = filename_;
  body.doc = Value::none();
  // As CPython, which looks for the lines of a traceback in the file that the name names.
  if (!is_text() || !is_placeholder_) body.source = source_;
  begin_variables(unit);
  unit_ = &unit;
}

void Compiler::begin_variables(Unit& unit) {
  CodeBody& body = *unit.body;
  auto add_local = [&](std::string_view name) {
    if (unit.local_registers.size() >= Registers::kLimit) return;
    auto index = static_cast<uint16_t>(unit.local_registers.size());
    if (unit.local_registers.emplace(name, index).second) {
      body.local_names.push_back(vm_.intern(name));
    }
  };
  if (unit.scope->is_function_like()) {
    for (std::string_view name : unit.scope->locals) add_local(name);
  }
  for (std::string_view name : unit.scope->cells) {
    add_local(name);
    body.cell_names.push_back(vm_.intern(name));
  }
  for (std::string_view name : unit.scope->frees) {
    unit.free_indices.emplace(name, static_cast<uint16_t>(unit.free_indices.size()));
    body.free_names.push_back(vm_.intern(name));
  }
  unit.registers.set_locals(static_cast<uint32_t>(unit.local_registers.size()));
}

void Compiler::prologue() {
  const syntax::Scope& scope = *unit_->scope;
  if (unit_->body->flags & kCodeGenerator) emit(Op::StartGenerator);
  for (std::string_view name : scope.cells) {
    const syntax::Symbol* symbol = scope.find(name);
    Reg r = local_register(name);
    if (symbol == nullptr || !symbol->is_parameter) load_special(r, Value::Special::Undefined);
    emit(Op::MakeCell, r);
  }
  if (!scope.is_function_like()) return;
  // Whoever looks at all variables at once must not find what another frame left behind.
  bool looks_at_all = may_see_locals_;
  for (std::string_view name :
       {"locals", "vars", "dir", "eval", "exec", "breakpoint", "pdb", "set_trace"}) {
    looks_at_all = looks_at_all || scope.find(name) != nullptr;
  }
  if (looks_at_all) unit_->body->flags |= kCodeSeesLocals;
  for (std::string_view name : scope.locals) {
    const syntax::Symbol* symbol = scope.find(name);
    if (symbol == nullptr || symbol->is_parameter) continue;
    if (!symbol->needs_init && !looks_at_all) continue;
    if (symbol->resolution != syntax::Resolution::Local) continue;
    load_special(local_register(name), Value::Special::Undefined);
  }
}

Value Compiler::end_unit() {
  Unit& unit = *unit_;
  if (unit.registers.overflowed()) limit("local variables and temporaries");
  CodeBody* body = unit.body.release();
  body->register_count = static_cast<uint16_t>(unit.registers.max());
  unit.code.finish(*body);
  if (must_be_closed(*body)) body->flags |= kCodeClosing;
  register_code(vm_, body);
  unit_ = unit.parent;
  loc_ = unit.loc;
  return make_code(vm_, body);
}

void Compiler::return_none() {
  if (!unit_->code.reachable()) return;
  TemporaryScope temporaries(unit_->registers);
  Reg r = alloc();
  // No statement says so: the frame is on the line that it was on (is_implicit(), instrument.h).
  const Position statement = loc_;
  loc_.end_col = -1;
  load_special(r, Value::Special::None);
  emit(Op::Return, r);
  loc_ = statement;
}

void Compiler::set_doc(Stmts body) {
  if (body.empty()) return;
  auto* first = syntax::node_cast<syntax::ExprStmt>(body[0]);
  auto* text = first ? syntax::node_cast<syntax::Constant>(first->value) : nullptr;
  if (text == nullptr || text->constant != syntax::ConstantKind::Str) return;
  unit_->body->doc = vm_.str(text->text);
}

// --- emission

void Compiler::emit(Op op, uint32_t a, uint32_t b, uint32_t c, uint8_t x) {
  unit_->code.emit(
      Insn{op, x, static_cast<uint16_t>(a), static_cast<uint16_t>(b), static_cast<uint16_t>(c)},
      loc_);
}

void Compiler::emit_wide(Op op, uint32_t a, int32_t wide) {
  Insn insn{op, 0, static_cast<uint16_t>(a), 0, 0};
  insn.set_wide(wide);
  unit_->code.emit(insn, loc_);
}

void Compiler::jump(Label target) {
  unit_->code.emit_jump(Insn{Op::Jump, 0, 0, 0, 0}, target, loc_);
}

void Compiler::jump_back(Label target) {
  unit_->code.emit_jump(Insn{Op::JumpBack, 0, 0, 0, 0}, target, loc_);
}

void Compiler::jump_on(Op op, uint32_t a, Label target) { jump_on(op, a, 0, target); }

void Compiler::jump_on(Op op, uint32_t a, uint32_t b, Label target) {
  unit_->code.emit_jump(Insn{op, 0, static_cast<uint16_t>(a), static_cast<uint16_t>(b), 0}, target,
                        loc_);
}

void Compiler::move(Reg dst, Reg src) {
  if (dst != src) emit(Op::Move, dst, src);
}

void Compiler::load_special(Reg dst, Value::Special special) {
  emit(Op::LoadSpecial, dst, static_cast<uint32_t>(special));
}

void Compiler::load_int(Reg dst, int32_t value) { emit_wide(Op::LoadInt, dst, value); }

void Compiler::load_const(Reg dst, const Const& constant) {
  int32_t small;
  switch (constant.kind) {
    case Const::Kind::None:
      return load_special(dst, Value::Special::None);
    case Const::Kind::False:
      return load_special(dst, Value::Special::False);
    case Const::Kind::True:
      return load_special(dst, Value::Special::True);
    case Const::Kind::Ellipsis:
      return load_special(dst, Value::Special::Ellipsis);
    default:
      break;
  }
  if (constant.fits_signed(32, &small)) return load_int(dst, small);
  emit(Op::LoadConst, dst, const_index(constant));
}

void Compiler::load_intrinsic(Reg dst, Intrinsic intrinsic) {
  emit(Op::LoadIntrinsic, dst, static_cast<uint32_t>(intrinsic));
}

uint16_t Compiler::name_index(std::string_view name) {
  auto found = unit_->name_indices.find(std::string(name));
  if (found != unit_->name_indices.end()) return found->second;
  std::vector<Value>& names = unit_->body->names;
  if (names.size() > 0xffff) {
    limit("names");
    return 0;
  }
  auto index = static_cast<uint16_t>(names.size());
  names.push_back(vm_.intern(name));
  unit_->name_indices.emplace(name, index);
  return index;
}

uint16_t Compiler::const_index(const Const& constant) {
  std::string key = constant.key();
  auto found = unit_->constant_indices.find(key);
  if (found != unit_->constant_indices.end()) return found->second;
  uint16_t index = add_constant(constant.make(vm_));
  unit_->constant_indices.emplace(std::move(key), index);
  return index;
}

uint16_t Compiler::add_constant(Value value) {
  std::vector<Value>& constants = unit_->body->constants;
  if (constants.size() > 0xffff) {
    limit("constants");
    return 0;
  }
  constants.push_back(value);
  return static_cast<uint16_t>(constants.size() - 1);
}

Reg Compiler::alloc(uint32_t count) { return unit_->registers.allocate(count); }

void Compiler::set_loc(const syntax::SourceRange& range) { loc_ = position_of(range); }

void Compiler::set_loc_to_attribute(const syntax::Attribute& attribute) {
  auto end_line = static_cast<int32_t>(attribute.range.end.line);
  if (loc_.line == end_line) return;
  loc_.line = end_line;
  uint32_t length = syntax::count_code_points(attribute.attr);
  uint32_t end_col = attribute.range.end.byte_col;
  if (length <= end_col) {
    loc_.col = static_cast<int32_t>(end_col - length);
  } else {
    loc_.col = loc_.end_col = -1;
  }
}

// --- errors

std::string Compiler::source_line(uint32_t line) const {
  if (source_ == nullptr || line == 0) return "";
  size_t start = 0;
  for (uint32_t i = 1; i < line; ++i) {
    start = source_->find('\n', start);
    if (start == std::string::npos) return "";
    ++start;
  }
  size_t end = source_->find('\n', start);
  return source_->substr(start, end == std::string::npos ? end : end + 1 - start);
}

void Compiler::error(const syntax::SourceRange& range, std::string message) {
  if (failed_) return;
  failed_ = true;
  error_.kind = syntax::ErrorKind::SyntaxError;
  error_.message = std::move(message);
  error_.line = range.begin.line;
  error_.col = range.begin.byte_col + 1;  // in bytes, as CPython's compiler has it
  error_.end_line = range.end.line;
  error_.end_col = range.end.byte_col + 1;
  error_.text = source_line(range.begin.line);
}

void Compiler::unsupported(const syntax::SourceRange& range, const char* feature) {
  error(range, std::string(feature) + " are not supported by Hothouse");
}

void Compiler::limit(const char* what) {
  syntax::SourceRange range;
  range.begin.line = range.end.line = static_cast<uint32_t>(loc_.line);
  std::string name = unit_ ? std::string(unit_->scope->name) : std::string();
  error(range, "too many " + std::string(what) + " in '" + name + "' (the limit is 65535)");
}

CompileResult compile_module(Leaf& vm, const syntax::Module& module, std::string_view filename,
                             std::shared_ptr<const std::string> source, CompileMode mode) {
  return Compiler(vm, filename, std::move(source), mode).run(module);
}

}  // namespace hothouse
