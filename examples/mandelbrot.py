# The Mandelbrot set in characters: a floating-point loop with an exit that nobody can predict.
WIDTH, HEIGHT, LIMIT = 78, 32, 400
SHADES = " .:-=+*#%@"


def steps(cr, ci):
    """Steps until the orbit of c leaves the circle of radius 2, at most LIMIT."""
    zr = zi = 0.0
    for step in range(LIMIT):
        zr2, zi2 = zr * zr, zi * zi
        if zr2 + zi2 > 4.0:
            return step
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return LIMIT


inside = 0
for row in range(HEIGHT):
    line = ""
    for column in range(WIDTH):
        n = steps(-2.2 + 3.2 * column / WIDTH, -1.2 + 2.4 * row / HEIGHT)
        inside += n == LIMIT
        line += SHADES[-1] if n == LIMIT else SHADES[min(n // 2, len(SHADES) - 2)]
    print(line.rstrip())
print(inside, "of", WIDTH * HEIGHT, "points never leave")
