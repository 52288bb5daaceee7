# find, index, count, startswith, endswith, in, replace, partition with positions, negatives and empties.
s = "banana bandana"
print(s.find("an"), s.find("an", 2), s.find("an", -4), s.find("x"), s.find(""), s.find("", 5), s.find("", 14), s.find("", 15))
print(s.rfind("an"), s.rfind("an", 0, 5), s.rfind(""), s.rfind("q"), s.find("an", 3, 5), s.find("ana", 0, -11))
print(s.index("nd"), s.rindex("b"), s.count("an"), s.count("ana"), s.count(""), "".count(""), s.count("a", 3, 9), s.count("n", -3))
for f in (s.index, s.rindex):
    try:
        f("zz")
    except ValueError as e:
        print(e)
print(s.startswith("ban"), s.startswith("ban", 7), s.startswith(("x", "b")), s.startswith(""), s.startswith("an", 1, 2), s.startswith(()))
print(s.endswith("ana"), s.endswith(("x", "na")), s.endswith("ban", 0, 3), s.endswith("", 20), s.endswith("banana", 0, 6))
print("nan" in s, "" in s, "xyz" not in s, "a" in "", s in s, "☃" in s, "é" in "café")
print(s.replace("an", "AN"), s.replace("a", ""), s.replace("an", "<>", 2), s.replace("", "-"), s.replace("zz", "y") == s, s.replace("", "-", 3))
print("aaaa".replace("aa", "b"), "abc".replace("b", "☃"), "a☃c".replace("☃", "b"), "".replace("", "x"), "x".replace("x", "", 0))
print(s.partition(" "), s.partition("x"), s.rpartition("an"), s.rpartition("x"), "a=b=c".partition("="), "a=b=c".rpartition("="))
print(s.removeprefix("ban"), s.removesuffix("ana"), s.removeprefix("x") == s, "aa".removesuffix("aa") == "")
try:
    s.partition("")
except ValueError as e:
    print(e)
for bad in (lambda: 1 in s, lambda: s.find(1), lambda: s.startswith(1), lambda: s.replace("a"), lambda: s.count(), lambda: None in "x"):
    try:
        bad()
    except TypeError as e:
        print(e)
hits = 0
pos = -1
text = "abcab" * 200
while True:
    pos = text.find("ca", pos + 1)
    if pos < 0:
        break
    hits += pos % 7
print(hits)
