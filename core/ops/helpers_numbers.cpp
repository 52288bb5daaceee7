// Helpers of arithmetic, comparison and membership between built-in values.
//
// Neighbours: arithmetic.h and compare.h, which do the usual cases themselves; the rows of
// builtins/types, whose set and dict operators are used as they are. Undefined means: Python must
// do it (a generator, a method of an element's class), and nothing has happened yet.
#include <cmath>
#include <cstring>
#include <string>

#include "core/builtins/format/format.h"
#include "core/builtins/protocol.h"
#include "core/builtins/types/rows.h"
#include "core/builtins/types/shared.h"
#include "core/objects/bytes.h"
#include "core/objects/compare.h"
#include "core/objects/complex.h"
#include "core/objects/dict.h"
#include "core/objects/external.h"
#include "core/objects/float.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/range.h"
#include "core/objects/set.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/ops/helper_functions.h"

namespace hothouse::helper {

namespace {

/// How an operator is written in messages, in the order of Protocol::Add ...
constexpr const char* kSymbols[] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                    "<<", ">>", "&", "|", "^",  "@"};
constexpr const char* kInPlaceSymbols[] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};
static_assert(static_cast<int>(Protocol::IAdd) - static_cast<int>(Protocol::Add) == 13);
static_assert(static_cast<int>(Protocol::MatMul) - static_cast<int>(Protocol::Add) == 12);

std::string quoted_types(Vm& vm, Value a, Value b) {
  return "'" + type_name_of(vm, a) + "' and '" + type_name_of(vm, b) + "'";
}

Value unsupported(Vm& vm, Protocol op, bool in_place, Value a, Value b) {
  int index = static_cast<int>(op) - static_cast<int>(Protocol::Add);
  std::string text = std::string("unsupported operand type(s) for ") +
                     (in_place ? kInPlaceSymbols : kSymbols)[index] + ": " + quoted_types(vm, a, b);
  if (op == Protocol::RShift && !in_place && is_kind(a, Kind::Builtin) &&
      std::strcmp(a.as<Builtin>()->def.get()->name, "print") == 0) {
    text += ". Did you mean \"print(<message>, file=<output_stream>)\"?";
  }
  return vm.type_error(text);
}

bool is_number(Value v) { return v.is_double() || is_int_value(v); }

Value int_binary(Vm& vm, Protocol op, Value a, Value b) {
  switch (op) {
    case Protocol::Add:
      return int_add(vm, a, b);
    case Protocol::Sub:
      return int_sub(vm, a, b);
    case Protocol::Mul:
      return int_mul(vm, a, b);
    case Protocol::TrueDiv:
      return int_truediv(vm, a, b);
    case Protocol::FloorDiv:
      return int_floordiv(vm, a, b);
    case Protocol::Mod:
      return int_mod(vm, a, b);
    case Protocol::Pow:
      return int_pow(vm, a, b);
    case Protocol::LShift:
      return int_lshift(vm, a, b);
    case Protocol::RShift:
      return int_rshift(vm, a, b);
    case Protocol::And:
      if (a.is_bool() && b.is_bool()) return Value::boolean(a.is_true() && b.is_true());
      return int_and(vm, a, b);
    case Protocol::Or:
      if (a.is_bool() && b.is_bool()) return Value::boolean(a.is_true() || b.is_true());
      return int_or(vm, a, b);
    case Protocol::Xor:
      if (a.is_bool() && b.is_bool()) return Value::boolean(a.is_true() != b.is_true());
      return int_xor(vm, a, b);
    default:
      return Value::not_implemented();
  }
}

