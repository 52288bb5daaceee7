# The classes of syntax nodes, made of the grammar below, and trees made of what the parser found.
PyCF_ONLY_AST = 1024
PyCF_TYPE_COMMENTS = 4096
PyCF_ALLOW_TOP_LEVEL_AWAIT = 8192


class AST:
    __module__ = "ast"
    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError(f"{type(self).__name__} constructor takes at most {len(fields)} "
                            f"positional argument{'' if len(fields) == 1 else 's'}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields[:len(args)]:
                raise TypeError(f"{type(self).__name__} got multiple values for argument {name!r}")
            setattr(self, name, value)

    def __reduce_ex__(self, protocol):
        return type(self), (), self.__dict__


# kind: constructors with their fields; ? may be absent, * is a list. @: nodes have a position.
_GRAMMAR = """
mod: Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body)
   | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt@: FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list,
                   expr? returns, string? type_comment)
   | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list,
                      expr? returns, string? type_comment)
   | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list)
   | Return(expr? value) | Delete(expr* targets)
   | Assign(expr* targets, expr value, string? type_comment)
   | AugAssign(expr target, operator op, expr value)
   | AnnAssign(expr target, expr annotation, expr? value, int simple)
   | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
   | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
   | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse)
   | With(withitem* items, stmt* body, string? type_comment)
   | AsyncWith(withitem* items, stmt* body, string? type_comment)
   | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause)
   | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
   | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
   | Assert(expr test, expr? msg) | Import(alias* names)
   | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names)
   | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr@: BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value)
   | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand)
   | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse)
   | Dict(expr* keys, expr* values) | Set(expr* elts)
   | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators)
   | DictComp(expr key, expr value, comprehension* generators)
   | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value)
   | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators)
   | Call(expr func, expr* args, keyword* keywords)
   | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values)
   | Constant(constant value, string? kind)
   | Attribute(expr value, identifier attr, expr_context ctx)
   | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx)
   | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx)
   | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context: Load | Store | Del
boolop: And | Or
operator: Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd
   | FloorDiv
unaryop: Invert | Not | UAdd | USub
cmpop: Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
excepthandler@: ExceptHandler(expr? type, identifier? name, stmt* body)
pattern@: MatchValue(expr value) | MatchSingleton(constant value)
   | MatchSequence(pattern* patterns)
   | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
   | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
   | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name)
   | MatchOr(pattern* patterns)
type_ignore: TypeIgnore(int lineno, string tag)
comprehension = comprehension(expr target, expr iter, expr* ifs, int is_async)
arguments = arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults,
                      arg? kwarg, expr* defaults)
arg@ = arg(identifier arg, expr? annotation, string? type_comment)
keyword@ = keyword(identifier? arg, expr value)
alias@ = alias(identifier name, identifier? asname)
withitem = withitem(expr context_expr, expr? optional_vars)
match_case = match_case(pattern pattern, expr? guard, stmt* body)
"""
_POSITION = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def _make_class(name, base, fields, names, shown):
    rows = [f.split() for f in fields.split(",")] if fields else []
    names["_fields"] = names["__match_args__"] = tuple([row[1] for row in rows])
    names["__module__"] = "ast"
    for kind, field in rows:
        if kind.endswith("?"):
            names[field] = None
    names["__doc__"] = shown
    return type(name, (base,), names)


def _make_classes(grammar):
    made = {}
    for rule in grammar.replace("\n ", " ").strip().split("\n"):
        rule = " ".join(rule.split())
        product = " = " in rule
        kind, rest = rule.split(" = " if product else ": ", 1)
        position = {"_attributes": _POSITION, "end_lineno": None, "end_col_offset": None} \
            if kind.endswith("@") else {"_attributes": ()}
        if not product:
            kind = kind.rstrip("@")
            made[kind] = _make_class(kind, AST, "", position, rule.replace("@", "").replace(": ", " = ", 1))
            position = {}
        for constructor in rest.split(" | "):
            name, _, fields = constructor.rstrip(")").partition("(")
            made[name] = _make_class(name, AST if product else made[kind], fields, dict(position),
                                     constructor)
    return made


_classes = _make_classes(_GRAMMAR)
globals().update(_classes)
_singletons = {name: cls() for name, cls in _classes.items()
               if cls.__base__.__name__ in ("expr_context", "boolop", "operator", "unaryop",
                                            "cmpop")}


# The node that a tuple of _syntax_tree() describes.
def _node(row):
    name, position = row[0], row[1]
    node = _singletons.get(name)
    if node is not None:
        return node
    node = _classes[name]()
    names = node.__dict__
    for i in range(2, len(row), 2):
        value = row[i + 1]
        if type(value) is tuple:
            value = _node(value)
        elif type(value) is list:
            value = [_node(v) if type(v) is tuple else v for v in value]
        names[row[i]] = value
    for field in node._fields:
        if field not in names:
            names[field] = None
    if position is not None:
        (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset) = position
    return node


def _parse(text, filename, mode):
    return _node(_syntax_tree(text, filename, mode))


# Code of a tree: of the text that the tree stands for.
def _compile_tree(tree, filename, mode):
    import ast
    wanted = {"exec": "Module", "eval": "Expression", "single": "Interactive"}[mode]
    if not isinstance(tree, _classes[wanted]):
        raise TypeError(f"expected {wanted} node, got {type(tree).__name__}")
    # What makes trees may put any expression between the parts of an f-string, and take names that
    # no text can have.
    changed = []
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            values = [v if isinstance(v, (ast.Constant, ast.FormattedValue, ast.JoinedStr))
                      else ast.FormattedValue(v, -1, None) for v in node.values]
            changed.append((node, "values", node.values))
            node.values = values
        field = _named_by.get(type(node).__name__)
        name = field and getattr(node, field, None)
        if isinstance(name, str) and not name.isidentifier():
            changed.append((node, field, name))
            setattr(node, field, names.setdefault(name, f"_name_of_a_tree_{len(names)}"))
    try:
        text = ast.unparse(tree)
    finally:
        for node, field, value in changed:
            setattr(node, field, value)
    code = compile(text, filename, mode)
    if names:
        _rename_in_code(code, {new: old for old, new in names.items()})
    return code


_named_by = {"Name": "id", "arg": "arg", "keyword": "arg", "Attribute": "attr",
             "FunctionDef": "name", "AsyncFunctionDef": "name", "ClassDef": "name"}
