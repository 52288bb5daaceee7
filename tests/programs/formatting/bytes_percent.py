print(b"%d %s %x" % (1, b"abc", 255), b"%c%c" % (65, b"B"), b"%r" % "x", b"%5.2f" % 3.14159, b"%a" % "é")
try: b"%s" % "x"
except TypeError as e: print(e)
