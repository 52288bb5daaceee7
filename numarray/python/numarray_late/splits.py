# numarray, late part splits: arrays cut into several, and several laid side by side.


def _cuts(a, at, axis):
    n = _length_along(a, axis)
    if isinstance(at, int):
        if at <= 0:
            raise ValueError("number sections must be larger than 0.")
        each, more = n // at, n % at
        ends = []
        end = 0
        for k in range(at):
            end += each + 1 if k < more else each
            ends.append(end)
        return ends[:-1]
    return asarray(at).tolist() if len(at) else []


def array_split(a, indices_or_sections, axis=0):
    a = asarray(a)
    axis = _axis_of(a, axis)
    parts = []
    start = 0
    n = _length_along(a, axis)
    for end in _cuts(a, indices_or_sections, axis) + [n]:
        parts.append(a[start:end] if axis == 0 else a[:, start:end])
        start = end
    return parts


def split(a, indices_or_sections, axis=0):
    a = asarray(a)
    if isinstance(indices_or_sections, int):
        if indices_or_sections <= 0 or _length_along(a, _axis_of(a, axis)) % indices_or_sections:
            raise ValueError("array split does not result in an equal division")
    return array_split(a, indices_or_sections, axis)


def hsplit(a, indices_or_sections):
    a = asarray(a)
    return split(a, indices_or_sections, 0 if a._nd == 1 else 1)


def vsplit(a, indices_or_sections):
    a = asarray(a)
    if a._nd < 2:
        raise ValueError("vsplit only works on arrays of 2 or more dimensions")
    return split(a, indices_or_sections, 0)


row_stack = vstack


def block(arrays):
    if not isinstance(arrays, list):
        return atleast_1d(arrays)
    if isinstance(arrays[0], list):
        return concatenate([concatenate([atleast_2d(a) for a in row], 1) for row in arrays])
    parts = [atleast_1d(a) for a in arrays]
    return concatenate(parts, parts[0]._nd - 1)
