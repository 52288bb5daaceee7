// The teaching tables as JSON: what bytecode instructions, IR ops, passes and options are, in the
// words of the .def files. The site's explanations are these.
#include "web/tables.h"

#include "core/engine/options.h"
#include "core/events/aborts.h"
#include "core/events/json_writer.h"
#include "core/ir/trace.h"

namespace hothouse::web {

namespace {

struct Row {
  const char* name;
  const char* sentence;
};

const Row kInstructions[] = {
#define INSN(Name, text, operands, cache_words, sentence) {text, sentence},
#include "core/bytecode/instructions.def"
#undef INSN
};

const Row kOps[] = {
#define IROP(Name, text, result, operands, imm, flags, sentence) {text, sentence},
#include "core/ir/ops.def"
#undef IROP
};

const Row kPasses[] = {
#define PASS(name, sentence) {#name, sentence},
#include "core/opt/passes.def"
};

template <size_t n>
void write(JsonWriter& json, const char* key, const Row (&rows)[n]) {
  json.key(key);
  json.begin_object();
  for (const Row& row : rows) json.member(row.name, row.sentence);
  json.end_object();
}

}  // namespace

std::string teaching_tables() {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  write(json, "instructions", kInstructions);
  write(json, "ops", kOps);
  write(json, "passes", kPasses);
  json.key("options");
  json.begin_array();
  for (size_t i = 0; i < kJitOptionCount; i++) {
    const JitOptionInfo& option = kJitOptions[i];
    json.begin_object();
    json.member("name", option.name);
    json.member("standard", option.standard);
    json.member("values", option.values);
    json.member("sentence", option.sentence);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return text;
}

}  // namespace hothouse::web
