// HOTHOUSE_PLANTED(name): whether the bug of planted.def is awake. The constant false, and so no
// code at all, unless the build has HOTHOUSE_PLANT; then the environment variable
// HOTHOUSE_PLANTED names the one that is.
#pragma once

#ifdef HOTHOUSE_PLANT

namespace hothouse::opt {

enum class PlantedBug {
#define PLANTED_BUG(name, sentence) name,
#include "core/opt/planted.def"
#undef PLANTED_BUG
};

bool is_planted(PlantedBug bug);

}  // namespace hothouse::opt

#define HOTHOUSE_PLANTED(name) (::hothouse::opt::is_planted(::hothouse::opt::PlantedBug::name))

#else

#define HOTHOUSE_PLANTED(name) false

#endif
