# Calendar times of the module time. Local time is what the host says, or else UTC.
from _binary import ask_host as _ask
from time import time as _time

__all__ = ("struct_time", "gmtime", "localtime", "mktime", "asctime", "ctime", "strftime",
           "strptime", "timezone", "altzone", "daylight", "tzname", "get_clock_info", "tzset",
           "CLOCK_REALTIME", "CLOCK_MONOTONIC", "clock_gettime")

_LOCAL_TIME, _MAKE_TIME = 34, 35
CLOCK_REALTIME, CLOCK_MONOTONIC = 0, 1
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
           "tm_isdst")


class struct_time(tuple):
    __module__ = "time"
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, sequence, dict=None):
        row = tuple(sequence)
        if len(row) < 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence "
                            f"({len(row)}-sequence given)")
        self = tuple.__new__(cls, row[:9])
        self.tm_zone = row[9] if len(row) > 9 else None
        self.tm_gmtoff = row[10] if len(row) > 10 else None
        return self

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(_FIELDS, self)]
        return f"time.struct_time({', '.join(parts)})"


def _field(i):
    return property(lambda self: self[i])


for _i in range(9):
    setattr(struct_time, _FIELDS[_i], _field(_i))


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


def gmtime(seconds=None):
    if seconds is None:
        seconds = _time()
    whole = seconds // 1
    days, rest = divmod(int(whole), 86400)
    year, month, day = _date(days)
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60,
                        (days + 3) % 7, days - _days(year, 1, 1) + 1, 0, "UTC", 0))


def localtime(seconds=None):
    if seconds is None:
        seconds = _time()
    error, answer = _ask(_LOCAL_TIME, str(int(seconds // 1)), "")
    if error == 38:
        return gmtime(seconds)
    if error:
        raise OverflowError("timestamp out of range for platform time_t")
    second, minute, hour, day, month, year, wday, yday, dst, offset, zone = answer.split(" ", 10)
    return struct_time((int(year) + 1900, int(month) + 1, int(day), int(hour), int(minute),
                        int(second), (int(wday) + 6) % 7, int(yday) + 1, int(dst), zone,
                        int(offset)))


def mktime(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    year, month, day, hour, minute, second = t[:6]
    error, answer = _ask(_MAKE_TIME, f"{second} {minute} {hour} {day} {month - 1} {year - 1900} "
                                     f"{t[8]}", "")
    if error == 0:
        return float(answer)
    if error != 38:
        raise OverflowError("mktime argument out of range")
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    return float(_days(year, month, 1) * 86400 + (day - 1) * 86400 + hour * 3600 + minute * 60
                 + second)


def asctime(t=None):
    if t is None:
        t = localtime()
    return (f"{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} {t[3]:02}:{t[4]:02}:{t[5]:02} "
            f"{t[0]}")


def ctime(seconds=None):
    return asctime(localtime(seconds))


def strftime(format, t=None):
    if t is None:
        t = localtime()
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
        return strftime("%a %b %e %H:%M:%S %Y", t)
    if c == "x" or c == "D":
        return strftime("%m/%d/%y", t)
    if c == "X" or c == "T":
        return strftime("%H:%M:%S", t)
    if c == "R":
        return strftime("%H:%M", t)
    if c == "r":
        return strftime("%I:%M:%S %p", t)
    if c == "F":
        return strftime("%Y-%m-%d", t)
    if c == "s":
        return str(int(mktime(t)))
    if c == "z" or c == "Z":
        zone, offset = getattr(t, "tm_zone", None), getattr(t, "tm_gmtoff", None)
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



def clock_gettime(clock):
    import time
    return time.time() if clock == 0 else time.monotonic()


def get_clock_info(name):
    import types
    return types.SimpleNamespace(implementation="clock_gettime()", monotonic=name != "time",
                                 adjustable=name == "time", resolution=1e-09)


tzset()
