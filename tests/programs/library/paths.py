from pathlib import Path
import tempfile, os, shutil
t=tempfile.mkdtemp(); p=Path(t)/"a.txt"; p.write_text("hi\n"); print(p.read_text(), p.exists(), p.name, p.stem, p.suffix, [x.name for x in Path(t).iterdir()], os.listdir(t), os.path.getsize(p)); os.remove(p); os.rmdir(t); print(p.exists())
