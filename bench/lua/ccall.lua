local ffi = require("ffi")
ffi.cdef "int add(int, int); double scale(double, double, double); void count_up(int *);"
local library = ffi.load(arg[1])
local n = tonumber(arg[2])

local s = 0
for i = 0, n - 1 do s = library.add(bit.band(s, 0xFFFF), i) end
local x = 0.0
for i = 0, n - 1 do x = library.scale(x, 0.5, 1.0) end
local counter = ffi.new("int[1]")
for i = 0, n - 1 do library.count_up(counter) end
print(string.format("%d %.1f %d", s, x, counter[0]))
