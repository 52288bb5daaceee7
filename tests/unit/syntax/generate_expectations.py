#!/usr/bin/python3
"""Rewrites the expectations in valid.txt and invalid.txt from what CPython 3.11 says.

A case is two lines, then an empty one: the source with its control characters and backslashes
escaped, and what is expected. To add a case, add its source with any second line and run this.
"""
import ast
import os
import sys
import warnings

assert sys.version_info[:2] == (3, 11)
warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))


def escape(text):
    out = []
    for c in text:
        if c == "\\": out.append("\\\\")
        elif c == "\n": out.append("\\n")
        elif c == "\t": out.append("\\t")
        elif ord(c) < 32: out.append("\\x%02x" % ord(c))
        else: out.append(c)
    return "".join(out)


def unescape(line):
    out, i = [], 0
    while i < len(line):
        if line[i] != "\\": out.append(line[i]); i += 1
        elif line[i + 1] == "x": out.append(chr(int(line[i + 2:i + 4], 16))); i += 4
        else: out.append({"n": "\n", "t": "\t", "\\": "\\"}[line[i + 1]]); i += 2
    return "".join(out)


def dump(node):
    """ast.dump with ascii() for the constants."""
    if isinstance(node, ast.AST):
        fields = []
        for name in node._fields:
            value = getattr(node, name)
            if value is None and getattr(type(node), name, ...) is None:
                continue
            fields.append(f"{name}={dump(value)}")
        return f"{type(node).__name__}({', '.join(fields)})"
    if isinstance(node, list):
        return "[" + ", ".join(map(dump, node)) + "]"
    return ascii(node)


def error(source):
    try:
        compile(source, "<test>", "exec")
    except SyntaxError as e:
        return f"{type(e).__name__}: {e.msg} ({e.lineno}, {e.offset})"
    except ValueError as e:
        return f"ValueError: {e} (0, 0)"
    raise AssertionError(f"no error: {source!r}")


def rewrite(name, expectation):
    path = os.path.join(HERE, name)
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = file.read().split("\n")
    sources = [unescape(line) for line in lines[0::3] if line]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for source in sources:
            file.write(f"{escape(source)}\n{escape(expectation(source))}\n\n")


if __name__ == "__main__":
    rewrite("valid.txt", lambda source: dump(ast.parse(source)))
    rewrite("invalid.txt", error)
