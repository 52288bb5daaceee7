// Ints and floats against tables that CPython 3.11 wrote (int_cases.txt, float_cases.txt: operator,
// operands, result; "!" before an error). make_cases.py writes them anew.
#include <cmath>
#include <cstdlib>

#include "core/objects/hash.h"
#include "tests/unit/objects/cases.h"
#include "tests/unit/objects/world.h"

namespace hothouse::test {
namespace {

std::string shown(World& vm, Value v) {
  Value text = v.is_raised() ? v : repr_call(vm, v);
  return text.is_raised() ? "!" + vm.error() : vm.text(text);
}

Value int_operation(World& vm, const std::string& op, Value a, Value b) {
  if (op == "+") return int_add(vm, a, b);
  if (op == "-") return int_sub(vm, a, b);
  if (op == "*") return int_mul(vm, a, b);
  if (op == "//") return int_floordiv(vm, a, b);
  if (op == "%") return int_mod(vm, a, b);
  if (op == "/") return int_truediv(vm, a, b);
  if (op == "&") return int_and(vm, a, b);
  if (op == "|") return int_or(vm, a, b);
  if (op == "^") return int_xor(vm, a, b);
  if (op == "g") return int_gcd(vm, a, b);
  if (op == "<") return Value::small_int(int_compare(a, b) < 0);
  if (op == "=") return Value::small_int(int_compare(a, b) == 0);
  if (op == "<<") return int_lshift(vm, a, b);
  if (op == ">>") return int_rshift(vm, a, b);
  if (op == "**") return int_pow(vm, a, b);
  if (op == "~") return int_invert(vm, a);
  if (op == "neg") return int_neg(vm, a);
  if (op == "bits") return Value::small_int(static_cast<int64_t>(int_bit_length(a)));
  if (op == "hash") return vm.heap().make_int(static_cast<int64_t>(int_hash(a)));
  if (op == "isqrt") return int_isqrt(vm, a);
  if (op == "round") return int_round(vm, a, b);
  if (op == "float") {
    double d;
    return int_to_double(vm, a, &d) ? Value::from_double(d) : Value::raised();
  }
  if (op == "hex") {
    std::string s;
    int_to_text(vm, a, 16, &s);
    return vm.str(s);
  }
  return int_pow_mod(vm, a, b, vm.integer(op.substr(6)));
}

TEST(Int, AgreesWithCPython) {
  World vm;
  auto rows = rows_of("int_cases.txt");
  ASSERT_GT(rows.size(), 3000u);
  for (const auto& row : rows) {
    std::string got;
    if (row[0] == "cmpf") {
      got = std::to_string(
          int_compare_double(vm.integer(row[1]), std::strtod(row[2].c_str(), nullptr)));
    } else if (row[0] == "trunc") {
      got = shown(vm, int_from_double(vm, std::strtod(row[1].c_str(), nullptr)));
    } else {
      got = shown(vm, int_operation(vm, row[0], vm.integer(row[1]), vm.integer(row[2])));
    }
    EXPECT_EQ(got, row[3]) << row[0] << " " << row[1] << " " << row[2];
  }
}

TEST(Int, HashOfEveryFormIsTheSame) {
  World vm;
  for (int64_t i : {int64_t{0}, int64_t{-1}, int64_t{5}, INT64_MAX, INT64_MIN, int64_t{1} << 61}) {
    Value v = vm.heap().make_int(i);
    EXPECT_EQ(int_hash(v), hash_int64(i));
    uint64_t h;
    ASSERT_EQ(hash_value(vm, v, &h), Verdict::Yes);
    EXPECT_EQ(h, hash_int64(i));
  }
}

TEST(Int, Canonical) {
  World vm;
  EXPECT_TRUE(vm.integer("562949953421311").is_int());
  EXPECT_FALSE(vm.integer("562949953421312").is_int());
  EXPECT_TRUE(vm.integer("-562949953421312").is_int());
  Value big = vm.integer("562949953421312");
  EXPECT_TRUE(int_sub(vm, big, Value::small_int(1)).is_int());
  EXPECT_TRUE(
      int_sub(vm, vm.integer("1" + std::string(40, '0')), vm.integer("1" + std::string(40, '0')))
          .is_int());
}

TEST(Int, TextLimits) {
  World vm;
  EXPECT_EQ(shown(vm, vm.integer(std::string(5000, '1'))),
            "!ValueError: Exceeds the limit (4300 digits) for integer string conversion: value "
            "has 5000 digits; use sys.set_int_max_str_digits() to increase the limit");
  Value big = int_pow(vm, Value::small_int(10), Value::small_int(5000));
  EXPECT_EQ(shown(vm, int_to_str(vm, big)),
            "!ValueError: Exceeds the limit (4300 digits) for integer string conversion; use "
            "sys.set_int_max_str_digits() to increase the limit");
  Value fits =
      int_sub(vm, int_pow(vm, Value::small_int(10), Value::small_int(4300)), Value::small_int(1));
  EXPECT_EQ(vm.text(int_to_str(vm, fits)), std::string(4300, '9'));
  set_int_max_str_digits(0);
  EXPECT_EQ(vm.text(int_to_str(vm, big)), "1" + std::string(5000, '0'));
  EXPECT_EQ(int_compare(vm.integer("1" + std::string(5000, '0')), big), 0);
  set_int_max_str_digits(4300);
}

TEST(Int, FromText) {
  World vm;
  auto parse = [&](const char* text, int base) {
    Value shown_repr = str_repr(vm, vm.str(text));
    return shown(vm, int_from_text(vm, text, base, vm.text(shown_repr)));
  };
  EXPECT_EQ(parse(" 12\n", 10), "12");
  EXPECT_EQ(parse("-0x1F", 16), "-31");
  EXPECT_EQ(parse("0b101", 0), "5");
  EXPECT_EQ(parse("1_000", 10), "1000");
  EXPECT_EQ(parse("0x_f", 0), "15");
  EXPECT_EQ(parse("00", 0), "0");
  EXPECT_EQ(parse("zz", 36), "1295");
  EXPECT_EQ(parse("010", 0), "!ValueError: invalid literal for int() with base 0: '010'");
  EXPECT_EQ(parse("1__0", 10), "!ValueError: invalid literal for int() with base 10: '1__0'");
  EXPECT_EQ(parse("12a", 10), "!ValueError: invalid literal for int() with base 10: '12a'");
  EXPECT_EQ(parse("", 10), "!ValueError: invalid literal for int() with base 10: ''");
}

TEST(Int, Bytes) {
  World vm;
  uint8_t out[16];
  ASSERT_TRUE(int_to_bytes(vm, Value::small_int(-2), out, 4, false, true));
  EXPECT_EQ(out[0], 0xff);
  EXPECT_EQ(out[3], 0xfe);
  EXPECT_EQ(vm.repr(int_from_bytes(vm, out, 4, false, true)), "-2");
  EXPECT_EQ(vm.repr(int_from_bytes(vm, out, 4, false, false)), "4294967294");
  EXPECT_FALSE(int_to_bytes(vm, Value::small_int(256), out, 1, true, false));
  EXPECT_EQ(vm.error(), "OverflowError: int too big to convert");
  EXPECT_FALSE(int_to_bytes(vm, Value::small_int(-1), out, 1, true, false));
  EXPECT_EQ(vm.error(), "OverflowError: can't convert negative int to unsigned");
  EXPECT_FALSE(int_to_bytes(vm, Value::small_int(128), out, 1, true, true));
  vm.clear_pending();
  Value big = vm.integer("-170141183460469231731687303715884105728");
  ASSERT_TRUE(int_to_bytes(vm, big, out, 16, true, true));
  EXPECT_EQ(int_compare(int_from_bytes(vm, out, 16, true, true), big), 0);
}

TEST(Float, AgreesWithCPython) {
  World vm;
  auto rows = rows_of("float_cases.txt");
  ASSERT_GT(rows.size(), 4000u);
  for (const auto& row : rows) {
    const std::string& op = row[0];
    double a = std::strtod(row[1].c_str(), nullptr), b = std::strtod(row[2].c_str(), nullptr);
    std::string got;
    if (op == "repr") {
      got = float_repr(a);
    } else if (op == "hash") {
      got = std::to_string(static_cast<int64_t>(hash_double(a)));
    } else if (op == "hex") {
      got = float_hex(a);
    } else if (op == "ratio") {
      got = shown(vm, float_as_integer_ratio(vm, a));
    } else if (op == "round") {
      got = shown(vm, float_round(vm, a));
    } else if (op == "roundn") {
      got = shown(vm, float_round(vm, a, std::atoll(row[2].c_str())));
    } else if (op.starts_with("fmt")) {
      got = float_format(a, op[3], std::atoi(row[2].c_str()));
    } else if (op == "parse") {
      std::string text = row[1];
      if (size_t at = text.find("\\n"); at != std::string::npos) text.replace(at, 2, "\n");
      double d;
      got = float_parse(text, &d) ? float_repr(d) : "!";
    } else {
      Value r = op == "//"  ? float_floordiv(vm, a, b)
                : op == "%" ? float_mod(vm, a, b)
                : op == "/" ? float_truediv(vm, a, b)
                            : float_pow(vm, a, b);
      got = shown(vm, r);
    }
    EXPECT_EQ(got, row[3]) << op << " " << row[1] << " " << row[2];
  }
}

}  // namespace
}  // namespace hothouse::test
