# numarray, part text: repr and str, by the rules of NumPy's arrayprint.


_THRESHOLD = 1000
_EDGE = 3
_WIDTH = 75
_PRECISION = 8
_SUPPRESS = False


def _positional(x):
    text = repr(_abs(x))
    if "e" in text or len(text) - text.index(".") - 1 > _PRECISION:
        text = f"{_abs(x):.{_PRECISION}f}" if _abs(x) < 1e17 else f"{_abs(x):.1f}"
    whole, _, fraction = text.partition(".")
    if _math.copysign(1.0, x) < 0:
        whole = "-" + whole
    return whole, fraction.rstrip("0")


def _scientific(x):
    text = repr(_abs(x))
    digits, _, exponent = text.partition("e")
    whole, _, fraction = digits.partition(".")
    count = len((whole + fraction).strip("0").lstrip("0"))
    text = f"{_abs(x):.{_least(count - 1, _PRECISION)}e}" if x != 0 else "0e+00"
    digits, _, exponent = text.partition("e")
    whole, _, fraction = digits.partition(".")
    if _math.copysign(1.0, x) < 0:
        whole = "-" + whole
    return whole, fraction.rstrip("0"), exponent


def _least(a, b):
    if a < 0:
        return 0
    return a if a < b else b


def _float_formatter(values):
    finite = [x for x in values if x - x == 0]
    sizes = [_abs(x) for x in finite if x != 0]
    scientific = False
    if sizes:
        most = sizes[0]
        least = sizes[0]
        for x in sizes:
            if x > most:
                most = x
            if x < least:
                least = x
        scientific = most >= 1e8 or not _SUPPRESS and (least < 0.0001 or
                                                       most / least > 1000.0)
    left = 0
    right = 0
    exponent_size = 0
    if scientific:
        for x in finite:
            whole, fraction, exponent = _scientific(x)
            if len(whole) > left:
                left = len(whole)
            if len(fraction) > right:
                right = len(fraction)
            if len(exponent) - 1 > exponent_size:
                exponent_size = len(exponent) - 1
        precision = right
        right = exponent_size + 2 + precision
    else:
        for x in finite:
            whole, fraction = _positional(x)
            if len(whole) > left:
                left = len(whole)
            if len(fraction) > right:
                right = len(fraction)
    if len(finite) != len(values):
        longest = 3
        for x in values:
            if x == -inf:
                longest = 4
        if longest - right - 1 > left:
            left = longest - right - 1

    def text_of(x):
        if x - x != 0:
            text = "nan" if x != x else "-inf" if x < 0 else "inf"
            return " " * (left + right + 1 - len(text)) + text
        if scientific:
            text = f"{_abs(x):.{precision}e}"
            digits, _, exponent = text.partition("e")
            if "." not in digits:
                digits += "."
            if _math.copysign(1.0, x) < 0:
                digits = "-" + digits
            exponent = exponent[0] + exponent[1:].rjust(exponent_size, "0")
            return " " * (left - digits.index(".")) + digits + "e" + exponent
        whole, fraction = _positional(x)
        return whole.rjust(left) + "." + fraction.ljust(right)
    return text_of


def _int_formatter(values):
    width = 0
    for x in values:
        n = len(str(x))
        if n > width:
            width = n

    def text_of(x):
        return str(x).rjust(width)
    return text_of


def _bool_text(x):
    return " True" if x else "False"


# The indices that are shown of an axis; None stands for the gap.
def _shown(n, summarized):
    if summarized and n > 2 * _EDGE:
        return list(range(_EDGE)) + [None] + list(range(n - _EDGE, n))
    return list(range(n))


def _extend(done, line, word, width, prefix):
    if len(line) + len(word) > width and len(line) > len(prefix):
        done += line.rstrip() + "\n"
        line = prefix
    return done, line + word


def _row_text(a, row, columns, formatter, prefix, width, separator):
    limit = width - 1
    done = ""
    line = prefix
    last = len(columns) - 1
    for k, j in enumerate(columns):
        if j is None:
            word = "..."
        else:
            word = formatter(a[j] if row is None else a[row, j])
        done, line = _extend(done, line, word, limit, prefix)
        if k < last:
            line += separator
    return "[" + (done + line)[len(prefix):] + "]"


def array2string(a, separator=" ", prefix="", suffix=""):
    size = a._n0 * a._n1
    if size == 0:
        return "[]"
    summarized = size > _THRESHOLD
    width = _WIDTH - len(suffix)
    prefix = " " + " " * len(prefix)
    rows = _shown(a._n0, summarized)
    columns = _shown(a._n1, summarized)
    if a._nd == 1:
        values = [a[i] for i in rows if i is not None]
    else:
        values = [a[i, j] for i in rows if i is not None for j in columns if j is not None]
    if a._code == 0:
        formatter = _float_formatter(values)
    elif a._code == 1:
        formatter = _int_formatter(values)
    else:
        formatter = _bool_text
    if a._nd == 1:
        return _row_text(a, None, rows, formatter, prefix, width, separator)
    texts = []
    for i in rows:
        if i is None:
            texts.append("...")
        else:
            texts.append(_row_text(a, i, columns, formatter, prefix + " ", width - 1, separator))
    return "[" + (separator.rstrip() + "\n" + prefix).join(texts) + "]"


def array_str(a):
    return array2string(a)


def array_repr(a):
    if a._n0 * a._n1 > 0:
        return "array(" + array2string(a, ", ", "array(", ")") + ")"
    text = "[]" if a.shape == (0,) else f"[], shape={a.shape!r}"
    return f"array({text}, dtype={a.dtype.name})"


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None):
    global _PRECISION, _THRESHOLD, _EDGE, _WIDTH, _SUPPRESS
    if precision is not None:
        _PRECISION = precision
    if threshold is not None:
        _THRESHOLD = threshold
    if edgeitems is not None:
        _EDGE = edgeitems
    if linewidth is not None:
        _WIDTH = linewidth
    if suppress is not None:
        _SUPPRESS = suppress


def get_printoptions():
    return {"edgeitems": _EDGE, "threshold": _THRESHOLD, "precision": _PRECISION,
            "linewidth": _WIDTH, "suppress": _SUPPRESS}


class printoptions:
    def __init__(self, **options):
        self._options = options

    def __enter__(self):
        self._before = get_printoptions()
        set_printoptions(**self._options)
        return get_printoptions()

    def __exit__(self, *details):
        set_printoptions(**self._before)
