#!/usr/bin/python3
"""Writes unicode_tables.inc from CPython's own idea of Unicode (run it with Python 3.11).

Two-stage table: kUnicodeIndex1[c >> 7] names a block of 128 in kUnicodeIndex2, whose entry names a
record: flags, and the distances to the simple upper, lower and title case forms. Forms of more than one
character are in kUnicodeSpecial, sorted by code point.
"""
import os
import unicodedata

FLAGS = ["Alpha", "Decimal", "Digit", "Numeric", "Lower", "Upper", "Title", "Space", "Printable",
         "IdStart", "IdContinue", "Cased", "CaseIgnorable", "LineBreak"]
BIT = {name: 1 << i for i, name in enumerate(FLAGS)}
# Word_Break=MidLetter etc.: with Mn, Me, Cf, Lm, Sk these are case-ignorable.
MID = set(map(ord, "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a"))


def record(c):
    s = chr(c)
    category = unicodedata.category(s)
    flags = 0

    def put(name, yes):
        nonlocal flags
        if yes:
            flags |= BIT[name]
    put("Alpha", s.isalpha())
    put("Decimal", s.isdecimal())
    put("Digit", s.isdigit())
    put("Numeric", s.isnumeric())
    put("Lower", s.islower())
    put("Upper", s.isupper())
    put("Title", category == "Lt")
    put("Space", s.isspace())
    put("Printable", s.isprintable())
    put("IdStart", s.isidentifier())
    put("IdContinue", ("a" + s).isidentifier())
    put("Cased", s.islower() or s.isupper() or category == "Lt")
    put("CaseIgnorable", category in ("Mn", "Me", "Cf", "Lm", "Sk") or c in MID)
    put("LineBreak", len(("a" + s + "a").splitlines()) == 2)

    def delta(form):
        return ord(form) - c if len(form) == 1 else 0
    decimal = unicodedata.decimal(s, 0)
    return (flags, delta(s.upper()), delta(s.lower()), delta(s.title()), int(decimal))


def main():
    records, numbers, index = [], {}, []
    special = []
    for c in range(0x110000):
        r = record(c)
        if r not in numbers:
            numbers[r] = len(records)
            records.append(r)
        index.append(numbers[r])
        s = chr(c)
        for kind, form in (("U", s.upper()), ("L", s.lower()), ("T", s.title()), ("F", s.casefold())):
            plain = s.lower() if kind == "F" else None
            if len(form) > 1 or (kind == "F" and form != plain):
                special.append((c, kind, [ord(x) for x in form]))
    blocks, block_numbers, first = [], {}, []
    for start in range(0, 0x110000, 128):
        block = tuple(index[start:start + 128])
        if block not in block_numbers:
            block_numbers[block] = len(blocks)
            blocks.append(block)
        first.append(block_numbers[block])
    out = ["// Made by make_unicode_tables.py from Unicode %s; not edited by hand." % unicodedata.unidata_version]

    def row(name, ctype, values, per_line=24):
        out.append("static constexpr %s %s[%d] = {" % (ctype, name, len(values)))
        for i in range(0, len(values), per_line):
            out.append("    " + ",".join(str(v) for v in values[i:i + per_line]) + ",")
        out.append("};")
    out.append("static constexpr UnicodeRecord kUnicodeRecords[%d] = {" % len(records))
    for r in records:
        out.append("    {%d, %d, %d, %d, %d}," % r)
    out.append("};")
    row("kUnicodeIndex1", "uint16_t", first)
    row("kUnicodeIndex2", "uint16_t", [v for b in blocks for v in b])
    out.append("static constexpr UnicodeSpecial kUnicodeSpecial[%d] = {" % len(special))
    for c, kind, form in special:
        out.append("    {0x%x, '%s', %d, {%s}}," % (c, kind, len(form), ", ".join("0x%x" % x for x in form)))
    out.append("};")
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "unicode_tables.inc")
    with open(path, "w") as f:
        f.write("\n".join(out) + "\n")
    print(len(records), len(blocks), len(special))


if __name__ == "__main__":
    main()
