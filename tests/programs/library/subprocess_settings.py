# What new processes inherit and what they don't: descriptors, ignored signals; users that there cannot be.
import os
import resource
import signal
import subprocess
import sys


def ignored(**settings):
    text = subprocess.check_output(["grep", "SigIgn", "/proc/self/status"], **settings)
    mask = int(text.split()[1], 16)
    return [s.name for s in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ) if mask >> s - 1 & 1]


def nothing():
    pass


print(ignored(), ignored(restore_signals=False))
print(ignored(preexec_fn=nothing), ignored(restore_signals=False, preexec_fn=nothing))
before = signal.signal(signal.SIGINT, signal.SIG_IGN)
print(ignored(), ignored(preexec_fn=nothing))
signal.signal(signal.SIGINT, before)

limits = resource.getrlimit(resource.RLIMIT_NOFILE)
files = [os.open("/dev/null", os.O_RDONLY) for _ in range(40)]
for fd in files:
    os.set_inheritable(fd, True)
for fd in files[:15]:
    os.close(fd)
del files[:15]
resource.setrlimit(resource.RLIMIT_NOFILE, (20, limits[1]))
listing = "for f in /proc/self/fd/*; do echo ${f##*/}; done"
for settings in {}, {"pass_fds": files[::10]}, {"close_fds": False}:
    p = subprocess.Popen(["sh", "-c", listing], stdout=subprocess.PIPE, **settings)
    open_there = {int(line) for line in p.stdout.read().split()} & set(files)
    p.stdout.close()
    print(p.wait(), [files.index(fd) for fd in sorted(open_there)])
resource.setrlimit(resource.RLIMIT_NOFILE, limits)

for settings in ({"user": -1}, {"user": 1 << 64}, {"group": -1}, {"group": 1 << 64}, {"extra_groups": [-1]},
                 {"extra_groups": [1 << 64]}, {"user": "no such user"}, {"group": "no such group"}):
    try:
        subprocess.check_call(["true"], **settings)
    except Exception as e:
        print(settings, type(e).__name__, e)


class Files:
    selects = __import__("select").select


p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(Files().selects([p.stdout], [p.stdin], [], 5)[1] == [p.stdin])
print(p.communicate(b"x" * 200000)[0].count(b"x"))
