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
