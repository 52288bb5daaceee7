#include "core/ir/parse.h"

#include <cctype>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "core/ir/helpers.h"
#include "core/ir/operands.h"
#include "core/ir/print.h"

namespace hothouse::ir {
namespace {

const std::unordered_map<std::string, Op>& ops_by_text() {
  static const auto* const kOps = [] {
    auto* m = new std::unordered_map<std::string, Op>;
    for (int i = 0; i < static_cast<int>(Op::kCount); ++i)
      m->emplace(kOpInfo[i].text, static_cast<Op>(i));
    return m;
  }();
  return *kOps;
}

/// Splits a line into words: names with their sigils, numbers, strings, single punctuation.
class Lexer {
 public:
  explicit Lexer(std::string_view line) : line_(line) { next(); }

  const std::string& token() const { return token_; }
  bool at_end() const { return token_.empty(); }
  bool is(const char* text) const { return token_ == text; }
  std::string take() {
    std::string t = token_;
    next();
    return t;
  }
  bool accept(const char* text) {
    if (!is(text)) return false;
    next();
    return true;
  }

 private:
  static bool is_punctuation(char c) { return std::strchr(",(){}[]=;\"", c) != nullptr; }

  void next() {
    while (at_ < line_.size() && std::isspace(static_cast<unsigned char>(line_[at_]))) ++at_;
    token_.clear();
    if (at_ >= line_.size()) return;
    if (line_[at_] == ';' && !in_braces_) {  // a comment; within {} it separates stores
      at_ = line_.size();
      return;
    }
    in_braces_ = line_[at_] == '{' ? true : line_[at_] == '}' ? false : in_braces_;
    if (is_punctuation(line_[at_]) && line_[at_] != '"') {
      token_ = line_[at_++];
      return;
    }
    bool in_string = false;
    while (at_ < line_.size()) {
      char c = line_[at_];
      if (c == '"') {
        in_string = !in_string;
      } else if (!in_string && (std::isspace(static_cast<unsigned char>(c)) || is_punctuation(c))) {
        break;
      }
      token_ += c;
      ++at_;
    }
  }

  std::string_view line_;
  size_t at_ = 0;
  bool in_braces_ = false;
  std::string token_;
};

bool starts_with(const std::string& s, const char* prefix) {
  return s.compare(0, std::strlen(prefix), prefix) == 0;
}

class Parser {
 public:
  Parser(std::string_view text, const ParseOptions& options) : text_(text), options_(options) {}

  ParseResult run() {
    size_t start = 0;
    while (start <= text_.size() && error_.empty()) {
      size_t end = text_.find('\n', start);
      if (end == std::string_view::npos) end = text_.size();
      ++line_;
      Lexer lexer(text_.substr(start, end - start));
      if (!lexer.at_end()) parse_line(lexer);
      if (error_.empty() && !lexer.at_end()) fail("cannot read `" + lexer.token() + "`");
      start = end + 1;
    }
    for (const Patch& patch : patches_) {
      auto it = names_.find(patch.name);
      if (it == names_.end()) {
        line_ = patch.line;
        fail("no value " + patch.name);
        break;
      }
      result_.trace.ops[patch.op].b = it->second;
    }
    result_.error = error_;
    result_.ok = error_.empty();
    return std::move(result_);
  }

 private:
  struct Patch {  // the second operand of a phi, defined later
    uint32_t op;
    std::string name;
    int line;
  };

  void fail(const std::string& what) {
    if (error_.empty()) error_ = "line " + std::to_string(line_) + ": " + what;
  }

  void expect(Lexer& lexer, const char* text) {
    if (!lexer.accept(text))
      fail(std::string("`") + text + "` expected instead of `" + lexer.token() + "`");
  }

  int64_t parse_number(Lexer& lexer) {
    std::string t = lexer.take();
    char* end = nullptr;
    int64_t n = std::strtoll(t.c_str(), &end, 0);
    if (t.empty() || *end) fail("a number expected instead of `" + t + "`");
    return n;
  }

