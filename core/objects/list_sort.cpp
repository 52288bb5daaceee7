// Sorting. Numbers and strings are sorted as raw rows; everything else by merging with compare.
#include "core/objects/list_sort.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/objects/compare.h"
#include "core/objects/int.h"
#include "core/objects/list_storage.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

// Stable merge sort over positions 0 .. n-1. less(a, b) answers 1, 0, or -1 to give up.
// Ascending and descending runs are found first, as CPython does, so sorted input costs n
// comparisons; short runs are extended by binary insertion.
template <class Less>
class MergeSort {
 public:
  MergeSort(std::vector<uint32_t>& order, Less less) : order_(order), less_(less) {}

  bool run() {
    uint64_t n = order_.size();
    if (n < 2) return true;
    uint64_t min_run = min_run_of(n);
    std::vector<Run> stack;
    for (uint64_t start = 0; start < n;) {
      uint64_t end = count_run(start, n);
      if (failed_) return false;
      uint64_t forced = std::min(start + min_run, n);
      if (end < forced) {
        if (!insert_into(start, end, forced)) return false;
        end = forced;
      }
      stack.push_back({start, end - start});
      if (!collapse(stack, false)) return false;
      start = end;
    }
    return collapse(stack, true);
  }

 private:
  struct Run {
    uint64_t start, length;
  };

  static uint64_t min_run_of(uint64_t n) {
    uint64_t rest = 0;
    while (n >= 64) {
      rest |= n & 1;
      n >>= 1;
    }
    return n + rest;
  }

  int less(uint32_t a, uint32_t b) {
    int r = less_(a, b);
    if (r < 0) failed_ = true;
    return r;
  }

