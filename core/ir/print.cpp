#include "core/ir/print.h"

#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/ir/helpers.h"
#include "core/ir/operands.h"

namespace hothouse::ir {
namespace {

std::string hex(uint64_t bits) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "0x%" PRIx64, bits);
  return buffer;
}

double double_of(uint64_t bits) {
  double d;
  std::memcpy(&d, &bits, 8);
  return d;
}

std::string print_double(uint64_t bits) {
  double d = double_of(bits);
  if (std::isnan(d)) return "f:" + hex(bits);
  if (std::isinf(d)) return d < 0 ? "-inff" : "inff";
  return shortest_double(d) + "f";
}

std::string print_object(uint64_t bits, const PrintOptions& options) {
  std::string name = options.name_ref ? options.name_ref(bits) : "";
  return name.empty() ? hex(bits) : "\"" + name + "\"";
}

std::string print_value(uint64_t bits, const PrintOptions& options) {
  hothouse::Value v = hothouse::Value::from_bits(bits);
  static const char* const kSpecials[] = {"undefined",      "None",     "False",  "True",
                                          "NotImplemented", "Ellipsis", "raised", "exhausted"};
  if (v.is_special() && (bits & 0xffffffffffff) < 8) return kSpecials[bits & 7];
  if (v.is_int()) return "v:" + std::to_string(v.as_int());
  if (v.is_double()) {
    double d = v.as_double();
    uint64_t raw;
    std::memcpy(&raw, &d, 8);
    if (!std::isnan(d)) return "v:" + print_double(raw);
    return "v:" + hex(bits);
  }
  if (v.is_object() && options.name_ref) {
    std::string name = options.name_ref(bits);
    if (!name.empty()) return "v:@\"" + name + "\"";
  }
  return "v:" + hex(bits);
}

std::string print_constant(const Constant& c, const PrintOptions& options) {
  switch (c.type) {
    case Type::I64:
      return std::to_string(static_cast<int64_t>(c.bits));
    case Type::F64:
      return print_double(c.bits);
    case Type::Bool:
      return c.bits ? "true" : "false";
    case Type::Ref:
      return "@" + print_object(c.bits, options);
    case Type::Value:
      return print_value(c.bits, options);
    default:
      return "?" + hex(c.bits);
  }
}

std::string print_map(MapId map, const PrintOptions& options) {
  if (const char* name = fixed_map_name(map)) return name;
  std::string text = std::to_string(map);
  if (options.name_map) {
    std::string name = options.name_map(map);
    if (!name.empty()) text += " \"" + name + "\"";
  }
  return text;
}

/// The immediate operand, with the separator in front, or "".
std::string print_imm(Op op, uint32_t imm, uint16_t aux, const PrintOptions& options) {
  const char* kind = info(op).imm;
  auto is = [kind](const char* k) { return std::strcmp(kind, k) == 0; };
  if (is("slot")) return "#" + std::to_string(static_cast<int32_t>(imm));
  if (is("map")) return "map " + print_map(imm, options);
  if (is("field")) {
    return imm < static_cast<uint32_t>(Field::kCount) ? std::string(".") + field_info(imm).name
                                                      : ".?" + std::to_string(imm);
  }
  if (is("bytes")) return std::to_string(imm) + " bytes";
  if (is("unit")) return "unit " + std::to_string(imm);
  if (is("index")) return "[" + std::to_string(imm) + "]";
  if (is("alloc")) return "a" + std::to_string(imm);
  if (is("offset")) {
    auto offset = static_cast<int32_t>(imm);
    return (offset < 0 ? "" : "+") + std::to_string(offset) + " " +
           raw_type_name(static_cast<RawType>(aux));
  }
  if (is("signature")) {
    return "signature " + std::to_string(imm) + (aux & kNativeCallsBack ? " calling" : "") +
           (aux & kNativeQuiet ? " quiet" : "");
  }
  if (is("range")) return imm ? "r" + std::to_string(imm) : "";
  if (is("special")) return "special " + std::to_string(imm);
  return "";
}

void add_item(std::string& list, const std::string& item) {
  if (item.empty()) return;
  list += list.empty() ? "" : ", ";
  list += item;
}

}  // namespace

