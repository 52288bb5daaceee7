# Choices of the build and the compiler flags that every target of ours gets.

option(HOTHOUSE_TESTS "Build the unit tests and register the test programs" ON)
option(HOTHOUSE_DEBUG "Compile the internal verifications in (macro HOTHOUSE_DEBUG=1)" OFF)
option(HOTHOUSE_WERROR "Warnings are errors" OFF)
option(HOTHOUSE_PLANT "Compile in the bugs of core/opt/planted.def, for ./dev fuzz --planted" OFF)
set(HOTHOUSE_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
# CMake's own Release means -O3, which makes the dispatch loop larger and no faster.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "" FORCE)
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "" FORCE)
# A sanitizer's report asks for lines and no more; what a debugger wants takes a third of the build.
if(HOTHOUSE_SANITIZE)
  set(debug_info -g1)
else()
  set(debug_info -g)
endif()
set(CMAKE_CXX_FLAGS_DEBUG "-O1 ${debug_info}" CACHE STRING "" FORCE)
set(CMAKE_C_FLAGS_DEBUG "-O1 ${debug_info}" CACHE STRING "" FORCE)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON) # computed goto and __int128
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(HOTHOUSE_CCACHE ccache)
if(HOTHOUSE_CCACHE)
  set(launcher ${HOTHOUSE_CCACHE})
  if(EMSCRIPTEN)
    # em++ is a script around clang: its kind and version have to be told, and it is slow to start,
    # so that a second run for the preprocessor's output alone is not worth it.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_COMPILERTYPE=clang CCACHE_DEPEND=1
      CCACHE_COMPILERCHECK=string:${CMAKE_CXX_COMPILER_VERSION} ${HOTHOUSE_CCACHE})
  endif()
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

# Flags of every target of ours, as an interface target.
add_library(hothouse_flags INTERFACE)
target_include_directories(hothouse_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(hothouse_flags INTERFACE
  -Wall -Wextra -Wpedantic
  -Wno-missing-field-initializers # designated initializers leave fields out on purpose
  -fno-strict-aliasing            # heap slots are seen both as words and as structs
  -fno-rtti)                      # everywhere or nowhere: a class may be derived from across targets
target_compile_definitions(hothouse_flags INTERFACE
  FMT_HEADER_ONLY=1 FMT_EXCEPTIONS=0 JSON_NOEXCEPTION=1) # the same in every target: their code is inline
if(HOTHOUSE_WERROR)
  target_compile_options(hothouse_flags INTERFACE -Werror)
endif()
if(HOTHOUSE_DEBUG)
  target_compile_definitions(hothouse_flags INTERFACE HOTHOUSE_DEBUG=1)
endif()
if(HOTHOUSE_SANITIZE)
  # vptr checks need RTTI; frame pointers make the reports readable.
  set(sanitize -fsanitize=${HOTHOUSE_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_compile_options(hothouse_flags INTERFACE ${sanitize} -fno-omit-frame-pointer)
  target_link_options(hothouse_flags INTERFACE ${sanitize})
elseif(NOT EMSCRIPTEN)
  # Half of an empty program's start-up is loading the shared libstdc++.
  target_link_options(hothouse_flags INTERFACE -static-libstdc++ -static-libgcc)
endif()
if(NOT EMSCRIPTEN)
  # Each function in a section of its own, for the linker to order (native/cli/options.cmake) or to drop.
  target_compile_options(hothouse_flags INTERFACE -ffunction-sections)
  # At a fixed address the tables constant at compile time need no relocation: a position-independent
  # program copies every page of them before main, a fifth of an empty program's time.
  target_compile_options(hothouse_flags INTERFACE -fno-pie)
  target_link_options(hothouse_flags INTERFACE -no-pie)
endif()

if(HOTHOUSE_PLANT)
  # Only the files that planted.h has a say in: all others are taken from the compiler's cache.
  file(GLOB planted_in CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/opt/*.cpp ${CMAKE_SOURCE_DIR}/core/backend/*.cpp)
  set_source_files_properties(${planted_in} PROPERTIES COMPILE_DEFINITIONS HOTHOUSE_PLANT=1)
endif()
