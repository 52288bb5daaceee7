# What a program that has said nothing yet finds among its names.
print(list(globals()))
print(__name__, __doc__, __package__, __spec__, __annotations__, __cached__)
count: int = 3
print(__annotations__, dir()[:4])
