#include "native/x64/zydis.h"

#ifdef HOTHOUSE_ZYDIS_FILE
#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#endif

namespace hothouse::x64 {

#ifdef HOTHOUSE_ZYDIS_FILE

namespace {

template <class F>
void find(void* library, const char* name, F* function) {
  if (library) *function = reinterpret_cast<F>(dlsym(library, name));
  if (*function) return;
  std::fprintf(stderr, "hothouse: listing machine code needs %s (Debian's libzydis4.0): %s\n",
               HOTHOUSE_ZYDIS_FILE, dlerror());
  std::exit(1);
}

Zydis load() {
  void* library = dlopen(HOTHOUSE_ZYDIS_FILE, RTLD_NOW | RTLD_LOCAL);
  Zydis z{};
  find(library, "ZydisDecoderInit", &z.decoder_init);
  find(library, "ZydisDecoderDecodeFull", &z.decode);
  find(library, "ZydisFormatterInit", &z.formatter_init);
  find(library, "ZydisFormatterSetProperty", &z.set_property);
  find(library, "ZydisFormatterFormatInstruction", &z.format);
  find(library, "ZydisCalcAbsoluteAddress", &z.absolute_address);
  return z;
}

}  // namespace

#else

namespace {

Zydis load() {
  return {ZydisDecoderInit,          ZydisDecoderDecodeFull,          ZydisFormatterInit,
          ZydisFormatterSetProperty, ZydisFormatterFormatInstruction, ZydisCalcAbsoluteAddress};
}

}  // namespace

#endif

const Zydis& zydis() {
  static const Zydis z = load();
  return z;
}

}  // namespace hothouse::x64
