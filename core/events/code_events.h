// Events about code: each code object that other events name is told once, and its source before.
#pragma once

#include <string>
#include <unordered_set>

#include "core/bytecode/code.h"
#include "core/events/events.h"
#include "core/vm/context.h"

namespace hothouse {

class CodeEvents {
 public:
  CodeEvents(Leaf& vm, EventStream& events) : vm_(vm), events_(events) {}

  /// Emits `source` and `code` for this body unless that was done before. To be called before
  /// the first event that names it: when a recording starts there, and when one enters it.
  void announce(const CodeBody& body);

 private:
  Leaf& vm_;
  EventStream& events_;
  std::unordered_set<uint32_t> codes_;
  std::unordered_set<std::string> files_;
};

}  // namespace hothouse
