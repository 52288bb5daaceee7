# A statement over several lines: the traceback shows the line of the failing call and carets within it.
def scale(x, by):
    return x * by


def combine(a, b, c):
    return a + b + c


values = {
    "first": scale(2, 3),
    "second": scale("ab", 2),
}
print(values)
result = combine(
    scale(1, 2),
    combine(1, 2, 3),
    scale(
        [1],
        None,
    ),
)
print(result)
