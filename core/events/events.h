// EventStream: everything the pipeline does, as JSON lines. What views, tests, the site and the
// exercises read; they know nothing else of the pipeline.
//
//   if (events.on()) {
//     events.emit(event::Heat{.code = id, .pc = pc, .line = line, .count = count});
//   }
//
// Neighbours: events.def (which events there are), json_writer.h, schema.h (the same table as a
// JSON Schema), code_events.h (source files and bytecode), aborts.h.
// Invariant: a stream that is off costs its caller one test of a bool. Nothing is computed for an
// event before `on()` said so.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hothouse {

constexpr uint32_t kEventVersion = 0;

namespace event {

// The types that a field may have.
using Uint = uint64_t;
using Int = int64_t;
using Number = double;
using Flag = bool;
using Text = std::string;  // UTF-8
template <class T>
using List = std::vector<T>;

#define FIELD(type, name, sentence) type name{};
#define RECORD(Name, sentence, fields) \
  struct Name {                        \
    fields                             \
  };
#define EVENT(Name, text, sentence, fields) \
  struct Name {                             \
    fields                                  \
  };
#include "core/events/events.def"
#undef EVENT
#undef RECORD
#undef FIELD

}  // namespace event

class EventStream {
 public:
  /// Receives each line, without a newline. The view is valid during the call only.
  using Sink = std::function<void(std::string_view line)>;

  bool on() const { return on_; }
  /// Sends all events to `sink` from now on, first the `stream` event; an empty sink ends it.
  void open(Sink sink);

#define FIELD(type, name, sentence)
#define RECORD(Name, sentence, fields)
#define EVENT(Name, text, sentence, fields) void emit(const event::Name& e);
#include "core/events/events.def"
#undef EVENT
#undef RECORD
#undef FIELD

 private:
  bool on_ = false;
  uint64_t count_ = 0;
  std::string line_;
  Sink sink_;
};

}  // namespace hothouse
