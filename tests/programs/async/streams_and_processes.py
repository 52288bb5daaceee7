"""Servers, streams, processes and signals of an event loop; and the traceback of what it raises."""
import asyncio
import signal


async def shout(reader, writer):
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def fail():
    raise ValueError("from a task")


async def main():
    server = await asyncio.start_server(shout, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.writelines([b"one\n", b"two\n"])
    writer.write_eof()
    print(await reader.readline(), await reader.read())
    writer.close()
    server.close()

    process = await asyncio.create_subprocess_exec(
        "cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await process.communicate(b"through a pipe"), process.returncode)
    process = await asyncio.create_subprocess_shell("exit 3")
    print(await process.wait())

    got = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, got.set)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.wait_for(got.wait(), 5)
    print(await asyncio.to_thread(sum, [1, 2, 3]))

    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0.001 * n, n)) for n in range(3)]
    print([t.result() for t in tasks])
    await asyncio.create_task(fail())


asyncio.run(main())
