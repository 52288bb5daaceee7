#!/usr/bin/python3
"""Writes native/cli/start_order.txt: the functions that a start runs, which the linker lays side by side.

usage: bench/start_order.py [--write]

Most of an empty program's time are page faults, and code that lies together takes fewer of them.
The functions are those that callgrind sees build/hothouse call. Without --write it is said how far the
list has aged; a stale list costs time and nothing else.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ORDER = ROOT / "native/cli/start_order.txt"
HEAD = "# Written by bench/start_order.py --write: the functions that the linker lays side by side.\n"


def functions_of(*arguments: str) -> set[str]:
    """Mangled names of the functions of build/hothouse that run with these arguments."""
    with tempfile.NamedTemporaryFile("r") as profile:
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile.name}", "--demangle=no",
                        ROOT / "build/hothouse", *arguments],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        called = set(re.findall(r"^c?fn=\(\d+\) (\S+?)(?:'\d+)?$", profile.read(), re.MULTILINE))
    return called & defined()


def defined() -> set[str]:
    """The functions that build/hothouse has itself."""
    lines = subprocess.run(["nm", ROOT / "build/hothouse"], check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"^[0-9a-f]+ [tTwW] (.+)$", lines, re.MULTILINE))


def main() -> int:
    if sys.argv[1:] not in ([], ["--write"]):
        print(__doc__, file=sys.stderr)
        return 2
    start = functions_of("-c", "")
    if sys.argv[1:]:
        ORDER.write_text(HEAD + "".join(name + "\n" for name in sorted(start)))
    listed = set(ORDER.read_text().splitlines()[1:])
    print(f"{len(start)} functions, {len(start - listed)} of them not listed; {len(listed - start)} listed in vain")
    return 0


if __name__ == "__main__":
    sys.exit(main())
