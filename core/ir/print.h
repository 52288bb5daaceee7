// The text form of traces. parse.h reads it back: parse(print(t)) prints the same text again.
//
//   trace loop "sum:3" unit 1 code 4 pc 9
//   alloc a0 map List kind List aux 0 bytes 24
//   %0 = slot_load #3
//   guard_ref %0 !s0
//   %2 = unbox_ref %0
//   guard_map %2, map RangeIter !s0
//   %4 = load_field %2, .RangeIterLeft
//   %5 = add_ov %4, 1 !s1
//   %6 = call list_length(%2, v:7)
//   jump_entry unit 1 !s1
//   s0: retry code 4 pc 9 base 0 depth 0 {}
//   s1: after code 4 pc 11 base 0 depth 0 {0: %5} pending {store_field %2, %5, .RangeIterNext}
//
// A name is the op's index; ops without a result have none. Constants stand inline:
//   i64 7   f64 1.5f, inff, f:0x7ff8000000000000   bool true, false   ref @0x1000, @"name"
//   value None, True, v:7, v:1.5f, v:0x7f00, v:@"name"
// Ops whose row does not tell the result's type carry it: `%3:f64 = inherit [0]`. Sunk ops end
// in `!sunk`, ops with an aux in `aux 1`. `;` starts a comment.
#pragma once

#include <functional>
#include <string>

#include "core/ir/trace.h"

namespace hothouse::ir {

struct PrintOptions {
  bool origins = false;  // each op's source line as a comment
  /// A name for the object at this address, or "" to print the address.
  std::function<std::string(uint64_t)> name_ref;
  /// A name for a map that is not a fixed one, or "".
  std::function<std::string(MapId)> name_map;
};

/// The whole trace.
std::string print(const Trace& trace, const PrintOptions& options = {});
/// One op, without line end.
std::string print_op(const Trace& trace, uint32_t index, const PrintOptions& options = {});
/// An operand: `%3` or a constant.
std::string print_ref(const Trace& trace, Ref ref, const PrintOptions& options = {});
std::string print_snapshot(const Trace& trace, uint32_t index, const PrintOptions& options = {});

/// A store that an exit performs: `store_field %2, %5, .RangeIterNext`.
std::string print_pending(const Trace& trace, const PendingStore& store,
                          const PrintOptions& options = {});

const char* type_name(Type type);
const char* raw_type_name(RawType type);
const char* kind_name(Kind kind);
/// Name of a fixed map ("RangeIter"), or null.
const char* fixed_map_name(MapId map);
/// Shortest decimal that reads back as the same double.
std::string shortest_double(double d);

}  // namespace hothouse::ir
