# The places in a SyntaxError where there is no end: 0 or -1, never None.
def tell(source):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.args)


tell("if 1:\n\ta\n        b\n")
tell("if x:\n  a\n b\n")
tell("a \\ b\n")
tell("(\n")
tell("if x:\n")
tell("    pass\n")
tell("{a: b, c}\n")
tell("def f():\n  try:\n    x\nz\n")
tell("1 +\n")
tell("f'{a b}'\n")