  void parse_line(Lexer& lexer) {
    const std::string& word = lexer.token();
    if (word == "trace") return parse_head(lexer);
    if (word == "parent") return parse_parent(lexer);
    if (word == "inherits") return parse_inherits(lexer);
    if (word == "alloc") return parse_alloc(lexer);
    if (word == "range") return parse_range(lexer);
    if (word == "params") return parse_params(lexer);
    if (word.size() > 2 && word[0] == 's' && std::isdigit(static_cast<unsigned char>(word[1])) &&
        word.back() == ':')
      return parse_snapshot(lexer);
    parse_op(lexer);
  }

  void parse_head(Lexer& lexer) {
    Trace& t = result_.trace;
    lexer.take();
    std::string kind = lexer.take();
    static const char* const kKinds[] = {"loop", "bridge", "function", "kernel"};
    int k = 0;
    while (k < 4 && kind != kKinds[k]) ++k;
    if (k == 4) return fail("no kind of trace: " + kind);
    t.kind = static_cast<TraceKind>(k);
    if (lexer.token().size() >= 2 && lexer.token()[0] == '"') {
      std::string name = lexer.take();
      t.name = name.substr(1, name.size() - 2);
    }
    while (!lexer.at_end() && error_.empty()) {
      std::string key = lexer.take();
      auto value = static_cast<uint32_t>(parse_number(lexer));
      if (key == "unit")
        t.unit = value;
      else if (key == "code")
        t.code_id = value;
      else if (key == "pc")
        t.pc = value;
      else
        fail("no property of a trace: " + key);
    }
  }

  void parse_parent(Lexer& lexer) {
    lexer.take();
    expect(lexer, "unit");
    result_.trace.parent_unit = static_cast<uint32_t>(parse_number(lexer));
    expect(lexer, "exit");
    result_.trace.parent_exit = static_cast<uint32_t>(parse_number(lexer));
  }

  void parse_inherits(Lexer& lexer) {
    lexer.take();
    while (!lexer.at_end() && error_.empty())
      result_.trace.inherit_types.push_back(parse_type(lexer.take()));
  }

  Type parse_type(const std::string& name) {
    for (int i = 1; i <= static_cast<int>(Type::V4I64); ++i)
      if (name == type_name(static_cast<Type>(i))) return static_cast<Type>(i);
    fail("no type: " + name);
    return Type::Void;
  }

  MapId parse_map(Lexer& lexer) {
    std::string name = lexer.take();
    if (!name.empty() && std::isdigit(static_cast<unsigned char>(name[0]))) {
      auto id = static_cast<MapId>(std::strtoul(name.c_str(), nullptr, 0));
      if (!lexer.token().empty() && lexer.token()[0] == '"') lexer.take();  // its name
      return id;
    }
    for (MapId id = 0; id < kMapFixedCount; ++id)
      if (fixed_map_name(id) && name == fixed_map_name(id)) return id;
    fail("no map: " + name);
    return 0;
  }

  void parse_range(Lexer& lexer) {
    lexer.take();
    std::string name = lexer.take();
    if (name != "r" + std::to_string(result_.trace.ranges.size() + 1))
      return fail("ranges are numbered from r1");
    IntRange range{};
    range.lo = parse_number(lexer);
    range.hi = parse_number(lexer);
    result_.trace.ranges.push_back(range);
  }

  void parse_alloc(Lexer& lexer) {
    lexer.take();
    std::string name = lexer.take();
    if (name != "a" + std::to_string(result_.trace.allocs.size()))
      return fail("allocs are numbered from a0");
    AllocDesc desc{};
    expect(lexer, "map");
    desc.map = parse_map(lexer);
    expect(lexer, "kind");
    std::string kind = lexer.take();
    int k = 0;
    while (k < static_cast<int>(Kind::kCount) && kind != kind_name(static_cast<Kind>(k))) ++k;
    if (k == static_cast<int>(Kind::kCount)) return fail("no kind: " + kind);
    desc.kind = static_cast<Kind>(k);
    expect(lexer, "aux");
    desc.aux = static_cast<uint16_t>(parse_number(lexer));
    expect(lexer, "bytes");
    desc.bytes = static_cast<uint32_t>(parse_number(lexer));
    result_.trace.allocs.push_back(desc);
  }

  void parse_params(Lexer& lexer) {
    lexer.take();
    while (!lexer.at_end() && error_.empty()) {
      result_.trace.body_params.push_back(parse_ref(lexer));
      if (!lexer.accept(",")) break;
    }
  }

  Ref value_constant(hothouse::Value v) { return result_.trace.value_constant(v); }

