#include "web/program.h"

#include <cstring>
#include <memory>
#include <optional>

#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/engine/engine.h"
#include "core/engine/main_program.h"
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "native/x64/listed_backend.h"
#include "numarray/module.h"
#include "web/wasm_backend.h"

extern "C" void hothouse_event(const char* bytes, uint32_t count);

namespace hothouse::web {

namespace {

VmOptions vm_options(const JitOptions& jit) {
  VmOptions options;
  options.heap.max_bytes = size_t{1} << 30;  // the module's memory ends at 2 GB
  if (jit.nursery > 0) options.heap.nursery_bytes = jit.nursery + kTraceReserve + kExitReserve;
  options.heap.collect_at_every_safepoint = jit.gc == "every";
  return options;
}

class Program {
 public:
  Program(WebHost& host, const JitOptions& jit, EventStream& events)
      : host_(host), vm_(host, vm_options(jit)), events_(events) {
    if (!jit.enabled) return;
    engine_.emplace(vm_, jit, events);
    if (jit.backend != "eval") add(std::make_unique<WasmBackend>(vm_.state, *engine_));
    add(backend::make_eval_backend(vm_.state, *engine_));
    engine_->enable();
  }

  int run(const std::string& path, const std::vector<std::string>& argv) {
    std::string text;
    int error = 0;
    if (!host_.read_file(path, text, error)) {
      host_.write(2, "hothouse: can't open file '" + path + "': [Errno " + std::to_string(error) +
                         "] " + std::strerror(error) + "\n");
      return 2;
    }
    for (const std::string& argument : argv) {
      list_append(vm_, vm_.library().argv, vm_.str(argument));
      vm_.argv.push_back(argument);
    }
    size_t slash = path.rfind('/');
    std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    list_insert(vm_, vm_.library().path, 0, vm_.str(folder));
    int status = run_main(vm_, text, path).is_raised() ? report_main_exception(vm_).status : 0;
    finish_modules(vm_);
    if (engine_) engine_->finish();
    flush_stdout(vm_);
    return status;
  }

 private:
  void add(std::unique_ptr<backend::Backend> backend) {
    // Whoever runs a trace, its x86-64 code is shown.
    if (events_.on()) backend = x64::with_listing(std::move(backend), events_);
    engine_->add_backend(std::move(backend));
  }

  WebHost& host_;
  Vm vm_;
  std::optional<Engine> engine_;
  EventStream& events_;
};

}  // namespace

int run_program(WebHost& host, const std::string& path, const std::vector<std::string>& argv,
                const std::string& jit, bool events) {
  JitOptions options;
  std::string error;
  if (!jit.empty() && !parse_jit_options(jit, options, error)) {
    host.write(2, "hothouse: " + error + "\n");
    return 2;
  }
  EventStream stream;
  if (events) {
    stream.open([](std::string_view line) {
      hothouse_event(line.data(), static_cast<uint32_t>(line.size()));
    });
  }
  numarray::install();
  return std::make_unique<Program>(host, options, stream)->run(path, argv);
}

}  // namespace hothouse::web
