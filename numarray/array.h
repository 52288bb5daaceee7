// Arrays: what one is in memory, and how C++ code reads and makes them (the bridge to CPython does
// so too).
//
// An ndarray is an Instance of the Python class in python/numarray/, so that traces see inside
// it: its attributes are the inline slots of ArraySlot, always all there, in this order.
//
//   ndarray  _addr ----------------------------------> element (0, 0)
//            _code dtype, _nd dimensions               |
//            _n0 _s0 _n1 _s1 lengths and strides       v
//            _owner --> External --> Node --> Buffer { readers | data --> [ memory ] }
//            _flag  ------------------------------------^
//
// Deferred: an ndarray that an expression answered has `_addr` None until somebody looks at its
// elements; its Node (node.h) is the expression. Lengths and dtype are known from the start.
// Laziness cannot be observed: whoever writes elements asks `_flag` first, which is the address of
// the number of deferred expressions that read the buffer, and has those computed before
// (before_write). Strides are bytes, may be negative or 0. One dimension: n1 = 1, s1 = 0.
//
// Memory of elements never lies in the heap: a Buffer is allocated outside and never moves, lives
// while an External or a Node refers to it, and goes back to a pool then (buffer.h).
#pragma once

#include <cstdint>
#include <string>

#include "core/vm/context.h"
#include "numarray/buffer.h"

namespace hothouse::numarray {

enum class DType : uint8_t { Float64, Int64, Bool };  // the order is that of promotion, downwards
inline int64_t item_size(DType t) { return t == DType::Bool ? 1 : 8; }
const char* dtype_name(DType t);

constexpr int kMaxDimensions = 2;

/// The inline slots of an ndarray.
enum ArraySlot : uint32_t {
  kSlotAddress,     // int, or None: deferred
  kSlotDType,       // int: DType
  kSlotDimensions,  // int: 1 or 2
  kSlotLength0,
  kSlotStride0,
  kSlotLength1,
  kSlotStride1,
  kSlotFlag,   // int: address of Buffer::readers; 0 while deferred
  kSlotOwner,  // External that keeps the Node, and so the Buffer
  kArraySlots,
};

/// Elements in memory. No owner of anything: whoever keeps it for long retains the buffer.
struct View {
  DType dtype = DType::Float64;
  int ndim = 1;
  int64_t length[kMaxDimensions] = {0, 1};
  int64_t stride[kMaxDimensions] = {8, 0};
  uint8_t* data = nullptr;
  Buffer* buffer = nullptr;

  int64_t count() const { return length[0] * length[1]; }
  uint8_t* at(int64_t i, int64_t j = 0) const { return data + i * stride[0] + j * stride[1]; }
  /// In C order without gaps.
  bool is_contiguous() const;
};

bool is_array(Leaf& vm, Value v);
/// The elements of an ndarray, computed now if they were deferred. False: an exception is raised.
bool view_of(Leaf& vm, Value array, View* view);
/// To be called before elements of the buffer are written: deferred readers are computed.
bool before_write(Leaf& vm, Buffer* buffer);

/// A new array in C order, elements not initialized; or raised (MemoryError).
Value make_array(Leaf& vm, DType dtype, int ndim, const int64_t* length);
/// A new array over memory that is there; shares (retains) view.buffer.
Value make_array(Leaf& vm, const View& view);

}  // namespace hothouse::numarray
