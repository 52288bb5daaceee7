# sqlite3 over the system's library: rows, parameters, transactions, functions of the program, errors.
import sqlite3
import datetime

db = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
db.execute("create table plants(id integer primary key, name text unique, height real, seed blob, planted date)")
cursor = db.execute("insert into plants(name, height, seed, planted) values (?, ?, ?, ?)",
                    ("fern", 1.5, b"\0\1", datetime.date(2024, 2, 29)))
print(cursor.lastrowid, cursor.rowcount, cursor.description, db.in_transaction)
cursor.executemany("insert into plants(name, height) values (:name, :height)",
                   [{"name": f"plant {i}", "height": i / 4} for i in range(6)])
print(cursor.rowcount, cursor.lastrowid)
db.commit()
for row in db.execute("select * from plants where id < ? order by id", (4,)):
    print(row)
cursor = db.execute("select name, height from plants order by height desc")
print([d[0] for d in cursor.description], cursor.fetchone(), cursor.fetchmany(2), len(cursor.fetchall()), cursor.fetchone())
db.row_factory = sqlite3.Row
row = db.execute("select id as number, name from plants").fetchone()
print(row["number"], row["NAME"], row[1], tuple(row), row.keys(), len(row), row[0:1])
db.row_factory = None
db.create_function("double", 1, lambda value: value * 2)


class Longest:
    def __init__(self):
        self.found = ""

    def step(self, text):
        self.found = max(self.found, text, key=len)

    def finalize(self):
        return self.found


db.create_aggregate("longest", 1, Longest)
db.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(db.execute("select double(21), double('ab'), longest(name) from plants").fetchone())
print(db.execute("select name from plants order by name collate backwards limit 2").fetchall())
for sql, values in (("select * from weeds", ()), ("insert into plants(name) values ('fern')", ()),
                    ("select ?", ()), ("select :a", {"b": 1}), ("select ?", (object,)),
                    ("select 1; select 2", ()), ("select double(1, 2)", ()), ("selec", ()),
                    ("select double(null)", ())):
    try:
        print(db.execute(sql, values).fetchall())
    except (sqlite3.Error, OverflowError) as error:
        print(type(error).__name__, error, getattr(error, "sqlite_errorname", None))
try:
    with db:
        db.execute("delete from plants")
        raise KeyError("stop")
except KeyError:
    print(db.execute("select count(*) from plants").fetchone())
with db:
    db.execute("delete from plants where id > 2")
db.executescript("create table beds(x); insert into beds values (1); insert into beds values (null);")
print("\n".join(db.iterdump()))
copy = sqlite3.connect(":memory:")
db.backup(copy)
print(copy.execute("select count(*) from beds").fetchone(), db.total_changes, sqlite3.complete_statement("select 1;"))
db.close()
try:
    db.execute("select 1")
except sqlite3.ProgrammingError as error:
    print(error)
