// Random traces for comparing backends: every op that a backend lowers, loops with phis,
// snapshots over random values, and bridges that jump back into the body.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "core/backend/exit_values.h"
#include "core/ir/trace.h"

namespace hothouse::backend {

/// What the traces work on: slots of the frame, and payload objects.
struct RandomWorld {
  static constexpr int kInts = 6, kFloats = 5;  // slots 0..5 and 6..10
  static constexpr int kFuelSlot = 40;
  static constexpr int kElements = 8;
  Object* floats = nullptr;  // Raw
  Object* ints = nullptr;    // Raw
  Object* bytes = nullptr;   // Raw
  Object* cells = nullptr;   // Cells
};

class RandomTrace {
 public:
  RandomTrace(uint64_t seed, const RandomWorld& world) : random_(seed), world_(world) {}

  /// A loop unit 1; now and then without a loop op, ending in an exit.
  ir::Trace make_loop();
  /// A bridge from an exit of `parent` back into the body of `loop`.
  ir::Trace make_bridge(const ir::Trace& parent, uint32_t snapshot, const ir::Trace& loop,
                        uint32_t unit);

 private:
  using Type = ir::Type;
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(random_() % n); }
  bool chance(uint32_t percent) { return below(100) < percent; }
  int64_t interesting_int();
  double interesting_float();

  ir::Ref emit(ir::Op op, Type type, ir::Ref a = ir::kNoRef, ir::Ref b = ir::kNoRef,
               ir::Ref c = ir::kNoRef, uint32_t imm = 0, uint16_t aux = 0);
  ir::Ref constant(Type type, uint64_t bits);
  ir::Ref any(Type type);    // a value or a constant of this type
  ir::Ref value(Type type);  // a value if there is one
  void guard(ir::Op op, ir::Ref a, ir::Ref b = ir::kNoRef);
  uint32_t snapshot();
  ir::Ref index();
  void random_op();
  void int_op();
  void float_op();
  void memory_op();
  void boxing_op();
  void call_op();
  void random_guard();
  void fill_params();

  std::mt19937_64 random_;
  const RandomWorld& world_;
  ir::Trace trace_;
  std::vector<ir::Ref> values_[8];  // by type
  uint32_t body_ = 0;               // index of the loop op, 0: none
};

}  // namespace hothouse::backend
