#include "numarray/cpython/world.h"

#include <unistd.h>

#include <memory>

#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"

namespace hothouse::cpython {

namespace {

// One CPython a process: it can be started only once, for extension modules do not survive more.
struct Process {
  bool running = false;
  std::thread::id thread;
  PyThreadState* saved = nullptr;  // while the GIL is not ours
  World* world = nullptr;
  std::vector<PyObject*> dropped;
  std::mutex handles_lock;
  std::vector<uint32_t> dropped_handles;
};

Process& process() {
  static auto* p = new Process;  // never freed: finalizers of a dying heap come here
  return *p;
}

/// Writes out what CPython holds back of a standard stream. A failure is reported as CPython
/// reports those at exit.
void flush_stream(const char* name) {
  PyObject* stream = py.PySys_GetObject(name);  // borrowed
  if (stream == nullptr || stream == py.none) return;
  Ref kept = Ref::borrow(stream);
  if (!Ref(py.PyObject_CallMethod(stream, "flush", nullptr))) py.PyErr_WriteUnraisable(stream);
}

void flush_streams() {
  PyObject *type = nullptr, *value = nullptr, *traceback = nullptr;
  py.PyErr_Fetch(&type, &value, &traceback);
  flush_stream("stdout");
  flush_stream("stderr");
  py.PyErr_Restore(type, value, traceback);
}

/// What Py_InitializeEx(0) does, with errors that are no end of the process. Null: it runs.
const char* initialize() {
  PyPreConfig before;
  py.PyPreConfig_InitPythonConfig(&before);
  before.utf8_mode = 1;  // as Hothouse reads and writes
  before.coerce_c_locale = 0;
  PyStatus status = py.Py_PreInitialize(&before);
  if (py.PyStatus_Exception(status) != 0) return status.err_msg;
  PyConfig config;
  py.PyConfig_InitPythonConfig(&config);
  config.install_signal_handlers = 0;  // signals stay ours
  config.parse_argv = 0;
  // The interpreter that has this library: modules that start processes look for it.
  if (access("/usr/bin/python3.11", X_OK) == 0) {
    status = py.PyConfig_SetString(&config, &config.program_name, L"/usr/bin/python3.11");
  }
  if (py.PyStatus_Exception(status) == 0) status = py.Py_InitializeFromConfig(&config);
  py.PyConfig_Clear(&config);
  return py.PyStatus_Exception(status) != 0 ? status.err_msg : nullptr;
}

/// Programs import modules that lie beside them, in CPython too.
void set_path(Leaf& vm) {
  Value path = vm.library().path;
  PyObject* theirs = py.PySys_GetObject("path");
  if (theirs == nullptr || list_length(path) == 0) return;
  Value first = list_get(vm, path, 0);
  if (!is_str(first)) return;
  std::string folder = str_to_utf8(vm, first);
  Ref done(py.PyObject_CallMethod(theirs, "insert", "is", 0, folder.c_str()));
  if (!done) py.PyErr_Clear();  // sys.path may be anything in a startup file's hands
}

}  // namespace

World::World(Vm& owner) : vm(owner), exception_name(vm.intern("cpython_exception")) {
  roots_ = vm.heap().add_roots([this](RootVisitor& visitor) {
    for (Value* v :
         {&proxy_type, &object_class, &error_class, &make_error, &apply, &exception_name}) {
      visitor.visit(*v);
    }
    for (Value& v : handles_) visitor.visit(v);
    for (auto& row : error_classes_) visitor.visit(row.second);
  });
  proxy_type = type_value(make_builtin_type(
      vm, "_Proxy", "_cpython", vm.types().get(TypeId::Object), kTypeBuiltin, Kind::External));
  process().world = this;
}

World::~World() {
  if (process().world == this) process().world = nullptr;
  vm.heap().remove_roots(roots_);
}

uint32_t World::add_handle(Value v) {
  if (free_handles_.empty()) {
    handles_.push_back(v);
    return static_cast<uint32_t>(handles_.size() - 1);
  }
  uint32_t index = free_handles_.back();
  free_handles_.pop_back();
  handles_[index] = v;
  return index;
}

Value World::error_class_of(PyTypeObject* type) const {
  auto found = error_classes_.find(type);
  return found == error_classes_.end() ? Value::undefined() : found->second;
}

void World::set_error_class(PyTypeObject* type, Value made) {
  if (error_classes_.emplace(type, made).second) {
    py.Py_IncRef(reinterpret_cast<PyObject*>(type));
  }
}

World& world_of(Leaf& vm) {
  std::shared_ptr<void>& state = vm.library().module_state["cpython"];
  if (!state) state = std::make_shared<World>(static_cast<Vm&>(vm));
  return *static_cast<World*>(state.get());
}

World* current_world() { return process().world; }
bool on_own_thread() { return process().thread == std::this_thread::get_id(); }

Value start(Leaf& vm) {
  Process& p = process();
  if (!p.running) {
    std::string error;
    if (!load_api(&error)) {
      return vm.raise(
          TypeId::ImportError,
          "CPython 3.11 is not there for the bridge (Debian package libpython3.11): " + error);
    }
    flush_stdout(vm);
    if (const char* problem = initialize()) {
      return vm.raise(TypeId::ImportError, std::string("CPython does not start: ") + problem);
    }
    set_path(vm);
    p.running = true;
    p.thread = std::this_thread::get_id();
    p.saved = py.PyEval_SaveThread();
  }
  world_of(vm);
  return Value::none();
}

void finish(Caller& vm) {
  Process& p = process();
  if (!p.running) return;
  flush_stdout(vm);
  p.running = false;
  py.PyEval_RestoreThread(p.saved);
  py.Py_FinalizeEx();  // reports what it cannot write
}

void drop_later(PyObject* o) { process().dropped.push_back(o); }

void drop_handle(uint32_t index) {
  Process& p = process();
  std::lock_guard<std::mutex> lock(p.handles_lock);
  p.dropped_handles.push_back(index);
}

Inside::Inside(World& world) {
  flush_stdout(world.vm);
  Process& p = process();
  p.thread = std::this_thread::get_id();
  py.PyEval_RestoreThread(p.saved);
  {
    std::lock_guard<std::mutex> lock(p.handles_lock);
    for (uint32_t index : p.dropped_handles) {
      world.handles_[index] = Value::undefined();
      world.free_handles_.push_back(index);
    }
    p.dropped_handles.clear();
  }
  // A finalizer of CPython may run Hothouse code, a collection, and so add to the queue.
  while (!p.dropped.empty()) {
    PyObject* o = p.dropped.back();
    p.dropped.pop_back();
    py.Py_DecRef(o);
  }
}

Inside::~Inside() {
  flush_streams();
  process().saved = py.PyEval_SaveThread();
}

Outside::Outside(World& world) : world_(world), held_(world.vm) {
  flush_streams();
  process().saved = py.PyEval_SaveThread();
}

Outside::~Outside() {
  flush_stdout(world_.vm);
  py.PyEval_RestoreThread(process().saved);
}

}  // namespace hothouse::cpython
