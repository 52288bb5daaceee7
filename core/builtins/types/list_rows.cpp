// Rows of list's and tuple's methods.
#include "core/builtins/types/shared.h"
#include "core/objects/callables.h"
#include "core/objects/list.h"
#include "core/objects/list_sort.h"
#include "core/objects/slice.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

#define LIST_SELF(method)     \
  Value l = unwrap(vm, a[0]); \
  if (!is_list(l)) return wrong_self(vm, method, "list", a[0])
#define TUPLE_SELF(method)    \
  Value t = unwrap(vm, a[0]); \
  if (!is_tuple(t)) return wrong_self(vm, method, "tuple", a[0])

Value append(Leaf& vm, const Value* a) {
  LIST_SELF("append");
  return list_append(vm, l, a[1]);
}

Value extend(Leaf& vm, const Value* a) {
  LIST_SELF("extend");
  Value other = a[1];
  if (is_list(other) || is_tuple(other)) return list_extend_list(vm, l, other);
  Value it = builtin_iterator(vm, other);
  if (it.is_undefined()) return leave_to_python();
  if (is_kind(it, Kind::ListIter) && it.as<ListIter>()->source == l) return leave_to_python();
  Verdict v = each_element(vm, it, [&](Value x) { return !list_append(vm, l, x).is_raised(); });
  return v == Verdict::Raised || vm.raised() ? Value::raised() : Value::none();
}

Value insert(Leaf& vm, const Value* a) {
  LIST_SELF("insert");
  int64_t i;
  if (!int64_argument(vm, a[1], &i)) return Value::raised();
  return list_insert(vm, l, i, a[2]);
}

Value pop(Leaf& vm, const Value* a) {
  LIST_SELF("pop");
  int64_t i = -1;
  if (given(a[1]) && !int64_argument(vm, a[1], &i)) return Value::raised();
  return list_pop(vm, l, i);
}

/// Whether the bounds of index() have an __index__ of their own.
bool bounds_need_python(Leaf& vm, const Value* a) {
  return (given(a[2]) && needs_index(vm, a[2])) || (given(a[3]) && needs_index(vm, a[3]));
}

/// A bound of index(), which may not be None as those of slices.
bool index_bound(Leaf& vm, Value v, int64_t* bound) {
  if (!given(v)) return true;
  Value i = as_int(vm, v);
  if (i.is_undefined()) {
    vm.type_error("slice indices must be integers or have an __index__ method");
    return false;
  }
  *bound = clamp_int64(i);
  return true;
}

/// start and stop of index(), within the length. False: raised.
bool index_range(Leaf& vm, const Value* a, uint64_t length, uint64_t* start, uint64_t* stop) {
  int64_t first = 0, last = INT64_MAX;
  if (!index_bound(vm, a[2], &first) || !index_bound(vm, a[3], &last)) return false;
  adjust_indices(first, last, static_cast<int64_t>(length));
  *start = static_cast<uint64_t>(first);
  *stop = static_cast<uint64_t>(last);
  return true;
}

Value index(Leaf& vm, const Value* a) {
  LIST_SELF("index");
  if (bounds_need_python(vm, a)) return leave_to_python();
  uint64_t start, stop;
  if (!index_range(vm, a, list_length(l), &start, &stop)) return Value::raised();
  int64_t i = list_find(vm, l, a[1], start, stop);
  if (i == -1) {
    Value text = dunder_repr_leaf(vm, a + 1);
    if (text.is_undefined()) return leave_to_python();
    return vm.value_error(str_to_utf8(vm, text) + " is not in list");
  }
  return i == -2 ? leave_to_python() : i < 0 ? Value::raised() : vm.heap().make_int(i);
}

Value count(Leaf& vm, const Value* a) {
  LIST_SELF("count");
  int64_t n = 0;
  for (uint64_t i = 0; i < list_length(l); ++i) {
    Verdict v = same_or_equal(vm, list_get(vm, l, i), a[1]);
    if (v == Verdict::NeedsCall) return leave_to_python();
    if (v == Verdict::Raised) return Value::raised();
    n += v == Verdict::Yes;
  }
  return vm.heap().make_int(n);
}

