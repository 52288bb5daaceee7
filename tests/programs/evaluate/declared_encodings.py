# -*- coding: iso-8859-1 -*-
# The encoding that a file declares, this one and texts for compile() and exec().
name = "café ÄÖÜ"
print(name, len(name), ascii(name))

for source in (b"# coding: latin-1\nprint('\xe9')", b"#!/x\n# vim: set fileencoding=cp1252 :\nprint('\x80')",
               b"\n#coding=utf-8\nprint('\xc3\xa9')", b"x = 1\n# coding: latin-1\nprint('\xc3\xa9')",
               b"# coding: koi8-r\nprint('\xc1')", b"\xef\xbb\xbfprint('\xc3\xa9')",
               b"# encoding :latin-1\nprint(1)", b"# coding: no-such\nprint(1)", b"\xef\xbb\xbf# coding: latin-1\n"):
    try:
        exec(compile(source, "made", "exec"))
        exec(source)
    except SyntaxError as e:
        print(e.msg)
print(eval(b"# coding: latin-1\n'\xfc'"), eval("# coding: latin-1\n'ü'"))
