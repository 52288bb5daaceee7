# What CPython's import machinery asks of its interpreter: here nothing is frozen or an extension.
check_hash_based_pycs = "default"


def lock_held():
    return False


def acquire_lock():
    pass


def release_lock():
    pass


def extension_suffixes():
    return []


def is_builtin(name):
    return int(_has_builtin_module(name))


def is_frozen(name):
    return False


def is_frozen_package(name):
    raise ImportError(f"No such frozen object named {name}", name=name)


def find_frozen(name, *, withdata=False):
    return None


def init_frozen(name):
    return None


get_frozen_object = is_frozen_package


def create_builtin(spec):
    return _import_module(spec.name)


def exec_builtin(module):
    return 0


def source_hash(key, source):
    import hashlib
    return hashlib.sha256(key.to_bytes(8, "little") + bytes(source)).digest()[:8]


def _fix_co_filename(code, path):
    pass


def create_dynamic(spec, file=None):
    raise ImportError("Hothouse cannot load extension modules of CPython", name=spec.name)


def exec_dynamic(module):
    return 0


def _frozen_module_names():
    return []


def _override_frozen_modules_for_tests(override):
    pass


def _override_multi_interp_extensions_check(override):
    return 0
