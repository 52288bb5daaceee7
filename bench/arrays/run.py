#!/usr/bin/python3
"""Times array expressions (kernels.py) under Hothouse and NumPy and prints a markdown table beside C.

The column C is in nanoseconds of processor time per element (gcc -O3 -march=native), the others are relative
to it: lower is better. All three measure alike: an operation is repeated for 0.2 seconds, in which Hothouse
compiles, NumPy's and Hothouse's pools of memory fill, and C's pages are touched; then come 15 rounds, of
which the median counts. The whole is run several times, the runtimes by turns, and the figure is the
median of the runs. The last columns have the very first call of each operation, which compiles the kernel,
in microseconds.
"""
import argparse
import os
import statistics
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def measure(command):
    text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600).stdout
    return {name: (float(time), float(first)) for name, time, first in (line.split() for line in text.splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--elements", type=int, default=100000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    binary = os.path.join(ROOT, "build", "bench", "kernels")
    os.makedirs(os.path.dirname(binary), exist_ok=True)
    subprocess.run(["gcc", "-O3", "-march=native", os.path.join(HERE, "kernels.c"), "-o", binary, "-lm"], check=True)
    program = [os.path.join(HERE, "kernels.py"), str(options.elements)]
    commands = {
        "hothouse": [os.path.join(ROOT, "build", "hothouse")] + program,
        "numpy": ["/usr/bin/python3"] + program,
        "c": [binary, str(options.elements)],
    }
    results = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            results[name].append(measure(command))

    def median(runtime, operation, which=0):
        return statistics.median(run[operation][which] for run in results[runtime])

    def first(runtime, operation):
        return median(runtime, operation, 1) * options.elements / 1000

    print(f"n = {options.elements}")
    print("| operation | C ns | hothouse | numpy | first C µs | hothouse | numpy |\n|---|---|---|---|---|---|---|")
    for operation in results["c"][0]:
        c = median("c", operation)
        print(f"| {operation} | {c:.3f} | {median('hothouse', operation) / c:.2f} | "
              f"{median('numpy', operation) / c:.2f} | " +
              " | ".join(f"{first(runtime, operation):.0f}" for runtime in ("c", "hothouse", "numpy")) + " |")


if __name__ == "__main__":
    main()
