// What JavaScript calls: put files in, run a program, read the teaching tables. One program a
// module instance: the page makes a fresh one for each run (web/run.mjs).
#include <string>
#include <vector>

#include "web/program.h"
#include "web/tables.h"

namespace {

hothouse::web::WebHost& host() {
  static hothouse::web::WebHost instance;
  return instance;
}

std::vector<std::string>& arguments() {
  static std::vector<std::string> list;
  return list;
}

}  // namespace

extern "C" {

__attribute__((used, visibility("default"))) void hothouse_add_file(const char* path,
                                                                    const char* bytes,
                                                                    uint32_t count) {
  host().add_file(path, {bytes, count});
}

/// CPython's standard library: its folder, and the files in it, from there, a path a line. Their
/// bytes are asked for when a program imports them.
__attribute__((used, visibility("default"))) void hothouse_set_library(const char* folder,
                                                                       const char* paths) {
  host().set_library(folder, paths);
}

__attribute__((used, visibility("default"))) void hothouse_set_input(const char* text,
                                                                     uint32_t count) {
  host().set_input({text, count});
}

/// Appends to sys.argv.
__attribute__((used, visibility("default"))) void hothouse_add_argument(const char* text) {
  arguments().emplace_back(text);
}

/// Runs the file `path` with settings as --jit takes them; the exit status. With `events`, the
/// event stream goes to the embedder as JSON lines.
__attribute__((used, visibility("default"))) int hothouse_run(const char* path, const char* jit,
                                                              int events) {
  return hothouse::web::run_program(host(), path, arguments(), jit, events != 0);
}

__attribute__((used, visibility("default"))) const char* hothouse_tables() {
  static const std::string text = hothouse::web::teaching_tables();
  return text.c_str();
}

__attribute__((used, visibility("default"))) const char* hothouse_version() {
  return HOTHOUSE_VERSION;
}
}
