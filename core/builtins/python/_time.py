# Calendar times of the module time. Local time is what the host says, or else UTC.
import _structseq
from _binary import ask_host as _ask
from time import time as _time

__all__ = ("struct_time", "gmtime", "localtime", "mktime", "asctime", "ctime", "strftime",
           "strptime", "timezone", "altzone", "daylight", "tzname", "get_clock_info", "tzset",
           "CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID",
           "clock_gettime", "clock_gettime_ns", "clock_getres", "thread_time_ns",
           "_STRUCT_TM_ITEMS")

_LOCAL_TIME, _MAKE_TIME = 34, 35
CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = range(4)
_STRUCT_TM_ITEMS = 11
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
           "tm_isdst")


struct_time = _structseq.make("time", "struct_time", _FIELDS + ("tm_zone", "tm_gmtoff"), 9)


# Days since 1970-01-01 of a date, and back (Howard Hinnant's days_from_civil, by eras of 400 years).
def _days(year, month, day):
    year -= month <= 2
    era = year // 400
    yoe = year - era * 400
    doy = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719468


def _date(days):
    days += 719468
    era = days // 146097
    doe = days - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + (3 if mp < 10 else -9)
    return yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) // 5 + 1


# The whole seconds of what gmtime and its kin are given.
def _seconds(x):
    if x is None:
        return int(_time() // 1)
    if isinstance(x, float):
        if x != x:
            raise ValueError("Invalid value NaN (not a number)")
        if not -9.3e18 < x < 9.2e18:
            raise OverflowError("timestamp out of range for platform time_t")
        return int(x // 1)
    index = getattr(type(x), "__index__", None)
    if index is None:
        raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
    whole = index(x)
    if not -1 << 63 <= whole < 1 << 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return whole


# The nine numbers of a time tuple. `checked`: those that asctime and strftime find wrong are an
# error, and a zero month, day or day of the year is the first.
def _numbers(t, what, checked):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{what}(): illegal time tuple argument")
    row = []
    for x in t:
        index = getattr(type(x), "__index__", None)
        if index is None:
            raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
        x = index(x)
        if not -1 << 31 <= x < 1 << 31:
            raise OverflowError("signed integer is greater than maximum" if x > 0
                                else "signed integer is less than minimum")
        row.append(x)
    year, month, day, hour, minute, second, wday, yday, dst = row
    if year < (-1 << 31) + 1900:
        raise OverflowError("year out of range")
    if checked:
        month = month or 1
        day = day or 1
        yday = yday or 1
        if wday < -1:
            raise ValueError("day of week out of range")
        wday = (wday + 1) % 7 - 1 if wday != -1 else 6
        wday %= 7
        for name, value, low, high in (
                ("month", month, 1, 12), ("day of month", day, 1, 31), ("hour", hour, 0, 23),
                ("minute", minute, 0, 59), ("seconds", second, 0, 61),
                ("day of year", yday, 1, 366)):
            if not low <= value <= high:
                raise ValueError(name + " out of range")
    return year, month, day, hour, minute, second, wday, yday, dst


def gmtime(seconds=None, /):
    return _universal(_seconds(seconds), "GMT")


def _universal(whole, zone):
    if not -67768040609740800 <= whole <= 67768036191676799:
        raise OSError(75, "Value too large for defined data type")
    days, rest = divmod(whole, 86400)
    year, month, day = _date(days)
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60,
                        (days + 3) % 7, days - _days(year, 1, 1) + 1, 0, zone, 0))


def localtime(seconds=None, /):
    whole = _seconds(seconds)
    error, answer = _ask(_LOCAL_TIME, str(whole), "")
    if error == 38:
        return _universal(whole, "UTC")
    if error:
        raise OSError(75, "Value too large for defined data type")
    second, minute, hour, day, month, year, wday, yday, dst, offset, zone = answer.split(" ", 10)
    return struct_time((int(year) + 1900, int(month) + 1, int(day), int(hour), int(minute),
                        int(second), (int(wday) + 6) % 7, int(yday) + 1, int(dst), zone,
                        int(offset)))


def mktime(t, /):
    year, month, day, hour, minute, second, _, _, dst = _numbers(t, "mktime", False)
    error, answer = _ask(_MAKE_TIME, f"{second} {minute} {hour} {day} {month - 1} {year - 1900} "
                                     f"{dst}", "")
    if error == 0:
        return float(answer)
    if error != 38:
        raise OverflowError("mktime argument out of range")
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    return float(_days(year, month, 1) * 86400 + (day - 1) * 86400 + hour * 3600 + minute * 60
                 + second)


def asctime(t=None, /):
    if t is None:
        t = localtime()
    year, month, day, hour, minute, second, wday = _numbers(t, "asctime", True)[:7]
    return f"{_DAYS[wday][:3]} {_MONTHS[month - 1][:3]} {day:2} {hour:02}:{minute:02}:{second:02} {year}"


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if "\0" in format:
        raise ValueError("embedded null character")
    if t is None:
        t = localtime()
    zone = getattr(t, "tm_zone", None), getattr(t, "tm_gmtoff", None)
    return _formatted(format, _numbers(t, "strftime", True) + zone)


