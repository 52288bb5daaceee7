# match with literal, capture, wildcard, value, or, sequence, star, mapping and guard patterns.
class Color:
    RED = 1
    GREEN = "g"


def f(x):
    match x:
        case 0:
            return "zero"
        case 1.5 | -2 | "s" as lit:
            return f"literal {lit!r}"
        case None:
            return "none"
        case True:
            return "true"
        case Color.GREEN:
            return "green"
        case []:
            return "empty seq"
        case [a]:
            return f"one {a}"
        case [1, b] | [b, 1]:
            return f"has one {b}"
        case (a, b) if a == b:
            return f"equal pair {a}"
        case [a, [b, c]]:
            return f"nested {a} {b} {c}"
        case ["cmd", *args, "end"]:
            return f"cmd {args}"
        case [first, *_]:
            return f"starts {first}"
        case {"type": "point", "x": x, "y": y}:
            return f"point {x} {y}"
        case {"type": t, **rest}:
            return f"typed {t} {sorted(rest.items())}"
        case {}:
            return "mapping"
        case str(s) if len(s) > 5:
            return f"long {s}"
        case int() | float() as n if n > 100:
            return f"big {n}"
        case int(n):
            return f"int {n}"
        case str():
            return "str"
        case _:
            return "other"


for x in (0, False, 0.0, 1.5, -2, "s", None, True, 1, "g", [], (), [5], (7,), [1, 2], [2, 1], [3, 3], [1, [2, 3]], [9, [2, 3]], ["cmd", "a", "b", "end"], ["cmd", "end"], range(4), ("x", "y", "z"),
          {"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "line", "w": 4}, {"k": 1}, {}, "longer string", "short", 500, 100.5, 50, 2.5, {1}, object, -2.0):
    print(repr(x) if x is not object else "object", "->", f(x))


def unbound(v):
    match v:
        case [x, y] if x > y:
            pass
        case _:
            pass
    try:
        return x, y
    except NameError as e:
        return type(e).__name__


print(unbound([2, 1]), unbound([1, 2]), unbound(5))
match 5:
    case 6:
        print("never")
match (1, 2), {"k": [3]}:
    case (a, b), {"k": [c]}:
        print(a, b, c)
match = case = 3
print(match + case)
