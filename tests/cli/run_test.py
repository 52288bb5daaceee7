#!/usr/bin/python3
"""How programs are found and run, how they end, and what the command says to mistakes."""
import os
import signal
import subprocess
import time
import unittest

from command import ENVIRONMENT, HOTHOUSE, ROOT, CommandTest

# The functions of a program, as `hothouse dis` shows them, by the module dis.
LISTING = """
import dis, sys

def show(code):
    print(f"{code.co_qualname}: {code.co_stacksize} registers")
    for row in dis.get_instructions(code):
        text = row.argrepr
        if row.opcode in dis.hasjrel:
            text = text[:text.rindex("->")] + f"-> {row.argval // 2}"
        print(f"{row.positions.lineno:5} {row.offset // 2:5}  {row.opname:19} {text}".rstrip())
    table = dis.Bytecode(code).dis().partition("ExceptionTable:\\n")[2]
    if table:
        print("handlers:")
    for line in table.splitlines():
        first, _, last, _, handler, register = line.split()
        print(f"  {int(first) // 2} to {int(last) // 2 + 1} -> {int(handler[:-1]) // 2}, {register}")

def show_all(code, first=True):
    for inner in code.co_consts:
        if hasattr(inner, "co_code"):
            if not first:
                print()
            first = False
            show(inner)
            first = show_all(inner, first)
    return first

with open(sys.argv[1]) as f:
    show_all(compile(f.read(), sys.argv[1], "exec"))
"""

# Disassembles all functions of the library's modules, and says how many there are.
EVERY_FUNCTION = """
import dis, glob, io, os

count = 0
def walk(code):
    global count
    rows = list(dis.get_instructions(code))
    assert len(code.co_code) == 2 * len(list(code.co_positions())) > rows[-1].offset
    offsets = {row.offset for row in rows}
    assert offsets.issuperset(dis.findlabels(code))
    assert offsets.issuperset(offset for offset, line in dis.findlinestarts(code))
    assert dis.code_info(code)
    count += 1
    for inner in code.co_consts:
        if hasattr(inner, "co_code"):
            walk(inner)

for path in sorted(glob.glob(os.path.dirname(glob.__file__) + "/*.py")):
    with open(path, encoding="utf-8") as f:
        code = compile(f.read(), path, "exec")
    walk(code)
    dis.dis(code, file=io.StringIO())
print(count)
"""


class Programs(CommandTest):
    def test_a_file_with_arguments(self):
        self.file("sub/x.py", "import sys\nprint(sys.argv, __name__, __file__)\n")
        self.assert_as_cpython("sub/x.py", "a", "-v", "--jit", "é")

    def test_the_folder_of_the_program_is_searched(self):
        self.file("sub/x.py", "import helper\nprint(helper.answer)\n")
        self.file("sub/helper.py", "answer = 42\n")
        self.assert_as_cpython("sub/x.py")

    def test_code(self):
        self.assert_as_cpython("-c", "import sys; print(sys.argv)", "a", "-c")

    def test_standard_input(self):
        self.assert_as_cpython("-", "a", stdin="import sys\nprint(sys.argv)\n")
        self.assert_as_cpython(stdin="print(1 + 1)\n")

    def test_a_module(self):
        self.file("tool.py", "import sys\nprint(__name__, sys.argv[0][-7:], sys.argv[1:])\n")
        self.assert_as_cpython("-m", "tool", "a")

    def test_modules_of_packages(self):
        self.file("pkg/__init__.py", "print('package', __name__)\n")
        self.file("pkg/other.py", "print('other', __name__)\n")
        self.file("pkg/run.py", "from . import other\nprint(__name__, __package__, __file__)\n")
        self.file("pkg/__main__.py", "import sys\nprint('main', __package__, sys.argv[1:])\n")
        self.file("pkg/bare/__init__.py", "")
        for module in ("pkg", "pkg.run", "pkg.bare", "pkg.nothing", "pkg.run.x", "nothing.x"):
            self.assert_as_cpython("-m", module, "a")

    def test_input_is_left_to_the_program(self):
        self.file("x.py", "print(input().upper())\nprint(input())\n")
        self.assert_as_cpython("x.py", stdin="one\ntwo\n")

    def test_jit_settings_come_first(self):
        self.file("x.py", "import sys\nprint(sys.argv[1:])\n")
        got = self.run_command("--jit", "threshold=1", "--jit=backend=eval", "x.py", "--jit", "off")
        self.assertEqual(got.stdout, "['--jit', 'off']\n")
        self.assertEqual(got.returncode, 0)


