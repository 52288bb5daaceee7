// The instruction table as data, and the list of all code of a heap.
//
// Neighbours: code.h (declarations), instructions.def (the rows), interp/vm.cpp (visits the values
// of all bodies as roots). Invariant: the list dies with the heap: a second VM in the same process
// never sees the values of the first.
#include "core/bytecode/code.h"

#include "core/bytecode/instrument.h"

#include <unordered_map>

#include "core/objects/heap.h"
#include "core/vm/context.h"

namespace hothouse {

const OpInfo kOpInfo[static_cast<int>(Op::kCount)] = {
#define INSN(Name, text, operands, cache_words, sentence) \
  {#Name, text, operands, cache_words, sentence},
#include "core/bytecode/instructions.def"
#undef INSN
};

namespace {

class CodeList;
std::unordered_map<const Heap*, CodeList*>& lists() {
  static std::unordered_map<const Heap*, CodeList*> all;
  return all;
}

class CodeList {
 public:
  explicit CodeList(const Heap* heap) : heap_(heap) { lists()[heap] = this; }
  CodeList(const CodeList&) = delete;
  CodeList& operator=(const CodeList&) = delete;
  ~CodeList() {
    lists().erase(heap_);
    for (CodeBody* body : bodies) delete body;
  }

  std::vector<CodeBody*> bodies;
  bool is_instrumented = false, with_calls = false;  // and what is added is to be

 private:
  const Heap* heap_;
};

CodeList& list_of(Heap& heap) {
  auto found = lists().find(&heap);
  if (found != lists().end()) return *found->second;
  // The callback visits nothing; the heap destroys it, and with it the list, when it ends.
  auto list = std::make_shared<CodeList>(&heap);
  heap.add_roots([list](RootVisitor&) {});
  return *list;
}

}  // namespace

void register_code(Leaf& vm, CodeBody* body) {
  CodeList& list = list_of(vm.heap());
  body->id = static_cast<uint32_t>(list.bodies.size());
  list.bodies.push_back(body);
  if (body->flags & kCodeShowsVariables) vm.keep_variables();
  if (list.is_instrumented) instrument(*body, list.with_calls);
}

void instrument_all(Leaf& vm, bool on, bool with_calls) {
  CodeList& list = list_of(vm.heap());
  list.is_instrumented = on;
  list.with_calls = with_calls;
  for (CodeBody* body : list.bodies) {
    if (on) {
      instrument(*body, with_calls);
    } else {
      remove_instruments(*body);
    }
  }
}

const std::vector<CodeBody*>& all_code(Heap& heap) {
  static const std::vector<CodeBody*> kNoBodies;
  auto found = lists().find(&heap);
  return found == lists().end() ? kNoBodies : found->second->bodies;
}

const HandlerRange* find_handler(const CodeBody* body, uint32_t pc) {
  for (const HandlerRange& h : body->handlers) {
    if (h.start < pc && pc <= h.end) return &h;
  }
  return nullptr;
}

}  // namespace hothouse
