#!/usr/bin/python3
"""No call in core/ops has two arguments that both do something to the machine.

C++ leaves open in which order arguments are evaluated: `m.add(m.reg(1), m.reg(2))` would append the two loads
to a recording in one order when g++ compiles it and in another when clang does, and the native and the web
build would make different traces. What has an effect stands in a local of its own, in the order that is meant.
Constants have none: the trace has each once, whoever asks first.

usage: tests/check_sequence.py [FILE...]      status 1 and a line for each such call"""
import glob
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
NESTED = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
CONSTANT = re.compile(r"\bm\.(?:constant|int_constant|float_constant|bool_constant|body|function)\s*" + NESTED)
# A call of the machine, or of a function that gets it.
EFFECT = re.compile(r"\bm\.(?:template\s+)?\w+\s*(?:<[^<>()]*>)?\(|\b\w+\s*(?:<[^<>()]*>)?\(\s*m\s*[,)]")
NO_CALLS = {"if", "for", "while", "switch", "return", "sizeof"}


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def unsequenced(text):
    """(line, the call) for each call with two such arguments."""
    text = COMMENT.sub(blank, text)
    open_brackets = []  # (bracket, where, where its arguments begin)
    for at, c in enumerate(text):
        if c in "([{":
            open_brackets.append((c, at, [at + 1]))
        elif c == "," and open_brackets:
            open_brackets[-1][2].append(at + 1)
        elif c in ")]}" and open_brackets:
            bracket, start, begins = open_brackets.pop()
            callee = re.search(r"([\w>]+)\s*$", text[:start])
            if bracket != "(" or not callee or callee.group(1) in NO_CALLS:
                continue
            arguments = [text[a:b - 1] for a, b in zip(begins, begins[1:] + [at + 1])]
            if sum(bool(EFFECT.search(CONSTANT.sub("K", a))) for a in arguments) > 1:
                yield text.count("\n", 0, start) + 1, callee.group(1) + " ".join(text[start:at + 1].split())


def main():
    files = sys.argv[1:] or sorted(glob.glob(os.path.join(ROOT, "core/ops/*.h")))
    found = 0
    for path in files:
        with open(path, encoding="utf-8") as f:
            for line, call in unsequenced(f.read()):
                print("%s:%d: the order of these arguments is the compiler's choice: %s" % (os.path.relpath(path), line, call))
                found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
