#!/usr/bin/python3
"""Keeps the dumps in ARCHITECTURE.md true: runs `hothouse trace` over the program they come from, and
compares. A dump is a code block behind a comment that says what it is:

    <!-- dump: bytecode of score -->
    <!-- dump: unit 1, optimized -->
    <!-- dump: unit 1, optimized, from "loop" to "jump_loop" -->

The parts of a unit are the headings of `hothouse trace`; `from` and `to` name the first and the last
line by what they begin with, blanks aside. --write puts what Hothouse shows now in place of what is there.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOCUMENT = os.path.join(ROOT, "ARCHITECTURE.md")
PROGRAM = "examples/one_loop.py"
DUMP = re.compile(r"(<!-- dump: (.*?) -->\n+```text\n)(.*?)(```\n)", re.S)
WHAT = re.compile(r'unit (\d+), ([a-z ]+?)(?:, from "([^"]*)")?(?: to "([^"]*)")?$')


def hothouse(command, *arguments):
    result = subprocess.run([command, *arguments, PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    return result.stdout


def parts(trace):
    """(unit, heading) -> lines, of the text that `hothouse trace` prints."""
    found = {}
    unit, lines = 0, []
    for line in trace.split("\n"):
        title = re.match(r"== unit (\d+): ", line)
        heading = re.match(r"-- ([a-z ]+)", line)
        if title:
            unit, lines = int(title.group(1)), []
        elif heading:
            lines = found.setdefault((unit, heading.group(1).strip()), [])
        else:
            lines.append(line)
    return found


def function(listing, name):
    """A function's part of what `hothouse dis` prints: paragraphs, the first line names it."""
    for paragraph in listing.split("\n\n"):
        if re.match(r".*\b%s\b" % re.escape(name), paragraph.split("\n")[0]):
            return paragraph.strip("\n").split("\n")
    raise SystemExit("hothouse dis shows no %s" % name)


def cut(lines, first, last, what):
    stripped = [line.strip() for line in lines]
    start, end = 0, len(lines)
    if first is not None:
        start = next((i for i, line in enumerate(stripped) if line.startswith(first)), None)
    if last is not None and start is not None:
        end = next((i + 1 for i, line in enumerate(stripped) if i > start and line.startswith(last)), None)
    if start is None or end is None:
        raise SystemExit("dump `%s`: no such line in\n%s" % (what, "\n".join(lines)))
    return lines[start:end]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="renew the dumps")
    parser.add_argument("--hothouse", default=os.path.join(ROOT, "build", "hothouse"))
    options = parser.parse_args()
    listing = hothouse(options.hothouse, "dis")
    trace = parts(hothouse(options.hothouse, "trace"))

    def renew(match):
        head, what, _, tail = match.groups()
        if what.startswith("bytecode of "):
            lines = function(listing, what[len("bytecode of "):])
        else:
            asked = WHAT.match(what)
            if not asked or (int(asked.group(1)), asked.group(2)) not in trace:
                raise SystemExit("dump `%s`: there is %s" % (what, ", ".join("unit %d, %s" % k for k in trace)))
            lines = cut(trace[int(asked.group(1)), asked.group(2)], asked.group(3), asked.group(4), what)
        return head + "\n".join(line.rstrip() for line in lines).strip("\n") + "\n" + tail

    with open(DOCUMENT, encoding="utf-8") as f:
        before = f.read()
    after, count = DUMP.subn(renew, before)
    if count < 8 or count != before.count("<!-- dump:"):
        raise SystemExit("%s has %d dumps of the right form" % (DOCUMENT, count))
    if before == after:
        print("%d dumps: true" % count)
    elif options.write:
        with open(DOCUMENT, "w", encoding="utf-8") as f:
            f.write(after)
        print("%d dumps: renewed" % count)
    else:
        sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), after.splitlines(True),
                                                   "ARCHITECTURE.md", "what hothouse shows"))
        raise SystemExit("ARCHITECTURE.md is stale: tests/architecture_dumps.py --write renews it; "
                         "see that the text around the dumps still fits")


if __name__ == "__main__":
    main()
