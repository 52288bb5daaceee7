// A toy machine for the optimizer's tests: a heap of simulated objects, a tiny register language
// with an interpreter that also records traces, and an evaluator of traces. A program run by the
// interpreter alone and one run by (optimized) traces with the interpreter taking over at exits
// must end in the same state: that tests snapshots, pending stores and sunk objects as much as
// the ops themselves.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/ir/evaluate.h"
#include "core/ir/helpers.h"
#include "core/ir/operands.h"
#include "core/ir/print.h"
#include "core/ir/trace.h"

namespace hothouse::mini {

using namespace ir;

enum class Part : int { Map, Aux, Field, Inline, Element };

constexpr int kSlots = 10;
constexpr MapId kMapA = 300, kMapB = 301;
constexpr uint64_t kFirstObject = 0x100000, kFirstBig = 0x700000000000;

/// Registers and memory. Addresses are invented; integers beyond 50 bits are objects by value.
struct State {
  uint64_t slots[64] = {};
  std::map<std::tuple<uint64_t, Part, int64_t>, uint64_t> memory;
  std::map<int64_t, uint64_t> bigs;
  std::map<uint64_t, int64_t> big_values;
  uint64_t next_object = kFirstObject;

  uint64_t& at(uint64_t object, Part part, int64_t key) { return memory[{object, part, key}]; }
  uint64_t allocate(MapId map) {
    uint64_t o = next_object;
    next_object += 0x1000;
    at(o, Part::Map, 0) = map;
    return o;
  }
  uint64_t box_int(int64_t i) {
    if (Value::fits_small_int(i)) return Value::small_int(i).bits();
    auto it = bigs.find(i);
    if (it != bigs.end()) return it->second;
    uint64_t address = kFirstBig + 0x1000 * bigs.size();
    bigs[i] = address;
    big_values[address] = i;
    return address;
  }
  bool is_big(uint64_t v) const { return big_values.count(v) != 0; }
  int64_t int_of(uint64_t v) const {
    return is_big(v) ? big_values.at(v) : Value::from_bits(v).as_int();
  }
  uint64_t box(Type type, uint64_t bits) {
    switch (type) {
      case Type::I64:
        return box_int(static_cast<int64_t>(bits));
      case Type::F64: {
        double d;
        std::memcpy(&d, &bits, 8);
        return Value::from_foreign_double(d).bits();
      }
      case Type::Bool:
        return Value::boolean(bits != 0).bits();
      default:
        return bits;
    }
  }
  /// All that a program can see, objects numbered as they are met.
  std::string describe();
};

enum class Code : uint8_t {
  Const,  // r[a] = constant (imm)
  Move,   // r[a] = r[b]
  Add,    // r[a] = r[b] + r[c]; overflow of int64 makes a float
  Sub,
  Mul,
  Mod,  // by a positive constant
  Div,
  And,
  Less,  // r[a] = r[b] < r[c]
  Equal,
  IsNone,  // r[a] = r[b] is None
  Skip,    // if r[a] is not True: skip imm instructions
  New,     // r[a] = new object
  Get,     // r[a] = r[b].slot[imm] (None if it is no object)
  Set,     // r[a].slot[imm] = r[b]
  Turn,    // change the map of r[a]
  Item,    // r[a] = r[b][r[c]] (None if out of range)
  Put,     // r[a][r[b]] = r[c]
  Len,     // r[a] = len(r[b])
  Append,  // append r[b] to the list r[a], by a helper
  Next,    // r[a] = next(r[b]), or leave the loop
  Load,    // r[a] = global
  Store,   // global = r[a]
  Touch,   // a helper that reads memory: r[a] = sum of what it sees
};

struct Instruction {
  Code code;
  int a = 0, b = 0, c = 0;
  int64_t imm = 0;
};
using Program = std::vector<Instruction>;
std::string describe(const Program& program);

constexpr uint64_t kGlobal = kFirstObject;  // the first object of every state: a NameCell

/// Runs the program's loop from instruction `pc` in iteration `iteration` until it has run
/// `iterations`, or the iterator is exhausted.
void interpret(State& state, const Program& program, size_t pc, int iterations);

/// Interprets one iteration and records it. False if it cannot be recorded; the state is that
/// behind the iteration all the same.
bool record(State& state, const Program& program, Trace& trace);

/// How a run of a trace came to its end.
struct ExitPoint {
  uint32_t snapshot = 0;
  int iterations = 0;  // completed
};
/// Runs the trace from its start for at most that many iterations (the safepoint leaves then) and
/// restores the registers at the exit. Aborts the test on a broken trace.
ExitPoint run_trace(State& state, const Trace& trace, int iterations, std::string& error);

/// The program with traces: records in the first iteration, optimizes by `optimize`, runs.
void register_mini_helpers();

}  // namespace hothouse::mini
