# What CPython's subprocess module starts programs with. The host does it between fork and exec where
# it can (native/host/posix_process.cpp); what it has no words for is done here in the new process.
import posix

_MOST = 1 << 32  # numbers of users and groups lie below it


def fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread,
              c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals,
              start_new_session, process_group, gid, extra_groups, uid, umask, preexec_fn,
              allow_vfork):
    import os
    arguments = [os.fsencode(a) for a in args]
    for piece in (*arguments, *(env or ())):
        if b"\0" in piece:
            raise ValueError("embedded null byte")
    if preexec_fn is None and gid is None and extra_groups is None and uid is None \
            and umask < 0 and process_group < 0:
        folder = "" if cwd is None else os.fsdecode(cwd)
        return posix._start_process(arguments, list(executable_list),
                                    (p2cread, c2pwrite, errwrite), errpipe_write, close_fds,
                                    start_new_session, folder, None if env is None else list(env),
                                    pass_fds, restore_signals)
    _check_ids(gid, extra_groups, uid)
    import _posix_process as process
    variables = None if env is None else dict([v.split(b"=", 1) for v in env])
    child = process.fork()
    if child:
        return child
    note = ""
    try:
        _connect([p2cread, c2pwrite, errwrite])
        if cwd is not None:
            note = "noexec:"
            os.chdir(cwd)
            note = ""
        if umask >= 0:
            os.umask(umask)
        if restore_signals:
            for number in (13, 25):  # SIGPIPE, SIGXFSZ
                process.function("signal", "pip")(number, 0)
        if start_new_session:
            os.setsid()
        if process_group >= 0:
            os.setpgid(0, process_group)
        if extra_groups is not None:
            os.setgroups(extra_groups)
        if gid is not None:
            os.setregid(gid, gid)
        if uid is not None:
            os.setreuid(uid, uid)
        if preexec_fn is not None:
            note = "Exception occurred in preexec_fn."
            preexec_fn()
            note = ""
        keep = {errpipe_write, *pass_fds}
        for fd in pass_fds:
            if fd != errpipe_write:
                os.set_inheritable(fd, True)
        if close_fds:
            for fd in sorted([int(name) for name in os.listdir("/proc/self/fd")]):
                if fd > 2 and fd not in keep:
                    process.function("close", "ii")(fd)
        code = 2
        for program in executable_list:
            try:
                if variables is None:
                    os.execv(program, arguments)
                os.execve(program, arguments, variables)
            except OSError as e:
                if e.errno not in (2, 20):
                    code = e.errno
        raise OSError(code, "")
    except BaseException as e:
        if isinstance(e, OSError) and not note.startswith("Exception"):
            text = f"OSError:{e.errno:X}:{note.rstrip(':')}"
        else:
            text = f"SubprocessError:0:{note}"
        os.write(errpipe_write, text.encode())
    finally:
        os._exit(255)


# What setregid and its kin do not take is told before there is a new process.
def _check_ids(gid, groups, uid):
    for group in groups or ():
        if not isinstance(group, int):
            raise TypeError("groups must be integers")
        if not -1 <= group < _MOST:
            raise ValueError("invalid group id")
    for name, number in (("gid", gid), ("uid", uid)):
        if number is None:
            continue
        if number < -1:
            raise OverflowError(f"{name} is less than minimum")
        if number >= _MOST:
            raise OverflowError(f"{name} is greater than maximum")


# Makes the files standard input, output and errors; -1: as they are.
def _connect(files):
    import os
    for i in range(3):
        while 0 <= files[i] < i:
            files[i] = os.dup(files[i])
    for i, fd in enumerate(files):
        if fd == i:
            os.set_inheritable(fd, True)
        elif fd >= 0:
            os.dup2(fd, i)
