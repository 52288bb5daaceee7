#!/usr/bin/python3
"""Runs the programs of tests/programs, examples and bench/programs with CPython and with hothouse in
a matrix of modes.

CPython is the reference: standard output and exit status have to be equal, and standard error (the
tracebacks) too, byte for byte. CPython's answers are kept in the build folder, by the content of the
program and of the files beside it.

A program is any .py file, except in folders named `modules` (what programs import), files whose name
begins with an underscore, and files of bench/programs whose head says no arguments. Comments at its head direct the run:

    # args: 3 "two words"      arguments
    # stdin: one\\ntwo\\n        standard input, with Python's escapes; otherwise it is empty
    # stderr: ignore           standard error is not compared
    # modes: all|sample|nojit  which modes make sense: all of them (without this line), only those of
                               --sample (slow programs), only the interpreter
    # expect: FILE             standard output is in FILE, beside the program, and not CPython's.
                               Standard error is in FILE.stderr, and empty if there is no such file
    # status: N                the exit status that goes with expect (0)
"""
import argparse
import concurrent.futures
import difflib
import hashlib
import json
import math
import os
import platform
import resource
import shlex
import signal
import subprocess
import sys
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# Where programs are, as (base, folder); the report names them relative to the base.
FOLDERS = [("tests/programs", "."), (".", "examples"), (".", "bench/programs")]
ORACLE = "/usr/bin/python3"
DIRECTIVES = ("args", "stdin", "stderr", "modes", "expect", "status")
# Compared byte for byte, so nothing may depend on the machine's locale, hash seed or caches.
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_"))},
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUTF8": "1",
}
DIFF_LINES = 16


def stable_hash(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big")


def matrix(hothouse):
    """All modes: name -> arguments. FORCED is replaced by a number that depends on the program."""
    modes = {
        "off": ["--jit", "off"],
        "default": [],
        "t1": ["--jit", "threshold=1"],
        "t1-eval": ["--jit", "threshold=1,backend=eval"],
        "t2": ["--jit", "threshold=2,bridge=2"],
        "eval": ["--jit", "backend=eval"],
        "tiny-nursery": ["--jit", "threshold=1,nursery=64k"],
        "gc-every": ["--jit", "threshold=1,gc=every"],
        "forced-exits": ["--jit", "threshold=1,force-exits=FORCED"],
    }
    listed = subprocess.run([hothouse, "--list-passes"], capture_output=True, text=True)
    passes = listed.stdout.split() if listed.returncode == 0 else []
    if not passes:
        print("note: `hothouse --list-passes` names no pass; the modes no-PASS are left out")
    for name in passes:
        modes["no-" + name] = ["--jit", "threshold=2,disable=" + name]
    return modes


SAMPLE = ("off", "default", "t1", "t1-eval")


class Program:
    def __init__(self, path, base):
        self.path = path
        self.name = os.path.relpath(path, os.path.join(ROOT, base))
        self.topic = os.path.dirname(self.name).partition(os.sep)[0] or "."
        self.directives = {}
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as f:
            self.text = f.read()
        for line in self.text.split("\n"):
            if not line.startswith("#"):
                break
            key, colon, value = line[1:].partition(":")
            if colon and key.strip() in DIRECTIVES:
                self.directives[key.strip()] = value.strip()
        kinds = ("all", "sample", "nojit")
        if self.directives.get("modes", "all") not in kinds:
            raise ValueError("%s: `# modes:` is one of %s" % (path, ", ".join(kinds)))
        if self.directives.get("stderr", "ignore") != "ignore":
            raise ValueError("%s: `# stderr:` can only say ignore" % path)
        if "status" in self.directives and "expect" not in self.directives:
            raise ValueError("%s: `# status:` goes with `# expect:`" % path)
        self.args = shlex.split(self.directives.get("args", ""))
        self.stdin = self.directives.get("stdin", "").encode().decode("unicode_escape").encode("latin-1")

    def modes(self, everything, sample):
        kind = self.directives.get("modes", "all")
        if kind == "nojit":
            return ["off"]
        if not sample and kind == "all":
            return list(everything)
        others = [m for m in everything if m not in SAMPLE]
        return list(SAMPLE) + [others[stable_hash(self.name) % len(others)]]


def known_differences():
    """Programs that differ from CPython in every mode, and why: tests/programs/known_differences.txt."""
    known = {}
    with open(os.path.join(ROOT, "tests/programs/known_differences.txt"), encoding="utf-8") as f:
        for line in f:
            name, colon, reason = line.partition(":")
            if colon and not line.startswith("#"):
                known[name.strip()] = reason.strip()
    return known


# A program that waits for nothing, or for something that never comes, uses no processor; one on a busy machine
# waits for the processor: that long, in its limits.
PATIENCE = 6


def run(command, program, limit):
    """(stdout, stderr, status); the status is a text when the program was killed. The limit is the seconds of CPU
    that each of its processes may use, so that it means the same on a busy machine."""
    with subprocess.Popen(command + [os.path.relpath(program.path, ROOT)] + program.args, cwd=ROOT,
                          env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, start_new_session=True) as process:
        try:
            seconds = math.ceil(limit)
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (seconds, seconds + 5))
        except ProcessLookupError:
            pass  # it was quick
        try:
            out, err = process.communicate(program.stdin, timeout=limit * PATIENCE)
            status = process.returncode
            if status == -signal.SIGXCPU:
                status = "no end after %g s of CPU time" % limit
            elif status < 0:
                status = "killed by " + signal.Signals(-status).name
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
            status = "no end after %g s" % (limit * PATIENCE)
    return out, err, status


