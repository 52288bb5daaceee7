# What awaits a coroutine where a program asks for it by name: coroutine.__await__(). An `await`
# draws from the coroutine itself.


class coroutine_wrapper:
    __module__ = "builtins"
    __slots__ = ("_coroutine",)

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __iter__(self):
        return self

    def __next__(self):
        return self._coroutine.send(None)

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, type, *rest):
        return self._coroutine.throw(type, *rest)

    def close(self):
        return self._coroutine.close()
