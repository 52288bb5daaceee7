// The collector: what is reachable survives with its contents, in every way it can be reached;
// what is not is freed and finalized.
#include <random>

#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/external.h"
#include "core/objects/hash.h"
#include "core/objects/instance.h"
#include "core/objects/namespace.h"
#include "core/objects/set.h"
#include "core/objects/unwrap.h"
#include "tests/unit/objects/world.h"

namespace hothouse::test {
namespace {

HeapOptions tiny() {
  HeapOptions o;
  o.nursery_bytes = kTraceReserve + kExitReserve + 64 * 1024;
  return o;
}

// A tree of lists, tuples, dicts and strings that is told by its depth and a number.
Value build(World& vm, int depth, int64_t n) {
  if (depth == 0) return n % 2 ? vm.str("leaf " + std::to_string(n)) : Value::small_int(n);
  Value a = build(vm, depth - 1, n * 2), b = build(vm, depth - 1, n * 2 + 1);
  switch (n % 4) {
    case 0:
      return make_tuple(vm, {a, b});
    case 1:
      return vm.list({a, b});
    case 2: {
      Value d = make_dict(vm);
      dict_set_name(vm, d, "a", a);
      dict_set(vm, d, Value::small_int(n), b);
      return d;
    }
    default:
      return make_cell(vm, make_tuple(vm, {a, b}));
  }
}

void check(World& vm, Value v, int depth, int64_t n) {
  if (depth == 0) {
    if (n % 2) {
      ASSERT_EQ(vm.text(v), "leaf " + std::to_string(n));
    } else {
      ASSERT_EQ(v.as_int(), n);
    }
    return;
  }
  Value a, b;
  switch (n % 4) {
    case 0:
      a = tuple_get(v, 0);
      b = tuple_get(v, 1);
      break;
    case 1:
      a = list_get(vm, v, 0);
      b = list_get(vm, v, 1);
      break;
    case 2: {
      a = dict_get_name(vm, v, vm.intern("a"));
      Verdict status;
      b = dict_get(vm, v, Value::small_int(n), &status);
      break;
    }
    default:
      a = tuple_get(v.as<Cell>()->value, 0);
      b = tuple_get(v.as<Cell>()->value, 1);
  }
  check(vm, a, depth - 1, n * 2);
  check(vm, b, depth - 1, n * 2 + 1);
}

TEST(Heap, TreesSurviveManyCollections) {
  World vm(tiny());
  std::mt19937 random(1);
  std::vector<int64_t> numbers;
  for (int i = 0; i < 20; ++i) {
    numbers.push_back(i + 1);
    vm.keep(build(vm, 6, i + 1));
  }
  for (int round = 0; round < 300; ++round) {
    size_t i = random() % numbers.size();
    numbers[i] = static_cast<int64_t>(random() % 1000 + 1);
    vm.kept[i] = build(vm, 6, numbers[i]);
    if (vm.heap().wants_collection()) vm.heap().collect(false);
    if (round % 20 == 0) vm.heap().collect(true);
  }
  for (size_t i = 0; i < numbers.size(); ++i) check(vm, vm.kept[i], 6, numbers[i]);
  EXPECT_GT(vm.heap().stats().minor_collections, 0u);
  EXPECT_LT(vm.heap().stats().old_bytes, 20u << 20);
}

TEST(Heap, StoresIntoOldObjectsAreRemembered) {
  World vm(tiny());
  size_t list = vm.keep(make_list(vm)), dict = vm.keep(make_dict(vm)), set = vm.keep(make_set(vm));
  size_t cell = vm.keep(make_cell(vm, Value::none()));
  for (int i = 0; i < 3000; ++i) {
    if (i % 10 == 0) vm.heap().collect(false);
    std::string text = "number " + std::to_string(i);
    list_append(vm, vm.kept[list], vm.str(text));
    dict_set(vm, vm.kept[dict], vm.str(text), make_tuple(vm, {vm.str(text)}));
    set_add(vm, vm.kept[set], vm.str(text));
    vm.heap().write_barrier(vm.kept[cell].as_object());
    vm.kept[cell].as<Cell>()->value = vm.str(text);
  }
  vm.heap().collect(true);
  for (int i = 0; i < 3000; ++i) {
    std::string text = "number " + std::to_string(i);
    ASSERT_EQ(vm.text(list_get(vm, vm.kept[list], static_cast<uint64_t>(i))), text);
    Value t = dict_get_name(vm, vm.kept[dict], vm.str(text));
    ASSERT_EQ(vm.text(tuple_get(t, 0)), text);
    ASSERT_EQ(set_contains(vm, vm.kept[set], vm.str(text)), Verdict::Yes);
  }
  EXPECT_EQ(vm.text(vm.kept[cell].as<Cell>()->value), "number 2999");
}

int g_finalized = 0;
const ExternalOps kCountingOps{"counted", nullptr, [](External*) { ++g_finalized; }, nullptr};

TEST(Heap, ExternalsAreFinalizedOnce) {
  g_finalized = 0;
  {
    World vm(tiny());
    Type* type = make_builtin_type(vm, "counted", "test", nullptr, 0, Kind::External);
    auto make = [&] { return Value::from_object(make_external(vm, type, &kCountingOps, nullptr)); };
    EXPECT_EQ(type_of(vm, make()), type);
    vm.heap().collect(false);
    EXPECT_EQ(g_finalized, 1);  // died young
    size_t kept = vm.keep(make());
    vm.heap().collect(false);
    EXPECT_EQ(g_finalized, 1);
    vm.kept[kept] = Value::none();
    vm.heap().collect(true);
    EXPECT_EQ(g_finalized, 2);  // died old
    vm.keep(make());
    make();
  }
  EXPECT_EQ(g_finalized, 4);  // the rest with the heap
}

TEST(Heap, IdentityStaysWhileObjectsMove) {
  World vm(tiny());
  size_t a = vm.keep(make_tuple(vm, {Value::none()})), b = vm.keep(make_list(vm));
  uint64_t ida = identity(vm, vm.kept[a]), idb = identity(vm, vm.kept[b]);
  EXPECT_NE(ida, idb);
  vm.heap().collect(false);
  EXPECT_EQ(identity(vm, vm.kept[a]), ida);
  vm.heap().collect(true);
  EXPECT_EQ(identity(vm, vm.kept[a]), ida);
  EXPECT_EQ(identity(vm, vm.kept[b]), idb);
}

TEST(Heap, LargeObjects) {
  World vm(tiny());
  size_t list = vm.keep(make_list(vm));
  for (int i = 0; i < 100000; ++i) {
    list_append(vm, vm.kept[list], make_tuple(vm, {Value::small_int(i)}));
    if (vm.heap().wants_collection()) vm.heap().collect(false);
  }
  vm.heap().collect(true);
  for (int i = 0; i < 100000; i += 999) {
    ASSERT_EQ(tuple_get(list_get(vm, vm.kept[list], static_cast<uint64_t>(i)), 0).as_int(), i);
  }
  vm.kept[list] = Value::none();
  vm.heap().collect(true);
  EXPECT_LT(vm.heap().stats().old_bytes, 3u << 20);
}

TEST(Heap, EverySafepoint) {
  HeapOptions o = tiny();
  o.collect_at_every_safepoint = true;
  World vm(o);
  vm.heap().collect(false);
  EXPECT_FALSE(vm.heap().safepoint_requested());  // there is nothing to collect
  Value v = make_tuple(vm, {Value::none()});
  EXPECT_TRUE(vm.heap().in_nursery(v.as_object()));
  EXPECT_TRUE(vm.heap().safepoint_requested());
  size_t at = vm.keep(v);
  vm.heap().collect(false);
  EXPECT_FALSE(vm.heap().safepoint_requested());
  EXPECT_FALSE(vm.heap().in_nursery(vm.kept[at].as_object()));
}

TEST(Heap, DeepStructuresNeedNoStack) {
  World vm(tiny());
  size_t at = vm.keep(Value::none());
  for (int i = 0; i < 300000; ++i) {
    vm.kept[at] = make_tuple(vm, {vm.kept[at]});
    if (vm.heap().wants_collection()) vm.heap().collect(false);
  }
  vm.heap().collect(true);
  int depth = 0;
  for (Value v = vm.kept[at]; is_tuple(v); v = tuple_get(v, 0)) ++depth;
  EXPECT_EQ(depth, 300000);
}

}  // namespace
}  // namespace hothouse::test
