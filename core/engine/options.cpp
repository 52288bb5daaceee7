#include "core/engine/options.h"

#include <algorithm>

namespace hothouse {

namespace {

/// A number with an optional suffix k, M or G (where sizes are meant).
bool parse_number(std::string_view text, bool suffixes, uint64_t& result) {
  uint64_t factor = 1;
  if (suffixes && !text.empty()) {
    switch (text.back()) {
      case 'k':
      case 'K':
        factor = uint64_t{1} << 10;
        break;
      case 'M':
        factor = uint64_t{1} << 20;
        break;
      case 'G':
        factor = uint64_t{1} << 30;
        break;
      default:
        break;
    }
    if (factor != 1) text.remove_suffix(1);
  }
  if (text.empty() || text.size() > 15) return false;
  result = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
    result = result * 10 + static_cast<uint64_t>(c - '0');
  }
  if (result > (uint64_t{1} << 40)) return false;  // no option takes more; the product fits
  result *= factor;
  return true;
}

bool complain(const JitOptionInfo& info, std::string_view value, std::string_view wanted,
              std::string& error) {
  error = "--jit " + std::string(info.name) + ": '" + std::string(value) + "' is not " +
          std::string(wanted);
  return false;
}

bool set(const JitOptionInfo& info, std::string_view value, uint64_t& member, std::string& error) {
  bool size = info.kind == JitOptionKind::Size;
  std::string_view range = info.values;
  size_t dots = range.find("..");
  uint64_t least = 0, greatest = 0, number = 0;
  parse_number(range.substr(0, dots), size, least);
  parse_number(range.substr(dots + 2), size, greatest);
  if (!parse_number(value, size, number) || number < least || number > greatest) {
    return complain(info, value,
                    std::string(size ? "a size from " : "a number from ") +
                        std::string(range.substr(0, dots)) + " to " +
                        std::string(range.substr(dots + 2)),
                    error);
  }
  member = number;
  return true;
}

bool set(const JitOptionInfo& info, std::string_view value, std::string& member,
         std::string& error) {
  std::string_view rest = info.values;
  std::string wanted = "one of ";
  for (;;) {
    size_t bar = std::min(rest.find('|'), rest.size());
    if (rest.substr(0, bar) == value) {
      member = std::string(value);
      return true;
    }
    wanted += std::string(rest.substr(0, bar));
    if (bar == rest.size()) break;
    wanted += ", ";
    rest.remove_prefix(bar + 1);
  }
  return complain(info, value, wanted, error);
}

bool set(const JitOptionInfo& info, std::string_view value, std::vector<std::string>& member,
         std::string& error) {
  if (value.empty()) return complain(info, value, "a name", error);
  member.emplace_back(value);
  return true;
}

bool set(const JitOptionInfo& info, std::string_view value, bool& member, std::string& error) {
  if (!value.empty()) {
    error = "--jit " + std::string(info.name) + " takes no value";
    return false;
  }
  member = true;
  return true;
}

bool parse_setting(std::string_view setting, JitOptions& options, std::string& error) {
  if (setting == "off" || setting == "on") {
    options.enabled = setting == "on";
    return true;
  }
  size_t equals = std::min(setting.find('='), setting.size());
  std::string_view name = setting.substr(0, equals);
  std::string_view value = equals < setting.size() ? setting.substr(equals + 1) : "";
  size_t row = 0;
#define JIT_OPTION(member, option, Kind, standard, values, sentence)              \
  if (name == option) {                                                           \
    if (JitOptionKind::Kind != JitOptionKind::Flag && equals == setting.size()) { \
      error = "--jit " option " needs a value: " option "=...";                   \
      return false;                                                               \
    }                                                                             \
    return set(kJitOptions[row], value, options.member, error);                   \
  }                                                                               \
  ++row;
#include "core/engine/jit_options.def"
#undef JIT_OPTION
  error = "--jit knows no '" + std::string(name) + "'; it takes off";
  for (size_t i = 0; i < kJitOptionCount; ++i) error += std::string(", ") + kJitOptions[i].name;
  return false;
}

}  // namespace

const JitOptionInfo kJitOptions[] = {
#define JIT_OPTION(member, name, Kind, standard, values, sentence) \
  {name, JitOptionKind::Kind, #standard, values, sentence},
#include "core/engine/jit_options.def"
#undef JIT_OPTION
};
const size_t kJitOptionCount = sizeof kJitOptions / sizeof kJitOptions[0];

bool parse_jit_options(std::string_view text, JitOptions& options, std::string& error) {
  for (;;) {
    size_t comma = std::min(text.find(','), text.size());
    if (!parse_setting(text.substr(0, comma), options, error)) return false;
    if (comma == text.size()) return true;
    text.remove_prefix(comma + 1);
  }
}

std::string describe_jit_options() {
  std::string result = "  off                   interpret only\n";
  for (size_t i = 0; i < kJitOptionCount; ++i) {
    const JitOptionInfo& info = kJitOptions[i];
    std::string left = "  " + std::string(info.name);
    switch (info.kind) {
      case JitOptionKind::Count:
        left += "=N";
        break;
      case JitOptionKind::Size:
        left += "=SIZE";
        break;
      case JitOptionKind::Word:
        left += "=" + std::string(info.values);
        break;
      case JitOptionKind::Names:
        left += "=NAME";
        break;
      case JitOptionKind::Flag:
        break;
    }
    left.resize(std::max<size_t>(left.size() + 1, 24), ' ');
    result += left + info.sentence;
    std::string_view standard = info.standard;
    if (info.kind == JitOptionKind::Word) standard = standard.substr(1, standard.size() - 2);
    if (info.kind != JitOptionKind::Flag && info.kind != JitOptionKind::Names && standard != "0") {
      result += " (" + std::string(standard) + ")";
    }
    result += '\n';
  }
  return result;
}

}  // namespace hothouse
