// Helpers of items: iteration, subscripts, displays, formatting.
//
// Errors of the usual types are raised here with CPython's texts; undefined leaves objects with
// methods of their own (an __index__, a generator on the right of a slice assignment) to the
// protocol functions, and then nothing has happened yet.
#include <cstring>
#include <string>

#include "core/builtins/format/format.h"
#include "core/builtins/types/shared.h"
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/memory_view.h"
#include "core/objects/range.h"
#include "core/objects/repr.h"
#include "core/objects/set.h"
#include "core/objects/slice.h"
#include "core/objects/str.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"
#include "core/ops/helper_functions.h"

namespace hothouse::helper {

namespace {

/// Objects whose type may have methods written in Python, or by a plugged-in module.
bool may_have_methods(Value v) {
  return is_instance_kind(v) || is_kind(v, Kind::Type) || is_kind(v, Kind::External);
}

Value result_of(Verdict v) {
  return v == Verdict::NeedsCall ? Value::undefined()
         : v == Verdict::Raised  ? Value::raised()
                                 : Value::none();
}

/// An index of a sequence.
enum class Index { Ok, Python, Raised };
Index to_index(Vm& vm, Value key, const char* wrong, bool quote, int64_t* index) {
  Value i = as_int(vm, key);
  if (i.is_undefined()) {
    if (may_have_methods(key)) return Index::Python;
    std::string type = type_name_of(vm, key);
    vm.type_error(wrong + (quote ? "'" + type + "'" : type));
    return Index::Raised;
  }
  if (as_int64(i, index)) return Index::Ok;
  vm.index_error("cannot fit 'int' into an index-sized integer");
  return Index::Raised;
}

/// The positions of a slice.
Index to_slice(Vm& vm, Value key, uint64_t length, SliceIndices* s) {
  const Slice* slice = key.as<Slice>();
  if (!slice_is_plain(key)) {
    for (Value v : {slice->start, slice->stop, slice->step}) {
      if (may_have_methods(v)) return Index::Python;
    }
  }
  return slice_indices(vm, key, static_cast<int64_t>(length), s) ? Index::Ok : Index::Raised;
}
Value not_ok(Index i) { return i == Index::Python ? Value::undefined() : Value::raised(); }

const char* wrong_index_text(Kind kind) {
  switch (kind) {
    case Kind::List:
      return "list indices must be integers or slices, not ";
    case Kind::Tuple:
      return "tuple indices must be integers or slices, not ";
    case Kind::Str:
      return "string indices must be integers, not ";
    case Kind::Bytes:
      return "byte indices must be integers or slices, not ";
    case Kind::ByteArray:
      return "bytearray indices must be integers or slices, not ";
    default:
      return "range indices must be integers or slices, not ";
  }
}

Value get_slice(Vm& vm, Value o, Kind kind, Value key) {
  SliceIndices s;
  Index i = Index::Ok;
  switch (kind) {
    case Kind::List:
      i = to_slice(vm, key, list_length(o), &s);
      return i == Index::Ok ? list_slice(vm, o, s) : not_ok(i);
    case Kind::Tuple:
      i = to_slice(vm, key, tuple_length(o), &s);
      return i == Index::Ok ? tuple_slice(vm, o, s) : not_ok(i);
    case Kind::Str:
      i = to_slice(vm, key, str_length(o), &s);
      return i == Index::Ok ? str_slice(vm, o, s.start, s.step, static_cast<uint64_t>(s.count))
                            : not_ok(i);
    case Kind::Range: {
      i = to_slice(vm, key, 0, &s);  // only to see whether the slice is usable
      return i == Index::Ok ? range_slice(vm, o, key) : not_ok(i);
    }
    default:
      i = to_slice(vm, key, bytes_length(o), &s);
      return i == Index::Ok ? bytes_slice(vm, o, s) : not_ok(i);
  }
}

Value get_dict_item(Vm& vm, Value dict, Value key) {
  Verdict status = Verdict::Yes;
  Value v = dict_get(vm, dict, key, &status);
  if (status == Verdict::NeedsCall) return Value::undefined();
  if (status == Verdict::Raised || v.is_raised()) return Value::raised();
  return v.is_undefined() ? vm.key_error(key) : v;
}

/// Types with a slot table of sequences: CPython words their refusal to delete differently.
bool is_sequence_type(Value o) {
  if (!o.is_object()) return false;
  switch (o.as_object()->kind) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::Range:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::DictView:
      return true;
    default:
      return false;
  }
}

/// The elements of a built-in iterable as a List. Undefined: Python must iterate, or it is none.
Value elements_of(Vm& vm, Value v) {
  Value list = make_list(vm);
  Value r = ListExtendBuiltin(&vm, list, v);
  return r.is_none() ? list : r;
}
bool surely_not_iterable(Value v) {
  if (!v.is_object()) return true;
  switch (v.as_object()->kind) {
    case Kind::BigInt:
    case Kind::Function:
    case Kind::Builtin:
    case Kind::BoundMethod:
    case Kind::Module:
    case Kind::Slice:
      return true;
    default:
      return false;
  }
}

Value set_list_slice(Vm& vm, Value list, Value key, Value v) {
  SliceIndices s;
  Index i = to_slice(vm, key, list_length(list), &s);
  if (i != Index::Ok) return not_ok(i);
  if (surely_not_iterable(v)) {
    return vm.type_error(s.step == 1 ? "can only assign an iterable"
                                     : "must assign iterable to extended slice");
  }
  if (!is_list(v) && !is_tuple(v)) {
    v = elements_of(vm, v);
    if (!is_list(v)) return v;
  } else if (v == list) {
    v = list_copy(vm, v);
  }
  return list_set_slice_list(vm, list, s, v).is_raised() ? Value::raised() : Value::none();
}

/// The byte that v is: -1 raised, -2 left to Python.
int byte_value(Vm& vm, Value v) {
  Value i = as_int(vm, v);
  if (i.is_undefined()) {
    if (may_have_methods(v)) return -2;
    vm.type_error("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
    return -1;
  }
  int64_t byte;
  if (!as_int64(i, &byte) || byte < 0 || byte > 255) {
    vm.value_error("byte must be in range(0, 256)");
    return -1;
  }
  return static_cast<int>(byte);
}

Value set_bytearray_slice(Vm& vm, Value o, Value key, Value v) {
  SliceIndices s;
  Index i = to_slice(vm, key, bytes_length(o), &s);
  if (i != Index::Ok) return not_ok(i);
  std::string data;
  if (bytes_like_copy(v, &data)) {
    // Taken as they are, whatever the format.
  } else if (is_int_value(v) || v.is_double() || is_str(v)) {
    return vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  } else if (surely_not_iterable(v)) {
    return vm.type_error("cannot convert '" + type_name_of(vm, v) + "' object to bytearray");
  } else {
    Value list = elements_of(vm, v);
    if (!is_list(list)) return list;
    for (uint64_t k = 0; k < list_length(list); k++) {
      int byte = byte_value(vm, list_get(vm, list, k));
      if (byte < 0) return byte == -2 ? Value::undefined() : Value::raised();
      data += static_cast<char>(byte);
    }
  }
  return bytearray_set_slice(vm, o, s, data).is_raised() ? Value::raised() : Value::none();
}

/// Makes a Python index one from the bytearray's start. False: IndexError was raised.
bool find_in_bytearray(Vm& vm, Value o, int64_t* index) {
  auto length = static_cast<int64_t>(bytes_length(o));
  if (*index < 0) *index += length;
  if (*index >= 0 && *index < length) return true;
  vm.index_error("bytearray index out of range");
  return false;
}

}  // namespace

Value GetIter(Vm* vm, Value v) {
  Value it = builtin_iterator(*vm, v);
  if (!it.is_undefined()) return it;
  if (v.is_object()) {
    switch (v.as_object()->kind) {
      case Kind::Generator:
        if (v.as_object()->map == kMapCoroutine || v.as_object()->map == kMapAsyncGenerator) break;
        return v;
      case Kind::CallIter:
      case Kind::SeqIter:
        return v;
      case Kind::External:
      case Kind::Instance:
      case Kind::Type:
        return Value::undefined();
      default:
        break;
    }
  }
  return vm->type_error("'" + type_name_of(*vm, v) + "' object is not iterable");
}

Value IterNext(Vm* vm, Value it) {
  Value v = builtin_next(*vm, it);
  if (!v.is_undefined()) return v;
  // iterators over __getitem__, and those of plugged-in modules, call Python
  if (is_kind(it, Kind::SeqIter) || may_have_methods(it)) return v;
  return RaiseNotIterator(vm, it);
}

Value RaiseNotIterator(Vm* vm, Value it) {
  return vm->type_error("'" + type_name_of(*vm, it) + "' object is not an iterator");
}

int64_t DictFind(Vm* vm, Value dict, Value key) {
  int64_t entry = dict_find(*vm, dict, key);
  if (entry != kDictRaised) return entry;
  vm->clear_pending();  // whoever asks next says what is wrong with the key
  return kDictNeedsCall;
}

Value DictValueAt(Vm*, Value dict, int64_t entry) {
  return dict_value_at(dict, static_cast<uint64_t>(entry));
}

Value DictNameAt(Vm* vm, Value dict, int64_t entry) {
  auto position = static_cast<uint64_t>(entry);
  Value key, v;
  if (!dict_next(dict, &position, &key, &v)) return Value::undefined();
  if (position != static_cast<uint64_t>(entry) + 1 || !is_str(key)) return Value::undefined();
  return is_interned(key) ? key : str_intern(*vm, key);
}

Value GetItemBuiltin(Vm* vm, Value o, Value key) {
  if (!o.is_object()) {
    return vm->type_error("'" + type_name_of(*vm, o) + "' object is not subscriptable");
  }
  const Kind kind = o.as_object()->kind;
  switch (kind) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray: {
      if (is_kind(key, Kind::Slice)) return get_slice(*vm, o, kind, key);
      int64_t index;
      Index i = to_index(*vm, key, wrong_index_text(kind), kind == Kind::Str, &index);
      if (i != Index::Ok) return not_ok(i);
      if (kind == Kind::List) return list_index(*vm, o, index);
      if (kind == Kind::Tuple) return tuple_index(*vm, o, index);
      if (kind == Kind::Str) return str_index(*vm, o, index);
      return bytes_index(*vm, o, index);
    }
    case Kind::Range: {
      if (is_kind(key, Kind::Slice)) return get_slice(*vm, o, kind, key);
      Value i = as_int(*vm, key);
      if (!i.is_undefined()) return range_index(*vm, o, i);
      if (may_have_methods(key)) return Value::undefined();
      return vm->type_error(wrong_index_text(kind) + type_name_of(*vm, key));
    }
    case Kind::Dict:
      return get_dict_item(*vm, o, key);
    case Kind::DictView:
      if (o.as_object()->map == kMapMappingProxy) {
        return get_dict_item(*vm, o.as<DictView>()->dict, key);
      }
      break;
    case Kind::Instance:
    case Kind::Type:
    case Kind::External:
      return Value::undefined();
    case Kind::MemoryView:
      return view_item(*vm, o, key);
    default:
      break;
  }
  return vm->type_error("'" + type_name_of(*vm, o) + "' object is not subscriptable");
}

