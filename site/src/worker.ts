// Runs programs off the main thread. While one runs no message arrives here: the page stops it by
// ending the whole worker.

import createHothouse from '@module/hothouse.mjs';
import type { Library } from '@web/hothouse';
import { runProgram, teachingTables } from '@web/run.mjs';
import type { FromWorker, LibraryPlace, ToWorker } from './protocol';

const FLUSH_MS = 40;
const decoder = new TextDecoder();

let compiled: WebAssembly.Module | null = null;
let library: Library | undefined;
/** What the modules that programs have imported were compiled to. */
const kept = new Map<string, Uint8Array>();

function send(message: FromWorker): void {
  self.postMessage(message);
}

/** Collects output and events, and hands them over now and then. */
class Outbox {
  private lines: string[] = [];
  private texts: { fd: number; text: string }[] = [];
  private readonly decoders = new Map<number, TextDecoder>();
  private last = performance.now();

  write(fd: number, bytes: Uint8Array): void {
    let stream = this.decoders.get(fd);
    if (!stream) this.decoders.set(fd, (stream = new TextDecoder()));
    const text = stream.decode(bytes, { stream: true });
    const tail = this.texts.at(-1);
    if (tail?.fd === fd) tail.text += text;
    else this.texts.push({ fd, text });
    this.flushSometimes();
  }

  event(bytes: Uint8Array): void {
    const line = decoder.decode(bytes);
    // Every op comes again, with all others, in `recorded`.
    if (line.startsWith('{"event":"op_recorded"')) return;
    this.lines.push(line);
    this.flushSometimes();
  }

  flush(): void {
    this.last = performance.now();
    for (const { fd, text } of this.texts) send({ type: 'output', fd, text });
    this.texts = [];
    if (this.lines.length) send({ type: 'events', lines: this.lines });
    this.lines = [];
  }

  private flushSometimes(): void {
    if (performance.now() - this.last > FLUSH_MS) this.flush();
  }
}

/** A library whose files are fetched when a program imports them, and then kept. */
function fetchedLibrary({ url, folder, paths }: LibraryPlace): Library {
  const files = new Map<string, Uint8Array>();
  const read = (path: string): Uint8Array | null => {
    let bytes = files.get(path);
    if (bytes) return bytes;
    // The program waits for it, and it runs in this thread: there is nothing to do meanwhile.
    const request = new XMLHttpRequest();
    request.open('GET', url + path.slice(folder.length + 1), false);
    request.responseType = 'arraybuffer';
    try {
      request.send();
    } catch (error) {
      console.error(error);
      return null;
    }
    if (request.status !== 200) return null;
    bytes = new Uint8Array(request.response as ArrayBuffer);
    files.set(path, bytes);
    return bytes;
  };
  return { folder, paths, read };
}

async function run(message: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  if (!compiled || !library) return;
  const outbox = new Outbox();
  const start = performance.now();
  try {
    const status = await runProgram(
      createHothouse,
      compiled,
      {
        write: (fd, bytes) => outbox.write(fd, bytes),
        event: (line) => outbox.event(line),
        reject: (reason) => console.warn('a trace was refused:', reason),
        library,
        kept,
      },
      {
        path: message.path,
        files: { [message.path]: message.source },
        jit: message.jit,
        events: true,
      },
    );
    const milliseconds = performance.now() - start;
    outbox.flush();
    send({ type: 'done', status, milliseconds });
  } catch (error) {
    outbox.flush();
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.error(error);
    send({ type: 'crash', message: text });
  }
}

self.onmessage = async (e: MessageEvent<ToWorker>) => {
  if (e.data.type === 'module') {
    compiled = e.data.compiled;
    library = fetchedLibrary(e.data.library);
    try {
      send({ type: 'ready', tables: await teachingTables(createHothouse, compiled) });
    } catch (error) {
      send({ type: 'crash', message: String(error) });
    }
  } else {
    await run(e.data);
  }
};
