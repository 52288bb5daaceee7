# multiprocessing by fork: processes, pipes, locks, queues.
import multiprocessing
import os
import sys


def work(number, connection, lock):
    with lock:
        os.getpid()
    connection.send({"number": number, "square": number * number})
    connection.close()


def fill(queue):
    for i in range(3):
        queue.put((i, "x" * i))


def main():
    lock = multiprocessing.Lock()
    ends, processes = [], []
    for number in range(3):
        reader, writer = multiprocessing.Pipe(False)
        process = multiprocessing.Process(target=work, args=(number, writer, lock), name=f"p{number}")
        process.start()
        writer.close()
        ends.append(reader)
        processes.append(process)
    print([reader.recv() for reader in ends])
    for process in processes:
        process.join()
        print(process.name, process.exitcode, process.is_alive())
    queue = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=fill, args=(queue,))
    process.start()
    print([queue.get() for _ in range(3)])
    process.join()
    process = multiprocessing.Process(target=sys.exit, args=(4,))
    process.start()
    process.join()
    print(process.exitcode, lock.acquire(False), lock.acquire(False))
    lock.release()
    semaphore = multiprocessing.BoundedSemaphore(1)
    try:
        semaphore.release()
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    main()
