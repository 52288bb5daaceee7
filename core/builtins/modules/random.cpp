// _random: the Mersenne Twister behind the random module, bit for bit CPython's.
//
// M. Matsumoto, T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform
// pseudorandom number generator", 1998. A generator's state is a bytearray of 625 words that
// belongs to the Random instance (python/random.py), so that it lives in the heap like any object.
#include <cstring>

#include "core/builtins/arguments.h"
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
  State& s = *state_of(a[0]);
  for (uint32_t i = 0; i <= kWords; ++i) {
    int64_t w;
    if (!int64_argument(vm, tuple_get(a[1], i), &w)) return Value::raised();
    (i < kWords ? s.words[i] : s.index) = static_cast<uint32_t>(w);
  }
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
Value sha512(Leaf& vm, const Value* a) {
  static const uint64_t kRound[80] = {
      0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
      0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
      0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
      0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
      0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
      0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
      0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
      0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
      0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
      0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
      0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
      0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
      0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
      0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
      0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
      0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
      0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
      0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
      0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
      0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817};
  uint64_t h[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                   0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
  std::string data(bytes_view(a[0]));
  uint64_t bit_count = data.size() * 8;
  data.push_back(static_cast<char>(0x80));
  while (data.size() % 128 != 112) data.push_back('\0');
  data.append(8, '\0');
  for (int i = 7; i >= 0; --i) data.push_back(static_cast<char>(bit_count >> (i * 8)));
  auto rotate = [](uint64_t x, int n) { return x >> n | x << (64 - n); };
  for (size_t block = 0; block < data.size(); block += 128) {
    uint64_t w[80];
    for (size_t i = 0; i < 16; ++i) {
      w[i] = 0;
      for (size_t j = 0; j < 8; ++j) {
        w[i] = w[i] << 8 | static_cast<uint8_t>(data[block + i * 8 + j]);
      }
    }
    for (size_t i = 16; i < 80; ++i) {
      uint64_t s0 = rotate(w[i - 15], 1) ^ rotate(w[i - 15], 8) ^ (w[i - 15] >> 7);
      uint64_t s1 = rotate(w[i - 2], 19) ^ rotate(w[i - 2], 61) ^ (w[i - 2] >> 6);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    uint64_t v[8];
    std::memcpy(v, h, sizeof v);
    for (size_t i = 0; i < 80; ++i) {
      uint64_t s1 = rotate(v[4], 14) ^ rotate(v[4], 18) ^ rotate(v[4], 41);
      uint64_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
      uint64_t t1 = v[7] + s1 + choice + kRound[i] + w[i];
      uint64_t s0 = rotate(v[0], 28) ^ rotate(v[0], 34) ^ rotate(v[0], 39);
      uint64_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      std::memmove(v + 1, v, 7 * sizeof v[0]);
      v[4] += t1;
      v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; ++i) h[i] += v[i];
  }
  std::string out;
  for (uint64_t word : h) {
    for (int i = 7; i >= 0; --i) out.push_back(static_cast<char>(word >> (i * 8)));
  }
  return make_bytes(vm, out);
}

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
