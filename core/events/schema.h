// The event stream's JSON Schema (draft 2020-12) and its documentation, both made from events.def.
#pragma once

#include <string>

namespace hothouse {

/// The schema of one line of the stream, indented for people.
std::string event_schema();

/// The events and their fields as Markdown.
std::string event_documentation();

}  // namespace hothouse
