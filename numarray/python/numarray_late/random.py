# numarray, late part random: numpy.random's legacy generator, the same numbers for the same seed.
#
# The generator is the Mersenne twister of the module random; NumPy seeds it otherwise, and draws
# integers and normal numbers from it in ways of its own (numpy/random/src/legacy).


def _twister_state(seed):
    if not 0 <= seed <= 0xffffffff:
        raise ValueError("Seed must be between 0 and 2**32 - 1")
    words = [seed]
    for i in range(1, 624):
        last = words[-1]
        words.append((1812433253 * (last ^ last >> 30) + i) & 0xffffffff)
    return (3, tuple(words) + (624,), None)


class RandomState:
    __module__ = "numpy.random"

    def __init__(self, seed=None):
        from random import Random
        self._source = Random()
        self.seed(seed)

    def seed(self, seed=None):
        if seed is None:
            self._source.seed()
        elif isinstance(seed, int):
            self._source.setstate(_twister_state(seed))
        else:
            raise NotImplementedError("numarray: seeds other than integers")
        self._gauss = None

    # --- one number

    def _word(self):
        return self._source.getrandbits(32)

    # 0 <= x <= most, by rejection under a mask.
    def _interval(self, most):
        if most == 0:
            return 0
        mask = (1 << most.bit_length()) - 1
        if most <= 0xffffffff:
            while True:
                x = self._source.getrandbits(32) & mask
                if x <= most:
                    return x
        while True:
            x = (self._word() << 32 | self._word()) & mask
            if x <= most:
                return x

    # Marsaglia's polar method; the second number of a pair is kept.
    def _normal(self):
        if self._gauss is not None:
            x = self._gauss
            self._gauss = None
            return x
        random = self._source.random
        while True:
            x = 2.0 * random() - 1.0
            y = 2.0 * random() - 1.0
            r = x * x + y * y
            if 0.0 < r < 1.0:
                break
        f = _math.sqrt(-2.0 * _math.log(r) / r)
        self._gauss = f * x
        return f * y

    def _exponential(self):
        return -_math.log(1.0 - self._source.random())

    # --- arrays of them

    def _filled(self, draw, size, dtype=float64):
        if size is None:
            return draw()
        a = empty(size, dtype)
        flat = a.ravel()
        for i in range(flat._n0):
            flat[i] = draw()
        return a

    def random_sample(self, size=None):
        return self._filled(self._source.random, size)

    random = ranf = sample = random_sample

    def rand(self, *shape):
        return self.random_sample(shape or None)

    def randn(self, *shape):
        return self._filled(self._normal, shape or None)

    def standard_normal(self, size=None):
        return self._filled(self._normal, size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        _check_numbers(loc, scale)
        if scale < 0:
            raise ValueError("scale < 0")
        return self._filled(lambda: loc + scale * self._normal(), size)

    def uniform(self, low=0.0, high=1.0, size=None):
        _check_numbers(low, high)
        width = high - low
        random = self._source.random
        return self._filled(lambda: low + width * random(), size)

    def exponential(self, scale=1.0, size=None):
        _check_numbers(scale)
        if scale < 0:
            raise ValueError("scale < 0")
        return self._filled(lambda: scale * self._exponential(), size)

    def standard_exponential(self, size=None):
        return self._filled(self._exponential, size)

    def randint(self, low, high=None, size=None, dtype=int64):
        _check_numbers(low)
        if high is None:
            low, high = 0, low
        if low >= high:
            raise ValueError("low >= high")
        most = high - low - 1
        return self._filled(lambda: low + self._interval(most), size, dtype)

    def random_integers(self, low, high=None, size=None):
        return self.randint(1, low + 1, size) if high is None else self.randint(low, high + 1, size)

    def choice(self, a, size=None, replace=True, p=None):
        if isinstance(a, int):
            if a <= 0:
                raise ValueError("a must be greater than 0 unless no samples are taken")
            n = a
        else:
            a = asarray(a)
            if a._nd != 1:
                raise ValueError("a must be 1-dimensional")
            n = a._n0
            if n == 0:
                raise ValueError("'a' cannot be empty unless no samples are taken")
        if p is not None:
            if not replace:
                raise NotImplementedError("numarray: choice with p and without replacement")
            p = asarray(p) * 1.0
            if p._n0 != n:
                raise ValueError("'a' and 'p' must have same size")
            if _abs(p.sum() - 1) > 1e-8:
                raise ValueError("probabilities do not sum to 1")
            ends = p.cumsum()
            ends /= ends[-1]
            at = searchsorted(ends, self.random_sample(size), "right")
        elif replace:
            at = self.randint(0, n, size)
        else:
            shape = () if size is None else (size,) if isinstance(size, int) else tuple(size)
            count = 1
            for k in shape:
                count *= k
            if count > n:
                raise ValueError("Cannot take a larger sample than population when "
                                 "'replace=False'")
            at = self.permutation(n)[:count]
            at = at[0] if size is None else at.reshape(shape)
        return at if isinstance(a, int) else a[at]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._interval(i)
            if isinstance(x, ndarray) and x._nd == 2:
                row = x[i].copy()
                x[i] = x[j]
                x[j] = row
            else:
                x[i], x[j] = x[j], x[i]

    def permutation(self, x):
        if isinstance(x, int):
            a = _c.sequence(0, 1, x)
            self.shuffle(a)
            return a
        a = asarray(x)
        if a._nd == 1:
            a = a.copy()
            self.shuffle(a)
            return a
        order = _c.sequence(0, 1, a._n0)
        self.shuffle(order)
        return a[order]


def _check_numbers(*values):
    for x in values:
        if not isinstance(x, (int, float)):
            raise NotImplementedError("numarray: random numbers with arrays as parameters")


def _default_rng(seed=None):
    raise NotImplementedError("numarray: numpy.random.default_rng; there is numpy.random's legacy "
                              "generator: seed(), rand(), randint(), normal(), RandomState")


# What numpy.random has as functions: methods of one generator.
class _Random:
    RandomState = RandomState
    default_rng = staticmethod(_default_rng)


random = _Random()
_shared_state = RandomState()
for _name in ("seed", "random_sample", "random", "ranf", "sample", "rand", "randn",
              "standard_normal", "normal", "uniform", "exponential", "standard_exponential",
              "randint", "random_integers", "choice", "shuffle", "permutation"):
    setattr(random, _name, getattr(_shared_state, _name))
