# sys.argv, __name__ and exit status with arguments given on the command line.
# args: one 2 --flag x=y
import sys

print(len(sys.argv), sys.argv[1:], sys.argv[0].endswith("sys_argv.py"), type(sys.argv).__name__)
opts = {}
rest = []
for a in sys.argv[1:]:
    if a.startswith("--"):
        opts[a[2:]] = True
    elif "=" in a:
        k, v = a.split("=")
        opts[k] = v
    else:
        try:
            rest.append(int(a))
        except ValueError:
            rest.append(a)
print(opts, rest)
print(sys.maxsize, sys.version_info[:2], sys.version_info >= (3, 8), sys.byteorder, sys.getrecursionlimit() >= 500)
print("output through stdout", file=sys.stdout)
sys.stdout.write("written\n")
sys.stdout.flush()
print(__name__, "math" in sys.modules, "sys" in sys.modules, sys.float_info.max, sys.float_info.epsilon)
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is not None)
print(sys.exc_info())


def main(argv):
    total = sum(x for x in rest if isinstance(x, int))
    print("total", total)
    return 0 if argv else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
