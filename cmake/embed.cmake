# hothouse_embed_python(TARGET FOLDER [TABLE]): compiles FOLDER/**/*.py into TARGET as byte arrays, reachable
# through a table of the rows that core/builtins/embedded.h declares: kEmbeddedModules, or TABLE.
# embed_python.cmake does the writing.
function(hothouse_embed_python target folder)
  set(table kEmbeddedModules)
  if(ARGC GREATER 2)
    set(table ${ARGV2})
  endif()
  file(GLOB_RECURSE modules CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.py)
  set(output ${CMAKE_BINARY_DIR}/generated/${target}_modules.cpp)
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed_python.cmake)
  # The list goes through a file: its change (a module added or removed) is what makes the output stale.
  set(list ${CMAKE_BINARY_DIR}/generated/${target}_modules.txt)
  list(JOIN modules "\n" lines)
  file(GENERATE OUTPUT ${list} CONTENT "${lines}\n")
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DLIST=${list} -DFOLDER=${CMAKE_SOURCE_DIR}/${folder} -DTABLE=${table}
            -DOUTPUT=${output} -P ${script}
    DEPENDS ${modules} ${list} ${script}
    COMMENT "Embedding ${folder}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
