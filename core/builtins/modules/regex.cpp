// The module _regex: what _sre.py needs of the matcher in C++.
#include "core/builtins/arguments.h"
#include "core/builtins/library.h"
#include "core/builtins/modules/modules.h"
#include "core/builtins/regex/matcher.h"
#include "core/objects/bytes.h"
#include "core/objects/list.h"
#include "core/objects/tuple.h"
#include "core/objects/unicode.h"

namespace hothouse {
namespace {

struct State {
  std::vector<std::unique_ptr<regex::Program>> programs;
  regex::Workspace space;
  std::vector<Value> values;  // small integers
};

State& state_of(Leaf& vm) {
  std::shared_ptr<void>& state = vm.library().module_state["_regex"];
  if (!state) state = std::make_shared<State>();
  return *static_cast<State*>(state.get());
}

/// compile(words, groups): the number of the program.
Value compile(Leaf& vm, const Value* a) {
  std::vector<uint32_t> words;
  int64_t groups;
  if (!is_list(a[0]) || !int64_argument(vm, a[1], &groups)) {
    return vm.type_error("compile() takes a list and an int");
  }
  for (uint64_t i = 0; i < list_length(a[0]); ++i) {
    int64_t word;
    if (!int64_argument(vm, list_get(vm, a[0], i), &word)) return Value::raised();
    words.push_back(static_cast<uint32_t>(word));
  }
  auto program = regex::translate(words, static_cast<uint32_t>(groups));
  if (!program) return vm.raise(TypeId::RuntimeError, "invalid SRE code");
  auto& programs = state_of(vm).programs;
  programs.push_back(std::move(program));
  return vm.heap().make_int(static_cast<int64_t>(programs.size() - 1));
}

constexpr int64_t kMustAdvance = 4;  // with a mode: the match must not be empty at the start

/// run(program, text, start, end, mode): a tuple of marks, or None.
Value run(Leaf& vm, const Value* a) {
  int64_t number, start, end, mode;
  if (!int64_argument(vm, a[0], &number) || !clamped_argument(vm, a[2], &start) ||
      !clamped_argument(vm, a[3], &end) || !int64_argument(vm, a[4], &mode)) {
    return Value::raised();
  }
  Value text = unwrap(vm, a[1]);
  regex::Subject subject{};
  int64_t length;
  std::string copy;
  if (is_str(text)) {
    StrView view = str_view(vm, text);
    subject = {view.data, view.width, 0, 0};
    length = static_cast<int64_t>(view.length);
  } else if (is_bytes(text) || is_bytearray(text)) {
    BytesView view = bytes_view(text);
    subject = {reinterpret_cast<const uint8_t*>(view.data()), 1, 0, 0};
    length = static_cast<int64_t>(view.size());
  } else if (bytes_like_copy(text, &copy)) {
    subject = {reinterpret_cast<const uint8_t*>(copy.data()), 1, 0, 0};
    length = static_cast<int64_t>(copy.size());
  } else {
    return vm.type_error("expected string or bytes-like object");
  }
  subject.start = std::min(std::max<int64_t>(start, 0), length);
  subject.end = std::min(std::max<int64_t>(end, 0), length);
  State& state = state_of(vm);
  auto outcome = regex::run(*state.programs[static_cast<size_t>(number)], subject,
                            static_cast<regex::Mode>(mode & ~kMustAdvance),
                            (mode & kMustAdvance) != 0, state.space);
  if (outcome == regex::Outcome::TooMuch) return vm.memory_error();
  if (outcome == regex::Outcome::No) return Value::none();
  state.values.clear();
  for (int64_t m : state.space.marks) state.values.push_back(vm.heap().make_int(m));
  return make_tuple(vm, state.values.data(), state.values.size());
}

template <regex::Case fold>
Value lower(Leaf& vm, const Value* a) {
  int64_t c;
  if (!int64_argument(vm, a[0], &c)) return Value::raised();
  return vm.heap().make_int(regex::lower(static_cast<uint32_t>(c), fold));
}
template <regex::Case fold>
Value is_cased(Leaf& vm, const Value* a) {
  int64_t c;
  if (!int64_argument(vm, a[0], &c)) return Value::raised();
  auto u = static_cast<uint32_t>(c);
  if (regex::lower(u, fold) != u) return Value::true_value();
  if (fold == regex::Case::Ascii) return Value::boolean(u >= 'a' && u <= 'z');
  return Value::boolean(unicode_record(u).upper != 0);
}

const BuiltinDef kRows[] = {
    HH_LEAF("compile", "words, groups, /", compile, 0, "Makes a program of compiled words."),
    HH_LEAF("run", "program, text, start, end, mode, /", run, kBuiltinReadOnly,
            "Looks for a match."),
    HH_LEAF("ascii_tolower", "c, /", lower<regex::Case::Ascii>, kBuiltinReadOnly, "Lower case."),
    HH_LEAF("unicode_tolower", "c, /", lower<regex::Case::Unicode>, kBuiltinReadOnly,
            "Lower case."),
    HH_LEAF("ascii_iscased", "c, /", is_cased<regex::Case::Ascii>, kBuiltinReadOnly,
            "Has it two cases?"),
    HH_LEAF("unicode_iscased", "c, /", is_cased<regex::Case::Unicode>, kBuiltinReadOnly,
            "Has it two cases?"),
};

}  // namespace

const ModuleTable kRegexModule = {"_regex", builtin_table(kRows), nullptr, 0};

}  // namespace hothouse
