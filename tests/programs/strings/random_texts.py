# Short random texts, ASCII and not: encoded, decoded, split, replaced and padded.
import random

random.seed(4)


def encoded(c):
    if c < 0x80:
        return bytes([c])
    if c < 0x800:
        return bytes([0xc0 | c >> 6, 0x80 | c & 63])
    if c < 0x10000:
        return bytes([0xe0 | c >> 12, 0x80 | c >> 6 & 63, 0x80 | c & 63])
    return bytes([0xf0 | c >> 18, 0x80 | c >> 12 & 63, 0x80 | c >> 6 & 63, 0x80 | c & 63])


def code_points():
    wrong = 0
    for _ in range(400):
        first, end = random.choice([(0, 0x80), (0, 0x100), (0, 0x800), (0, 0xd800),
                                    (0xe000, 0x10000), (0x10000, 0x110000)])
        text = "".join(chr(random.randrange(first, end)) for _ in range(random.randrange(6)))
        data = text.encode()
        if data != b"".join(encoded(ord(c)) for c in text) or data.decode() != text:
            wrong += 1
    return wrong


def invalid():
    row = []
    edges = [0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef,
             0xf0, 0xf4, 0xf5, 0xff]
    for _ in range(400):
        data = bytes(random.choice(edges) for _ in range(random.randrange(1, 6)))
        try:
            row.append(ascii(data.decode()))
        except UnicodeDecodeError as e:
            row.append(str(e))
    return row


def parts():
    row = []
    for k in range(400):
        letters = "ab,é \n" if k % 2 else "ab, \n"
        s = "".join(random.choice(letters) for _ in range(random.randrange(60)))
        old, new = random.choice(["a", "ab", ",", "aa", "b,"]), random.choice(["", "x", "yy", "é"])
        most = random.choice([-1, 0, 1, 2, 5])
        row.append((s.replace(old, new, most), s.split(old, most), s.split(None, most),
                    s.splitlines(k % 3 == 0)))
        fill = random.choice("-é0")
        row.append(s[:4].ljust(k % 9, fill) + s[:3].rjust(k % 7, fill) + s[:5].center(k % 11, fill)
                   + s[:3].zfill(k % 6))
        row.append(b",".join(s.encode().split(old.encode(), most)))
    return row


print(code_points())
for line in invalid():
    print(line)
for line in parts():
    print(line)
for r in (range(0), range(5), range(64), range(65), range(3, -60, -3), range(2**50, 2**50 + 3),
          range(-2**49, -2**49 + 9), range(0, 2**49, 2**45), range(2**80, 2**80 + 2)):
    row = list(r)
    print(len(row), row[:2], row[-2:], tuple(r)[:1])
    row.append("x")
    print(row[-1])
print("".join(["a"] * 3 + ["é", "ab" * 20]), ", ".join(["x", "y" * 9, "z"]), "ü".join("abc"))
