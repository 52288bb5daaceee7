# The encoding HZ: GB 2312 in seven bits.
for s in ("abc", "中文", "a中文b\n", "a~b", "中~文", "é"):
    try: b=s.encode("hz"); print(b, b.decode("hz"))
    except UnicodeError as e: print(e)
for b in (b"~{VPND~}x", b"~{VPND\nx", b"a~~b", b"a~\nb", b"~x", b"~{V", b"~{\x80\x80~}", b"~", b"~{VPND"):
    try: print(b, repr(b.decode("hz")))
    except UnicodeError as e: print(b, e)
    print(repr(b.decode("hz","replace")), repr(b.decode("hz","ignore")))
import codecs
d=codecs.getincrementaldecoder("hz")()
print([d.decode(bytes([c])) for c in b"a~{VPND~}~~b"], d.decode(b"",True))
e=codecs.getincrementalencoder("hz")()
print([e.encode(c) for c in "a中文b"], e.encode("",True))
e=codecs.getincrementalencoder("hz")()
print(e.encode("中"), e.encode("文",True))
