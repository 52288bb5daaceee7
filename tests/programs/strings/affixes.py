# startswith and endswith of str, bytes and bytearray: parts of every kind, and what is refused.

PARTS = [("d", "c"), (b"d", "c"), (), ("d",), (b"s", "c"), 1, (1,), "s", (b"s",), (bytearray(b"b"),), None]
RANGES = [(), (100,), (1, 2)]

for method in ("startswith", "endswith"):
    for text in (b"bytes", bytearray(b"bytes"), "text"):
        for part in PARTS + [("t",), ("t", 1), "t", ("x", b"y")]:
            for bounds in RANGES:
                try:
                    print(method, text, part, bounds, getattr(text, method)(part, *bounds))
                except TypeError as error:
                    print(method, text, part, bounds, "TypeError:", error)
    print(getattr(b"bytes", method)(memoryview(b"b")), getattr(b"bytes", method)((memoryview(b"s"),)))
