# What the lexer warns of comes before the error.
x = 1if 2 else 3
y = 0x1for x in y
z = [1 2]
w = 1or 2
