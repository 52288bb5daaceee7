"""Futures that end while somebody begins to wait for them, or has enough."""
import sys
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait

sys.setswitchinterval(1e-6)
total = firsts = 0
with ThreadPoolExecutor(3) as pool:
    for turn in range(60):
        futures = [pool.submit(pow, n, 2) for n in range(5)]
        total += sum(f.result() for f in as_completed(futures))
        futures = {pool.submit(pow, n, 2) for n in range(5)}
        while futures:
            done, futures = wait(futures, return_when=FIRST_COMPLETED)
            firsts += sum(f.result() for f in done)
        done, rest = wait([pool.submit(pow, n, 2) for n in range(5)])
        assert len(done) == 5 and not rest
print(total, firsts)
