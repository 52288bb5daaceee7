#include "core/objects/hash.h"

#include <cmath>
#include <cstring>

#include "core/objects/attributes.h"
#include "core/objects/compare.h"
#include "core/objects/complex.h"
#include "core/objects/int.h"
#include "core/objects/memory_view.h"
#include "core/objects/range.h"
#include "core/objects/set.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"
#include "core/objects/unwrap.h"

namespace hothouse {
namespace {

constexpr uint64_t kModulus = (uint64_t{1} << 61) - 1;
constexpr uint64_t kPrime1 = 11400714785074694791u;
constexpr uint64_t kPrime2 = 14029467366897019727u;
constexpr uint64_t kPrime5 = 2870177450012600261u;
constexpr uint64_t kReserved = ~uint64_t{0};  // -1 is no hash in CPython

uint64_t tuple_step(uint64_t acc, uint64_t lane) {
  acc += lane * kPrime2;
  acc = (acc << 31) | (acc >> 33);
  return acc * kPrime1;
}
uint64_t tuple_finish(uint64_t acc, uint64_t length) {
  acc += length ^ (kPrime5 ^ 3527539u);
  return acc == kReserved ? 1546275796u : acc;
}

Verdict unhashable(Leaf& vm, Value v) {
  vm.type_error("unhashable type: '" + type_name_of(vm, v) + "'");
  return Verdict::Raised;
}

Verdict yes(uint64_t* out, uint64_t h) {
  *out = h;
  return Verdict::Yes;
}

}  // namespace

uint64_t hash_int64(int64_t i) {
  bool negative = i < 0;
  uint64_t magnitude = negative ? uint64_t{0} - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
  uint64_t h = magnitude % kModulus;
  if (negative) h = uint64_t{0} - h;
  return h == kReserved ? uint64_t{0} - 2 : h;
}

uint64_t hash_double(double d) {
  if (std::isinf(d)) return d > 0 ? 314159u : uint64_t{0} - 314159u;
  if (std::isnan(d)) return 0;
  int e;
  double m = std::frexp(d, &e);
  bool negative = m < 0;
  if (negative) m = -m;
  uint64_t x = 0;
  while (m != 0) {
    x = ((x << 28) & kModulus) | x >> (61 - 28);
    m *= 268435456.0;  // 2**28
    e -= 28;
    auto y = static_cast<uint64_t>(m);
    m -= static_cast<double>(y);
    x += y;
    if (x >= kModulus) x -= kModulus;
  }
  e = e >= 0 ? e % 61 : 61 - 1 - ((-1 - e) % 61);
  x = ((x << e) & kModulus) | x >> (61 - e);
  if (negative) x = uint64_t{0} - x;
  return x == kReserved ? uint64_t{0} - 2 : x;
}

uint64_t hash_bytes(const uint8_t* data, size_t size) {
  constexpr uint64_t kMul = 0x9fb21c651e98df25u;
  uint64_t h = 0x2d358dccaa6c78a5u ^ (size * kMul);
  auto mix = [&](uint64_t w) {
    h = (h ^ w) * kMul;
    h ^= h >> 29;
  };
  while (size >= 8) {
    uint64_t w;
    std::memcpy(&w, data, 8);
    mix(w);
    data += 8;
    size -= 8;
  }
  if (size) {
    uint64_t w = 0;
    std::memcpy(&w, data, size);
    mix(w);
  }
  h ^= h >> 32;
  h *= 0xd6e8feb86659fd93u;
  h ^= h >> 32;
  return h == 0 || h == kReserved ? 1 : h;
}

uint64_t hash_str(Leaf& vm, Value v) {
  auto* s = v.as<Str>();
  if (s->hash == 0) {
    StrView view = str_view(vm, v);
    s->hash = hash_bytes(view.data, view.length * static_cast<uint64_t>(view.width));
  }
  return s->hash;
}

uint64_t identity(Leaf& vm, Value v) {
  constexpr uint64_t kBase = 0x7f0000000000u;
  if (v.is_object()) return kBase + vm.heap().identity(v.as_object()) * 16;
  if (v.is_int()) return 0x550000000000u + static_cast<uint64_t>(v.as_int() + 1024) * 32;
  uint64_t b = v.bits();
  return v.is_special() ? 0x560000000000u + (b & 15) * 16 : (b * kPrime1) >> 17;
}

uint64_t hash_identity(Leaf& vm, Value v) {
  return v.is_object() ? 0x7f000000000u + vm.heap().identity(v.as_object()) : identity(vm, v) >> 4;
}

namespace {

/// A class of the program's that says `__hash__ = object.__hash__`, whatever it derives from.
bool takes_hash_of_object(Leaf& vm, Value v, Value method) {
  Type* object = vm.types().get(TypeId::Object);
  return method == lookup_in_type(vm, object, NameId::Hash) &&
         !is_builtin_type(find_owner_in_type(vm, type_of(vm, v), vm.types().name(NameId::Hash)));
}

}  // namespace

Verdict hash_value(Leaf& vm, Value v, uint64_t* out) {
  if (v.is_int()) return yes(out, hash_int64(v.as_int()));
  if (v.is_double()) return yes(out, hash_double(v.as_double()));
  if (v.is_bool()) return yes(out, v.is_true() ? 1 : 0);
  if (!v.is_object()) return yes(out, 0xfca86420u + (v.bits() & 15));
  Object* o = v.as_object();
  switch (o->kind) {
    case Kind::Str:
      return yes(out, hash_str(vm, v));
    case Kind::BigInt:
      return yes(out, int_hash(v));
    case Kind::Complex:
      return yes(out,
                 complex_hash({static_cast<Complex*>(o)->real, static_cast<Complex*>(o)->imag}));
    case Kind::Bytes: {
      auto* b = static_cast<Bytes*>(o);
      if (b->hash == 0) b->hash = hash_bytes(b->data(), b->length);
      return yes(out, b->hash);
    }
    case Kind::Tuple: {
      auto* t = static_cast<Tuple*>(o);
      uint64_t acc = kPrime5;
      for (uint64_t i = 0; i < t->length; ++i) {
        uint64_t lane;
        Verdict r = hash_value(vm, t->data()[i], &lane);
        if (r != Verdict::Yes) return r;
        acc = tuple_step(acc, lane);
      }
      return yes(out, tuple_finish(acc, t->length));
    }
    case Kind::FrozenSet:
      return yes(out, frozenset_hash(v));
    case Kind::Range:
      return yes(out, range_hash(vm, v));
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::ByteArray:
    case Kind::Slice:
      return unhashable(vm, v);
    case Kind::MemoryView:
      return view_hash(vm, v, out) ? Verdict::Yes : Verdict::Raised;
    case Kind::DictView:
      if (o->map == kMapDictValues) return yes(out, hash_identity(vm, v));
      return unhashable(vm, v);
    case Kind::BoundMethod: {
      auto* m = static_cast<BoundMethod*>(o);
      return yes(out, hash_identity(vm, m->self) * 3 ^ hash_identity(vm, m->function));
    }
    case Kind::Builtin: {
      auto* b = static_cast<Builtin*>(o);
      auto def = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(b->def.get()));
      // The definition is static: any one of its Builtins stands for it.
      return yes(out, b->self.is_undefined() ? hash_identity(vm, v)
                                             : hash_identity(vm, b->self) ^ (def >> 4) % 8191);
    }
    case Kind::Instance: {
      Value method = lookup_in_type(vm, type_of(vm, v), NameId::Hash);
      if (method.is_none()) return unhashable(vm, v);
      if (!method.is_undefined() && !is_kind(method, Kind::Builtin)) return Verdict::NeedsCall;
      Value inner = unwrap(vm, v);
      if (inner != v && !takes_hash_of_object(vm, v, method)) return hash_value(vm, inner, out);
      return yes(out, hash_identity(vm, v));
    }
    case Kind::Type:
    case Kind::External: {
      Value method = lookup_in_type(vm, type_of(vm, v), NameId::Hash);
      if (method.is_none()) return unhashable(vm, v);
      if (!method.is_undefined() &&
          (!is_kind(method, Kind::Builtin) ||
           find_owner_in_type(vm, type_of(vm, v), vm.types().name(NameId::Hash)) !=
               vm.types().get(TypeId::Object))) {
        if (o->is(Kind::External) || !is_kind(method, Kind::Builtin)) return Verdict::NeedsCall;
      }
      return yes(out, hash_identity(vm, v));
    }
    default:
      return yes(out, hash_identity(vm, v));
  }
}

