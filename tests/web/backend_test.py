#!/usr/bin/python3
"""Numeric loops run as WebAssembly that is made at run time; eval takes only what WebAssembly cannot do."""
import os
import subprocess
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ORACLE = "/usr/bin/python3"
COMMAND = os.path.join(HERE, "hothouse.mjs")


def run(text, *settings):
    """What a program prints, and the backends that took its traces."""
    with tempfile.TemporaryDirectory() as folder:
        program, backends = os.path.join(folder, "x.py"), os.path.join(folder, "backends")
        with open(program, "w", encoding="utf-8") as f:
            f.write(text)
        done = subprocess.run([COMMAND, *settings, program], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
                              env={**os.environ, "HOTHOUSE_BACKENDS": backends})
        with open(backends, encoding="utf-8") as f:
            lines = f.read().split()
        return done.stdout, done.stderr, done.returncode, [name for name in lines if name != "module"], lines.count("module")


class Backends(unittest.TestCase):
    def check(self, text):
        """CPython's output, and every trace as WebAssembly."""
        want = subprocess.run([ORACLE, "-c", text], capture_output=True, text=True, timeout=60, check=True).stdout
        out, err, status, backends, modules = run(text)
        self.assertEqual((out, err, status, set(backends)), (want, "", 0, {"wasm"}))
        return modules - len(backends)

    def test_loop(self):
        # Many rounds: the loop is left by its fuel counter and entered again.
        self.check("s = 0\nfor i in range(3000000):\n    s += i & 7\nprint(s)\n")

    def test_floats(self):
        self.check("x = 1.0\nfor i in range(5000):\n    x = x * 0.75 + 1.0 / (i + 1)\nprint(x)\n")

    def test_overflow(self):
        # A guard fails in the compiled loop, and the interpreter goes on with big integers.
        self.check("x = 1\nfor i in range(3000):\n    x = x * 3 if x < 2 ** 70 else 1\nprint(x)\n")

    def test_division(self):
        self.check("s = 0\nfor i in range(-3000, 3000):\n    s += i // 7 + i % -5 + (i * i) // (i or 3)\nprint(s)\n")

    def test_branches(self):
        # Ways over bridges, and out of one loop into the next round of the other: the tree is merged.
        merged = self.check("""
def longest(limit):
    best = most = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > most:
            best, most = start, steps
    return best, most

print(longest(20000))
""")
        self.assertGreater(merged, 0)

    def test_objects_in_branches(self):
        # A merged bridge allocates, collects, and rebuilds objects at its own exits.
        merged = self.check("""
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

def walk(rounds):
    p, seen = Point(0, 1.5), []
    for i in range(rounds):
        if i % 3 == 0:
            p = Point(p.x + 1, p.y * 0.5)
        elif i % 3 == 1:
            p = Point(p.x, p.y + 1.0)
        else:
            seen.append(p)
        if i % 1000 == 999:
            seen = seen[-3:]
    return p.x, p.y, len(seen), [q.y for q in seen]

print(walk(60000))
""")
        self.assertGreater(merged, 0)

    def test_forgotten_bridge(self):
        # What a merged bridge assumes stops to hold: it is not entered again.
        self.check("""
step = 3

def f(n):
    s = 0
    for i in range(n):
        s += step if i & 1 else 1
    return s

print(f(20000))
step = 5
print(f(20000))
step = "x"
try:
    f(10)
except TypeError as e:
    print(e)
""")

    def test_recursion(self):
        # Deeper than the browser's stack: the rest is interpreted.
        self.check("""
import sys
sys.setrecursionlimit(60000)

def depth(n):
    return 0 if n == 0 else depth(n - 1) + 1

print([depth(n) for n in (10, 500, 9000, 30000)])
""")

    def test_kernels(self):
        # What is evaluated once or twice is not worth a module.
        out, err, status, backends, _ = run(
            "import numarray as na\nx = na.arange(5000) / 8.0\nfor _ in range(50):\n    y = na.sum(x * x - x)\nprint(float(y))\n")
        self.assertEqual((out, err, status), ("649284179.6875\n", "", 0))
        self.assertIn("wasm", backends)

    def test_eval_only(self):
        out, err, status, backends, modules = run("s = 0\nfor i in range(5000):\n    s += i\nprint(s)\n", "--jit", "backend=eval")
        self.assertEqual((out, err, status, set(backends), modules), ("12497500\n", "", 0, {"eval"}, 0))

    def test_off(self):
        out, err, status, backends, modules = run("s = 0\nfor i in range(5000):\n    s += i\nprint(s)\n", "--jit", "off")
        self.assertEqual((out, err, status, backends, modules), ("12497500\n", "", 0, [], 0))


if __name__ == "__main__":
    unittest.main()
