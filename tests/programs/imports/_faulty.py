def safe(x):
    return 10 / x


def risky(x):
    values = [10, 20]
    return values[0] / x
