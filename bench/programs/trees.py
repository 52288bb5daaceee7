# Allocate, walk and drop binary trees while one long-lived tree stays alive.
# args: 8 4
import sys


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


depth = int(sys.argv[1])
repeats = int(sys.argv[2])
keep = build(depth)
total = 0
for _ in range(repeats):
    total += count(build(depth))
print(total + count(keep))
