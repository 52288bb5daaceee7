#!/usr/bin/python3
"""Times calls of C functions from hot loops: C function pointers, hothouse, CPython.

usage: bench/ffi/run.py [N]    nanoseconds a call, and hothouse's factor over C
"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
HOTHOUSE = os.path.join(HERE, "..", "..", "build", "hothouse")


def times(command):
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    return {name: float(ns) for name, ns in (line.split() for line in result.stdout.splitlines())}


def main():
    if len(sys.argv) > 1 and not sys.argv[1].isdigit():
        sys.exit(__doc__.strip())
    count = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    with tempfile.TemporaryDirectory() as folder:
        library, program = os.path.join(folder, "lib.so"), os.path.join(folder, "calls")
        subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, os.path.join(HERE, "lib.c")], check=True)
        subprocess.run(["gcc", "-O2", "-o", program, os.path.join(HERE, "calls.c"), "-ldl"], check=True)
        script = os.path.join(HERE, "calls.py")
        c = times([program, library])
        ours = times([HOTHOUSE, script, library, count])
        theirs = times(["/usr/bin/python3", script, library, count])
    print("%-10s %9s %9s %9s %6s" % ("ns a call", "C", "hothouse", "CPython", "/ C"))
    for name, ns in c.items():
        print("%-10s %9.2f %9.2f %9.2f %6.2f" % (name, ns, ours[name], theirs[name], ours[name] / ns))


if __name__ == "__main__":
    main()
