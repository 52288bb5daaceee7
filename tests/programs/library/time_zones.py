# Local time in the zone that the environment names.
import os
import time
from datetime import datetime, timezone

for zone in ("UTC", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "EST5EDT"):
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.timezone, time.altzone, time.daylight, time.tzname)
    for seconds in (0, 1700000000, 1720000000.75, -86400 * 365):
        t = time.localtime(seconds)
        print(tuple(t), t.tm_zone, t.tm_gmtoff, time.mktime(t), time.strftime("%Y-%m-%d %H:%M:%S %z %Z", t))
        print(time.ctime(seconds), datetime.fromtimestamp(seconds), datetime.fromtimestamp(seconds).timestamp())
        print(datetime.fromtimestamp(seconds, timezone.utc).astimezone().isoformat())
    print(time.mktime((2024, 7, 1, 12, 0, 0, 0, 0, -1)), time.mktime((2024, 14, 35, 12, 0, 0, 0, 0, 0)))
for bad in ((1, 2), "x"):
    try:
        time.mktime(bad)
    except TypeError as e:
        print(e)
