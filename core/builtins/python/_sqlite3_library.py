# The system's libsqlite3 by ctypes: its functions, numbers, errors, and values in both directions.
import ctypes

try:
    library = ctypes.CDLL("libsqlite3.so.0")
except OSError as e:
    raise ImportError(f"sqlite3 needs the system's libsqlite3: {e}") from None

_kinds = {"p": ctypes.c_void_p, "i": ctypes.c_int, "q": ctypes.c_int64, "d": ctypes.c_double,
          "s": ctypes.c_char_p}
# Name without "sqlite3_", result and parameters: "p" address or bytes, "i" int, "q" 64 bits,
# "d" double, "s" text.
for _entry in """
open_v2 ispip;close_v2 ip;prepare_v2 ippipp;step ip;reset ip;finalize ip;clear_bindings ip;
bind_parameter_count ip;bind_parameter_name spi;bind_null ipi;bind_int64 ipiq;bind_double ipid;
bind_text ipipip;bind_blob ipipip;column_count ip;column_name spi;column_decltype spi;
column_type ipi;column_int64 qpi;column_double dpi;column_text ppi;column_blob ppi;
column_bytes ipi;data_count ip;errmsg sp;extended_errcode ip;changes ip;total_changes ip;
last_insert_rowid qp;get_autocommit ip;busy_timeout ipi;complete is;interrupt ip;libversion s;
value_type ip;value_int64 qp;value_double dp;value_text pp;value_blob pp;value_bytes ip;
result_null ip;result_int64 ipq;result_double ipd;result_text ippip;result_blob ippip;
result_error ipsi;result_error_nomem ip;result_error_toobig ip;
create_function_v2 ipsiippppp;create_collation_v2 ipsippp;create_window_function ipsiipppppp;
progress_handler ipipp;trace_v2 ipipp;set_authorizer ippp;aggregate_context ppi;user_data pp;
backup_init ppsps;backup_step ipi;backup_finish ip;backup_remaining ip;backup_pagecount ip;
limit ipii;stmt_readonly ip;expanded_sql pp;free ip;errstr si;threadsafe i;errcode ip;
serialize ppspi;deserialize ipspqqi;malloc64 pq;enable_load_extension ipi;sleep ii
""".replace("\n", "").split(";"):
    _name, _letters = _entry.split()
    _function = getattr(library, "sqlite3_" + _name, None)
    if _function is not None:
        _function.restype = _kinds[_letters[0]]
        _function.argtypes = [_kinds[c] for c in _letters[1:]]
        globals()[_name] = _function

names = {}
for _entry in """
ABORT=4 ABORT_ROLLBACK=516 ALTER_TABLE=26 ANALYZE=28 ATTACH=24 AUTH=23 AUTH_USER=279 BUSY=5
BUSY_RECOVERY=261 BUSY_SNAPSHOT=517 BUSY_TIMEOUT=773 CANTOPEN=14 CANTOPEN_CONVPATH=1038
CANTOPEN_DIRTYWAL=1294 CANTOPEN_FULLPATH=782 CANTOPEN_ISDIR=526 CANTOPEN_NOTEMPDIR=270
CANTOPEN_SYMLINK=1550 CONSTRAINT=19 CONSTRAINT_CHECK=275 CONSTRAINT_COMMITHOOK=531
CONSTRAINT_FOREIGNKEY=787 CONSTRAINT_FUNCTION=1043 CONSTRAINT_NOTNULL=1299 CONSTRAINT_PINNED=2835
CONSTRAINT_PRIMARYKEY=1555 CONSTRAINT_ROWID=2579 CONSTRAINT_TRIGGER=1811 CONSTRAINT_UNIQUE=2067
CONSTRAINT_VTAB=2323 CORRUPT=11 CORRUPT_INDEX=779 CORRUPT_SEQUENCE=523 CORRUPT_VTAB=267
CREATE_INDEX=1 CREATE_TABLE=2 CREATE_TEMP_INDEX=3 CREATE_TEMP_TABLE=4 CREATE_TEMP_TRIGGER=5
CREATE_TEMP_VIEW=6 CREATE_TRIGGER=7 CREATE_VIEW=8 CREATE_VTABLE=29 DELETE=9 DENY=1 DETACH=25
DONE=101 DROP_INDEX=10 DROP_TABLE=11 DROP_TEMP_INDEX=12 DROP_TEMP_TABLE=13 DROP_TEMP_TRIGGER=14
DROP_TEMP_VIEW=15 DROP_TRIGGER=16 DROP_VIEW=17 DROP_VTABLE=30 EMPTY=16 ERROR=1
ERROR_MISSING_COLLSEQ=257 ERROR_RETRY=513 ERROR_SNAPSHOT=769 FORMAT=24 FULL=13 FUNCTION=31 IGNORE=2
INSERT=18 INTERNAL=2 INTERRUPT=9 IOERR=10 IOERR_ACCESS=3338 IOERR_AUTH=7178 IOERR_BEGIN_ATOMIC=7434
IOERR_BLOCKED=2826 IOERR_CHECKRESERVEDLOCK=3594 IOERR_CLOSE=4106 IOERR_COMMIT_ATOMIC=7690
IOERR_CONVPATH=6666 IOERR_CORRUPTFS=8458 IOERR_DATA=8202 IOERR_DELETE=2570 IOERR_DELETE_NOENT=5898
IOERR_DIR_CLOSE=4362 IOERR_DIR_FSYNC=1290 IOERR_FSTAT=1802 IOERR_FSYNC=1034 IOERR_GETTEMPPATH=6410
IOERR_LOCK=3850 IOERR_MMAP=6154 IOERR_NOMEM=3082 IOERR_RDLOCK=2314 IOERR_READ=266
IOERR_ROLLBACK_ATOMIC=7946 IOERR_SEEK=5642 IOERR_SHMLOCK=5130 IOERR_SHMMAP=5386 IOERR_SHMOPEN=4618
IOERR_SHMSIZE=4874 IOERR_SHORT_READ=522 IOERR_TRUNCATE=1546 IOERR_UNLOCK=2058 IOERR_VNODE=6922
IOERR_WRITE=778 LIMIT_ATTACHED=7 LIMIT_COLUMN=2 LIMIT_COMPOUND_SELECT=4 LIMIT_EXPR_DEPTH=3
LIMIT_FUNCTION_ARG=6 LIMIT_LENGTH=0 LIMIT_LIKE_PATTERN_LENGTH=8 LIMIT_SQL_LENGTH=1
LIMIT_TRIGGER_DEPTH=10 LIMIT_VARIABLE_NUMBER=9 LIMIT_VDBE_OP=5 LIMIT_WORKER_THREADS=11 LOCKED=6
LOCKED_SHAREDCACHE=262 LOCKED_VTAB=518 MISMATCH=20 MISUSE=21 NOLFS=22 NOMEM=7 NOTADB=26 NOTFOUND=12
NOTICE=27 NOTICE_RECOVER_ROLLBACK=539 NOTICE_RECOVER_WAL=283 OK=0 OK_LOAD_PERMANENTLY=256
OK_SYMLINK=512 PERM=3 PRAGMA=19 PROTOCOL=15 RANGE=25 READ=20 READONLY=8 READONLY_CANTINIT=1288
READONLY_CANTLOCK=520 READONLY_DBMOVED=1032 READONLY_DIRECTORY=1544 READONLY_RECOVERY=264
READONLY_ROLLBACK=776 RECURSIVE=33 REINDEX=27 ROW=100 SAVEPOINT=32 SCHEMA=17 SELECT=21 TOOBIG=18
TRANSACTION=22 UPDATE=23 WARNING=28 WARNING_AUTOINDEX=284
""".split():
    _name, _, _value = _entry.partition("=")
    names["SQLITE_" + _name] = int(_value, 0)

