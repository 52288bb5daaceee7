#include "core/engine/main_program.h"

#include <cstdio>
#include <memory>
#include <string>

#include "core/builtins/compile.h"
#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/builtins/traceback_text.h"
#include "core/bytecode/compiler.h"
#include "core/host.h"
#include "core/objects/bytes.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/int.h"
#include "core/objects/namespace.h"
#include "core/objects/repr.h"
#include "core/objects/str.h"
#include "core/objects/unwrap.h"
#include "core/syntax/parser.h"
#include "core/syntax/source_encoding.h"
#include "core/syntax/source_text.h"

namespace hothouse {

namespace {

/// CPython, reading a file, does not know yet where the token ends that should have been indented:
/// one caret.
void narrow_indentation_error(syntax::SyntaxError& error) {
  if (error.kind != syntax::ErrorKind::IndentationError ||
      error.message.compare(0, 26, "expected an indented block") != 0) {
    return;
  }
  if (error.end_col <= 0) return;
  error.end_line = error.line;
  error.end_col = error.col + 1;
}

/// The program's own sys.excepthook, if it has set one, sees the exception. False: it has not, or
/// failed, and the traceback is to be shown the usual way.
bool call_excepthook(Vm& vm, Rooted& exception) {
  Value hook = sys_hook(vm, "excepthook");
  if (hook.is_undefined()) return false;
  Rooted function(vm, hook);
  Value args[] = {type_value(type_of(vm, exception)), exception.get(),
                  exception_field(exception, kExcTraceback)};
  if (!vm.call(function, args, 3).is_raised()) {
    flush_stdout(vm);
    return true;
  }
  Rooted failure(vm, vm.pending());
  vm.clear_pending();
  flush_stdout(vm);
  vm.host().write(2, "Error in sys.excepthook:\n" + traceback_text(vm, failure) +
                         "\nOriginal exception was:\n");
  return false;
}

/// The text of a program in an encoding other than UTF-8; empty if it is in that. False: raised.
bool decode_program(Vm& vm, std::string_view text, std::string& decoded) {
  const std::string encoding = syntax::foreign_encoding(text);
  if (encoding.empty()) return true;
  Rooted bytes(vm, make_bytes(vm, text));
  Rooted decode(vm, vm.library().python_function(vm, "_decode_program"));
  Value args[] = {bytes.get(), vm.str(encoding)};
  Value result = vm.call(decode, args, 2);
  if (result.is_raised()) return false;
  decoded = str_to_utf8(vm, result);
  return true;
}

/// What is wrong with bytes that are no UTF-8 although nothing says what they are; empty if there
/// are none.
std::string undeclared_bytes(std::string_view text, std::string_view filename) {
  const syntax::SourceText source(text);
  const size_t at = source.invalid_byte();
  if (at == std::string_view::npos || !syntax::declared_encoding(text).empty()) return {};
  char byte[8];
  std::snprintf(byte, sizeof byte, "\\x%02x", static_cast<unsigned char>(source.text()[at]));
  return std::string("Non-UTF-8 code starting with '") + byte + "' in file " +
         std::string(filename) + " on line " + std::to_string(source.line_of(at)) +
         ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
}

bool names_a_file(std::string_view filename) { return filename.empty() || filename[0] != '<'; }

}  // namespace

Value compile_main(Vm& vm, std::string_view text, std::string_view filename, bool prompt) {
  bool has_file = names_a_file(filename);
  std::string decoded;
  if (has_file) {
    if (!decode_program(vm, text, decoded)) return Value::raised();
    if (!decoded.empty()) text = decoded;
  }
  std::shared_ptr<const std::string> source;
  if (has_file) source = std::make_shared<const std::string>(text);
  syntax::Arena arena;
  syntax::SyntaxError error;
  auto mode = prompt ? syntax::ParseMode::Single : syntax::ParseMode::Exec;
  std::vector<syntax::SyntaxError> warnings;
  const bool has_lines = has_file || filename == "<stdin>";
  const syntax::TextOrigin origin = {
      .byte_columns = has_lines && decoded.empty() && syntax::is_encoding_silent(text),
      .read_by_lines = has_lines && !prompt};
  syntax::Module* tree = syntax::analyze(text, arena, error, mode, &warnings, origin);
  auto issue_warnings = [&] {
    if (warnings.empty()) return Value::none();
    Rooted rows(vm, syntax_warning_rows(vm, warnings, filename));
    Rooted issue(vm, vm.library().python_function(vm, "_issue_syntax_warnings"));
    Value row = rows.get();
    return vm.call(issue, &row, 1);
  };
  if (!tree) {
    if (issue_warnings().is_raised()) return Value::raised();
    // Only the parser quotes a text that lies in no file.
    syntax::SyntaxError ignored;
    if (!has_file && syntax::parse(text, arena, ignored, mode)) error.text.clear();
    if (has_file) {
      const std::string problem = undeclared_bytes(text, filename);
      if (!problem.empty()) return vm.raise(TypeId::SyntaxError, problem);
    }
    if (has_file) narrow_indentation_error(error);
    return raise_syntax_error(vm, error, filename);
  }
  CompileResult result = compile_module(vm, *tree, filename, source,
                                        prompt ? CompileMode::Prompt : CompileMode::Module);
  if (!result.ok()) return raise_syntax_error(vm, result.error, filename);
  warnings.insert(warnings.end(), result.warnings.begin(), result.warnings.end());
  Rooted code(vm, result.code);
  Value end = issue_warnings();
  return end.is_raised() ? end : code.get();
}

Value run_main(Vm& vm, std::string_view text, std::string_view filename) {
  Value code = compile_main(vm, text, filename, false);
  if (code.is_raised()) return code;
  Rooted rooted(vm, code);
  Value names = vm.main_module().as<Module>()->names;
  if (names_a_file(filename)) {
    namespace_set(vm, names, vm.types().name(NameId::File), vm.str(filename));
    namespace_set(vm, names, vm.intern("__cached__"), Value::none());
  }
  return vm.run_code(rooted, names);
}

MainEnd report_main_exception(Vm& vm, std::string_view callers) {
  Rooted exception(vm, vm.pending());
  vm.clear_pending();
  flush_stdout(vm);
  if (!is_instance(vm, exception, TypeId::SystemExit)) {
    if (!call_excepthook(vm, exception)) {
      vm.host().write(2, traceback_text(vm, exception, {.callers = callers}));
    }
    return {.is_interrupt = is_instance(vm, exception, TypeId::KeyboardInterrupt)};
  }
  Value code = instance_get(vm, exception, vm.types().name(NameId::Code));
  if (code.is_undefined() || code.is_none()) return {.status = 0, .is_exit = true};
  if (Value number = as_int(vm, code); !number.is_undefined()) {
    int64_t status = 0;
    if (!as_int64(number, &status)) status = -1;
    return {.status = static_cast<int>(status & 0xff), .is_exit = true};
  }
  // Anything else is a message.
  Value text = str_call(vm, code);
  flush_stdout(vm);
  if (text.is_raised()) {
    vm.clear_pending();
  } else {
    vm.host().write(2, str_to_utf8(vm, text) + "\n");
  }
  return {.status = 1, .is_exit = true};
}

}  // namespace hothouse
