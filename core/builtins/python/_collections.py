# The part of collections that CPython has in C.
from collections import (OrderedDict, _count_elements, _deque_iterator, _deque_reverse_iterator,
                         defaultdict, deque)
