# ast.literal_eval from compiled functions.
import ast


def load(text):
    return ast.literal_eval(text)


total = 0
for i in range(3000):
    d = load("{'a': (1, -2), 'b': [3.5, 'x']}" if i % 2 else "{'a': (7, 1), 'b': None}")
    total += d["a"][0]
print(total, d)