Value SetItemBuiltin(Vm* vm, Value o, Value key, Value v) {
  if (o.is_object()) {
    switch (o.as_object()->kind) {
      case Kind::Dict:
        return result_of(dict_set(*vm, o, key, v));
      case Kind::List: {
        if (is_kind(key, Kind::Slice)) return set_list_slice(*vm, o, key, v);
        int64_t index;
        Index i = to_index(*vm, key, wrong_index_text(Kind::List), false, &index);
        return i == Index::Ok ? list_set_index(*vm, o, index, v) : not_ok(i);
      }
      case Kind::ByteArray: {
        if (is_kind(key, Kind::Slice)) return set_bytearray_slice(*vm, o, key, v);
        int64_t index;
        Index i = to_index(*vm, key, wrong_index_text(Kind::ByteArray), false, &index);
        if (i != Index::Ok) return not_ok(i);
        int byte = byte_value(*vm, v);
        if (byte < 0) return byte == -2 ? Value::undefined() : Value::raised();
        if (!find_in_bytearray(*vm, o, &index)) return Value::raised();
        bytearray_data(o)[index] = static_cast<uint8_t>(byte);
        return Value::none();
      }
      case Kind::MemoryView:
        return view_set_item(*vm, o, key, v);
      case Kind::Instance:
      case Kind::Type:
      case Kind::External:
        return Value::undefined();
      default:
        break;
    }
  }
  return vm->type_error("'" + type_name_of(*vm, o) + "' object does not support item assignment");
}

