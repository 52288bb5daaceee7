# Methods of ranges and slices with other values than ints. Named type_method; see
# builtins/iteration.py.


def range___contains__(self, value):
    for x in self:
        if x is value or x == value:
            return True
    return False


def range_count(self, value):
    n = 0
    for x in self:
        if x is value or x == value:
            n += 1
    return n


def range_index(self, value):
    i = 0
    for x in self:
        if x is value or x == value:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def _slice_parts(x):
    return x.start, x.stop, x.step


def slice___eq__(self, other):
    return _slice_parts(self) == _slice_parts(other)


def slice___ne__(self, other):
    return _slice_parts(self) != _slice_parts(other)


def slice___lt__(self, other):
    return _slice_parts(self) < _slice_parts(other)


def slice___le__(self, other):
    return _slice_parts(self) <= _slice_parts(other)


def slice___gt__(self, other):
    return _slice_parts(self) > _slice_parts(other)


def slice___ge__(self, other):
    return _slice_parts(self) >= _slice_parts(other)


def slice_indices(self, length):
    length = _to_index(length)
    if length < 0:
        raise ValueError("length should not be negative")
    step = 1 if self.step is None else _slice_number(self.step)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    low, high = (-1, length - 1) if step < 0 else (0, length)

    def end(value, otherwise):
        if value is None:
            return otherwise
        value = _slice_number(value)
        return max(value + length, low) if value < 0 else min(value, high)
    if step < 0:
        return end(self.start, high), end(self.stop, low), step
    return end(self.start, low), end(self.stop, high), step


def _slice_number(x):
    if _special(x, "__index__") is None:
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return _to_index(x)
