// A heap without a VM around it, and functions that compile a text there.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/bytecode/compiler.h"
#include "core/bytecode/disassembler.h"
#include "core/objects/map.h"
#include "core/objects/types.h"
#include "core/syntax/parser.h"
#include "core/vm/context.h"

namespace hothouse {

/// Enough of a VM to make constants.
class CompileWorld : public Leaf {
 public:
  CompileWorld() {
    own_heap_ = std::make_unique<Heap>(nursery_, HeapOptions{});
    heap_ = own_heap_.get();
    maps_ = &own_maps_;
    types_ = &own_types_;
    pending_ = &pending_exception_;
    handled_ = &handled_exception_;
    own_types_.initialize(*this);
  }

  /// The root body of a text; null if it has an error, which is then in `error`.
  CodeBody* compile(std::string_view text, CompileMode mode = CompileMode::Module) {
    syntax::Arena arena;
    auto source = std::make_shared<const std::string>(text);
    syntax::ParseMode parse_mode =
        mode == CompileMode::Prompt ? syntax::ParseMode::Single : syntax::ParseMode::Exec;
    syntax::Module* tree = syntax::analyze(*source, arena, error, parse_mode);
    if (tree == nullptr) return nullptr;
    CompileResult result = compile_module(*this, *tree, "test.py", source, mode);
    if (!result.ok()) {
      error = result.error;
      return nullptr;
    }
    return result.code.as<Code>()->body.get();
  }

  syntax::SyntaxError error;

 private:
  NurseryState nursery_;
  std::unique_ptr<Heap> own_heap_;
  MapTable own_maps_;
  TypeTable own_types_;
  Value pending_exception_, handled_exception_ = Value::none();
};

/// The body with that qualified name, below `root`; null if there is none.
inline CodeBody* find_body(CodeBody* root, std::string_view qualname) {
  if (plain_text(root->qualname) == qualname) return root;
  for (Value constant : root->constants) {
    if (!constant.is_object() || !constant.as_object()->is(Kind::Code)) continue;
    if (CodeBody* found = find_body(constant.as<Code>()->body.get(), qualname)) return found;
  }
  return nullptr;
}

}  // namespace hothouse
