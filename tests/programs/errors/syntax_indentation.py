# A body that isn't indented is an IndentationError naming the statement it belongs to.
def f(x):
return x

print(f(1))