Value DeleteItemBuiltin(Vm* vm, Value o, Value key) {
  if (o.is_object()) {
    SliceIndices s;
    int64_t index;
    switch (o.as_object()->kind) {
      case Kind::Dict: {
        Verdict deleted = dict_delete(*vm, o, key);
        return deleted == Verdict::No ? vm->key_error(key) : result_of(deleted);
      }
      case Kind::List: {
        if (is_kind(key, Kind::Slice)) {
          Index i = to_slice(*vm, key, list_length(o), &s);
          return i == Index::Ok ? list_delete_slice(*vm, o, s) : not_ok(i);
        }
        Index i = to_index(*vm, key, wrong_index_text(Kind::List), false, &index);
        return i == Index::Ok ? list_delete_index(*vm, o, index) : not_ok(i);
      }
      case Kind::ByteArray: {
        if (is_kind(key, Kind::Slice)) {
          Index i = to_slice(*vm, key, bytes_length(o), &s);
          return i == Index::Ok ? bytearray_delete_slice(*vm, o, s) : not_ok(i);
        }
        Index i = to_index(*vm, key, wrong_index_text(Kind::ByteArray), false, &index);
        if (i != Index::Ok) return not_ok(i);
        if (!find_in_bytearray(*vm, o, &index)) return Value::raised();
        auto at = static_cast<uint64_t>(index);
        return bytearray_replace_range(*vm, o, at, at + 1, {}).is_raised() ? Value::raised()
                                                                           : Value::none();
      }
      case Kind::MemoryView:
      case Kind::Instance:
      case Kind::Type:
      case Kind::External:
        return Value::undefined();
      default:
        break;
    }
  }
  bool sequence = is_sequence_type(o) && !as_int(*vm, key).is_undefined();
  return vm->type_error("'" + type_name_of(*vm, o) + "' object " +
                        (sequence ? "doesn't" : "does not") + " support item deletion");
}