_code_names = {v: k for k, v in sorted(names.items(), reverse=True)
               if k.startswith(("SQLITE_ABORT", "SQLITE_AUTH", "SQLITE_BUSY", "SQLITE_CANTOPEN",
                                "SQLITE_CONSTRAINT", "SQLITE_CORRUPT", "SQLITE_EMPTY",
                                "SQLITE_ERROR", "SQLITE_FORMAT", "SQLITE_FULL", "SQLITE_INTERNAL",
                                "SQLITE_INTERRUPT", "SQLITE_IOERR", "SQLITE_LOCKED",
                                "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_NOLFS",
                                "SQLITE_NOMEM", "SQLITE_NOTADB", "SQLITE_NOTFOUND",
                                "SQLITE_PERM", "SQLITE_PROTOCOL", "SQLITE_RANGE",
                                "SQLITE_READONLY", "SQLITE_SCHEMA", "SQLITE_TOOBIG"))}
OK, ROW, DONE, TRANSIENT = 0, 100, 101, -1


class Warning(Exception):
    __module__ = "sqlite3"


class Error(Exception):
    __module__ = "sqlite3"


class InterfaceError(Error):
    __module__ = "sqlite3"


class DatabaseError(Error):
    __module__ = "sqlite3"


class InternalError(DatabaseError):
    __module__ = "sqlite3"


class OperationalError(DatabaseError):
    __module__ = "sqlite3"


class ProgrammingError(DatabaseError):
    __module__ = "sqlite3"


class IntegrityError(DatabaseError):
    __module__ = "sqlite3"


class DataError(DatabaseError):
    __module__ = "sqlite3"


class NotSupportedError(DatabaseError):
    __module__ = "sqlite3"


_classes = {2: InternalError, 12: InternalError, 11: DatabaseError, 18: DataError,
            19: IntegrityError, 20: IntegrityError, 21: InterfaceError, 25: InterfaceError}
for _code in (1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17):
    _classes[_code] = OperationalError


# The exception for what went wrong last with that database.
def error_of(db):
    code = extended_errcode(db)
    if code & 255 == 7:
        return MemoryError()
    made = _classes.get(code & 255, DatabaseError)((errmsg(db) or b"").decode())
    made.sqlite_errorcode = code
    made.sqlite_errorname = _code_names.get(code, _code_names.get(code & 255, "unknown"))
    return made


# A value that SQL passed to a function.
def value_of(value):
    kind = value_type(value)
    if kind == 1:
        return value_int64(value)
    if kind == 2:
        return value_double(value)
    if kind == 3:
        at = value_text(value)
        return ctypes.string_at(at, value_bytes(value)).decode()
    if kind == 4:
        at = value_blob(value)
        return ctypes.string_at(at, value_bytes(value)) if at else b""
    return None


def give_result(context, value):
    if value is None:
        result_null(context)
    elif isinstance(value, int):
        if not -1 << 63 <= value < 1 << 63:
            raise OverflowError("Python int too large to convert to SQLite INTEGER")
        result_int64(context, value)
    elif isinstance(value, float):
        result_double(context, value)
    elif isinstance(value, str):
        data = value.encode()
        result_text(context, data, len(data), TRANSIENT)
    else:
        data = bytes(memoryview(value))
        result_blob(context, data, len(data), TRANSIENT)
