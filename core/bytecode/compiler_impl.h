// The compiler's state, shared by its files. Not for others: see compiler.h.
//
//   compiler.cpp      the entry, code units (one per function), constants, errors
//   expressions.cpp   dispatch over expressions; operators.cpp, displays.cpp, calls.cpp
//   names.cpp         loading, storing and deleting names wherever they live
//   conditions.cpp    expressions that are jumped on; comparisons
//   assignments.cpp   targets, unpacking, augmented and annotated assignment, del
//   statements.cpp    the simple statements, if; loops.cpp; exceptions.cpp: try, with
//   functions.cpp     def and lambda; comprehensions.cpp; classes.cpp; patterns.cpp: match
//
// Code generation is driven by destinations: expr_to(e, dst) leaves the value of e in dst. Three
// rules keep it right:
//  - A destination that is a temporary holds nothing of value until then, so it may be used as
//    scratch. A destination that is a variable is written by the last instruction only: operands
//    still read it, and a handler must not see a value that was not assigned.
//  - Operands that are local variables are used where they lie, unless an operand evaluated later
//    contains `:=` that assigns them. (Nothing else can: a variable that inner functions assign
//    is a cell.)
//  - Positions follow CPython 3.11's compiler: loc_ is set where it says SET_LOC.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/bytecode/assembler.h"
#include "core/bytecode/compiler.h"
#include "core/bytecode/constants.h"
#include "core/bytecode/registers.h"
#include "core/bytecode/unparse.h"
#include "core/syntax/scopes.h"
#include "core/vm/context.h"

namespace hothouse {

/// A statement around the current place that break, continue or return must unwind.
struct Block {
  enum class Kind : uint8_t {
    Loop,
    Try,             // body of a try statement with except clauses
    Finally,         // body of a try statement with a finally clause
    Handler,         // an except clause: the exception handled before lies in `saved`
    FinallyHandler,  // a finally clause that runs because of an exception
    With,            // body of a with statement
  };
  Kind kind;
  Block* outer = nullptr;
  Label continue_label, break_label;  // Loop
  bool breaks = false;                // Loop: somebody jumps to break_label
  syntax::Stmts final_body;           // Finally
  Reg exc = 0, saved = 0;             // Handler, FinallyHandler
  syntax::Name* name = nullptr;       // Handler: `as name`
  Reg window = 0;                     // With: __exit__ and its self
  Position position{};                // With: of the statement

  /// The instructions it protects so far: pairs of Assembler::here(). The last is open while
  /// `is_open`; code that leaves the block is not protected by it.
  std::vector<std::pair<uint32_t, uint32_t>> ranges;
  bool is_open = false;
  bool is_async = false;  // With: the answer of __aexit__ is awaited
};

/// A body in the making.
struct Unit {
  Unit* parent = nullptr;
  syntax::Scope* scope = nullptr;
  std::unique_ptr<CodeBody> body;
  Assembler code;
  Registers registers;
  Block* block = nullptr;
  Position loc{};  // saved while an inner unit is compiled
  std::unordered_map<std::string_view, uint16_t> local_registers;
  std::unordered_map<std::string_view, uint16_t> free_indices;
  std::unordered_set<std::string_view> assigned;  // names, where it matters (gives_up_objects)
  std::unordered_map<std::string, uint16_t> name_indices;
  std::unordered_map<std::string, uint16_t> constant_indices;

  bool is_module() const { return scope->kind == syntax::ScopeKind::Module; }
  /// Names live in the namespace in the frame's `extra` slot.
  bool has_namespace() const { return (body->flags & kCodeClassBody) != 0; }
  bool is_class() const { return scope->kind == syntax::ScopeKind::Class; }
  bool is_function() const { return scope->is_function_like(); }
};

class Compiler {
 public:
  Compiler(Leaf& vm, std::string_view filename, std::shared_ptr<const std::string> source,
           CompileMode mode);
  CompileResult run(const syntax::Module& module);

 private:
  static constexpr Reg kNone = Registers::kNone;
  using Exprs = syntax::Exprs;
  using Stmts = syntax::Stmts;
  using Keywords = std::span<syntax::Keyword*>;

  // --- compiler.cpp
  void begin_unit(Unit& unit, syntax::Scope* scope, uint32_t flags, uint32_t first_line);
  void begin_variables(Unit& unit);
  /// Emits what every body begins with: generator start, cells, undefined locals.
  void prologue();
  /// Finishes the current unit; its Code object.
  Value end_unit();
  void return_none();
  void set_doc(Stmts body);
  void error(const syntax::SourceRange& range, std::string message);
  void unsupported(const syntax::SourceRange& range, const char* feature);
  void limit(const char* what);
  std::string source_line(uint32_t line) const;

