#include "native/cli/view.h"

#include <algorithm>
#include <set>

#include "native/cli/view_model.h"

namespace hothouse {

namespace {

/// The sections, in the order in which they are shown.
constexpr const char* kSections[] = {"source", "bytecode",  "ir",  "passes",
                                     "exits",  "registers", "asm", "run"};

std::string pad(std::string text, size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

std::string right(int64_t number, size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string plural(uint64_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string stripped(const std::string& line) {
  size_t start = line.find_first_not_of(" \t");
  return start == std::string::npos ? "" : line.substr(start);
}

/// Writes one unit's sections.
class Page {
 public:
  Page(const ViewModel& model, const std::set<std::string>& shown, std::string& out)
      : model_(model), shown_(shown), out_(out) {}

  void unit(const UnitView& u) {
    title(u);
    if (!u.abort.is_null()) {
      aborted(u);
      return;
    }
    const Json& ops = u.recorded.is_null() ? u.optimized : u.recorded;
    if (wants("source")) source(ops);
    if (wants("bytecode")) bytecode(ops);
    if (wants("ir")) ir("recorded", u.recorded);
    if (wants("passes")) passes(u);
    if (wants("ir")) ir("optimized", u.optimized);
    if (wants("exits")) exits(u);
    if (wants("registers")) registers(u);
    if (wants("asm")) machine(u);
    if (wants("run")) run(u);
    out_ += '\n';
  }

  void ending() {
    if (!wants("run")) return;
    for (const Json& e : model_.blacklisted) {
      out_ += "blacklisted: " + model_.code_name(e["code"]) + ", line " +
              std::to_string(e["line"].get<int64_t>()) + " (" + e["reason"].get<std::string>() +
              ", " + plural(e["attempts"], "attempt") + ")\n";
    }
    uint64_t collections = model_.minor_collections + model_.major_collections;
    if (collections > 0) {
      out_ += "collector: " + std::to_string(model_.minor_collections) + " minor, " +
              std::to_string(model_.major_collections) + " major, " +
              std::to_string(model_.pause_us) + " us in all\n";
    }
    if (!model_.summary.is_null()) {
      const Json& s = model_.summary;
      out_ += "in all: " + plural(s["traces"], "trace") + " (" + plural(s["bridges"], "bridge") +
              "), " + plural(s["aborts"], "abort") + ", " +
              plural(s["guard_failures"], "guard failure") + ", " +
              plural(s["invalidations"], "invalidation");
      double share = s["compiled_share"];
      if (share >= 0) {
        out_ += ", " + std::to_string(static_cast<int>(share * 1000) / 10) +
                " % of the bytecodes ran in compiled code";
      }
      out_ += '\n';
    }
  }

 private:
  bool wants(const char* section) const { return shown_.empty() || shown_.count(section) > 0; }

  void head(const std::string& text) { out_ += "\n-- " + text + "\n"; }

  void title(const UnitView& u) {
    std::string text = "== unit " + std::to_string(u.id);
    if (!u.start.is_null()) {
      text += ": " + u.start["kind"].get<std::string>() + " " + u.start["name"].get<std::string>();
      if (u.start["parent_unit"].get<int64_t>() >= 0) {
        text += ", from exit s" + std::to_string(u.start["parent_exit"].get<int64_t>()) +
                " of unit " + std::to_string(u.start["parent_unit"].get<int64_t>());
      }
    }
    out_ += pad(text + " ", 100);
    while (out_.back() == ' ') out_.pop_back();
    out_ += ' ';
    out_.append(100 - std::min<size_t>(text.size() + 1, 98), '=');
    out_ += '\n';
  }

  void aborted(const UnitView& u) {
    out_ += "given up";
    int64_t line = u.abort["line"];
    if (line > 0) out_ += " at line " + std::to_string(line);
    out_ += ": " + u.abort["what"].get<std::string>() + "\n";
    std::string remedy = u.abort["remedy"];
    if (!remedy.empty()) out_ += "what to do: " + remedy + "\n";
    out_ += '\n';
  }

  /// The lines that ops come from, by code object, in the order in which they are met.
  using Lines = std::vector<std::pair<uint64_t, std::set<int64_t>>>;
  static Lines lines_of(const Json& ops) {
    Lines lines;
    for (const Json& op : ops) {
      uint64_t code = op["code"];
      auto same = [&](const auto& entry) { return entry.first == code; };
      auto found = std::find_if(lines.begin(), lines.end(), same);
      if (found == lines.end()) found = lines.insert(lines.end(), {code, {}});
      if (op["line"].get<int64_t>() > 0) found->second.insert(op["line"].get<int64_t>());
    }
    return lines;
  }

  void source(const Json& ops) {
    if (ops.is_null()) return;
    head("source");
    for (const auto& [code, lines] : lines_of(ops)) {
      if (lines.empty()) continue;
      out_ += "  " + model_.code_name(code) + "\n";
      // Lines between the first and the last that the trace did not touch are shown without number.
      for (int64_t line = *lines.begin(); line <= *lines.rbegin(); ++line) {
        std::string text = model_.source_line(code, line);
        out_ += (lines.count(line) ? right(line, 6) : "     .") + " | " + text + "\n";
      }
    }
  }

  void bytecode(const Json& ops) {
    if (ops.is_null()) return;
    head("bytecode");
    for (const auto& [code, lines] : lines_of(ops)) {
      auto found = model_.codes.find(code);
      if (found == model_.codes.end()) continue;
      std::set<uint64_t> followed;
      for (const Json& op : ops) {
        if (op["code"] == code) followed.insert(op["pc"].get<uint64_t>());
      }
      out_ += "  " + model_.code_name(code) + "\n";
      int64_t last = 0;
      for (const Json& instruction : found->second["instructions"]) {
        int64_t line = instruction["line"];
        if (!lines.count(line)) continue;
        if (line != last) line_heading(code, line);
        last = line;
        uint64_t pc = instruction["pc"];
        out_ += followed.count(pc) ? "    * " : "      ";
        out_ += right(static_cast<int64_t>(pc), 5) + "  " + instruction["text"].get<std::string>() +
                "\n";
      }
    }
  }

  void line_heading(uint64_t code, int64_t line) {
    out_ += right(line, 6) + " | " + stripped(model_.source_line(code, line)) + "\n";
  }

  /// The heading for an op, if it comes from another line than the one before.
  void place(const Json& op) {
    std::pair<uint64_t, int64_t> here{op["code"], op["line"]};
    if (here == place_ || here.second <= 0) return;
    place_ = here;
    line_heading(here.first, here.second);
  }

  void ir(const char* what, const Json& ops) {
    if (ops.is_null()) return;
    head(std::string(what) + ": " + plural(ops.size(), "op"));
    place_ = {};
    for (const Json& op : ops) {
      place(op);
      out_ += "         " + std::string(2 * op["depth"].get<size_t>(), ' ') +
              op["text"].get<std::string>() + "\n";
    }
  }

  void passes(const UnitView& u) {
    if (u.passes.empty()) return;
    head("passes");
    std::string idle;  // passes in a row that found nothing to do
    auto tell_idle = [&] {
      if (!idle.empty()) out_ += "  " + idle + ": nothing to do\n";
      idle.clear();
    };
    for (const Json& pass : u.passes) {
      if (pass["list"].empty() && pass.value("before", Json()) == pass["ops"]) {
        idle += (idle.empty() ? "" : ", ") + pass["pass"].get<std::string>();
        continue;
      }
      tell_idle();
      out_ += "  " + pad(pass["pass"], 12);
      if (pass.contains("before")) out_ += right(pass["before"], 5) + " ->";
      out_ += right(pass["ops"], 5) + " ops\n";
      for (const Json& edit : pass["list"]) edit_line(edit);
    }
    tell_idle();
  }

  void edit_line(const Json& edit) {
    std::string before = edit["before"], after = edit["after"], reason = edit["reason"];
    out_ += "      " + pad(edit["action"], 13);
    if (edit["line"].get<int64_t>() > 0) {
      out_ += "line " + std::to_string(edit["line"].get<int64_t>()) + ": ";
    }
    if (before.empty() && after.empty()) {
      out_ += reason + "\n";
      return;
    }
    out_ += before;
    if (!after.empty()) out_ += (before.empty() ? "" : "  ->  ") + after;
    if (!reason.empty()) out_ += "\n                     because " + reason;
    out_ += '\n';
  }

  void registers(const UnitView& u) {
    if (u.intervals.is_null()) return;
    const Json& e = u.intervals;
    head("registers: " + plural(e["values"].size(), "value") + " in " +
         plural(e["registers"], "general register") + ", " + plural(e["spills"], "spill"));
    std::vector<const Json*> values;
    for (const Json& v : e["values"]) {
      // A jump's boxing is expanded behind the last op: those values have no name in the trace.
      if (v["op"].get<size_t>() < u.optimized.size()) values.push_back(&v);
    }
    std::stable_sort(values.begin(), values.end(), [](const Json* a, const Json* b) {
      return std::pair<uint64_t, uint64_t>((*a)["op"], (*a)["first"]) <
             std::pair<uint64_t, uint64_t>((*b)["op"], (*b)["first"]);
    });
    for (const Json* value : values) {
      const Json& v = *value;
      std::string why = v["why"];
      out_ += "  " + pad("%" + std::to_string(v["op"].get<uint64_t>()), 7) + pad(v["where"], 12) +
              " ops " + right(v["first"], 4) + " to " + right(v["last"], 4) +
              (why.empty() ? "" : "   " + why) + "\n";
    }
  }

  void machine(const UnitView& u) {
    if (u.machine.is_null()) return;
    head("machine code: " + plural(u.machine["bytes"], "byte") + " (" +
         u.machine["backend"].get<std::string>() + ")");
    place_ = {};
    int64_t owner = -1;    // op of the instruction before
    bool is_cold = false;  // behind the last op: exit stubs and the like
    uint64_t padding = 0;  // bytes of alignment that have not been told yet
    auto tell_padding = [&] {
      if (padding > 0) out_ += "           (" + plural(padding, "byte") + " of alignment)\n";
      padding = 0;
    };
    for (const Json& ins : u.machine["instructions"]) {
      std::string text = ins["text"];
      bool is_padding = text.compare(0, 3, "nop") == 0;
      if (!is_padding) tell_padding();
      int64_t op = ins["op"];
      if (!is_cold && owner >= 0 && op < owner) {
        is_cold = true;
        out_ += "         (exits and other cold code)\n";
      }
      if (!is_cold && op != owner) machine_heading(u, op);
      owner = op;
      if (is_padding) {
        padding += ins["bytes"].get<std::string>().size() / 2;
        continue;
      }
      char offset[24];
      std::snprintf(offset, sizeof offset, "    %05llx  ",
                    static_cast<unsigned long long>(ins["offset"].get<uint64_t>()));
      out_ += offset + pad(ins["bytes"], 22) + " ";
      std::string note = ins["note"];
      out_ += note.empty() ? text : pad(text, 36) + " ; " + note;
      out_ += '\n';
    }
    tell_padding();
  }

  void machine_heading(const UnitView& u, int64_t op) {
    auto index = static_cast<size_t>(op);
    if (op < 0 || index >= u.optimized.size()) return;
    place(u.optimized[index]);
    out_ += "         " + u.optimized[index]["text"].get<std::string>() + "\n";
  }

  void run(const UnitView& u) {
    head("run");
    if (!u.compiled.is_null()) {
      out_ += "  executed by " + u.compiled["backend"].get<std::string>();
      if (uint64_t bytes = u.compiled["bytes"]; bytes > 0) out_ += ", " + plural(bytes, "byte");
      out_ += '\n';
    }
    for (const Json& e : u.failed) {
      out_ += "  " + e["backend"].get<std::string>() +
              " cannot compile it: " + e["reason"].get<std::string>() + "\n";
    }
    for (const Json& e : u.links) {
      int64_t exit = e["exit"];
      out_ += (exit < 0 ? "  its end" : "  exit s" + std::to_string(exit)) + " leads to unit " +
              std::to_string(e["target"].get<uint64_t>()) + "\n";
    }
    for (const auto& [exit, e] : u.failures) {
      out_ += "  exit s" + std::to_string(exit) + " taken " + plural(e["count"], "time") +
              ", to line " + std::to_string(e["line"].get<int64_t>()) + "\n";
      auto found = u.deopts.find(exit);
      if (found != u.deopts.end()) deopt(found->second);
    }
    for (const Json& e : u.invalidations) {
      out_ += "  invalidated: " + e["why"].get<std::string>() + "\n";
    }
  }

  void exits(const UnitView& u) {
    if (u.exits.is_null() || u.exits.empty()) return;
    head("exits: where the interpreter goes on, and what is written for it");
    for (const Json& e : u.exits) {
      out_ += "  " + pad("s" + std::to_string(e["exit"].get<uint64_t>()), 5) +
              e["resume"].get<std::string>() + " " + std::to_string(e["pc"].get<uint64_t>());
      if (e["code"] != u.start["code"]) out_ += " in " + model_.code_name(e["code"]);
      if (int64_t line = e["line"]; line > 0) out_ += ", line " + std::to_string(line);
      if (uint64_t frames = e["frames"]; frames > 0) {
        out_ += ", " + plural(frames, "frame") + " above the trace's own";
      }
      out_ += '\n';
      for (const Json& slot : e["slots"]) slot_line(slot);
      for (const Json& store : e["stores"]) out_ += "         " + store.get<std::string>() + "\n";
    }
  }

  void slot_line(const Json& slot) {
    std::string name = slot["name"];
    out_ += "         r" + std::to_string(slot["slot"].get<int64_t>()) +
            (name.empty() ? "" : "(" + name + ")") + " = " + slot["from"].get<std::string>() + "\n";
  }

  void deopt(const Json& e) {
    std::string what;
    if (uint64_t frames = e["frames"]; frames > 0) what += plural(frames, "frame");
    if (uint64_t objects = e["objects"]; objects > 0) {
      what += (what.empty() ? "" : " and ") + plural(objects, "object");
    }
    if (!what.empty()) out_ += "      built anew: " + what + "\n";
  }

  const ViewModel& model_;
  const std::set<std::string>& shown_;
  std::string& out_;
  std::pair<uint64_t, int64_t> place_;  // code and line of the last heading
};

}  // namespace

std::string view_section_names() {
  std::string names;
  for (const char* section : kSections) {
    if (!names.empty()) names += ", ";
    names += section;
  }
  return names;
}

bool is_view_section(std::string_view name) {
  return std::find(std::begin(kSections), std::end(kSections), name) != std::end(kSections);
}

struct TraceView::Impl {
  ViewModel model;
  std::set<std::string> shown;
};

TraceView::TraceView(const std::vector<std::string>& shown) : impl_(std::make_unique<Impl>()) {
  impl_->shown.insert(shown.begin(), shown.end());
}

TraceView::~TraceView() = default;

void TraceView::add(std::string_view line) { impl_->model.add(line); }

std::string TraceView::text() const {
  std::string out;
  Page page(impl_->model, impl_->shown, out);
  for (const UnitView& unit : impl_->model.units) page.unit(unit);
  if (impl_->model.units.empty()) out += "no loop became hot\n";
  page.ending();
  return out;
}

}  // namespace hothouse
