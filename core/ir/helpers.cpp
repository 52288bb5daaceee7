// The registry of helpers: filled once at start-up, read by everything.
#include "core/ir/helpers.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace hothouse::ir {
namespace {

struct Registry {
  std::vector<HelperInfo> rows;
  std::unordered_map<std::string, HelperId> by_name;
};

Registry& registry() {
  static Registry r;
  return r;
}

}  // namespace

HelperId register_helper(const HelperInfo& info) {
  Registry& r = registry();
  auto id = static_cast<HelperId>(r.rows.size());
  auto [it, is_new] = r.by_name.emplace(info.name, id);
  if (!is_new) {  // registered again (a second VM in the process): the same row
    r.rows[it->second] = info;
    return it->second;
  }
  r.rows.push_back(info);
  return id;
}

const HelperInfo& helper_info(HelperId id) { return registry().rows[id]; }

uint32_t helper_count() { return static_cast<uint32_t>(registry().rows.size()); }

HelperId find_helper(const char* name) {
  Registry& r = registry();
  auto it = r.by_name.find(name);
  return it == r.by_name.end() ? kNoHelper : it->second;
}

}  // namespace hothouse::ir
