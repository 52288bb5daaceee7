#include "core/builtins/decimal/objects.h"

#include "core/builtins/library.h"
#include "core/objects/instance.h"
#include "core/objects/int_view.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"
#include "core/vm/threads.h"

namespace hothouse::decimal {
namespace {

constexpr int64_t kShortPrecision = 37;  // 10^37 has 123 bits

enum NumberSlot : uint8_t { kCoefficient, kExponent, kForm, kNumberSlots };
constexpr const char* kNumberNames[] = {"_int", "_exp", "_form"};
enum ContextSlot : uint8_t {
  kPrecision,
  kLeast,
  kMost,
  kRounding,
  kClamp,
  kCapitals,
  kFlags,
  kTraps,
  kContextSlots
};
constexpr const char* kContextNames[] = {"_prec",    "_emin",     "_emax",   "_rounding",
                                         "_clamped", "_capitals", "_status", "_trapped"};

// Where instances of the map that was seen last have their attributes.
template <size_t N>
struct Layout {
  Type* type = nullptr;  // classes neither move nor end
  const char* const* names = nullptr;
  MapId map = 0;
  uint32_t slots[N] = {};
  bool all_inline = false;

  bool matches(Leaf& vm, Value v) {
    if (!v.is_object() || !v.as_object()->is(Kind::Instance)) return false;
    return v.as_object()->map == map || look_up(vm, v);
  }
  Value slot(Value v, size_t i) const {
    return all_inline ? v.as<Instance>()->slots()[slots[i]] : instance_slot(v, slots[i]);
  }
  int64_t integer(Value v, size_t i) const {
    const Value x = slot(v, i);
    if (x.is_int()) [[likely]]
      return x.as_int();
    int64_t n = 0;
    as_int64(x, &n);
    return n;
  }

