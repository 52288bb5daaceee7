#include "core/bytecode/self_attributes.h"

#include <algorithm>

namespace hothouse {

void add_self_attributes(const CodeBody& code, std::vector<Value>& names) {
  if (code.positional_count == 0) return;
  for (size_t pc = 0; pc < code.words.size(); pc += 1 + op_info(code.insn_at(pc).op).cache_words) {
    const Insn insn = code.insn_at(pc);
    if (insn.op != Op::StoreAttr || insn.a != 0) continue;
    Value name = code.names[insn.b];
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
}

}  // namespace hothouse
