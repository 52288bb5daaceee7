// What may go wrong in patterns: unreachable cases, names bound twice or not by all alternatives,
// repeated keys, f-strings. See checks.h.
#include "core/syntax/checks.h"
#include "core/syntax/dump_constant.h"

namespace hothouse::syntax {

namespace {

bool binds(const std::vector<const Name*>& names, std::string_view id) {
  for (const Name* name : names) {
    if (name->id == id) return true;
  }
  return false;
}

// The key as repr() shows it, or empty if its value is not known here.
std::string key_repr(const Expr* key) {
  auto* constant = node_cast<const Constant>(key);
  if (constant == nullptr) return "";
  switch (constant->constant) {
    case ConstantKind::None:
      return "None";
    case ConstantKind::True:
      return "True";
    case ConstantKind::False:
      return "False";
    case ConstantKind::Int:
      return decimal(constant->text, constant->base);
    case ConstantKind::Float:
      return float_repr(constant->number);
    case ConstantKind::Str:
      return quoted(constant->text, false);
    case ConstantKind::Bytes:
      return quoted(constant->text, true);
    default:
      return "";
  }
}

}  // namespace

void Checker::match(Match& stmt) {
  visit(stmt.subject);
  for (std::size_t i = 0; i < stmt.cases.size(); ++i) {
    MatchCase& c = stmt.cases[i];
    Names bound;
    // Only the last case, or one with a guard, may match everything.
    pattern(c.pattern, bound, i + 1 == stmt.cases.size() || c.guard != nullptr);
    visit(c.guard);
    body(c.body);
    if (failed_) return;
  }
}

void Checker::patterns(std::span<Pattern*> list, Names& bound) {
  for (Pattern* p : list) pattern(p, bound, true);
}

void Checker::bind(const Name* name, Names& bound) {
  if (name == nullptr) return;
  if (binds(bound, name->id)) {
    return fail(name->range,
                "multiple assignments to name '" + std::string(name->id) + "' in pattern");
  }
  assigned_name(name->id, name->range);
  bound.push_back(name);
}

void Checker::pattern(Pattern* p, Names& bound, bool irrefutable_allowed) {
  if (failed_) return;
  switch (p->kind) {
    case PatternKind::MatchValue:
      if (as<MatchValue>(p).value->kind == ExprKind::JoinedStr) {
        return fail(p->range, "patterns may only match literals and attribute lookups");
      }
      return visit(as<MatchValue>(p).value);
    case PatternKind::MatchSingleton:
      return;
    case PatternKind::MatchSequence: {
      auto& sequence = as<MatchSequence>(p);
      int stars = 0;
      for (Pattern* item : sequence.patterns) stars += item->kind == PatternKind::MatchStar;
      if (stars > 1) return fail(p->range, "multiple starred names in sequence pattern");
      return patterns(sequence.patterns, bound);
    }
    case PatternKind::MatchMapping:
      return mapping(as<MatchMapping>(p), bound);
    case PatternKind::MatchClass:
      return class_pattern(as<MatchClass>(p), bound);
    case PatternKind::MatchStar:
      return bind(as<MatchStar>(p).name, bound);
    case PatternKind::MatchAs: {
      auto& capture = as<MatchAs>(p);
      if (capture.pattern == nullptr) {
        if (!irrefutable_allowed) {
          return fail(p->range, capture.name == nullptr
                                    ? "wildcard makes remaining patterns unreachable"
                                    : "name capture '" + std::string(capture.name->id) +
                                          "' makes remaining patterns unreachable");
        }
      } else {
        pattern(capture.pattern, bound, irrefutable_allowed);
      }
      return bind(capture.name, bound);
    }
    case PatternKind::MatchOr:
      return alternatives(as<MatchOr>(p), bound, irrefutable_allowed);
  }
}

void Checker::alternatives(MatchOr& p, Names& bound, bool irrefutable_allowed) {
  Names first;
  for (std::size_t i = 0; i < p.patterns.size(); ++i) {
    Names names;
    bool last = i + 1 == p.patterns.size();
    pattern(p.patterns[i], names, last && irrefutable_allowed);
    if (failed_) return;
    if (i == 0) {
      first = names;
      continue;
    }
    bool same = names.size() == first.size();
    for (const Name* name : names) same = same && binds(first, name->id);
    if (!same)
      return fail(names.empty() ? p.range : names.back()->range,
                  "alternative patterns bind different names");
  }
  for (const Name* name : first) bind(name, bound);
}

void Checker::mapping(MatchMapping& p, Names& bound) {
  std::vector<std::string> seen;
  for (Expr* key : p.keys) {
    std::string shown = key_repr(key);
    for (const std::string& other : seen) {
      if (!shown.empty() && other == shown) {
        return fail(p.range, "mapping pattern checks duplicate key (" + shown + ")");
      }
    }
    if (key->kind == ExprKind::JoinedStr) {
      return fail(p.range, "mapping pattern keys may only match literals and attribute lookups");
    }
    seen.push_back(shown);
    visit(key);
  }
  patterns(p.patterns, bound);
  bind(p.rest, bound);
}

void Checker::class_pattern(MatchClass& p, Names& bound) {
  visit(p.cls);
  for (std::size_t i = 0; i < p.kwd_attrs.size(); ++i) {
    for (std::size_t j = i + 1; j < p.kwd_attrs.size(); ++j) {
      if (p.kwd_attrs[i] == p.kwd_attrs[j]) {
        return fail(p.kwd_patterns[j]->range,
                    "attribute name repeated in class pattern: " + std::string(p.kwd_attrs[j]));
      }
    }
  }
  patterns(p.patterns, bound);
  patterns(p.kwd_patterns, bound);
}

}  // namespace hothouse::syntax
