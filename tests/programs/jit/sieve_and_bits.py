# Boolean lists, bit sets in big integers and nested strides, at module level and in functions.
def sieve(n):
    f = [True] * n
    for i in range(2, n):
        if f[i]:
            for j in range(i * i, n, i):
                f[j] = False
    return [i for i in range(2, n) if f[i]]


def bit_sieve(n):
    bits = (1 << n) - 1 & ~3
    i = 2
    while i * i < n:
        if bits >> i & 1:
            for j in range(i * i, n, i):
                bits &= ~(1 << j)
        i += 1
    return [i for i in range(n) if bits >> i & 1]


print(sieve(600)[-5:], len(sieve(1000)), bit_sieve(300) == sieve(300))
flags = [0] * 700
for step in range(1, 700):
    for k in range(step, 700, step):
        flags[k] = 1 - flags[k] if step < 600 else flags[k]
print([i for i, v in enumerate(flags) if v][:24])
gray = [i ^ (i >> 1) for i in range(300)]
print(all(bin(a ^ b).count("1") == 1 for a, b in zip(gray, gray[1:])), gray[255:258])
reg, seq = 0b1011, []
for _ in range(400):
    bit = (reg ^ reg >> 1) & 1
    reg = reg >> 1 | bit << 3
    seq.append(bit)
print(reg, sum(seq), seq[:15] == seq[15:30])
crc = 0xFFFFFFFF
for ch in "The quick brown fox":
    crc ^= ord(ch)
    for _ in range(8):
        crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
print(hex(crc ^ 0xFFFFFFFF))
rot = 0x80000001
for i in range(500):
    rot = (rot << 5 | rot >> 27) & 0xFFFFFFFF
    rot = -rot & 0xFFFFFFFF if i % 7 == 0 else ~rot & 0xFFFFFFFF
print(hex(rot), -rot >> 3, ~rot << 40)
