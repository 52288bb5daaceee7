# At the end of a file that is read by lines there is no column.
try:
    x = 1
