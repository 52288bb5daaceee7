# A tour of the language. Everything printed here is the same in every run.
#
#   ./dev run examples/tour.py
#   build/hothouse trace examples/tour.py      shows what became of the loops


# --- A numeric loop: hot after a moment, machine code from then on. --------------------------------
def count_primes(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    n = 2
    while n * n <= limit:
        if is_prime[n]:
            for multiple in range(n * n, limit + 1, n):
                is_prime[multiple] = False
        n += 1
    return sum(is_prime)


print("primes below a million:", count_primes(1_000_000))


# --- Integers never overflow; floats print as short as they can. -----------------------------------
def factorial(n):
    product = 1
    for i in range(2, n + 1):
        product *= i
    return product


print("30! =", factorial(30))
print(f"0.1 + 0.2 = {0.1 + 0.2}, a third is {1 / 3:.4f}")


# --- Classes with operators, properties and inheritance. -------------------------------------------
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    @property
    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5


position = Vector(0.0, 0.0)
for step in range(100_000):
    position = position + 0.5 * Vector(3, 4)
print(position, "at distance", position.length)


class Plant:
    def __init__(self, name, height=1):
        self.name = name
        self.height = height

    def grow(self, days):
        self.height += days * self.daily()
        return self

    def daily(self):
        return 1


class Bamboo(Plant):
    def daily(self):
        return 30 * super().daily()


for plant in (Plant("fern"), Bamboo("bamboo", height=5)):
    print(f"{plant.name:>8} is {plant.grow(7).height:4d} cm high")


# --- Generators, written as one thinks of them. ----------------------------------------------------
def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take_while(condition, items):
    for item in items:
        if not condition(item):
            return
        yield item


print("even Fibonacci numbers below a million:",
      [n for n in take_while(lambda n: n < 1_000_000, fibonacci()) if n % 2 == 0])


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


running = averager()
next(running)
print("running averages:", [running.send(v) for v in (10, 20, 60)])

# --- Dictionaries, sets and strings. ---------------------------------------------------------------
text = """the quick brown fox jumps over the lazy dog
the dog barks and the fox runs"""
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:4]:
    print(f"  {word:<6}{'#' * count} {count}")

letters = {c for c in text if c.isalpha()}
print("letters missing:", "".join(sorted(set("abcdefghijklmnopqrstuvwxyz") - letters)) or "none")
print("-".join(word[::-1].capitalize() for word in text.splitlines()[1].split()))


# --- Exceptions: raised, caught, passed on, cleaned up after. --------------------------------------
class Account:
    def __init__(self, balance):
        self.balance = balance

    def __enter__(self):
        self.before = self.balance
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.balance = self.before
        return False

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"{amount} is more than {self.balance}")
        self.balance -= amount


account = Account(100)
for amounts in ([30, 20], [40, 40]):
    try:
        with account:
            for amount in amounts:
                account.withdraw(amount)
    except ValueError as error:
        print("rolled back:", error)
    else:
        print("withdrawn:", amounts)
    finally:
        print("  balance:", account.balance)


# --- Closures, and functions of any number of arguments. -------------------------------------------
def compose(*functions):
    def composed(value, **options):
        for function in functions:
            value = function(value)
        return round(value, options.get("digits", 0))
    return composed


def scaled_by(factor):
    return lambda value: value * factor


to_fahrenheit = compose(scaled_by(9), scaled_by(0.2), lambda value: value + 32)
print("37.5 degrees are", to_fahrenheit(37.5, digits=1), "Fahrenheit")
