# The expression is not computed op by op: all of it becomes one loop,
# a kernel, when its values are asked for.
import numarray as na

x = na.arange(100_000) / 1000.0
y = 0.0
for k in range(20):
    y = y + na.sum((x * x - 2.0 * x + k) * 0.5)
print(float(y))
