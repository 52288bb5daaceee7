// Follows CPython's Python/pythonrun.c and Python/traceback.c, quirks included: what programs
// print is compared byte for byte.
#include "core/builtins/traceback_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/builtins/library.h"
#include "core/builtins/suggestions.h"
#include "core/bytecode/code.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/syntax/parser.h"
#include "core/syntax/source_text.h"
#include "core/vm/vm.h"

namespace hothouse {

namespace {

bool is_margin_space(char c) { return c == ' ' || c == '\t' || c == '\f'; }

/// Line `number` of a source, without its newline; false if there is none.
bool line_of(const std::string& source, int32_t number, std::string_view& line) {
  size_t start = 0;
  for (int32_t i = 1; i < number; ++i) {
    size_t end = source.find('\n', start);
    if (end == std::string::npos) return false;
    start = end + 1;
  }
  if (start >= source.size()) return false;
  size_t end = std::min(source.find('\n', start), source.size());
  line = std::string_view(source).substr(start, end - start);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return true;
}

int64_t characters(std::string_view text, size_t bytes) {
  return syntax::count_code_points(text.substr(0, std::min(bytes, text.size())));
}

/// Which part of an expression is underlined with ^ while the rest gets ~.
struct Anchors {
  int64_t left = -1, right = -1;  // in characters from the start of the line; -1: none
};

Anchors find_anchors(std::string_view line, int64_t start, size_t start_byte, size_t end_byte) {
  Anchors anchors;
  std::string_view segment = line.substr(std::min(start_byte, line.size()), end_byte - start_byte);
  syntax::Arena arena;
  syntax::SyntaxError error;
  const syntax::Module* tree = syntax::parse(segment, arena, error);
  if (!tree || tree->body.size() != 1 || tree->body[0]->kind != syntax::StmtKind::Expr) {
    return anchors;
  }
  const syntax::Expr* expr = static_cast<const syntax::ExprStmt*>(tree->body[0])->value;
  size_t left = 0, right = 0;
  if (expr->kind == syntax::ExprKind::BinOp) {
    const auto* op = static_cast<const syntax::BinOp*>(expr);
    size_t end = op->right->range.begin.byte_col;
    left = op->left->range.end.byte_col;
    while (left < end && is_margin_space(segment[left])) ++left;
    if (left >= end) return anchors;
    right = left + 1;
    if (right < end && !is_margin_space(segment[right])) ++right;  // a two-character operator
  } else if (expr->kind == syntax::ExprKind::Subscript) {
    const auto* subscript = static_cast<const syntax::Subscript*>(expr);
    left = subscript->value->range.end.byte_col;
    right = subscript->slice->range.end.byte_col + 1;
  } else {
    return anchors;
  }
  anchors.left = characters(segment, left) + start;
  anchors.right = characters(segment, right) + start;
  return anchors;
}

/// The line under a source line; empty if everything would be underlined.
std::string carets(std::string_view line, const Position& p, int64_t indent) {
  if (p.line < 0 || p.end_line < 0 || p.col < 0 || p.end_col < 0) return "";
  int64_t start = characters(line, static_cast<size_t>(p.col));
  int64_t end = characters(line, static_cast<size_t>(p.end_col));
  Anchors anchors;
  if (p.line == p.end_line) {
    if (p.end_col > p.col) {
      anchors =
          find_anchors(line, start, static_cast<size_t>(p.col), static_cast<size_t>(p.end_col));
    }
  } else {
    size_t last = line.size();
    while (last > 0 && is_margin_space(line[last - 1])) --last;
    end = characters(line, last);
  }
  bool marked = anchors.left != -1 || anchors.right != -1;
  if (end - start == characters(line, line.size()) - indent && !marked) return "";
  std::string result = "    ";
  for (int64_t i = indent + 1; i <= end; ++i) {
    if (i <= start) {
      result += ' ';
    } else if (marked) {
      result += anchors.left < i && i <= anchors.right ? '^' : '~';
    } else {
      result += '^';
    }
  }
  return result;
}

struct Place {
  const CodeBody* body;
  uint32_t pc;
  Position position() const {
    return pc < body->positions.size() ? body->positions[pc] : Position{0, 0, -1, -1};
  }
};

Place place_of(const Traceback* entry) {
  return {entry->code.as<Code>()->body.get(),
          static_cast<uint32_t>(Value::from_bits(entry->pc).as_int())};
}

/// Writes lines with the indentation of the exception group they belong to.
class Writer {
 public:
  Writer(Caller& vm, TracebackOptions options) : vm_(vm), options_(options) {}

