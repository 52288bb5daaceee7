# `global` in a text run with other locals; breakpoint() and its hook.
import os
import sys

names, variables = {}, {}
exec("global a; a = 1; b = 2", names, variables)
names.pop("__builtins__")
print(names, variables)
exec("global a\nprint(a)\na = 5\nclass C:\n    global d\n    d = 4\ndel a", {"a": 3}, variables)
print(sorted(variables))
sys.breakpointhook = lambda *args, **keywords: ("hook", args, keywords)
print(breakpoint(1, x=2))
sys.breakpointhook = sys.__breakpointhook__
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint())
os.environ["PYTHONBREAKPOINT"] = "builtins.len"
print(breakpoint("four"))
