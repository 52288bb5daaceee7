# What dis says of functions that does not depend on the instructions they are made of.
import dis
import inspect
import io
import modulefinder
import opcode
import os
import sys


def counted(x, /, y, *rest, key=2, **named):
    total = 0
    for i in range(x):
        total += len(str(i))
    text = "text" + str(y)

    def inner(a):
        return (total, a, text)
    return inner


async def waits(x):
    return await x


def many(n):
    yield n
    yield from range(n)


class Things:
    kind = "a kind"

    def method(self):
        return self.kind, missing

    @classmethod
    def of(cls):
        return cls


print(opcode.opname is dis.opname, opcode.opmap is dis.opmap, dis.cmp_op)
print(all(dis.opname[number] == name for name, number in dis.opmap.items()))
print([name for name in dis.__all__ if not hasattr(dis, name)], sorted(dis.__all__))
print(dis.COMPILER_FLAG_NAMES, dis.pretty_flags(0), dis.pretty_flags(3 | 32 | 1 << 20), inspect.CO_NESTED)
for function in (counted, counted(1, 2), waits, many, Things.method, Things.of):
    code = function.__code__
    rows = list(dis.get_instructions(function))
    print(code.co_name, sorted({line for _, line in dis.findlinestarts(code)} - {code.co_firstlineno}))
    print([row.opname for row in rows] == [dis.opname[row.opcode] for row in rows],
          [row.offset for row in rows] == sorted({row.offset for row in rows}),
          {row.offset: row.starts_line for row in rows if row.starts_line} == dict(dis.findlinestarts(code)))
    print(sorted({row.argval for row in rows if "global" in row.opname.lower()}))
    print(sorted({row.argval for row in rows if row.opname.lower().startswith(("load_attr", "load_method"))}))
    print(sorted(v for v in (row.argval for row in rows if row.opname.lower() == "load_const")
                 if type(v) is str and v.islower()))
    print(all(code.co_code[row.offset] == row.opcode for row in rows))
    moved = list(dis.Bytecode(function, first_line=1001))
    lines = {row.starts_line or 0 for row in moved} | {row.positions.lineno or 0 for row in moved}
    print(sorted(line for line in lines if line > 1001))
    keep = "Name:", "Argument", "Positional", "Kw", "Flags"
    print([line for line in dis.code_info(function).splitlines() if line.startswith(keep)])

for form in "x + 1", "x = 1", "class C: pass":
    rows = list(dis.get_instructions(form))
    print(form, dis.Bytecode(form).codeobj.co_flags, rows[0].positions._fields, rows[-1].starts_line)
for wrong in 1, None, b"", [], Things():
    try:
        print(dis.code_info(wrong))
    except TypeError as e:
        print(e)
for call in (lambda: dis.dis(3), lambda: dis.dis(), lambda: dis.dis("x = = 1"), lambda: dis.stack_effect(1000, 0),
             lambda: dis.stack_effect(dis.opmap.get("NOP", dis.opmap.get("nop")), jump=7)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(dis.stack_effect(dis.opmap.get("NOP", dis.opmap.get("nop"))))

out = io.StringIO()
dis.dis(Things, file=out)
print([line for line in out.getvalue().splitlines() if line.startswith("Disassembly")])
out = io.StringIO()
dis.dis(counted, file=out, depth=0)
print("inner" in out.getvalue(), "Disassembly" in out.getvalue())
dis.disco(counted.__code__, file=out)
print(out.getvalue().count("total") > 4)

try:
    Things().method()
except NameError as e:
    marked = [line for line in dis.Bytecode.from_traceback(e.__traceback__).dis().splitlines() if "-->" in line]
    print(len(marked), "missing" in marked[0])
    sys.last_traceback = e.__traceback__
    out = io.StringIO()
    dis.distb(file=out)
    print([("missing" in line, line.split()[0]) for line in out.getvalue().splitlines() if "-->" in line])

found = modulefinder.ModuleFinder(path=[os.path.dirname(__file__)])
code = compile("""
import a, b.c as d
from .. import e, f
def g():
    from h.i import j, k as l
    global m
    m = 1
from n import *
""", "name", "exec")
print(list(found.scan_opcodes(code)))
print(list(found.scan_opcodes(next(row for row in code.co_consts if hasattr(row, "co_code")))))
print(repr(dis.Bytecode("1 + x")), str(compile("1", "name", "eval"))[-21:])