Value SetItemFollowed(Vm* vm, Value dict, Value key, Value v) {
  return SetItemBuiltin(vm, dict, key, v);
}

Value DeleteItemFollowed(Vm* vm, Value dict, Value key) { return DeleteItemBuiltin(vm, dict, key); }

Value StrAt(Vm* vm, Value s, int64_t index) { return str_at(*vm, s, static_cast<uint64_t>(index)); }

Value GetSlice(Vm* vm, Value o, int64_t start, int64_t stop) {
  auto indices = [&](uint64_t length) {
    return adjust_slice(start, stop, 1, static_cast<int64_t>(length));
  };
  switch (o.as_object()->kind) {
    case Kind::List:
      return list_slice(*vm, o, indices(list_length(o)));
    case Kind::Tuple:
      return tuple_slice(*vm, o, indices(tuple_length(o)));
    default: {
      SliceIndices s = indices(str_length(o));
      return str_slice(*vm, o, s.start, 1, static_cast<uint64_t>(s.count));
    }
  }
}

Value ListOfSlice(Vm* vm, Value o, int64_t start, int64_t stop) {
  if (is_list(o)) return GetSlice(vm, o, start, stop);
  return make_list(*vm, o.as<Tuple>()->data() + start, static_cast<uint64_t>(stop - start));
}

