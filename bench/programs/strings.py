# Format numbers, join them into one string, split it again and parse the pieces.
# args: 10000
import sys


def round_trip(n):
    parts = []
    for i in range(n):
        parts.append(str(i * 7 % 100003))
    text = ",".join(parts)
    total = 0
    for piece in text.split(","):
        total += int(piece) + len(piece)
    return len(text), total


length, total = round_trip(int(sys.argv[1]))
print(length, total)
