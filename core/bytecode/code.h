// CodeBody: a compiled function body, module or class body, and the instruction word.
//
// Neighbours: instructions.def (the table), compiler.h (who makes it), core/ops (what the
// instructions mean), core/vm/frame.h (the registers it runs in).
// Invariant: `words` never moves once the body runs (traces and frames hold positions in it);
// only quickening and inline caches change it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/objects/value.h"

namespace hothouse {

class Heap;
class Leaf;
class Liveness;

enum class Op : uint8_t {
#define INSN(Name, text, operands, cache_words, sentence) Name,
#include "core/bytecode/instructions.def"
#undef INSN
  kCount
};

/// One 64-bit instruction word.
struct Insn {
  Op op;
  uint8_t x;
  uint16_t a, b, c;

  int16_t imm_c() const { return static_cast<int16_t>(c); }
  int16_t imm_b() const { return static_cast<int16_t>(b); }
  /// The 32-bit immediate or jump in b (low half) and c (high half).
  int32_t wide() const { return static_cast<int32_t>(uint32_t{b} | uint32_t{c} << 16); }
  void set_wide(int32_t v) {
    b = static_cast<uint16_t>(static_cast<uint32_t>(v));
    c = static_cast<uint16_t>(static_cast<uint32_t>(v) >> 16);
  }
};
static_assert(sizeof(Insn) == 8);

/// A word of code: an instruction, or a word of the inline cache of the one before.
union Word {
  Insn insn;
  uint64_t cache;
};
static_assert(sizeof(Word) == 8);

struct OpInfo {
  const char* name;      // enumerator
  const char* text;      // as the disassembler prints it
  const char* operands;  // letters for x, a, b, c
  uint8_t cache_words;
  const char* sentence;
};
extern const OpInfo kOpInfo[static_cast<int>(Op::kCount)];
inline const OpInfo& op_info(Op op) { return kOpInfo[static_cast<int>(op)]; }

enum class Intrinsic : uint8_t {
#define INTRINSIC(Name, text, sentence) Name,
#include "core/bytecode/intrinsics.def"
#undef INTRINSIC
  kCount
};

/// Where in the source an instruction comes from: lines from 1, columns from 0 in UTF-8 bytes,
/// as CPython 3.11's co_positions(); end_col < 0 where there is none.
struct Position {
  int32_t line, end_line, col, end_col;
};

/// Exceptions raised at positions start <= pc < end continue at `handler`, the exception in
/// register `exc_reg`. Inner ranges come first.
struct HandlerRange {
  uint32_t start, end, handler;
  uint16_t exc_reg;
};

enum CodeFlags : uint32_t {
  kCodeVarArgs = 1,      // *args
  kCodeVarKeywords = 2,  // **kwargs
  kCodeGenerator = 4,
  kCodeModule = 8,
  kCodeClassBody = 16,  // names live in the namespace in the frame's `extra` slot
  kCodeInternal = 32,   // of the VM's own library: left out of tracebacks
  kCodeNested = 64,
  kCodeComprehension = 128,
  kCodeCoroutine = 512,           // an async function: calling it gives a coroutine
  kCodeAsyncGenerator = 1024,     // an async function with yield
  kCodeIterableCoroutine = 2048,  // a generator that `await` draws from: @types.coroutine
  kCodeClosing = 4096,  // a generator of the program's with a `yield` in a try or with statement
  kCodeInC = 8192,      // internal, for a function that CPython has in C: errors of calls say so
  kCodeShowsVariables = 16384,  // a module's or a text's: see Leaf::keep_variables()
  kCodeSeesLocals = 256,        // names locals(), eval() or the like: all its variables may be read
};

/// What instrument() has replaced (instrument.h).
struct Instruments {
  std::vector<Op> originals;   // one a word
  std::vector<uint8_t> spots;  // bits of Spot, one a word
};

/// The line of a statement that has no instruction of its own (`try:`, a jump out of a loop that is
/// part of a condition): passed in front of the word `pc`, if that is a loop's header only when the
/// loop is entered, or when the jump there is taken.
struct PassedLine {
  enum When : uint32_t { kInFront, kEntered, kTaken };
  uint32_t pc;
  int32_t line;
  When when;
};

struct CodeBody {
  std::vector<Word> words;
  std::vector<Position> positions;  // one a word
  std::vector<PassedLine> passed_lines;
  std::vector<HandlerRange> handlers;
  std::vector<Value> constants;    // roots of the collector; nested code as Code objects
  std::vector<Value> names;        // interned Strs
  std::vector<Value> local_names;  // of registers 0 .. local_names.size()-1 (parameters first)
  std::vector<Value> free_names;   // in the order of the closure tuple
  std::vector<Value> cell_names;   // locals that are cells (for introspection)

  // Parameters are registers 0 .. in this order: positional, keyword-only, *args, **kwargs.
  uint16_t positional_count = 0;  // positional-only ones included
  uint16_t positional_only_count = 0;
  uint16_t keyword_only_count = 0;
  uint16_t register_count = 0;  // locals and temporaries, call windows included
  uint32_t flags = 0;
  int32_t first_line = 0;

  Value name, qualname, filename, doc;        // Strs; doc may be None
  Value copied_from = Value::undefined();     // the Code of which this is one for other globals
  std::shared_ptr<const std::string> source;  // whole file, for tracebacks

  // Kept by the engine.
  uint32_t id = 0;          // in order of creation
  int64_t call_heat = 0;    // calls so far; beyond all thresholds once there is an entry
  uint32_t entry_unit = 0;  // compiled unit that starts at the function's entry, 0: none
  std::shared_ptr<const Liveness> liveness;  // liveness_of()
  bool is_called = false;    // traces call its unit (recursion, loops): they don't inline it
  bool is_recorded = false;  // is in traces, which forget what is in registers that are dead
  std::shared_ptr<const Instruments> instruments;  // while functions are traced

  /// The instruction at a word, the original one where it is instrumented.
  Insn insn_at(size_t pc) const {
    Insn insn = words[pc].insn;
    if (insn.op == Op::Instrumented) insn.op = instruments->originals[pc];
    return insn;
  }
  /// Parameters in all, *args and **kwargs included.
  uint32_t parameter_count() const {
    return positional_count + keyword_only_count + ((flags & kCodeVarArgs) ? 1u : 0u) +
           ((flags & kCodeVarKeywords) ? 1u : 0u);
  }
  /// True if exactly positional_count positional arguments fill the registers as they stand.
  bool simple_parameters() const {
    return keyword_only_count == 0 && !(flags & (kCodeVarArgs | kCodeVarKeywords));
  }
};

/// The handler of the instruction before `pc`, or null.
const HandlerRange* find_handler(const CodeBody* body, uint32_t pc);

/// Takes a finished body into the heap's list of code, which owns it from then on: gives it its id.
/// Bodies live as long as the heap; the VM visits their values as roots.
void register_code(Leaf& vm, CodeBody* body);
/// All bodies of a heap, in order of their ids (from 0).
const std::vector<CodeBody*>& all_code(Heap& heap);

}  // namespace hothouse
