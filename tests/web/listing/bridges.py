# Bridges: branches that both are taken, types that change, an exception, a big integer.
def mixed(n):
    total, odd, texts = 0, 0.0, 0
    for i in range(n):
        if i % 3 == 0:
            total += i
        elif i % 3 == 1:
            odd += 0.5
        else:
            texts += len("x" * (i % 5))
        x = i if i % 4 else float(i)
        total += int(x * 2)
        try:
            if i % 50 == 7:
                raise ValueError(i)
        except ValueError as error:
            total -= error.args[0]
    return total, odd, texts


product = 1
for i in range(1, 400):
    product *= i if i % 40 else 3
    if i % 100 == 0:
        product = i
print(mixed(4000), product % 1000007)
