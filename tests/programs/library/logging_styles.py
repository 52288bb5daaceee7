# Log records in each style with times of a given zone, functions of C as attributes of classes, and
# what is no exception where one is wanted.
import hashlib
import io
import logging
import logging.config
import operator
import os
import string
import sys
import time
import traceback
import warnings

os.environ["TZ"] = "UTC"
time.tzset()
stream = io.StringIO()
for style, text in (("%", "%(asctime)s|%(levelname)-8s|%(name)s|%(message)s"),
                    ("{", "{asctime}|{levelname:>8}|{name}|{message}"),
                    ("$", "$asctime|${levelname}|$name|$message")):
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(text, style=style, datefmt="%Y-%m-%d %H:%M:%S"))
    record = logging.LogRecord("a.b", logging.WARNING, "file.py", 3, "%s and %d", ("one", 2), None)
    record.created = 86400.25
    record.msecs = 250.0
    handler.emit(record)
print(stream.getvalue(), end="")
record.created, record.msecs = 0.5, 500.0
print(logging.Formatter("%(asctime)s %(message)s").format(record))
for style, text in (("$", "plain"), ("{", "{message!x}"), ("%", "none"), ("x", "%(message)s")):
    try:
        logging.Formatter(text, style=style)
    except ValueError as e:
        print(style, e)
logging.config.dictConfig({
    "version": 1, "formatters": {"f": {"format": "$levelname $message", "style": "$"}},
    "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": sys.stdout}},
    "root": {"level": "INFO", "handlers": ["h"]}})
logging.getLogger("x").info("configured %s", "so")


class Functions:
    local, gmt, sha, md5, warn = time.localtime, time.gmtime, hashlib.sha256, hashlib.md5, warnings.warn
    add, stamp = operator.add, time.strftime


f = Functions()
print(f.local(0)[:3], f.gmt(1e9)[:6], f.sha(b"a").hexdigest()[:8], f.md5(b"").hexdigest()[:8],
      f.add(1, 2), f.stamp("%Y", time.gmtime(0)))
print(string.Template.pattern.groups, string.Template("$a ${b} $$ $").safe_substitute(a=1))


class Percent(string.Template):
    delimiter = "%"


print(Percent("%a%%").substitute(a=3), Percent.pattern.search("%x").group("named"))
for call, args in ((traceback.format_exception, (5,)), (traceback.print_exception, ("x",)),
                   (traceback.format_exception_only, (5,)), (traceback.format_exception, (1, 2)),
                   (traceback.format_exception, (ValueError, 5, None)),
                   (traceback.TracebackException, (int, 5, None))):
    try:
        call(*args)
    except Exception as e:
        print(type(e).__name__, e)
sys.excepthook(1, 2, 3)
