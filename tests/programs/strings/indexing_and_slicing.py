# Indexing and slicing of strings of 1, 2 and 4 byte code points, all steps and out-of-range bounds.
for s in ("hothouse", "naïve café", "żółć – ok", "snow ☃ man", "emoji 😀🎉 end", ""):
    n = len(s)
    print(n, s, s[::-1], s[1:4], s[-3:], s[::2], s[5:1:-1], s[100:], s[:100], s[-100:2], s[3:3] == "")
    print([s[i] for i in range(-n, n, 3)], [ord(c) for c in s][:12])
    for i in (n, -n - 1):
        try:
            s[i]
        except IndexError as e:
            print(e)
s = "abcdefghij"
bounds = [None, -12, -3, 0, 2, 7, 15]
for step in (None, 1, 2, -1, -3):
    print([s[a:b:step] for a in bounds for b in bounds])
for bad in (lambda: s["a"], lambda: s[1.0], lambda: s[::0], lambda: s[None]):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
count = {}
text = "the quick brown fox jumps over the lazy dog ☃ " * 12
for i in range(len(text)):
    c = text[i]
    if c == text[-1 - i]:
        count[c] = count.get(c, 0) + 1
print(sorted(count.items()), text[7::41], "".join(text[i] for i in range(0, len(text), 37)))
print(s[slice(2, 8, 2)], s[slice(None)] == s, "x"[0][0][0], chr(8364) + chr(128512), ord("€"))
