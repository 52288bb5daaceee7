#!/usr/bin/python3
"""Writes int_cases.txt and the other tables next to itself, by CPython 3.11."""
import contextlib
import math
import os
import random
import struct

HERE = os.path.dirname(os.path.abspath(__file__))


def shown(function):
    try:
        return repr(function())
    except Exception as e:
        return "!%s: %s" % (type(e).__name__, e)


def int_cases():
    random.seed(7)
    specials=[0,1,-1,2,-2,3,7,10,-10,2**31,2**48,2**49-1,2**49,-2**49,-2**49-1,2**50,2**62,2**63-1,2**63,-2**63,-2**63-1,2**64-1,2**64,-2**64,2**65+1,10**30,-10**30,3**100,-(7**90),2**200,-2**200,2**128-1,10**80+7]
    def rnd():
        k=random.choice([5,20,49,51,63,64,65,100,128,200,400,1000])
        n=random.getrandbits(k)
        return random.choice([n,-n])
    pairs=[(a,b) for a in specials for b in specials]
    random.shuffle(pairs); pairs=pairs[:450]
    pairs+=[(rnd(),rnd()) for _ in range(350)]
    for a,b in pairs:
        out=[("+",lambda:a+b),("-",lambda:a-b),("*",lambda:a*b),("//",lambda:a//b),("%",lambda:a%b),("/",lambda:a/b),("&",lambda:a&b),("|",lambda:a|b),("^",lambda:a^b),("g",lambda:math.gcd(a,b)),("<",lambda:int(a<b)),("=",lambda:int(a==b))]
        for op,f in random.sample(out,5):
            print(op,a,b,shown(f),sep="\t")
    for a in specials+[rnd() for _ in range(150)]:
        for s in random.sample([0,1,5,13,63,64,65,127,130,300],4):
            print("<<",a,s,shown(lambda:a<<s),sep="\t"); print(">>",a,s,shown(lambda:a>>s),sep="\t")
        for e in random.sample([0,1,2,3,5,10,17],2): print("**",a,e,shown(lambda:a**e),sep="\t")
        print("~",a,0,shown(lambda:~a),sep="\t"); print("neg",a,0,shown(lambda:-a),sep="\t")
        print("bits",a,0,shown(lambda:a.bit_length()),sep="\t"); print("hash",a,0,shown(lambda:hash(a)),sep="\t")
        print("float",a,0,shown(lambda:float(a)),sep="\t")
        print("isqrt",a,0,shown(lambda:math.isqrt(a)),sep="\t")
        print("hex",a,0,shown(lambda:hex(a).replace("0x","")),sep="\t")
        print("round",a,-2,shown(lambda:round(a,-2)),sep="\t"); print("round",a,-19,shown(lambda:round(a,-19)),sep="\t")
    for i in range(60):
        a,b,m=rnd(),abs(random.getrandbits(random.choice([3,30,80,200]))),rnd()
        print("powmod%d"%m,a,b,shown(lambda:pow(a,b,m)),sep="\t")
        m=random.choice([7,1000003,2**61-1,2**127-1,10**9+7]); a=rnd()
        print("powmod%d"%m,a,-3,shown(lambda:pow(a,-3,m)),sep="\t")
    for i in range(200):
        a=rnd(); d=float(random.choice([a+random.choice([-1,0,1]),random.getrandbits(70),a/3]))
        print("cmpf",a,d.hex(),(a>d)-(a<d),sep="\t")
    for i in range(150):
        d=random.choice([random.uniform(-1e6,1e6),random.uniform(-1,1)*10**random.randint(1,300),float(random.getrandbits(60))])
        print("trunc",d.hex(),0,int(d),sep="\t")


def float_cases():
    random.seed(5)
    def rnd():
        return random.choice([lambda:random.uniform(-10,10),lambda:struct.unpack("d",struct.pack("Q",random.getrandbits(64)))[0],lambda:random.uniform(-1,1)*10**random.randint(-20,20),lambda:round(random.uniform(-1000,1000),3),lambda:float(random.randint(-10**17,10**17))])()
    vals=[0.0,-0.0,1.0,1e15,1e16,1e17,123456789012345680.0,1e-4,1e-5,0.1,5e-324,2.2250738585072014e-308,1.7976931348623157e308,float("inf"),-float("inf"),0.5,1.5,2.5,-2.5,1e22,1e23,0.30000000000000004,100.0]
    vals+=[rnd() for _ in range(500)]
    def h(d): return d.hex()
    for d in vals:
        if math.isnan(d): continue
        print("repr",h(d),0,repr(d),sep="\t")
        print("hash",h(d),0,hash(d),sep="\t")
        print("hex",h(d),0,d.hex(),sep="\t")
        print("ratio",h(d),0,shown(lambda:d.as_integer_ratio()),sep="\t")
        print("round",h(d),0,shown(lambda:round(d)),sep="\t")
        for n in random.sample([0,1,2,3,5,10,-1,-2,-5,15,16],3): print("roundn",h(d),n,shown(lambda:round(d,n)),sep="\t")
        p=random.randint(0,20)
        for c in "efgEG": print("fmt"+c,h(d),p,"%.*{}".format(c)%(p,d),sep="\t")
    for i in range(400):
        a,b=random.choice(vals),random.choice(vals)
        if math.isnan(a) or math.isnan(b): continue
        for op,f in [("//",lambda:a//b),("%",lambda:a%b),("/",lambda:a/b),("**",lambda:a**b)]:
            r=shown(f)
            if "complex" in r or "j" in r: continue
            print(op,h(a),h(b),r,sep="\t")
    for t in ["1","1.5"," 2.5e3\n","1_000.5","1__0","_1","1_","inf","-Infinity","nan","+.5","5.",".","e5","1e","1e+","0x10","1e400","-1e-400","infin","1.5.2","++1","1 2",""]:
        try: r=repr(float(t))
        except ValueError: r="!"
        print("parse",t.replace("\n","\\n"),0,r,sep="\t")


def set_cases():
    """Commands on three sets of numbers; the set's repr after each."""
    random.seed(3)
    sets = {"a": set(), "b": set(), "c": set()}

    def number():
        return random.choice([lambda: random.randint(-5, 40), lambda: random.randint(-10**6, 10**6),
                              lambda: random.getrandbits(70), lambda: random.randint(-50, 50) / 4,
                              lambda: random.randint(0, 8) * 2**random.randint(10, 60)])()
    for i in range(1500):
        t = random.choice("abc")
        command = random.choice(["add"] * 6 + ["discard", "pop", "discard", "update", "or", "and", "sub", "xor",
                                 "isub", "iand", "ixor", "copy", "fill"])
        s = sets[t]
        o = random.choice("abc")
        arg = o
        if len(s) > 300:
            command = "sub"
        if command == "add":
            arg = number()
            s.add(arg)
        elif command == "discard":
            arg = random.choice(list(s)) if s and random.random() < .7 else number()
            s.discard(arg)
        elif command == "pop":
            if not s:
                continue
            s.pop()
        elif command == "fill":
            arg = random.randint(1, 40)
            for k in range(arg):
                s.add(k * 3)
        elif command == "update":
            s.update(sets[o])
        elif command == "or":
            sets[t] = s | sets[o]
        elif command == "and":
            sets[t] = s & sets[o]
        elif command == "sub":
            sets[t] = s - sets[o]
        elif command == "xor":
            sets[t] = s ^ sets[o]
        elif command == "isub":
            s -= sets[o]
        elif command == "iand":
            s &= sets[o]
        elif command == "ixor":
            s ^= sets[o]
        elif command == "copy":
            sets[t] = sets[o].copy()
        print(command, t, repr(arg), repr(sets[t]), sep="\t")


def str_cases():
    """Methods of str on random texts, white space escaped; the result's ascii()."""
    random.seed(4)
    alphabet = ["a", "b", "Z", " ", "\t", "\n", "0", "9", "_", "ß", "É", "é", "Σ", "σ", "ς", "İ", "ı", "ﬁ", "Ǆ", "ǅ", "ǆ",
                "\u2028", "\xa0", "\u0301", "中", "😀", "\x1c", "\r", "'", "\"", "\\", "-", "+", "\x7f", "\ud800", "²", "½", "Ⅷ", "٣"]

    def text(n):
        return "".join(random.choice(alphabet) for _ in range(random.randint(0, n)))
    plain = ["lower", "upper", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split", "rsplit",
             "splitlines", "isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "islower", "isupper",
             "istitle", "isidentifier", "isprintable", "expandtabs"]
    for i in range(1500):
        s = text(8)
        m = random.choice(plain)
        print(m, ascii(s), "''", ascii(getattr(s, m)()), sep="\t")
        print("repr", ascii(s), "''", ascii(repr(s)), sep="\t")
    for i in range(1200):
        s = text(10) + text(4)
        p = random.choice([text(2), s[2:4], s[:1]])
        m = random.choice(["find", "rfind", "count", "split", "rsplit", "partition", "rpartition", "strip", "lstrip", "rstrip",
                           "startswith", "endswith", "removeprefix", "removesuffix", "replace"])
        try:
            r = ascii(s.replace(p, "<>") if m == "replace" else getattr(s, m)(p))
        except ValueError as e:
            r = "!%s: %s" % (type(e).__name__, e)
        print(m, ascii(s), ascii(p), r, sep="\t")
    for c in range(0x80, 0x110000):
        s = chr(c)
        forms = (s.upper(), s.lower(), s.title(), s.casefold())
        if forms != (s, s, s, s) and random.random() < 0.2:
            print("forms", ascii(s), "''", ascii("|".join(forms)), sep="\t")


for name, cases in (("int_cases.txt", int_cases), ("float_cases.txt", float_cases), ("set_cases.txt", set_cases),
                    ("str_cases.txt", str_cases)):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as f, contextlib.redirect_stdout(f):
        cases()
