// What the command line asks for.
//
//   hothouse [options] [program.py | -c CODE | -m MODULE | -] [arguments of the program]
//   hothouse trace [options] program...      hothouse dis program...      hothouse schema
//
// Options end where the program begins; everything behind it is the program's own.
#pragma once

#include <string>
#include <vector>

#include "core/engine/options.h"

namespace hothouse {

struct Arguments {
  enum class Action {
    Run,
    Trace,       // run, and show what the JIT did
    Dis,         // show bytecode, run nothing
    Schema,      // print the schema of the event stream
    SchemaText,  // print its documentation
    ListPasses,
    Print,  // `text`, and exit with `status`: help, version, a mistake
  };
  enum class Program { None, File, Code, Module, Stdin };

  Action action = Action::Run;
  Program program = Program::None;  // None: a prompt, or standard input if that is no terminal
  std::string source;               // path, code or module name
  std::vector<std::string> argv;    // the program's sys.argv; [0] is set by how it is run
  JitOptions jit;
  std::vector<std::string> warnings;  // -W: sys.warnoptions
  std::vector<std::string> switches;  // -X: sys._xoptions
  bool keeps_code = true;             // -B: compiled modules are not written to files
  bool interactive = false;           // -i: a prompt, whatever standard input is

  // hothouse trace
  bool json = false;
  std::string output;              // a path; empty: standard output
  std::vector<std::string> shown;  // sections; empty: all

  // Action::Print
  std::string text;
  int status = 0;
};

Arguments parse_arguments(int argc, char** argv);

}  // namespace hothouse