 private:
  bool look_up(Leaf& vm, Value v) {
    if (type == nullptr || !is_subtype(type_of(vm, v), type)) return false;
    const Map* m = map_of_instance(vm, v);
    all_inline = true;
    for (size_t i = 0; i < N; ++i) {
      const int slot = m->find(vm.intern(names[i]));
      if (slot < 0) return false;
      slots[i] = static_cast<uint32_t>(slot);
      if (slots[i] >= m->inline_slots) all_inline = false;
    }
    map = m->id;
    return true;
  }
};

struct State {
  Layout<kNumberSlots> number, subclass;  // Decimal itself, and classes of programs
  Layout<kContextSlots> context;
  // A Decimal to be: its map, and the root that map belongs to.
  uint64_t made_root = 0;
  const Map* made = nullptr;
};

State* current_state = nullptr;
Leaf* state_owner = nullptr;

// The state of a Vm. There is one for each, and nearly always one Vm.
State& state_of(Leaf& vm) {
  if (state_owner == &vm) return *current_state;
  std::shared_ptr<void>& kept = vm.library().module_state["decimal"];
  if (!kept) {
    kept = std::shared_ptr<State>(new State, [](State* state) {
      if (current_state == state) state_owner = nullptr;
      delete state;
    });
  }
  current_state = static_cast<State*>(kept.get());
  state_owner = &vm;
  return *current_state;
}

Value current_context(Leaf& vm) { return static_cast<Vm&>(vm).threads().current().context_value; }

// Instances are made with all their attributes; where they lie is known from the first on.
void learn_layout(Leaf& vm, State& state) {
  Type* type = state.number.type;
  Value first = make_instance(vm, type);
  for (const char* name : kNumberNames) {
    instance_set(vm, first, vm.intern(name), Value::small_int(0));
  }
  const Map* m = vm.maps().get(static_cast<MapId>(type->root_map));
  for (const char* name : kNumberNames) m = vm.maps().with(const_cast<Map*>(m), vm.intern(name));
  state.made_root = type->root_map;
  state.made = m;
}

}  // namespace

void set_classes(Leaf& vm, Value decimal, Value context) {
  State& state = state_of(vm);
  state.number.type = state.subclass.type = decimal.as<Type>();
  state.number.names = state.subclass.names = kNumberNames;
  state.context.type = context.as<Type>();
  state.context.names = kContextNames;
  state.number.map = state.subclass.map = state.context.map = 0;
  state.made_root = 0;
}

bool read_number(Leaf& vm, Value v, Number* n) {
  if (v.is_int()) {
    const int64_t i = v.as_int();
    n->set(i < 0,
           Natural(i < 0 ? uint64_t{0} - static_cast<uint64_t>(i) : static_cast<uint64_t>(i)), 0);
    return true;
  }
  State& state = state_of(vm);
  Layout<kNumberSlots>* layout = &state.number;
  if (is_instance_kind(v) && v.as_object()->map != layout->map && layout->map != 0) {
    layout = &state.subclass;
  }
  if (layout->matches(vm, v)) {
    take_int(n->coefficient, layout->slot(v, kCoefficient));
    n->exponent = layout->integer(v, kExponent);
    n->form = static_cast<uint8_t>(layout->integer(v, kForm));
    return true;
  }
  const Value i = as_int(vm, v);
  if (i.is_undefined()) return false;
  take_int(n->coefficient, i);
  n->exponent = 0;
  n->form = int_sign(i) < 0 ? kNegative : 0;
  return true;
}

namespace {

Value make_decimal(Leaf& vm, Value coefficient, Value exponent, uint8_t form) {
  State& state = state_of(vm);
  if (state.made_root != state.number.type->root_map) learn_layout(vm, state);
  const Map* m = state.made;
  auto* o = static_cast<Instance*>(vm.heap().allocate(
      m->id, Kind::Instance, sizeof(Instance) + size_t{m->inline_slots} * 8, m->inline_slots));
  o->overflow = Value::undefined();
  Value* slots = o->slots();
  slots[kCoefficient] = coefficient;
  slots[kExponent] = exponent;
  slots[kForm] = Value::small_int(form);
  std::fill(slots + kNumberSlots, slots + m->inline_slots, Value::undefined());
  return Value::from_object(o);
}

}  // namespace

Value make_number(Leaf& vm, const Number& n) {
  const Value coefficient = int_of(vm, n.coefficient, false);
  if (coefficient.is_raised()) return coefficient;
  return make_decimal(vm, coefficient, vm.heap().make_int(n.exponent), n.form);
}

bool read_short(Leaf& vm, Value v, ShortNumber* n) {
  if (v.is_int()) {
    n->coefficient = v.as_int();
    n->exponent = 0;
    return true;
  }
  const Layout<kNumberSlots>& layout = state_of(vm).number;
  if (!v.is_object() || v.as_object()->map != layout.map || !layout.all_inline) return false;
  const Value* slots = v.as<Instance>()->slots();
  const Value coefficient = slots[layout.slots[kCoefficient]];
  const Value exponent = slots[layout.slots[kExponent]];
  const Value form = slots[layout.slots[kForm]];
  if (!exponent.is_int()) return false;
  if (coefficient.is_int()) {
    n->coefficient = coefficient.as_int();
  } else {
    if (!is_big_int(coefficient)) return false;
    auto* big = coefficient.as<BigInt>();
    const Limb* row = big->limbs();
    if (big->limb_count > 2 || (big->limb_count == 2 && row[1] >> 62 != 0)) return false;
    n->coefficient = row[0];
    if (big->limb_count == 2) n->coefficient |= Wide{static_cast<int64_t>(row[1])} << 64;
  }
  n->exponent = exponent.as_int();
  if (form == Value::small_int(0)) return true;
  n->coefficient = -n->coefficient;
  return form == Value::small_int(kNegative) && n->coefficient != 0;
}

Value make_short(Leaf& vm, UnsignedWide coefficient, bool negative, int64_t exponent) {
  Value magnitude;
  if (coefficient <= static_cast<UnsignedWide>(Value::kMaxInt)) {
    magnitude = Value::small_int(static_cast<int64_t>(coefficient));
  } else {
    const Limb row[] = {static_cast<Limb>(coefficient), static_cast<Limb>(coefficient >> 64)};
    const size_t count = row[1] != 0 ? 2 : 1;
    BigInt* big = int_allocate(vm, count, false);
    for (size_t i = 0; i < count; ++i) big->limbs()[i] = row[i];
    magnitude = Value::from_object(big);
  }
  return make_decimal(vm, magnitude, Value::small_int(exponent), negative ? kNegative : 0);
}

bool read_short_context(Leaf& vm, Value context, ShortContext* result) {
  if (context.is_none()) context = current_context(vm);
  const Layout<kContextSlots>& layout = state_of(vm).context;
  if (!context.is_object() || context.as_object()->map != layout.map) return false;
  const int64_t precision = layout.integer(context, kPrecision);
  if (precision > kShortPrecision || layout.integer(context, kMost) < 3 * kShortExponent ||
      layout.integer(context, kLeast) > -3 * kShortExponent ||
      layout.integer(context, kClamp) != 0) {
    return false;
  }
  result->limit = kWidePowers.of[precision];
  result->precision = precision;
  result->rounding = static_cast<Rounding>(layout.integer(context, kRounding));
  result->silent =
      static_cast<uint32_t>(layout.integer(context, kFlags) & ~layout.integer(context, kTraps));
  return true;
}

ContextOperation::ContextOperation(Leaf& vm, Value context) : Operation(vm, kUnlimited), vm_(vm) {
  if (context.is_none() || context.is_undefined()) context = current_context(vm);
  Layout<kContextSlots>& layout = state_of(vm).context;
  if (context.is_undefined() || !layout.matches(vm, context)) return;
  context_ = context;
  settings.precision = layout.integer(context, kPrecision);
  settings.least = layout.integer(context, kLeast);
  settings.most = layout.integer(context, kMost);
  settings.rounding = static_cast<Rounding>(layout.integer(context, kRounding));
  settings.clamp = layout.integer(context, kClamp) != 0;
  capitals_ = layout.integer(context, kCapitals) != 0;
  flags_ = static_cast<uint32_t>(layout.integer(context, kFlags));
  traps_ = static_cast<uint32_t>(layout.integer(context, kTraps));
}

uint32_t ContextOperation::tell() {
  if ((status & ~flags_) != 0) {
    flags_ |= status;
    instance_set_slot(vm_, context_, state_of(vm_).context.slots[kFlags], Value::small_int(flags_));
  }
  return status & traps_;
}

Value ContextOperation::conclude(const Number& r) {
  if (status & kMemoryError) return vm_.memory_error();
  if (status != 0) {
    const uint32_t trapped = tell();
    if (trapped != 0) return Value::small_int(trapped);
  }
  return make_number(vm_, r);
}

}  // namespace hothouse::decimal
