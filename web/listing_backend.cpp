#include "web/listing_backend.h"

#include "core/engine/unit_events.h"
#include "native/x64/listing.h"

namespace hothouse::web {

namespace {

constexpr uint32_t kRegisters = 13;  // general registers that the x86-64 allocator may use

std::string hex_of(const std::vector<uint8_t>& bytes) {
  static const char kDigits[] = "0123456789abcdef";
  std::string text;
  for (uint8_t b : bytes) {
    text += kDigits[b >> 4];
    text += kDigits[b & 15];
  }
  return text;
}

}  // namespace

void Listing::add(const ir::Trace& trace, int registers) {
  if (!events_.on()) return;
  std::string reason;
  if (!x64::supports(trace, reason)) return;
  x64::CompileRequest request;
  request.options.registers = registers;
  request.options.assignments = true;
  request.find_unit = [this](backend::UnitId id) -> const x64::CompiledUnit* {
    auto found = units_.find(id);
    return found == units_.end() ? nullptr : found->second.get();
  };
  auto unit = std::make_unique<x64::CompiledUnit>(x64::compile(trace, request));
  if (!unit->ok) return;
  backend::CompileResult result;
  result.spills = unit->spilled_values;
  result.assignments = unit->assignments;
  emit_intervals(events_, trace, result,
                 registers > 0 ? static_cast<uint32_t>(registers) : kRegisters);
  event::Machine e;
  e.unit = trace.unit;
  e.backend = "listing";
  e.bytes = unit->code.size();
  for (const x64::ListedInstruction& line : x64::list(*unit)) {
    event::MachineIns in;
    in.offset = line.offset;
    in.bytes = hex_of(line.bytes);
    in.text = line.note.empty() ? line.text : line.text + "  ; " + line.note;
    in.op = line.op == 0xffffffffu ? -1 : static_cast<int64_t>(line.op);
    e.instructions.push_back(std::move(in));
  }
  events_.emit(e);
  units_[trace.unit] = std::move(unit);
}

backend::CompileResult ListingBackend::compile(const ir::Trace& trace,
                                               const backend::CompileOptions& options) {
  backend::CompileResult result = runs_->compile(trace, options);
  if (result.ok) listing_.add(trace, options.registers);
  return result;
}

}  // namespace hothouse::web
