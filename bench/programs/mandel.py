# Mandelbrot set membership count on an n x n grid, at most 50 iterations a point.
# args: 60
import sys


def count_inside(n, max_iter):
    inside = 0
    total = 0
    for row in range(n):
        ci = 2.0 * row / n - 1.0
        for col in range(n):
            cr = 3.0 * col / n - 2.0
            zr = 0.0
            zi = 0.0
            k = 0
            while k < max_iter:
                r2 = zr * zr
                i2 = zi * zi
                if r2 + i2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = r2 - i2 + cr
                k += 1
            total += k
            if k == max_iter:
                inside += 1
    return inside, total


n = int(sys.argv[1])
inside, total = count_inside(n, 50)
print(inside, total)
