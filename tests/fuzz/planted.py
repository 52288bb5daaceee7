"""Shows that the hunt finds bugs: each bug of core/opt/planted.def is woken in a build that has
them, and batches are run until CPython's output and that build's differ where the same build with
the bug asleep agrees.
"""
import os
import re
import subprocess
import time

import hunt
import modes

FOLDER = "build-planted"
# A bug of the optimizer shows in most modes; these let memory move, spill, and exits be taken.
MODES = ("threshold=2,bridge=2", "threshold=1,bridge=2,backend=eval", "threshold=2,bridge=2,nursery=64k",
         "threshold=2,bridge=2,registers=6", "threshold=2,bridge=3,force-exits=7", "threshold=20,bridge=5")
LIMIT = 3  # seconds that a run with a bug awake may take


def names():
    with open(os.path.join(modes.ROOT, "core", "opt", "planted.def"), encoding="utf-8") as f:
        return re.findall(r"^PLANTED_BUG\((\w+), \"(.*)\"\)", f.read(), re.MULTILINE)


def build():
    """The variant's command; built only here, in a folder of its own."""
    for command in (["cmake", "--preset", "planted"],
                    ["cmake", "--build", FOLDER, "--parallel", str(os.cpu_count() or 1), "--target", "hothouse"]):
        done = subprocess.run(command, cwd=modes.ROOT, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError("%s failed:\n%s" % (" ".join(command), (done.stdout + done.stderr)[-4000:]))
    return os.path.join(modes.ROOT, FOLDER, "hothouse")


class Batches:
    """Programs with CPython's answers and, by mode, those of the build with all bugs asleep."""

    def __init__(self, hothouse, seed, size, limit):
        self.hothouse, self.size, self.limit = hothouse, size, limit
        self.hunter = hunt.Hunter(hothouse, seed, size, limit)
        self.place = modes.Workplace()
        self.made = []
        self.asleep = {}

    def get(self, index):
        while len(self.made) <= index:
            first = len(self.made) * self.size
            _, text, want = self.hunter.batch(first)
            self.made.append((self.place.write(text, "batch%d.py" % first), want))
        return self.made[index]

    def difference(self, bug, index, mode):
        """How many lines the bug makes wrong that are right without it, or what it ends with; else ""."""
        path, want = self.get(index)
        if (index, mode) not in self.asleep:
            self.asleep[index, mode] = modes.hothouse_run(self.hothouse, mode, path, self.limit)
        sound = self.asleep[index, mode]
        got = modes.hothouse_run(self.hothouse, mode, path, LIMIT, {"HOTHOUSE_PLANTED": bug})
        kind = modes.difference(want, got)
        if not kind or modes.difference(want, sound) in ("crash", "timeout"):
            return ""
        if kind in ("crash", "timeout"):
            return kind
        wrong = sum(a != b and a == c for a, b, c in zip(want.lines, got.lines, sound.lines))
        return "%d wrong lines" % wrong if wrong else ""


def main(options):
    started = time.time()
    batches = Batches(build(), options.seed, options.size, options.limit)
    found = 0
    bugs = [(bug, sentence) for bug, sentence in names() if not options.bug or bug in options.bug]
    for bug, sentence in bugs:
        begun = time.time()
        how = runs = 0
        index = 0
        while not how and time.time() - begun < options.seconds:
            for mode in MODES:
                runs += 1
                how = batches.difference(bug, index, mode)
                if how:
                    break
            index += 1
        found += bool(how)
        print("%-18s %-9s %6.1f s, %4d runs  %s" % (bug, "found" if how else "NOT FOUND", time.time() - begun, runs,
                                                    "--jit %s: %s" % (mode, how) if how else sentence), flush=True)
    print("fuzz: %d of %d planted bugs found in %.0f s" % (found, len(bugs), time.time() - started))
    return 0 if found == len(bugs) else 1
