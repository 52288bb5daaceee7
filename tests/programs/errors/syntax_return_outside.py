# A program with a SyntaxError prints nothing but the error: 'return' outside function.
print("never printed")
x = 5
if x > 3:
    return x
print("never printed either")
