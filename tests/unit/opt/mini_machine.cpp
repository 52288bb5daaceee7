#include "tests/unit/opt/mini_machine.h"

#include <functional>

namespace hothouse::mini {

namespace {

constexpr uint32_t kNone = 0xffffffffu;

int64_t offset(Field f) { return field_info(static_cast<uint32_t>(f)).offset; }

uint64_t double_bits(double d) {
  uint64_t bits;
  std::memcpy(&bits, &d, 8);
  return bits;
}
/// What the helpers do. Appends to a list of doubles or of Values; another element is dropped.
uint64_t do_append(State& s, uint64_t list, uint64_t value) {
  Value v = Value::from_bits(value);
  MapId map = static_cast<MapId>(s.at(list, Part::Map, 0));
  if (map == kMapListF64 && !v.is_double()) return Value::none().bits();
  if (map != kMapListF64 && map != kMapList) return Value::none().bits();
  uint64_t length = s.at(list, Part::Field, offset(Field::ListLength));
  uint64_t items = s.at(list, Part::Field, offset(Field::ListItems));
  if (length >= 12) return Value::none().bits();
  s.at(items, Part::Element, static_cast<int64_t>(length)) =
      map == kMapListF64 ? double_bits(v.as_double()) : value;
  s.at(list, Part::Field, offset(Field::ListLength)) = length + 1;
  return Value::none().bits();
}

/// Sums up the small integers found in an object's slots and in the global.
int64_t do_touch(State& s, uint64_t object) {
  int64_t sum = 0;
  auto add = [&](uint64_t bits) {
    Value v = Value::from_bits(bits);
    sum += v.is_int() ? v.as_int() % 1000 : v.is_none() ? 1 : 2;
  };
  if (Value::from_bits(object).is_object() && !s.is_big(object)) {
    uint64_t map = s.at(object, Part::Map, 0);
    if (map == kMapA || map == kMapB)
      for (int k = 0; k < 3; ++k) add(s.at(object, Part::Inline, k));
  }
  add(s.at(kGlobal, Part::Field, offset(Field::NameCellValue)));
  return sum;
}

HelperId append_helper, touch_helper;

}  // namespace

void register_mini_helpers() {
  append_helper = register_helper({"mini_append", nullptr, 'v', "rv", kHelperWrites});
  touch_helper = register_helper({"mini_touch", nullptr, 'i', "v", kHelperReads});
}

std::string State::describe() {
  std::map<uint64_t, int> names;
  std::vector<uint64_t> order;
  auto name = [&](uint64_t bits) -> std::string {
    if (is_big(bits)) return "int " + std::to_string(int_of(bits));
    if (Value::from_bits(bits).is_object() && bits >= kFirstObject) {
      auto [it, is_new] = names.emplace(bits, static_cast<int>(names.size()));
      if (is_new) order.push_back(bits);
      return "#" + std::to_string(it->second);
    }
    return "v:" + std::to_string(bits);
  };
  std::string text;
  name(kGlobal);
  for (int i = 0; i < kSlots; ++i) text += "r" + std::to_string(i) + "=" + name(slots[i]) + "\n";
  for (size_t k = 0; k < order.size(); ++k) {
    text += "#" + std::to_string(names[order[k]]) + ":";
    for (auto it = memory.lower_bound({order[k], Part::Map, INT64_MIN});
         it != memory.end() && std::get<0>(it->first) == order[k]; ++it) {
      auto [object, part, key] = it->first;
      bool is_raw = part == Part::Map || part == Part::Aux;
      uint64_t map = memory[{object, Part::Map, 0}];
      if (part == Part::Field && map != kMapNameCell && key != offset(Field::ListItems))
        is_raw = true;
      if (part == Part::Field && map == kMapRangeIter) is_raw = true;
      if (part == Part::Element && map == kMapRaw) is_raw = true;
      text += " " + std::to_string(static_cast<int>(part)) + "." + std::to_string(key) + "=" +
              (is_raw ? std::to_string(it->second) : name(it->second));
    }
    text += "\n";
  }
  return text;
}

std::string describe(const Program& program) {
  static const char* const kNames[] = {"const", "move",   "add",  "sub",   "mul",    "mod",
                                       "div",   "and",    "less", "equal", "isnone", "skip",
                                       "new",   "get",    "set",  "turn",  "item",   "put",
                                       "len",   "append", "next", "load",  "store",  "touch"};
  std::string text;
  for (const Instruction& i : program)
    text += std::string(kNames[static_cast<int>(i.code)]) + " " + std::to_string(i.a) + " " +
            std::to_string(i.b) + " " + std::to_string(i.c) + " " + std::to_string(i.imm) + "\n";
  return text;
}

// --- the interpreter, which records when it is given a trace

namespace {

/// A value and, while recording, what stands for it in the trace (of any type).
struct Both {
  uint64_t value;
  Ref ref;
};

class Machine {
 public:
  Machine(State& state, Trace* trace) : s_(state), trace_(trace) {
    if (trace_)
      for (Ref& r : refs_) r = kNoRef;
  }

