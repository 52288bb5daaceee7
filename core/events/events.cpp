#include "core/events/events.h"

#include "core/events/json_writer.h"

namespace hothouse {

namespace {

void put(JsonWriter& w, uint64_t v) { w.value(v); }
void put(JsonWriter& w, int64_t v) { w.value(v); }
void put(JsonWriter& w, double v) { w.value(v); }
void put(JsonWriter& w, bool v) { w.value(v); }
void put(JsonWriter& w, const std::string& v) { w.value(v); }
template <class T>
void put(JsonWriter& w, const std::vector<T>& list);

#define FIELD(type, name, sentence) \
  w.key(#name);                     \
  put(w, e.name);
#define RECORD(Name, sentence, fields)            \
  void put(JsonWriter& w, const event::Name& e) { \
    w.begin_object();                             \
    fields w.end_object();                        \
  }
#define EVENT(Name, text, sentence, fields)
#include "core/events/events.def"
#undef EVENT
#undef RECORD

template <class T>
void put(JsonWriter& w, const std::vector<T>& list) {
  w.begin_array();
  for (const T& element : list) put(w, element);
  w.end_array();
}

}  // namespace

void EventStream::open(Sink sink) {
  sink_ = std::move(sink);
  on_ = static_cast<bool>(sink_);
  count_ = 0;
  if (on_) emit(event::Stream{.version = kEventVersion, .producer = "hothouse"});
}

#define RECORD(Name, sentence, fields)
#define EVENT(Name, text, sentence, fields)      \
  void EventStream::emit(const event::Name& e) { \
    if (!on_) return;                            \
    line_.clear();                               \
    JsonWriter w(line_);                         \
    w.begin_object();                            \
    w.member("event", text);                     \
    w.member("n", count_++);                     \
    fields w.end_object();                       \
    sink_(line_);                                \
  }
#include "core/events/events.def"
#undef EVENT
#undef RECORD
#undef FIELD

}  // namespace hothouse
