# Caesar, palindromes, run lengths, edit distance, anagrams, word wrap, base conversion, Roman numerals.
def caesar(s, k):
    out = ""
    for c in s:
        if c.isalpha() and c.isascii():
            base = ord("A") if c.isupper() else ord("a")
            out += chr((ord(c) - base + k) % 26 + base)
        else:
            out += c
    return out


def rle(s):
    out = []
    i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(s[i] + (str(j - i) if j - i > 1 else ""))
        i = j
    return "".join(out)


def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (ca != cb)))
        prev = cur
    return prev[-1]


def roman(n):
    out = ""
    for v, r in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        while n >= v:
            out += r
            n -= v
    return out


def wrap(text, width):
    lines, line = [], ""
    for w in text.split():
        if line and len(line) + 1 + len(w) > width:
            lines.append(line)
            line = w
        else:
            line = line + " " + w if line else w
    return lines + [line]


msg = "Hello, World! – xyz"
print(caesar(msg, 3), caesar(caesar(msg, 3), -3) == msg, caesar(msg, 29))
print([s for s in ("racecar", "A man, a plan", "noon", "ab", "") if s == s[::-1]])
print(rle("aaabccddddd"), rle(""), rle("abc"), rle("☃☃☃é"), rle("0" * 120 + "1" * 7))
print(edit("kitten", "sitting"), edit("", "abc"), edit("intention", "execution"), edit("same", "same"))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2023, 3999)])
print("\n".join(wrap("the quick brown fox jumps over the lazy dog and runs away from the big bad wolf", 20)))
groups = {}
for w in "eat tea tan ate nat bat listen silent enlist".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print(groups)
