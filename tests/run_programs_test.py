#!/usr/bin/python3
"""Tests run_programs.py: a stand-in for hothouse that is CPython itself, with one fault at a time."""
import os
import subprocess
import sys
import tempfile
import unittest

RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "run_programs.py")
PROGRAM = "examples/words.py"

# The fault goes where %s is: it strikes in the mode `eval`.
STAND_IN = """#!/bin/bash
if [ "$1" = --list-passes ]; then echo fold; echo peel; exit; fi
mode=
if [ "$1" = --jit ]; then mode=$2; shift 2; fi
if [ "$mode" = backend=eval ]; then :
%s
fi
exec /usr/bin/python3 "$@"
"""


class Runner(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def run_with(self, fault, *options):
        """(exit status, output) of a run in which the mode `eval` has this fault."""
        stand_in = os.path.join(self.folder, "hothouse")
        with open(stand_in, "w", encoding="ascii") as f:
            f.write(STAND_IN % fault)
        os.chmod(stand_in, 0o755)
        done = subprocess.run([sys.executable, RUNNER, "--hothouse", stand_in, "--cache", self.folder + "/cache",
                               "--filter", PROGRAM, *options], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def assert_fails(self, fault, message, *options):
        status, output = self.run_with(fault, *options)
        self.assertEqual(status, 1, output)
        self.assertIn("FAIL %s [eval]" % PROGRAM, output)
        self.assertIn(message, output)
        self.assertTrue(output.endswith(" passed, 1 failed\n"), output)

    def test_equal_output_passes_in_every_mode(self):
        status, output = self.run_with("")
        self.assertEqual((status, output), (0, "11 passed, 0 failed\n"))

    def test_sample_is_five_modes(self):
        self.assertEqual(self.run_with("", "--sample"), (0, "5 passed, 0 failed\n"))

    def test_other_output(self):
        self.assert_fails("echo more", "+more")

    def test_missing_last_newline(self):
        self.assert_fails('printf %s "$(/usr/bin/python3 "$@")"; exit 0', "differs in line ends")

    def test_other_stderr(self):
        self.assert_fails("echo oops >&2", "+oops")

    def test_exit_status(self):
        self.assert_fails('/usr/bin/python3 "$@"; exit 3', "exit status: expected 0, got 3")

    def test_crash(self):
        self.assert_fails("kill -SEGV $$", "killed by SIGSEGV")

    def test_hang(self):
        self.assert_fails("sleep 100", "no end after 6 s", "--mode", "eval", "--time-out", "1")

    def test_fails_when_a_program_computes_without_end(self):
        self.assert_fails("while :; do :; done", "no end after 1 s of CPU time", "--mode", "eval",
                          "--time-out", "1")

    def test_no_program_is_a_failure(self):
        status, output = self.run_with("", "--topic", "no-such-topic")
        self.assertEqual((status, output), (1, "no program to run\n"))


if __name__ == "__main__":
    unittest.main()