  bool aborted = false;

  /// Executes; returns the next pc, or -1 when the loop is left.
  int step(const Program& program, int pc) {
    const Instruction& i = program[static_cast<size_t>(pc)];
    pc_ = pc;
    snapshot_ = kNone;
    switch (i.code) {
      case Code::Const:
        put(i.a, constant(static_cast<uint64_t>(i.imm)));
        break;
      case Code::Move:
        put(i.a, get(i.b));
        break;
      case Code::Add:
        put(i.a, arithmetic(Op::AddOv, Op::Fadd, i));
        break;
      case Code::Sub:
        put(i.a, arithmetic(Op::SubOv, Op::Fsub, i));
        break;
      case Code::Mul:
        put(i.a, arithmetic(Op::MulOv, Op::Fmul, i));
        break;
      case Code::Mod:
      case Code::Div:
      case Code::And: {
        Both v = get(i.b);
        if (!is_int(v)) {
          put(i.a, none());
          break;
        }
        Op op = i.code == Code::Mod ? Op::Mod : i.code == Code::Div ? Op::FloorDiv : Op::And;
        int64_t result = 0;
        evaluate_int<64>(op, s_.int_of(v.value), i.imm, result);
        put(i.a, {s_.box_int(result),
                  emit(op, Type::I64, v.ref, trace_ ? trace_->int_constant(i.imm) : kNoRef)});
        break;
      }
      case Code::Less:
      case Code::Equal:
        put(i.a, compare(i));
        break;
      case Code::IsNone: {
        Both v = get(i.b);
        bool is = v.value == Value::none().bits();
        if (trace_ && trace_->type_of(v.ref) == Type::Value)
          guard(is ? Op::GuardIs : Op::GuardIsNot, v.ref, trace_->value_constant(Value::none()));
        put(i.a, {Value::boolean(is).bits(), trace_ ? trace_->bool_constant(is) : kNoRef});
        break;
      }
      case Code::Skip: {
        Both v = get(i.a);
        if (!is_bool(v)) return pc + 1 + static_cast<int>(i.imm);
        bool truth = Value::from_bits(v.value).is_true();
        guard(truth ? Op::GuardTrue : Op::GuardFalse, v.ref);
        if (!truth) return pc + 1 + static_cast<int>(i.imm);
        break;
      }
      case Code::New: {
        uint64_t o = s_.allocate(kMapA);
        Ref ref = kNoRef;
        if (trace_) {
          if (trace_->allocs.empty()) trace_->allocs.push_back({kMapA, Kind::Instance, 3, 40});
          ref = emit(Op::New, Type::Ref);
        }
        for (int k = 0; k < 3; ++k) {
          s_.at(o, Part::Inline, k) = Value::none().bits();
          if (trace_)
            emit(Op::StoreInline, Type::Void, ref, trace_->value_constant(Value::none()), kNoRef,
                 static_cast<uint32_t>(k));
        }
        put(i.a, {o, ref});
        break;
      }
      case Code::Get: {
        Both o = get(i.b);
        if (!is_instance(o)) {
          put(i.a, none());
          break;
        }
        put(i.a,
            {s_.at(o.value, Part::Inline, i.imm), emit(Op::LoadInline, Type::Value, o.ref, kNoRef,
                                                       kNoRef, static_cast<uint32_t>(i.imm))});
        break;
      }
      case Code::Set: {
        Both o = get(i.a), v = get(i.b);
        if (!is_instance(o)) break;
        s_.at(o.value, Part::Inline, i.imm) = v.value;
        emit(Op::StoreInline, Type::Void, o.ref, boxed(v), kNoRef, static_cast<uint32_t>(i.imm));
        emit(Op::Barrier, Type::Void, o.ref);
        break;
      }
      case Code::Turn: {
        Both o = get(i.a);
        if (!is_instance(o)) break;
        uint64_t& map = s_.at(o.value, Part::Map, 0);
        map = map == kMapA ? kMapB : kMapA;
        emit(Op::SetMap, Type::Void, o.ref, kNoRef, kNoRef, static_cast<uint32_t>(map));
        break;
      }
      case Code::Item:
        put(i.a, item(i));
        break;
      case Code::Put:
        put_item(i);
        break;
      case Code::Len: {
        Both o = get(i.b);
        if (list_map(o) == 0) {
          put(i.a, none());
          break;
        }
        Both n = field(o, Field::ListLength);
        put(i.a, {s_.box_int(static_cast<int64_t>(n.value)), n.ref});
        break;
      }
      case Code::Append: {
        Both o = get(i.a), v = get(i.b);
        if (list_map(o) == 0) break;
        do_append(s_, o.value, v.value);
        if (trace_) call(append_helper, Type::Value, {o.ref, boxed(v)});
        break;
      }
      case Code::Next:
        return next(i) ? pc + 1 : -1;
      case Code::Load: {
        uint64_t v = s_.at(kGlobal, Part::Field, offset(Field::NameCellValue));
        put(i.a, {v, trace_ ? emit(Op::LoadField, Type::Value, global(), kNoRef, kNoRef,
                                   static_cast<uint32_t>(Field::NameCellValue))
                            : kNoRef});
        break;
      }
      case Code::Store: {
        Both v = get(i.a);
        s_.at(kGlobal, Part::Field, offset(Field::NameCellValue)) = v.value;
        if (trace_) {
          emit(Op::StoreField, Type::Void, global(), boxed(v), kNoRef,
               static_cast<uint32_t>(Field::NameCellValue));
          emit(Op::Barrier, Type::Void, global());
        }
        break;
      }
      case Code::Touch: {
        Both v = get(i.b);
        int64_t sum = do_touch(s_, v.value);
        put(i.a, {s_.box_int(sum), trace_ ? call(touch_helper, Type::I64, {boxed(v)}) : kNoRef});
        break;
      }
    }
    return pc + 1;
  }

