#!/usr/bin/python3
"""The prompt, through a pipe: statements, blocks, values, errors. CPython's -i is the reference; prompts
and messages go to standard error there too."""
import unittest

from command import CommandTest


class Prompt(CommandTest):
    def assert_session(self, lines):
        wanted = self.run_command("-i", "-q", stdin=lines, command="/usr/bin/python3")
        got = self.run_command("-i", stdin=lines)
        self.assertEqual(got.stdout, wanted.stdout)
        banner, newline, rest = got.stderr.partition("\n")
        self.assertTrue(banner.startswith("Hothouse"), banner)
        self.assertEqual(rest, wanted.stderr)
        self.assertEqual(got.returncode, wanted.returncode)

    def test_values_are_shown(self):
        self.assert_session("1 + 1\n'text'\nNone\nx = 3\nx\n_\n_ * 2\n")

    def test_several_statements_in_a_line(self):
        self.assert_session("x = 1; x; x + 1\n")

    def test_blocks_end_with_an_empty_line(self):
        self.assert_session("for i in range(3):\n    i\n\ndef f(x):\n    return x * 2\n\nf(21)\n")
        self.assert_session("if 1: print(2)\n\nprint(3)\n")
        self.assert_session("class A:\n    def m(self):\n\n")
        self.assert_session("match 3:\n    case 3:\n        print('three')\n\n")
        self.assert_session("match = 3\nmatch\n")
        self.assert_session("@staticmethod\ndef f(): pass\n\n")

    def test_open_brackets_and_strings(self):
        self.assert_session("x = [1,\n\n2]\nx\n'''a\n\nb'''\n1 + \\\n2\n")

    def test_errors_do_not_end_it(self):
        self.assert_session("undefined\n1 / 0\nx = = 2\nprint('on')\n  indented\n'open\n)\n")

    def test_exit(self):
        self.assert_session("print(1)\nimport sys\nsys.exit(5)\nprint(2)\n")
        self.assert_session("raise SystemExit('bye')\n")
        self.assert_session("raise KeyboardInterrupt\n1\n")

    def test_the_end_inside_a_block_runs_it(self):
        self.assert_session("if 1:\n    print(2)\n")

    def test_blank_lines_and_comments(self):
        self.assert_session("\n   \n# nothing\n1\n")

    def test_after_a_program(self):
        got = self.run_command("-i", "-c", "x = 20", stdin="x + 1\n")
        self.assertEqual(got.stdout, "21\n")


if __name__ == "__main__":
    unittest.main()
