# Character loops: comparison, ord, in, slicing, dict of characters, widths changing under a hot loop.
def vowels(s):
    n = 0
    for c in s:
        if c in "aeiou":
            n += 1
    return n


def digits(s):
    v = 0
    i = 0
    while i < len(s) and "0" <= s[i] <= "9":
        v = v * 10 + ord(s[i]) - 48
        i += 1
    return v, i


def hashy(s):
    h = 5381
    for c in s:
        h = (h * 33 ^ ord(c)) & 0xFFFFFFFF
    return h


def tokens(s):
    out = []
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(s) and s[j].isdigit():
                j += 1
            out.append(int(s[i:j]))
            i = j
        elif c.isalpha():
            j = i
            while j < len(s) and s[j].isalpha():
                j += 1
            out.append(s[i:j])
            i = j
        else:
            out.append(c)
            i += 1
    return out


text = "the hothouse grows 128 orchids and 7 ferns "
print(vowels(text * 15), vowels("żółć ☃ aéi" * 40), hashy(text * 10), hashy("☃é😀x" * 100), digits("123456789012345678901234567890x"), digits("x"), digits(""))
print(tokens("x1 = 30*(y+ 42) - foo_bar / 007") + tokens(text * 3)[-5:])
parts = ["", "a", "é", "☃", "😀", "ab" * 10]
total = 0
s = ""
for i in range(600):
    p = parts[i % 6] if i > 300 else "ab"
    s = p + s[:20]
    total += len(s) + (s[0] < "b") + (s[-1] == "a") + s.count("a")
    if "☃" in s:
        total += 1000
print(total, s)
rev = ""
pal = 0
for i in range(700):
    rev = str(i)[::-1]
    if rev == str(i):
        pal += 1
print(pal, rev)
low = {"A": 0}
for c in "AbCabc" * 60:
    c = c.lower() if c < "a" else c.upper()
    low[c] = low.get(c, 0) + 1
print(low)
name = "key"
d = {}
for i in range(300):
    d[name + str(i % 5)] = d.get("key%d" % (i % 5), 0) + i
print(d)
best = ""
for w in (text * 4).split():
    if len(w) > len(best) or (len(w) == len(best) and w > best):
        best = w
print(best, max((text * 2).split(), key=len))
