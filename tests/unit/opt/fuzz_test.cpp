// Random programs of the toy machine: the interpreter alone, the recorded trace, the trace after
// each single pass, after the pipeline, and after the pipeline without each pass must all end in
// the same state.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "core/ir/verify.h"
#include "core/opt/pipeline.h"
#include "tests/unit/opt/mini_machine.h"

namespace hothouse::opt {
namespace {

using namespace mini;

class Generator {
 public:
  explicit Generator(uint64_t seed) : random_(seed) {}

  int below(int n) { return static_cast<int>(random_() % static_cast<uint64_t>(n)); }

  uint64_t constant(State& s) {
    switch (below(9)) {
      case 0:
        return Value::none().bits();
      case 1:
        return Value::boolean(below(2)).bits();
      case 2:
        return Value::from_double(below(7) - 3 + 0.5).bits();
      case 3:
        return Value::from_double(below(2) ? 0.0 : -0.0).bits();
      case 4:
        return s.box_int((int64_t{1} << 48) - below(5));
      default:
        return s.box_int(below(9) - 2);
    }
  }

  /// Registers 0 and 1 hold objects, 2 a list of doubles, 3 a list of Values, 4 a range iterator,
  /// the others anything; two names may mean the same object.
  State state() {
    State s;
    uint64_t global = s.allocate(kMapNameCell);
    s.at(global, Part::Field, offset(ir::Field::NameCellValue)) = constant(s);
    uint64_t objects[2];
    for (uint64_t& o : objects) {
      o = s.allocate(below(3) ? kMapA : kMapB);
      for (int k = 0; k < 3; ++k) s.at(o, Part::Inline, k) = constant(s);
    }
    s.slots[0] = objects[0];
    s.slots[1] = objects[below(2)];
    for (int list = 0; list < 2; ++list) {
      uint64_t l = s.allocate(list ? kMapList : kMapListF64);
      uint64_t items = s.allocate(list ? kMapCells : kMapRaw);
      int length = 3 + below(5);
      s.at(l, Part::Field, offset(ir::Field::ListLength)) = static_cast<uint64_t>(length);
      s.at(l, Part::Field, offset(ir::Field::ListItems)) = items;
      for (int k = 0; k < length; ++k) {
        double d = k + 0.25;
        uint64_t bits;
        std::memcpy(&bits, &d, 8);
        s.at(items, Part::Element, k) = list ? constant(s) : bits;
      }
      s.slots[2 + list] = l;
    }
    uint64_t it = s.allocate(kMapRangeIter);
    s.at(it, Part::Field, offset(ir::Field::RangeIterNext)) = static_cast<uint64_t>(below(4));
    s.at(it, Part::Field, offset(ir::Field::RangeIterStep)) = static_cast<uint64_t>(1 + below(2));
    s.at(it, Part::Field, offset(ir::Field::RangeIterLeft)) = static_cast<uint64_t>(4 + below(20));
    s.slots[4] = it;
    for (int r = 5; r < kSlots; ++r) s.slots[r] = constant(s);
    for (int r = kSlots; r < 64; ++r) s.slots[r] = Value::none().bits();
    s.at(objects[0], Part::Inline, below(3)) = objects[below(2)];
    return s;
  }

  int any() { return below(kSlots); }
  int object() { return below(4) ? below(2) : any(); }
  int list() { return below(4) ? 2 + below(2) : any(); }
  int target() { return below(8) ? 5 + below(kSlots - 5) : below(4); }
  int source() { return below(8) ? 5 + below(kSlots - 5) : any(); }

  Program program(State& s) {
    Program p;
    int count = 2 + below(14);
    if (below(3)) p.push_back({Code::Next, target(), 4, 0, 0});
    while (static_cast<int>(p.size()) < count) {
      switch (below(20)) {
        case 0:
          p.push_back({Code::Const, target(), 0, 0, static_cast<int64_t>(constant(s))});
          break;
        case 1:
          p.push_back({Code::Move, target(), source(), 0, 0});
          break;
        case 2:
        case 3:
          p.push_back({Code::Add, target(), source(), source(), 0});
          break;
        case 4:
          p.push_back({below(2) ? Code::Sub : Code::Mul, target(), source(), source(), 0});
          break;
        case 5:
          p.push_back({below(2) ? Code::Mod : Code::Div, target(), source(), 0, 1 + below(9)});
          break;
        case 6:
          p.push_back({Code::And, target(), source(), 0, below(9) - 1});
          break;
        case 7:
          p.push_back({below(3) ? Code::Less : Code::Equal, target(), source(), source(), 0});
          break;
        case 8:
          p.push_back({below(2) ? Code::IsNone : Code::Less, target(), source(), source(), 0});
          p.push_back({Code::Skip, p.back().a, 0, 0, 1 + below(3)});
          break;
        case 9:
          p.push_back({Code::New, target(), 0, 0, 0});
          break;
        case 10:
        case 11:
          p.push_back({Code::Get, target(), object(), 0, below(3)});
          break;
        case 12:
        case 13:
          p.push_back({Code::Set, object(), source(), 0, below(3)});
          break;
        case 14:
          p.push_back(
              {below(4) ? Code::Len : Code::Turn, below(4) ? target() : object(), list(), 0, 0});
          break;
        case 15:
          p.push_back({Code::Item, target(), list(), source(), 0});
          break;
        case 16:
          p.push_back({Code::Put, list(), source(), source(), 0});
          break;
        case 17:
          if (below(3) == 0)
            p.push_back({below(2) ? Code::Append : Code::Touch, list(), source(), 0, 0});
          break;
        case 18:
          p.push_back({Code::Load, target(), 0, 0, 0});
          break;
        default:
          p.push_back({Code::Store, source(), 0, 0, 0});
          break;
      }
    }
    // Skips stay inside.
    for (size_t i = 0; i < p.size(); ++i)
      if (p[i].code == Code::Skip)
        p[i].imm = std::min<int64_t>(p[i].imm, static_cast<int64_t>(p.size() - i - 1));
    return p;
  }

