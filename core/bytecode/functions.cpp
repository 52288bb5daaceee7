// def and lambda: defaults, annotations, closures, decorators.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

uint32_t Compiler::function_flags(const syntax::Scope& scope) const {
  uint32_t flags = 0;
  if (scope.is_generator || scope.is_coroutine) flags |= kCodeGenerator;
  if (scope.is_coroutine) flags |= scope.is_generator ? kCodeAsyncGenerator : kCodeCoroutine;
  for (const syntax::Scope* s = scope.parent; s != nullptr; s = s->parent) {
    if (s->is_function_like()) flags |= kCodeNested;
  }
  return flags;
}

uint32_t Compiler::first_line(const syntax::Stmt& s, Exprs decorators) {
  return decorators.empty() ? s.range.begin.line : decorators[0]->range.begin.line;
}

void Compiler::parameters(CodeBody& body, const syntax::Arguments& args) {
  body.positional_only_count = static_cast<uint16_t>(args.posonlyargs.size());
  body.positional_count = static_cast<uint16_t>(args.posonlyargs.size() + args.args.size());
  body.keyword_only_count = static_cast<uint16_t>(args.kwonlyargs.size());
  if (args.vararg != nullptr) body.flags |= kCodeVarArgs;
  if (args.kwarg != nullptr) body.flags |= kCodeVarKeywords;
}

/// Positional defaults into a tuple at w, keyword defaults into a dict at w+1. The bits of
/// make_function for what there is.
uint8_t Compiler::defaults(const syntax::Arguments& args, Reg w) {
  uint8_t flags = 0;
  if (!args.defaults.empty()) {
    flags |= 1;
    TemporaryScope temporaries(unit_->registers);
    Const known;
    if (fold_items(vm_, args.defaults, known.items)) {
      known.kind = Const::Kind::Tuple;
      load_const(w, known);
    } else {
      auto count = static_cast<uint32_t>(args.defaults.size());
      Reg row = alloc(count);
      for (uint32_t i = 0; i < count; ++i) expr_to(args.defaults[i], row + i);
      emit(Op::BuildTuple, w, row, count);
    }
  }
  std::vector<size_t> given;
  for (size_t i = 0; i < args.kw_defaults.size(); ++i) {
    if (args.kw_defaults[i] != nullptr) given.push_back(i);
  }
  if (!given.empty()) {
    flags |= 2;
    TemporaryScope temporaries(unit_->registers);
    auto count = static_cast<uint32_t>(given.size());
    Reg row = alloc(2 * count);
    for (uint32_t i = 0; i < count; ++i) {
      load_text(row + 2 * i, args.kwonlyargs[given[i]]->name->mangled);
      expr_to(args.kw_defaults[given[i]], row + 2 * i + 1);
    }
    emit(Op::BuildDict, w + 1, row, count);
  }
  return flags;
}

bool Compiler::annotations(const syntax::Arguments& args, syntax::Expr* returns, Reg dst) {
  struct Annotation {
    std::string_view name;
    syntax::Expr* expr;
  };
  std::vector<Annotation> all;
  auto add = [&](const syntax::Arg* arg) {
    if (arg != nullptr && arg->annotation != nullptr) {
      all.push_back({arg->name->mangled, arg->annotation});
    }
  };
  // CPython's order, which shows in __annotations__.
  for (const syntax::Arg* arg : args.args) add(arg);
  for (const syntax::Arg* arg : args.posonlyargs) add(arg);
  add(args.vararg);
  for (const syntax::Arg* arg : args.kwonlyargs) add(arg);
  add(args.kwarg);
  if (returns != nullptr) all.push_back({"return", returns});
  if (all.empty()) return false;
  TemporaryScope temporaries(unit_->registers);
  auto count = static_cast<uint32_t>(all.size());
  Reg row = alloc(2 * count);
  for (uint32_t i = 0; i < count; ++i) {
    load_text(row + 2 * i, all[i].name);
    annotation_to(all[i].expr, row + 2 * i + 1);
  }
  emit(Op::BuildDict, dst, row, count);
  return true;
}

