# Unicode 3.2.0, which names of hosts are prepared by: which characters it had, and where it thought
# otherwise of them than unicodedata does.
import _unicodedata as _now
from bisect import bisect_right

# Lengths of runs of characters by turns assigned (first) and not.
_RUNS = """
545 1 18 28 94 2 63 17 80 16 16 4 2 4 1 3 1 5 7 1 1 1 20 1 44 1 39 9 135 1 71 1 38 2 2 6 16 33 38 2
7 1 39 1 2 6 17 1 23 1 10 11 27 5 5 23 1 14 1 3 1 1 26 5 22 10 142 2 15 1 14 1 30 3 27 53 50 335 3
1 53 2 18 2 5 3 25 16 3 1 8 2 2 2 22 1 7 1 1 3 4 2 1 1 7 2 2 2 3 9 1 4 2 1 5 2 21 7 1 2 6 4 2 2 22
1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 11 4 1 1 7 15 12 3 1 7 1 1 1 3 1 22 1 7 1 2 1 5 2 10 1 3 1 3 2 1 15
1 5 10 17 3 1 8 2 2 2 22 1 7 1 2 2 4 2 8 3 2 2 3 8 2 4 2 1 3 4 11 17 2 1 6 3 3 1 4 3 2 1 1 1 2 3 2
3 3 3 8 1 3 4 5 3 3 1 4 9 1 15 12 14 3 1 8 1 3 1 23 1 10 1 5 4 7 1 3 1 4 7 2 9 2 4 10 18 2 1 8 1 3
1 23 1 10 1 5 4 7 1 3 1 4 7 2 7 1 1 2 4 10 18 2 1 8 1 3 1 23 1 16 4 6 2 3 1 4 9 1 8 2 4 10 18 2 1
18 3 24 1 9 1 1 2 7 3 1 4 6 1 1 1 8 18 3 12 58 4 29 37 2 1 1 2 2 1 1 2 1 6 4 1 7 1 3 1 1 1 1 2 2 1
13 1 3 2 5 1 1 1 6 2 10 2 2 34 72 1 34 6 27 4 8 1 36 1 15 2 1 48 34 1 5 1 2 1 7 3 4 6 26 70 38 10
41 2 1 4 90 5 68 5 82 6 7 1 63 1 1 1 4 2 7 1 1 1 4 2 39 1 1 1 4 2 31 1 1 1 4 2 7 1 1 1 4 2 7 1 7 1
23 1 31 1 1 1 4 2 7 1 39 1 19 6 28 35 85 12 630 9 29 3 81 15 13 1 7 11 23 9 20 12 13 1 3 1 2 12 93
3 10 22 15 1 10 6 88 8 42 1366 156 4 90 6 22 2 6 2 38 2 6 2 8 1 1 1 1 1 1 1 31 2 53 1 15 1 14 2 6 1
19 2 3 1 9 1 83 4 1 7 5 6 8 2 27 17 18 30 27 21 59 2 15 7 49 12 575 49 39 25 11 21 159 1 276 2 2 1
101 2 10 119 4 1 4 2 28 1 35 1 1 1 4 3 1 1 7 2 52 3 24 1 14 17 28 4 784 896 26 1 89 12 214 26 12 4
64 1 86 2 103 5 40 4 94 1 40 56 45 3 36 13 43 3 77 4 47 1 119 4 99 2 31 1 6582 74 20902 90 1165 3
55 1849 11172 92 8750 2 59 149 7 12 5 5 26 1 5 1 1 1 2 1 2 1 108 33 365 16 64 2 54 40 13 3 16 16 4
12 23 2 10 1 19 1 4 4 5 1 135 2 1 1 190 3 6 2 6 2 6 2 3 3 7 1 7 10 5 770 31 1 4 12 27 181 38 2 38
52146 246 10 39 3 180 546 85 1 71 1 2 2 1 2 2 2 4 1 12 1 1 1 4 1 2 1 65 1 4 2 8 1 7 1 28 1 4 1 5 1
1 3 7 1 338 4 290 4 50 10240 42711 20777 542 722403 1 30 96 65408 65534 2 65534
"""
# Where another category, or class of direction, begins; nothing: as now.
_CATEGORIES = """
0= a7=So a8= aa=Ll ab= ad=Pd ae= b6=So b7= ba=Ll bb= 294=Ll 295= 2b9=Sk 2bb= 2c6=Sk 2d0= 2ec=Sk
2ed= 374=Sk 375= 5be=Po 5bf= 6de=Me 6df= f14=So f15= 10d0=Lo 10f9= 1369=Nd 1372= 13a0=Lo 13f5=
166d=Po 166e= 1734=Mn 1735= 17b4=Mc 17b6= 1885=Lo 1887= 200b=Zs 200c= 2071=Ll 2072= 207f=Ll 2080=
2118=So 2119= 2132=So 2133= 2183=Nl 2184= 2308=Sm 230c= 23b4=Ps 23b5=Pe 23b6=Po 23b7= 302e=Mn 3030=
30fb=Pc 30fc= a015=Lo a016= fd3e=Ps fd3f=Pe fd40= ff65=Pc ff66= 10341=Lo 10342=
"""
_DIRECTIONS = """
0= 2b=ET 2c= 2d=ET 2e= 2f=ES 30= ad=ON ae= 6dd=AL 6de=NSM 6df= 70f=BN 710= cbf=NSM cc0= cc6=NSM
cc7= 1734=NSM 1735= 17b4=L 17b6= 1885=L 1887= 202f=WS 2030= 2044=ON 2045= 207a=ET 207c= 208a=ET
208c= 2132=ON 2133= 2212=ET 2213= 2460=EN 2488= 24ea=EN 24eb= 2800=ON 2900= 302e=NSM 3030= fb29=ET
fb2a= fe62=ET fe64= ff0b=ET ff0c= ff0d=ET ff0e= ff0f=ES ff10= fff9=BN fffc= 1d6db=L 1d6dc= 1d715=L
1d716= 1d74f=L 1d750= 1d789=L 1d78a= 1d7c3=L 1d7c4=
"""
_NORMALIZED = {'\U0002f868': '\U0002136a', '\U0002f874': '\u5f33', '\U0002f91f': '\u43ab', '\U0002f95f': '\u7aae', '\U0002f9bf': '\u4d57'}


