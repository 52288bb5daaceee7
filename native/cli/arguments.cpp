// The command line by CLI11 - but for the two usual forms, a file or -c, which are recognized
// before CLI11 is touched: it costs a fortieth of the time that the whole start-up may take.
#include "native/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <cstring>
#include <memory>

#include "core/opt/pipeline.h"
#include "native/cli/view.h"

#ifndef HOTHOUSE_VERSION
#define HOTHOUSE_VERSION "0.1.0"
#endif

namespace hothouse {

namespace {

constexpr const char* kVersion = "Hothouse " HOTHOUSE_VERSION " (Python 3.11)";

using Words = std::vector<std::string>;

Arguments print(std::string text, int status) {
  Arguments a;
  a.action = Arguments::Action::Print;
  a.text = std::move(text);
  a.status = status;
  return a;
}

Arguments mistake(const std::string& message, const char* command) {
  return print("hothouse: " + message + " (" + command + " --help tells more)\n", 2);
}

/// CLI11's layout, with our own usage lines.
class Layout : public CLI::Formatter {
 public:
  explicit Layout(const char* usage) : usage_(usage) {}
  std::string make_usage(const CLI::App*, std::string) const override {
    return std::string(usage_) + "\n";
  }

 private:
  const char* usage_;
};

void set_usage(CLI::App& app, const char* text) { app.formatter(std::make_shared<Layout>(text)); }

/// What the options of the three commands write to.
struct Options {
  std::vector<std::string> jit;
  std::string code, module;
  std::string shown;
  bool version = false;
  bool list_passes = false;
  bool documentation = false;
  // Switches of CPython's command that programs give to sys.executable.
  bool ignored = false;
};

void add_program_options(CLI::App& app, Options& o) {
  app.add_option("-c", o.code, "run this text")->option_text("CODE");
  app.add_option("-m", o.module, "run this module as a program")->option_text("MODULE");
  app.add_option("--jit", o.jit, "settings of the JIT, see below; may be given several times")
      ->option_text("SETTINGS")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.footer([] { return "SETTINGS, separated by commas:\n" + describe_jit_options(); });
}

/// The words before the program: as many as there are options and their values, and -c or -m.
size_t count_options(const CLI::App& app, const Words& words) {
  size_t i = 0;
  while (i < words.size()) {
    const std::string& word = words[i];
    if (word.size() < 2 || word[0] != '-') break;
    ++i;
    if (word == "--") break;
    bool is_long = word[1] == '-';
    if (!is_long && (word[1] == 'c' || word[1] == 'm')) {
      if (word.size() == 2) ++i;
      break;
    }
    const CLI::Option* option = app.get_option_no_throw(is_long ? word : word.substr(0, 2));
    bool value_follows = option && option->get_items_expected_max() > 0 &&
                         (is_long ? word.find('=') == std::string::npos : word.size() == 2);
    if (value_follows) ++i;
  }
  return std::min(i, words.size());
}

/// Parses the options with CLI11 and takes the rest as program and its arguments.
Arguments parse(CLI::App& app, const Options& o, Arguments& a, const Words& words,
                const char* command) {
  size_t count = count_options(app, words);
  Words rest(words.begin() + static_cast<ptrdiff_t>(count), words.end());
  // CLI11 wants the words in reverse. A "--" is the boundary itself.
  Words options(words.rend() - static_cast<ptrdiff_t>(count), words.rend());
  if (!options.empty() && options.front() == "--") options.erase(options.begin());
  try {
    app.parse(options);
  } catch (const CLI::CallForHelp&) {
    return print(app.help(), 0);
  } catch (const CLI::ParseError& error) {
    return mistake(error.what(), command);
  }
  if (o.version) return print(std::string(kVersion) + "\n", 0);
  if (o.list_passes) {
    a.action = Arguments::Action::ListPasses;
    return a;
  }
  std::string error;
  for (const std::string& settings : o.jit) {
    if (!parse_jit_options(settings, a.jit, error)) return print("hothouse: " + error + "\n", 2);
  }
  for (const std::string& pass : a.jit.disabled) {
    if (!opt::find_pass(pass)) {
      return mistake("--jit disable: there is no pass '" + pass + "'; --list-passes names them",
                     command);
    }
  }
  if (app.get_option_no_throw("-c") && app.count("-c") > 0) {
    a.program = Arguments::Program::Code;
    a.source = o.code;
    a.argv = {"-c"};
  } else if (app.get_option_no_throw("-m") && app.count("-m") > 0) {
    a.program = Arguments::Program::Module;
    a.source = o.module;
    a.argv = {o.module};
  } else if (!rest.empty()) {
    a.program = rest[0] == "-" ? Arguments::Program::Stdin : Arguments::Program::File;
    a.source = rest[0];
    a.argv = {rest[0]};
    rest.erase(rest.begin());
  } else {
    a.argv = {""};
  }
  a.argv.insert(a.argv.end(), rest.begin(), rest.end());
  return a;
}

Arguments parse_run(const Words& words) {
  CLI::App app("Runs Python programs with a tracing JIT compiler.", "hothouse");
  Options o;
  Arguments a;
  set_usage(
      app,
      "usage: hothouse [options] [program.py | -c CODE | -m MODULE | -] [arguments]\n"
      "       hothouse trace [options] program.py [arguments]   what the JIT makes of a program\n"
      "       hothouse dis program.py                           its bytecode\n"
      "       hothouse schema                                   JSON Schema of the event stream");
  add_program_options(app, o);
  app.add_flag("-i", a.interactive, "read statements at a prompt, even from a pipe");
  app.add_flag("-B{false}", a.keeps_code, "don't keep the code of imported library modules");
  app.add_flag("-u,-E,-I,-s,-S,-q,-O", o.ignored, "as CPython's command has them; no effect");
  auto values = [&app](const char* name, std::vector<std::string>& to, const char* text,
                       const char* help) {
    app.add_option(name, to, help)
        ->option_text(text)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };
  values("-W", a.warnings, "FILTER",
         "action:message:category:module:line, as CPython's command has it");
  values("-X", a.switches, "NAME[=VALUE]", "an entry of sys._xoptions; no further effect");
  app.add_flag("--list-passes", o.list_passes, "name the optimizer's passes, in their order");
  app.add_flag("-V,--version", o.version, "print the version");
  return parse(app, o, a, words, "hothouse");
}

Arguments parse_trace(const Words& words) {
  CLI::App app("Runs a program, and shows what the JIT makes of its loops.", "hothouse trace");
  Options o;
  Arguments a;
  a.action = Arguments::Action::Trace;
  set_usage(app, "usage: hothouse trace [options] program.py [arguments]");
  add_program_options(app, o);
  app.add_flag("--json", a.json, "write the event stream instead, one JSON object a line");
  app.add_option("-o,--output", a.output, "where to; without it standard output")
      ->option_text("FILE");
  app.add_option("--only", o.shown, "some of " + view_section_names() + ", separated by commas")
      ->option_text("SECTIONS");
  a = parse(app, o, a, words, "hothouse trace");
  if (a.action != Arguments::Action::Trace) return a;
  if (a.program == Arguments::Program::None) {
    return mistake("trace: which program?", "hothouse trace");
  }
  for (size_t start = 0; start < o.shown.size();) {
    size_t comma = std::min(o.shown.find(',', start), o.shown.size());
    std::string name = o.shown.substr(start, comma - start);
    if (!is_view_section(name)) {
      return mistake("--only: '" + name + "' is not one of " + view_section_names(),
                     "hothouse trace");
    }
    a.shown.push_back(name);
    start = comma + 1;
  }
  return a;
}

Arguments parse_dis(const Words& words) {
  CLI::App app("Shows the bytecode of a program; runs nothing.", "hothouse dis");
  Options o;
  Arguments a;
  a.action = Arguments::Action::Dis;
  set_usage(app, "usage: hothouse dis program.py | -c CODE | -");
  app.add_option("-c", o.code, "show this text's bytecode")->option_text("CODE");
  a = parse(app, o, a, words, "hothouse dis");
  if (a.action == Arguments::Action::Dis && a.program == Arguments::Program::None) {
    return mistake("dis: which program?", "hothouse dis");
  }
  return a;
}

Arguments parse_schema(const Words& words) {
  CLI::App app("Prints the JSON Schema of a line of the event stream.", "hothouse schema");
  Options o;
  Arguments a;
  a.action = Arguments::Action::Schema;
  set_usage(app, "usage: hothouse schema [--text]");
  app.add_flag("--text", o.documentation, "the events in words instead");
  a = parse(app, o, a, words, "hothouse schema");
  if (a.action != Arguments::Action::Schema) return a;
  if (a.program != Arguments::Program::None) {
    return mistake("schema takes no arguments", "hothouse schema");
  }
  if (o.documentation) a.action = Arguments::Action::SchemaText;
  return a;
}

}  // namespace

Arguments parse_arguments(int argc, char** argv) {
  if (argc >= 2) {
    Words rest(argv + 2, argv + argc);
    const char* first = argv[1];
    bool is_code = std::strcmp(first, "-c") == 0 && argc >= 3;
    if (std::strcmp(first, "trace") == 0) return parse_trace(rest);
    if (std::strcmp(first, "dis") == 0) return parse_dis(rest);
    if (std::strcmp(first, "schema") == 0) return parse_schema(rest);
    if (first[0] != '-' || is_code) {
      Arguments a;
      a.program = is_code ? Arguments::Program::Code : Arguments::Program::File;
      a.source = is_code ? argv[2] : first;
      a.argv.assign(argv + (is_code ? 2 : 1), argv + argc);
      a.argv[0] = first;
      return a;
    }
  }
  return parse_run(Words(argv + 1, argv + argc));
}

}  // namespace hothouse
