# What an exception group was made of is read-only; attributes of that name of other exceptions are not.
g = ExceptionGroup("g", [ValueError(1)])
class Mine(ExceptionGroup):
    message = "own"
    def derive(self, excs): return Mine(self.message, excs)
for o in (g, Mine("m", [KeyError(2)])):
    for name in ("message", "exceptions"):
        for f in (lambda: setattr(o, name, "x"), lambda: delattr(o, name)):
            try: f()
            except AttributeError as e: print(e)
    print(o.message, o.exceptions, o.split(ValueError))
    o.other = 1; del o.other
e = ValueError(1); e.message = "free"; e.exceptions = 5; print(vars(e))
