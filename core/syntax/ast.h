// The syntax tree of Python 3.11, with the shapes and names of Python's own `ast` module.
//
// Two chains in a tree can be as long as the program: the left spine of BinOp (`a + a + ...`) and
// the `elif` chain (an If alone in the orelse of an If). Walk those two with a loop; every other
// nesting is limited by the parser (kMaxDepth in parser.h), so that recursion over it is safe.
//
// Neighbours: parser.h builds the tree; scopes.h fills in the fields marked [scopes], and
// definite_assignment.h those marked [flow]; the bytecode compiler reads it; dump.h prints it.
// Invariant: nodes are plain structs in an Arena. Optional children are null, optional texts empty.
// Every name that is bound or read is a Name node, also where Python's ast has a bare string
// (function and class names, parameters, `except ... as e`, import targets, captures), so that all
// of them carry their resolution.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/syntax/arena.h"

namespace hothouse::syntax {

struct Scope;  // scopes.h

/// A point in the source text.
struct Position {
  std::uint32_t line = 0;      ///< 1-based
  std::uint32_t col = 0;       ///< 0-based, in code points (what carets under a line count)
  std::uint32_t byte_col = 0;  ///< 0-based, in UTF-8 bytes (what `ast` calls col_offset)
};

/// A half-open piece of the source text.
struct SourceRange {
  Position begin;
  Position end;
};

enum class BinaryOp : std::uint8_t {
#define BINARY_OPERATOR(Name, text, precedence) Name,
#include "core/syntax/operators.def"
};
enum class UnaryOperator : std::uint8_t {
#define UNARY_OPERATOR(Name, text) Name,
#include "core/syntax/operators.def"
};
enum class BoolOperator : std::uint8_t {
#define BOOL_OPERATOR(Name, text) Name,
#include "core/syntax/operators.def"
};
enum class CompareOp : std::uint8_t {
#define COMPARE_OPERATOR(Name, text) Name,
#include "core/syntax/operators.def"
};

enum class ExprKind : std::uint8_t {
#define EXPR_NODE(Kind, Struct) Kind,
#include "core/syntax/nodes.def"
};
enum class StmtKind : std::uint8_t {
#define STMT_NODE(Kind, Struct) Kind,
#include "core/syntax/nodes.def"
};
enum class PatternKind : std::uint8_t {
#define PATTERN_NODE(Kind, Struct) Kind,
#include "core/syntax/nodes.def"
};

struct Expr {
  SourceRange range;
  ExprKind kind;
};
struct Stmt {
  SourceRange range;
  StmtKind kind;
};
struct Pattern {
  SourceRange range;
  PatternKind kind;
};

/// Returns the node as a T if it is one, else null. `T::is(kind)` says which kinds a struct serves.
template <class T, class Base>
T* node_cast(Base* node) {
  return node != nullptr && T::is(node->kind) ? static_cast<T*>(node) : nullptr;
}
/// Returns the node as the T that the caller knows it to be.
template <class T, class Base>
T& as(Base* node) {
  return *static_cast<T*>(node);
}

template <ExprKind... kinds>
struct ExprOf : Expr {
  static constexpr bool is(ExprKind k) { return ((k == kinds) || ...); }
};
template <StmtKind... kinds>
struct StmtOf : Stmt {
  static constexpr bool is(StmtKind k) { return ((k == kinds) || ...); }
};
template <PatternKind... kinds>
struct PatternOf : Pattern {
  static constexpr bool is(PatternKind k) { return ((k == kinds) || ...); }
};

using Exprs = std::span<Expr*>;
using Stmts = std::span<Stmt*>;

// ---------------------------------------------------------------------------------------------
// Names

enum class Context : std::uint8_t { Load, Store, Del };

/// Where a name lives, seen from the scope in which it is written.
enum class Resolution : std::uint8_t {
  Unresolved,  ///< before resolve_scopes(), and names that are only declared (global x)
  Local,       ///< a fast local of a function; in a class body, its namespace
  Cell,        ///< bound here, captured by an inner function
  Free,        ///< a cell of an enclosing function (in a class body: look in the namespace first)
  GlobalExplicit,  ///< declared `global`
  GlobalImplicit,  ///< bound nowhere around: module, then builtins
  ModuleName,      ///< written at module level: a global here, too
};

struct Name : ExprOf<ExprKind::Name> {
  std::string_view id;       ///< as written (NFKC not applied)
  std::string_view mangled;  ///< [scopes] `__x` in class C: `_C__x`; otherwise the same as id
  Context context = Context::Load;
  Resolution resolution = Resolution::Unresolved;  ///< [scopes]
  /// [flow] A Local or Cell of a function that may have no value when it is read or deleted here.
  /// True until the analysis has proved otherwise; says nothing about other resolutions.
  bool maybe_unbound = true;
};

// ---------------------------------------------------------------------------------------------
// Expressions

enum class ConstantKind : std::uint8_t {
  None,
  True,
  False,
  Ellipsis,
  Int,
  Float,
  Imaginary,
  Str,
  Bytes
};

struct Constant : ExprOf<ExprKind::Constant> {
  ConstantKind constant = ConstantKind::None;
  bool u_prefix = false;   ///< the first literal was written u'...'
  std::uint8_t base = 10;  ///< Int: 2, 8, 10 or 16
  double number = 0;       ///< Float, Imaginary
  /// Int: digits only, no prefix and no underscores. Str: decoded, UTF-8 with lone surrogates as in
  /// WTF-8. Bytes: the raw bytes.
  std::string_view text;
};

struct BoolOp : ExprOf<ExprKind::BoolOp> {
  BoolOperator op = BoolOperator::And;
  Exprs values;  ///< two or more
};

struct NamedExpr : ExprOf<ExprKind::NamedExpr> {
  Name* target = nullptr;
  Expr* value = nullptr;
};

struct BinOp : ExprOf<ExprKind::BinOp> {
  BinaryOp op = BinaryOp::Add;
  Expr* left = nullptr;  ///< may be a long chain, see the head of this file
  Expr* right = nullptr;
};

struct UnaryOp : ExprOf<ExprKind::UnaryOp> {
  UnaryOperator op = UnaryOperator::Not;
  Expr* operand = nullptr;
};

struct Arg {
  SourceRange range;
  Name* name = nullptr;
  Expr* annotation = nullptr;
};

/// The parameters of a function or lambda.
struct Arguments {
  std::span<Arg*> posonlyargs;
  std::span<Arg*> args;
  Arg* vararg = nullptr;
  std::span<Arg*> kwonlyargs;
  Exprs kw_defaults;  ///< as many as kwonlyargs; null where there is none
  Arg* kwarg = nullptr;
  Exprs defaults;  ///< of the last parameters of posonlyargs + args
};

struct Lambda : ExprOf<ExprKind::Lambda> {
  Arguments* args = nullptr;
  Expr* body = nullptr;
  Scope* scope = nullptr;  ///< [scopes]
};

struct IfExp : ExprOf<ExprKind::IfExp> {
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};

struct Dict : ExprOf<ExprKind::Dict> {
  Exprs keys;  ///< null for a `**mapping`
  Exprs values;
};

/// `[a, b]`, `(a, b)` or `{a, b}`; lists and tuples are also targets.
struct Sequence : ExprOf<ExprKind::List, ExprKind::Tuple, ExprKind::Set> {
  Exprs elts;
  Context context = Context::Load;
};

/// One `for target in iter if ... if ...` of a comprehension.
struct Comprehension {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Exprs ifs;
  bool is_async = false;
};

/// `[elt for ...]`, `{elt for ...}`, `{elt: value for ...}`, `(elt for ...)`. A function scope of
/// its own, except that the first iterable is evaluated in the scope around it.
struct ComprehensionExpr
    : ExprOf<ExprKind::ListComp, ExprKind::SetComp, ExprKind::DictComp, ExprKind::GeneratorExp> {
  Expr* elt = nullptr;    ///< the key of a DictComp
  Expr* value = nullptr;  ///< only in a DictComp
  std::span<Comprehension> generators;
  Scope* scope = nullptr;  ///< [scopes]
};

struct Await : ExprOf<ExprKind::Await> {
  Expr* value = nullptr;
};

struct Yield : ExprOf<ExprKind::Yield> {
  Expr* value = nullptr;
};

struct YieldFrom : ExprOf<ExprKind::YieldFrom> {
  Expr* value = nullptr;
};

struct Compare : ExprOf<ExprKind::Compare> {
  Expr* left = nullptr;
  std::span<CompareOp> ops;
  Exprs comparators;
};

struct Keyword {
  SourceRange range;
  std::string_view arg;  ///< empty for `**value`
  Expr* value = nullptr;
};

struct Call : ExprOf<ExprKind::Call> {
  Expr* func = nullptr;
  Exprs args;
  std::span<Keyword*> keywords;
};

/// One `{value!r:spec}` of an f-string.
struct FormattedValue : ExprOf<ExprKind::FormattedValue> {
  Expr* value = nullptr;
  char conversion = 0;          ///< 's', 'r', 'a' or 0
  Expr* format_spec = nullptr;  ///< a JoinedStr
};

/// An f-string: string Constants and FormattedValues in turn. May be empty.
struct JoinedStr : ExprOf<ExprKind::JoinedStr> {
  Exprs values;
};

struct Attribute : ExprOf<ExprKind::Attribute> {
  Expr* value = nullptr;
  std::string_view attr;
  std::string_view mangled;  ///< [scopes]
  SourceRange attr_range;    ///< of the name after the dot
  Context context = Context::Load;
};

struct Subscript : ExprOf<ExprKind::Subscript> {
  Expr* value = nullptr;
  Expr* slice = nullptr;
  Context context = Context::Load;
};

struct Starred : ExprOf<ExprKind::Starred> {
  Expr* value = nullptr;
  Context context = Context::Load;
};

/// Only as the slice of a Subscript, or in a Tuple there.
struct Slice : ExprOf<ExprKind::Slice> {
  Expr* lower = nullptr;
  Expr* upper = nullptr;
  Expr* step = nullptr;
};

// ---------------------------------------------------------------------------------------------
// Statements

struct FunctionDef : StmtOf<StmtKind::FunctionDef> {
  Name* name = nullptr;
  Arguments* args = nullptr;
  Stmts body;
  Exprs decorators;
  Expr* returns = nullptr;
  bool is_async = false;
  Scope* scope = nullptr;  ///< [scopes]
};

struct ClassDef : StmtOf<StmtKind::ClassDef> {
  Name* name = nullptr;
  Exprs bases;
  std::span<Keyword*> keywords;
  Stmts body;
  Exprs decorators;
  Scope* scope = nullptr;  ///< [scopes]
};

struct Return : StmtOf<StmtKind::Return> {
  Expr* value = nullptr;
};

struct Delete : StmtOf<StmtKind::Delete> {
  Exprs targets;
};

struct Assign : StmtOf<StmtKind::Assign> {
  Exprs targets;  ///< `a = b, c = value`: two
  Expr* value = nullptr;
};

struct AugAssign : StmtOf<StmtKind::AugAssign> {
  Expr* target = nullptr;  ///< in Store context, though it is read first
  BinaryOp op = BinaryOp::Add;
  Expr* value = nullptr;
};

struct AnnAssign : StmtOf<StmtKind::AnnAssign> {
  Expr* target = nullptr;
  Expr* annotation = nullptr;
  Expr* value = nullptr;
  bool simple = false;  ///< a bare name without parentheses: goes into __annotations__
};

struct For : StmtOf<StmtKind::For> {
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Stmts body;
  Stmts orelse;
  bool is_async = false;
};

struct While : StmtOf<StmtKind::While> {
  Expr* test = nullptr;
  Stmts body;
  Stmts orelse;
};

struct If : StmtOf<StmtKind::If> {
  Expr* test = nullptr;
  Stmts body;
  Stmts orelse;  ///< `elif` is a single If here; the chain may be long
};

struct WithItem {
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;
};

struct With : StmtOf<StmtKind::With> {
  std::span<WithItem> items;
  Stmts body;
  bool is_async = false;
};

struct MatchCase {
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;
  Stmts body;
};

struct Match : StmtOf<StmtKind::Match> {
  Expr* subject = nullptr;
  std::span<MatchCase> cases;
};

struct Raise : StmtOf<StmtKind::Raise> {
  Expr* exc = nullptr;
  Expr* cause = nullptr;
};

struct ExceptHandler {
  SourceRange range;
  Expr* type = nullptr;
  Name* name = nullptr;  ///< bound on entry, deleted on exit
  Stmts body;
};

struct Try : StmtOf<StmtKind::Try> {
  Stmts body;
  std::span<ExceptHandler> handlers;
  Stmts orelse;
  Stmts finalbody;
  bool is_star = false;  ///< `except*`
};

struct Assert : StmtOf<StmtKind::Assert> {
  Expr* test = nullptr;
  Expr* msg = nullptr;
};

/// One `name as asname` of an import.
struct Alias {
  SourceRange range;
  std::string_view name;    ///< dotted in `import a.b`; "*" in `from m import *`
  std::string_view asname;  ///< empty if there is none
  Name* target = nullptr;   ///< what gets bound (`a` for `import a.b`); null for "*"
};

struct Import : StmtOf<StmtKind::Import> {
  std::span<Alias> names;
};

struct ImportFrom : StmtOf<StmtKind::ImportFrom> {
  std::string_view module;  ///< empty for `from . import x`
  std::span<Alias> names;
  std::uint32_t level = 0;  ///< the number of leading dots
};

/// `global a, b` or `nonlocal a, b`.
struct ScopeDeclaration : StmtOf<StmtKind::Global, StmtKind::Nonlocal> {
  std::span<std::string_view> names;
};

/// An expression as a statement.
struct ExprStmt : StmtOf<StmtKind::Expr> {
  Expr* value = nullptr;
};

struct SimpleStmt : StmtOf<StmtKind::Pass, StmtKind::Break, StmtKind::Continue> {};

// ---------------------------------------------------------------------------------------------
// Patterns

struct MatchValue : PatternOf<PatternKind::MatchValue> {
  Expr* value = nullptr;  ///< a literal or a dotted name; compared with ==
};

struct MatchSingleton : PatternOf<PatternKind::MatchSingleton> {
  ConstantKind value = ConstantKind::None;  ///< None, True or False; compared with `is`
};

struct MatchSequence : PatternOf<PatternKind::MatchSequence> {
  std::span<Pattern*> patterns;  ///< at most one MatchStar
};

struct MatchMapping : PatternOf<PatternKind::MatchMapping> {
  Exprs keys;
  std::span<Pattern*> patterns;
  Name* rest = nullptr;
};

struct MatchClass : PatternOf<PatternKind::MatchClass> {
  Expr* cls = nullptr;
  std::span<Pattern*> patterns;
  std::span<std::string_view> kwd_attrs;
  std::span<Pattern*> kwd_patterns;
};

struct MatchStar : PatternOf<PatternKind::MatchStar> {
  Name* name = nullptr;  ///< null for `*_`
};

struct MatchAs : PatternOf<PatternKind::MatchAs> {
  Pattern* pattern = nullptr;  ///< null: matches anything
  Name* name = nullptr;        ///< null: the wildcard `_`
};

struct MatchOr : PatternOf<PatternKind::MatchOr> {
  std::span<Pattern*> patterns;
};

// ---------------------------------------------------------------------------------------------

/// What a source text is parsed as, as in compile()'s `mode`.
enum class ParseMode : std::uint8_t {
  Exec,    ///< a file
  Eval,    ///< one expression: the body is a single ExprStmt
  Single,  ///< one interactive statement
};

/// The root of a tree.
struct Module {
  ParseMode mode = ParseMode::Exec;
  Stmts body;
  Scope* scope = nullptr;  ///< [scopes]
  /// The text speaks of finalizers or weak references: when objects die may be seen.
  bool watches_objects = false;
  /// The text has generators whose end may be seen: an abandoned one runs its `finally`.
  bool closes_generators = false;
  /// The text speaks of variables of frames that an exception has left.
  bool shows_variables = false;
};

}  // namespace hothouse::syntax
