# The C module of locale, over locale objects of the C library: none is set for the process, whose
# numbers the VM reads and writes. The library is reached for a locale other than C only.

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_NAMES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", None,
          "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT",
          "LC_IDENTIFICATION")
_CATEGORIES = [i for i in range(13) if i != LC_ALL]
_ITEMS = """
ABDAY_1=131072 ABDAY_2=131073 ABDAY_3=131074 ABDAY_4=131075 ABDAY_5=131076 ABDAY_6=131077
ABDAY_7=131078 ABMON_1=131086 ABMON_10=131095 ABMON_11=131096 ABMON_12=131097 ABMON_2=131087
ABMON_3=131088 ABMON_4=131089 ABMON_5=131090 ABMON_6=131091 ABMON_7=131092 ABMON_8=131093
ABMON_9=131094 ALT_DIGITS=131119 AM_STR=131110 CODESET=14 CRNCYSTR=262159 DAY_1=131079
DAY_2=131080 DAY_3=131081 DAY_4=131082 DAY_5=131083 DAY_6=131084 DAY_7=131085 D_FMT=131113
D_T_FMT=131112 ERA=131116 ERA_D_FMT=131118 ERA_D_T_FMT=131120 ERA_T_FMT=131121 MON_1=131098
MON_10=131107 MON_11=131108 MON_12=131109 MON_2=131099 MON_3=131100 MON_4=131101 MON_5=131102
MON_6=131103 MON_7=131104 MON_8=131105 MON_9=131106 NOEXPR=327681 PM_STR=131111 RADIXCHAR=65536
THOUSEP=65537 T_FMT=131114 T_FMT_AMPM=131115 YESEXPR=327680 _DATE_FMT=131180
"""
for _entry in _ITEMS.split():
    globals()[_entry.partition("=")[0]] = int(_entry.partition("=")[2])


class Error(Exception):
    __module__ = "locale"


Error.__name__ = Error.__qualname__ = "Error"


def _plain(name):
    return name in ("C", "POSIX", "C.UTF-8", "C.utf8")


# The locale that the environment names for a category.
def _of_environment(category):
    import posix
    environ = posix.environ
    for name in ("LC_ALL", _NAMES[category], "LANG"):
        value = environ.get(name.encode())
        if value:
            return value.decode("utf-8", "surrogateescape")
    return "C"


_current = {c: "C" for c in _CATEGORIES}
_handles = []  # the locale object of what is current, when one was needed


def _made(category, name, base=0):
    from _libc import function
    mask = 8127 if category == LC_ALL else 1 << category
    return function("newlocale", "pipp")(mask, name.encode("utf-8", "surrogateescape"), base)


def _handle():
    if not _handles:
        made = _made(LC_ALL, "C")
        for category in _CATEGORIES:
            if _current[category] != "C":
                made = _made(category, _current[category], made)
        _handles.append(made)
    return _handles[0]


def _accepted(category, name):
    if name == "":
        name = _of_environment(category)
    if name == "POSIX":
        return "C"
    if not _plain(name) and "\0" not in name and not _made(category, name):
        raise Error("unsupported locale setting")
    return name


def setlocale(category, locale=None, /):
    category = category.__index__()
    if not 0 <= category < 13:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    if locale is not None:
        if not isinstance(locale, str):
            raise TypeError("setlocale() argument 2 must be str or None, not "
                            + type(locale).__name__)
        changes = {}
        if category != LC_ALL:
            changes[category] = _accepted(category, locale)
        elif "=" in locale:
            for part in locale.split(";"):
                name, _, value = part.partition("=")
                if name not in _NAMES:
                    raise Error("unsupported locale setting")
                changes[_NAMES.index(name)] = _accepted(_NAMES.index(name), value)
        else:
            for c in _CATEGORIES:
                changes[c] = _accepted(c, locale)
        _current.update(changes)
        _handles.clear()
    if category != LC_ALL:
        return _current[category]
    row = [_current[c] for c in _CATEGORIES]
    if row.count(row[0]) == len(row):
        return row[0]
    return ";".join([f"{_NAMES[c]}={_current[c]}" for c in _CATEGORIES])


def getencoding():
    return "UTF-8"


_FIELDS = ("decimal_point", "thousands_sep", "grouping", "int_curr_symbol", "currency_symbol",
           "mon_decimal_point", "mon_thousands_sep", "mon_grouping", "positive_sign",
           "negative_sign", "int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space",
           "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn")
