# Statements, cursors and rows of sqlite3.
import ctypes
import _sqlite3_library as lib
from _sqlite3_library import OperationalError, ProgrammingError, error_of

adapters = {}
converters = {}
_BEGINS = ("INSERT", "UPDATE", "DELETE", "REPLACE")
_PLAIN = (int, float, str, bytes, bytearray)


class PrepareProtocol:
    __module__ = "sqlite3"


def adapt(obj, proto=PrepareProtocol, *default):
    found = adapters.get((type(obj), proto))
    if found is not None:
        return found(obj)
    for owner, name, other in ((proto, "__adapt__", obj), (obj, "__conform__", proto)):
        ask = getattr(owner, name, None)
        if ask is not None:
            answer = ask(other)
            if answer is not None:
                return answer
    if default:
        return default[0]
    raise ProgrammingError("can't adapt")


# The text of SQL without the white space and comments that it begins with.
def _without_comments(sql):
    while True:
        sql = sql.lstrip()
        if sql.startswith("--"):
            sql = sql.partition("\n")[2]
        elif sql.startswith("/*"):
            sql = sql.partition("*/")[2]
        else:
            return sql


@_in_c
class Statement:
    def __init__(self, db, sql):
        self.handle = None
        if "\0" in sql:
            raise ProgrammingError("the query contains a null character")
        data = sql.encode()
        made, rest = ctypes.c_void_p(), ctypes.c_void_p()
        text = ctypes.create_string_buffer(data + b"\0")
        at = ctypes.addressof(text)
        code = lib.prepare_v2(db, at, len(data) + 1, ctypes.addressof(made),
                              ctypes.addressof(rest))
        if code:
            raise error_of(db)
        self.handle = made.value
        behind = data[rest.value - at:].decode() if rest.value else ""
        if _without_comments(behind):
            raise ProgrammingError("You can only execute one statement at a time.")
        self.changes_rows = _without_comments(sql)[:7].upper().startswith(_BEGINS)
        self.in_use = False

    def __del__(self):
        if self.__dict__.get("handle"):
            lib.finalize(self.handle)

    def bind(self, db, parameters):
        count = lib.bind_parameter_count(self.handle)
        if isinstance(parameters, (tuple, list)) or not isinstance(parameters, dict) \
                and hasattr(parameters, "__getitem__") and hasattr(parameters, "__len__") \
                and not hasattr(parameters, "keys"):
            if len(parameters) != count:
                raise ProgrammingError(
                    f"Incorrect number of bindings supplied. The current statement uses {count}, "
                    f"and there are {len(parameters)} supplied.")
            for i in range(count):
                self._bind(db, i + 1, parameters[i], None)
        elif hasattr(parameters, "__getitem__"):
            for i in range(count):
                name = lib.bind_parameter_name(self.handle, i + 1)
                if name is None:
                    raise ProgrammingError(f"Binding {i + 1} has no name, but you supplied a "
                                           "dictionary (which has only names).")
                name = name.decode()[1:]
                try:
                    value = parameters[name]
                except LookupError:
                    raise ProgrammingError("You did not supply a value for binding parameter "
                                           f":{name}.") from None
                self._bind(db, i + 1, value, name)
        else:
            raise ProgrammingError("parameters are of unsupported type")

    def _bind(self, db, i, value, name):
        if type(value) not in _PLAIN and value is not None:
            value = adapt(value, PrepareProtocol, value)
        handle = self.handle
        if value is None:
            code = lib.bind_null(handle, i)
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 63:
                raise OverflowError("Python int too large to convert to SQLite INTEGER")
            code = lib.bind_int64(handle, i, int(value))
        elif isinstance(value, float):
            code = lib.bind_double(handle, i, float(value))
        elif isinstance(value, str):
            data = value.encode()
            code = lib.bind_text(handle, i, data, len(data), lib.TRANSIENT)
        else:
            try:
                data = bytes(memoryview(value))
            except TypeError:
                shown = i if name is None else f"':{name}'"
                raise ProgrammingError(f"Error binding parameter {shown}: type "
                                       f"'{type(value).__name__}' is not supported") from None
            code = lib.bind_blob(handle, i, data or b"\0", len(data), lib.TRANSIENT)
        if code:
            raise error_of(db)

    def reset(self):
        if self.in_use:
            self.in_use = False
            lib.reset(self.handle)


