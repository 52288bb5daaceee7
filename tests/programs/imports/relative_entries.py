# Entries of sys.path that are relative: modules name their files from the root. A module whose file is
# still being written, for all the program knows.
import importlib
import os
import sys
import tempfile
import traceback

with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    os.chdir(folder)
    os.makedirs("rel/pack")
    open("rel/written_now.py", "w").write("def f():\n    1 / 0\n")
    open("rel/pack/__init__.py", "w").write("from . import inside\n")
    open("rel/pack/inside.py", "w").write("x = 1\n")
    for entry in ("rel", "./rel", "rel/../rel", "", "."):
        sys.path.insert(0, entry)
        if entry in ("", "."):
            os.chdir(os.path.join(folder, "rel"))
        for name in ("written_now", "pack", "pack.inside"):
            sys.modules.pop(name, None)
        import written_now
        import pack
        for text in (written_now.__file__, written_now.__spec__.origin, pack.__path__[0],
                     pack.inside.__file__, written_now.f.__code__.co_filename, repr(pack),
                     importlib.util.find_spec("pack.inside").origin):
            print(text.replace(folder, "FOLDER"))
        try:
            written_now.f()
        except ZeroDivisionError as e:
            print(traceback.extract_tb(e.__traceback__)[-1].line)
        sys.path.pop(0)
    os.chdir("/")