  // Emission, at loc_.
  void emit(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0, uint8_t x = 0);
  void emit_wide(Op op, uint32_t a, int32_t wide);
  void jump(Label target);
  void jump_back(Label target);
  void jump_on(Op op, uint32_t a, Label target);              // JumpTrue, ...
  void jump_on(Op op, uint32_t a, uint32_t b, Label target);  // JumpLt, ForIter, ...
  void move(Reg dst, Reg src);
  void load_special(Reg dst, Value::Special special);
  void load_int(Reg dst, int32_t value);
  void load_const(Reg dst, const Const& constant);
  void load_text(Reg dst, std::string_view text) {
    load_const(dst, Const::of_text(std::string(text)));
  }
  void load_intrinsic(Reg dst, Intrinsic intrinsic);
  uint16_t name_index(std::string_view name);
  uint16_t const_index(const Const& constant);
  uint16_t add_constant(Value value);
  Reg alloc(uint32_t count = 1);
  bool is_temporary(Reg r) const { return unit_->registers.is_temporary(r); }
  /// dst if it may hold intermediate values, else a new temporary.
  Reg scratch(Reg dst) { return is_temporary(dst) ? dst : alloc(); }
  Label new_label() { return unit_->code.new_label(); }
  void bind(Label label) { unit_->code.bind(label); }
  void bind_header(Label label) { unit_->code.bind_header(label); }
  void set_loc(const syntax::SourceRange& range);
  /// CPython's update_start_location_to_match_attr: a.b split over lines points at the last.
  void set_loc_to_attribute(const syntax::Attribute& attribute);

  // --- expressions.cpp
  void expr_to(syntax::Expr* expr, Reg dst);
  /// Some register that holds the value: the variable's own, or a temporary (`hint` if that is
  /// one). `later`: expressions evaluated before the value is used.
  Reg expr_any(syntax::Expr* expr, std::initializer_list<syntax::Expr*> later = {},
               Reg hint = kNone);
  void expr_effect(syntax::Expr* expr);
  /// The register of a local variable that `expr` names, checked to be bound, or kNone.
  Reg local_operand(syntax::Expr* expr);
  bool assigned_in(std::initializer_list<syntax::Expr*> exprs, std::string_view name);
  bool is_assigned_in(syntax::Expr* expr, std::string_view name);
  void constant(const syntax::Constant& e, Reg dst);
  void bool_op(const syntax::BoolOp& e, Reg dst);
  void if_exp(const syntax::IfExp& e, Reg dst);
  void named_expr(const syntax::NamedExpr& e, Reg dst);
  void attribute(const syntax::Attribute& e, Reg dst);
  void subscript(const syntax::Subscript& e, Reg dst);
  void slice(const syntax::Slice& e, Reg dst);
  void yield(const syntax::Yield& e, Reg dst);
  void yield_from(const syntax::YieldFrom& e, Reg dst);
  void await(const syntax::Await& e, Reg dst);
  void await_value(Reg source, Reg dst, Intrinsic iterates = Intrinsic::Awaitable);

  // --- operators.cpp
  void bin_op(syntax::BinOp& e, Reg dst);
  void binary(syntax::BinaryOp op, Reg dst, Reg left, syntax::Expr* right);
  void unary_op(const syntax::UnaryOp& e, Reg dst);
  void compare(const syntax::Compare& e, Reg dst);
  void in_place(syntax::BinaryOp op, Reg dst, Reg left, syntax::Expr* right);

  // --- displays.cpp
  void list_display(Exprs elements, Reg dst);
  void tuple_display(const syntax::Sequence& e, Reg dst);
  void set_display(const syntax::Sequence& e, Reg dst);
  void dict_display(const syntax::Dict& e, Reg dst);
  void joined_str(const syntax::JoinedStr& e, Reg dst);
  void formatted_value(const syntax::FormattedValue& e, Reg dst);
  /// Appends elements, starred ones too, to the list in register `list`.
  void extend_tuple(Reg tuple, Exprs elements);
  void append_elements(Reg list, Exprs elements);

  // --- names.cpp
  void load_name(const syntax::Name& name, Reg dst);
  void store_name(const syntax::Name& name, Reg value);
  void delete_name(const syntax::Name& name);
  /// The register to write for a local variable, or kNone if the name lives elsewhere.
  Reg local_target(const syntax::Expr* target) const;
  Reg local_register(std::string_view name) const;
  void load_closure_cell(std::string_view name, Reg dst);

