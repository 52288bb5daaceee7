# What a loop loads from something that stays is loaded again where a trace enters the loop's body:
# there it may be of another type, and the loop's own check comes too late.
def sums(things, rounds, width):
    table = {}
    total = 0
    i = 0
    while i < rounds:
        thing = things[i % len(things)]
        k = 0
        while k < width:
            table[k] = i
            if k & 7:
                total += thing[0][0][0]
            else:
                total += 1
            k += 1
        i += 1
    return total


def attempts(things, rounds, width):
    table = {}
    total = 0
    wrong = 0
    i = 0
    while i < rounds:
        thing = things[i % len(things)]
        k = 0
        while k < width:
            table[k] = i
            try:
                if k & 7:
                    total += thing[0][0][0]
            except (TypeError, IndexError):
                wrong += 1
            k += 1
        i += 1
    return total, wrong


class Own:
    def __getitem__(self, index):
        return ((3,),)


class Extended(list):
    pass


nested = (((1, 2), 3), 4)
lists = [[[5, 6], [7]], [[8]]]
numbers = [[9, 10, 11], [12]]
print(sums([nested], 1500, 10))
print(sums([nested, nested, lists], 1500, 10))
print(sums([nested, lists, Own(), nested, Extended(lists)], 1500, 10))
others = [nested, nested, nested, numbers, ((5,),), [5, 6, 7], (5.5, 6), [1.5], "abc", [True], {0: 1}]
print(attempts(others, 2000, 10))
