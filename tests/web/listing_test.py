#!/usr/bin/python3
"""The WebAssembly build makes the same traces and the same x86-64 code as the native build, byte for byte.

Pool words lie behind the code and are not compared: they hold addresses. HOTHOUSE and HOTHOUSE_MODULE in
the environment say which builds are compared."""
import json
import os
import re
import subprocess
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
NATIVE = os.environ.get("HOTHOUSE", os.path.join(ROOT, "build", "hothouse"))
WEB = os.path.join(HERE, "hothouse.mjs")
# What is told of a trace on the way from the recorder to the bytes.
ADDRESS = re.compile(r"@0x[0-9a-f]+")  # of an object that an op names
COMPARED = ("record_start", "recorded", "abort", "edit", "optimized", "intervals", "machine", "link")


def events(command, program):
    done = subprocess.run([command, "trace", "--json", "--jit", "threshold=40", program], capture_output=True,
                          text=True, timeout=120, cwd=ROOT)
    if done.returncode != 0:
        raise AssertionError("%s: status %d\n%s" % (command, done.returncode, done.stderr))
    found = []
    for line in done.stdout.splitlines():
        event = json.loads(ADDRESS.sub("@", line))
        if event["event"] in COMPARED:
            # The place in the stream, and who runs the unit.
            event.pop("n", None)
            event.pop("backend", None)
            found.append(event)
    return found, done.stderr


class Listing(unittest.TestCase):
    maxDiff = 2000

    def compare(self, name, kinds):
        """Same events, and units of these kinds among them."""
        program = os.path.join(HERE, "listing", name + ".py")
        want, want_output = events(NATIVE, program)
        got, got_output = events(WEB, program)
        self.assertEqual(got_output, want_output)
        for ours, theirs in zip(got, want):
            if ours["event"] == "machine" and theirs["event"] == "machine":
                # The most readable difference first.
                self.assertEqual([(i["bytes"], i["text"]) for i in ours["instructions"]],
                                 [(i["bytes"], i["text"]) for i in theirs["instructions"]])
            self.assertEqual(ours, theirs)
        self.assertEqual(len(got), len(want))
        machine = {e["unit"]: e for e in got if e["event"] == "machine"}
        self.assertTrue(all(e["bytes"] == sum(len(i["bytes"]) // 2 for i in e["instructions"])
                            for e in machine.values()))
        units = {e["unit"]: e["kind"] for e in got if e["event"] == "record_start"}
        self.assertEqual({units[unit] for unit in machine} & set(kinds), set(kinds))

    def test_ints(self):
        self.compare("ints", ["loop"])

    def test_floats(self):
        self.compare("floats", ["loop"])

    def test_attributes(self):
        self.compare("attributes", ["loop"])

    def test_calls(self):
        self.compare("calls", ["loop", "function"])

    def test_lists(self):
        self.compare("lists", ["loop", "bridge"])

    def test_bridges(self):
        self.compare("bridges", ["loop", "bridge"])


if __name__ == "__main__":
    unittest.main()
