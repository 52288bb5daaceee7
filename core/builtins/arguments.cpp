#include "core/builtins/arguments.h"

#include "core/objects/compare.h"
#include "core/objects/repr_objects.h"

namespace hothouse {

namespace {

/// Slots that CPython makes methods of beside: they speak as methods do.
bool is_method_too(std::string_view method, std::string_view type) {
  if (method == "__getitem__") return type == "list" || type == "dict";
  return method == "__contains__" && (type == "dict" || type == "set" || type == "frozenset");
}

}  // namespace

Value wrong_self(Leaf& vm, const char* method, const char* type, Value self) {
  if (is_slot_wrapper(method) && !is_method_too(method, type)) {
    return vm.type_error("descriptor '" + std::string(method) + "' requires a '" + type +
                         "' object but received a '" + type_name_of(vm, self) + "'");
  }
  return vm.type_error("descriptor '" + std::string(method) + "' for '" + type +
                       "' objects doesn't apply to a '" + type_name_of(vm, self) + "' object");
}

bool has_buffer(Leaf& vm, Value v) {
  return is_instance_kind(v) &&
         !lookup_in_type(vm, type_of(vm, v), vm.intern("__buffer__")).is_undefined();
}

bool int64_argument(Leaf& vm, Value v, int64_t* result) {
  Value i = as_int(vm, v);
  if (i.is_undefined()) {
    vm.type_error("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
    return false;
  }
  if (as_int64(i, result)) return true;
  vm.overflow_error("Python int too large to convert to C ssize_t");
  return false;
}

bool clamped_argument(Leaf& vm, Value v, int64_t* result) {
  Value i = as_int(vm, v);
  if (i.is_undefined()) {
    vm.type_error("'" + type_name_of(vm, v) + "' object cannot be interpreted as an integer");
    return false;
  }
  *result = clamp_int64(i);
  return true;
}

bool slice_argument(Leaf& vm, Value v, int64_t* result) {
  if (v.is_undefined() || v.is_none()) return true;
  Value i = as_int(vm, v);
  if (i.is_undefined()) {
    vm.type_error("slice indices must be integers or None or have an __index__ method");
    return false;
  }
  *result = clamp_int64(i);
  return true;
}

Value text_argument(Leaf& vm, Value v, std::string_view prefix) {
  Value s = unwrap(vm, v);
  if (is_str(s)) return s;
  vm.type_error(std::string(prefix) + ", not " + type_name_of(vm, v));
  return Value::undefined();
}

bool codec_arguments(Leaf& vm, const char* function, const Value* row, std::string* encoding,
                     std::string* errors) {
  auto take = [&](Value v, const char* name, const char* otherwise, std::string* result) {
    *result = otherwise;
    if (!given(v)) return true;
    if (is_str(v)) {
      *result = str_to_utf8(vm, v);
      return true;
    }
    Value text =
        text_argument(vm, v, std::string(function) + "() argument '" + name + "' must be str");
    if (text.is_undefined()) return false;
    *result = str_to_utf8(vm, text);
    return true;
  };
  return take(row[0], "encoding", "utf-8", encoding) && take(row[1], "errors", "strict", errors);
}

bool double_argument(Leaf& vm, Value v, double* result) {
  if (v.is_double()) {
    *result = v.as_double();
    return true;
  }
  if (as_float(vm, v, result)) return true;
  Value i = as_int(vm, v);
  if (i.is_undefined()) {
    vm.type_error("must be real number, not " + type_name_of(vm, v));
    return false;
  }
  return int_to_double(vm, i, result);
}

bool flag_argument(Leaf& vm, Value v, bool otherwise) {
  if (v.is_undefined() || v.is_none()) return otherwise;
  return truth(vm, v) != Verdict::No;
}

}  // namespace hothouse
