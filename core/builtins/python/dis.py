# The module dis, for the instructions that functions have here: those which `hothouse dis` lists,
# with its text for the operands, laid out as CPython's dis does. Offsets are those of co_lines(),
# two a word, so that what `hothouse dis` calls word 12 is 24 here. There is nothing to see of inline
# caches, and no other, adaptive form of the code: show_caches and adaptive change nothing.
# Neighbours: opcode.py, primitives/code_primitives.cpp.
import collections
import io
import sys
import types

from opcode import *
from opcode import __all__ as _opcodes_all

__all__ = ["code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels",
           "show_code", "get_instructions", "Instruction", "Bytecode"] + _opcodes_all
del _opcodes_all

_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
COMPILER_FLAG_NAMES = {1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED",
                       32: "GENERATOR", 64: "NOFREE", 128: "COROUTINE", 256: "ITERABLE_COROUTINE",
                       512: "ASYNC_GENERATOR"}
Positions = collections.namedtuple("Positions", ["lineno", "end_lineno", "col_offset",
                                                 "end_col_offset"], defaults=[None] * 4)
_Instruction = collections.namedtuple(
    "_Instruction", ["opname", "opcode", "arg", "argval", "argrepr", "offset", "starts_line",
                     "is_jump_target", "positions"], defaults=[None])


class Instruction(_Instruction):
    """An instruction: its name and number, its operands as numbers (arg), what it jumps to, or the
    constant or the name that it is about, or else its operands as text (argval), its operands as
    text (argrepr), where it stands and where its source does."""
    __slots__ = ()

    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        fields = []
        if lineno_width:
            line = "" if self.starts_line is None else str(self.starts_line)
            fields.append(line.rjust(lineno_width))
        fields.append("-->" if mark_as_current else "   ")
        fields.append(">>" if self.is_jump_target else "  ")
        fields.append(repr(self.offset).rjust(offset_width))
        fields.append(self.opname.ljust(20))
        fields.append(self.argrepr)
        return " ".join(fields).rstrip()


def pretty_flags(flags):
    """The flags of a code object by name."""
    names = []
    bit = 1
    while flags:
        if flags & bit:
            names.append(COMPILER_FLAG_NAMES.get(bit) or hex(bit))
            flags &= ~bit
        bit <<= 1
    return ", ".join(names) or "0x0"


def _code_of(x):
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if isinstance(x, str):
        x = _compiled(x, "<disassembly>")
    if not isinstance(x, types.CodeType):
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")
    return x


def _compiled(source, name):
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


