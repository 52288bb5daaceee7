# A program that starts its own interpreter.
import os
import subprocess
import sys

print(os.path.isabs(sys.executable), os.access(sys.executable, os.X_OK))
code = "import sys; print(sys.argv[1:], file=sys.stderr); print(sum(range(10)))"
done = subprocess.run([sys.executable, "-c", code, "a", "b c"], capture_output=True, text=True)
print(done.returncode, repr(done.stdout), repr(done.stderr))
done = subprocess.run([sys.executable, "-c", "raise SystemExit(3)"])
print(done.returncode)
