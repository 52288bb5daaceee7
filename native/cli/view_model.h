// The event stream gathered by unit: what the sections of the view are made of.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hothouse {

using Json = nlohmann::json;

/// One recording and what became of it. Members that are null have not come.
struct UnitView {
  uint64_t id = 0;
  Json start;  // record_start
  Json recorded, optimized, exits, intervals, machine, compiled;
  Json abort;
  std::vector<Json> passes;  // pass_end, each with its edits under "list"
  std::vector<Json> links;   // link, from this unit
  std::vector<Json> failed;  // compile_failed
  std::vector<Json> invalidations;
  std::map<uint64_t, Json> failures;  // the last guard_failure of each exit
  std::map<uint64_t, Json> deopts;    // the first deopt of each exit
};

struct ViewModel {
  std::vector<UnitView> units;                              // in the order of recording
  std::map<std::string, std::vector<std::string>> sources;  // lines by file
  std::map<uint64_t, Json> codes;
  std::vector<Json> blacklisted;
  uint64_t minor_collections = 0, major_collections = 0, pause_us = 0;
  Json summary;

  void add(std::string_view line);
  /// The source line that a bytecode of this code comes from; empty if it is not known.
  std::string source_line(uint64_t code, int64_t line) const;
  /// The function's name.
  std::string code_name(uint64_t code) const;

 private:
  /// The latest recording with that id, made if there is none.
  UnitView& unit(const Json& event);
  std::map<uint64_t, size_t> latest_;  // by unit id
  std::vector<Json> edits_;            // of the pass that runs
};

}  // namespace hothouse
