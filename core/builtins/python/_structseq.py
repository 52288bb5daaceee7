# Tuples whose items have names, as CPython's C modules return them (struct_rusage, uname_result).

_store = object.__setattr__


# A class of `module`. Items behind the first `visible` are attributes only.
def make(module, name, fields, visible=None):
    count = len(fields)
    shown = count if visible is None else visible
    title = name if module == "builtins" else f"{module}.{name}"

    class made(tuple):
        n_fields = count
        n_sequence_fields = shown
        n_unnamed_fields = sum([f is None for f in fields])
        __match_args__ = tuple([f for f in fields[:shown] if f is not None])

        def __new__(cls, sequence, dict=None):
            row = tuple(sequence)
            kind = title + "()"
            if len(row) < shown:
                least = "at least " if shown < count else ""
                raise TypeError(f"{kind} takes an {least}{shown}-sequence "
                                f"({len(row)}-sequence given)")
            if len(row) > count:
                most = "at most " if shown < count else ""
                raise TypeError(f"{kind} takes an {most}{count}-sequence "
                                f"({len(row)}-sequence given)")
            self = tuple.__new__(cls, row[:shown])
            # By the way of any attribute: instances share the layout that a dict would part.
            for i in range(shown, count):
                if i < len(row):
                    _store(self, fields[i], row[i])
                else:
                    _store(self, fields[i], dict.get(fields[i]) if dict else None)
            return self

        def __repr__(self):
            parts = [f"{f}={v!r}" for f, v in zip(fields, self)]
            return f"{title}({', '.join(parts)})"

        def __reduce__(self):
            return type(self), (tuple(self), dict(self.__dict__))

    for i, field in enumerate(fields[:shown]):
        if field is not None:
            setattr(made, field, property(lambda self, i=i: self[i]))
    made.__name__ = made.__qualname__ = name
    made.__module__ = module
    return made
