# The libraries of cmake/dependencies.cmake for WebAssembly, behind the same names.
#
# Headers in /usr/include that depend on nothing of the system (fmt, xbyak, Zycore) are used as they are:
# -idirafter puts Emscripten's own headers first. Zydis is compiled from Debian's source, the very
# version that the native build links, so that both disassemble alike.

target_compile_options(hothouse_flags INTERFACE "SHELL:-idirafter /usr/include")

# Integers without bound: our own limbs.
add_library(hothouse_bigint INTERFACE)
target_compile_definitions(hothouse_bigint INTERFACE HOTHOUSE_PORTABLE_LIMBS=1)

add_library(hothouse_xbyak INTERFACE)
target_compile_definitions(hothouse_xbyak INTERFACE XBYAK64=1 XBYAK64_GCC)

set(HOTHOUSE_FETCHED ${CMAKE_BINARY_DIR}/fetched)
if(NOT EXISTS ${HOTHOUSE_FETCHED}/zydis/include/Zydis/Zydis.h)
  message(STATUS "Fetching the source of Zydis")
  execute_process(COMMAND ${CMAKE_SOURCE_DIR}/web/fetch_zydis.sh ${HOTHOUSE_FETCHED}
    COMMAND_ERROR_IS_FATAL ANY)
endif()
file(GLOB zydis_sources ${HOTHOUSE_FETCHED}/zydis/src/*.c)
list(FILTER zydis_sources EXCLUDE REGEX "/Encoder[^/]*\\.c$")
add_library(hothouse_zydis STATIC ${zydis_sources})
target_include_directories(hothouse_zydis SYSTEM PUBLIC ${HOTHOUSE_FETCHED}/zydis/include)
target_include_directories(hothouse_zydis PRIVATE ${HOTHOUSE_FETCHED}/zydis/src)
target_compile_definitions(hothouse_zydis
  PUBLIC ZYDIS_STATIC_BUILD ZYCORE_STATIC_BUILD
  PRIVATE ZYDIS_DISABLE_ENCODER ZYDIS_DISABLE_AVX512 ZYDIS_DISABLE_KNC ZYDIS_DISABLE_SEGMENT)
target_compile_options(hothouse_zydis PRIVATE "SHELL:-idirafter /usr/include")
