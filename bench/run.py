#!/usr/bin/python3
"""Times the programs of this folder under several runtimes and prints a markdown table.

A program is written once in each language: programs/*.py (Hothouse, CPython, PyPy), lua/, js/ and c/;
all runtimes must print the same text. Runs are interleaved (A B C A B C ...), the figure is the user and
system time of the process less that of an empty program, the median of the runs. The column C is in
seconds (gcc -O2), the others are relative to it: lower is better. ± is half the range in percent.

Two tables have programs and options of their own: `ffi` (calls of C functions, nanoseconds each) and `arrays`
(array expressions, nanoseconds per element); as the first argument they print that table instead.
"""
import argparse
import json
import math
import os
import shlex
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BUILD = os.path.join(ROOT, "build", "bench")
CPYTHON = "/usr/bin/python3"

SUITE = [  # program, arguments, arguments of --quick
    ("collatz", "1000000", "100000"),
    ("nbody", "2000000", "200000"),
    ("mandel", "3000", "800"),
    ("spectral", "2000", "500"),
    ("fannkuch", "10", "9"),
    ("sieve", "5000000 10", "1000000 5"),
    ("queens", "10 100", "8 200"),
    ("fib", "38", "32"),
    ("dispatch", "60000000", "6000000"),
    ("trees", "16 60", "14 25"),
    ("dictint", "15000000", "1500000"),
    ("dictstr", "5000000", "500000"),
    ("strings", "2000000", "300000"),
    ("pipeline", "10000000", "1000000"),
    ("closures", "60000000", "6000000"),
    ("matmul", "300 10", "150 8"),
    ("sched", "2000000", "200000"),
    ("constraints", "60000", "6000"),
    ("ccall", "LIBRARY 100000000", "LIBRARY 10000000"),
]
# The first eighteen are what the geometric mean is taken over; ccall measures calls of a C library.
MEAN_OVER = 18
OTHER_TABLES = ("ffi", "arrays")
RUNTIMES = {  # name -> language, command
    "hothouse": ("py", "build/hothouse"),
    "interpreter": ("py", "build/hothouse --jit off"),
    "eval": ("py", "build/hothouse --jit backend=eval"),
    "cpython": ("py", CPYTHON),
    "pypy": ("py", "pypy3"),
    "luajit": ("lua", "luajit"),
    "node": ("js", "node"),
    "c": ("c", ""),
}
DEFAULT = "hothouse,cpython,pypy,luajit,node"
SOURCES = {"py": "programs", "lua": "lua", "js": "js", "c": "c"}


def build_c():
    """The C programs, and the library that ccall calls."""
    os.makedirs(BUILD, exist_ok=True)
    jobs = []
    for file in sorted(os.listdir(os.path.join(HERE, "c"))):
        source = os.path.join(HERE, "c", file)
        if file == "ccall_library.c":
            jobs.append((source, os.path.join(BUILD, "libccall.so"), ["-shared", "-fPIC"]))
        elif file.endswith(".c"):
            jobs.append((source, os.path.join(BUILD, file[:-2]), []))
    for source, target, flags in jobs:
        if not os.path.exists(target) or os.path.getmtime(target) < os.path.getmtime(source):
            subprocess.run(["gcc", "-O2", *flags, "-o", target, source, "-lm"], check=True)


def command(runtime, program, arguments):
    """The command line, or None where the program isn't written in that language."""
    language, prefix = RUNTIMES[runtime]
    source = os.path.join(HERE, SOURCES[language], program + "." + language)
    if not os.path.exists(source):
        return None
    arguments = shlex.split(arguments.replace("LIBRARY", os.path.join(BUILD, "libccall.so")))
    if language == "c":
        return [os.path.join(BUILD, program), *arguments]
    return shlex.split(prefix) + [source, *arguments]


def measure(words):
    """One run: (CPU seconds, standard output). Raises RuntimeError when it fails."""
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as process:
        text = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError("exit status %d: %s" % (process.returncode, shlex.join(words)))
    return usage.ru_utime + usage.ru_stime, text


def start_up(runtimes, runs):
    """Median CPU seconds of an empty program for each runtime."""
    times = {r: [] for r in runtimes}
    for _ in range(runs):
        for r in runtimes:
            times[r].append(measure(command(r, "empty", ""))[0])
    return {r: statistics.median(t) for r, t in times.items()}


