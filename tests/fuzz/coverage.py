"""What the programs reached: bytecodes in traces, IR ops, passes' edits, kinds of exits, aborts.

Read from the event stream of a sample of the cases. The tables say what there is to reach; the
reasons of edits are the texts that core/opt gives to its listener.
"""
import glob
import json
import os
import re
import subprocess

import modes
from batch import PRELUDE

PRELUDE_LINES = PRELUDE.count("\n")
# What a case may come to; printed as shares of the cases.
SHARES = ("loop", "bridge", "function", "kernel", "jump into a body", "inlined frames", "generator", "sunk object", "side exit",
          "rebuilt frames", "rebuilt objects", "abort")
PROGRAM_MODES = ("threshold=2,bridge=2", "threshold=1,bridge=1", "threshold=2,bridge=2,force-exits=3")


def rows(path, macro, column=1):
    """The column-th string of each row of a table."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    if column == 0:
        return re.findall(r"^%s\((\w+)," % macro, text, re.MULTILINE)
    return re.findall(r"^%s\(\w+, \"([^\"]+)\"" % macro, text, re.MULTILINE)


class Coverage:
    def __init__(self, root):
        core = os.path.join(root, "core")
        self.tables = {
            "bytecodes in traces": rows(os.path.join(core, "bytecode", "instructions.def"), "INSN"),
            "IR ops": rows(os.path.join(core, "ir", "ops.def"), "IROP"),
            "passes that edit": rows(os.path.join(core, "opt", "passes.def"), "PASS", 0),
            "fold rules": rows(os.path.join(core, "opt", "fold_rules.def"), "FOLD", 0),
            "reasons of edits": self.reasons(core),
            "exit kinds": self.exit_kinds(core),
            "abort reasons": rows(os.path.join(core, "events", "aborts.def"), "ABORT"),
        }
        self.seen = {name: {} for name in self.tables}
        self.shares = dict.fromkeys(SHARES, 0)
        self.samples = 0

    @staticmethod
    def reasons(core):
        found = set()
        for path in glob.glob(os.path.join(core, "opt", "*.cpp")):
            with open(path, encoding="utf-8") as f:
                text = f.read()
            name = os.path.basename(path)[:-4]
            for reason in re.findall(r"(?:reason|reason_op|bury|hoisted)\([^\"();]*\"([^\"]{6,})\"", text):
                found.add("%s: %s" % (name, reason.strip()))
        return sorted(found)

    @staticmethod
    def exit_kinds(core):
        """The guards of the op table, and what rebuilding frames may have to do."""
        with open(os.path.join(core, "ir", "ops.def"), encoding="utf-8") as f:
            guards = re.findall(r"^IROP\(\w+, \"(\w+)\", [^\n]*\bGuard\b[^\n]*", f.read(), re.MULTILINE)
        return guards + ["exit", "resume retry", "resume after", "resume raise", "rebuilt frames", "rebuilt objects"]

    def sample(self, hothouse, path, limit, turn):
        """Runs one case with the event stream on, in one of the modes by turns."""
        mode = PROGRAM_MODES[turn % len(PROGRAM_MODES)]
        for share in self.read(modes.run([hothouse, "trace", "--json", "--jit", mode], path, limit).output, self.seen):
            self.shares[share] += 1
        self.samples += 1

    def add(self, other):
        """What another sample reached."""
        self.samples += other.samples
        for share, count in other.shares.items():
            self.shares[share] += count
        for name, counts in other.seen.items():
            for key, count in counts.items():
                self.seen[name][key] = self.seen[name].get(key, 0) + count

    def read(self, text, seen):
        """Adds what the event stream tells to `seen`; gives the shares that the case counts in."""
        def count(table, key):
            seen[table][key] = seen[table].get(key, 0) + 1

        codes, owners, kinds, preludes, shares = {}, {}, {}, set(), set()
        reasons = [(r.split(": ", 1)[0], r.split(": ", 1)[1], r) for r in self.tables["reasons of edits"]]
        for line in text.split("\n"):
            if not line.startswith('{"event"'):
                continue
            try:
                event = json.loads(line)
            except ValueError:
                continue  # what the program itself prints
            kind = event["event"]
            if kind == "code":
                if event["line"] <= PRELUDE_LINES:
                    preludes.add(event["code"])
                codes[event["code"]] = {i["pc"]: i["text"].split()[0] for i in event["instructions"]}
            elif kind == "record_start":
                if event["code"] not in preludes:
                    kinds[event["unit"]] = event["kind"]
            elif kind in ("recorded", "optimized"):
                if event["unit"] in kinds:
                    shares |= self.shares_of(kinds[event["unit"]], event["ops"])
                for op in event["ops"]:
                    name = self.op_name(op["text"])
                    count("IR ops", name)
                    if kind == "recorded" and op["code"] in codes and op["pc"] in codes[op["code"]]:
                        count("bytecodes in traces", codes[op["code"]][op["pc"]])
                    exit = re.search(r"!s(\d+)", op["text"])
                    if kind == "optimized" and exit:
                        owners.setdefault((event["unit"], int(exit.group(1))), []).append(name)
            elif kind == "edit" and event["action"] != "note":
                count("passes that edit", event["pass"])
                if event["pass"] == "fold":
                    rule = re.search(r"\((\w+)\)$", event["reason"])
                    if rule:
                        count("fold rules", rule.group(1))
                for name, reason, key in reasons:
                    if name == event["pass"] and reason in event["reason"]:
                        count("reasons of edits", key)
            elif kind == "guard_failure":
                if event["unit"] in kinds:
                    shares.add("side exit")
                for name in owners.get((event["unit"], event["exit"]), []):
                    count("exit kinds", name)
            elif kind == "deopt":
                count("exit kinds", "resume " + event["resume"])
                for what in ("frames", "objects"):
                    if event[what]:
                        count("exit kinds", "rebuilt " + what)
                        shares.add("rebuilt " + what)
            elif kind == "abort":
                count("abort reasons", event["reason"])
                if event["unit"] in kinds:
                    shares.add("abort")
        return shares

    def shares_of(self, kind, ops):
        """What a trace of the case, not of the prelude, counts as."""
        shares = {kind}
        for op in ops:
            name = self.op_name(op["text"])
            if name == "jump_body":
                shares.add("jump into a body")
            if op["depth"]:
                shares.add("inlined frames")
            if name in ("load_gen", "store_gen"):
                shares.add("generator")
            if name == "new" and op["text"].endswith("!sunk"):
                shares.add("sunk object")
        return shares

    @staticmethod
    def op_name(text):
        """`%5:i64 = load_field %3` and `guard_ref %1 !s1`: the op's name."""
        return re.sub(r"^%\d+(:\w+)? = ", "", text).split()[0]

    def print(self, details):
        if not self.samples:
            return
        print("coverage, of %d cases traced:" % self.samples)
        print("  share of the cases with: " + ", ".join("%s %d %%" % (share, round(count * 100 / self.samples))
                                                        for share, count in self.shares.items()))
        for name, table in self.tables.items():
            reached = [row for row in table if row in self.seen[name]]
            missing = [row for row in table if row not in self.seen[name]]
            print("  %-20s %3d of %3d" % (name, len(reached), len(table)), end="")
            shown = missing if details else missing[:8]
            more = ", ..." if len(shown) < len(missing) else ""
            print("; not reached: %s%s" % (", ".join(shown), more) if missing else "")
