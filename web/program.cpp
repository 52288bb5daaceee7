#include "web/program.h"

#include <memory>

#include "core/builtins/compile.h"
#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/builtins/traceback_text.h"
#include "core/bytecode/compiler.h"
#include "core/engine/engine.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"
#include "core/syntax/parser.h"
#include "core/syntax/source_text.h"
#include "native/x64/listed_backend.h"
#include "web/wasm_backend.h"

extern "C" void hothouse_event(const char* bytes, uint32_t count);

namespace hothouse::web {

namespace {

VmOptions vm_options(const JitOptions& jit) {
  VmOptions options;
  if (jit.nursery > 0) options.heap.nursery_bytes = jit.nursery + kTraceReserve + kExitReserve;
  options.heap.collect_at_every_safepoint = jit.gc == "every";
  return options;
}

class Program {
 public:
  Program(WebHost& host, const JitOptions& jit, EventStream& events)
      : host_(host), vm_(host, vm_options(jit)), engine_(vm_, jit, events), events_(events) {
    if (jit.backend != "eval") {
      add(std::make_unique<WasmBackend>(vm_.state, engine_));
    }
    add(backend::make_eval_backend(vm_.state, engine_));
    engine_.enable();
  }

  int run(const std::string& path) {
    std::string text;
    int error = 0;
    if (!host_.read_file(path, text, error)) {
      host_.write(2, "hothouse: can't open file '" + path + "'\n");
      return 2;
    }
    list_append(vm_, vm_.library().argv, vm_.str(path));
    vm_.argv.push_back(path);
    size_t slash = path.rfind('/');
    std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    list_insert(vm_, vm_.library().path, 0, vm_.str(folder));
    int status = run_text(text, path);
    flush_stdout(vm_);
    engine_.finish();
    return status;
  }

 private:
  void add(std::unique_ptr<backend::Backend> backend) {
    // Whoever runs a trace, its x86-64 code is shown.
    if (events_.on()) backend = x64::with_listing(std::move(backend), events_);
    engine_.add_backend(std::move(backend));
  }

  Value compile(const std::string& text, const std::string& filename) {
    auto source = std::make_shared<const std::string>(text);
    syntax::Arena arena;
    syntax::SyntaxError error;
    syntax::Module* tree = syntax::analyze(text, arena, error, syntax::ParseMode::Exec);
    if (!tree) return raise_syntax_error(vm_, error, filename);
    CompileResult result = compile_module(vm_, *tree, filename, source, CompileMode::Module);
    if (result.ok()) return result.code;
    if (result.error.text.empty() && result.error.line > 0) {
      result.error.text = syntax::SourceText(text).line(result.error.line);
    }
    return raise_syntax_error(vm_, result.error, filename);
  }

  int run_text(const std::string& text, const std::string& filename) {
    Value code = compile(text, filename);
    if (code.is_raised()) return report_exception();
    Rooted rooted(vm_, code);
    Value names = vm_.main_module().as<Module>()->names;
    namespace_set(vm_, names, vm_.types().name(NameId::File), vm_.str(filename));
    if (vm_.run_code(rooted, names).is_raised()) return report_exception();
    return 0;
  }

  /// Writes the pending exception as the interpreter does at the end of a program.
  int report_exception() {
    Rooted exception(vm_, vm_.pending());
    vm_.clear_pending();
    flush_stdout(vm_);
    if (!is_instance(vm_, exception, TypeId::SystemExit)) {
      host_.write(2, traceback_text(vm_, exception));
      return 1;
    }
    Value code = instance_get(vm_, exception, vm_.types().name(NameId::Code));
    if (code.is_undefined() || code.is_none()) return 0;
    if (Value number = as_int(vm_, code); !number.is_undefined()) {
      int64_t status = 0;
      if (!as_int64(number, &status)) status = -1;
      return static_cast<int>(status & 0xff);
    }
    Value text = str_call(vm_, code);
    flush_stdout(vm_);
    if (text.is_raised()) {
      vm_.clear_pending();
    } else {
      host_.write(2, str_to_utf8(vm_, text) + "\n");
    }
    return 1;
  }

  WebHost& host_;
  Vm vm_;
  Engine engine_;
  EventStream& events_;
};

}  // namespace

int run_program(WebHost& host, const std::string& path, const std::string& jit, bool events) {
  JitOptions options;
  std::string error;
  if (!parse_jit_options(jit, options, error)) {
    host.write(2, "hothouse: " + error + "\n");
    return 2;
  }
  EventStream stream;
  if (events) {
    stream.open([](std::string_view line) {
      hothouse_event(line.data(), static_cast<uint32_t>(line.size()));
    });
  }
  return std::make_unique<Program>(host, options, stream)->run(path);
}

}  // namespace hothouse::web
