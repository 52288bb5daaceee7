// Displays: [a, *b], (a, b), {a, b}, {k: v, **m}, and f-strings.
//
// The elements are evaluated into a row of registers and built in one go; long displays are begun
// that way and appended to, so that a table of a thousand rows does not need a thousand registers.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {
namespace {

constexpr size_t kRow = 30;        // elements built in one go (ops/machine.h: kMaxDisplay)
constexpr size_t kPairs = 16;      // pairs of a dict built in one go
constexpr size_t kConstants = 16;  // a longer list of constants is copied from a tuple

bool is_starred(const syntax::Expr* e) { return e->kind == syntax::ExprKind::Starred; }

/// How many elements the first row takes: up to the first starred one, or kRow.
size_t row_length(std::span<syntax::Expr*> elements) {
  size_t n = 0;
  while (n < elements.size() && n < kRow && !is_starred(elements[n])) ++n;
  return n;
}

}  // namespace

void Compiler::append_elements(Reg list, Exprs elements) {
  for (syntax::Expr* element : elements) {
    TemporaryScope temporaries(unit_->registers);
    if (auto* starred = syntax::node_cast<syntax::Starred>(element)) {
      emit(Op::ListExtend, list, expr_any(starred->value));
    } else {
      emit(Op::ListAppend, list, expr_any(element));
    }
  }
}

/// The tuple (*prefix, *elements): each starred element, and each row of others, behind what is
/// there.
void Compiler::extend_tuple(Reg tuple, Exprs elements) {
  for (size_t i = 0; i < elements.size();) {
    TemporaryScope temporaries(unit_->registers);
    if (auto* starred = syntax::node_cast<syntax::Starred>(elements[i])) {
      emit(Op::TupleExtend, tuple, tuple, expr_any(starred->value));
      ++i;
      continue;
    }
    size_t n = row_length(elements.subspan(i));
    Reg row = alloc(static_cast<uint32_t>(n));
    for (size_t k = 0; k < n; ++k) expr_to(elements[i + k], row + static_cast<Reg>(k));
    emit(Op::BuildTuple, row, row, static_cast<uint32_t>(n));
    emit(Op::TupleExtend, tuple, tuple, row);
    i += n;
  }
}

void Compiler::list_display(Exprs elements, Reg dst) {
  size_t n = row_length(elements);
  bool whole = n == elements.size();
  Reg list = whole ? dst : scratch(dst);
  Const known;
  if (elements.size() > kConstants && fold_items(vm_, elements, known.items)) {
    known.kind = Const::Kind::Tuple;
    list = scratch(dst);
    emit(Op::BuildList, list, list, 0);
    Reg items = alloc();
    load_const(items, known);
    emit(Op::ListExtend, list, items);
    return move(dst, list);
  }
  {
    TemporaryScope temporaries(unit_->registers);
    Reg row = alloc(static_cast<uint32_t>(n));
    for (size_t i = 0; i < n; ++i) expr_to(elements[i], row + static_cast<Reg>(i));
    emit(Op::BuildList, list, n == 0 ? list : row, static_cast<uint32_t>(n));
  }
  if (whole) return;
  append_elements(list, elements.subspan(n));
  move(dst, list);
}

void Compiler::tuple_display(const syntax::Sequence& e, Reg dst) {
  Const known;
  if (fold(vm_, &e, known)) return load_const(dst, known);
  size_t n = row_length(e.elts);
  if (n == e.elts.size()) {
    Reg row = alloc(static_cast<uint32_t>(n));
    for (size_t i = 0; i < n; ++i) expr_to(e.elts[i], row + static_cast<Reg>(i));
    return emit(Op::BuildTuple, dst, row, static_cast<uint32_t>(n));
  }
  Reg tuple = scratch(dst);
  {
    TemporaryScope temporaries(unit_->registers);
    Reg row = alloc(static_cast<uint32_t>(n));
    for (size_t i = 0; i < n; ++i) expr_to(e.elts[i], row + static_cast<Reg>(i));
    emit(Op::BuildTuple, tuple, n == 0 ? tuple : row, static_cast<uint32_t>(n));
  }
  extend_tuple(tuple, e.elts.subspan(n));
  move(dst, tuple);
}

