#include "web/wasm_encoder.h"

#include <cstring>

namespace hothouse::web {

namespace {

void append(std::vector<uint8_t>& out, const std::vector<uint8_t>& bytes) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}

void append_name(std::vector<uint8_t>& out, std::string_view name) {
  append_unsigned(out, name.size());
  out.insert(out.end(), name.begin(), name.end());
}

void append_section(std::vector<uint8_t>& out, uint8_t id, const std::vector<uint8_t>& content) {
  out.push_back(id);
  append_unsigned(out, content.size());
  append(out, content);
}

WasmType type_of_letter(char letter) {
  return letter == 'i' ? WasmType::I32 : letter == 'l' ? WasmType::I64 : WasmType::F64;
}

uint32_t log2_of(uint32_t bytes) { return bytes == 8 ? 3 : bytes == 4 ? 2 : bytes == 2 ? 1 : 0; }

}  // namespace

void append_unsigned(std::vector<uint8_t>& out, uint64_t n) {
  for (;;) {
    auto byte = static_cast<uint8_t>(n & 0x7f);
    n >>= 7;
    if (n == 0) return out.push_back(byte);
    out.push_back(byte | 0x80);
  }
}

void append_signed(std::vector<uint8_t>& out, int64_t n) {
  for (;;) {
    auto byte = static_cast<uint8_t>(n & 0x7f);
    n >>= 7;
    bool is_last = (n == 0 && !(byte & 0x40)) || (n == -1 && (byte & 0x40));
    if (is_last) return out.push_back(byte);
    out.push_back(byte | 0x80);
  }
}

void WasmCode::op(Wasm w) {
  last_set_ = static_cast<size_t>(-1);
  bytes_.push_back(static_cast<uint8_t>(w));
}

void WasmCode::i32(int32_t n) {
  op(Wasm::I32Const);
  append_signed(bytes_, n);
}

void WasmCode::i64(int64_t n) {
  op(Wasm::I64Const);
  append_signed(bytes_, n);
}

void WasmCode::f64(double d) {
  op(Wasm::F64Const);
  uint8_t bits[8];
  std::memcpy(bits, &d, 8);
  bytes_.insert(bytes_.end(), bits, bits + 8);
}

void WasmCode::get(uint32_t local) {
  if (last_set_ != static_cast<size_t>(-1) && last_set_local_ == local) {
    bytes_[last_set_] = static_cast<uint8_t>(Wasm::LocalTee);
    last_set_ = static_cast<size_t>(-1);
    return;
  }
  op(Wasm::LocalGet);
  append_unsigned(bytes_, local);
}

void WasmCode::set(uint32_t local) {
  size_t at = bytes_.size();
  op(Wasm::LocalSet);
  append_unsigned(bytes_, local);
  last_set_ = at;
  last_set_local_ = local;
}

void WasmCode::tee(uint32_t local) {
  op(Wasm::LocalTee);
  append_unsigned(bytes_, local);
}

void WasmCode::memory(Wasm w, uint32_t offset, uint32_t bytes) {
  op(w);
  append_unsigned(bytes_, log2_of(bytes));
  append_unsigned(bytes_, offset);
}

void WasmCode::branch(Wasm w, uint32_t depth) {
  op(w);
  append_unsigned(bytes_, depth);
}

void WasmCode::open(Wasm w) {
  op(w);
  height_++;
  bytes_.push_back(0x40);
}

void WasmCode::open(Wasm w, WasmType result) {
  op(w);
  height_++;
  bytes_.push_back(static_cast<uint8_t>(result));
}

void WasmCode::close() {
  op(Wasm::End);
  height_--;
}

void WasmCode::call_indirect(uint32_t type) {
  op(Wasm::CallIndirect);
  append_unsigned(bytes_, type);
  bytes_.push_back(0);
}

void WasmCode::truncate_saturating() {
  last_set_ = static_cast<size_t>(-1);
  bytes_.push_back(0xfc);
  bytes_.push_back(6);
}

uint32_t WasmModule::type(std::string_view operands, std::string_view result) {
  std::string row = std::string(operands) + ":" + std::string(result);
  for (uint32_t i = 0; i < types_.size(); i++) {
    if (types_[i] == row) return i;
  }
  types_.push_back(row);
  return static_cast<uint32_t>(types_.size() - 1);
}

std::vector<uint8_t> WasmModule::finish(uint32_t function_type, const Locals& locals,
                                        const WasmCode& code) const {
  std::vector<uint8_t> out = {0, 'a', 's', 'm', 1, 0, 0, 0};

  std::vector<uint8_t> section;
  append_unsigned(section, types_.size());
  for (const std::string& row : types_) {
    size_t colon = row.find(':');
    section.push_back(0x60);
    append_unsigned(section, colon);
    for (size_t i = 0; i < colon; i++) {
      section.push_back(static_cast<uint8_t>(type_of_letter(row[i])));
    }
    append_unsigned(section, row.size() - colon - 1);
    for (size_t i = colon + 1; i < row.size(); i++) {
      section.push_back(static_cast<uint8_t>(type_of_letter(row[i])));
    }
  }
  append_section(out, 1, section);

  section.clear();
  append_unsigned(section, uses_table_ ? 2 : 1);
  append_name(section, "e");
  append_name(section, "m");
  append(section, {0x02, 0x00, 0x00});  // a memory, no maximum, at least 0 pages
  if (uses_table_) {
    append_name(section, "e");
    append_name(section, "t");
    append(section, {0x01, 0x70, 0x00, 0x00});  // a table of functions, at least 0
  }
  append_section(out, 2, section);

  section = {1};
  append_unsigned(section, function_type);
  append_section(out, 3, section);

  section = {1};
  append_name(section, "f");
  append(section, {0x00, 0x00});
  append_section(out, 7, section);

  std::vector<uint8_t> body;
  std::vector<uint8_t> groups;
  uint32_t count = 0;
  for (const LocalRun& run : locals) {
    if (run.count == 0) continue;
    append_unsigned(groups, run.count);
    groups.push_back(static_cast<uint8_t>(run.type));
    count++;
  }
  append_unsigned(body, count);
  append(body, groups);
  append(body, code.bytes());
  body.push_back(static_cast<uint8_t>(Wasm::End));
  section = {1};
  append_unsigned(section, body.size());
  append(section, body);
  append_section(out, 10, section);
  return out;
}

}  // namespace hothouse::web
