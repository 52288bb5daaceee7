"""Runs the command for the tests beside this file. HOTHOUSE in the environment says which one."""
import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HOTHOUSE = os.environ.get("HOTHOUSE", os.path.join(ROOT, "build", "hothouse"))
ORACLE = "/usr/bin/python3"
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_"))}, "LC_ALL": "C.UTF-8"}


class CommandTest(unittest.TestCase):
    """A test in a folder of its own."""

    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        mode = "wb" if isinstance(text, bytes) else "w"
        with open(path, mode, **({} if mode == "wb" else {"encoding": "utf-8"})) as f:
            f.write(text)
        return name

    def run_command(self, *arguments, stdin="", command=HOTHOUSE):
        return subprocess.run([command, *arguments], input=stdin, cwd=self.folder, env=ENVIRONMENT,
                              capture_output=True, text=True, timeout=60)

    def assert_as_cpython(self, *arguments, stdin="", stderr=True):
        """Output, messages and status are CPython's, but for the command's own name."""
        wanted = self.run_command(*arguments, stdin=stdin, command=ORACLE)
        got = self.run_command(*arguments, stdin=stdin)
        self.assertEqual(got.stdout, wanted.stdout)
        if stderr:
            self.assertEqual(got.stderr, wanted.stderr.replace(ORACLE + ":", "hothouse:"))
        self.assertEqual(got.returncode, wanted.returncode)

    def assert_mistake(self, message, *arguments):
        """A line on standard error that begins like this, and status 2."""
        got = self.run_command(*arguments)
        self.assertEqual(got.stdout, "")
        self.assertEqual(got.stderr.count("\n"), 1, got.stderr)
        self.assertTrue(got.stderr.startswith("hothouse: " + message), got.stderr)
        self.assertEqual(got.returncode, 2)
