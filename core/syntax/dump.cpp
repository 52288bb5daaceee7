// See dump.h.
#include "core/syntax/dump.h"

#include "core/syntax/dump_constant.h"
#include "core/syntax/tree_events.h"

namespace hothouse::syntax {

namespace {

class Dumper final : public TreeEvents {
 public:
  std::string out;

  void open_node(std::string_view name, const SourceRange* /*range*/) override {
    separate();
    out += name;
    out += '(';
    first_ = true;
  }
  void close_node() override { close(')'); }
  void field(const char* name) override {
    separate();
    out += name;
    out += '=';
    first_ = true;
  }
  void open_list() override {
    out += '[';
    first_ = true;
  }
  void close_list() override { close(']'); }
  void constant(ConstantKind kind) override {
    value(kind == ConstantKind::None    ? "None"
          : kind == ConstantKind::True  ? "True"
          : kind == ConstantKind::False ? "False"
                                        : "Ellipsis");
  }
  void number(int64_t n) override { value(std::to_string(n)); }
  void integer(std::string_view digits, int base) override { value(decimal(digits, base)); }
  void real(double d, bool imaginary) override {
    value(imaginary ? imaginary_repr(d) : float_repr(d));
  }
  void text(std::string_view s, bool bytes) override { value(quoted(s, bytes)); }

 private:
  void separate() {
    if (!first_) out += ", ";
    first_ = false;
  }
  void value(std::string_view s) {
    separate();
    out += s;
  }
  void close(char c) {
    out += c;
    first_ = false;
  }

  bool first_ = true;  // nothing stands before in this node or list, or a field's name does
};

}  // namespace

std::string dump(const Module& module) {
  Dumper dumper;
  walk_tree(module, dumper);
  return std::move(dumper.out);
}

}  // namespace hothouse::syntax
