// The module _binary: bytes of numbers, checksums and digests, for struct, array, binascii, zlib
// and hashlib.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <optional>

#include "core/builtins/arguments.h"
#include "core/builtins/modules/digests.h"
#include "core/builtins/modules/modules.h"
#include "core/host.h"
#include "core/objects/bytes.h"
#include "core/objects/str.h"
#include "core/objects/str_methods.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/vm/threads.h"

namespace hothouse {
namespace {

bool bytes_of(Leaf& vm, Value v, std::string* out) {
  if (bytes_like_copy(unwrap(vm, v), out)) return true;
  vm.type_error("a bytes-like object is required, not '" + type_name_of(vm, v) + "'");
  return false;
}

/// IEEE half precision, ties to even; false: too large.
bool to_half(double d, uint16_t* half) {
  auto sign = static_cast<uint16_t>(std::signbit(d) ? 0x8000 : 0);
  if (std::isnan(d)) {
    *half = static_cast<uint16_t>(sign | 0x7e00);
    return true;
  }
  if (std::isinf(d)) {
    *half = static_cast<uint16_t>(sign | 0x7c00);
    return true;
  }
  double a = std::fabs(d);
  if (a >= 65520) return false;
  int e = 0;
  std::frexp(a, &e);
  if (a == 0 || e < -13) e = -13;  // subnormal: units of 2**-24
  auto units = static_cast<uint32_t>(std::nearbyint(std::ldexp(a, 11 - e)));
  uint32_t exponent = static_cast<uint32_t>(e + 13);
  // The leading one of a normal number adds to the exponent by itself.
  *half = static_cast<uint16_t>(sign | ((exponent << 10) + units));
  return true;
}
double from_half(uint16_t h) {
  int exponent = h >> 10 & 31;
  double fraction = h & 1023;
  double a = exponent == 31  ? (fraction == 0 ? HUGE_VAL : NAN)
             : exponent == 0 ? std::ldexp(fraction, -24)
                             : std::ldexp(fraction + 1024, exponent - 25);
  return h & 0x8000 ? -a : a;
}

/// float_bytes(number, size, little)
Value float_bytes(Leaf& vm, const Value* a) {
  double d;
  int64_t size;
  if (!double_argument(vm, a[0], &d) || !int64_argument(vm, a[1], &size)) return Value::raised();
  uint64_t bits = 0;
  if (size == 2) {
    uint16_t half;
    if (!to_half(d, &half)) return vm.overflow_error("float too large to pack with e format");
    bits = half;
  } else if (size == 4) {
    auto f = static_cast<float>(d);
    if (std::isinf(f) && !std::isinf(d)) {
      return vm.overflow_error("float too large to pack with f format");
    }
    uint32_t word;
    std::memcpy(&word, &f, 4);
    bits = word;
  } else {
    std::memcpy(&bits, &d, 8);
  }
  std::string out;
  for (int64_t i = 0; i < size; ++i) {
    int64_t at = a[2].is_true() ? i : size - 1 - i;
    out.push_back(static_cast<char>(bits >> (8 * at) & 255));
  }
  return make_bytes(vm, out);
}

/// float_of(bytes, little)
Value float_of(Leaf& vm, const Value* a) {
  std::string bytes;
  if (!bytes_of(vm, a[0], &bytes)) return Value::raised();
  uint64_t bits = 0;
  for (size_t i = 0; i < bytes.size() && i < 8; ++i) {
    size_t at = a[1].is_true() ? bytes.size() - 1 - i : i;
    bits = bits << 8 | static_cast<uint8_t>(bytes[at]);
  }
  if (bytes.size() == 2) return Value::from_foreign_double(from_half(static_cast<uint16_t>(bits)));
  if (bytes.size() == 4) {
    auto word = static_cast<uint32_t>(bits);
    float f;
    std::memcpy(&f, &word, 4);
    return Value::from_foreign_double(static_cast<double>(f));
  }
  double d;
  std::memcpy(&d, &bits, 8);
  return Value::from_foreign_double(d);
}

/// data and value= of a checksum; None, or what to answer at once.
Value checksum_arguments(Leaf& vm, const Value* a, std::string* bytes, int64_t* start) {
  // Other buffers (array.array) are made bytes in Python.
  if (!bytes_like_copy(unwrap(vm, a[0]), bytes)) return leave_to_python();
  if (given(a[1]) && !int64_argument(vm, a[1], start)) return Value::raised();
  return Value::none();
}
Value crc32(Leaf& vm, const Value* a) {
  std::string bytes;
  int64_t start = 0;
  if (Value v = checksum_arguments(vm, a, &bytes, &start); !v.is_none()) return v;
  static const auto kOfByte = [] {
    std::array<uint32_t, 256> table;
    for (uint32_t i = 0; i < 256; ++i) {
      table[i] = i;
      for (int bit = 0; bit < 8; ++bit) table[i] = table[i] >> 1 ^ (table[i] & 1 ? 0xedb88320u : 0);
    }
    return table;
  }();
  uint32_t crc = ~static_cast<uint32_t>(start);
  for (char c : bytes) crc = crc >> 8 ^ kOfByte[(crc ^ static_cast<uint8_t>(c)) & 255];
  return vm.heap().make_int(static_cast<int64_t>(~crc));
}
Value adler32(Leaf& vm, const Value* a) {
  std::string bytes;
  int64_t start = 1;
  if (Value v = checksum_arguments(vm, a, &bytes, &start); !v.is_none()) return v;
  uint32_t low = static_cast<uint32_t>(start) & 0xffff, high = static_cast<uint32_t>(start) >> 16;
  for (char c : bytes) {
    low = (low + static_cast<uint8_t>(c)) % 65521;
    high = (high + low) % 65521;
  }
  return vm.heap().make_int(static_cast<int64_t>(high << 16 | low));
}

/// digest(name, bytes)
Value digest(Leaf& vm, const Value* a) {
  std::string bytes;
  if (!bytes_of(vm, a[1], &bytes)) return Value::raised();
  std::string name = is_str(a[0]) ? str_to_utf8(vm, a[0]) : "";
  std::string out;
  if (digest_by_name(name, bytes, &out)) return make_bytes(vm, out);
  return vm.value_error("unsupported hash type " + name);
}

/// shake(bits, bytes, size)
Value shake_digest(Leaf& vm, const Value* a) {
  std::string bytes;
  int64_t bits, size;
  if (!int64_argument(vm, a[0], &bits) || !bytes_of(vm, a[1], &bytes) ||
      !int64_argument(vm, a[2], &size)) {
    return Value::raised();
  }
  return make_bytes(vm, shake(bytes, static_cast<int>(bits), static_cast<size_t>(size)));
}

/// blake2(bytes, parameters, last_node)
Value blake2_digest(Leaf& vm, const Value* a) {
  std::string bytes, parameters;
  if (!bytes_of(vm, a[0], &bytes) || !bytes_of(vm, a[1], &parameters)) return Value::raised();
  return make_bytes(vm, blake2(bytes, parameters, a[2].is_true()));
}

/// pbkdf2(name, block, password, salt, iterations, size)
Value pbkdf2_key(Leaf& vm, const Value* a) {
  std::string password, salt;
  int64_t block, iterations, size;
  if (!int64_argument(vm, a[1], &block) || !bytes_of(vm, a[2], &password) ||
      !bytes_of(vm, a[3], &salt) || !int64_argument(vm, a[4], &iterations) ||
      !int64_argument(vm, a[5], &size)) {
    return Value::raised();
  }
  return make_bytes(vm, pbkdf2(str_to_utf8(vm, a[0]), static_cast<size_t>(block), password, salt,
                               static_cast<uint64_t>(iterations), static_cast<size_t>(size)));
}

/// scrypt(password, salt, n, r, p, size)
Value scrypt_key(Leaf& vm, const Value* a) {
  std::string password, salt;
  int64_t n, r, p, size;
  if (!bytes_of(vm, a[0], &password) || !bytes_of(vm, a[1], &salt) ||
      !int64_argument(vm, a[2], &n) || !int64_argument(vm, a[3], &r) ||
      !int64_argument(vm, a[4], &p) || !int64_argument(vm, a[5], &size)) {
    return Value::raised();
  }
  const ScryptCost cost{static_cast<uint64_t>(n), static_cast<uint64_t>(r),
                        static_cast<uint64_t>(p)};
  return make_bytes(vm, scrypt(password, salt, cost, static_cast<size_t>(size)));
}

/// The bytes of what a program passes the host: text as it stands in the file system, where lone
/// surrogates U+DC80 to U+DCFF stand for bytes that are no UTF-8.
std::string host_bytes(Leaf& vm, Value v) {
  std::string bytes;
  if (bytes_like_copy(v, &bytes)) return bytes;
  Value encoded = str_encode(vm, v, "utf-8", "surrogateescape");
  return is_bytes(encoded) ? std::string(bytes_view(encoded)) : str_to_utf8(vm, v);
}
Value host_text(Leaf& vm, const std::string& bytes) {
  return str_decode(vm, reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), "utf-8",
                    "surrogateescape");
}

/// The errno of a question that waited until a signal came.
constexpr int kInterrupted = 4;

/// Can the answer take long?
bool may_wait(HostQuestion question) {
  switch (question) {
    case HostQuestion::OpenFile:  // a pipe that nobody has opened at its other end
    case HostQuestion::ReadFile:
    case HostQuestion::WriteFile:
    case HostQuestion::WaitFiles:
    case HostQuestion::WaitProcess:
      return true;
    default:
      return false;
  }
}

template <bool as_bytes>
Value ask_host(Caller& vm, const Value* a) {
  int64_t question;
  std::string ignored;
  auto passed = [&](Value v) { return is_str(v) || bytes_like_copy(v, &ignored); };
  const Value texts[] = {unwrap(vm, a[1]), unwrap(vm, a[2])};
  if (!int64_argument(vm, a[0], &question) || !passed(texts[0]) || !passed(texts[1])) {
    return vm.type_error("ask_host() takes an int and two strings");
  }
  std::string answer;
  const std::string first = host_bytes(vm, texts[0]), second = host_bytes(vm, texts[1]);
  const auto asked = static_cast<HostQuestion>(question);
  int error = 0;
  do {
    {
      std::optional<Unlocked> unlocked;
      if (may_wait(asked)) unlocked.emplace(vm);
      error = vm.host().ask(asked, first, second, answer);
    }
    if (error != kInterrupted) break;
    if (!static_cast<Vm&>(vm).handle_signals()) return Value::raised();
    // Part of the time for files is over: how long is left is known by who asked.
  } while (asked != HostQuestion::WaitFiles);
  if (error != 0) answer.clear();
  Value shown = as_bytes ? make_bytes(vm, answer) : host_text(vm, answer);
  return make_tuple(vm, {Value::small_int(error), shown});
}

constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// to_base64(bytes)
Value to_base64(Leaf& vm, const Value* a) {
  std::string data;
  if (!bytes_of(vm, a[0], &data)) return Value::raised();
  std::string out;
  out.reserve(data.size() / 3 * 4 + 4);
  for (size_t i = 0; i < data.size(); i += 3) {
    const size_t count = std::min<size_t>(3, data.size() - i);
    uint32_t n = 0;
    for (size_t k = 0; k < 3; ++k) {
      n = n << 8 | (k < count ? static_cast<unsigned char>(data[i + k]) : 0u);
    }
    for (size_t k = 0; k < 4; ++k) out += k <= count ? kBase64[n >> (18 - 6 * k) & 63] : '=';
  }
  return make_bytes(vm, out);
}

/// from_base64(bytes): what is no digit is skipped; the number of digits if they do not end.
Value from_base64(Leaf& vm, const Value* a) {
  std::string text;
  if (!bytes_of(vm, a[0], &text)) return Value::raised();
  std::string out;
  out.reserve(text.size() / 4 * 3 + 3);
  uint32_t n = 0;
  int64_t digits = 0;
  size_t padding = 0;
  for (char c : text) {
    if (c == '=') {
      if (digits % 4 >= 2 && static_cast<size_t>(digits % 4) + ++padding >= 4) {
        return make_bytes(vm, out);
      }
      continue;
    }
    const char* at = c == 0 ? nullptr : std::strchr(kBase64, c);
    if (at == nullptr) continue;
    padding = 0;
    n = n << 6 | static_cast<uint32_t>(at - kBase64);
    if (const int64_t place = digits++ % 4; place > 0) {
      out += static_cast<char>(n >> (6 - 2 * place) & 255);
    }
  }
  return digits % 4 == 0 ? make_bytes(vm, out) : vm.heap().make_int(digits);
}

const BuiltinDef kRows[] = {
    HH_LEAF("to_base64", "data, /", to_base64, kBuiltinReadOnly, "The base64 text of bytes."),
    HH_LEAF("from_base64", "data, /", from_base64, kBuiltinReadOnly,
            "The bytes of a base64 text; the number of its digits if they do not end."),
    HH_CALLER("ask_host", "question, a, b, /", ask_host<false>, 0,
              "Files and the process (core/host.h): (0, answer), or (errno, '')."),
    HH_CALLER("ask_host_bytes", "question, a, b, /", ask_host<true>, 0,
              "The same with an answer in bytes."),
    HH_LEAF("float_bytes", "number, size, little, /", float_bytes, kBuiltinReadOnly,
            "The bytes of a float of 2, 4 or 8 bytes."),
    HH_LEAF("float_of", "bytes, little, /", float_of, kBuiltinReadOnly, "The float they are."),
    HH_LEAF("crc32", "data, value=, /", crc32, kBuiltinReadOnly | kBuiltinPython,
            "The CRC-32 checksum."),
    HH_LEAF("adler32", "data, value=, /", adler32, kBuiltinReadOnly | kBuiltinPython,
            "The Adler-32 checksum."),
    HH_LEAF("digest", "name, data, /", digest, kBuiltinReadOnly, "A digest of bytes."),
    HH_LEAF("shake", "bits, data, size, /", shake_digest, kBuiltinReadOnly,
            "A digest of bytes of any size."),
    HH_LEAF("blake2", "data, parameters, last_node, /", blake2_digest, kBuiltinReadOnly,
            "A digest of bytes by BLAKE2 with its parameter block."),
    HH_LEAF("pbkdf2", "name, block, password, salt, iterations, size, /", pbkdf2_key,
            kBuiltinReadOnly, "A key out of a password."),
    HH_LEAF("scrypt", "password, salt, n, r, p, size, /", scrypt_key, kBuiltinReadOnly,
            "A key out of a password, at a cost of memory."),
};

}  // namespace

const ModuleTable kBinaryModule = {"_binary", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
