# One match after another uses the same room: deep ones, failing ones, those within a callback.
import re

deep = re.compile(r"(?:a|b|(c))*d")
print(deep.match("ab" * 3000 + "cd").span(), deep.match("ab" * 3000), deep.match("d").groups())
print(re.sub(r"\d+", lambda m: str(len(re.findall(r"\d", m.group())) + int(m.group())), "1 22 333 x"))
print([m.span() for m in re.finditer(r"\b\w+(?=,)|\d{2,}", "ab, 1 22, c,333")])
print(re.findall(r"x*", "axxb"), re.findall(r"(x+)(y?)", "xxyaxb"), re.split(r"[\s/]+", "a b/ c  /d"))
print(re.search(r"\d+$", "12a34"), re.search(r"z+", "abc"), re.search(r"(?:q{2,3}|r+)s", "qs rrs qqs"))
for pattern in r"\w{2,}", r"\w{0,2}", r"[^a]+?b", r"a+?", r"(?>a+)b", r"a++b", r"(?i:B+)":
    print(pattern, [m.group() for m in re.finditer(pattern, "aab abb bBa ab")])


def words(text, n):
    count = {}
    for _ in range(n):
        for m in re.finditer(r"[a-z]+|(\d+)", text):
            key = m.group(1) or m.group()
            count[key] = count.get(key, 0) + 1
    return count


print(words("the 1 cat 22 sat the 1", 400))
try:
    re.sub(r"b", lambda m: 1 / 0, "abc")
except ZeroDivisionError as e:
    print(e, re.sub(r"b", "x", "abc"))
