// Bytecode as text; see disassembler.h.
#include "core/bytecode/disassembler.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iterator>

#include "core/objects/layout.h"
#include "core/objects/repr_objects.h"
#include "core/syntax/dump_constant.h"
#include "core/syntax/source_text.h"

namespace hothouse {
namespace {

constexpr const char* kSpecialNames[] = {"undefined",      "None",     "False",  "True",
                                         "NotImplemented", "Ellipsis", "raised", "exhausted"};

constexpr const char* kIntrinsicNames[] = {
#define INTRINSIC(Name, text, sentence) text,
#include "core/bytecode/intrinsics.def"
#undef INTRINSIC
};

std::string big_int_text(const BigInt* big) {
  std::string text = big->negative() ? "-0x" : "0x";
  bool first = true;
  for (uint64_t i = big->limb_count; i-- > 0; first = false) {
    char limb[24];
    std::snprintf(limb, sizeof limb, first ? "%llx" : "%016llx",
                  static_cast<unsigned long long>(big->limbs()[i]));
    text += limb;
  }
  return text;
}

std::string pad(std::string text, size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string name_text(const std::vector<Value>& names, uint32_t index) {
  return index < names.size() ? plain_text(names[index]) : "?" + std::to_string(index);
}

}  // namespace

std::string plain_text(Value str) {
  if (!str.is_object() || !str.as_object()->is(Kind::Str)) return "?";
  const auto* s = str.as<Str>();
  if (s->is_rope()) return "...";
  std::string text;
  for (uint64_t i = 0; i < s->length; ++i) {
    char32_t c;
    if (s->width() == 1) {
      c = s->data()[i];
    } else if (s->width() == 2) {
      uint16_t unit;
      std::memcpy(&unit, s->data() + 2 * i, 2);
      c = unit;
    } else {
      uint32_t unit;
      std::memcpy(&unit, s->data() + 4 * i, 4);
      c = unit;
    }
    syntax::append_utf8(text, c);
  }
  return text;
}

std::string code_place(const CodeBody& body, const std::string& address) {
  return plain_text(body.name) + address + ", file \"" + plain_text(body.filename) + "\", line " +
         std::to_string(body.first_line);
}

std::string constant_text(Value value) {
  if (value.is_int()) return std::to_string(value.as_int());
  if (value.is_double()) return syntax::float_repr(value.as_double());
  if (value.is_special()) return kSpecialNames[value.bits() & 7];
  const Object* object = value.as_object();
  switch (object->kind) {
    case Kind::Str:
      return syntax::quoted(plain_text(value), false);
    case Kind::Bytes: {
      const auto* bytes = value.as<Bytes>();
      return syntax::quoted(
          {reinterpret_cast<const char*>(bytes->data()), static_cast<size_t>(bytes->length)}, true);
    }
    case Kind::BigInt:
      return big_int_text(value.as<BigInt>());
    case Kind::Tuple: {
      const auto* tuple = value.as<Tuple>();
      std::string text = "(";
      for (uint64_t i = 0; i < tuple->length; ++i) {
        if (i > 0) text += ", ";
        text += constant_text(tuple->data()[i]);
      }
      return text + (tuple->length == 1 ? ",)" : ")");
    }
    case Kind::Code:
      return "<code " + plain_text(value.as<Code>()->body.get()->qualname) + ">";
    default:
      return "<kind " + std::to_string(static_cast<int>(object->kind)) + ">";
  }
}

std::string register_text(const CodeBody& body, uint32_t r) {
  std::string text = "r" + std::to_string(r);
  if (r < body.local_names.size()) text += "(" + plain_text(body.local_names[r]) + ")";
  return text;
}

bool jump_target(const CodeBody& body, uint32_t pc, uint32_t* target) {
  const Insn insn = body.insn_at(pc);
  const char* operands = op_info(insn.op).operands;
  int64_t next = next_pc(body, pc);
  if (operands[2] == 'J') {
    *target = static_cast<uint32_t>(next + insn.wide());
    return true;
  }
  if (operands[3] == 'j') {
    *target = static_cast<uint32_t>(next + insn.imm_c());
    return true;
  }
  return false;
}

uint32_t operands_of(const Insn& insn, Operand (&operands)[4]) {
  const char* letters = op_info(insn.op).operands;
  const uint32_t values[] = {insn.x, insn.a, insn.b, insn.c};
  // The variant in x reads best behind the registers.
  constexpr int kOrder[] = {1, 2, 3, 0};
  uint32_t count = 0;
  for (int i : kOrder) {
    const char letter = letters[i];
    if (letter == '-') continue;
    int64_t value = values[i];
    if (letter == 'i' || letter == 'j') value = static_cast<int16_t>(value);
    if (letter == 'I' || letter == 'J') value = insn.wide();
    operands[count++] = {letter, value};
  }
  return count;
}

std::string operands_text(const CodeBody& body, uint32_t pc, const ConstantPrinter& print) {
  const Insn insn = body.insn_at(pc);
  std::string text;
  auto add = [&](const std::string& operand) {
    if (!text.empty()) text += ", ";
    text += operand;
  };
  Operand operands[4];
  const uint32_t count = operands_of(insn, operands);
  for (uint32_t i = 0; i < count; ++i) {
    const int64_t signed_value = operands[i].value;
    const auto value = static_cast<uint32_t>(signed_value);
    switch (operands[i].letter) {
      case 'd':
      case 'r':
      case 'w':
        add(register_text(body, value));
        break;
      case 'k':
        add(value >= body.constants.size() ? "?"
            : print                        ? print(body.constants[value])
                                           : constant_text(body.constants[value]));
        break;
      case 'n':
        add(name_text(body.names, value));
        break;
      case 'f':
        add("free " + name_text(body.free_names, value));
        break;
      case 'i':
      case 'I':
        add(std::to_string(signed_value));
        break;
      case 'x':
        add(value < static_cast<uint32_t>(Intrinsic::kCount) ? kIntrinsicNames[value] : "?");
        break;
      case 'u':
        if (insn.op == Op::LoadSpecial && value < 8) {
          add(kSpecialNames[value]);
        } else if (insn.op == Op::FormatValue && value != 0) {
          add(std::string("!") + static_cast<char>(value));
        } else {
          add(std::to_string(value));
        }
        break;
      default:
        break;  // jumps
    }
  }
  return text;
}

uint32_t instruction_of(const CodeBody& body, uint32_t word) {
  uint32_t pc = 0;
  while (pc < body.words.size() && next_pc(body, pc) <= word) pc = next_pc(body, pc);
  return pc;
}

std::string disassemble_instruction(const CodeBody& body, uint32_t pc,
                                    const ConstantPrinter& print) {
  const char* name = op_info(body.insn_at(pc).op).text;
  std::string operands = operands_text(body, pc, print);
  uint32_t target;
  if (jump_target(body, pc, &target)) {
    operands += (operands.empty() ? "-> " : " -> ") + std::to_string(target);
  }
  if (operands.empty()) return name;
  return pad(name, 19) + " " + operands;
}

std::string disassemble(const CodeBody& body, const ConstantPrinter& print) {
  std::string text =
      plain_text(body.qualname) + ": " + std::to_string(body.register_count) + " registers\n";
  for (uint32_t pc = 0; pc < body.words.size(); pc = next_pc(body, pc)) {
    char place[32];
    std::snprintf(place, sizeof place, "%5d %5u  ", static_cast<int>(body.positions[pc].line), pc);
    text += place + disassemble_instruction(body, pc, print) + "\n";
  }
  if (!body.handlers.empty()) text += "handlers:\n";
  for (const HandlerRange& range : body.handlers) {
    text += "  " + std::to_string(range.start) + " to " + std::to_string(range.end) + " -> " +
            std::to_string(range.handler) + ", " + register_text(body, range.exc_reg) + "\n";
  }
  return text;
}

std::string disassemble_all(const CodeBody& body, const ConstantPrinter& print) {
  std::string text = disassemble(body, print);
  for (Value constant : body.constants) {
    if (!constant.is_object() || !constant.as_object()->is(Kind::Code)) continue;
    text += "\n" + disassemble_all(*constant.as<Code>()->body.get(), print);
  }
  return text;
}

}  // namespace hothouse
