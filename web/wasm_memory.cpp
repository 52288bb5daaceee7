// WasmLowering: loads and stores, allocation, the write barrier, calls.
#include <cstddef>

#include "core/backend/eval/semantics.h"
#include "core/ir/helpers.h"
#include "core/ir/operands.h"
#include "core/vm/state.h"
#include "web/wasm_lowering.h"

namespace hothouse::web {

using backend::kAuxOffset;
using backend::kGcOffset;
using backend::kGenOffset;
using backend::kInlineOffset;
using backend::kPayloadOffset;
using ir::Ins;
using ir::Op;
using ir::RawType;
using ir::Ref;
using ir::Type;

namespace {

constexpr uint32_t kNone = 0xffffffffu;
constexpr uint32_t kState = 0, kBase = 1;  // parameters

constexpr uint32_t kTop = offsetof(VmState, top), kDepth = offsetof(VmState, depth),
                   kVm = offsetof(VmState, vm), kPc = offsetof(VmState, pc);

}  // namespace

/// The address is on the stack: 8 bytes into the value that op i defines.
void WasmLowering::load_word(uint32_t i, uint32_t offset) {
  switch (ins(i).type) {
    case Type::F64:
      code_.memory(Wasm::F64Load, offset, 8);
      break;
    case Type::Ref:
    case Type::Bool:
      code_.memory(Wasm::I32Load, offset, 4);
      break;
    default:
      code_.memory(Wasm::I64Load, offset, 8);
      break;
  }
  set(i);
}

/// The address is on the stack.
void WasmLowering::store_word(Ref value, uint32_t offset) {
  if (trace_.type_of(value) == Type::F64) {
    push(value);
    code_.memory(Wasm::F64Store, offset, 8);
  } else {
    push_word(value);
    code_.memory(Wasm::I64Store, offset, 8);
  }
}

uint32_t WasmLowering::push_element(Ref object, Ref index, uint32_t shift) {
  push(object);
  int64_t n;
  if (int_constant(index, n) && n >= 0 && n < (1 << 24)) {
    return static_cast<uint32_t>(kPayloadOffset) + (static_cast<uint32_t>(n) << shift);
  }
  push(index);
  code_.op(Wasm::I32WrapI64);
  if (shift) {
    code_.i32(static_cast<int32_t>(shift));
    code_.op(Wasm::I32Shl);
  }
  code_.op(Wasm::I32Add);
  return static_cast<uint32_t>(kPayloadOffset);
}

bool WasmLowering::emit_memory(uint32_t i) {
  const Ins& in = ins(i);
  auto slot_address = [&](int32_t slot) -> uint32_t {
    code_.get(kBase);
    if (slot >= 0) return static_cast<uint32_t>(slot) * 8;
    code_.i32(slot * 8);
    code_.op(Wasm::I32Add);
    return 0;
  };
  switch (in.op) {
    case Op::SlotLoad:
      load_word(i, slot_address(static_cast<int32_t>(in.imm)));
      return true;
    case Op::SlotStore:
      store_word(in.a, slot_address(static_cast<int32_t>(in.imm)));
      return true;
    case Op::Inherit:
      if (parent_ != nullptr) return true;  // it is a value of the parent's
      if (in.imm >= kBufferWords) {
        fail("inherit: more values than the buffer holds");
        return true;
      }
      code_.i32(0);
      load_word(i, places_.buffer + 8 * in.imm);
      return true;
    case Op::LoadMap:
      push(in.a);
      code_.memory(Wasm::I64Load32U, 0, 4);
      set(i);
      return true;
    case Op::SetMap:
      push(in.a);
      code_.i32(static_cast<int32_t>(in.imm));
      code_.memory(Wasm::I32Store, 0, 4);
      return true;
    case Op::LoadField:
      push(in.a);
      load_word(i, ir::field_info(in.imm).offset);
      return true;
    case Op::StoreField:
      push(in.a);
      store_word(in.b, ir::field_info(in.imm).offset);
      return true;
    case Op::LoadInline:
      push(in.a);
      load_word(i, static_cast<uint32_t>(kInlineOffset) + 8 * in.imm);
      return true;
    case Op::StoreInline:
      push(in.a);
      store_word(in.b, static_cast<uint32_t>(kInlineOffset) + 8 * in.imm);
      return true;
    case Op::LoadGen:
      push(in.a);
      load_word(i, static_cast<uint32_t>(kGenOffset) + 8 * in.imm);
      return true;
    case Op::StoreGen:
      push(in.a);
      store_word(in.b, static_cast<uint32_t>(kGenOffset) + 8 * in.imm);
      return true;
    case Op::LoadCells:
    case Op::LoadTuple:
    case Op::LoadF64:
    case Op::LoadI64:
      load_word(i, push_element(in.a, in.b, 3));
      return true;
    case Op::StoreCells:
    case Op::StoreTuple:
    case Op::StoreF64:
    case Op::StoreI64:
      store_word(in.c, push_element(in.a, in.b, 3));
      return true;
    case Op::LoadByte: {
      uint32_t offset = push_element(in.a, in.b, 0);
      code_.memory(Wasm::I64Load8U, offset, 1);
      set(i);
      return true;
    }
    case Op::StoreByte: {
      uint32_t offset = push_element(in.a, in.b, 0);
      push(in.c);
      code_.memory(Wasm::I64Store8, offset, 1);
      return true;
    }
    case Op::LoadAux:
      push(in.a);
      code_.memory(Wasm::I64Load16U, static_cast<uint32_t>(kAuxOffset), 2);
      set(i);
      return true;
    case Op::StoreAux:
      push(in.a);
      push(in.b);
      code_.memory(Wasm::I64Store16, static_cast<uint32_t>(kAuxOffset), 2);
      return true;
    case Op::Barrier:
      push(in.a);
      code_.memory(Wasm::I32Load8U, static_cast<uint32_t>(kGcOffset), 1);
      code_.i32(kGcOld | kGcRemembered);
      code_.op(Wasm::I32And);
      code_.i32(kGcOld);
      code_.op(Wasm::I32Eq);
      code_.open(Wasm::If);
      code_.i32(static_cast<int32_t>(places_.self));
      push(in.a);
      code_.i32(static_cast<int32_t>(places_.remember));
      code_.call_indirect(module_.type("ii", ""));
      module_.use_table();
      code_.close();
      return true;
    case Op::New: {
      const ir::AllocDesc& d = trace_.allocs[in.imm];
      code_.get(kState);
      code_.memory(Wasm::I32Load, 0, 4);
      set(i);
      code_.get(local(i));
      code_.i64(static_cast<int64_t>(backend::object_header(d)));
      code_.memory(Wasm::I64Store, 0, 8);
      code_.get(kState);
      code_.get(local(i));
      code_.i32(static_cast<int32_t>((d.bytes + 7) & ~7u));
      code_.op(Wasm::I32Add);
      code_.op(Wasm::I64ExtendI32U);
      code_.memory(Wasm::I64Store, 0, 8);
      return true;
    }
    case Op::LoadRaw:
    case Op::StoreRaw:
    case Op::LoadElem:
    case Op::StoreElem:
      emit_raw(i);
      return true;
    default:
      return false;
  }
}

void WasmLowering::emit_raw(uint32_t i) {
  const Ins& in = ins(i);
  push(in.a);
  code_.op(Wasm::I32WrapI64);
  bool is_element = in.op == Op::LoadElem || in.op == Op::StoreElem;
  if (is_element) {
    push(in.b);
    code_.op(Wasm::I32WrapI64);
    code_.op(Wasm::I32Add);
  }
  if (in.imm != 0) {
    code_.i32(static_cast<int32_t>(in.imm));
    code_.op(Wasm::I32Add);
  }
  auto type = static_cast<RawType>(in.aux);
  if (in.op == Op::StoreRaw || in.op == Op::StoreElem) {
    push(is_element ? in.c : in.b);
    switch (type) {
      case RawType::I8:
      case RawType::U8:
        return code_.memory(Wasm::I64Store8, 0, 1);
      case RawType::I16:
      case RawType::U16:
        return code_.memory(Wasm::I64Store16, 0, 1);
      case RawType::I32:
      case RawType::U32:
        return code_.memory(Wasm::I64Store32, 0, 1);
      case RawType::I64:
        return code_.memory(Wasm::I64Store, 0, 1);
      case RawType::F32:
        code_.op(Wasm::F32DemoteF64);
        return code_.memory(Wasm::F32Store, 0, 1);
      case RawType::F64:
        return code_.memory(Wasm::F64Store, 0, 1);
    }
    return;
  }
  switch (type) {
    case RawType::I8:
      code_.memory(Wasm::I64Load8S, 0, 1);
      break;
    case RawType::U8:
      code_.memory(Wasm::I64Load8U, 0, 1);
      break;
    case RawType::I16:
      code_.memory(Wasm::I64Load16S, 0, 1);
      break;
    case RawType::U16:
      code_.memory(Wasm::I64Load16U, 0, 1);
      break;
    case RawType::I32:
      code_.memory(Wasm::I64Load32S, 0, 1);
      break;
    case RawType::U32:
      code_.memory(Wasm::I64Load32U, 0, 1);
      break;
    case RawType::I64:
      code_.memory(Wasm::I64Load, 0, 1);
      break;
    case RawType::F32:
    case RawType::F64:
      if (type == RawType::F32) {
        code_.memory(Wasm::F32Load, 0, 1);
        code_.op(Wasm::F64PromoteF32);
      } else {
        code_.memory(Wasm::F64Load, 0, 1);
      }
      if (is_element) break;  // an array's NaN stays the one it is
      // A foreign NaN becomes the default one: its payload could look like a pointer when boxed.
      set(i);
      code_.f64(__builtin_bit_cast(double, uint64_t{0x7ff8} << 48));
      code_.get(local(i));
      code_.get(local(i));
      code_.get(local(i));
      code_.op(Wasm::F64Ne);
      code_.op(Wasm::Select);
      break;
  }
  set(i);
}

bool WasmLowering::emit_call(uint32_t i) {
  const Ins& in = ins(i);
  switch (in.op) {
    case Op::FrameSync:
      code_.get(kState);
      code_.get(kBase);
      code_.i32(static_cast<int32_t>(in.imm) * 8);
      code_.op(Wasm::I32Add);
      code_.op(Wasm::I64ExtendI32U);
      code_.memory(Wasm::I64Store, kTop, 8);
      code_.get(kState);
      push(in.a);
      code_.memory(Wasm::I64Store, kPc, 8);
      return true;
    case Op::Call:
      emit_helper_call(i);
      return true;
    case Op::CallUnit:
      emit_unit_call(i);
      return true;
    default:
      return false;
  }
}

/// Helpers take and return whole words: addresses and bools as i64.
void WasmLowering::emit_helper_call(uint32_t i) {
  const Ins& in = ins(i);
  const ir::HelperInfo& helper = ir::helper_info(in.imm);
  bool calls_python = helper.flags & ir::kHelperCallsPython;
  uint32_t depth = 0;
  if (calls_python) {
    // What may run Python wants to know the frame it is in.
    uint32_t s = backend::call_snapshot(trace_, i);
    int32_t frame = s == kNone ? 0 : trace_.snapshots[s].base;
    depth = s == kNone ? 0 : trace_.snapshots[s].depth;
    code_.get(kState);
    code_.get(kBase);
    code_.i32(frame * 8);
    code_.op(Wasm::I32Add);
    code_.op(Wasm::I64ExtendI32U);
    code_.memory(Wasm::I64Store, kTop, 8);
  }
  auto change_depth = [&](Wasm w) {
    if (depth == 0) return;
    code_.get(kState);
    code_.get(kState);
    code_.memory(Wasm::I64Load, kDepth, 8);
    code_.i64(depth);
    code_.op(w);
    code_.memory(Wasm::I64Store, kDepth, 8);
  };
  change_depth(Wasm::I64Add);
  std::string operands = "i";
  code_.get(kState);
  code_.memory(Wasm::I32Load, kVm, 4);
  for (uint32_t k = 0; k < in.b.index; k++) {
    Ref operand = trace_.args[in.a.index + k];
    if (helper.operands[k] == 'f') {
      operands += 'd';
      push(operand);
    } else {
      operands += 'l';
      push_word(operand);
    }
  }
  const char* result = helper.result == '-' ? "" : helper.result == 'f' ? "d" : "l";
  code_.i32(static_cast<int32_t>(reinterpret_cast<uintptr_t>(helper.function)));
  code_.call_indirect(module_.type(operands, result));
  module_.use_table();
  if (helper.result != '-') {
    if (in.type == Type::Ref || in.type == Type::Bool) code_.op(Wasm::I32WrapI64);
    if (in.type == Type::Void) {
      code_.op(Wasm::Drop);
    } else {
      set(i);
    }
  }
  change_depth(Wasm::I64Sub);
}

void WasmLowering::emit_unit_call(uint32_t i) {
  const Ins& in = ins(i);
  code_.i32(static_cast<int32_t>(places_.self));
  code_.i32(static_cast<int32_t>(in.imm));
  code_.get(kBase);
  push(trace_.args[in.a.index]);
  code_.op(Wasm::I32WrapI64);
  code_.i32(3);
  code_.op(Wasm::I32Shl);
  code_.op(Wasm::I32Add);
  code_.i32(in.snapshot == kNone ? 0 : static_cast<int32_t>(trace_.snapshots[in.snapshot].depth));
  code_.i32(static_cast<int32_t>(places_.call_unit));
  code_.call_indirect(module_.type("iiii", "l"));
  module_.use_table();
  set(i);
  code_.get(local(i));
  code_.i64(static_cast<int64_t>(Value::raised().bits()));
  code_.op(Wasm::I64Eq);
  leave(in.snapshot);
}

}  // namespace hothouse::web