  void begin() {
    pc_ = 0;
    snapshot_ = kNone;
    guard(Op::Safepoint, kNoRef);
  }

  void finish() {
    pc_ = 0;
    snapshot_ = kNone;
    Ins ins{};
    ins.op = Op::JumpEntry;
    ins.type = Type::Void;
    ins.imm = trace_->unit;
    ins.snapshot = snapshot();
    trace_->append(ins);
  }

 private:
  Both get(int r) {
    Both v{s_.slots[r], kNoRef};
    if (!trace_) return v;
    if (refs_[r].is_none())
      refs_[r] = emit(Op::SlotLoad, Type::Value, kNoRef, kNoRef, kNoRef, static_cast<uint32_t>(r));
    v.ref = refs_[r];
    return v;
  }
  void put(int r, Both v) {
    s_.slots[r] = v.value;
    if (!trace_) return;
    refs_[r] = v.ref;
    dirty_[r] = true;
  }
  Both constant(uint64_t bits) {
    return {bits, trace_ ? trace_->constant(Type::Value, bits) : kNoRef};
  }
  Both none() { return constant(Value::none().bits()); }
  Ref global() { return trace_->constant(Type::Ref, kGlobal); }

  Ref emit(Op op, Type type, Ref a = kNoRef, Ref b = kNoRef, Ref c = kNoRef, uint32_t imm = 0) {
    if (!trace_) return kNoRef;
    Ins ins{};
    ins.op = op;
    ins.type = type;
    ins.a = a;
    ins.b = b;
    ins.c = c;
    ins.imm = imm;
    if (info(op).flags & Guard) ins.snapshot = snapshot();
    return trace_->append(ins);
  }
  void guard(Op op, Ref a, Ref b = kNoRef, uint32_t imm = 0) {
    emit(op, Type::Void, a, b, kNoRef, imm);
  }
  Ref call(HelperId helper, Type type, std::vector<Ref> arguments) {
    Ins ins{};
    ins.op = Op::Call;
    ins.type = type;
    ins.imm = helper;
    ins.a.index = static_cast<uint32_t>(trace_->args.size());
    ins.b.index = static_cast<uint32_t>(arguments.size());
    trace_->args.insert(trace_->args.end(), arguments.begin(), arguments.end());
    return trace_->append(ins);
  }
  uint32_t snapshot() {
    if (snapshot_ != kNone) return snapshot_;
    Snapshot s;
    s.pc = static_cast<uint32_t>(pc_);
    for (int r = 0; r < kSlots; ++r)
      if (dirty_[r]) s.entries.push_back({r, refs_[r]});
    trace_->snapshots.push_back(s);
    return snapshot_ = static_cast<uint32_t>(trace_->snapshots.size() - 1);
  }