  uint64_t object_address(const std::string& text) {  // 0x1000 or "name"
    if (text.size() >= 2 && text[0] == '"') {
      uint64_t address = options_.find_ref
                             ? options_.find_ref(std::string_view(text).substr(1, text.size() - 2))
                             : 0;
      if (address == 0) fail("no object " + text);
      return address;
    }
    return std::strtoull(text.c_str(), nullptr, 0);
  }

  /// 1.5f, -inff
  static bool parse_double(const std::string& t, double& d) {
    if (t.size() < 2 || t.back() != 'f' || t == "inf" || t == "-inf") return false;
    if (starts_with(t, "0x")) return false;
    std::string body = t.substr(0, t.size() - 1);
    char* end = nullptr;
    d = std::strtod(body.c_str(), &end);
    return !body.empty() && *end == 0;
  }

  Ref parse_ref(Lexer& lexer) {
    std::string t = lexer.take();
    Trace& trace = result_.trace;
    if (t.empty()) {
      fail("an operand expected");
      return kNoRef;
    }
    if (t[0] == '%') {
      auto it = names_.find(t);
      if (it != names_.end()) return it->second;
      missing_ = t;
      return kNoRef;
    }
    if (t == "true" || t == "false") return trace.bool_constant(t == "true");
    if (t[0] == '@') return trace.constant(Type::Ref, object_address(t.substr(1)));
    double d;
    if (starts_with(t, "f:"))
      return trace.constant(Type::F64, std::strtoull(t.c_str() + 2, nullptr, 0));
    if (starts_with(t, "v:")) return parse_value(t.substr(2));
    static const char* const kSpecials[] = {"undefined",      "None",     "False",  "True",
                                            "NotImplemented", "Ellipsis", "raised", "exhausted"};
    for (uint64_t i = 0; i < 8; ++i)
      if (t == kSpecials[i])
        return value_constant(hothouse::Value::special(static_cast<hothouse::Value::Special>(i)));
    if (parse_double(t, d)) return trace.float_constant(d);
    char* end = nullptr;
    long long n = std::strtoll(t.c_str(), &end, 0);
    if (*end) fail("no operand: `" + t + "`");
    return trace.int_constant(n);
  }

  Ref parse_value(const std::string& t) {
    double d;
    if (!t.empty() && t[0] == '@')
      return result_.trace.constant(Type::Value, object_address(t.substr(1)));
    if (starts_with(t, "0x"))
      return result_.trace.constant(Type::Value, std::strtoull(t.c_str(), nullptr, 0));
    if (parse_double(t, d)) return value_constant(hothouse::Value::from_double(d));
    char* end = nullptr;
    long long n = std::strtoll(t.c_str(), &end, 0);
    if (t.empty() || *end) fail("no value: v:" + t);
    return value_constant(hothouse::Value::small_int(n));
  }

  /// The immediate of an op whose imm column is `kind`.
  void parse_imm(Lexer& lexer, const char* kind, uint32_t& imm, uint16_t& aux) {
    auto is = [kind](const char* k) { return std::strcmp(kind, k) == 0; };
    if (is("none") || is("helper")) return;
    std::string t = lexer.token();
    if (is("slot")) {
      lexer.take();
      if (t.size() < 2 || t[0] != '#') return fail("a slot such as #3 expected");
      imm = static_cast<uint32_t>(std::atoi(t.c_str() + 1));
    } else if (is("map")) {
      expect(lexer, "map");
      imm = parse_map(lexer);
    } else if (is("field")) {
      lexer.take();
      for (imm = 0; imm < static_cast<uint32_t>(Field::kCount); ++imm)
        if (t == std::string(".") + field_info(imm).name) return;
      fail("no field: " + t);
    } else if (is("bytes")) {
      imm = static_cast<uint32_t>(parse_number(lexer));
      expect(lexer, "bytes");
    } else if (is("index")) {
      expect(lexer, "[");
      imm = static_cast<uint32_t>(parse_number(lexer));
      expect(lexer, "]");
    } else if (is("alloc")) {
      lexer.take();
      imm = static_cast<uint32_t>(std::atoi(t.c_str() + 1));
      if (t.empty() || t[0] != 'a' || imm >= result_.trace.allocs.size()) fail("no alloc: " + t);
    } else if (is("range")) {
      lexer.take();
      imm = static_cast<uint32_t>(std::atoi(t.c_str() + 1));
      if (t.empty() || t[0] != 'r' || imm - 1 >= result_.trace.ranges.size())
        fail("no range: " + t);
    } else if (is("offset")) {
      imm = static_cast<uint32_t>(parse_number(lexer));
      std::string type = lexer.take();
      for (aux = 0; aux < 9; ++aux)
        if (type == raw_type_name(static_cast<RawType>(aux))) return;
      fail("no raw type: " + type);
    } else {  // unit, signature, special: the word, then a number
      expect(lexer, kind);
      imm = static_cast<uint32_t>(parse_number(lexer));
      if (is("signature")) {
        if (lexer.accept("calling")) aux |= kNativeCallsBack;
        if (lexer.accept("quiet")) aux |= kNativeQuiet;
      }
    }
  }