class Reference:
    """What the programs have to print: CPython's answer, kept on disk, or the file they name."""

    def __init__(self, cache, limit, programs):
        self.cache = cache
        self.limit = limit
        os.makedirs(cache, exist_ok=True)
        version = subprocess.run([ORACLE, "-VV"], capture_output=True, text=True, check=True).stdout
        # An answer may depend on every file that programs import or read.
        own = {p.path for p in programs}
        beside = hashlib.sha256((version + platform.machine()).encode())
        for _, path in files_of_folders():
            if path not in own:
                beside.update(os.path.relpath(path, ROOT).encode())
                with open(path, "rb") as f:
                    beside.update(hashlib.sha256(f.read()).digest())
        self.beside = beside.hexdigest()

    def answer(self, program):
        if "expect" in program.directives:
            stem = os.path.join(os.path.dirname(program.path), program.directives["expect"])
            with open(stem, "rb") as f:
                out = f.read()
            err = b""
            if os.path.exists(stem + ".stderr"):
                with open(stem + ".stderr", "rb") as f:
                    err = f.read()
            return out, err, int(program.directives.get("status", "0"))
        key = hashlib.sha256("\0".join((self.beside, program.name, program.text)).encode(
            "utf-8", "surrogateescape")).hexdigest()
        path = os.path.join(self.cache, key[:32] + ".json")
        if os.path.exists(path):
            with open(path, encoding="ascii") as f:
                out, err, status = json.load(f)
            return out.encode("latin-1"), err.encode("latin-1"), status
        out, err, status = run([ORACLE], program, self.limit)
        if isinstance(status, str):
            raise RuntimeError("%s: CPython: %s" % (program.name, status))
        # Replaced in one step: several runs may share the folder.
        with open(path + ".%d.%d" % (os.getpid(), threading.get_ident()), "w", encoding="ascii") as f:
            json.dump((out.decode("latin-1"), err.decode("latin-1"), status), f)
        os.replace(f.name, path)
        return out, err, status


def diff(what, want, got):
    if want == got:
        return []
    texts = [t.decode("utf-8", "backslashreplace").splitlines() for t in (want, got)]
    lines = list(difflib.unified_diff(*texts, "expected " + what, "hothouse's " + what, n=1, lineterm=""))
    if not lines:
        lines = ["%s differs in line ends: %r and %r" % (what, want[-20:], got[-20:])]
    if len(lines) > DIFF_LINES:
        lines[DIFF_LINES:] = ["... %d more lines" % (len(lines) - DIFF_LINES)]
    return lines


def check(program, arguments, hothouse, reference, limit):
    """The list of complaints; empty if all is well."""
    want_out, want_err, want_status = reference.answer(program)
    seed = str(stable_hash("exits " + program.name) % 1000)
    arguments = [a.replace("FORCED", seed) for a in arguments]
    out, err, status = run([hothouse] + arguments, program, limit)
    lines = []
    if status != want_status:
        lines.append("exit status: expected %s, got %s" % (want_status, status))
        if isinstance(status, str) or "stderr" in program.directives:
            lines += err.decode("utf-8", "backslashreplace").splitlines()[-DIFF_LINES:]
    lines += diff("output", want_out, out)
    if "stderr" not in program.directives:
        lines += diff("stderr", want_err, err)
    if lines:
        command = [os.path.relpath(hothouse, ROOT), *arguments, os.path.relpath(program.path, ROOT)]
        lines.append("repeat: " + shlex.join(command + program.args))
    return lines


