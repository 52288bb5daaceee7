// The instruction table as data, and the list of all code of a heap.
//
// Neighbours: code.h (declarations), instructions.def (the rows), heap.h (roots).
// Invariant: the list dies with the heap, because the heap's root callback owns it: a second VM
// in the same process never sees the first one's values.
#include "core/bytecode/code.h"

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

  void visit(RootVisitor& visitor) {
    for (CodeBody* body : bodies) {
      for (auto* row : {&body->constants, &body->names, &body->local_names, &body->free_names,
                        &body->cell_names}) {
        for (Value& value : *row) visitor.visit(value);
      }
      visitor.visit(body->name);
      visitor.visit(body->qualname);
      visitor.visit(body->filename);
      visitor.visit(body->doc);
    }
  }

  std::vector<CodeBody*> bodies;

 private:
  const Heap* heap_;
};

CodeList& list_of(Heap& heap) {
  auto found = lists().find(&heap);
  if (found != lists().end()) return *found->second;
  auto list = std::make_shared<CodeList>(&heap);
  heap.add_roots([list](RootVisitor& visitor) { list->visit(visitor); });
  return *list;
}

}  // namespace

void register_code(Leaf& vm, CodeBody* body) {
  CodeList& list = list_of(vm.heap());
  body->id = static_cast<uint32_t>(list.bodies.size());
  list.bodies.push_back(body);
}

const std::vector<CodeBody*>& all_code(Heap& heap) { return list_of(heap).bodies; }

}  // namespace hothouse
