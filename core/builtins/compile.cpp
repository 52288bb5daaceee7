#include "core/builtins/compile.h"

#include <memory>
#include <string>
#include <vector>

#include "core/builtins/code_cache.h"
#include "core/builtins/library.h"
#include "core/bytecode/compiler.h"
#include "core/host.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/instance.h"
#include "core/objects/list.h"
#include "core/objects/namespace.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/syntax/parser.h"
#include "core/syntax/source_encoding.h"

namespace hothouse {

Value make_text_function(Leaf& vm, Value code, Value globals, Value builtins) {
  auto* f = static_cast<Function*>(
      vm.heap().allocate_old(kMapFunction, Kind::Function, sizeof(Function)));
  CodeBody* body = code.as<Code>()->body.get();
  f->body.set(body);
  f->code = code;
  f->globals = globals;
  f->builtins = builtins;
  f->defaults = Value::none();
  f->kw_defaults = Value::none();
  f->closure = Value::none();
  f->name = body->name;
  f->qualname = body->qualname;
  f->doc = body->doc;
  f->module = vm.intern("builtins");
  f->attributes = Value::undefined();
  f->annotations = Value::undefined();
  vm.heap().write_barrier(f);
  return Value::from_object(f);
}

namespace {

/// The code of a text, or raised.
Value compile_text(Leaf& vm, std::string_view text, std::string_view file, CompileMode mode,
                   syntax::ParseMode parse_mode = syntax::ParseMode::Exec,
                   std::vector<syntax::SyntaxError>* warnings = nullptr) {
  auto source = std::make_shared<const std::string>(text);
  syntax::Arena arena;
  syntax::SyntaxError error;
  const bool module = mode == CompileMode::Module || mode == CompileMode::Library;
  const syntax::TextOrigin origin = {.byte_columns = module && syntax::is_encoding_silent(text)};
  syntax::Module* tree = syntax::analyze(*source, arena, error, parse_mode, warnings, origin);
  // What comes behind the parser finds the line in the file, if there is one.
  const bool has_file = !file.empty() && file.front() != '<';
  if (!tree) {
    syntax::SyntaxError ignored;
    if (!has_file && syntax::parse(*source, arena, ignored, parse_mode)) error.text.clear();
    return raise_syntax_error(vm, error, file);
  }
  // Tracebacks show the lines of a file, not those of a text that says it were one.
  const bool of_program = mode == CompileMode::Text || mode == CompileMode::TextPrompt;
  const bool is_shown = !of_program || (has_file && vm.host().file_exists(std::string(file)));
  CompileResult result = compile_module(vm, *tree, file, is_shown ? source : nullptr, mode);
  if (!result.ok()) {
    if (!has_file) result.error.text.clear();
    return raise_syntax_error(vm, result.error, file);
  }
  if (warnings) warnings->insert(warnings->end(), result.warnings.begin(), result.warnings.end());
  return result.code;
}

/// Follows the few instructions that a module with one def consists of: constants, a tuple of
/// defaults, MakeFunction, StoreGlobal. Nothing else can stand in such a text.
class Declaration {
 public:
  Declaration(Leaf& vm, CodeBody* body, Value module)
      : vm_(vm), body_(body), module_(module), registers_(body->register_count + 8u) {}

  Value run() {
    Value function = Value::undefined();
    for (size_t pc = 0; pc < body_->words.size();) {
      Insn i = body_->words[pc].insn;
      pc += 1 + op_info(i.op).cache_words;
      switch (i.op) {
        case Op::Move:
          registers_[i.a] = registers_[i.b];
          break;
        case Op::LoadConst:
          registers_[i.a] = body_->constants[i.b];
          break;
        case Op::LoadInt:
          registers_[i.a] = Value::small_int(i.wide());
          break;
        case Op::LoadSpecial:
          registers_[i.a] = Value::special(static_cast<Value::Special>(i.b));
          break;
        case Op::LoadGlobal: {
          Value v = module_get(vm_, module_, body_->names[i.b]);
          if (v.is_raised()) return v;
          if (v.is_undefined()) return unexpected("name");
          registers_[i.a] = v;
          break;
        }
        case Op::BuildTuple:
          registers_[i.a] = make_tuple(vm_, registers_.data() + i.b, i.c);
          break;
        case Op::MakeFunction: {
          function = make_text_function(vm_, body_->constants[i.b], module_.as<Module>()->names,
                                        vm_.library().builtins_module.as<Module>()->names);
          if (i.x & 1) {
            function.as<Function>()->defaults = registers_[i.c];
            vm_.heap().write_barrier(function.as_object());
          }
          registers_[i.a] = function;
          break;
        }
        case Op::StoreGlobal:
        case Op::Nop:
          break;
        case Op::Return:
          return function;
        default:
          return unexpected(op_info(i.op).name);
      }
    }
    return function;
  }

