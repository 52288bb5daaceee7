# The group database: /etc/group.
from collections import namedtuple
from pwd import _rows

struct_group = namedtuple("struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"],
                          module="grp")


def getgrall():
    return [struct_group(name, password, int(gid), members.split(",") if members else [])
            for name, password, gid, members in _rows("/etc/group", 4)]


def getgrnam(name):
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    for row in getgrall():
        if row.gr_name == name:
            return row
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    if not isinstance(id, int):
        raise TypeError(f"an integer is required (got type {type(id).__name__})")
    for row in getgrall():
        if row.gr_gid == id:
            return row
    raise KeyError(f"getgrgid(): gid not found: {id}")