Value float_binary(Vm& vm, Protocol op, Value a, Value b) {
  switch (op) {
    case Protocol::Add:
    case Protocol::Sub:
    case Protocol::Mul:
    case Protocol::TrueDiv:
    case Protocol::FloorDiv:
    case Protocol::Mod:
    case Protocol::Pow:
      break;
    default:
      return Value::not_implemented();
  }
  double x = 0, y = 0;
  if (a.is_double()) {
    x = a.as_double();
  } else if (!int_to_double(vm, a, &x)) {
    return Value::raised();
  }
  if (b.is_double()) {
    y = b.as_double();
  } else if (!int_to_double(vm, b, &y)) {
    return Value::raised();
  }
  switch (op) {
    case Protocol::Add:
      return Value::from_foreign_double(x + y);
    case Protocol::Sub:
      return Value::from_foreign_double(x - y);
    case Protocol::Mul:
      return Value::from_foreign_double(x * y);
    case Protocol::TrueDiv:
      return float_truediv(vm, x, y);
    case Protocol::FloorDiv:
      return float_floordiv(vm, x, y);
    case Protocol::Mod:
      return float_mod(vm, x, y);
    default:
      return float_pow(vm, x, y);
  }
}

Value complex_binary(Vm& vm, Protocol op, Value a, Value b) {
  ComplexParts x, y;
  bool failed;
  if (!complex_operand(vm, a, &x, &failed) || !complex_operand(vm, b, &y, &failed)) {
    return failed ? Value::raised() : Value::not_implemented();
  }
  return complex_arithmetic(vm, op, x, y);
}

bool is_bytes_like(Value v) { return is_bytes(v) || is_bytearray(v); }
bool is_repeatable(Value v) { return is_str(v) || is_list(v) || is_tuple(v) || is_bytes_like(v); }

/// left + right where left is a sequence.
Value concat(Vm& vm, Value a, Value b) {
  if (is_str(a)) {
    if (is_str(b)) return str_concat(vm, a, b);
    return vm.type_error("can only concatenate str (not \"" + type_name_of(vm, b) + "\") to str");
  }
  if (is_list(a)) {
    if (is_list(b)) return list_concat(vm, a, b);
    return vm.type_error("can only concatenate list (not \"" + type_name_of(vm, b) + "\") to list");
  }
  if (is_tuple(a)) {
    if (is_tuple(b)) return tuple_concat(vm, a, b);
    return vm.type_error("can only concatenate tuple (not \"" + type_name_of(vm, b) +
                         "\") to tuple");
  }
  if (is_bytes_like(b)) return bytes_concat(vm, a, b);
  if (std::string copy; bytes_like_copy(unwrap(vm, b), &copy)) {
    return bytes_concat(vm, a, make_bytes(vm, copy));
  }
  return vm.type_error("can't concat " + type_name_of(vm, b) + " to " + type_name_of(vm, a));
}

/// The count of a repetition. False: raised.
bool repeat_count(Vm& vm, Value v, int64_t* count) {
  if (!is_int_value(v)) {
    vm.type_error("can't multiply sequence by non-int of type '" + type_name_of(vm, v) + "'");
    return false;
  }
  if (!as_int64(v, count)) {
    vm.overflow_error("cannot fit 'int' into an index-sized integer");
    return false;
  }
  return true;
}

Value repeat(Vm& vm, Value sequence, Value times) {
  int64_t count;
  if (!repeat_count(vm, times, &count)) return Value::raised();
  if (is_str(sequence)) return str_repeat(vm, sequence, count);
  if (is_list(sequence)) return list_repeat(vm, sequence, count);
  if (is_tuple(sequence)) return tuple_repeat(vm, sequence, count);
  return bytes_repeat(vm, sequence, count);
}

Value repeat_bytearray_in_place(Vm& vm, Value v, Value times) {
  int64_t count;
  if (!repeat_count(vm, times, &count)) return Value::raised();
  Value repeated = bytes_repeat(vm, v, count);
  if (repeated.is_raised()) return repeated;
  BytesView bytes = bytes_view(repeated);
  if (bytearray_resize(vm, v, bytes.size()).is_raised()) return Value::raised();
  if (!bytes.empty()) std::memcpy(bytearray_data(v), bytes.data(), bytes.size());
  return v;
}

/// The C++ of an operator of sets or dicts, from the type's rows; null if it has none.
LeafFunction row_leaf(const BuiltinTable& table, const char* name) {
  const BuiltinDef* def = find_row(table, name);
  return def == nullptr ? nullptr : def->leaf;
}

