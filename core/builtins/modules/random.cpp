// _random: the Mersenne Twister behind the random module, bit for bit CPython's.
//
// M. Matsumoto, T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform
// pseudorandom number generator", 1998. A generator's state is a bytearray of 625 words that
// belongs to the Random instance (python/random.py), so that it lives in the heap like any object.
#include <cstring>

#include "core/builtins/arguments.h"
#include "core/builtins/modules/digests.h"
#include "core/builtins/modules/modules.h"
#include "core/host.h"
#include "core/objects/bytes.h"
#include "core/objects/list.h"
#include "core/objects/tuple.h"

namespace hothouse {
namespace {

constexpr uint32_t kWords = 624;
constexpr uint32_t kMiddle = 397;

struct State {
  uint32_t words[kWords];
  uint32_t index;
};

State* state_of(Value v) { return reinterpret_cast<State*>(bytearray_data(v)); }

void seed_word(State& s, uint32_t seed) {
  s.words[0] = seed;
  for (uint32_t i = 1; i < kWords; ++i) {
    s.words[i] = 1812433253u * (s.words[i - 1] ^ (s.words[i - 1] >> 30)) + i;
  }
  s.index = kWords;
}

void seed_array(State& s, const uint32_t* key, size_t length) {
  seed_word(s, 19650218u);
  uint32_t i = 1, j = 0;
  for (size_t k = length > kWords ? length : kWords; k; --k) {
    s.words[i] = (s.words[i] ^ ((s.words[i - 1] ^ (s.words[i - 1] >> 30)) * 1664525u)) + key[j] + j;
    if (++i >= kWords) {
      s.words[0] = s.words[kWords - 1];
      i = 1;
    }
    if (++j >= length) j = 0;
  }
  for (uint32_t k = kWords - 1; k; --k) {
    s.words[i] = (s.words[i] ^ ((s.words[i - 1] ^ (s.words[i - 1] >> 30)) * 1566083941u)) - i;
    if (++i >= kWords) {
      s.words[0] = s.words[kWords - 1];
      i = 1;
    }
  }
  s.words[0] = 0x80000000u;
}

uint32_t next_word(State& s) {
  if (s.index >= kWords) {
    auto mix = [&](uint32_t i, uint32_t next, uint32_t far) {
      uint32_t y = (s.words[i] & 0x80000000u) | (s.words[next] & 0x7fffffffu);
      s.words[i] = s.words[far] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
    };
    for (uint32_t i = 0; i < kWords; ++i) mix(i, (i + 1) % kWords, (i + kMiddle) % kWords);
    s.index = 0;
  }
  uint32_t y = s.words[s.index++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

Value new_state(Leaf& vm, const Value*) {
  State s;
  seed_word(s, 0);
  return make_bytearray(vm, BytesView(reinterpret_cast<const char*>(&s), sizeof s));
}

/// seed(state, n): the key is the absolute value of n in 32-bit words.
Value seed(Leaf& vm, const Value* a) {
  State& s = *state_of(a[0]);
  Value n = int_abs(vm, as_int(vm, a[1]));
  size_t words = (int_bit_length(n) + 31) / 32;
  if (words == 0) words = 1;
  std::string bytes(words * 4, '\0');
  if (!int_to_bytes(vm, n, reinterpret_cast<uint8_t*>(&bytes[0]), bytes.size(), true, false)) {
    return Value::raised();
  }
  std::string key(bytes);
  seed_array(*state_of(a[0]), reinterpret_cast<const uint32_t*>(key.data()), words);
  (void)s;
  return Value::none();
}
Value seed_from_system(Leaf& vm, const Value* a) {
  uint32_t key[kWords];
  vm.host().entropy(key, sizeof key);
  seed_array(*state_of(a[0]), key, kWords);
  return Value::none();
}
Value random(Leaf&, const Value* a) {
  State& s = *state_of(a[0]);
  uint32_t high = next_word(s) >> 5, low = next_word(s) >> 6;
  return Value::from_double((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}
Value bits_of(Leaf& vm, State& s, int64_t k) {
  if (k <= 32) return vm.heap().make_int(static_cast<int64_t>(next_word(s) >> (32 - k)));
  size_t words = static_cast<size_t>((k - 1) / 32 + 1);
  std::string bytes(words * 4, '\0');
  for (size_t i = 0; i < words; ++i, k -= 32) {
    uint32_t r = next_word(s);
    if (k < 32) r >>= 32 - k;
    std::memcpy(&bytes[i * 4], &r, 4);
  }
  return int_from_bytes(vm, reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), true,
                        false);
}
Value getrandbits(Leaf& vm, const Value* a) {
  int64_t k;
  if (!int64_argument(vm, a[1], &k)) return Value::raised();
  if (k < 0) return vm.value_error("number of bits must be non-negative");
  if (k == 0) return Value::small_int(0);
  return bits_of(vm, *state_of(a[0]), k);
}
/// A number below n without bias, as random.Random._randbelow does it.
Value randbelow(Leaf& vm, const Value* a) {
  Value n = as_int(vm, a[1]);
  if (n.is_undefined()) return vm.type_error("an integer is required");
  auto k = static_cast<int64_t>(int_bit_length(n));
  if (int_sign(n) <= 0) return Value::small_int(0);
  State& s = *state_of(a[0]);
  while (true) {
    Value r = bits_of(vm, s, k);
    if (r.is_raised() || int_compare(r, n) < 0) return r;
  }
}
Value shuffle(Leaf& vm, const Value* a) {
  Value l = a[1];
  if (!is_list(l)) return vm.type_error("a list is required");
  State& s = *state_of(a[0]);
  for (uint64_t i = list_length(l); i-- > 1;) {
    int64_t k = 64 - __builtin_clzll(i + 1);
    uint64_t j;
    do {
      int64_t r = 0;
      as_int64(bits_of(vm, s, k), &r);
      j = static_cast<uint64_t>(r);
    } while (j > i);
    Value x = list_get(vm, l, i), y = list_get(vm, l, j);
    list_set(vm, l, i, y);
    list_set(vm, l, j, x);
  }
  return Value::none();
}
Value getstate(Leaf& vm, const Value* a) {
  State& s = *state_of(a[0]);
  Value row = make_list(vm);
  for (uint32_t w : s.words) list_append(vm, row, vm.heap().make_int(w));
  list_append(vm, row, Value::small_int(s.index));
  return tuple_from_list(vm, row);
}
Value setstate(Leaf& vm, const Value* a) {
  if (!is_tuple(a[1]) || tuple_length(a[1]) != kWords + 1) {
    return vm.value_error("state vector is the wrong size");
  }
  int64_t words[kWords + 1];
  for (uint32_t i = 0; i <= kWords; ++i) {
    if (!int64_argument(vm, tuple_get(a[1], i), &words[i])) return Value::raised();
  }
  if (words[kWords] < 0 || words[kWords] > kWords) return vm.value_error("invalid state");
  State& s = *state_of(a[0]);
  for (uint32_t i = 0; i < kWords; ++i) s.words[i] = static_cast<uint32_t>(words[i]);
  s.index = static_cast<uint32_t>(words[kWords]);
  return Value::none();
}
Value urandom(Leaf& vm, const Value* a) {
  int64_t n;
  if (!int64_argument(vm, a[0], &n)) return Value::raised();
  if (n < 0) return vm.value_error("negative argument not allowed");
  std::string bytes(static_cast<size_t>(n), '\0');
  vm.host().entropy(&bytes[0], bytes.size());
  return make_bytes(vm, bytes);
}

/// SHA-512, for seeds that are strings.
Value sha512(Leaf& vm, const Value* a) { return make_bytes(vm, sha2_64(bytes_view(a[0]), 512)); }

const BuiltinDef kRows[] = {
    HH_LEAF("new_state", "", new_state, 0, "A state to be seeded."),
    HH_LEAF("seed", "state, n, /", seed, 0, "Seeds with an integer."),
    HH_LEAF("seed_from_system", "state, /", seed_from_system, 0,
            "Seeds with the system's entropy."),
    HH_LEAF("random", "state, /", random, 0, "A float in [0, 1)."),
    HH_LEAF("getrandbits", "state, k: index, /", getrandbits, 0, "An integer of k random bits."),
    HH_LEAF("randbelow", "state, n, /", randbelow, 0, "An integer in [0, n)."),
    HH_LEAF("shuffle", "state, list, /", shuffle, 0, "Shuffles a list in place."),
    HH_LEAF("getstate", "state, /", getstate, 0, "The words of the state."),
    HH_LEAF("setstate", "state, words, /", setstate, 0, "Sets the words of the state."),
    HH_LEAF("urandom", "n: index, /", urandom, 0, "Random bytes of the system."),
    HH_LEAF("sha512", "bytes, /", sha512, kBuiltinReadOnly, "The digest."),
};

}  // namespace

const ModuleTable kRandomModule = {"_random", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
