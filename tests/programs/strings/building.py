# String building in hot loops: +=, prepend, interleaved aliases, widening from 1 to 2 to 4 bytes midway.
s = ""
for i in range(1500):
    s += chr(97 + i % 26)
print(len(s), s[:30], s[-5:], s.count("z"))
t = ""
keep = []
for i in range(600):
    t += str(i)
    if i % 100 == 50:
        keep.append(t)
    if i % 150 == 149:
        u = t
        t += "!"
        u += "?"
        keep.append(u[-4:])
print(len(t), [len(k) for k in keep], t[-6:], keep[0][-6:])
w = ""
for i in range(900):
    w += "é" if i == 300 else "☃" if i == 500 else "😀" if i == 700 else "x"
print(len(w), w.index("é"), w.index("☃"), w.index("😀"), w[299:302], w[499:502], w[699:702])
p = ""
for i in range(300):
    p = chr(65 + i % 26) + p
print(p[:28], len(p))
a = b = "base"
for i in range(200):
    a = a + "a"
    if i == 100:
        b = a
print(len(a), len(b), b[-3:], a == b + "a" * 99)


class Buf:
    def __init__(self):
        self.text = ""

    def add(self, x):
        self.text += x
        return self


buf = Buf()
parts = {"k": "", "l": ["", ""]}
for i in range(400):
    buf.add("-" if i % 3 else "+")
    parts["k"] += "k"
    parts["l"][i % 2] += str(i % 10)
print(buf.text.count("+"), len(buf.text), len(parts["k"]), parts["l"][0][:12], parts["l"][1][-12:])
r = "ab"
for _ in range(8):
    r += r
print(len(r), r[:6], r == "ab" * 256, hash(r) == hash("ab" * 256), {r: 1}["ab" * 256])
