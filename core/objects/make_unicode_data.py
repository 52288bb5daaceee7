#!/usr/bin/python3
"""Writes unicode_names.inc and unicode_properties.inc from CPython's own idea of Unicode (run it with
Python 3.11). Aliases of names ("LINE FEED", "BEL") are not to be had from CPython: Perl's table of the
same version of Unicode has them, `Name.pl`, whose path is the argument.

Names: words are numbered by how often they occur, and a name is a byte of which the high four bits say
how many words it shares with the name before, the low four how many words of its own follow; a word is
a byte below kTwoBytes or two. Every kNameBlock names the sharing starts anew. Names that end in the code
point in hexadecimal are ranges with a prefix, and the Hangul syllables are composed by unicode_names.cpp.
"""
import collections
import os
import re
import sys
import unicodedata

BLOCK = 64
TWO_BYTES = 176
FOLDER = os.path.dirname(os.path.abspath(__file__))
BIDI = ["", "L", "R", "EN", "ES", "ET", "AN", "CS", "B", "S", "WS", "ON", "AL", "NSM", "BN", "LRE",
        "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"]
CATEGORIES = ["Cn", "Lu", "Ll", "Lt", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc",
              "Cf", "Cs", "Co", "Lm", "Lo", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc",
              "Sk", "So"]
WIDTHS = ["N", "A", "H", "W", "F", "Na"]


class Output:
    def __init__(self):
        self.lines = ["// Made by make_unicode_data.py from Unicode %s; not edited by hand."
                      % unicodedata.unidata_version]

    def row(self, ctype, name, values, width=100):
        self.lines.append("static constexpr %s %s[] = {" % (ctype, name))
        line = "   "
        for v in values:
            text = " %s," % v
            if len(line) + len(text) > width:
                self.lines.append(line)
                line = "   "
            line += text
        self.lines += [line, "};"]

    def write(self, name):
        with open(os.path.join(FOLDER, name), "w") as f:
            f.write("\n".join(self.lines) + "\n")


def encode_word(n):
    if n < TWO_BYTES:
        return [n]
    n -= TWO_BYTES
    return [TWO_BYTES + (n >> 8), n & 255]


def write_names(aliases):
    out = Output()
    names, ranges = [], []
    for c in range(0x110000):
        name = unicodedata.name(chr(c), None)
        if name is None or name.startswith("HANGUL SYLLABLE "):
            continue
        if name.endswith("-%X" % c):
            prefix = name[:-len("%X" % c)]
            if ranges and ranges[-1][2] == prefix and ranges[-1][1] == c - 1:
                ranges[-1][1] = c
            else:
                ranges.append([c, c, prefix])
        else:
            names.append((c, name))
    count = collections.Counter(w for _, name in names for w in name.split(" "))
    for name in aliases:
        count.update(name.split(" "))
    words = [w for w, _ in sorted(count.items(), key=lambda x: (-x[1], x[0]))]
    number = {w: i for i, w in enumerate(words)}

    def encode(texts):
        data, starts, before = [], [], []
        for i, name in enumerate(texts):
            mine = name.split(" ")
            if i % BLOCK == 0:
                starts.append(len(data))
                before = []
            shared = 0
            while shared < min(len(before), len(mine), 15) and before[shared] == mine[shared]:
                shared += 1
            rest = mine[shared:]
            assert len(rest) < 16, name
            data.append(shared << 4 | len(rest))
            for w in rest:
                data += encode_word(number[w])
            before = mine
        return data, starts
    data, starts = encode([name for _, name in names])
    runs = []  # first code point, ordinal of its name, how many
    for i, (c, _) in enumerate(names):
        if runs and runs[-1][0] + runs[-1][2] == c:
            runs[-1][2] += 1
        else:
            runs.append([c, i, 1])
    text = "\n".join(words) + "\n"
    out.lines.append("static constexpr char kNameWords[] =")
    out.lines += ['    "%s\\n"' % "\\n".join(words[i:i + 8]) for i in range(0, len(words), 8)]
    out.lines[-1] += ";"
    out.row("uint8_t", "kNameData", data)
    out.row("uint32_t", "kNameBlocks", starts)
    out.row("NameRun", "kNameRuns", ["{0x%x, %d, %d}" % tuple(r) for r in runs])
    out.row("NameRange", "kNameRanges", ['{0x%x, 0x%x, "%s"}' % tuple(r) for r in ranges])
    alias_data, _ = encode(list(aliases))
    out.row("uint8_t", "kAliasData", alias_data)
    out.row("uint32_t", "kAliasCodes", ["0x%x" % c for c in aliases.values()])
    out.write("unicode_names.inc")
    print(len(names), "names,", len(words), "words,", len(text), "+", len(data), "bytes")
    assert len(words) <= TWO_BYTES + (256 - TWO_BYTES) * 256


