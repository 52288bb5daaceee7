# exec, eval and compile.


def builtin_compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1,
                    _feature_version=-1):
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if flags & 1024:
        raise NotImplementedError("compile() to an abstract syntax tree is not supported by "
                                  "Hothouse")
    if _is_code(source):
        return source
    if _is_bytes(filename):
        filename = filename.decode()
    elif not _is_str(filename):
        filename = _path_text(filename)
    return _compile_source(_source_text(source, "compile"), filename, mode, False)


def _path_text(path):
    f = _special(path, "__fspath__")
    if f is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {_type_name(path)}")
    return f(path)


def _source_text(source, who):
    source = _unwrap(source)
    if not _is_str(source) and not _is_bytes(source) and type(source) is not memoryview:
        raise TypeError(f"{who}() arg 1 must be a string, bytes or "
                        + ("AST object" if who == "compile" else "code object"))
    if _is_str(source):
        if "\0" in source:
            raise ValueError("source code string cannot contain null bytes")
    elif 0 in source:
        raise ValueError("source code string cannot contain null bytes")
    return source


# (globals, locals) that a text is run with.
def _exec_names(who, globals, locals):
    if globals is _missing or globals is None:
        g, l = _scope_of_caller()
        if locals is not _missing and locals is not None:
            l = locals
        return g, l
    if not isinstance(globals, dict):
        if who == "exec":
            raise TypeError(f"exec() globals must be a dict, not {_type_name(globals)}")
        raise TypeError("globals must be a dict")
    if locals is _missing or locals is None:
        locals = globals
    elif _special(locals, "__getitem__") is None:
        raise TypeError(f"{who}() locals must be a mapping or None, not {_type_name(locals)}"
                        if who == "exec" else "locals must be a mapping")
    if "__builtins__" not in globals:
        import builtins
        globals["__builtins__"] = builtins
    return globals, locals


def builtin_exec(source, globals=_missing, locals=_missing, closure=None):
    g, l = _exec_names("exec", globals, locals)
    if _is_code(source):
        if _free_count(source):
            raise TypeError("code object passed to exec() may not contain free variables")
        if l is g:
            _function_of(source, _unwrap(g))()
            return
        _run_beside(source, g, l)
        return
    text = _source_text(source, "exec")
    if l is g:
        _function_of(_compile_source(text, "<string>", "exec", False), _unwrap(g))()
        return
    body = _function_of(_compile_source(text, "<string>", "exec", True), _unwrap(g))
    kept = []
    for name in ("__module__", "__qualname__"):
        kept.append((name, l[name] if name in l else _missing))
    try:
        _run_class_body(body, l)
    finally:
        for name, value in kept:
            if value is not _missing:
                l[name] = value
            elif name in l:
                del l[name]


# Code that was compiled without knowing of separate locals: it runs with both in one dict.
def _run_beside(code, g, l):
    both = dict(g)
    for name in l:
        both[name] = l[name]
    before = dict(both)
    result = _function_of(code, both)()
    "" in both  # a lookup brings the dict up to date with the names that the code assigned
    for name in list(both):
        if name not in before or both[name] is not before[name]:
            l[name] = both[name]
    return result


def builtin_eval(source, globals=_missing, locals=_missing):
    g, l = _exec_names("eval", globals, locals)
    if _is_code(source):
        if _free_count(source):
            raise TypeError("code object passed to eval() may not contain free variables")
        code = source
    else:
        text = _source_text(source, "eval")
        text = text.lstrip(" \t") if _is_str(text) else bytes(text).lstrip(b" \t")
        code = _compile_source(text, "<string>", "eval", False)
    if l is g:
        return _function_of(code, _unwrap(g))()
    return _run_beside(code, g, l)
