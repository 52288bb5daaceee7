# Globals, built-ins and attributes that a hot loop takes for constant are set through a dict in the
# middle of an iteration.
import builtins
import math

ROUNDS = 1500
AT = 1200
KEYS = ["other"] * ROUNDS
VALUES = [0] * ROUNDS


def plan(key, value):
    KEYS[AT], VALUES[AT] = key, value


def around(results):
    return results[AT - 1 : AT + 2] + results[-1:]


def double(x):
    return x * 2


def triple(x):
    return x * 3


def call(x):
    return x + 1


scale = 7


def calls(names):
    out = []
    for i in range(ROUNDS):
        before = call(i)
        names[KEYS[i]] = VALUES[i]
        out.append((before, call(i)))
    return around(out)


def constants(names):
    out = []
    for i in range(ROUNDS):
        before = scale + i
        names[KEYS[i]] = VALUES[i]
        out.append((before, scale + i))
    return around(out)


def built_in(names):
    out = []
    for i in range(ROUNDS):
        before = abs(-i)
        names[KEYS[i]] = VALUES[i]
        out.append((before, abs(-i)))
    return around(out)


def of_module(names):
    out = []
    for i in range(ROUNDS):
        before = math.floor(i + 0.5)
        names[KEYS[i]] = VALUES[i]
        out.append((before, math.floor(i + 0.5)))
    return around(out)


def deleted(names):
    out = []
    for i in range(ROUNDS):
        before = len("abc")
        if KEYS[i] in names and KEYS[i] != "other":
            del names[KEYS[i]]
        out.append((before, len("abc")))
    return around(out)


class Point:
    def __init__(self, x):
        self.x = x
        self.other = 0

    def twice(self):
        return self.x + self.x


def attributes(point):
    names = point.__dict__
    out = []
    for i in range(ROUNDS):
        before = point.twice()
        names[KEYS[i]] = VALUES[i]
        out.append((before, point.twice()))
    return around(out)


plan("call", double)
print(calls(globals()))
plan("call", triple)
print(calls(globals()))
plan("scale", 1000)
print(constants(globals()))
plan("scale", 0.5)
print(constants(globals()))
plan("abs", double)
print(built_in(globals()))
del abs
old = abs
plan("abs", triple)
print(built_in(builtins.__dict__))
builtins.abs = old
old = math.floor
plan("floor", triple)
print(of_module(math.__dict__))
math.floor = old
len = double
plan("len", 0)
print(deleted(globals()))
plan("x", "ab")
print(attributes(Point(1.5)))
plan("twice", lambda: "own")
print(attributes(Point(1.5)))
plan("x", 10**20)
print(attributes(Point(3)))
