# An exception inside nested generators: frames of yield from and of the consumer.
def numbers(n):
    for i in range(n):
        yield 100 // (n - i - 3)


def doubled(n):
    for v in numbers(n):
        yield v * 2


def both(n):
    yield "start"
    yield from doubled(n)


def consume(g):
    for v in g:
        print(v)


try:
    consume(both(4))
except ZeroDivisionError as e:
    print("caught", e)
consume(both(5))