Value remove(Leaf& vm, const Value* a) {
  LIST_SELF("remove");
  int64_t i = list_find(vm, l, a[1], 0, list_length(l));
  if (i == -2) return leave_to_python();
  if (i == -1) return vm.value_error("list.remove(x): x not in list");
  if (i < 0) return Value::raised();
  list_delete(vm, l, static_cast<uint64_t>(i));
  return Value::none();
}

Value clear(Leaf& vm, const Value* a) {
  LIST_SELF("clear");
  list_clear(vm, l);
  return Value::none();
}
Value copy(Leaf& vm, const Value* a) {
  LIST_SELF("copy");
  return list_copy(vm, l);
}
Value reverse(Leaf& vm, const Value* a) {
  LIST_SELF("reverse");
  list_reverse(vm, l);
  return Value::none();
}
Value sort(Leaf& vm, const Value* a) {
  LIST_SELF("sort");
  if (given(a[1]) && !a[1].is_none()) return leave_to_python();
  int64_t reverse = 0;
  if (given(a[2]) && !int64_argument(vm, a[2], &reverse)) return Value::raised();
  return list_sort_leaf(vm, l, reverse != 0) ? Value::none() : leave_to_python();
}

Value list_getitem(Leaf& vm, const Value* a) {
  LIST_SELF("__getitem__");
  if (is_kind(a[1], Kind::Slice)) {
    if (!slice_is_plain(a[1])) return leave_to_python();
    SliceIndices s;
    if (!slice_indices(vm, a[1], static_cast<int64_t>(list_length(l)), &s)) return Value::raised();
    return list_slice(vm, l, s);
  }
  Value index = as_int(vm, a[1]);
  if (index.is_undefined()) return leave_to_python();
  int64_t i;
  if (!as_int64(index, &i)) return vm.index_error("cannot fit 'int' into an index-sized integer");
  return list_index(vm, l, i);
}

Value list_setitem(Leaf& vm, const Value* a) {
  LIST_SELF("__setitem__");
  if (is_kind(a[1], Kind::Slice)) {
    if (!slice_is_plain(a[1]) || !(is_list(a[2]) || is_tuple(a[2]))) return leave_to_python();
    SliceIndices s;
    if (!slice_indices(vm, a[1], static_cast<int64_t>(list_length(l)), &s)) return Value::raised();
    return list_set_slice_list(vm, l, s, a[2]);
  }
  Value index = as_int(vm, a[1]);
  if (index.is_undefined()) return leave_to_python();
  int64_t i;
  if (!as_int64(index, &i)) return vm.index_error("cannot fit 'int' into an index-sized integer");
  return list_set_index(vm, l, i, a[2]);
}

Value list_delitem(Leaf& vm, const Value* a) {
  LIST_SELF("__delitem__");
  if (is_kind(a[1], Kind::Slice)) {
    if (!slice_is_plain(a[1])) return leave_to_python();
    SliceIndices s;
    if (!slice_indices(vm, a[1], static_cast<int64_t>(list_length(l)), &s)) return Value::raised();
    return list_delete_slice(vm, l, s);
  }
  Value index = as_int(vm, a[1]);
  if (index.is_undefined()) return leave_to_python();
  int64_t i;
  if (!as_int64(index, &i)) return vm.index_error("cannot fit 'int' into an index-sized integer");
  return list_delete_index(vm, l, i);
}

Value list_contains(Leaf& vm, const Value* a) {
  LIST_SELF("__contains__");
  int64_t i = list_find(vm, l, a[1], 0, list_length(l));
  return i == -2 ? leave_to_python() : i < -2 ? Value::raised() : Value::boolean(i >= 0);
}
Value list_add(Leaf& vm, const Value* a) {
  LIST_SELF("__add__");
  Value other = unwrap(vm, a[1]);
  return is_list(other) ? list_concat(vm, l, other) : Value::not_implemented();
}
Value list_mul(Leaf& vm, const Value* a) {
  LIST_SELF("__mul__");
  if (as_int(vm, a[1]).is_undefined()) return Value::not_implemented();
  int64_t n;
  return int64_argument(vm, a[1], &n) ? list_repeat(vm, l, n) : Value::raised();
}
Value list_iadd(Leaf& vm, const Value* a) {
  Value r = extend(vm, a);
  return r.is_none() ? a[0] : r;
}
Value list_imul(Leaf& vm, const Value* a) {
  LIST_SELF("__imul__");
  int64_t n;
  if (as_int(vm, a[1]).is_undefined()) return Value::not_implemented();
  if (!int64_argument(vm, a[1], &n)) return Value::raised();
  Value r = list_repeat_in_place(vm, l, n);
  return r.is_raised() ? r : a[0];
}

