# base64 with its errors, uuencode, quoted-printable.
import binascii, base64, quopri, uu, io
d=bytes(range(256))
for s in (b'', b'a', b'ab', b'abc', d, b'x'*45):
    print(binascii.b2a_base64(s), binascii.b2a_base64(s,newline=False)==base64.b64encode(s), binascii.a2b_base64(binascii.b2a_base64(s))==s)
for t in (b'YQ', b'Y', b'YQ==', b'Y Q\n=\n=', b'YWI', '====', b'YQ==YQ==', b'!!!', b'YWJj=', 'é'):
    for strict in (False, True):
        try: print(t, binascii.a2b_base64(t, strict_mode=strict))
        except (ValueError,) as e: print(t, type(e).__name__, e)
print(binascii.b2a_uu(d[:45]), binascii.a2b_uu(binascii.b2a_uu(d[:45]))==d[:45], binascii.b2a_uu(b'\0\0', backtick=True), binascii.b2a_uu(b''))
for t in (b'$86)C"@', b'!!!', b'#\x7f'):
    try: print(binascii.a2b_uu(t))
    except binascii.Error as e: print(e)
print(binascii.b2a_qp(b'caf\xe9 = x \t\nline\r\nend.'), binascii.a2b_qp(b'caf=E9=20=3D x=\nyz=zz_'), binascii.a2b_qp(b'a_b', header=True))
print(quopri.encodestring(b'hello \xff world '+b'x'*100), quopri.decodestring(b'a=3Db=\n'))
print(binascii.b2a_qp(b'a b\tc', quotetabs=True), binascii.b2a_qp(b'a_b c', header=True), binascii.b2a_qp(b'a\nb', istext=False))
o=io.BytesIO(); uu.encode(io.BytesIO(d), o, 'n', 0o644); print(o.getvalue()[:80])
try: binascii.b2a_base64('x')
except TypeError as e: print(e)
