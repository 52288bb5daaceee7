print("init", __name__, __package__)
from .. import tools
from ..tools import double


def triple_double(x):
    return tools.double(x) * 3
