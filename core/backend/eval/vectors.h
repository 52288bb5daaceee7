// Vector ops as the eval backend does them, lane by lane: the reference for the others.
#pragma once

#include <array>

#include "core/backend/eval/semantics.h"

namespace hothouse::backend {

using Lanes = std::array<uint64_t, 4>;

/// Four copies of a word.
inline Lanes splat(uint64_t word) { return {word, word, word, word}; }
/// load_vec, store_vec of four elements at an address.
Lanes load_lanes(ir::RawType type, uint64_t address);
void store_lanes(ir::RawType type, uint64_t address, const Lanes& lanes);
/// The other vector ops, save for splats.
Lanes evaluate_lanes(ir::Op op, const Lanes& a, const Lanes& b, const Lanes& c);

}  // namespace hothouse::backend
