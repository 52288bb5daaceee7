#include "core/backend/eval/vectors.h"

namespace hothouse::backend {

using ir::Op;
using ir::RawType;

namespace {

/// The op on words that a vector op does in each lane; masks are made of comparisons' truths.
struct LaneOp {
  Op op;
  bool is_mask = false;
};

LaneOp lane_op(Op op) {
  switch (op) {
    case Op::VAddF:
      return {Op::Fadd};
    case Op::VSubF:
      return {Op::Fsub};
    case Op::VMulF:
      return {Op::Fmul};
    case Op::VDivF:
      return {Op::Fdiv};
    case Op::VNegF:
      return {Op::Fneg};
    case Op::VAbsF:
      return {Op::Fabs};
    case Op::VSqrtF:
      return {Op::Fsqrt};
    case Op::VFloorF:
      return {Op::Ffloor};
    case Op::VCeilF:
      return {Op::Fceil};
    case Op::VEqF:
      return {Op::Feq, true};
    case Op::VNeF:
      return {Op::Fne, true};
    case Op::VLtF:
      return {Op::Flt, true};
    case Op::VLeF:
      return {Op::Fle, true};
    case Op::VAddI:
      return {Op::Add};
    case Op::VSubI:
      return {Op::Sub};
    case Op::VMulI:
      return {Op::Mul};
    case Op::VEqI:
      return {Op::Eq, true};
    case Op::VLtI:
      return {Op::Lt, true};
    case Op::VAnd:
      return {Op::And};
    case Op::VOr:
      return {Op::Or};
    case Op::VXor:
      return {Op::Xor};
    default:
      return {Op::Select};
  }
}

}  // namespace

Lanes load_lanes(RawType type, uint64_t address) {
  Lanes lanes;
  for (uint32_t k = 0; k < lanes.size(); k++) {
    lanes[k] =
        type == RawType::U8 ? uint64_t{0} - load_u8(address + k) : load_word(address + 8 * k);
  }
  return lanes;
}

void store_lanes(RawType type, uint64_t address, const Lanes& lanes) {
  for (uint32_t k = 0; k < lanes.size(); k++) {
    if (type == RawType::U8) {
      store_u8(address + k, static_cast<uint8_t>(lanes[k] & 1));
    } else {
      store_word(address + 8 * k, lanes[k]);
    }
  }
}

Lanes evaluate_lanes(Op op, const Lanes& a, const Lanes& b, const Lanes& c) {
  LaneOp lane = lane_op(op);
  Lanes result;
  for (size_t k = 0; k < result.size(); k++) {
    result[k] = evaluate(lane.op, a[k], b[k], c[k] & 1);
    if (lane.is_mask) result[k] = uint64_t{0} - result[k];
  }
  return result;
}

}  // namespace hothouse::backend
