print("init", __name__, __package__)
state = ["tools"]


def double(x):
    return x * 2
