print("init", __name__, __package__)
from .. import VERSION
from ..tools import state
from . import triple_double as td
from .. import tools as _t

N = td(5)


def where():
    return __name__, VERSION, N


def up_values():
    return state, _t.state is state


def inc(x):
    return x + len(state)
