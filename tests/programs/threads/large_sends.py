# Calls of the system that wait for another thread of the program: sending much, accepting, locks of
# files, semaphores of processes.
# modes: sample
import fcntl
import multiprocessing
import os
import signal
import socket
import tempfile
import threading
import time

data = bytes(range(256)) * 8192


def receive(end, out):
    got = bytearray()
    while len(got) < len(data):
        got += end.recv(1 << 16)
    out.append(bytes(got) == data)


for timeout in (None, 20):
    a, b = socket.socketpair()
    a.settimeout(timeout)
    b.settimeout(timeout)
    out = []
    threads = [threading.Thread(target=receive, args=(end, out)) for end in (a, b)]
    for t in threads:
        t.start()
    sender = threading.Thread(target=a.sendall, args=(data,))
    sender.start()
    b.sendall(data)
    for t in threads + [sender]:
        t.join()
    print(timeout, out, b.send(b"x" * 1000))
    a.close()
    b.close()

# Two threads accept what comes to one socket.
listener = socket.create_server(("127.0.0.1", 0))
names = []


def serve(name):
    while True:
        connection, _ = listener.accept()
        with connection:
            if connection.recv(4) == b"stop":
                return
            connection.sendall(b"answer")
            names.append(name)


servers = [threading.Thread(target=serve, args=(name,)) for name in "ab"]
for t in servers:
    t.start()
for text in (b"ask1", b"ask2", b"ask3", b"stop", b"stop"):
    with socket.create_connection(listener.getsockname()) as client:
        client.sendall(text)
        print(text, client.recv(20))
for t in servers:
    t.join()
print(len(names))
listener.close()

with tempfile.NamedTemporaryFile() as file:
    first, second = open(file.name), open(file.name)
    fcntl.flock(first, fcntl.LOCK_EX)
    order = []

    def lock():
        fcntl.flock(second, fcntl.LOCK_EX)
        order.append("second")

    t = threading.Thread(target=lock)
    t.start()
    time.sleep(0.02)
    order.append("first")
    fcntl.flock(first, fcntl.LOCK_UN)
    t.join()
    print(order)
    first.close()
    second.close()

semaphore = multiprocessing.Semaphore(0)
print(semaphore.acquire(False), semaphore.acquire(timeout=0.01))
threading.Timer(0.02, semaphore.release).start()
print(semaphore.acquire())

# A signal's handler runs while recv() waits, which goes on; or raises through it.
a, b = socket.socketpair()


def handle(number, frame):
    if seen:
        raise KeyError("from the handler")
    seen.append(number)
    a.send(b"from the handler")


seen = []
signal.signal(signal.SIGALRM, handle)
for _ in range(2):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        print(b.recv(100))
    except KeyError as e:
        print(e)
a.close()
b.close()
unconnected = socket.socket()
for call in (unconnected.recv, unconnected.getpeername, unconnected.accept):
    try:
        call(*[1] if call == unconnected.recv else [])
    except OSError as e:
        print(e)
unconnected.close()
print(repr(unconnected), os.name)