def write_properties():
    out = Output()
    records, index, numerics, decompositions, flat = {}, [], {}, [], []
    tags = {"": 0}
    for c in range(0x110000):
        s = chr(c)
        numeric = unicodedata.numeric(s, None)
        fraction = 0
        if numeric is not None:
            for denominator in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 64, 80, 160, 320):
                top = round(numeric * denominator)
                if top / denominator == numeric:
                    fraction = numerics.setdefault((top, denominator), len(numerics) + 1)
                    break
            else:
                raise ValueError(numeric)
        r = (CATEGORIES.index(unicodedata.category(s)), BIDI.index(unicodedata.bidirectional(s)),
             unicodedata.combining(s), WIDTHS.index(unicodedata.east_asian_width(s)),
             unicodedata.mirrored(s), fraction)
        index.append(records.setdefault(r, len(records)))
        parts = unicodedata.decomposition(s).split()
        if parts:
            tag = parts.pop(0) if parts[0].startswith("<") else ""
            decompositions.append("{0x%x, %d, %d, %d}" % (
                c, len(flat), tags.setdefault(tag, len(tags)), len(parts)))
            flat += ["0x" + p.lstrip("0") for p in parts]
    compositions = []
    for c in range(0x110000):
        parts = unicodedata.decomposition(chr(c)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            pair = [int(p, 16) for p in parts]
            if unicodedata.normalize("NFC", "".join(map(chr, pair))) == chr(c):
                compositions.append((*pair, c))
    blocks, first = {}, []
    for start in range(0, 0x110000, 128):
        block = tuple(index[start:start + 128])
        first.append(blocks.setdefault(block, len(blocks)))
    out.row("const char*", "kCategories", ['"%s"' % x for x in CATEGORIES])
    out.row("const char*", "kBidirectional", ['"%s"' % x for x in BIDI])
    out.row("const char*", "kWidths", ['"%s"' % x for x in WIDTHS])
    out.row("const char*", "kDecompositionTags", ['"%s"' % x for x in tags])
    out.row("UnicodeProperties", "kProperties", ["{%d, %d, %d, %d, %d, %d}" % r for r in records])
    out.row("uint16_t", "kPropertyIndex1", first)
    out.row("uint16_t", "kPropertyIndex2", [v for b in blocks for v in b])
    out.row("Fraction", "kFractions", ["{%d, %d}" % f for f in [(0, 1), *numerics]])
    out.row("Decomposition", "kDecompositions", decompositions)
    out.row("uint32_t", "kDecomposed", flat)
    out.row("Composition", "kCompositions", ["{0x%x, 0x%x, 0x%x}" % x for x in sorted(compositions)])
    out.write("unicode_properties.inc")
    print(len(records), "records,", len(decompositions), "decompositions")


def main():
    aliases = {}
    with open(sys.argv[1]) as f:
        entries = f.read().split("END\n")[0].split("\n\n")
    for entry in entries:
        code, _, name = entry.rpartition(";\n")[2].strip().rpartition("\n")
        code = code.rpartition("\n")[2]
        if not re.fullmatch("[0-9A-F]{5}", code):
            continue  # a sequence of characters
        c = int(code, 16)
        try:
            known = unicodedata.lookup(name)
        except KeyError:
            continue
        if known == chr(c) and unicodedata.name(chr(c), None) != name:
            aliases[name] = c
    write_names(dict(sorted(aliases.items())))
    print(len(aliases), "aliases")
    write_properties()


if __name__ == "__main__":
    main()
