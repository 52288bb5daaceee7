# The part of heapq that CPython has in C.
from heapq import (heapify, heappop, heappush, heappushpop, heapreplace, _heapify_max,
                   _heappop_max, _heapreplace_max)
