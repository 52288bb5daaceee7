// What `hothouse trace` shows people: the event stream, arranged by unit and by source line.
//
// It reads events and nothing else, so whatever it can show, any reader of the stream can.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hothouse {

/// The sections that --only chooses from, separated by ", ".
std::string view_section_names();
bool is_view_section(std::string_view name);

class TraceView {
 public:
  /// `shown`: names of sections; none: all.
  explicit TraceView(const std::vector<std::string>& shown);
  ~TraceView();
  TraceView(const TraceView&) = delete;
  TraceView& operator=(const TraceView&) = delete;

  /// Takes a line of the stream.
  void add(std::string_view line);
  /// All that came, as text.
  std::string text() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hothouse
