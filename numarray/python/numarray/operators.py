# numarray, part operators: what arrays have for operators; expressions that are computed later.


class _Operators:
    def __add__(self, other):
        r = _apply2(_ADD, self, other)
        return _apply_any(_ADD, self, other) if r is NotImplemented else r

    def __radd__(self, other):
        r = _apply2(_ADD, other, self)
        return _apply_any(_ADD, other, self) if r is NotImplemented else r

    def __iadd__(self, other):
        r = _update(_ADD, self, other)
        return _update_any(_ADD, self, other) if r is NotImplemented else r

    def __sub__(self, other):
        r = _apply2(_SUBTRACT, self, other)
        return _apply_any(_SUBTRACT, self, other) if r is NotImplemented else r

    def __rsub__(self, other):
        r = _apply2(_SUBTRACT, other, self)
        return _apply_any(_SUBTRACT, other, self) if r is NotImplemented else r

    def __isub__(self, other):
        r = _update(_SUBTRACT, self, other)
        return _update_any(_SUBTRACT, self, other) if r is NotImplemented else r

    def __mul__(self, other):
        r = _apply2(_MULTIPLY, self, other)
        return _apply_any(_MULTIPLY, self, other) if r is NotImplemented else r

    def __rmul__(self, other):
        r = _apply2(_MULTIPLY, other, self)
        return _apply_any(_MULTIPLY, other, self) if r is NotImplemented else r

    def __imul__(self, other):
        r = _update(_MULTIPLY, self, other)
        return _update_any(_MULTIPLY, self, other) if r is NotImplemented else r

    def __truediv__(self, other):
        r = _apply2(_DIVIDE, self, other)
        return _apply_any(_DIVIDE, self, other) if r is NotImplemented else r

    def __rtruediv__(self, other):
        r = _apply2(_DIVIDE, other, self)
        return _apply_any(_DIVIDE, other, self) if r is NotImplemented else r

    def __itruediv__(self, other):
        r = _update(_DIVIDE, self, other)
        return _update_any(_DIVIDE, self, other) if r is NotImplemented else r

    def __floordiv__(self, other):
        r = _apply2(_FLOOR_DIVIDE, self, other)
        return _apply_any(_FLOOR_DIVIDE, self, other) if r is NotImplemented else r

    def __rfloordiv__(self, other):
        r = _apply2(_FLOOR_DIVIDE, other, self)
        return _apply_any(_FLOOR_DIVIDE, other, self) if r is NotImplemented else r

    def __ifloordiv__(self, other):
        r = _update(_FLOOR_DIVIDE, self, other)
        return _update_any(_FLOOR_DIVIDE, self, other) if r is NotImplemented else r

    def __mod__(self, other):
        r = _apply2(_REMAINDER, self, other)
        return _apply_any(_REMAINDER, self, other) if r is NotImplemented else r

    def __rmod__(self, other):
        r = _apply2(_REMAINDER, other, self)
        return _apply_any(_REMAINDER, other, self) if r is NotImplemented else r

    def __imod__(self, other):
        r = _update(_REMAINDER, self, other)
        return _update_any(_REMAINDER, self, other) if r is NotImplemented else r

    def __pow__(self, other):
        r = _apply2(_POWER, self, other)
        return _apply_any(_POWER, self, other) if r is NotImplemented else r

    def __rpow__(self, other):
        r = _apply2(_POWER, other, self)
        return _apply_any(_POWER, other, self) if r is NotImplemented else r

    def __ipow__(self, other):
        r = _update(_POWER, self, other)
        return _update_any(_POWER, self, other) if r is NotImplemented else r

    def __and__(self, other):
        r = _apply2(_AND, self, other)
        return _apply_any(_AND, self, other) if r is NotImplemented else r

    def __rand__(self, other):
        r = _apply2(_AND, other, self)
        return _apply_any(_AND, other, self) if r is NotImplemented else r

    def __iand__(self, other):
        r = _update(_AND, self, other)
        return _update_any(_AND, self, other) if r is NotImplemented else r

    def __or__(self, other):
        r = _apply2(_OR, self, other)
        return _apply_any(_OR, self, other) if r is NotImplemented else r

    def __ror__(self, other):
        r = _apply2(_OR, other, self)
        return _apply_any(_OR, other, self) if r is NotImplemented else r

    def __ior__(self, other):
        r = _update(_OR, self, other)
        return _update_any(_OR, self, other) if r is NotImplemented else r

    def __xor__(self, other):
        r = _apply2(_XOR, self, other)
        return _apply_any(_XOR, self, other) if r is NotImplemented else r

    def __rxor__(self, other):
        r = _apply2(_XOR, other, self)
        return _apply_any(_XOR, other, self) if r is NotImplemented else r

    def __ixor__(self, other):
        r = _update(_XOR, self, other)
        return _update_any(_XOR, self, other) if r is NotImplemented else r

    def __lshift__(self, other):
        r = _apply2(_LEFT, self, other)
        return _apply_any(_LEFT, self, other) if r is NotImplemented else r

    def __rlshift__(self, other):
        r = _apply2(_LEFT, other, self)
        return _apply_any(_LEFT, other, self) if r is NotImplemented else r

    def __rshift__(self, other):
        r = _apply2(_RIGHT, self, other)
        return _apply_any(_RIGHT, self, other) if r is NotImplemented else r

    def __rrshift__(self, other):
        r = _apply2(_RIGHT, other, self)
        return _apply_any(_RIGHT, other, self) if r is NotImplemented else r

    def __neg__(self):
        return _apply1(_NEGATIVE, self)

    def __pos__(self):
        return self.copy()

    def __abs__(self):
        return _apply1(_ABSOLUTE, self)

    def __invert__(self):
        return _apply1(_INVERT, self)

    def __eq__(self, other):
        r = _apply2(_EQUAL, self, other)
        return _apply_any(_EQUAL, self, other) if r is NotImplemented else r

    def __ne__(self, other):
        r = _apply2(_NOT_EQUAL, self, other)
        return _apply_any(_NOT_EQUAL, self, other) if r is NotImplemented else r

    def __lt__(self, other):
        r = _apply2(_LESS, self, other)
        return _apply_any(_LESS, self, other) if r is NotImplemented else r

    def __le__(self, other):
        r = _apply2(_LESS_EQUAL, self, other)
        return _apply_any(_LESS_EQUAL, self, other) if r is NotImplemented else r

    def __gt__(self, other):
        r = _apply2(_GREATER, self, other)
        return _apply_any(_GREATER, self, other) if r is NotImplemented else r

    def __ge__(self, other):
        r = _apply2(_GREATER_EQUAL, self, other)
        return _apply_any(_GREATER_EQUAL, self, other) if r is NotImplemented else r

    def __matmul__(self, other):
        return matmul(self, other)

    def __rmatmul__(self, other):
        return matmul(other, self)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self
