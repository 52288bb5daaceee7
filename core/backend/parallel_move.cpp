// Sequentializing parallel moves: a move may be done once nobody reads its target any more; what
// then remains are cycles.
#include "core/backend/regalloc.h"
#include "core/opt/planted.h"

namespace hothouse::backend {

namespace {

bool is_read(const std::vector<Move>& moves, const Location& place, size_t but) {
  if (HOTHOUSE_PLANTED(moves_clobber)) return false;
  for (size_t i = 0; i < moves.size(); i++) {
    if (i != but && moves[i].from == place) return true;
  }
  return false;
}

uint8_t scratch_of(uint32_t free, bool is_float) {
  uint32_t mask = free & (is_float ? kFloatMask : kGeneralMask);
  return mask ? static_cast<uint8_t>(__builtin_ctz(mask)) : kNoRegister;
}

}  // namespace

std::vector<Move> order_moves(std::vector<Move> moves, uint32_t free) {
  std::vector<Move> out;
  for (size_t i = 0; i < moves.size();) {
    if (moves[i].to == moves[i].from) {
      moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      i++;
    }
  }
  // A register that some move reads or writes is not free.
  for (const Move& m : moves) {
    if (m.to.is_register()) free &= ~register_bit(m.to.reg());
    if (m.from.is_register()) free &= ~register_bit(m.from.reg());
  }
  while (!moves.empty()) {
    bool progress = false;
    for (size_t i = 0; i < moves.size();) {
      if (is_read(moves, moves[i].to, i)) {
        i++;
        continue;
      }
      out.push_back(moves[i]);
      moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(i));
      progress = true;
    }
    if (progress || moves.empty()) continue;
    // Only cycles are left, every place in them read once. Break one.
    Move m = moves.front();
    bool is_float = false;  // of what lies in m.to now: through slots a cycle may mix classes
    for (const Move& other : moves) {
      if (other.from == m.to) is_float = other.from.is_float;
    }
    uint8_t scratch = scratch_of(free, is_float);
    if (scratch != kNoRegister) {
      Location temp = Location::in_register(scratch);
      Location from = m.to;
      from.is_float = is_float;
      out.push_back({temp, from, false});
      for (Move& other : moves) {
        if (other.from == m.to) other.from = temp;
      }
      free &= ~register_bit(scratch);
      continue;
    }
    // Exchange the contents of m.to and m.from: m is done, and who reads m.to finds it in m.from.
    out.push_back({m.to, m.from, true});
    moves.erase(moves.begin());
    for (Move& other : moves) {
      if (other.from == m.to) {
        other.from = m.from;
      } else if (other.from == m.from) {
        other.from = m.to;
      }
    }
    for (size_t i = 0; i < moves.size();) {
      if (moves[i].to == moves[i].from) {
        moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        i++;
      }
    }
  }
  return out;
}

}  // namespace hothouse::backend