 private:
  Value unexpected(const char* what) {
    return vm_.raise(TypeId::SystemError,
                     std::string("declaration of a built-in function: unexpected ") + what);
  }

  Leaf& vm_;
  CodeBody* body_;
  Value module_;
  std::vector<Value> registers_;
};

}  // namespace

namespace {

/// (file, line, column, text, end line, end column): the second argument of a SyntaxError.
Value error_place(Leaf& vm, const syntax::SyntaxError& error, std::string_view file) {
  auto number = [&](int64_t n) { return error.line != 0 ? Value::small_int(n) : Value::none(); };
  const bool is_whole = error.text.empty() || error.text.back() == '\n';
  Value text = error.text.empty() ? Value::none() : vm.str(error.text + (is_whole ? "" : "\n"));
  return make_tuple(vm, {vm.str(file), number(error.line), number(error.col), text,
                         number(error.end_line), number(error.end_col)});
}

}  // namespace

Value syntax_warning_rows(Leaf& vm, const std::vector<syntax::SyntaxError>& warnings,
                          std::string_view file) {
  Value rows = make_list(vm);
  for (const syntax::SyntaxError& warning : warnings) {
    Value place = error_place(vm, warning, file);
    const bool deprecated = warning.kind == syntax::ErrorKind::DeprecationWarning;
    list_append(vm, rows,
                make_tuple(vm, {vm.str(warning.message), place, Value::boolean(deprecated)}));
  }
  return rows;
}

Value raise_syntax_error(Leaf& vm, const syntax::SyntaxError& error, std::string_view file) {
  TypeId type = TypeId::SyntaxError;
  switch (error.kind) {
    case syntax::ErrorKind::SyntaxError:
    case syntax::ErrorKind::DeprecationWarning:
      break;
    case syntax::ErrorKind::IndentationError:
      type = TypeId::IndentationError;
      break;
    case syntax::ErrorKind::TabError:
      type = TypeId::TabError;
      break;
    case syntax::ErrorKind::RecursionError:
      return vm.raise(TypeId::RecursionError, error.message);
    case syntax::ErrorKind::MemoryError:
      return vm.memory_error();
    case syntax::ErrorKind::ValueError:
      return vm.raise(TypeId::ValueError, error.message);
  }
  Value args = make_tuple(vm, {vm.str(error.message), error_place(vm, error, file)});
  return vm.raise(make_exception(vm, type_by_id(vm, type), args));
}

Value compile_in_names(Leaf& vm, std::string_view text, std::string_view file,
                       syntax::ParseMode mode, std::vector<syntax::SyntaxError>* warnings) {
  bool single = mode == syntax::ParseMode::Single;
  return compile_text(vm, text, file, single ? CompileMode::TextPrompt : CompileMode::Text, mode,
                      warnings);
}

Value declare_function(Leaf& vm, std::string_view text, std::string_view file, Value module) {
  Value code = compile_text(vm, text, std::string("<builtin ") + std::string(file) + ">",
                            CompileMode::Internal);
  if (code.is_raised()) return code;
  return Declaration(vm, code.as<Code>()->body.get(), module).run();
}

namespace {

/// The code of a module's text: kept by an earlier run, or compiled and kept; or raised.
Value code_of_module(Leaf& vm, std::string_view text, std::string_view file, CompileMode mode) {
  if (!is_code_kept(file, mode)) return compile_text(vm, text, file, mode);
  Value code = take_kept_code(vm, std::make_shared<const std::string>(text), file, mode);
  if (!code.is_undefined()) return code;
  code = compile_text(vm, text, file, mode);
  if (!code.is_raised()) keep_code(vm, code, text, file, mode);
  return code;
}

}  // namespace

Value make_module_body(Leaf& vm, Value module, std::string_view source, std::string_view filename,
                       CompileMode mode) {
  Value code = code_of_module(vm, source, filename, mode);
  if (code.is_raised()) return code;
  // Before the body runs: classes take their module's name from there.
  namespace_set(vm, module.as<Module>()->names, vm.types().name(NameId::Name),
                module.as<Module>()->name);
  const bool internal = mode == CompileMode::Internal;
  Value builtins = internal ? vm.library().internal_module : vm.library().builtins_module;
  Value function =
      make_text_function(vm, code, module.as<Module>()->names, builtins.as<Module>()->names);
  function.as<Function>()->module = module.as<Module>()->name;
  return function;
}

}  // namespace hothouse
