# finally blocks and __exit__ methods run in order before the traceback of an uncaught exception is printed.
class CM:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__, v)
        return False


def f():
    with CM("a") as a, CM("b"):
        try:
            with CM("c"):
                print(a.name)
                [][a.name == "a"]
        finally:
            print("finally")


f()