  bool check(Both& v, bool concrete, Type type, Op yes, Op no, Op unbox) {
    if (!trace_) return concrete;
    Type have = trace_->type_of(v.ref);
    if (have != Type::Value) return concrete;
    if (s_.is_big(v.value)) {
      aborted = true;
      return concrete;
    }
    guard(concrete ? yes : no, v.ref);
    if (concrete) v.ref = emit(unbox, type, v.ref);
    return concrete;
  }
  bool is_int(Both& v) {
    bool c = Value::from_bits(v.value).is_int() || s_.is_big(v.value);
    return check(v, c, Type::I64, Op::GuardInt, Op::GuardNotInt, Op::UnboxInt);
  }
  bool is_float(Both& v) {
    bool c = Value::from_bits(v.value).is_double();
    return check(v, c, Type::F64, Op::GuardFloat, Op::GuardNotFloat, Op::UnboxFloat);
  }
  bool is_bool(Both& v) {
    bool c = Value::from_bits(v.value).is_bool();
    return check(v, c, Type::Bool, Op::GuardBool, Op::GuardNotBool, Op::UnboxBool);
  }
  bool is_object(Both& v) {
    bool c = Value::from_bits(v.value).is_object() && !s_.is_big(v.value);
    return check(v, c, Type::Ref, Op::GuardRef, Op::GuardNotRef, Op::UnboxRef);
  }
  /// Of one of the two maps.
  bool is_instance(Both& v) {
    if (!is_object(v)) return false;
    auto map = static_cast<MapId>(s_.at(v.value, Part::Map, 0));
    if (map != kMapA && map != kMapB) {
      guard(Op::GuardNotMap, v.ref, kNoRef, kMapA);
      guard(Op::GuardNotMap, v.ref, kNoRef, kMapB);
      return false;
    }
    if (map == kMapB) guard(Op::GuardNotMap, v.ref, kNoRef, kMapA);
    guard(Op::GuardMap, v.ref, kNoRef, map);
    return true;
  }
  /// The map of a list, or 0.
  MapId list_map(Both& v) {
    if (!is_object(v)) return 0;
    auto map = static_cast<MapId>(s_.at(v.value, Part::Map, 0));
    if (map == kMapList || map == kMapListF64) {
      guard(Op::GuardMap, v.ref, kNoRef, map);
      return map;
    }
    guard(Op::GuardNotMap, v.ref, kNoRef, kMapList);
    guard(Op::GuardNotMap, v.ref, kNoRef, kMapListF64);
    return 0;
  }
  Ref boxed(Both v) {
    if (!trace_) return kNoRef;
    switch (trace_->type_of(v.ref)) {
      case Type::I64:
        return emit(Op::BoxInt, Type::Value, v.ref);
      case Type::F64:
        return emit(Op::BoxFloat, Type::Value, v.ref);
      case Type::Ref:
        return emit(Op::BoxRef, Type::Value, v.ref);
      case Type::Bool:
        return emit(Op::BoxBool, Type::Value, v.ref);
      default:
        return v.ref;
    }
  }
  /// Raw contents of a field.
  Both field(Both o, Field f) {
    return {s_.at(o.value, Part::Field, offset(f)),
            emit(Op::LoadField, field_info(static_cast<uint32_t>(f)).type, o.ref, kNoRef, kNoRef,
                 static_cast<uint32_t>(f))};
  }
  void set_field(Both o, Field f, Both raw) {
    s_.at(o.value, Part::Field, offset(f)) = raw.value;
    emit(Op::StoreField, Type::Void, o.ref, raw.ref, kNoRef, static_cast<uint32_t>(f));
  }

