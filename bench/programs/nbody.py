# Planets under Newtonian gravity: float arithmetic on object attributes.
# args: 2000
import sys
from math import sqrt


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def make_bodies():
    bodies = [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0)]
    for i in range(1, 5):
        r = 4.0 + 5.0 * i
        bodies.append(Body(r, 0.3 * i, -0.1 * i, 0.05 * i, 6.0 / sqrt(r), 0.02 * i, 0.01 / i))
    return bodies


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for p, q in pairs:
            dx = p.x - q.x
            dy = p.y - q.y
            dz = p.z - q.z
            d2 = dx * dx + dy * dy + dz * dz
            mag = dt / (d2 * sqrt(d2))
            pm = p.mass * mag
            qm = q.mass * mag
            p.vx -= dx * qm
            p.vy -= dy * qm
            p.vz -= dz * qm
            q.vx += dx * pm
            q.vy += dy * pm
            q.vz += dz * pm
        for b in bodies:
            b.x += dt * b.vx
            b.y += dt * b.vy
            b.z += dt * b.vz


def energy(bodies, pairs):
    e = 0.0
    for b in bodies:
        e += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for p, q in pairs:
        dx = p.x - q.x
        dy = p.y - q.y
        dz = p.z - q.z
        e -= p.mass * q.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return e


steps = int(sys.argv[1])
bodies = make_bodies()
pairs = [(bodies[i], bodies[j]) for i in range(5) for j in range(i + 1, 5)]
advance(bodies, pairs, 0.001, steps)
print("%.9f" % energy(bodies, pairs))
