#!/usr/bin/python3
"""Every line of the event stream satisfies the schema, over programs that between them bring every kind of event."""
import collections
import glob
import json
import os
import shlex
import unittest

from command import ROOT, CommandTest
from json_schema import errors

# What the benchmark programs do not bring; each with the settings that it takes.
PROGRAMS = {
    "deopt, collection": ("nursery=64k", """
def f(n):
    rows = []
    for i in range(n):
        rows.append([i, i + 0.5])
        if len(rows) > 100:
            rows = []
    return len(rows)
print(f(20000))
"""),
    "invalidation": ("", """
K = 3
def f(n):
    s = 0
    for i in range(n):
        s += K
    return s
print(f(5000))
K = 4
print(f(5000))
"""),
    "blacklisted": ("threshold=5", """
for i in range(3000):
    import math
    try:
        int("x")
    except ValueError:
        pass
"""),
    "compile_failed": ("", "def f(n, %s):\n    for i in range(n):\n%s    return v0\nprint(f(3000, %s))\n" % (
        ", ".join("v%d" % i for i in range(200)),
        "".join("        v%d = v%d * 0.5 + v%d\n" % (i, (i + 7) % 200, (i + 91) % 200) for i in range(200)),
        ", ".join("%d.5" % i for i in range(200)))),
}


class StreamTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.schema = json.loads(self.run_command("schema").stdout)

    def check(self, *arguments):
        """Runs the program; the kinds of events that came."""
        path = os.path.join(self.folder, "events")
        got = self.run_command("trace", "--json", "-o", path, *arguments)
        self.assertEqual((got.stderr, got.returncode), ("", 0), arguments)
        kinds = collections.Counter()
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f):
                event = json.loads(line)
                kind = event["event"]
                self.assertEqual(event["n"], number)
                self.assertIn(kind, self.schema["$defs"])
                # Not every line in full: a kind's first hundred of a run say enough.
                if kinds[kind] < 100:
                    self.assertEqual(errors(self.schema["$defs"][kind], event, self.schema), [], line[:300])
                kinds[kind] += 1
        return kinds

    def test_all_kinds(self):
        seen = collections.Counter()
        for path in sorted(glob.glob(os.path.join(ROOT, "bench", "programs", "*.py"))):
            with open(path, encoding="utf-8") as f:
                arguments = next((line[len("# args:"):] for line in f if line.startswith("# args:")), None)
            if arguments is not None:
                seen += self.check(path, *shlex.split(arguments))
        for name, (settings, program) in PROGRAMS.items():
            kinds = self.check(*(["--jit", settings] if settings else []), self.file("p.py", program))
            for kind in name.split(", "):
                self.assertIn(kind, kinds)
            seen += kinds
        kinds = {name for name, entry in self.schema["$defs"].items() if "event" in entry["properties"]}
        self.assertEqual(kinds - set(seen), set())


if __name__ == "__main__":
    unittest.main()