const char* type_name(Type type) {
  static const char* const kNames[] = {"void", "i64",   "f64",   "ref",
                                       "bool", "value", "v4f64", "v4i64"};
  return kNames[static_cast<int>(type)];
}

const char* raw_type_name(RawType type) {
  static const char* const kNames[] = {"i8", "u8", "i16", "u16", "i32", "u32", "i64", "f32", "f64"};
  return static_cast<int>(type) < 9 ? kNames[static_cast<int>(type)] : "?";
}

const char* kind_name(Kind kind) {
  static const char* const kNames[] = {
#define KIND(name, type_name, sentence) #name,
#include "core/objects/kinds.def"
#undef KIND
  };
  return kind < Kind::kCount ? kNames[static_cast<int>(kind)] : "?";
}

const char* fixed_map_name(MapId map) {
  // Maps beyond this list (added to object.h lately) print as numbers.
  static const char* const kFurther[] = {"ListF64",
                                         "ListI64",
                                         "ListBool",
                                         "Int",
                                         "Float",
                                         "Bool",
                                         "None",
                                         "NotImplemented",
                                         "Ellipsis",
                                         "MethodDescriptor",
                                         "GetSetDescriptor",
                                         "DictValues",
                                         "DictItems",
                                         "DictValueIter",
                                         "DictItemIter",
                                         "DictReverseKeyIter",
                                         "DictReverseValueIter",
                                         "DictReverseItemIter",
                                         "ListReverseIter",
                                         "LongRangeIter",
                                         "BytesIter",
                                         "ByteArrayIter",
                                         "Reversed",
                                         "MappingProxy"};
  static_assert(kMapListF64 + 8 == kMapEllipsis && kMapListF64 + 23 == kMapMappingProxy,
                "kFurther follows the order of FixedMap");
  if (map < kMapListF64) return kind_name(static_cast<Kind>(map));
  return map - kMapListF64 < sizeof kFurther / sizeof *kFurther ? kFurther[map - kMapListF64]
                                                                : nullptr;
}

std::string shortest_double(double d) {
  char buffer[40];
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, d);
    if (std::strtod(buffer, nullptr) == d) break;
  }
  std::string text = buffer;
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::string print_ref(const Trace& trace, Ref ref, const PrintOptions& options) {
  if (ref.is_none()) return "%none";
  if (ref.is_op()) return "%" + std::to_string(ref.index);
  if (ref.constant_index() >= trace.constants.size())
    return "?constant" + std::to_string(ref.constant_index());
  return print_constant(trace.constant(ref), options);
}

std::string print_op(const Trace& trace, uint32_t index, const PrintOptions& options) {
  const Ins& ins = trace.ops[index];
  const OpInfo& row = info(ins.op);
  std::string text;
  if (ins.type != Type::Void) {
    text = "%" + std::to_string(index);
    if (row.result == '*' || row.result == '=' || row.result == '@')
      text += std::string(":") + type_name(ins.type);
    text += " = ";
  }
  text += row.text;
  std::string items;
  bool is_call = row.flags & Call;
  if (is_call) {
    if (ins.op == Op::Call) {
      text += ins.imm < helper_count() ? std::string(" ") + helper_info(ins.imm).name
                                       : " ?" + std::to_string(ins.imm);
    } else {
      text += " " + print_imm(ins.op, ins.imm, ins.aux, options);
    }
    for (uint32_t i = 0; i < ins.b.index && ins.a.index + i < trace.args.size(); ++i)
      add_item(items, print_ref(trace, trace.args[ins.a.index + i], options));
    text += "(" + items + ")";
  } else {
    int count = fixed_operand_count(ins.op);
    if (count > 0) add_item(items, print_ref(trace, ins.a, options));
    if (count > 1) add_item(items, print_ref(trace, ins.b, options));
    if (count > 2) add_item(items, print_ref(trace, ins.c, options));
    add_item(items, print_imm(ins.op, ins.imm, ins.aux, options));
    if (!items.empty()) text += " " + items;
  }
  if (ins.aux && std::strcmp(row.imm, "offset") != 0) text += " aux " + std::to_string(ins.aux);
  if (ins.snapshot != 0xffffffffu) text += " !s" + std::to_string(ins.snapshot);
  if (ins.flags & kSunk) text += " !sunk";
  // Of the others one sees it: the body has their values.
  if ((ins.flags & kHoisted) && has_flag(ins, Guard)) text += " !hoisted";
  if (options.origins && ins.origin < trace.origins.size()) {
    const Origin& o = trace.origins[ins.origin];
    text += "  ; line " + std::to_string(o.line) + " code " + std::to_string(o.code_id) + " pc " +
            std::to_string(o.pc);
    if (o.depth) text += " depth " + std::to_string(o.depth);
  }
  return text;
}

