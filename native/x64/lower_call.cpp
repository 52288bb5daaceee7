// Calls of helpers, C functions and function units (System V convention), and jumps to other
// units. A helper gets the Vm* first. Function units keep r14 and r15 only: whatever lives across
// their call lies in the spill area.
#include "core/backend/eval/semantics.h"
#include "core/backend/signatures.h"
#include "core/ir/helpers.h"
#include "native/x64/lowering.h"

namespace hothouse::x64 {

using backend::NativeSignature;

namespace {

constexpr uint8_t kArguments[] = {kRdi, kRsi, kRdx, kRcx, kR8, kR9};
constexpr uint32_t kFloatArguments = 8;
constexpr uint32_t kNone = 0xffffffffu;

/// Hands out the places of operands, one after the other.
struct Convention {
  uint32_t general, floats = 0, words = 0;
  explicit Convention(uint32_t first) : general(first) {}
  Location next(bool is_float) {
    if (is_float && floats < kFloatArguments) {
      return Location::in_register(static_cast<uint8_t>(kXmm0 + floats++));
    }
    if (!is_float && general < 6) return Location::in_register(kArguments[general++]);
    return Location::argument(words++, is_float);
  }
};

}  // namespace

bool Lowering::lower_call(uint32_t i) {
  switch (ins(i).op) {
    case ir::Op::Call:
      lower_helper_call(i);
      return true;
    case ir::Op::CallNative:
      lower_native_call(i);
      return true;
    case ir::Op::CallUnit:
      lower_unit_call(i);
      return true;
    case ir::Op::JumpBody:
      lower_jump_body(i);
      return true;
    case ir::Op::JumpEntry:
      lower_jump_entry(i);
      return true;
    default:
      return false;
  }
}

void Lowering::lower_helper_call(uint32_t i) {
  const Ins& in = ins(i);
  const ir::HelperInfo& helper = ir::helper_info(in.imm);
  NodeBuilder n = node(i);
  Convention places(1);
  for (uint32_t k = 0; k < in.b.index; k++) {
    n.fixed(trace_.args[in.a.index + k], places.next(helper.operands[k] == 'f'));
  }
  const bool calls_python = helper.flags & ir::kHelperCallsPython;
  n.call(kCallClobbers, calls_python);
  if (in.type != ir::Type::Void) n.result_fixed(i, in.type == ir::Type::F64 ? kXmm0 : kRax);
  // What may run Python wants to know the frame it is in.
  uint32_t snapshot = kNone;
  if (calls_python) snapshot = backend::call_snapshot(trace_, i);
  int32_t base = snapshot == kNone ? 0 : trace_.snapshots[snapshot].base;
  uint32_t depth = snapshot == kNone ? 0 : trace_.snapshots[snapshot].depth;
  uint32_t id = in.imm;
  n.emit([=](Emitter& e) {
    if (calls_python) {
      e.c.lea(e.c.rax, e.slot(base));
      e.c.mov(e.state(72), e.c.rax);
      if (depth) e.c.add(e.state(48), depth);
    }
    e.c.mov(e.c.rdi, e.state(80));
    e.c.call(e.pool(e.pool_word(PoolWord::Kind::Helper, id)));
    if (calls_python && depth) e.c.sub(e.state(48), depth);
  });
}

namespace {

/// The integer of the letter's width in the register's low bits, as all 64.
void extend(Emitter& e, char letter, const Xbyak::Reg64& r) {
  switch (letter) {
    case 'b':
      return e.c.movsx(r, r.cvt8());
    case 'B':
      return e.c.movzx(r.cvt32(), r.cvt8());
    case 'h':
      return e.c.movsx(r, r.cvt16());
    case 'H':
      return e.c.movzx(r.cvt32(), r.cvt16());
    case 'i':
      return e.c.movsxd(r, r.cvt32());
    case 'I':
      return e.c.mov(r.cvt32(), r.cvt32());
    default:
      return;
  }
}

/// An operand of a C call as its letter says. Integers keep all 64 bits, as libffi has it: the
/// callee may read more than argtypes say.
void narrow_operand(Emitter& e, char letter, const Location& place) {
  if (place.is_register() && letter != 'f') return extend(e, letter, Emitter::general(place.reg()));
  if (letter != 'f') return;  // a callee reads as much of the word as it wants
  if (place.is_register()) {
    auto x = Emitter::xmm(place.reg());
    return e.c.cvtsd2ss(x, x);
  }
  e.c.cvtsd2ss(e.c.xmm15, e.memory(place));
  e.c.movss(Xbyak::util::dword[e.c.rsp + static_cast<int>(place.index) * 8], e.c.xmm15);
}

}  // namespace

void Lowering::lower_native_call(uint32_t i) {
  const Ins& in = ins(i);
  if (in.imm >= backend::native_signature_count()) return fail("call_native: no such signature");
  const NativeSignature& signature = backend::native_signature(in.imm);
  std::string_view letters = signature.operands();
  if (letters.size() + 1 != in.b.index) return fail("call_native: operands and signature differ");
  NodeBuilder n = node(i);
  Convention places(0);
  Ref function = trace_.args[in.a.index];
  uint32_t float_arguments = 0;
  std::vector<std::pair<char, Location>> narrow;
  for (uint32_t k = 0; k < letters.size(); k++) {
    bool is_float = letters[k] == 'f' || letters[k] == 'd';
    Location place = places.next(is_float);
    if (is_float) float_arguments++;
    n.fixed(trace_.args[in.a.index + 1 + k], place);
    if (letters[k] != 'l' && letters[k] != 'L' && letters[k] != 'd') {
      narrow.push_back({letters[k], place});
    }
  }
  if (places.words > kOutgoingWords) return fail("call_native: too many operands in memory");
  float_arguments = std::min(float_arguments, kFloatArguments);
  // A constant address is called through its pool word, another one from r11.
  bool is_constant = function.is_constant();
  uint64_t address = is_constant ? trace_.constant(function).bits : 0;
  if (!is_constant) n.fixed(function, kR11);
  n.call(kCallClobbers, true);  // what is called may call back
  if (in.type != ir::Type::Void) n.result_fixed(i, in.type == ir::Type::F64 ? kXmm0 : kRax);
  char result = signature.result();
  n.emit([=](Emitter& e) {
    for (auto& [letter, place] : narrow) narrow_operand(e, letter, place);
    // Functions with `...` look here for the number of vector registers.
    if (float_arguments) e.c.mov(e.c.eax, float_arguments);
    if (is_constant) {
      e.c.call(e.bits(address));
    } else {
      e.c.call(e.c.r11);
    }
    if (result == 'f') e.c.cvtss2sd(e.c.xmm0, e.c.xmm0);
    if (result == 'f' || result == 'd') {
      canonicalize(e, e.c.xmm0);
    } else {
      extend(e, result, e.c.rax);
    }
  });
}

/// Callee's base in r14, one more frame in VmState::depth, and back. Where a limit is reached the
/// interpreter is asked instead: it knows what to raise.
void Lowering::lower_unit_call(uint32_t i) {
  const Ins& in = ins(i);
  int64_t slot = 0;
  if (!integer_constant(trace_.args[in.a.index], slot)) {
    return fail("call_unit: the window's slot is no constant");
  }
  uint32_t depth = trace_.snapshots[in.snapshot].depth;
  uint32_t code_id = in.imm;
  auto offset = static_cast<int32_t>(slot) * 8;
  NodeBuilder n = node(i);
  n.call(kCallClobbers | kCalleeSaved, true);
  n.result_fixed(i, kRax);
  n.exit(in.snapshot);
  n.emit([=](Emitter& e) {
    auto slow = std::make_shared<Xbyak::Label>();
    auto back = std::make_shared<Xbyak::Label>();
    auto& c = e.c;
    c.mov(c.rax, e.state(48));
    c.mov(e.frame(kSavedDepth), c.rax);
    c.mov(e.frame(kSavedBase), c.r14);
    if (depth == 0) {
      c.inc(c.rax);
    } else {
      c.add(c.rax, depth + 1);
    }
    c.mov(e.state(48), c.rax);
    c.add(c.r14, static_cast<uint32_t>(offset));
    c.lea(c.rcx, c.ptr[c.rax + kMaxInlinedFrames]);
    c.cmp(c.rcx, e.state(56));
    c.jae(*slow, Xbyak::CodeGenerator::T_NEAR);
    c.cmp(c.r14, e.state(64));
    c.jae(*slow, Xbyak::CodeGenerator::T_NEAR);
    c.cmp(c.rsp, e.state(24));
    c.jbe(*slow, Xbyak::CodeGenerator::T_NEAR);
    c.mov(c.eax, code_id);
    c.call(e.pool(e.pool_word(PoolWord::Kind::Function, code_id)));
    c.L(*back);
    c.mov(c.r14, e.frame(kSavedBase));
    c.mov(c.rcx, e.frame(kSavedDepth));
    c.mov(e.state(48), c.rcx);
    c.cmp(c.rax, e.value(Value::raised()));
    e.leave(Cc::E);
    e.cold([=, &e] {
      e.c.L(*slow);
      e.c.mov(e.c.eax, code_id);
      e.call_thunk(Thunk::Interpret);
      e.c.jmp(*back, Xbyak::CodeGenerator::T_NEAR);
    });
  });
}

/// The frame of the unit that is entered may be that of an inlined call.
void Lowering::adjust_base(Emitter& e, uint32_t snapshot) const {
  if (snapshot == kNone) return;
  const ir::Snapshot& s = trace_.snapshots[snapshot];
  if (s.base) e.c.add(Emitter::general(kBaseRegister), static_cast<uint32_t>(s.base * 8));
  if (s.depth) e.c.add(e.state(48), s.depth);
}

void Lowering::lower_jump_entry(uint32_t i) {
  const Ins& in = ins(i);
  uint32_t unit = in.imm, snapshot = in.snapshot;
  NodeBuilder n = node(i);
  n.emit([this, unit, snapshot](Emitter& e) {
    adjust_base(e, snapshot);
    e.c.jmp(e.pool(e.pool_word(PoolWord::Kind::Entry, unit)));
  });
}

void Lowering::lower_jump_body(uint32_t i) {
  const Ins& in = ins(i);
  const CompiledUnit* target = request_.find_unit(in.imm);
  if (!target || target->body == kNone) {
    return fail("jump_body: the target has no body here");
  }
  NodeBuilder n = node(i);
  for (const BodyInput& input : target->body_inputs) {
    Ref operand;
    if (input.kind == BodyInput::Kind::Constant) {
      // The collector may have moved what it points to since: the pool is up to date.
      uint64_t bits = input.index == kNone ? input.bits : target->pool[input.index].bits;
      operand = lowered_.trace.constant(input.type, bits);
    } else if (input.kind == BodyInput::Kind::Parameter && input.index < in.b.index) {
      operand = trace_.args[in.a.index + input.index];
    } else {
      return fail("jump_body: the target's body uses more than is handed over");
    }
    code_.end_values.push_back(value_of(operand));
    code_.end_locations.push_back(input.where);
  }
  uint32_t unit = in.imm, snapshot = in.snapshot;
  n.emit([this, unit, snapshot](Emitter& e) {
    adjust_base(e, snapshot);
    e.c.jmp(e.pool(e.pool_word(PoolWord::Kind::Body, unit)));
  });
}

}  // namespace hothouse::x64
