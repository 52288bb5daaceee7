# Functions that other threads run.
import contextvars

from asyncio.events import get_running_loop


async def to_thread(func, /, *args, **kwargs):
    context = contextvars.copy_context()
    return await get_running_loop().run_in_executor(
        None, lambda: context.run(func, *args, **kwargs))
