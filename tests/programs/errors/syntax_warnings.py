# The compiler warns of what is legal and surely not meant; filters decide what becomes of it.
x = 5
if x is 5: print("a")
print(x is not "a", x is (1,2), x is None, x is ..., 1 is x is 2)
assert (x, "msg")
def f():
    try:
        return x is -1
    finally:
        x is 7
try: [(1,2) (3,4)]
except TypeError as e: print(e)
try: [1,2]["a"]
except TypeError as e: print(e)
try: (1,2)[3.0]
except TypeError as e: print(e)
try: 5[1]
except TypeError as e: print(e)
try: "abc"["a"]
except TypeError as e: print(e)
try: f"abc{x}"(1)
except TypeError as e: print(e)
try: {1}[1]
except TypeError as e: print(e)
try: [i for i in "a"][1,2]
except TypeError as e: print(e)
try: [1][None]
except TypeError as e: print(e)
[1][True-1:]
import warnings
exec("x is 5\nx is 6")
print(eval("x is 5"))
with warnings.catch_warnings():
    warnings.simplefilter("error", SyntaxWarning)
    try: compile("a = 1\nassert(a, 'b')", "file", "exec")
    except SyntaxError as e: print(repr(e)[:80], e.lineno)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always", SyntaxWarning)
    compile("a is 1", "file", "exec")
    print(w[0].message, w[0].lineno, w[0].filename, w[0].category)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    compile("a is 1", "file", "exec")
