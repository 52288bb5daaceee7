# A few bodies under gravity: attribute floats in nested loops, exact last digits.
class Body:
    def __init__(self, x, y, z, vx, vy, vz, m):
        self.x, self.y, self.z, self.vx, self.vy, self.vz, self.m = x, y, z, vx, vy, vz, m


bodies = [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47), Body(4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037), Body(8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011)]
pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]


def energy():
    e = 0.0
    for b in bodies:
        e += 0.5 * b.m * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for a, b in pairs:
        d = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2) ** 0.5
        e -= a.m * b.m / d
    return e


def advance(dt, n):
    for _ in range(n):
        for a, b in pairs:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            mag = dt / ((dx * dx + dy * dy + dz * dz) ** 1.5)
            a.vx -= dx * b.m * mag
            a.vy -= dy * b.m * mag
            a.vz -= dz * b.m * mag
            b.vx += dx * a.m * mag
            b.vy += dy * a.m * mag
            b.vz += dz * a.m * mag
        for b in bodies:
            b.x += dt * b.vx
            b.y += dt * b.vy
            b.z += dt * b.vz


print(energy())
advance(0.01, 400)
print(energy(), [(b.x, b.y, b.z) for b in bodies])
bodies[0].vx = 0
bodies[1].m = 1
advance(0.005, 150)
print(energy(), bodies[0].vx, bodies[2].vz)
