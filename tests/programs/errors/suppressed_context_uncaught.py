# raise ... from None hides the context in the printed traceback.
def convert(s):
    try:
        return int(s)
    except ValueError:
        raise TypeError("not a number: %r" % s) from None


try:
    convert("x")
except TypeError as e:
    print(e, e.__cause__, repr(e.__context__), e.__suppress_context__)
print(convert("12"))
convert("12a")
