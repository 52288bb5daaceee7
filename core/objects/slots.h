// Where the references of each kind of object lie: the collector's knowledge of layout.h.
#pragma once

#include "core/objects/external.h"
#include "core/objects/layout.h"

namespace hothouse {

/// Visits the constants and names of a code body (defined next to CodeBody's other users, in
/// vm/context.cpp, since this floor does not know its layout).
void visit_code_body(CodeBody* body, RootVisitor& visitor);

namespace slots_detail {
template <class F>
class Adapter final : public RootVisitor {
 public:
  explicit Adapter(F& f) : f_(f) {}
  void visit(Value& slot) override { f_(slot); }

 private:
  F& f_;
};
template <class F>
void row(Value* first, uint64_t count, F& f) {
  for (uint64_t i = 0; i < count; ++i) f(first[i]);
}
}  // namespace slots_detail

template <class F>
void for_each_slot(Object* o, F&& f) {
  using slots_detail::row;
  auto fields = [&](Value* first, uint64_t count) { row(first, count, f); };
  switch (o->kind) {
    case Kind::BigInt:
    case Kind::Complex:
    case Kind::Bytes:
    case Kind::Raw:
    case Kind::RangeIter:
    case Kind::kCount:
      break;
    case Kind::Str:
      if (static_cast<Str*>(o)->is_rope()) fields(&static_cast<Rope*>(o)->left, 2);
      break;
    case Kind::MemoryView:
      f(static_cast<MemoryView*>(o)->source);
      break;
    case Kind::ByteArray:
      f(static_cast<ByteArray*>(o)->items);
      break;
    case Kind::Tuple:
      fields(static_cast<Tuple*>(o)->data(), static_cast<Tuple*>(o)->length);
      break;
    case Kind::List:
      f(static_cast<List*>(o)->items);
      break;
    case Kind::Dict:
      fields(&static_cast<Dict*>(o)->index, 2);
      f(static_cast<Dict*>(o)->owner);
      break;
    case Kind::Set:
    case Kind::FrozenSet:
      f(static_cast<Set*>(o)->table);
      break;
    case Kind::Slice:
      fields(&static_cast<Slice*>(o)->start, 3);
      break;
    case Kind::Range:
      fields(&static_cast<Range*>(o)->start, 4);
      break;
    case Kind::Function:
      fields(&static_cast<Function*>(o)->code, 12);
      break;
    case Kind::Code: {
      slots_detail::Adapter<std::remove_reference_t<F>> adapter(f);
      if (CodeBody* body = static_cast<Code*>(o)->body.get()) visit_code_body(body, adapter);
      break;
    }
    case Kind::Cell:
      f(static_cast<Cell*>(o)->value);
      break;
    case Kind::NameCell:
      fields(&static_cast<NameCell*>(o)->value, 2);
      break;
    case Kind::Namespace:
      f(static_cast<Namespace*>(o)->dict);
      f(static_cast<Namespace*>(o)->owner);
      break;
    case Kind::Builtin:
      fields(&static_cast<Builtin*>(o)->self, 3);
      break;
    case Kind::BoundMethod:
      fields(&static_cast<BoundMethod*>(o)->function, 2);
      break;
    case Kind::Property:
      fields(&static_cast<Property*>(o)->getter, 5);
      break;
    case Kind::StaticMethod:
    case Kind::ClassMethod:
      fields(&static_cast<StaticMethod*>(o)->function, 2);
      break;
    case Kind::Super:
      fields(&static_cast<Super*>(o)->start_type, 3);
      break;
    case Kind::Type:
      fields(&static_cast<Type*>(o)->name, 8);
      f(static_cast<Type*>(o)->doc);
      break;
    case Kind::Module:
      fields(&static_cast<Module*>(o)->name, 2);
      break;
    case Kind::Instance:
      f(static_cast<Instance*>(o)->overflow);
      fields(static_cast<Instance*>(o)->slots(), o->aux);
      break;
    case Kind::Generator: {
      auto* g = static_cast<Generator*>(o);
      f(g->function);
      fields(&g->name, 3);
      // Registers that were not written yet hold what the VM stack held: 0 is no object.
      for (uint64_t i = 0; i < g->register_count; ++i) {
        if (g->registers()[i].bits() != 0) f(g->registers()[i]);
      }
      break;
    }
    case Kind::ListIter:
    case Kind::TupleIter:
    case Kind::StrIter:
    case Kind::SeqIter:
      f(static_cast<ListIter*>(o)->source);
      break;
    case Kind::DictIter:
      f(static_cast<DictIter*>(o)->source);
      break;
    case Kind::SetIter:
      f(static_cast<SetIter*>(o)->source);
      break;
    case Kind::CallIter:
      fields(&static_cast<CallIter*>(o)->callable, 2);
      break;
    case Kind::DictView:
      f(static_cast<DictView*>(o)->dict);
      break;
    case Kind::Traceback:
      fields(&static_cast<Traceback*>(o)->next, 4);
      break;
    case Kind::External: {
      auto* e = static_cast<External*>(o);
      fields(e->slots, 4);
      if (const ExternalOps* ops = e->ops.get(); ops && ops->trace) {
        slots_detail::Adapter<std::remove_reference_t<F>> adapter(f);
        ops->trace(e, adapter);
      }
      break;
    }
    case Kind::Cells:
      fields(static_cast<Cells*>(o)->data(), static_cast<Cells*>(o)->capacity);
      break;
    case Kind::Entries: {
      auto* e = static_cast<Entries*>(o);
      for (uint64_t i = 0; i < e->capacity; ++i) {
        f(e->data()[i].key);
        f(e->data()[i].value);
      }
      break;
    }
  }
}

}  // namespace hothouse