  double number(const Both& v, bool integer) {
    return integer ? static_cast<double>(s_.int_of(v.value))
                   : Value::from_bits(v.value).as_double();
  }

  /// Both operands as floats, if they are numbers and not both integers.
  bool floats(Both& x, Both& y, bool xi, bool yi) {
    if (!(xi || is_float(x)) || !(yi || is_float(y))) return false;
    if (xi) x.ref = emit(Op::IntToFloat, Type::F64, x.ref);
    if (yi) y.ref = emit(Op::IntToFloat, Type::F64, y.ref);
    return true;
  }

  Both arithmetic(Op op, Op float_op, const Instruction& i) {
    Both x = get(i.b), y = get(i.c);
    bool xi = is_int(x), yi = is_int(y);
    if (xi && yi) {
      int64_t result;
      if (evaluate_int<64>(op, s_.int_of(x.value), s_.int_of(y.value), result))
        return {s_.box_int(result), emit(op, Type::I64, x.ref, y.ref)};
      aborted = true;
    } else if (!floats(x, y, xi, yi)) {
      return none();
    }
    uint64_t bits = 0;
    evaluate(float_op, double_bits(number(x, xi)), double_bits(number(y, yi)), 0, bits);
    return {s_.box(Type::F64, bits),
            aborted ? none().ref : emit(float_op, Type::F64, x.ref, y.ref)};
  }

  Both compare(const Instruction& i) {
    Both x = get(i.b), y = get(i.c);
    bool xi = is_int(x), yi = is_int(y);
    bool less = i.code == Code::Less, truth;
    Ref ref;
    if (xi && yi) {
      int64_t a = s_.int_of(x.value), b = s_.int_of(y.value);
      truth = less ? a < b : a == b;
      ref = emit(less ? Op::Lt : Op::Eq, Type::Bool, x.ref, y.ref);
    } else if (floats(x, y, xi, yi)) {
      double a = number(x, xi), b = number(y, yi);
      truth = less ? a < b : a == b;
      ref = emit(less ? Op::Flt : Op::Feq, Type::Bool, x.ref, y.ref);
    } else {
      return none();
    }
    return {Value::boolean(truth).bits(), ref};
  }

