# SyntaxErrors of scopes: walrus in what a comprehension iterates over, __debug__ as a parameter.
for text in (
    "[i for i in (lambda: (j := 1))()]",
    "[i for i in [j for j in range(5) if (j := True)]]",
    "{i for i in [(j := 1) for k in range(5)]}",
    "f = lambda __debug__: 0",
    "def f(*, x=lambda __debug__: 0): pass",
    "def f(__debug__): pass",
):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print(e.msg)
    else:
        print("compiled:", text)
