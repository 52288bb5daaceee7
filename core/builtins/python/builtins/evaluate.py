# eval(), exec() and compile(); exit().


def builtin_compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1,
                    _feature_version=-1):
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if _is_code(source):
        return source
    if _is_bytes(filename):
        filename = filename.decode()
    elif not _is_str(filename):
        filename = _path_text(filename)
    if flags & ~0x1fe7610:  # those of __future__, and of ast and codeop
        raise ValueError("compile(): unrecognised flags")
    if not -1 <= optimize <= 2:
        raise ValueError("compile(): invalid optimize value")
    modes = {"exec": 0, "eval": 1, "single": 2}
    if not isinstance(source, (str, bytes)) and hasattr(type(source), "_fields"):
        from _ast import AST, _compile_tree
        if isinstance(source, AST):
            return source if flags & 1024 else _compile_tree(source, filename, mode)
    text = _source_text(source, "compile", filename)
    if flags & 1024:  # PyCF_ONLY_AST
        from _ast import _parse
        return _parse(text, filename, modes[mode])
    return _compile_text(text, filename, modes[mode])


def _compile_text(text, filename, mode):
    code = _compile(text, filename, mode)
    rows = _compile_warnings(code)
    if rows is not None:
        _issue_syntax_warnings(rows)
    return code


# A filter that makes an error of the warning makes a SyntaxError of it.
def _issue_syntax_warnings(rows):
    import sys
    if not sys.warnoptions and "warnings" not in sys.modules:
        rows = [row for row in rows if not row[2]]  # the filters that there are ignore the others
        if not rows:
            return
    import _warnings
    for message, place, deprecated in rows:
        category = DeprecationWarning if deprecated else SyntaxWarning
        try:
            _warnings.warn_explicit(message, category, place[0], place[1])
        except category:
            raise SyntaxError(message, place) from None


def _path_text(path):
    f = _special(path, "__fspath__")
    if f is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {_type_name(path)}")
    return f(path)


# The text of a source whose first lines declare an encoding (PEP 263).
def _decode_source(source, encoding, file):
    place = file, 0, -1, None, None, None
    if source[:3] == b"\xef\xbb\xbf":
        raise SyntaxError(f"encoding problem: {encoding} with BOM", place)
    try:
        return source.decode(encoding)
    except LookupError:
        raise SyntaxError(f"unknown encoding: {encoding}", place) from None
    except UnicodeDecodeError as e:
        raise SyntaxError(str(e), place) from None


# The same of the program itself, whose text is read line by line: no line is at fault.
def _decode_program(source, encoding):
    if source[:3] == b"\xef\xbb\xbf":
        raise SyntaxError(f"encoding problem: {encoding} with BOM")
    try:
        return source.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        raise SyntaxError(f"encoding problem: {encoding}") from None


def _source_text(source, who, file="<string>"):
    source = _unwrap(source)
    if not _is_str(source) and not _is_bytes(source) and type(source) is not memoryview:
        raise TypeError(f"{who}() arg 1 must be a string, bytes or "
                        + ("AST object" if who == "compile" else "code object"))
    if _is_str(source):
        if "\0" in source:
            raise ValueError("source code string cannot contain null bytes")
    elif 0 in source:
        raise ValueError("source code string cannot contain null bytes")
    elif (encoding := _foreign_encoding(source)) is not None:
        return _decode_source(bytes(source), encoding, file)
    return source


def builtin_eval(source, globals=_missing, locals=_missing):
    code = source
    if not _is_code(source):
        text = _source_text(source, "eval")
        text = text.lstrip(" \t") if _is_str(text) else bytes(text).lstrip(b" \t")
        code = _compile_text(text, "<string>", 1)
    return _run_text("eval", code, globals, locals)


def builtin_exec(source, globals=_missing, locals=_missing, closure=None):
    code = source
    if not _is_code(source):
        if closure is not None:
            raise TypeError("closure can only be used when source is a code object")
        code = _compile_text(_source_text(source, "exec"), "<string>", 0)
    elif closure is not None or _free_count(code):
        _check_closure(code, closure)
    _run_text("exec", code, globals, locals, closure)


def _check_closure(code, closure):
    from _types import CellType
    count = _free_count(code)
    if not count:
        raise TypeError("cannot use a closure with this code object")
    if type(closure) is not tuple or len(closure) != count or any(type(x) is not CellType for x in closure):
        raise TypeError(f"code object requires a closure of exactly length {count}")


# globals and locals as the caller gave them; by default they are what is there where it calls.
def _run_text(who, code, globals, locals, closure=None):
    own_globals = globals is not _missing and globals is not None
    if own_globals and not isinstance(globals, dict):
        raise TypeError(f"exec() globals must be a dict, not {_type_name(globals)}"
                        if who == "exec" else "globals must be a dict")
    own_locals = locals is not _missing and locals is not None and locals is not globals
    if own_locals and _special(locals, "__getitem__") is None:
        raise TypeError(f"locals must be a mapping or None, not {_type_name(locals)}"
                        if who == "exec" else "locals must be a mapping")
    if closure is None and _free_count(code):
        raise TypeError(f"code object passed to {who}() may not contain free variables")
    builtins = None
    if own_globals:
        if "__builtins__" not in globals:
            import builtins as module
            globals["__builtins__"] = module
        elif _is_dict(globals["__builtins__"]):
            builtins = _dict_names(globals["__builtins__"], True)
        names = scope = _dict_names(globals, False)
    else:
        names, scope = _caller_names()
    if own_locals:
        scope = locals
    f = _text_function(code, names, builtins)
    if closure is not None:
        _with_closure(f, closure)
    try:
        return _run_class_body(f, scope) if _takes_names(code) else f()
    finally:
        if own_globals:
            _dict_names(globals, False)  # what was assigned is seen in the dict


def builtin_breakpoint(args=(), kws=None):
    import sys
    hook = getattr(sys, "breakpointhook", None)
    if hook is None:
        raise RuntimeError("lost sys.breakpointhook")
    return hook(*args, **kws)


def builtin_exit(code=None):
    raise SystemExit(code)


def builtin_quit(code=None):
    raise SystemExit(code)
