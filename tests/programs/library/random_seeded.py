# The Mersenne Twister behind random, seeded: random, randint, randrange, choice, shuffle, sample, uniform, gauss.
import random

random.seed(42)
print([random.random() for _ in range(5)])
print([random.randint(1, 6) for _ in range(20)], random.randint(-10 ** 20, 10 ** 20), random.randrange(0, 100, 7), random.randrange(5))
print([random.choice("abcdef") for _ in range(8)], random.choice([10, 20, 30]), random.choice(range(1000)))
xs = list(range(15))
random.shuffle(xs)
print(xs, random.sample(range(100), 6), random.sample("abcdefgh", 3))
print(random.uniform(1, 10), random.uniform(5, -5), random.getrandbits(8), random.getrandbits(70), random.getrandbits(32))
random.seed(0)
a = [random.random() for _ in range(700)]
print(a[0], a[623], a[624], a[699], sum(a))
random.seed(123456789012345678901234567890)
print(random.random(), random.randint(0, 9))
random.seed(-5)
print(random.random(), random.seed(5), random.random())
r1, r2 = random.Random(7), random.Random(7)
print(r1.random() == r2.random(), r1.randint(1, 100), r2.randint(1, 100), [r1.choice([1, 2, 3]) for _ in range(5)])
random.seed(2)
print(random.gauss(0, 1), random.gauss(10, 2), random.expovariate(1.5), random.triangular(0, 10, 3), random.choices([1, 2, 3], k=6), random.choices("ab", weights=[1, 9], k=8))
state = random.getstate()
x = [random.random() for _ in range(3)]
random.setstate(state)
print(x == [random.random() for _ in range(3)])
for f in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try:
        f()
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
random.seed(99)
inside = 0
for i in range(1000):
    px, py = random.random(), random.random()
    if px * px + py * py <= 1:
        inside += 1
print(inside, 4 * inside / 1000)
deck = [s + str(v) for s in "SHDC" for v in range(1, 14)]
random.shuffle(deck)
print(deck[:10], random.random())
