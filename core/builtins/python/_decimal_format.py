# Decimals as text by a format specification.
import _decimal_numbers as numbers
from _decimal_context import getcontext
from _decimal_operations import INFINITE, NAN, NEGATIVE, SIGNALING, SPECIAL

_ALIGNMENTS = "<>=^"
_MOST = 999999999999999999


class _Specification:
    __slots__ = ("fill", "align", "sign", "no_negative_zero", "width", "point", "separator",
                 "grouping", "precision", "type")


# Specifications that were used, of digits behind the point in a field, as tuples: how many, with
# commas, width of the field, on its left, what it is filled with.
_fixed = {}
# All but those that ask the locale, by the letters that a context has for exponents.
_read_before = ({}, {})


def _parse(text, capitals):
    before = _read_before[capitals]
    spec = before.get(text)
    if spec is None:
        spec = _read(text, capitals)
        _remember(text, spec)
        if text[-1:] not in ("n", "N"):
            if len(before) > 100:
                before.clear()
            before[text] = spec
    return spec


def _remember(text, spec):
    if (spec.type in "fF" and 0 <= spec.precision < 1000 and spec.sign == "-" and spec.align in "<>"
            and not spec.no_negative_zero and (not spec.point or spec.separator == ",")):
        if len(_fixed) > 100:
            _fixed.clear()
        _fixed[text] = (spec.precision, spec.separator != "", spec.width, spec.align == "<",
                        spec.fill)


def _read(text, capitals):
    spec = _Specification()
    spec.fill, spec.align, spec.sign = " ", ">", "-"
    spec.point, spec.separator, spec.grouping = "", "", ()
    spec.width, spec.precision = 0, -1
    spec.type = "G" if capitals else "g"
    i = 0
    aligned = False
    if len(text) > 1 and text[1] in _ALIGNMENTS:
        spec.fill, spec.align, i, aligned = text[0], text[1], 2, True
    elif text and text[0] in _ALIGNMENTS:
        spec.align, i, aligned = text[0], 1, True
    if text[i:i + 1] and text[i] in "+- ":
        spec.sign = text[i]
        i += 1
    spec.no_negative_zero = text.startswith("z", i)
    if spec.no_negative_zero:
        i += 1
    if text.startswith("0", i):
        if aligned:
            raise ValueError("invalid format string")
        spec.fill, spec.align = "0", "z"
        i += 1
    if text.startswith("0", i):
        raise ValueError("invalid format string")
    i, width = _number(text, i)
    if width is not None:
        spec.width = width
    if text.startswith(",", i):
        spec.point, spec.separator, spec.grouping = ".", ",", (3, 3)
        i += 1
    if text.startswith(".", i):
        i, spec.precision = _number(text, i + 1)
        if spec.precision is None:
            raise ValueError("invalid format string")
    rest = text[i:]
    if rest in ("n", "N"):
        if spec.separator:
            raise ValueError("invalid format string")
        spec.type = "G" if rest == "N" else "g"
        _take_locale(spec)
    elif rest:
        if len(rest) != 1 or rest not in "EeFfGg%":
            raise ValueError("invalid format string")
        spec.type = rest
    return spec


# The number that stands there, or None, and where it ends.
def _number(text, i):
    start = i
    while i < len(text) and "0" <= text[i] <= "9":
        i += 1
    if i == start:
        return i, None
    if i - start > 19 or int(text[start:i]) >= 2**63:
        raise ValueError("invalid format string")
    return i, int(text[start:i])


def _take_locale(spec):
    from locale import localeconv
    conventions = localeconv()
    spec.point = conventions["decimal_point"]
    spec.separator = conventions["thousands_sep"]
    spec.grouping = _sizes(conventions["grouping"])
    if len(spec.point) > 1 or len(spec.separator) > 1:
        raise ValueError("invalid decimal point or unsupported combination of LC_CTYPE and "
                         "LC_NUMERIC")


# Sizes of groups: a zero ends them, the last is that of all others.
def _sizes(grouping):
    sizes = tuple(grouping)
    return sizes[:sizes.index(0)] if 0 in sizes else sizes


def _override(spec, values):
    if not isinstance(values, dict):
        raise TypeError("optional argument must be a dict")
    result = _Specification()
    for name in _Specification.__slots__:
        setattr(result, name, getattr(spec, name))
    result.point = values.get("decimal_point", spec.point)
    result.separator = values.get("thousands_sep", spec.separator)
    grouping = values.get("grouping")
    if grouping is not None:
        result.grouping = _sizes(grouping.encode())
    if (not 0 < len(result.point.encode()) <= 4 or len(result.separator.encode()) > 4
            or any([g > 127 for g in result.grouping])):
        raise ValueError("invalid override dict")
    return result


