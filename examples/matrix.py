# Matrices as lists of lists: powers by squaring, a determinant by elimination.
def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def identity(n):
    return [[int(i == j) for j in range(n)] for i in range(n)]


def power(matrix, exponent):
    result = identity(len(matrix))
    while exponent:
        if exponent & 1:
            result = product(result, matrix)
        matrix = product(matrix, matrix)
        exponent >>= 1
    return result


def determinant(matrix):
    rows = [[float(x) for x in row] for row in matrix]
    value = 1.0
    for k in range(len(rows)):
        pivot = max(range(k, len(rows)), key=lambda i: abs(rows[i][k]))
        if rows[pivot][k] == 0.0:
            return 0.0
        if pivot != k:
            rows[k], rows[pivot] = rows[pivot], rows[k]
            value = -value
        value *= rows[k][k]
        for i in range(k + 1, len(rows)):
            factor = rows[i][k] / rows[k][k]
            for j in range(k, len(rows)):
                rows[i][j] -= factor * rows[k][j]
    return value


print("the 300th Fibonacci number:", power([[1, 1], [1, 0]], 300)[0][1])
n = 40
big = [[(i * 7 + j * 13) % 11 + (10 if i == j else 0) for j in range(n)] for i in range(n)]
print("trace of the cube:", sum(row[i] for i, row in enumerate(product(product(big, big), big))))
print(f"determinant: {determinant(big):.6e}")
