# The numbers that C's headers define, for modules that have them by the hundred.


# Names and numbers of a text like "A=1 B=0x2".
def constants(text):
    made = {}
    for entry in text.split():
        name, _, value = entry.partition("=")
        made[name] = int(value, 0)
    return made
