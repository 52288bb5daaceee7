// The functions of Zydis that listings call, where they are: linked in (the web build), or in the
// shared library, which only a program that lists code needs to load.
#pragma once

#include <Zydis/Zydis.h>

namespace hothouse::x64 {

struct Zydis {
  decltype(&ZydisDecoderInit) decoder_init;
  decltype(&ZydisDecoderDecodeFull) decode;
  decltype(&ZydisFormatterInit) formatter_init;
  decltype(&ZydisFormatterSetProperty) set_property;
  decltype(&ZydisFormatterFormatInstruction) format;
  decltype(&ZydisCalcAbsoluteAddress) absolute_address;
};

/// Loads the library on the first call. If it is gone, says so on stderr and ends the process: a
/// listing was asked for and cannot be made.
const Zydis& zydis();

}  // namespace hothouse::x64
