// Names: registers, cells, cells of enclosing functions, globals, names of class bodies.
#include "core/bytecode/compiler_impl.h"

namespace hothouse {

using syntax::Resolution;

Reg Compiler::local_register(std::string_view name) const {
  auto found = unit_->local_registers.find(name);
  return found == unit_->local_registers.end() ? kNone : found->second;
}

Reg Compiler::local_target(const syntax::Expr* target) const {
  const auto* name = syntax::node_cast<const syntax::Name>(target);
  if (name == nullptr || name->resolution != Resolution::Local || !unit_->is_function()) {
    return kNone;
  }
  return local_register(name->mangled);
}

void Compiler::load_name(const syntax::Name& name, Reg dst) {
  std::string_view id = name.mangled;
  switch (name.resolution) {
    case Resolution::Local:
      if (unit_->is_function()) {
        Reg r = local_register(id);
        if (name.maybe_unbound) emit(Op::CheckBound, r, name_index(id));
        move(dst, r);
      } else {
        emit(Op::LoadName, dst, name_index(id));
      }
      break;
    case Resolution::Cell:
      emit(Op::LoadCell, dst, local_register(id), name_index(id));
      break;
    case Resolution::Free:
      emit(unit_->is_class() ? Op::LoadClassFree : Op::LoadFree, dst, unit_->free_indices[id],
           name_index(id));
      break;
    case Resolution::GlobalImplicit:
      emit(unit_->is_class() ? Op::LoadName : Op::LoadGlobal, dst, name_index(id));
      break;
    case Resolution::ModuleName:
      emit(unit_->has_namespace() ? Op::LoadName : Op::LoadGlobal, dst, name_index(id));
      break;
    default:
      emit(Op::LoadGlobal, dst, name_index(id));
      break;
  }
}

void Compiler::store_name(const syntax::Name& name, Reg value) {
  std::string_view id = name.mangled;
  switch (name.resolution) {
    case Resolution::Local:
      if (unit_->is_function()) {
        move(local_register(id), value);
      } else {
        emit(Op::StoreName, name_index(id), value);
      }
      break;
    case Resolution::Cell:
      emit(Op::StoreCell, local_register(id), value);
      break;
    case Resolution::Free:
      emit(Op::StoreFree, unit_->free_indices[id], value);
      break;
    case Resolution::ModuleName:
      if (unit_->has_namespace()) {
        emit(Op::StoreName, name_index(id), value);
        break;
      }
      [[fallthrough]];
    default:
      emit(Op::StoreGlobal, name_index(id), value);
      break;
  }
}

void Compiler::delete_name(const syntax::Name& name) {
  std::string_view id = name.mangled;
  switch (name.resolution) {
    case Resolution::Local:
      if (unit_->is_function()) {
        emit(Op::DeleteLocal, local_register(id), name_index(id));
      } else {
        emit(Op::DeleteName, name_index(id));
      }
      break;
    case Resolution::Cell:
      emit(Op::DeleteCell, local_register(id), name_index(id));
      break;
    case Resolution::Free:
      emit(Op::DeleteFree, unit_->free_indices[id], name_index(id));
      break;
    case Resolution::ModuleName:
      emit(unit_->has_namespace() ? Op::DeleteName : Op::DeleteGlobal, name_index(id));
      break;
    default:
      emit(Op::DeleteGlobal, name_index(id));
      break;
  }
}

/// An inner function captures `name`: its cell is one of ours, or passes through from outside.
void Compiler::load_closure_cell(std::string_view name, Reg dst) {
  auto found = unit_->free_indices.find(name);
  if (found != unit_->free_indices.end()) {
    emit(Op::LoadFreeCell, dst, found->second);
  } else {
    move(dst, local_register(name));
  }
}

}  // namespace hothouse