std::string print_pending(const Trace& trace, const PendingStore& store,
                          const PrintOptions& options) {
  std::string items;
  add_item(items, print_ref(trace, store.a, options));
  add_item(items, print_ref(trace, store.b, options));
  if (fixed_operand_count(store.op) == 3) add_item(items, print_ref(trace, store.c, options));
  add_item(items, print_imm(store.op, store.imm, 0, options));
  return std::string(info(store.op).text) + " " + items;
}

std::string print_snapshot(const Trace& trace, uint32_t index, const PrintOptions& options) {
  const Snapshot& s = trace.snapshots[index];
  static const char* const kResume[] = {"retry", "after", "raise"};
  std::string text = "s" + std::to_string(index) + ": " + kResume[static_cast<int>(s.resume)] +
                     " code " + std::to_string(s.code_id) + " pc " + std::to_string(s.pc) +
                     " base " + std::to_string(s.base) + " depth " + std::to_string(s.depth) + " {";
  std::string items;
  for (const SnapshotEntry& e : s.entries)
    add_item(items, std::to_string(e.slot) + ": " + print_ref(trace, e.value, options));
  text += items + "}";
  if (!s.pending.empty()) {
    items.clear();
    for (const PendingStore& p : s.pending) {
      items += items.empty() ? "" : "; ";
      items += print_pending(trace, p, options);
    }
    text += " pending {" + items + "}";
  }
  return text;
}

std::string print(const Trace& trace, const PrintOptions& options) {
  static const char* const kKinds[] = {"loop", "bridge", "function", "kernel"};
  std::string text = std::string("trace ") + kKinds[static_cast<int>(trace.kind)] + " \"" +
                     trace.name + "\" unit " + std::to_string(trace.unit) + " code " +
                     std::to_string(trace.code_id) + " pc " + std::to_string(trace.pc) + "\n";
  if (trace.kind == TraceKind::Bridge) {
    text += "parent unit " + std::to_string(trace.parent_unit) + " exit " +
            std::to_string(trace.parent_exit) + "\n";
  }
  if (!trace.inherit_types.empty()) {
    text += "inherits";
    for (Type t : trace.inherit_types) text += std::string(" ") + type_name(t);
    text += "\n";
  }
  for (size_t i = 0; i < trace.allocs.size(); ++i) {
    const AllocDesc& a = trace.allocs[i];
    text += "alloc a" + std::to_string(i) + " map " + print_map(a.map, options) + " kind " +
            kind_name(a.kind) + " aux " + std::to_string(a.aux) + " bytes " +
            std::to_string(a.bytes) + "\n";
  }
  for (size_t i = 0; i < trace.ranges.size(); ++i) {
    text += "range r" + std::to_string(i + 1) + " " + std::to_string(trace.ranges[i].lo) + " " +
            std::to_string(trace.ranges[i].hi) + "\n";
  }
  for (uint32_t i = 0; i < trace.ops.size(); ++i) text += print_op(trace, i, options) + "\n";
  for (uint32_t i = 0; i < trace.snapshots.size(); ++i)
    text += print_snapshot(trace, i, options) + "\n";
  if (!trace.body_params.empty()) {
    std::string items;
    for (Ref r : trace.body_params) add_item(items, print_ref(trace, r, options));
    text += "params " + items + "\n";
  }
  return text;
}

}  // namespace hothouse::ir