void Compiler::set_display(const syntax::Sequence& e, Reg dst) {
  size_t n = row_length(e.elts);
  bool whole = n == e.elts.size();
  Reg set = whole ? dst : scratch(dst);
  {
    TemporaryScope temporaries(unit_->registers);
    Reg row = alloc(static_cast<uint32_t>(n));
    for (size_t i = 0; i < n; ++i) expr_to(e.elts[i], row + static_cast<Reg>(i));
    emit(Op::BuildSet, set, n == 0 ? set : row, static_cast<uint32_t>(n));
  }
  if (whole) return;
  for (syntax::Expr* element : e.elts.subspan(n)) {
    TemporaryScope temporaries(unit_->registers);
    if (auto* starred = syntax::node_cast<syntax::Starred>(element)) {
      emit(Op::SetUpdate, set, expr_any(starred->value));
    } else {
      emit(Op::SetAdd, set, expr_any(element));
    }
  }
  move(dst, set);
}

void Compiler::dict_display(const syntax::Dict& e, Reg dst) {
  size_t n = 0;
  while (n < e.keys.size() && n < kPairs && e.keys[n] != nullptr) ++n;
  bool whole = n == e.keys.size();
  Reg dict = whole ? dst : scratch(dst);
  {
    TemporaryScope temporaries(unit_->registers);
    Reg row = alloc(static_cast<uint32_t>(2 * n));
    for (size_t i = 0; i < n; ++i) {
      expr_to(e.keys[i], row + static_cast<Reg>(2 * i));
      expr_to(e.values[i], row + static_cast<Reg>(2 * i + 1));
    }
    emit(Op::BuildDict, dict, n == 0 ? dict : row, static_cast<uint32_t>(n));
  }
  if (whole) return;
  for (size_t i = n; i < e.keys.size(); ++i) {
    TemporaryScope temporaries(unit_->registers);
    if (e.keys[i] == nullptr) {
      emit(Op::DictMerge, dict, expr_any(e.values[i]), 0);
    } else {
      Reg key = expr_any(e.keys[i], {e.values[i]});
      emit(Op::DictSet, dict, key, expr_any(e.values[i]));
    }
  }
  move(dst, dict);
}

// --- f-strings

void Compiler::formatted_value(const syntax::FormattedValue& e, Reg dst) {
  Reg value = expr_any(e.value, {e.format_spec});
  Reg spec = alloc();
  if (e.format_spec == nullptr) {
    load_special(spec, Value::Special::Undefined);
  } else {
    expr_to(e.format_spec, spec);
  }
  emit(Op::FormatValue, dst, value, spec, static_cast<uint8_t>(e.conversion));
}

void Compiler::joined_str(const syntax::JoinedStr& e, Reg dst) {
  // The parts are formatted at the place of the whole f-string, as in CPython.
  Position whole = loc_;
  auto part_to = [&](syntax::Expr* part, Reg r) {
    loc_ = whole;
    TemporaryScope temporaries(unit_->registers);
    if (auto* formatted = syntax::node_cast<syntax::FormattedValue>(part)) {
      formatted_value(*formatted, r);
    } else {
      expr_to(part, r);
    }
  };
  if (e.values.empty()) return load_text(dst, "");
  if (e.values.size() == 1) return part_to(e.values[0], dst);
  auto count = static_cast<uint32_t>(e.values.size());
  Reg row = alloc(count);
  for (uint32_t i = 0; i < count; ++i) part_to(e.values[i], row + i);
  loc_ = whole;
  emit(Op::BuildString, dst, row, count);
}

}  // namespace hothouse
