// The hand-written bits of machine code between C++ and units: entering, leaving, and calls that
// keep all registers.
#include "native/exec/exit_frame.h"
#include "native/exec/x64_backend.h"
#include "native/x64/assembler.h"

namespace hothouse::exec {

using x64::kFrameBytes;

namespace {

class Thunks : public Xbyak::CodeGenerator {
 public:
  Thunks(uint8_t* buffer, size_t size) : CodeGenerator(size, buffer) {}

  void push_callee_saved() {
    for (const Xbyak::Reg64& r : {rbx, rbp, r12, r13, r14, r15}) push(r);
    sub(rsp, 8);  // keeps the stack aligned at the call
  }
  void pop_callee_saved() {
    add(rsp, 8);
    for (const Xbyak::Reg64& r : {r15, r14, r13, r12, rbp, rbx}) pop(r);
  }

  /// uint64_t enter(entry, base, state); returns the offset behind the call.
  size_t enter(bool makes_frame) {
    Xbyak::Label inside;
    push_callee_saved();
    mov(r14, rsi);
    mov(r15, rdx);
    if (makes_frame) {
      call(inside);
    } else {
      call(rdi);
    }
    size_t behind = getSize();
    pop_callee_saved();
    ret();
    if (makes_frame) {
      L(inside);
      sub(rsp, kFrameBytes);
      jmp(rdi);
    }
    return behind;
  }

  void exit(const void* backend, const void* handler) {
    constexpr int kSaved = 256;
    sub(rsp, kSaved);
    for (int r = 0; r < 16; r++) {
      if (r != Xbyak::Operand::RSP) mov(ptr[rsp + 8 * r], Xbyak::Reg64(r));
    }
    for (int r = 0; r < 16; r++) movsd(ptr[rsp + 128 + 8 * r], Xbyak::Xmm(r));
    mov(rdi, reinterpret_cast<uint64_t>(backend));
    mov(rsi, rsp);
    mov(rax, reinterpret_cast<uint64_t>(handler));
    call(rax);
    add(rsp, kSaved + 16 + kFrameBytes);
    ret();
  }

  /// handler(backend, word) with the word that lies behind the return address; the result (if
  /// there is one) replaces it. All registers are kept.
  void keep_registers(const void* backend, const void* handler, bool has_result) {
    const Xbyak::Reg64 saved[] = {rax, rcx, rdx, rsi, rdi, r8, r9, r10, r11};
    constexpr int kSaved = 208;
    sub(rsp, kSaved);
    int at = 0;
    for (const Xbyak::Reg64& r : saved) mov(ptr[rsp + 8 * at++], r);
    for (int r = 0; r < 16; r++) movsd(ptr[rsp + 72 + 8 * r], Xbyak::Xmm(r));
    mov(rdi, reinterpret_cast<uint64_t>(backend));
    mov(rsi, ptr[rsp + kSaved + 8]);
    mov(rax, reinterpret_cast<uint64_t>(handler));
    call(rax);
    if (has_result) mov(ptr[rsp + kSaved + 8], rax);
    for (int r = 0; r < 16; r++) movsd(Xbyak::Xmm(r), ptr[rsp + 72 + 8 * r]);
    at = 0;
    for (const Xbyak::Reg64& r : saved) mov(r, ptr[rsp + 8 * at++]);
    add(rsp, kSaved);
    ret();
  }

  void interpret(const void* backend, const void* handler) {
    sub(rsp, 8);
    mov(rdi, reinterpret_cast<uint64_t>(backend));
    mov(esi, eax);
    mov(rdx, r14);
    mov(rax, reinterpret_cast<uint64_t>(handler));
    call(rax);
    add(rsp, 8);
    ret();
  }
};

template <class F>
const void* address(F* f) {
  return reinterpret_cast<const void*>(f);
}

}  // namespace

bool X64Backend::make_thunks() {
  constexpr size_t kSize = 2048;
  uint8_t buffer[kSize];
  Thunks t(buffer, kSize);
  uint8_t* at = memory_->allocate(kSize);
  if (!at) return false;
  enter_loop_ = reinterpret_cast<Enter>(at + t.getSize());
  loop_return_ = reinterpret_cast<uint64_t>(at) + t.enter(true);
  enter_function_ = reinterpret_cast<Enter>(at + t.getSize());
  function_return_ = reinterpret_cast<uint64_t>(at) + t.enter(false);
  enter_call_ = reinterpret_cast<Enter>(at + t.getSize());
  t.enter(false);
  auto begin = [&](x64::Thunk thunk) { thunks_[static_cast<int>(thunk)] = at + t.getSize(); };
  begin(x64::Thunk::Exit);
  t.exit(this, address(&on_native_exit));
  begin(x64::Thunk::MakeInt);
  t.keep_registers(this, address(&on_make_int), true);
  begin(x64::Thunk::Remember);
  t.keep_registers(this, address(&on_remember), false);
  begin(x64::Thunk::Interpret);
  t.interpret(this, address(&on_interpret));
  memory_->write(at, buffer, t.getSize());
  return Xbyak::GetError() == Xbyak::ERR_NONE;
}

}  // namespace hothouse::exec