  void exception(Value e);
  std::string take() { return std::move(out_); }

 private:
  void margin() {
    out_.append(2 * static_cast<size_t>(depth_), ' ');
    if (depth_ > 0) out_ += "| ";
  }
  void line(std::string_view text) {
    margin();
    out_ += text;
    out_ += '\n';
  }

  void chained(Value cause, const char* message);
  void group(Value e, Value members);
  void single(Value e);
  void traceback(Value e);
  void syntax_error_place(Value e);
  void message(Value e);
  void notes(Value e);
  Value members_of(Value e);
  bool seen(Value e) const { return std::find(seen_.begin(), seen_.end(), e) != seen_.end(); }

  Caller& vm_;
  TracebackOptions options_;
  std::string out_;
  std::vector<Value> seen_;
  int depth_ = 0;            // of exception groups
  bool need_close_ = false;  // the last exception of a group has not been framed yet
};

void Writer::chained(Value cause, const char* text) {
  bool need_close = need_close_;
  exception(cause);
  need_close_ = need_close;
  line("");
  line(text);
  line("");
}

void Writer::exception(Value e) {
  seen_.push_back(e);
  Value cause = exception_field(e, kExcCause);
  Value context = exception_field(e, kExcContext);
  Value suppress = exception_field(e, kExcSuppress);
  if (!options_.chain) {
    // it stands alone
  } else if (is_exception_instance(vm_, cause)) {
    if (!seen(cause)) {
      chained(cause, "The above exception was the direct cause of the following exception:");
    }
  } else if (is_exception_instance(vm_, context) && !suppress.is_true() && !seen(context)) {
    chained(context, "During handling of the above exception, another exception occurred:");
  }
  Value members = members_of(e);
  if (members.is_undefined()) {
    single(e);
  } else {
    group(e, members);
  }
}

/// The exceptions of a group, a Tuple; undefined for other exceptions.
Value Writer::members_of(Value e) {
  if (!is_instance(vm_, e, TypeId::BaseExceptionGroup)) return Value::undefined();
  Value members = instance_get(vm_, e, vm_.types().name(NameId::Exceptions));
  return is_tuple(members) ? members : Value::undefined();
}

void Writer::group(Value e, Value members) {
  constexpr uint64_t kMostMembers = 15;
  constexpr int kMostDepth = 10;
  if (depth_ > kMostDepth) {
    line("... (max_group_depth is " + std::to_string(kMostDepth) + ")");
    return;
  }
  bool outermost = depth_ == 0;
  if (outermost) depth_ = 1;
  single(e);
  uint64_t count = members.as<Tuple>()->length;
  uint64_t shown = std::min(count, kMostMembers + 1);
  need_close_ = false;
  for (uint64_t i = 0; i < shown; ++i) {
    bool last = i + 1 == shown;
    if (last) need_close_ = true;  // unless a group inside closes for both
    bool truncated = i >= kMostMembers;
    out_.append(2 * static_cast<size_t>(depth_), ' ');
    out_ += i == 0 ? "+-" : "  ";
    out_ += "+---------------- " + (truncated ? std::string("...") : std::to_string(i + 1)) +
            " ----------------\n";
    ++depth_;
    if (truncated) {
      uint64_t rest = count - kMostMembers;
      line("and " + std::to_string(rest) + " more exception" + (rest > 1 ? "s" : ""));
    } else {
      exception(members.as<Tuple>()->data()[i]);
    }
    if (last && need_close_) {
      out_.append(2 * static_cast<size_t>(depth_), ' ');
      out_ += "+------------------------------------\n";
      need_close_ = false;
    }
    --depth_;
  }
  if (outermost) depth_ = 0;
}

void Writer::single(Value e) {
  traceback(e);
  syntax_error_place(e);
  message(e);
  std::string meant = options_.own ? suggestion_for(vm_, e) : "";
  if (!meant.empty()) out_ += ". Did you mean: " + str_repr_utf8(vm_, vm_.str(meant)) + "?";
  out_ += '\n';
  notes(e);
}

template <class T>
void keep_last(std::vector<T>& row, int64_t count) {
  if (static_cast<uint64_t>(count) >= row.size()) return;
  row.erase(row.begin(), row.end() - static_cast<std::ptrdiff_t>(count));
}

void Writer::traceback(Value e) {
  constexpr size_t kMostEntries = 1000;
  constexpr size_t kMostRepeated = 3;
  std::vector<const Traceback*> entries;
  for (Value entry = exception_field(e, kExcTraceback); is_kind(entry, Kind::Traceback);
       entry = entry.as<Traceback>()->next) {
    const auto* t = entry.as<Traceback>();
    if (!(place_of(t).body->flags & kCodeInternal)) entries.push_back(t);
  }
  if (options_.own && options_.limit <= 0) return;
  if (options_.own) {
    keep_last(entries, options_.limit);
  } else if (options_.limit < 0) {
    keep_last(entries, -options_.limit);
  } else if (static_cast<uint64_t>(options_.limit) < entries.size()) {
    entries.resize(static_cast<size_t>(options_.limit));
  }
  if (entries.empty()) return;

  bool is_group = !members_of(e).is_undefined();
  out_.append(2 * static_cast<size_t>(depth_), ' ');
  if (depth_ > 0) out_ += is_group && depth_ == 1 ? "+ " : "| ";
  out_ += is_group ? "Exception Group Traceback" : "Traceback";
  out_ += " (most recent call last):\n";

  if (e == seen_.front()) {
    for (std::string_view rest = options_.callers; !rest.empty();) {
      const size_t end = std::min(rest.find('\n'), rest.size() - 1);
      line(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
  }
  size_t repeated = 0;
  auto end_repetition = [&] {
    if (repeated <= kMostRepeated) return;
    size_t more = repeated - kMostRepeated;
    line("  [Previous line repeated " + std::to_string(more) + " more time" +
         (more > 1 ? "s]" : "]"));
  };
  const Traceback* previous = nullptr;
  size_t first = entries.size() > kMostEntries ? entries.size() - kMostEntries : 0;
  for (size_t i = first; i < entries.size(); ++i) {
    Place here = place_of(entries[i]);
    bool same = false;
    if (previous) {
      Place there = place_of(previous);
      same = there.position().line == here.position().line &&
             str_equal(vm_, there.body->filename, here.body->filename) &&
             str_equal(vm_, there.body->name, here.body->name);
    }
    if (!same) {
      end_repetition();
      repeated = 0;
      previous = entries[i];
    }
    if (++repeated > kMostRepeated) continue;
    std::string text = traceback_entry_text(vm_, entries[i]);
    for (size_t start = 0; start < text.size();) {
      size_t end = text.find('\n', start);
      line(std::string_view(text).substr(start, end - start));
      start = end + 1;
    }
  }
  end_repetition();
}

/// The place of a SyntaxError, if the object has one.
void Writer::syntax_error_place(Value e) {
  if (!is_instance(vm_, e, TypeId::SyntaxError)) return;
  auto field = [&](NameId name) {
    Value v = instance_get(vm_, e, vm_.types().name(name));
    return v.is_undefined() ? Value::none() : v;
  };
  auto number = [&](NameId name, int64_t otherwise) {
    int64_t result = otherwise;
    Value v = field(name);
    return !v.is_none() && as_int64(v, &result) ? result : otherwise;
  };
  int64_t lineno = number(NameId::LineNo, -1);
  if (lineno < 0) return;
  Value filename = field(NameId::FileName);
  line("  File \"" + (is_str(filename) ? str_to_utf8(vm_, filename) : "<string>") + "\", line " +
       std::to_string(lineno));
  Value text_value = field(NameId::Text);
  if (!is_str(text_value)) return;
  std::string whole = str_to_utf8(vm_, text_value);
  int64_t offset = number(NameId::Offset, -1);
  int64_t end_offset = number(NameId::EndOffset, -1);
  if (number(NameId::EndLineNo, lineno) > lineno) end_offset = static_cast<int64_t>(whole.size());
  // Of SyntaxError alone CPython underlines a range, of its subclasses one place.
  bool has_range = type_of(vm_, e) == vm_.types().get(TypeId::SyntaxError);
  size_t repetitions = has_range && end_offset > 0 && end_offset > offset
                           ? static_cast<size_t>(end_offset - offset)
                           : 1;

  std::string_view text = whole;
  --offset;  // from 0
  while (!text.empty() && is_margin_space(text.front())) {
    text.remove_prefix(1);
    --offset;
  }
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  offset = std::min(offset, static_cast<int64_t>(text.size()));
  // Of several lines the one that the offset lies in.
  for (size_t newline = text.find('\n');
       newline != std::string_view::npos && static_cast<int64_t>(newline) < offset;
       newline = text.find('\n')) {
    text.remove_prefix(newline + 1);
    offset -= static_cast<int64_t>(newline + 1);
  }
  line("    " + std::string(text));
  if (offset >= 0 && !text.empty()) {
    line("    " + std::string(static_cast<size_t>(offset), ' ') + std::string(repetitions, '^'));
  }
}

void Writer::message(Value e) {
  margin();
  Type* type = type_of(vm_, e);
  if (!is_builtin_type(type)) {
    std::string module = is_str(type->module) ? str_to_utf8(vm_, type->module) : "<unknown>";
    if (module != "builtins" && module != "__main__") out_ += module + ".";
  }
  out_ += is_str(type->qualname) ? str_to_utf8(vm_, type->qualname) : type_name(type);
  Value text = Value::undefined();
  if (is_instance(vm_, e, TypeId::SyntaxError)) {
    text = instance_get(vm_, e, vm_.types().name(NameId::Msg));
    if (text.is_none()) return;
  }
  if (!is_str(text)) {
    Rooted rooted(vm_, e);
    text = str_call(vm_, e);
  }
  if (!is_str(text)) {
    vm_.clear_pending();
    out_ += ": <exception str() failed>";
  } else if (str_length(text) > 0) {
    out_ += ": " + str_to_utf8(vm_, text);
  }
}

void Writer::notes(Value e) {
  Value list = exception_field(e, kExcNotes);
  if (!is_list(list)) return;
  for (uint64_t i = 0; i < list_length(list); ++i) {
    Value note = str_call(vm_, list_get(vm_, list, i));
    if (!is_str(note)) {
      vm_.clear_pending();
      line("<note str() failed>");
      continue;
    }
    std::string text = str_to_utf8(vm_, note);
    size_t start = 0;
    do {
      size_t end = std::min(text.find('\n', start), text.size());
      line(std::string_view(text).substr(start, end - start));
      start = end + 1;
    } while (start < text.size());
  }
}

}  // namespace

std::string traceback_entry_text(Leaf& vm, const Traceback* entry) {
  Place place = place_of(entry);
  Position position = place.position();
  std::string result = "  File \"" + str_to_utf8(vm, place.body->filename) + "\", line " +
                       std::to_string(position.line) + ", in " + str_to_utf8(vm, place.body->name) +
                       "\n";
  std::string_view line;
  // What CPython has frozen has no source.
  if (str_to_utf8(vm, place.body->filename).compare(0, 8, "<frozen ") == 0) return result;
  if (!place.body->source || !line_of(*place.body->source, position.line, line)) return result;
  size_t indent = 0;
  while (indent < line.size() && is_margin_space(line[indent])) ++indent;
  result += "    " + std::string(line.substr(indent)) + "\n";
  std::string under = carets(line, position, static_cast<int64_t>(indent));
  if (!under.empty()) result += under + "\n";
  return result;
}

std::string traceback_text(Caller& vm, Value exception, TracebackOptions options) {
  Rooted rooted(vm, exception);
  // A __str__ may reach a safepoint. Old space never moves: after a collection all that hangs on
  // the exception lies there, and can be held by plain pointers.
  vm.heap().request_collection();
  auto& machine = static_cast<Vm&>(vm);
  if (!machine.safepoint()) {
    vm.clear_pending();  // a Ctrl-C that came late; the request stands
    vm.heap().request_collection();
    machine.safepoint();
  }
  if (const Value limit = sys_hook(vm, "tracebacklimit"); options.own && limit.is_int()) {
    options.limit = limit.as_int();
  }
  Writer writer(vm, options);
  writer.exception(rooted);
  return writer.take();
}

}  // namespace hothouse
