"""How hothouse is run, and what counts as a difference.

CPython's output is the reference. The interpreter alone is compared with it, and every mode of the
JIT too; a difference is filed by the kind of thing that went wrong, so that the reducer can stay with it.
"""
import contextlib
import os
import resource
import signal
import subprocess
import tempfile
import threading

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_"))},
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUTF8": "1",
    "PYTHONWARNINGS": "ignore",
}

# Every batch runs in these ...
ALWAYS = {
    "off": "off",
    "t2": "threshold=2,bridge=2",
}
# ... and in some of these, by turns.
TURNS = {
    "t1": "threshold=1,bridge=1",
    "t1-eval": "threshold=1,bridge=2,backend=eval",
    "t2-eval": "threshold=2,bridge=2,backend=eval",
    "t20": "threshold=20,bridge=5",
    "default": "threshold=1000",
    "nursery": "threshold=2,bridge=2,nursery=64k",
    "forced": "threshold=2,bridge=3,force-exits=SEED",
    "forced-eval": "threshold=3,bridge=2,backend=eval,force-exits=SEED",
    "registers": "threshold=2,bridge=2,registers=6",
    "verify": "threshold=2,bridge=2,verify",
}
# A collection at every safepoint takes its time: a few cases, with short loops.
COLLECTING = {"gc-every": "threshold=2,bridge=2,gc=every", "gc-eval": "threshold=2,bridge=2,gc=every,backend=eval"}
COLLECTING_CASES = 3
COLLECTING_RUNS = 100


def passes(hothouse):
    """Names of the optimizer's passes, as the command lists them."""
    listed = subprocess.run([hothouse, "--list-passes"], capture_output=True, text=True, check=True)
    names = listed.stdout.split()
    if not names:
        raise RuntimeError("`%s --list-passes` names no pass" % hothouse)
    return names


def matrix(hothouse, seed, extra=""):
    """All modes but ALWAYS and COLLECTING: name -> what --jit takes."""
    modes = dict(TURNS)
    for name in passes(hothouse):
        modes["no-" + name] = "threshold=2,bridge=2,disable=" + name
    return {name: with_extra(text.replace("SEED", str(seed % 4294967295 + 1)), extra) for name, text in modes.items()}


def with_extra(text, extra):
    return text if text == "off" or not extra else text + "," + extra


class Outcome:
    """What a run of a program ended with."""

    def __init__(self, output, error, status):
        self.output = output
        self.error = error
        self.status = status

    @property
    def lines(self):
        return self.output.split("\n")


def run(command, path, limit, environment=None):
    """The outcome of command + [path]; the status of a run that does not end is "timeout".

    The limit is one of processor time, so that a busy machine finds no differences; ten times as much
    may pass, for a program that sleeps.
    """
    with subprocess.Popen(command + [path], env={**ENVIRONMENT, **(environment or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        try:
            output, error = process.communicate(timeout=limit * 10 + 30)
            status = process.returncode
            if status in (-signal.SIGXCPU, -signal.SIGKILL):
                status = "timeout"
        except subprocess.TimeoutExpired:
            process.kill()
            output, error = process.communicate()
            status = "timeout"
    return Outcome(output.decode("utf-8", "backslashreplace"), error.decode("utf-8", "backslashreplace"), status)


def hothouse_run(hothouse, mode, path, limit, environment=None):
    return run([hothouse, "--jit", mode], path, limit, environment)


def difference(want, got):
    """What kind of difference there is between two outcomes: "" or crash, timeout, status, output."""
    if got.status == "timeout" and want.status != "timeout":
        return "timeout"
    if isinstance(got.status, int) and (got.status < 0 or "internal error" in got.error or "AddressSanitizer" in got.error):
        return "crash"
    if got.output != want.output:
        return "output"
    if got.status != want.status:
        return "status"
    if want.status and got.error.strip().split("\n")[-1] != want.error.strip().split("\n")[-1]:
        return "error"
    return ""


class Workplace:
    """A folder for the programs that are being run."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="hothouse-fuzz-")
        self.count = 0

    def write(self, text, name=None):
        self.count += 1
        path = os.path.join(self.folder.name, name or "p%d_%d.py" % (threading.get_ident(), self.count % 4))
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path
