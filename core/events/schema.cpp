#include "core/events/schema.h"

#include "core/events/events.h"
#include "core/events/json_writer.h"

namespace hothouse {

namespace {

struct FieldRow {
  const char* type;  // as the table spells it
  const char* name;
  const char* sentence;
};

struct Entry {
  const char* name;  // of the record, or the event's text
  const char* sentence;
  bool event;
  std::vector<FieldRow> fields;
};

/// The table as data. Made on request: only people and tests ask for it.
std::vector<Entry> entries() {
  return {
#define FIELD(type, name, sentence) FieldRow{#type, #name, sentence},
#define RECORD(Name, sentence, fields) Entry{#Name, sentence, false, {fields}},
#define EVENT(Name, text, sentence, fields) Entry{text, sentence, true, {fields}},
#include "core/events/events.def"
#undef EVENT
#undef RECORD
#undef FIELD
  };
}

/// "Interval" of "List<Interval>"; empty if the type is no list.
std::string_view element_type(std::string_view type) {
  constexpr std::string_view kList = "List<";
  return type.substr(0, kList.size()) == kList
             ? type.substr(kList.size(), type.size() - kList.size() - 1)
             : std::string_view();
}

void describe_type(JsonWriter& w, std::string_view type) {
  if (std::string_view element = element_type(type); !element.empty()) {
    w.member("type", "array");
    w.key("items");
    w.begin_object();
    describe_type(w, element);
    w.end_object();
  } else if (type == "Uint" || type == "Int") {
    w.member("type", "integer");
    if (type == "Uint") w.member("minimum", uint64_t{0});
  } else if (type == "Number") {
    w.member("type", "number");
  } else if (type == "Flag") {
    w.member("type", "boolean");
  } else if (type == "Text") {
    w.member("type", "string");
  } else {
    w.member("$ref", "#/$defs/" + std::string(type));
  }
}

void describe_entry(JsonWriter& w, const Entry& entry) {
  w.key(entry.name);
  w.begin_object();
  w.member("description", entry.sentence);
  w.member("type", "object");
  w.key("properties");
  w.begin_object();
  if (entry.event) {
    w.key("event");
    w.begin_object();
    w.member("const", entry.name);
    w.end_object();
    w.key("n");
    w.begin_object();
    w.member("description", "number of the line, from 0");
    describe_type(w, "Uint");
    w.end_object();
  }
  for (const FieldRow& field : entry.fields) {
    w.key(field.name);
    w.begin_object();
    w.member("description", field.sentence);
    describe_type(w, field.type);
    w.end_object();
  }
  w.end_object();
  w.key("required");
  w.begin_array();
  if (entry.event) {
    w.value("event");
    w.value("n");
  }
  for (const FieldRow& field : entry.fields) w.value(field.name);
  w.end_array();
  w.member("additionalProperties", false);
  w.end_object();
}

/// The same JSON with line breaks and indentation.
std::string indented(std::string_view json) {
  std::string result;
  size_t depth = 0;
  bool in_string = false;
  auto line_break = [&] {
    result += '\n';
    result.append(2 * depth, ' ');
  };
  for (size_t i = 0; i < json.size(); ++i) {
    char c = json[i];
    if (in_string) {
      result += c;
      if (c == '\\') {
        result += json[++i];
      } else if (c == '"') {
        in_string = false;
      }
      continue;
    }
    if (c == '}' || c == ']') {
      --depth;
      line_break();
    }
    result += c;
    if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
      line_break();
    } else if (c == ',') {
      line_break();
    } else if (c == ':') {
      result += ' ';
    }
  }
  result += '\n';
  return result;
}

}  // namespace

std::string event_schema() {
  std::string json;
  JsonWriter w(json);
  std::vector<Entry> all = entries();
  w.begin_object();
  w.member("$schema", "https://json-schema.org/draft/2020-12/schema");
  w.member("title", "Hothouse event stream, version " + std::to_string(kEventVersion));
  w.member("description",
           "One line of the stream. The first line is `stream`; a line number of 0 and an index of "
           "-1 mean that there is none.");
  w.key("oneOf");
  w.begin_array();
  for (const Entry& entry : all) {
    if (!entry.event) continue;
    w.begin_object();
    w.member("$ref", "#/$defs/" + std::string(entry.name));
    w.end_object();
  }
  w.end_array();
  w.key("$defs");
  w.begin_object();
  for (const Entry& entry : all) describe_entry(w, entry);
  w.end_object();
  w.end_object();
  return indented(json);
}

std::string event_documentation() {
  std::string text =
      "# The event stream, version " + std::to_string(kEventVersion) +
      "\n\nOne JSON object a line. Each has `event`, its kind, and `n`, the number of its line.\n";
  std::vector<Entry> all = entries();
  for (bool events : {true, false}) {
    text += events ? "\n## Events\n" : "\n## Parts of events\n";
    for (const Entry& entry : all) {
      if (entry.event != events) continue;
      text += "\n### " + std::string(entry.name) + "\n\n" + entry.sentence + "\n\n";
      for (const FieldRow& field : entry.fields) {
        text +=
            "- `" + std::string(field.name) + "` (" + field.type + "): " + field.sentence + "\n";
      }
    }
  }
  return text;
}

}  // namespace hothouse
