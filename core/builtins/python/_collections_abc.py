# The name under which CPython's library reaches collections.abc.
from collections.abc import *
from collections.abc import __all__, _CallableGenericAlias, _check_methods
import collections.abc as _abc
