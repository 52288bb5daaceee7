# The traceback suggests a name for what a __getattr__ has raised.
class Lazy:
    near = 1

    def __getattr__(self, name):
        raise AttributeError("no " + name)


Lazy().neer
