# numarray, late part sets: distinct elements, and arrays as sets of them.


def unique(ar, return_index=False, return_inverse=False, return_counts=False):
    a = asarray(ar).ravel()
    more = return_index or return_inverse
    order = _c.argsort(a) if more else None
    ordered = _c.take(a, order) if more else _c.sort(a)
    n = a._n0
    first = ones(n, bool_)
    if n > 1:
        later, earlier = ordered[1:], ordered[:-1]
        differs = later != earlier
        if a._code == 0:
            differs = differs & ~(isnan(later) & isnan(earlier))
        first[1:] = differs
    results = [_c.compress(ordered, first)]
    if return_index:
        results.append(_c.compress(order, first))
    if return_inverse:
        inverse = empty(n, int64)
        inverse[order] = _c.cumulate(False, first) - 1
        results.append(inverse)
    if return_counts:
        starts = nonzero(first)[0]
        results.append(diff(concatenate([starts, array([n])])))
    return results[0] if len(results) == 1 else tuple(results)


def isin(element, test_elements, invert=False):
    a = asarray(element)
    flat = a.ravel()
    tests = unique(test_elements)
    code = flat._code if flat._code < tests._code else tests._code
    if tests._n0 == 0:
        found = zeros(flat._n0, bool_)
    else:
        flat = _c.astype(flat, code)
        tests = _c.astype(tests, code)
        at = minimum(_c.search_sorted(tests, flat, False), tests._n0 - 1)
        found = _c.take(tests, at) == flat
    if invert:
        found = ~found
    return found.reshape(a.shape)


def in1d(ar1, ar2, invert=False):
    return isin(asarray(ar1).ravel(), ar2, invert)


def union1d(ar1, ar2):
    return unique(concatenate([asarray(ar1).ravel(), asarray(ar2).ravel()]))


def intersect1d(ar1, ar2):
    a = unique(ar1)
    b = unique(ar2)
    r = a[isin(a, b)]
    return _c.astype(r, a._code if a._code < b._code else b._code).copy()


def setdiff1d(ar1, ar2):
    a = unique(ar1)
    return a[isin(a, ar2, True)]


def setxor1d(ar1, ar2):
    a = unique(ar1)
    b = unique(ar2)
    return sort(concatenate([a[isin(a, b, True)], b[isin(b, a, True)]]))