struct RowOperators {
  LeafFunction set_new[4], set_in_place[4], dict_or, dict_ior;
};
const RowOperators& row_operators() {
  static const RowOperators kOperators = {
      {row_leaf(kSetRows, "__or__"), row_leaf(kSetRows, "__and__"), row_leaf(kSetRows, "__sub__"),
       row_leaf(kSetRows, "__xor__")},
      {row_leaf(kSetRows, "__ior__"), row_leaf(kSetRows, "__iand__"),
       row_leaf(kSetRows, "__isub__"), row_leaf(kSetRows, "__ixor__")},
      row_leaf(kDictRows, "__or__"),
      row_leaf(kDictRows, "__ior__")};
  return kOperators;
}
int set_operator(Protocol op) {
  switch (op) {
    case Protocol::Or:
      return 0;
    case Protocol::And:
      return 1;
    case Protocol::Sub:
      return 2;
    case Protocol::Xor:
      return 3;
    default:
      return -1;
  }
}

Value external_binary(Vm* vm, Protocol op, bool in_place, Value a, Value b) {
  int64_t code = static_cast<int64_t>(op) + (in_place ? 13 : 0);
  for (Value v : {a, b}) {
    if (!is_kind(v, Kind::External)) continue;
    const ExternalOps* ops = v.as<External>()->ops.get();
    if (ops->binary == nullptr) continue;
    Value r = ops->binary(*vm, code, a, b);
    if (!r.is_not_implemented()) return r;
  }
  return Value::undefined();  // what its type defines in Python, or the error
}

/// In-place operators of mutable objects; not_implemented: go on with the plain operator.
Value in_place_binary(Vm* vm, Protocol op, Value a, Value b) {
  const Value args[] = {a, b};
  switch (a.as_object()->kind) {
    case Kind::List:
      if (op == Protocol::Add) {
        Value r = ListExtendBuiltin(vm, a, b);
        return r.is_none() ? a : r;
      }
      if (op == Protocol::Mul) {
        int64_t count;
        if (!repeat_count(*vm, b, &count)) return Value::raised();
        Value r = list_repeat_in_place(*vm, a, count);
        return r.is_raised() ? r : a;
      }
      return Value::not_implemented();
    case Kind::ByteArray:
      if (op == Protocol::Add) {
        std::string copy;  // b may be a itself
        if (!bytes_like_copy(unwrap(*vm, b), &copy)) {
          return vm->type_error("can't concat " + type_name_of(*vm, b) + " to bytearray");
        }
        return bytearray_append(*vm, a, copy).is_raised() ? Value::raised() : a;
      }
      if (op == Protocol::Mul) return repeat_bytearray_in_place(*vm, a, b);
      return Value::not_implemented();
    case Kind::Set: {
      int index = set_operator(op);
      if (index < 0) return Value::not_implemented();
      LeafFunction f = row_operators().set_in_place[index];
      return f ? f(*vm, args) : Value::undefined();
    }
    case Kind::Dict: {
      if (op != Protocol::Or) return Value::not_implemented();
      LeafFunction f = row_operators().dict_ior;
      return f ? f(*vm, args) : Value::undefined();
    }
    default:
      return Value::not_implemented();
  }
}

Value verdict_result(Verdict v, bool negate = false) {
  switch (v) {
    case Verdict::Yes:
      return Value::boolean(!negate);
    case Verdict::No:
      return Value::boolean(negate);
    case Verdict::Raised:
      return Value::raised();
    default:
      return Value::undefined();
  }
}
/// The answer of list_find and its kin.
Value find_result(int64_t index) {
  return index >= 0    ? Value::true_value()
         : index == -1 ? Value::false_value()
         : index == -2 ? Value::undefined()
                       : Value::raised();
}

Value view_contains(Vm& vm, Value view, Value item) {
  Value dict = view.as<DictView>()->dict;
  MapId map = view.as_object()->map;
  if (map == kMapDictView || map == kMapMappingProxy) return find_result(dict_find(vm, dict, item));
  if (map == kMapDictItems) {
    Value pair = unwrap(vm, item);
    if (!is_tuple(pair)) return is_instance_kind(pair) ? Value::undefined() : Value::false_value();
    if (tuple_length(pair) != 2) return Value::false_value();
    int64_t entry = dict_find(vm, dict, tuple_get(pair, 0));
    if (entry < 0) return find_result(entry);
    Value value = dict_value_at(dict, static_cast<uint64_t>(entry));
    return verdict_result(same_or_equal(vm, value, tuple_get(pair, 1)));
  }
  uint64_t at = 0;
  Value key, value;
  while (dict_next(dict, &at, &key, &value)) {
    Verdict v = same_or_equal(vm, value, item);
    if (v != Verdict::No) return verdict_result(v);
  }
  return Value::false_value();
}

