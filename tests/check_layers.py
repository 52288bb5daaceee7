#!/usr/bin/python3
"""Checks which folders include which: arrows point down, and no two folders include each other.

FLOORS lists the house from the ground up. A file may include files of its own folder, of lower floors,
and of its own floor as long as no two folders there include each other. core must build
for WebAssembly too, so a few system headers are closed to it.
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FLOORS = [
    ["core"],  # files directly in core/, such as core/host.h
    ["core/syntax", "core/objects"],
    ["core/bytecode", "core/ir"],
    ["core/vm", "core/events", "core/opt"],
    ["core/builtins", "core/ops", "core/backend"],
    ["core/interp", "core/trace"],
    ["core/engine"],
    ["ffi", "numarray", "native/x64"],
    ["native/exec"],
    ["native", "native/cli", "web"],
]
FLOOR_OF = {folder: floor for floor, folders in enumerate(FLOORS) for folder in folders}
# The interpreter does not know that there are traces. The Recorder executes by the Evaluator's primitives.
STRANGERS = {("core/interp", "core/trace")}
# Headers that stand for a lower floor than their folder's: contracts that the floor below is written against, and that
# the folder fulfils.
CONTRACTS = {
    "core/vm/context.h": "core/objects",  # Leaf, Caller, Rooted: what every built-in type takes
    "core/builtins/builtin.h": "core/vm",  # the rows that describe built-ins, which the VM calls
    "core/builtins/inlined.def": "core/vm",
    "core/builtins/signature.h": "core/vm",
}
CLOSED_TO_CORE = re.compile(r"^(xbyak/|Zydis/|Zycore/|ffi\.h|emscripten|sys/|unistd\.h|fcntl\.h|pthread\.h|dlfcn\.h|"
                            r"signal\.h|csignal|windows\.h|Python\.h|CLI/)")
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.M)


def folder_of(path):
    """The longest folder of FLOORS that the path lies in, or the one it is a contract of."""
    if path in CONTRACTS:
        return CONTRACTS[path]
    found = [f for f in FLOOR_OF if path.startswith(f + "/")]
    return max(found, key=len) if found else None


def main():
    complaints = []
    edges = {}  # (folder, folder) on one floor -> an include that makes the edge
    for top in ("core", "ffi", "numarray", "native", "web"):
        for folder, _, files in os.walk(os.path.join(ROOT, top)):
            for file in files:
                if not file.endswith((".h", ".cpp", ".def", ".inc")):
                    continue
                path = os.path.relpath(os.path.join(folder, file), ROOT)
                mine = folder_of(path)
                with open(os.path.join(ROOT, path), encoding="utf-8") as f:
                    includes = INCLUDE.findall(f.read())
                if mine == "core" and path.count("/") > 1:
                    complaints.append("%s: its folder is on no floor of FLOORS" % path)
                    continue
                for own, system in includes:
                    if system:
                        if mine.startswith("core") and CLOSED_TO_CORE.match(system):
                            complaints.append("%s: <%s> is closed to core; ask core/host.h" % (path, system))
                        continue
                    if not os.path.exists(os.path.join(ROOT, own)) and os.path.exists(
                            os.path.join(os.path.dirname(os.path.join(ROOT, path)), own)):
                        complaints.append('%s: "%s" is not a path from the root' % (path, own))
                        continue
                    theirs = folder_of(own)
                    if theirs is None or theirs == mine:
                        continue
                    if FLOOR_OF[theirs] > FLOOR_OF[mine] or (mine, theirs) in STRANGERS:
                        complaints.append('%s: includes "%s", which is %s' % (
                            path, own, "a floor above" if FLOOR_OF[theirs] > FLOOR_OF[mine] else "nothing that it may know"))
                    elif FLOOR_OF[theirs] == FLOOR_OF[mine]:
                        edges.setdefault((mine, theirs), '%s includes "%s"' % (path, own))
    for (mine, theirs), text in sorted(edges.items()):
        if mine < theirs and (theirs, mine) in edges:
            complaints.append("%s and %s include each other: %s; %s" % (mine, theirs, text, edges[theirs, mine]))
    print("\n".join(complaints) or "layers: fine")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
