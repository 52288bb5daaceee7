# Imported by CPython's datetime module at its end, for what it has in C. The module's own classes are
# taken; here they get what tells them from those in C: messages, and that tracebacks do not show them.
# The import fails, as where there is no such module.
import sys

_datetime = sys.modules["datetime"]
_names = _datetime.__dict__
_index = _names["_index"]


def _c_int(value):
    n = _index(value)
    if not -0x80000000 <= n <= 0x7fffffff:
        if -0x8000000000000000 <= n <= 0x7fffffffffffffff:
            raise OverflowError("signed integer is greater than maximum" if n > 0 else
                                "signed integer is less than minimum")
        raise OverflowError("Python int too large to convert to C long")
    return n


def _check_date_fields(year, month, day):
    if day is None:
        missing = "'month' (pos 2)" if month is None else "'day' (pos 3)"
        raise TypeError(f"function missing required argument {missing}")
    if (type(year) is int and type(month) is int and type(day) is int and 1 <= year <= 9999
            and 1 <= month <= 12 and 1 <= day <= 28):
        return year, month, day
    year, month, day = _c_int(year), _c_int(month), _c_int(day)
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


_days_in_month = _names["_days_in_month"]


def _check_time_fields(hour, minute, second, microsecond, fold):
    hour, minute, second = _c_int(hour), _c_int(minute), _c_int(second)
    microsecond = _c_int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


_make_delta = _datetime.timedelta.__new__


def _new_delta(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
    if (type(days) is type(seconds) is type(microseconds) is type(milliseconds) is type(minutes)
            is type(hours) is type(weeks) is int):
        days += weeks * 7
        seconds += hours * 3600 + minutes * 60
        microseconds += milliseconds * 1000
        if not 0 <= microseconds < 1000000:
            carry, microseconds = divmod(microseconds, 1000000)
            seconds += carry
        if not 0 <= seconds < 86400:
            carry, seconds = divmod(seconds, 86400)
            days += carry
        if -999999999 <= days <= 999999999:
            self = object.__new__(cls)
            self._days, self._seconds, self._microseconds = days, seconds, microseconds
            self._hashcode = -1
            return self
        weeks = seconds = microseconds = milliseconds = minutes = hours = 0
    try:
        return _make_delta(cls, days, seconds, microseconds, milliseconds, minutes, hours, weeks)
    except OverflowError as e:
        text = str(e)
        count = text.rpartition(" ")[2]
        if text.startswith("timedelta #"):
            text = (f"days={count}; must have magnitude <= 999999999"
                    if -0x80000000 <= int(count) <= 0x7fffffff else
                    "Python int too large to convert to C int")
    except (TypeError, AssertionError) as e:
        text = None
        for name, value in (("microseconds", microseconds), ("milliseconds", milliseconds),
                            ("seconds", seconds), ("minutes", minutes), ("hours", hours),
                            ("days", days), ("weeks", weeks)):
            if not isinstance(value, (int, float)):
                text = f"unsupported type for timedelta {name} component: {_type_name(value)}"
                break
        if text is None:
            raise
        raise TypeError(text) from None
    raise OverflowError(text)


def _cmperror(x, y):
    raise TypeError(f"can't compare {_type_name(x)} to {_type_name(y)}")


def _check_tzinfo_arg(tz):
    if tz is not None and not isinstance(tz, _tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type "
                        f"'{type(tz).__name__}'")


_tzinfo = _datetime.tzinfo


# What is wrong with a part is said instead of that something is.
def _telling(cls):
    method = cls.__dict__["fromisoformat"].__func__

    def fromisoformat(cls, string, /):
        try:
            return method(cls, string)
        except ValueError as e:
            text, inner = str(e), str(e.__context__)
            if isinstance(e.__context__, ValueError) and (" in " in inner or " range" in inner):
                text = inner
        raise ValueError(text)
    cls.fromisoformat = classmethod(fromisoformat)


_from_ordinal = _datetime.date.__dict__["fromordinal"].__func__


def _checked_from_ordinal(cls, n, /):
    if _index(n) < 1:
        raise ValueError("ordinal must be >= 1")
    return _from_ordinal(cls, n)


_make_zone = _datetime.timezone.__new__


def _new_zone(cls, offset, *name):
    if not isinstance(offset, _datetime.timedelta):
        raise TypeError("timezone() argument 1 must be datetime.timedelta, not "
                        f"{_type_name(offset)}")
    if name and not isinstance(name[0], str):
        raise TypeError(f"timezone() argument 2 must be str, not {_type_name(name[0])}")
    try:
        return _make_zone(cls, offset, *name)
    except ValueError as e:
        text = str(e)
    raise ValueError(f"{text[:-1]}, not {offset!r}.")


# Texts that stand in the code of methods.
_texts = {
    "cannot compare naive and aware datetimes":
        "can't compare offset-naive and offset-aware datetimes",
    "cannot compare naive and aware times": "can't compare offset-naive and offset-aware times",
    "cannot mix naive and timezone-aware time":
        "can't subtract offset-naive and offset-aware datetimes",
    "result out of range": "date value out of range",
    "Invalid weekday: ": "Invalid day: ",
    "tzinfo subclass must override tzname()": "a tzinfo subclass must implement tzname()",
    "tzinfo subclass must override utcoffset()": "a tzinfo subclass must implement utcoffset()",
    "tzinfo subclass must override dst()": "a tzinfo subclass must implement dst()"}


def _translate(owner, put):
    for name, f in list(owner.items()):
        code = getattr(f, "__code__", None)
        if code is None or not any([_texts.get(c) for c in code.co_consts if isinstance(c, str)]):
            continue
        consts = [_texts.get(c, c) if isinstance(c, str) else c for c in code.co_consts]
        made = type(f)(code.replace(co_consts=tuple(consts)), _names, f.__name__, f.__defaults__,
                       f.__closure__)
        made.__kwdefaults__, made.__qualname__ = f.__kwdefaults__, f.__qualname__
        put(name, made)


# A class of a program's is shown without its module.
def _show_plainly(cls):
    show = cls.__repr__

    def __repr__(self):
        text = show(self)
        if type(self).__module__ == "datetime":
            return text
        return f"{type(self).__name__}({text.partition('(')[2]}"
    cls.__repr__ = __repr__


def _show_week(self):
    return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


for _name in ("_check_date_fields", "_check_time_fields", "_cmperror", "_check_tzinfo_arg"):
    _names[_name] = globals()[_name]
_classes = [_names[_name] for _name in ("date", "time", "datetime", "timedelta", "tzinfo",
                                        "timezone", "_IsoCalendarDate")]
_translate(_names, _names.__setitem__)
for _cls in _classes:
    _translate(_cls.__dict__, lambda name, made: setattr(_cls, name, made))
for _cls in _classes[:3]:
    _telling(_cls)
for _cls in _classes[:4]:
    _show_plainly(_cls)
_datetime.date.fromordinal = classmethod(_checked_from_ordinal)
_datetime.timedelta.__new__ = staticmethod(_new_delta)
_datetime.timezone.__new__ = staticmethod(_new_zone)
_names["_IsoCalendarDate"].__repr__ = _show_week
_hide_code(_datetime)
for _cls in _classes:
    _hide_code(_cls)
raise ImportError("the classes are those of the library")
