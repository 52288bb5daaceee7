// What the ctypes module keeps for one Vm: the shared part of all C functions, errno's copy, and
// bytes that C code may still point to.
//
// Memory that C gets hold of never lies in the nursery: ctypes objects have theirs in Raw blocks
// of old space, and bytes objects that may still move are copied there (`pin`).
#pragma once

#include <vector>

#include "core/vm/native_function.h"

namespace hothouse::ffi {

struct Function;

struct World : NativeWorld {
  explicit World(Vm& vm);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  Vm& vm;
  Function* current = nullptr;       // the C function that runs, if the interpreter called it
  int saved_errno = 0;               // ctypes.get_errno()
  Value function_type, native_type;  // types of Externals
  Value quiet_cell, watched_cell;

  /// An object whose bytes stay where they are while it lives: `bytes` itself or a Raw copy.
  Value pin(Value bytes);
  /// Address of the data of what pin() answered.
  static uint64_t data_of(Value pinned);
  /// Keeps an object alive for the next kRecent calls.
  void keep(Value v);

 private:
  static constexpr size_t kRecent = 256;
  std::vector<Value> recent_;
  size_t next_ = 0;
  int roots_ = 0;
};

/// Made on first use.
World& world_of(Leaf& vm);

}  // namespace hothouse::ffi