def format_decimal(a, text, override=None):
    if not isinstance(text, str):
        raise TypeError("format arg must be str")
    if override is None:
        fixed = _fixed.get(text)
        if fixed is not None:
            precision, commas, width, left, fill = fixed
            body = numbers.fixed(a, precision, commas, None)
            if type(body) is str:
                if len(body) < width:
                    body = body.ljust(width, fill) if left else body.rjust(width, fill)
                return body
    context = getcontext()
    spec = _parse(text, context._capitals)
    if override is not None:
        spec = _override(spec, override)
    kind = spec.type
    lower = kind.lower()
    exponent_letter = "e" if kind == lower else "E"
    if spec.width > _MOST or spec.precision > _MOST:
        raise ValueError("format specification exceeds internal limits of _decimal")
    negative = bool(a._form & NEGATIVE)
    if a._form & SPECIAL:
        whole, fraction, rest = _special(a), None, "%" if lower == "%" else ""
    else:
        c, e = _rounded(a, spec, lower, context)
        if negative and spec.no_negative_zero and c == 0:
            negative = False
        whole, fraction, rest = _digits(c, e, spec, lower, exponent_letter)
    sign = "-" if negative else "" if spec.sign == "-" else spec.sign
    align, fill = spec.align, spec.fill
    if a._form & SPECIAL:
        if align == "z":
            align, fill = ">", " "
    elif spec.point:
        zeros = spec.width - len(sign) if align == "z" else 0
        tail = (spec.point + fraction if fraction is not None else "") + rest
        if fraction is not None or spec.separator and spec.grouping:
            whole = _grouped(whole, spec, zeros - len(tail))
        fraction, rest = None, tail
    body = whole + ("." + fraction if fraction is not None else "") + rest
    missing = spec.width - len(sign) - len(body)
    if missing <= 0:
        return sign + body
    if align == "<":
        return sign + body + fill * missing
    if align == "^":
        return fill * (missing // 2) + sign + body + fill * (missing - missing // 2)
    if align == ">":
        return fill * missing + sign + body
    return sign + fill * missing + body


def _special(a):
    if a._form & INFINITE:
        return "Infinity"
    return ("sNaN" if a._form & SIGNALING else "NaN") + (numbers.digits(a._int) if a._int else "")


# The coefficient and the exponent that are shown.
def _rounded(a, spec, kind, context):
    precision = spec.precision
    c, e = a._int, a._exp
    if kind == "%":
        e += 2
        a = numbers.make(c, e, a._form)
        kind = "f"
    if precision >= 0:
        if kind == "f":
            c, e = _rescaled(a, -precision)
        elif kind == "e":
            if c:
                c, e = _to_digits(a, precision + 1)
        else:
            most = precision or 1
            if numbers.count_digits(c) > most:
                c, e = _to_digits(a, most)
    if kind == "f" and not c and e > 0:
        e = 0
    return c, e


def _rescaled(a, exponent):
    r = numbers.rescale(a, exponent, None)
    return r._int, exponent


def _to_digits(a, count):
    e = a._exp + numbers.count_digits(a._int) - count
    c, e = _rescaled(a, e)
    if numbers.count_digits(c) > count:
        return c // 10, e + 1
    return c, e


# Digits before the point, digits behind it or None, and what follows.
def _digits(c, e, spec, kind, letter):
    digits = numbers.digits(c)
    count = len(digits)
    left = count + e
    if kind == "e":
        point = 1 - spec.precision if not c and spec.precision >= 0 else 1
    elif kind == "g" and (e > 0 or left <= -6):
        point = 1
    else:
        point = left
    if point <= 0:
        whole, fraction = "0", "0" * -point + digits
    elif point >= count:
        whole, fraction = digits + "0" * (point - count), None
    else:
        whole, fraction = digits[:point], digits[point:]
    if kind == "e" or left != point:
        return whole, fraction, f"{letter}{left - point:+d}"
    return whole, fraction, "%" if kind == "%" else ""


# The digits in groups, filled with zeros up to that width.
def _grouped(digits, spec, width):
    groups = []
    sizes = iter(spec.grouping)
    size = 0
    while True:
        size = next(sizes, size)
        most = max(len(digits), width, 1)
        taken = most if size in (0, 127) else min(size, most)
        groups.append(digits[-taken:].rjust(taken, "0"))
        digits = digits[:-taken]
        width -= taken
        if not digits and width <= 0:
            break
        width -= len(spec.separator)
    return spec.separator.join(reversed(groups))