 private:
  static int64_t offset(ir::Field f) { return ir::field_info(static_cast<uint32_t>(f)).offset; }
  std::mt19937_64 random_;
};

struct Variant {
  std::string name;
  std::vector<std::string> single;    // these passes, or
  std::vector<std::string> disabled;  // the pipeline without these
  bool pipeline = false;
};

std::vector<Variant> variants() {
  std::vector<Variant> list{{"recorded", {}, {}, false}, {"all", {}, {}, true}};
  for (const Pass& pass : passes()) {
    list.push_back({std::string("only ") + pass.name, {pass.name}, {}, false});
    list.push_back({std::string("peel, ") + pass.name, {"peel", pass.name}, {}, false});
    list.push_back({std::string("without ") + pass.name, {}, {pass.name}, true});
  }
  return list;
}

/// Runs the program with the trace: enters it again after each exit, up to a bound.
std::string run_with(State s, const Program& program, const Trace& trace, int iterations,
                     std::string& error) {
  int done = 0;
  for (int entries = 0; entries < 3 && done < iterations && error.empty(); ++entries) {
    ExitPoint exit = run_trace(s, trace, iterations - done, error);
    if (!error.empty()) return "";
    done += exit.iterations;
    const Snapshot& snapshot = trace.snapshots[exit.snapshot];
    if (done >= iterations) break;
    interpret(s, program, snapshot.pc, 1);  // the rest of the iteration
    ++done;
  }
  if (done < iterations) interpret(s, program, 0, iterations - done);
  return s.describe();
}

bool leaves_loop(const Program& program) {
  for (const Instruction& i : program)
    if (i.code == Code::Next) return true;
  return false;
}

void check_seed(uint64_t seed) {
  Generator generator(seed);
  State start = generator.state();
  Program program = generator.program(start);
  State recorded = start;
  if (generator.below(3) == 0) interpret(recorded, program, 0, 1);
  // Fewer iterations than the iterator has, so that leaving the loop is seen, but not each time.
  int iterations = 3 + generator.below(25);
  if (leaves_loop(program)) {
    uint64_t left =
        recorded.at(recorded.slots[4], Part::Field,
                    ir::field_info(static_cast<uint32_t>(ir::Field::RangeIterLeft)).offset);
    if (left > 2 && left < 30) iterations = static_cast<int>(left) - 1;
  }
  Trace trace;
  trace.unit = 1;
  if (!record(recorded, program, trace)) return;
  ASSERT_EQ(ir::verify(trace), "") << ir::print(trace);
  State expected = recorded;
  interpret(expected, program, 0, iterations);
  std::string wanted = expected.describe();
  // Start states that differ from the recorded one make guards fail.
  std::vector<State> starts{recorded};
  std::vector<std::string> wants{wanted};
  for (int k = 0; k < 3; ++k) {
    State other = recorded;
    int changes = 1 + generator.below(3);
    for (int c = 0; c < changes; ++c) {
      if (generator.below(2)) {
        other.slots[5 + generator.below(kSlots - 5)] = generator.constant(other);
      } else {
        other.at(other.slots[generator.below(2)], Part::Inline, generator.below(3)) =
            generator.constant(other);
      }
    }
    State end = other;
    interpret(end, program, 0, iterations);
    starts.push_back(other);
    wants.push_back(end.describe());
  }
  for (const Variant& variant : variants()) {
    Trace t = trace;
    if (variant.pipeline) {
      ASSERT_EQ(optimize(t, {variant.disabled, true}), "")
          << "seed " << seed << " " << variant.name << "\n"
          << ir::print(t);
    } else {
      for (const std::string& name : variant.single) {
        run_pass(*find_pass(name), t);
        ASSERT_EQ(ir::verify(t), "") << "seed " << seed << " " << variant.name << "\n"
                                     << ir::print(trace) << ir::print(t);
      }
    }
    for (size_t k = 0; k < starts.size(); ++k) {
      std::string error;
      std::string got = run_with(starts[k], program, t, iterations, error);
      ASSERT_TRUE(error.empty() && got == wants[k])
          << "seed " << seed << ", " << variant.name << ", start " << k << ", iterations "
          << iterations << " " << error << "\n"
          << describe(program) << "recorded:\n"
          << ir::print(trace) << "optimized:\n"
          << ir::print(t) << "wanted:\n"
          << wants[k] << "got:\n"
          << got << "start:\n"
          << starts[k].describe();
    }
  }
}

TEST(OptimizerFuzz, ProgramsEndInTheSameState) {
  register_mini_helpers();
  uint64_t first = 1, count = 400;
  if (const char* s = std::getenv("HOTHOUSE_FUZZ_SEED")) {
    first = std::strtoull(s, nullptr, 10);
    count = 1;
  }
  if (const char* s = std::getenv("HOTHOUSE_FUZZ_COUNT")) count = std::strtoull(s, nullptr, 10);
  for (uint64_t seed = first; seed < first + count && !::testing::Test::HasFatalFailure(); ++seed)
    check_seed(seed);
}

}  // namespace
}  // namespace hothouse::opt