  uint64_t count_run(uint64_t start, uint64_t n) {
    uint64_t i = start + 1;
    if (i >= n) return n;
    int down = less(order_[i], order_[start]);
    if (failed_) return n;
    for (++i; i < n; ++i) {
      int r = less(order_[i], order_[i - 1]);
      if (failed_) return n;
      if (r != down) break;
    }
    if (down) {
      std::reverse(order_.begin() + static_cast<std::ptrdiff_t>(start),
                   order_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return i;
  }

  bool insert_into(uint64_t start, uint64_t from, uint64_t end) {
    for (uint64_t i = from; i < end; ++i) {
      uint32_t x = order_[i];
      uint64_t low = start, high = i;
      while (low < high) {
        uint64_t middle = (low + high) / 2;
        int r = less(x, order_[middle]);
        if (r < 0) return false;
        if (r) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      for (uint64_t k = i; k > low; --k) order_[k] = order_[k - 1];
      order_[low] = x;
    }
    return true;
  }

  bool collapse(std::vector<Run>& stack, bool all) {
    while (stack.size() > 1) {
      size_t n = stack.size() - 2;
      bool unbalanced = (n > 0 && stack[n - 1].length <= stack[n].length + stack[n + 1].length) ||
                        (n > 1 && stack[n - 2].length <= stack[n - 1].length + stack[n].length);
      if (!all && !unbalanced && stack[n].length > stack[n + 1].length) return true;
      if ((all || unbalanced) && n > 0 && stack[n - 1].length < stack[n + 1].length) --n;
      if (!merge(stack[n], stack[n + 1])) return false;
      stack[n].length += stack[n + 1].length;
      stack.erase(stack.begin() + static_cast<std::ptrdiff_t>(n) + 1);
    }
    return true;
  }

  bool merge(const Run& a, const Run& b) {
    buffer_.assign(order_.begin() + static_cast<std::ptrdiff_t>(a.start),
                   order_.begin() + static_cast<std::ptrdiff_t>(a.start + a.length));
    uint64_t i = 0, j = b.start, to = a.start, end = b.start + b.length;
    while (i < buffer_.size() && j < end) {
      int r = less(order_[j], buffer_[i]);
      if (r < 0) return false;
      order_[to++] = r ? order_[j++] : buffer_[i++];
    }
    while (i < buffer_.size()) order_[to++] = buffer_[i++];
    return true;
  }

  std::vector<uint32_t>& order_;
  std::vector<uint32_t> buffer_;
  Less less_;
  bool failed_ = false;
};

template <class Less>
bool merge_sort(std::vector<uint32_t>& order, Less less) {
  return MergeSort<Less>(order, less).run();
}

// Values whose comparisons with one another are decided in C++.
enum class KeyKind { Ints, Floats, Strings, Leaves, Unknown };

bool is_leaf_value(Leaf& vm, Value v, int depth) {
  if (!v.is_object()) return true;
  switch (v.as_object()->kind) {
    case Kind::BigInt:
    case Kind::Str:
    case Kind::Bytes:
      return true;
    case Kind::Tuple:
      if (depth > 4) return false;
      for (uint64_t i = 0; i < tuple_length(v); ++i) {
        if (!is_leaf_value(vm, tuple_get(v, i), depth + 1)) return false;
      }
      return true;
    default:
      return false;
  }
}

KeyKind kind_of_keys(Leaf& vm, const std::vector<Value>& keys) {
  bool ints = true, floats = true, strings = true;
  for (Value v : keys) {
    ints = ints && v.is_int();
    floats = floats && v.is_double() && !std::isnan(v.as_double());
    strings = strings && is_str(v);
    if (!ints && !floats && !strings && !is_leaf_value(vm, v, 0)) return KeyKind::Unknown;
  }
  return ints      ? KeyKind::Ints
         : floats  ? KeyKind::Floats
         : strings ? KeyKind::Strings
                   : KeyKind::Leaves;
}

std::vector<uint32_t> identity_order(uint64_t n, bool reverse) {
  std::vector<uint32_t> order(n);
  for (uint64_t i = 0; i < n; ++i) order[i] = static_cast<uint32_t>(reverse ? n - 1 - i : i);
  return order;
}

/// The first eight characters as one number, of the same order; false if one is wider than a byte.
bool prefixes_of(Leaf& vm, const std::vector<Value>& strings, std::vector<uint64_t>* prefixes) {
  prefixes->resize(strings.size());
  for (size_t k = 0; k < strings.size(); ++k) {
    const StrView s = str_view(vm, strings[k]);
    if (s.width != 1) return false;
    uint64_t prefix = 0;
    for (uint64_t i = 0; i < 8; ++i) prefix = prefix << 8 | (i < s.length ? s.data[i] : 0);
    (*prefixes)[k] = prefix;
  }
  return true;
}

// Sorts positions by keys that need no call. 1: done; 0: a call is needed after all; -1: raised.
int sort_leaf_keys(Leaf& vm, const std::vector<Value>& keys, KeyKind kind,
                   std::vector<uint32_t>& order) {
  switch (kind) {
    case KeyKind::Ints:
      merge_sort(order,
                 [&](uint32_t a, uint32_t b) { return keys[a].as_int() < keys[b].as_int(); });
      return 1;
    case KeyKind::Floats:
      merge_sort(order,
                 [&](uint32_t a, uint32_t b) { return keys[a].as_double() < keys[b].as_double(); });
      return 1;
    case KeyKind::Strings:
      if (std::vector<uint64_t> prefixes; prefixes_of(vm, keys, &prefixes)) {
        merge_sort(order, [&](uint32_t a, uint32_t b) {
          if (prefixes[a] != prefixes[b]) return prefixes[a] < prefixes[b];
          return str_compare(vm, keys[a], keys[b]) < 0;
        });
        return 1;
      }
      merge_sort(order,
                 [&](uint32_t a, uint32_t b) { return str_compare(vm, keys[a], keys[b]) < 0; });
      return 1;
    default: {
      bool raised = false;
      bool done = merge_sort(order, [&](uint32_t a, uint32_t b) {
        Verdict r = compare(vm, CompareOp::Lt, keys[a], keys[b]);
        raised = raised || r == Verdict::Raised;
        return r == Verdict::Yes ? 1 : r == Verdict::No ? 0 : -1;
      });
      return done ? 1 : raised ? -1 : 0;
    }
  }
}

std::vector<Value> elements(Leaf& vm, Value list) {
  std::vector<Value> v(list_length(list));
  for (uint64_t i = 0; i < v.size(); ++i) v[i] = list_get(vm, list, i);
  return v;
}

void permute(Leaf& vm, Value list, const std::vector<Value>& values,
             const std::vector<uint32_t>& order) {
  auto* l = list.as<List>();
  for (uint64_t i = 0; i < order.size(); ++i) list_store_element(vm, l, i, values[order[i]]);
}

template <class T>
void sort_row(T* data, uint64_t n, bool reverse) {
  // Equal numbers of one storage cannot be told apart, but for 0.0 and -0.0: hence stable.
  if (reverse) std::reverse(data, data + n);
  if (std::is_sorted(data, data + n)) {
  } else if (sizeof(T) == 1) {
    std::sort(data, data + n);
  } else {
    std::stable_sort(data, data + n);
  }
  if (reverse) std::reverse(data, data + n);
}

}  // namespace

bool list_sort_leaf(Leaf& vm, Value list, bool reverse) {
  auto* l = list.as<List>();
  switch (list_storage(l)) {
    case ListStorage::I64:
      sort_row(l->items.as<Raw>()->i64(), l->length, reverse);
      return true;
    case ListStorage::Bool:
      sort_row(l->items.as<Raw>()->data(), l->length, reverse);
      return true;
    case ListStorage::F64: {
      double* data = l->items.as<Raw>()->f64();
      bool ordered = std::none_of(data, data + l->length, [](double d) { return d != d; });
      if (ordered) {
        sort_row(data, l->length, reverse);
        return true;
      }
      break;
    }
    default:
      break;
  }
  std::vector<Value> values = elements(vm, list);
  KeyKind kind = kind_of_keys(vm, values);
  if (kind == KeyKind::Unknown) return false;
  std::vector<uint32_t> order = identity_order(values.size(), reverse);
  int r = sort_leaf_keys(vm, values, kind, order);
  if (r != 1) {
    // Raised ('<' not supported): the general sort raises it again, leaving the list as it must.
    vm.clear_pending();
    return false;
  }
  if (reverse) std::reverse(order.begin(), order.end());
  permute(vm, list, values, order);
  return true;
}

bool list_sort_by_keys_leaf(Leaf& vm, Value list, Value keys, bool reverse) {
  std::vector<Value> k = elements(vm, keys);
  KeyKind kind = kind_of_keys(vm, k);
  if (kind == KeyKind::Unknown) return false;
  std::vector<uint32_t> order = identity_order(k.size(), reverse);
  if (sort_leaf_keys(vm, k, kind, order) != 1) {
    vm.clear_pending();
    return false;
  }
  if (reverse) std::reverse(order.begin(), order.end());
  permute(vm, list, elements(vm, list), order);
  permute(vm, keys, k, order);
  return true;
}

Value list_sort(Caller& vm, Value list, bool reverse) {
  if (list_sort_leaf(vm, list, reverse)) return Value::none();
  return list_sort_by_keys(vm, list, list, reverse);
}

Value list_sort_by_keys(Caller& vm, Value list_value, Value keys_value, bool reverse) {
  if (list_value != keys_value && list_sort_by_keys_leaf(vm, list_value, keys_value, reverse)) {
    return Value::none();
  }
  // The elements are held by tuples while Python runs; the list is empty meanwhile.
  Rooted list(vm, list_value), keys_list(vm, keys_value);
  Rooted values(vm, tuple_from_list(vm, list)), keys(vm, tuple_from_list(vm, keys_list));
  auto* l = list.as<List>();
  ListStorage storage = list_storage(l);
  Rooted payload(vm, l->items);
  uint64_t n = l->length;
  list_clear(vm, list);
  std::vector<uint32_t> order = identity_order(n, reverse);
  bool done = merge_sort(order, [&](uint32_t a, uint32_t b) {
    return compare_truth_call(vm, CompareOp::Lt, tuple_get(keys, a), tuple_get(keys, b));
  });
  bool modified = list_length(list) != 0;
  // After an error the list holds all its elements too, as far as sorted as they got.
  if (reverse) std::reverse(order.begin(), order.end());
  l = list.as<List>();
  list_set_payload(vm, l, storage, payload);
  l->length = n;
  if (done) {
    std::vector<Value> v(n);
    for (uint64_t i = 0; i < n; ++i) v[i] = tuple_get(values, i);
    permute(vm, list, v, order);
    if (keys_list.get() != list.get()) {
      for (uint64_t i = 0; i < n; ++i) v[i] = tuple_get(keys, i);
      permute(vm, keys_list, v, order);
    }
  }
  if (!done) return Value::raised();
  if (modified) return vm.value_error("list modified during sort");
  return Value::none();
}

}  // namespace hothouse