  /// Checks the index; false with a recorded guard if it is out of range.
  bool in_range(Both& index, Both o) {
    if (!is_int(index)) return false;
    Both n = field(o, Field::ListLength);
    bool in = static_cast<uint64_t>(s_.int_of(index.value)) < n.value;
    guard(in ? Op::GuardTrue : Op::GuardFalse, emit(Op::Ult, Type::Bool, index.ref, n.ref));
    return in;
  }

  Both item(const Instruction& i) {
    Both o = get(i.b), index = get(i.c);
    MapId map = list_map(o);
    if (map == 0 || !in_range(index, o)) return none();
    Both items = field(o, Field::ListItems);
    uint64_t raw = s_.at(items.value, Part::Element, s_.int_of(index.value));
    if (map == kMapListF64)
      return {s_.box(Type::F64, raw), emit(Op::LoadF64, Type::F64, items.ref, index.ref)};
    return {raw, emit(Op::LoadCells, Type::Value, items.ref, index.ref)};
  }

  void put_item(const Instruction& i) {
    Both o = get(i.a), index = get(i.b), v = get(i.c);
    MapId map = list_map(o);
    if (map == 0 || !in_range(index, o)) return;
    if (map == kMapListF64 && !is_float(v)) return;
    Both items = field(o, Field::ListItems);
    uint64_t& raw = s_.at(items.value, Part::Element, s_.int_of(index.value));
    if (map == kMapListF64) {
      raw = double_bits(Value::from_bits(v.value).as_double());
      emit(Op::StoreF64, Type::Void, items.ref, index.ref, v.ref);
    } else {
      raw = v.value;
      emit(Op::StoreCells, Type::Void, items.ref, index.ref, boxed(v));
      emit(Op::Barrier, Type::Void, items.ref);
    }
  }

  bool next(const Instruction& i) {
    Both o = get(i.b);
    if (!is_object(o)) return false;
    if (s_.at(o.value, Part::Map, 0) != kMapRangeIter) return false;
    guard(Op::GuardMap, o.ref, kNoRef, kMapRangeIter);
    Both left = field(o, Field::RangeIterLeft);
    if (left.value == 0) return false;
    if (trace_) guard(Op::GuardTrue, emit(Op::Gt, Type::Bool, left.ref, trace_->int_constant(0)));
    Both now = field(o, Field::RangeIterNext), step = field(o, Field::RangeIterStep);
    set_field(o, Field::RangeIterNext,
              {now.value + step.value, emit(Op::Add, Type::I64, now.ref, step.ref)});
    set_field(o, Field::RangeIterLeft,
              {left.value - 1,
               trace_ ? emit(Op::Sub, Type::I64, left.ref, trace_->int_constant(1)) : kNoRef});
    put(i.a, {s_.box_int(static_cast<int64_t>(now.value)), now.ref});
    return true;
  }

  State& s_;
  Trace* trace_;
  int pc_ = 0;
  uint32_t snapshot_ = kNone;
  Ref refs_[kSlots];
  bool dirty_[kSlots] = {};
};

}  // namespace

void interpret(State& state, const Program& program, size_t pc, int iterations) {
  Machine machine(state, nullptr);
  for (int n = 0; n < iterations; ++n) {
    for (int at = static_cast<int>(pc); at < static_cast<int>(program.size());) {
      at = machine.step(program, at);
      if (at < 0) return;
    }
    pc = 0;
  }
}

bool record(State& state, const Program& program, Trace& trace) {
  Machine machine(state, &trace);
  machine.begin();
  for (int at = 0; at < static_cast<int>(program.size());) {
    at = machine.step(program, at);
    if (at < 0 || machine.aborted) {
      // The rest of the iteration, unrecorded.
      if (at < 0) return false;
      Machine plain(state, nullptr);
      while (at >= 0 && at < static_cast<int>(program.size())) at = plain.step(program, at);
      return false;
    }
  }
  machine.finish();
  return true;
}

// --- the evaluator of traces

namespace {

class Runner {
 public:
  Runner(State& state, const Trace& trace, std::string& error)
      : s_(state), t_(trace), error_(error), values_(trace.ops.size()) {}

