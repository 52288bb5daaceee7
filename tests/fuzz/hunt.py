"""The hunt: batches in all modes, the case behind a difference, its reduction.

A batch is wrong as a whole first. Then the case is found: by its line of output, or, after a crash
or a time-out, by running cases alone and in halves. What does not show alone stays a batch.
"""
import os
import random
import re
import time

import batch
import modes
import oracle
import reducer

CASE_SECONDS = 0.4


class Finding:
    """A difference: what kind, in which mode, the program that shows it."""

    def __init__(self, kind, mode_name, mode, text, origin):
        self.kind = kind
        self.mode_name = mode_name
        self.mode = mode
        self.text = text
        self.origin = origin  # "seed 1, case 17"
        self.detail = ""

    def header(self):
        return "# %s; --jit %s (%s)\n" % (self.origin, self.mode, self.kind)


class Hunter:
    """Runs batches of one seed. `extra` is added to every mode's options."""

    def __init__(self, hothouse, seed, size=30, limit=60, extra="", turns=3, only=None):
        self.hothouse = hothouse
        self.seed = seed
        self.size = size
        self.limit = limit
        self.extra = extra
        self.turns = turns
        self.only = only
        self.place = modes.Workplace()
        self.runs = 0
        self.loops = 0  # of the last batch

    def modes_of(self, first):
        draw = random.Random("%d/%d/modes" % (self.seed, first))
        every = modes.matrix(self.hothouse, self.seed + first, self.extra)
        if self.only:
            known = {**modes.ALWAYS, **every, **modes.COLLECTING}
            return {name: modes.with_extra(known[name], self.extra) for name in self.only}
        chosen = draw.sample(sorted(every), min(self.turns, len(every)))
        return {**{n: modes.with_extra(t, self.extra) for n, t in modes.ALWAYS.items()}, **{n: every[n] for n in chosen}}

    def run_batch(self, first):
        """Findings of the batch that begins with case number `first`, one per case and mode at most; and its cases."""
        numbers, text, want = self.batch(first)
        self.loops = len(re.findall(r"^ +(?:for|while) .*:$", text, re.MULTILINE))
        path = self.place.write(text)
        findings = []
        wrong_in_interpreter = set()
        for name, mode in self.modes_of(first).items():
            self.runs += 1
            got = modes.hothouse_run(self.hothouse, mode, path, self.limit)
            kind = modes.difference(want, got)
            if not kind:
                continue
            cases = self.guilty(want, got, kind, numbers)
            if name == "off":
                wrong_in_interpreter = set(cases)
            else:
                cases = [c for c in cases if c not in wrong_in_interpreter]
                if kind == "output" and not cases and wrong_in_interpreter:
                    continue
            findings += self.isolate(cases or numbers, numbers, kind, name, mode)
        small = numbers[:modes.COLLECTING_CASES]
        if not self.only and not wrong_in_interpreter.intersection(small):
            findings += self.run_collecting(small, first)
        return findings, numbers

    def batch(self, first):
        """As expectation, of the batch that begins with case number `first`."""
        return self.expectation(list(range(first, first + self.size)), lambda numbers: batch.batch_text(self.seed, first, numbers))

    def expectation(self, numbers, text_of):
        """Those of the cases that end soon, their program, and CPython's outcome."""
        while True:
            text = text_of(numbers)
            want = oracle.run(text, self.limit, CASE_SECONDS)
            if want.status != 0:
                accepted = self.accepted(numbers, text_of)
                if not accepted:
                    raise RuntimeError("the generated program of seed %d, case %d, ends with %s under CPython: %s"
                                       % (self.seed, numbers[0], want.status, want.error[-500:]))
                # All pass, but not in one program: half of them may.
                numbers = accepted if len(accepted) < len(numbers) else accepted[:len(accepted) // 2]
                continue
            if not want.spent:
                return numbers, text, want
            numbers = [n for n in numbers if n not in want.spent]

    def accepted(self, numbers, text_of):
        """Those of the cases that CPython runs to their end: the generator errs now and then."""
        if oracle.run(text_of(numbers), self.limit, CASE_SECONDS).status == 0:
            return numbers
        if len(numbers) == 1:
            return []
        half = len(numbers) // 2
        return self.accepted(numbers[:half], text_of) + self.accepted(numbers[half:], text_of)

    def run_collecting(self, numbers, first):
        name = sorted(modes.COLLECTING)[first // self.size % len(modes.COLLECTING)]
        mode = modes.with_extra(modes.COLLECTING[name], self.extra)
        numbers, text, want = self.expectation(numbers, lambda numbers: self.program(numbers, modes.COLLECTING_RUNS))
        path = self.place.write(text)
        self.runs += 1
        kind = modes.difference(want, modes.hothouse_run(self.hothouse, mode, path, self.limit))
        return self.isolate(numbers, numbers, kind, name, mode, modes.COLLECTING_RUNS) if kind else []

    def program(self, numbers, runs=2500):
        return batch.program_text([batch.case_text(self.seed, n, runs) for n in numbers],
                                  ["run(%d, case_%d)" % (n, n) for n in numbers])

    @staticmethod
    def guilty(want, got, kind, numbers):
        """Cases whose lines differ; after a crash there are no lines to go by."""
        if kind != "output":
            return []
        found = []
        for a, b in zip(want.lines, got.lines):
            if a != b:
                number = a.split(" ", 1)[0]
                if number.isdigit() and int(number) in numbers and int(number) not in found:
                    found.append(int(number))
        return found

    def kind_of(self, text, mode, limit=None):
        want = oracle.run(text, min(limit or self.limit, 5))
        if want.status == "timeout" or " at 0x" in want.output or "ModuleNotFoundError" in want.error:
            return ""  # the reducer went too far: no end, an address, or one library alone
        path = self.place.write(text)
        return modes.difference(want, modes.hothouse_run(self.hothouse, mode, path, limit or self.limit))

    def isolate(self, suspects, numbers, kind, name, mode, runs=2500):
        """One finding for each suspect that is wrong alone; else one for the smallest group that is."""
        findings = []
        for number in suspects:
            text = self.program([number], runs)
            alone = self.kind_of(text, mode)
            if alone:
                findings.append(Finding(alone, name, mode, text, "seed %d, case %d" % (self.seed, number)))
                if kind != "output" or len(findings) >= 3:
                    break
        if findings:
            return findings
        group = numbers
        while len(group) > 1:
            for half in (group[:len(group) // 2], group[len(group) // 2:]):
                if self.kind_of(self.program(half, runs), mode):
                    group = half
                    break
            else:
                break
        text = self.program(group, runs)
        if not self.kind_of(text, mode):
            text = self.program(numbers, runs)
        return [Finding(kind, name, mode, text, "seed %d, cases %d to %d" % (self.seed, group[0], group[-1]))]

    def reduce(self, finding, seconds):
        """Makes the finding's program small; also keeps what the two print."""
        limit = min(self.limit, 10)

        def is_interesting(text):
            return self.kind_of(text, finding.mode, limit) == finding.kind

        small = reducer.Reducer(is_interesting, time.time() + seconds).reduce(finding.text)
        if small:
            finding.text = small
        path = self.place.write(finding.text)
        want = oracle.run(finding.text, self.limit)
        got = modes.hothouse_run(self.hothouse, finding.mode, path, self.limit)
        lines = [(a, b) for a, b in zip(want.lines, got.lines + [""] * len(want.lines)) if a != b]
        finding.detail = "status %s" % got.status if not lines else "expected: %s\n     got: %s" % (lines[0][0][:300], lines[0][1][:300])
        if got.error:
            finding.detail += "\n" + got.error.strip()[-400:]


def keep(finding, folder, index):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "%s_%s_%d.py" % (finding.kind, finding.mode_name.replace("-", "_"), index))
    with open(path, "w", encoding="utf-8") as f:
        f.write(finding.header() + finding.text)
    return path
