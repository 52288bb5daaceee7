# What another look at a file shows of what a buffer holds for it: nothing while somebody refers to the buffer.
import os
import subprocess
import sys
import tempfile

path = os.path.join(tempfile.mkdtemp(), "file")


def content():
    with open(path) as f:
        return f.read()


f = open(path, "w")
f.write("hello")
print(repr(content()), os.path.getsize(path))
f.write("x" * 9000)
print(len(content()))
f.flush()
print(len(content()))
g = open(path, "wb")
g.write(b"abc")
print(content())
g.write(b"y" * 8192)
print(len(content()))
g.close()
h = open(path, "w", 1)
h.write("line\nrest")
print(repr(content()))
h.write("\n")
print(repr(content()))
del f, g, h
raw = open(path, "wb", 0)
raw.write(b"raw")
print(content())
del raw


def local(text):
    f = open(path, "w")
    f.write(text)


local("local")
print(content())
open(path, "w").write("temporary")
print(os.path.getsize(path), os.stat(path).st_size, content())


def appended():
    for i in range(3):
        f = open(path, "a")
        f.write(str(i))
    return content()


print(appended(), content())


class Holder:
    def __init__(self, text):
        self.f = open(path, "w")
        self.f.write(text)


holder = Holder("held")
print(repr(content()))
holder = None
print(content())
files = [open(path, "w")]
files[0].write("in a list")
print(repr(content()))
files.clear()
print(content())


def generator():
    f = open(path, "w")
    f.write("of a generator")
    yield repr(content())


for text in generator():
    print(text)
print(content())


def raises():
    f = open(path, "w")
    f.write("when it raised")
    1 / 0


try:
    raises()
except ZeroDivisionError:
    pass
print(content())


def nested(n):
    if n == 0:
        return open(path).read()
    return nested(n - 1)


def begin(n):
    open(path, "w").write("nested %d" % n)
    return nested(n)


print([begin(n) for n in range(7)])
open(path, "w").write("before a process")
print(subprocess.run(["cat", path], capture_output=True).stdout)
f = open(path, "w")
f.write("kept")
print(subprocess.run(["cat", path], capture_output=True).stdout)
sys.stdout.flush()
os.system("cat " + path)
f.close()


def move():
    open(path, "w").write("moved")
    os.replace(path, path + "2")


move()
print(open(path + "2").read())


def often(n):
    right = 0
    for i in range(n):
        open(path, "w").write("text %d" % i)
        right += open(path).read() == "text %d" % i
    return right


print(often(400))
last = open(path, "w")
last.write("at the end")
