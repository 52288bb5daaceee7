#include "core/engine/trace_names.h"

#include <algorithm>

#include "core/bytecode/disassembler.h"
#include "core/objects/layout.h"
#include "core/objects/map.h"
#include "core/objects/str.h"
#include "core/objects/types.h"
#include "core/vm/frame.h"

namespace hothouse {

namespace {

constexpr size_t kMaxText = 24;

/// A string's beginning, without what the text form of the IR uses for itself.
std::string short_text(Vm& vm, Value str) {
  std::string text = str_to_utf8(vm, str);
  bool is_cut = text.size() > kMaxText;
  if (is_cut) text.resize(kMaxText);
  for (char& c : text) {
    bool is_plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
    if (!is_plain) c = '.';
  }
  return "'" + text + (is_cut ? "...'" : "'");
}

std::string object_name(Vm& vm, uint64_t bits) {
  Value v = Value::from_bits(bits);
  if (bits == 0 || !v.is_object()) return "";
  Object* object = v.as_object();
  auto text = [&vm](Value name) { return name.is_object() ? str_to_utf8(vm, name) : ""; };
  switch (object->kind) {
    case Kind::Str:
      return short_text(vm, v);
    case Kind::NameCell:
      return "cell of " + text(static_cast<NameCell*>(object)->name);
    case Kind::Function:
      return text(static_cast<Function*>(object)->qualname);
    case Kind::Type:
      return "class " + type_name(static_cast<Type*>(object));
    default:
      break;
  }
  std::string type = type_name_of(vm, v);
  return type.empty() ? ir::kind_name(object->kind) : "a " + type;
}

/// "Ball {height, speed}": the class, and the attributes in the order of their slots.
std::string map_name(Vm& vm, MapId id) {
  if (id >= vm.maps().size()) return "";
  const Map* map = vm.maps().get(id);
  if (!map->type.is_object()) return "";
  std::vector<std::string> names;
  for (const Map* m = map; m != nullptr; m = m->parent) {
    if (m->name.is_object()) names.push_back(str_to_utf8(vm, m->name));
  }
  std::reverse(names.begin(), names.end());
  std::string text = type_name(map->type.as<Type>()) + " {";
  for (size_t i = 0; i < names.size(); ++i) text += (i > 0 ? ", " : "") + names[i];
  return text + "}";
}

struct FrameOfExit {
  int32_t base;  // relative to the trace's
  const CodeBody* body;
};

/// The frames that the snapshot describes, innermost first. Headers are slots like others: the
/// link leads to the caller's frame, the function to its code.
std::vector<FrameOfExit> frames_of(Vm& vm, const ir::Trace& trace, const ir::Snapshot& snapshot,
                                   uint32_t base_code) {
  const std::vector<CodeBody*>& codes = all_code(vm.heap());
  auto constant_at = [&](int32_t slot) {
    for (const ir::SnapshotEntry& entry : snapshot.entries) {
      if (entry.slot == slot && entry.value.is_constant()) {
        return Value::from_bits(trace.constant(entry.value).bits);
      }
    }
    return Value::undefined();
  };
  std::vector<FrameOfExit> frames;
  frames.push_back({snapshot.base, codes[snapshot.code_id]});
  int32_t base = snapshot.base;
  while (base > 0) {
    Value link = constant_at(base + kFrameLink);
    if (!link.is_int() || link.as_int() <= 0) break;
    base -= static_cast<int32_t>(link.as_int());
    if (base <= 0) break;
    Value function = constant_at(base + kFrameFunction);
    if (!function.is_object() || function.as_object()->kind != Kind::Function) break;
    frames.push_back({base, function.as<Function>()->body.get()});
  }
  if (snapshot.base != 0) frames.push_back({0, codes[base_code]});
  return frames;
}

/// What lies in a slot: a variable, or a word of a frame's header.
std::string slot_name(const std::vector<FrameOfExit>& frames, int32_t slot) {
  constexpr const char* kHeader[] = {"function", "return", "link", "extra"};
  for (const FrameOfExit& frame : frames) {
    int32_t index = slot - frame.base;
    if (index < kFrameFunction) continue;
    if (index < 0) return kHeader[index - kFrameFunction];
    auto local = static_cast<size_t>(index);
    return local < frame.body->local_names.size() ? plain_text(frame.body->local_names[local]) : "";
  }
  return "";
}

}  // namespace

ir::PrintOptions trace_names(Vm& vm) {
  ir::PrintOptions options;
  options.name_ref = [&vm](uint64_t bits) { return object_name(vm, bits); };
  options.name_map = [&vm](MapId id) { return map_name(vm, id); };
  return options;
}

event::ExitState describe_exit(Vm& vm, const ir::Trace& trace, uint32_t snapshot,
                               uint32_t base_code) {
  const ir::Snapshot& s = trace.snapshots[snapshot];
  constexpr const char* kResume[] = {"retry", "after", "raise"};
  const CodeBody& body = *all_code(vm.heap())[s.code_id];
  event::ExitState e{.exit = snapshot,
                     .code = s.code_id,
                     .pc = s.pc,
                     .line = s.pc < body.positions.size() ? body.positions[s.pc].line : 0,
                     .resume = kResume[static_cast<int>(s.resume)],
                     .frames = s.depth,
                     .slots = {},
                     .stores = {}};
  ir::PrintOptions names = trace_names(vm);
  std::vector<FrameOfExit> frames = frames_of(vm, trace, s, base_code);
  for (const ir::SnapshotEntry& entry : s.entries) {
    e.slots.push_back({.slot = entry.slot,
                       .name = slot_name(frames, entry.slot),
                       .from = ir::print_ref(trace, entry.value, names)});
  }
  for (const ir::PendingStore& store : s.pending) {
    e.stores.push_back(ir::print_pending(trace, store, names));
  }
  return e;
}

event::List<event::ExitState> describe_exits(Vm& vm, const ir::Trace& trace, uint32_t base_code) {
  std::vector<bool> is_taken(trace.snapshots.size(), false);
  for (const ir::Ins& ins : trace.ops) {
    if (ins.snapshot < is_taken.size()) is_taken[ins.snapshot] = true;
  }
  event::List<event::ExitState> exits;
  for (uint32_t i = 0; i < is_taken.size(); ++i) {
    if (is_taken[i]) exits.push_back(describe_exit(vm, trace, i, base_code));
  }
  return exits;
}

}  // namespace hothouse
