# The constants are names of the module builtins, too.
import builtins

print([name for name in ("None", "True", "False", "Ellipsis", "NotImplemented", "__debug__")
       if name in dir(builtins) and name in vars(builtins)])
print(builtins.__dict__["True"], getattr(builtins, "None"), builtins.__dict__["False"])
print(hasattr(builtins, "true"), len([n for n in dir(builtins) if n in ("True", "len", "int")]))
