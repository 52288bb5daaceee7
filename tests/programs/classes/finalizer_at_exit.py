# stderr: ignore
# What a program that imports nothing leaves to its end is finalized then: also behind one whose __del__ fails.
class Left:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("finalized", self.n)
        1 / self.n


first, second = Left(1), Left(0)
