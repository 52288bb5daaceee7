# UTF-7: characters as they are, or as base64 of UTF-16 between "+" and "-".
from _encodings import bad_bytes

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {ord(c): i for i, c in enumerate(_DIGITS)}
_DIRECT = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                    b"'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}")


def encode(text):
    out = []
    bits = count = 0
    inside = False
    for char in text:
        c = ord(char)
        if c in _DIRECT:
            if inside:
                if count:
                    out.append(_DIGITS[bits << 6 - count & 63])
                    bits = count = 0
                inside = False
                if c in _VALUES or char == "-":
                    out.append("-")
            out.append(char)
            continue
        if not inside:
            if char == "+":
                out.append("+-")
                continue
            out.append("+")
            inside = True
        units = (c,) if c < 0x10000 else (0xd800 + (c - 0x10000 >> 10), 0xdc00 + (c & 0x3ff))
        for unit in units:
            bits = bits << 16 | unit
            count += 16
            while count >= 6:
                count -= 6
                out.append(_DIGITS[bits >> count & 63])
            bits &= (1 << count) - 1
    if inside:
        if count:
            out.append(_DIGITS[bits << 6 - count & 63])
        out.append("-")
    return "".join(out).encode()


# The text, and how many bytes it was: without `final` what is not complete waits.
def decode(data, errors, final):
    out = []
    i = bits = count = 0
    inside = False
    start = shown = 0  # of what is between "+" and "-": in the data, in the output
    high = 0  # the first half of a pair

    def unit(u):
        nonlocal high
        if high:
            first, high = high, 0
            if 0xdc00 <= u < 0xe000:
                out.append(chr(0x10000 + (first - 0xd800 << 10) + u - 0xdc00))
                return
            out.append(chr(first))
        if 0xd800 <= u < 0xdc00:
            high = u
        else:
            out.append(chr(u))
    while True:
        while i < len(data):
            c = data[i]
            reason = None
            if inside:
                if c in _VALUES:
                    bits, count = bits << 6 | _VALUES[c], count + 6
                    i += 1
                    if count >= 16:
                        count -= 16
                        unit(bits >> count)
                        bits &= (1 << count) - 1
                    continue
                inside = False
                if count >= 6:
                    reason = "partial character in base64 sequence"
                elif bits:
                    reason = "non-zero padding bits in base64 sequence"
                if reason is None:
                    if high and c < 128 and c != 43:
                        out.append(chr(high))
                    high = 0
                    if c == 45:
                        i += 1
                        if i == start + 2:
                            out.append("+")
                    elif i == start + 1:
                        reason = "ill-formed sequence"
                    if reason is None:
                        continue
                end = i + 1
                at = start
            elif c == 43:
                start, shown = i, len(out)
                i += 1
                bits = count = high = 0
                inside = True
                continue
            elif c < 128:
                out.append(chr(c))
                i += 1
                continue
            else:
                reason, at, end = "unexpected special character", i, i + 1
            instead, i, data = bad_bytes("utf7", data, at, end, reason, errors)
            out.append(instead)
        if not inside:
            return "".join(out), i
        if not final:
            return "".join(out[:shown]), start
        inside = False
        if high or count >= 6 or bits:
            instead, i, data = bad_bytes("utf7", data, start, len(data),
                                         "unterminated shift sequence", errors)
            out.append(instead)
