# isdigit and the other predicates, ordering of strings, equality and hashing across widths.
samples = ["", "abc", "ABC", "Abc Def", "123", "12a", "a1", " ", "\t\n", "é", "ß", "½", "²", "١", "_x1", "1x", "class", "☃", "aB", "1.5", "-1"]
tests = [str.isdigit, str.isalpha, str.isalnum, str.isspace, str.isupper, str.islower, str.istitle, str.isdecimal, str.isnumeric, str.isidentifier, str.isascii, str.isprintable]
for s in samples:
    print(repr(s), "".join("1" if t(s) else "0" for t in tests))
print(sorted(["b", "a", "B", "A", "ab", "aa", "", "é", "z", "☃", "10", "9", "😀", "_"]))
print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "ab", "" < "a", "Z" < "a", "é" > "z", "☃" < "😀", "a" <= "a", "b" >= "ab")
print("abc" == "ab" + "c", "é" == "\u00e9", "a☃"[0] == "a", "a☃"[:1] == "a", hash("a☃"[:1]) == hash("a"), {"a☃"[0]: 1}["a"])
print("abc" != "abd", "abc" == 5, "1" == 1, "a" == ["a"], max("hello"), min("hello"), max(["apple", "fig"], key=len), max("a", "b", "ab"))
for bad in (lambda: "a" < 1, lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * 1.5, lambda: "a" - "b", lambda: -"a", lambda: "a" * "b"):
    try:
        bad()
    except TypeError as e:
        print(e)
print("ab" * 3, 2 * "xy", "ab" * 0, "ab" * -1, "" * 5, "é☃" * 2, "a" * True)
n = 0
words = ["hot", "house", "hot" + "", "Hot", "hou" + "se", "hothouse"]
for i in range(600):
    a = words[i % 6]
    b = words[(i * 7 + 3) % 6]
    if a == b:
        n += 1
    elif a < b:
        n += 100
    else:
        n += 10000
print(n)
print("a" "b" 'c' """d
e""", 'it\'s', "say \"hi\"", '''tri'ple''', r"raw\n", "\x41\u0042\U00000043\103\t|\\", "a\
b")
