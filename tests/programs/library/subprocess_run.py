# Other programs: output, input, errors, exit codes, and os.system.
import os
import subprocess

print(subprocess.run(["echo", "hi there"], capture_output=True, text=True))
print(subprocess.check_output("echo a; echo b >&2", shell=True, stderr=subprocess.STDOUT))
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(p.communicate(b"x" * 200000)[0].count(b"x"), p.returncode)
for call in (lambda: subprocess.run(["false"], check=True), lambda: subprocess.run(["/no/such"]),
             lambda: subprocess.run(["true"], cwd="/no/such"),
             lambda: subprocess.check_output(["sh", "-c", "echo out; exit 4"])):
    try:
        print(call())
    except (OSError, subprocess.SubprocessError) as e:
        print(type(e).__name__, e)
try:
    subprocess.run(["sleep", "5"], timeout=0.1)
except subprocess.TimeoutExpired as e:
    print(e.cmd)
print(subprocess.run("exit 7", shell=True).returncode, subprocess.getoutput("echo out"))
print(subprocess.run(["sh", "-c", "pwd; echo $V"], cwd="/", env={"V": "v"}, stdout=subprocess.PIPE).stdout)
p = subprocess.Popen(["sleep", "9"])
p.kill()
print(p.wait())
print(subprocess.run(["cat"], input="text\n", text=True, stdout=subprocess.PIPE).stdout)
with subprocess.Popen(["printf", "1\\n2\\n3\\n"], stdout=subprocess.PIPE, text=True) as p:
    print([int(line) for line in p.stdout])
os.environ["OF_THE_TEST"] = "set"
print(subprocess.run("echo $OF_THE_TEST", shell=True, capture_output=True).stdout)
print(os.system("exit 3"), os.waitstatus_to_exitcode(os.system("exit 5")))
