// The Emscripten module (hothouse.mjs), as far as web/run.mjs uses it.
export interface Library {
  /** Where programs see it. */
  folder: string;
  /** Its files, from there. */
  paths: string[];
  /** The bytes of a file, by the whole path; null if they cannot be had. Synchronous: a program waits. */
  read(path: string): Uint8Array | null;
}

export interface Host {
  /** Bytes for standard output (1) or standard error (2). */
  write(fd: number, bytes: Uint8Array): void;
  /** One line of the event stream, without its newline. */
  event(line: Uint8Array): void;
  /** A trace's module was refused by the engine. */
  reject?(reason: string): void;
  /** CPython's standard library; without it programs import what is built in. */
  library?: Library;
  /** What library modules were compiled to, by name, between the runs of one compiled module. */
  kept?: Map<string, Uint8Array>;
}

export interface HothouseModule {
  HEAPU8: Uint8Array;
  UTF8ToString(address: number): string;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _hothouse_add_file(path: number, bytes: number, count: number): void;
  _hothouse_set_library(folder: number, paths: number): void;
  _hothouse_set_input(text: number, count: number): void;
  _hothouse_add_argument(text: number): void;
  _hothouse_run(path: number, jit: number, events: number): number;
  _hothouse_tables(): number;
  _hothouse_version(): number;
}

export interface ModuleOptions {
  host: Host;
  wasmBinary?: Uint8Array;
  instantiateWasm?(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

export type CreateHothouse = (options: ModuleOptions) => Promise<HothouseModule>;
