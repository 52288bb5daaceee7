// Calls. The arguments are evaluated straight into the registers that become the callee's first.
//
//   window w:   w  callable | w+1 names of keyword arguments | w+2, w+3 | w+4 ... arguments
//
// A method call leaves w+4 to `self`, which load_method fills in or leaves undefined; its
// arguments begin at w+5 and only they are counted.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

/// The base of a window with room for `args` arguments. If dst is the topmost temporary, the
/// window begins there: the result replaces the callable.
Reg Compiler::window(Reg dst, uint32_t args) {
  if (is_temporary(dst) && dst + 1 == unit_->registers.top()) {
    alloc(3 + args);
    return dst;
  }
  return alloc(4 + args);
}

bool Compiler::has_star(Exprs args, Keywords keywords) {
  for (const syntax::Expr* arg : args) {
    if (arg->kind == syntax::ExprKind::Starred) return true;
  }
  for (const syntax::Keyword* keyword : keywords) {
    if (keyword->arg.empty()) return true;
  }
  return false;
}

void Compiler::call(const syntax::Call& e, Reg dst) {
  bool star = has_star(e.args, e.keywords);
  if (!star) {
    if (auto* method = syntax::node_cast<syntax::Attribute>(e.func)) {
      return method_call(e, *method, dst);
    }
    if (super_call(e, dst)) return;
  }
  warn_caller(e);
  Reg w = window(dst, 0);
  expr_to(e.func, w);
  if (star) return finish_call_ex(w, false, e.args, e.keywords, dst);
  finish_call(w, 0, e.args, e.keywords, dst);
}

void Compiler::method_call(const syntax::Call& e, const syntax::Attribute& method, Reg dst) {
  Reg w = window(dst, 1);
  Reg object = expr_any(method.value, {}, w);
  Position whole = loc_;
  set_loc(method.range);
  set_loc_to_attribute(method);
  emit(Op::LoadMethod, w, object, name_index(method.mangled));
  loc_ = whole;
  uint32_t count = 0;
  for (syntax::Expr* arg : e.args) {
    expr_to(arg, alloc());
    ++count;
  }
  for (syntax::Keyword* keyword : e.keywords) {
    expr_to(keyword->value, alloc());
    ++count;
  }
  call_names(w, e.keywords);
  set_loc_to_attribute(method);
  emit(e.keywords.empty() ? Op::CallMethod : Op::CallMethodKw, dst, w, count);
}

/// super() without arguments in a method: the class comes from the cell that the class body
/// shares with its methods. Anywhere else it is an ordinary call, and raises.
bool Compiler::super_call(const syntax::Call& e, Reg dst) {
  auto* name = syntax::node_cast<syntax::Name>(e.func);
  if (name == nullptr || name->id != "super" || !e.args.empty() || !e.keywords.empty()) {
    return false;
  }
  bool is_global = name->resolution == syntax::Resolution::GlobalImplicit ||
                   name->resolution == syntax::Resolution::GlobalExplicit;
  if (!is_global || !unit_->is_function() || unit_->body->positional_count == 0) return false;
  auto cell = unit_->free_indices.find("__class__");

  Reg w = window(dst, 2);
  load_intrinsic(w, Intrinsic::ZeroArgSuper);
  if (cell == unit_->free_indices.end()) {
    load_special(w + 4, Value::Special::None);  // super() will say that there is no class
  } else {
    emit(Op::LoadFree, w + 4, cell->second, name_index("__class__"));
  }
  std::string_view first = unit_->scope->locals[0];
  const syntax::Symbol* symbol = unit_->scope->find(first);
  if (symbol != nullptr && symbol->resolution == syntax::Resolution::Cell) {
    emit(Op::LoadCell, w + 5, 0, name_index(first));
  } else {
    move(w + 5, 0);
  }
  emit(Op::Call, dst, w, 2);
  return true;
}

void Compiler::call_names(Reg w, Keywords keywords) {
  if (keywords.empty()) return;
  std::vector<Const> names;
  for (const syntax::Keyword* keyword : keywords) {
    names.push_back(Const::of_text(std::string(keyword->arg)));
  }
  load_const(w + 1, Const::tuple(std::move(names)));
}

void Compiler::finish_call(Reg w, uint32_t count, Exprs args, Keywords keywords, Reg dst) {
  for (syntax::Expr* arg : args) {
    expr_to(arg, alloc());
    ++count;
  }
  for (syntax::Keyword* keyword : keywords) {
    expr_to(keyword->value, alloc());
    ++count;
  }
  call_names(w, keywords);
  emit(keywords.empty() ? Op::Call : Op::CallKw, dst, w, count);
}

/// The dict of keyword arguments lies at w+5, so that dict_merge finds the callable for its
/// messages five registers below.
void Compiler::finish_call_ex(Reg w, bool seeded, Exprs args, Keywords keywords, Reg dst) {
  Reg positional = w + 4;
  if (!seeded) alloc();
  bool single_star = !seeded && args.size() == 1 && args[0]->kind == syntax::ExprKind::Starred;
  if (single_star) {
    expr_to(syntax::as<syntax::Starred>(args[0]).value, positional);
  } else {
    size_t plain = 0;
    if (!seeded) {
      while (plain < args.size() && args[plain]->kind != syntax::ExprKind::Starred) ++plain;
      if (plain == args.size()) {
        // No star among the positional ones: a tuple at once.
        TemporaryScope temporaries(unit_->registers);
        Reg row = alloc(static_cast<uint32_t>(plain));
        for (size_t i = 0; i < plain; ++i) expr_to(args[i], row + static_cast<Reg>(i));
        emit(Op::BuildTuple, positional, plain == 0 ? positional : row,
             static_cast<uint32_t>(plain));
      } else {
        plain = 0;
        emit(Op::BuildTuple, positional, positional, 0);
      }
    }
    if (seeded) {
      append_elements(positional, args.subspan(plain));
      emit(Op::ListToTuple, positional, positional);
    } else {
      extend_tuple(positional, args.subspan(plain));
    }
  }
  Reg dict = alloc();
  if (keywords.empty()) {
    load_special(dict, Value::Special::Undefined);
  } else {
    keyword_dict(keywords, dict);
  }
  emit(Op::CallEx, dst, w);
}

void Compiler::keyword_dict(Keywords keywords, Reg dict) {
  bool begun = false;
  for (size_t i = 0; i < keywords.size();) {
    TemporaryScope temporaries(unit_->registers);
    if (keywords[i]->arg.empty()) {
      if (!begun) emit(Op::BuildDict, dict, dict, 0);
      emit(Op::DictMerge, dict, expr_any(keywords[i]->value), 1);
      ++i;
    } else {
      // A run of name=value pairs; merged as a whole, so that a repeated name is noticed.
      size_t end = i;
      while (end < keywords.size() && !keywords[end]->arg.empty()) ++end;
      auto count = static_cast<uint32_t>(end - i);
      Reg run = begun ? alloc() : dict;
      Reg row = alloc(2 * count);
      for (uint32_t k = 0; k < count; ++k) {
        load_text(row + 2 * k, keywords[i + k]->arg);
        expr_to(keywords[i + k]->value, row + 2 * k + 1);
      }
      emit(Op::BuildDict, run, row, count);
      if (begun) emit(Op::DictMerge, dict, run, 1);
      i = end;
    }
    begun = true;
  }
}

}  // namespace hothouse
