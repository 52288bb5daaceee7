# What CPython's sqlite3 module is made of: connections, over the system's libsqlite3.
import ctypes
import os
import threading
import _sqlite3_library as lib
from _sqlite3_cursor import (Cursor, PrepareProtocol, Row, Statement, adapt, adapters, converters)
from _sqlite3_library import (DatabaseError, DataError, Error, IntegrityError, InterfaceError,
                              InternalError, NotSupportedError, OperationalError,
                              ProgrammingError, Warning, error_of, names)

globals().update(names)
PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2
LEGACY_TRANSACTION_CONTROL = -1
version = _deprecated_version = "2.6.0"
sqlite_version = lib.libversion().decode()
threadsafety = {0: 0, 1: 3, 2: 1}[lib.threadsafe()]
_P, _I, _S = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p
_CALL = ctypes.CFUNCTYPE(None, _P, _I, ctypes.POINTER(_P))
_FINAL = ctypes.CFUNCTYPE(None, _P)
_COMPARE = ctypes.CFUNCTYPE(_I, _P, _I, _P, _I, _P)
_PROGRESS = ctypes.CFUNCTYPE(_I, _P)
_TRACE = ctypes.CFUNCTYPE(_I, ctypes.c_uint, _P, _P, _P)
_AUTHORIZE = ctypes.CFUNCTYPE(_I, _P, _I, _S, _S, _S, _S)
_show_errors = [False]


def enable_callback_tracebacks(enable, /):
    _show_errors[0] = bool(enable)


# What a callback raised: shown if the program wants it.
def _report(function, e):
    if _show_errors[0]:
        import sys
        sys.unraisablehook(type("UnraisableHookArgs", (), dict(
            exc_type=type(e), exc_value=e, exc_traceback=e.__traceback__, err_msg=None,
            object=function)))


def register_adapter(type, adapter, /):
    adapters[type, PrepareProtocol] = adapter


def register_converter(typename, converter, /):
    converters[typename.upper()] = converter


def complete_statement(statement):
    return bool(lib.complete(statement.encode()))


def connect(*args, **kwargs):
    factory = args[5] if len(args) > 5 else kwargs.get("factory", Connection)
    return factory(*args, **kwargs)


