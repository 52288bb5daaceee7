"""What the JIT made of a program, read from the event stream: the units that are valid at the end, and of each the
ops that run in every iteration."""
import collections
import json
import os
import re
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HOTHOUSE = os.environ.get("HOTHOUSE", os.path.join(ROOT, "build", "hothouse"))
OP = re.compile(r"(?:%\d+(?::\w+)? = )?(\w+)")
OVERFLOW = {"add_ov", "sub_ov", "mul_ov"}


class Unit:
    """A compiled trace. `ops` are the texts of all its ops, `body` those of an iteration: behind `loop`, or
    all of them where there is none. Sunk ops make no code and are left out."""

    def __init__(self, start):
        self.id, self.kind, self.name = start["unit"], start["kind"], start["name"]
        self.parent = start["parent_unit"]
        self.ops, self.body, self.is_peeled = [], [], False
        self.spills = 0

    def optimized(self, ops):
        self.ops = [op["text"] for op in ops if not op["text"].endswith("!sunk")]
        self.is_peeled = "loop" in self.ops
        self.body = self.ops[self.ops.index("loop") + 1:] if self.is_peeled else self.ops

    def count(self, *names):
        """How many of these ops an iteration runs."""
        counts = collections.Counter(OP.match(text).group(1) for text in self.body)
        return sum(counts[name] for name in names)

    def guards(self):
        """Exits that an iteration tests for, but for the safepoint."""
        names = [OP.match(text).group(1) for text in self.body]
        return sum(name.startswith("guard_") or name in OVERFLOW for name in names)

    def calls(self):
        return [text.split(" call ", 1)[-1].split("(")[0] for text in self.body if re.search(r"\bcall \w+\(", text)]


class Shape:
    """Runs the text with `--jit SETTINGS` and reads what became of it."""

    def __init__(self, program, settings=""):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.py")
            with open(path, "w", encoding="utf-8") as f:
                f.write(program)
            stream = os.path.join(folder, "events")
            command = [HOTHOUSE, "trace", "--json", "-o", stream]
            result = subprocess.run(command + (["--jit", settings] if settings else []) + [path],
                                    capture_output=True, text=True, timeout=60, check=True)
            self.output = result.stdout
            with open(stream, encoding="utf-8") as f:
                events = [json.loads(line) for line in f]
        self.units = {}  # by number
        self.aborts, failures = [], {}
        compiled = set()
        for e in events:
            kind = e["event"]
            if kind == "record_start":
                self.units[e["unit"]] = Unit(e)
            elif kind == "optimized":
                self.units[e["unit"]].optimized(e["ops"])
            elif kind == "intervals":
                self.units[e["unit"]].spills = e["spills"]
            elif kind == "compiled":
                compiled.add(e["unit"])
            elif kind == "invalidation":
                compiled.discard(e["unit"])
            elif kind == "abort":
                self.aborts.append(e["reason"])
            elif kind == "guard_failure":
                failures[e["unit"], e["exit"]] = e["count"]  # so far
        self.failures = collections.Counter()
        for (unit, _), count in failures.items():
            self.failures[unit] += count
        self.units = {n: u for n, u in self.units.items() if n in compiled}

    def of_kind(self, kind):
        return [u for u in self.units.values() if u.kind == kind]

    def loop(self, function):
        """The loop of that function; there has to be one only."""
        found = [u for u in self.of_kind("loop") if u.name.startswith(function + ":")]
        assert len(found) == 1, "%d loops of %s among %s" % (
            len(found), function, [(u.kind, u.name) for u in self.units.values()])
        return found[0]

    def describe(self):
        lines = ["aborts: %s" % ", ".join(self.aborts)]
        for u in self.units.values():
            lines.append("%s %d %s: %d guards" % (u.kind, u.id, u.name, u.guards()))
            lines += ["    " + text for text in u.body]
        return "\n".join(lines)
