# Functions whose text names neither eval() nor locals() and whose variables are looked at all the
# same: the registers of such a frame may hold what another frame left behind.
import codecs
import sys
import warnings

look_up = {"eval": eval, "exec": exec, "locals": locals}


def fill(depth):
    a = b = c = d = e = f = [depth]
    if depth:
        return fill(depth - 1) + a + b + c + d + e + f
    return []


def late(kind, text, flag):
    got = look_up[kind](text)
    if flag:
        one = [1]
        two = lambda: one
        for three in one:
            four = two()
        return four, three
    return got, text, flag


def everything(flag, kept):
    found = look_up["locals"]()
    if flag:
        one = two = three = {}
        return one, two, three
    return found["kept"], flag, kept


def unescape(text, flag):
    got, size = codecs.escape_decode(text)
    if flag:
        one = [size]
        cell = lambda: one
        return cell()
    return got


def main():
    sums = 0
    for i in range(300):
        fill(12)
        sums += late("eval", "6 * 7", False)[0]
        sums += everything(False, i)[0]
        sums += len(unescape(rb"a\x41\n\101\'", False))
        late("exec", "x = 1", False)
    print(sums)


main()

for text in (b"", b"plain\xff", rb"\\\'\"\a\b\f\n\r\t\v", b"line\\\nnext", rb"\7\78\41\418\101\1010",
             rb"\x41\x410", b'say "this" and \\"that\\"', "text\\x21", bytearray(b"\\n")):
    print(codecs.escape_decode(text))
for errors in ("strict", "ignore", "replace", "other"):
    for text in (rb"[\x]\x", rb"[\x0]\x0", rb"\xg1", b"end\\"):
        try:
            print(codecs.escape_decode(text, errors))
        except ValueError as error:
            print(errors, error)
for text in (rb"\q", rb"\8", b"\\\xfa", rb"\777", rb"\400"):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        print(codecs.escape_decode(text), *(f"{w.category.__name__}: {w.message}" for w in seen))
for text in (b"", b"spam\0eggs", b"a'b", b'a"b', b"'\"", b"b\\c", b"c\nd\te\rf\x7f\xff"):
    print(codecs.escape_encode(text))
for wrong in ("spam", bytearray(b"spam")):
    try:
        codecs.escape_encode(wrong)
    except TypeError as error:
        print(error)
