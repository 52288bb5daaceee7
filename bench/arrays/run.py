#!/usr/bin/python3
"""Times array expressions (kernels.py) under Hothouse and NumPy and prints a markdown table beside C.

The column C is in nanoseconds per element (gcc -O3 -march=native), the others are relative to it: lower is
better. Runs are interleaved; the figure is the median of them.
"""
import argparse
import os
import statistics
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def measure(command):
    text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600).stdout
    return {name: float(time) for name, time in (line.split() for line in text.splitlines())}


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

    def median(runtime, operation):
        return statistics.median(run[operation] for run in results[runtime])

    print(f"n = {options.elements}")
    print("| operation | C ns | hothouse | numpy |\n|---|---|---|---|")
    for operation in results["c"][0]:
        c = median("c", operation)
        print(f"| {operation} | {c:.3f} | {median('hothouse', operation) / c:.2f} | "
              f"{median('numpy', operation) / c:.2f} |")


if __name__ == "__main__":
    main()
