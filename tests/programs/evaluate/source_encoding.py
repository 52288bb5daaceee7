# Source in another encoding than UTF-8: coding: cp1251
print("привет", len("привет"))
print(ascii("п"))
import _latin
print(_latin.text)
for source in (b"# coding: latin-1\nx = '\xe9'", b"\n# vim: set fileencoding=koi8-r :\nx = '\xc1'",
               b"x = 1\n# coding: latin-1\n", b"#\n\n# coding: nothing\nx=2", b"# coding: nothing\nx = 3", b"\xef\xbb\xbf# coding: latin-1\nx=4"):
    names = {}
    try:
        exec(source, names)
        print(ascii(names.get("x")))
    except SyntaxError as e:
        print(e, e.lineno, e.offset)
1 / 0  # д
