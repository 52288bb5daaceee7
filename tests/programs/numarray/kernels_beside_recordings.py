# Kernels that are made while recordings begin and are given up: whatever a given-up recording
# assumed (here, of globals that come and go) must not touch the kernel made after it.
try:
    import numarray as np
except ImportError:
    import numpy as np


def case(rounds):
    global numbers, flags, total, i
    numbers = np.arange(2)
    flags = np.arange(2) > 1
    total = 0.0
    i = -1
    out = []
    while (i := i + 1) < rounds:
        numbers = numbers.astype(np.int64)
        smallest = float(np.minimum(numbers, flags).min())
        out.append(smallest)
        total += smallest
        if i % 4 == 3:
            numbers = flags
    return total, sum(out), numbers.tolist(), flags.tolist()


for rounds in [12] * 20 + [3000]:
    print(case(rounds))


def fresh(k):
    # Each time a global that is not there yet: the recording of the loop is given up.
    source = f"""
global made_{k}
made_{k} = 0
while made_{k} < 40:
    made_{k} += 1
    kept = np.arange(3).astype(np.float64) + made_{k}
    if made_{k} % 7 == 0:
        kept = (kept > {k}).astype(np.int64)
    result = float(kept.sum())
"""
    names = {"np": np}
    exec(source, names)
    return names["result"], names[f"made_{k}"]


print([fresh(k) for k in range(30)])
