# csv: escapes, quotes, ends of lines and records in every place; dialects and their messages.
import _csv
import csv
import io

texts = ["a,b\n", "\n", "", "a,\"b\"\"c\"\n", "a,\"b\nc\",d\n", "\"a\"x,b", "a\\,b", "a\\\n", "  a, \"b\"", "\"a", "a\rb",
         "'a,b',c", "1,2.5,\"x\"", "a\n\n\nb", "\"\"", ",", "\"a\",\r\n", "a,b\\"]
for options in ({}, {"escapechar": "\\"}, {"quotechar": "'"}, {"skipinitialspace": True}, {"doublequote": False},
                {"strict": True}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONNUMERIC},
                {"delimiter": "\t"}):
    for text in texts:
        try:
            print(options, ascii(text), list(csv.reader(text.splitlines(True), **options)))
        except (csv.Error, ValueError) as error:
            print(options, ascii(text), type(error).__name__, error)

rows = [["a", "b,c", 'd"e', "f\ng", 1, 2.5, None, ""], [""], [], ["\\", "x y", True], ["'", "\t"]]
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"escapechar": "\\"},
                {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False, "escapechar": "\\"},
                {"quoting": csv.QUOTE_NONE}, {"lineterminator": "!"}, {"quotechar": "'"}):
    for row in rows:
        out = io.StringIO()
        try:
            print(options, csv.writer(out, **options).writerow(row), ascii(out.getvalue()))
        except csv.Error as error:
            print(options, error)
for options in ({"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": None}, {"quotechar": 5}, {"quotechar": None},
                {"quotechar": None, "quoting": csv.QUOTE_ALL}, {"quoting": 9}, {"quoting": "x"}, {"escapechar": "ab"},
                {"lineterminator": 1}, {"color": 1}, {"lineterminator": None}):
    try:
        made = csv.reader([], **options).dialect
        print(options, made.quoting, made.quotechar)
    except TypeError as error:
        print(options, error)
old = csv.field_size_limit(5)
try:
    print(list(csv.reader(["abcdef,g"])))
except csv.Error as error:
    print(error)
print(csv.field_size_limit(old))
reader = csv.reader(["a,b\n", "\"c\n", "d\"\n"])
print(next(reader), reader.line_num, next(reader), reader.line_num, reader.dialect.delimiter)
for attempt in (lambda: csv.writer(object()), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.reader(5),
                lambda: list(csv.reader([b"a"])), lambda: csv.get_dialect("none"), lambda: csv.register_dialect(5),
                lambda: setattr(reader.dialect, "strict", 1)):
    try:
        attempt()
    except (TypeError, AttributeError, csv.Error) as error:
        print(type(error).__name__, error if not isinstance(error, AttributeError) else "")
