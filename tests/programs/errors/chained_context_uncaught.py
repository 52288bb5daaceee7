# An exception raised while another is handled: the sentence for an implicit context, through three levels.
def first():
    return 1 // 0


def second():
    try:
        first()
    except ZeroDivisionError:
        return {}["missing"]


def third():
    try:
        second()
    except KeyError:
        undefined_variable_q


try:
    third()
except NameError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__), e.__cause__)
third()