class Ends(CommandTest):
    def test_exit_statuses(self):
        for code in ("0", "7", "-1", "256", "1 << 70", "None", "True", "'a message'", "2.5", "(1, 2)", ""):
            with self.subTest(code):
                self.assert_as_cpython("-c", "import sys; print('x'); sys.exit(%s)" % code)

    def test_an_exception(self):
        self.file("x.py", "def f():\n    raise ValueError('no')\n\nprint(1)\nf()\n")
        self.assert_as_cpython("x.py")
        self.assert_as_cpython("-c", "print(1)\nundefined")
        self.assert_as_cpython("-", stdin="print(1)\nundefined\n")

    def test_a_syntax_error(self):
        self.file("x.py", "print(1)\nx = = 2\n")
        self.assert_as_cpython("x.py")
        self.assert_as_cpython("-c", "return 3")
        self.assert_as_cpython("-c", "if 1:\nx")

    def test_no_such_file(self):
        self.assert_as_cpython("nothing.py")

    def test_a_folder(self):
        self.file("folder/x.py", "")
        self.assert_as_cpython("folder")

    def test_no_such_module(self):
        self.assert_as_cpython("-m", "nothing_like_it")

    def test_keyboard_interrupt_ends_by_the_signal(self):
        got = self.run_command("-c", "raise KeyboardInterrupt")
        self.assertEqual(got.returncode, -signal.SIGINT)
        self.assertTrue(got.stderr.endswith("\nKeyboardInterrupt\n"), got.stderr)

    def interrupt(self, *arguments):
        with subprocess.Popen([HOTHOUSE, *arguments], cwd=self.folder, env=ENVIRONMENT, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            self.assertEqual(process.stdout.readline(), "ready\n")
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
            return process.returncode, out, err

    LOOP = "print('ready', flush=True)\ni = 0\nwhile True:\n    i += 1\n"

    def test_ctrl_c_stops_a_loop(self):
        for settings in ("off", "on", "threshold=1,backend=eval"):
            with self.subTest(settings):
                status, _, err = self.interrupt("--jit", settings, "-c", self.LOOP)
                self.assertEqual(status, -signal.SIGINT)
                self.assertIn("KeyboardInterrupt", err)

    def test_ctrl_c_can_be_caught(self):
        program = ("try:\n    print('ready', flush=True)\n    i = 0\n    while True:\n        i += 1\n"
                   "except KeyboardInterrupt:\n    print('caught')\n")
        self.assertEqual(self.interrupt("-c", program), (0, "caught\n", ""))

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "w") as full:
            got = subprocess.run([HOTHOUSE, "-c", "print(1)"], stdout=full, stderr=subprocess.PIPE, text=True,
                                 env=ENVIRONMENT)
        self.assertEqual(got.returncode, 120)
        self.assertIn("OSError: [Errno 28] No space left on device", got.stderr)

    def test_a_reader_that_goes_away(self):
        read, write = os.pipe()
        os.close(read)
        got = subprocess.run([HOTHOUSE, "-c", "print(1)"], stdout=write, stderr=subprocess.PIPE, text=True,
                             env=ENVIRONMENT)
        os.close(write)
        self.assertEqual(got.returncode, 120)
        self.assertIn("BrokenPipeError: [Errno 32] Broken pipe", got.stderr)


class Options(CommandTest):
    def test_help(self):
        for arguments in (["--help"], ["-h"], ["trace", "--help"], ["dis", "--help"], ["schema", "--help"]):
            got = self.run_command(*arguments)
            self.assertEqual(got.returncode, 0)
            self.assertIn("usage: hothouse", got.stdout)
            self.assertEqual(got.stderr, "")
        self.assertIn("  threshold=N ", self.run_command("--help").stdout)

    def test_version(self):
        for option in ("--version", "-V"):
            self.assertRegex(self.run_command(option).stdout, r"^Hothouse \d+\.\d+\.\d+ \(Python 3\.11\)\n$")

    def test_mistakes(self):
        self.assert_mistake("The following argument was not expected: --nonsense", "--nonsense", "x.py")
        self.assert_mistake("-c: ", "-c")
        self.assert_mistake("--jit: ", "--jit")
        self.assert_mistake("--jit threshold: 'x' is not a number from 1 to ", "--jit", "threshold=x", "-c", "")
        self.assert_mistake("--jit backend: 'z80' is not one of eval, x64", "--jit", "backend=z80", "-c", "")
        self.assert_mistake("--jit knows no 'speed'; it takes off, threshold, ", "--jit", "speed=9", "-c", "")
        self.assert_mistake("--jit disable: there is no pass 'nothing'", "--jit", "disable=nothing", "-c", "")
        self.assert_mistake("trace: which program?", "trace")
        self.assert_mistake("dis: which program?", "dis")
        self.assert_mistake("--only: 'sound' is not one of source, ", "trace", "--only", "sound", "x.py")
        self.assert_mistake("can't write '/no/where': ", "trace", "-o", "/no/where", "-c", "")

    def test_passes_can_be_listed_and_left_out(self):
        names = self.run_command("--list-passes").stdout.split()
        self.assertIn("fold", names)
        for name in names:
            got = self.run_command("--jit", "threshold=2,disable=" + name, "-c", "print(sum(range(50)))")
            self.assertEqual((got.stdout, got.stderr, got.returncode), ("1225\n", "", 0), name)

    def test_dis(self):
        self.file("x.py", "def double(x):\n    return x + x\n")
        got = self.run_command("dis", "x.py")
        self.assertEqual((got.stderr, got.returncode), ("", 0))
        self.assertIn("double", got.stdout)
        self.assertRegex(got.stdout, r"\n +2 +\d+ +add ")
        self.assertEqual(self.run_command("dis", "-c", "x = = 1").returncode, 1)

    def test_the_module_dis_shows_what_dis_shows(self):
        path = os.path.join(ROOT, "examples", "tour.py")
        self.file("listing.py", LISTING)
        shown = self.run_command("dis", path).stdout
        got = self.run_command("listing.py", path)
        self.assertEqual(got.stderr, "")
        # What dis() and its friends compile is text for exec(), whose names live in a dict.
        self.assertEqual(got.stdout, shown[shown.index("\n\n") + 2:])

    def test_every_function_of_the_library_can_be_disassembled(self):
        self.file("all.py", EVERY_FUNCTION)
        got = self.run_command("all.py")
        self.assertEqual((got.stderr, got.returncode), ("", 0))
        self.assertGreater(int(got.stdout), 5000)


if __name__ == "__main__":
    unittest.main()