Value range_has(Vm& vm, Value range, Value item) {
  if (is_int_value(item)) return verdict_result(range_contains(vm, range, item));
  if (item.is_double()) {
    double d = item.as_double();
    if (!std::isfinite(d) || d != std::floor(d)) return Value::false_value();
    return verdict_result(range_contains(vm, range, int_from_double(vm, d)));
  }
  if (is_kind(item, Kind::Complex)) {
    const auto* c = item.as<Complex>();
    if (c->imag != 0) return Value::false_value();
    return range_has(vm, range, Value::from_foreign_double(c->real));
  }
  // numbers aside, only an object with __eq__ equals an int
  return is_instance_kind(item) || is_kind(item, Kind::Type) || is_kind(item, Kind::External)
             ? Value::undefined()
             : Value::false_value();
}

Value bytes_has(Vm& vm, Value bytes, Value item) {
  Value i = as_int(vm, item);
  if (!i.is_undefined()) {
    int64_t byte;
    if (!as_int64(i, &byte) || byte < 0 || byte > 255) {
      return vm.value_error("byte must be in range(0, 256)");
    }
    return Value::boolean(bytes_view(bytes).find(static_cast<char>(byte)) != BytesView::npos);
  }
  Value part = unwrap(vm, item);
  if (is_bytes_like(part)) {
    return Value::boolean(bytes_view(bytes).find(bytes_view(part)) != BytesView::npos);
  }
  if (is_instance_kind(part) || is_kind(part, Kind::External)) return Value::undefined();
  return vm.type_error("a bytes-like object is required, not '" + type_name_of(vm, item) + "'");
}

}  // namespace

Value BinaryBuiltin(Vm* vm, int64_t operation, Value a, Value b) {
  auto op = static_cast<Protocol>(operation);
  const bool in_place = op >= Protocol::IAdd && op <= Protocol::IMatMul;
  if (in_place) op = static_cast<Protocol>(operation - 13);
  if (is_number(a) && is_number(b)) {
    Value r =
        a.is_double() || b.is_double() ? float_binary(*vm, op, a, b) : int_binary(*vm, op, a, b);
    return r.is_not_implemented() ? unsupported(*vm, op, in_place, a, b) : r;
  }
  if (is_kind(a, Kind::External) || is_kind(b, Kind::External)) {
    return external_binary(vm, op, in_place, a, b);
  }
  if (is_complex(a) || is_complex(b)) {
    Value r = complex_binary(*vm, op, a, b);
    if (!r.is_not_implemented()) return r;
  }
  if (in_place && a.is_object()) {
    Value r = in_place_binary(vm, op, a, b);
    if (!r.is_not_implemented()) return r;
  }
  switch (op) {
    case Protocol::Add:
      if (is_repeatable(a)) return concat(*vm, a, b);
      break;
    case Protocol::Mul:
      if (is_repeatable(a)) return repeat(*vm, a, b);
      if (is_repeatable(b)) return repeat(*vm, b, a);
      break;
    case Protocol::Mod:
      if (is_str(a)) return percent_format(*vm, a, b);
      if (is_bytes_like(a)) return Value::undefined();  // bytes.__mod__
      break;
    case Protocol::Or:
    case Protocol::And:
    case Protocol::Sub:
    case Protocol::Xor: {
      if (is_kind(a, Kind::DictView) || is_kind(b, Kind::DictView)) return Value::undefined();
      const Value args[] = {a, b};
      LeafFunction f = nullptr;
      if (is_any_set(a) && is_any_set(b)) {
        f = row_operators().set_new[set_operator(op)];
      } else if (op == Protocol::Or && is_dict(a) && is_dict(b)) {
        f = row_operators().dict_or;
      } else {
        break;
      }
      if (f == nullptr) return Value::undefined();
      Value r = f(*vm, args);
      if (r.is_not_implemented()) break;
      return r;
    }
    default:
      break;
  }
  return unsupported(*vm, op, in_place, a, b);
}

