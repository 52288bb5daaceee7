import struct
print(struct.pack("<iH", 1, 2), struct.unpack("<iH", b"\x01\0\0\0\x02\0"), struct.calcsize("iqd"), struct.pack(">f", 1.5), struct.unpack(">d", struct.pack(">d", 2.25)))
import array
a=array.array("i",[1,2,3]); a.append(4); print(a, a[0], len(a), a.typecode, a.itemsize, list(a)); a[1]=7; a.extend([5,6]); print(a.tolist(), a.index(7), sum(a)); print(array.array("d",[1.5]), array.array("B",b"abc").tobytes())
print(a[1:3], a+a[:1]); a.pop(); a.insert(0,9); a.remove(3); a.reverse(); print(a)
import base64, binascii
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), binascii.hexlify(b"ab"))
import hashlib
print(hashlib.md5(b"abc").hexdigest(), hashlib.sha256(b"x").hexdigest())
for order in "@=<>!":
    for code in "bBhHiIlLqQn":
        for value in (2**70, -2**70, 2**40, -1, -200, 70000, 2**31, -2**31 - 1, 2**63):
            try:
                struct.pack(order + code, value)
            except struct.error as e:
                print(order + code, value, e)
