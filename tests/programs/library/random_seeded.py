# The Mersenne Twister behind random, seeded: random, randint, randrange, choice, shuffle, uniform.
import random

random.seed(42)
print([random.random() for _ in range(5)])
print([random.randint(1, 6) for _ in range(20)], random.randint(-10 ** 20, 10 ** 20), random.randrange(0, 100, 7), random.randrange(5))
print([random.choice("abcdef") for _ in range(8)], random.choice([10, 20, 30]), random.choice(range(1000)))
xs = list(range(15))
random.shuffle(xs)
print(xs)
print(random.uniform(1, 10), random.uniform(5, -5))
random.seed(0)
a = [random.random() for _ in range(700)]
print(a[0], a[623], a[624], a[699], sum(a))
random.seed(123456789012345678901234567890)
print(random.random(), random.randint(0, 9))
random.seed(-5)
print(random.random(), random.seed(5), random.random())
for f in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.randrange(0)):
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
