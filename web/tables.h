#pragma once

#include <string>

namespace hothouse::web {

/// {"instructions": {text: sentence}, "ops": {...}, "passes": {...}, "options": [...]}
std::string teaching_tables();

}  // namespace hothouse::web
