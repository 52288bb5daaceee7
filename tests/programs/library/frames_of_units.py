# Frames seen from within calls that traces make natively.
import sys
def where(n):
    out=[]
    f=sys._getframe(1)
    while f is not None:
        out.append((f.f_code.co_name,f.f_lineno)); f=f.f_back
    return out
def leaf(n, i):
    if n==0:
        if i%1000==0: print(where(n)[:9])
        return 1
    return mid(n-1,i)+1
def mid(n,i):
    return inner(n,i)
def inner(n,i):
    return leaf(n,i)
t=0
for i in range(4000):
    t+=leaf(3,i)
print(t)
