// Which planted bug is awake (planted.h). Empty but in builds with HOTHOUSE_PLANT.
#include "core/opt/planted.h"

#ifdef HOTHOUSE_PLANT

#include <cstdlib>
#include <cstring>

namespace hothouse::opt {

bool is_planted(PlantedBug bug) {
  static const char* const kNames[] = {
#define PLANTED_BUG(name, sentence) #name,
#include "core/opt/planted.def"
#undef PLANTED_BUG
  };
  static const char* const awake = std::getenv("HOTHOUSE_PLANTED");
  return awake != nullptr && std::strcmp(awake, kNames[static_cast<int>(bug)]) == 0;
}

}  // namespace hothouse::opt

#endif
