# sys.excepthook sees what nobody caught.
import sys


def hook(kind, value, traceback):
    print("hook", kind.__name__, value, traceback.tb_lineno)
    sys.__excepthook__(kind, value, traceback)
    raise KeyError("in the hook") from None


sys.excepthook = hook
1 / 0
