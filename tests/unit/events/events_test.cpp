// The stream's lines, and that schema and structs come from one table. That real streams satisfy
// the schema is tests/cli's business.
#include "core/events/events.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "core/events/aborts.h"
#include "core/events/json_writer.h"
#include "core/events/schema.h"

namespace hothouse {
namespace {

using nlohmann::json;

json parse(std::string_view text) { return json::parse(text, nullptr, false); }

class Events : public testing::Test {
 protected:
  Events() {
    stream.open([this](std::string_view line) { lines.emplace_back(line); });
  }
  EventStream stream;
  std::vector<std::string> lines;
};

TEST_F(Events, FirstLineNamesTheVersion) {
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0], R"({"event":"stream","n":0,"version":0,"producer":"hothouse"})");
}

TEST_F(Events, FieldsAreWrittenInTheOrderOfTheTable) {
  stream.emit(event::Heat{.code = 3, .pc = 14, .line = 5, .count = 1000});
  EXPECT_EQ(lines.back(), R"({"event":"heat","n":1,"code":3,"pc":14,"line":5,"count":1000})");
}

TEST_F(Events, ListsOfRecords) {
  stream.emit(event::Recorded{
      .unit = 1,
      .ops = {{.op = 0, .text = "loop", .code = 1, .pc = 2, .line = 3, .depth = 0},
              {.op = 1, .text = "%1 = add %0, 1", .code = 1, .pc = 3, .line = 4, .depth = 1}}});
  json line = parse(lines.back());
  ASSERT_EQ(line["ops"].size(), 2u);
  EXPECT_EQ(line["ops"][1]["text"], "%1 = add %0, 1");
  EXPECT_EQ(line["ops"][1]["depth"], 1);
}

TEST_F(Events, AnEmptyListIsAList) {
  stream.emit(event::Machine{.unit = 1, .backend = "x64", .bytes = 0, .instructions = {}});
  EXPECT_EQ(parse(lines.back())["instructions"], json::array());
}

TEST(EventStream, WithoutASinkItIsOff) {
  EventStream stream;
  EXPECT_FALSE(stream.on());
  stream.emit(event::Heat{});  // no harm
  std::string line;
  stream.open([&](std::string_view text) { line = text; });
  EXPECT_TRUE(stream.on());
  stream.open({});
  EXPECT_FALSE(stream.on());
}

std::string written(std::string_view text) {
  std::string out;
  JsonWriter(out).value(text);
  return out;
}

TEST(JsonWriter, EscapesWhatJsonDemands) {
  EXPECT_EQ(written("a\"b\\c\nd\te"), "\"a\\\"b\\\\c\\nd\\u0009e\"");
  EXPECT_EQ(written(std::string_view("\0", 1)), "\"\\u0000\"");
  EXPECT_EQ(written("\xc3\xa9\xf0\x9f\x90\x8d"), "\"\xc3\xa9\xf0\x9f\x90\x8d\"");
}

TEST(JsonWriter, ReplacesMalformedUtf8) {
  EXPECT_EQ(written("a\xff"
                    "b"),
            "\"a\xef\xbf\xbd"
            "b\"");
  // Each byte of a surrogate, of an overlong form, of a cut-off sequence.
  const std::string replacement = "\xef\xbf\xbd";
  EXPECT_EQ(written("\xed\xa0\x80"), "\"" + replacement + replacement + replacement + "\"");
  EXPECT_EQ(written("\xc0\x80"), "\"" + replacement + replacement + "\"");
  EXPECT_EQ(written("\xe2\x82"), "\"" + replacement + replacement + "\"");
}

TEST(JsonWriter, Numbers) {
  std::string out;
  JsonWriter w(out);
  w.begin_array();
  w.value(0.1);
  w.value(0.5);
  w.value(1e300);
  w.value(0.1 + 0.2);
  w.value(int64_t{-1});
  w.value(uint64_t{18446744073709551615u});
  w.value(std::numeric_limits<double>::infinity());
  w.end_array();
  EXPECT_EQ(out, "[0.1,0.5,1e+300,0.30000000000000004,-1,18446744073709551615,null]");
}

TEST(Schema, IsJsonWithADefinitionForEachEvent) {
  json schema = parse(event_schema());
  ASSERT_FALSE(schema.is_discarded());
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  std::set<std::string> names;
  for (const json& choice : schema["oneOf"]) {
    std::string reference = choice["$ref"];
    ASSERT_EQ(reference.rfind("#/$defs/", 0), 0u);
    std::string name = reference.substr(8);
    EXPECT_TRUE(names.insert(name).second) << name << " is there twice";
    ASSERT_TRUE(schema["$defs"].contains(name)) << name;
    EXPECT_EQ(schema["$defs"][name]["properties"]["event"]["const"], name);
  }
  EXPECT_TRUE(names.count("heat") && names.count("machine") && names.count("collection"));
}

TEST(Schema, DescribesTheFieldsThatAreWritten) {
  json schema = parse(event_schema());
  EventStream stream;
  std::string line;
  stream.open([&](std::string_view text) { line = text; });
#define FIELD(type, name, sentence)
#define RECORD(Name, sentence, fields)
#define EVENT(Name, text, sentence, fields)                                         \
  stream.emit(event::Name{});                                                       \
  {                                                                                 \
    std::set<std::string> there, wanted;                                            \
    json parsed = parse(line);                                                      \
    for (const auto& item : parsed.items()) there.insert(item.key());               \
    for (const json& name : schema["$defs"][text]["required"]) wanted.insert(name); \
    EXPECT_EQ(there, wanted) << text;                                               \
  }
#include "core/events/events.def"
#undef EVENT
#undef RECORD
#undef FIELD
}

TEST(Schema, DocumentationNamesEveryEvent) {
  std::string text = event_documentation();
#define FIELD(type, name, sentence)
#define RECORD(Name, sentence, fields)
#define EVENT(Name, id, sentence, fields) \
  EXPECT_NE(text.find("### " id "\n\n" sentence), std::string::npos) << id;
#include "core/events/events.def"
#undef EVENT
#undef RECORD
#undef FIELD
}

TEST(Aborts, IdsAreUnique) {
  std::set<std::string> ids;
  for (int i = 0; i < static_cast<int>(AbortReason::kCount); ++i) {
    const AbortInfo& info = abort_info(static_cast<AbortReason>(i));
    EXPECT_TRUE(ids.insert(info.id).second) << info.id;
    EXPECT_NE(std::string(info.what), "");
    EXPECT_NE(std::string(info.remedy), "");
  }
}

}  // namespace
}  // namespace hothouse
