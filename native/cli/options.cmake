# Line editing at the prompt. The static archives, where they are there, save loading four libraries at
# every start.
find_path(HOTHOUSE_EDIT_INCLUDE histedit.h)
find_library(HOTHOUSE_EDIT NAMES libedit.a edit)
hothouse_require(HOTHOUSE_EDIT "libedit (libedit-dev)")
target_include_directories(hothouse SYSTEM PRIVATE ${HOTHOUSE_EDIT_INCLUDE})
target_link_libraries(hothouse PRIVATE ${HOTHOUSE_EDIT})
foreach(needed tinfo bsd md)
  find_library(HOTHOUSE_EDIT_${needed} NAMES lib${needed}.a ${needed})
  if(HOTHOUSE_EDIT_${needed})
    target_link_libraries(hothouse PRIVATE ${HOTHOUSE_EDIT_${needed}})
  endif()
endforeach()

target_compile_definitions(hothouse PRIVATE HOTHOUSE_VERSION="${PROJECT_VERSION}")

# What an empty program runs lies together: a tenth of its time is finding code that is spread over the
# file, a page at a time. Only lld takes such a list. bench/start_order.py writes it.
if(NOT HOTHOUSE_SANITIZE)
  set(start_order ${CMAKE_SOURCE_DIR}/native/cli/start_order.txt)
  target_link_options(hothouse PRIVATE -fuse-ld=lld -Wl,--gc-sections
    -Wl,--symbol-ordering-file=${start_order} -Wl,--no-warn-symbol-ordering)
  set_target_properties(hothouse PROPERTIES LINK_DEPENDS ${start_order})
endif()
