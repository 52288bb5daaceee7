# Libraries of the system, each behind an interface target with a name of ours: a web build defines the
# same names over its own sources (web/dependencies.cmake), and no other file knows where they are.
# Which Debian package brings a library is said in packages.txt.

if(EMSCRIPTEN)
  include(${CMAKE_SOURCE_DIR}/web/dependencies.cmake)
  return()
endif()

function(hothouse_require variable what)
  if(NOT ${variable})
    message(FATAL_ERROR "${what} was not found. `./dev build` installs what the build needs.")
  endif()
endfunction()

# Integers without bound: GMP's mpn layer. The static archive saves a library at start-up.
find_library(HOTHOUSE_GMP NAMES libgmp.a gmp)
hothouse_require(HOTHOUSE_GMP "GMP (libgmp-dev)")
add_library(hothouse_bigint INTERFACE)
target_link_libraries(hothouse_bigint INTERFACE ${HOTHOUSE_GMP})

# Machine code. Header-only.
find_path(HOTHOUSE_XBYAK_INCLUDE xbyak/xbyak.h)
hothouse_require(HOTHOUSE_XBYAK_INCLUDE "xbyak (libxbyak-dev)")
add_library(hothouse_xbyak INTERFACE)
target_include_directories(hothouse_xbyak SYSTEM INTERFACE ${HOTHOUSE_XBYAK_INCLUDE})

# Disassembly. Opened by the first listing: its tables would cost every start a tenth of its time.
find_library(HOTHOUSE_ZYDIS NAMES Zydis)
hothouse_require(HOTHOUSE_ZYDIS "Zydis (libzydis-dev)")
get_filename_component(zydis_file ${HOTHOUSE_ZYDIS} REALPATH)
add_library(hothouse_zydis INTERFACE)
target_compile_definitions(hothouse_zydis INTERFACE HOTHOUSE_ZYDIS_FILE="${zydis_file}")
target_link_libraries(hothouse_zydis INTERFACE ${CMAKE_DL_LIBS})

# C calls from the interpreter.
find_library(HOTHOUSE_LIBFFI NAMES libffi.a ffi)
hothouse_require(HOTHOUSE_LIBFFI "libffi (libffi-dev)")
add_library(hothouse_libffi INTERFACE)
target_link_libraries(hothouse_libffi INTERFACE ${HOTHOUSE_LIBFFI})

# CPython for the bridge: headers only, libpython is opened when a program imports `cpython`. It has to
# be the system's 3.11, whatever another python3 stands first on the PATH.
find_path(HOTHOUSE_CPYTHON_INCLUDE Python.h PATHS /usr/include/python3.11 NO_DEFAULT_PATH)
hothouse_require(HOTHOUSE_CPYTHON_INCLUDE "Python 3.11's headers (python3-dev)")