class Row:
    __module__ = "sqlite3"

    def __new__(cls, cursor, data, /):
        if not isinstance(cursor, Cursor):
            raise TypeError("Row() argument 1 must be sqlite3.Cursor, not "
                            f"{type(cursor).__name__}")
        if not isinstance(data, tuple):
            raise TypeError(f"Row() argument 2 must be tuple, not {type(data).__name__}")
        self = object.__new__(cls)
        self._data, self._description = data, cursor.description
        return self

    def keys(self):
        return [d[0] for d in self._description or ()]

    def __getitem__(self, key):
        if isinstance(key, (int, slice)):
            return self._data[key]
        if isinstance(key, str):
            for d, value in zip(self._description or (), self._data):
                if d[0] == key or key.isascii() and d[0].lower() == key.lower():
                    return value
            raise IndexError("No item with that key")
        raise IndexError("Index must be int or string")

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __hash__(self):
        return hash(self._data) ^ hash(self._description)

    def __eq__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        return self._description == other._description and self._data == other._data


@_in_c
class Cursor:
    __module__ = "sqlite3"

    def __init__(self, connection, /):
        if not hasattr(connection, "_db"):
            raise TypeError("Cursor() argument 1 must be sqlite3.Connection, not "
                            f"{type(connection).__name__}")
        self.connection = connection
        self.description, self.lastrowid, self.rowcount = None, None, -1
        self.arraysize, self.row_factory = 1, connection.row_factory
        self._statement, self._next, self._closed = None, None, False

    def _check(self):
        if "_closed" not in self.__dict__:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if self._closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")
        return self.connection._open()

    def execute(self, sql, parameters=(), /):
        return self._run(sql, (parameters,), False)

    def executemany(self, sql, seq_of_parameters, /):
        return self._run(sql, seq_of_parameters, True)

    def _run(self, sql, rows, many):
        db = self._check()
        if not isinstance(sql, str):
            raise TypeError(f"execute{'many' * many}() argument 1 must be str, not "
                            f"{type(sql).__name__}")
        self._end()
        connection = self.connection
        self._statement = statement = connection._prepare(sql)
        if many and statement.handle and lib.stmt_readonly(statement.handle) and \
                not statement.changes_rows:
            raise ProgrammingError("executemany() can only execute DML statements.")
        self.description = None
        self.rowcount = 0 if statement.changes_rows else -1
        if statement.handle is None:
            return self
        if statement.changes_rows and connection.isolation_level is not None and \
                lib.get_autocommit(db):
            connection._begin()
        names = None
        for parameters in rows:
            statement.reset()
            lib.clear_bindings(statement.handle)
            statement.bind(db, parameters)
            statement.in_use = True
            self._next = None
            code = lib.step(statement.handle)
            if names is None:
                names = self._describe(statement, many)
            if code not in (lib.ROW, lib.DONE):
                failed = connection._failure()
                statement.reset()
                self.rowcount = -1
                raise failed
            if statement.changes_rows and code == lib.DONE:
                self.rowcount += lib.changes(db)
            if code == lib.ROW:
                self._next = self._row()
                if many:
                    raise ProgrammingError("executemany() can only execute DML statements.")
            elif lib.column_count(statement.handle) == 0 or code == lib.DONE:
                statement.reset()
        if not many:
            self.lastrowid = lib.last_insert_rowid(db) if statement.changes_rows or \
                self.lastrowid is not None else None
        return self

    def _describe(self, statement, many):
        handle = statement.handle
        count = lib.column_count(handle)
        detect = self.connection._detect_types
        names, kinds = [], []
        for i in range(count):
            name = (lib.column_name(handle, i) or b"").decode()
            convert = None
            if detect & 2 and "[" in name:  # PARSE_COLNAMES
                convert = converters.get(name.partition("[")[2].partition("]")[0].upper())
            if convert is None and detect & 1:  # PARSE_DECLTYPES
                declared = lib.column_decltype(handle, i)
                if declared:
                    kind = declared.decode().partition("(")[0].partition(" ")[0]
                    convert = converters.get(kind.upper())
            if detect & 2:
                name = name.partition(" [")[0]
            names.append(name)
            kinds.append(convert)
        self._converters = kinds
        if count and not many:
            self.description = tuple([(n,) + (None,) * 6 for n in names])
        return names

    def _row(self):
        handle = self._statement.handle
        factory = self.connection.text_factory
        row = []
        for i, convert in enumerate(self._converters):
            kind = lib.column_type(handle, i)
            if convert is not None:
                at = lib.column_blob(handle, i)
                row.append(convert(ctypes.string_at(at, lib.column_bytes(handle, i)))
                           if at else None)
            elif kind == 1:
                row.append(lib.column_int64(handle, i))
            elif kind == 2:
                row.append(lib.column_double(handle, i))
            elif kind == 3:
                at = lib.column_text(handle, i)
                data = ctypes.string_at(at, lib.column_bytes(handle, i))
                if factory is str:
                    try:
                        row.append(data.decode())
                    except UnicodeDecodeError:
                        name = self.description[i][0]
                        raise OperationalError(f"Could not decode to UTF-8 column '{name}' with "
                                               f"text '{data.decode(errors='replace')}'") from None
                else:
                    row.append(factory(data))
            elif kind == 4:
                at = lib.column_blob(handle, i)
                row.append(ctypes.string_at(at, lib.column_bytes(handle, i)) if at else b"")
            else:
                row.append(None)
        row = tuple(row)
        return row if self.row_factory is None else self.row_factory(self, row)

    def executescript(self, sql_script, /):
        db = self._check()
        if not isinstance(sql_script, str):
            raise TypeError(f"executescript() argument must be str, not "
                            f"{type(sql_script).__name__}")
        if "\0" in sql_script:
            raise ValueError("embedded null character")
        if not lib.get_autocommit(db):
            self.connection.commit()
        data = sql_script.encode()
        text = ctypes.create_string_buffer(data + b"\0")
        at, end = ctypes.addressof(text), ctypes.addressof(text) + len(data)
        made, rest = ctypes.c_void_p(), ctypes.c_void_p()
        while at < end:
            if lib.prepare_v2(db, at, end - at + 1, ctypes.addressof(made),
                              ctypes.addressof(rest)):
                raise error_of(db)
            if made.value:
                code = lib.ROW
                while code == lib.ROW:
                    code = lib.step(made.value)
                if code != lib.DONE:
                    failed = self.connection._failure()
                    lib.finalize(made.value)
                    raise failed
                lib.finalize(made.value)
            at = rest.value
        return self

    def __iter__(self):
        return self

    def __next__(self):
        db = self._check()
        if self._statement is None or not self._statement.in_use:
            raise StopIteration
        row = self._next
        code = lib.step(self._statement.handle)
        if code == lib.ROW:
            self._next = self._row()
        else:
            failed = None if code == lib.DONE else self.connection._failure()
            self._next = None
            if code == lib.DONE and self._statement.changes_rows:
                self.rowcount = lib.changes(db)
            self._statement.reset()
            if failed is not None:
                raise failed
        return row

    def fetchone(self):
        return next(self, None)

    def fetchmany(self, size=None):
        rows = []
        for _ in range(self.arraysize if size is None else size):
            row = next(self, None)
            if row is None:
                break
            rows.append(row)
        return rows

    def fetchall(self):
        return list(self)

    def setinputsizes(self, sizes, /):
        pass

    def setoutputsize(self, size, column=None, /):
        pass

    def _end(self):
        if self._statement is not None:
            self._statement.reset()
            self._statement = self._next = None

    def close(self):
        if "_closed" not in self.__dict__:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        self.connection._open()
        self._end()
        self._closed = True