# `t`: the nine numbers, the zone's name and its offset, or None for both.
def _formatted(format, t):
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c in "-_0^#" and i < len(format):
            flag, c = c, format[i]
            i += 1
        else:
            flag = ""
        text = _part(c, t)
        if flag == "-":
            text = text.lstrip("0 ") or "0"
        elif flag == "^":
            text = text.upper()
        elif flag == "_":
            text = " " * (len(text) - len(text.lstrip("0") or "0")) + (text.lstrip("0") or "0")
        out.append(text)
    return "".join(out)


def _part(c, t):
    year, month, day, hour, minute, second, wday, yday = t[:8]
    if c == "Y":
        return str(year)
    if c == "m":
        return f"{month:02}"
    if c == "d":
        return f"{day:02}"
    if c == "H":
        return f"{hour:02}"
    if c == "M":
        return f"{minute:02}"
    if c == "S":
        return f"{second:02}"
    if c == "y":
        return f"{year % 100:02}"
    if c == "C":
        return f"{year // 100:02}"
    if c == "e":
        return f"{day:2}"
    if c == "I":
        return f"{hour % 12 or 12:02}"
    if c == "l":
        return f"{hour % 12 or 12:2}"
    if c == "k":
        return f"{hour:2}"
    if c == "p":
        return "AM" if hour < 12 else "PM"
    if c == "P":
        return "am" if hour < 12 else "pm"
    if c == "A":
        return _DAYS[wday]
    if c == "a":
        return _DAYS[wday][:3]
    if c == "B":
        return _MONTHS[month - 1]
    if c == "b" or c == "h":
        return _MONTHS[month - 1][:3]
    if c == "j":
        return f"{yday:03}"
    if c == "w":
        return str((wday + 1) % 7)
    if c == "u":
        return str(wday + 1)
    if c == "U":
        return f"{(yday + 6 - (wday + 1) % 7) // 7:02}"
    if c == "W":
        return f"{(yday + 6 - wday) // 7:02}"
    if c == "V" or c == "G" or c == "g":
        week = (yday - wday + 9) // 7
        if week < 1:
            year -= 1
            last = _days(year + 1, 1, 1) - _days(year, 1, 1)
            week = (yday + last - wday + 9) // 7
        elif week == 53 and (_days(year + 1, 1, 1) + 3) % 7 <= 3:
            year += 1
            week = 1
        return f"{week:02}" if c == "V" else str(year) if c == "G" else f"{year % 100:02}"
    if c == "c":
        return _formatted("%a %b %e %H:%M:%S %Y", t)
    if c == "x" or c == "D":
        return _formatted("%m/%d/%y", t)
    if c == "X" or c == "T":
        return _formatted("%H:%M:%S", t)
    if c == "R":
        return _formatted("%H:%M", t)
    if c == "r":
        return _formatted("%I:%M:%S %p", t)
    if c == "F":
        return _formatted("%Y-%m-%d", t)
    if c == "s":
        return str(int(mktime(t[:9])))
    if c == "z" or c == "Z":
        zone, offset = t[9:]
        if zone is None:
            summer = t[8] > 0
            zone, offset = tzname[summer], -(altzone if summer else timezone)
        if c == "Z":
            return zone
        sign = "-" if offset < 0 else "+"
        return f"{sign}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}"
    if c == "n":
        return "\n"
    if c == "t":
        return "\t"
    if c == "%":
        return "%"
    return "%" + c


def strptime(text, format="%a %b %d %H:%M:%S %Y"):
    import _strptime
    return _strptime._strptime_time(text, format)


# Reads the zone that the environment names: its offsets in winter and in summer.
def tzset():
    global timezone, altzone, daylight, tzname
    year = (365 * 24 + 6) * 3600
    start = int(_time()) // year * year
    january, july = localtime(start), localtime(start + year // 2)
    if -january.tm_gmtoff < -july.tm_gmtoff:  # summer is in January
        january, july = july, january
    timezone, altzone = -january.tm_gmtoff, -july.tm_gmtoff
    daylight = int(timezone != altzone)
    tzname = (january.tm_zone, july.tm_zone)


# The nanoseconds of the clocks there are, by their numbers.
def clock_gettime_ns(clk_id, /):
    import time
    clocks = (time.time_ns, time.monotonic_ns, time.process_time_ns, time.process_time_ns)
    clock = clk_id.__index__()
    if not 0 <= clock < len(clocks):
        raise OSError(22, "Invalid argument")
    return clocks[clock]()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) * 1e-9


def clock_getres(clk_id, /):
    clock_gettime_ns(clk_id)
    return 1e-09


def thread_time_ns():
    return clock_gettime_ns(CLOCK_THREAD_CPUTIME_ID)


_CLOCKS = {"time": "CLOCK_REALTIME", "monotonic": "CLOCK_MONOTONIC",
           "perf_counter": "CLOCK_MONOTONIC", "process_time": "CLOCK_PROCESS_CPUTIME_ID",
           "thread_time": "CLOCK_THREAD_CPUTIME_ID"}


def get_clock_info(name, /):
    if not isinstance(name, str):
        raise TypeError(f"get_clock_info() argument 1 must be str, not {type(name).__name__}")
    if name not in _CLOCKS:
        raise ValueError("unknown clock")
    import _types
    return _types.SimpleNamespace(implementation=f"clock_gettime({_CLOCKS[name]})",
                                 monotonic=name != "time", adjustable=name == "time",
                                 resolution=1e-09)


tzset()
