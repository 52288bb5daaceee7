# The module opcode: the instructions that functions have here, those of `hothouse dis`
# (bytecode/instructions.def), and none of CPython's. Neighbour: dis.py.
__all__ = ["cmp_op", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare",
           "hasfree", "opname", "opmap", "HAVE_ARGUMENT", "EXTENDED_ARG", "hasnargs",
           "stack_effect"]

_table = _instruction_table()
opname = [name for name, _ in _table]
opmap = {name: number for number, name in enumerate(opname)}
cmp_op = ("<", "<=", "==", "!=", ">", ">=")


def _having(letters):
    return [number for number, (_, operands) in enumerate(_table) if set(operands) & set(letters)]


# An instruction has several operands, so it is in several of these.
hasconst = _having("k")
hasname = _having("n")
hasjrel = _having("jJ")
hasjabs = []
haslocal = _having("drw")
hascompare = []  # each comparison is an instruction of its own
hasfree = _having("f")
hasnargs = []
HAVE_ARGUMENT = 0
EXTENDED_ARG = -1  # no instruction's number


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """The effect of an instruction on a stack of values: none, since they work on registers."""
    if jump not in (None, True, False):
        raise ValueError("stack_effect: jump must be False, True or None")
    if not 0 <= opcode < len(opname):
        raise ValueError("invalid opcode or oparg")
    return 0
