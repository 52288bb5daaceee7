# The group database: /etc/group.
from collections import namedtuple

struct_group = namedtuple("struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"],
                          module="grp")


def getgrall():
    rows = []
    try:
        with open("/etc/group", encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                fields = line.rstrip("\n").split(":")
                if len(fields) == 4:
                    members = fields[3].split(",") if fields[3] else []
                    rows.append(struct_group(fields[0], fields[1], int(fields[2]), members))
    except FileNotFoundError:
        pass
    return rows


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
