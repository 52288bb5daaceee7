# What CPython's subprocess module starts programs with.
import posix


def fork_exec(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread,
              c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals,
              start_new_session, process_group, gid, extra_groups, uid, umask, preexec_fn,
              allow_vfork):
    if preexec_fn is not None:
        raise NotImplementedError("preexec_fn is not supported by Hothouse")
    if gid is not None or extra_groups is not None or uid is not None or umask >= 0:
        raise NotImplementedError("user, group and umask of a child are not supported by Hothouse")
    import os
    folder = "" if cwd is None else os.fsdecode(cwd)
    return posix._start_process([os.fsencode(a) for a in args], list(executable_list),
                                (p2cread, c2pwrite, errwrite), errpipe_write, close_fds,
                                start_new_session, folder, None if env is None else list(env),
                                pass_fds)