  static Type type_of_letter(char letter) {
    static const char kLetters[] = "-ifrbvpq";
    const char* p = std::strchr(kLetters, letter);
    return p ? static_cast<Type>(p - kLetters) : Type::Void;
  }

  void parse_op(Lexer& lexer) {
    Trace& trace = result_.trace;
    std::string name;
    Type declared = Type::Void;
    if (lexer.token()[0] == '%') {
      name = lexer.take();
      size_t colon = name.find(':');
      if (colon != std::string::npos) {
        declared = parse_type(name.substr(colon + 1));
        name.resize(colon);
      }
      expect(lexer, "=");
    }
    std::string text = lexer.take();
    auto it = ops_by_text().find(text);
    if (it == ops_by_text().end()) return fail("no op: " + text);
    Ins ins{};
    ins.op = it->second;
    const OpInfo& row = info(ins.op);
    auto index = static_cast<uint32_t>(trace.ops.size());
    if (row.flags & Call) {
      parse_call(lexer, ins, row);
    } else {
      parse_operands(lexer, ins, row, index);
    }
    parse_suffixes(lexer, ins);
    if (!error_.empty()) return;
    ins.type = result_type(ins, row, declared);
    if (name.empty() != (ins.type == Type::Void))
      return fail(name.empty() ? "the result of " + text + " wants a name"
                               : text + " has no result");
    if (!name.empty()) names_[name] = Ref{index};
    trace.append(ins);
  }

  void parse_call(Lexer& lexer, Ins& ins, const OpInfo& row) {
    Trace& trace = result_.trace;
    if (ins.op == Op::Call) {
      std::string helper = lexer.take();
      ins.imm = find_helper(helper.c_str());
      if (ins.imm == kNoHelper) return fail("no helper: " + helper);
    } else {
      parse_imm(lexer, row.imm, ins.imm, ins.aux);
    }
    expect(lexer, "(");
    std::vector<Ref> arguments;
    while (!lexer.is(")") && error_.empty()) {
      arguments.push_back(parse_ref(lexer));
      check_found(arguments.back());
      if (!lexer.accept(",")) break;
    }
    expect(lexer, ")");
    ins.a.index = static_cast<uint32_t>(trace.args.size());
    ins.b.index = static_cast<uint32_t>(arguments.size());
    trace.args.insert(trace.args.end(), arguments.begin(), arguments.end());
  }

  void check_found(Ref ref) {
    if (ref.is_none()) fail("no value " + missing_ + " so far");
  }

  void parse_operands(Lexer& lexer, Ins& ins, const OpInfo& row, uint32_t index) {
    Ref* const operands[3] = {&ins.a, &ins.b, &ins.c};
    int count = fixed_operand_count(ins.op);
    for (int i = 0; i < count && error_.empty(); ++i) {
      if (i > 0) expect(lexer, ",");
      *operands[i] = parse_ref(lexer);
      if (operands[i]->is_none() && ins.op == Op::Phi && i == 1) {
        patches_.push_back({index, missing_, line_});
      } else {
        check_found(*operands[i]);
      }
    }
    if (!error_.empty()) return;
    bool optional = std::strcmp(row.imm, "range") == 0;
    if (optional && !lexer.is(",")) return;
    if (std::strcmp(row.imm, "none") != 0) {
      if (count > 0) expect(lexer, ",");
      parse_imm(lexer, row.imm, ins.imm, ins.aux);
    }
  }

