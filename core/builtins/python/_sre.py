# What CPython's re package asks of its C module _sre: patterns, matches and scanners. The matcher is
# in C++ (_regex); the package itself is that of an installed CPython.
import _regex
from _regex import ascii_iscased, ascii_tolower, unicode_iscased, unicode_tolower

MAGIC = 20220615
CODESIZE = 4
MAXREPEAT = 4294967295
MAXGROUPS = 1073741823

_MATCH, _FULLMATCH, _SEARCH = 0, 1, 2
_ADVANCE = 4    # with a mode: the match must not be empty at the start
_END = 9223372036854775807


def compile(pattern, flags, code, groups, groupindex, indexgroup):
    return Pattern(pattern, flags, code, groups, groupindex, indexgroup)


def getlower(c, flags):
    return unicode_tolower(c) if flags & 32 else ascii_tolower(c)


# What is no str as bytes.
def _bytes(string):
    try:
        return bytes(memoryview(string))
    except TypeError:
        raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'") \
            from None


# What keeps a buffer that may change its size from doing so while an iterator is over it.
def _held(string):
    return memoryview(string) if isinstance(string, bytearray) else None


_MappingProxy = type(type.__dict__)


@_in_c
class Pattern:
    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "_groupindex", "_indexgroup", "_program", "_code",
                 "__weakref__")

    def __init__(self, pattern, flags, code, groups, groupindex, indexgroup):
        self.pattern = pattern
        self.flags = flags
        self.groups = groups
        self._groupindex = groupindex
        self._indexgroup = indexgroup
        self._code = tuple(code)
        self._program = _regex.compile(code, groups)

    @property
    def groupindex(self):
        return _MappingProxy(self._groupindex)

    # The text to search in `string`: str or bytes themselves, not a class made of them.
    def _text(self, string):
        kind = type(string)
        if isinstance(string, str):
            if not isinstance(self.pattern, str) and self.pattern is not None:
                raise TypeError("cannot use a bytes pattern on a string-like object")
            return string if kind is str else str.__getitem__(string, slice(None))
        if kind is not bytes:
            string = _bytes(string)
        if isinstance(self.pattern, str):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        return string

    def match(self, string, pos=0, endpos=_END):
        marks = _regex.run(self._program, self._text(string), pos, endpos, _MATCH)
        return None if marks is None else Match(self, string, pos, endpos, marks)

    def fullmatch(self, string, pos=0, endpos=_END):
        marks = _regex.run(self._program, self._text(string), pos, endpos, _FULLMATCH)
        return None if marks is None else Match(self, string, pos, endpos, marks)

    def search(self, string, pos=0, endpos=_END):
        marks = _regex.run(self._program, self._text(string), pos, endpos, _SEARCH)
        return None if marks is None else Match(self, string, pos, endpos, marks)

    def findall(self, string, pos=0, endpos=_END):
        string = self._text(string)
        empty = string[:0]
        groups = self.groups
        row = []
        mode = _SEARCH
        while True:
            marks = _regex.run(self._program, string, pos, endpos, mode)
            if marks is None:
                return row
            start = marks[0]
            end = marks[1]
            if groups == 0:
                row.append(string[start:end])
            elif groups == 1:
                row.append(string[marks[2]:marks[3]] if marks[2] >= 0 else empty)
            else:
                row.append(tuple([string[marks[i]:marks[i + 1]] if marks[i] >= 0 else empty
                                  for i in range(2, 2 + 2 * groups, 2)]))
            mode = _SEARCH | _ADVANCE if start == end else _SEARCH
            pos = end

    def finditer(self, string, pos=0, endpos=_END):
        return self._iterate(string, self._text(string), pos, endpos, _held(string))

    def _iterate(self, string, text, pos, endpos, held):
        for marks in self._marks(text, pos, endpos):
            yield Match(self, string, pos, endpos, marks)
        if held is not None:
            held.release()

    # The marks of one match after the other; behind an empty one the search goes on further.
    def _marks(self, string, pos, endpos):
        mode = _SEARCH
        while True:
            marks = _regex.run(self._program, string, pos, endpos, mode)
            if marks is None:
                return
            pos = marks[1]
            mode = _SEARCH | _ADVANCE if marks[0] == pos else _SEARCH
            yield marks

    def scanner(self, string, pos=0, endpos=_END):
        return Scanner(self, string, self._text(string), pos, endpos)

    def split(self, string, maxsplit=0):
        string = self._text(string)
        row = []
        last = n = 0
        for marks in self._marks(string, 0, _END) if maxsplit >= 0 else ():
            row.append(string[last:marks[0]])
            for i in range(2, 2 + 2 * self.groups, 2):
                row.append(string[marks[i]:marks[i + 1]] if marks[i] >= 0 else None)
            last = marks[1]
            n += 1
            if n == maxsplit:
                break
        row.append(string[last:])
        return row

    def sub(self, repl, string, count=0):
        return self._replace(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        return self._replace(repl, string, count)

    def _replace(self, repl, string, count):
        original = string
        string = self._text(string)
        literal = None
        if callable(repl):
            fill = repl
        else:
            backslash = "\\" if isinstance(repl, str) else b"\\"
            if backslash in repl:
                from re import _subx
                fill = _subx(self, repl)
                if not callable(fill):
                    literal = fill
            else:
                literal = repl
        row = []
        last = n = 0
        for marks in self._marks(string, 0, _END) if count >= 0 else ():
            if last < marks[0]:
                row.append(string[last:marks[0]])
            if literal is not None:
                row.append(literal)
            else:
                text = fill(Match(self, original, 0, _END, marks))
                if text is not None:
                    row.append(text)
            last = marks[1]
            n += 1
            if n == count:
                break
        if n == 0:
            return string, 0
        row.append(string[last:])
        return string[:0].join(row), n

    def __repr__(self):
        names = ["TEMPLATE", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "UNICODE", "VERBOSE",
                 "DEBUG", "ASCII"]
        flags = self.flags
        if isinstance(self.pattern, str) and flags & 0x120 == 0x20:
            flags &= ~0x20
        shown = []
        for i in range(9):
            if flags & (1 << i):
                shown.append("re." + names[i])
        if flags >> 9:
            shown.append(hex(flags >> 9 << 9))
        text = f"{self.pattern!r:.200}"
        if shown:
            return f"re.compile({text}, {'|'.join(shown)})"
        return f"re.compile({text})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and self._code == other._code
                and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self._code, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


@_in_c
class Match:
    __module__ = "re"
    __slots__ = ("re", "string", "pos", "_end", "_marks")

    def __init__(self, pattern, string, pos, endpos, marks):
        self.re = pattern
        self.string = string
        self.pos = pos
        self._end = endpos
        self._marks = marks

    @property
    def endpos(self):
        return min(self._end, len(self.string))

    @property
    def lastindex(self):
        last = self._marks[-1]
        return last if last > 0 else None

    @property
    def lastgroup(self):
        last = self._marks[-1]
        if last <= 0 or last >= len(self.re._indexgroup):
            return None
        return self.re._indexgroup[last]

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    def _number(self, group):
        if not isinstance(group, int):
            try:
                return self.re._groupindex[group]
            except (KeyError, TypeError):
                if hasattr(group, "__index__"):
                    group = group.__index__()
                else:
                    raise IndexError("no such group") from None
        if group < 0 or group > self.re.groups:
            raise IndexError("no such group")
        return group

    def _text(self, number, default=None):
        start = self._marks[2 * number]
        if start < 0:
            return default
        string = self.string
        if type(string) is str:
            return string[start:self._marks[2 * number + 1]]
        return self.re._text(string)[start:self._marks[2 * number + 1]]

    def group(self, *groups):
        if len(groups) == 0:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple([self._text(self._number(g)) for g in groups])

    __iter__ = None  # groups are asked for by number or name, and do not end

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re._groupindex.items()}

    def start(self, group=0):
        return self._marks[2 * self._number(group)]

    def end(self, group=0):
        return self._marks[2 * self._number(group) + 1]

    def span(self, group=0):
        n = self._number(group)
        return self._marks[2 * n], self._marks[2 * n + 1]

    def expand(self, template):
        from re import _expand
        return _expand(self.re, self, template)

    def __bool__(self):
        return True

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self.group()!r:.50}>"

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class Scanner:
    def __init__(self, pattern, string, text, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._text = text
        self._held = _held(string)
        self._pos = pos
        self._end = endpos
        self._advance = 0

    def _next(self, mode):
        if self._pos is None:
            return None
        mode |= self._advance
        marks = _regex.run(self.pattern._program, self._text, self._pos, self._end, mode)
        if marks is None:
            self._pos = None
            return None
        self._advance = _ADVANCE if marks[0] == marks[1] else 0
        self._pos = marks[1]
        return Match(self.pattern, self._string, 0, self._end, marks)

    def match(self):
        return self._next(_MATCH)

    def search(self):
        return self._next(_SEARCH)
