#!/usr/bin/python3
"""Files that comments and the guides speak of exist: a neighbour that was renamed or parted is not one any more.

Looked at are comments of C++ and of the built-in Python, and the text of README, ARCHITECTURE and CONTRIBUTING.
A name counts as one of a file if it is a path from the root (`core/opt/peel.cpp`, `core/opt`), ends like a source file
(`layout.h`), or begins with a folder of core or native (`x64/emitter`); the ending may be left out.

usage: tests/check_names.py      status 1 and a line for each name without a file"""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOP = ("core", "native", "ffi", "numarray", "web", "site", "tests", "bench", "examples", "cmake")
GUIDES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
FROM_ROOT = re.compile(r"(?<![\w/<-])(?:%s)/[\w/]*\w(?:\.[a-z]+)?(?![\w<*{-])" % "|".join(TOP))
SOURCE = re.compile(r"(?<![\w/.*<>-])(?:\w+/)*\w+\.(?:cpp|h|def|inc|py)\b(?!\.)")
COMMENT = {".cpp": "//", ".h": "//", ".def": "//", ".inc": "//", ".py": "#"}
MADE = re.compile(r"^site/dist|^web/fetched")  # by a build
FOREIGN = {"program.py", "re/_constants.py", "histedit.h", "ffi.h", "Python.h", "stdio.h", "stdlib.h"}


class Tree:
    def __init__(self, files):
        self.files = set(files)
        self.names = set(files)  # files with and without their endings, folders
        for file in files:
            self.names.add(os.path.splitext(file)[0])
            folder = os.path.dirname(file)
            while folder:
                self.names.add(folder)
                folder = os.path.dirname(folder)
        self.tails = {tail for name in self.names for tail in self.ends(name)}
        inner = "|".join(sorted({name.split("/")[1] for name in self.files if name.startswith(("core/", "native/")) and name.count("/") > 1}))
        self.from_folder = re.compile(r"(?<![\w/.<\"-])(?:%s)/[a-z_0-9/]*\w\b(?![\w.<*(/-])" % inner)

    @staticmethod
    def ends(name):
        parts = name.split("/")
        return ("/".join(parts[k:]) for k in range(len(parts)))

    def missing(self, text):
        for match in FROM_ROOT.finditer(text):
            if match.group() not in self.names and not MADE.search(match.group()):
                yield match.group()
        for match in SOURCE.finditer(text):
            if match.group() not in self.tails and match.group() not in FOREIGN and not match.group().startswith(TOP):
                yield match.group()
        for match in self.from_folder.finditer(text):
            if match.group() not in self.tails:
                yield match.group()


def comments(file, text):
    """(line, comment) of a source file, (line, all of it) of a guide."""
    mark = COMMENT.get(os.path.splitext(file)[1])
    for number, line in enumerate(text.split("\n"), 1):
        if mark is None:
            yield number, line
        elif mark in line:
            yield number, line[line.index(mark):]


def main():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [f for f in listed.stdout.split("\n") if f and os.path.exists(os.path.join(ROOT, f))]
    tree = Tree(files)
    complaints = 0
    for file in files:
        if file not in GUIDES and not (file.startswith(("core/", "native/", "ffi/", "numarray/", "web/", "tests/unit/")) and os.path.splitext(file)[1] in COMMENT):
            continue
        with open(os.path.join(ROOT, file), encoding="utf-8") as f:
            text = f.read()
        for number, comment in comments(file, text):
            for name in tree.missing(comment):
                print("%s:%d: there is no %s" % (file, number, name))
                complaints += 1
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
