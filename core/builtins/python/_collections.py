# The part of collections that CPython has in C.
from collections import (OrderedDict, _count_elements, defaultdict, deque)
