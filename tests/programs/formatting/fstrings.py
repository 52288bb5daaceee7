# f-strings: nested specs, conversions, debug =, quoting, expressions, concatenation, multi-line.
x, y, name = 42, 3.14159, "Ada"
w, p = 10, 2
items = [1, 2, 3]
d = {"key": "value"}
print(f"{x} {y} {name}", f"{x + 1} {x * 2:>6} {x!r:>6} {name!r} {name!s:*^9}")
print(f"{y:.2f}|{y:10.3f}|{y:<10.1f}|{y:{w}.{p}f}|{name:>{w}}|{name:{'*'}^{w}}|{x:{'0' + str(w)}}")
print(f"{x=} {y=:.2f} {name=} {x + 1 = } {items[0]=} {d['key']=} {name = !s}")
print(f"{{}} {{{x}}} {{x}} }}{{", f"", f"{'nested ' + f'{x:#x}'}", f'{d["key"]}', f"{d['key'][::-1]:>8}")
print(f"{(lambda a: a * 2)(21)} {[i ** 2 for i in items]} {x if x > 5 else 'no'} {x > 5 and not items}", f"{(x := 7)} {x}", f"{ {1: 2}[1] }")
print("a" f"{x}" "b" f"{x!r}" "c", f"""multi
line {x}
end""")
print(f"{x:d} {x:5d}|{x:<5d}|{x:^5d}|{x:+d}|{x: d}|{x:05d}|{x:x}|{x:#b}|{x:#o}|{x:c}|{x:e}|{x:%}|{1234567:,}|{1234567:_}|{0xFFFF:_x}")
print(f"{None} {True} {True:d} {True:5} {[]} {()}", f"{'é☃😀':>6}|{'é☃😀':-<6}|{'é☃😀':.2}")
print(rf"\n{x}\t", f"\n\t{x}\x41\u2603", f"{chr(10)!r}", f"{'a' 'b'}", f"{x,}", f"{x, y}")


class P:
    def __format__(self, spec):
        return f"P<{spec}>"

    def __repr__(self):
        return "P()"


print(f"{P()} {P():abc} {P()!r:>6} {P():{x}{w}} {P():%H:%M}", format(P(), "z"), "{:q}".format(P()))
for bad in (lambda: f"{'s':d}", lambda: f"{1.5:d}", lambda: f"{x:s}", lambda: f"{[]:5}", lambda: f"{None:>5}", lambda: f"{x:zz}", lambda: f"{undefined_name}", lambda: f"{x:.2d}"):
    try:
        bad()
    except (ValueError, TypeError, NameError) as e:
        print(type(e).__name__, e)
total = 0
for i in range(500):
    total += len(f"{i}:{i / 3:.3f}:{i:>6}:{'even' if i % 2 == 0 else 'odd'!r}")
print(total)
