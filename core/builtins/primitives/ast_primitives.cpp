// The primitive of compile(..., PyCF_ONLY_AST): a syntax tree as nested tuples and lists.
//
// A node is (name, position or None, field, value, field, value, ...); python/_ast.py makes the
// classes' instances of them.
#include <vector>

#include "core/builtins/compile.h"
#include "core/builtins/tables.h"
#include "core/bytecode/code.h"
#include "core/objects/bytes.h"
#include "core/objects/complex.h"
#include "core/objects/dict.h"
#include "core/objects/int.h"
#include "core/objects/list.h"
#include "core/objects/str.h"
#include "core/objects/tuple.h"
#include "core/objects/unwrap.h"
#include "core/syntax/parser.h"
#include "core/syntax/tree_events.h"

namespace hothouse {
namespace {

class TreeBuilder final : public syntax::TreeEvents {
 public:
  explicit TreeBuilder(Leaf& vm) : vm_(vm) {}

  Value root = Value::none();

  void open_node(std::string_view name, const syntax::SourceRange* range) override {
    open_.emplace_back();
    add(vm_.intern(name));
    if (!range) return add(Value::none());
    auto number = [&](uint32_t n) { return vm_.heap().make_int(n); };
    add(make_tuple(vm_, {number(range->begin.line), number(range->begin.byte_col),
                         number(range->end.line), number(range->end.byte_col)}));
  }
  void close_node() override {
    std::vector<Value> parts = close();
    add(make_tuple(vm_, parts.data(), parts.size()));
  }
  void field(const char* name) override { add(vm_.intern(name)); }
  void open_list() override { open_.emplace_back(); }
  void close_list() override {
    std::vector<Value> parts = close();
    add(make_list(vm_, parts.data(), parts.size()));
  }
  void constant(syntax::ConstantKind kind) override {
    switch (kind) {
      case syntax::ConstantKind::True:
        return add(Value::true_value());
      case syntax::ConstantKind::False:
        return add(Value::false_value());
      case syntax::ConstantKind::Ellipsis:
        return add(Value::ellipsis());
      default:
        return add(Value::none());
    }
  }
  void number(int64_t value) override { add(vm_.heap().make_int(value)); }
  void integer(std::string_view digits, int base) override {
    add(int_from_digits(vm_, digits, base));
  }
  void real(double value, bool imaginary) override {
    add(imaginary ? make_complex(vm_, 0, value) : Value::from_double(value));
  }
  void text(std::string_view value, bool bytes) override {
    add(bytes ? make_bytes(vm_, value) : vm_.str(value));
  }

 private:
  void add(Value v) {
    if (open_.empty()) {
      root = v;
    } else {
      open_.back().push_back(v);
    }
  }
  std::vector<Value> close() {
    std::vector<Value> parts = std::move(open_.back());
    open_.pop_back();
    return parts;
  }

  Leaf& vm_;
  std::vector<std::vector<Value>> open_;  // parts of the nodes and lists that are not closed yet
};

/// syntax_tree(source, file, mode)
Value syntax_tree(Leaf& vm, const Value* a) {
  std::string source;
  if (is_str(a[0])) {
    source = str_to_utf8(vm, a[0]);
  } else if (!bytes_like_copy(a[0], &source)) {
    return vm.type_error("compile() arg 1 must be a string, bytes or AST object");
  }
  syntax::Arena arena;
  syntax::SyntaxError error;
  syntax::Module* tree =
      syntax::parse(source, arena, error, static_cast<syntax::ParseMode>(a[2].as_int()));
  if (!tree) return raise_syntax_error(vm, error, str_to_utf8(vm, a[1]));
  TreeBuilder builder(vm);
  syntax::walk_tree(*tree, builder);
  return builder.root;
}

void rename(Leaf& vm, Value names, Value* v) {
  const int64_t at = is_str(*v) ? dict_find(vm, names, *v) : -1;
  if (at >= 0) *v = str_intern(vm, dict_value_at(names, static_cast<uint64_t>(at)));
}

/// The name with those around it has what is renamed in its midst.
Value renamed_path(Leaf& vm, Value names, Value path) {
  std::string text = str_to_utf8(vm, path), out;
  for (size_t from = 0;;) {
    const size_t dot = text.find('.', from);
    Value part = vm.str(std::string_view(text).substr(from, dot - from));
    rename(vm, names, &part);
    out += str_to_utf8(vm, part);
    if (dot == std::string::npos) return vm.intern(out);
    out += '.';
    from = dot + 1;
  }
}

/// rename_in_code(code, names): code that has just been compiled, and that within it.
Value rename_in_code(Leaf& vm, const Value* a) {
  CodeBody* body = a[0].as<Code>()->body.get();
  for (std::vector<Value>* row :
       {&body->names, &body->local_names, &body->free_names, &body->cell_names}) {
    for (Value& v : *row) rename(vm, a[1], &v);
  }
  rename(vm, a[1], &body->name);
  body->qualname = renamed_path(vm, a[1], body->qualname);
  for (Value& v : body->constants) {
    if (is_kind(v, Kind::Code)) {
      const Value inner[] = {v, a[1]};
      rename_in_code(vm, inner);
    } else if (is_tuple(v)) {  // the names of keyword arguments, perhaps
      std::vector<Value> row;
      for (uint64_t i = 0; i < tuple_length(v); ++i) row.push_back(tuple_get(v, i));
      for (Value& x : row) rename(vm, a[1], &x);
      v = make_tuple(vm, row.data(), row.size());
    } else {
      rename(vm, a[1], &v);
    }
  }
  return Value::none();
}

const BuiltinDef kRows[] = {
    HH_LEAF("_rename_in_code", "code, names, /", rename_in_code, 0,
            "Gives code that has never run other names."),
    HH_LEAF("_syntax_tree", "source, file, mode, /", syntax_tree, 0,
            "The syntax tree of a text, as tuples."),
};

}  // namespace

const BuiltinTable kAstPrimitives = builtin_table(kRows);

}  // namespace hothouse
