# The format mini-language for ints and floats: all types, alignments, signs, grouping, zero and precision corners.
ints = [0, 7, -7, 12345, -1234567, 10 ** 20]
for spec in ("", "d", "5", "<9", ">9", "^9", "=9", "09", "+", " ", "-", "+010", "x", "X", "#x", "o", "b", "#b", ",", "_", "_b", "_x", "#012x", "*^+15,", "e", ".2f", "g", "%", "010,", "n"):
    print(repr(spec), [format(i, spec) for i in ints])
floats = [0.0, -0.0, 1.0, 0.1, -2.5, 1234567.891, 1e-7, 1e16, 1e22, float("inf"), float("nan")]
for spec in ("", "f", ".0f", ".1f", ".3f", "10.2f", "<10.2f", "+.2f", " .2f", "010.2f", "e", ".2e", "E", "g", ".3g", ".10g", "G", "%", ".1%", ",", ",.2f", "_.1f", "#.0f", "#g", "+,.3f", "*^12.1f", "5", ".3", "=+9.1f"):
    print(repr(spec), [format(f, spec) for f in floats])
for v, spec in ((5, ".2"), (5, "s"), (5.0, "d"), (5.0, "x"), (5, ",x"), ("s", ","), ("s", "=5"), ("s", "+"), (5, "5.1d"), (5, "q"), ("s", "q"), (5.0, "q"), (300, "c"), (2 ** 80, "c"), ("s", "05")):
    try:
        print(repr(spec), format(v, spec))
    except (ValueError, OverflowError) as e:
        print(repr(spec), type(e).__name__, e)
print(["%.*f" % (i, 2 / 3) for i in range(6)], ["%.*e" % (i, 12345.6789) for i in range(4)], [f"{10.0 ** k:g}" for k in range(-6, 8)])
print([f"{x:.2f}" for x in (0.005, 0.015, 0.025, 0.125, 1.005, 2.675, 999.995)], f"{1e300:.0f}"[:20], f"{123456789 * 10 ** 12:,}", f"{-0.0001:.2f}")
