# subprocess: what is done in the new process before its program begins.
import os
import subprocess
import sys

sys.stdout.flush()


def before():
    os.environ["FROM_BEFORE"] = "set"
    os.write(1, b"before\n")


def fails():
    raise ValueError("no")


print(subprocess.run(["sh", "-c", "echo $FROM_BEFORE"], preexec_fn=before, capture_output=True).stdout)
print(subprocess.run(["sh", "-c", "umask; pwd"], umask=0o27, cwd="/", capture_output=True, text=True).stdout)
print(subprocess.run(["sh", "-c", "ps -o pgid= -p $$ >/dev/null; cat; echo err >&2"], process_group=0, input=b"in",
                     capture_output=True))
for options in ({"preexec_fn": fails}, {"umask": 0, "cwd": "/nowhere"}, {"args": ["/no/program"], "umask": 0}):
    try:
        subprocess.run(**{"args": ["true"], **options})
    except (subprocess.SubprocessError, OSError) as error:
        print(type(error).__name__, error)
reader, writer = os.pipe()
subprocess.run(["sh", "-c", f"echo passed >&{writer}"], pass_fds=[writer], umask=0o22)
print(os.read(reader, 100))
try:
    subprocess.run(["echo", "a\0b"])
except ValueError as error:
    print(error)
