#include "native/cli/view_model.h"

namespace hothouse {

namespace {

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  size_t start = 0;
  while (start < text.size()) {
    size_t end = text.find('\n', start);
    if (end == std::string::npos) end = text.size();
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

}  // namespace

UnitView& ViewModel::unit(const Json& event) {
  uint64_t id = event["unit"];
  auto [found, is_new] = latest_.try_emplace(id, units.size());
  if (is_new) {
    units.emplace_back();
    units.back().id = id;
  }
  return units[found->second];
}

void ViewModel::add(std::string_view line) {
  Json e = Json::parse(line, nullptr, false);
  if (!e.is_object() || !e.contains("event")) return;
  const std::string kind = e["event"];
  if (kind == "source") {
    sources[e["file"]] = split_lines(e["text"]);
  } else if (kind == "code") {
    uint64_t id = e["code"];
    codes[id] = std::move(e);
  } else if (kind == "record_start") {
    uint64_t id = e["unit"];
    latest_[id] = units.size();
    units.emplace_back();
    units.back().id = id;
    units.back().start = std::move(e);
  } else if (kind == "abort") {
    unit(e).abort = e;
  } else if (kind == "blacklisted") {
    blacklisted.push_back(std::move(e));
  } else if (kind == "recorded") {
    unit(e).recorded = e["ops"];
  } else if (kind == "pass_begin") {
    edits_.clear();
    edits_.push_back(std::move(e));
  } else if (kind == "edit") {
    edits_.push_back(std::move(e));
  } else if (kind == "pass_end") {
    UnitView& u = unit(e);
    Json list = Json::array();
    for (Json& edit : edits_) {
      if (edit["event"] == "pass_begin") {
        e["before"] = edit["ops"];
      } else {
        list.push_back(std::move(edit));
      }
    }
    edits_.clear();
    e["list"] = std::move(list);
    u.passes.push_back(std::move(e));
  } else if (kind == "optimized") {
    UnitView& u = unit(e);
    u.optimized = std::move(e["ops"]);
    u.exits = std::move(e["exits"]);
  } else if (kind == "intervals") {
    unit(e).intervals = e;
  } else if (kind == "machine") {
    unit(e).machine = e;
  } else if (kind == "compiled") {
    unit(e).compiled = e;
  } else if (kind == "compile_failed") {
    unit(e).failed.push_back(e);
  } else if (kind == "link") {
    unit(e).links.push_back(e);
  } else if (kind == "invalidation") {
    unit(e).invalidations.push_back(e);
  } else if (kind == "guard_failure") {
    unit(e).failures[e["exit"]] = e;
  } else if (kind == "deopt") {
    unit(e).deopts.try_emplace(e["exit"], e);
  } else if (kind == "collection") {
    ++(e["kind"] == "major" ? major_collections : minor_collections);
    pause_us += e["pause_us"].get<uint64_t>();
  } else if (kind == "summary") {
    summary = std::move(e);
  }
}

std::string ViewModel::source_line(uint64_t code, int64_t line) const {
  auto found = codes.find(code);
  if (found == codes.end() || line <= 0) return "";
  auto source = sources.find(found->second["file"]);
  if (source == sources.end()) return "";
  auto index = static_cast<size_t>(line - 1);
  return index < source->second.size() ? source->second[index] : "";
}

std::string ViewModel::code_name(uint64_t code) const {
  auto found = codes.find(code);
  return found == codes.end() ? "code " + std::to_string(code)
                              : found->second["name"].get<std::string>();
}

}  // namespace hothouse
