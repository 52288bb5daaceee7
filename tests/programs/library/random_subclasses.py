# random: states of an older version, generators that define random() or getrandbits() only, and
# what randrange, choices and SystemRandom refuse.
import os
import pickle
import random
import warnings

gen = random.Random(7)
state = gen.getstate()
print(pickle.loads(pickle.dumps(gen)).random() == random.Random(7).random())
old = (2, tuple([w - (1 << 32) if w >> 31 else w for w in state[1]]), None)
gen.random()
gen.setstate(old)
print(gen.getstate() == state)
for bad in ((2, None, None), (2, (1, 2, 3), None), (2, ("a",) * 625, None), (3, (1,) * 624 + (625,), None),
            (4, None, None)):
    try:
        gen.setstate(bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(gen.getstate() == state)


class OnlyRandom(random.Random):
    def random(self):
        return 0.25


class OnlyBits(OnlyRandom):
    def getrandbits(self, k):
        return 1


row = list(range(8))
OnlyRandom().shuffle(row)
print(OnlyRandom().randrange(100), OnlyRandom().choice("abcdefgh"), row)
print(OnlyBits().randrange(100), OnlyBits().choice("abcdefgh"))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    OnlyRandom().randrange(1 << 60)
print([str(w.message).split("\n")[0] for w in seen])

system = random.SystemRandom()
print(len(system.randbytes(9)), 0 <= system.random() < 1)
warnings.simplefilter("error", DeprecationWarning)
for f in (lambda: random.randrange(5, step=2), lambda: random.randrange(2.0), lambda: random.randrange("a"),
          lambda: random.choices([1, 2], [1, float("inf")]), system.getstate, lambda: pickle.dumps(system)):
    try:
        print(f())
    except (TypeError, ValueError, NotImplementedError, DeprecationWarning) as e:
        print(type(e).__name__, e)

read, write = os.pipe()
pid = os.fork()
if pid == 0:
    os.write(write, str(random.getrandbits(64)).encode())
    os._exit(0)
mine = str(random.getrandbits(64)).encode()
print(os.read(read, 100) != mine, os.waitpid(pid, 0)[1])
