#include "native/x64/listing.h"

#include <cstdio>

#include "core/ir/helpers.h"
#include "native/x64/zydis.h"

namespace hothouse::x64 {

namespace {

std::string hex(uint64_t x) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(x));
  return text;
}

std::string describe(const PoolWord& word) {
  switch (word.kind) {
    case PoolWord::Kind::Bits: {
      Value v = Value::from_bits(word.bits);
      if (v.is_special()) return "special " + std::to_string(word.bits & 7);
      double d = __builtin_bit_cast(double, word.bits);
      char text[40];
      std::snprintf(text, sizeof text, " = %.17g", d);
      bool is_plausible = (d > 1e-100 && d < 1e100) || (d < -1e-100 && d > -1e100);
      return hex(word.bits) + (is_plausible ? text : "");
    }
    case PoolWord::Kind::Root:
      return "object";
    case PoolWord::Kind::Helper:
      return ir::helper_info(static_cast<uint32_t>(word.bits)).name;
    case PoolWord::Kind::Thunk: {
      static const char* const kNames[] = {"exit", "make_int", "remember", "interpret"};
      return kNames[word.bits];
    }
    case PoolWord::Kind::Valid:
      return "valid";
    case PoolWord::Kind::Entry:
      return "entry of unit " + std::to_string(word.bits);
    case PoolWord::Kind::Body:
      return "body of unit " + std::to_string(word.bits);
    case PoolWord::Kind::Function:
      return "function of code " + std::to_string(word.bits);
  }
  return "";
}

uint32_t owner_of(const CompiledUnit& unit, uint32_t offset) {
  uint32_t op = 0xffffffffu;
  for (const OwnerRange& r : unit.owners) {
    if (r.from > offset) break;
    op = r.op;
  }
  return op;
}

}  // namespace

std::vector<ListedInstruction> list(const CompiledUnit& unit, uint32_t from, uint32_t to) {
  std::vector<ListedInstruction> out;
  const Zydis& z = zydis();
  ZydisDecoder decoder;
  z.decoder_init(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  ZydisFormatter formatter;
  z.formatter_init(&formatter, ZYDIS_FORMATTER_STYLE_INTEL);
  // 0x1f rather than 0x000000000000001F, and -1 rather than 0xFFFFFFFFFFFFFFFF.
  for (ZydisFormatterProperty padding :
       {ZYDIS_FORMATTER_PROP_ADDR_PADDING_ABSOLUTE, ZYDIS_FORMATTER_PROP_ADDR_PADDING_RELATIVE,
        ZYDIS_FORMATTER_PROP_DISP_PADDING, ZYDIS_FORMATTER_PROP_IMM_PADDING}) {
    z.set_property(&formatter, padding, ZYDIS_PADDING_DISABLED);
  }
  z.set_property(&formatter, ZYDIS_FORMATTER_PROP_HEX_UPPERCASE, ZYAN_FALSE);
  z.set_property(&formatter, ZYDIS_FORMATTER_PROP_IMM_SIGNEDNESS, ZYDIS_SIGNEDNESS_SIGNED);
  auto size = static_cast<uint32_t>(unit.code.size());
  if (to > size) to = size;
  for (uint32_t offset = from; offset < to;) {
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    ListedInstruction line;
    line.offset = offset;
    line.op = owner_of(unit, offset);
    uint32_t length = 1;
    if (ZYAN_SUCCESS(
            z.decode(&decoder, unit.code.data() + offset, size - offset, &instruction, operands))) {
      char text[128];
      z.format(&formatter, &instruction, operands, instruction.operand_count_visible, text,
               sizeof text, offset, nullptr);
      line.text = text;
      length = instruction.length;
      for (const Exit& e : unit.exits) {
        if (e.stub == offset) line.note = "s" + std::to_string(e.snapshot);
      }
      for (int i = 0; i < instruction.operand_count_visible; i++) {
        ZyanU64 target;
        if (!ZYAN_SUCCESS(z.absolute_address(&instruction, &operands[i], offset, &target))) {
          continue;
        }
        if (operands[i].type == ZYDIS_OPERAND_TYPE_MEMORY && target >= size) {
          uint64_t word = (target - size) / 8;
          if (word < unit.pool.size()) line.note = describe(unit.pool[word]);
        }
        for (const Exit& e : unit.exits) {
          if (operands[i].type == ZYDIS_OPERAND_TYPE_IMMEDIATE && target == e.stub) {
            line.note = "exit s" + std::to_string(e.snapshot);
          }
        }
      }
    } else {
      line.text = "?";
    }
    line.bytes.assign(unit.code.begin() + offset, unit.code.begin() + offset + length);
    out.push_back(std::move(line));
    offset += length;
  }
  return out;
}

std::string listing_text(const CompiledUnit& unit) {
  std::string text;
  for (const ListedInstruction& line : list(unit)) {
    char head[40];
    std::snprintf(head, sizeof head, "%5x  ", line.offset);
    text += head;
    std::string bytes;
    for (uint8_t b : line.bytes) {
      char two[8];
      std::snprintf(two, sizeof two, "%02x", b);
      bytes += two;
    }
    bytes.resize(std::max<size_t>(bytes.size(), 22), ' ');
    text += bytes + " ";
    std::string owner = line.op == 0xffffffffu ? "" : "%" + std::to_string(line.op);
    owner.resize(std::max<size_t>(owner.size(), 6), ' ');
    text += owner + line.text;
    if (!line.note.empty()) text += "  ; " + line.note;
    text += "\n";
  }
  return text;
}

}  // namespace hothouse::x64