Value UnaryBuiltin(Vm* vm, int64_t operation, Value a) {
  auto op = static_cast<Protocol>(operation);
  if (is_int_value(a)) {
    if (op == Protocol::Neg) return int_neg(*vm, a);
    if (op == Protocol::Invert) return int_invert(*vm, a);
    return int_from_bool(a);
  }
  if (a.is_double()) {
    if (op == Protocol::Neg) return Value::from_foreign_double(-a.as_double());
    if (op == Protocol::Pos) return a;
  }
  if (is_complex(a) && op != Protocol::Invert) {
    auto* c = a.as<Complex>();
    return op == Protocol::Pos ? a : make_complex(*vm, -c->real, -c->imag);
  }
  if (is_kind(a, Kind::External)) return Value::undefined();
  const char* symbol = op == Protocol::Neg ? "-" : op == Protocol::Pos ? "+" : "~";
  return vm->type_error(std::string("bad operand type for unary ") + symbol + ": '" +
                        type_name_of(*vm, a) + "'");
}

Value StrConcat(Vm* vm, Value a, Value b) { return str_concat(*vm, a, b); }
double FloatFloorDiv(Vm*, double a, double b) { return float_floordiv_value(a, b); }
double FloatMod(Vm*, double a, double b) { return float_mod_value(a, b); }

bool StrEqual(Vm* vm, Value a, Value b) { return str_equal(*vm, a, b); }
int64_t StrCompare(Vm* vm, Value a, Value b) { return str_compare(*vm, a, b); }

Value CompareBuiltin(Vm* vm, int64_t operation, Value a, Value b) {
  auto op = static_cast<CompareOp>(operation);
  if (is_kind(a, Kind::External) || is_kind(b, Kind::External)) return Value::undefined();
  if (op == CompareOp::Eq) return verdict_result(equal(*vm, a, b));
  if (op == CompareOp::Ne) return verdict_result(equal(*vm, a, b), /*negate=*/true);
  return verdict_result(compare(*vm, op, a, b));
}

Value ContainsBuiltin(Vm* vm, Value container, Value item) {
  if (container.is_object()) {
    switch (container.as_object()->kind) {
      case Kind::Str: {
        Value part = unwrap(*vm, item);
        if (is_str(part)) return Value::boolean(str_contains(*vm, container, part));
        return vm->type_error("'in <string>' requires string as left operand, not " +
                              type_name_of(*vm, item));
      }
      case Kind::List:
        return find_result(list_find(*vm, container, item, 0, list_length(container)));
      case Kind::Tuple:
        return find_result(tuple_find(*vm, container, item, 0, tuple_length(container)));
      case Kind::Dict:
        return find_result(dict_find(*vm, container, item));
      case Kind::Set:
      case Kind::FrozenSet:
        return verdict_result(set_contains(*vm, container, set_lookup_key(*vm, item)));
      case Kind::Range:
        return range_has(*vm, container, item);
      case Kind::DictView:
        return view_contains(*vm, container, item);
      case Kind::Bytes:
      case Kind::ByteArray:
        return bytes_has(*vm, container, item);
      case Kind::Instance:
      case Kind::Type:
      case Kind::External:
      case Kind::Generator:
      case Kind::ListIter:
      case Kind::TupleIter:
      case Kind::RangeIter:
      case Kind::StrIter:
      case Kind::DictIter:
      case Kind::SetIter:
      case Kind::SeqIter:
      case Kind::CallIter:
      case Kind::MemoryView:
        return Value::undefined();
      default:
        break;
    }
  }
  return vm->type_error("argument of type '" + type_name_of(*vm, container) + "' is not iterable");
}

bool TruthBuiltin(Vm* vm, Value v) { return truth(*vm, v) != Verdict::No; }

int64_t OrdOne(Vm* vm, Value s) { return static_cast<int64_t>(str_view(*vm, s).at(0)); }

}  // namespace hothouse::helper