def code_info(x):
    """Details of a function, method, code or source."""
    code = _code_of(x)
    lines = [f"Name:              {code.co_name}",
             f"Filename:          {code.co_filename}",
             f"Argument count:    {code.co_argcount}",
             f"Positional-only arguments: {code.co_posonlyargcount}",
             f"Kw-only arguments: {code.co_kwonlyargcount}",
             f"Number of locals:  {code.co_nlocals}",
             f"Registers:         {code.co_stacksize}",
             f"Flags:             {pretty_flags(code.co_flags)}"]
    for title, row, form in (("Constants", code.co_consts, repr), ("Names", code.co_names, str),
                             ("Variable names", code.co_varnames, str),
                             ("Free variables", code.co_freevars, str),
                             ("Cell variables", code.co_cellvars, str)):
        if row:
            lines.append(f"{title}:")
            lines += [f"{i:4}: {form(x)}" for i, x in enumerate(row)]
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Prints code_info(co)."""
    print(code_info(co), file=file)


def _instructions(code, line_offset=0):
    rows = _code_instructions(code)
    targets = {row[5] for row in rows} | {row[2] for row in _code_handlers(code)}
    positions = list(code.co_positions())
    starts = dict(findlinestarts(code))
    for word, number, operands, text, subject, target in rows:
        line = starts.get(2 * word)
        value = subject[0] if subject else text or None
        if target is not None:
            value = 2 * target
            text = f"{text} -> {value}" if text else f"-> {value}"
        place = positions[word]
        if place[0] is not None and line_offset:
            place = (place[0] + line_offset, place[1] and place[1] + line_offset, *place[2:])
        yield Instruction(opname[number], number, tuple(operands) if text else None, value, text,
                          2 * word, None if line is None else line + line_offset,
                          word in targets, Positions(*place))


def _find_imports(code):
    """Triples (name, level, names or None) of the import statements, for modulefinder."""
    rows = list(_instructions(code))
    for level, names, row in zip(rows, rows[1:], rows[2:]):
        if row.opname == "import":
            yield row.argval, level.arg[1], names.argval if names.opname == "load_const" else None


def _find_store_names(code):
    """The names that a module, or a function by `global`, assigns to, for modulefinder."""
    for row in _instructions(code):
        if row.opname in ("store_global", "store_name"):
            yield row.argval


def _line_offset(code, first_line):
    return 0 if first_line is None else first_line - code.co_firstlineno


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """The instructions of a function, method, code or source."""
    code = _code_of(x)
    return _instructions(code, _line_offset(code, first_line))


def findlinestarts(code):
    """Pairs (offset, line) where another line begins."""
    last = None
    for start, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


def findlabels(code):
    """The offsets that are jumped to. Of code here, not of bytes."""
    labels = []
    for *_, target in _code_instructions(_code_of(code)):
        if target is not None and 2 * target not in labels:
            labels.append(2 * target)
    return labels


def _print_code(code, current, file, line_offset=0):
    rows = list(_instructions(code, line_offset))
    lines = [row.starts_line for row in rows if row.starts_line is not None]
    line_width = max(3, len(str(max(lines)))) if lines else 0
    offset_width = max(4, len(str(rows[-1].offset))) if rows else 4
    for row in rows:
        if row.starts_line is not None and row.offset > 0:
            print(file=file)
        print(row._disassemble(line_width, row.offset == current, offset_width), file=file)
    handlers = _code_handlers(code)
    if handlers:
        print("ExceptionTable:", file=file)
    for start, end, handler, register in handlers:
        print(f"  {2 * start} to {2 * end - 2} -> {2 * handler}, {register}", file=file)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Lists the instructions of a code object."""
    _print_code(co, lasti, file)


disco = disassemble


def _print_nested(code, file, depth):
    _print_code(code, -1, file)
    if depth is not None:
        if depth <= 0:
            return
        depth -= 1
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            print(file=file)
            print(f"Disassembly of {inner!r}:", file=file)
            _print_nested(inner, file, depth)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Lists the instructions of a function, class, module, generator, code or source, and those of
    the functions in it, as deep as depth says; without an argument those of the last traceback."""
    if x is None:
        distb(file=file)
        return
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if hasattr(x, "__dict__"):
        for name, value in sorted(x.__dict__.items()):
            if isinstance(value, _have_code):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(value, file=file, depth=depth)
                except TypeError as e:
                    print("Sorry:", e, file=file)
                print(file=file)
    elif isinstance(x, types.CodeType):
        _print_nested(x, file, depth)
    elif isinstance(x, str):
        _print_nested(_compiled(x, "<dis>"), file, depth)
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Lists the function in which an exception was raised, the place being marked."""
    if tb is None:
        try:
            tb = sys.last_traceback
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
        while tb.tb_next:
            tb = tb.tb_next
    _print_code(tb.tb_frame.f_code, tb.tb_lasti, file)


class Bytecode:
    """The instructions of a function, method, generator, code or source: iterate over it, or
    print its dis() and info()."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False,
                 adaptive=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._line_offset = _line_offset(self.codeobj, first_line)
        self._original_object = x
        self.current_offset = current_offset

    def __iter__(self):
        return _instructions(self.codeobj, self._line_offset)

    def __repr__(self):
        return f"{type(self).__name__}({self._original_object!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        out = io.StringIO()
        current = -1 if self.current_offset is None else self.current_offset
        _print_code(self.codeobj, current, out, self._line_offset)
        return out.getvalue()


# python -m dis FILE
def _main():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument("infile", type=argparse.FileType("rb"), nargs="?", default="-")
    options = parser.parse_args()
    with options.infile as infile:
        source = infile.read()
    dis(compile(source, options.infile.name, "exec"))


if __name__ == "__main__":
    _main()
