# Code points above 127 in loops: ord and chr, widths in one string, case mapping, sorting, reversing, counting.
text = "Größe: 5 €, naïve Café – Ωmega 😀 ☃"
print(len(text), text.upper(), text.lower(), text.title(), text.swapcase(), text[::-1])
print([c for c in text if ord(c) > 127], sorted(set(text), key=ord)[-6:], max(text), min(text))
freq = {}
for c in text * 30:
    k = 1 if ord(c) < 128 else 2 if ord(c) < 256 else 3 if ord(c) < 65536 else 4
    freq[k] = freq.get(k, 0) + 1
print(freq)
s = ""
for cp in (65, 255, 256, 65535 - 2, 65536, 128512, 97):
    s += chr(cp)
    print(len(s), ascii(s), s[0], ord(s[-1]))
print(s.find(chr(256)), s[3:5] == chr(65533) + chr(65536), s.replace(chr(128512), "|").split("|")[1])
n = 0
for i in range(600):
    c = chr(i * 37 % 3000 + 32)
    n += c.isalpha() + c.isdigit() * 10 + c.isupper() * 100 + c.islower() * 1000
print(n)
out = []
for w in "straße ÉCOLE naïve ΑΒΓ ŁÓDŹ".split():
    out.append((w.lower(), w.upper(), len(w.upper()), w.capitalize(), w == w.lower().upper()))
print(out)
pal = "été☃été"
print(pal == pal[::-1], pal.count("é"), pal.index("☃"), pal.split("☃"), pal.strip("é"), pal.center(11, "·"), f"{pal:>9}|{pal:<9}|", "%-9s|" % pal)
cipher = str.maketrans({chr(97 + i): chr(945 + i) for i in range(17)})
print("greenhouse".translate(cipher), "abc".translate(cipher) < "abd".translate(cipher))
acc = ""
for i in range(400):
    acc = (acc + ("é" if i % 3 else "😀" if i % 2 else "z"))[-9:]
print(acc, len(acc), acc.isascii(), "zz".isascii())
print("\N{SNOWMAN}", "\u00e9" == "é", "e\u0301" == "é", len("e\u0301"), "ς".upper(), "Я".lower(), "ж".upper())
