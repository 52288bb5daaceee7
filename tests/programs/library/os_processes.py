# os: processes, descriptors, what the system says of itself.
import fcntl
import os
import resource
import sys
import termios

reader, writer = os.pipe()
print(os.get_inheritable(reader), fcntl.fcntl(reader, fcntl.F_GETFD))
os.set_inheritable(reader, True)
print(os.get_inheritable(reader), os.get_blocking(reader))
sys.stdout.flush()
child = os.fork()
if child == 0:
    os.write(writer, b"from the child")
    os._exit(3)
print(os.read(reader, 100), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))

child = os.fork()
if child == 0:
    os.execvp("sh", ["sh", "-c", "exit 7"])
pid, status, usage = os.wait4(child, 0)
print(pid == child, status >> 8, usage.ru_maxrss > 0, usage.__class__.__name__)

sys.stdout.flush()
child = os.posix_spawn("/bin/sh", ["sh", "-c", "echo $WORD >&2"], {"WORD": "spawned"},
                       file_actions=[(os.POSIX_SPAWN_DUP2, 1, 2)])
print(os.waitpid(child, 0)[1])

state = os.stat("/")
print(state.st_mode & 0o170000 == 0o040000, state.st_blksize, len(state), state[8] == int(state.st_mtime))
print(os.getuid() == state.st_uid or os.getuid() > 0, os.sysconf("SC_PAGE_SIZE"), os.confstr("CS_PATH"))
old = os.umask(0o27)
print(oct(os.umask(old)))
master, slave = os.openpty()
print(os.isatty(master), termios.tcgetwinsize(slave), termios.tcgetattr(slave)[3] & termios.ECHO > 0)
termios.tcsetwinsize(slave, (24, 80))
print(os.get_terminal_size(master))
print(resource.getrlimit(resource.RLIMIT_CORE)[0] <= resource.getrlimit(resource.RLIMIT_CORE)[1] or True)
for attempt in (lambda: os.chown("/nowhere", 1, 1), lambda: os.setuid(-2), lambda: os.killpg(1 << 22, 0),
                lambda: os.sysconf("SC_NOTHING"), lambda: fcntl.flock(1 << 20, fcntl.LOCK_SH),
                lambda: os.execv("/bin/sh", []), lambda: termios.tcgetattr(reader),
                lambda: os.stat("a\0b")):
    try:
        attempt()
    except (OSError, ValueError, OverflowError, termios.error) as error:
        print(type(error).__name__, error)
folder = os.open("/", os.O_RDONLY)
print("etc" in os.listdir(folder), os.stat("etc", dir_fd=folder).st_ino == os.stat("/etc").st_ino)
print(os.pread(os.open(__file__, os.O_RDONLY), 4, 2), os.major(0x801), os.minor(0x801), os.makedev(8, 1))
