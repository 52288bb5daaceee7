// The walk behind check_placement(), shared by checks.cpp and checks_pattern.cpp. Not for others.
#pragma once

#include <string>
#include <vector>

#include "core/syntax/ast.h"
#include "core/syntax/error.h"
#include "core/syntax/scopes.h"

namespace hothouse::syntax {

class Checker {
 public:
  explicit Checker(SyntaxError& error) : error_(error) {}
  bool run(Module& module);

 private:
  enum class Place { Module, Class, Function, AsyncFunction };

  /// Starts a new scope: what was around it comes back at the end.
  class Saved {
   public:
    explicit Saved(Checker& c)
        : checker_(c),
          place_(c.place_),
          loop_(c.in_loop_),
          star_(c.in_except_star_),
          comprehension_(c.comprehension_),
          async_generator_(c.async_generator_) {
      c.in_loop_ = c.in_except_star_ = c.comprehension_ = c.async_generator_ = false;
    }
    ~Saved() {
      checker_.place_ = place_;
      checker_.in_loop_ = loop_;
      checker_.in_except_star_ = star_;
      checker_.comprehension_ = comprehension_;
      checker_.async_generator_ = async_generator_;
    }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

   private:
    Checker& checker_;
    Place place_;
    bool loop_, star_, comprehension_, async_generator_;
  };

  using Names = std::vector<const Name*>;

  void fail(SourceRange range, std::string message);
  void future_import(ImportFrom& stmt);
  void all(Exprs list);
  void starred_list(Exprs list);
  void assigned_name(std::string_view name, SourceRange range);
  void sequence(Sequence& expr);
  void call(Exprs args, std::span<Keyword*> keywords, SourceRange range);
  void comprehension(ComprehensionExpr& expr);
  void parameters(Arguments& args);
  void visit(Expr* expr);
  void body(Stmts list);
  void loop(Stmts list, Stmts orelse);
  void function(FunctionDef& def);
  void return_statement(Return& stmt);
  void jump_out_of_except_star(SourceRange range);
  void try_statement(Try& stmt);
  void statement(Stmt* stmt);

  // checks_pattern.cpp
  void match(Match& stmt);
  void pattern(Pattern* p, Names& bound, bool irrefutable_allowed);
  void patterns(std::span<Pattern*> list, Names& bound);
  void bind(const Name* name, Names& bound);
  void alternatives(MatchOr& p, Names& bound, bool irrefutable_allowed);
  void mapping(MatchMapping& p, Names& bound);
  void class_pattern(MatchClass& p, Names& bound);

  SyntaxError& error_;
  Place place_ = Place::Module;
  bool in_loop_ = false;
  bool in_except_star_ = false;
  bool comprehension_ = false;
  bool async_generator_ = false;
  bool failed_ = false;
};

}  // namespace hothouse::syntax
