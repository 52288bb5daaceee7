# The encoder of the WebAssembly backend knows nothing of Emscripten: its bytes are tested here.
target_sources(hothouse_tests PRIVATE ${CMAKE_SOURCE_DIR}/web/wasm_encoder.cpp)
