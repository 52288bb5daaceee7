# Functions that make a target out of a folder.

# Sources of the folders in `folders`, less those under the folders in `excluded`.
function(hothouse_glob result folders excluded)
  set(sources)
  foreach(folder IN LISTS folders)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  foreach(folder IN LISTS excluded)
    list(FILTER sources EXCLUDE REGEX "^${CMAKE_SOURCE_DIR}/${folder}/")
  endforeach()
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

# hothouse_library(NAME SOURCES folder... [EXCLUDE folder...] [NO_EXCEPTIONS])
# A static library of everything in the folders. hothouse_core always has a generated source; a
# library without any source gets an empty one, so that PRIVATE properties work from the first day.
function(hothouse_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NO_EXCEPTIONS" "" "SOURCES;EXCLUDE")
  hothouse_glob(sources "${arg_SOURCES}" "${arg_EXCLUDE}")
  if(NOT sources)
    set(empty ${CMAKE_BINARY_DIR}/generated/${name}_empty.cpp)
    if(NOT EXISTS ${empty})
      file(WRITE ${empty} "// ${name} has no sources yet.\n")
    endif()
    set(sources ${empty})
  endif()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC hothouse_flags)
  if(arg_NO_EXCEPTIONS)
    target_compile_options(${name} PRIVATE -fno-exceptions)
  endif()
endfunction()

# hothouse_executable(NAME SOURCES folder...): no target as long as there is no source.
function(hothouse_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;EXCLUDE")
  hothouse_glob(sources "${arg_SOURCES}" "${arg_EXCLUDE}")
  if(NOT sources)
    message(STATUS "${name}: no sources yet")
    return()
  endif()
  if(HOTHOUSE_SANITIZE)
    list(APPEND sources ${CMAKE_SOURCE_DIR}/cmake/sanitizer_defaults.cpp)
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE hothouse_flags)
endfunction()

# What a folder asks for beyond the root file: <folder>/options.cmake, where it exists.
macro(hothouse_folder_options folder)
  include(${CMAKE_SOURCE_DIR}/${folder}/options.cmake OPTIONAL)
endmacro()