def _bounds():
    at, made = 0, []
    for length in _RUNS.split():
        at += int(length)
        made.append(at)
    return made


def _changes(text):
    rows = [entry.partition("=") for entry in text.split()]
    return [int(r[0], 16) for r in rows], [r[2] for r in rows]


class UCD:
    __module__ = "unicodedata"
    unidata_version = "3.2.0"

    def __init__(self):
        self._runs = _bounds()
        self._categories, self._directions = _changes(_CATEGORIES), _changes(_DIRECTIONS)

    def _known(self, char):
        return bisect_right(self._runs, ord(char)) % 2 == 0

    def _then(self, changes, char, now):
        at = bisect_right(changes[0], ord(char)) - 1
        return changes[1][at] or now if at >= 0 else now

    def category(self, char, /):
        if not self._known(char):
            return "Cn"
        return self._then(self._categories, char, _now.category(char))

    def bidirectional(self, char, /):
        if not self._known(char):
            return ""
        return self._then(self._directions, char, _now.bidirectional(char))

    def combining(self, char, /):
        return _now.combining(char) if self._known(char) else 0

    def mirrored(self, char, /):
        return _now.mirrored(char) if self._known(char) else 0

    def decomposition(self, char, /):
        return _now.decomposition(char) if self._known(char) else ""

    def normalize(self, form, text, /):
        out, piece = [], []

        def end():
            if piece:
                out.append(_now.normalize(form, "".join(piece)))
                piece.clear()
        for char in text:
            if not self._known(char):
                end()
                out.append(char)
            elif char in _NORMALIZED:
                piece.append(_NORMALIZED[char])
            else:
                piece.append(char)
        end()
        return "".join(out)

    def is_normalized(self, form, text, /):
        return self.normalize(form, text) == text

    def _of(self, name, char, default):
        if self._known(char):
            return getattr(_now, name)(char, *default)
        if default:
            return default[0]
        raise ValueError("no such name" if name == "name" else f"not a {name}")

    def name(self, char, *default):
        return self._of("name", char, default)

    def decimal(self, char, *default):
        return self._of("decimal", char, default)

    def digit(self, char, *default):
        return self._of("digit", char, default)

    def numeric(self, char, *default):
        return self._of("numeric", char, default)

    def lookup(self, name, /):
        return _now.lookup(name)

    def east_asian_width(self, char, /):
        return _now.east_asian_width(char) if self._known(char) else "N"


ucd_3_2_0 = UCD()
