// Runs traces given as text on any backend, against a VM stack of plain words, and tells how they
// left. What all backends must agree on is tested through this.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/backend/backend.h"
#include "core/backend/exit_values.h"
#include "core/ir/helpers.h"
#include "core/ir/parse.h"
#include "core/ir/verify.h"
#include "core/objects/heap.h"
#include "native/exec/x64_backend.h"

namespace hothouse::backend {

/// Which backend, and with how many registers.
struct Kind {
  const char* name;
  int registers;
};
inline void PrintTo(const Kind& k, std::ostream* out) { *out << k.name; }

constexpr Kind kKinds[] = {{"eval", 0}, {"x64", 0}, {"x64_3", 3}, {"x64_4", 4}, {"x64_6", 6}};

struct Leave {
  UnitId unit = 0;
  uint32_t snapshot = 0;
  int64_t base = 0;  // in slots from the stack's start
  bool in_call = false;
  std::map<int32_t, uint64_t> entries;  // slot: raw bits
  std::vector<uint64_t> pending;        // a, b, c of each pending store
};

class Machine : public ExitHandler {
 public:
  explicit Machine(const Kind& kind) : kind_(kind), heap_(state.nursery, HeapOptions{}) {
    state.native_stack_limit = 0;
    state.pending = Value::undefined();
    state.depth = 1;
    state.depth_limit = 1000;
    stack.assign(4096, Value::undefined());
    state.stack_limit = reinterpret_cast<uintptr_t>(stack.data() + stack.size());
    state.vm = 0x5a5a;
    if (std::string(kind.name) == "eval") {
      backend = make_eval_backend(state, *this);
    } else {
      backend = exec::make_x64_backend(state, *this);
    }
  }

  /// Parses, verifies and compiles; the trace lives as long as the machine.
  const ir::Trace& add(const std::string& text) {
    ir::ParseOptions options;
    options.find_ref = [this](std::string_view name) { return names[std::string(name)]; };
    ir::ParseResult r = ir::parse(text, options);
    EXPECT_TRUE(r.ok) << r.error << "\n" << text;
    traces.push_back(std::move(r.trace));
    ir::Trace& trace = traces.back();
    EXPECT_EQ(ir::verify(trace), "") << text;
    return add_trace(trace);
  }
  const ir::Trace& add_trace(const ir::Trace& trace) {
    CompileOptions options;
    options.registers = kind_.registers;
    last_compile = backend->compile(trace, options);
    EXPECT_TRUE(last_compile.ok) << last_compile.reason;
    return trace;
  }

  const Leave& run(UnitId unit = 1) {
    leaves.clear();
    backend->execute(unit, stack.data());
    EXPECT_FALSE(leaves.empty());
    if (leaves.empty()) leaves.emplace_back();
    return leaves.back();
  }

  uint64_t on_exit(UnitId unit, uint32_t snapshot, Value* base, ExitReader& reader) override {
    Leave leave;
    leave.unit = unit;
    leave.snapshot = snapshot;
    leave.base = base - stack.data();
    leave.in_call = reader.in_call();
    for (const ir::Trace& t : traces) {
      if (t.unit != unit) continue;
      for (const ir::SnapshotEntry& e : t.snapshots[snapshot].entries) {
        if (is_sunk(t, e.value)) continue;
        leave.entries[e.slot] = reader.read(e.value);
      }
      for (const ir::PendingStore& p : t.snapshots[snapshot].pending) {
        for (ir::Ref r : {p.a, p.b, p.c}) {
          if (!r.is_none() && !is_sunk(t, r)) leave.pending.push_back(reader.read(r));
        }
      }
      for (ir::Ref r : exit_values(t, snapshot)) reader.read(r);
    }
    leaves.push_back(leave);
    if (on_exit_hook) return on_exit_hook(leave, base);
    return Value::none().bits();
  }
  uint64_t call_interpreted(uint32_t code_id, Value* base) override {
    return interpret ? interpret(code_id, base) : Value::none().bits();
  }
  Heap& heap() override { return heap_; }

  int registers() const { return kind_.registers; }
  void set_int(int slot, int64_t i) { stack[static_cast<size_t>(slot)] = Value::small_int(i); }
  void set_float(int slot, double d) { stack[static_cast<size_t>(slot)] = Value::from_double(d); }

  VmState state;
  std::vector<Value> stack;
  std::deque<ir::Trace> traces;
  std::map<std::string, uint64_t> names;
  std::vector<Leave> leaves;
  CompileResult last_compile;
  std::function<uint64_t(const Leave&, Value*)> on_exit_hook;
  std::function<uint64_t(uint32_t, Value*)> interpret;

 private:
  static bool is_sunk(const ir::Trace& t, ir::Ref r) {
    return r.is_op() && (t.at(r).flags & ir::kSunk);
  }

  Kind kind_;
  Heap heap_;

 public:
  std::unique_ptr<Backend> backend;
};

class BackendTest : public ::testing::TestWithParam<Kind> {
 protected:
  Machine machine{GetParam()};
};

inline std::string kind_name(const ::testing::TestParamInfo<Kind>& info) { return info.param.name; }

inline uint64_t bits_of(double d) { return __builtin_bit_cast(uint64_t, d); }
inline double double_of(uint64_t b) { return __builtin_bit_cast(double, b); }
inline uint64_t word(int64_t i) { return static_cast<uint64_t>(i); }

}  // namespace hothouse::backend
