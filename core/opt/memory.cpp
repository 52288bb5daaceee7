#include "core/opt/memory.h"

#include <algorithm>

#include "core/ir/helpers.h"
#include "core/opt/planted.h"

namespace hothouse::opt {

using namespace ir;

Place place_of(Op op, uint16_t aux, uint32_t imm, Ref a, Ref b) {
  Place p;
  p.base = a;
  auto simple = [&p](Space space) { p.space = space; };
  auto numbered = [&p, imm](Space space) {
    p.space = space;
    p.imm = imm;
  };
  auto indexed = [&p, b](Space space) {
    p.space = space;
    p.index = b;
  };
  switch (op) {
    case Op::SlotLoad:
    case Op::SlotStore:
      numbered(Space::Slot);
      p.base = kNoRef;
      break;
    case Op::LoadMap:
    case Op::SetMap:
    case Op::GuardMap:
    case Op::GuardNotMap:
      simple(Space::Map);
      break;
    case Op::LoadField:
    case Op::StoreField:
      numbered(Space::Field);
      p.part = field_info(imm).alias;
      p.constant = field_info(imm).constant;
      break;
    case Op::LoadInline:
    case Op::StoreInline:
      numbered(Space::Inline);
      break;
    case Op::LoadGen:
    case Op::StoreGen:
      numbered(Space::Gen);
      break;
    case Op::LoadAux:
    case Op::StoreAux:
      simple(Space::Aux);
      break;
    case Op::LoadCells:
    case Op::StoreCells:
      indexed(Space::Cells);
      break;
    case Op::LoadTuple:
    case Op::StoreTuple:
      indexed(Space::Tuple);
      p.constant = true;
      break;
    case Op::LoadF64:
    case Op::StoreF64:
      indexed(Space::F64);
      break;
    case Op::LoadI64:
    case Op::StoreI64:
      indexed(Space::I64);
      break;
    case Op::LoadByte:
    case Op::StoreByte:
      indexed(Space::Byte);
      break;
    case Op::LoadRaw:
    case Op::StoreRaw:
      numbered(Space::Raw);
      p.part = static_cast<uint8_t>(aux);
      break;
    default:
      break;
  }
  return p;
}

Effects effects_of(const Trace& trace, const Ins& ins) {
  (void)trace;
  Effects e;
  if (ins.op == Op::Call) {
    uint16_t flags = helper_info(ins.imm).flags;
    e.python = flags & kHelperCallsPython;
    e.writes = e.python || (flags & kHelperWrites);
    e.reads = e.writes || (flags & kHelperReads);
    if ((flags & kHelperItemsOnly) && !e.python) e.scope = Effects::Scope::Items;
  } else if (ins.op == Op::CallNative) {
    e.reads = e.writes = true;
    e.python = ins.aux & kNativeCallsBack;
    if ((ins.aux & kNativeQuiet) && !e.python) e.scope = Effects::Scope::Memory;
  } else if (ins.op == Op::CallUnit) {
    e.reads = e.writes = e.python = true;
  }
  return e;
}

bool is_list_map(MapId map) {
  return map == kMapList || map == kMapListF64 || map == kMapListI64 || map == kMapListBool;
}

bool Effects::changes_map(MapId map) const {
  return writes && (scope == Scope::Everything || (scope == Scope::Items && is_list_map(map)));
}

namespace {

bool is_item_field(uint32_t field) {
  switch (static_cast<Field>(field)) {
    case Field::StrLength:
    case Field::StrHash:
    case Field::BytesLength:
    case Field::TupleLength:
    case Field::ListLength:
    case Field::ListItems:
    case Field::CellsCapacity:
    case Field::RawCapacity:
    case Field::DictCount:
    case Field::DictFill:
    case Field::DictIndex:
    case Field::DictEntries:
    case Field::DictVersion:
    case Field::DictOwner:
    case Field::SetCount:
    case Field::ExternalNative:
    case Field::ExternalSlot0:
    case Field::ExternalSlot1:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool Effects::touches(const Place& place) const {
  if (scope == Scope::Everything) return true;
  if (scope == Scope::Memory) return is_memory(place.space);
  switch (place.space) {
    case Space::Slot:
    case Space::Inline:
    case Space::Gen:
    case Space::Aux:
      return false;
    case Space::Field:
      return is_item_field(place.imm);
    default:
      return true;
  }
}

// --- AliasFacts

AliasFacts::AliasFacts(const Trace& trace) : trace_(trace), escaped_(trace.ops.size(), false) {}

void AliasFacts::resize(size_t ops) {
  if (escaped_.size() < ops) escaped_.resize(ops + ops / 2, false);
}

Ref AliasFacts::object_of(Ref ref) const {
  while (ref.is_op()) {
    const Ins& ins = trace_.at(ref);
    if (ins.op != Op::BoxRef && ins.op != Op::UnboxRef) break;
    ref = ins.a;
  }
  return ref;
}

void AliasFacts::escape(Ref ref) {
  ref = object_of(ref);
  if (ref.is_op()) escaped_[ref.index] = true;
}

bool AliasFacts::is_fresh(Ref ref) const {
  ref = object_of(ref);
  return ref.is_op() && trace_.at(ref).op == Op::New && !escaped_[ref.index];
}

void AliasFacts::see(uint32_t index, const Ins& ins) {
  resize(index + 1);
  uint16_t flags = info(ins.op).flags;
  if (ins.op == Op::Call && (helper_info(ins.imm).flags & kHelperNotes)) return;
  if (flags & Call) {
    for (uint32_t i = 0; i < ins.b.index; ++i) escape(trace_.args[ins.a.index + i]);
  } else if (flags & Store) {
    if (fixed_operand_count(ins.op) > 0) escape(stored_value(ins));
  } else if (ins.op == Op::Phi || ins.op == Op::Select) {
    escape(ins.a);
    escape(ins.b);
  } else if (ins.op == Op::Return) {
    escape(ins.a);
  } else if (ins.op == Op::Loop) {
    // The body may hand an object of the pre-roll on, before or behind the op that asks.
    for (uint32_t i = 0; i < index; ++i) escaped_[i] = true;
    // What a phi carries into the next iteration is seen before the loop's first op.
    for (uint32_t i = index + 1; i < trace_.ops.size() && trace_.ops[i].op == Op::Phi; ++i) {
      Ref next = trace_.ops[i].b;
      if (!next.is_op() || next.index >= trace_.ops.size()) continue;
      resize(next.index + 1);
      escape(next);
    }
  }
}

bool AliasFacts::bases_differ(Ref a, Ref b) const {
  a = object_of(a);
  b = object_of(b);
  if (a == b) return false;
  if (a.is_constant() && b.is_constant()) return trace_.constant(a).bits != trace_.constant(b).bits;
  bool a_new = a.is_op() && trace_.at(a).op == Op::New;
  bool b_new = b.is_op() && trace_.at(b).op == Op::New;
  if (a_new && b_new) return true;
  auto is_older = [](Ref object, Ref made) {
    return object.is_constant() || object.index < made.index;
  };
  if (a_new) return is_older(b, a) || !escaped_[a.index];
  if (b_new) return is_older(a, b) || !escaped_[b.index];
  return false;
}

namespace {

/// index = base + offset, for telling indices apart.
struct Offset {
  Ref base;
  uint64_t offset;
};

Offset offset_of(const Trace& trace, Ref index) {
  if (index.is_constant()) return {kNoRef, trace.constant(index).bits};
  const Ins& ins = trace.at(index);
  if ((ins.op == Op::Add || ins.op == Op::AddOv) && ins.b.is_constant())
    return {ins.a, trace.constant(ins.b).bits};
  if ((ins.op == Op::Sub || ins.op == Op::SubOv) && ins.b.is_constant())
    return {ins.a, 0 - trace.constant(ins.b).bits};
  return {index, 0};
}

int raw_size(uint8_t type) {
  static const int kSizes[] = {1, 1, 2, 2, 4, 4, 8, 4, 8};
  return type < 9 ? kSizes[type] : 8;
}

bool is_payload(Space space) {
  return space == Space::F64 || space == Space::I64 || space == Space::Byte;
}

}  // namespace

Alias AliasFacts::alias(const Place& a, const Place& b) const {
  if (a.space != b.space) {
    bool mixed = (a.space == Space::Raw && is_payload(b.space)) ||
                 (b.space == Space::Raw && is_payload(a.space));
    return mixed ? Alias::May : Alias::No;
  }
  switch (a.space) {
    case Space::None:
      return Alias::No;
    case Space::Slot:
      return a.imm == b.imm ? Alias::Must : Alias::No;
    case Space::Raw: {
      Offset oa = offset_of(trace_, a.base), ob = offset_of(trace_, b.base);
      if (oa.base != ob.base) return Alias::May;
      auto da = static_cast<int64_t>(oa.offset) + static_cast<int32_t>(a.imm);
      auto db = static_cast<int64_t>(ob.offset) + static_cast<int32_t>(b.imm);
      if (da == db && a.part == b.part && a.base == b.base) return Alias::Must;
      bool apart = da + raw_size(a.part) <= db || db + raw_size(b.part) <= da;
      return apart ? Alias::No : Alias::May;
    }
    case Space::Field:
      if (a.part != b.part) return Alias::No;
      // Several fields of one struct may share an alias class; of structs with different layout,
      // two different rows may even be the same word.
      if (a.base == b.base)
        return a.imm == b.imm                                         ? Alias::Must
               : field_info(a.imm).offset == field_info(b.imm).offset ? Alias::May
                                                                      : Alias::No;
      break;
    case Space::Inline:
    case Space::Gen:
      if (a.imm != b.imm) return Alias::No;
      break;
    case Space::Cells:
    case Space::Tuple:
    case Space::F64:
    case Space::I64:
    case Space::Byte: {
      if (a.index.is_none() || b.index.is_none()) {  // any index
        if (a.base == b.base) return Alias::May;
        break;
      }
      Offset oa = offset_of(trace_, a.index), ob = offset_of(trace_, b.index);
      if (oa.base == ob.base && oa.offset != ob.offset) return Alias::No;
      if (a.base == b.base && a.index == b.index) return Alias::Must;
      if (a.base == b.base) return Alias::May;
      break;
    }
    default:
      break;
  }
  if (a.base == b.base) return a.index == b.index ? Alias::Must : Alias::May;
  return bases_differ(a.base, b.base) || HOTHOUSE_PLANTED(alias_ignored) ? Alias::No : Alias::May;
}

// --- MemoryTable

const MemoryTable::Entry* MemoryTable::find(const Place& place) const {
  if (place.space == Space::None) return nullptr;
  for (size_t i = entries_.size(); i-- > 0;) {
    const Entry& e = entries_[i];
    if (e.place.space == place.space && facts_.alias(e.place, place) == Alias::Must) return &e;
  }
  return nullptr;
}

void MemoryTable::forget(const Place& place) {
  entries_.erase(std::remove_if(entries_.begin(), entries_.end(),
                                [&](const Entry& e) {
                                  Alias alias = facts_.alias(e.place, place);
                                  if (alias == Alias::No) return false;
                                  // A constant place of an older object is not what is being
                                  // initialized.
                                  return alias == Alias::Must || !e.place.constant;
                                }),
                 entries_.end());
}

void MemoryTable::store(const Place& place, Ref value, uint32_t op) {
  if (place.space == Space::None) return;
  forget(place);
  entries_.push_back({place, value, op, true});
  if (entries_.size() > kLimit) entries_.erase(entries_.begin());
}

void MemoryTable::load(const Place& place, Ref value, uint32_t op) {
  if (place.space == Space::None) return;
  entries_.push_back({place, value, op, false});
  if (entries_.size() > kLimit) entries_.erase(entries_.begin());
}

void MemoryTable::forget_stores() {
  entries_.erase(
      std::remove_if(entries_.begin(), entries_.end(), [](const Entry& e) { return e.is_store; }),
      entries_.end());
}

void MemoryTable::call(const Effects& effects) {
  if (effects.python) {
    entries_.clear();  // references have moved
  } else if (effects.writes) {
    entries_.erase(std::remove_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& e) {
                                    if (e.place.constant || e.place.space == Space::Slot ||
                                        !effects.touches(e.place))
                                      return false;
                                    return e.place.space == Space::Raw ||
                                           !facts_.is_fresh(e.place.base);
                                  }),
                   entries_.end());
  }
}

}  // namespace hothouse::opt
