m=memoryview(b"hello"); print(m[1], m[1:3].tobytes(), len(m), list(m), m.tolist(), m.format, m.itemsize, m.nbytes, m.readonly)
b=bytearray(b"abc"); m=memoryview(b); m[0]=65; print(b); m[1:]=b"XY"; print(b)
