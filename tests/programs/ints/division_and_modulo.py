# Floor division, modulo and divmod over all sign combinations, small, large and mixed with floats.
for a in (7, -7, 0, 1, -1, 6, 2 ** 62, -2 ** 62, 10 ** 25, -10 ** 25):
    for b in (2, -2, 3, -3, 7, -7, 2 ** 40 + 1, -10 ** 18):
        q, r = divmod(a, b)
        assert q * b + r == a and q == a // b and r == a % b
        assert r == 0 or (r < 0) == (b < 0)
        print(q, r, end=" ")
    print()
print(-2 ** 63 // -1, (-2 ** 63) // -1, (-2 ** 63) % -1, divmod(-2 ** 63, -1))
print(-9223372036854775808 // 1, 9223372036854775807 // -1)
for a in (7.5, -7.5, 0.0, -0.0, 1e300):
    print([(a // b, a % b) for b in (2, -2, 0.7, -0.7)])
print(divmod(-7, 2.0), divmod(7.0, -2), 5 % -3.0, -5 % 3.0)
print(0.0 % 3, -0.0 % 3, 0.0 % -3, 3.0 % float("inf"), -3.0 % float("inf"), 3.0 // float("inf"), -3.0 // float("inf"))
print(7 / 2, -7 / 2, 6 / 3, 10 ** 30 / 10 ** 29, 1 / 3, 2 ** 1000 / 2 ** 999)
for op in ("//", "%", "/", "divmod"):
    for z in (0, 0.0, False):
        try:
            if op == "//":
                5 // z
            elif op == "%":
                5 % z
            elif op == "/":
                5 / z
            else:
                divmod(5, z)
        except ZeroDivisionError as e:
            print(op, repr(z), e)
total = 0
for i in range(-600, 600):
    total = total * 3 + (i // 7) * (i % -5) + i // -3 + i % 11
    total %= 1000000007
print(total)