  void parse_suffixes(Lexer& lexer, Ins& ins) {
    while (!lexer.at_end() && error_.empty()) {
      if (lexer.accept("aux")) {
        ins.aux = static_cast<uint16_t>(parse_number(lexer));
      } else if (lexer.accept("!sunk")) {
        ins.flags |= kSunk;
      } else if (lexer.accept("!hoisted")) {
        ins.flags |= kHoisted;
      } else if (starts_with(lexer.token(), "!s")) {
        ins.snapshot = static_cast<uint32_t>(std::atoi(lexer.take().c_str() + 2));
      } else {
        return;
      }
    }
  }

  Type result_type(const Ins& ins, const OpInfo& row, Type declared) {
    if (declared != Type::Void) return declared;
    switch (row.result) {
      case '=':
        return ins.a.is_none() ? Type::Void : result_.trace.type_of(ins.a);
      case '@':
        return ins.op == Op::Call ? type_of_letter(helper_info(ins.imm).result)
                                  : field_info(ins.imm).type;
      case '*':
        if (ins.op == Op::LoadRaw)
          return ins.aux == static_cast<uint16_t>(RawType::F32) ||
                         ins.aux == static_cast<uint16_t>(RawType::F64)
                     ? Type::F64
                     : Type::I64;
        if (ins.op != Op::CallNative) fail("the result's type is missing, as in %3:i64 =");
        return Type::Void;
      default:
        return type_of_letter(row.result);
    }
  }

  void parse_snapshot(Lexer& lexer) {
    Trace& trace = result_.trace;
    auto number = static_cast<size_t>(std::atoi(lexer.take().c_str() + 1));
    if (number >= 100000) return fail("snapshots are numbered from s0");
    if (trace.snapshots.size() <= number) trace.snapshots.resize(number + 1);
    Snapshot s;
    std::string resume = lexer.take();
    if (resume == "retry")
      s.resume = Resume::Retry;
    else if (resume == "after")
      s.resume = Resume::After;
    else if (resume == "raise")
      s.resume = Resume::Raise;
    else
      return fail("retry, after or raise expected");
    while (!lexer.is("{") && !lexer.at_end() && error_.empty()) {
      std::string key = lexer.take();
      int64_t value = parse_number(lexer);
      if (key == "code")
        s.code_id = static_cast<uint32_t>(value);
      else if (key == "pc")
        s.pc = static_cast<uint32_t>(value);
      else if (key == "base")
        s.base = static_cast<int32_t>(value);
      else if (key == "depth")
        s.depth = static_cast<uint32_t>(value);
      else
        fail("no property of a snapshot: " + key);
    }
    expect(lexer, "{");
    while (!lexer.is("}") && error_.empty()) {
      SnapshotEntry e{};
      e.slot = std::atoi(lexer.take().c_str());
      e.value = parse_ref(lexer);
      check_found(e.value);
      s.entries.push_back(e);
      if (!lexer.accept(",")) break;
    }
    expect(lexer, "}");
    if (lexer.accept("pending")) {
      expect(lexer, "{");
      while (!lexer.is("}") && error_.empty()) {
        s.pending.push_back(parse_pending(lexer));
        if (!lexer.accept(";")) break;
      }
      expect(lexer, "}");
    }
    trace.snapshots[number] = std::move(s);
  }

  PendingStore parse_pending(Lexer& lexer) {
    std::string text = lexer.take();
    auto it = ops_by_text().find(text);
    PendingStore p{};
    if (it == ops_by_text().end()) {
      fail("no op: " + text);
      return p;
    }
    Ins ins{};
    ins.op = it->second;
    parse_operands(lexer, ins, info(ins.op), 0);
    p.op = ins.op;
    p.imm = ins.imm;
    p.a = ins.a;
    p.b = ins.b;
    p.c = ins.c;
    return p;
  }

  std::string_view text_;
  const ParseOptions& options_;
  ParseResult result_;
  std::string error_;
  int line_ = 0;
  std::unordered_map<std::string, Ref> names_;
  std::string missing_;
  std::vector<Patch> patches_;
};

}  // namespace

ParseResult parse(std::string_view text, const ParseOptions& options) {
  return Parser(text, options).run();
}

}  // namespace hothouse::ir
