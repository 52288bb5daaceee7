import cmath; print(cmath.sqrt(-1), cmath.phase(1j), cmath.exp(0), cmath.polar(1j))
