#!/usr/bin/python3
"""What a compiled loop that calls C functions comes down to: call instructions with the arguments in
registers, nothing boxed, nothing allocated."""
import json
import unittest

from command import CommandTest

PROGRAM = """\
from ctypes import CDLL, POINTER, Structure, c_char_p, c_double, c_int, c_size_t, c_void_p, pointer


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_double)]


library = CDLL("%(library)s")
f = library.%(function)s
f.restype, f.argtypes = %(result)s, (%(arguments)s,)


def run(n, f, t):
    s = %(zero)s
    for i in range(n):
        s = %(call)s
    return s


print(run(20000, f, %(extra)s))
"""


class Calls(CommandTest):
    def loop_of(self, **program):
        """Ops and instructions of the loop in run() from the loop's head on, without exits."""
        program = {"library": "libc.so.6", "zero": "0", "extra": "None", **program}
        self.file("x.py", PROGRAM % program)
        got = self.run_command("trace", "--json", "-o", "events", "x.py")
        self.assertEqual((got.stderr, got.returncode), ("", 0))
        with open(self.folder + "/events", encoding="utf-8") as stream:
            events = [json.loads(line) for line in stream]
        units = [e["unit"] for e in events if e["event"] == "record_start" and e["name"].startswith("run:")]
        self.assertTrue(units, "the loop was not recorded")
        ops = next(e["ops"] for e in events if e["event"] == "optimized" and e["unit"] == units[0])
        head = max(o["op"] for o in ops if o["text"] == "loop")
        code = next(e["instructions"] for e in events if e["event"] == "machine" and e["unit"] == units[0])
        return ([o["text"] for o in ops if o["op"] > head],
                [i["text"] for i in code if i["op"] > head])

    def check(self, ops, code, calls=1):
        text = "\n".join(ops + [""] + code)
        self.assertEqual(sum("call_native" in o for o in ops), calls, text)
        self.assertEqual([o for o in ops if "box" in o or " = new " in o or " call " in o], [], text)
        called = [i for i in code if i.startswith("call")]
        self.assertEqual(len(called), calls, text)
        for i in called:
            self.assertRegex(i, r"^call .*\[0x", text)

    def test_ints(self):
        ops, code = self.loop_of(function="abs", result="c_int", arguments="c_int", call="s + f(-i)")
        self.check(ops, code)

    def test_doubles(self):
        ops, code = self.loop_of(library="libm.so.6", function="hypot", result="c_double",
                                 arguments="c_double, c_double", zero="0.0", call="f(s, 0.5)")
        self.check(ops, code)
        # The sum goes from the result register to the argument register and never to memory.
        self.assertFalse([i for i in code if i.startswith("mov") and "xmm" in i and "[rsp" in i], code)

    def test_pointers(self):
        ops, code = self.loop_of(function="memcpy", result="c_void_p",
                                 arguments="POINTER(Point), POINTER(Point), c_size_t",
                                 extra="pointer(Point(1.0, 2.0))", call="f(t, t, 16) and s")
        self.assertEqual(sum("call_native" in o for o in ops), 1, ops)

    def test_text(self):
        ops, code = self.loop_of(function="strlen", result="c_int", arguments="c_char_p",
                                 extra='b"constant"', call="s + f(t)")
        self.assertEqual(sum("call_native" in o for o in ops), 1, ops)


if __name__ == "__main__":
    unittest.main()
