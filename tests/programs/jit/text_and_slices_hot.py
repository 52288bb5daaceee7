# Strings compared, indexed and sliced in hot loops; min and max of a few numbers.


def count(text, wanted):
    n = 0
    for i in range(len(text)):
        if text[i] == wanted:
            n += 1
        elif text[i] != "x" and text[-i - 1] < "m":
            n += 100
    return n


def scan(text):
    words, start, i = [], 0, 0
    while i < len(text):
        c = text[i]
        if c == " " or c == "\u00e9" or c == "\U0001f600":
            words.append(text[start:i])
            start = i + 1
        i += 1
    words.append(text[start:])
    return words


def windows(seq, k):
    total = 0
    for i in range(len(seq) - k + 1):
        w = seq[i:i + k]
        if w <= seq[:k] and w[0] >= w[-1]:
            total += len(w[1:]) + len(seq[-2:]) + len(seq[i:None])
    return total


def beyond(seq):
    out = []
    for i in range(-40, 40):
        out.append((len(seq[i:]), len(seq[:i]), len(seq[i:i + 3]), len(seq[i:-i]), seq[i:5][::2]))
    return out[::13]


def kept(seq, n):
    """Slices that outlive the loop, and slice objects used twice."""
    last = []
    for i in range(n):
        s = slice(i % 5, None)
        last.append(s)
        if len(last) > 3:
            last = last[1:]
        seq[s]
    return last, [seq[s] for s in last]


def extremes(n):
    low = high = 0
    for i in range(n):
        a, b, c = i % 7, i * 3 % 11, i % 5
        low += min(a, b, c) + min(a, b) * 10
        high += max(a, b, c, 4) + max(a * 0.5, b * 0.5, 1.5)
        if i == n - 2:
            low += min(a, 0.25, c) + max(True, False) + min("b", "a", "c").count("a")
    return low, high


def mixed(values):
    """Comparisons whose operands change their types on the way."""
    same = 0
    for i in range(len(values)):
        for other in ("a", "abc", 1, 2.0, None, ("a",)):
            if values[i] == other:
                same += 1
            if values[i] != other:
                same += 1000
    return same


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


def index_errors(text, n):
    caught = 0
    for i in range(n):
        try:
            text[i - 60]
        except IndexError as e:
            caught += len(str(e))
    return caught


print(count("abcxabcz" * 200, "a"), count(Text("abcx") * 50, "b"))
print(scan("the quick\u00e9brown fox \U0001f600 jumps over" * 30)[:7])
for seq in ("hello world" * 20, list(range(60)), tuple("abcdefgh" * 9), [0.5, 1.5] * 30, "\u0394\u00e9x" * 40):
    print(windows(seq, 3), beyond(seq), kept(seq, 200))
print(extremes(500))
print(mixed(["a", "abc", 1, 1.0, 2, None, ("a",), Text("q")] * 40))
print(index_errors("short text", 200), index_errors("", 100))
