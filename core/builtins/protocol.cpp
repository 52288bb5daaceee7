#include "core/builtins/protocol.h"

#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/bytecode/code.h"
#include "core/objects/namespace.h"

namespace hothouse {
namespace {

constexpr ProtocolInfo kInfo[] = {
#define PROTOCOL(Name, python_function, arity, sentence) {#Name, #python_function, arity, sentence},
#include "core/builtins/protocol.def"
#undef PROTOCOL
};

struct IntrinsicRow {
  const char* text;
};
constexpr IntrinsicRow kIntrinsics[] = {
#define INTRINSIC(Name, text, sentence) {text},
#include "core/bytecode/intrinsics.def"
#undef INTRINSIC
};

}  // namespace

const ProtocolInfo& protocol_info(Protocol p) { return kInfo[static_cast<size_t>(p)]; }

Value protocol_function(Leaf& vm, Protocol p) { return vm.library().protocol(vm, p); }

Value intrinsic_function(Leaf& vm, uint8_t intrinsic) {
  Value name = vm.intern(kIntrinsics[intrinsic].text);
  return module_get(vm, vm.library().internal_module, name);
}

}  // namespace hothouse
