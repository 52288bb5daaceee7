# Seeded random beyond the basics: sample, choices, getrandbits, gauss, Random instances, saved state.
import random

random.seed(11)
print(random.sample(range(100), 6), random.sample("abcdefgh", 3), random.sample(range(10 ** 6), 4))
print(random.getrandbits(8), random.getrandbits(70), random.getrandbits(32), random.getrandbits(1))
random.seed(2)
print(random.gauss(0, 1), random.gauss(10, 2), random.expovariate(1.5), random.triangular(0, 10, 3), random.choices([1, 2, 3], k=6), random.choices("ab", weights=[1, 9], k=8))
state = random.getstate()
x = [random.random() for _ in range(3)]
random.setstate(state)
print(x == [random.random() for _ in range(3)])
r1, r2 = random.Random(7), random.Random(7)
print(r1.random() == r2.random(), r1.randint(1, 100), r2.randint(1, 100), [r1.choice([1, 2, 3]) for _ in range(5)])
for f in (lambda: random.sample([1], 2), lambda: random.choices([], k=1), lambda: random.getrandbits(-1)):
    try:
        print(f())
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
total = 0.0
for i in range(400):
    total += random.gauss(i, 1) + r1.random() * r2.uniform(-1, 1) + r2.getrandbits(20) % 7
print(total, random.random())
