# The functions of os about processes, users and the machine, by the C library: see _posix_libc.py.
import ctypes
import os
import posix
import struct
import sys
import _structseq
import _threads
from _libc import buffer, call, function, raise_error

_at = ctypes.addressof


def _forked(start):
    before, in_parent, in_child = posix._fork_hooks
    for hook in reversed(before):
        hook()
    pid = start()
    if pid == 0:
        _threads.after_fork()
    for hook in in_parent if pid else in_child:
        hook()
    if not pid and "random" in sys.modules:  # parent and child shall not draw the same numbers
        sys.modules["random"].seed()
    return pid


def fork():
    return _forked(lambda: call("fork", "i"))


def forkpty():
    room = buffer(b"", 4)
    pid = _forked(lambda: call("forkpty", "ippp", _at(room), 0, 0, 0))
    return pid, struct.unpack("i", room.raw)[0] if pid else -1


def _exit(status):
    function("_exit", "ii")(status)


def abort():
    function("abort", "i")()


def _strings(rows):
    encoded = [os.fsencode(r) for r in rows]
    if any([b"\0" in r for r in encoded]):
        raise ValueError("embedded null byte")
    made = (ctypes.c_char_p * (len(rows) + 1))(*encoded)
    return made, encoded


def _arguments(name, argv):
    if not isinstance(argv, (list, tuple)):
        raise TypeError(f"{name}: argv must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}() arg 2 must not be empty")
    if not os.fspath(argv[0]):
        raise ValueError(f"{name}() arg 2 first element cannot be empty")
    return _strings(list(argv))


def _variables(env):
    if not hasattr(env, "keys"):
        raise TypeError("environment must be a mapping object")
    rows = []
    for name in env.keys():
        key, value = os.fsencode(name), os.fsencode(env[name])
        if b"=" in key or not key:
            raise ValueError("illegal environment variable name")
        rows.append(key + b"=" + value)
    return _strings(rows)


def execv(path, argv, /):
    made, kept = _arguments("execv", argv)
    function("execv", "ipp")(os.fsencode(path), _at(made))
    raise_error(path)


def execve(path, argv, env):
    made, kept = _arguments("execve", argv)
    variables, kept_too = _variables(env)
    if isinstance(path, int):
        function("fexecve", "iipp")(path, _at(made), _at(variables))
        raise_error()
    function("execve", "ippp")(os.fsencode(path), _at(made), _at(variables))
    raise_error(path)


def _spawn(name, path, argv, env, file_actions=(), setpgroup=None, resetids=False, setsid=False,
           setsigmask=None, setsigdef=None, scheduler=None):
    made, kept = _arguments(name, argv)
    variables, kept_too = _variables(env)
    actions = buffer(b"", 128)
    attributes = buffer(b"", 512)
    room = buffer(b"", 4)
    names = []

    def check(code):
        if code:
            raise OSError(code, posix.strerror(code), path)
    function("posix_spawn_file_actions_init", "ip")(_at(actions))
    function("posix_spawnattr_init", "ip")(_at(attributes))
    for action in file_actions or ():
        if not isinstance(action, tuple) or not action:
            raise TypeError("Each file_actions element must be a non-empty tuple")
        if action[0] == posix.POSIX_SPAWN_OPEN:
            _, fd, file, flags, mode = action
            names.append(os.fsencode(file))
            check(function("posix_spawn_file_actions_addopen", "ipipiu")(
                _at(actions), fd, names[-1], flags, mode))
        elif action[0] == posix.POSIX_SPAWN_CLOSE:
            check(function("posix_spawn_file_actions_addclose", "ipi")(_at(actions), action[1]))
        elif action[0] == posix.POSIX_SPAWN_DUP2:
            check(function("posix_spawn_file_actions_adddup2", "ipii")(_at(actions), *action[1:]))
        else:
            raise TypeError("Unknown file_actions identifier")
    flags = (1 if resetids else 0) | (128 if setsid else 0)
    if setpgroup is not None:
        flags |= 2
        function("posix_spawnattr_setpgroup", "ipi")(_at(attributes), setpgroup)
    for signals, flag, kind in ((setsigmask, 8, "sigmask"), (setsigdef, 4, "sigdefault")):
        if signals is not None:
            flags |= flag
            mask = 0
            for s in signals:
                if not 0 < s < 65:
                    raise ValueError(f"signal number {s} out of range")
                mask |= 1 << s - 1
            packed = buffer(struct.pack("Q", mask), 128)
            function("posix_spawnattr_set" + kind, "ipp")(_at(attributes), _at(packed))
    function("posix_spawnattr_setflags", "ipi")(_at(attributes), flags)
    check(function(name, "ipppppp")(_at(room), os.fsencode(path), _at(actions), _at(attributes),
                                    _at(made), _at(variables)))
    function("posix_spawn_file_actions_destroy", "ip")(_at(actions))
    return struct.unpack("i", room.raw)[0]


def posix_spawn(path, argv, env, /, **settings):
    return _spawn("posix_spawn", path, argv, env, **settings)


def posix_spawnp(path, argv, env, /, **settings):
    return _spawn("posix_spawnp", path, argv, env, **settings)


def pidfd_open(pid, flags=0):
    return call("syscall", "niii", 434, pid, flags)


# --- waiting


def wait4(pid, options):
    import resource
    status, usage = buffer(b"", 4), buffer(b"", 144)
    pid = call("wait4", "iipip", pid, _at(status), options, _at(usage))
    return pid, struct.unpack("i", status.raw)[0], resource._usage(usage.raw)


