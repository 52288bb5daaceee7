# An exception without arguments prints its bare class name.
class Quiet(Exception):
    pass


def act():
    raise Quiet


try:
    act()
except Quiet as e:
    print(repr(e), str(e) == "", e.args)
try:
    raise Quiet()
except Exception as e:
    print(type(e) is Quiet)
act()
