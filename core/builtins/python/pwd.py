# The password database: /etc/passwd.
from collections import namedtuple

struct_passwd = namedtuple("struct_passwd", ["pw_name", "pw_passwd", "pw_uid", "pw_gid",
                                             "pw_gecos", "pw_dir", "pw_shell"], module="pwd")


# The rows of a database that have so many fields; none where there is no such file.
def _rows(path, width):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            rows = [line.rstrip("\n").split(":") for line in file]
    except FileNotFoundError:
        return []
    return [fields for fields in rows if len(fields) == width]


def getpwall():
    return [struct_passwd(name, password, int(uid), int(gid), *rest)
            for name, password, uid, gid, *rest in _rows("/etc/passwd", 7)]


def getpwnam(name, /):
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    for row in getpwall():
        if row.pw_name == name:
            return row
    raise KeyError(f"getpwnam(): name not found: {name!r}")


def getpwuid(uid, /):
    if not isinstance(uid, int):
        raise TypeError(f"uid should be integer, not {type(uid).__name__}")
    for row in getpwall():
        if row.pw_uid == uid:
            return row
    raise KeyError(f"getpwuid(): uid not found: {uid}")
