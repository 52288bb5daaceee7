// The worker's life: one at a time, made anew from the compiled module after Stop.

import moduleUrl from '@module/hothouse.wasm?url';
import type { FromWorker, LibraryPlace, Tables, ToWorker } from './protocol';

export interface Listener {
  ready(tables: Tables): void;
  output(fd: number, text: string): void;
  events(lines: string[]): void;
  done(status: number, milliseconds: number): void;
  crash(message: string): void;
}

async function get(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

export class Runner {
  private compiled: WebAssembly.Module | null = null;
  private library: LibraryPlace | null = null;
  private worker: Worker | null = null;

  constructor(private readonly listener: Listener) {}

  async load(): Promise<void> {
    const url = new URL('library/', document.baseURI).href;
    const [module, library] = await Promise.all([get(moduleUrl), get(`${url}index.json`)]);
    // Not every server says application/wasm, which compileStreaming insists on.
    this.compiled = await WebAssembly.compile(await module.arrayBuffer());
    this.library = { url, ...(await library.json()) } as LibraryPlace;
    this.start();
  }

  run(path: string, source: string, jit: string): void {
    this.post({ type: 'run', path, source, jit });
  }

  /** Ends whatever runs. */
  stop(): void {
    this.worker?.terminate();
    this.start();
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private start(): void {
    if (!this.compiled || !this.library) return;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (e: MessageEvent<FromWorker>) => {
      if (worker === this.worker) this.receive(e.data);
    };
    worker.onerror = (e) => {
      if (worker === this.worker) this.listener.crash(e.message);
    };
    this.worker = worker;
    this.post({ type: 'module', compiled: this.compiled, library: this.library });
  }

  private receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        return this.listener.ready(message.tables);
      case 'output':
        return this.listener.output(message.fd, message.text);
      case 'events':
        return this.listener.events(message.lines);
      case 'done':
        return this.listener.done(message.status, message.milliseconds);
      case 'crash':
        return this.listener.crash(message.message);
    }
  }
}
