#!/usr/bin/python3
"""The code of library modules that is kept between runs: when it is written, and used for what."""
import glob
import os
import subprocess
import sys
import unittest

from command import ENVIRONMENT, HOTHOUSE, CommandTest

PROGRAM = """
import package.tool as tool
print(tool.answer(), tool.NUMBERS, tool.__doc__)
try:
    tool.fail()
except ZeroDivisionError as e:
    code = e.__traceback__.tb_next.tb_frame.f_code
    print(code.co_filename[-8:], code.co_name, e.__traceback__.tb_next.tb_lineno)
"""
TOOL = '''"""A tool."""
NUMBERS = (1, -2.5, 1 << 80, 3j, b"\\x00\\xff", "\\u00e9\\ud800", None, ..., frozenset, ("nested", (True,)))


def answer(a=41, *, b=1):
    def inner():
        return a + b
    return inner(), [x for x in (1, 2, 3) if x in {1, 3}]


def fail():
    return 1 // 0
'''


class KeptCode(CommandTest):
    def setUp(self):
        super().setUp()
        self.file("site-packages/package/__init__.py", "")
        self.file("site-packages/package/tool.py", TOOL)
        self.file("program.py", PROGRAM)
        self.cache = os.path.join(self.folder, "kept")

    def run_program(self, *options, **variables):
        environment = {**ENVIRONMENT, "PYTHONPATH": os.path.join(self.folder, "site-packages"),
                       "PYTHONPYCACHEPREFIX": self.cache, **variables}
        got = subprocess.run([HOTHOUSE, *options, "program.py"], cwd=self.folder, env=environment,
                             capture_output=True, text=True, timeout=60)
        self.assertEqual(got.stderr, "")
        return got.stdout

    def kept(self, name="*"):
        return glob.glob(os.path.join(self.cache, "*", name))

    def test_the_second_run_is_as_the_first(self):
        first = self.run_program()
        self.assertIn("(42, [1, 3])", first)
        self.assertIn("tool.py fail 12", first)
        self.assertEqual(len(self.kept("tool.py-*")), 1)
        self.assertEqual(self.kept("program.py-*"), [])
        before = {path: os.stat(path).st_mtime_ns for path in self.kept()}
        self.assertEqual(self.run_program(), first)
        self.assertEqual({path: os.stat(path).st_mtime_ns for path in self.kept()}, before)

    def test_what_is_kept_is_what_runs(self):
        self.run_program()
        path, = self.kept("tool.py-*")
        with open(path, "rb") as f:
            kept = f.read()
        # As many bytes, so that sizes fit; the checksum does not.
        with open(path, "wb") as f:
            f.write(kept.replace(b"A tool.", b"A fool."))
        self.assertIn("A tool.", self.run_program())
        with open(path, "rb") as f:
            self.assertEqual(f.read(), kept)

    def test_a_changed_text_is_compiled_again(self):
        self.run_program()
        self.file("site-packages/package/tool.py", TOOL.replace("a=41", "a=31"))
        self.assertIn("(32, [1, 3])", self.run_program())
        self.assertIn("(32, [1, 3])", self.run_program())
        self.assertEqual(len(self.kept("tool.py-*")), 1)

    def test_records_that_end_early(self):
        first = self.run_program()
        for size in (0, 10, 60, 75, 200):
            with self.subTest(size):
                path, = self.kept("tool.py-*")
                os.truncate(path, size)
                self.assertEqual(self.run_program(), first)

    def test_nothing_is_written_where_that_is_not_wanted(self):
        self.run_program("-B")
        self.run_program(PYTHONDONTWRITEBYTECODE="1")
        self.assertEqual(self.kept(), [])

    def test_a_folder_that_cannot_be_made(self):
        self.file("kept", "a file")
        self.assertIn("(42, [1, 3])", self.run_program())

    def test_a_relative_folder_is_that_of_the_start(self):
        self.file("program.py", "import os\nos.mkdir('other')\nos.chdir('other')\n" + PROGRAM)
        self.run_program(PYTHONPYCACHEPREFIX="kept")
        self.assertEqual(len(self.kept("tool.py-*")), 1)
        self.assertEqual(os.listdir(os.path.join(self.folder, "other")), [])

    def test_the_usual_folders(self):
        home = os.path.join(self.folder, "home")
        self.run_program(PYTHONPYCACHEPREFIX="", XDG_CACHE_HOME="", HOME=home)
        self.assertTrue(glob.glob(os.path.join(home, ".cache/hothouse/*/tool.py-*")))
        self.run_program(PYTHONPYCACHEPREFIX="", XDG_CACHE_HOME=os.path.join(home, "xdg"), HOME=home)
        self.assertTrue(glob.glob(os.path.join(home, "xdg/hothouse/*/tool.py-*")))


if __name__ == "__main__":
    sys.exit(unittest.main())
