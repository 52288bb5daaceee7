# A fork from a thread: in the child that thread is the only one, and the main thread.
import threading, os, sys
main_thread = threading.current_thread()
idle = threading.Event()
threading.Thread(target=idle.wait, name="idle", daemon=True).start()
def joining(m):
    m.join()
    print('end of thread', threading.active_count(), m.is_alive(), flush=True)
def worker():
    childpid = os.fork()
    if childpid != 0:
        print("parent: the child ended with", os.waitpid(childpid,0)[1], flush=True)
        sys.exit(0)
    print([t.name for t in threading.enumerate()], threading.main_thread().name, threading.current_thread().name)
    t = threading.Thread(target=joining, args=(main_thread,))
    print('end of main', flush=True)
    t.start()
    t.join()
    print("joined", flush=True)
w = threading.Thread(target=worker, name="worker")
w.start()
w.join()
pid = os.fork()
if pid == 0:
    print("child", [t.name for t in threading.enumerate()])
    t = threading.Thread(target=print, args=("runs",)); t.start(); t.join()
    sys.stdout.flush()
    os._exit(3)
print(os.waitpid(pid, 0)[1] >> 8)
