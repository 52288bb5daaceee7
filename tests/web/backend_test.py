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
            return done.stdout, done.stderr, done.returncode, f.read().split()


class Backends(unittest.TestCase):
    def check(self, text):
        """CPython's output, and every trace as WebAssembly."""
        want = subprocess.run([ORACLE, "-c", text], capture_output=True, text=True, timeout=60, check=True).stdout
        out, err, status, backends = run(text)
        self.assertEqual((out, err, status, set(backends)), (want, "", 0, {"wasm"}))

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

    def test_eval_only(self):
        out, err, status, backends = run("s = 0\nfor i in range(5000):\n    s += i\nprint(s)\n", "--jit", "backend=eval")
        self.assertEqual((out, err, status, set(backends)), ("12497500\n", "", 0, {"eval"}))

    def test_off(self):
        out, err, status, backends = run("s = 0\nfor i in range(5000):\n    s += i\nprint(s)\n", "--jit", "off")
        self.assertEqual((out, err, status, backends), ("12497500\n", "", 0, []))


if __name__ == "__main__":
    unittest.main()
