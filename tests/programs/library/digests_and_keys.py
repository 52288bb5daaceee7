# hashlib: every algorithm over lengths around its blocks, objects that go on, keyed BLAKE2 with all
# its parameters, keys from passwords, and what wrong arguments say.
import hashlib
import hmac
import operator

data = bytes(range(256)) * 3
for name in sorted(hashlib.algorithms_guaranteed):
    shake = name.startswith("shake")
    size = (40,) if shake else ()
    h = hashlib.new(name)
    print(name, h.name, h.digest_size, h.block_size)
    row = []
    for n in (0, 1, 55, 56, 63, 64, 65, 71, 72, 104, 111, 112, 127, 128, 129, 136, 144, 168, 700):
        row.append(hashlib.new(name, data[:n]).hexdigest(*size)[-10:])
    print("  ", *row)
    h.update(data[:100])
    other = h.copy()
    h.update(memoryview(data)[100:300])
    other.update(bytearray(data[100:300]))
    print("  ", h.hexdigest(*size) == other.hexdigest(*size) == getattr(hashlib, name)(data[:300]).hexdigest(*size))

print(hashlib.shake_128(b"long").hexdigest(400)[-20:], hashlib.shake_256(b"").digest(0))
print(hashlib.blake2b(b"x", digest_size=20, key=b"key", salt=b"salt", person=b"person").hexdigest())
print(hashlib.blake2s(b"x", digest_size=20, key=b"key", salt=b"salt", person=b"person").hexdigest())
print(hashlib.blake2b(data, fanout=2, depth=2, leaf_size=4096, node_offset=1 << 40, node_depth=1,
                      inner_size=64, last_node=True).hexdigest())
print(hashlib.blake2s(data, fanout=0, depth=255, leaf_size=1, node_offset=1 << 40, node_depth=3,
                      inner_size=32).hexdigest())
print(hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.blake2s().block_size)

for name in ("md5", "sha1", "sha224", "sha256", "sha512", "sha3_256", "blake2b", "blake2s"):
    print(name, hashlib.pbkdf2_hmac(name, b"password" * 20, b"salt", 7).hex(),
          hmac.new(b"k" * 200, b"message", name).hexdigest()[:16])
print(hashlib.pbkdf2_hmac("SHA-256", b"", b"", 1, 70).hex())
print(hashlib.scrypt(b"pleaseletmein", salt=b"SodiumChloride", n=1024, r=8, p=2, dklen=48).hex())
print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1).hex())

for make in (lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(digest_size=0),
             lambda: hashlib.blake2b(salt=b"0" * 17), lambda: hashlib.blake2s(person=b"0" * 9),
             lambda: hashlib.blake2b(fanout=256), lambda: hashlib.blake2b(depth=0),
             lambda: hashlib.blake2b(leaf_size=1 << 33), lambda: hashlib.blake2b(leaf_size=-1),
             lambda: hashlib.blake2s(node_offset=1 << 48), lambda: hashlib.blake2s(node_depth=256),
             lambda: hashlib.blake2s(inner_size=33), lambda: hashlib.blake2s(key=b"0" * 33),
             lambda: hashlib.new("nothing"), lambda: hashlib.md5("text"), lambda: hashlib.md5(1),
             lambda: hashlib.pbkdf2_hmac("sha1", b"", b"", 0),
             lambda: hashlib.pbkdf2_hmac("sha1", b"", b"", 1, 0),
             lambda: hashlib.pbkdf2_hmac("nothing", b"", b"", 1),
             lambda: hashlib.scrypt(b"", salt=b"", n=3, r=1, p=1),
             lambda: hashlib.scrypt(b"", salt=b"", n=1 << 20, r=8, p=1),
             lambda: hashlib.scrypt(b"", n=4, r=1, p=1),
             lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest("a", b"a")):
    try:
        print(make())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", bytearray(b"b")))
