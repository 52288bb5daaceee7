// Recorder: loads, stores and new objects.
#include <iterator>

#include "core/trace/recorder.h"

#include "core/objects/instance.h"

namespace hothouse {

using ir::Ref;

void Recorder::barrier(Obj o, Val stored) {
  if (o.ref.is_op() && o.ref.index < fresh_.size() && fresh_[o.ref.index]) return;
  if (stored.ref.is_constant() && !stored.v.is_object()) return;
  ir::Type type = stored.ref.is_constant() ? ir::Type::Value : trace_.type_of(stored.ref);
  if (type == ir::Type::F64 || type == ir::Type::Bool) return;
  effect_ = true;
  emit(ir::Op::Barrier, ir::Type::Void, o.ref);
}

Recorder::Val Recorder::load_inline(Obj o, uint32_t n) {
  return {eval_.load_inline(o.v, n),
          emit(ir::Op::LoadInline, ir::Type::Value, o.ref, ir::kNoRef, ir::kNoRef, n)};
}
/// A slot that has only ever held floats (the trace depends on that) needs no guard.
Recorder::Val Recorder::load_inline_float(Obj o, uint32_t n) {
  Val v = load_inline(o, n);
  known_tags_[v.ref.index] |= kFloat;
  return v;
}
void Recorder::store_inline(Obj o, uint32_t n, Val v) {
  eval_.store_inline(o.v, n, v.v);
  barrier(o, v);
  emit_store(ir::Op::StoreInline, o.ref, value_ref(v), ir::kNoRef, n);
}
void Recorder::set_map(Obj o, MapId map) {
  eval_.set_map(o.v, map);
  emit_store(ir::Op::SetMap, o.ref, ir::kNoRef, ir::kNoRef, map);
  // What was there before an object of this trace was made cannot be that object.
  const bool fresh = o.ref.is_op() && o.ref.index < fresh_.size() && fresh_[o.ref.index];
  for (auto it = known_maps_.begin(); it != known_maps_.end();) {
    it = fresh && it->first < o.ref.index ? std::next(it) : known_maps_.erase(it);
  }
  known_maps_[o.ref.index] = map;
}
Recorder::Val Recorder::load_cells(Obj o, Int i) {
  return {eval_.load_cells(o.v, i.v), emit(ir::Op::LoadCells, ir::Type::Value, o.ref, i.ref)};
}
void Recorder::store_cells(Obj o, Int i, Val v) {
  eval_.store_cells(o.v, i.v, v.v);
  barrier(o, v);
  emit_store(ir::Op::StoreCells, o.ref, i.ref, value_ref(v), 0);
}
Recorder::Val Recorder::load_tuple(Obj o, Int i) {
  Value v = eval_.load_tuple(o.v, i.v);
  if (o.ref.is_constant() && i.ref.is_constant()) return constant(v);
  return {v, emit(ir::Op::LoadTuple, ir::Type::Value, o.ref, i.ref)};
}
Recorder::Flt Recorder::load_f64(Obj o, Int i) {
  return {eval_.load_f64(o.v, i.v), emit(ir::Op::LoadF64, ir::Type::F64, o.ref, i.ref)};
}
void Recorder::store_f64(Obj o, Int i, Flt f) {
  eval_.store_f64(o.v, i.v, f.v);
  emit_store(ir::Op::StoreF64, o.ref, i.ref, f.ref, 0);
}
Recorder::Int Recorder::load_i64(Obj o, Int i) {
  return {eval_.load_i64(o.v, i.v), emit(ir::Op::LoadI64, ir::Type::I64, o.ref, i.ref)};
}
void Recorder::store_i64(Obj o, Int i, Int x) {
  eval_.store_i64(o.v, i.v, x.v);
  emit_store(ir::Op::StoreI64, o.ref, i.ref, x.ref, 0);
}
Recorder::Int Recorder::load_byte(Obj o, Int i) {
  return {eval_.load_byte(o.v, i.v), emit(ir::Op::LoadByte, ir::Type::I64, o.ref, i.ref)};
}
void Recorder::store_byte(Obj o, Int i, Int x) {
  eval_.store_byte(o.v, i.v, x.v);
  emit_store(ir::Op::StoreByte, o.ref, i.ref, x.ref, 0);
}
Recorder::Val Recorder::load_gen(Obj g, uint32_t n) {
  return {eval_.load_gen(g.v, n),
          emit(ir::Op::LoadGen, ir::Type::Value, g.ref, ir::kNoRef, ir::kNoRef, n)};
}
void Recorder::store_gen(Obj g, uint32_t n, Val v) {
  eval_.store_gen(g.v, n, v.v);
  barrier(g, v);
  emit_store(ir::Op::StoreGen, g.ref, value_ref(v), ir::kNoRef, n);
}
void Recorder::store_aux(Obj o, uint16_t aux) {
  eval_.store_aux(o.v, aux);
  emit_store(ir::Op::StoreAux, o.ref, trace_.int_constant(aux), ir::kNoRef, 0);
}

Recorder::Obj Recorder::new_object(Object* o, size_t bytes) {
  trace_.allocs.push_back(
      {o->map, o->kind, o->aux, static_cast<uint32_t>((bytes + 7) & ~size_t{7})});
  Ref ref = emit(ir::Op::New, ir::Type::Ref, ir::kNoRef, ir::kNoRef, ir::kNoRef,
                 static_cast<uint32_t>(trace_.allocs.size() - 1));
  if (fresh_.size() <= ref.index) fresh_.resize(ref.index + 1, false);
  fresh_[ref.index] = true;
  known_maps_[ref.index] = o->map;
  return {o, ref};
}

void Recorder::init_field(Obj o, ir::Field field, Ref v) {
  emit_store(ir::Op::StoreField, o.ref, v, ir::kNoRef, static_cast<uint32_t>(field));
}

Recorder::Obj Recorder::new_cell(Val v) {
  Obj o = new_object(eval_.new_cell(v.v), sizeof(Cell));
  init_field(o, ir::Field::CellValue, value_ref(v));
  return o;
}
Recorder::Obj Recorder::new_tuple(uint32_t n) {
  if (n == 0) {
    Value empty = vm_.types().empty_tuple();
    return unbox_ref(constant(empty));
  }
  Obj o = new_object(eval_.new_tuple(n), sizeof(Tuple) + n * sizeof(Value));
  init_field(o, ir::Field::TupleLength, trace_.int_constant(n));
  effect_ = false;  // filling an object that nobody sees yet
  return o;
}
void Recorder::init_tuple(Obj t, uint32_t k, Val v) {
  bool effect = effect_;
  eval_.init_tuple(t.v, k, v.v);
  emit_store(ir::Op::StoreTuple, t.ref, trace_.int_constant(k), value_ref(v), 0);
  effect_ = effect;
}
Recorder::Obj Recorder::new_list(MapId map, const Val* row, uint32_t n) {
  const bool effect = effect_;  // filling objects that nobody sees yet is none
  Value concrete[kMaxDisplay];
  for (uint32_t k = 0; k < n; k++) concrete[k] = row[k].v;
  auto* list = static_cast<List*>(eval_.new_list(map, concrete, n));
  Obj items = unbox_ref(constant(list->items));
  if (n > 0) {
    Object* payload = list->items.as_object();
    const bool is_cells = map == kMapList;
    const size_t bytes = map == kMapListBool ? n : n * sizeof(Value);
    items = new_object(payload, sizeof(Cells) + bytes);
    init_field(items, is_cells ? ir::Field::CellsCapacity : ir::Field::RawCapacity,
               trace_.int_constant(static_cast<int64_t>(is_cells ? n : bytes)));
    for (uint32_t k = 0; k < n; k++) {
      const Ref index = trace_.int_constant(k);
      if (map == kMapListI64) {
        emit_store(ir::Op::StoreI64, items.ref, index, unbox_int(row[k]).ref, 0);
      } else if (map == kMapListF64) {
        emit_store(ir::Op::StoreF64, items.ref, index, unbox_float(row[k]).ref, 0);
      } else if (map == kMapListBool) {
        emit_store(ir::Op::StoreByte, items.ref, index, bool_to_int(unbox_bool(row[k])).ref, 0);
      } else {
        emit_store(ir::Op::StoreCells, items.ref, index, value_ref(row[k]), 0);
      }
    }
  }
  Obj o = new_object(list, sizeof(List));
  init_field(o, ir::Field::ListLength, trace_.int_constant(n));
  init_field(o, ir::Field::ListItems, items.ref);
  effect_ = effect;
  return o;
}
Recorder::Obj Recorder::new_seq_iter(Kind kind, Val source) {
  Obj o = new_object(eval_.new_seq_iter(kind, source.v), sizeof(ListIter));
  init_field(o, ir::Field::IterSource, value_ref(source));
  init_field(o, ir::Field::IterIndex, trace_.int_constant(0));
  return o;
}
Recorder::Obj Recorder::new_dict() {
  Obj o = new_object(eval_.new_dict(), sizeof(Dict));
  const Ref zero = trace_.int_constant(0);
  init_field(o, ir::Field::DictCount, zero);
  init_field(o, ir::Field::DictFill, zero);
  init_field(o, ir::Field::DictVersion, zero);
  init_field(o, ir::Field::DictOwner, trace_.value_constant(Value::undefined()));
  init_field(o, ir::Field::DictIndex, unbox_ref(constant(vm_.types().empty_index())).ref);
  init_field(o, ir::Field::DictEntries, unbox_ref(constant(vm_.types().empty_entries())).ref);
  effect_ = false;  // filling an object that nobody sees yet
  return o;
}
Recorder::Obj Recorder::new_filled(Object* made, size_t bytes,
                                   std::initializer_list<std::pair<ir::Field, Val>> fields) {
  Obj o = new_object(made, bytes);
  for (const auto& [field, v] : fields) init_field(o, field, value_ref(v));
  effect_ = false;  // filling an object that nobody sees yet
  return o;
}
Recorder::Obj Recorder::new_super(Val start, Val self, Val self_type) {
  return new_filled(eval_.new_super(start.v, self.v, self_type.v), sizeof(Super),
                    {{ir::Field::SuperStart, start},
                     {ir::Field::SuperSelf, self},
                     {ir::Field::SuperSelfType, self_type}});
}
Recorder::Obj Recorder::new_slice(Val start, Val stop, Val step) {
  return new_filled(
      eval_.new_slice(start.v, stop.v, step.v), sizeof(Slice),
      {{ir::Field::SliceStart, start}, {ir::Field::SliceStop, stop}, {ir::Field::SliceStep, step}});
}
Recorder::Obj Recorder::new_range(Val start, Val stop, Val step, Val length) {
  return new_filled(eval_.new_range(start.v, stop.v, step.v, length.v), sizeof(Range),
                    {{ir::Field::RangeStart, start},
                     {ir::Field::RangeStop, stop},
                     {ir::Field::RangeStep, step},
                     {ir::Field::RangeLength, length}});
}
Recorder::Obj Recorder::new_range_iter(Int next, Int step, Int left) {
  Obj o = new_object(eval_.new_range_iter(next.v, step.v, left.v), sizeof(RangeIter));
  init_field(o, ir::Field::RangeIterNext, next.ref);
  init_field(o, ir::Field::RangeIterStep, step.ref);
  init_field(o, ir::Field::RangeIterLeft, left.ref);
  return o;
}
Recorder::Obj Recorder::new_generator() {
  eval_.r = r_;
  eval_.words = body()->words.data();
  eval_.pc = eval_.words + pc_;
  Object* g = eval_.new_generator();
  CodeBody* code = body();
  Obj o = new_object(g, sizeof(Generator) + code->register_count * sizeof(Value));
  auto store_value = [&](ir::Field f, Val v) {
    emit_store(ir::Op::StoreField, o.ref, value_ref(v), ir::kNoRef, static_cast<uint32_t>(f));
  };
  Val function = reg(kFrameFunction);
  auto* generator = static_cast<Generator*>(g);
  store_value(ir::Field::GenFunction, function);
  store_value(ir::Field::GenResumePc, constant(generator->resume_pc));
  // A function's name hardly ever changes: that of the recorded call serves.
  store_value(ir::Field::GenName, constant(generator->name));
  store_value(ir::Field::GenQualname, constant(generator->qualname));
  store_value(ir::Field::GenDelegate, constant(Value::undefined()));
  init_field(o, ir::Field::GenRegisterCount, trace_.int_constant(code->register_count));
  Ref undefined = trace_.value_constant(Value::undefined());
  for (uint32_t k = code->parameter_count(); k < code->register_count; k++) {
    emit_store(ir::Op::StoreGen, o.ref, undefined, ir::kNoRef, k);
  }
  return o;
}
Recorder::Obj Recorder::new_instance(hothouse::Type* type) {
  Object* instance = eval_.new_instance(type);
  uint16_t slots = instance->aux;
  Obj o = new_object(instance, sizeof(Instance) + slots * sizeof(Value));
  Ref undefined = trace_.value_constant(Value::undefined());
  init_field(o, ir::Field::InstanceOverflow, undefined);
  for (uint32_t k = 0; k < slots; k++) {
    emit_store(ir::Op::StoreInline, o.ref, undefined, ir::kNoRef, k);
  }
  effect_ = false;
  return o;
}

}  // namespace hothouse
