# An uncaught exception of a user class: qualified name, str of the arguments, class in a function.
class AppError(Exception):
    pass


class Detailed(AppError):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code

    def __str__(self):
        return "code %d: %s" % (self.code, self.args[1])


for e in (AppError(), AppError("one"), AppError("one", 2), AppError(None), Detailed(5, "bad"), AppError([1], {})):
    try:
        raise e
    except AppError as x:
        print(repr(x), "|", x, "|", x.args)


def run(step):
    if step == 3:
        raise Detailed(42, "step three")
    return run(step + 1)


try:
    run(1)
except AppError as x:
    print(type(x).__name__, x.code)
run(0)
