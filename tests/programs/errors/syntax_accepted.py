# What the grammar accepts and refuses at its corners: eval() without stars, patterns, walrus places.
import ast


def tell(source, mode="exec"):
    try:
        compile(source, "<text>", mode)
    except SyntaxError as error:
        print(repr(source), mode, error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(repr(source), mode, "ok")


tell("*a, b", "eval")
tell("(*a, b), c", "eval")
tell("a := 1", "eval")
tell("a\nb", "single")
tell("a; b\nc", "single")
tell("x[*a or b]")
tell("x[(a := 1):2]")
tell("{(a := 1): 2}")
tell("{a := 1, 2}")
tell("{a := 1: 2}")
tell("for (x in y) in z: pass")
tell("for x, in y: pass")
tell("class A(x for x in y): pass")
tell("f(x for x in y)")
tell("f(x for x in y, 1)")

# Wildcards have no attributes, and an f-string is a literal until the match statement is compiled.
for pattern in ("_.a", "_()", "a._", "A(_=1)", "f'a'", "{f'a': 1}", "[1, f'{a}']", "1j + 2j"):
    source = f"match x:\n  case {pattern}: pass"
    tell(source)
    try:
        print(ast.dump(ast.parse(source).body[0].cases[0].pattern))
    except SyntaxError as error:
        print(error.msg)

for patterns in ("b as c", "[b]", "b.c", "{1: b}", "B()", "-1", "b | c", "b, (c, d)"):
    tell(f"match x:\n  case A(a=1, {patterns}): pass")
