# What the compiler finds is counted in bytes, too.
name = "größe"; return name