def files_of_folders():
    """(base, path) of every file in FOLDERS, in a fixed order."""
    for base, top in FOLDERS:
        for folder, folders, files in os.walk(os.path.normpath(os.path.join(ROOT, base, top))):
            folders[:] = sorted(f for f in folders if f != "__pycache__")
            for file in sorted(files):
                yield base, os.path.join(folder, file)


def find(topic, filters):
    """All programs, and those that are asked for."""
    programs = []
    for base, path in files_of_folders():
        folder, file = os.path.split(os.path.relpath(path, ROOT))
        if not file.endswith(".py") or file[0] == "_" or "modules" in folder.split(os.sep):
            continue
        program = Program(path, base)
        if program.topic != "bench" or "args" in program.directives:
            programs.append(program)
    return programs, [p for p in programs if (not topic or p.topic == topic) and
                      (not filters or any(f in p.name for f in filters))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hothouse", default="build/hothouse", help="the command under test")
    parser.add_argument("--cache", default="build/oracle", help="folder of CPython's answers")
    parser.add_argument("--sample", action="store_true", help="off, default, t1, t1-eval and one more mode a program")
    parser.add_argument("--filter", action="append", default=[], metavar="TEXT", help="programs whose path contains it")
    parser.add_argument("--topic", metavar="FOLDER", help="programs of this folder of tests/programs, or examples, or bench")
    parser.add_argument("--mode", action="append", default=[], metavar="NAME", help="these modes only")
    parser.add_argument("--part", default="0/1", metavar="K/N", help="the K-th of N parts of the programs")
    parser.add_argument("--list-modes", action="store_true")
    parser.add_argument("--time-out", type=float, default=20, metavar="SECONDS", help="of CPU time, for a program")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--verbose", action="store_true", help="name what passes, too")
    a = parser.parse_args()

    hothouse = os.path.join(ROOT, a.hothouse)
    if not os.access(hothouse, os.X_OK):
        sys.exit("%s does not exist; ./dev build makes it" % a.hothouse)
    everything = matrix(hothouse)
    if a.list_modes:
        for name, arguments in everything.items():
            print("%-24s %s" % (name, shlex.join(arguments)))
        return
    for mode in a.mode:
        if mode not in everything:
            sys.exit("no mode %s; there are: %s" % (mode, " ".join(everything)))
    part, parts = map(int, a.part.split("/"))
    try:
        programs, chosen = find(a.topic, a.filter)
    except ValueError as e:
        sys.exit(str(e))
    chosen = [p for p in chosen if stable_hash("part " + p.name) % parts == part]
    work = [(p, m) for p in chosen for m in a.mode or p.modes(everything, a.sample)]
    if not work:
        sys.exit("no program to run")

    reference = Reference(os.path.join(ROOT, a.cache), a.time_out * 3, programs)
    failed = 0
    known, differing = known_differences(), set()
    with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
        # Each program's first run asks CPython; a lock is not worth it, the same answer may be made twice.
        results = [(p, m, pool.submit(check, p, everything[m], hothouse, reference, a.time_out))
                   for p, m in work]
        for program, mode, result in results:
            try:
                lines = result.result()
            except (RuntimeError, OSError) as e:
                lines = [str(e)]
            if program.name in known:
                if lines:
                    differing.add(program.name)
                    continue
                lines = ["passes: remove it from tests/programs/known_differences.txt"]
            if lines:
                failed += 1
                print("FAIL %s [%s]" % (program.name, mode))
                print("".join("    %s\n" % line for line in lines), end="", flush=True)
            elif a.verbose:
                print("ok   %s [%s]" % (program.name, mode), flush=True)
    for name in sorted(differing):
        print("known difference: %s: %s" % (name, known[name]))
    skipped = sum(p.name in differing for p, _ in work)
    print("%d passed, %d failed" % (len(work) - failed - skipped, failed) +
          (", %d skipped" % skipped if skipped else ""))
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
