import logging, io
s=io.StringIO(); h=logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
l=logging.getLogger("x"); l.addHandler(h); l.setLevel(logging.DEBUG); l.debug("a %s",1); l.error("b"); print(s.getvalue())
try: 1/0
except ZeroDivisionError: l.exception("oops")
print(s.getvalue().splitlines()[-1])
import argparse
p=argparse.ArgumentParser(prog="p"); p.add_argument("f",nargs="*"); p.add_argument("-v","--verbose",action="store_true"); print(p.parse_args(["a","-v"]))
try: p.parse_args(["--bad"])
except SystemExit as e: print(e.code)
from decimal import *
print(Decimal("1.10")+Decimal("2.205"), Decimal("10")/3, round(Decimal("2.675"),2), Decimal("1e5"), Decimal(0.1), Decimal("NaN"), Decimal("3.14").quantize(Decimal("0.1"),ROUND_UP), sum([Decimal("0.1")]*10)==1)
import string, textwrap, pprint
print(string.Formatter().format("{0} {a}",1,a=2), textwrap.wrap("the quick brown fox jumps",10), textwrap.shorten("hello world foo",11)); pprint.pprint({"z":1,"a":[{"x":i} for i in range(8)]},width=40)