Value ListAppend(Vm* vm, Value list, Value v) { return list_append(*vm, list, v); }
Value ListPop(Vm* vm, Value list) { return list_pop(*vm, list, -1); }

Value ListExtendBuiltin(Vm* vm, Value list, Value iterable) {
  if (is_list(iterable) || is_tuple(iterable)) {
    return list_extend_list(*vm, list, iterable).is_raised() ? Value::raised() : Value::none();
  }
  bool appended = true;
  Verdict all = each_element(*vm, iterable, [&](Value x) {
    appended = !list_append(*vm, list, x).is_raised();
    return appended;
  });
  if (all == Verdict::No) return Value::undefined();
  return all == Verdict::Raised || !appended ? Value::raised() : Value::none();
}

Value TupleExtend(Vm* vm, Value tuple, Value iterable) {
  Value list = list_from_tuple(*vm, tuple);
  if (list.is_raised()) return list;
  Value r = ListExtendBuiltin(vm, list, iterable);
  return r.is_none() ? tuple_from_list(*vm, list) : r;
}

Value ListToTuple(Vm* vm, Value list) { return tuple_from_list(*vm, list); }

Value MakeSet(Vm* vm) { return make_set(*vm); }
Value SetAddBuiltin(Vm* vm, Value set, Value v) { return result_of(set_add(*vm, set, v)); }
Value SetAddCall(Vm* vm, Value set, Value v) {
  Rooted rooted(*vm, set);
  return set_add_call(*vm, set, v) < 0 ? Value::raised() : rooted.get();
}

Value MakeDict(Vm* vm, int64_t expected) { return make_dict(*vm, static_cast<uint64_t>(expected)); }
Value DictSetCall(Vm* vm, Value dict, Value key, Value v) {
  Rooted rooted(*vm, dict);
  return dict_set_call(*vm, dict, key, v).is_raised() ? Value::raised() : rooted.get();
}
Value DictSetName(Vm* vm, Value dict, Value name, Value v) {
  dict_set_name(*vm, dict, is_interned(name) ? name : str_intern(*vm, name), v);
  return Value::none();
}

Value MergeNames(Vm* vm, Value dict, Value more, int64_t apart) {
  uint64_t position = 0;
  Value key, v;
  while (dict_next(more, &position, &key, &v)) {
    if (!is_str(key)) return Value::undefined();
    if (apart && dict_count(dict) != 0 && dict_find(*vm, dict, key) != kDictAbsent) {
      return Value::undefined();
    }
  }
  return result_of(dict_update(*vm, dict, more));
}

Value FormatBuiltin(Vm* vm, Value v, int64_t conversion, Value spec) {
  if (conversion != 0) {
    v = conversion == 's' ? str_leaf(*vm, v) : repr_leaf(*vm, v);
    if (v.is_undefined() || v.is_raised()) return v;
    if (conversion == 'a' && !str_is_ascii(*vm, v)) return Value::undefined();
  }
  if (!spec.is_undefined()) {
    if (!is_str(spec)) return Value::undefined();
    if (str_length(spec) != 0) {
      return may_have_methods(v) ? Value::undefined() : format_value(*vm, v, spec);
    }
  }
  if (is_str(v)) return v;
  return may_have_methods(v) ? Value::undefined() : str_leaf(*vm, v);
}

Value ConvertCall(Vm* vm, Value v, int64_t conversion) {
  Value r = conversion == 'r'   ? repr_call(*vm, v)
            : conversion == 's' ? str_call(*vm, v)
                                : ascii_call(*vm, v);
  return unwrap(*vm, r);
}

}  // namespace hothouse::helper