@_in_c
class Connection:
    __module__ = "sqlite3"
    Warning, Error, InterfaceError, DatabaseError = Warning, Error, InterfaceError, DatabaseError
    InternalError, OperationalError, ProgrammingError, IntegrityError = (
        InternalError, OperationalError, ProgrammingError, IntegrityError)
    DataError, NotSupportedError = DataError, NotSupportedError

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level="",
                 check_same_thread=True, factory=None, cached_statements=128, uri=False):
        self._db = None
        path = os.fsencode(database)
        if b"\0" in path:
            raise ValueError("embedded null byte")
        made = ctypes.c_void_p()
        flags = 6 | (64 if uri else 0)  # READWRITE, CREATE, URI
        code = lib.open_v2(path, ctypes.addressof(made), flags, None)
        if code:
            failed = error_of(made.value)
            lib.close_v2(made.value)
            raise failed
        self._db = made.value
        lib.busy_timeout(self._db, int(timeout * 1000))
        self._detect_types, self.isolation_level = detect_types, isolation_level
        self._thread = threading.get_ident() if check_same_thread else None
        self._statements, self._most = {}, cached_statements
        self._kept, self._raised = {}, None
        self.row_factory, self.text_factory = None, str

    # The handle of an open connection.
    def _open(self):
        if "_db" not in self.__dict__:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if self._thread is not None and self._thread != threading.get_ident():
            raise ProgrammingError(
                "SQLite objects created in a thread can only be used in that same thread. The "
                f"object was created in thread id {self._thread} and this is thread id "
                f"{threading.get_ident()}.")
        if self._db is None:
            raise ProgrammingError("Cannot operate on a closed database.")
        return self._db

    @property
    def isolation_level(self):
        return self._isolation

    @isolation_level.setter
    def isolation_level(self, level):
        if level is not None:
            if not isinstance(level, str):
                raise TypeError("isolation_level must be str or None")
            if level.upper() not in ("", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"):
                raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or "
                                 "'EXCLUSIVE'")
            level = level.upper()
        elif self._db is not None and "_statements" in self.__dict__:
            self.commit()
        self._isolation = level

    in_transaction = property(lambda self: not lib.get_autocommit(self._open()))
    total_changes = property(lambda self: lib.total_changes(self._open()))

    # What the last call failed of: what a callback raised counts as sqlite's own error.
    def _failure(self):
        return error_of(self._db)

    def _prepare(self, sql):
        found = self._statements.get(sql)
        if found is None or found.in_use:
            found = Statement(self._open(), sql)
            if len(self._statements) >= self._most and self._statements:
                del self._statements[next(iter(self._statements))]
            self._statements[sql] = found
        return found

    def _command(self, sql):
        statement = Statement(self._open(), sql)
        if lib.step(statement.handle) != lib.DONE:
            raise self._failure()

    def _begin(self):
        self._command(f"BEGIN {self._isolation}")

    def commit(self):
        if not lib.get_autocommit(self._open()):
            self._command("COMMIT")

    def rollback(self):
        if not lib.get_autocommit(self._open()):
            self._command("ROLLBACK")

    def close(self):
        if "_db" not in self.__dict__:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if self._db is not None:
            self._open()
            self._statements.clear()
            db, self._db = self._db, None
            lib.close_v2(db)

    def __del__(self):
        if self.__dict__.get("_db") is not None:
            self._statements.clear()
            lib.close_v2(self._db)

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                self.commit()
            except BaseException:
                self.rollback()
                raise
        else:
            self.rollback()
        return False

    def __call__(self, sql, /):
        return Statement(self._open(), sql)

    # --- cursors

    def cursor(self, factory=Cursor):
        self._open()
        made = factory(self)
        if not isinstance(made, Cursor):
            raise TypeError("factory must return a cursor, not " + type(made).__name__)
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, sql, parameters=(), /):
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        return self.cursor().executescript(sql_script)

    # --- what SQL calls

    # Keeps C's functions alive as long as the connection may call them.
    def _keep(self, key, *made):
        self._kept[key] = made
        return [None if m is None else ctypes.cast(m, _P).value for m in made]

    def create_function(self, name, narg, func, /, *, deterministic=False):
        db = self._open()

        def call(context, count, values):
            try:
                lib.give_result(context, func(*[lib.value_of(values[i]) for i in range(count)]))
            except MemoryError:
                lib.result_error_nomem(context)
            except BaseException as e:
                _report(func, e)
                lib.result_error(context, b"user-defined function raised exception", -1)
        made, = self._keep(("function", name, narg), None if func is None else _CALL(call))
        flags = 1 | (0x800 if deterministic else 0)
        if lib.create_function_v2(db, name.encode(), narg, flags, None, made, None, None, None):
            raise OperationalError("Error creating function")

    def create_aggregate(self, name, n_arg, aggregate_class, /):
        db = self._open()
        instances = {}

        def failed(context, what, e):
            _report(aggregate_class, e)
            lib.result_error(context, f"user-defined aggregate's '{what}' method raised error"
                             .encode(), -1)

        def step(context, count, values):
            key = lib.aggregate_context(context, 8)
            try:
                if key not in instances:
                    instances[key] = aggregate_class()
            except BaseException as e:
                return failed(context, "__init__", e)
            try:
                instances[key].step(*[lib.value_of(values[i]) for i in range(count)])
            except BaseException as e:
                failed(context, "step", e)

        def final(context):
            key = lib.aggregate_context(context, 0)
            instance = instances.pop(key, None)
            try:
                if instance is None:
                    instance = aggregate_class()
                lib.give_result(context, instance.finalize())
            except BaseException as e:
                failed(context, "finalize", e)
        none = aggregate_class is None
        made = self._keep(("aggregate", name, n_arg), None if none else _CALL(step),
                          None if none else _FINAL(final))
        if lib.create_function_v2(db, name.encode(), n_arg, 1, None, None, *made, None):
            raise OperationalError("Error creating aggregate")

    def create_collation(self, name, callback, /):
        db = self._open()
        if callback is not None and not callable(callback):
            raise TypeError("parameter must be callable")

        def compare(_, n, a, m, b):
            try:
                answer = callback(ctypes.string_at(a, n).decode(), ctypes.string_at(b, m).decode())
                return (answer > 0) - (answer < 0)
            except BaseException as e:
                _report(callback, e)
                return 0
        made, = self._keep(("collation", name), None if callback is None else _COMPARE(compare))
        if lib.create_collation_v2(db, name.encode(), 1, None, made, None):
            raise error_of(db)

    def set_progress_handler(self, progress_handler, n):
        def progress(_):
            try:
                return bool(progress_handler())
            except BaseException as e:
                _report(progress_handler, e)
                return 1
        made, = self._keep("progress", None if progress_handler is None else _PROGRESS(progress))
        lib.progress_handler(self._open(), n, made, None)

    def set_trace_callback(self, trace_callback):
        def trace(kind, context, statement, text):
            expanded = lib.expanded_sql(statement)
            sql = ctypes.string_at(expanded or text).decode()
            if expanded:
                lib.free(expanded)
            try:
                trace_callback(sql)
            except BaseException as e:
                _report(trace_callback, e)
            return 0
        made, = self._keep("trace", None if trace_callback is None else _TRACE(trace))
        lib.trace_v2(self._open(), 1 if made else 0, made, None)

    def set_authorizer(self, authorizer_callback):
        def authorize(_, action, *texts):
            try:
                answer = authorizer_callback(action, *[t and t.decode() for t in texts])
                return answer if isinstance(answer, int) and -1 << 31 <= answer < 1 << 31 else 1
            except BaseException as e:
                _report(authorizer_callback, e)
                return 1
        made, = self._keep("authorizer", None if authorizer_callback is None else
                           _AUTHORIZE(authorize))
        lib.set_authorizer(self._open(), made, None)

    # --- the rest

    def interrupt(self):
        lib.interrupt(self._open())

    def iterdump(self):
        from sqlite3.dump import _iterdump
        self._open()
        return _iterdump(self)

    def getlimit(self, category, /):
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        old = lib.limit(self._open(), category, limit)
        if old < 0:
            raise ProgrammingError("'category' is out of bounds")
        return old

    def backup(self, target, *, pages=-1, progress=None, name="main", sleep=0.250):
        db = self._open()
        if not isinstance(target, Connection):
            raise TypeError("backup() argument 1 must be sqlite3.Connection, not "
                            f"{type(target).__name__}")
        if progress is not None and not callable(progress):
            raise TypeError("progress argument must be a callable")
        if target is self:
            raise ValueError("target cannot be the same connection instance")
        into = target._open()
        backup = lib.backup_init(into, b"main", db, name.encode())
        if not backup:
            raise error_of(into)
        try:
            while True:
                code = lib.backup_step(backup, pages or -1)
                if progress is not None:
                    progress(code, lib.backup_remaining(backup), lib.backup_pagecount(backup))
                if code in (5, 6):
                    lib.sleep(int(sleep * 1000))
                elif code:
                    break
        finally:
            code = lib.backup_finish(backup)
        if code:
            raise error_of(into)

    def serialize(self, *, name="main"):
        size = ctypes.c_int64()
        at = lib.serialize(self._open(), name.encode(), ctypes.addressof(size), 0)
        if not at:
            raise OperationalError(f"unable to serialize '{name}'")
        data = ctypes.string_at(at, size.value)
        lib.free(at)
        return data

    def deserialize(self, data, /, *, name="main"):
        data = bytes(memoryview(data))
        at = lib.malloc64(len(data) or 1)
        ctypes.memmove(at, data, len(data))
        if lib.deserialize(self._open(), name.encode(), at, len(data), len(data), 3):
            raise error_of(self._db)
