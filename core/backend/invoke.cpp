#include "core/backend/invoke.h"

#include <cstddef>
#include <type_traits>
#include <utility>

namespace hothouse::backend {

namespace {

constexpr int kMaxOperands = 6;

template <class T>
T word_as(uint64_t bits) {
  return __builtin_bit_cast(T, bits);
}

/// `A...`: the operand types found so far. First... is what comes before them (Vm* or nothing).
template <class R, class First, class... A>
struct Dispatch {
  template <size_t... I>
  static uint64_t call(void* function, uint64_t vm, const uint64_t* args,
                       std::index_sequence<I...>) {
    if constexpr (std::is_void_v<First>) {
      auto f = reinterpret_cast<R (*)(A...)>(function);
      if constexpr (std::is_void_v<R>) {
        f(word_as<A>(args[I])...);
        return 0;
      } else {
        return __builtin_bit_cast(uint64_t, f(word_as<A>(args[I])...));
      }
    } else {
      auto f = reinterpret_cast<R (*)(First, A...)>(function);
      auto first = reinterpret_cast<First>(static_cast<uintptr_t>(vm));
      if constexpr (std::is_void_v<R>) {
        f(first, word_as<A>(args[I])...);
        return 0;
      } else {
        return __builtin_bit_cast(uint64_t, f(first, word_as<A>(args[I])...));
      }
    }
  }

  static uint64_t run(void* function, uint64_t vm, const char* letters, const uint64_t* args) {
    if (*letters == 0) return call(function, vm, args, std::index_sequence_for<A...>());
    if constexpr (sizeof...(A) < kMaxOperands) {
      if (*letters == 'f') {
        return Dispatch<R, First, A..., double>::run(function, vm, letters + 1, args);
      }
      return Dispatch<R, First, A..., uint64_t>::run(function, vm, letters + 1, args);
    }
    return 0;  // more operands than helpers.h allows
  }
};

template <class First>
uint64_t by_result(void* function, uint64_t vm, char result, const char* operands,
                   const uint64_t* args) {
  if (result == 'f') return Dispatch<double, First>::run(function, vm, operands, args);
  if (result == '-') return Dispatch<void, First>::run(function, vm, operands, args);
  return Dispatch<uint64_t, First>::run(function, vm, operands, args);
}

}  // namespace

uint64_t invoke_helper(void* function, uint64_t vm, char result, const char* operands,
                       const uint64_t* args) {
  return by_result<void*>(function, vm, result, operands, args);
}

uint64_t invoke_function(void* function, char result, const char* operands, const uint64_t* args) {
  return by_result<void>(function, 0, result, operands, args);
}

}  // namespace hothouse::backend
