# Zip files on sys.path, and programs that are a folder, a zip file or a module.
# modes: sample
import importlib.util
import os
import pkgutil
import subprocess
import sys
import tempfile
import traceback
import zipapp
import zipfile
import zipimport

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    archive = os.path.join(folder, "many.zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("zmod.py", "x = 5\ndef f():\n    raise ValueError('in zip')\nimport zpkg.sub\n")
        z.writestr("zpkg/__init__.py", "")
        z.writestr("zpkg/sub.py", "print(__name__, __package__)\n")
        z.writestr("zpkg/data.txt", "hello")
        z.writestr("znames/", "")
        z.writestr("znames/inner.py", "y = 1\n" * 200)
        z.writestr("zbad.py", "def\n")
    sys.path.insert(0, archive)
    import zmod
    import znames.inner
    print(zmod.x, zmod.__file__[len(folder):], type(zmod.__loader__), znames.inner.y)
    print(pkgutil.get_data("zpkg", "data.txt"), importlib.util.find_spec("zpkg.sub").has_location)
    print(zmod.zpkg.sub.__loader__.get_source("zpkg.sub"), zmod.__loader__.is_package("zpkg"),
          zmod.__spec__.origin == zmod.__file__, zmod.zpkg.sub.__loader__.prefix)
    for name in ("zbad", "zpkg.none", "zmissing"):
        try:
            __import__(name)
        except Exception as e:
            print(type(e).__name__, str(e).replace(folder, ""))
    for path in ("", "nowhere.zip", __file__):
        try:
            zipimport.zipimporter(path)
        except zipimport.ZipImportError as e:
            print(str(e).replace(__file__, "FILE"))
    try:
        zmod.f()
    except ValueError as e:
        for entry in traceback.extract_tb(e.__traceback__):
            print(os.path.basename(entry.filename), entry.lineno, entry.name)

    os.mkdir("program")
    with open("program/__main__.py", "w") as file:
        file.write("import sys, helper\nprint(__name__, __package__, sys.argv, helper.z)\n"
                   "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise KeyError(3)\n")
    with open("program/helper.py", "w") as file:
        file.write("z = 26\n")
    zipapp.create_archive("program", "app.pyz", interpreter="/usr/bin/env python3")
    for args in (["program", "a"], ["app.pyz"], ["-m", "program"], ["program/"]):
        done = subprocess.run([sys.executable, *args], capture_output=True, text=True,
                              env=dict(os.environ, PYTHONPATH="program"))
        print(args, done.returncode, done.stdout.replace(folder, ""))
        print(done.stderr.replace(os.path.realpath(folder), ""))
    os.chdir("/")

# Lines of a file that is not there are not shown.
exec(compile("x = 1\n1 / 0\n", "no_such_file.py", "exec"))
