# printf-style formatting: every conversion, flags, widths, precision, mappings and the errors.
print("%d %i %u %5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%c%c" % (42, -42, 7, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 65, "z"))
print("%f %.2f %8.3f|%-8.1f|%+.0f|%e %.3E|%g %g %g %G|%#.3g|%010.2f" % (3.14159, 2.675, 3.14159, 2.55, 2.5, 12345.678, 0.00012, 1e10, 1e-5, 123456789.0, 1e-10, 1.0, -3.14159))
print("%s %r %a %10s|%-10s|%.2s|%10.3s|" % ("str", "str", "é", "right", "left", "truncate", "abcdef"))
print("%s %s %s %s" % (None, [1, "a"], (1, 2), {"k": 1.5}), "%d%%" % 50)
print("%(a)s-%(b)03d-%(a)r" % {"a": "x", "b": 7, "unused": 0}, "%s" % {"k": 1}, "%s" % (("tuple",),))
print("%*d|%-*d|%.*f|%*.*f" % (6, 42, 6, 42, 2, 3.14159, 8, 1, 2.25))
print("%d" % 3.99, "%d" % True, "%s" % True, "%f" % 1, "%x" % 2 ** 70, "%d" % -10 ** 25, "%.3d|%+.3d|%6.3d" % (5, 5, 5))
print("%f %e %g %F" % ((float("inf"),) * 4), "%f %d" % (float("nan"), 1), "%5.1f|%-8f|%08.1f" % (float("-inf"), float("nan"), float("inf")))
print("%.0f %.0f %.0f %.1f" % (0.5, 1.5, 2.5, 0.25), "%.20f" % 0.1, "%.15g %.17g" % (0.1, 0.1), "%g" % 100000, "%g" % 1000000, "%.10g" % 1e15)
for fmt, arg in (("%d", "x"), ("%d", None), ("%x", 1.5), ("%s %s", ("one",)), ("%s", ("one", "two")), ("%c", "ab"), ("%c", -1), ("%(k)s", {}),
                 ("%(k)s", 5), ("%y", 1), ("%", 1), ("plain", 1), ("%f", "s"), ("%d", [])):
    try:
        print(fmt % arg)
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(type(e).__name__, e)
print("plain" % (), "plain" % {"a": 1}, "plain" % [], "%s" % "one", "é%s☃" % "x", "%-6s|%6s" % ("é☃", "😀"))
rows = [("apple", 3, 1.25), ("kiwi", 12, 0.5), ("watermelon", 1, 4.0)]
for name, n, price in rows:
    print("%-12s%4d%8.2f%9.2f" % (name, n, price, n * price))
s = 0
for i in range(400):
    s += len("%d:%5.2f:%s" % (i, i / 7, "ab" if i % 3 else i))
print(s)