Value tuple_index_method(Leaf& vm, const Value* a) {
  TUPLE_SELF("index");
  if (bounds_need_python(vm, a)) return leave_to_python();
  uint64_t start, stop;
  if (!index_range(vm, a, tuple_length(t), &start, &stop)) return Value::raised();
  int64_t i = tuple_find(vm, t, a[1], start, stop);
  if (i == -1) return vm.value_error("tuple.index(x): x not in tuple");
  return i == -2 ? leave_to_python() : i < 0 ? Value::raised() : vm.heap().make_int(i);
}
Value tuple_count(Leaf& vm, const Value* a) {
  TUPLE_SELF("count");
  int64_t n = 0;
  for (uint64_t i = 0; i < tuple_length(t); ++i) {
    Verdict v = same_or_equal(vm, tuple_get(t, i), a[1]);
    if (v == Verdict::NeedsCall) return leave_to_python();
    if (v == Verdict::Raised) return Value::raised();
    n += v == Verdict::Yes;
  }
  return vm.heap().make_int(n);
}
Value tuple_getitem(Leaf& vm, const Value* a) {
  TUPLE_SELF("__getitem__");
  if (is_kind(a[1], Kind::Slice)) {
    if (!slice_is_plain(a[1])) return leave_to_python();
    SliceIndices s;
    if (!slice_indices(vm, a[1], static_cast<int64_t>(tuple_length(t)), &s)) {
      return Value::raised();
    }
    return tuple_slice(vm, t, s);
  }
  Value index = as_int(vm, a[1]);
  if (index.is_undefined()) return leave_to_python();
  int64_t i;
  if (!as_int64(index, &i)) return vm.index_error("cannot fit 'int' into an index-sized integer");
  return tuple_index(vm, t, i);
}
Value tuple_contains(Leaf& vm, const Value* a) {
  TUPLE_SELF("__contains__");
  int64_t i = tuple_find(vm, t, a[1], 0, tuple_length(t));
  return i == -2 ? leave_to_python() : i < -2 ? Value::raised() : Value::boolean(i >= 0);
}
Value tuple_add(Leaf& vm, const Value* a) {
  TUPLE_SELF("__add__");
  Value other = unwrap(vm, a[1]);
  return is_tuple(other) ? tuple_concat(vm, t, other) : Value::not_implemented();
}
Value tuple_mul(Leaf& vm, const Value* a) {
  TUPLE_SELF("__mul__");
  if (as_int(vm, a[1]).is_undefined()) return Value::not_implemented();
  int64_t n;
  return int64_argument(vm, a[1], &n) ? tuple_repeat(vm, t, n) : Value::raised();
}