  // --- calls.cpp
  Reg window(Reg dst, uint32_t args);
  void call(const syntax::Call& e, Reg dst);
  void method_call(const syntax::Call& e, const syntax::Attribute& method, Reg dst);
  bool super_call(const syntax::Call& e, Reg dst);
  /// With the callable at w and `count` arguments in place: the others, and the call.
  void finish_call(Reg w, uint32_t count, Exprs args, Keywords keywords, Reg dst);
  void call_names(Reg w, Keywords keywords);
  /// f(*a, **k). `seeded`: the list of positional arguments is begun at w+4.
  void finish_call_ex(Reg w, bool seeded, Exprs args, Keywords keywords, Reg dst);
  void keyword_dict(Keywords keywords, Reg dict);
  static bool has_star(Exprs args, Keywords keywords);

  // --- warnings.cpp
  void warn(const syntax::SourceRange& range, std::string message);
  bool constant_operand(const syntax::Expr* e, Const& result);
  void warn_identity(const syntax::Compare& e);
  void warn_caller(const syntax::Call& e);
  void warn_subscript(const syntax::Subscript& e);
  void warn_assert(const syntax::Assert& s);

  // --- conditions.cpp
  /// Jumps to `target` if the truth of expr is `when`, else falls through.
  void condition(syntax::Expr* expr, Label target, bool when);
  void compare_jump(syntax::CompareOp op, Reg left, syntax::Expr* right, Reg right_reg,
                    Label target, bool when);
  void compare_condition(const syntax::Compare& e, Label target, bool when);
  void comparison(syntax::CompareOp op, Reg dst, Reg left, Reg right);
  /// The right operand of a membership test: displays of constants become constants.
  Reg membership_operand(syntax::Expr* expr, std::initializer_list<syntax::Expr*> later);

  // --- assignments.cpp
  void assign(const syntax::Assign& s);
  void assign_one(syntax::Expr* target, syntax::Expr* value);
  bool assign_parallel(const syntax::Sequence& targets, syntax::Expr* value);
  void store(syntax::Expr* target, Reg value);
  void unpack(const syntax::Sequence& target, Reg value);
  void aug_assign(const syntax::AugAssign& s);
  void ann_assign(const syntax::AnnAssign& s);
  void annotation_to(syntax::Expr* annotation, Reg dst);
  void delete_target(syntax::Expr* target);

  // --- statements.cpp
  void body(Stmts stmts);
  bool gives_up_objects(syntax::Stmt* stmt);
  void stmt(syntax::Stmt* stmt);
  void if_stmt(syntax::If* s);
  bool shows_variables(const syntax::Module& module) const;
  std::optional<Label> plain_loop_exit(const syntax::If& s);
  void assert_stmt(const syntax::Assert& s);
  void raise_stmt(const syntax::Raise& s);
  void return_stmt(const syntax::Return& s);
  void pass_line();
  void expr_stmt(const syntax::ExprStmt& s);
  void import_stmt(const syntax::Import& s);
  void import_from(const syntax::ImportFrom& s);
  void import_name(std::string_view name, uint32_t level, const Const& names, Reg dst);

  // --- loops.cpp
  void for_stmt(const syntax::For& s);
  void while_stmt(const syntax::While& s);
  /// R[value] = the next element of an asynchronous iterator, or jumps to `out`.
  void async_next(Reg iterator, Reg value, Label out);
  void loop_exit(bool is_break);

  // --- exceptions.cpp
  void try_stmt(const syntax::Try& s);
  void begin_matching(const syntax::Try& s, Reg exc, Reg saved, Label done, Block& matching);
  void end_handler(const Block& inside, Reg exc, Reg saved, Label done);
  void try_except(const syntax::Try& s);
  void try_except_or_star(const syntax::Try& s);
  void try_except_star(const syntax::Try& s);
  void try_finally(const syntax::Try& s);
  void except_clause(const syntax::ExceptHandler& clause, Reg exc, Reg saved, Label done);
  void with_stmt(const syntax::With& s, size_t index);
  void call_exit_with_none(const Block& block, bool at_top);
  void forget_handler_name(const syntax::Name& name);
  void push_block(Block& block);
  void check_nesting(Block::Kind kind);
  void pop_block();
  void open_range(Block& block);
  void close_range(Block& block);
  /// Makes `handler` (bound here) the handler of the block's ranges.
  void begin_handler(const Block& block, Label handler, Reg exc);
  /// A Yield; in a handler it hands the exception that the caller handles back meanwhile.
  void emit_yield(Reg dst, Reg value);
  /// Emits what leaving the innermost block means.
  void leave(Block& block);
  /// Runs `finish` as if all blocks inside `target` had been left (null: all of the function).
  void leaving(Block* target, const std::function<void()>& finish);

