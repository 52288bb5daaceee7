# The password database: /etc/passwd.
from collections import namedtuple

struct_passwd = namedtuple("struct_passwd", ["pw_name", "pw_passwd", "pw_uid", "pw_gid",
                                             "pw_gecos", "pw_dir", "pw_shell"], module="pwd")


def getpwall():
    rows = []
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                fields = line.rstrip("\n").split(":")
                if len(fields) == 7:
                    fields[2:4] = int(fields[2]), int(fields[3])
                    rows.append(struct_passwd(*fields))
    except FileNotFoundError:
        pass
    return rows


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
