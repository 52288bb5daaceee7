import datetime
d=datetime.date(2024,2,29); print(d, d.weekday(), d+datetime.timedelta(days=1), d.strftime("%Y/%m/%d"), datetime.datetime(2024,1,1,12,30).isoformat(), datetime.timedelta(hours=25))
from fractions import Fraction
print(Fraction(1,3)+Fraction(1,6), Fraction("0.5"), Fraction(0.25), repr(Fraction(3,4)))
from decimal import Decimal, getcontext
print(Decimal("1.1")+Decimal("2.2"), Decimal(1)/Decimal(7)); getcontext().prec=50; print(Decimal(2).sqrt())
import statistics
print(statistics.mean([1,2,3,4]), statistics.median([1,3,2]), statistics.stdev([1,2,3,4]), statistics.mode([1,1,2]))
import textwrap
print(textwrap.dedent("  a\n  b"), textwrap.fill("hello world foo bar", 10), textwrap.indent("a\nb", "> "))
import calendar
print(calendar.isleap(2024), calendar.monthrange(2024,2)); print(calendar.month(2024,2))
import queue
q=queue.Queue(); q.put(1); q.put(2); print(q.get(), q.qsize(), q.empty()); p=queue.PriorityQueue(); p.put((2,"b")); p.put((1,"a")); print(p.get())
import threading
l=threading.Lock()
def w(n):
    with l: print("w",n)
ts=[threading.Thread(target=w,args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
import pickle
print(pickle.loads(pickle.dumps({"a":[1,2.5,"x",(1,),None,True]})))
import difflib
print(difflib.SequenceMatcher(None,"abcd","bcde").ratio(), difflib.get_close_matches("appel",["ape","apple"])); print("\n".join(difflib.unified_diff(["a"],["b"],lineterm="")))