bool hash_value_call(Caller& vm, Value v, uint64_t* out) {
  Verdict r = hash_value(vm, v, out);
  if (r == Verdict::Yes) return true;
  if (r == Verdict::Raised) return false;
  if (is_tuple(v)) {
    Rooted tuple(vm, v);
    uint64_t acc = kPrime5, length = tuple_length(v);
    for (uint64_t i = 0; i < length; ++i) {
      uint64_t lane;
      if (!hash_value_call(vm, tuple_get(tuple, i), &lane)) return false;
      acc = tuple_step(acc, lane);
    }
    *out = tuple_finish(acc, length);
    return true;
  }
  // A subclass instance that inherits the hash of a wrapped tuple of instances.
  Value method = lookup_in_type(vm, type_of(vm, v), NameId::Hash);
  if (Value inner = unwrap(vm, v); inner != v && is_kind(method, Kind::Builtin)) {
    return hash_value_call(vm, inner, out);
  }
  Value h = call_special(vm, v, NameId::Hash);
  if (h.is_raised()) return false;
  h = as_int(vm, h);
  if (h.is_undefined()) {
    vm.type_error("__hash__ method should return an integer");
    return false;
  }
  int64_t i;
  if (as_int64(h, &i)) {
    *out = static_cast<uint64_t>(i == -1 ? -2 : i);
  } else {
    *out = int_hash(h);
  }
  return true;
}

}  // namespace hothouse
