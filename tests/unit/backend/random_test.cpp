// Random traces, each run on eval and on x64 (with all registers and with few) from the same
// state: they must leave alike. HOTHOUSE_RANDOM_TRACES=N runs N seeds instead of a few,
// HOTHOUSE_RANDOM_SEED=S starts there.
#include <cmath>
#include <cstdlib>

#include "core/ir/print.h"
#include "tests/unit/backend/harness.h"
#include "tests/unit/backend/random_trace.h"

namespace hothouse::backend {
namespace {

/// Payloads whose contents are put back before every run.
class World {
 public:
  explicit World(uint64_t seed) {
    std::mt19937_64 random(seed);
    for (int i = 0; i < 4; i++) {
      auto* o = reinterpret_cast<Object*>(memory_[i]);
      o->map = i == 3 ? MapId{kMapCells} : MapId{kMapRaw};
      o->kind = i == 3 ? hothouse::Kind::Cells : hothouse::Kind::Raw;
      o->gc = kGcOld;
      memory_[i][1] = RandomWorld::kElements;
      for (int k = 0; k < RandomWorld::kElements + 4; k++) {
        uint64_t bits = random();
        if (i == 0) bits = bits_of(static_cast<double>(static_cast<int64_t>(bits >> 40)) / 8);
        if (i == 1) bits >>= bits % 60;
        if (i == 3) bits = Value::small_int(static_cast<int64_t>(bits >> 20)).bits();
        memory_[i][2 + k] = bits;
      }
    }
    world.floats = reinterpret_cast<Object*>(memory_[0]);
    world.ints = reinterpret_cast<Object*>(memory_[1]);
    world.bytes = reinterpret_cast<Object*>(memory_[2]);
    world.cells = reinterpret_cast<Object*>(memory_[3]);
    std::memcpy(saved_, memory_, sizeof memory_);
  }
  void reset() { std::memcpy(memory_, saved_, sizeof memory_); }
  std::vector<uint64_t> contents() const {
    return std::vector<uint64_t>(&memory_[0][0], &memory_[0][0] + 4 * 16);
  }
  RandomWorld world;

 private:
  alignas(16) uint64_t memory_[4][16] = {};
  uint64_t saved_[4][16];
};

bool both_nan(uint64_t a, uint64_t b) {
  auto is_nan = [](uint64_t x) {
    return std::isnan(double_of(x)) || std::isnan(double_of(x - Value::kDoubleOffset));
  };
  return is_nan(a) && is_nan(b);
}

/// Values that are BigInts have another address each time: compare what they hold.
bool equal(uint64_t a, uint64_t b) { return a == b || both_nan(a, b); }

struct Outcome {
  Leave leave;
  std::vector<uint64_t> memory;
  bool operator==(const Outcome& o) const {
    if (leave.unit != o.leave.unit || leave.snapshot != o.leave.snapshot) return false;
    if (leave.entries.size() != o.leave.entries.size()) return false;
    for (auto& [slot, bits] : leave.entries) {
      if (!equal(bits, o.leave.entries.at(slot))) return false;
    }
    for (size_t i = 0; i < memory.size(); i++) {
      if (!equal(memory[i], o.memory[i])) return false;
    }
    return true;
  }
};

std::string text_of(const Outcome& o) {
  std::string text =
      "unit " + std::to_string(o.leave.unit) + " s" + std::to_string(o.leave.snapshot) + " {";
  for (auto& [slot, bits] : o.leave.entries) {
    char item[64];
    std::snprintf(item, sizeof item, " %d: %llx (%g)", slot, static_cast<unsigned long long>(bits),
                  double_of(bits));
    text += item;
  }
  text += " } memory";
  for (uint64_t w : o.memory) {
    char item[32];
    std::snprintf(item, sizeof item, " %llx", static_cast<unsigned long long>(w));
    text += item;
  }
  return text;
}

Outcome run(Machine& machine, World& world, uint64_t seed) {
  world.reset();
  std::mt19937_64 random(seed * 7 + 1);
  for (int i = 0; i < RandomWorld::kInts; i++) {
    auto bits = static_cast<int64_t>(random());
    machine.set_int(i, bits >> (14 + static_cast<uint64_t>(bits) % 50));
  }
  for (int i = 0; i < RandomWorld::kFloats; i++) {
    machine.set_float(RandomWorld::kInts + i, static_cast<double>(random() % 2000) / 16 - 60);
  }
  machine.set_int(RandomWorld::kFuelSlot, 20);
  Outcome o;
  o.leave = machine.run();
  o.memory = world.contents();
  return o;
}

bool compare_backends(uint64_t seed) {
  World world(seed);
  RandomTrace generator(seed, world.world);
  std::deque<ir::Trace> traces;
  traces.push_back(generator.make_loop());
  std::string problem = ir::verify(traces.back());
  EXPECT_EQ(problem, "") << ir::print(traces.back());
  if (!problem.empty()) return false;

  std::deque<Machine> machines;
  for (const Kind& kind : kKinds) machines.emplace_back(kind);
  auto compile_everywhere = [&](const ir::Trace& t) {
    bool ok = true;
    for (Machine& m : machines) {
      m.traces.push_back(t);
      CompileOptions options;
      options.registers = m.registers();
      CompileResult r = m.backend->compile(m.traces.back(), options);
      // With few registers the spill area may be too small: nothing to compare then.
      if (!r.ok) ok = false;
      if (!r.ok && r.reason.find("spill area") == std::string::npos) {
        ADD_FAILURE() << "seed " << seed << ": " << r.reason << "\n" << ir::print(t);
      }
    }
    return ok;
  };
  if (!compile_everywhere(traces.front())) return !::testing::Test::HasFailure();
  for (uint32_t round = 0; round < 6; round++) {
    Outcome expected = run(machines[0], world, seed);
    for (size_t i = 1; i < machines.size(); i++) {
      Outcome got = run(machines[i], world, seed);
      if (got == expected) continue;
      std::string all;
      for (const ir::Trace& t : traces) all += ir::print(t) + "\n";
      ADD_FAILURE() << "seed " << seed << " round " << round << " " << kKinds[i].name
                    << "\nexpected " << text_of(expected) << "\ngot      " << text_of(got) << "\n"
                    << all;
      return false;
    }
    // A bridge where it left, and once more.
    const ir::Trace* parent = nullptr;
    for (const ir::Trace& t : traces) {
      if (t.unit == expected.leave.unit) parent = &t;
    }
    if (parent->snapshots[expected.leave.snapshot].entries.empty() && round > 2) break;
    ir::Trace bridge =
        generator.make_bridge(*parent, expected.leave.snapshot, traces.front(), round + 2);
    problem = ir::verify(bridge);
    EXPECT_EQ(problem, "") << ir::print(bridge);
    if (!problem.empty()) return false;
    traces.push_back(bridge);
    if (!compile_everywhere(bridge)) break;
    for (Machine& m : machines) {
      m.backend->link_bridge(bridge.parent_unit, bridge.parent_exit, bridge.unit);
    }
  }
  return true;
}

uint64_t number_of(const char* variable, uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

TEST(RandomTraces, BackendsAgree) {
  uint64_t first = number_of("HOTHOUSE_RANDOM_SEED", 1);
  uint64_t count = number_of("HOTHOUSE_RANDOM_TRACES", 150);
  for (uint64_t seed = first; seed < first + count; seed++) {
    if (!compare_backends(seed)) break;
  }
}

}  // namespace
}  // namespace hothouse::backend
