# A module whose functions look at their own globals.
here = 5
added = 0


class Reader:
    name = "here"

    def read(self):
        return globals()[self.name]

    def add(self, n):
        globals()["added"] += n
        return globals()["added"]


def names():
    return len([n for n in globals() if n in ("here", "added", "there")])
