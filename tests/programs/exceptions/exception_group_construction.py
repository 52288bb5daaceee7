# What an exception group is made of, and which class it gets.
def report(action):
    try:
        print(repr(action()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Own(ExceptionGroup):
    pass


class Base(BaseExceptionGroup):
    pass


class Falsy(ExceptionGroup):
    def __bool__(self):
        return False

    def derive(self, excs):
        return Falsy(self.message, excs)


arguments = [(), ("x",), ("x", [ValueError()], 3), (1, [ValueError()]), (None, 1), ("x", {1}),
             ("x", None), ("x", []), ("x", [1]), ("x", [OSError]), ("x", [KeyboardInterrupt()]),
             ("x", [ValueError(1), TypeError(2)]), ("x", (ValueError(1),))]
for cls in ExceptionGroup, BaseExceptionGroup, Own, Base:
    for row in arguments:
        report(lambda: cls(*row))
print(type(BaseExceptionGroup("all plain", [ValueError(1)])))


def handle():
    try:
        try:
            raise Falsy("falsy", [TypeError(1), ValueError(2)])
        except* TypeError as e:
            first = e
            raise
        except* ValueError as e:
            second = e
    except Exception as e:
        last = e
    print(repr(first), repr(second), repr(last))


handle()