def time_program(name, arguments, runtimes, options):
    """runtime -> list of CPU seconds; the list is empty where there is no such program or it failed."""
    times = {r: [] for r in runtimes}
    dead = {r: None for r in runtimes if command(r, name, arguments) is None}
    expected = measure(command("c", name, arguments))[1]
    for i in range(options.runs):
        for r in runtimes:
            if r in dead or (times[r] and times[r][0] > options.slow and i >= options.slow_runs):
                continue
            try:
                seconds, text = measure(command(r, name, arguments))
            except RuntimeError as e:
                dead[r] = str(e)
                continue
            if text != expected:
                dead[r] = "prints %r instead of %r" % (text[:60], expected[:60])
                continue
            times[r].append(seconds)
    for r in dead:
        times[r] = []
    return times, {r: why for r, why in dead.items() if why}


def other_table(arguments):
    """Prints the table with programs of its own that is asked for; None if none is."""
    if not arguments or arguments[0] not in OTHER_TABLES:
        return None
    script = os.path.join(HERE, arguments[0], "run.py")
    return subprocess.run([sys.executable, script] + arguments[1:]).returncode


def main():
    status = other_table(sys.argv[1:])
    if status is not None:
        sys.exit(status)
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="about a tenth of the work")
    parser.add_argument("--only", help="these programs, separated by commas: " + " ".join(s[0] for s in SUITE))
    parser.add_argument("--runtimes", default=DEFAULT, help="separated by commas, of: %s (default %s; c is always there)"
                        % (" ".join(RUNTIMES), DEFAULT))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--slow", type=float, default=5, metavar="SECONDS", help="what takes longer runs --slow-runs times (5)")
    parser.add_argument("--slow-runs", type=int, default=1)
    parser.add_argument("--json", metavar="FILE", help="write all figures there")
    options = parser.parse_args()

    runtimes = [r for r in options.runtimes.split(",") if r != "c"]
    known = [s[0] for s in SUITE]
    only = options.only.split(",") if options.only else known
    for name, among in [(r, RUNTIMES) for r in runtimes] + [(n, known) for n in only]:
        if name not in among:
            parser.error("%s is none of %s" % (name, " ".join(among)))
    runtimes.append("c")
    build_c()

    try:
        empty = start_up(runtimes, max(options.runs, 7))
    except (RuntimeError, OSError) as e:
        sys.exit("an empty program does not run: %s" % e)
    shown = runtimes[:-1]
    print("| program | C | " + " | ".join(shown) + " |\n|---|---:|" + "---:|" * len(shown))
    ratios = {r: [] for r in shown}
    record = {"start_up": empty, "programs": {}}
    failures = []
    for index, (name, full, quick) in enumerate(SUITE):
        if name not in only:
            continue
        arguments = quick if options.quick else full
        times, failed = time_program(name, arguments, runtimes, options)
        failures += ["%s: %s %s" % (name, r, why) for r, why in failed.items()]
        record["programs"][name] = {"arguments": arguments, "cpu_seconds": times}
        # The clock counts microseconds: nothing is shorter than one.
        net = {r: max(statistics.median(t) - empty[r], 1e-6) for r, t in times.items() if t}
        cells = ["%.3f s" % net["c"]]
        for r in shown:
            if r not in net:
                cells.append("fails" if r in failed else "-")
                continue
            ratio = net[r] / net["c"]
            if index < MEAN_OVER:
                ratios[r].append(ratio)
            spread = (max(times[r]) - min(times[r])) / 2 / statistics.median(times[r])
            cells.append("%.2f" % ratio + (" ±%.0f %%" % (spread * 100) if len(times[r]) > 1 else ""))
        print("| %s | " % name + " | ".join(cells) + " |", flush=True)
    if any(ratios.values()):
        cells = ["%.2f" % math.exp(statistics.fmean(map(math.log, v))) + (" (of %d)" % len(v)) if v else "-"
                 for v in ratios.values()]
        print("| **geometric mean** | | " + " | ".join(cells) + " |")
    print("| start-up | %.1f ms | " % (empty["c"] * 1e3) + " | ".join("%.1f ms" % (empty[r] * 1e3) for r in shown) + " |")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as f:
            json.dump(record, f, indent=1)
    for line in failures:
        print(line, file=sys.stderr)
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
