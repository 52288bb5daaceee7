# NameError whose closest match is a builtin: the suggestion goes to stderr only.
def show(values):
    for v in values:
        if v > 1:
            pritn(v)
        else:
            print(v)


show([0, 1, 2, 3])
