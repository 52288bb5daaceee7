// Primitives of formatting and of the standard streams and files.
#include "core/builtins/arguments.h"
#include "core/builtins/format/format.h"
#include "core/builtins/functions/functions.h"
#include "core/builtins/library.h"
#include "core/builtins/registry.h"
#include "core/builtins/tables.h"
#include "core/host.h"
#include "core/objects/bytes.h"
#include "core/objects/dict.h"
#include "core/objects/exception.h"
#include "core/objects/float.h"
#include "core/objects/list.h"
#include "core/objects/repr.h"
#include "core/objects/tuple.h"
#include "core/vm/threads.h"
#include "core/vm/vm.h"

namespace hothouse {
namespace {

Value ascii_of(Leaf& vm, const Value* a) { return str_ascii_only(vm, unwrap(vm, a[0])); }

/// List of (literal, field or None, conversion, spec) of a str.format text.
Value format_pieces(Leaf& vm, const Value* a) {
  std::string text = str_to_utf8(vm, unwrap(vm, a[0]));
  Value out = make_list(vm);
  size_t at = 0;
  FormatPiece piece;
  while (true) {
    int more = next_format_piece(vm, text, &at, &piece);
    if (more < 0) return Value::raised();
    if (more == 0) return out;
    Value field = piece.has_field ? vm.str(piece.field) : Value::none();
    Value conversion = piece.conversion ? vm.str(std::string(1, piece.conversion)) : Value::none();
    list_append(vm, out,
                make_tuple(vm, {vm.str(piece.literal), field, conversion, vm.str(piece.spec)}));
  }
}
/// List of (literal, key or None, flags, width, precision, code) of a % format; width and
/// precision: None, an int, or '*'.
Value percent_pieces(Leaf& vm, const Value* a) {
  std::string text = str_to_utf8(vm, unwrap(vm, a[0]));
  Value out = make_list(vm);
  size_t at = 0;
  PercentPiece p;
  while (true) {
    int more = next_percent_piece(vm, text, &at, &p);
    if (more < 0) return Value::raised();
    if (more == 0) return out;
    auto number = [&](bool star, int64_t n) {
      return star ? vm.intern("*") : n < 0 ? Value::none() : vm.heap().make_int(n);
    };
    list_append(vm, out,
                make_tuple(vm, {vm.str(p.literal), p.has_key ? vm.str(p.key) : Value::none(),
                                vm.str(p.flags), number(p.star_width, p.width),
                                number(p.star_precision, p.precision),
                                p.code ? str_from_code_point(vm, p.code) : Value::none()}));
  }
}
Value set_stdin(Leaf& vm, const Value* a) {
  vm.library().cache["sys.stdin"] = a[0];
  return Value::none();
}
Value set_stdout(Leaf& vm, const Value* a) {
  vm.library().cache["sys.stdout"] = a[0];
  return Value::none();
}

const char* error_text(int error) {
  switch (error) {
    case 1:
      return "Operation not permitted";
    case 2:
      return "No such file or directory";
    case 13:
      return "Permission denied";
    case 17:
      return "File exists";
    case 20:
      return "Not a directory";
    case 21:
      return "Is a directory";
    default:
      return "Input/output error";
  }
}
Value raise_os_error(Leaf& vm, int error, Value path) {
  return vm.raise(make_os_error(vm, error, error_text(error), path));
}
/// The bytes of a file.
Value read_file(Leaf& vm, const Value* a) {
  std::string bytes;
  int error = 0;
  std::string path = str_to_utf8(vm, unwrap(vm, a[0]));
  if (vm.host().is_directory(path)) return raise_os_error(vm, 21, a[0]);
  if (!vm.host().read_file(path, bytes, error)) return raise_os_error(vm, error ? error : 2, a[0]);
  return make_bytes(vm, bytes);
}
/// (path, bytes, append)
Value write_file(Leaf& vm, const Value* a) {
  int error = 0;
  std::string path = str_to_utf8(vm, unwrap(vm, a[0]));
  if (!vm.host().write_file(path, bytes_view(unwrap(vm, a[1])), a[2].is_true(), error)) {
    return raise_os_error(vm, error ? error : 2, a[0]);
  }
  return Value::none();
}
Value file_exists(Leaf& vm, const Value* a) {
  return Value::boolean(vm.host().file_exists(str_to_utf8(vm, unwrap(vm, a[0]))));
}
Value is_directory(Leaf& vm, const Value* a) {
  return Value::boolean(vm.host().is_directory(str_to_utf8(vm, unwrap(vm, a[0]))));
}
Value float_repr_leaf(Leaf& vm, const Value* a) {
  return str_from_ascii(vm, float_repr(a[0].as_double()));
}
constexpr uint32_t kRead = kBuiltinReadOnly;

const BuiltinDef kRows[] = {
    HH_LEAF("_ascii_of", "text, /", ascii_of, kRead,
            "The text with everything beyond ASCII escaped."),
    HH_LEAF("_format_pieces", "text, /", format_pieces, kRead, "Pieces of a str.format text."),
    HH_LEAF("_percent_pieces", "text, /", percent_pieces, kRead, "Pieces of a % format."),
    HH_LEAF("_set_stdin", "file, /", set_stdin, 0,
            "Tells input() which object is the real sys.stdin."),
    HH_LEAF("_set_stdout", "file, /", set_stdout, 0,
            "Tells print() which object is the real sys.stdout."),
    HH_LEAF("_read_file", "path, /", read_file, 0, "The bytes of a file."),
    HH_LEAF("_write_file", "path, bytes, append, /", write_file, 0, "Writes a file."),
    HH_LEAF("_file_exists", "path, /", file_exists, 0, "Is there such a file?"),
    HH_LEAF("_is_directory", "path, /", is_directory, 0, "Is it a folder?"),
    HH_LEAF("_float_repr", "x, /", float_repr_leaf, kRead, "repr of a float."),
};

}  // namespace

const BuiltinTable kTextPrimitives = builtin_table(kRows);

}  // namespace hothouse
