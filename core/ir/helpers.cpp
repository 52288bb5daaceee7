// The registry of helpers: filled once at start-up, read by everything.
#include "core/ir/helpers.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace hothouse::ir {
namespace {

struct Registry {
  std::vector<HelperInfo> rows;
  std::unordered_map<std::string_view, HelperId> by_name;  // of the first `indexed` rows
  size_t indexed = 0;
};

Registry& registry() {
  static Registry r;
  return r;
}

}  // namespace

HelperId register_helper(const HelperInfo& info) {
  Registry& r = registry();
  r.rows.push_back(info);
  return static_cast<HelperId>(r.rows.size() - 1);
}

const HelperInfo& helper_info(HelperId id) { return registry().rows[id]; }

uint32_t helper_count() { return static_cast<uint32_t>(registry().rows.size()); }

HelperId find_helper(const char* name) {
  Registry& r = registry();
  for (; r.indexed < r.rows.size(); ++r.indexed) {
    r.by_name.emplace(r.rows[r.indexed].name, static_cast<HelperId>(r.indexed));
  }
  auto it = r.by_name.find(name);
  return it == r.by_name.end() ? kNoHelper : it->second;
}

}  // namespace hothouse::ir