  ExitPoint run(int iterations) {
    left_ = iterations;
    uint32_t i = 0;
    while (error_.empty()) {
      const Ins& ins = t_.ops[i];
      if (ins.flags & kSunk) {
        ++i;
        continue;
      }
      if (ins.op == Op::JumpLoop) {
        i = jump_loop();
        ++iterations_;
        continue;
      }
      if (ins.op == Op::JumpEntry) {
        restore(i, ins.snapshot);
        ++iterations_;
        i = 0;
        continue;
      }
      if (!execute(i, ins)) {
        restore(i, ins.snapshot);
        return {ins.snapshot, iterations_};
      }
      ++i;
    }
    return {};
  }

 private:
  uint64_t get(Ref ref) const {
    return ref.is_constant() ? t_.constant(ref).bits : values_[ref.index];
  }
  uint64_t get_boxed(Ref ref) {
    if (ref.is_op() && t_.at(ref).op == Op::New && (t_.at(ref).flags & kSunk)) return build(ref);
    return s_.box(t_.type_of(ref), get(ref));
  }

  uint32_t jump_loop() {
    uint32_t loop = 0;
    while (t_.ops[loop].op != Op::Loop) ++loop;
    std::vector<uint64_t> next;
    uint32_t i = loop + 1;
    for (; t_.ops[i].op == Op::Phi; ++i) next.push_back(get(t_.ops[i].b));
    for (uint32_t k = loop + 1; k < i; ++k) values_[k] = next[k - loop - 1];
    return i;
  }

  uint64_t build(Ref ref) {
    auto it = built_.find(ref.index);
    if (it != built_.end()) return it->second;
    uint64_t o = s_.allocate(t_.allocs[t_.at(ref).imm].map);
    built_[ref.index] = o;
    for (uint32_t store : sunk_stores(t_, ref, exit_op_)) {
      const Ins& ins = t_.ops[store];
      do_store(ins.op, ins.imm, o, ins.b, ins.c);
    }
    return o;
  }

  void do_store(Op op, uint32_t imm, uint64_t object, Ref b, Ref c) {
    bool boxed = stores_boxed(op, imm);
    Ref value_ref = fixed_operand_count(op) == 3 ? c : b;
    uint64_t value = 0;
    if (op != Op::SetMap) value = boxed ? get_boxed(value_ref) : get(value_ref);
    switch (op) {
      case Op::StoreField:
        s_.at(object, Part::Field, field_info(imm).offset) = value;
        break;
      case Op::StoreInline:
        s_.at(object, Part::Inline, imm) = value;
        break;
      case Op::StoreCells:
      case Op::StoreF64:
        s_.at(object, Part::Element, static_cast<int64_t>(get(b))) = value;
        break;
      case Op::SetMap:
        s_.at(object, Part::Map, 0) = imm;
        break;
      default:
        error_ = std::string("no store ") + info(op).text;
    }
  }

  void restore(uint32_t i, uint32_t snapshot) {
    exit_op_ = i;
    built_.clear();
    // Shared snapshots are described as of their first owner.
    exit_op_ = snapshot_owner(t_, snapshot);
    const Snapshot& s = t_.snapshots[snapshot];
    std::vector<std::pair<int, uint64_t>> slots;
    // What an exit names is what snapshot_uses lists, or a constant.
    std::vector<Ref> uses = snapshot_uses(t_, snapshot);
    for (Ref ref : uses)
      if (ref.is_op() && (t_.at(ref).flags & kSunk)) error_ = "snapshot_uses lists a sunk op";
    for (const PendingStore& p : s.pending) do_store(p.op, p.imm, get(p.a), p.b, p.c);
    for (const SnapshotEntry& e : s.entries) slots.emplace_back(e.slot, get_boxed(e.value));
    for (auto [slot, value] : slots) s_.slots[slot] = value;
  }