const BuiltinDef kRows[] = {
    HH_CLASS_GETITEM,
    HH_INLINED("append", "self, object, /", append, 0, ListAppend, "Adds an element at the end."),
    HH_LEAF("extend", "self, iterable, /", extend, kBuiltinPython,
            "Adds the elements of an iterable."),
    HH_LEAF("insert", "self, index: index, object, /", insert, kBuiltinPython,
            "Inserts an element before index."),
    HH_INLINED("pop", "self, index: index=, /", pop, 0, ListPop, "Removes and returns an element."),
    HH_LEAF("index", "self, value, start=, stop=, /", index, kBuiltinReadOnly | kBuiltinPython,
            "First index of value."),
    HH_LEAF("count", "self, value, /", count, kBuiltinReadOnly | kBuiltinPython,
            "Number of elements equal to value."),
    HH_LEAF("remove", "self, value, /", remove, kBuiltinPython,
            "Removes the first element equal to value."),
    HH_LEAF("clear", "self, /", clear, kBuiltinNoRaise, "Removes all elements."),
    HH_LEAF("copy", "self, /", copy, kBuiltinReadOnly, "A shallow copy."),
    HH_LEAF("reverse", "self, /", reverse, kBuiltinNoRaise, "Reverses in place."),
    HH_LEAF("sort", "self, *, key=, reverse: index=", sort, kBuiltinPython,
            "Sorts in place, stably."),
    HH_LEAF("__getitem__", "self, index, /", list_getitem, kBuiltinReadOnly | kBuiltinPython,
            "self[index]"),
    HH_LEAF("__setitem__", "self, index, value, /", list_setitem, kBuiltinPython,
            "self[index] = value"),
    HH_LEAF("__delitem__", "self, index, /", list_delitem, kBuiltinPython, "del self[index]"),
    HH_LEAF("__contains__", "self, value, /", list_contains, kBuiltinReadOnly | kBuiltinPython,
            "value in self"),
    HH_LEAF("__add__", "self, value, /", list_add, kBuiltinReadOnly, "self + value"),
    HH_LEAF("__mul__", "self, value: index, /", list_mul, kBuiltinReadOnly | kBuiltinPython,
            "self * value"),
    HH_LEAF("__rmul__", "self, value: index, /", list_mul, kBuiltinReadOnly | kBuiltinPython,
            "value * self"),
    HH_LEAF("__iadd__", "self, value, /", list_iadd, kBuiltinPython, "self += value"),
    HH_LEAF("__imul__", "self, value: index, /", list_imul, 0, "self *= value"),
    HH_LEAF("__len__", "self, /", dunder_len_leaf, kBuiltinReadOnly, "len(self)"),
    HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kBuiltinReadOnly, "iter(self)"),
    HH_LEAF("__reversed__", "self, /", dunder_reversed_leaf, kBuiltinReadOnly, "reversed(self)"),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly | kBuiltinPython,
            "repr(self)"),
    HH_EQUALITY_ROWS,
    HH_ORDER_ROWS,
    HH_NEW,
    HH_INIT,
};

const BuiltinDef kTuple[] = {
    HH_CLASS_GETITEM,
    HH_LEAF("index", "self, value, start=, stop=, /", tuple_index_method,
            kBuiltinReadOnly | kBuiltinPython, "First index of value."),
    HH_LEAF("count", "self, value, /", tuple_count, kBuiltinReadOnly | kBuiltinPython,
            "Number of elements equal to value."),
    HH_LEAF("__getitem__", "self, key, /", tuple_getitem, kBuiltinReadOnly | kBuiltinPython,
            "self[key]"),
    HH_LEAF("__contains__", "self, key, /", tuple_contains, kBuiltinReadOnly | kBuiltinPython,
            "key in self"),
    HH_LEAF("__add__", "self, value, /", tuple_add, kBuiltinReadOnly, "self + value"),
    HH_LEAF("__mul__", "self, value: index, /", tuple_mul, kBuiltinReadOnly, "self * value"),
    HH_LEAF("__rmul__", "self, value: index, /", tuple_mul, kBuiltinReadOnly, "value * self"),
    HH_LEAF("__len__", "self, /", dunder_len_leaf, kBuiltinReadOnly, "len(self)"),
    HH_LEAF("__iter__", "self, /", dunder_iter_leaf, kBuiltinReadOnly, "iter(self)"),
    HH_LEAF("__hash__", "self, /", dunder_hash_leaf, kBuiltinReadOnly | kBuiltinPython,
            "hash(self)"),
    HH_LEAF("__repr__", "self, /", dunder_repr_leaf, kBuiltinReadOnly | kBuiltinPython,
            "repr(self)"),
    HH_PYTHON("__getnewargs__", "self, /", "Arguments that make the value again."),
    HH_EQUALITY_ROWS,
    HH_ORDER_ROWS,
    HH_NEW,
};

}  // namespace

const BuiltinTable kListRows = builtin_table(kRows);
const BuiltinTable kTupleRows = builtin_table(kTuple);

}  // namespace hothouse
