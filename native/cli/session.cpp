#include "native/cli/session.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/engine/engine.h"
#include "core/engine/main_program.h"
#include "core/objects/bytes.h"
#include "core/objects/callables.h"
#include "core/objects/dict.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/syntax/source_text.h"
#include "native/exec/x64_backend.h"
#include "native/x64/listed_backend.h"

namespace hothouse {

namespace {

/// Ctrl-C becomes KeyboardInterrupt; a closed pipe and a file too large errors of write().
void set_signals(PosixHost& host, Vm& vm) {
  PosixHost::on_signals([](void* told, int number) { static_cast<Vm*>(told)->note_signal(number); },
                        &vm);
  auto set = [&](int number, SignalAction action) {
    SignalAction before;
    host.set_signal(number, nullptr, &before);
    // What nohup ignores stays so.
    if (before == SignalAction::Default) host.set_signal(number, &action, &before);
  };
  set(SIGINT, SignalAction::Note);
  set(SIGPIPE, SignalAction::Ignore);
  set(SIGXFSZ, SignalAction::Ignore);
}

/// CPython's _Py_abspath: the folder in front, nothing resolved.
std::string absolute(const std::string& path) {
  if (!path.empty() && path[0] == '/') return path;
  char folder[PATH_MAX];
  if (!getcwd(folder, sizeof folder)) return path;
  if (path.empty() || path == ".") return folder;
  size_t start = path.compare(0, 2, "./") == 0 ? 2 : 0;
  std::string result = folder;
  if (result.back() != '/') result += '/';
  return result + path.substr(start);
}

/// The folder of a program, symbolic links resolved: sys.path[0].
std::string folder_of(const std::string& path) {
  char* real = realpath(path.c_str(), nullptr);
  std::string result = real ? real : path;
  std::free(real);
  size_t slash = result.rfind('/');
  return slash == std::string::npos ? "" : slash == 0 ? "/" : result.substr(0, slash);
}

VmOptions vm_options(const JitOptions& jit) {
  VmOptions options;
  if (jit.nursery > 0) {
    // The reserves stand besides what a program may fill.
    options.heap.nursery_bytes = jit.nursery + kTraceReserve + kExitReserve;
  }
  options.heap.prefer_huge_pages = prefer_huge_pages;
  options.heap.collect_at_every_safepoint = jit.gc == "every";
  return options;
}

}  // namespace

std::string decode_system(std::string_view bytes) {
  std::string result;
  while (!bytes.empty()) {
    size_t length = 1;
    char32_t c = syntax::decode_utf8(bytes, 0, length);
    auto lead = static_cast<unsigned char>(bytes[0]);
    bool malformed = lead >= 0x80 && (length == 1 || (c >= 0xd800 && c < 0xe000));
    if (malformed) {
      syntax::append_utf8(result, 0xdc00u + lead);
      length = 1;
    } else {
      result.append(bytes.substr(0, length));
    }
    bytes.remove_prefix(length);
  }
  return result;
}

struct Session::Jit {
  Engine engine;
  Jit(Vm& vm, const JitOptions& options, EventStream& events) : engine(vm, options, events) {}
};

Session::Session(const Arguments& arguments, EventStream& events, PosixHost& host)
    : arguments_(arguments),
      events_(events),
      host_(host),
      vm_(std::make_unique<Vm>(host, vm_options(arguments.jit))) {
  if (!arguments.keeps_code) host.keep_no_code();
  set_argv();
  start_jit();
  set_switches();
  set_signals(host_, *vm_);
}

Session::~Session() { PosixHost::on_signals(nullptr, nullptr); }

void Session::start_jit() {
  const JitOptions& options = arguments_.jit;
  if (!options.enabled) return;
  jit_ = std::make_unique<Jit>(*vm_, options, events_);
  Engine& engine = jit_->engine;
  auto add = [&](std::unique_ptr<backend::Backend> b) {
    if (events_.on()) b = x64::with_listing(std::move(b), events_);
    engine.add_backend(std::move(b));
  };
  if (options.backend == "x64") {
    add(exec::make_x64_backend(vm_->state, engine, {.perf_map = options.perf}));
  }
  add(backend::make_eval_backend(vm_->state, engine));
  engine.enable();
}

void Session::set_argv() {
  Library& library = vm_->library();
  for (const std::string& argument : arguments_.argv) {
    std::string text = decode_system(argument);
    list_append(*vm_, library.argv, vm_->str(text));
    vm_->argv.push_back(std::move(text));
  }
}

namespace {

/// Calls take(part) for each part of a list in an environment variable; none if it is not set.
template <class F>
void for_each_part(const char* variable, char separator, F&& take) {
  const char* value = std::getenv(variable);
  if (!value || !*value) return;
  for (std::string_view rest = value;;) {
    const size_t end = rest.find(separator);
    take(std::string(rest.substr(0, end)));
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace

/// Of filters of warnings the later count more: those of the command line.
void Session::set_switches() {
  Library& library = vm_->library();
  std::vector<std::string> known;
  auto add = [&](const std::string& filter) {
    if (std::find(known.begin(), known.end(), filter) != known.end()) return;
    known.push_back(filter);
    list_append(*vm_, library.warnoptions, vm_->str(decode_system(filter)));
  };
  for_each_part("PYTHONWARNINGS", ',', add);
  for (const std::string& filter : arguments_.warnings) add(filter);
  for (const std::string& word : arguments_.switches) {
    const size_t equals = word.find('=');
    const Value name = vm_->intern(decode_system(word.substr(0, equals)));
    dict_set(*vm_, library.xoptions, name,
             equals == std::string::npos ? Value::true_value()
                                         : vm_->str(decode_system(word.substr(equals + 1))));
  }
  if (list_length(library.warnoptions) == 0) return;
  // The module reads them; sys.path, which may have a namesake, is still empty.
  Rooted import(*vm_, library.python_function(*vm_, "_import_module"));
  const Value name = vm_->intern("warnings");
  if (vm_->call(import, &name, 1).is_raised()) report_exception();
}

void Session::set_path(std::string_view folder) {
  Value path = vm_->library().path;
  list_append(*vm_, path, vm_->str(decode_system(folder)));
  for_each_part("PYTHONPATH", ':', [&](const std::string& entry) {
    list_append(*vm_, path, vm_->str(decode_system(absolute(entry))));
  });
}

Value Session::compile(std::string_view text, std::string_view filename, bool prompt) {
  return compile_main(*vm_, text, filename, prompt);
}

int Session::run_text(std::string_view text, std::string_view filename) {
  return run_main(*vm_, text, filename).is_raised() ? report_exception() : 0;
}

int Session::report_exception(bool* exits) {
  MainEnd end = report_main_exception(*vm_, callers_);
  if (exits) *exits = end.is_exit;
  interrupted_ = !exits && end.is_interrupt;
  return end.status;
}

bool Session::read_file(const std::string& path, std::string& text, std::string& filename,
                        int& status) {
  filename = absolute(path);
  int error = 0;
  if (host_.is_directory(path)) {
    host_.write(2, "hothouse: can't find '__main__' module in '" + filename + "'\n");
    status = 1;
    return false;
  }
  if (host_.read_file(path, text, error)) return true;
  host_.write(2, "hothouse: can't open file '" + filename + "': [Errno " + std::to_string(error) +
                     "] " + std::strerror(error) + "\n");
  status = 2;
  return false;
}

namespace {

// CPython runs modules, folders and archives by functions of the runpy module.
constexpr std::string_view kRunpy =
    "  File \"<frozen runpy>\", line 198, in _run_module_as_main\n"
    "  File \"<frozen runpy>\", line 88, in _run_code\n";

/// A zip file ends with the end of its directory, which a comment may follow.
bool is_archive(std::string_view text) {
  constexpr size_t kMostBehind = 22 + 65535;
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kMostBehind));
  const size_t at = tail.rfind(std::string_view("PK\5\6", 4));
  return at != std::string_view::npos && tail.size() - at >= 22;
}

}  // namespace

bool Session::read_archive(std::string& text, std::string& filename, int& status) {
  set_path(filename);
  Rooted find(*vm_, vm_->library().python_function(*vm_, "_archive_main"));
  Value name = vm_->str(decode_system(filename));
  Value found = vm_->call(find, &name, 1);
  if (found.is_raised()) {
    status = report_exception();
    return false;
  }
  if (found.is_none()) {
    host_.write(2, "hothouse: can't find '__main__' module in '" + filename + "'\n");
    status = 1;
    return false;
  }
  text = std::string(bytes_view(tuple_get(found, 0)));
  filename = str_to_utf8(*vm_, tuple_get(found, 1));
  set_package("");
  return true;
}

void Session::set_package(std::string_view name) {
  callers_ = kRunpy;
  namespace_set(*vm_, vm_->main_module().as<Module>()->names, vm_->intern("__package__"),
                vm_->str(name));
}

bool Session::find_module(std::string& path, int& status) {
  Rooted find(*vm_, vm_->library().python_function(*vm_, "_find_main"));
  Value name = vm_->str(decode_system(arguments_.source));
  Value found = vm_->call(find, &name, 1);
  if (found.is_raised()) {
    status = report_exception();
    return false;
  }
  if (is_str(found)) {
    host_.write(2, "hothouse: " + str_to_utf8(*vm_, found) + "\n");
    status = 1;
    return false;
  }
  path = str_to_utf8(*vm_, tuple_get(found, 0));
  set_package(str_to_utf8(*vm_, tuple_get(found, 1)));
  return true;
}

bool Session::read_program(std::string& text, std::string& filename, int& status) {
  switch (arguments_.program) {
    case Arguments::Program::File:
      if (const std::string folder = absolute(arguments_.source);
          host_.file_exists(folder + "/__main__.py")) {
        set_path(folder);
        set_package("");
        const char* slash = folder.back() == '/' ? "" : "/";
        return read_file(folder + slash + "__main__.py", text, filename, status);
      }
      if (!read_file(arguments_.source, text, filename, status)) return false;
      if (is_archive(text)) return read_archive(text, filename, status);
      set_path(folder_of(arguments_.source));
      return true;
    case Arguments::Program::Code:
      text = arguments_.source + "\n";
      filename = "<string>";
      set_path("");
      return true;
    case Arguments::Program::Module: {
      set_path(absolute("."));
      std::string path;
      if (!find_module(path, status) || !read_file(path, text, filename, status)) return false;
      list_set(*vm_, vm_->library().argv, 0, vm_->str(decode_system(filename)));
      return true;
    }
    case Arguments::Program::Stdin:
    case Arguments::Program::None: {
      int error = 0;
      filename = "<stdin>";
      set_path("");
      if (host_.read_rest(text, error)) return true;
      host_.write(
          2, std::string("hothouse: can't read standard input: ") + std::strerror(error) + "\n");
      status = 2;
      return false;
    }
  }
  return false;
}

int Session::run() {
  std::string text, filename;
  int status = 0;
  if (!read_program(text, filename, status)) return status;
  return run_text(text, filename);
}

int Session::finish(int status) {
  finish_modules(*vm_);
  if (jit_) jit_->engine.finish();
  host_.clear_write_error();
  flush_stdout(*vm_);
  if (int error = host_.write_error(); error != 0) {
    const char* type = error == EPIPE ? "BrokenPipeError" : "OSError";
    host_.write(2, std::string("Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' "
                               "encoding='utf-8'>\n") +
                       type + ": [Errno " + std::to_string(error) + "] " + std::strerror(error) +
                       "\n");
    status = 120;
  }
  return status;
}

void Session::pass_on_interrupt() {
  if (!interrupted_) return;
  std::fflush(nullptr);
  std::signal(SIGINT, SIG_DFL);
  std::raise(SIGINT);
}

}  // namespace hothouse
