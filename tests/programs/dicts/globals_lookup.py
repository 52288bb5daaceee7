# Looking names up in the dict of globals(), which follows the module's variables.
names = globals()
a = 1
print("a" in names, names["a"], names.get("b"), "b" in names)
b = 2
print("b" in names, names["b"])
a = 3
print(names["a"], names.get("a" + ""), names["".join(["a"])])
del b
print("b" in names, names.get("b", "gone"))
names["c"] = 4
print(c, names["c"])
names[5] = 6
print(names[5], 5 in globals(), 6 in names)


class Name(str):
    pass


print(names[Name("a")], Name("d") in names)
d = 8
print(names[Name("d")])


def count(n):
    global a
    t = 0
    for a in range(n):
        t += names["a"]
        if a % 100 == 0:
            names["made%d" % (a // 100)] = a
    return t


print(count(3000), a, [k for k in names if isinstance(k, str) and k.startswith("made")][-2:], made7)
