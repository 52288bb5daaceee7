print("init", __name__, __package__)
from .tools import double as _double
VERSION = (1, 2)
__all__ = ["exported"]


def exported():
    return "exported %d" % _double(21)


def internal():
    return None