/// Under `from __future__ import annotations` an annotation is its own text.
void Compiler::annotation_to(syntax::Expr* annotation, Reg dst) {
  if (future_annotations_) return load_text(dst, unparse(annotation));
  auto* star = syntax::node_cast<syntax::Starred>(annotation);
  if (star == nullptr) return expr_to(annotation, dst);
  // def f(*args: *Ts): the one element of what Ts unpacks to.
  expr_to(star->value, dst);
  emit(Op::Unpack, dst, dst, 1);
}

bool Compiler::closure(const syntax::Scope& scope, Reg dst) {
  if (scope.frees.empty()) return false;
  TemporaryScope temporaries(unit_->registers);
  auto count = static_cast<uint32_t>(scope.frees.size());
  Reg row = alloc(count);
  for (uint32_t i = 0; i < count; ++i) load_closure_cell(scope.frees[i], row + i);
  emit(Op::BuildTuple, dst, row, count);
  return true;
}

void Compiler::make_function(Value code, uint8_t flags, Reg w, Reg dst) {
  emit(Op::MakeFunction, dst, add_constant(code), flags == 0 ? 0 : w, flags);
}

/// For each decorator a window, its callable in place; the windows lie in each other's argument.
std::vector<Reg> Compiler::begin_decorators(Exprs decorators) {
  std::vector<Reg> windows;
  for (syntax::Expr* decorator : decorators) {
    windows.push_back(alloc(4));
    expr_to(decorator, windows.back());
  }
  return windows;
}

/// Calls the innermost decorator, in whose argument register the function or class lies, and so
/// on. The result is in the outermost window's first register.
void Compiler::apply_decorators(Exprs decorators, const std::vector<Reg>& windows) {
  for (size_t i = decorators.size(); i-- > 0;) {
    set_loc(decorators[i]->range);
    Reg result = i == 0 ? windows[0] : windows[i - 1] + 4;
    emit(Op::Call, result, windows[i], 1);
  }
}

void Compiler::function_def(const syntax::FunctionDef& s) {
  Position statement = loc_;
  std::vector<Reg> windows = begin_decorators(s.decorators);
  loc_ = statement;
  Reg local = local_target(s.name);
  Reg function = windows.empty() && local != kNone ? local : alloc();
  {
    TemporaryScope temporaries(unit_->registers);
    Reg w = alloc(4);
    uint8_t flags = defaults(*s.args, w);
    if (annotations(*s.args, s.returns, w + 2)) flags |= 4;
    Value code = compile_def(s);
    if (closure(*s.scope, w + 3)) flags |= 8;
    make_function(code, flags, w, function);
  }
  if (!windows.empty()) {
    apply_decorators(s.decorators, windows);
    function = windows[0];
  }
  loc_ = statement;
  store_name(*s.name, function);
}

Value Compiler::compile_def(const syntax::FunctionDef& s) {
  Unit unit;
  begin_unit(unit, s.scope, function_flags(*s.scope), first_line(s, s.decorators));
  parameters(*unit.body, *s.args);
  prologue();
  set_doc(s.body);
  body(s.body.subspan(unit.body->doc.is_none() ? 0 : 1));
  return_none();
  return end_unit();
}

void Compiler::lambda(const syntax::Lambda& e, Reg dst) {
  Reg w = alloc(4);
  uint8_t flags = defaults(*e.args, w);
  Value code = compile_lambda(e);
  if (closure(*e.scope, w + 3)) flags |= 8;
  make_function(code, flags, w, dst);
}

Value Compiler::compile_lambda(const syntax::Lambda& e) {
  Unit unit;
  begin_unit(unit, e.scope, function_flags(*e.scope), e.range.begin.line);
  parameters(*unit.body, *e.args);
  prologue();
  TemporaryScope temporaries(unit.registers);
  Reg value = expr_any(e.body);
  emit(Op::Return, value);
  return end_unit();
}

}  // namespace hothouse
