"""The file that is told of signals."""
import os
import signal

reader, writer = os.pipe()
for fd in (writer, 9999):
    try:
        signal.set_wakeup_fd(fd)
    except (ValueError, OSError) as e:
        print(type(e).__name__, str(e).replace(str(writer), "N"))
os.set_blocking(writer, False)
print(signal.set_wakeup_fd(writer), signal.set_wakeup_fd(writer) == writer)
for number in (signal.SIGUSR1, signal.SIGUSR2):
    signal.signal(number, lambda number, frame: print("handled", number))
    signal.raise_signal(number)
print([*os.read(reader, 10)] == [signal.SIGUSR1, signal.SIGUSR2])
print(signal.set_wakeup_fd(-1) == writer, signal.set_wakeup_fd(-1))
signal.raise_signal(signal.SIGUSR1)
os.close(writer)
print(os.read(reader, 10))
