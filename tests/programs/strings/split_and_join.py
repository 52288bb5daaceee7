# split, rsplit, splitlines, join, strip and friends: separators, limits, whitespace runs, empties.
print("a b  c ".split(), " a b ".split(" "), "".split(), "".split(","), ",".split(","), "  ".split())
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,c".split(",", 0), "a,b,c".rsplit(",", 1), "a b c d".split(None, 2), " a b c d ".rsplit(None, 2))
print("a--b--c".split("--"), "aaaa".split("aa"), "a\tb\nc\r d\x0be".split(), "one☃two☃".split("☃"))
print("line1\nline2\r\nline3\rend".splitlines(), "a\n\nb\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("-".join(["a", "b", "c"]), "".join([]), ", ".join("xyz"), "☃".join(["a", "é"]), "-".join(["one"]), ".".join(str(i) for i in range(5)), " ".join({"k": 1, "l": 2}))
for bad in (lambda: "-".join([1, 2]), lambda: "-".join(["a", None]), lambda: "-".join(5), lambda: "a".split(""), lambda: "a".split(1)):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(repr("  x y\t\n".strip()), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxhixyx".strip("xy"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "".strip() == "", "☃a☃".strip("☃"))
print("Title Case me".title(), "hELLO wORLD".capitalize(), "Hello".swapcase(), "ABC".lower(), "straße".upper(), "they're bill's".title(), "ÀÉ".lower(), "ß".casefold())
print("ab".center(7, "*"), "ab".center(6), "|", "abc".center(6, "-"), "abc".ljust(6, "."), "abc".rjust(6), "abc".ljust(2), "42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(2), "abc".zfill(2))
print("a\tb\tcc\td".expandtabs(), "a\tb".expandtabs(4), "\t|".expandtabs(3))
words = "it was the best of times it was the worst of times".split()
freq = {}
for w in words * 40:
    freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])))
print(" ".join(w[::-1] for w in words), "".join(sorted(set("".join(words)))))
out = []
for i in range(300):
    out.append("%d:%s" % (i, "ab"[i & 1]))
joined = ",".join(out)
print(len(joined), joined[-30:], len(joined.split(",")), sum(int(p.split(":")[0]) for p in joined.split(",")))
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "hello".translate({ord("l"): "L", ord("o"): None}))