  /// False if the op leaves.
  bool execute(uint32_t i, const Ins& ins) {
    uint64_t& out = values_[i];
    auto a = [&] { return get(ins.a); };
    auto b = [&] { return get(ins.b); };
    Value v = Value::from_bits(ins.a.is_none() || has_flag(ins, Call) ? 0 : a());
    switch (ins.op) {
      case Op::SlotLoad:
        out = s_.slots[ins.imm];
        return true;
      case Op::Loop:  // the pre-roll was one
        ++iterations_;
        return true;
      case Op::Phi:
        out = a();
        return true;
      case Op::Barrier:
        return true;
      case Op::Safepoint:
        return left_-- > 0;
      case Op::BoxInt:
        out = s_.box_int(static_cast<int64_t>(a()));
        if ((ins.aux & kBoxFits) && s_.is_big(out)) error_ = "box_int does not fit";
        return true;
      case Op::UnboxInt:
        if (!v.is_int()) error_ = "unbox_int of no int: " + print_op(t_, i);
        out = static_cast<uint64_t>(v.as_int());
        return true;
      case Op::UnboxRef:
        if (!v.is_object()) error_ = "unbox_ref of no object";
        out = a();
        return true;
      case Op::GuardInt:
        return v.is_int();
      case Op::GuardNotInt:
        return !v.is_int() && !s_.is_big(v.bits());  // the recorder does not look further
      case Op::GuardFloat:
        return v.is_double();
      case Op::GuardNotFloat:
        return !v.is_double();
      case Op::GuardRef:
        return v.is_object();
      case Op::GuardNotRef:
        return !v.is_object();
      case Op::GuardBool:
        return v.is_bool();
      case Op::GuardNotBool:
        return !v.is_bool();
      case Op::GuardIs:
        return a() == b();
      case Op::GuardIsNot:
        return a() != b();
      case Op::GuardTrue:
        return a() != 0;
      case Op::GuardFalse:
        return a() == 0;
      case Op::GuardMap:
        return s_.at(a(), Part::Map, 0) == ins.imm;
      case Op::GuardNotMap:
        return s_.at(a(), Part::Map, 0) != ins.imm;
      case Op::LoadField:
        out = s_.at(a(), Part::Field, field_info(ins.imm).offset);
        return true;
      case Op::LoadInline:
        out = s_.at(a(), Part::Inline, ins.imm);
        return true;
      case Op::LoadCells:
      case Op::LoadF64:
        out = s_.at(a(), Part::Element, static_cast<int64_t>(b()));
        return true;
      case Op::LoadMap:
        out = s_.at(a(), Part::Map, 0);
        return true;
      case Op::New:
        out = s_.allocate(t_.allocs[ins.imm].map);
        return true;
      case Op::Call:
        if (ins.imm == append_helper)
          out = do_append(s_, get(t_.args[ins.a.index]), get(t_.args[ins.a.index + 1]));
        else
          out = static_cast<uint64_t>(do_touch(s_, get(t_.args[ins.a.index])));
        return true;
      default:
        break;
    }
    if (has_flag(ins, Store)) {
      do_store(ins.op, ins.imm, a(), ins.b, ins.c);
      return true;
    }
    uint64_t c = ins.c.is_none() ? 0 : get(ins.c);
    uint64_t second = fixed_operand_count(ins.op) > 1 ? b() : 0;
    if (evaluate(ins.op, a(), second, c, out)) return true;
    if (!has_flag(ins, Guard)) error_ = "cannot evaluate " + print_op(t_, i);
    return false;
  }

  State& s_;
  const Trace& t_;
  std::string& error_;
  std::vector<uint64_t> values_;
  std::unordered_map<uint32_t, uint64_t> built_;
  uint32_t exit_op_ = 0;
  int left_ = 0, iterations_ = 0;
};

}  // namespace

ExitPoint run_trace(State& state, const Trace& trace, int iterations, std::string& error) {
  return Runner(state, trace, error).run(iterations);
}

}  // namespace hothouse::mini