def wait3(options):
    return wait4(-1, options)


waitid_result = _structseq.make("posix", "waitid_result",
                                ("si_pid", "si_uid", "si_signo", "si_status", "si_code"))


def waitid(idtype, id, options, /):
    room = buffer(b"", 128)
    call("waitid", "iiupi", idtype, id, _at(room), options)
    signal, _, code, _, pid, uid, status = struct.unpack("7i", room.raw[:28])
    return None if pid == 0 else waitid_result((pid, uid, signal, status, code))


times_result = _structseq.make("posix", "times_result",
                               ("user", "system", "children_user", "children_system", "elapsed"))


def times():
    room = buffer(b"", 32)
    now = call("times", "np", _at(room))
    return times_result([n / 100 for n in struct.unpack("4q", room.raw)] + [now / 100])


# --- users and groups


def getlogin():
    room = buffer(b"", 256)
    code = function("getlogin_r", "ipn")(_at(room), 256)
    if code:
        raise OSError(code, posix.strerror(code))
    return os.fsdecode(room.value)


def getgroups():
    room = buffer(b"", 4 * 65536)
    count = call("getgroups", "iip", 65536, _at(room))
    return list(struct.unpack(f"{count}I", room.raw[:4 * count]))


def setgroups(groups, /):
    groups = list(groups)
    made = buffer(struct.pack(f"{len(groups)}I", *groups))
    call("setgroups", "inp", len(groups), _at(made))


def initgroups(username, gid, /):
    call("initgroups", "ipu", os.fsencode(username), gid & 0xffffffff)


def getgrouplist(user, group, /):
    count, room = buffer(struct.pack("i", 65536)), buffer(b"", 4 * 65536)
    call("getgrouplist", "ipupp", os.fsencode(user), group & 0xffffffff, _at(room), _at(count))
    n = struct.unpack("i", count.raw)[0]
    return list(struct.unpack(f"{n}I", room.raw[:4 * n]))


def _three(name):
    room = buffer(b"", 12)
    at = _at(room)
    call(name, "ippp", at, at + 4, at + 8)
    return struct.unpack("3I", room.raw)


def getresuid():
    return _three("getresuid")


def getresgid():
    return _three("getresgid")


# --- priorities and processors


def _with_errno(name, kinds, *args):
    ctypes.set_errno(0)
    result = function(name, kinds)(*args)
    if result == -1 and ctypes.get_errno():
        raise_error()
    return result


def nice(increment, /):
    return _with_errno("nice", "ii", increment)


def getpriority(which, who):
    return _with_errno("getpriority", "iii", which, who)


def setpriority(which, who, priority):
    call("setpriority", "iiii", which, who, priority)


class sched_param(_structseq.make("posix", "sched_param", ("sched_priority",))):
    __module__ = "posix"

    def __new__(cls, sched_priority):
        return super().__new__(cls, (sched_priority,))

    def __reduce__(self):
        return type(self), (self.sched_priority,)


def _priority(param):
    if not isinstance(param, sched_param):
        raise TypeError("must have a sched_param object")
    return buffer(struct.pack("i", param.sched_priority))


def sched_getparam(pid, /):
    room = buffer(b"", 4)
    call("sched_getparam", "iip", pid, _at(room))
    return sched_param(struct.unpack("i", room.raw)[0])


def sched_setparam(pid, param, /):
    call("sched_setparam", "iip", pid, _at(_priority(param)))


def sched_setscheduler(pid, policy, param, /):
    call("sched_setscheduler", "iiip", pid, policy, _at(_priority(param)))


def sched_rr_get_interval(pid, /):
    room = buffer(b"", 16)
    call("sched_rr_get_interval", "iip", pid, _at(room))
    seconds, rest = struct.unpack("2q", room.raw)
    return seconds + rest * 1e-9


def sched_getaffinity(pid, /):
    room = buffer(b"", 1024)
    call("sched_getaffinity", "iinp", pid, 1024, _at(room))
    bits = int.from_bytes(room.raw, "little")
    return {i for i in range(bits.bit_length()) if bits >> i & 1}


def sched_setaffinity(pid, mask, /):
    bits = 0
    for i in mask:
        if i < 0:
            raise ValueError("negative CPU number")
        bits |= 1 << i
    made = buffer(bits.to_bytes(max(128, bits.bit_length() // 8 + 1), "little"))
    call("sched_setaffinity", "iinp", pid, len(made), _at(made))


def getloadavg():
    room = buffer(b"", 24)
    call("getloadavg", "ipi", _at(room), 3)
    return struct.unpack("3d", room.raw)


# --- what the system says of itself


def _code(name, names):
    if isinstance(name, str):
        if name not in names:
            raise ValueError("unrecognized configuration name")
        return names[name]
    if not isinstance(name, int):
        raise TypeError("configuration names must be strings or integers")
    return name


def sysconf(name, /):
    return _with_errno("sysconf", "ni", _code(name, posix.sysconf_names))


def confstr(name, /):
    code = _code(name, posix.confstr_names)
    size = _with_errno("confstr", "nipn", code, 0, 0)
    if size <= 0:
        return None
    room = buffer(b"", size)
    function("confstr", "nipn")(code, _at(room), size)
    return os.fsdecode(room.value)


def pathconf(path, name):
    code = _code(name, posix.pathconf_names)
    if isinstance(path, int):
        return _with_errno("fpathconf", "nii", path, code)
    return _with_errno("pathconf", "npi", os.fsencode(path), code)


def fpathconf(fd, name, /):
    return pathconf(fd, name)