_ORDER = ("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep",
          "mon_grouping", "positive_sign", "negative_sign") + _FIELDS[10:] + _FIELDS[:3]


def _grouping(raw):
    row = list(raw)
    if row and row[-1] != CHAR_MAX:
        row.append(0)
    return row


def localeconv():
    if _plain(_current[LC_NUMERIC]) and _plain(_current[LC_MONETARY]):
        found = {name: CHAR_MAX if i >= 10 else "" for i, name in enumerate(_FIELDS)}
        found["decimal_point"] = "."
        found["grouping"] = found["mon_grouping"] = []
    else:
        import ctypes
        from _libc import function
        use = function("uselocale", "pp")
        old = use(_handle())
        try:
            at = function("localeconv", "p")()
            found = {}
            for i, name in enumerate(_FIELDS[:10]):
                text = ctypes.c_char_p.from_address(at + 8 * i).value
                found[name] = _grouping(text) if "grouping" in name else text.decode("utf-8")
            for i, name in enumerate(_FIELDS[10:]):
                found[name] = ctypes.c_byte.from_address(at + 80 + i).value
        finally:
            use(old)
    return {name: found[name] for name in _ORDER}


def nl_langinfo(key, /):
    import ctypes
    from _libc import function
    if f"={key.__index__()}\n" not in _ITEMS.replace(" ", "\n"):
        raise ValueError("unsupported langinfo constant")
    return ctypes.string_at(function("nl_langinfo_l", "pip")(key, _handle())).decode("utf-8")


def _wide(text, what):
    if not isinstance(text, str):
        raise TypeError(f"{what} must be str, not {type(text).__name__}")
    if "\0" in text:
        raise ValueError("embedded null character")
    return (text + "\0").encode("utf-32-le", "surrogatepass")


def strcoll(os1, os2, /):
    a, b = _wide(os1, "strcoll() argument 1"), _wide(os2, "strcoll() argument 2")
    if _plain(_current[LC_COLLATE]):
        return (os1 > os2) - (os1 < os2)
    from _libc import function
    return function("wcscoll_l", "ippp")(a, b, _handle())


def strxfrm(string, /):
    wide = _wide(string, "strxfrm() argument")
    if _plain(_current[LC_COLLATE]):
        return string
    from _libc import buffer, function
    transform = function("wcsxfrm_l", "nppnp")
    size = transform(None, wide, 0, _handle()) + 1
    room = buffer(b"", 4 * size)
    transform(room, wide, size, _handle())
    # What does not stand for a character is of no use to a comparison of str: it is spread out.
    units = [int.from_bytes(room.raw[i:i + 4], "little") for i in range(0, 4 * (size - 1), 4)]
    return "".join([chr(u) if u < 0xd800 else chr(0xe000 + (u >> 12)) + chr(u & 0xfff)
                    for u in units])


def _text(at):
    import ctypes
    return ctypes.string_at(at).decode("utf-8", "surrogateescape")


def gettext(msg, /):
    return dcgettext(None, msg, LC_MESSAGES)


def dgettext(domain, msg, /):
    return dcgettext(domain, msg, LC_MESSAGES)


def dcgettext(domain, msg, category, /):
    if _plain(_current[LC_MESSAGES]):
        return msg
    from _libc import function
    use = function("uselocale", "pp")
    old = use(_handle())
    try:
        return _text(function("dcgettext", "pppi")(
            None if domain is None else domain.encode(), msg.encode(), category))
    finally:
        use(old)


def textdomain(domain, /):
    from _libc import function
    return _text(function("textdomain", "pp")(None if domain is None else domain.encode()))


def bindtextdomain(domain, dir, /):
    import os
    from _libc import function
    if not domain:
        raise Error("domain must be a non-empty string")
    at = function("bindtextdomain", "ppp")(domain.encode(), None if dir is None else os.fsencode(dir))
    return _text(at) if at else None


def bind_textdomain_codeset(domain, codeset, /):
    from _libc import function
    at = function("bind_textdomain_codeset", "ppp")(
        domain.encode(), None if codeset is None else codeset.encode())
    return _text(at) if at else None


# What a program begins with: the characters of the environment, and all else as in C.
try:
    _current[LC_CTYPE] = _accepted(LC_CTYPE, "")
except Error:
    pass
if _current[LC_CTYPE] == "C":
    _current[LC_CTYPE] = "C.UTF-8"
