// Sets against set_cases.txt (iteration order included), dicts and lists against simple models.
#include <algorithm>
#include <map>
#include <random>

#include "core/objects/compare.h"
#include "core/objects/dict.h"
#include "core/objects/hash.h"
#include "core/objects/list_sort.h"
#include "core/objects/list_storage.h"
#include "core/objects/range.h"
#include "core/objects/set.h"
#include "tests/unit/objects/cases.h"
#include "tests/unit/objects/world.h"

namespace hothouse::test {
namespace {

Value number(World& vm, const std::string& text) {
  double d;
  if (text.find_first_of(".e") != std::string::npos && float_parse(text, &d)) {
    return Value::from_double(d);
  }
  return vm.integer(text);
}

TEST(Set, IteratesInCPythonsOrder) {
  World vm;
  std::map<std::string, size_t> sets;
  for (const char* name : {"a", "b", "c"}) sets[name] = vm.keep(make_set(vm));
  auto rows = rows_of("set_cases.txt");
  ASSERT_GT(rows.size(), 1000u);
  for (const auto& row : rows) {
    const std::string &command = row[0],
                      name = row[2].substr(0, 3) == "'a'" ? "a" : row[2].substr(1, 1);
    Value& target = vm.kept[sets[row[1]]];
    auto other = [&] { return vm.kept[sets[name]]; };
    if (command == "add") {
      set_add_call(vm, target, number(vm, row[2]));
    } else if (command == "discard") {
      set_discard_call(vm, target, number(vm, row[2]));
    } else if (command == "pop") {
      set_pop(vm, target);
    } else if (command == "fill") {
      for (int64_t k = 0; k < std::stoi(row[2]); ++k) {
        set_add_call(vm, target, Value::small_int(k * 3));
      }
    } else if (command == "update") {
      set_update_call(vm, target, other());
    } else if (command == "or") {
      target = set_union_call(vm, target, other());
    } else if (command == "and") {
      target = set_intersection_call(vm, target, other());
    } else if (command == "sub") {
      target = set_difference_call(vm, target, other());
    } else if (command == "xor") {
      target = set_symmetric_difference_call(vm, target, other());
    } else if (command == "isub") {
      set_difference_update_call(vm, target, other());
    } else if (command == "iand") {
      set_intersection_update_call(vm, target, other());
    } else if (command == "ixor") {
      set_symmetric_difference_update_call(vm, target, other());
    } else if (command == "copy") {
      target = set_copy(vm, other(), false);
    }
    ASSERT_EQ(vm.repr(target), row[3]) << command << " " << row[1] << " " << row[2];
    vm.heap().collect(false);
  }
}

TEST(Hash, OfCompositesAsCPython) {
  World vm;
  auto hash = [&](Value v) {
    uint64_t h = 0;
    EXPECT_EQ(hash_value(vm, v, &h), Verdict::Yes);
    return static_cast<int64_t>(h);
  };
  auto i = [](int64_t x) { return Value::small_int(x); };
  EXPECT_EQ(hash(make_tuple(vm, {i(1), i(2), i(3)})), 529344067295497451);
  EXPECT_EQ(hash(vm.types().empty_tuple()), 5740354900026072187);
  Value f = make_set(vm, true);
  for (int k = 0; k < 5; ++k) set_add(vm, f, i(k));
  EXPECT_EQ(hash(f), -6574606388428675546);
  EXPECT_EQ(hash(Value::from_double(2.0)), hash(i(2)));
  EXPECT_EQ(hash(Value::true_value()), 1);
  EXPECT_EQ(hash(i(-1)), -2);
  uint64_t h;
  EXPECT_EQ(hash_value(vm, make_list(vm), &h), Verdict::Raised);
  EXPECT_EQ(vm.error(), "TypeError: unhashable type: 'list'");
}

TEST(Dict, BehavesLikeItsModel) {
  World vm;
  std::mt19937 random(1);
  size_t at = vm.keep(make_dict(vm));
  std::vector<std::pair<int64_t, int64_t>> model;
  auto find = [&](int64_t k) {
    return std::find_if(model.begin(), model.end(), [=](auto& e) { return e.first == k; });
  };
  for (int step = 0; step < 20000; ++step) {
    Value dict = vm.kept[at];
    auto key = static_cast<int64_t>(random() % 200);
    // Keys in several equal forms.
    Value k = key < 2        ? Value::boolean(key)
              : random() % 2 ? Value::small_int(key)
                             : Value::from_double(static_cast<double>(key));
    switch (random() % 6) {
      case 0:
      case 1:
      case 2:
        ASSERT_EQ(dict_set(vm, dict, k, Value::small_int(step)), Verdict::Yes);
        if (auto e = find(key); e != model.end()) {
          e->second = step;
        } else {
          model.push_back({key, step});
        }
        break;
      case 3:
        ASSERT_EQ(dict_delete(vm, dict, k), verdict(find(key) != model.end()));
        if (auto e = find(key); e != model.end()) model.erase(e);
        break;
      case 4:
        if (!model.empty()) {
          Value item = dict_popitem(vm, dict);
          ASSERT_EQ(tuple_get(item, 1).as_int(), model.back().second);
          model.pop_back();
        }
        break;
      default:
        if (step % 97 == 0) vm.heap().collect(step % 2);
    }
    dict = vm.kept[at];
    ASSERT_EQ(dict_count(dict), model.size());
    if (step % 50 == 0) {
      uint64_t position = 0, n = 0;
      Value kk, v;
      while (dict_next(dict, &position, &kk, &v)) {
        ASSERT_EQ(v.as_int(), model[n].second);
        ++n;
      }
      ASSERT_EQ(n, model.size());
    }
  }
  Value copy = dict_copy(vm, vm.kept[at]);
  EXPECT_EQ(dict_equal(vm, copy, vm.kept[at]), Verdict::Yes);
  while (dict_count(copy)) dict_popitem(vm, copy);
  dict_popitem(vm, copy);
  EXPECT_EQ(vm.error(), "KeyError: 'popitem(): dictionary is empty'");
}

TEST(Dict, PushAndPopForEver) {
  World vm;
  Value d = make_dict(vm);
  for (int i = 0; i < 100000; ++i) {
    dict_set(vm, d, Value::small_int(i * 7), Value::none());
    if (i % 2) dict_popitem(vm, d);
    if (i % 3 == 0 && dict_count(d)) dict_popitem(vm, d);
  }
  Verdict status;
  dict_get(vm, d, vm.str("absent"), &status);
  EXPECT_EQ(status, Verdict::No);
}

TEST(List, StorageFollowsTheElements) {
  World vm;
  auto storage = [](Value l) { return list_storage(l.as<List>()); };
  Value l = make_list(vm);
  list_append(vm, l, Value::small_int(1));
  EXPECT_EQ(storage(l), ListStorage::I64);
  list_append(vm, l, vm.heap().make_int(INT64_MAX));
  EXPECT_EQ(storage(l), ListStorage::I64);
  list_append(vm, l, Value::from_double(2.5));
  EXPECT_EQ(storage(l), ListStorage::Values);
  EXPECT_EQ(vm.repr(l), "[1, 9223372036854775807, 2.5]");
  Value f = vm.list({Value::from_double(1), Value::from_double(2)});
  EXPECT_EQ(storage(f), ListStorage::F64);
  list_set(vm, f, 0, Value::none());
  EXPECT_EQ(vm.repr(f), "[None, 2.0]");
  Value b = vm.list({Value::true_value(), Value::false_value()});
  EXPECT_EQ(storage(b), ListStorage::Bool);
  EXPECT_EQ(vm.repr(list_concat(vm, b, f)), "[True, False, None, 2.0]");
  EXPECT_EQ(vm.repr(list_repeat(vm, b, 3)), "[True, False, True, False, True, False]");
}

TEST(List, SlicesLikeItsModel) {
  World vm;
  std::mt19937 random(2);
  for (int step = 0; step < 3000; ++step) {
    Value l = make_list(vm);
    std::vector<int64_t> model;
    uint64_t n = random() % 10;
    bool mixed = random() % 2;
    for (uint64_t i = 0; i < n; ++i) {
      model.push_back(static_cast<int64_t>(i));
      list_append(vm, l, Value::small_int(static_cast<int64_t>(i)));
    }
    if (mixed) list_to_values(vm, l);
    auto bound = [&] { return static_cast<int64_t>(random() % 25) - 12; };
    int64_t steps[] = {1, 1, 1, 2, 3, -1, -2};
    SliceIndices s = adjust_slice(bound(), bound(), steps[random() % 7], static_cast<int64_t>(n));
    std::vector<int64_t> picked;
    for (int64_t i = 0; i < s.count; ++i)
      picked.push_back(model[static_cast<size_t>(s.start + i * s.step)]);
    Value part = list_slice(vm, l, s);
    ASSERT_EQ(list_length(part), picked.size());
    for (size_t i = 0; i < picked.size(); ++i) ASSERT_EQ(list_get(vm, part, i).as_int(), picked[i]);
    std::vector<int64_t> after = model;
    if (random() % 2) {
      list_delete_slice(vm, l, s);
      std::erase_if(after, [&](int64_t x) {
        return std::find(picked.begin(), picked.end(), x) != picked.end();
      });
    } else {
      uint64_t count = s.step == 1 ? random() % 6 : static_cast<uint64_t>(s.count);
      std::vector<Value> values;
      for (uint64_t i = 0; i < count; ++i)
        values.push_back(Value::small_int(100 + static_cast<int64_t>(i)));
      ASSERT_TRUE(list_set_slice(vm, l, s, values.data(), count).is_none());
      if (s.step == 1) {
        auto at = after.begin() + s.start;
        at = after.erase(at, at + s.count);
        for (uint64_t i = count; i-- > 0;) at = after.insert(at, 100 + static_cast<int64_t>(i));
      } else {
        for (int64_t i = 0; i < s.count; ++i)
          after[static_cast<size_t>(s.start + i * s.step)] = 100 + i;
      }
    }
    ASSERT_EQ(list_length(l), after.size());
    for (size_t i = 0; i < after.size(); ++i) ASSERT_EQ(list_get(vm, l, i).as_int(), after[i]);
  }
}

TEST(List, SortsStably) {
  World vm;
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::pair<int64_t, int64_t>> model;
    Value l = make_list(vm), keys = make_list(vm);
    size_t n = random() % 300;
    bool reverse = random() % 2;
    for (size_t i = 0; i < n; ++i) {
      auto key = static_cast<int64_t>(random() % 30);
      if (random() % 4 == 0 && i) key = model.back().first + 1;
      model.push_back({key, static_cast<int64_t>(i)});
      list_append(vm, keys, Value::small_int(key));
      list_append(vm, l, Value::small_int(static_cast<int64_t>(i)));
    }
    std::stable_sort(model.begin(), model.end(), [=](auto& a, auto& b) {
      return reverse ? a.first > b.first : a.first < b.first;
    });
    ASSERT_TRUE(list_sort_by_keys_leaf(vm, l, keys, reverse));
    for (size_t i = 0; i < n; ++i) ASSERT_EQ(list_get(vm, l, i).as_int(), model[i].second);
  }
  Value mixed = vm.list({Value::from_double(2.5), Value::small_int(1), Value::true_value()});
  list_sort(vm, mixed, false);
  EXPECT_EQ(vm.repr(mixed), "[1, True, 2.5]");
  Value bad = vm.list({Value::small_int(1), vm.str("a")});
  EXPECT_TRUE(list_sort(vm, bad, false).is_raised());
  EXPECT_EQ(vm.error(), "TypeError: '<' not supported between instances of 'str' and 'int'");
  EXPECT_EQ(list_length(bad), 2u);
}

TEST(Range, AnySize) {
  World vm;
  auto i = [](int64_t x) { return Value::small_int(x); };
  Value r = make_range(vm, i(10), i(0), i(-3));
  EXPECT_EQ(vm.repr(range_length(r)), "4");
  EXPECT_EQ(vm.repr(range_index(vm, r, i(-1))), "1");
  Value big = make_range(vm, i(0), vm.integer("100000000000000000000"), i(7));
  EXPECT_EQ(vm.repr(range_length(big)), "14285714285714285715");
  EXPECT_EQ(vm.repr(range_slice(vm, r, make_slice(vm, Value::none(), Value::none(), i(-1)))),
            "range(1, 13, 3)");
  EXPECT_EQ(range_contains(vm, big, vm.integer("70000000000000000000")), Verdict::Yes);
  Value it = make_range_iter(vm, make_range(vm, i(0), i(3), i(1)));
  for (int k = 0; k < 3; ++k) EXPECT_EQ(range_iter_next(vm, it).as_int(), k);
  EXPECT_TRUE(range_iter_next(vm, it).is_exhausted());
}

TEST(Compare, MixedValues) {
  World vm;
  auto i = [](int64_t x) { return Value::small_int(x); };
  EXPECT_EQ(equal(vm, i(1), Value::from_double(1.0)), Verdict::Yes);
  EXPECT_EQ(equal(vm, Value::true_value(), i(1)), Verdict::Yes);
  EXPECT_EQ(equal(vm, vm.str("1"), i(1)), Verdict::No);
  EXPECT_EQ(compare(vm, CompareOp::Lt, make_tuple(vm, {i(1), i(2)}), make_tuple(vm, {i(1), i(3)})),
            Verdict::Yes);
  EXPECT_EQ(compare(vm, CompareOp::Ge, vm.list({i(1)}), vm.list({i(1), i(0)})), Verdict::No);
  double nan = __builtin_nan("");
  EXPECT_EQ(equal(vm, Value::from_double(nan), Value::from_double(nan)), Verdict::No);
  EXPECT_EQ(compare(vm, CompareOp::Lt, i(1), vm.str("a")), Verdict::Raised);
  EXPECT_EQ(vm.error(), "TypeError: '<' not supported between instances of 'int' and 'str'");
  EXPECT_EQ(compare(vm, CompareOp::Lt, vm.integer("9007199254740993"),
                    Value::from_double(9007199254740992.0)),
            Verdict::No);
}

}  // namespace
}  // namespace hothouse::test