  // --- functions.cpp
  void function_def(const syntax::FunctionDef& s);
  void lambda(const syntax::Lambda& e, Reg dst);
  Value compile_def(const syntax::FunctionDef& s);
  Value compile_lambda(const syntax::Lambda& e);
  void parameters(CodeBody& body, const syntax::Arguments& args);
  uint8_t defaults(const syntax::Arguments& args, Reg w);
  bool annotations(const syntax::Arguments& args, syntax::Expr* returns, Reg dst);
  /// The tuple of cells for an inner scope; false if it needs none.
  bool closure(const syntax::Scope& scope, Reg dst);
  void make_function(Value code, uint8_t flags, Reg w, Reg dst);
  uint32_t function_flags(const syntax::Scope& scope) const;
  /// Evaluates decorators; returns their windows, to be handed to apply_decorators.
  std::vector<Reg> begin_decorators(Exprs decorators);
  void apply_decorators(Exprs decorators, const std::vector<Reg>& windows);
  static uint32_t first_line(const syntax::Stmt& s, Exprs decorators);

  // --- comprehensions.cpp
  void comprehension(const syntax::ComprehensionExpr& e, Reg dst);
  void iterator_of(const syntax::Comprehension& clause, Reg source, Reg dst);
  Value compile_comprehension(const syntax::ComprehensionExpr& e);
  void comprehension_loop(const syntax::ComprehensionExpr& e, size_t index, Reg result);

  // --- classes.cpp
  void class_def(const syntax::ClassDef& s);
  Value compile_class(const syntax::ClassDef& s);
  static bool has_annotations(Stmts stmts);
  void setup_annotations(Stmts stmts);

  // --- patterns.cpp
  /// The names a pattern binds and the registers that hold their values until it has matched.
  struct Capture {
    const syntax::Name* name;
    Reg reg;
  };
  using Captures = std::vector<Capture>;
  void match_stmt(const syntax::Match& s);
  void pattern(syntax::Pattern* p, Reg subject, Label fail, Captures& captures);
  void sequence_pattern(const syntax::MatchSequence& p, Reg subject, Label fail,
                        Captures& captures);
  void mapping_pattern(const syntax::MatchMapping& p, Reg subject, Label fail, Captures& captures);
  void class_pattern(const syntax::MatchClass& p, Reg subject, Label fail, Captures& captures);
  void or_pattern(const syntax::MatchOr& p, Reg subject, Label fail, Captures& captures);
  void unpack_patterns(std::span<syntax::Pattern*> patterns, Reg subject, Label fail,
                       Captures& captures);
  void call_intrinsic(Intrinsic intrinsic, std::initializer_list<Reg> args, Reg dst);
  static bool is_wildcard(const syntax::Pattern* p);

  Leaf& vm_;
  std::shared_ptr<const std::string> source_;
  Value filename_;
  CompileMode mode_;
  bool is_placeholder_ = false;  // the file's name is "<string>" or the like
  bool is_text() const { return mode_ == CompileMode::Text || mode_ == CompileMode::TextPrompt; }
  bool shows_values() const {
    return mode_ == CompileMode::Prompt || mode_ == CompileMode::TextPrompt;
  }
  Unit* unit_ = nullptr;
  Position loc_{};
  bool speaks_of(std::string_view word) const {
    return source_ != nullptr && source_->find(word) != std::string::npos;
  }
  bool may_have_walrus_ = true;
  bool may_see_locals_ = false;  // a frame's f_locals may be asked for
  bool watches_objects_ = false;
  bool has_coroutines_ = false;
  bool closes_generators_ = false;
  bool future_annotations_ = false;
  int depth_ = 0;  // of recursion
  bool failed_ = false;
  syntax::SyntaxError error_;
  std::vector<syntax::SyntaxError> warnings_;

  friend class DepthGuard;
};

/// Counts recursion; the compiler reports an error instead of overflowing the native stack.
class DepthGuard {
 public:
  explicit DepthGuard(Compiler& compiler) : compiler_(compiler) { ++compiler_.depth_; }
  ~DepthGuard() { --compiler_.depth_; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  bool too_deep() const { return compiler_.depth_ > kLimit; }

 private:
  static constexpr int kLimit = 5000;
  Compiler& compiler_;
};

inline Position position_of(const syntax::SourceRange& range) {
  return Position{static_cast<int32_t>(range.begin.line), static_cast<int32_t>(range.end.line),
                  static_cast<int32_t>(range.begin.byte_col),
                  static_cast<int32_t>(range.end.byte_col)};
}

}  // namespace hothouse
