"""What filters of warnings show: the module's, the command line's and the environment's."""
import os
import subprocess
import sys
import warnings


def old():
    warnings.warn("old", DeprecationWarning, stacklevel=2)


old()
for i in range(3):
    warnings.warn("in a loop")
warnings.warn("other", RuntimeWarning)
warnings.simplefilter("error", RuntimeWarning)
try:
    warnings.warn("other", RuntimeWarning)
except RuntimeWarning as e:
    print("raised", e)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for i in range(2):
        warnings.warn("caught", UserWarning)
    print(len(caught), caught[0], caught[0].category, caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("ignored")
for action in ("once", "module", "default"):
    with warnings.catch_warnings():
        warnings.simplefilter(action)
        for i in range(2):
            warnings.warn(f"by {action}")
        warnings.warn(f"by {action}")
with warnings.catch_warnings():
    warnings.filterwarnings("error", "not th.s", UserWarning, r"__m")
    warnings.warn("but this")
    try:
        warnings.warn("not this")
    except UserWarning as e:
        print("raised", e)
warnings.warn_explicit("elsewhere", UserWarning, "foo.py", 3)
registry = {}
for i in range(2):
    warnings.warn_explicit("registered", UserWarning, "foo.py", 4, registry=registry)
print([key for key in registry if key != "version"])
print(sorted(map(str, __warningregistry__))[:1])

for wrong in (lambda: warnings.warn("no", int), lambda: warnings.simplefilter("never"),
              lambda: warnings.warn_explicit("no", UserWarning, "f", 1, registry=[])):
    try:
        wrong()
    except (TypeError, AssertionError) as e:
        print(type(e).__name__, e)


def show(message, category, filename, lineno, file=None, line=None):
    print("shown", message, category.__name__, lineno)


warnings.showwarning = show
warnings.warn("mine")
eval("1 is 1")
print(warnings.filters[0][:3])

code = """
import sys
print(sys.warnoptions, sys._xoptions)
import warnings
warnings.warn("user's")
warnings.warn("old", DeprecationWarning)
open("/dev/null").close()
eval(r"'\\d'")
"""
for options in ([], ["-W", "error"], ["-W", "ignore", "-X", "showrefcount=0", "-Xfoo"], ["-Wd"],
                ["-W", "error::DeprecationWarning", "-W", "ignore:user"],
                ["-W", "bad"], ["-W", "ignore::NoSuch"]):
    for variable in ("", "ignore", "default::UserWarning,error::DeprecationWarning"):
        env = dict(os.environ, PYTHONWARNINGS=variable)
        done = subprocess.run([sys.executable, *options, "-c", code], env=env,
                              capture_output=True, text=True)
        print(options, variable, done.returncode)
        print(done.stdout)
        print(done.stderr)
